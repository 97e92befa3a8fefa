"""Reported speech and reported minds: what the parse hangs under a cue."""

from collections.abc import Sequence

from generator.extraction import factuality
from generator.extraction.claims.beside import beside
from generator.extraction.claims.extents import ranges_of
from generator.extraction.claims.frames import NO_WORD, accusation, contents
from generator.extraction.claims.lexicon import Entry, Lexicon
from generator.extraction.claims.scene import Scene, Told
from generator.extraction.claims.sources import source_ranges
from generator.extraction.claims.syntax import (
    child,
    in_question,
    is_passive,
    own_subject,
    subjects,
    subtree,
)
from generator.extraction.parse import Token
from generator.extraction.trace import NO_CONTENT

_NOBODY = frozenset({"you", "there", "nobody", "none", "neither", "nothing", "no-one"})
_FORESEEING = frozenset(
    {"predict", "expect", "forecast", "anticipate", "fear", "hope", "plan", "promise", "foresee", "threaten"}
)
_THOUGHT = frozenset(
    {"think", "believe", "say", "know", "suppose", "allege", "report", "rumour", "rumor", "suspect", "estimate"}
)
_PARTICLES = frozenset(
    {("rule", "out"), ("call", "off"), ("call", "up"), ("write", "off"), ("write", "down"), ("add", "up"),
     ("turn", "down"), ("hold", "back"), ("hold", "off"), ("put", "off"), ("report", "back"), ("tell", "off"),
     ("tell", "apart"), ("sign", "off"), ("sign", "up"), ("warn", "off"), ("order", "in")}
)  # fmt: skip


def indirect(scene: Scene, lexicon: Lexicon, taken: frozenset[int]) -> list[Told]:
    """The attributions under verbs of saying and thinking; `taken` are cues that a quotation has already."""
    found = []
    for token in scene.doc:
        if token.i in taken or scene.quoted[token.i] or _is_other_verb(token):
            continue
        if lexicon.lemma(token) in lexicon.seeming and token.tag_[:2] == "VB":
            found += _seeming(token, scene)
            continue
        entry = lexicon.verb(token)
        if entry is None:
            continue
        if token.dep_ in ("amod", "aux", "auxpass", "compound") or in_question(token):
            scene.trace.rejected(
                "claim", token, "verb", "it modifies another word, or only tells what somebody was asked"
            )
            continue
        told = _read(token, entry, scene, lexicon)
        if told is None and entry.speaks:
            told = beside(token, scene, lexicon)
        if told is not None:
            found.append(told)
    return found


def _is_other_verb(verb: Token) -> bool:
    """`ruled out`, `called off`: with its particle it is no verb of saying."""
    particle = child(verb, "prt")
    return particle is not None and (verb.lemma_.lower(), particle.lower_) in _PARTICLES


def _seeming(verb: Token, scene: Scene) -> list[Told]:
    """`X seems to be Y`: the whole of it is a belief that nobody is named for."""
    clause = child(verb, "xcomp", "ccomp", "oprd", "acomp")
    subject = own_subject(verb)
    if clause is None or clause.i < verb.i:
        return []
    content = subtree(clause)
    if subject is not None and subject.lower_ != "it":
        content |= subtree(subject)
    ranges = ranges_of(content, scene)
    if not ranges:
        return []
    return [Told(verb=verb.i, cue=(verb.i, verb.i + 1), sources=(), content=ranges, rule="mind:seeming")]


def _read(verb: Token, entry: Entry, scene: Scene, lexicon: Lexicon) -> Told | None:
    for frame, content in contents(verb, entry, lexicon):
        reason = _no_content(verb, frame, content, scene, lexicon)
        heads = () if reason else _heads(verb, lexicon)
        if not reason and not _plausible(heads, verb, lexicon):
            reason = "its subject is nobody in particular who could say or think it"
        if not reason and lexicon.lemma(verb) == "compare" and not _likens_somebody(verb, heads):
            reason = "things are compared in a study, not in words"
        if not reason and entry.manner(frame) == "mind" and _is_mindless(verb, frame, heads, scene.doc[min(content)]):
            reason = "it only tells which thing is meant"
        if reason:
            scene.trace.rejected("claim", verb, frame, reason)
            continue
        manner = entry.manner(frame)
        sources = source_ranges(heads, verb, without=accusation(verb))
        ranges = ranges_of(content, scene)
        if ranges:
            return Told(
                verb=verb.i, cue=(verb.i, verb.i + 1), sources=sources, content=ranges, rule=f"{manner}:{frame}"
            )
    return None


def _no_content(verb: Token, frame: str, content: set[int], scene: Scene, lexicon: Lexicon) -> str:
    """Why the words that stand in a frame of a cue are not what is said; empty where they may be."""
    if not content:
        return NO_CONTENT
    if (
        verb.dep_ == "advcl"
        and verb.head.dep_ == "ccomp"
        and any(c.dep_ == "mark" and c.lower_ == "that" and c.i > verb.i for c in verb.head.children)
    ):
        return "it only tells how another cue's words came about"  # "reported, citing two officials, that ..."
    if frame == "clause" and len(content) < 2 and _only_cue(content, scene, lexicon):
        return "its content is but another cue"
    if frame != "clause" and _is_being_done(verb, lexicon):
        return "it tells of what is being done"
    if _is_described_so(verb):
        return "it only describes what stands in front of it"
    if _came_true(verb):
        return "it only says that what is told was foreseen"
    if _is_only_thought_of(verb):
        return "it only thinks of somebody saying so"  # "to say it failed is unfair"
    if frame in ("object", "small") and not _asserts(verb):
        return "it tells of no act that took place"
    if lexicon.lemma(verb) in NO_WORD and factuality.uncommitted(verb):
        return "who does not comment says nothing"
    return ""


def _is_being_done(verb: Token, lexicon: Lexicon) -> bool:
    """`Was fighting to free the town`; `was hoping to`, `looking forward to` and `treating them as` are minds."""
    if verb.tag_ != "VBG" or not lexicon.isa(verb, "deeds"):
        return False
    held = any(c.lower_ in ("as", "forward", "ahead") for c in verb.children)
    return not held and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)


def _is_described_so(verb: Token) -> bool:
    """`The mask, thought to have been lost, was returned`: nobody active thinks or says "to have"."""
    if verb.lemma_.lower() not in _THOUGHT or verb.tag_ not in ("VBD", "VBN") or is_passive(verb):
        return False
    below = child(verb, "xcomp")
    words = {c.lower_ for c in below.children if c.dep_ in ("aux", "auxpass")} if below is not None else set()
    return "to" in words and bool(words & {"have", "be"})


def _came_true(verb: Token) -> bool:
    """`As predicted, it rained`: the article tells that it rained; `as they predict, it will rain` is their word."""
    foreseen = verb.lemma_.lower() in _FORESEEING and verb.tag_ in ("VBD", "VBN")
    as_clause = verb.dep_ in ("advcl", "prep") and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    return foreseen and as_clause and verb.head.tag_ in ("VBD", "VBN", "VBZ", "VBP")


def _is_only_thought_of(verb: Token) -> bool:
    """`To say it failed is unfair`, `I think to say it failed is unfair`: the subject of what follows."""
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children) or own_subject(verb) is not None:
        return False
    if verb.dep_ == "csubj":
        return True
    clause = child(verb.head, "ccomp")
    return verb.dep_ == "xcomp" and clause is not None and clause.i > verb.i and clause.left_edge.i == clause.i


def _heads(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who says it. In `she said it failed and called it a trap` the parse hangs `called` on `failed`: she called."""
    clause = verb.head
    if verb.dep_ == "conj" and own_subject(verb) is None and clause.dep_ == "ccomp" and not is_passive(verb):
        entry = lexicon.verb(clause.head)
        did = any(c.dep_ == "aux" and c.lower_ in ("did", "does", "do") for c in verb.children)
        if entry is not None and entry.saying and (clause.head.tag_ == verb.tag_ or did):
            return subjects(clause.head)
    return subjects(verb)


def _plausible(heads: Sequence[Token], verb: Token, lexicon: Lexicon) -> bool:
    """Whether somebody in particular may say or think it: not the reader, and not nobody but in the passive."""
    if verb.dep_ == "pcomp" and any(h.is_ancestor(verb) for h in heads):
        return False  # "her joy on learning that it sank" learns nothing
    if not heads:
        entry = lexicon.verb(verb)
        return is_passive(verb) and entry is not None and (lexicon.isa(verb, "closing") or "clause" in entry.mind)
    return not any(h.lower_ in _NOBODY or any(c.lower_ == "no" for c in h.children) for h in heads)


_SOMEBODY = frozenset({"he", "she", "who", "him", "her", "them", "us", "me"})


def _likens_somebody(verb: Token, heads: Sequence[Token]) -> bool:
    """Whether somebody compares, or is compared; `we compared the two samples` is work, not a word."""
    parties = [*heads, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))]
    return any(t.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or t.lower_ in _SOMEBODY for t in parties)


def _is_mindless(verb: Token, frame: str, heads: Sequence[Token], first: Token) -> bool:
    """Whether a mind stands in a clause that only names a thing: `What I want to do with it needs time`.

    The subject in `a sense that thinking about it can bring` is no mind either.
    """
    if frame == "infinitive" and first.lower_ in ("what", "whatever") and any(first.i < h.i for h in heads):
        return True
    bare = verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children)
    return bare and any(h.lower_ in ("that", "which") for h in heads)


def _only_cue(content: set[int], scene: Scene, lexicon: Lexicon) -> bool:
    """Whether the content is nothing but another cue: the parse took `said` for what is said."""
    return all(lexicon.verb(scene.doc[i]) is not None for i in content)


def _asserts(verb: Token) -> bool:
    """Whether the verb tells of an act that took place: `praised`, `, praising`, not `to praise`."""
    if verb.tag_ == "VB":
        return any(c.dep_ == "aux" and c.lower_ in ("do", "did", "does", "will", "would") for c in verb.children)
    return True
