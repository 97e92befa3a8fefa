"""What stands for withheld words: the event a claim is about, never one that is left open or says nothing."""

from dataclasses import replace

import pytest

from generator.model import Facts, Factuality, Participant
from generator.pages import readings
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet
from tests.factory import Happens, dossier_of, facts_of, happens, says

_OPEN = Factuality.UNDERSPECIFIED
_TEXT = "Ruritania announced the deployment of its troops and sent the additional artillery systems to Freedonia"


def _facts(*events: Happens) -> Facts:
    return facts_of("a", _TEXT, claims=[says(_TEXT)], events=list(events))


def test_a_verb_comes_before_a_noun_and_what_is_open_is_left_out() -> None:
    noun = happens("MOBILIZE", "deployment", agent=["Ruritania"], patient=["troops"])
    verb = happens("AID", "sent", agent=["Ruritania"], patient=["artillery systems"], recipient=["Freedonia"])
    found = readings.root(_facts(noun, verb).events)
    assert found is not None
    assert found.predicate.text == "sent"
    open_ = happens("AID", "sent", agent=["Ruritania"], patient=["artillery systems"], factuality=_OPEN)
    assert readings.root(_facts(open_).events) is None


def test_a_deed_alone_tells_nothing() -> None:
    assert readings.root(_facts(happens("AID", "sent", agent=["Ruritania"])).events) is None
    assert readings.root(()) is None


@pytest.mark.parametrize(
    ("text", "done", "part", "joint"),
    [
        ("Ruritania halted the deployment of its own pilots.", "deployment", "pilots", "of"),
        ("Dockers lead protests against the tariff.", "protests", "the tariff", "against"),
        ("The pilots withdrew from the port.", "withdrew", "the port", "from"),
        ("Grain shipments stopped.", "shipments", "Grain", "of"),
        ("The pilot deployment went on.", "deployment", "pilot", "of"),
        ("Ruritania deployed pilots.", "deployed", "pilots", None),
        ("Forty pilots sailed.", "sailed", "pilots", None),
        ("A deployment that was not of use ended, said the pilots.", "deployment", "the pilots", None),
    ],
)
def test_what_is_done_is_joined_to_whom_it_befalls_as_the_article_does(
    text: str, done: str, part: str, joint: str | None
) -> None:
    (event,) = facts_of("a", text, claims=[says(text)], events=[happens("MOBILIZE", done, patient=[part])]).events
    assert readings.joint(event, facts_of("a", text).article) == joint


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("the additional artillery systems", "artillery systems"),
        ("its troops in the north", "troops"),
        ("the East Freedonian government", "East Freedonian government"),
        ("troops", "troops"),
        ("it", ""),
        ("", ""),
    ],
)
def test_a_phrase_has_a_head(text: str, head: str) -> None:
    assert readings.head(Participant(start=0, end=len(text), text=text)) == head


@pytest.mark.parametrize(
    ("text", "done", "part", "noun"),
    [
        ("Ruritania, whose sanctions on Freedonia hurt, met it.", "sanctions", "Freedonia", True),
        ("Ruritania agreed on the terms.", "agreed", "the terms", False),
        ("Ruritania sanctions Freedonia.", "sanctions", "Freedonia", False),
    ],
)
def test_before_what_may_be_a_noun_stands_no_subject(text: str, done: str, part: str, noun: bool) -> None:
    event = happens("SANCTION", done, agent=["Ruritania"], patient=[part])
    facts = facts_of("a", text, claims=[says(text)], events=[event])
    free = replace(facts, article=replace(facts.article, license="CC0"))
    desk = Desk.of(dossier_of([free]))
    assert Sheet(desk, "actors/x/index.md").happening(desk.index.facts["a"].events[0]).may_be_noun is noun
