"""The arrows of a picture: which links make one, and how it is drawn.

An arrow looks like what it tells, never by its colour alone: each sense has a line and a tip of its own. What is held
open or denied is dotted and bears a mark, so that nobody takes it for what is so.
"""

import math
from collections.abc import Container, Iterable
from dataclasses import dataclass

from generator.model import Link
from generator.pages import words

# The order in which a key lists them.
LOOKS = ("with", "against", "other", "standing", "open", "not")
# So many reports of a link or more make its arrow thicker, and thicker again.
_OFTEN, _VERY_OFTEN = 3, 10
_HALF_HEIGHT, _GAP = 14.0, 2.5  # Of a label, and of the room that an arrow leaves to it.
_SHAPES = {
    "with": "M0 0 8 4 0 8z",
    "against": "M0 0h2.4v8H0zM3.4 0 8 4 3.4 8z",
    "other": "M0 0 8 4 0 8 1 6.6 5.4 4 1 1.4z",
    "standing": "M0 0 8 4 0 8 1 6.6 5.4 4 1 1.4z",
}
_MARKS = {"open": "?", "not": "✕"}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow of a picture, from one node's id to another's.

    Attributes:
        label: What the one does to the other, in words.
        sense: What kind of thing it tells, a key of `LOOKS`.
        stance: "sure", "open" or "not"; caution: the same in words, empty for "sure".
        weight: How many reports it rests on.
    """

    source: str
    target: str
    label: str
    sense: str
    stance: str = "sure"
    caution: str = ""
    weight: int = 1

    @property
    def order(self) -> tuple[str, str, int, int]:
        """Where it comes among the others, the same each time."""
        stances = ("sure", *_MARKS)
        return (self.source, self.target, LOOKS.index(self.sense), stances.index(self.stance))

    @property
    def look(self) -> str:
        """Its classes for the style sheet."""
        look = f"d-edge d-edge-{self.sense}"
        if self.stance != "sure":
            look += f" d-edge-{self.stance}"
        if self.weight >= _OFTEN:
            look += " d-edge-often" if self.weight < _VERY_OFTEN else " d-edge-very"
        return look


def weight(link: Link) -> int:
    """How many reports a link rests on."""
    return max(1, len(link.claims) + len(link.evidence))


def pairs(links: Iterable[Link]) -> dict[tuple[str, str], int]:
    """How much two actors have to do with each other, by slugs in their order: reports of what was done between them.

    An office or a membership counts once, however often it is told: else a spokesman and his office, named in each
    article, would push out who does what to whom.
    """
    weights: dict[tuple[str, str], int] = {}
    standing: set[tuple[str, str, str]] = set()
    for link in links:
        pair = (min(link.source, link.target), max(link.source, link.target))
        if words.sense(link.type) != "standing":
            weights[pair] = weights.get(pair, 0) + weight(link)
        elif (*pair, link.type) not in standing:
            weights[pair] = weights.get(pair, 0) + 1
            standing.add((*pair, link.type))
    return weights


def edges(links: Iterable[Link], shown: Container[str]) -> tuple[Edge, ...]:
    """The links between those shown as arrows: one for all of one sense that are equally sure, in one direction."""
    gathered: dict[tuple[str, str, str, tuple[str, str]], list[Link]] = {}
    for link in links:
        if link.source in shown and link.target in shown and link.source != link.target:
            key = (link.source, link.target, words.sense(link.type), words.STANCE[link.factuality])
            gathered.setdefault(key, []).append(link)
    return tuple(
        Edge(
            source=source,
            target=target,
            label=", ".join(dict.fromkeys(words.LINK.get(x.type, x.type.lower()) for x in told)),
            sense=sense,
            stance=stance,
            caution=caution if stance != "sure" else "",
            weight=sum(map(weight, told)),
        )
        for (source, target, sense, (caution, stance)), told in gathered.items()
    )


def looks(drawn: Iterable[Edge]) -> tuple[str, ...]:
    """What a key to the arrows has to explain, in the order of `LOOKS`."""
    used = {look for e in drawn for look in (e.sense, e.stance)}
    return tuple(x for x in LOOKS if x in used)


def tips(drawn: Iterable[Edge]) -> str:
    """The definitions of the tips that the arrows need."""
    used = {e.sense for e in drawn}
    return "".join(
        f'<marker id="d-tip-{sense}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path class="d-tip d-tip-{sense}" d="{shape}"/></marker>'
        for sense, shape in _SHAPES.items()
        if sense in used
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a node stands: its middle, and half the width of its label."""

    at: Point
    half: float


def arrow(edge: Edge, start: Spot, end: Spot, number: int = 0) -> str:
    """A bent arrow, so that the way back does not hide it; it stops short of the labels.

    Args:
        edge: What it tells.
        start: The node it comes from.
        end: The node it leads to.
        number: How many arrows go the same way already; each bends further.
    """
    (x1, y1), (x2, y2) = start.at, end.at
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    bend = min(26.0, length * 0.12) * (1 + 1.4 * number)
    mx, my = (x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend
    ax, ay = _short_of((mx, my), start)
    bx, by = _short_of((mx, my), end)
    line = f'<path d="M{ax:.1f} {ay:.1f}Q{mx:.1f} {my:.1f} {bx:.1f} {by:.1f}" marker-end="url(#d-tip-{edge.sense})"/>'
    mark = _MARKS.get(edge.stance)
    if mark is None:
        return line
    x, y = (ax + 2 * mx + bx) / 4, (ay + 2 * my + by) / 4
    return f'{line}<text class="d-doubt" x="{x:.1f}" y="{y + 4.5:.1f}" text-anchor="middle">{mark}</text>'


def _short_of(origin: Point, goal: Spot) -> Point:
    """Where a line from the origin to the goal's middle meets the box of its label."""
    away, up = goal.at[0] - origin[0], goal.at[1] - origin[1]
    wide, high = (goal.half + _GAP) / max(abs(away), 1e-6), (_HALF_HEIGHT + _GAP) / max(abs(up), 1e-6)
    part = max(0.0, 1 - min(wide, high))
    return (origin[0] + away * part, origin[1] + up * part)
