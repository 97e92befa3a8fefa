"""Turns of phrase that bear on whether something is so, read off the words, whatever the parse made of them."""

from generator.extraction.factuality.stance import Stance
from generator.extraction.factuality.words import words
from generator.extraction.parse import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MERELY = frozenset({"only", "just", "merely", "simply", "solely"})
_THINKING = frozenset({"think", "believe", "guess", "suppose", "suspect", "imagine", "reckon"})
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_OPENING = frozenset({'"', "“", "'", "‘", ",", ":"})


def worded(token: Token, stance: Stance) -> Stance:
    """The stance with what the words around the token tell of it."""
    if _fronted(token) or (token.pos_ == "VERB" and _rather_than(token)):
        stance = stance.turned(token)
    if _bidden(token) or _high_time(token) or (token.pos_ == "VERB" and _all_but(token)):
        return stance.at_most("Uu", token)
    if _one_of_two(token):
        stance = stance.at_most("PS", token)
    return stance.at_most("PR", token) if token.dep_ in _MAIN and _one_thinks(token) else stance


def is_merely(neg: Token) -> bool:
    """`Not only lied but stole`, `did not just lie`: he did."""
    return neg.i + 1 < len(neg.doc) and neg.nbor().lower_ in _MERELY


def is_of_another(neg: Token, verb: Token) -> bool:
    """`Lind, not she, had signed`: she had not, but he had."""
    if neg.lower_ != "not" or neg.i == 0 or neg.i + 1 >= verb.i or neg.nbor(-1).text != ",":
        return False
    return neg.nbor().pos_ in ("PRON", "PROPN", "NOUN", "DET", "NUM")


def is_just_then(adverb: Token) -> bool:
    """`Had hardly left when it began`: he had left."""
    if adverb.lower_ not in ("hardly", "scarcely"):
        return False
    near = adverb.doc[max(0, adverb.i - 1) : adverb.i + 2]
    return any(t.lower_ == "had" for t in near) and any(t.lower_ in ("when", "before") for t in adverb.sent)


def is_elsewhere(verb: Token) -> bool:
    """`Did not resign over the lie but over the theft`: it is not the deed that is denied."""
    return any(
        any(x.dep_ == "cc" and x.lower_ == "but" for x in c.children) and any(x.dep_ == "conj" for x in c.children)
        for c in verb.children
        if c.dep_ in ("prep", "agent") and c.i > verb.i
    )


def _all_but(verb: Token) -> bool:
    """`All but resigned`: as good as, and yet not."""
    return verb.i > 1 and verb.nbor(-1).lower_ == "but" and verb.nbor(-2).lower_ == "all"


def _rather_than(verb: Token) -> bool:
    """`Would rather resign than pay`; what stands right behind `rather than` is turned elsewhere."""
    if verb.i < 3 or verb.nbor(-1).lower_ != "than" or verb.tag_ not in ("VB", "VBG", "VBP"):
        return False
    return any(t.lower_ in ("rather", "sooner") for t in verb.doc[max(verb.sent.start, verb.i - 8) : verb.i - 2])


def _fronted(verb: Token) -> bool:
    """`Not once has he lied`, `never has he lied`, where the parse hung the denial on another word."""
    for c in verb.children:
        if c.dep_ == "aux" and c.i > 1:
            before = c.nbor(-1)
            if before.lower_ == "once":
                return before.nbor(-1).lower_ == "not"
            if before.lower_ == "never":
                return before.head.i != verb.i
    return False


def _bidden(verb: Token) -> bool:
    """`Resign now`, `please resign`, `suppose he lied`: what is bidden is not yet done."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp"):
        return False
    if any(c.dep_ in SUBJECTS or (c.dep_ == "aux" and c.lower_ != "do") for c in verb.children):
        return False
    first = verb.left_edge
    before = first.nbor(-1) if first.i > first.sent.start else None
    return before is None or before.text in _OPENING or first.text in _OPENING


def _high_time(verb: Token) -> bool:
    """`It is time he resigned`, `I would rather he resigned`."""
    over = verb.head
    if verb.tag_ != "VBD" or not any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    if verb.dep_ == "relcl" and over.lemma_ == "time" and over.dep_ == "attr":
        return not any(c.tag_ in ("WRB", "WDT") for c in verb.children)
    return (
        verb.dep_ == "ccomp" and over.lower_ == "would" and any(c.lower_ in ("rather", "sooner") for c in over.children)
    )


def _one_of_two(verb: Token) -> bool:
    """`He either resigned or was fired`, `he resigned or was fired`: which of them, is open."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.dep_ == "conj" and verb.i > verb.head.i:
        return _parts(verb.head, verb)
    return any(_parts(verb, c) for c in verb.children if c.dep_ == "conj" and c.i > verb.i)


def _parts(first: Token, second: Token) -> bool:
    if first.dep_ != "ROOT" and words().governors.get(first.head.lemma_.lower()) == "-":
        return False  # who denies that it was the one or the other denies both
    joined = any(c.dep_ == "cc" and c.lower_ == "or" and first.i < c.i < second.i for c in first.children)
    either = any(c.lower_ == "either" for c in first.children)
    of_its_own = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in second.children)
    return joined and (either or of_its_own) and not any(c.dep_ == "neg" for c in (*first.children, *second.children))


def _one_thinks(verb: Token) -> bool:
    """`He resigned, I think`."""
    for t in verb.doc[verb.i + 1 : verb.sent.end - 1]:
        if t.lower_ in ("i", "we") and t.nbor(-1).text == "," and t.nbor().lemma_.lower() in _THINKING:
            return t.i + 2 >= verb.sent.end or t.nbor(2).is_punct
    return False
