"""How well the gold is read, held by a ratchet; and that annotations, scorer and ratchet themselves are sound."""

import dataclasses
from pathlib import Path

import pytest

from generator.model import Facts, Factuality
from tests.conftest import article_of
from tests.factory import facts_of, happens, says
from tests.gold.annotation import HERE, Annotation, GoldError, GoldText, Happened, Named, SaidClaim, faults, load
from tests.gold.floors import Floors, digest, measured, raised, stated
from tests.gold.floors import faults as broken
from tests.gold.scoring import Score, score, turned_round

DOMAINS = frozenset(
    {"elections", "courts", "business", "disasters", "sport", "science"}
    | {"health", "protest", "diplomacy", "crime", "war", "culture"}
)
TEXT = "Ada Quill said troops attacked Oslo. Quill left."


def small() -> GoldText:
    told = Annotation(
        domain="war",
        claims=[SaidClaim(says=["troops attacked Oslo"], by=["Ada Quill"], cue="said", form="paraphrase", sure="CT+")],
        dates=[],
        quantities=[],
        names=[
            Named(text="Ada Quill", kind="person", actor="quill"),
            Named(text="Quill", kind="person", actor="quill"),
            Named(text="Oslo", kind="place", actor="oslo"),
        ],
        events=[Happened(word="attacked", type="ASSAULT", sure="CT+", agent=["troops"], patient=["Oslo"])],
    )
    return GoldText(name="small", file=Path("small.txt"), body=TEXT, told=told)


def found() -> Facts:
    return facts_of(
        article_of(TEXT),
        names={"Ada Quill": "quill", "Oslo": "oslo"},
        claims=[says("troops attacked Oslo", by="Ada Quill", cue="said")],
        events=[happens("ASSAULT", "attacked", agent=["troops"], patient=["Oslo"])],
    )


def test_every_domain_has_two_texts() -> None:
    domains = [t.told.domain for t in load()]
    assert len(domains) >= 24
    assert {d for d in domains if domains.count(d) >= 2} == DOMAINS


@pytest.mark.parametrize("gold", load(), ids=lambda g: g.name)
def test_all_that_is_annotated_stands_in_its_text(gold: GoldText) -> None:
    assert faults(gold) == []
    assert set(gold.names().values()) == set(gold.told.names)


def test_words_in_several_places_are_named_by_their_number() -> None:
    gold = small()
    assert gold.find("Quill@2") == (37, 42)
    with pytest.raises(GoldError, match="stands in 2 places"):
        gold.find("Quill")
    with pytest.raises(GoldError, match="does not stand in the text"):
        gold.find("Bergen")


def test_an_annotation_of_another_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\ntitle: A\n---\nText.\n", encoding="utf-8")
    (tmp_path / "a.yml").write_text("domain: war\nclaim: []\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.yml"):
        load(tmp_path)


def test_what_is_found_counts_and_what_is_not_does_not() -> None:
    right = score([(small(), found())]).figures()
    assert right["claims fully right"] == right["events roles"] == right["events factuality"] == 100.0
    nothing = score([(small(), Facts(article=article_of(TEXT)))])
    assert nothing.figures()["claims fully right"] == nothing.figures()["events found"] == 0.0
    assert any("not found" in miss for miss in nothing.misses)


def test_facts_turned_round_are_told() -> None:
    facts = found()
    claim, event = facts.claims[0], facts.events[0]
    denied = dataclasses.replace(facts, claims=(dataclasses.replace(claim, factuality=Factuality.CERTAIN_NOT),))
    assert len(score([(small(), denied)]).turned) == 1
    swapped = dataclasses.replace(event, agent=event.patient, patient=event.agent)
    assert len(score([(small(), dataclasses.replace(facts, events=(swapped,)))]).turned) == 1
    assert score([(small(), facts)]).turned == []


@pytest.mark.parametrize(
    ("gold", "read", "told"),
    [("CT+", "CT-", True), ("Uu", "CT+", True), ("PS+", "CT+", True), ("CT+", "Uu", False), ("PR+", "PS+", False)],
)
def test_turned_round_is_the_contrary_or_a_hedge_lost(gold: str, read: str, told: bool) -> None:
    assert turned_round(gold, read) is told


def test_the_ratchet_holds_both_ways() -> None:
    told = Score()
    told.add("dates", 9, 10, 10)
    assert broken(told, Floors(digest="x", turned=0, floors={"dates": 89.0}), "x") == []
    assert "fell to 90.0" in broken(told, Floors(digest="x", turned=0, floors={"dates": 91.0}), "x")[0]
    assert "rose to 90.0" in broken(told, Floors(digest="x", turned=0, floors={"dates": 80.0}), "x")[0]
    assert "has changed" in broken(told, Floors(digest="y", turned=0, floors={"dates": 90.0}), "x")[0]
    told.turned.append("a denial read as an assertion")
    assert "turned round" in broken(told, Floors(digest="x", turned=0, floors={"dates": 90.0}), "x")[0]


def test_a_floor_is_lowered_with_a_reason_only() -> None:
    told = Score()
    told.add("dates", 9, 10, 10)
    before = Floors(digest="x", turned=0, floors={"dates": 95.0})
    with pytest.raises(ValueError, match=r"dates from 95\.0 to 90\.0"):
        raised(told, before, "x", None)
    assert raised(told, before, "x", "a wrong annotation is mended").lowered[0].why == "a wrong annotation is mended"


@pytest.mark.model
def test_no_measure_falls_below_its_floor() -> None:
    told = measured()
    faulty = broken(told, stated(), digest(HERE))
    assert not faulty, "\n".join([*faulty, "", *told.misses, *told.turned])
