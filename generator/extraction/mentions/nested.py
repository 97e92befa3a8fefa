"""Names within names: whose office, event or product it is ("Springfield Police Department", "Vietnam War").

Only those that say something of their own: a newspaper named after its city is no word about the city.
"""

from collections.abc import Iterator, Mapping

from generator import gazetteer, names
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.listing import listed_kind
from generator.extraction.mentions.tokens import folded, is_capital, listed
from generator.extraction.parse import Doc
from generator.model import ActorKind

_GOVERNED = frozenset({"municipality", "city", "town", "county", "province", "district", "borough", "commune"})
_LONGEST = 4  # tokens of a name that another holds
_PLACES = frozenset({ActorKind.STATE, ActorKind.PLACE})
_OWNERS = frozenset({ActorKind.STATE, ActorKind.PLACE, ActorKind.ORGANIZATION})
_OWNED = frozenset({ActorKind.EVENT, ActorKind.OTHER})


def owners_within(doc: Doc, piece: Piece, voted: Mapping[str, ActorKind]) -> Iterator[Piece]:
    """The names that a longer one holds, where they say whose or of where it is.

    Args:
        doc: The parse.
        piece: The longer name.
        voted: The kinds of the article's names, by their identity.
    """
    if piece.end - piece.start < 2 or piece.source == "product":
        return
    kind = voted.get(names.identity(doc.words(piece.start, piece.end)))
    first = _first(doc, piece, kind, voted)
    if first is not None:
        yield first
    elif (
        kind is ActorKind.ORGANIZATION
        and gazetteer.organization_named(doc.words(piece.start, piece.end)) is None
        and (last := _after_of(doc, piece, voted)) is not None
    ):
        yield last


def _first(doc: Doc, piece: Piece, kind: ActorKind | None, voted: Mapping[str, ActorKind]) -> Piece | None:
    """The name that it begins with: of the state or town whose office it is, of whose event or product it is."""
    for end in range(min(piece.end - 1, piece.start + _LONGEST), piece.start, -1):
        own = _kind(doc.words(piece.start, end), voted)
        if own not in _OWNERS:
            continue
        rest = list(doc[end : piece.end])
        office = own in _PLACES and all(listed(t, "offices") or listed(t, "local_offices") for t in rest)
        if (office and kind is ActorKind.ORGANIZATION) or kind in _OWNED:
            return Piece(piece.start, end, own, "nested")
    return None


def _after_of(doc: Doc, piece: Piece, voted: Mapping[str, ActorKind]) -> Piece | None:
    """The place after its "of": "University of Texas", "Municipality of Springfield"."""
    for start in range(piece.start + 2, piece.end):
        if doc[start - 1].lower_ == "of" and is_capital(doc[start]):
            ends = range(min(piece.end, start + _LONGEST), start, -1)
            found = ((j, own) for j in ends if (own := _kind(doc[start:j].text, voted)) in _PLACES)
            place = next((Piece(start, j, own, "nested") for j, own in found), None)
            return place or (
                Piece(start, piece.end, ActorKind.PLACE, "nested") if _governs(doc, piece, start) else None
            )
    return None


def _governs(doc: Doc, piece: Piece, start: int) -> bool:
    """As in "Municipality of Arden": what is governed is a place, whatever it is called."""
    return start == piece.start + 2 and folded(doc[piece.start].text) in _GOVERNED


def _kind(name: str, voted: Mapping[str, ActorKind]) -> ActorKind | None:
    """What the name is by the gazetteer, or where it stands alone in the article."""
    if not name[:1].isupper():
        return None
    kind = listed_kind(name) or voted.get(names.identity(name))
    return kind or (ActorKind.PLACE if gazetteer.place_state(name) is not None else None)
