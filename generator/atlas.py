"""Where states and cities lie, and the outlines of the land: enough for a small map, from `generator/data/`.

Sources and licences are in the data's README. Outlines are of 1:110 million, for maps of continents.
"""

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from generator import gazetteer

Degrees = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point that stands for a place.

    Attributes:
        latitude, longitude: In degrees, north and east.
        state: Alpha-2 code of the state that it lies in, or is the middle of.
        city: Whether it is a city; else the middle of a state.
        capital: Whether it is its state's capital.
    """

    latitude: float
    longitude: float
    state: str
    city: bool
    capital: bool = False


def spot(name: str) -> Spot | None:
    """Where a state, or a city of more than 100,000 people, lies; None for every other name.

    Of cities of one name it is the most populous: whoever asks has to know that this one is meant.
    """
    state = gazetteer.state_named(name)
    code = state.code if state is not None else gazetteer.place_state(name) or ""
    at = _coordinates().get(("" if state is not None else gazetteer.key(name), code))
    if at is None:
        return None
    home = gazetteer.capital_of(name)
    return Spot(
        latitude=at[0],
        longitude=at[1],
        state=code,
        city=state is None,
        capital=state is None and home is not None and home.code == code,
    )


@functools.cache
def _coordinates() -> dict[tuple[str, str], Degrees]:
    rows = gazetteer.rows("coordinates.tsv")
    return {(gazetteer.key(n) if n else "", code): (float(north), float(east)) for n, code, north, east in rows}


@functools.cache
def land() -> tuple[tuple[Degrees, ...], ...]:
    """The outlines of continents and larger islands: rings of (longitude, latitude).

    One that crosses the 180th meridian is there twice, once for each edge of a map, and reaches over it.
    """
    text = resources.files("generator").joinpath("data/land.txt").read_text(encoding="utf-8")
    rings = (tuple(_pair(p) for p in line.split(" ")) for line in text.splitlines())
    return tuple(whole for ring in rings for whole in _unrolled(ring))


def _unrolled(ring: tuple[Degrees, ...]) -> Iterator[tuple[Degrees, ...]]:
    turns, whole = 0, [ring[0]]
    for (before, _), (east, north) in itertools.pairwise((*ring, ring[0])):
        turns += (before - east > 180) - (east - before > 180)
        whole.append((east + 360 * turns, north))
    if turns or whole[:-1] == list(ring):  # It goes round a pole and has no other side, or it crosses nothing.
        yield ring
        return
    del whole[-1]
    yield tuple(whole)
    over = 360 if min(east for east, _ in whole) < -180 else -360
    yield tuple((east + over, north) for east, north in whole)


def _pair(told: str) -> Degrees:
    east, _, north = told.partition(",")
    return float(east), float(north)
