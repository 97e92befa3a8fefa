"""When, through what and to whom something was said."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extraction.claims.lexicon import Lexicon
from generator.extraction.claims.people import People
from generator.extraction.claims.scene import Scene, Told
from generator.extraction.claims.syntax import agents, ancestors, is_passive, is_verb, own_subject, quoted_one
from generator.extraction.parse import Token
from generator.model import DateMention

_TO_WHOM = frozenset({"promise", "tell", "inform", "remind", "assure", "warn", "notify", "advise", "ask"})
_SAID_TO = frozenset({"say", "explain", "report", "write", "complain", "confirm", "suggest", "announce", "repeat"})
_VENUE_PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "through", "with", "to"})
_QUOTING = frozenset({"quote", "cite"})
_SPOKEN = frozenset({"speak", "talk", "ask", "appear", "write", "answer", "respond", "reply"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the occasion: EDTF date, venue and addressee (a slug, or words)."""

    said: str | None = None
    via: str | None = None
    addressee: str | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """The article's date expressions, to be asked for those in a stretch."""

    items: tuple[DateMention, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> Sequence[DateMention]:
        """The expressions that begin between two offsets."""
        return self.items[bisect.bisect_left(self.starts, start) : bisect.bisect_left(self.starts, end)]


def dates_of(dates: Sequence[DateMention]) -> Dates:
    """The date expressions, ready to be asked."""
    found = tuple(sorted(dates, key=lambda d: d.start))
    return Dates(found, tuple(d.start for d in found))


def setting(told: Told, scene: Scene, people: People, dates: Dates, lexicon: Lexicon) -> Setting:
    """The occasion on which a claim was made, as far as the sentence of its cue says."""
    verb = scene.doc[told.verb]
    frames = [verb, *(c for c in verb.children if c.dep_ == "advcl" and lexicon.lemma(c) in _SPOKEN)]
    via, addressee = None, None
    for frame in frames:
        for place in _places(frame):
            if _outside(place, told) and _is_venue(place, frame, lexicon, people):
                via = via or people.outlet(place)
            elif frame is verb and _outside(place, told) and _is_addressee(place, frame, lexicon):
                addressee = addressee or people.name(place)
    via = via or _passed_on(verb, told, people, lexicon)
    said = None if told.rule.startswith("mind:") else _said(told, verb, scene, dates)
    return Setting(said, via, addressee)


def _passed_on(verb: Token, told: Told, people: People, lexicon: Lexicon) -> str | None:
    """Who says that somebody said it: `state media reported that she said`, `the paper quoted her as saying`."""
    over = verb.head
    if quoted_one(verb) is not None:
        over = verb
    elif verb.dep_ == "pcomp" and over.lower_ == "as":
        over = over.head
    elif verb.dep_ != "ccomp":
        return None
    entry = lexicon.verb(over)
    who = next(iter(agents(over)), None) if is_passive(over) else own_subject(over)
    if who is None or not (lexicon.lemma(over) in _QUOTING or (entry is not None and "clause" in entry.saying)):
        return None
    inner = {people.speaker(words).actor for words in told.sources}
    same = people.actor(who) in inner - {None} or who.pos_ == "PRON"
    return None if same else people.outlet(who)


def _outside(token: Token, told: Told) -> bool:
    inside = any(a <= token.idx < b for a, b in told.content)
    return not inside and not any(a <= token.i < b for a, b in told.sources)


def _places(verb: Token) -> list[Token]:
    """Nouns that stand with a verb as its object or behind a preposition, nested ones after the outer."""
    found: list[Token] = []
    todo = list(verb.children)
    while todo and len(found) < 12:
        c = todo.pop(0)
        if c.dep_ in ("dobj", "dative", "pobj", "npadvmod") and c.pos_ in ("NOUN", "PROPN", "PRON"):
            found.append(c)
            todo += [x for x in c.children if x.dep_ in ("prep", "appos")]
        elif c.dep_ in ("prep", "dative", "appos"):
            todo = [x for x in c.children if x.dep_ in ("pobj", "pcomp")] + todo
    return found


def _is_venue(noun: Token, verb: Token, lexicon: Lexicon, people: People) -> bool:
    preposition = noun.head.lower_ if noun.dep_ == "pobj" else ""
    if noun.dep_ == "pobj" and preposition not in _VENUE_PREPOSITIONS:
        return False
    if lexicon.isa(noun, "venues") and (noun.dep_ == "pobj" or lexicon.isa(noun, "media")):
        return True
    outlet = any(lexicon.isa(t, "media") for t in noun.children if t.dep_ in ("compound", "amod", "appos"))
    if outlet and (noun.dep_ != "pobj" or preposition in ("to", "with", "on")):
        return True
    named = people.kind(noun) == "organization"
    return named and (preposition == "on" or (preposition in ("to", "with") and lexicon.lemma(verb) in _SPOKEN))


def _is_addressee(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    if noun.dep_ in ("dobj", "dative"):
        return lexicon.lemma(verb) in _TO_WHOM
    to = noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.i == verb.i
    return to and lexicon.lemma(verb) in _SAID_TO


def _said(told: Told, verb: Token, scene: Scene, dates: Dates) -> str | None:
    """The date expression that hangs on the cue, and on no other verb."""
    sentence = verb.sent
    for date in dates.within(sentence.start_char, sentence.end_char):
        token = scene.doc[scene.token_at(date.start)]
        if date.edtf is None or any(a <= date.start < b for a, b in told.content):
            continue
        if any(a <= token.i < b for a, b in told.sources):
            continue
        if _hangs_on(token, verb) or _right_behind(token, verb):
            return date.edtf
    return None


def _right_behind(token: Token, verb: Token) -> bool:
    """`Said on Monday they had left`, whose day the parse hung on what was said."""
    first = token.i - 1 if token.nbor(-1).pos_ == "ADP" else token.i
    return first == verb.i + 1 and verb.tag_ in ("VBD", "VBN")


def _hangs_on(token: Token, verb: Token) -> bool:
    """Whether a token hangs on the cue with no other verb between, but for `speaking on Monday, she said`."""
    for here in ancestors(token):
        if here.i == verb.i:
            return True
        if is_verb(here) and here.dep_ not in ("aux", "auxpass"):
            return here.head.i == verb.i and here.dep_ == "advcl" and here.lemma_ in _SPOKEN
    return False
