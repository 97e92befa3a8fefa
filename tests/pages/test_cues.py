"""What stands between a speaker and what it says never loses its negation."""

from dataclasses import replace

import pytest

from generator.model import INTERVIEW, SpeakerKind
from generator.pages import cues
from tests.factory import facts_of, says


@pytest.mark.parametrize(
    ("sentence", "cue", "factuality", "told"),
    [
        (
            "Freedonia stopped short of confirming the pact was signed",
            "confirming",
            "Uu",
            "stopped short of confirming",
        ),
        ("Freedonia declined to say the pact was signed", "say", "Uu", "declined to say"),
        ("Freedonia has not ruled out the pact was signed", "ruled", "Uu", "has not ruled out"),
        ("Freedonia did not immediately confirm the pact was signed", "confirm", "Uu", "did not immediately confirm"),
        ("Freedonia hasn’t said the pact was signed", "said", "Uu", "hasn’t said"),
        ("Freedonia would say the pact was signed", "say", "CT+", "would say"),
        ("Freedonia went on to say the pact was signed", "say", "CT+", "went on to say"),
        ("Freedonia said the pact was signed", "said", "CT+", "said"),
        ("Freedonia denied the pact was signed", "denied", "CT-", "denied"),
        ("Freedonia, confirming the pact was signed", "confirming", "CT+", ", confirming"),
        ("Freedonia, without confirming the pact was signed", "confirming", "Uu", ", without confirming"),
        ("Freedonia voices concern the pact was signed", "concern", "PS+", ", concern"),
        ("The pact was signed soon, according to Freedonia the pact was signed", "according to", "PR+", "according to"),
        ("Freedonia never there, said the pact was signed", "said", "CT+", "said"),
    ],
)
def test_the_verb_keeps_what_governs_it(sentence: str, cue: str, factuality: str, told: str) -> None:
    claim = says("the pact was signed", by="Freedonia", cue=cue, factuality=factuality)
    facts = facts_of("a", sentence, names={"Freedonia": "freedonia"}, claims=[claim])
    assert cues.told(facts.article, facts.claims[0]) == told


@pytest.mark.parametrize(
    ("sentence", "by", "cue", "told"),
    [
        ("Officials fear the pact was signed", "Officials", "fear", "fear"),
        ("Officials worries the pact was signed", "Officials", "worries", ", worries"),
        ("Officials said the pact was signed", "Officials", "said", "said"),
    ],
)
def test_what_does_not_agree_stands_apart(sentence: str, by: str, cue: str, told: str) -> None:
    claim = says("the pact was signed", by=by, cue=cue, kind=SpeakerKind.GROUP)
    facts = facts_of("a", sentence, claims=[claim])
    assert cues.told(facts.article, facts.claims[0]) == told


def test_narration_has_no_verb() -> None:
    facts = facts_of("a", "The pact was signed", claims=[says("The pact was signed")])
    assert cues.told(facts.article, facts.claims[0]) is None


def test_an_answer_says_that_it_is_one() -> None:
    sentence = "The Herald interviewed Freedonia. The pact was signed"
    answer = says("The pact was signed", by="Freedonia")
    facts = facts_of("a", sentence, names={"Freedonia": "freedonia"}, claims=[answer])
    assert cues.told(facts.article, replace(facts.claims[0], rule=INTERVIEW)) == ", in an interview"
