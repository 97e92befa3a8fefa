"""Who says it: from the subject of a cue to the words that name the speakers."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from generator.extraction.claims.scene import Range
from generator.extraction.claims.syntax import conjuncts, own_subject, phrase, quoted_one, subjects, subtree, trimmed
from generator.extraction.parse import Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})


def source_ranges(
    heads: Sequence[Token], verb: Token | None = None, *, without: AbstractSet[int] = frozenset()
) -> tuple[Range, ...]:
    """The token ranges of the noun phrases with these heads, one for each that is coordinated.

    A clause of theirs that holds the cue itself ("experts saying ...") is no part of the phrase.
    """
    dropped = set(without)
    if verb is not None:
        for head in heads:
            for c in head.children:
                if c.dep_ in ("acl", "relcl") and c.left_edge.i <= verb.i <= c.right_edge.i:
                    dropped |= subtree(c)
    found = [phrase(t, without=dropped) for head in heads for t in conjuncts(head) if t.i not in dropped]
    return tuple(sorted(set(found)))


def subject_near(verb: Token, piece: Sequence[Token]) -> tuple[Range, ...]:
    """Who says a quotation, among the words beside it: by the parse, else by where the words stand.

    The parse of a sentence with a long quotation in it is often wrong, so it is trusted only where its
    subject stands in the piece; else what stands between the quotation and the cue, or right behind the
    cue, is the subject.
    """
    first, last = piece[0].i, piece[-1].i
    heads = [h for h in subjects(verb) if first <= h.i <= last]
    if heads and quoted_one(verb) is heads[0]:
        return source_ranges(heads, verb)
    named = _named_before(verb, first)
    if named is not None and not any(a <= named[1] - 1 < b for a, b in source_ranges(heads, verb)):
        return (named,)
    if not heads and verb.tag_ == "VBG":
        heads = _sooner(verb, piece)
        if not heads:
            return ()
    if heads:
        return tuple((max(a, first), min(b, last + 1)) for a, b in source_ranges(heads, verb))
    before = [
        t for t in piece if t.i < verb.i and t.dep_ not in ("aux", "advmod", "auxpass") and t.tag_ not in ("RB", "MD")
    ]
    if before:
        return _nominal(before)
    return _nominal([t for t in piece if t.i > verb.i][:12])


def _sooner(verb: Token, piece: Sequence[Token]) -> list[Token]:
    """Who speaks in `Berg said it failed, adding "..."`: the subject of the last finite verb in front that has one."""
    for t in reversed(piece):
        if t.i < verb.i and t.tag_ in ("VBD", "VBZ", "VBP") and t.dep_ in ("ROOT", "conj"):
            own = own_subject(t)
            if own is not None and own.i >= piece[0].i:
                return [own]
    return []


def _named_before(verb: Token, first: int) -> Range | None:
    """The name right in front of a cue, with its title: nobody else can be the subject of `..., Anna Berg replied`."""
    end = verb.i
    while end > first and verb.doc[end - 1].pos_ in ("ADV", "AUX"):
        end -= 1
    start = end
    while start > first and verb.doc[start - 1].pos_ == "PROPN":
        start -= 1
    if start == end or verb.doc[end - 1].ent_type_ not in ("PERSON", "ORG", "GPE", "NORP"):
        return None
    return start, end


def _nominal(tokens: Sequence[Token]) -> tuple[Range, ...]:
    """The first noun phrase in a run of tokens."""
    start = next((t for t in tokens if t.pos_ in _NOMINAL), None)
    if start is None:
        return ()
    head = start
    inside = {t.i for t in tokens}
    while head.head.i in inside and head.head.i != head.i and head.head.pos_ in _NOMINAL:
        head = head.head
    if head.pos_ not in ("NOUN", "PROPN", "PRON", "NUM"):
        return ()
    a, b = phrase(head)
    a, b = max(a, tokens[0].i), min(b, tokens[-1].i + 1)
    return (trimmed(head.doc, a, b),) if a < b else ()
