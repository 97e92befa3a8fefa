"""What stands at a predicate, with what it shares with those that it is joined to: `did not visit or meet`."""

from generator.extraction.factuality.conditions import hinges
from generator.extraction.factuality.direct import auxiliary, denies, direct
from generator.extraction.factuality.stance import Stance
from generator.extraction.factuality.wording import SUBJECTS, is_merely
from generator.extraction.factuality.words import words
from generator.extraction.parse import Token

_OR = frozenset({"or", "nor"})
_AND = frozenset({"and", "or", "nor", ""})
_LONGEST = 8


def own(token: Token, stance: Stance, *, without: Token | None = None) -> Stance:
    """The stance with what stands at the token, and what it shares with the predicates in front of it.

    Args:
        token: The head of a predicate, or what governs one.
        stance: What is so far.
        without: A dependent that was looked at already: `no` in "found no trace" counts once.
    """
    found = _shared(token, direct(token, stance, without=without))
    before = token.doc[token.i - 1] if token.i > token.sent.start else token
    if found.positive == stance.positive and found.rank == stance.rank and before.lower_ in ("nor", "neither"):
        return found.turned(before)  # "neither cures nor prevents", whatever the parse hung them on
    return found


def twin(token: Token) -> Token | None:
    """The infinitive that a bare verb goes on with, hung higher by the parse: `wants to enter, free and leave`."""
    over = token.head
    lone = not any(c.dep_ in ("aux", "mark", "nsubj", "nsubjpass") for c in token.children)
    if not lone or over.tag_ not in ("VBZ", "VBD", "VBP") or token.i < over.i:
        return None
    bare = token.tag_ == "VB" if token.dep_ == "conj" else token.tag_ in ("VB", "VBP") and token.dep_ == "advcl"
    found = [c for c in over.children if c.dep_ == "xcomp" and c.tag_ == "VB" and over.i < c.i < token.i]
    return found[-1] if bare and found else None


def first_joined(token: Token) -> Token:
    """The first of the predicates that the token is joined to."""
    for _ in range(_LONGEST):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def _shared(token: Token, stance: Stance) -> Stance:
    """The stance with what the predicates in front, by which the token is joined, have for it too."""
    here, joiner = token, ""
    for _ in range(_LONGEST):
        if here.dep_ != "conj" or here.i < here.head.i:
            break
        over = here.head
        joiner = joiner if joiner in _OR else _joiner(here, over) or joiner
        if here.i == token.i:
            stance = _behind_nor(token, over, stance)
        if not any(x.dep_ == "mark" for x in token.children):
            stance = _under_condition(over, stance, alone=not _has_subject(token))
        if joiner in _AND and token.pos_ in ("VERB", "AUX") and not _has_subject(token):
            stance = _from(over, token, stance, joiner)
        elif joiner in _OR and token.pos_ == "NOUN":
            stance = _from_noun(over, stance)
        here = over
    return stance


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in token.children)


def _joiner(here: Token, over: Token) -> str:
    """The word that joins a predicate to the one in front, or, in a list, that of the last two of it."""
    before = [c for c in over.children if c.dep_ == "cc" and over.i < c.i < here.i]
    if before:
        return before[-1].lower_
    after = next((c for c in here.children if c.dep_ == "cc" and c.i > here.i), None)
    return after.lower_ if after is not None else ""


def _behind_nor(token: Token, over: Token, stance: Stance) -> Stance:
    """`..., nor did he resign`: a clause of its own, turned by the word in front of it."""
    first = token.left_edge.i
    nor = token.doc[first - 1] if first > 0 else token
    if token.doc[first].lower_ == "not" and nor.lower_ == "but" and _is_that(token):
        return stance.at_most("Uu", token.doc[first])  # "denied that he went, but not that she did"
    if nor.lower_ == "nor" and nor.head.i == over.i and _has_subject(token):
        return stance.turned(nor)
    return stance


def _is_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _under_condition(over: Token, stance: Stance, *, alone: bool) -> Stance:
    """`If they attack and seize the port`, `if he goes and she stays`: one condition for both."""
    for c in over.children:
        if hinges(c) and c.i < over.i and (alone or c.dep_ == "mark"):
            stance = stance.at_most("Uu", c)
    return stance


def _from(over: Token, token: Token, stance: Stance, joiner: str) -> Stance:
    """What a verb without a subject shares with one in front: its modal, its hedges, its negation, its subject."""
    bound = _shares_auxiliary(over, token)
    if any(c.dep_ in ("aux", "auxpass", "neg") for c in token.children):
        return _of_subjects(over, stance, joiner)
    for c in over.children:
        if c.i > over.i:
            continue
        if bound and c.dep_ == "aux" and c.tag_ == "MD":
            stance = auxiliary(over, c, stance)
        effect = words().adverbs.get(c.lower_, "") if c.dep_ in ("advmod", "neg", "preconj") else ""
        if is_merely(c):
            continue
        if effect == "-" or denies(over, c):
            stance = _denied(c, stance, joiner, bound=bound or c.dep_ in SUBJECTS)
        elif effect:
            stance = stance.under(effect, c)
    return stance


def _of_subjects(over: Token, stance: Stance, joiner: str) -> Stance:
    """`No soldier fired or was seen`."""
    for c in over.children:
        if c.dep_ in SUBJECTS and denies(over, c):
            stance = _denied(c, stance, joiner, bound=True)
    return stance


def _denied(c: Token, stance: Stance, joiner: str, *, bound: bool) -> Stance:
    """Neither of two joined by `or` is so; of two joined by `and`, not both are: which one, is left open."""
    if joiner in _OR:
        return stance.turned(c)
    return stance.at_most("Uu", c) if bound else stance


def _shares_auxiliary(over: Token, token: Token) -> bool:
    """Whether its form calls for the auxiliary in front: `did not call and tell`, `may have gone and told`."""
    if token.tag_ == "VB":
        return over.tag_ in ("VB", "VBP") and any(c.dep_ == "aux" for c in over.children)
    return token.tag_ in ("VBN", "VBD") and over.tag_ == "VBN" and any(c.dep_ == "aux" for c in over.children)


def _from_noun(over: Token, stance: Stance) -> Stance:
    """`No shelling or bombing`."""
    for c in over.children:
        if c.dep_ in ("det", "preconj") and c.lower_ in ("no", "neither"):
            return stance.turned(c)
    return stance
