"""Where states and cities lie, and the outlines of the land: enough for a small map, from `generator/data/`.

Sources and licences are in the data's README. Outlines are of 1:110 million, for maps of continents.
"""

import functools
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
    """The outlines of continents and larger islands: rings of (longitude, latitude)."""
    text = resources.files("generator").joinpath("data/land.txt").read_text(encoding="utf-8")
    return tuple(tuple(_pair(p) for p in line.split(" ")) for line in text.splitlines())


def _pair(told: str) -> Degrees:
    east, _, north = told.partition(",")
    return float(east), float(north)
