"""Words in capitals that name nobody: written large for their weight or their place, or parts of other words."""

from generator import gazetteer, names
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.tokens import listed
from generator.extraction.parse import Doc, Token
from generator.model import ActorKind

_NAMELESS = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, None})
_BEFORE_PLACES = frozenset({"pro", "anti", "half", "mini", "ex"})


class Plain:
    """What an article's own words tell of those that it writes with a capital."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._small: frozenset[str] = frozenset()
        self._large: frozenset[str] = frozenset()

    def names_nobody(self, piece: Piece) -> bool:
        """Whether the piece is no name after all."""
        if piece.source == "listed":
            return _is_in_word(self._doc, piece)
        if piece.end - piece.start == 1 and piece.kind in _NAMELESS and self._is_word(piece):
            return True
        return _is_in_word(self._doc, piece) or _is_one_of_many(self._doc, piece)

    def _is_word(self, piece: Piece) -> bool:
        """Whether a lone word in capitals is but a word."""
        token = self._doc[piece.start]
        if gazetteer.gender_of(token.text) is not None or gazetteer.is_listed(token.text):
            return False
        after = self._doc[token.i + 1] if token.i + 1 < len(self._doc) else None
        if after is not None and _describes(token, after):
            return True
        if not self._small:
            self._small = frozenset(t.text for t in self._doc if t.text.islower())
            self._large = frozenset(t.text for t in self._doc if t.pos_ == "PROPN" and not t.is_sent_start)
        if token.lower_ not in self._small or token.text.isupper():
            return False
        return token.pos_ == "NOUN" or (bool(token.is_sent_start) and token.text not in self._large)


def _describes(token: Token, after: Token) -> bool:
    """As in "Lesser-known", or the "Team Manager of" somebody."""
    if after.text == "-" and not token.whitespace_:
        return token.doc[min(token.i + 2, len(token.doc) - 1)].text == "known"
    if listed(after, "titles") and after.text[:1].isupper() and after.i + 1 < len(token.doc):
        return after.nbor().lower_ == "of" and not names.is_acronym(token.text)
    return False


def _is_in_word(doc: Doc, piece: Piece) -> bool:
    """As in "pro-Oslo": no city, but what somebody is like."""
    if piece.start < 2 or doc[piece.start - 1].text != "-" or doc[piece.start - 1].whitespace_:
        return False
    joined = not doc[piece.start - 2].whitespace_ and doc[piece.start - 2].lower_ in _BEFORE_PLACES
    return joined and (piece.kind is ActorKind.PLACE or doc[piece.start - 2].lower_ in ("half", "mini"))


def _is_one_of_many(doc: Doc, piece: Piece) -> bool:
    """As in "an Oath", "a Tax System that works": capitals for weight, or one of a make, but nobody's name."""
    before = doc[piece.start - 1].lower_ if piece.start else ""
    after = doc[piece.end] if piece.end < len(doc) else None
    if before not in ("a", "an") or piece.kind not in _NAMELESS:
        return False
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ", "PART") or after.text == "-"):
        return False
    return not gazetteer.is_listed(doc[piece.start : piece.end].text) and not any(
        names.is_acronym(t.text) or gazetteer.gender_of(t.text) for t in doc[piece.start : piece.end]
    )
