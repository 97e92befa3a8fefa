"""Attribution read off where the words stand, for sentences whose parse lost it: `..., X said Friday`."""

from generator.extraction.claims.extents import ranges_of
from generator.extraction.claims.lexicon import Lexicon
from generator.extraction.claims.scene import Range, Scene, Told
from generator.extraction.claims.syntax import child, is_finite, is_verb, trimmed
from generator.extraction.parse import Token

_TAIL = 14  # Words behind a closing cue, at most: when, where and to whom.
_ATTRIBUTES = frozenset({"relcl", "acl", "amod", "aux", "auxpass", "compound"})
_TENSED = ("VBD", "VBZ", "VBP")


def beside(verb: Token, scene: Scene, lexicon: Lexicon) -> Told | None:
    """The sentence in front of a cue that closes it, where nothing hangs under the cue."""
    if verb.tag_ not in _TENSED or not lexicon.isa(verb, "closing") or child(verb, "mark") is not None:
        return None
    sentence = verb.sent
    first, last = sentence.start, sentence.end
    parts = _inverted(verb, first, last) or _closing(verb, first, last)
    if parts is None:
        return None
    end, source = parts
    start = first
    while start < end and (scene.doc[start].is_space or scene.doc[start].dep_ == "cc"):
        start += 1
    if end - start < 4 or not any(is_verb(t) for t in scene.doc[start:end]):
        return None
    ranges = ranges_of(set(range(start, end)), scene)
    if not ranges:
        return None
    return Told(verb=verb.i, cue=(verb.i, verb.i + 1), sources=(source,), content=ranges, rule="saying:clause")


def _inverted(verb: Token, first: int, last: int) -> tuple[int, Range] | None:
    """The comma and the source of `..., said the mayor of the town.`."""
    doc = verb.doc
    if verb.i - 1 <= first or doc[verb.i - 1].text != "," or verb.i + 1 >= last:
        return None
    following = doc[verb.i + 1]
    if following.pos_ not in ("PROPN", "NOUN", "DET", "ADJ", "NUM", "PRON") or following.lower_ in ("that", "it"):
        return None
    end = last
    while end > verb.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    if any(is_verb(t) and is_finite(t) and t.dep_ != "relcl" for t in doc[verb.i + 1 : end]):
        return None
    return verb.i - 1, trimmed(doc, verb.i + 1, end)


def _closing(verb: Token, first: int, last: int) -> tuple[int, Range] | None:
    """The comma and the source of `..., the mayor of the town said on Friday`."""
    doc = verb.doc
    tail = doc[verb.i + 1 : last]
    if len(tail) > _TAIL or any(is_verb(t) for t in tail):
        return None
    end = verb.i
    while end > first and (doc[end - 1].dep_ in ("aux", "advmod", "neg") or doc[end - 1].pos_ in ("ADV", "AUX")):
        end -= 1
    comma = _comma(verb, first, end - 1 if doc[end - 1].text == "," else end)
    if comma is None or any(is_verb(t) and t.dep_ not in _ATTRIBUTES for t in doc[comma + 1 : end]):
        return None
    a, b = trimmed(doc, comma + 1, end)
    if not any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in doc[a:b]) or b - a > 20:
        return None
    if doc[a].pos_ in ("SCONJ", "CCONJ") or doc[a].tag_ in ("WDT", "WP", "WRB"):
        return None
    return comma, (a, b)


def _comma(verb: Token, first: int, end: int) -> int | None:
    """The comma in front of the subject; an apposition between commas belongs to the subject."""
    commas = [i for i in range(first, end) if verb.doc[i].text == ","]
    if not commas:
        return None
    apposed = verb.doc[end].text == "," if end < verb.i else False
    return commas[-2] if apposed and len(commas) > 1 else commas[-1]
