"""Where a speaker, a quotation or a clause ends when the parse does not tell."""

from collections.abc import Callable

import pytest

from generator.model import ClaimForm, Facts
from tests.extraction.cast import attributed

pytestmark = pytest.mark.model

Extract = Callable[..., Facts]


def test_who_is_the_person_and_not_the_place_he_works_at(extract_text: Extract) -> None:
    text = 'A contrary view came from Anna Berg, an engineer at the Norden Institute, who said, "It will hold."'
    (claim,) = attributed(extract_text(text))
    assert [s.actor for s in claim.speakers] == ["anna-berg"]


def test_a_sentence_ended_before_another_quotation_goes_on_from_the_last(extract_text: Extract) -> None:
    text = '"We are glad," said Anna Berg. "It took years." "It is a loss," said Jonas Lind. "We will appeal."'
    claims = {c.speakers[0].actor: c.text for c in attributed(extract_text(text))}
    assert "It took years." in claims["anna-berg"]
    assert "It took years." not in claims["jonas-lind"]


def test_two_quotations_in_front_of_one_cue_are_one(extract_text: Extract) -> None:
    (claim,) = attributed(extract_text('The river rose. "It took years." "It is a loss," said Jonas Lind.'))
    assert [s.text for s in claim.spans] == ['"It took years."', '"It is a loss,"']


def test_according_to_ends_where_the_next_phrase_begins(extract_text: Extract) -> None:
    (claim,) = attributed(extract_text("According to Lind the bridge in question was closed by the city in May."))
    assert (claim.speakers[0].text, claim.text[:10]) == ("Lind", "the bridge")


@pytest.mark.parametrize("cue", ["told", "asked", "ordered", "urged"])
def test_what_somebody_is_told_to_do_need_not_be_done(extract_text: Extract, cue: str) -> None:
    (claim,) = attributed(extract_text(f"The mayor {cue} residents to leave the town."))
    assert claim.factuality.value == "Uu"


@pytest.mark.parametrize(
    "text",
    ["What I want to do with the house needs time.", "She lost a sense that thinking about music can bring about."],
)
def test_what_only_names_a_thing_is_no_mind(extract_text: Extract, text: str) -> None:
    assert attributed(extract_text(text)) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "The mayor praised the club for its work and opened the new bridge in the harbour.",
            ["The mayor", "opened the new bridge in the harbour"],
        ),
        (
            "The mayor opened the bridge on Monday and said the pool was closed.",
            ["The mayor opened the bridge on Monday"],
        ),
        (
            "The council closed the pool in May, but Anna Berg said it would open again.",
            ["The council closed the pool in May"],
        ),
        ("The council closed the pool because, she said, it leaked.", ["The council closed the pool"]),
        (
            'The union published a letter in June, saying: "We will not work."',
            ["The union published a letter in June"],
        ),
    ],
)
def test_a_clause_beside_what_somebody_said_keeps_its_subject(
    extract_text: Extract, text: str, kept: list[str]
) -> None:
    own = [[s.text.rstrip(".") for s in c.spans] for c in extract_text(text).claims if c.cue is None]
    assert own == [kept]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            ': Deputy Secretary of the Air Force Anna Berg: "The dam will hold. We checked it."',
            "anna-berg",
            '"The dam will hold. We checked it."',
        ),
        ('The dam was built in 1911.\n\n"The dam will hold." — Anna Berg', "anna-berg", '"The dam will hold."'),
        ('"The dam will hold." -- Anna Berg, engineer\n\nIt was built in 1911.', "anna-berg", '"The dam will hold."'),
    ],
)
def test_a_name_beside_a_quotation_says_it(extract_text: Extract, text: str, speaker: str, content: str) -> None:
    (claim,) = attributed(extract_text(text))
    assert ([s.actor for s in claim.speakers], claim.text) == ([speaker], content)


@pytest.mark.parametrize(
    "text",
    [
        "The clinic treats patients with herbs.",
        "The airline negotiated the purchase of two ships.",
        "The mayor unveiled the new statue at the harbour.",
        "The office estimated the number of birds that live on the island.",
    ],
)
def test_deeds_are_no_words(extract_text: Extract, text: str) -> None:
    assert attributed(extract_text(text)) == []


def test_with_whom_a_thing_was_discussed_is_no_part_of_it(extract_text: Extract) -> None:
    (claim,) = attributed(extract_text("The airline discussed this possibility with the Harbour Board."))
    assert claim.text == "this possibility"


def test_half_a_sentence_that_leads_to_speech_is_no_claim(extract_text: Extract) -> None:
    half = "Speaking in May, the mayor said that it holds."
    own = [c.text for c in extract_text(half).claims if c.cue is None]
    assert not any("said" in text for text in own)


def test_a_closing_mark_that_stands_apart_closes(extract_text: Extract) -> None:
    text = "Anna Berg called it “ the best of bridges ”. The council opened it in May."
    claims = {c.text: c for c in extract_text(text).claims}
    assert claims["The council opened it in May."].form is ClaimForm.NARRATION


@pytest.mark.parametrize(
    "text",
    [
        "The crew compared the samples to older ones.",
        "The staff like your plans to sail.",
    ],
)
def test_a_study_and_the_readers_plans_are_no_words(extract_text: Extract, text: str) -> None:
    assert [c for c in attributed(extract_text(text)) if c.rule.startswith(("noun", "saying"))] == []


def test_a_phrase_with_a_participle_alone_states_nothing(extract_text: Extract) -> None:
    phrase = "Three of the oldest sailors of the northern harbour town, including the cook and the two boys"
    text = f"The crew came home.\n\n{phrase}"
    assert [c.text for c in extract_text(text).claims] == ["The crew came home."]


def test_who_behind_a_contrast_is_the_one_affirmed(extract_text: Extract) -> None:
    (claim,) = attributed(extract_text("It was Anna Berg, not Peter Lind, who said the dam would hold."))
    assert [s.actor for s in claim.speakers] == ["anna-berg"]
