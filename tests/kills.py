"""Kill `dossier generate` or `dossier extract` at random moments, and see that nothing is lost.

    python -m tests.kills ROOT generate 100 [SEED]

ROOT is a dossier whose facts are all recorded. It is not written to: the trials work on copies beside it. A trial
starts from the last good state of a dossier with fewer articles or older facts, kills the command, looks at what
is left, runs it again and compares with a clean run. Half of the moments lie anywhere in the run, half in the short
time in which it writes. `extract` takes the facts that are recorded instead of reading the articles anew.
"""

import dataclasses
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator import contract, pipeline
from generator.model import Article, Facts
from generator.pipeline import commands
from generator.pipeline.records import facts_name
from tests.house import files_below

_TOP = Path(__file__).parent.parent
_TARGET = {"generate": "docs", "extract": "seeds/facts"}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Trials:
    """Where the trials begin and where they have to end: folders, and what is in the part that is written."""

    command: str
    start: Path
    known: Path
    work: Path
    before: dict[str, bytes]
    after: dict[str, bytes]
    seconds: float
    writing: float


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
    began = time.monotonic()
    done = _start(command, clean, known)
    staged = _wait_for(done, clean)
    if done.wait() not in (0, 1):
        raise RuntimeError(f"the clean run ended with {done.returncode}")
    ended = time.monotonic()
    target = _TARGET[command]
    before, after = files_below(start / target), files_below(clean / target)
    if before == after:
        raise RuntimeError("there is nothing to write")
    return Trials(
        command=command, start=start, known=known, work=home / "work",
        before=before, after=after, seconds=ended - began, writing=ended - staged,
    )  # fmt: skip


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


def _start(command: str, root: Path, known: Path) -> subprocess.Popen[bytes]:
    program = f"from tests.kills import child; child({command!r}, {str(root)!r}, {str(known)!r})"
    return subprocess.Popen(
        [sys.executable, "-c", program], cwd=_TOP, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def child(command: str, root: str, known: str) -> None:
    """The command, in the process that is killed."""

    def recorded(articles: Sequence[Article], *_: object, **__: object) -> Iterator[Facts]:
        for article in articles:
            file = Path(known) / facts_name(article)
            yield contract.load_file(file.read_bytes(), path=file.name)

    setattr(commands, "extracted", recorded)  # noqa: B010 - typed as what it stands in for
    {"generate": pipeline.generate, "extract": pipeline.extract}[command](Path(root))


def _wait_for(process: subprocess.Popen[bytes], root: Path) -> float:
    """When the process begins to write, or ends."""
    while process.poll() is None and not (root / ".dossier/stage").exists():
        time.sleep(0.0005)
    return time.monotonic()


def run(trials: Trials, chance: random.Random, *, writing: bool) -> str:
    """One trial; what the kill found the command at.

    Raises:
        AssertionError: Something was lost, or the next run did not mend it.
    """
    root, target = trials.work, trials.work / _TARGET[trials.command]
    shutil.rmtree(root, ignore_errors=True)
    # The writer never writes into a file that is there, so that copies may share their bytes; a file written into
    # would spoil the state that later trials start from, and they would say so.
    shutil.copytree(trials.start, root, copy_function=os.link)
    process = _start(trials.command, root, trials.known)
    if writing:
        _wait_for(process, root)
    time.sleep(chance.uniform(0, trials.writing if writing else trials.seconds))
    process.send_signal(signal.SIGKILL)
    ended = process.wait()
    found = files_below(target)
    half = (root / ".dossier/journal.json").exists()
    if half:
        assert all(data in (trials.before.get(name), trials.after.get(name)) for name, data in found.items())
    else:
        assert found in (trials.before, trials.after)
    again = _start(trials.command, root, trials.known)
    assert again.wait() in (0, 1)
    assert files_below(target) == trials.after
    assert not (root / ".dossier/journal.json").exists()
    assert not (root / ".dossier/stage").exists()
    if ended >= 0:
        return "had ended"
    return "was moving files" if half else "had moved them" if found == trials.after else "had not moved any"


def main(root: Path, command: str, count: int, seed: int = 1) -> None:
    """So many trials; prints how many kills found the command at what."""
    home = root.parent / f"{root.name}-{command}-kills"
    shutil.rmtree(home, ignore_errors=True)

    trials, chance = prepare(root, command, home), random.Random(seed)
    told: Counter[str] = Counter()
    for n in range(count):
        found = run(trials, chance, writing=n % 2 == 1)
        told[found] += 1
        # One line for each, at once: a run that is cut off has still shown how far it came.
        print(f"{n + 1} of {count} recovered: it {found}", flush=True)  # noqa: T201
    print(f"{count} kills of {command} in {trials.seconds:.1f} s, {trials.writing:.1f} s of them writing")  # noqa: T201
    print(", ".join(f"{n} {what}" for what, n in sorted(told.items())))  # noqa: T201
    shutil.rmtree(home)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), *map(int, sys.argv[4:]))
