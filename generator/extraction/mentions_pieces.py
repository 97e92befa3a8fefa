"""Where names stand: the model's entities trimmed and split, listed names, capitalised runs, repetitions.

A `Piece` is a stretch of tokens that may be a name, before its kind is voted on over the whole article.
"""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from generator import gazetteer, names
from generator.gazetteer import words
from generator.model import ActorKind
from generator.text import fold

LABELS = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANIZATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.FACILITY,
    "NORP": ActorKind.PEOPLE,
    "EVENT": ActorKind.EVENT,
    "WORK_OF_ART": ActorKind.WORK,
    "LAW": ActorKind.WORK,
    "PRODUCT": ActorKind.OTHER,
    "LANGUAGE": ActorKind.OTHER,
}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "`s", "´s"})
_INNER = frozenset(
    {
        "of",
        "for",
        "the",
        "and",
        "de",
        "del",
        "la",
        "di",
        "da",
        "bin",
        "ibn",
        "al",
        "el",
        "von",
        "van",
        "der",
        "den",
        "du",
        "des",
        "&",
        "-",
        "–",
        "'",
        "’",
    }
)
_OUTER_MARKS = frozenset("\"“”‘’'`´()[]{}«»,;:.!?-–—/*#|…<>@+=_~^")


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `start` to `end` (exclusive) that may be a name; `kind` is one occurrence's guess, None for unknown."""

    start: int
    end: int
    kind: ActorKind | None
    source: str


@functools.lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    return fold(text)


def listed(token: Token, name: str) -> bool:
    """Whether the token stands in a word list of `data/actors.yml`."""
    return _folded(token.text) in words("actors", name)


def is_capital(token: Token) -> bool:
    """Whether the token is written as a name is: a capital first, or one inside ("al-Qaida", "iPhone")."""
    text = token.text
    return text[:1].isupper() or (not text.islower() and any(c.isupper() for c in text) and text[:1].isalpha())


def pieces(doc: Doc) -> list[Piece]:
    """All that may be names, in the order of the text, none overlapping another."""
    taken = _Cover(len(doc))
    for piece in _model(doc):
        taken.add(piece)
    for piece in _listed(doc):
        taken.prefer(piece, doc)
    for piece in _runs(doc, taken):
        taken.add(piece)
    for piece in _repeated(doc, taken):
        taken.add(piece)
    return [p for p in _joined(doc, taken.pieces()) if not _is_title(doc, p)]


def _joined(doc: Doc, found: list[Piece]) -> list[Piece]:
    """Persons' names that the model split put together: "Choe Son" and "Hui" side by side."""
    whole: list[Piece] = []
    for piece in found:
        last = whole[-1] if whole else None
        if last is not None and last.end == piece.start and _goes_on(doc, last, piece):
            whole[-1] = Piece(last.start, piece.end, ActorKind.PERSON, last.source)
        else:
            whole.append(piece)
    return whole


def _goes_on(doc: Doc, last: Piece, piece: Piece) -> bool:
    if last.kind is not ActorKind.PERSON or piece.end - piece.start > 2 or last.end - last.start > 2:
        return False
    return not any(
        gazetteer.is_listed(t.text) and not gazetteer.gender_of(t.text) or listed(t, "titles")
        for t in doc[piece.start : piece.end]
    )


def _is_title(doc: Doc, piece: Piece) -> bool:
    """Words of a title that a name follows or that stand alone: "Foreign Minister", "National Security" Director."""
    if piece.source == "listed":
        return False
    if listed(doc[piece.end - 1], "titles") and not doc[piece.end - 1].text.isupper():
        return all(listed(t, "titles") or gazetteer.gender_of(t.text) is None for t in doc[piece.start : piece.end])
    after = doc[piece.end] if piece.end < len(doc) else None
    if after is None or not is_capital(after) or not listed(after, "titles") or piece.kind is ActorKind.PERSON:
        return False
    return fold(doc[piece.end - 1].text) not in words("actors", "organization_last") and not names.is_acronym(
        doc[piece.end - 1].text
    )


class _Cover:
    """Which piece covers each token."""

    def __init__(self, length: int) -> None:
        self._at: list[Piece | None] = [None] * length

    def covered(self, index: int) -> Piece | None:
        return self._at[index]

    def add(self, piece: Piece) -> None:
        """Adds the piece where nothing stands yet."""
        if all(self._at[i] is None for i in range(piece.start, piece.end)):
            self._at[piece.start : piece.end] = [piece] * (piece.end - piece.start)

    def prefer(self, piece: Piece, doc: Doc) -> None:
        """Adds the listed name, in place of what it covers in full; within a longer piece it gives way."""
        others = list(dict.fromkeys(p for i in range(piece.start, piece.end) if (p := self._at[i]) is not None))
        if any(p.start < piece.start or p.end > piece.end for p in others):
            return
        if (
            len(others) == 1
            and (others[0].start, others[0].end) == (piece.start, piece.end)
            and _person_rather(doc, others[0])
        ):
            return
        for other in others:
            self._at[other.start : other.end] = [None] * (other.end - other.start)
        self.add(piece)

    def pieces(self) -> list[Piece]:
        return list(dict.fromkeys(p for p in self._at if p is not None))


def _person_rather(doc: Doc, piece: Piece) -> bool:
    """A given name that a state or city also bears ("Jordan", "Chad"), where the model reads a person."""
    return piece.kind is ActorKind.PERSON and gazetteer.gender_of(doc[piece.start].text) is not None


# The model's entities


def _model(doc: Doc) -> Iterator[Piece]:
    for entity in doc.ents:
        kind = LABELS.get(entity.label_)
        if kind is not None:
            for piece in _parted(doc, Piece(entity.start, entity.end, kind, "model")):
                yield from _trimmed(doc, piece)


def _parted(doc: Doc, piece: Piece) -> Iterator[Piece]:
    """The entity cut where a line ends, after an inner possessive, and before a person after a place."""
    start = piece.start
    for i in range(piece.start, piece.end):
        cut = _cut_after(doc, i, piece)
        if cut:
            last = i == piece.end - 1
            yield Piece(start, i + 1, piece.kind if last or cut == "line" else None, piece.source)
            start = i + 1
    if start < piece.end:
        yield Piece(start, piece.end, piece.kind, piece.source)


def _cut_after(doc: Doc, i: int, piece: Piece) -> str:
    token = doc[i]
    if token.is_space or token.text in "/|;•":
        return "line"
    if i + 1 >= piece.end or i == piece.start:
        return ""
    if token.text in ("'s", "’s") and is_capital(doc[i + 1]) and _splits_after_possessive(doc, i, piece):
        return "possessive"
    if token.text == "," and piece.kind is ActorKind.PERSON and fold(doc[i + 1].text).strip(".") not in ("jr", "sr"):
        return "line"
    return ""


def _splits_after_possessive(doc: Doc, i: int, piece: Piece) -> bool:
    """ "Labour's Jane Smith", "Putin's Kremlin" are two names; "Lord's Resistance Army", "People's Daily" one."""
    if fold(doc[i - 1].text) in (
        "people",
        "women",
        "men",
        "children",
        "lord",
        "king",
        "queen",
        "nobody",
        "world",
        "workers",
    ):
        return False
    left = doc[piece.start : i].text
    if gazetteer.state_named(left) or gazetteer.capital_of(left) or gazetteer.organization_named(left):
        return True
    if names.is_acronym(left) or gazetteer.gender_of(doc[i + 1].text) is not None:
        return True
    return fold(doc[i - 1].text) in words("actors", "organization_last") or piece.kind is ActorKind.PERSON


def _trimmed(doc: Doc, piece: Piece) -> Iterator[Piece]:
    start, end = _edges(doc, piece.start, piece.end)
    if piece.kind in (ActorKind.PERSON, None):
        while (
            start < end - 1
            and (listed(doc[start], "honorifics") or listed(doc[start], "titles"))
            and is_capital(doc[start + 1])
        ):
            start += 1
            start, end = _edges(doc, start, end)
    if piece.kind is ActorKind.ORGANIZATION:
        while end - start > 1 and listed(doc[end - 1], "titles") and not _is_office(doc, start, end):
            end -= 1
    if (
        start < end
        and any(is_capital(t) or t.text[:1].isdigit() for t in doc[start:end])
        and not _is_no_name(doc, start, end)
    ):
        yield replace(piece, start=start, end=end)


def _is_office(doc: Doc, start: int, end: int) -> bool:
    """ "Office of the Director": a role at the end that belongs to the name."""
    return doc[end - 2].lower_ in ("the", "of") and fold(doc[start].text) in ("office", "court", "house")


def _edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The stretch without articles, marks, possessives and small words at its edges."""
    while start < end and (
        doc[start].is_space
        or doc[start].text in _OUTER_MARKS
        or doc[start].lower_ in ("the", "a", "an", "and", "of", "in", "by", "for", "its", "our", "their", "his", "her")
    ):
        start += 1
    while start < end and (
        doc[end - 1].is_space
        or doc[end - 1].text in _OUTER_MARKS
        or doc[end - 1].text in _POSSESSIVE
        or doc[end - 1].lower_ in ("the", "a", "and", "of", "in", "for", "on", "who", "which")
    ):
        end -= 1
    return start, end


def _is_no_name(doc: Doc, start: int, end: int) -> bool:
    if end - start > 1:
        return all(listed(t, "calendar") or t.like_num for t in doc[start:end])
    token = doc[start]
    return (
        listed(token, "calendar")
        or token.text[:1].isdigit()
        or _is_common(token)
        or token.text.startswith(("http", "www.", "@", "#"))
    )


def _is_common(token: Token) -> bool:
    folded = fold(token.text)
    if token.text.isupper() and len(token.text) > 1 and folded in ("us", "who", "is", "it"):
        return False
    return folded in words("actors", "common") and not gazetteer.adjective_of(token.text)


# Listed names


def _listed(doc: Doc) -> Iterator[Piece]:
    heads, phrases = gazetteer.phrase_heads(), gazetteer.phrases()
    end = 0
    for i, token in enumerate(doc):
        if i < end or not is_capital(token) or token.lower_ == "the":
            continue
        longest = heads.get(fold(token.text).split("-")[0] if "-" in token.text else fold(token.text), 1)
        for j in range(min(len(doc), i + longest + 3), i, -1):
            text = doc[i:j].text
            if gazetteer.key(text) in phrases and _fits_case(doc, i, j):
                yield Piece(i, j, listed_kind(text), "listed")
                end = j
                break


def _fits_case(doc: Doc, start: int, end: int) -> bool:
    """A listed word that is a common one too must look like a name here."""
    if end - start > 1:
        return is_capital(doc[end - 1])
    token = doc[start]
    if _is_common(token) and not gazetteer.adjective_of(token.text):
        return False
    if token.is_sent_start and token.pos_ not in ("PROPN", "ADJ", "NOUN"):
        return False
    organization = gazetteer.organization_named(token.text)
    if organization is not None and organization.media and not names.is_acronym(token.text):
        return token.pos_ == "PROPN" and not token.is_sent_start
    return True


def listed_kind(name: str) -> ActorKind | None:
    """The kind of a name that the gazetteer lists; None for one that it does not."""
    if state := gazetteer.state_named(name):
        return state.kind
    if gazetteer.organization_named(name):
        return ActorKind.ORGANIZATION
    if gazetteer.capital_of(name) or gazetteer.region_named(name):
        return ActorKind.PLACE
    if gazetteer.adjective_of(name) or gazetteer.people_of(name) or gazetteer.region_of(name):
        return ActorKind.PEOPLE
    return None


# Capitalised runs that the model missed


def _runs(doc: Doc, taken: _Cover) -> Iterator[Piece]:
    for sentence in doc.sents:
        if _in_title_case(sentence):
            continue
        i = sentence.start
        while i < sentence.end:
            if taken.covered(i) is None and _may_open(doc[i]):
                j = _run_end(doc, i, sentence.end, taken)
                yield from _run(doc, i, j)
                i = j
            else:
                i += 1


def _in_title_case(sentence: Iterable[Token]) -> bool:
    """Whether capitals say nothing here: a heading in title case or in capitals throughout."""
    long = [t for t in sentence if t.is_alpha and len(t.text) > 3]
    return len(long) >= 4 and sum(t.text[0].isupper() for t in long) > 0.7 * len(long)


def _may_open(token: Token) -> bool:
    return is_capital(token) and not _is_common(token) and not listed(token, "calendar") and token.text[0].isalpha()


def _run_end(doc: Doc, i: int, stop: int, taken: _Cover) -> int:
    j = i + 1
    while j < stop and taken.covered(j) is None and not listed(doc[j], "calendar"):
        if is_capital(doc[j]) and doc[j].text not in _POSSESSIVE:
            j += 1
        elif doc[j].text == "-" and j + 1 < stop and is_capital(doc[j + 1]) and not doc[j].whitespace_:
            j += 2
        else:
            break
    return j


def _run(doc: Doc, start: int, end: int) -> Iterator[Piece]:
    while start < end - 1 and (listed(doc[start], "honorifics") or listed(doc[start], "titles")):
        start += 1
    tokens = doc[start:end]
    if len(tokens) == 1 and not _single(tokens[0]):
        return
    if all(listed(t, "titles") or listed(t, "roles") or listed(t, "honorifics") or _is_common(t) for t in tokens):
        return
    yield from _trimmed(doc, Piece(start, end, None, "run"))


def _single(token: Token) -> bool:
    if names.is_acronym(token.text):
        return True
    return token.pos_ == "PROPN" and not token.is_sent_start and len(token.text) > 2


# Names that stand elsewhere in the article


def _repeated(doc: Doc, taken: _Cover) -> Iterator[Piece]:
    known = _surfaces(doc, taken.pieces())
    for i, token in enumerate(doc):
        if taken.covered(i) is not None or not is_capital(token):
            continue
        for tail in known.get(token.text, ()):
            j = i + 1 + len(tail)
            if tuple(t.text for t in doc[i + 1 : j]) == tail and all(taken.covered(k) is None for k in range(i, j)):
                yield Piece(i, j, None, "repeated")
                break


def _surfaces(doc: Doc, found: list[Piece]) -> dict[str, list[tuple[str, ...]]]:
    """By first word: the words after it in each known name, longest first; persons by their last word too."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for piece in found:
        tokens = [t.text for t in doc[piece.start : piece.end]]
        known.setdefault(tokens[0], set()).add(tuple(tokens[1:]))
        if piece.kind is ActorKind.PERSON and len(tokens) > 1 and len(tokens[-1]) > 2:
            known.setdefault(tokens[-1], set()).add(())
    return {first: sorted(tails, key=lambda t: (-len(t), t)) for first, tails in known.items()}
