"""Reported speech and reported minds: what the parse hangs under a cue."""

from collections.abc import Iterator

from spacy.tokens import Token

from generator.extraction.claims.lexicon import Entry, Lexicon
from generator.extraction.claims.scene import Range, Scene, Told
from generator.extraction.claims.sources import source_ranges
from generator.extraction.claims.syntax import child, is_passive, is_verb, runs, subjects, subtree, trimmed

_CLAUSES = frozenset({"ccomp", "xcomp"})
_SMALL = frozenset({"oprd", "xcomp", "ccomp", "acomp", "attr", "advcl"})


def indirect(scene: Scene, lexicon: Lexicon, taken: frozenset[int]) -> list[Told]:
    """The attributions under verbs of saying and thinking; `taken` are cues that a quotation has already."""
    found = []
    for token in scene.doc:
        if token.i in taken or scene.quoted[token.i]:
            continue
        entry = lexicon.verb(token)
        if entry is not None and token.dep_ not in ("amod", "aux", "auxpass", "compound"):
            told = _read(token, entry, scene, lexicon)
            if told is not None:
                found.append(told)
    return found


def _read(verb: Token, entry: Entry, scene: Scene, lexicon: Lexicon) -> Told | None:
    for frame, content in _contents(verb, entry, lexicon):
        if not content:
            continue
        manner = entry.manner(frame)
        sources = source_ranges(subjects(verb))
        ranges = _ranges(content, verb, scene)
        if ranges:
            return Told(
                verb=verb.i, cue=(verb.i, verb.i + 1), sources=sources, content=ranges, rule=f"{manner}:{frame}"
            )
    return None


def _ranges(content: set[int], verb: Token, scene: Scene) -> tuple[Range, ...]:
    found = []
    for a, b in runs(content, scene.doc):
        a, b = trimmed(scene.doc, a, b)
        if any(scene.doc[i].text.strip() and not scene.doc[i].is_punct for i in range(a, b)):
            found.append(scene.chars(a, b))
    return tuple(found)


def _contents(verb: Token, entry: Entry, lexicon: Lexicon) -> Iterator[tuple[str, set[int]]]:
    """What may be the content under a cue, best first, with the frame it stands in."""
    if is_passive(verb):
        yield from _passive(verb, entry)
        return
    if entry.has("clause"):
        yield "clause", _clause(verb)
        yield "clause", _parenthetical(verb)
    if entry.has("small"):
        yield "small", _small(verb)
    if entry.has("control"):
        yield "control", _control(verb)
    if entry.has("infinitive"):
        yield "infinitive", _infinitive(verb)
    for c in verb.children:
        if c.dep_ == "prep" and entry.has(c.lower_) and not entry.has("small"):
            yield c.lower_, subtree(c) - {c.i}
    if entry.has("object"):
        yield "object", _object(verb)


def _clause(verb: Token) -> set[int]:
    found = [c for c in verb.children if c.dep_ == "ccomp"]
    if not found:
        return set()
    own: set[int] = set()
    for c in verb.children:
        if c.dep_ not in _CLAUSES:
            own |= subtree(c)
    own.add(verb.i)
    content: set[int] = set()
    for c in found:
        content |= subtree(c)
    return content - own


def _parenthetical(verb: Token) -> set[int]:
    """`The plan, she said, would fail`: the clause that the cue stands in is the content."""
    if verb.dep_ not in ("parataxis", "advcl", "ccomp", "dep") or not is_verb(verb.head):
        return set()
    inside = subtree(verb)
    if verb.dep_ != "parataxis" and (
        len(inside) > 8 or any(c.dep_ in ("mark", "ccomp", "dobj", "xcomp") for c in verb.children)
    ):
        return set()
    if child(verb, "nsubj") is None:
        return set()
    return subtree(verb.head) - inside


def _right_side(verb: Token, deps: frozenset[str]) -> set[int]:
    found: set[int] = set()
    for c in verb.children:
        if c.i > verb.i and (c.dep_ in deps or (c.dep_ == "prep" and c.lower_ in ("as", "of", "for", "with", "to"))):
            found |= subtree(c)
    return found


def _small(verb: Token) -> set[int]:
    objects = child(verb, "dobj")
    rest = _right_side(verb, _SMALL)
    if objects is not None:
        return subtree(objects) | rest
    clause = child(verb, "ccomp", "oprd", "xcomp")
    return subtree(clause) | rest if clause is not None else set()


def _control(verb: Token) -> set[int]:
    objects, clause = child(verb, "dobj"), child(verb, "xcomp", "ccomp")
    if clause is None:
        return set()
    return subtree(clause) | (subtree(objects) if objects is not None else set())


def _infinitive(verb: Token) -> set[int]:
    clause = child(verb, "xcomp")
    if clause is None or not any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return set()
    return subtree(clause)


def _object(verb: Token) -> set[int]:
    objects = child(verb, "dobj")
    if objects is None or objects.lower_ in ("itself", "themselves", "himself", "herself", "who", "which", "that"):
        return set()
    return subtree(objects)


def _passive(verb: Token, entry: Entry) -> Iterator[tuple[str, set[int]]]:
    """`is said to`, `was accused by Y of`: the subject belongs to the content."""
    subject = child(verb, "nsubjpass", "nsubj")
    if entry.has("clause"):
        clause = child(verb, "ccomp")
        if clause is not None:
            yield "clause", subtree(clause)
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
    if clause is not None or (rest and entry.has("small")):
        yield frame, subtree(subject) | rest
    elif any(c.dep_ == "agent" for c in verb.children):
        yield frame, subtree(subject)
