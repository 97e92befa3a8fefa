"""What the words around a name say of its kind: the titles and prepositions before it, the nouns beside it."""

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from generator import gazetteer
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.entities import LABELS
from generator.extraction.mentions.tokens import POSSESSIVES, is_capital, listed
from generator.extraction.parse import Doc, Token
from generator.gazetteer import words
from generator.model import ActorKind

_PERSON, _ORGANIZATION, _PLACE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE
_AFTER_COMPANIES = frozenset(
    {"CEO", "CFO", "executive", "shares", "spokesman", "spokeswoman", "employees", "officials", "boss", "bosses"}
)
# What one has in somebody, not somewhere: "a stake in Acme", "trust in Doe".
_HOLDS = frozenset(
    {"stake", "share", "interest", "investment", "invest", "confidence", "trust", "faith", "believe", "belief"}
)
# of what found an occurrence
_TITLE = 2  # words of the shortest title that tells itself from a nickname
_QUOTED = frozenset({('"', '"'), ("“", "”"), ("``", "''")})
_REACH = 6  # tokens after a name in which the word for what it is may stand
_PERSONAL = frozenset({"who", "whose"})


@dataclass(frozen=True, slots=True)
class Vote:
    """One reason for a kind, and its weight."""

    kind: ActorKind
    weight: float


def votes(doc: Doc, piece: Piece) -> Iterator[Vote]:
    """What stands around one occurrence says."""
    head = doc[piece.start : piece.end].root
    before = doc[piece.start - 1] if piece.start else None
    after = doc[piece.end] if piece.end < len(doc) else None
    if before is not None:
        yield from _before(piece, before)
    if after is not None:
        yield from _after(doc, piece, after)
        if _is_made(doc, piece):
            yield Vote(ActorKind.OTHER, 3.0)
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.pos_ == "VERB" and head.head.lemma_ in words("actors", "acts"):
        yield Vote(_PERSON, 0.3)
        yield Vote(_ORGANIZATION, 0.4)
    yield from _beside(head)
    yield from _as_title(doc, piece)


def _as_title(doc: Doc, piece: Piece) -> Iterator[Vote]:
    """As in "Silent Rivers", alone between quotation marks: what is made is quoted so, persons are not."""
    if piece.end - piece.start < _TITLE or not piece.start or piece.end >= len(doc):
        return
    marks = doc.tokens[piece.start - 1].text, doc.tokens[piece.end].text
    if marks in _QUOTED and gazetteer.gender_of(doc.tokens[piece.start].text) is None:
        yield Vote(ActorKind.WORK, 1.5)
        yield Vote(_PERSON, -1.5)


def _before(piece: Piece, before: Token) -> Iterator[Vote]:
    single = piece.end - piece.start == 1
    if listed(before, "honorifics") and before.text[:1].isupper():
        yield Vote(_PERSON, 5.0)
    elif listed(before, "titles") and (before.text[:1].isupper() or not single):
        yield Vote(_PERSON, 2.0)
    elif before.lower_ in words("actors", "place_prepositions") and before.pos_ == "ADP":
        if before.head.lemma_ in _HOLDS:
            yield Vote(_ORGANIZATION, 1.2)
        else:
            yield Vote(_PLACE, 1.4 if before.lower_ == "in" else 0.5)
    elif before.lower_ == "the" and single:
        # "the Beatles": persons go without an article.
        yield Vote(_ORGANIZATION, 0.6)
        yield Vote(_PERSON, -0.8)
    elif before.lower_ == "the" and piece.kind is _PLACE:
        # Few places of several words go with an article, and those are listed or say what they are.
        yield Vote(_ORGANIZATION, 0.5)
        yield Vote(_PLACE, -0.5)
    elif before.lower_ == "of" and before.i:
        yield from _of_noun(before.nbor(-1))
    if before.i:
        yield from _two_before(before, before.nbor(-1))
    yield from _noun_before(before)


def _of_noun(noun: Token) -> Iterator[Vote]:
    """As in "north of Acme", "the murder of Jane"."""
    if listed(noun, "before_of_place"):
        yield Vote(_PLACE, 3.0)
    elif noun.text.islower() and listed(noun, "before_of_person"):
        yield Vote(_PERSON, 1.0)


def _two_before(before: Token, first: Token) -> Iterator[Vote]:
    """As in "Jane Doe of Acme", "the group the Acme", "Livorno, Tuscany"."""
    if before.lower_ == "of" and _ends_person(first):
        yield Vote(_ORGANIZATION, 0.8)
    elif before.lower_ == "the" and listed(first, "organization_nouns") and first.pos_ == "NOUN":
        yield Vote(_ORGANIZATION, 2.0)
    elif before.text == "," and first.ent_type_ == "GPE":
        yield Vote(_PLACE, 1.1)


def _ends_person(token: Token) -> bool:
    """Whether the model reads a person there, or a given name stands before it in a longer name."""
    longer = token.ent_iob_ == "I" and gazetteer.gender_of(token.nbor(-1).text) is not None
    return longer or token.ent_type_ == "PERSON"


def _noun_before(before: Token) -> Iterator[Vote]:
    """As in "The retailer Acme", "comedian Jane Doe"; a comma may stand between."""
    noun = before.nbor(-1) if before.text == "," and before.i else before
    if noun.pos_ not in ("NOUN", "ADJ", "PROPN") or not noun.text.islower():
        return
    if listed(noun, "organization_nouns"):
        yield Vote(_ORGANIZATION, 2.5)
    elif before is noun and (listed(noun, "person_nouns") or listed(noun, "roles")):
        yield Vote(_PERSON, 2.0)


def _after(doc: Doc, piece: Piece, after: Token) -> Iterator[Vote]:
    nearby = [t.text for t in doc[piece.end : piece.end + 3]]
    if len(nearby) == 3 and nearby[0] == "," and nearby[1].isdigit() and nearby[2] == "," and 14 < int(nearby[1]) < 110:
        yield Vote(_PERSON, 3.0)
    if len(nearby) >= 2 and nearby[0] == "," and nearby[1] in _PERSONAL:
        yield Vote(_PERSON, 2.0)
    if len(nearby) >= 2 and nearby[0] == "," and _starts_place(doc, piece.end + 1):
        yield Vote(_PLACE, 2.0)
    if after.text in ("'s", "’s") and piece.end + 1 < len(doc) and doc[piece.end + 1].ent_type_ == "PERSON":
        yield Vote(_ORGANIZATION, 1.2)
    if after.text == "-" and len(nearby) > 1:
        if nearby[1] == "based":
            yield Vote(_PLACE, 3.0)
        elif nearby[1] in ("led", "owned", "backed", "held"):
            yield Vote(_ORGANIZATION, 0.7)
    if after.text.islower() and listed(after, "organization_nouns") and after.pos_ == "NOUN":
        yield Vote(_ORGANIZATION, 0.8)
    if after.text in _AFTER_COMPANIES:
        yield Vote(_ORGANIZATION, 2.0)


def _is_made(doc: Doc, piece: Piece) -> bool:
    """As in "Acme's Zorb browser", "Acme Zorb 900 engines": between its maker and the word for what it is."""
    first = piece.start
    while first and doc[first - 1].pos_ == "ADJ" and doc[first - 1].text.islower():
        first -= 1
    maker = doc[first - 1] if first else None
    if maker is None or not (maker.text in POSSESSIVES or maker.ent_type_ == "ORG" or _is_company(maker)):
        return False
    rest = (t for t in doc[piece.end : piece.end + _REACH] if t.text not in "()" and not t.like_num)
    nouns = itertools.takewhile(lambda t: t.text.islower() and t.pos_ == "NOUN", itertools.dropwhile(is_capital, rest))
    return any(listed(t, "product_nouns") for t in nouns)


def _is_company(token: Token) -> bool:
    organization = gazetteer.organization_named(token.text)
    return organization is not None and not organization.government


def _starts_place(doc: Doc, i: int) -> bool:
    """Whether a state, or a state of the United States, is named from the token on: "Springfield, Illinois"."""
    texts = (doc[i:j].text for j in range(i + 1, min(len(doc), i + 4)))
    return any(gazetteer.state_named(t) is not None or t in _us_states() for t in texts)


@functools.cache
def _us_states() -> frozenset[str]:
    return frozenset(name for name, state in list(gazetteer.rows("places.tsv"))[:50] if state == "US")


def _beside(head: Token) -> Iterator[Vote]:
    """What an apposition after the name, or what it stands beside with "and", says of it."""
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i and child.pos_ == "NOUN":
            yield from _noun(child)
            if head.head.lemma_ == "say" and listed(child, "roles"):
                yield Vote(_PERSON, 2.5)  # "said Jane Doe, the company's chief executive"
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        yield from (v for c in head.head.children if c.dep_ == "attr" for v in _noun(c))
    if _and_i(head):
        yield Vote(_PERSON, 1.5)
    if head.dep_ == "conj" and head.head.ent_type_:
        kind = LABELS.get(head.head.ent_type_)
        if kind in (_PERSON, _ORGANIZATION, _PLACE):
            yield Vote(kind, 0.5)


def _and_i(head: Token) -> bool:
    """As in "Anna and I went"."""
    after = head.doc[head.i + 1 : head.i + 3]
    return len(after) == 2 and after[0].lower_ == "and" and after[1].text == "I"


def _noun(noun: Token) -> Iterator[Vote]:
    if listed(noun, "organization_nouns"):
        yield Vote(_ORGANIZATION, 2.0)
    elif listed(noun, "roles") or listed(noun, "person_nouns"):
        yield Vote(_PERSON, 2.0)
    elif listed(noun, "place_nouns"):
        yield Vote(_PLACE, 2.0)
    elif listed(noun, "state_nouns"):
        yield Vote(ActorKind.STATE, 2.0)
