"""Kill `dossier generate` or `dossier extract` at random moments, and see that nothing is lost.

    python -m tests.kills ROOT generate 100 [SEED]

ROOT is a dossier whose facts are all recorded. It is not written to: the trials work on copies beside it. A trial
starts from the last good state of a dossier with fewer articles or older facts, kills the command, looks at what
is left, runs it again and compares with a clean run. Half of the moments lie anywhere in the run, half in the short
time in which it writes. `extract` takes the facts that are recorded instead of reading the articles anew. Most
trials of `generate` begin with the pages in memory: what is read and made depends on nothing that a kill leaves, and
a kill meanwhile finds nothing begun. One in twenty-five is a whole run.
"""

import dataclasses
import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from generator import changes, contract, pages, pipeline, site
from generator.errors import Problem
from generator.model import Article, Dossier, Facts
from generator.model.changes import History
from generator.pipeline import commands
from generator.pipeline.progress import Progress, silent
from generator.pipeline.records import facts_name
from tests.house import files_below

_WHOLE = 25  # One in so many trials reads and makes everything anew.
_TARGET = {"generate": "docs", "extract": "seeds/facts"}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Ahead:
    """What a run reads and makes before it writes: the same whatever a kill leaves, and most of the work."""

    dossier: Dossier
    before: History
    made: Mapping[str, bytes]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Span:
    """The seconds of a run, and those of them in which it writes."""

    seconds: float
    writing: float


@dataclasses.dataclass(frozen=True, kw_only=True)
class Trials:
    """Where the trials begin and where they have to end: folders, and what is in the part that is written.

    Attributes:
        whole: How long the command takes.
        quick: How long it takes with what was done ahead, None where nothing was.
    """

    command: str
    start: Path
    known: Path
    work: Path
    before: dict[str, bytes]
    after: dict[str, bytes]
    whole: Span
    quick: Span
    ahead: Ahead | None


def prepare(root: Path, command: str, home: Path) -> Trials:
    """The last good state, the next one, and how long the way from the one to the other takes."""
    home.mkdir(exist_ok=True)
    start, clean = home / "start", home / "clean"
    skipped = shutil.ignore_patterns("docs", "site", ".dossier")
    shutil.copytree(root, start, ignore=skipped)
    known = home / "known"
    shutil.copytree(start / "seeds/facts", known)
    if command == "generate":
        _with_fewer(start)
    else:
        _with_older(start / "seeds/facts")
    shutil.copytree(start, clean)
    ahead = read_ahead(start) if command == "generate" else None
    whole = _timed(command, clean, known)
    target = _TARGET[command]
    before, after = files_below(start / target), files_below(clean / target)
    if before == after:
        raise RuntimeError("there is nothing to write")
    quick = whole
    if ahead is not None:
        shutil.copytree(start, home / "quick")
        quick = _timed(command, home / "quick", known, ahead)
        assert files_below(home / "quick" / target) == after
    return Trials(
        command=command, start=start, known=known, work=home / "work",
        before=before, after=after, whole=whole, quick=quick, ahead=ahead,
    )  # fmt: skip


def _timed(command: str, root: Path, known: Path, ahead: Ahead | None = None) -> Span:
    """How long the command takes in all, and how long of it it writes."""
    began = time.monotonic()
    process = _start(command, root, known, ahead)
    staged = _wait_for(process, root)
    process.join()
    if process.exitcode:
        raise RuntimeError(f"the clean run ended with {process.exitcode}")
    ended = time.monotonic()
    return Span(seconds=ended - began, writing=ended - staged)


def _with_fewer(start: Path) -> None:
    """Pages of the dossier without every sixth article."""
    seeds = sorted(p for p in (start / "seeds").iterdir() if p.is_file() and p.stem.lower() != "readme")
    aside = start.parent / "aside"
    aside.mkdir()
    for seed in seeds[::6]:
        seed.rename(aside / seed.name)
    pipeline.generate(start)
    for seed in sorted(aside.iterdir()):
        seed.rename(start / "seeds" / seed.name)


def _with_older(folder: Path) -> None:
    """Facts of which every sixth file is missing, every sixth from the second on is older, and one is an orphan's."""
    files = sorted(folder.iterdir())
    for file in files[1::6]:
        facts = contract.load_file(file.read_bytes(), path=file.name)
        file.write_bytes(contract.dump_file(dataclasses.replace(facts, claims=(), events=())))
    shutil.copy(files[0], folder / "orphan.json")
    for file in files[::6]:
        file.unlink()


def _start(command: str, root: Path, known: Path, ahead: Ahead | None = None) -> BaseProcess:
    """The command in a process of its own: begun anew, or with what was done ahead in its memory already."""
    context = get_context("fork") if ahead else get_context("spawn")
    process = context.Process(target=child, args=(command, root, known, ahead))
    process.start()
    return process


def child(command: str, root: Path, known: Path, ahead: Ahead | None = None) -> None:
    """The command, in the process that is killed."""

    def recorded(articles: Sequence[Article], *_: object, **__: object) -> Iterator[Facts]:
        for article in articles:
            file = known / facts_name(article)
            yield contract.load_file(file.read_bytes(), path=file.name)

    setattr(commands, "extracted", recorded)  # noqa: B010 - typed as what it stands in for
    if ahead is not None:
        _take(ahead)
    {"generate": pipeline.generate, "extract": pipeline.extract}[command](root)


def _take(ahead: Ahead) -> None:
    """Let the run find what was done ahead; after a run that had moved its files, all is done anew."""
    read, render = commands._read, pages.render

    def known(root: Path, before: History, jobs: int, progress: Progress) -> tuple[Dossier, tuple[Problem, ...]]:
        return (ahead.dossier, ()) if before == ahead.before else read(root, before, jobs, progress)

    def rendered(
        dossier: Dossier, *, history: History, overrides: Path | None, address: str | None
    ) -> dict[str, bytes]:
        if dossier is ahead.dossier:
            return dict(ahead.made)
        return render(dossier, history=history, overrides=overrides, address=address)

    setattr(commands, "_read", known)  # noqa: B010 - as above
    setattr(pages, "render", rendered)  # noqa: B010 - as above


def read_ahead(root: Path) -> Ahead:
    """What a run on the dossier reads and makes."""
    before = commands._history(root)
    dossier, _ = commands._read(root, before, 1, silent)
    history = changes.recorded(before, dossier)
    made = pages.render(dossier, history=history, overrides=root / "templates", address=site.address(root))
    return Ahead(dossier=dossier, before=before, made=made)


def _wait_for(process: BaseProcess, root: Path) -> float:
    """When the process begins to write, or ends."""
    while process.exitcode is None and not (root / ".dossier/stage").exists():
        time.sleep(0.0005)
    return time.monotonic()


def run(trials: Trials, chance: random.Random, *, writing: bool, whole: bool = True) -> str:
    """One trial; what the kill found the command at.

    Args:
        trials: What was prepared.
        chance: When it is killed.
        writing: Whether it is killed while it writes, or at any moment.
        whole: Whether all is read and made anew, or what a run does before it writes is in its memory already.

    Raises:
        AssertionError: Something was lost, or the next run did not mend it.
    """
    root, target = trials.work, trials.work / _TARGET[trials.command]
    shutil.rmtree(root, ignore_errors=True)
    # The writer never writes into a file that is there, so that copies may share their bytes; a file written into
    # would spoil the state that later trials start from, and they would say so.
    shutil.copytree(trials.start, root, copy_function=os.link)
    ahead, span = (None, trials.whole) if whole else (trials.ahead, trials.quick)
    process = _start(trials.command, root, trials.known, ahead)
    if writing:
        _wait_for(process, root)
    time.sleep(chance.uniform(0, span.writing if writing else span.seconds))
    process.kill()
    process.join()
    found = files_below(target)
    half = (root / ".dossier/journal.json").exists()
    if half:
        assert all(data in (trials.before.get(name), trials.after.get(name)) for name, data in found.items())
    else:
        assert found in (trials.before, trials.after)
    again = _start(trials.command, root, trials.known, ahead)
    again.join()
    assert again.exitcode == 0
    assert files_below(target) == trials.after
    assert not (root / ".dossier/journal.json").exists()
    assert not (root / ".dossier/stage").exists()
    if process.exitcode == 0:
        return "had ended"
    return "was moving files" if half else "had moved them" if found == trials.after else "had not moved any"


def main(root: Path, command: str, count: int, seed: int = 1) -> None:
    """So many trials; prints how many kills found the command at what."""
    home = root.parent / f"{root.name}-{command}-kills"
    shutil.rmtree(home, ignore_errors=True)

    trials, chance = prepare(root, command, home), random.Random(seed)
    told: Counter[str] = Counter()
    for n in range(count):
        found = run(trials, chance, writing=n % 2 == 1, whole=n % _WHOLE == 0)
        told[found] += 1
        # One line for each, at once: a run that is cut off has still shown how far it came.
        print(f"{n + 1} of {count} recovered: it {found}", flush=True)  # noqa: T201
    span = trials.whole
    print(f"{count} kills of {command} in {span.seconds:.1f} s, {span.writing:.1f} s of them writing")  # noqa: T201
    print(", ".join(f"{n} {what}" for what, n in sorted(told.items())))  # noqa: T201
    shutil.rmtree(home)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), *map(int, sys.argv[4:]))
