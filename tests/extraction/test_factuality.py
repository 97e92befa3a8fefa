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
        ("There is no doubt that the army withdrew.", "withdrew", "CT+"),
        ("The ministry has yet to release the prisoners.", "release", "CT-"),
        ("The prisoners have yet to be freed.", "freed", "CT-"),
        ("The court is yet to rule on the case.", "rule", "CT-"),
        ("The rebels were unable to take the town.", "take", "CT-"),
        ("The rebels were too weak to take the town.", "take", "CT-"),
        ("The rebels never managed to take the town.", "take", "CT-"),
        ("The rebels failed to take the town.", "take", "CT-"),
        ("The minister refused to resign.", "resign", "CT-"),
        ("Prosecutors failed to prove that the mayor had bribed the judge.", "bribed", "Uu"),
        ("Prosecutors could not prove that the mayor had bribed the judge.", "bribed", "Uu"),
        ("The union stopped short of confirming that it had received the money.", "received", "Uu"),
        ("The general was forced to withdraw the troops.", "withdraw", "CT+"),
        ("The police forced the crowd to leave.", "leave", "CT+"),
        ("The police prevented the crowd from entering the square.", "entering", "CT-"),
        ("The crowd was prevented from entering the square.", "entering", "CT-"),
        ("The crowd was kept from entering the square.", "entering", "CT-"),
        ("The deal would have freed the hostages.", "freed", "Uu"),
        ("Unless the army withdraws, the talks will end.", "end", "Uu"),
        ("The army is alleged to have shelled the town.", "shelled", "PR+"),
        ("The army is accused of shelling the town.", "shelling", "Uu"),
        ("The army allegedly shelled the town.", "shelled", "PR+"),
        ("It is not clear whether the army shelled the town.", "shelled", "Uu"),
        ("It is unclear if the army shelled the town.", "shelled", "Uu"),
        ("It remains unknown who shelled the town.", "shelled", "Uu"),
        ("It is false that the army shelled the town.", "shelled", "CT-"),
        ("It is possible that the army shelled the town.", "shelled", "PS+"),
        ("It is likely that the army shelled the town.", "shelled", "PR+"),
        ("It is unlikely that the army shelled the town.", "shelled", "PR-"),
        ("The army halted plans to shell the town.", "shell", "Uu"),
        ("The army came close to shelling the town.", "shelling", "CT-"),
        ("The army narrowly avoided shelling the town.", "shelling", "CT-"),
        ("The army was about to shell the town.", "shell", "Uu"),
        ("The army was ready to shell the town.", "shell", "Uu"),
        ("The army was supposed to shell the town.", "shell", "Uu"),
        ("The army tried to shell the town.", "shell", "Uu"),
        ("The army began to shell the town.", "shell", "CT+"),
        ("The army stopped shelling the town.", "shelling", "CT+"),
        ("The army denied shelling the town.", "shelling", "CT-"),
        ("The army rejected allegations that it shelled the town.", "shelled", "CT-"),
        ("The army dismissed reports that it had shelled the town.", "shelled", "CT-"),
        ("The army rejected calls to shell the town.", "shell", "Uu"),
        ("The army cancelled the attack.", "attack", "CT-"),
        ("The army called off the attack.", "attack", "CT-"),
        ("The attack was called off.", "attack", "CT-"),
        ("The attack was foiled.", "attack", "CT-"),
        ("Police foiled an attack on the town.", "attack", "CT-"),
        ("Police prevented an attack on the town.", "attack", "CT-"),
        ("The army has not attacked the town or shelled the port.", "shelled", "CT-"),
        ("The army neither attacked the town nor shelled the port.", "shelled", "CT-"),
        ("The army neither attacked the town nor shelled the port.", "attacked", "CT-"),
        ("Neither side attacked the town.", "attacked", "CT-"),
        ("None of the units attacked the town.", "attacked", "CT-"),
        ("Few believe that the army attacked the town.", "attacked", "PR-"),
        ("Nobody believes that the army attacked the town.", "attacked", "PR-"),
        ("The mayor pretended to leave the town.", "leave", "CT-"),
        ("The mayor was said to have left the town.", "left", "PR+"),
        ("The mayor is thought to have fled the town.", "fled", "PR+"),
        ("The mayor threatened to close the port.", "close", "Uu"),
        ("The mayor was convicted of bribing the judge.", "bribing", "CT+"),
        ("The mayor was charged with bribing the judge.", "bribing", "Uu"),
        ("Without attacking the town, the army withdrew.", "attacking", "CT-"),
        ("The army withdrew without attacking the town.", "attacking", "CT-"),
        ("Instead of attacking the town, the army withdrew.", "attacking", "CT-"),
        ("The army withdrew rather than attack the town.", "attack", "CT-"),
        ("Far from attacking the town, the army withdrew.", "attacking", "CT-"),
        ("The army opposed attacking the town.", "attacking", "Uu"),
        ("The army ruled out attacking the town.", "attacking", "CT-"),
        ("The army warned that it would attack the town.", "attack", "CT+"),
        ("The army said it would be a mistake.", "be", "PR+"),
        ("The army said that any attack would fail.", "fail", "PR+"),
        ("The army said that the port would be closed.", "closed", "CT+"),
        ("The army regretted attacking the town.", "attacking", "CT+"),
        ("The army admitted it had attacked the town.", "attacked", "CT+"),
        ("The army forgot to close the gate.", "close", "CT-"),
        ("The army was reluctant to attack the town.", "attack", "Uu"),
        ("The army postponed the attack.", "attack", "Uu"),
        ("The vote was postponed.", "vote", "Uu"),
        ("The army is no longer attacking the town.", "attacking", "CT-"),
        ("The army almost attacked the town.", "attacked", "CT-"),
        ("Nearly all soldiers left the town.", "left", "CT+"),
        ("The army would only attack the town if it were attacked.", "attack", "Uu"),
        ("The army was not the one that attacked the town.", "attacked", "CT+"),
        ("The army launched no attack on the town.", "attack", "CT-"),
        ("The army did not launch an attack on the town.", "attack", "CT-"),
        ("He was arrested on suspicion of killing a guard.", "killing", "PR+"),
        ("The attack was denied by the army.", "attack", "Uu"),
        ("There is growing evidence that the army shelled the town.", "shelled", "PR+"),
        ("The minister said nothing about the attack.", "attack", "CT+"),
        ("Officials refused to say whether the army shelled the town.", "shelled", "Uu"),
        ("Officials could not say that the army shelled the town.", "shelled", "Uu"),
        ("The minister did not know that the army had shelled the town.", "shelled", "CT+"),
        ("The minister has not denied that the army shelled the town.", "shelled", "Uu"),
        ("The minister has not said when the army will leave.", "leave", "CT+"),
        ("The town has been calm since the army left.", "left", "CT+"),
        ("The army left because it had lost the battle.", "lost", "CT+"),
        ("The army did not leave because it had lost the battle.", "lost", "CT+"),
        ("The parliament approved a law that bans smoking.", "bans", "CT+"),
        ("The company agreed to buy the rival.", "buy", "Uu"),
        ("The company decided to close the plant.", "close", "Uu"),
        ("The company managed to sell the plant.", "sell", "CT+"),
        ("The company plans to sell the plant.", "sell", "Uu"),
        ("The team won without conceding a goal.", "conceding", "CT-"),
        ("The team has not won since it beat the champions.", "beat", "CT+"),
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


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The judges found no evidence that the firm had bribed officials.", "bribed", "CT+"),
        ("There is no evidence that the firm bribed officials.", "bribed", "CT+"),
        ("There was no sign that the army had withdrawn.", "withdrawn", "CT+"),
        ("Had the army attacked, the town would have fallen.", "attacked", "CT+"),
        ("The army could have attacked the town.", "attacked", "CT+"),
        ("The claim that the army shelled the town is false.", "shelled", "CT+"),
        ("The army scrapped plans to shell the town.", "shell", "CT+"),
        ("The army abandoned its attempt to shell the town.", "shell", "CT+"),
        ("The army suspended its shelling of the town.", "shelling", "CT-"),
        ("Police thwarted a plot to attack the town.", "attack", "CT+"),
        ("The mayor was acquitted of bribing the judge.", "bribing", "CT+"),
        ("The mayor was cleared of bribing the judge.", "bribing", "CT+"),
        ("The mayor is suspected of bribing the judge.", "bribing", "CT+"),
        ("The army did not rule out attacking the town.", "attacking", "CT-"),
        ("The army would not rule out an attack.", "attack", "CT-"),
        ("The army did not admit that it had attacked the town.", "attacked", "CT-"),
        ("The army has not ruled out that it attacked the town.", "attacked", "CT-"),
        ("The army hopes it will not attack the town.", "attack", "CT+"),
        ("The minister is not known to have met the envoy.", "met", "CT+"),
    ],
)
def test_what_it_must_not_be_taken_for(nlp: Language, text: str, word: str, value: str) -> None:
    assert factuality.of(token(Doc(nlp(text)), word)).value != value
