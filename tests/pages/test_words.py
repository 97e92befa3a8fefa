"""What pages call things."""

import pytest

from generator.model import ActorKind, Cue, Event, EventType, Factuality, Participant
from generator.pages import words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"All of it."', "All of it."),
        ("“All of it.”", "All of it."),
        ('the deal as a "great step."', "the deal as a ‘great step.’"),
        ('"One," and "two"', "‘One,’ and ‘two’"),
        ("it's", "it's"),
        ('"', "‘"),
        ("", ""),
    ],
)
def test_marks_inside_marks_are_single(text: str, told: str) -> None:
    assert words.unquoted(text) == told


def test_that_joins_reported_words_to_their_verb() -> None:
    assert words.without_that("that the port would be closed") == "the port would be closed"
    assert words.without_that("that is all") == "that is all"
    assert words.without_that("they closed the port") == "they closed the port"


def test_lists_are_told_as_sentences() -> None:
    assert [words.listed(x) for x in ([], ["A"], ["A", "B"], ("A", "B", "C"))] == ["", "A", "A and B", "A, B and C"]


def test_every_term_of_the_contract_has_words() -> None:
    assert set(words.STANCE) == set(Factuality)
    assert set(words.KIND) == set(ActorKind)
    assert set(words.EVENT) == {t.value for t in EventType}
    assert set(words.LINK) == {t.value for t in EventType} | words.STANDING_LINKS


@pytest.mark.parametrize(
    ("lemma", "agent", "recipient", "told"),
    [
        ("receive", True, True, "give"),
        ("receive", False, True, "given"),
        ("receive", True, False, "receive"),
        ("send", True, True, "send"),
    ],
)
def test_what_is_received_is_told_as_its_giver_does_it(lemma: str, agent: bool, recipient: bool, told: str) -> None:
    someone = (Participant(start=0, end=1, text="A", actor="a"),)
    event = Event(
        article="x",
        type=EventType.AID,
        predicate=Cue(start=2, end=3, text="b", lemma=lemma),
        agent=someone if agent else (),
        patient=(),
        recipient=someone if recipient else (),
        place=(),
        when=None,
        factuality=Factuality.CERTAIN,
        claim=None,
    )
    assert words.deed(event) == told
