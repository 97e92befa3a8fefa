"""One article or many: the order, the failures, and the same bytes whatever the number of processes."""

import dataclasses
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
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
