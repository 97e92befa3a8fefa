"""Where names stand in an article: the model's entities, listed names, runs and repetitions, put together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import gazetteer, names
from generator.extraction.mentions.cover import Cover, Piece
from generator.extraction.mentions.entities import entities, is_office_word, is_regnal
from generator.extraction.mentions.listing import listed_names
from generator.extraction.mentions.runs import repeated, runs
from generator.extraction.mentions.tokens import is_capital, is_model, listed
from generator.extraction.parse import Doc
from generator.gazetteer import words
from generator.model import ActorKind

# Particles that are no English words.
_RULER = 2  # words before a ruler's number
_IN_PLACES = frozenset(
    {"on", "upon", "en", "sur", "le", "la", "les", "am", "an", "der", "ob", "na", "by", "under", "sous"}
)
_PLACES = frozenset({ActorKind.STATE, ActorKind.PLACE})
_OF_SOMEWHERE = frozenset({ActorKind.PERSON, ActorKind.PLACE})
_OF_COMPANIES = frozenset({"CEO", "CFO", "COO", "CTO"})
_NAMELESS = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, None})
_BETWEEN = frozenset({"van", "von", "bin", "ibn", "bint", "ter", "der", "de", "di", "du"})


def pieces(doc: Doc) -> list[Piece]:
    """All that may be names, in the order of the text, none overlapping another."""
    taken = Cover(len(doc))
    for piece in entities(doc):
        taken.add(piece)
    for piece in listed_names(doc):
        taken.prefer(piece, lambda other: _person_rather(doc, other))
    for piece in _numbered(doc):
        taken.prefer(piece, lambda _: False)
    for piece in runs(doc, taken):
        taken.add(piece)
    for piece in list(repeated(doc, taken)):
        taken.prefer(piece, lambda _: True)
    whole = _hyphened(doc, _joined(doc, taken.pieces()))
    return [p for p in _products(doc, whole) if not (_is_title(doc, p) or _is_one_of_many(doc, p))]


def _numbered(doc: Doc) -> Iterator[Piece]:
    """Rulers with their numbers: "King Harald V", "Pope John Paul II"."""
    for i, token in enumerate(doc):
        text = token.text
        if i < _RULER or not text.isupper() or not set(text) <= set("IVX"):
            continue
        for start in (i - 2, i - 3):
            named = start >= 0 and all(t.text.istitle() for t in doc[start:i])
            if named and listed(doc[start], "regnal"):
                yield Piece(start, i + 1, ActorKind.PERSON, "numbered")
                break


def _person_rather(doc: Doc, piece: Piece) -> bool:
    """A given name that a state or city also bears ("Jordan", "Chad"), where the model reads a person."""
    return piece.kind is ActorKind.PERSON and gazetteer.gender_of(doc[piece.start].text) is not None


def _joined(doc: Doc, found: list[Piece]) -> list[Piece]:
    """Persons' names that the model split put together: "Choe Son" and "Hui" side by side."""
    whole: list[Piece] = []
    for part in found:
        last = whole[-1] if whole else None
        piece = _with_given(doc, part, last)
        if last is not None and last.start == piece.start:
            whole[-1] = piece
        elif last is not None and last.end == piece.start and _goes_on(doc, last, piece):
            whole[-1] = Piece(last.start, piece.end, ActorKind.PERSON, last.source)
        else:
            piece = _with_air(doc, _with_title(doc, piece))
            if last is not None and last.end > piece.start:
                whole.pop()  # "Air" alone
            whole.append(piece)
    return whole


def _hyphened(doc: Doc, found: list[Piece]) -> Iterator[Piece]:
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


def _is_one_of_many(doc: Doc, piece: Piece) -> bool:
    """As in "an Oath", "a Tax System that works": capitals for weight, or one of a make, but nobody's name."""
    before = doc[piece.start - 1].lower_ if piece.start else ""
    after = doc[piece.end] if piece.end < len(doc) else None
    if before not in ("a", "an") or piece.source == "listed" or piece.kind not in _NAMELESS:
        return False
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ", "PART") or after.text == "-"):
        return False
    return not gazetteer.is_listed(doc[piece.start : piece.end].text) and not any(
        names.is_acronym(t.text) or gazetteer.gender_of(t.text) for t in doc[piece.start : piece.end]
    )


def _with_given(doc: Doc, piece: Piece, last: Piece | None) -> Piece:
    """As in "Anna ter Horst", of which the model found "Horst" alone, whether or not "Anna" is the last piece."""
    first = piece.start - 2
    if piece.kind is not ActorKind.PERSON or first < 0 or doc[first + 1].text not in _BETWEEN:
        return piece
    if last is not None and last.end > first and (last.start, last.end) != (first, first + 1):
        return piece
    return replace(piece, start=first) if gazetteer.gender_of(doc[first].text) is not None else piece


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


def _goes_on(doc: Doc, last: Piece, piece: Piece) -> bool:
    if last.kind is ActorKind.PERSON and last.end - last.start > 1 and doc[last.end - 1].text in _BETWEEN:
        return True  # "Ursula von der" and "Leyen"
    if last.kind is not ActorKind.PERSON or piece.end - piece.start > 2 or last.end - last.start > 2:
        return False
    strange = (gazetteer.is_listed(t.text) and not gazetteer.gender_of(t.text) for t in doc[piece.start : piece.end])
    titled = any(listed(t, "titles") for t in doc[piece.start : piece.end])
    return not titled and not any(strange)


def _products(doc: Doc, found: Iterable[Piece]) -> Iterator[Piece]:
    """Names with a model's number after them ("Boeing 787") are products, not their makers."""
    for piece in found:
        end = piece.end
        while end < len(doc) and is_model(doc[end]) and not doc[end].text.isdigit() and doc[end - 1].whitespace_:
            end += 1
        number = end == piece.end < len(doc) and _is_model_number(doc, end)
        if end > piece.end or number:
            yield replace(piece, end=end + number, kind=ActorKind.OTHER, source="product")
        elif is_model(doc[piece.start]) and piece.source != "listed":
            yield replace(piece, kind=ActorKind.OTHER, source="product")
        else:
            yield piece


def _is_model_number(doc: Doc, i: int) -> bool:
    """As in "Boeing 787", "Airbus 380 jet": three digits right after a maker, and no noun that they count."""
    token = doc[i]
    after = doc[i + 1] if i + 1 < len(doc) else None
    counted = after is not None and after.tag_ == "NNS" and token.head.i == after.i and token.dep_ == "nummod"
    return token.text.isdigit() and len(token.text) == 3 and bool(doc[i - 1].whitespace_) and not counted


def _completes_title(doc: Doc, piece: Piece) -> bool:
    """The "State" of "Secretary of State", the "Foreign Affairs" of "Minister for Foreign Affairs"."""
    if piece.start < 2 or doc[piece.start - 1].lower_ not in ("of", "for"):
        return False
    return listed(doc[piece.start - 2], "titles") and all(listed(t, "offices") for t in doc[piece.start : piece.end])


def _is_portfolio(doc: Doc, piece: Piece) -> bool:
    """The "Labour" of "Labour Minister Jane Doe": what a minister is in charge of, though a party is called so."""
    if piece.kind is not ActorKind.ORGANIZATION or piece.end - piece.start > 1 or piece.end >= len(doc):
        return False
    return doc[piece.end].text in ("Minister", "Secretary") and listed(doc[piece.start], "offices")


def _is_title(doc: Doc, piece: Piece) -> bool:
    """Words of a title that a name follows or that stand alone: "Foreign Minister", "National Security" Director."""
    if piece.source == "hyphened":
        return False
    if piece.source == "listed":
        return _is_portfolio(doc, piece)
    if _completes_title(doc, piece):
        return True
    last = doc[piece.end - 1]
    if listed(last, "titles") and not last.text.isupper():
        return all(listed(t, "titles") or gazetteer.gender_of(t.text) is None for t in doc[piece.start : piece.end])
    after = doc[piece.end] if piece.end < len(doc) else None
    if after is None or not is_capital(after) or not listed(after, "titles") or piece.kind in _OF_SOMEWHERE:
        return False
    # "Foreign" Minister; but "Acme" CEO, "Los Angeles" Sheriff.
    placed = gazetteer.place_state(doc[piece.start : piece.end].text) is not None
    return not (placed or after.text in _OF_COMPANIES or is_office_word(last.text) or names.is_acronym(last.text))
