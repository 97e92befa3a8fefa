"""What stands for a claim whose words are withheld: the event that it is about, in a few words."""

import re
from collections.abc import Sequence

from generator.model import Article, Event, Factuality, Participant

# An event of which the article leaves open whether it is so, is not what the claim says.
_OPEN = Factuality.UNDERSPECIFIED
_NOUN = re.compile(r"(?:[tsx]ion|ment|[ae]nce|ship|ity|ism|ure|al|ness)s?$")
_TAIL = re.compile(r"\s+(?:of|for|in|to|from|that|which|who|on|at|with|by|and|or|as|after|before)\b|[,;:.()“”\"]")
_FRONT = re.compile(r"^(?:the|a|an|its|his|her|their|some|any|this|that|these|those|our|my|your)\s+", re.IGNORECASE)
_PRONOUNS = frozenset({"it", "they", "them", "he", "she", "him", "her", "we", "us", "i", "you", "this", "that", "who"})
_MOST_WORDS = 2
_JOINT = re.compile(
    r"\s+(about|across|against|at|for|from|in|into|of|on|over|through|to|towards?|upon|with)(?:\s+[\w’'-]+){0,3}\s+"
)


def root(events: Sequence[Event]) -> Event | None:
    """The first event of a claim that tells something: not left open, a verb before a noun."""
    telling = [e for e in events if e.factuality is not _OPEN and _tells(e)]
    ordered = sorted(telling, key=lambda e: (bool(_NOUN.search(e.predicate.text.lower())), e.predicate.start))
    return ordered[0] if ordered else None


def _tells(event: Event) -> bool:
    """Whether more than a deed alone, or one party alone, is known of it."""
    return bool(event.recipient or (event.patient and _named(event)) or (event.agent and event.place))


def _named(event: Event) -> bool:
    return bool(event.agent) or any(head(p) for p in event.patient)


def head(part: Participant) -> str:
    """The heart of a phrase, two words but for names: "artillery systems" of "the additional artillery systems"."""
    plain = " ".join(part.text.split())
    found = _TAIL.search(plain)
    kept = _FRONT.sub("", plain[: found.start()] if found else plain).split()
    first = max(len(kept) - _MOST_WORDS, 0)
    while first > 0 and kept[first][:1].isupper() and kept[first - 1][:1].isupper():
        first -= 1  # "North Korean government" is not a Korean one
    told = " ".join(kept[first:])
    return "" if told.lower() in _PRONOUNS else told


def joint(event: Event, article: Article) -> str | None:
    """The preposition that joins what is done to whom it befalls: "of" in "the deployment of troops"; None without one.

    Of a noun that stands behind its object ("troop deployment") it is "of", too.
    """
    if not event.patient:
        return None
    done, part = event.predicate, event.patient[0]
    found = _JOINT.fullmatch(article.text, done.end, part.start)
    if found is not None:
        return found[1]
    compound = part.end < done.start and article.text[part.end : done.start].isspace()
    return "of" if compound and _NOUN.search(done.text.lower()) else None
