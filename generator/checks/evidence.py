"""Whether a committed facts file is what the extractor makes of its article."""

from collections.abc import Iterator

from generator.contract import Json, dump_file, facts_to_json
from generator.errors import Problem
from generator.model import Facts

_REMEDY = "Run `dossier extract` to make it anew; what people know better goes into seeds/curation/."
_MOST = 5  # Differences told of one file: the first few say what happened.
_LISTS = ("mentions", "actors", "claims", "dates", "quantities", "events")


def facts_as_made(stored: Facts, made: Facts, *, path: str, data: bytes | None = None) -> list[Problem]:
    """The first differences between the facts that are stored and those that the extractor makes.

    Args:
        stored: What the facts file holds.
        made: What the extractor makes of the same article.
        path: The facts file, for the messages.
        data: The file's bytes, where they are to be compared, too.
    """
    as_made = dump_file(made)
    told = [] if dump_file(stored) == as_made else list(_differences(facts_to_json(stored), facts_to_json(made)))
    if not told and data is not None and data != as_made:
        told = ["the file holds what the extractor makes, but is not laid out as it writes it"]
    if len(told) > _MOST:
        told = [*told[:_MOST], f"and {len(told) - _MOST} more differences"]
    return [Problem(message=message, path=path, remedy=_REMEDY) for message in told]


def _differences(stored: Json, made: Json) -> Iterator[str]:
    for key in sorted(stored.keys() | made.keys()):
        if key in _LISTS:
            yield from _in_list(key, stored.get(key, []), made.get(key, []))
        else:
            yield from _in_value(key, stored.get(key), made.get(key))


def _in_list(name: str, stored: list[Json], made: list[Json]) -> Iterator[str]:
    """Items are paired by id or slug where they have one, so that one that was added shifts no others."""
    ours, theirs = _keyed(name, stored), _keyed(name, made)
    for key, item in ours.items():
        if key not in theirs:
            yield f"{key} is in the file, but not read by the extractor"
        else:
            yield from _in_value(key, item, theirs[key])
    for key in theirs:
        if key not in ours:
            yield f"{key} is read by the extractor, but not in the file"


def _keyed(name: str, items: list[Json]) -> dict[str, Json]:
    singular = {"claims": "claim", "actors": "actor"}.get(name)
    keyed: dict[str, Json] = {}
    for number, item in enumerate(items):
        key = f"{singular} {item.get('id') or item.get('slug')}" if singular else f"{name}[{number}]"
        keyed[key] = item
    return keyed


def _in_value(place: str, stored: object, made: object) -> Iterator[str]:
    if isinstance(stored, dict) and isinstance(made, dict):
        for key in sorted(stored.keys() | made.keys()):
            yield from _in_value(
                f"{place}: {key}" if ":" not in place else f"{place}.{key}", stored.get(key), made.get(key)
            )
    elif isinstance(stored, list) and isinstance(made, list) and len(stored) == len(made):
        for number, (one, other) in enumerate(zip(stored, made, strict=True)):
            yield from _in_value(f"{place}[{number}]", one, other)
    elif stored != made:
        yield f"{place} is {_short(stored)}, the extractor makes {_short(made)}"


def _short(value: object) -> str:
    told = repr(value)
    return told if len(told) <= 80 else f"{told[:77]}..."
