"""An actor's deeds: a happening once, with every report of it, and the day that all of them together give."""

from dataclasses import replace

import pytest

from generator.model import EventType, Factuality, Grain, Happening, Standing
from generator.pages import deeds
from generator.pages.deeds import Deed
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet
from tests.factory import dossier_of, facts_of, happens, says

_NAMES = {"Ruritania": "ruritania", "Freedonia": "freedonia"}
_FIRST, _SECOND = "Ruritania attacked Freedonia in May.", "Ruritania attacked Freedonia, by land and by sea."


def _told(when: str | None, *, uncertain: bool = False, gathered: bool = True) -> tuple[Deed, ...]:
    facts = []
    for n, (text, day) in enumerate(((_FIRST, "2024-05"), (_SECOND, "2024-05-03"))):
        assault = happens("ASSAULT", "attacked", agent=["Ruritania"], patient=["Freedonia"], when=day)
        made = facts_of(f"a{n}", text, names=_NAMES, claims=[says(text)], events=[assault])
        article = replace(made.article, publisher=f"Paper {n}", published=f"2024-05-0{7 + n}", sha256=str(n))
        facts.append(replace(made, article=article))
    happening = Happening(
        id="h1",
        type=EventType.ASSAULT,
        lemma="attack",
        agents=("ruritania",),
        targets=("freedonia",),
        places=(),
        when=when,
        grain=Grain.DAY,
        uncertain=uncertain,
        reported="2024-05-07",
        factuality=Standing(least=Factuality.PROBABLE, most=Factuality.CERTAIN),
        claims=tuple(f.claims[0].id for f in facts),
    )
    desk = Desk.of(dossier_of(facts, happenings=(happening,) if gathered else ()))
    acting = [e for part, e in desk.deeds["ruritania"] if part == "agent"]
    return deeds.deeds(acting, Sheet(desk, "actors/ruritania/index.md", ["a0", "a1"]), 60)


def test_two_reports_of_one_happening_are_one_deed_with_both_as_evidence() -> None:
    (deed,) = _told("2024-05-03")
    assert [c.label for c in sorted(deed.citations, key=lambda c: c.label)] == ["A·1", "B·1"]
    assert deed.publishers == 2
    assert deed.when is not None
    assert (deed.when.text, deed.when.sure) == ("3 May 2024", True)
    assert deed.reported == "7 May 2024"
    assert deed.stance == ("here held probable, there asserted", "open")
    assert not deed.differs


def test_a_day_that_no_report_gives_is_not_said_to_be_from_one() -> None:
    (deed,) = _told("2024-05-02/2024-05-03", uncertain=True)
    assert deed.differs
    assert deed.when is not None
    assert deed.when.how == "from all reports of it together"
    assert not deed.when.sure


def test_without_a_happening_each_report_stands_for_itself() -> None:
    assert [d.publishers for d in _told(None, gathered=False)] == [1, 1]


@pytest.mark.parametrize("when", [None, "2024-05-03"])
def test_a_deed_without_a_day_is_told_by_its_first_report(when: str | None) -> None:
    (deed,) = _told(when)
    assert (deed.when is None) == (when is None)
    assert deed.reported == "7 May 2024"
