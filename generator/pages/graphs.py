"""Pictures of actors and their links as SVG: laid out by rule, the same each time, with links in them.

Colours, fonts and dark mode come from the site's style sheet by class; a picture without it is still
legible. Beside each picture its page has a table that says the same.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.arrows import Edge, Point, Spot, arrow, tips
from generator.text import html

# Enough for a layout of some forty nodes to come to rest; the forces cool down to nothing over them.
_STEPS = 160
_LONGEST = 26  # Letters of a label.
# As wide as a page, so that labels keep their size; higher for more nodes, so that they keep their room.
_WIDTH, _HEIGHT, _HEIGHT_OF_ONE = 880.0, 560.0, 24.0
_RING_WIDTH = 720.0
# The room of a label, and how often all are pushed apart before those still in each other's way move down.
_PASSES, _ROW, _BESIDE = 60, 42.0, 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with what its key explains: the looks of its arrows, and how many of how many actors it shows."""

    svg: Markup
    looks: tuple[str, ...]
    drawn: int
    linked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node of a picture: what stands on it and where it leads."""

    id: str
    label: str
    href: str
    kind: str
    weight: int = 1


def ring(middle: Node, around: Sequence[Node], edges: Sequence[Edge]) -> Markup:
    """One node in the middle of those it is linked with."""
    width, height = _RING_WIDTH, 110.0 if len(around) < 3 else 300.0 if len(around) < 7 else 420.0
    places = [(width / 2, height / 2)]
    for number in range(len(around)):
        turn = 2 * math.pi * number / len(around) - math.pi / 2
        if len(around) in (1, 2):
            turn += math.pi / 2
        places.append((width / 2 + math.cos(turn) * 260, height / 2 + math.sin(turn) * (height / 2 - 48)))
    nodes = [middle, *around]
    return _cropped(f"Links of {middle.label}", nodes, edges, _by_id(nodes, _apart(places, nodes, width)))


def web(nodes: Sequence[Node], edges: Sequence[Edge], title: str) -> Markup:
    """Many nodes, pushed apart, with those that are linked drawn together."""
    return _cropped(title, nodes, edges, _settled(nodes, edges))


def _cropped(title: str, nodes: Sequence[Node], edges: Sequence[Edge], places: dict[str, Point]) -> Markup:
    """The picture without the empty room around it."""
    half = {n.id: _half(_label(n)) + 4 for n in nodes}
    left = min(x - half[k] for k, (x, _) in places.items())
    top, bottom = min(y for _, y in places.values()) - 30, max(y for _, y in places.values()) + 30
    width = max(x + half[k] for k, (x, _) in places.items()) - left
    shifted = {k: (round(x - left, 3), round(y - top, 3)) for k, (x, y) in places.items()}
    return _picture(title, nodes, edges, shifted, (max(width, 520.0), bottom - top))


def _settled(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, Point]:
    """Places by Fruchterman and Reingold (1991), begun on a spiral so that nothing is left to chance."""
    count = max(len(nodes), 1)
    height = max(_HEIGHT, count * _HEIGHT_OF_ONE)
    ideal = min(112.0, math.sqrt(_WIDTH * height / count) * 0.62)
    places = [_spiral(n, count, height) for n in range(count)]
    at = {node.id: n for n, node in enumerate(nodes)}
    pairs = sorted({(min(at[e.source], at[e.target]), max(at[e.source], at[e.target])) for e in edges})
    for step in range(_STEPS):
        heat = 60 * (1 - step / _STEPS) ** 1.5
        places = _step(places, pairs, ideal, heat, height)
    return _by_id(nodes, _apart(places, nodes, _WIDTH))


def _by_id(nodes: Sequence[Node], places: Sequence[Point]) -> dict[str, Point]:
    return {node.id: place for node, place in zip(nodes, places, strict=True)}


def _apart(places: Sequence[Point], nodes: Sequence[Node], width: float) -> list[Point]:
    """The places moved so that no label covers another: first each pair by as little as it takes, then downwards."""
    half = [_half(_label(node)) for node in nodes]
    moved = [[min(width - h, max(h, x)), y] for (x, y), h in zip(places, half, strict=True)]
    for _ in range(_PASSES):
        _push_apart(moved, half, width)
    placed: list[int] = []
    for one in sorted(range(len(moved)), key=lambda n: (moved[n][1], moved[n][0], n)):
        while blocking := [other for other in placed if _covers(moved, half, one, other)]:
            moved[one][1] = min(moved[other][1] for other in blocking) + _ROW
        placed.append(one)
    return [(round(x, 3), round(y, 3)) for x, y in moved]


def _over(moved: Sequence[Sequence[float]], half: Sequence[float], one: int, other: int) -> Point:
    """By how much two labels lie over each other, sideways and upright; a figure below nothing is free room."""
    beside = half[one] + half[other] + _BESIDE - abs(moved[one][0] - moved[other][0])
    return (round(beside, 3), round(_ROW - abs(moved[one][1] - moved[other][1]), 3))


def _covers(moved: Sequence[Sequence[float]], half: Sequence[float], one: int, other: int) -> bool:
    return min(_over(moved, half, one, other)) > 0


def _push_apart(moved: list[list[float]], half: Sequence[float], width: float) -> None:
    for one in range(len(moved)):
        for other in range(one + 1, len(moved)):
            beside, under = _over(moved, half, one, other)
            if min(beside, under) <= 0:
                continue
            axis, much = (1, under) if under * 1.6 < beside else (0, beside)
            way = 1 if moved[one][axis] > moved[other][axis] else -1
            for end, by in ((one, way * much / 2), (other, -way * much / 2)):
                moved[end][axis] = round(moved[end][axis] + by, 3)
                moved[end][0] = min(width - half[end], max(half[end], moved[end][0]))


def _spiral(number: int, count: int, height: float) -> Point:
    turn, reach = number * 2.399963, math.sqrt((number + 0.5) / count)
    return (_WIDTH / 2 + math.cos(turn) * reach * _WIDTH * 0.38, height / 2 + math.sin(turn) * reach * height * 0.38)


def _step(
    places: list[Point], pairs: Sequence[tuple[int, int]], ideal: float, heat: float, height: float
) -> list[Point]:
    # A pull to the middle, stronger upright than sideways, keeps groups without a link between them together.
    upright = 0.45 * _HEIGHT / height
    moves = [[(_WIDTH / 2 - x) * 0.25, (height / 2 - y) * upright] for x, y in places]
    for one, (x, y) in enumerate(places):
        for other in range(one + 1, len(places)):
            # Labels are wide and flat, so nodes side by side need more room than nodes one above the other.
            away, up = (x - places[other][0]) * 0.7, y - places[other][1]
            apart = max(away * away + up * up, 25.0)
            if apart > 9 * ideal * ideal:
                continue
            force = ideal * ideal / apart
            _push(moves, one, other, (away * force, up * force))
    for one, other in pairs:
        away, up = places[one][0] - places[other][0], places[one][1] - places[other][1]
        force = -math.hypot(away, up) / ideal * 0.9
        _push(moves, one, other, (away * force, up * force))
    return [_moved(place, move, heat, height) for place, move in zip(places, moves, strict=True)]


def _push(moves: list[list[float]], one: int, other: int, by: Point) -> None:
    moves[one][0] += by[0]
    moves[one][1] += by[1]
    moves[other][0] -= by[0]
    moves[other][1] -= by[1]


def _moved(place: Point, move: Sequence[float], heat: float, height: float) -> Point:
    length = math.hypot(move[0], move[1]) or 1.0
    step = min(length, heat) / length
    # Rounded at each step, so that no last bit of a processor's arithmetic reaches the page.
    x = min(_WIDTH - 84, max(84.0, place[0] + move[0] * step))
    y = min(height - 26, max(26.0, place[1] + move[1] * step))
    return (round(x, 3), round(y, 3))


def _picture(
    title: str, nodes: Sequence[Node], edges: Sequence[Edge], places: dict[str, Point], size: tuple[float, float]
) -> Markup:
    """The nodes at their places; each carries its number, and each arrow the numbers of its two ends."""
    number = {n.id: at for at, n in enumerate(nodes)}
    names = {n.id: n.label for n in nodes}
    spots = {n.id: Spot(at=places[n.id], half=_half(_label(n))) for n in nodes}
    lines, between = [], dict[tuple[str, str], int]()
    for edge in sorted((e for e in edges if {e.source, e.target} <= spots.keys()), key=lambda e: e.order):
        nth = between.get((edge.source, edge.target), 0)
        between[edge.source, edge.target] = nth + 1
        ends = f"{number[edge.source]} {number[edge.target]}"
        told = f"{names[edge.source]} {edge.label} {names[edge.target]}"
        told = f"{told}: {edge.caution}" if edge.caution else told
        lines.append(
            f'<g class="{edge.look}" data-ends="{ends}" role="img" aria-label="{html(told)}">'
            f"{arrow(edge, spots[edge.source], spots[edge.target], nth)}</g>"
        )
    marks = [_mark(n, places[n.id], at) for at, n in enumerate(nodes)]
    return Markup(  # noqa: S704 - all text in it went through html()
        f'<svg class="d-graph" viewBox="0 0 {size[0]:.0f} {size[1]:.0f}" role="group" aria-label="{html(title)}">'
        f"<defs>{tips(edges)}</defs>{''.join(lines)}{''.join(marks)}</svg>"
    )


def _label(node: Node) -> str:
    """The name, or its first words: a word cut short would be another name to whoever hears the whole one."""
    if len(node.label) <= _LONGEST:
        return node.label
    first = node.label[: _LONGEST - 1]
    return f"{first.rpartition(' ')[0] or first}…"


def _half(label: str) -> float:
    """Half the width of a label: no measure of the font is at hand, and this fits the widest in use."""
    return 7.1 * len(label) / 2 + 10


def _mark(node: Node, place: Point, number: int) -> str:
    label = _label(node)
    half = _half(label)
    look = f"d-node d-node-{node.kind}{'' if number else ' d-node-first'}"
    x, y = place
    return (
        f'<a class="{look}" data-node="{number}" href="{html(node.href)}" aria-label="{html(node.label)}">'
        f'<rect x="{x - half:.1f}" y="{y - 14:.1f}" width="{2 * half:.1f}" height="28" rx="14"/>'
        f'<text x="{x:.1f}" y="{y + 4.5:.1f}" text-anchor="middle">{html(label)}</text></a>'
    )
