"""The two articles that this repository ships, read by hand."""

from pathlib import Path

import pytest

from generator.model import Article, Basis, BlockKind, Limits
from generator.sources import Loaded, article_paths, load

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    paths, _ = article_paths(REPOSITORY / "seeds")
    return load(paths, root=REPOSITORY, limits=Limits())


def named(loaded: Loaded, stem: str) -> Article:
    return next(a for a in loaded.articles if a.id == stem)


def test_the_first_article(loaded: Loaded) -> None:
    told = named(loaded, "000_1b1b1996354a90e8")
    assert told.title == "South Korea finds Russia supplied anti-air missiles to North Korea in return for its troops"
    assert (told.publisher, told.published, told.language) == ("Associated Press", "2024-11-22", "en")
    assert (told.basis.publisher, told.basis.published) == (Basis.STATED, Basis.STATED)
    assert told.origins == ("Associated Press",)
    captions = [told.text[b.start : b.end] for b in told.blocks if b.kind is BlockKind.CAPTION]
    assert len(captions) == len(set(captions)) == 3
    assert all(c.endswith(".") for c in captions)
    assert "All sections" not in told.text
    assert "AP News" not in told.text
    assert "via AP" not in told.text


def test_the_second_article(loaded: Loaded) -> None:
    told = named(loaded, "002_19d57023d6cec4aa")
    assert told.title == "Russia gave North Korea anti-air missiles in exchange for troops, Seoul says"
    assert (told.publisher, told.basis.publisher) == (None, Basis.UNKNOWN)
    assert (told.published, told.basis.published) == ("2024-11-22", Basis.INFERRED)
    assert told.published_reason == 'a caption is dated "Nov. 21, 2024" and the text says "Friday"'
    assert told.removed == ()
    assert [b.kind.value for b in told.blocks[:3]] == ["headline", "caption", "body"]


def test_no_sentence_of_the_bodies_is_lost(loaded: Loaded) -> None:
    for told in loaded.articles:
        raw = (REPOSITORY / told.path).read_text("utf-8")
        kept = told.text + " ".join(r.text for r in told.removed)
        assert sorted("".join(raw.split())) == sorted("".join(kept.split()))
    assert [p for p in loaded.problems if p.severity == "error"] == []
