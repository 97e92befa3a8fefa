"""One article: what is read out of it, what is refused, and what happens when a rule fails."""

import dataclasses

import pytest
from spacy.language import Language

from generator.errors import Problem, SourceError
from generator.extraction import extract as module
from generator.extraction.extract import extract, reader
from generator.extraction.language_model import parse
from generator.extraction.parse import Doc
from generator.extraction.pin import default_pin
from generator.model import Article, Facts, Limits
from tests.conftest import article_of

pytestmark = pytest.mark.model
TEXT = "Novak said on Friday that the dam had broken. The town was flooded."


def test_all_modules_in_one(nlp: Language) -> None:
    facts = extract(article_of(TEXT), nlp)
    assert facts.mentions
    assert facts.claims
    assert facts.dates
    assert facts.extractor is None


@pytest.mark.parametrize("language", ["de", "fr-CA", "enm"])
def test_another_language_is_kept_unread(nlp: Language, language: str) -> None:
    article = article_of(TEXT, language=language)
    assert extract(article, nlp) == Facts(article=article)


@pytest.mark.parametrize("language", ["en", "en-GB", "eng", None])
def test_english_or_unknown_is_read(nlp: Language, language: str | None) -> None:
    assert extract(article_of(TEXT, language=language), nlp).claims


def test_an_empty_article(nlp: Language) -> None:
    assert extract(article_of(""), nlp).claims == ()


def test_a_failing_rule_is_a_problem_that_names_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(article: Article, _nlp: Language, **_more: object) -> Facts:
        if article.id == "a1":
            raise ValueError("broken")
        raise SourceError("bad", path="x.txt", line=3)

    read = reader(default_pin(), Limits())
    monkeypatch.setattr(module, "extract", failing)
    broken, bad = (read(dataclasses.replace(article_of(TEXT), id=f"a{n}")) for n in (1, 2))
    assert "seeds/article.txt: the article could not be read (ValueError: broken)" in str(broken)
    assert str(bad).startswith("x.txt:3")


@pytest.mark.parametrize(
    ("limits", "told"),
    [(Limits(mentions=3), "too many mentions: "), (Limits(names=2), "too many names: ")],
)
def test_a_list_of_names_is_refused(limits: Limits, told: str) -> None:
    listed = "Olga Novak, Petr Dvorak, Jana Horak and Adam Kral met Olga Novak in Prague on Friday."
    outcome = reader(default_pin(), limits)(article_of(listed))
    assert isinstance(outcome, Problem)
    assert str(outcome).startswith(f"seeds/article.txt: {told}")
    assert isinstance(reader(default_pin(), Limits())(article_of(listed)), Facts)


def test_a_sentence_of_clauses_in_clauses_is_refused() -> None:
    told = article_of("The clerk " + "said that the mayor " * 60 + "was ill.")
    outcome = reader(default_pin(), Limits())(told)
    assert isinstance(outcome, Problem)
    assert str(outcome).startswith("seeds/article.txt: a sentence is too deep: ")
    assert "clauses stand within one another, the limit is 25" in str(outcome)
    assert isinstance(reader(default_pin(), Limits(nesting=200))(told), Facts)


def test_clauses_in_a_row_are_not_deep(nlp: Language) -> None:
    told = "The clerk " + ", ".join(f"said that lamp {n} was lit" for n in range(60)) + " and left."
    assert extract(article_of(told), nlp).claims


@pytest.mark.parametrize("run", ["(" * 40_000, '"' * 40_000, "x" * 40_000, "http://" + "a.b/" * 10_000])
def test_a_word_longer_than_any_is_one_token(nlp: Language, run: str) -> None:
    doc = parse(nlp, f"The town was flooded. {run} The dam broke.")
    assert doc.text == f"The town was flooded. {run} The dam broke."
    assert [t.text for t in doc if len(t) > 20] == [run]
    assert [t.text for t in doc][:3] == ["The", "town", "was"]


@pytest.mark.parametrize("between", ["\n\n", " ", ""])
def test_a_text_longer_than_any_article_is_parsed_in_pieces(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, between: str
) -> None:
    paragraphs = [f"{TEXT} It was flood {n}.{between}" for n in range(6)]
    monkeypatch.setattr("generator.extraction.language_model._AT_ONCE", len(paragraphs[0]) + 5)
    doc = Doc(parse(nlp, "".join(paragraphs)))
    assert doc.text == "".join(paragraphs)
    if between == "\n\n":
        alone = [Doc(nlp(p)) for p in paragraphs]
        assert [(t.text, t.tag_, t.head.i - t.i) for t in doc] == [
            (t.text, t.tag_, t.head.i - t.i) for d in alone for t in d
        ]
        assert [s.text for s in doc.sents] == [s.text for d in alone for s in d.sents]
        assert [e.text for e in doc.ents] == [e.text for d in alone for e in d.ents]
