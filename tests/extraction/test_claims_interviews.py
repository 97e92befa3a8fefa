"""Whose the answers of an interview are, and what in it states nothing."""

from collections.abc import Callable

import pytest

from generator.model import ClaimForm, Facts
from tests.extraction.cast import attributed

pytestmark = pytest.mark.model

Extract = Callable[..., Facts]


INTERVIEW = """Anna Berg has kept the lighthouse for 20 years. She spoke to us in May.

How did you come to the island?

I came by boat, and I stayed for the birds.

What do you miss most?

Bread. We bake our own, but the oven is old.

Will you leave one day?

I will stay until the lamp goes out.
"""


def test_an_answer_is_the_word_of_whom_the_article_says_it_asked(extract_text: Extract) -> None:
    claims = {c.text: c for c in extract_text(INTERVIEW).claims}
    assert claims["Anna Berg has kept the lighthouse for 20 years."].form is ClaimForm.NARRATION
    told = claims["I came by boat, and I stayed for the birds."]
    assert [s.actor for s in told.speakers] == ["anna-berg"]
    assert (told.form, told.cue, told.factuality.value) == (ClaimForm.QUOTATION, None, "CT+")
    assert not any(text.endswith("?") for text in claims)


ASKED = "\n\nWhy did you leave?\n\nI could not stay. The house was cold.\n\nWas it empty?\n\nWe left the cat.\n"


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("The Herald interviews Maria Lund, the last tenant of the tower", "maria-lund"),
        ("Maria Lund was interviewed by The Herald.", "maria-lund"),
        ("The Herald spoke with Maria Lund in March.", "maria-lund"),
        ("Maria Lund talked to us in March.", "maria-lund"),
        ("The Herald interviews Maria Lund and Jonas Falk", None),
        ("The police interviewed Maria Lund.", None),
        ("Maria Lund spoke with Jonas Falk in March.", None),
    ],
)
def test_an_interview_has_the_speaker_that_it_announces(
    extract_text: Extract, opening: str, speaker: str | None
) -> None:
    claims = {c.text: c for c in extract_text(opening + ASKED + "\nWill you return?\n\nI doubt it.\n").claims}
    for answer in ("I could not stay.", "The house was cold.", "We left the cat."):
        assert [s.actor for s in claims[answer].speakers] == ([speaker] if speaker else []), answer
        assert claims[answer].form is ClaimForm.QUOTATION


def test_what_prompts_between_two_questions_is_nobodys(extract_text: Extract) -> None:
    prompted = "The Herald interviews Maria Lund\n\nHow was it?\n\nI liked the house.\n\nIt had no roof.\n\nTrue.\n"
    claims = {c.text: c for c in extract_text(prompted).claims}
    assert [s.actor for s in claims["I liked the house."].speakers] == ["maria-lund"]
    assert (claims["It had no roof."].speakers, claims["It had no roof."].form) == ((), ClaimForm.QUOTATION)


def test_the_writers_word_of_the_one_asked_is_no_answer(extract_text: Extract) -> None:
    claims = {c.text: c for c in extract_text(INTERVIEW + "\nBerg turned 60 in May.\n").claims}
    assert claims["Berg turned 60 in May."].form is ClaimForm.NARRATION


def test_answers_may_be_marked_with_letters_or_names(extract_text: Extract) -> None:
    lettered = "Interview with Maria Lund\n\nQ: Why?\n\nA: The vote was lost.\n\nQ: When?\n\nA: It fell in May.\n"
    claims = {c.text: c for c in extract_text(lettered).claims}
    assert [s.actor for s in claims["The vote was lost."].speakers] == ["maria-lund"]
    named = "Maria Lund left.\n\nHERALD: Why did you leave?\n\nLUND: The vote was lost.\n"
    told = {c.text: c for c in extract_text(named).claims}
    assert [s.actor for s in told["The vote was lost."].speakers] == ["maria-lund"]


def test_the_i_of_an_answer_is_the_one_asked(extract_text: Extract) -> None:
    text = "The Herald interviews Maria Lund\n\nWill it hold?\n\nI think the dam will break.\n"
    (claim,) = attributed(extract_text(text))
    assert [(s.text, s.actor) for s in claim.speakers] == [("I", "maria-lund")]


@pytest.mark.parametrize(
    "nothing", ["Will the bridge hold?", "The costs", "Saturday, April 4, 2009", "Photo: Anna Berg.", "On the harbour"]
)
def test_what_states_nothing_is_no_claim(extract_text: Extract, nothing: str) -> None:
    text = f"The city closed the bridge in May.\n\n{nothing}\n\nIt was built in 1911.\n"
    assert [c.text for c in extract_text(text).claims] == [
        "The city closed the bridge in May.",
        "It was built in 1911.",
    ]


def test_a_question_in_a_report_makes_no_interview(extract_text: Extract) -> None:
    report = "Will the bridge hold?\n\nThe city has closed it.\n\nWe will report again tomorrow.\n"
    assert all(c.form is ClaimForm.NARRATION for c in extract_text(report).claims if c.cue is None)


def test_a_long_word_before_the_first_question_is_the_answer_of_the_one_asked(extract_text: Extract) -> None:
    long = " ".join(f"I saw the ice break in the winter of {1950 + year}." for year in range(12))
    text = (
        "Interview with Maria Lund\n\nI wondered if you remember the ice.\n\n"
        f"{long}\n\nWas it cold?\n\nIt was cold, and we stayed at home.\n"
    )
    claims = {c.text: c for c in extract_text(text).claims}
    assert [s.actor for s in claims["I saw the ice break in the winter of 1955."].speakers] == ["maria-lund"]
