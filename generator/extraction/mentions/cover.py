"""Pieces of text that may be names, and which of them covers each token."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.model import ActorKind


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `start` to `end` (exclusive) that may be a name.

    Attributes:
        kind: What this one occurrence is taken for; None for unknown.
        source: Which rule found it: "model", "listed", "run", "repeated" ...
    """

    start: int
    end: int
    kind: ActorKind | None
    source: str


class Cover:
    """The pieces of one text, none overlapping another."""

    def __init__(self, length: int) -> None:
        self._at: list[Piece | None] = [None] * length

    def covered(self, index: int) -> Piece | None:
        """The piece over the token."""
        return self._at[index]

    def add(self, piece: Piece) -> None:
        """Adds the piece where nothing stands yet."""
        if all(self._at[i] is None for i in range(piece.start, piece.end)):
            self._at[piece.start : piece.end] = [piece] * (piece.end - piece.start)

    def prefer(self, piece: Piece, keep: Callable[[Piece], bool]) -> None:
        """Adds the piece in place of those that it covers in full; within a longer one it gives way.

        Args:
            piece: The better-known name.
            keep: Whether a piece of the very same tokens is to be kept as it is.
        """
        others = list(dict.fromkeys(p for i in range(piece.start, piece.end) if (p := self._at[i]) is not None))
        if any(p.start < piece.start or p.end > piece.end for p in others):
            return
        if len(others) == 1 and (others[0].start, others[0].end) == (piece.start, piece.end) and keep(others[0]):
            return
        for other in others:
            self._at[other.start : other.end] = [None] * (other.end - other.start)
        self.add(piece)

    def pieces(self) -> list[Piece]:
        """All pieces, in the order of the text."""
        return list(dict.fromkeys(p for p in self._at if p is not None))
