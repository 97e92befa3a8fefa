"""Which words are happenings, and of what type."""

from collections.abc import Iterator

from generator.extraction.events import clauses
from generator.extraction.events.scene import Predicate, Scene
from generator.extraction.events.senses import is_civil, type_in_context
from generator.model import ActorKind, EventType

_PREDICATIVE = frozenset({"compound", "nmod", "amod", "poss", "nummod"})
_PARTICLES = frozenset({"in", "out", "up", "down", "off", "back", "over", "away", "aside", "together", "through"})
_BY_SENSE = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.MOBILIZE})
_SAME_HAPPENING = frozenset({"dobj", "nsubjpass"})


def find_predicates(scene: Scene) -> list[Predicate]:
    """The verbs and nouns of the article that tell of happenings, in its order."""
    tree = scene.tree
    verbs = {i: p for i, pos in enumerate(tree.pos) if pos == "VERB" and (p := _verb(scene, i)) is not None}
    nouns = (p for i, pos in enumerate(tree.pos) if pos == "NOUN" and (p := _noun(scene, i)) is not None)
    kept = {p.at: p for p in nouns if not _said_by_verb(scene, p, verbs)}
    return [p for _, p in sorted((verbs | kept).items())]


def _verb(scene: Scene, i: int) -> Predicate | None:
    tree, lexicon = scene.tree, scene.lexicon
    lemma = tree.lemma[i]
    if tree.dep[i] in _PREDICATIVE or tree.dep[i] == "prep" or not lemma.replace("-", "").isalpha():
        return None
    if lemma == "take" and any(tree.lower[k] == "place" for k in tree.having(i, "dobj")):
        return None
    keys = [*_keys(scene, i), lemma]
    for key in keys:
        kind = _by_object(scene, i, key) or lexicon.verbs.get(key)
        if kind is EventType.AID and scene.isin(i, "helping_verbs") and not any(map(scene.acts, _things(scene, i))):
            kind = EventType.OTHER
        if kind is not None or key in lexicon.verb_senses:
            kind = type_in_context(scene, i, kind or EventType.OTHER, key, nominal=False)
            return Predicate(at=i, lemma=_sense(scene, i), key=key, type=kind, nominal=False)
    if lemma in lexicon.words["stative_verbs"] or lemma in lexicon.words["saying_verbs"]:
        scene.rejected(i, "a verb of state or of saying is no happening")
        return None
    return Predicate(at=i, lemma=lemma, key=lemma, type=EventType.OTHER, nominal=False)


def _sense(scene: Scene, i: int) -> str:
    """The lemma; of verbs that take persons and things alike, with what it is that they take.

    A figure of people caught must not hold the kilograms that were found on them.
    """
    lemma = scene.tree.lemma[i]
    things = list(_things(scene, i))
    if not scene.isin(i, "taking_verbs") or not things or any(_person(scene, t) for t in things):
        return lemma
    goods = any("goods" in scene.lexicon.classes.get(scene.tree.lemma[t], ()) or scene.place(t) for t in things)
    return f"{lemma} property" if goods or lemma == "seize" else lemma


def _person(scene: Scene, thing: int) -> bool:
    return scene.person(thing) or "captive" in scene.lexicon.classes.get(scene.tree.lemma[thing], ())


def _keys(scene: Scene, i: int) -> Iterator[str]:
    """The verb with its particle, and with each of its prepositions."""
    tree = scene.tree
    particles = [tree.lower[k] for k in tree.having(i, "prt", "advmod") if tree.lower[k] in _PARTICLES]
    prepositions = [tree.lower[k] for k in tree.having(i, "prep", "dative") if tree.lower[k] not in _PARTICLES]
    for word in (*particles, *prepositions):
        yield f"{tree.lemma[i]} {word}"


def _by_object(scene: Scene, i: int, key: str) -> EventType | None:
    for thing in _things(scene, i):
        kind = scene.lexicon.typed_by_object(key, scene.tree.lemma[thing])
        if kind is not None and not is_civil(scene, thing):
            return _as_object(scene, thing, kind)
        mention = scene.mention[thing]
        if mention is not None and mention.kind is ActorKind.PERSON:
            kind = scene.lexicon.by_object.get((key, "person"))
            if kind is not None:
                return kind
    return None


def _as_object(scene: Scene, thing: int, kind: EventType) -> EventType:
    """The type of the verb by that of its object: who "began a strike" attacked or protested, as the strike is read."""
    noun = scene.lexicon.nouns.get(scene.tree.lemma[thing])
    if noun is None or kind not in _BY_SENSE or scene.tree.lemma[thing] not in scene.lexicon.noun_senses:
        return kind
    return type_in_context(scene, thing, noun, scene.tree.lemma[thing], nominal=True)


def _things(scene: Scene, i: int) -> Iterator[int]:
    """What the verb is done to, with what that is made of: containers of artillery."""
    tree = scene.tree
    heads = [clauses.antecedent(scene, k) for k in tree.having(i, "dobj", "nsubjpass")]
    if not heads and (tree.tag[i] == "VBN" if tree.dep[i] == "acl" else tree.dep[i] == "relcl"):
        heads = [tree.head[i]]
    if tree.lemma[i] in scene.lexicon.words["equipping_verbs"]:
        heads += [o for word, o in tree.prepositions(i) if word == "with"]
    for head in heads:
        for thing in tree.conjuncts(head):
            yield thing
            yield from (c for word, o in tree.prepositions(thing) if word == "of" for c in tree.conjuncts(o))


def _noun(scene: Scene, i: int) -> Predicate | None:
    tree = scene.tree
    kind = scene.lexicon.nouns.get(tree.lemma[i])
    if kind is None:
        return None
    if tree.dep[i] in _PREDICATIVE or scene.name(i) or _in_idiom(scene, i):
        scene.rejected(i, "it belongs to another noun, a name or a phrase")
        return None
    of = [o for word, o in tree.prepositions(i) if word == "of"]
    if (kind is EventType.PROTEST and of) or (scene.isin(i, "personal_nouns") and of and not _people(scene, of)):
        kind = EventType.OTHER
    if kind is EventType.OTHER and scene.isin(i, "handing_nouns") and _hands_over(scene, i):
        kind = EventType.AID
    kind = type_in_context(scene, i, kind, tree.lemma[i], nominal=True)
    if scene.isin(i, "gathering_nouns") and any(tree.lower[k] == "signing" for k in tree.having(i, "compound")):
        kind = EventType.AGREE
    return Predicate(at=i, lemma=tree.lemma[i], key=tree.lemma[i], type=kind, nominal=True)


def _people(scene: Scene, heads: list[int]) -> bool:
    tree = scene.tree
    return any(
        scene.acts(c)
        or scene.place(c)
        or _person(scene, c)
        or tree.first(c, "nummod") is not None
        or tree.pos[c] == "PRON"
        for o in heads
        for c in tree.conjuncts(o)
    )


def _in_idiom(scene: Scene, i: int) -> bool:
    """Whether the noun is but part of a phrase: "in return", "in case"."""
    tree = scene.tree
    bare = not tree.having(i, "det", "poss", "amod", "nummod")
    return bare and tree.dep[i] == "pobj" and tree.lower[tree.head[i]] == "in" and scene.isin(i, "idiom_nouns")


def _hands_over(scene: Scene, i: int) -> bool:
    """Whether the noun tells of handing over arms or relief: "transfers of missiles", "food deliveries"."""
    tree = scene.tree
    things = [o for word, o in tree.prepositions(i) if word == "of"]
    things += tree.having(i, "compound")
    named = [c for o in things for c in tree.conjuncts(o) if not is_civil(scene, c)]
    return any({"materiel", "relief"} & set(scene.lexicon.classes.get(tree.lemma[c], ())) for c in named)


def _said_by_verb(scene: Scene, noun: Predicate, verbs: dict[int, Predicate]) -> bool:
    """Whether the verb over the noun tells of the same happening: "reached an agreement" is one event."""
    if noun.type is EventType.OTHER or scene.tree.dep[noun.at] not in _SAME_HAPPENING:
        return False
    verb = verbs.get(scene.tree.head[noun.at])
    if verb is None or verb.type is not noun.type:
        return False
    scene.rejected(noun.at, "the verb over it tells of the same happening")
    return True
