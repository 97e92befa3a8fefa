"""Names that the model split, put together again: "Choe Son" and "Hui", "Stratford" and "Avon", "Air" and "Canada"."""

from collections.abc import Iterator
from dataclasses import replace

from generator import gazetteer, names
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.entities import is_regnal
from generator.extraction.mentions.tokens import is_capital, listed
from generator.extraction.parse import Doc
from generator.gazetteer import words
from generator.model import ActorKind

_IN_PLACES = frozenset(
    {"on", "upon", "en", "sur", "le", "la", "les", "am", "an", "der", "ob", "na", "by", "under", "sous"}
)
_APOSTROPHES = frozenset({"'", "’"})
_PREFIX = 2  # tokens of the prefix of a name: "O" and its mark
_PLACES = frozenset({ActorKind.STATE, ActorKind.PLACE})
# Particles that are no English words.
_BETWEEN = frozenset({"van", "von", "bin", "ibn", "bint", "ter", "der", "de", "di", "du"})


def joined(doc: Doc, found: list[Piece]) -> list[Piece]:
    """Persons' names that the model split put together: "Choe Son" and "Hui" side by side."""
    whole: list[Piece] = []
    for part in found:
        last = whole[-1] if whole else None
        piece = _with_given(doc, part, last)
        if last is not None and last.start == piece.start:
            whole[-1] = piece
        elif last is not None and last.kind is ActorKind.PERSON and last.end == piece.start + 1:
            whole[-1] = replace(last, end=piece.end)  # "Michael O" and "O' Leary"
        elif last is not None and (both := _as_one(doc, last, piece)) is not None:
            whole[-1] = both
        else:
            piece = _with_air(doc, _with_title(doc, piece))
            if last is not None and last.end > piece.start:
                whole.pop()  # "Air" alone
            whole.append(piece)
    return whole


def hyphened(doc: Doc, found: list[Piece]) -> Iterator[Piece]:
    """Names of places put together that run on over a small word: "Stratford" and "Avon" in "Stratford-upon-Avon"."""
    end = 0
    for piece in found:
        if piece.start < end:
            continue
        stop = _after_small_word(doc, piece.end)
        start = piece.start
        if not stop and start - 4 >= end and is_capital(doc[start - 4]):
            stop = _after_small_word(doc, start - 3)  # the model saw the last part alone
            start -= 4 if stop else 0
        end = max(stop, piece.end)
        yield replace(piece, start=start, end=end, kind=ActorKind.PLACE, source="hyphened") if stop else piece


def _after_small_word(doc: Doc, i: int) -> int:
    """Where a name ends that goes on at the token with "-upon-Avon" and the like; 0 where none does."""
    if i + 3 >= len(doc) or doc[i].text != "-" or doc[i + 2].text != "-" or doc[i + 1].text not in _IN_PLACES:
        return 0
    joined = not any(t.whitespace_ for t in (doc[i - 1], doc[i], doc[i + 1], doc[i + 2]))
    return i + 4 if joined and is_capital(doc[i + 3]) else 0


def _with_given(doc: Doc, piece: Piece, last: Piece | None) -> Piece:
    """As in "Anna ter Horst", of which the model found "Horst" alone, whether or not "Anna" is the last piece."""
    piece = _with_prefix(doc, piece)
    if _is_given(doc, piece, last):
        return replace(piece, start=piece.start - 1)
    first = piece.start - 2
    if piece.kind is not ActorKind.PERSON or first < 0 or doc[first + 1].text not in _BETWEEN:
        return piece
    if last is not None and last.end > first and (last.start, last.end) != (first, first + 1):
        return piece
    return replace(piece, start=first) if gazetteer.gender_of(doc[first].text) is not None else piece


def _with_prefix(doc: Doc, piece: Piece) -> Piece:
    """As in "O' Leary", of which the model found "Leary" alone."""
    if piece.start < _PREFIX or doc[piece.start - 1].text not in _APOSTROPHES or doc[piece.start - 2].text != "O":
        return piece
    joined = not doc[piece.start - 2].whitespace_ and is_capital(doc[piece.start])
    return replace(piece, start=piece.start - 2, kind=ActorKind.PERSON) if joined else piece


def _is_given(doc: Doc, piece: Piece, last: Piece | None) -> bool:
    """Whether the word before a lone surname is a given name that the model took for another word: "Per Dahl"."""
    if piece.kind is not ActorKind.PERSON or piece.end - piece.start > 1 or not piece.start:
        return False
    given = doc[piece.start - 1]
    if (last is not None and last.end >= piece.start) or given.is_sent_start or gazetteer.gender_of(given.text) is None:
        return False
    return not (listed(given, "calendar") or listed(given, "titles"))


def _with_air(doc: Doc, piece: Piece) -> Piece:
    """As in "Air Canada", "Real Madrid", "Captain America": no place, but what is called after one."""
    before = doc[piece.start - 1] if piece.start else None
    if piece.source != "listed" or before is None or piece.kind not in _PLACES or not before.whitespace_:
        return piece
    if before.text == "Air" or before.text in words("actors", "club_first"):
        return replace(piece, start=piece.start - 1, kind=ActorKind.ORGANIZATION, source="hyphened")
    named = piece.kind is ActorKind.STATE and before.text in ("Captain", "Miss", "Mr", "Mr.")
    return replace(piece, start=piece.start - 1, kind=ActorKind.OTHER, source="hyphened") if named else piece


def _with_title(doc: Doc, piece: Piece) -> Piece:
    """As in "Pope" and "John" put together, where the title was left outside."""
    regnal = piece.kind is ActorKind.PERSON and piece.start > 0 and is_regnal(doc, piece.start - 1, piece.end)
    return replace(piece, start=piece.start - 1) if regnal else piece


def _as_one(doc: Doc, last: Piece, piece: Piece) -> Piece | None:
    """The two as the one name that they are: of a person, of two acronyms, of one compound."""
    if last.end == piece.start:
        if _goes_on(doc, last, piece):
            return Piece(last.start, piece.end, ActorKind.PERSON, last.source)
        return replace(piece, start=last.start) if _is_compound(doc, last, piece) else None
    if piece.start == last.end + 1 and _are_acronyms(doc, last, piece):
        return replace(last, end=piece.end, kind=ActorKind.ORGANIZATION)
    return None


def _is_compound(doc: Doc, last: Piece, piece: Piece) -> bool:
    """As in "Harbour" and "Workers' League" side by side: the first hangs on the last word of the second."""
    first = doc[last.end - 1]
    if first.pos_ != "PROPN" or first.dep_ not in ("compound", "nmod") or first.head.i != piece.end - 1:
        return False
    if not {"run"} <= {last.source, piece.source} <= {"run", "model"} or gazetteer.is_listed(doc[last.start].text):
        return False
    if {last.kind, piece.kind} & {ActorKind.PERSON, ActorKind.PLACE} or names.is_acronym(first.text):
        return False
    return not (names.is_acronym(first.head.text) or listed(doc[piece.start], "titles"))


def _are_acronyms(doc: Doc, last: Piece, piece: Piece) -> bool:
    """As in "ABC-XYZ": one name of two acronyms, of which neither is known alone."""
    one, other = doc[last.start : last.end].text, doc[piece.start : piece.end].text
    if doc[last.end].text != "-" or doc[last.end - 1].whitespace_ or doc[last.end].whitespace_:
        return False
    return all(names.is_acronym(n) and n.isupper() and not gazetteer.is_listed(n) for n in (one, other))


def _goes_on(doc: Doc, last: Piece, piece: Piece) -> bool:
    if last.kind is ActorKind.PERSON and last.end - last.start > 1 and doc[last.end - 1].text in _BETWEEN:
        return True  # "Ursula von der" and "Leyen"
    if last.kind is not ActorKind.PERSON or piece.end - piece.start > 2 or last.end - last.start > 2:
        return False
    strange = (gazetteer.is_listed(t.text) and not gazetteer.gender_of(t.text) for t in doc[piece.start : piece.end])
    titled = any(listed(t, "titles") for t in doc[piece.start : piece.end])
    return not titled and not any(strange)
