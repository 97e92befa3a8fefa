"""FactBank's values, read off single sentences."""

import pytest
from spacy.language import Language

from generator.extraction import factuality
from generator.extraction.parse import Doc, Token

pytestmark = pytest.mark.model


def token(doc: Doc, word: str) -> Token:
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Troops attacked the port.", "attacked", "CT+"),
        ("Troops did not attack the port.", "attack", "CT-"),
        ("Troops never attacked the port.", "attacked", "CT-"),
        ("No troops attacked the port.", "attacked", "CT-"),
        ("Nobody attacked the port.", "attacked", "CT-"),
        ("Troops may attack the port.", "attack", "PS+"),
        ("Troops would attack the port.", "attack", "PR+"),
        ("Troops will attack the port.", "attack", "CT+"),
        ("Troops probably attacked the port.", "attacked", "PR+"),
        ("Troops may not attack the port.", "attack", "PS-"),
        ("Did troops attack the port?", "attack", "Uu"),
        ("If troops attack the port, the town will fall.", "attack", "Uu"),
        ("If troops attack the port, the town will fall.", "fall", "Uu"),
        ("Troops plan to attack the port.", "attack", "Uu"),
        ("Troops failed to take the port.", "take", "CT-"),
        ("Troops did not fail to take the port.", "take", "CT+"),
        ("Troops managed to take the port.", "take", "CT+"),
        ("The general denied that troops attacked the port.", "attacked", "CT-"),
        ("The general doubts that troops attacked the port.", "attacked", "PR-"),
        ("The general thinks troops attacked the port.", "attacked", "PR+"),
        ("The general did not say troops attacked the port.", "attacked", "Uu"),
        ("The general knows troops attacked the port.", "attacked", "CT+"),
        ("The state has resisted calls to send weapons.", "send", "Uu"),
        ("The state feared a possible attack.", "attack", "PS+"),
        ("The general did not comment on the attack.", "attack", "CT+"),
        ("The man who attacked the port may be tried.", "attacked", "CT+"),
        ("Ships were sent to support the war.", "support", "Uu"),
    ],
)
def test_of(nlp: Language, text: str, word: str, value: str) -> None:
    assert factuality.of(token(Doc(nlp(text)), word)).value == value


@pytest.mark.parametrize(
    ("text", "cue", "word", "value"),
    [
        ("The general said troops attacked the port.", "said", "attacked", "CT+"),
        ("The general denied that troops attacked the port.", "denied", "attacked", "CT-"),
        ("The general did not say that troops attacked the port.", "say", "attacked", "Uu"),
        ("The general declined to say whether troops attacked the port.", "say", "attacked", "Uu"),
        ("The general stopped short of saying that troops attacked the port.", "saying", "attacked", "Uu"),
    ],
)
def test_of_within_a_cue(nlp: Language, text: str, cue: str, word: str, value: str) -> None:
    doc = Doc(nlp(text))
    assert factuality.of(token(doc, word), within=token(doc, cue)).value == value


@pytest.mark.parametrize(
    ("text", "cue", "value"),
    [
        ("The general called the attack a lie.", "called", "CT+"),
        ("The general rejected the charge.", "rejected", "CT-"),
        ("The general demanded a truce.", "demanded", "Uu"),
        ("The general did not praise the deal.", "praise", "Uu"),
    ],
)
def test_of_object(nlp: Language, text: str, cue: str, value: str) -> None:
    assert factuality.of_object(token(Doc(nlp(text)), cue)).value == value
