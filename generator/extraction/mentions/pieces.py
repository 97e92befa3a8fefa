"""Where names stand in an article: the model's entities, listed names, runs and repetitions, put together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import gazetteer, names
from generator.extraction.mentions.cover import Cover, Piece
from generator.extraction.mentions.entities import entities, is_office_word
from generator.extraction.mentions.joining import hyphened, joined
from generator.extraction.mentions.listing import listed_names
from generator.extraction.mentions.plain import Plain
from generator.extraction.mentions.runs import repeated, runs
from generator.extraction.mentions.tokens import is_capital, is_model, listed
from generator.extraction.parse import Doc
from generator.model import ActorKind

_SYSTEMS = frozenset({"OS", "OSX"})
_RULER = 2  # words before a ruler's number
_OF_SOMEWHERE = frozenset({ActorKind.PERSON, ActorKind.PLACE})
_OF_COMPANIES = frozenset({"CEO", "CFO", "COO", "CTO"})


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
    whole = hyphened(doc, joined(doc, taken.pieces()))
    plain = Plain(doc)
    return [p for p in _products(doc, whole) if not (_is_title(doc, p) or plain.names_nobody(p))]


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


def _products(doc: Doc, found: Iterable[Piece]) -> Iterator[Piece]:
    """Names with a model's number after them ("Boeing 787") are products, not their makers."""
    for piece in found:
        end = piece.end
        if end < len(doc) and doc[end].text in _SYSTEMS:
            end += 1 + (end + 1 < len(doc) and doc[end + 1].text == "X")
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
    placed = gazetteer.place_state(doc.words(piece.start, piece.end)) is not None
    return not (placed or after.text in _OF_COMPANIES or is_office_word(last.text) or names.is_acronym(last.text))
