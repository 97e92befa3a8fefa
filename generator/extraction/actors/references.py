"""Ties he, she and definite descriptions to the persons of the article, where only one can be meant.

Precision comes first: what two persons could be is left untied.
"""

import functools
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import gazetteer, names
from generator.extraction.actors.roles import Role, rank, state_meant
from generator.extraction.mentions.references import PRONOUNS
from generator.extraction.parse import Token
from generator.extraction.reading import Reading
from generator.gazetteer import words
from generator.model import Mention, MentionForm
from generator.text import fold

_WINDOW = 2  # sentences back that a pronoun may reach
_NEAREST = 60  # mentions back that it may reach, in a sentence without end
_CHAIN = 30  # names in a row that are followed back to the first
_MOST = 300  # holders of offices in one article; a list of more tells nothing of whom "the minister" means
_NOT_NOW = frozenset({"former", "ex", "late", "then", "next", "new", "vice", "deputy", "acting", "future", "previous"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of a person while references are being tied."""

    slug: str
    name: str
    roles: tuple[Role, ...]
    gender: str | None


def gender(name: str, before: Sequence[str]) -> str | None:
    """The gender that the words before the name ("Mrs", "Queen") tell, else the given name: "m", "f" or None.

    Args:
        name: The fullest name.
        before: The words that stand before any of the person's names.
    """
    folded = {fold(w) for w in before}
    if folded & words("actors", "feminine"):
        return "f"
    if folded & words("actors", "masculine"):
        return "m"
    listed = names.words(name)
    # A lone name may be a surname that is a given name too ("Kim", "Grace").
    given = bool(listed) and (len(listed) > 1 or not names.may_be_surname(listed[0]))
    known = gazetteer.gender_of(listed[0]) if given else None
    return known if known in ("m", "f") else None


def holder(text: str, mentions: Sequence[Mention], index: int, persons: Mapping[str, Person]) -> str | None:
    """The slug of the person whom a description means: the one named beside it, else the one whom it fits.

    Args:
        text: The article's.
        mentions: All its mentions, names tied to their actors.
        index: Of the description.
        persons: By slug.
    """
    mention = mentions[index]
    for other in reversed(mentions[max(0, index - 4) : index]):
        if other.actor in persons and text[other.end : mention.start].strip() == ",":
            return other.actor
    for other in mentions[index + 1 : index + 5]:
        gap = text[mention.end : other.start].strip() if other.start >= mention.end else None
        if gap is not None and other.actor in persons and _is_title_gap(gap):
            return other.actor
    return describe(mention.text, persons.values())


def _is_title_gap(gap: str) -> bool:
    """Whether nothing but a comma or an honorific stands between an office and a name: "the premier, Mr. Doe"."""
    bare = fold(gap.removeprefix(",").strip())
    return not bare or bare in words("actors", "honorifics")


def describe(text: str, persons: Iterable[Person]) -> str | None:
    """The slug of the one person whose office the description names; None when no one's or several persons' is."""
    known = [p for p in persons if p.roles]
    if len(known) > _MOST:
        return None
    fitting = _at_most_two(p for p in known if any(_fits(r, text) for r in p.roles))
    title, state = _title_words(text), state_within(text)
    if not fitting and len(title) > 1:
        fitting = _at_most_two(p for p in known if any(_same_title(r, title, state) for r in p.roles))
    return fitting[0].slug if len(fitting) == 1 else None


def _at_most_two(persons: Iterable[Person]) -> list[Person]:
    """The first two: of more than one, no one is meant."""
    return list(itertools.islice(persons, 2))


def _same_title(role: Role, title: tuple[str, ...], state: str | None) -> bool:
    return _title_words(role.title)[-len(title) :] == title and role.state in (None, state)


@functools.lru_cache(maxsize=10_000)
def _title_words(text: str) -> tuple[str, ...]:
    """The words of a title after its possessor or article, in one spelling."""
    bare = fold(text).split("'s ")[-1].replace("advisor", "adviser").split()
    return tuple(w for w in bare if w not in ("the", "a", "his", "her", "its"))


@functools.lru_cache(maxsize=10_000)
def _marks(text: str) -> frozenset[str]:
    return frozenset(fold(text).replace("-", " ").split()) & _NOT_NOW


@functools.lru_cache(maxsize=10_000)
def state_within(text: str) -> str | None:
    """The state that the words of a description name ("the Kremlin chief": RU)."""
    listed = text.replace("’s", "").replace("'s", "").split()
    for size in (3, 2, 1):
        for i in range(len(listed) - size):
            found = state_meant(" ".join(listed[i : i + size]))
            if found is not None:
                return found
    return None


def _fits(role: Role, text: str) -> bool:
    """Whether the description names the office: the same kind of office, of the same state and organization."""
    office, mine, state = rank(text), rank(role.title), state_within(text)
    supreme = words("actors", "heads_of_state")
    if mine != office and not (state is not None and mine in supreme and office in supreme):
        return False
    if _marks(text) != _marks(role.title) or (state is not None and role.state != state):
        return False
    return _owners(text) <= _owners(role.title)


@functools.lru_cache(maxsize=10_000)
def _owners(text: str) -> frozenset[str]:
    """The words in capitals that say whose office it is, folded; not those of the office or of a state."""
    listed = (w.strip("’'s.,") for w in text.replace("’s", "").replace("'s", "").split())
    offices = words("actors", "roles") | words("actors", "titles") | words("actors", "offices")
    named = (w for w in listed if w[:1].isupper() and state_meant(w) is None)
    return frozenset(fold(w) for w in named if fold(w) not in offices and fold(w) not in ("the", "of", "for"))


def tie_pronouns(
    reading: Reading, mentions: Sequence[Mention], tied: Mapping[int, str], persons: Mapping[str, Person]
) -> dict[int, str]:
    """The slugs of the persons whom pronouns mean, by the index of the pronoun.

    Args:
        reading: The article.
        mentions: All its mentions, in order.
        tied: The slugs of the persons' names and descriptions, by the index of the mention.
        persons: By slug.
    """
    trail = _Trail(reading)
    found: dict[int, str] = {}
    for i, mention in enumerate(mentions):
        stretch = reading.tokens(mention)
        if stretch is None:
            continue
        if i in tied and tied[i] in persons:
            trail.saw(stretch.root, tied[i])
        elif mention.form is MentionForm.PRONOUN:
            meant = trail.meant(stretch.root, persons)
            if meant is not None:
                found[i] = meant
                trail.saw(stretch.root, meant)
    return found


class _Trail:
    """The persons mentioned so far, with their sentences and places in them."""

    def __init__(self, reading: Reading) -> None:
        self._sentence = [0] * len(reading.doc)
        for number, sentence in enumerate(reading.sentences()):
            self._sentence[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
        self._quoted = _quoted(reading)
        self._seen: list[tuple[int, Token, str]] = []

    def saw(self, token: Token, slug: str) -> None:
        self._seen.append((self._sentence[token.i], token, slug))

    def meant(self, pronoun: Token, persons: Mapping[str, Person]) -> str | None:
        """The one person of fitting gender nearby; of several, the subject that the pronoun takes up."""
        if self._quoted[pronoun.i]:
            return None
        here, sex = self._sentence[pronoun.i], PRONOUNS[pronoun.lower_]
        seen = itertools.islice(reversed(self._seen), _NEAREST)
        recent = itertools.takewhile(lambda one: here - one[0] <= _WINDOW, seen)
        near = [x for x in recent if persons[x[2]].gender in (sex, None) and not self._quoted[x[1].i]][::-1]
        beside = list(dict.fromkeys(s for n, _, s in near if n == here))
        slugs = list(dict.fromkeys(s for _, _, s in near))
        if len(beside) == 1 or len(slugs) < 2:
            return next(iter(beside or slugs), None)
        known = [s for s in slugs if persons[s].gender == sex]
        for number in (here, here - 1):
            subjects = [s for n, t, s in near if n == number and _is_subject(t)]
            if subjects:
                return subjects[-1] if len(set(subjects)) == 1 else None
        return known[0] if len(known) == 1 else None


def _is_subject(token: Token) -> bool:
    """Whether the name is the subject of its clause, or one of several."""
    for _ in range(_CHAIN):
        if token.dep_ != "conj" or token.head.i >= token.i:
            break
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")


def _quoted(reading: Reading) -> list[bool]:
    """Which tokens stand inside quotation marks that open and close in one paragraph."""
    inside, open_ = [], False
    for token in reading.doc:
        if "\n" in token.text:
            open_ = False
        if token.text in ('"', "''", "``"):
            open_ = not open_
        elif token.text == "“":
            open_ = True
        elif token.text == "”":
            open_ = False
        inside.append(open_)
    return inside
