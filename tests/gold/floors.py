"""The ratchet: no measure falls below its floor, and a floor is raised once it is passed by more than two points.

python -m tests.gold.floors                     write the floors as measured, where none falls
python -m tests.gold.floors --lower "why"       the same, also where some fall; the reason is kept
"""

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

from generator import sources
from generator.extraction.extract import extract
from generator.extraction.language_model import default_pin, load_model
from generator.model import Facts, Limits
from tests.gold.annotation import HERE, GoldText, load
from tests.gold.scoring import Score, score

FLOORS = Path(__file__).parent / "floors.yml"
SLACK = 2.0


class Lowered(msgspec.Struct, kw_only=True, frozen=True):
    """A floor that was taken back, and why."""

    measure: str
    was: float
    now: float
    why: str


class Floors(msgspec.Struct, kw_only=True, frozen=True):
    """What must hold for the gold of that digest; `turned` is the most that may be turned round."""

    digest: str
    turned: int
    floors: dict[str, float]
    lowered: list[Lowered] = []


def digest(folder: Path = HERE) -> str:
    """SHA-256 over the names and bytes of all texts and annotations."""
    total = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        total.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        total.update(file.read_bytes())
    return total.hexdigest()


def stated(file: Path = FLOORS) -> Floors:
    """The floors as they are written down."""
    return msgspec.convert(yaml.safe_load(file.read_text(encoding="utf-8")), Floors)


def measured() -> Score:
    """The gold against what the extractor makes of it, with the pinned language model."""
    return score(_read(load()))


def _read(texts: list[GoldText]) -> Iterator[tuple[GoldText, Facts]]:
    nlp = load_model(default_pin())
    loaded = sources.load([t.file for t in texts], root=HERE, limits=Limits(), as_is=True)
    for text, article in zip(texts, loaded.articles, strict=True):
        yield text, extract(article, nlp)


def faults(told: Score, floors: Floors, gold: str) -> list[str]:
    """What does not hold, in words."""
    again = "write the floors anew: python -m tests.gold.floors"
    if gold != floors.digest:
        return [f"the gold has changed since its floors were written; {again}"]
    found = []
    figures = told.figures()
    for measure in sorted(figures.keys() | floors.floors.keys()):
        now, floor = figures.get(measure, 0.0), floors.floors.get(measure, 0.0)
        if now < floor:
            found.append(f"{measure} fell to {now}, below its floor of {floor}")
        elif now > floor + SLACK:
            found.append(f"{measure} rose to {now}, more than {SLACK} above its floor of {floor}: {again}")
    if len(told.turned) > floors.turned:
        found.append(f"{len(told.turned)} facts are turned round, and {floors.turned} were: {'; '.join(told.turned)}")
    return found


def raised(told: Score, before: Floors | None, gold: str, why: str | None) -> Floors:
    """The floors as measured.

    Raises:
        ValueError: One would fall, and no reason is given.
    """
    figures = told.figures()
    fallen = [
        Lowered(measure=m, was=was, now=figures.get(m, 0.0), why=why or "")
        for m, was in (before.floors.items() if before else ())
        if figures.get(m, 0.0) < was
    ]
    if fallen and why is None:
        told_so = ", ".join(f"{f.measure} from {f.was} to {f.now}" for f in fallen)
        raise ValueError(f"floors would fall: {told_so}; mend the reading, or say why with --lower")
    return Floors(
        digest=gold, turned=len(told.turned), floors=figures, lowered=[*(before.lowered if before else ()), *fallen]
    )


def main() -> int:
    """Write the floors anew; 1 where one would fall."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--lower", metavar="WHY")
    told = measured()
    before = stated() if FLOORS.exists() else None
    print(*told.misses, *(f"TURNED ROUND: {t}" for t in told.turned), sep="\n")  # noqa: T201
    print(*(f"{m}: {v}" for m, v in told.figures().items()), sep="\n")  # noqa: T201
    try:
        floors = raised(told, before, digest(), arguments.parse_args().lower)
    except ValueError as error:
        print(f"error: {error}")  # noqa: T201
        return 1
    FLOORS.write_text(yaml.safe_dump(msgspec.to_builtins(floors), sort_keys=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
