"""How sure a happening is: the speaker's commitment to its predicate, and what its own form adds to that."""

from generator.extraction import factuality
from generator.extraction.events.scene import Predicate, Scene
from generator.extraction.factuality import Judged
from generator.extraction.parse import Token
from generator.model import Factuality

_DEFINITE = frozenset({"the", "this", "these", "those", "that"})
_OPEN = frozenset({"any", "whatever", "whichever"})
_TAKING_FOR_GRANTED = frozenset(
    {"after", "during", "since", "following", "amid", "despite", "over", "because", "due", "from"}
)


def sureness(scene: Scene, predicate: Predicate, cue: Token | None) -> Judged:
    """How sure the happening is; `cue` is the word of the claim that carries it, if it has one."""
    told = factuality.of(scene.reading.doc[predicate.at], within=cue)
    if told.value is Factuality.CERTAIN and _is_open(scene, predicate):
        return Judged(Factuality.UNDERSPECIFIED, reason="its form leaves open that it happens")
    if told.value is Factuality.UNDERSPECIFIED and predicate.nominal and _is_given(scene, predicate.at):
        return Judged(Factuality.CERTAIN, reason="the words take it for granted")
    negative = told.value in (Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT)
    if negative and predicate.nominal and factuality.is_there_anyway(scene.reading.doc[predicate.at]):
        return Judged(Factuality.UNDERSPECIFIED, reason="it is no less there for what is not done to it")
    return told


def _is_open(scene: Scene, predicate: Predicate) -> bool:
    """Whether the form leaves open that it happens: "calls to send", "arms to be sent", "any deployment"."""
    tree, i = scene.tree, predicate.at
    if predicate.nominal:
        return any(tree.lower[k] in _OPEN for k in tree.having(i, "det"))
    if not any(tree.lower[k] == "to" for k in tree.having(i, "aux")):
        return False
    if tree.dep[i] == "csubj" or (tree.tag[i] == "VBN" and tree.dep[i] in ("acl", "relcl")):
        return True
    return tree.tag[i] == "VB" and tree.head[i] != i and scene.isin(tree.head[i], "asking_nouns")


def _is_given(scene: Scene, i: int) -> bool:
    """Whether the words take the happening for granted, whatever is wished for: "to end the war"."""
    tree = scene.tree
    known = any(tree.lower[k] in _DEFINITE for k in tree.having(i, "det")) or tree.first(i, "poss") is not None
    known = known or any(
        scene.acts(k) or scene.isin(k, "regional_adjectives") for k in tree.having(i, "amod", "compound")
    )
    if not known or tree.head[i] == i:
        return False
    over = tree.head[i]
    if tree.dep[i] == "pobj":
        due = tree.lower[over] == "to" and tree.lower[tree.head[over]] == "due"
        return due or tree.lower[over] in _TAKING_FOR_GRANTED
    return tree.dep[i] in ("dobj", "nsubjpass") and scene.isin(over, "presupposing_verbs")
