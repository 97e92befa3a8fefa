"""Reported speech and reported minds: what the parse hangs under a cue."""

from collections.abc import Iterator, Sequence

from generator.extraction import factuality
from generator.extraction.claims.beside import beside
from generator.extraction.claims.extents import TOLD, around, ranges_of, up_to
from generator.extraction.claims.lexicon import Entry, Lexicon
from generator.extraction.claims.scene import Scene, Told
from generator.extraction.claims.sources import source_ranges
from generator.extraction.claims.syntax import (
    agents,
    child,
    in_question,
    is_finite,
    is_passive,
    is_verb,
    own_subject,
    subjects,
    subtree,
)
from generator.extraction.parse import Token
from generator.extraction.trace import NO_CONTENT

_NO_CONTENT = frozenset({"comment", "elaborate", "respond", "answer", "speak", "talk", "discuss", "reply"})
_NOBODY = frozenset({"you", "there", "nobody", "none", "neither", "nothing", "no-one"})
_SMALL = frozenset({"oprd", "xcomp", "ccomp", "acomp", "attr"})
_PARTICLES = frozenset(
    {("rule", "out"), ("call", "off"), ("call", "up"), ("write", "off"), ("write", "down"), ("add", "up"),
     ("turn", "down"), ("hold", "back"), ("hold", "off"), ("put", "off"), ("report", "back"), ("tell", "off"),
     ("tell", "apart"), ("sign", "off"), ("sign", "up"), ("warn", "off"), ("order", "in")}
)  # fmt: skip
_UNNAMED = frozenset({"name", "identify", "quote"})
_NAMING = frozenset({"name", "identify", "term", "dub", "label", "brand", "paint", "portray", "deem", "credit"})
_CLAIMED = frozenset(
    {"responsibility", "victory", "credit", "innocence", "ignorance", "success", "immunity", "progress"}
)
_OF_OBJECTS = frozenset(
    {"for", "of", "from", "at", "as", "against", "toward", "towards", "about", "over", "with", "between"}
)


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
    for frame, content in _contents(verb, entry, lexicon):
        reason = _no_content(verb, frame, content, scene, lexicon)
        heads = () if reason else _heads(verb, lexicon)
        if not reason and not _plausible(heads, verb, lexicon):
            reason = "its subject is nobody in particular who could say or think it"
        if reason:
            scene.trace.rejected("claim", verb, frame, reason)
            continue
        manner = entry.manner(frame)
        sources = source_ranges(heads, verb, without=_accusation(verb))
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
    if frame in ("object", "small") and not _asserts(verb):
        return "it tells of no act that took place"
    if lexicon.lemma(verb) in _NO_CONTENT and factuality.uncommitted(verb):
        return "who does not comment says nothing"
    return ""


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
    if not heads:
        entry = lexicon.verb(verb)
        return is_passive(verb) and entry is not None and (lexicon.isa(verb, "closing") or "clause" in entry.mind)
    return not any(h.lower_ in _NOBODY or any(c.lower_ == "no" for c in h.children) for h in heads)


def _accusation(verb: Token) -> set[int]:
    """`accused by the union of lying`: hung on the by-phrase of a passive, but said of its subject."""
    if not is_passive(verb):
        return set()
    found: set[int] = set()
    for head in agents(verb):
        for c in head.children:
            accused = verb.lemma_ == "accuse" and c.lower_ == "of"
            if c.dep_ == "prep" and (accused or (c.lower_ in ("of", "for") and child(c, "pcomp") is not None)):
                found |= subtree(c)
    return found


def _only_cue(content: set[int], scene: Scene, lexicon: Lexicon) -> bool:
    """Whether the content is nothing but another cue: the parse took `said` for what is said."""
    return all(lexicon.verb(scene.doc[i]) is not None for i in content)


def _asserts(verb: Token) -> bool:
    """Whether the verb tells of an act that took place: `praised`, `, praising`, not `to praise`."""
    if verb.tag_ == "VB":
        return any(c.dep_ == "aux" and c.lower_ in ("do", "did", "does", "will", "would") for c in verb.children)
    return True


def _contents(verb: Token, entry: Entry, lexicon: Lexicon) -> Iterator[tuple[str, set[int]]]:
    """What may be the content under a cue, best first, with the frame it stands in."""
    if is_passive(verb):
        if _as_clause(verb) and entry.has("clause"):
            yield "clause", _parenthetical(verb)
        yield from _passive(verb, entry)
        return
    if entry.has("clause"):
        plain = lexicon.isa(verb, "closing") or "clause" in entry.mind
        yield "clause", _clause(verb, entry, plain=plain)
        if plain:
            yield "clause", _parenthetical(verb)
    if "for" in entry.saying and child(verb, "dobj") is None:
        yield "for", _called_on(verb)
    if entry.has("small"):
        yield "small", _small(verb)
    if entry.has("control"):
        yield "control", _control(verb)
    if entry.has("infinitive"):
        yield "infinitive", _infinitive(verb, lexicon)
    yield from _behind_prepositions(verb, entry)
    if entry.has("object") and not _carries(verb, lexicon):
        yield "object", _object(verb)


def _behind_prepositions(verb: Token, entry: Entry) -> Iterator[tuple[str, set[int]]]:
    """`complained about the delay`, `called for a truce`."""
    for c in verb.children:
        if c.dep_ == "prep" and entry.has(c.lower_) and child(verb, "dobj") is None:
            yield c.lower_, subtree(c) - {c.i}


def _clause(verb: Token, entry: Entry, *, plain: bool) -> set[int]:
    found = [c for c in verb.children if c.dep_ == "ccomp"]
    if not found and "clause" in entry.saying:
        # Where the parse missed the clause, a finite verb hangs behind the cue.
        found = [c for c in verb.children if c.i > verb.i and c.dep_ == "xcomp" and (is_finite(c) or c.tag_ == "VBG")]
    if found and not plain and all(c.i < verb.i for c in found):
        return set()  # only a plain cue stands behind what is said; "..., it implies" is a clause of its own
    if not found and verb.lemma_ in TOLD:
        return _torn_off(verb)
    return around(verb, found) if found else set()


def _torn_off(verb: Token) -> set[int]:
    """`told reporters on condition of anonymity that ...`: the parse hung the clause on the noun in front of it."""
    for clause in verb.subtree:
        if (
            clause.dep_ == "relcl"
            and clause.i > verb.i
            and clause.head.dep_ == "pobj"
            and clause.left_edge.lower_ == "that"
            and own_subject(clause) is not None
            and own_subject(clause) is not clause.left_edge
        ):
            return subtree(clause)
    return set()


def _parenthetical(verb: Token) -> set[int]:
    """`The plan, she said, would fail`: the clause that the cue stands in is the content."""
    if verb.dep_ not in ("parataxis", "advcl", "ccomp", "dep") or not is_verb(verb.head):
        return set()
    inside = subtree(verb)
    if _as_clause(verb):
        return subtree(verb.head) - inside
    if verb.dep_ != "parataxis" and (
        len(inside) > 8 or any(c.dep_ in ("mark", "ccomp", "dobj", "xcomp") for c in verb.children)
    ):
        return set()
    if child(verb, "nsubj") is None:
        return set()
    return subtree(verb.head) - inside


def _as_clause(verb: Token) -> bool:
    """`as the paper reported`, `as reported by the paper`."""
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)


def _right_side(verb: Token) -> set[int]:
    found: set[int] = set()
    for c in verb.children:
        if c.i < verb.i:
            continue
        said_of_it = c.dep_ == "prep" and (
            c.lower_ in ("as", "of", "for", "with", "to") or (c.lower_ == "on" and verb.lemma_ == "blame")
        )
        bare = c.dep_ == "advcl" and not any(x.dep_ in ("mark", "advmod") for x in c.children)
        if c.dep_ in _SMALL or said_of_it or bare:
            found |= subtree(c)
    return found


def _small(verb: Token) -> set[int]:
    objects = child(verb, "dobj")
    rest = _right_side(verb)
    if not rest and (verb.lemma_ in TOLD or verb.lemma_.lower() in _NAMING):
        return set()  # "assured commuters", "named the dead": nothing is said of them
    if objects is not None:
        found = subtree(objects) | rest
        return up_to(verb, min(found), max(found)) if min(found) > verb.i else found
    clause = child(verb, "oprd")
    return subtree(clause) | rest if clause is not None else set()


def _control(verb: Token) -> set[int]:
    objects, clause = child(verb, "dobj"), child(verb, "xcomp", "ccomp")
    if clause is None or (clause.lemma_ in _UNNAMED and is_passive(clause)):
        return set()  # who asks not to be named tells of nothing
    return subtree(clause) | (subtree(objects) if objects is not None else set())


def _called_on(verb: Token) -> set[int]:
    """`called on the others to leave`, `called for the others to leave`."""
    clause = child(verb, "xcomp", "advcl", "ccomp")
    on = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("on", "upon", "for")), None)
    if clause is None or on is None or clause.i < on.i or not any(c.lower_ == "to" for c in clause.children):
        return set()
    return subtree(on) - {on.i} | subtree(clause)


def _infinitive(verb: Token, lexicon: Lexicon) -> set[int]:
    clause = child(verb, "xcomp")
    if clause is None or not any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return set()
    if (
        (clause.lemma_ in _UNNAMED and is_passive(clause))
        or clause.lemma_ in _NO_CONTENT
        or (child(clause, "ccomp") is not None and lexicon.verb(clause) is not None)
    ):
        # "declined to comment" says nothing; in "declined to say whether" the second cue has the content.
        return set()
    return subtree(clause)


def _carries(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the object is itself the cue: `voiced worries`."""
    objects = child(verb, "dobj")
    if objects is None or lexicon.lemma(verb) not in lexicon.carriers:
        return False
    return lexicon.lemma(objects) in lexicon.nouns and any(c.i > objects.i for c in objects.children)


def _object(verb: Token) -> set[int]:
    objects = child(verb, "dobj")
    if (
        objects is None
        or child(verb, "dative") is not None
        or objects.lower_ in ("itself", "themselves", "himself", "herself", "who", "which", "that", "this", "it", "so")
    ):
        return set()
    if verb.lemma_ == "claim" and objects.lemma_.lower() not in _CLAIMED:
        return set()  # what a flood claims is lives, and a champion a title
    if _quoted_as(verb):
        return set()  # "quoted her as saying": the second cue has the content
    return subtree(objects) | _belonging(verb, objects)


def _quoted_as(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ == "as" and child(c, "pcomp") is not None for c in verb.children)


def _belonging(verb: Token, objects: Token) -> set[int]:
    """A phrase right behind an object that the parse hung on the cue: `expressed sympathy for her`."""
    following = objects.right_edge.i + 1
    for c in verb.children:
        if c.dep_ == "prep" and c.left_edge.i == following and c.lower_ in _OF_OBJECTS:
            found = child(c, "pobj")
            if found is not None and found.ent_type_ not in ("DATE", "TIME"):
                return subtree(c)
    return set()


def _passive(verb: Token, entry: Entry) -> Iterator[tuple[str, set[int]]]:
    """`is said to`, `was accused by Y of`: the subject belongs to the content."""
    subject = child(verb, "nsubjpass", "nsubj")
    if entry.has("clause"):
        clause = child(verb, "ccomp")
        if clause is not None:
            yield "clause", subtree(clause)
    if verb.lemma_ in TOLD or _quoted_as(verb):
        return
    frame = next((f for f in ("clause", "control", "infinitive", "small", "object") if entry.has(f)), None)
    clause = child(verb, "xcomp", "oprd", "ccomp")
    if frame is None or subject is None:
        return
    rest: set[int] = set()
    for c in verb.children:
        if c.i > verb.i and (
            c.dep_ in ("xcomp", "oprd", "ccomp") or (c.dep_ == "prep" and c.lower_ in ("as", "of", "for"))
        ):
            rest |= subtree(c)
    rest |= _accusation(verb)
    if clause is not None or (rest and entry.has("small")):
        yield frame, subtree(subject) | rest
    elif any(c.dep_ == "agent" for c in verb.children):
        yield frame, subtree(subject)
