"""Questions about spaCy's parse that several rules ask."""

from collections.abc import Iterable, Iterator

from generator.extraction.contrast import affirmed
from generator.extraction.parse import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_QUESTIONS = frozenset({"ask", "question", "press", "quiz", "tell"})
# "She released a statement saying ...": she speaks.
_ISSUE = frozenset({"release", "issue", "make", "publish", "send", "write", "post", "give", "sign", "put", "deliver"})


def subtree(token: Token) -> set[int]:
    """Indexes of the tokens under (and with) a token."""
    return {t.i for t in token.below}


def child(token: Token, *deps: str) -> Token | None:
    """Its first child of one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_verb(token: Token) -> bool:
    """Whether the token is a verb by its tag (auxiliaries too)."""
    return token.tag_[:2] == "VB" or token.tag_ == "MD"


def is_finite(token: Token) -> bool:
    """Whether the verb carries tense, itself or through an auxiliary."""
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in token.children
    )


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, reduced relatives ("seen as") included."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl") and child(verb, "aux") is None


def is_asked(verb: Token) -> bool:
    """`Asked whether she would stay, she said ...`: she is asked, and nobody is named who asks."""
    if verb.lemma_.lower() not in _QUESTIONS or verb.tag_ not in ("VBN", "VBD") or own_subject(verb) is not None:
        return False
    first = next((t for t in verb.sent if not (t.is_punct or t.is_space)), verb)
    return verb.i == first.i or verb.doc[verb.i - 1].lower_ in ("when", "if")


def in_question(token: Token) -> bool:
    """Whether the token is, or stands under, a participle that only tells what somebody was asked."""
    return is_asked(token) or any(is_asked(t) for t in ancestors(token))


def conjuncts(head: Token) -> list[Token]:
    """The token and what is coordinated with it, in order."""
    found, todo = [], [head]
    while todo:
        token = todo.pop(0)
        found.append(token)
        todo += [c for c in token.children if c.dep_ == "conj"]
    return sorted(found, key=lambda t: t.i)


def runs(indexes: Iterable[int], doc: Doc) -> list[tuple[int, int]]:
    """Token indexes as half-open runs; punctuation and blanks alone do not part a run."""
    found: list[list[int]] = []
    for i in sorted(indexes):
        if found and all(doc[j].is_punct or doc[j].is_space for j in range(found[-1][1], i)):
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1])
    return [(a, b) for a, b in found]


def ancestors(token: Token) -> Iterator[Token]:
    """The tokens above a token, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def phrase(head: Token, *, without: Iterable[int] = ()) -> tuple[int, int]:
    """The whole noun phrase of a head, without its coordinated twins, punctuation and conjunctions at its ends."""
    drop = set(without)
    for c in head.children:
        if c.dep_ == "conj":
            drop |= subtree(c)
        elif c.dep_ == "cc":
            drop.add(c.i)
    kept = sorted(subtree(head) - drop)
    doc = head.doc
    # What stands behind a gap (an apposition to the last of several, say) is not this phrase.
    last = head.i
    for i in kept:
        if i > last and all(j in kept or doc[j].is_punct or doc[j].is_space for j in range(last + 1, i)):
            last = i
    first = min(i for i in kept)
    return trimmed(doc, first, last + 1)


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The token range without blanks, commas and conjunctions at its ends."""
    while start < end - 1 and (doc[start].is_space or doc[start].text in (",", ";", ":", "-", "—", "–", "(", ")", ".")):
        start += 1
    while end > start + 1 and (
        doc[end - 1].is_space
        or (doc[end - 1].is_punct and doc[end - 1].text not in (")", "]", '"', "”", "’", "''", "'", "%", "…"))
        or doc[end - 1].dep_ == "cc"
    ):
        end -= 1
    return start, end


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The heads of the noun phrases that do what the verb says, through conjunction, relatives and participles.

    Returns:
        Heads in order (a relative pronoun stands for itself); empty where the sentence does not say.
    """
    if depth > 6:
        return []
    if is_passive(verb):
        return agents(verb)
    quoted = quoted_one(verb)
    if quoted is not None:
        return [quoted]
    own = own_subject(verb)
    if own is not None:
        return [] if own.lower_ in ("it", "there") and child(verb, "ccomp") is None and _expletive(verb) else [own]
    return _inherited(verb, depth)


def quoted_one(verb: Token) -> Token | None:
    """Whose words they are in `the paper quoted her as saying`; None for other verbs."""
    if verb.lemma_ not in ("quote", "cite"):
        return None
    says = any(c.dep_ == "prep" and c.lower_ == "as" and child(c, "pcomp") is not None for c in verb.children)
    return child(verb, "dobj") if says else None


def own_subject(verb: Token) -> Token | None:
    """The subject that the verb itself has: the nearest one in front of it, where the parse gave it several."""
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    return next((c for c in reversed(found) if c.i < verb.i), found[0] if found else None)


def _expletive(verb: Token) -> bool:
    return verb.lemma_ in ("seem", "appear", "be")


def _inherited(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "conj":
        above = head if is_verb(head) else next((t for t in ancestors(head) if is_verb(t)), None)
        if above is not None:
            return subjects(above, depth + 1) if not is_passive(above) else _passive_subject(above)
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return _of_noun(verb, head, depth)
    if verb.dep_ in ("advcl", "xcomp", "dep") and is_verb(head):
        return subjects(head, depth + 1) if not is_passive(head) else _passive_subject(head)
    if verb.dep_ == "pcomp":
        governor = next((t for t in ancestors(verb) if is_verb(t)), None)
        if governor is not None:
            return _of_governor(governor, depth)
    return []


def _of_governor(governor: Token, depth: int) -> list[Token]:
    """Who speaks in `said in announcing`, and in `quoted her as saying`, where it is the object."""
    quoted = child(governor, "dobj") if governor.lemma_ in ("quote", "cite") else None
    if is_passive(governor):
        return _passive_subject(governor)
    return [quoted] if quoted is not None else subjects(governor, depth + 1)


def _of_noun(verb: Token, head: Token, depth: int) -> list[Token]:
    """Who speaks in a participle that the parse hung on a noun: `experts saying`, `issued a statement saying`.

    Behind a comma it goes with the whole clause (`..., saying`), and what is issued does not speak of itself.
    """
    if verb.tag_ == "VB":
        return []  # "a week to respond": the noun does not respond
    governor = next((t for t in ancestors(head) if is_verb(t)), None)
    loose = verb.tag_ == "VBG" and verb.i > 0 and verb.doc[verb.left_edge.i - 1].text in (",", "-", "–", "—", "--")
    issued = head.dep_ == "dobj" and verb.tag_ == "VBG" and governor is not None and governor.lemma_ in _ISSUE
    if governor is not None and (issued or (loose and head.dep_ not in ("nsubj", "nsubjpass"))):
        return subjects(governor, depth + 1) if not is_passive(governor) else _passive_subject(governor)
    return [head]


def _passive_subject(verb: Token) -> list[Token]:
    found = child(verb, "nsubjpass", "nsubj")
    if found is None and verb.dep_ == "conj":
        return _passive_subject(verb.head)
    return [found] if found is not None else []


def agents(verb: Token) -> list[Token]:
    """The heads of the by-phrase of a passive."""
    for c in verb.children:
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by"):
            found = child(c, "pobj")
            if found is not None:
                return [found]
    return []


def antecedent(pronoun: Token) -> Token:
    """What a relative pronoun stands for; the token itself where it is no relative pronoun."""
    if pronoun.lower_ not in RELATIVES or pronoun.tag_ not in ("WP", "WDT", "IN"):
        return pronoun
    for up in ancestors(pronoun):
        if up.dep_ == "relcl":
            named = affirmed(up.head)
            return _somebody(named) if pronoun.lower_ in ("who", "whom") else named
    return pronoun


_NO_PERSON = frozenset({"ORG", "GPE", "LOC", "FAC"})


def _somebody(head: Token) -> Token:
    """Whom a `who` stands for: `Ann Berg, expert at the Institute, who ...` hangs on the place at times."""
    over = head.head.head
    if head.ent_type_ not in _NO_PERSON or head.dep_ != "pobj" or head.head.dep_ != "prep":
        return head
    if over.pos_ not in ("NOUN", "PROPN") or over.i > head.i:
        return head
    return over.head if over.dep_ == "appos" else over
