"""What makes a predicate hang on something: `if it rains`, `in case they attack`, `should it rain`."""

from generator.extraction.factuality.words import words
from generator.extraction.parse import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INVERTING = frozenset({"had", "were", "should"})
# They stand in front of a condition, whatever the parse makes of it.
_LEADS = (
    ("in", "case"),
    ("in", "the", "event"),
    ("on", "condition", "that"),
    ("provided", "that"),
    ("providing", "that"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("only", "if"),
)
_FIRST = frozenset(lead[0] for lead in _LEADS)
_STOPS = frozenset({",", ";", ":", "—", "–", "”", '"', "(", ")"})
_FARTHEST = 15
_AWAITED = frozenset({"until", "till", "whenever"})
_COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "'d", "’d"})


def hinges(c: Token) -> bool:
    """Whether a dependent makes its predicate depend on something: `if it rains`, `unless`."""
    if c.dep_ == "mark" and c.lower_ in words().conditionals:
        return True
    return c.dep_ in ("advcl", "ccomp") and _condition(c)


def seeming(mark: Token) -> bool:
    """The mark of `as if she had won`, `as though it never happened`."""
    return mark.dep_ == "mark" and mark.lower_ in ("if", "though") and mark.i > 0 and mark.nbor(-1).lower_ == "as"


def depends(token: Token) -> bool:
    """Whether a predicate stands in a condition that no `if` marks, or is to come under such a one."""
    if in_front(token) or _behind_lead(token) or _is_to_wait_for(token):
        return True
    if not any(c.dep_ == "aux" and c.lower_ in _COMING for c in token.children):
        return False
    return any(t.lower_ in _FIRST and _leads_at(t.i, token) is not None for t in token.sent)


def inverted(clause: Token, c: Token) -> bool:
    """`Had the army attacked, ...`, `should it attack`: a condition without `if`."""
    if c.lower_ not in _INVERTING or not (_leading(clause) or _trailing(clause)):
        return False
    before_subject = any(x.dep_ in _SUBJECTS and x.i > c.i for x in clause.children) or any(c.children)
    return c.i == clause.left_edge.i and before_subject


def in_front(verb: Token) -> bool:
    """`Were they to attack, ...`, `... had they attacked`: the auxiliary itself heads the condition in the parse."""
    if verb.lower_ not in _INVERTING or verb.i != verb.left_edge.i or not (_leading(verb) or _trailing(verb)):
        return False
    below = (x for c in verb.children if c.dep_ in ("ccomp", "xcomp") for x in c.children)
    return any(x.dep_ in _SUBJECTS and x.i > verb.i for x in (*verb.children, *below))


def _leading(clause: Token) -> bool:
    """Whether a clause is an adverbial one, or stands like one in front of a clause with a subject of its own."""
    if clause.dep_ == "advcl":
        return True
    if clause.dep_ != "ccomp" or clause.i > clause.head.i or clause.sent[-1].text in ("?", "”", '"'):
        return False
    return any(x.dep_ in _SUBJECTS and clause.i < x.i < clause.head.i for x in clause.head.children)


def _trailing(clause: Token) -> bool:
    """Whether a clause stands behind one that speaks of what is only thought of: `would have fallen had they ...`."""
    over = clause.head
    return clause.dep_ in ("ccomp", "relcl", "acl") and any(
        c.lower_ in _COMING and c.dep_ == "aux" for c in over.children
    )


def _condition(clause: Token) -> bool:
    """Whether a clause makes what it goes with depend on it; `even if` does not."""
    if any(c.lower_ == "even" or seeming(c) for c in clause.children):
        return False
    if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in clause.children):
        return True
    return in_front(clause) or any(c.dep_ == "aux" and inverted(clause, c) for c in clause.children)


def _is_to_wait_for(clause: Token) -> bool:
    """`Would not sign until he resigned`: it is told for when it comes."""
    if clause.dep_ != "advcl" or clause.tag_ not in ("VBZ", "VBP", "VBD", "VBN"):
        return False
    awaited = any(c.lower_ in _AWAITED and c.dep_ in ("mark", "advmod") for c in clause.children)
    return awaited and any(c.dep_ == "aux" and c.lower_ in _COMING for c in clause.head.children)


def _behind_lead(token: Token) -> bool:
    """Whether words that lead a condition stand in front of the token, with no comma in between.

    `As long as the ban stays` leaves open whether it stays, not that there is one.
    """
    if token.pos_ == "NOUN" and any(c.lower_ in ("the", "this", "these") or c.dep_ == "poss" for c in token.children):
        return False
    first = max(token.sent.start, token.i - _FARTHEST)
    for here in reversed(token.doc.tokens[first : token.i]):
        if here.text in _STOPS:
            return False
        if here.lower_ in _FIRST and (end := _leads_at(here.i, token)) is not None and end <= token.i:
            return here.lower_ != "only" or not any(t.tag_ == "MD" for t in token.doc[end : token.i])
    return False


def _leads_at(i: int, token: Token) -> int | None:
    """The place behind the words at `i` that lead a condition; None where none do.

    `In the case of`, `in the event hall` and `in the event, nobody came` are none.
    """
    doc = token.doc
    for lead in _LEADS:
        end = i + len(lead)
        if end < len(doc) and doc[i].lower_ == lead[0] and all(doc[i + k].lower_ == w for k, w in enumerate(lead)):
            return None if doc[end].text in _STOPS or doc[end - 1].dep_ == "compound" else end
    return None
