"""What stands directly at a predicate: modals, adverbs, negation, adjectives, conditions, a question mark."""

from generator.extraction.factuality.conditions import depends, hinges, inverted, seeming
from generator.extraction.factuality.stance import Stance
from generator.extraction.factuality.wording import (
    SUBJECTS,
    is_elsewhere,
    is_just_then,
    is_merely,
    is_of_another,
    worded,
)
from generator.extraction.factuality.words import words
from generator.extraction.parse import Token

_OBJECTS = frozenset({"dobj", "attr"})
_NOBODY = frozenset({"nobody", "nothing", "none", "no-one", "neither"})
_EXCEPTING = ("but ", "except ", "save ", "other than", "apart from")
_CHOICES = frozenset({"choice", "option", "alternative"})
_ALMOST = frozenset({"almost", "nearly"})
_ENDING = frozenset({"?", ".", "!", ":", ";", "“", "‘"})
# With "no" in front of them they deny the whole clause: "at no point did he", "under no circumstances".
_NO_WAY = frozenset(
    {("at", "point"), ("at", "time"), ("at", "stage"), ("under", "circumstance"), ("under", "condition")}
    | {("in", "way"), ("in", "sense"), ("in", "manner"), ("in", "case"), ("by", "means"), ("by", "mean")}
    | {("on", "account"), ("on", "condition"), ("by", "stretch"), ("on", "occasion")}
)


def direct(token: Token, stance: Stance, *, without: Token | None = None) -> Stance:
    """The stance with what stands at the token.

    Args:
        token: The head of a predicate, or what governs one.
        stance: What is so far.
        without: A dependent that was looked at already: `no` in "found no trace" counts once.
    """
    for c in token.children:
        if without is None or c.i != without.i:
            stance = _with(token, c, stance)
    stance = worded(token, stance)
    if _asked(token):
        stance = stance.at_most("Uu", token.sent[-1])
    return stance.at_most("Uu", token) if depends(token) else stance


def purpose(clause: Token) -> bool:
    """Whether a clause is an infinitive without a subject: "to support the war"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children) and not any(
        c.dep_ in SUBJECTS for c in clause.children
    )


def _with(token: Token, c: Token, stance: Stance) -> Stance:
    known = words()
    lower = c.lower_
    if c.dep_ in ("aux", "auxpass"):
        return auxiliary(token, c, stance)
    if c.dep_ in ("advmod", "neg", "preconj", "cc") and lower in known.adverbs:
        return _by_adverb(token, c, stance)
    if c.dep_ == "mark" and (lower in known.conditionals or seeming(c)):
        return stance.at_most("Uu", c)
    if c.dep_ == "amod" and (lower in known.adjectives or lower in known.unlikely):
        return stance.under(known.adjectives.get(lower, "PR-"), c)
    if c.dep_ == "acomp" and lower in known.unlikely:
        return stance.under("PR-", c)
    if c.dep_ == "acomp" and lower == "likely" and any(x.dep_ == "xcomp" for x in c.children):
        return stance.at_most("PR", c)
    if denies(token, c):
        return stance.turned(c)
    return stance.at_most("Uu", c) if hinges(c) else stance


def _by_adverb(token: Token, c: Token, stance: Stance) -> Stance:
    """`Not`, `never`, `reportedly`, `nor`; but not the "nor" that follows, nor "not only"."""
    joins = c.dep_ == "cc" and c.i > token.i
    if joins or is_merely(c) or is_just_then(c) or is_of_another(c, token):
        return stance
    effect = words().adverbs[c.lower_]
    return _until(token, stance, c) if c.dep_ == "neg" and effect == "-" else stance.under(effect, c)


def _until(token: Token, stance: Stance, neg: Token) -> Stance:
    """`Did not open until May` opened in May; `will not sign until they leave` hangs on their leaving."""
    if is_elsewhere(token):
        return stance.at_most("Uu", neg)
    found = _until_of(token)
    if found is None:
        return stance.turned(neg)
    if found.dep_ == "prep" or token.tag_ in ("VBD", "VBN") or any(c.lower_ == "did" for c in token.children):
        return stance
    return stance.at_most("Uu", neg)


def _until_of(token: Token) -> Token | None:
    """The `until` behind a negated predicate, or behind the adjective that it has: `is not due until May`."""
    for c in token.children:
        if c.i < token.i and token.doc[c.i - 1].dep_ != "neg":
            continue
        if c.dep_ == "prep" and c.lower_ in ("until", "till"):
            return c if any(x.dep_ == "pobj" for x in c.children) else None
        if c.dep_ == "advcl" and any(x.dep_ == "mark" and x.lower_ in ("until", "till") for x in c.children):
            return c
        if c.dep_ == "acomp" and (below := _until_of(c)) is not None:
            return below
    return None


def auxiliary(token: Token, c: Token, stance: Stance) -> Stance:
    """A modal; `would have left` and `had he left` tell of what was not, or is not known to have been."""
    if c.tag_ == "MD" and not inverted(token, c):
        level = words().modals.get(c.lower_, "CT")
        if c.lower_ == "would" and _put_back(token):
            return stance
        past = any(x.dep_ == "aux" and x.lower_ in ("have", "’ve", "'ve") and x.i > c.i for x in token.children)
        return stance.at_most("Uu" if past and c.lower_ in ("would", "should") else level, c)
    return stance.at_most("Uu", c) if inverted(token, c) else stance


def _put_back(token: Token) -> bool:
    """`She said she would go`: the `will` of her words, put back by the tense of the cue.

    `It would be a mistake`, `any attack would fail` speak of what is only thought of.
    """
    if token.lemma_ == "be" and any(c.dep_ in ("attr", "acomp") for c in token.children):
        return False
    if any(c.dep_ in SUBJECTS and any(x.lower_ in ("any", "such") for x in c.children) for c in token.children):
        return False
    clause = token
    while clause.dep_ == "conj":
        clause = clause.head
    cue = clause.head
    told = clause.dep_ == "ccomp" and cue.tag_ in ("VBD", "VBN", "VBG") and cue.lemma_.lower() in words().neutral
    return told and not any(c.dep_ == "aux" and c.lower_ in ("have", "’ve", "'ve") for c in token.children)


def denies(token: Token, c: Token) -> bool:
    """`no attack`, `nobody died`, `no shells were sent`, `no longer attacks`, `almost attacked`."""
    if c.dep_ in ("det", "advmod") and c.lower_ == "no":
        return not _is_bound(c)
    if c.dep_ == "advmod" and c.lower_ == "longer":
        return any(x.lower_ == "no" for x in c.children)
    if c.dep_ == "advmod" and c.lower_ in _ALMOST:
        return c.i + 1 == token.i and token.pos_ == "VERB"
    if c.dep_ == "preconj" and c.lower_ == "neither":
        return True
    if c.dep_ == "prep":
        return any(_no_way(c, x) for x in c.children)
    return c.dep_ in (SUBJECTS | _OBJECTS) and _none(c)


def _is_bound(no: Token) -> bool:
    """`No more than ten`, `not less than ten`."""
    following = no.doc[no.i + 1 : no.i + 3].text.lower()
    return following in ("more than", "fewer than", "less than", "later than", "earlier than")


def _but_for(noun: Token) -> bool:
    following = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
    return noun.lower_ in (*_NOBODY, "one") and following.startswith(_EXCEPTING)


def _no_way(preposition: Token, noun: Token) -> bool:
    """`At no point`, `in no way`, `under no circumstances`."""
    if (preposition.lower_, noun.lemma_.lower()) not in _NO_WAY:
        return False
    return any(x.dep_ == "det" and x.lower_ == "no" for x in noun.children)


def _none(noun: Token) -> bool:
    if noun.lemma_ in ("doubt", "question"):
        return False  # "there is no doubt that"
    if noun.lemma_ in _CHOICES and any(t.lower_ in ("but", "except") for t in noun.doc[noun.i + 1 : noun.i + 3]):
        return False  # "had no choice but to resign"
    if _but_for(noun):
        return False  # "nobody but Lind was hurt"
    if noun.lower_ in _NOBODY:
        return True
    if any(t.lower_ in ("no", "not") and _is_bound(t) for t in noun.subtree if t.i < noun.i):
        return False  # "no fewer than ten were hurt"
    near = [c.lower_ for c in noun.children if c.dep_ in ("det", "neg", "preconj") and c.i < noun.i]
    near += [x.lower_ for c in noun.children if c.dep_ == "nummod" for x in c.children if x.dep_ == "neg"]  # "not one"
    return "no" in near or "neither" in near or ("not" in near and not any(c.lower_ == "only" for c in noun.children))


def _asked(token: Token) -> bool:
    """Whether the clause is a question: the first mark behind it that ends one is its own."""
    before_cue = token.dep_ in ("ccomp", "parataxis") and token.head.i > token.i
    if token.dep_ not in ("ROOT", "conj") and not before_cue:
        return False
    end = token.head.i if before_cue else token.sent.end
    mark = next((t.text for t in token.doc.tokens[token.i + 1 : end] if t.text in _ENDING), "")
    return mark == "?"
