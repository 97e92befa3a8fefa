"""Where a capital stands for its government, and where it is the city.

A capital is the government where it acts or speaks ("Seoul has resisted calls"), owns what only a government
owns ("Moscow's offensive"), or is given or asked something; it is the city where one goes to it or is in it.
"""

from collections.abc import Sequence

from generator import gazetteer
from generator.extraction.parse import Token
from generator.extraction.reading import Reading
from generator.gazetteer import words
from generator.model import Mention
from generator.text import fold

# With these before it a capital is a party to something: "guarantees from Moscow", "talks between A and B".
_PARTY = frozenset({"from", "between", "with", "by", "against", "for", "on"})
_CHAIN = 30  # names in a row that are followed back to the first
_RECEIVES = frozenset(
    [
        "weapon",
        "arms",
        "aid",
        "support",
        "troop",
        "missile",
        "help",
        "assistance",
        "ammunition",
        "money",
        "loan",
        "pressure",
    ]
)
_FROM = frozenset(
    [
        "come",
        "return",
        "travel",
        "fly",
        "arrive",
        "depart",
        "leave",
        "drive",
        "move",
        "escape",
        "flee",
        "report",
        "away",
        "mile",
        "kilometer",
    ]
)


def acting_capitals(reading: Reading, mentions: Sequence[Mention]) -> frozenset[int]:
    """The indexes of the mentions that are capitals and stand for their government."""
    found = []
    for i, mention in enumerate(mentions):
        name = gazetteer.mended(mention.text)
        if gazetteer.capital_of(name) is None or gazetteer.state_named(name) is not None:
            continue
        stretch = reading.tokens(mention)
        if stretch is not None and _acts(stretch.root):
            found.append(i)
    return frozenset(found)


def _acts(token: Token) -> bool:
    """Whether the city's name, by its place in the sentence, stands for the government in it."""
    if _named_with_its_state(token):
        return False
    for _ in range(_CHAIN):
        # "Berlin, Paris and Rome agreed": the first of them tells.
        if token.dep_ != "conj" or not gazetteer.capital_of(token.head.text) or not token.head.ent_type_:
            break
        token = token.head
        if _named_with_its_state(token):
            return False
    role, governor = token.dep_, token.head
    if role == "conj":
        # Beside a person ("Kim for his weapons and Moscow for its war") no place is meant.
        return governor.ent_type_ == "PERSON" or (
            governor.ent_type_ in ("GPE", "ORG", "NORP") and _state_acts(governor)
        )
    if role in ("nsubj", "nsubjpass", "agent", "dobj", "dative"):
        return _in_action(role, governor)
    if role == "poss":
        return fold(governor.text) not in words("actors", "city_nouns")
    if role == "pobj":
        return _party(governor)
    return False


def _named_with_its_state(token: Token) -> bool:
    """As in "Seoul, South Korea": an address."""
    after = token.doc[token.i + 1 : token.i + 4]
    return len(after) > 1 and after[0].text == "," and gazetteer.state_named(after[1:].text.split(",")[0]) is not None


def _state_acts(token: Token) -> bool:
    return token.dep_ in ("nsubj", "agent", "poss")


def _in_action(role: str, governor: Token) -> bool:
    lemma = governor.lemma_
    if role == "nsubj":
        return governor.pos_ == "VERB" and lemma in words("actors", "acts")
    if role in ("nsubjpass", "dobj", "dative"):
        return lemma in (
            "accuse",
            "urge",
            "warn",
            "tell",
            "ask",
            "blame",
            "criticize",
            "criticise",
            "condemn",
            "pressure",
        )
    return True


def _party(preposition: Token) -> bool:
    governor = preposition.head
    if preposition.lower_ == "to":
        return governor.lemma_ in _RECEIVES or any(
            c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in _RECEIVES for c in governor.children
        )
    if preposition.lower_ == "from":
        return governor.lemma_ not in _FROM and governor.pos_ in ("NOUN", "PROPN")
    if preposition.lower_ == "between":
        return governor.pos_ == "NOUN" and governor.lemma_ not in (
            "flight",
            "road",
            "train",
            "distance",
            "border",
            "route",
        )
    return preposition.lower_ in ("against", "by", "with") and governor.pos_ in ("NOUN", "VERB", "ADJ")
