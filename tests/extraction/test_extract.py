"""One article or many: the order, the failures, and the same bytes whatever the number of processes."""

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Self

import pytest
from spacy.language import Language

from generator.contract import dump_file
from generator.errors import Problem, SourceError
from generator.extraction import extract as module
from generator.extraction.extract import BATCH, extract, extract_all
from generator.extraction.pin import default_pin
from generator.model import Article, Facts
from tests.conftest import article_of

pytestmark = pytest.mark.model
TOP = Path(__file__).parents[2]
TEXT = "Novak said on Friday that the dam had broken. The town was flooded."


def numbered(count: int) -> list[Article]:
    return [dataclasses.replace(article_of(f"{TEXT} It was flood {n}."), id=f"a{n}") for n in range(count)]


def bytes_of(outcomes: list[Facts | Problem]) -> list[bytes]:
    return [dump_file(f) for f in outcomes if isinstance(f, Facts)]


def test_all_modules_in_one(nlp: Language) -> None:
    facts = extract(article_of(TEXT), nlp)
    assert facts.mentions
    assert facts.claims
    assert facts.dates
    assert facts.extractor is None


@pytest.mark.parametrize("language", ["de", "fr-CA"])
def test_another_language_is_kept_unread(nlp: Language, language: str) -> None:
    article = article_of(TEXT, language=language)
    assert extract(article, nlp) == Facts(article=article)


@pytest.mark.parametrize("language", ["en", "en-GB", None])
def test_english_or_unknown_is_read(nlp: Language, language: str | None) -> None:
    assert extract(article_of(TEXT, language=language), nlp).claims


def test_an_empty_article(nlp: Language) -> None:
    assert extract(article_of(""), nlp).claims == ()


def test_order_and_extractor() -> None:
    found = list(extract_all(numbered(3), default_pin()))
    assert [f.article.id for f in found if isinstance(f, Facts)] == ["a0", "a1", "a2"]
    assert all(isinstance(f, Facts) and f.extractor is not None for f in found)


def test_a_failing_article_lets_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(article: Article, nlp: Language) -> Facts:
        if article.id == "a1":
            raise ValueError("broken")
        if article.id == "a2":
            raise SourceError("bad", path="x.txt", line=3)
        return extract(article, nlp)

    monkeypatch.setattr(module, "extract", failing)
    found = list(extract_all(numbered(4), default_pin()))
    assert [isinstance(f, Facts) for f in found] == [True, False, False, True]
    assert "ValueError: broken" in str(found[1])
    assert str(found[2]).startswith("x.txt:3")


@pytest.mark.slow
def test_processes_and_company_change_no_byte() -> None:
    articles = numbered(BATCH + 2)
    alone = list(extract_all(articles, default_pin(), jobs=1))
    assert bytes_of(list(extract_all(articles, default_pin(), jobs=2))) == bytes_of(alone)
    assert bytes_of(list(extract_all(articles[-1:], default_pin()))) == bytes_of(alone[-1:])


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


def facts_lines(paths: Sequence[str], *, seed: str, jobs: int) -> dict[str, bytes]:
    """What `dossier facts` prints in a process of its own, by the article's file name."""
    command = [sys.executable, "-m", "generator", "facts", *paths, "--jobs", str(jobs)]
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TOP)}
    done = subprocess.run(command, capture_output=True, check=True, env=env, cwd=Path(paths[0]).parent)
    return {json.loads(line)["article"]["id"]: line for line in done.stdout.splitlines()}


@pytest.mark.slow
def test_no_byte_depends_on_hash_seed_process_count_batch_or_company(tmp_path: Path) -> None:
    names = [f"{'rtq'[n % 3]}{n}" for n in range(BATCH + 4)]
    paths = written(tmp_path / "articles", names)
    base = facts_lines(paths, seed="0", jobs=1)
    assert list(base) == names
    assert all(len(json.loads(line)["claims"]) > 1 for line in base.values())
    assert facts_lines(paths, seed="1", jobs=2) == base
    # Other batches: each article stands elsewhere in them, and beside others.
    assert facts_lines(paths[::-1], seed="31337", jobs=2) == base
    for name in (names[0], names[BATCH], names[-1]):
        alone = facts_lines([str(tmp_path / "articles" / f"{name}.txt")], seed="random", jobs=1)
        assert alone == {name: base[name]}


class Pool:
    """A process pool that works in this process, and whose worker dies at one article."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, work: Callable[..., object], what: Article | Sequence[Article], *more: object) -> Future[object]:
        future: Future[object] = Future()
        ids = [what.id] if isinstance(what, Article) else [a.id for a in what]
        if "a3" in ids:
            future.set_exception(BrokenProcessPool("died"))
        else:
            future.set_result(work(what, *more))
        return future


def test_a_dying_process_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(module, "BATCH", 2)
    found = list(extract_all(numbered(6), default_pin(), jobs=2))
    assert [isinstance(f, Facts) for f in found] == [True, True, True, False, True, True]
    assert "died" in str(found[3])


def test_nothing_to_read() -> None:
    assert list(extract_all([], default_pin(), jobs=4)) == []
