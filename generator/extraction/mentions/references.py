"""Descriptions and pronouns: words that refer to someone without naming them.

Only definite descriptions of persons ("the Kremlin chief", "South Korea's president"), the colloquial
"the North" of an article that names a state so called, and he and she. "It" and "they" are left as they stand.
"""

from collections.abc import Iterator

from generator import gazetteer
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.tokens import folded
from generator.extraction.parse import Doc, Token
from generator.gazetteer import lexicon, words
from generator.model import ActorKind, Mention, MentionForm
from generator.text import fold

_DETERMINERS = frozenset({"the", "this", "that", "his", "her", "its", "their", "our"})
_QUARTERS = frozenset({"North", "South", "East", "West"})
_OFFICES = frozenset({"agency", "service", "ministry", "bank", "bureau", "office", "watchdog", "authority"})
PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip


def pronouns(doc: Doc) -> Iterator[Piece]:
    """He and she in all their cases, each one token."""
    for token in doc:
        if token.lower_ in PRONOUNS and token.pos_ in ("PRON", "DET"):
            yield Piece(token.i, token.i + 1, ActorKind.PERSON, "pronoun")


def colloquial(doc: Doc, state: str) -> Iterator[Piece]:
    """As in "The North" and "the nuclear-armed North" in an article that names the state so called.

    Args:
        doc: The parse.
        state: A state's name that begins with North, South, East or West.
    """
    quarter = state.split(maxsplit=1)[0]
    for token in doc:
        if token.text == quarter and _stands_alone(token):
            start = _start_after_article(token)
            if start is not None:
                yield Piece(start, token.i + 1, ActorKind.STATE, "colloquial")


def _stands_alone(token: Token) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is None or after.lower_ != "of":
        return after is None or not (after.text[:1].isupper() or after.text == "-")
    # "accused the North of sending" goes on with a verb, "the North of England" with a name.
    return token.i + 2 < len(token.doc) and token.doc[token.i + 2].pos_ in ("VERB", "AUX")


def _start_after_article(token: Token) -> int | None:
    """Where the phrase begins: at the article, with nothing but lower-case modifiers after it."""
    for i in range(token.i - 1, max(-1, token.i - 6), -1):
        word = token.doc[i]
        if word.lower_ == "the":
            return i
        if not (word.text == "-" or (word.text.islower() and word.pos_ in ("ADJ", "NOUN", "VERB", "ADV"))):
            return None
    return None


def compass_states(doc: Doc, found: list[Piece]) -> list[str]:
    """The states named in the article that begin with a quarter of the compass, if one alone does so with it."""
    named: dict[str, list[str]] = {}
    for piece in found:
        state = gazetteer.state_named(doc.words(piece.start, piece.end))
        if state is None:
            state = gazetteer.adjective_of(doc.words(piece.start, piece.end))
        if state is not None and state.name.split()[0] in _QUARTERS and " " in state.name:
            named.setdefault(state.name.split()[0], []).append(state.name)
    return [states[0] for _, states in sorted(named.items()) if len(set(states)) == 1]


def agencies(doc: Doc) -> Iterator[Piece]:
    """Descriptions of an office by its state and what it does: "South Korea's spy agency"."""
    functions = lexicon("actors")["functions"]
    for token in doc:
        if token.lower_ not in _OFFICES or token.i < 2 or folded(doc[token.i - 1].text) not in functions:
            continue
        end = token.i - 1
        start = end - 1 if doc[end - 1].text in ("'s", "’s") else end
        for first in range(max(0, start - 3), start):
            name = doc[first:start].text
            if gazetteer.state_named(name) or (start == end and gazetteer.adjective_of(name)):
                yield Piece(first, token.i + 1, ActorKind.ORGANIZATION, "description")
                break


def serves(description: str, name: str) -> bool:
    """Whether an organization of this name does what the description says: "spy agency", "Intelligence Service"."""
    functions = lexicon("actors")["functions"]
    told = fold(description).split()
    wanted = functions.get(told[-2], ()) if len(told) > 1 else ()
    return bool({fold(w) for w in name.split()} & set(wanted))


def describes(mention: Mention) -> bool:
    """Whether the mention is a person's office rather than a name: "the Kremlin chief", "The President"."""
    if mention.kind is not ActorKind.PERSON or mention.form not in (MentionForm.ALIAS, MentionForm.DESCRIPTION):
        return False
    listed_ = fold(mention.text).replace("-", " ").split()
    return any(w in words("actors", "roles") for w in listed_) and len(listed_) > 1
