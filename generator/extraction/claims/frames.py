"""Where the content stands under a cue, by the frame that the cue takes: a clause, an infinitive, an object."""

from collections.abc import Iterator

from generator.extraction.claims.extents import TOLD, around, up_to
from generator.extraction.claims.ideas import is_idea
from generator.extraction.claims.lexicon import Entry, Lexicon
from generator.extraction.claims.syntax import (
    agents,
    child,
    is_finite,
    is_passive,
    is_verb,
    own_subject,
    subtree,
)
from generator.extraction.parse import Token

# Who declines to do these says nothing.
NO_WORD = frozenset({"comment", "elaborate", "respond", "answer", "speak", "talk", "discuss", "reply"})
_SMALL = frozenset({"oprd", "xcomp", "ccomp", "acomp", "attr"})
_UNNAMED = frozenset({"name", "identify", "quote"})
_NAMING = frozenset({"name", "identify", "term", "dub", "label", "brand", "paint", "portray", "deem", "credit"})
_TITLING = frozenset({"name", "call", "dub", "term", "label"})
_TOGETHER = frozenset({"discuss", "debate", "share"})
_OF_OBJECTS = frozenset(
    {"for", "of", "from", "at", "as", "against", "toward", "towards", "about", "over", "with", "between"}
)


def accusation(verb: Token) -> set[int]:
    """`accused by the union of lying`: hung on the by-phrase of a passive, but said of its subject."""
    if not is_passive(verb):
        return set()
    found: set[int] = set()
    for head in agents(verb):
        for c in head.children:
            accused = (verb.lemma_.lower(), c.lower_) in (("accuse", "of"), ("charge", "with"))
            if c.dep_ == "prep" and (accused or (c.lower_ in ("of", "for") and child(c, "pcomp") is not None)):
                found |= subtree(c)
    return found


def contents(verb: Token, entry: Entry, lexicon: Lexicon) -> Iterator[tuple[str, set[int]]]:
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
        yield "object", _object(verb, lexicon)


def _behind_prepositions(verb: Token, entry: Entry) -> Iterator[tuple[str, set[int]]]:
    """`complained about the delay`, `called for a truce`."""
    for c in verb.children:
        behind = c.dep_ == "prep" and any(x.i > c.i for x in c.children)
        if behind and entry.has(c.lower_) and child(verb, "dobj") is None:
            # Without its "against", what is opposed would read as what is asked for.
            yield c.lower_, subtree(c) - ({c.i} if c.lower_ != "against" else set())


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
    if objects is not None and not rest and not _likened(objects) and not is_idea(verb, objects):
        return set()
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and verb.lemma_.lower() in _TITLING:
        return set()  # "a ship named Aurora"
    if not rest and (verb.lemma_ in TOLD or verb.lemma_.lower() in _NAMING):
        return set()  # "assured commuters", "named the dead": nothing is said of them
    if verb.lemma_ == "treat" and not is_idea(verb, objects or verb):
        return set()  # "treats the sick with herbs"
    if verb.lemma_ == "charge" and not any(c.dep_ == "prep" and c.lower_ in ("with", "as") for c in verb.children):
        return set()  # "charges travellers a fee"
    if objects is not None:
        found = subtree(objects) | rest
        return up_to(verb, min(found), max(found)) if min(found) > verb.i else found
    clause = child(verb, "oprd")
    return subtree(clause) | rest if clause is not None else set()


def _likened(objects: Token) -> bool:
    """`Sees the bridge as a danger`, where the parse hung the judgement on the object."""
    return any(c.dep_ == "prep" and c.lower_ in ("as", "for") for c in objects.children)


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
        or clause.lemma_ in NO_WORD
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


def _object(verb: Token, lexicon: Lexicon) -> set[int]:
    objects = child(verb, "dobj")
    if (
        objects is None
        or child(verb, "dative") is not None
        or objects.lower_ in ("itself", "themselves", "himself", "herself", "who", "which", "that", "this", "it", "so")
    ):
        return set()
    if verb.lemma_ == "publish" and lexicon.lemma(objects) not in lexicon.nouns:
        return set()  # a map or a book that is published is not yet told
    if not is_idea(verb, objects) or _by_deeds(verb):
        return set()
    if _quoted_as(verb):
        return set()  # "quoted her as saying": the second cue has the content
    if verb.lemma_ in _TOGETHER:
        return subtree(objects) - _company(objects)
    return subtree(objects) | _belonging(verb, objects)


def _company(objects: Token) -> set[int]:
    """With whom: `discussed the delay with the union`."""
    return {i for c in objects.children if c.dep_ == "prep" and c.lower_ == "with" for i in subtree(c)}


def _by_deeds(verb: Token) -> bool:
    """`Supports the choir by paying its rent`: a deed, and no word or view."""
    return any(c.dep_ == "prep" and c.lower_ == "by" and child(c, "pcomp") is not None for c in verb.children)


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
    withheld = verb.lemma_ == "deny" and child(verb, "dobj") is not None  # "was denied a visa"
    if verb.lemma_ in TOLD or _quoted_as(verb) or withheld:
        return
    frame = next((f for f in ("clause", "control", "infinitive", "small", "object") if entry.has(f)), None)
    clause = child(verb, "xcomp", "oprd", "ccomp")
    if frame is None or subject is None:
        return
    rest: set[int] = set()
    for c in verb.children:
        if c.i > verb.i and (
            c.dep_ in ("xcomp", "oprd", "ccomp")
            or (c.dep_ == "prep" and c.lower_ in ("as", "of", "for"))
            or (c.lower_ == "with" and verb.lemma_ == "charge")
        ):
            rest |= subtree(c)
    rest |= accusation(verb)
    if clause is not None or (rest and entry.has("small")):
        yield frame, subtree(subject) | rest
    elif verb.lemma_ != "explain" and any(c.dep_ == "agent" for c in verb.children):  # facts explain, and say nothing
        yield frame, subtree(subject)
