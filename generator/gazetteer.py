"""What the world knows without reading: states, capitals, demonyms, great organizations, cities, given names.

The lists ship with the package in `generator/data/` (see its README for sources and licences). Lookups fold
case, accents and a leading "the", but acronyms must stand in capitals ("US" is a state, "us" is not).
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from generator.model import ActorKind
from generator.names import identity, misspells, without_article
from generator.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state, or a territory with an ISO code of its own.

    Attributes:
        code: ISO 3166-1 alpha-2 (and XK for Kosovo, as the European Union writes it).
        sovereign: False for territories, which are places rather than actors.
        adjectives: "Iranian", "Danish". peoples: "Danes", "Iranians".
    """

    code: str
    name: str
    sovereign: bool
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    adjectives: tuple[str, ...]
    peoples: tuple[str, ...]

    @property
    def kind(self) -> ActorKind:
        """STATE, or PLACE for a territory."""
        return ActorKind.STATE if self.sovereign else ActorKind.PLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A well-known organization.

    Attributes:
        state: Alpha-2 code of the state that it belongs to, or has its seat in; None for international ones.
        media: Whether it reports news.
        government: Whether it is a part of its state, so that its officials are the state's.
        seat: Whether it is a building whose name means the state's government as a whole ("the Kremlin").
    """

    name: str
    names: tuple[str, ...]
    state: str | None
    media: bool
    government: bool
    seat: bool = False


def rows(file: str) -> Iterator[list[str]]:
    """The rows of a tab-separated data file, without its heading."""
    text = resources.files("generator").joinpath(f"data/{file}").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        yield line.split("\t")


@functools.cache
def lexicon(name: str) -> dict[str, Any]:
    """A YAML word list of `generator/data/`."""
    text = resources.files("generator").joinpath(f"data/{name}.yml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    return told


@functools.cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a YAML word list, as a set."""
    told = lexicon(name)[key]
    return frozenset(told.split() if isinstance(told, str) else told)


@functools.lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """How a name is looked up: folded without "the"; what is written in capitals only stays apart from words."""
    bare = without_article(name)
    folded = fold(bare)
    letters = [c for c in bare if c.isalpha()]
    short = 1 < len(letters) <= 5 and all(c.isupper() for c in letters)
    return f"={folded}" if short else folded


def _keys(name: str) -> set[str]:
    """The keys that find a listed name: a longer name is found in capitals as well ("SEOUL", "IRAN")."""
    found = {key(name)}
    if not found & {f"={fold(without_article(name))}"} and len(name) > 3:
        found |= {key(name.upper()), key(name)}
    return found


def _split(cell: str) -> tuple[str, ...]:
    return tuple(x for x in cell.split("|") if x)


def _plural(word: str) -> str:
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return word if word.endswith(("ese", "ish", "ch", "sh", "s", "x", "z")) else f"{word}s"


def _peoples(adjectives: tuple[str, ...], nouns: tuple[str, ...]) -> tuple[str, ...]:
    plurals = (*(p for a in adjectives if (p := _plural(a)) != a), *(_plural(n) for n in nouns))
    return tuple(dict.fromkeys((*plurals, *nouns)))


@functools.cache
def states() -> dict[str, State]:
    """All states and territories by their ISO 3166-1 alpha-2 codes."""
    found = {}
    for code, status, name, others, capitals, adjectives, nouns in rows("states.tsv"):
        found[code] = State(
            code=code,
            name=name,
            sovereign=status == "state",
            names=(name, *_split(others)),
            capitals=_split(capitals),
            adjectives=_split(adjectives),
            peoples=_peoples(_split(adjectives), _split(nouns)),
        )
    return found


def _index(field: str) -> dict[str, str]:
    # Sovereign states come first: Kingston is Jamaica's capital before it is Norfolk Island's.
    ordered = sorted(states().values(), key=lambda s: (not s.sovereign, s.code))
    found: dict[str, str] = {}
    for state in ordered:
        for name in getattr(state, field):
            for k in sorted(_keys(name)):
                found.setdefault(k, state.code)
    return found


@functools.cache
def _state_names() -> dict[str, str]:
    return _index("names")


@functools.cache
def _capitals() -> dict[str, str]:
    return _index("capitals")


@functools.cache
def _adjectives() -> dict[str, str]:
    return _index("adjectives")


@functools.cache
def _peoples_index() -> dict[str, str]:
    return _index("peoples")


def state_named(name: str) -> State | None:
    """The state that goes by this name ("the U.S.", "Côte d'Ivoire", "DPRK")."""
    code = _state_names().get(key(name))
    return states()[code] if code else None


def capital_of(name: str) -> State | None:
    """The state that this city is the capital of, or the seat of its government."""
    code = _capitals().get(key(name))
    return states()[code] if code else None


def adjective_of(word: str) -> State | None:
    """The state of an adjective ("Iranian", "Danish", "South Korean")."""
    code = _adjectives().get(key(word)) if word[:1].isupper() else None
    return states()[code] if code else None


def people_of(word: str) -> State | None:
    """The state of a people ("Iranians", "Danes", "Briton")."""
    code = _peoples_index().get(key(word)) if word[:1].isupper() else None
    return states()[code] if code else None


@functools.cache
def organizations() -> tuple[Organization, ...]:
    """The well-known organizations, in the order of the list."""
    return tuple(
        Organization(
            name=name,
            names=(name, *_split(others)),
            state=state or None,
            media=kind == "media",
            government=kind in ("government", "seat"),
            seat=kind == "seat",
        )
        for name, others, state, kind in rows("organizations.tsv")
    )


@functools.cache
def _organization_index() -> dict[str, Organization]:
    found: dict[str, Organization] = {}
    for organization in organizations():
        for name in organization.names:
            for k in sorted(_keys(name)):
                found.setdefault(k, organization)
    return found


def organization_named(name: str) -> Organization | None:
    """The well-known organization that goes by this name or acronym."""
    return _organization_index().get(key(name))


def seat_of(name: str) -> State | None:
    """The state whose government sits in the building of this name ("the Kremlin", "Downing Street")."""
    organization = organization_named(name)
    return states()[organization.state] if organization and organization.seat and organization.state else None


@functools.cache
def _regions() -> dict[str, str]:
    return {k: name for name, others, _ in rows("regions.tsv") for n in (name, *_split(others)) for k in _keys(n)}


@functools.cache
def _region_adjectives() -> dict[str, str]:
    return {k: name for name, _, adjectives in rows("regions.tsv") for a in _split(adjectives) for k in _keys(a)}


def region_named(name: str) -> str | None:
    """The region of the world that goes by this name ("the Middle East", "Crimea")."""
    return _regions().get(key(name))


def region_of(word: str) -> str | None:
    """The region of an adjective or people ("European", "Kurds")."""
    return _region_adjectives().get(key(word)) if word[:1].isupper() else None


@functools.cache
def _places() -> dict[str, str]:
    return {k: state for name, state in rows("places.tsv") for k in _keys(name)}


def place_state(name: str) -> str | None:
    """The state of a city of more than 100,000 people, or of a state of the United States."""
    return _places().get(key(name))


@functools.cache
def _given() -> dict[str, str]:
    return {fold(name): gender for name, gender in rows("given_names.tsv")}


@functools.lru_cache(maxsize=50_000)
def gender_of(given: str) -> str | None:
    """Whether a given name is "f", "m" or "u" (either); None for what is not known as one."""
    if not given[:1].isupper():
        return None
    known = _given()
    double = given.split("-")
    if len(double) == 2 and all(fold(part) in known for part in double):
        return known[fold(double[0])]  # "Anne-Marie", "Jean-Pierre"
    return known.get(fold(given))


def long_forms(given: str) -> frozenset[str]:
    """What a given name is short for, folded: "Larry" for "lawrence"; empty for one that is no short form."""
    return frozenset(lexicon("actors")["nicknames"].get(fold(given), ()))


@functools.cache
def phrases() -> frozenset[str]:
    """The keys of every listed name of a state, capital, organization or region; for finding them in a text."""
    return frozenset({*_state_names(), *_capitals(), *_organization_index(), *_regions(), *_adjectives()})


@functools.cache
def phrase_heads() -> dict[str, int]:
    """For the first word (folded) of each listed name of several words: the most words that such a name has."""
    longest: dict[str, int] = {}
    names = [n for s in states().values() for n in (*s.names, *s.capitals, *s.adjectives)]
    names += [n for o in organizations() for n in o.names] + [
        n for name, others, _ in rows("regions.tsv") for n in (name, *_split(others))
    ]
    for name in names:
        parts = fold(without_article(name)).split()
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


_FIRST = re.compile(r"\w*")


@functools.cache
def phrase_openers() -> frozenset[str]:
    """What listed names begin with, as `opener` cuts it out of a word: any other word opens none."""
    return frozenset(opener(phrase.removeprefix("=")) for phrase in phrases())


def opener(folded: str) -> str:
    """The letters and digits that a folded word begins with: a text may part what the lists have as one word."""
    found = _FIRST.match(folded)
    return found[0] if found else ""


@functools.cache
def _by_shape() -> dict[tuple[str, int], tuple[str, ...]]:
    """Names of states and capitals by their initial and the length of their identity."""
    known: dict[tuple[str, int], list[str]] = {}
    for state in states().values():
        for name in (*state.names, *state.capitals):
            same = identity(name)
            known.setdefault((same[:1], len(same)), []).append(name)
    return {k: tuple(dict.fromkeys(v)) for k, v in known.items()}


def is_listed(name: str) -> bool:
    """Whether the name is one of a state, capital, people, organization, region, city or given name."""
    known = key(name) in phrases() or people_of(name) is not None or region_of(name) is not None
    return known or place_state(name) is not None or gender_of(name) is not None


@functools.lru_cache(maxsize=4096)
def mended(name: str) -> str:
    """The state or capital of which the name is a slip of the pen ("Pyonyang"); else the name itself."""
    same = identity(name)
    if len(same) < 7 or is_listed(name):
        return name
    near = [k for n in (-1, 0, 1) for k in _by_shape().get((same[:1], len(same) + n), ()) if misspells(name, k)]
    return near[0] if len(near) == 1 else name
