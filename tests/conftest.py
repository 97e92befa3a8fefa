"""What tests share: the language model, loaded once, and articles made from a few lines of text."""

import os
from collections.abc import Callable
from typing import Protocol

import pytest
from hypothesis import settings
from spacy.language import Language

from generator.extraction.language_model import default_pin, load_model
from generator.extraction.reading import Reading, read
from generator.model import Article, Block, BlockKind, Facts
from generator.text import digest

# No deadline: the first example pays for loading. In CI the examples are the same each time.
settings.register_profile("dossier", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("dossier")


class MakeArticle(Protocol):
    """Makes an article whose paragraphs are the text's blocks, parted by blank lines."""

    def __call__(
        self, text: str, *, published: str | None = ..., language: str | None = ..., headline: bool = ...
    ) -> Article: ...


def article_of(
    text: str, *, published: str | None = "2024-11-22", language: str | None = "en", headline: bool = False
) -> Article:
    """An article of that text; with `headline`, its first paragraph is one."""
    blocks: list[Block] = []
    at = 0
    for part in text.split("\n\n"):
        kind = BlockKind.HEADLINE if headline and not blocks else BlockKind.BODY
        if part.strip():
            blocks.append(Block(kind=kind, start=at, end=at + len(part)))
        at += len(part) + 2
    return Article(
        id="article",
        path="seeds/article.txt",
        sha256=digest(text),
        text=text,
        published=published,
        language=language,
        blocks=tuple(blocks),
    )


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pinned language model."""
    return load_model(default_pin())


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """A function from text to an Article (published 2024-11-22, English, unless told otherwise)."""
    return article_of


@pytest.fixture(scope="session")
def read_text(nlp: Language) -> Callable[..., Reading]:
    """A function from text (and the keywords of `make_article`) to a Reading."""

    def reading(text: str, **more: object) -> Reading:
        return read(article_of(text, **more), nlp)  # type: ignore[arg-type]

    return reading


@pytest.fixture(scope="session")
def extract_text(nlp: Language) -> Callable[..., Facts]:
    """A function from text (and the keywords of `make_article`) to all its Facts."""
    from generator.extraction.extract import extract  # noqa: PLC0415 - only for the tests that want all of it

    def facts(text: str, **more: object) -> Facts:
        return extract(article_of(text, **more), nlp)  # type: ignore[arg-type]

    return facts
