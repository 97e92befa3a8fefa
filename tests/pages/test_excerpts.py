"""No more of an article is shown than its licence and the policy allow."""

import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import pages
from generator.checks.excerpts import excerpts_within
from generator.model import Block, BlockKind, ClaimForm, Dossier, ExcerptPolicy, Facts, Settings
from generator.pages import excerpts
from tests.factory import dossier_of, facts_of, says
from tests.pages.small import small

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_RUN = 6  # so many words in a row are the article's; fewer may be anyone's


def _quoted_words(dossier: Dossier, article: str) -> int:
    """How many of the article's words stand on any generated page, in runs of six and more."""
    text = next(a.text for a in dossier.articles if a.id == article)
    mine = [w[0].casefold() for w in _WORD.finditer(text)]
    shown: set[int] = set()
    for content in pages.render(dossier).values():
        plain = re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), content.decode("utf-8", "replace"))
        theirs = [w[0].casefold() for w in _WORD.finditer(re.sub(r"<[^>]*>", " ", plain))]
        runs = {tuple(theirs[i : i + _RUN]) for i in range(len(theirs))}
        for at in range(len(mine) - _RUN + 1):
            if tuple(mine[at : at + _RUN]) in runs:
                shown.update(range(at, at + _RUN))
    return len(shown)


@pytest.mark.parametrize("share", [0.4, 0.2])
def test_all_pages_together_show_no_more_than_the_share(share: float) -> None:
    dossier = replace(small(), settings=Settings(excerpts=ExcerptPolicy(share=share)))
    for article in dossier.articles:
        words = len(_WORD.findall(article.text))
        assert _quoted_words(dossier, article.id) <= share * words


def _article(claims: int, words: int = 10, licence: str | None = None) -> Facts:
    sentences = [" ".join(f"w{n}x{i}" for i in range(words)) for n in range(claims)]
    return facts_of(
        "a",
        ". ".join(sentences),
        license=licence,
        claims=[says(s, form=ClaimForm.QUOTATION if n == claims - 1 else None) for n, s in enumerate(sentences)],
    )


def test_quotations_come_first_and_the_rest_is_withheld() -> None:
    facts = _article(4)
    shown = excerpts.of_article(facts, ExcerptPolicy(share=0.3), {})
    told = [shown.excerpts[c.id].words for c in facts.claims]
    assert told == [None, None, None, facts.claims[3].text]
    assert shown.shown == 10
    assert shown.holds(facts.claims[3].spans[0])
    assert not shown.holds(facts.claims[0].spans[0])


def test_an_open_licence_lets_all_be_quoted() -> None:
    facts = _article(2, words=80, licence="CC BY 4.0")
    shown = excerpts.of_article(facts, ExcerptPolicy(), {})
    assert all(e.words == c.text for c, e in zip(facts.claims, shown.excerpts.values(), strict=True))
    assert not shown.limited
    assert shown.holds(facts.claims[0].spans[0])


def test_a_long_claim_is_cut_at_the_limit() -> None:
    facts = _article(1, words=80)
    excerpt = excerpts.of_article(facts, ExcerptPolicy(share=1.0), {}).excerpts[facts.claims[0].id]
    assert excerpt.clipped
    assert excerpt.words is not None
    assert len(excerpt.words.split()) == 50


def test_a_claim_in_pieces_is_cut_over_all_of_them() -> None:
    facts = facts_of("a", "one two three and four five six", claims=[says("one two three", "four five six")])
    cut = excerpts.of_article(facts, ExcerptPolicy(share=1.0, words=4), {}).excerpts[facts.claims[0].id]
    assert (cut.words, cut.clipped) == ("one two three … four", True)
    even = excerpts.of_article(facts, ExcerptPolicy(share=1.0, words=3), {}).excerpts[facts.claims[0].id]
    assert (even.words, even.clipped) == ("one two three", True)


def test_the_title_counts_and_a_claim_in_it_costs_nothing_more() -> None:
    facts = facts_of("a", "One two three\n\nfour five six seven", title="One two three", claims=[says("One two three")])
    shown = excerpts.of_article(facts, ExcerptPolicy(share=0.45), {})
    assert shown.shown == 3
    assert shown.excerpts[facts.claims[0].id].words == "One two three"


def test_one_claim_of_a_finding_comes_before_what_repeats_it() -> None:
    dossier = small()
    finding = dossier.findings[0]
    facts = _article(4)
    carrying = {c.id: finding for c in facts.claims[:3]}
    carrying = {k: replace(f, lead=facts.claims[1].id) for k, f in carrying.items()}
    shown = excerpts.of_article(facts, ExcerptPolicy(share=0.5), carrying)
    assert [shown.excerpts[c.id].words is not None for c in facts.claims] == [False, True, False, True]


@given(share=st.floats(0, 1), most=st.integers(1, 60), claims=st.integers(1, 8), words=st.integers(1, 70))
def test_neither_figure_is_ever_passed(share: float, most: int, claims: int, words: int) -> None:
    facts = _article(claims, words)
    shown = excerpts.of_article(facts, ExcerptPolicy(share=share, words=most), {})
    told = [e.words for e in shown.excerpts.values() if e.words]
    assert all(len(t.split()) <= most for t in told)
    assert sum(len(t.split()) for t in told) <= share * shown.words


@given(
    sentences=st.lists(
        st.lists(st.sampled_from(["sun", "rain", "wind", "hail", "fog"]), min_size=1, max_size=30).map(" ".join),
        min_size=1,
        max_size=6,
        unique=True,
    ),
    repeated=st.integers(0, 5),
)
def test_what_stands_twice_counts_twice_as_the_check_of_the_site_counts(sentences: list[str], repeated: int) -> None:
    text = "\n\n".join([*sentences, *sentences[:repeated]])
    facts = facts_of("a", text, claims=[says(s) for s in sentences])
    shown = excerpts.of_article(facts, ExcerptPolicy(), {})
    dossier = dossier_of([facts])
    with tempfile.TemporaryDirectory() as folder:
        told = "".join(f"<p>{e.words}</p>" for e in shown.excerpts.values() if e.words)
        Path(folder, "index.html").write_text(told, encoding="utf-8")
        found = excerpts_within(Path(folder), dossier)
    assert not [p for p in found if "may be shown" in p.message]


def test_findings_of_several_publishers_come_before_quotations_and_headlines_last() -> None:
    finding = small().findings[0]
    facts = _article(4)
    block = Block(kind=BlockKind.HEADLINE, start=0, end=facts.claims[0].spans[0].end)
    facts = replace(facts, article=replace(facts.article, blocks=(block,)))
    carrying = {facts.claims[1].id: replace(finding, lead=facts.claims[1].id)}
    shown = excerpts.of_article(facts, ExcerptPolicy(share=0.3), carrying)
    assert [shown.excerpts[c.id].words is not None for c in facts.claims] == [False, True, False, False]
    more = excerpts.of_article(facts, ExcerptPolicy(share=0.8), carrying)
    assert [more.excerpts[c.id].words is not None for c in facts.claims] == [False, True, True, True]


def test_what_is_left_open_and_what_stands_alone_on_its_topic_come_before_other_paraphrase() -> None:
    sentences = [" ".join(f"w{n}x{i}" for i in range(10)) for n in range(3)]
    told = [says(s, by="Ada", cue="said", factuality=f) for s, f in zip(sentences, ("CT+", "Uu", "CT+"), strict=True)]
    facts = facts_of("a", ". ".join(["Ada said", *sentences]), claims=told)
    shown = excerpts.of_article(facts, ExcerptPolicy(share=0.7), {}, frozenset({facts.claims[2].id}))
    assert [shown.excerpts[c.id].words is not None for c in facts.claims] == [False, True, True]


def test_what_stands_under_a_picture_comes_last() -> None:
    facts = _article(3)
    block = Block(kind=BlockKind.CAPTION, start=facts.claims[2].spans[0].start, end=len(facts.article.text))
    facts = replace(facts, article=replace(facts.article, blocks=(block,)))
    shown = excerpts.of_article(facts, ExcerptPolicy(share=0.4), {})
    assert [shown.excerpts[c.id].words is not None for c in facts.claims] == [True, False, False]


def test_every_claim_is_decided_upon() -> None:
    dossier = dossier_of([_article(3)])
    assert set(excerpts.decide(dossier)["a"].excerpts) == {c.id for c in dossier.claims()}
