"""Whether the clause around an expression looks back or ahead, by the model's parse."""

from enum import Enum

from generator.extraction.dates.lexicon import lexicon
from generator.extraction.parse import Doc, Stretch, Token


class Tense(Enum):
    """Where the clause lies, seen from the anchor."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


_WILL = frozenset({"will", "wo", "shall", "'ll", "’ll", "ll"})
_BETWEEN = frozenset({"on", "here", "late", "early", "last"})
_ARRANGE = frozenset({"schedule", "slate", "postpone", "reschedule", "plan"})
_NOBODY = frozenset({"neither", "none", "nobody", "nothing"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MAYBE = frozenset({"would", "could", "should", "may", "might", "must", "can", "ca", "ought"})


def tense_at(doc: Doc, start: int, end: int) -> Tense:
    """The tense of the nearest clause that governs the expression at these character offsets."""
    stretch = doc.char_span(start, end)
    if stretch is None:
        return Tense.UNKNOWN
    token = stretch.root
    if (near := _verb_before(stretch)) is not None:
        return near
    for _ in range(12):
        if token.pos_ == "VERB" and token.lemma_.lower() in _ARRANGE and token.i < stretch.start:
            return Tense.FUTURE
        if token.pos_ in ("VERB", "AUX") or token.lemma_.lower() in lexicon().ahead:
            found = _tense_of(token)
            if found is not Tense.UNKNOWN:
                return found
        if token.head.i == token.i:
            break
        token = token.head
    return Tense.UNKNOWN


def _verb_before(stretch: Stretch) -> Tense | None:
    """The tense of a verb right before the expression ("met Monday", "announced on Friday"): surer than the parse."""
    at = stretch.start - 1
    while at >= 0 and stretch.doc[at].lower_ in _BETWEEN:
        at -= 1
    if at < 0 or stretch.doc[at].pos_ != "VERB":
        return None
    verb = stretch.doc[at]
    if verb.lemma_.lower() in lexicon().ahead or verb.lemma_.lower() in _ARRANGE:
        return None
    if verb.tag_ == "VBD":
        return Tense.PAST
    return _tense_of(verb) if verb.tag_ == "VBN" and any(c.dep_ in ("aux", "auxpass") for c in verb.children) else None


def _looks_ahead(token: Token) -> bool:
    """Expected, due, wants: what depends on it is still to come. "A price set on July 9" is not."""
    if token.lemma_.lower() not in lexicon().ahead or token.tag_ not in ("VBN", "JJ", "VBZ", "VBP", "VBG"):
        return False
    helped = any(c.dep_ in ("aux", "auxpass", "xcomp") for c in token.children) or token.dep_ in ("acomp", "xcomp")
    return token.tag_ != "VBN" or helped or (token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("to", "for"))


def is_done(doc: Doc, start: int, end: int) -> bool:
    """Whether a verb in a plain past says what happened in or on it: "fled on June 3", but not "called a vote for"."""
    stretch = doc.char_span(start, end)
    root = stretch.root if stretch is not None else None
    if root is None:
        return False
    verb = root.head.head if root.dep_ == "pobj" and root.head.lower_ in ("in", "on") else root.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() in lexicon().ahead or verb.lemma_.lower() in lexicon().decides:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return (verb.tag_ == "VBD" and not helpers) or (verb.tag_ == "VBN" and helpers in ({"was"}, {"were"}))


def _never_came(token: Token, words: set[str]) -> bool:
    """As in "could not be reached": what could not be done was not done then."""
    denied = any(c.dep_ == "neg" or (c.dep_ in _SUBJECTS and c.lower_ in _NOBODY) for c in token.children)
    return "could" in words and denied


def _was_to_be(token: Token) -> bool:
    """As in "had been due to expire": what was ahead then, and no more."""
    over = token.head
    chain = [over, over.head] if over.lemma_.lower() in lexicon().ahead else []
    return any(c.lower_ == "had" and c.dep_ in ("aux", "auxpass") for t in chain for c in t.children)


def _tense_of(token: Token) -> Tense:
    """The tense of one verb, by its helpers, then by its form."""
    helpers = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in helpers}
    if words & _WILL:
        return Tense.FUTURE
    if _never_came(token, words) or ("to" in words and _was_to_be(token)):
        return Tense.PAST
    if any(c.lemma_ == "have" for c in helpers) and not words & _MAYBE:
        return Tense.PAST
    if _looks_ahead(token) or (words & _MAYBE and "have" not in words):
        return Tense.FUTURE
    if words & _WAS or words & _MAYBE:
        return Tense.FUTURE if token.lemma_ == "go" and token.tag_ == "VBG" else Tense.PAST
    if "to" in words:
        return Tense.UNKNOWN if token.dep_ == "advcl" else Tense.FUTURE
    return _tense_of_form(token, words)


def _tense_of_form(token: Token, words: set[str]) -> Tense:
    if token.tag_ in ("VBZ", "VBP") and not words and token.lemma_.lower() in lexicon().timetabled:
        return Tense.FUTURE
    if words & _IS:
        return Tense.FUTURE if token.tag_ == "VBG" else Tense.PRESENT
    return _FORMS.get(token.tag_, Tense.UNKNOWN)


_WAS = frozenset({"had", "was", "were", "did"})
_IS = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re"})
_FORMS = {"VBD": Tense.PAST, "VBN": Tense.PAST, "VBZ": Tense.PRESENT, "VBP": Tense.PRESENT}
