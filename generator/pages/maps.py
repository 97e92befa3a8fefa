"""Where things are said to have happened: a small map as SVG, with the table that says the same.

A place is put on the map only where it is known which is meant: a state; a capital; or a city whose state is named in
an article that names the city. All others stand in the table alone.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import atlas
from generator.atlas import Spot
from generator.model import Claim, Event
from generator.pages.desk import is_deed
from generator.pages.sheet import Citation, Name, Sheet
from generator.text import html

_WIDTH = 880.0
_MOST_PLACES = 40
_MOST_BRIEFLY = 10
_FEWEST = 2
# The map shows at least so many degrees, or a coast would look like a continent.
_LEAST_WIDE, _LEAST_HIGH = 44.0, 22.0
_MARGIN = 0.12
_LETTER = 7.4  # Width of a label's letter, at the size of `.d-map text`.


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A place, how many claims tell of events there, and these; `spot` only where it is sure which it is."""

    name: Name
    events: int
    citations: tuple[Citation, ...]
    spot: Spot | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The places of a page: the map, how many of how many are on it, and the table of the first of them."""

    picture: Markup
    placed: int
    places: int
    lines: tuple[PlaceLine, ...]


def where(claims: Iterable[Claim], sheet: Sheet, title: str, *, brief: bool = False) -> Where | None:
    """The places that events of the claims are reported from; None for fewer than two that can be put on a map.

    Args:
        claims: Those of the page.
        sheet: The page's.
        title: Of the map, for those who do not see it.
        brief: A short table without citations, for a page that sums up others.
    """
    told = _told(claims, sheet)
    ordered = sorted(told, key=lambda slug: (-len(told[slug]), slug))
    lines = tuple(_line(slug, told[slug], sheet, cited=not brief) for slug in ordered[:_MOST_PLACES])
    placed = [x for x in lines if x.spot is not None]
    if len(placed) < _FEWEST:
        return None
    return Where(
        picture=picture(placed, title),
        placed=len(placed),
        places=len(ordered),
        lines=lines[:_MOST_BRIEFLY] if brief else lines,
    )


def _told(claims: Iterable[Claim], sheet: Sheet) -> dict[str, dict[str, Claim]]:
    """Slug of a place to the claims with an event there, by id."""
    index = sheet.desk.index
    found: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        for slug in _places(index.events_of_claim.get(claim.id, ())):
            if slug in index.actors:
                found.setdefault(slug, {})[claim.id] = claim
    return found


def _places(events: Iterable[Event]) -> dict[str, None]:
    return {p.actor: None for e in events if is_deed(e) for p in e.place if p.actor}


def _line(slug: str, claims: dict[str, Claim], sheet: Sheet, *, cited: bool) -> PlaceLine:
    shown = sorted(claims, key=lambda c: sheet.desk.excerpt(claims[c]).words is None)
    return PlaceLine(
        name=sheet.actor(slug),
        events=len(claims),
        citations=sheet.cite_all(shown[:3]) if cited else (),
        spot=_spot(slug, sheet),
    )


def _spot(slug: str, sheet: Sheet) -> Spot | None:
    index = sheet.desk.index
    found = atlas.spot(index.actors[slug].name)
    if found is None or not found.city or found.capital:
        return found
    state = sheet.desk.state(found.state)
    articles = index.naming.get(state.slug, ()) if state is not None else ()
    return found if set(articles) & set(index.naming.get(slug, ())) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """The part of the world that a map shows, and how degrees become units of the picture."""

    west: float
    north: float
    wide: float
    high: float
    narrow: float

    @classmethod
    def around(cls, spots: Sequence[Spot]) -> "_View":
        """The view that has all the spots with room around them, twice as wide as high where the world allows."""
        souths, easts = [s.latitude for s in spots], [s.longitude for s in spots]
        middle = (min(souths) + max(souths)) / 2
        narrow = math.cos(math.radians(min(abs(middle), 70.0)))
        wide = max((max(easts) - min(easts)) * (1 + 2 * _MARGIN), _LEAST_WIDE)
        high = max((max(souths) - min(souths)) * (1 + 2 * _MARGIN), _LEAST_HIGH)
        wide = min(360.0, max(wide, 1.7 * high / narrow))
        high = min(150.0, max(high, wide * narrow / 2.2))
        west = min(max((min(easts) + max(easts)) / 2 - wide / 2, -180.0), 180.0 - wide)
        north = max(min(middle + high / 2, 84.0), -66.0 + high)
        return cls(west=west, north=north, wide=wide, high=high, narrow=narrow)

    @property
    def height(self) -> float:
        """Of the picture, whose width is fixed."""
        return _WIDTH * self.high / (self.wide * self.narrow)

    def point(self, east: float, north: float) -> tuple[float, float]:
        """Where a point of the globe is drawn: degrees of longitude narrowed as in the middle of the view."""
        return (east - self.west) / self.wide * _WIDTH, (self.north - north) / self.high * self.height

    def holds(self, ring: Sequence[tuple[float, float]]) -> bool:
        """Whether the view and the box around a ring have anything in common."""
        easts, norths = [e for e, _ in ring], [n for _, n in ring]
        beside = max(easts) < self.west or min(easts) > self.west + self.wide
        return not (beside or max(norths) < self.north - self.high or min(norths) > self.north)


def picture(lines: Sequence[PlaceLine], title: str) -> Markup:
    """The land, with a dot for each place that leads to its page, larger the more is reported from there."""
    known = [(x, x.spot) for x in lines if x.spot is not None]
    view = _View.around([spot for _, spot in known])
    shores = "".join(_shore(ring, view) for ring in atlas.land() if view.holds(ring))
    taken = [_round(x, spot, view) for x, spot in known]
    dots = "".join(_dot(x, spot, view, taken) for x, spot in known)
    return Markup(  # noqa: S704 - all text in it went through html()
        f'<svg class="d-map" viewBox="0 0 {_WIDTH:.0f} {view.height:.0f}" role="group" aria-label="{html(title)}">'
        f'<path class="d-land" d="{shores}"/>{dots}</svg>'
    )


def _shore(ring: Sequence[tuple[float, float]], view: _View) -> str:
    drawn = [view.point(e, n) for e, n in ring]
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in drawn) + "Z"


def _size(line: PlaceLine) -> float:
    return min(4.0 + 2.0 * math.sqrt(line.events), 18.0)


def _round(line: PlaceLine, spot: Spot, view: _View) -> tuple[float, float, float, float]:
    """The box around a dot."""
    (x, y), size = view.point(spot.longitude, spot.latitude), _size(line)
    return (x - size, y - size, x + size, y + size)


def _dot(line: PlaceLine, spot: Spot, view: _View, taken: list[tuple[float, float, float, float]]) -> str:
    x, y = view.point(spot.longitude, spot.latitude)
    size = _size(line)
    told = f"{line.name.text}: {line.events} {'claim' if line.events == 1 else 'claims'}"
    mark = f'<circle class="d-spot{"" if spot.city else " d-spot-state"}" cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"/>'
    label = _label(line.name.text, (x, y, size), view, taken)
    href = (line.name.href or "").replace(".md", ".html")
    return f'<a href="{html(href)}" aria-label="{html(told)}">{mark}{label}</a>' if href else f"<g>{mark}{label}</g>"


def _label(
    text: str, dot: tuple[float, float, float], view: _View, taken: list[tuple[float, float, float, float]]
) -> str:
    """The name beside its dot, right or left, wherever it hides no other name or dot; else none: the table has it."""
    x, y, size = dot
    long = _LETTER * len(text)
    for start, anchor in ((x + size + 3, "start"), (x - size - 3 - long, "end")):
        box = (start, y - 9, start + long, y + 9)
        if start < 0 or start + long > _WIDTH or y > view.height or any(_meet(box, other) for other in taken):
            continue
        taken.append(box)
        at = start if anchor == "start" else start + long
        return f'<text x="{at:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">{html(text)}</text>'
    return ""


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
