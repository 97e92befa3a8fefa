"""Denials, hedges and conditions that one word holds for several predicates, or that no single word marks."""

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
        # Joined by "or", all are denied; joined by "and", it is open which of them is.
        ("Lind did not visit the camp or meet the prisoners.", "meet", "CT-"),
        ("The army did not attack the town and burn the church.", "burn", "Uu"),
        ("No soldiers entered the town or burned the church.", "burned", "CT-"),
        ("Neither Norway nor Sweden signed the treaty or paid the money.", "paid", "CT-"),
        ("The driver was neither arrested nor charged.", "charged", "CT-"),
        ("The driver was arrested but not charged.", "charged", "CT-"),
        ("The driver was arrested but not charged.", "arrested", "CT+"),
        ("Police did not arrest the driver but fined him.", "fined", "CT+"),
        ("Police arrested the driver but did not charge him.", "arrested", "CT+"),
        ("The mayor did not apologize, nor did he resign.", "resign", "CT-"),
        ("The mayor denied that he took money or that he met the builder.", "met", "CT-"),
        ("Berg refused to sign the treaty and to pay the debt.", "pay", "CT-"),
        ("The judge ordered the firm to pay the workers and closed the case.", "pay", "Uu"),
        # A hedge, a modal or a condition in front holds for both.
        ("The army might enter the town and free the hostages.", "free", "PS+"),
        ("The army may have shelled the town and burned the church.", "burned", "PS+"),
        ("He reportedly entered the town and burned the church.", "burned", "PR+"),
        ("They are expected to withdraw their troops and release the prisoners.", "release", "PR+"),
        ("If the mayor resigns and the council falls, the port will close.", "falls", "Uu"),
        ("The army wants to enter the town, free the hostages and leave.", "leave", "Uu"),
        # What is said in the second of two acts that did not take place is open.
        ("Nobody came forward and admitted that the ship had been sold.", "sold", "Uu"),
        ("The firm failed to check and report that the valve was leaking.", "leaking", "Uu"),
        ("The minister may say that the mine has closed.", "closed", "Uu"),
        # Conditions without "if".
        ("Were the rebels to attack, the army would move in.", "attack", "Uu"),
        ("The army would have moved in had the rebels attacked the town.", "attacked", "Uu"),
        ("The army will move in should the rebels attack the town.", "attack", "Uu"),
        ("In case the rebels attack, the army has moved in.", "attack", "Uu"),
        ("In case the rebels attack, the army has moved in.", "moved", "CT+"),
        ("In the event of an attack, the army will move in.", "attack", "Uu"),
        ("In the event of an attack, the army will move in.", "move", "Uu"),
        ("Provided that the rebels leave, the army will withdraw.", "withdraw", "Uu"),
        ("In the event, the rebels attacked the town.", "attacked", "CT+"),
        # Denials that no "not" marks.
        ("At no point did the mayor take a bribe.", "take", "CT-"),
        ("Under no circumstances would the mayor resign.", "resign", "PR-"),
        ("At the time the mayor took a bribe.", "took", "CT+"),
        ("They left without the council having signed the contract.", "signed", "CT-"),
        ("It is not true that the mayor resigned.", "resigned", "CT-"),
        ("It is a lie that the mayor resigned.", "resigned", "CT-"),
        ("The mayor disputed that the school was closed.", "closed", "CT-"),
        ("The mayor rejected the idea that the school had failed.", "failed", "CT-"),
        ("The ministry pushed back on claims that it had sold the ship.", "sold", "CT-"),
        ("The minister's rejection of the claim that he took bribes was firm.", "took", "CT-"),
        ("The mayor brushed aside claims that he had resigned.", "resigned", "CT-"),
        ("The mayor refused to accept that he had lost the vote.", "lost", "Uu"),
        ("The party did not support the report published in May.", "published", "CT+"),
        # What is spoken against.
        ("The mayor argued against closing the school.", "closing", "Uu"),
        ("The mayor decided against closing the school.", "closing", "CT-"),
        ("The mayor warned against a war with Norway.", "war", "Uu"),
        ("The mayor spoke out against the war.", "war", "CT+"),
        ("The mayor objected to closing the school.", "closing", "Uu"),
        ("The mayor said no to closing the school.", "closing", "Uu"),
        # What is put down for a day is still to come.
        ("The minister is scheduled to visit Oslo on Monday.", "visit", "PR+"),
        ("The minister is due to visit Oslo on Monday.", "visit", "PR+"),
        ("The minister is set to visit Oslo on Monday.", "visit", "PR+"),
        ("The minister is to visit Oslo on Monday.", "visit", "PR+"),
        ("His mistake was to leave the town.", "leave", "CT+"),
        ("The vote is scheduled for Monday.", "vote", "PR+"),
        ("The trial was expected to begin on Monday.", "trial", "PR+"),
        ("The strike is expected to end on Monday.", "strike", "CT+"),
        # What is striven for.
        ("The soldiers were fighting to free the town.", "free", "Uu"),
        ("The crowd was waiting for the king to speak.", "speak", "Uu"),
        # Denials that stand before the verb, whatever the parse made of it.
        ("The drug neither cures nor prevents the disease.", "prevents", "CT-"),
        ("Berg would rather resign than pay.", "pay", "CT-"),
        ("Berg resigned rather than pay.", "pay", "CT-"),
        ("Berg all but resigned.", "resigned", "Uu"),
        ("All but two of them resigned.", "resigned", "CT+"),
        ("Berg acted as if she had won.", "won", "Uu"),
        ("Berg acted as if she had won.", "acted", "CT+"),
        ("It is as though the war never happened.", "happened", "Uu"),
        ("The judge stopped short of ruling that the police had lied.", "ruling", "CT-"),
        ("Had turnout not collapsed in the north, the party would have won.", "collapsed", "Uu"),
        ("The convoy was to have left on Monday.", "left", "Uu"),
        # Who is not convinced of a thing leaves it open; few are no better.
        ("Jurors were not persuaded that Keller poisoned her husband.", "poisoned", "Uu"),
        ("Few doctors believe that the drug works.", "works", "PR-"),
        ("A few doctors believe that the drug works.", "works", "PR+"),
        ("There is little evidence that the pill works.", "works", "Uu"),
        ("An appeals court overturned her conviction for poisoning her husband.", "poisoning", "Uu"),
        ("The court upheld her conviction for poisoning her husband.", "poisoning", "CT+"),
        ("Berg retracted her claim that Lind had bribed a judge.", "bribed", "Uu"),
        ("Berg forgot that Lind had bribed the judge.", "bribed", "CT+"),
        ("Berg forgot to bribe the judge.", "bribe", "CT-"),
        ("The general denied ordering the raid, but not that it happened.", "happened", "Uu"),
        ("Fears that the dam would burst proved unfounded.", "burst", "PS-"),
        # What one is told, free or bound to do.
        ("Berg told the men to leave the town.", "leave", "Uu"),
        ("The men were told not to leave the town.", "leave", "Uu"),
        ("The men are said to have left the town.", "left", "PR+"),
        ("Lind is certain to lose.", "lose", "PR+"),
        ("Lind is free to leave.", "leave", "Uu"),
        ("Lind hesitated to leave.", "leave", "Uu"),
        ("Lind did not have to vote.", "vote", "Uu"),
        ("Lind had to vote.", "vote", "CT+"),
        ("Lind escaped being killed.", "killed", "CT-"),
        ("Lind escaped from an attack.", "attack", "CT+"),
        ("Lind pleaded not guilty to stealing.", "stealing", "Uu"),
        ("Lind was found guilty of stealing.", "stealing", "CT+"),
        ("Lind was on the verge of leaving.", "leaving", "Uu"),
        ("The director rejected criticism that the film glorified war.", "glorified", "CT-"),
        ("The suspect, cleared of murder in 2015, was convicted of theft.", "cleared", "CT+"),
        # Turns of phrase, whatever the parse made of them.
        ("Never has the mayor lied.", "lied", "CT-"),
        ("Not once has the mayor been arrested.", "arrested", "CT-"),
        ("Only once has the mayor been arrested.", "arrested", "CT+"),
        ("The mayor not only lied but robbed the bank.", "lied", "CT+"),
        ("The mayor did not resign over the theft but over the fire.", "resign", "Uu"),
        ("The mayor did not resign over the theft.", "resign", "CT-"),
        ("The mayor had hardly resigned when he was charged.", "resigned", "CT+"),
        ("The mayor hardly spoke.", "spoke", "CT-"),
        ("The mayor barely won.", "won", "CT+"),
        ("The mayor had no choice but to resign.", "had", "CT+"),
        ("The mayor was going to resign.", "resign", "Uu"),
        ("The mayor is going to resign.", "resign", "CT+"),
        ("It is time the mayor resigned.", "resigned", "Uu"),
        ("It was the time when the mayor resigned.", "resigned", "CT+"),
        ("Let the mayor resign.", "resign", "Uu"),
        ("The mayor resigned, I think.", "resigned", "PR+"),
        ("The mayor either resigned or was fired.", "fired", "PS+"),
        ("The mayor either resigned or was fired.", "resigned", "PS+"),
        ("The mayor denied that he resigned or was fired.", "fired", "CT-"),
        ("The blast killed or wounded ten people.", "killed", "CT+"),
        # Bounds and exceptions are no denials.
        ("No fewer than ten soldiers were killed.", "killed", "CT+"),
        ("No more than ten soldiers were killed.", "killed", "CT+"),
        ("No soldiers were killed.", "killed", "CT-"),
        ("Nobody but Lind was killed.", "killed", "CT+"),
        # What is but the object of a wish, a refusal or a forecast has not come about.
        ("Norway ruled out talks.", "talks", "CT-"),
        ("Norway would not rule out talks.", "talks", "Uu"),
        ("Norway rejected a truce.", "truce", "Uu"),
        ("Norway rejected the truce.", "truce", "CT+"),
        ("The man awaits execution.", "execution", "Uu"),
        ("The town braced for an attack.", "attack", "Uu"),
        ("Lind, not Berg, had signed the deal.", "signed", "CT+"),
        ("Lind had, sadly, not signed the deal.", "signed", "CT-"),
        ("Berg stopped Lind signing the deal.", "signing", "CT-"),
        ("Berg stopped signing the deal.", "signing", "CT+"),
        ("Berg backed out of signing the deal.", "signing", "CT-"),
        ("The army moved in when the rebels attacked.", "attacked", "CT+"),
        ("Berg would not sign until Lind resigned.", "resigned", "Uu"),
        ("The mayor never stopped speaking.", "speaking", "CT+"),
        ("The court voided a ban on selling the drug.", "selling", "Uu"),
        ("The court imposed a ban on selling the drug.", "selling", "CT-"),
        # Questions end at their own mark.
        ("Berg asked: would the mayor pay the fine?", "asked", "CT+"),
        ("Would the mayor pay the fine?", "pay", "Uu"),
        ("Not until May did the library open its doors.", "open", "CT+"),
    ],
)
def test_of(nlp: Language, text: str, word: str, value: str) -> None:
    assert factuality.of(token(Doc(nlp(text)), word)).value == value


@pytest.mark.parametrize(
    ("text", "cue", "open_"),
    [
        ("I can't call and tell them that the bridge is safe.", "tell", True),
        ("The mayor could not stand up and say that the bridge was safe.", "say", True),
        ("The ministry neither confirmed nor denied that the ship had sunk.", "denied", True),
        ("The ministry has not confirmed or denied that the ship had sunk.", "denied", True),
        ("Berg never wrote or said that the bridge was safe.", "said", True),
        ("The minister has yet to come out and say that the plant was sold.", "say", True),
        ("If the mayor calls and says that the bridge is safe, we will cross it.", "says", True),
        ("The company has not paid, nor has it told them that the plant will close.", "told", True),
        ("He was accused of saying that the bridge was safe.", "saying", True),
        ("Critics could say that the mayor paid the fine.", "say", True),
        ("They should say that the bridge fell in 1990.", "say", True),
        ("I should say that the bridge fell in 1990.", "say", False),
        ("I can tell you that the bridge is safe.", "tell", False),
        ("He could see that the bridge was falling.", "see", False),
        ("The mayor did not leave but said that the bridge was safe.", "said", False),
        ("The mayor did not eat and said that he was ill.", "said", False),
        ("The mayor came back and said that the bridge was safe.", "said", False),
        ("The minister will say that the mine has closed.", "say", False),
    ],
)
def test_whether_the_act_of_a_cue_is_left_open(nlp: Language, text: str, cue: str, open_: bool) -> None:
    assert factuality.uncommitted(token(Doc(nlp(text)), cue)) == open_
