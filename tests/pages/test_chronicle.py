"""The timeline: reports of one happening once, at the narrowest date that one of them gives, with all as evidence."""

from dataclasses import replace

import pytest

from generator.model import EventType, Factuality, Finding, Grain, Happening, Origin, Standing
from generator.pages.chronicle import Entry, entries
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet
from tests.factory import dossier_of, facts_of, happens, says

_SURE = Standing(least=Factuality.CERTAIN, most=Factuality.CERTAIN)


def _entries(*dates: str, gathered: str | None, uncertain: bool = False) -> tuple[Entry, ...]:
    """Reports of one attack by as many papers as there are dates, all in one finding."""
    facts = []
    for n, day in enumerate(dates):
        text = f"Ruritania attacked Freedonia, paper {n} has learnt from both of the governments and from the docks."
        event = happens("ASSAULT", "attacked", agent=["Ruritania"], patient=["Freedonia"], when=day)
        names = {"Ruritania": "ruritania", "Freedonia": "freedonia"}
        made = facts_of(f"a{n}", text, names=names, claims=[says("Ruritania attacked Freedonia")], events=[event])
        facts.append(replace(made, article=replace(made.article, publisher=f"Paper {n}", sha256=str(n))))
    claims = tuple(f.claims[0].id for f in facts)
    lemma = facts[0].events[0].predicate.lemma
    happening = Happening(
        id="h1", type=EventType.ASSAULT, lemma=lemma, agents=("ruritania",), targets=("freedonia",), places=(),
        when=gathered, grain=Grain.DAY, uncertain=uncertain, reported=None, factuality=_SURE, claims=claims,
    )  # fmt: skip
    finding = Finding(
        id="f1", claims=claims, lead=claims[0], publishers=tuple(f"Paper {n}" for n in range(len(dates))),
        origins=(Origin(speaker=None, via=None, said=None, claims=claims),), factuality=_SURE, first=None, latest=None,
        topics=(), actors=(), credibility=6,
    )  # fmt: skip
    desk = Desk.of(dossier_of(facts, findings=(finding,), happenings=(happening,) if gathered else ()))
    return entries([f.claims[0] for f in facts], Sheet(desk, "timeline/index.md"))


def test_reports_that_give_a_month_and_its_day_are_one_entry_on_the_day() -> None:
    (entry,) = _entries("2024-05", "2024-05-03", gathered="2024-05-03")
    assert (entry.day.edtf, entry.day.sure) == ("2024-05-03", True)
    assert len(entry.citations) == entry.publishers == 2


def test_without_a_happening_each_date_is_its_own() -> None:
    assert [(e.day.edtf, e.publishers) for e in _entries("2024-05", "2024-05-03", gathered=None)] == [
        ("2024-05-03", 1),
        ("2024-05", 1),
    ]


@pytest.mark.parametrize(("gathered", "uncertain"), [("2024-05-03/2024-05-09", True), ("2024-06-01", False)])
def test_dates_that_differ_are_not_made_one(gathered: str, uncertain: bool) -> None:
    found = _entries("2024-05-03", "2024-05-09", gathered=gathered, uncertain=uncertain)
    assert [e.day.edtf for e in found] == ["2024-05-09", "2024-05-03"]


def test_three_papers_on_one_day_are_one_entry() -> None:
    (entry,) = _entries("2024-05-03", "2024-05-03", "2024-05-03", gathered="2024-05-03")
    assert entry.publishers == 3
    assert len({c.label for c in entry.citations}) == 3
