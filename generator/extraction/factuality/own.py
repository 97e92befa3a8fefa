"""What stands directly at a predicate: modals, adverbs, negation, adjectives, conditions, a question mark."""

from generator.extraction.factuality.stance import Stance
from generator.extraction.factuality.words import words
from generator.extraction.parse import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "attr"})
_NOBODY = frozenset({"nobody", "nothing", "none", "no-one", "neither"})
_ALMOST = frozenset({"almost", "nearly"})


def own(token: Token, stance: Stance, *, without: Token | None = None) -> Stance:
    """The stance with what stands at the token.

    Args:
        token: The head of a predicate, or what governs one.
        stance: What is so far.
        without: A dependent that was looked at already: `no` in "found no trace" counts once.
    """
    for c in token.children:
        if without is None or c.i != without.i:
            stance = _with(token, c, stance)
    if _asked(token):
        stance = stance.at_most("Uu", token.sent[-1])
    return stance.at_most("Uu", token) if were_to(token) or _behind_case(token) else stance


def purpose(clause: Token) -> bool:
    """Whether a clause is an infinitive without a subject: "to support the war"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children) and not any(
        c.dep_ in _SUBJECTS for c in clause.children
    )


def _with(token: Token, c: Token, stance: Stance) -> Stance:
    known = words()
    lower = c.lower_
    if c.dep_ in ("aux", "auxpass"):
        return _auxiliary(token, c, stance)
    if c.dep_ in ("advmod", "neg", "preconj", "cc") and lower in known.adverbs:
        joins = c.dep_ == "cc" and c.i > token.i  # "nor" at the predicate in front of it
        if c.dep_ == "neg" and not joins and known.adverbs[lower] == "-":
            return _until(token, stance, c)
        return stance if joins else stance.under(known.adverbs[lower], c)
    if c.dep_ == "mark" and lower in known.conditionals:
        return stance.at_most("Uu", c)
    if c.dep_ == "amod" and (lower in known.adjectives or lower in known.unlikely):
        return stance.under(known.adjectives.get(lower, "PR-"), c)
    if c.dep_ == "acomp" and lower in known.unlikely:
        return stance.under("PR-", c)
    if c.dep_ == "acomp" and lower == "likely" and any(x.dep_ == "xcomp" for x in c.children):
        return stance.at_most("PR", c)
    if _denies(token, c):
        return stance.turned(c)
    if hinges(c):
        return stance.at_most("Uu", c)
    return stance


def hinges(c: Token) -> bool:
    """Whether a dependent makes its predicate depend on something: `if it rains`, `unless`, `in case`."""
    if c.dep_ == "mark" and c.lower_ in words().conditionals:
        return True
    if c.dep_ in ("advcl", "ccomp"):
        return _condition(c)
    return c.dep_ == "prep" and c.lower_ == "in" and _in_case(c.nbor()) and c.nbor().head.i == c.i


def _behind_case(token: Token) -> bool:
    """`In case they attack`: the two words stand in the clause, whatever the parse hung them on."""
    if token.dep_ not in ("advcl", "acl", "relcl", "ccomp"):
        return False
    first = token.left_edge.i
    return any(
        i > 0 and token.doc[i].lower_ == "case" and token.doc[i - 1].lower_ == "in" and _in_case(token.doc[i])
        for i in (first - 1, first + 1)
        if i < token.i
    )


def _in_case(case: Token) -> bool:
    """The `case` of `in case they attack`, which stands alone; `in the case of` and `in case of` tell no condition."""
    following = case.nbor() if case.i + 1 < len(case.doc) else case
    return case.lower_ == "case" and not any(case.children) and following.lower_ not in ("of", ",", ".")


def _until(token: Token, stance: Stance, neg: Token) -> Stance:
    """`Did not open until May` opened in May; `will not sign until they leave` hangs on their leaving."""
    found = _until_of(token)
    if found is None:
        return stance.turned(neg)
    if found.dep_ == "prep" or token.tag_ in ("VBD", "VBN") or any(c.lower_ == "did" for c in token.children):
        return stance
    return stance.at_most("Uu", neg)


def _until_of(token: Token) -> Token | None:
    """The `until` behind a negated predicate, or behind the adjective that it has: `is not due until May`."""
    for c in token.children:
        if c.i < token.i:
            continue
        if c.dep_ == "prep" and c.lower_ in ("until", "till"):
            return c if any(x.dep_ == "pobj" for x in c.children) else None
        if c.dep_ == "advcl" and any(x.dep_ == "mark" and x.lower_ in ("until", "till") for x in c.children):
            return c
        if c.dep_ == "acomp" and (below := _until_of(c)) is not None:
            return below
    return None


def _auxiliary(token: Token, c: Token, stance: Stance) -> Stance:
    """A modal; `would have left` and `had he left` tell of what was not, or is not known to have been."""
    if c.tag_ == "MD" and not _inverted(token, c):
        level = words().modals.get(c.lower_, "CT")
        if c.lower_ == "would" and _put_back(token):
            return stance
        past = any(x.dep_ == "aux" and x.lower_ in ("have", "’ve", "'ve") and x.i > c.i for x in token.children)
        return stance.at_most("Uu" if past and c.lower_ in ("would", "should") else level, c)
    return stance.at_most("Uu", c) if _inverted(token, c) else stance


def _put_back(token: Token) -> bool:
    """`She said she would go`: the `will` of her words, put back by the tense of the cue.

    `It would be a mistake`, `any attack would fail` speak of what is only thought of.
    """
    if token.lemma_ == "be" and any(c.dep_ in ("attr", "acomp") for c in token.children):
        return False
    if any(c.dep_ in _SUBJECTS and any(x.lower_ in ("any", "such") for x in c.children) for c in token.children):
        return False
    clause = token
    while clause.dep_ == "conj":
        clause = clause.head
    cue = clause.head
    told = clause.dep_ == "ccomp" and cue.tag_ in ("VBD", "VBN", "VBG") and cue.lemma_.lower() in words().neutral
    return told and not any(c.dep_ == "aux" and c.lower_ in ("have", "’ve", "'ve") for c in token.children)


def _inverted(clause: Token, c: Token) -> bool:
    """`Had the army attacked, ...`, `should it attack`: a condition without `if`."""
    if not _in_front(clause) or c.lower_ not in ("had", "were", "should"):
        return False
    return c.i == clause.left_edge.i and any(x.dep_ in _SUBJECTS and x.i > c.i for x in clause.children)


def _in_front(clause: Token) -> bool:
    """Whether a clause is an adverbial one, or stands like one in front of a clause with a subject of its own."""
    if clause.dep_ == "advcl":
        return True
    if clause.dep_ != "ccomp" or clause.i > clause.head.i or clause.sent[-1].text in ("?", "”", '"'):
        return False
    return any(x.dep_ in _SUBJECTS and clause.i < x.i < clause.head.i for x in clause.head.children)


def were_to(clause: Token) -> bool:
    """`Were they to attack, ...`: the copula itself stands in front."""
    return (
        clause.lower_ == "were"
        and clause.i == clause.left_edge.i
        and _in_front(clause)
        and any(x.dep_ in _SUBJECTS and x.i > clause.i for x in clause.children)
    )


def _denies(token: Token, c: Token) -> bool:
    """`no attack`, `nobody died`, `no shells were sent`, `no longer attacks`, `almost attacked`."""
    if c.dep_ in ("det", "advmod") and c.lower_ == "no":
        return True
    if c.dep_ == "advmod" and c.lower_ == "longer":
        return any(x.lower_ == "no" for x in c.children)
    if c.dep_ == "advmod" and c.lower_ in _ALMOST:
        return c.i + 1 == token.i and token.pos_ == "VERB"
    if c.dep_ == "preconj" and c.lower_ == "neither":
        return True
    return c.dep_ in (_SUBJECTS | _OBJECTS) and _none(c)


def _none(noun: Token) -> bool:
    if noun.lemma_ in ("doubt", "question"):
        return False  # "there is no doubt that"
    if noun.lower_ in _NOBODY:
        return True
    near = [c.lower_ for c in noun.children if c.dep_ in ("det", "neg", "preconj")]
    near += [x.lower_ for c in noun.children if c.dep_ == "nummod" for x in c.children if x.dep_ == "neg"]  # "not one"
    return "no" in near or "neither" in near or ("not" in near and not any(c.lower_ == "only" for c in noun.children))


def _condition(clause: Token) -> bool:
    """Whether a clause makes what it goes with depend on it; `even if` does not."""
    if any(c.lower_ == "even" for c in clause.children):
        return False
    if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in clause.children):
        return True
    return were_to(clause) or any(c.dep_ == "aux" and _inverted(clause, c) for c in clause.children)


def _asked(token: Token) -> bool:
    if token.dep_ not in ("ROOT", "conj"):
        return False
    sentence = token.sent
    return any(t.text == "?" for t in sentence[-2:])
