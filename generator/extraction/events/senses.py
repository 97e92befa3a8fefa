"""Which sense a word of many has here: the strike of a union or of an air force, a fee charged or a man."""

from collections.abc import Callable

from generator.extraction.events import clauses
from generator.extraction.events.scene import Scene
from generator.model import EventType

_MODIFIER = frozenset({"compound", "amod", "nmod", "poss"})
_RIVALS = {"labour": "battle"}
_LEAST = 2  # so many different words of a field make an article one of that field


def type_in_context(scene: Scene, i: int, kind: EventType, key: str, *, nominal: bool) -> EventType:
    """The type that the word has among its neighbours; `kind` where the lexicon knows but one sense of it."""
    senses = scene.lexicon.noun_senses if nominal else scene.lexicon.verb_senses
    rules = senses.get(key)
    if rules is None:
        return kind
    for rule in rules:
        wanted, *tests = rule.split()
        if all(_passes(scene, i, test, nominal=nominal) for test in tests):
            return EventType(wanted)
    return kind


def is_civil(scene: Scene, i: int) -> bool:
    """Whether a thing of peace and war alike, a vehicle or a system, is one of peace as far as the text tells."""
    if not scene.isin(i, "civil_too"):
        return False
    return not (_is_of_modifiers(scene, i) or _near(scene, i, "war") or _article(scene, i, "battle"))


def _is_of_modifiers(scene: Scene, i: int) -> bool:
    tree, words = scene.tree, scene.lexicon.fields["arms"]
    return any(tree.lemma[k] in words and tree.lemma[i] != tree.lemma[k] for k in tree.having(i, *_MODIFIER))


def _passes(scene: Scene, i: int, test: str, *, nominal: bool) -> bool:
    """Whether a test of the lexicon holds: its name, and the field of words that it asks for, as in "near:war"."""
    name, _, field = test.partition(":")
    if name in _SETTINGS:
        return _SETTINGS[name](scene, i, field)
    heads = _HEADS[name](scene, i, nominal)
    return bool(heads) if not field else any(_is_of(scene, h, field) for h in heads)


def _is_of(scene: Scene, i: int, field: str) -> bool:
    """Whether the token, or what describes it, is of a field; "someone" and "place" ask for the kind of mention."""
    if field == "someone":
        return scene.acts(i) or scene.person(i) or scene.isin(i, "forces")
    if field == "place":
        return scene.place(i)
    tree = scene.tree
    words = scene.lexicon.fields[field]
    return any(tree.lemma[k] in words or tree.lower[k] in words for k in (i, *tree.having(i, *_MODIFIER)))


def _near(scene: Scene, i: int, field: str) -> bool:
    """Whether another word of the sentence, in no name, is of the field."""
    words, tree = scene.lexicon.fields[field], scene.tree
    sentence = scene.reading.doc[i].sent
    return any(
        tree.lemma[k] in words and k != i and tree.lemma[k] != tree.lemma[i] and not scene.name(k)
        for k in range(sentence.start, sentence.end)
    )


def _article(scene: Scene, i: int, field: str) -> bool:
    """Whether the article is about the field: words of it, and more of them than of the field that it rivals."""
    here = scene.vocabulary - {scene.tree.lemma[i]}
    number, rival = (len(here & scene.lexicon.fields[name]) for name in (field, _RIVALS.get(field, "labour")))
    return number >= _LEAST and number > rival


def _after(scene: Scene, i: int, field: str) -> bool:
    """Whether a preposition of that name follows: "after:on"."""
    return any(word == field for word, _ in scene.tree.prepositions(i))


def _without(scene: Scene, i: int, field: str) -> bool:
    """Whether the verb has no object: "no:object"."""
    del field
    return not clauses.objects(scene, i) and not clauses.is_passive(scene, i)


def _said(scene: Scene, i: int, field: str) -> bool:
    """Whether the verb has a clause of its own: "has:ccomp"."""
    return scene.tree.first(i, field) is not None


def _objects(scene: Scene, i: int, nominal: bool) -> list[int]:
    """What it is done to, with all joined to it."""
    tree = scene.tree
    if nominal:
        return [c for word, o in tree.prepositions(i) if word in ("of", "on", "against") for c in tree.conjuncts(o)]
    things = clauses.objects(scene, i)
    if not things and clauses.is_passive(scene, i):
        things = clauses.subjects(scene, i)
    return [c for t in things for c in tree.conjuncts(t)]


def _doers(scene: Scene, i: int, nominal: bool) -> list[int]:
    """Who or what does it: subject, "by", or who owns the noun; its causes, "in a crash", among them."""
    tree = scene.tree
    found = [o for word, o in tree.prepositions(i) if word in ("by", "between", "in", "from", "when")]
    if nominal:
        found += tree.having(i, *_MODIFIER)
    elif not clauses.is_passive(scene, i):
        found += clauses.subjects(scene, i)
    return [c for f in found for c in tree.conjuncts(f)]


def _beside(scene: Scene, i: int, nominal: bool) -> list[int]:
    del nominal
    return scene.tree.having(i, *_MODIFIER)


def _about(scene: Scene, i: int, nominal: bool) -> list[int]:
    """What the noun is over, or the verb's other objects: "a war on drugs", "charged ten euros for it"."""
    del nominal
    tree = scene.tree
    return [o for _, o in tree.prepositions(i)] + tree.having(i, "npadvmod", "oprd", "dative")


_SETTINGS: dict[str, Callable[[Scene, int, str], bool]] = {
    "near": _near,
    "article": _article,
    "after": _after,
    "no": _without,
    "has": _said,
}
_HEADS: dict[str, Callable[[Scene, int, bool], list[int]]] = {
    "object": _objects,
    "doer": _doers,
    "beside": _beside,
    "about": _about,
}
