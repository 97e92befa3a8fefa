"""What pages call things."""

import pytest

from generator.model import ActorKind, EventType, Factuality
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
