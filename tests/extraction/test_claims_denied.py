"""Claims that must not be turned round: denials, what is opposed, what only leads in, what was foreseen."""

from collections.abc import Callable

import pytest

from generator.model import Claim, Facts

pytestmark = pytest.mark.model

Extract = Callable[..., Facts]


def _claims(facts: Facts) -> list[Claim]:
    return [c for c in facts.claims if c.cue is not None]


@pytest.mark.parametrize(
    ("text", "content", "value"),
    [
        ("I can't call and tell them that the bridge is safe, the mayor said.", "that the bridge is safe", "Uu"),
        ("The ministry would neither confirm nor deny that the ship had sunk.", "that the ship had sunk", "Uu"),
        ("The mayor argued against closing the school.", "against closing the school", "CT+"),
        ("The council voted against the budget.", "against the budget", "CT+"),
        ("The mayor objected to closing the school.", "closing the school", "Uu"),
        ("The mayor scoffed at the idea that he had resigned.", "the idea that he had resigned", "CT-"),
        ("The mayor rejected the idea that the school had failed.", "that the school had failed", "CT-"),
        ('"It should be mentioned that he paid the fine," Berg said.', '"It should be mentioned that he paid', "CT+"),
        ("It must be said that the mayor paid the fine.", "that the mayor paid the fine", "CT+"),
        ("It is said that the mayor paid the fine.", "that the mayor paid the fine", "PR+"),
        ('"Would the mayor pay the fine?" Berg said.', '"Would the mayor pay the fine?"', "Uu"),
        ('"Anything you would like to add?" Berg said.', '"Anything you would like to add?"', "Uu"),
        ("He is treating the nurses as thieves.", "the nurses as thieves", "CT+"),
        ("The mayor insisted that at no point did he take money.", "that at no point did he take money", "CT-"),
    ],
)
def test_how_sure(extract_text: Extract, text: str, content: str, value: str) -> None:
    found = {c.spans[0].text: c.factuality for c in _claims(extract_text(text))}
    assert [f for words, f in found.items() if words.startswith(content)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "As predicted, the river flooded the town.",
        "The river flooded the town, as predicted by the institute.",
        "As expected, the talks failed.",
        "As was feared, the dam broke.",
        "The soldiers were fighting to free the town.",
        "They were treating the wounded.",
        "They were viewing the house.",
        "It is the council that he rails against.",
    ],
)
def test_what_came_true_or_is_being_done_is_nobodys_word(extract_text: Extract, text: str) -> None:
    facts = extract_text(text)
    assert not _claims(facts)
    assert [c.factuality for c in facts.claims] == ["CT+"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The team was considering a move to Oslo.", "considering"),
        ("The firm is planning to close the mine.", "planning"),
        ("She was hoping that the rain would stop.", "hoping"),
        ("The weather office predicted that the river would flood.", "predicted"),
    ],
)
def test_a_mind_is_one_also_while_it_lasts(extract_text: Extract, text: str, cue: str) -> None:
    assert [c.cue.text for c in _claims(extract_text(text)) if c.cue] == [cue]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "value"),
    [
        ("The board denied the Liberals' claim that votes had been bought.", "The board", "denied", "CT-"),
        ("Berg denied claims by Lind that she had resigned.", "Berg", "denied", "CT-"),
        ("Berg contradicted Lind's claim that the bridge was unsafe.", "Berg", "contradicted", "CT-"),
        ("Berg retracted her claim that Lind had bribed a judge.", "Berg", "retracted", "Uu"),
        ("Berg repeated Lind's claim that the bridge was unsafe.", "Lind's", "claim", "CT+"),
        ("The team doubts the claim that the bone is old.", "The team", "doubts", "PR-"),
        ("Berg hinted at resigning.", "Berg", "hinted", "PS+"),
        ("Berg was misquoted as saying that Lind had bribed a judge.", "Berg", "was misquoted as saying", "Uu"),
    ],
)
def test_who_denies_anothers_claim(extract_text: Extract, text: str, speaker: str, cue: str, value: str) -> None:
    (claim,) = _claims(extract_text(text))
    assert claim.cue is not None
    assert ([s.text for s in claim.speakers], claim.cue.text, claim.factuality) == ([speaker], cue, value)


def test_who_is_denied_a_thing_says_nothing(extract_text: Extract) -> None:
    assert not _claims(extract_text("United were denied a penalty by the referee."))


def test_who_is_described_by_what_is_thought_does_not_think(extract_text: Extract) -> None:
    facts = extract_text("The mask, thought to have been stolen by soldiers, was returned.")
    assert not _claims(facts)
    assert [e.factuality for e in facts.events if e.predicate.text == "returned"] == ["CT+"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministry has yet to approve the drug.", "CT-"),
        ("The minister is due to visit Oslo.", "PR+"),
        ("The minister was going to visit Oslo.", "Uu"),
        ("The minister is likely to visit Oslo.", "PR+"),
        ("The minister is not likely to visit Oslo.", "PR-"),
        ("The minister is happy to visit Oslo.", "CT+"),
        ('"Please resign," Berg said.', "Uu"),
        ('"Suppose the mayor lied," Berg said.', "Uu"),
    ],
)
def test_the_deed_is_what_is_told(extract_text: Extract, text: str, value: str) -> None:
    assert [c.factuality for c in extract_text(text).claims] == [value]


@pytest.mark.parametrize(
    ("text", "content", "said", "when"),
    [
        ("Police said on Monday they arrested a man on Sunday.", "they arrested a man on Sunday", "11-18", "11-17"),
        ("Police said Monday they had arrested a man.", "they had arrested a man", "11-18", None),
        ("Police said Monday was quiet.", "Monday was quiet", None, "11-18"),
    ],
)
def test_the_day_behind_a_cue_is_that_of_the_saying(
    extract_text: Extract, text: str, content: str, said: str | None, when: str | None
) -> None:
    (claim,) = _claims(extract_text(text))
    assert claim.spans[0].text == content
    assert (claim.said, claim.when) == (said and f"2024-{said}", when and f"2024-{when}")


def test_a_joined_cue_is_told_with_what_denies_it(extract_text: Extract) -> None:
    (claim,) = (c for c in _claims(extract_text("We did not write or say that it was safe.")))
    assert claim.cue is not None
    assert claim.cue.text == "did not write or say"
