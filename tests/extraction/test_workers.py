"""Many articles: the order, one that dies or never ends, and the same bytes whatever the number of processes."""

import dataclasses
import json
import multiprocessing
import os
import re
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from generator.contract import dump_file
from generator.errors import ModelError, Problem
from generator.extraction.extract import reader
from generator.extraction.pin import default_pin
from generator.extraction.workers import BATCH, Read, allowed, extract_all
from generator.model import Article, Facts, Limits, ModelPin
from tests.conftest import article_of

TOP = Path(__file__).parents[2]
QUICK = Limits(seconds=1)
TEXT = "Novak said on Friday that the dam had broken. The town was flooded."


def numbered(count: int) -> list[Article]:
    return [dataclasses.replace(article_of(f"{TEXT} It was flood {n}."), id=f"a{n}") for n in range(count)]


def plain(_pin: ModelPin, _limits: Limits) -> Read:
    """A reader without a model, in whose hands some articles do not end, or end their process."""

    def read(article: Article) -> Facts | Problem:
        if article.id == "a3":
            os._exit(9)
        if article.id == "a5":
            # Neither a signal's handler nor another thread gets a word in here; only a kill ends it.
            re.fullmatch("(a+)+b", "a" * 60)
        if article.id == "a7":
            time.sleep(600)
        return Facts(article=article)

    return read


def without_model(pin: ModelPin, _limits: Limits) -> Read:
    raise ModelError(f"no {pin.name}", path="model", remedy="Install it.")


def ids(outcomes: list[Facts | Problem]) -> list[str]:
    return [o.article.id if isinstance(o, Facts) else str(o) for o in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_dies_and_two_that_never_end_cost_themselves_alone(jobs: int) -> None:
    found = ids(list(extract_all(numbered(9), default_pin(), jobs=jobs, limits=QUICK, loader=plain)))
    assert [n for n in (0, 1, 2, 4, 6, 8) if found[n] == f"a{n}"] == [0, 1, 2, 4, 6, 8]
    assert "the process that read it died" in found[3]
    assert "it took longer than the limit of 1 seconds; given up" in found[5]
    assert "it took longer than the limit of 1 seconds; given up" in found[7]


def test_they_come_in_order_whoever_read_them() -> None:
    found = ids(list(extract_all(numbered(BATCH * 2 + 8), default_pin(), jobs=3, limits=QUICK, loader=plain)))
    assert [f for f in found if f.startswith("a")] == [f"a{n}" for n in range(BATCH * 2 + 8) if n not in (3, 5, 7)]


def test_a_caller_that_takes_its_time_makes_none_late() -> None:
    found = []
    for outcome in extract_all(numbered(3), default_pin(), limits=QUICK, loader=plain):
        found.append(outcome)
        time.sleep(1.2)
    assert ids(found) == ["a0", "a1", "a2"]


def test_a_missing_model_is_an_error_of_the_whole() -> None:
    with pytest.raises(ModelError, match=r"no nothing\. Install it"):
        list(extract_all(numbered(3), ModelPin(name="nothing", version="1", sha256=None), loader=without_model))


def test_no_worker_outlives_the_work() -> None:
    outcomes = extract_all(numbered(3), default_pin(), loader=plain)
    next(outcomes)
    assert children()
    assert isinstance(outcomes, Generator)
    outcomes.close()
    assert not children()


def children() -> list[int]:
    """The processes that this one started and that live."""
    return [p.pid or 0 for p in multiprocessing.active_children()]


def test_a_long_article_has_more_time() -> None:
    assert allowed(article_of(TEXT), Limits()) == Limits().seconds
    assert allowed(article_of("x" * 1_000_000), Limits()) == 10 * Limits().seconds


def test_nothing_to_read() -> None:
    assert list(extract_all([], default_pin(), jobs=4)) == []


@pytest.mark.slow
@pytest.mark.model
def test_processes_and_company_change_no_byte() -> None:
    articles = numbered(BATCH + 2)
    read = reader(default_pin(), Limits())
    alone = [dump_file(f) for a in articles if isinstance(f := read(a), Facts)]
    found = list(extract_all(articles, default_pin(), jobs=2))
    assert [dump_file(f) for f in found if isinstance(f, Facts)] == alone
    assert len(alone) == len(articles)


RICH = """Mill owners fear a strike

Ada Quill of the Harbour Gazette and Bo Lind, who leads the Bakers' Guild of Ruritania, told lawmakers in Strelsau on
Monday that some 40 to 50 bakers may strike by March. "We need flour," she said. "We need it now." According to the
Guild, three men were killed and a dozen hurt when police attacked the port of Zenda in late 2023; Ruritania denied it.
Quill accused the police of lying, and Lind praised her. The Gazette (HG) and HG's owner hoped for a truce."""


def written(folder: Path, names: Sequence[str]) -> list[str]:
    """Articles of a few kinds, one file a name; what is in a file follows from its name alone."""
    folder.mkdir()
    for name in names:
        text = {"r": RICH, "t": TEXT * 3, "q": RICH.replace("Lind", "Novak")}[name[0]]
        body = f"{text} It was article {name}."
        (folder / f"{name}.txt").write_text(f"---\npublished: 2024-11-22\n---\n{body}\n", encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in names]


_BATCHED = """
from generator.cli import main
from generator.extraction import workers
workers.BATCH = {batch}
main()
"""


def facts_lines(paths: Sequence[str], *options: str, seed: str, jobs: int, batch: int = BATCH) -> dict[str, bytes]:
    """What `dossier facts` prints in a process of its own, by the article's file name."""
    command = [sys.executable, "-c", _BATCHED.format(batch=batch), "facts", *paths, *options, "--jobs", str(jobs)]
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TOP)}
    done = subprocess.run(command, capture_output=True, check=True, env=env, cwd=Path(paths[0]).parent)
    return {json.loads(line)["article"]["id"]: line for line in done.stdout.splitlines()}


@pytest.mark.slow
@pytest.mark.model
def test_no_byte_depends_on_hash_seed_process_count_batch_or_company(tmp_path: Path) -> None:
    names = [f"{'rtq'[n % 3]}{n}" for n in range(7)]
    paths = written(tmp_path / "articles", names)
    base = facts_lines(paths, seed="0", jobs=1)
    assert list(base) == names
    assert all(len(json.loads(line)["claims"]) > 1 for line in base.values())
    # One at a time and so by two processes; three at a time, each beside others; all in one batch.
    assert facts_lines(paths, seed="1", jobs=2, batch=1) == base
    assert facts_lines(paths[::-1], seed="random", jobs=2, batch=3) == base
    assert facts_lines([*paths[4:], *paths[:4]], seed="random", jobs=2, batch=64) == base
    for path, name in (paths[0], names[0]), (paths[-1], names[-1]):
        assert facts_lines([path], seed="random", jobs=1) == {name: base[name]}


@pytest.mark.slow
@pytest.mark.model
def test_no_byte_of_what_is_resolved_depends_on_hash_seed_or_process_count(tmp_path: Path) -> None:
    paths = written(tmp_path / "articles", ["r0", "t1", "q2", "r3"])
    base = facts_lines(paths, "--resolved", seed="0", jobs=1)
    assert len(base) == len(paths)
    assert facts_lines(paths, "--resolved", seed="random", jobs=2, batch=1) == base
