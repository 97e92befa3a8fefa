"""Facts that are false in any way are told: words, offsets, dates, ids and references."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.edtf import iso, valid
from generator.model import (
    Actor,
    ActorKind,
    Article,
    Claim,
    ClaimForm,
    Cue,
    DateMention,
    Event,
    EventType,
    Extent,
    Facts,
    Grain,
    Mention,
    MentionForm,
)
from generator.proof import claim_id, verify

TEXT = "Ada Quill said the bridge opened on 3 May."


def _facts() -> Facts:
    article = Article(id="a", path="seeds/a.txt", sha256="0" * 64, text=TEXT, published="2024-05-04")
    spans = (article.span(15, 41),)
    claim = Claim(
        id=claim_id(article.sha256, spans),
        article="a",
        spans=spans,
        sentence=Extent(start=0, end=42),
        form=ClaimForm.PARAPHRASE,
        actors=("ada-quill",),
        when="2024-05-03",
    )
    event = Event(article="a", type=EventType.OTHER, predicate=Cue(start=26, end=32, text="opened", lemma="open"))
    return Facts(
        article=article,
        mentions=(
            Mention(start=0, end=9, text="Ada Quill", form=MentionForm.NAME, kind=ActorKind.PERSON, actor="ada-quill"),
        ),
        actors=(Actor(slug="ada-quill", name="Ada Quill", kind=ActorKind.PERSON, state="NO"),),
        claims=(claim,),
        dates=(DateMention(start=36, end=41, text="3 May", edtf="2024-05-03", grain=Grain.DAY),),
        events=(event,),
    )


def _claim(**changes: object) -> Callable[[Facts], Facts]:
    return lambda f: replace(f, claims=(replace(f.claims[0], **changes),))  # type: ignore[arg-type]


def _actor(**changes: str) -> Callable[[Facts], Facts]:
    return lambda f: replace(f, actors=(replace(f.actors[0], **changes),))  # type: ignore[arg-type]


def test_true_facts_have_no_fault() -> None:
    assert list(verify(_facts())) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_claim(when="garbage"), "'garbage' is not an EDTF date"),
        (_claim(said="2024-99-99"), "'2024-99-99' is not an EDTF date"),
        (_claim(sentence=Extent(start=10**9, end=-5)), "out of range"),
        (_claim(actors=("nobody",)), "actor 'nobody' is not in the file"),
        (_claim(id="c000000000000"), "its id does not follow"),
        (_claim(quantities=(3,)), "point out of range"),
        (_claim(spans=()), "has no evidence"),
        (lambda f: replace(f, claims=f.claims * 2), "stands 2 times"),
        (_actor(slug="../../x"), "is not a slug"),
        (_actor(state="<b>"), "ISO 3166-1"),
        (lambda f: replace(f, mentions=(replace(f.mentions[0], actor="x"),)), "actor 'x' is not in the file"),
        (lambda f: replace(f, mentions=(replace(f.mentions[0], end=99),)), "out of range of the text"),
        (lambda f: replace(f, dates=(replace(f.dates[0], text="3 Mai"),)), "first difference at character 4"),
        (lambda f: replace(f, events=(replace(f.events[0], claim="c1"),)), "claim 'c1' is not in the file"),
        (lambda f: replace(f, article=replace(f.article, published="2024-02-30")), "article.published"),
    ],
)
def test_each_fault_is_told(spoil: Callable[[Facts], Facts], told: str) -> None:
    assert any(told in fault for fault in verify(spoil(_facts())))


@pytest.mark.parametrize(
    "edtf",
    [
        *("2024", "199X", "19XX", "2024-05", "2024-33", "2024-05-03", "2024-05-03T10:00", "2024-05-03T12:00:00"),
        *("2023~", "2024-05-03~", "2023-08/..", "../2024-05-03", "2024-11-18/2024-11-24"),
    ],
)
def test_dates_of_the_contract_are_valid(edtf: str) -> None:
    assert valid(edtf)


@pytest.mark.parametrize(
    "edtf", ["", "recently", "2024-13", "2024-02-30", "9999-99", "2024-05-03/2024-05-01", "24-1-1"]
)
def test_what_the_calendar_has_not_is_not_valid(edtf: str) -> None:
    assert not valid(edtf)


@pytest.mark.parametrize("told", ["2024", "2024-11", "2024-11-20", "2024-11-20T09:15", "2024-11-20T09:15:00Z"])
def test_dates_that_iso_8601_has_are_told_as_they_are(told: str) -> None:
    assert iso(told) == told


@pytest.mark.parametrize(
    "told",
    [None, "2024-11~", "2024?", "2024-22", "2024-33", "202X", "2024-11-18/2024-11-24", "2023-08/..", "2024-02-30"],
)
def test_dates_that_it_has_not_are_not_told(told: str | None) -> None:
    assert iso(told) is None
