"""Who is the subject of a verb, also where the sentence does not say it there: control, sharing, relative clauses."""

from generator.extraction.contrast import affirmed
from generator.extraction.events.scene import Scene

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEEPEST = 12


def is_passive(scene: Scene, i: int) -> bool:
    """Whether the verb is passive, also in participles ("troops sent to the front") and headlines."""
    tree = scene.tree
    deps = {tree.dep[k] for k in tree.kids[i]}
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    if "aux" in deps or objects(scene, i):
        return False
    if "agent" in deps and tree.dep[i] in ("acl", "relcl"):
        return True  # "the bank robbed by two men", read as a past tense
    if tree.tag[i] == "VBN":
        if tree.dep[i] == "conj" and tree.verb(tree.head[i]) and "nsubj" not in deps:
            return is_passive(scene, tree.head[i]) or "agent" in deps
        return True
    # "Two suspects arrested in raid": headlines leave "were" out, and the tagger reads a past tense.
    if tree.tag[i] == "VBD" and tree.dep[i] == "advcl" and not deps & {"nsubj", "mark", "advmod"}:
        return True
    if tree.tag[i] == "VBD" and tree.dep[i] == "conj" and "nsubj" not in deps and tree.verb(tree.head[i]):
        # "Was arrested and released years later": the tagger reads a past tense in the second participle.
        return scene.isin(i, "transitive_verbs") and is_passive(scene, tree.head[i])
    undergone = "nsubj" in deps or tree.dep[i] == "acl"
    return tree.tag[i] == "VBD" and undergone and scene.isin(i, "transitive_verbs") and _ends_phrase(scene, i)


def _ends_phrase(scene: Scene, i: int) -> bool:
    """Whether nothing that could be an object follows the verb."""
    tree = scene.tree
    end = scene.reading.doc[i].sent.end
    after = next((k for k in range(i + 1, end) if tree.pos[k] != "SPACE"), None)
    return after is None or tree.pos[after] in ("ADP", "PUNCT", "SCONJ", "ADV")


def subjects(scene: Scene, i: int, depth: int = 0) -> list[int]:
    """The heads of what stands, or is understood, as the grammatical subject of the verb; [] where nothing tells."""
    tree = scene.tree
    if depth > _DEEPEST:
        return []
    own = tree.having(i, "nsubj", "nsubjpass")
    if len(own) > 1 and tree.lower[own[0]] in _RELATIVE and tree.tag[own[0]] in ("WP", "WDT"):
        own = own[1:]  # "the officer who Lind shot": who is shot
    if own:
        return [_real_subject(scene, antecedent(scene, k), i) for k in own]
    if tree.first(i, "csubj", "csubjpass", "expl") is not None:
        return []
    if (without := _behind_without(scene, i)) is not None:
        return [without]
    rule = _RULES.get(tree.dep[i])
    return rule(scene, i, depth + 1) if rule is not None else []


def _behind_without(scene: Scene, i: int) -> int | None:
    """Who does not do it in "without the council having signed it", whose clause the parse hung on the verb."""
    tree = scene.tree
    before = min([i, *tree.kids[i]]) - 1
    if tree.tag[i] not in ("VBG", "VBN") or before < 1 or tree.dep[before] != "pobj":
        return None
    return before if tree.lower[tree.head[before]] == "without" else None


def antecedent(scene: Scene, i: int) -> int:
    """The noun that a relative pronoun stands for; any other token is itself."""
    tree = scene.tree
    if tree.lower[i] not in _RELATIVE or tree.tag[i] not in ("WDT", "WP"):
        return i
    at = tree.head[i]
    for _ in range(_DEEPEST):
        if tree.dep[at] in ("relcl", "acl"):
            return affirmed(scene.reading.doc[tree.head[at]]).i
        if tree.dep[at] not in ("conj", "xcomp", "ccomp", "prep", "pcomp") or tree.head[at] == at:
            return i
        at = tree.head[at]
    return i


def objects(scene: Scene, i: int) -> list[int]:
    """The heads of the direct objects that stand at the verb, relative pronouns resolved.

    Of "killed or wounded ten" both verbs have the object.
    """
    tree = scene.tree
    own = tree.having(i, "dobj")
    joined = i + 2 < len(tree.pos) and tree.dep[i + 1] == "cc" and i + 2 in tree.having(i, "conj")
    if not own and joined and scene.takes_object(i):
        own = tree.having(i + 2, "dobj")
    return [antecedent(scene, k) for k in own]


def _shared(scene: Scene, i: int, depth: int) -> list[int]:
    """Joined verbs share their subject: "visited the city and said"."""
    over = scene.tree.head[i]
    return subjects(scene, over, depth) if scene.tree.verb(over) else []


def _controlled(scene: Scene, i: int, depth: int) -> list[int]:
    """An infinitive is done by the object above it, else by the subject: "forced them to leave", "tried to leave"."""
    over = scene.tree.head[i]
    if scene.isin(over, "willing_adjectives") and scene.tree.dep[over] == "acomp":
        return subjects(scene, scene.tree.head[over], depth)
    if not scene.tree.verb(over):
        return _described(scene, i, depth)
    if before := _standing_before(scene, i, over):
        return before
    if not scene.isin(over, "promising_verbs") and not is_passive(scene, over):
        above = [*objects(scene, over), *scene.tree.having(over, "dative"), *_called_on(scene, i, over)]
        above = [a for a in above if scene.tree.noun(a)]
        if above:
            return above[-1:]
    return subjects(scene, over, depth)


def _called_on(scene: Scene, i: int, over: int) -> list[int]:
    """In "called on them to leave", "appealed to them not to leave" they are to leave."""
    if not scene.isin(over, "appealing_verbs"):
        return []
    return [o for word, o in scene.tree.prepositions(over) if word in ("on", "upon", "to") and over < o < i]


def _standing_before(scene: Scene, i: int, over: int) -> list[int]:
    """In "resulted in six men being killed" the object of the preposition is who was killed."""
    tree = scene.tree
    auxiliary = tree.first(i, "auxpass")
    if auxiliary is None or auxiliary == 0 or tree.tag[auxiliary] != "VBG":
        return []
    noun = auxiliary - 1
    return [noun] if tree.dep[noun] == "pobj" and tree.head[tree.head[noun]] == over else []


def _complement(scene: Scene, i: int, depth: int) -> list[int]:
    """A clause without a subject of its own, not a full sentence, is controlled like an infinitive."""
    if scene.tree.tag[i] == "VB" and scene.tree.first(i, "aux") is None:
        return []  # "'Resign now', she said"
    if scene.tree.tag[i] in ("VB", "VBG"):
        return _controlled(scene, i, depth)
    return []


def _adverbial(scene: Scene, i: int, depth: int) -> list[int]:
    """Participles and infinitives of purpose have the main subject: "fired back, killing two"."""
    tree, over = scene.tree, scene.tree.head[i]
    if any(tree.lower[k] == "as" for k in tree.having(i, "mark")):
        return []  # "as predicted": what was predicted is the whole of it
    if fronted := [o for k in tree.having(i, "aux") if tree.lower[k] == "had" for o in tree.having(k, "dobj", "nsubj")]:
        return fronted  # "had turnout not collapsed", of which the parse made "had" a verb
    return subjects(scene, over, depth) if tree.verb(over) else []


def _after_preposition(scene: Scene, i: int, depth: int) -> list[int]:
    """In "accused them of sending": they send; "by sending": the subject does; "in exchange for sending": the taker."""
    tree = scene.tree
    preposition = tree.head[i]
    over = tree.head[preposition]
    if not tree.verb(over):
        return _of_noun(scene, preposition, over, depth)
    blames = preposition > over and tree.lower[preposition] in scene.lexicon.words["blaming_prepositions"]
    if blames and not is_passive(scene, over):
        above = objects(scene, over)
        if above:
            return above
    return subjects(scene, over, depth)


def _of_noun(scene: Scene, preposition: int, noun: int, depth: int) -> list[int]:
    tree = scene.tree
    if tree.lower[noun] in ("exchange", "return") and tree.lower[preposition] == "for":
        over = tree.head[tree.head[noun]]
        over = tree.head[over] if tree.dep[over] in ("dobj", "pobj") else over
        return takers(scene, over) if tree.verb(over) else []
    owner = tree.having(noun, "poss")
    if owner or tree.head[noun] == noun:
        return owner
    if tree.dep[noun] == "dobj" and tree.verb(tree.head[noun]):
        if scene.isin(tree.head[noun], "charging_words") or scene.isin(tree.head[noun], "clearing_words"):
            return [noun]  # "cleared her of bribing": the parse may hang the charge on her
        return subjects(scene, tree.head[noun], depth)
    return []


def takers(scene: Scene, i: int) -> list[int]:
    """Whom the verb gives something: "gave them missiles", "sent missiles to them"."""
    tree = scene.tree
    found = [k for k in tree.having(i, "dative") if tree.noun(k)]
    for k in tree.having(i, "dative", "prep"):
        if tree.lower[k] == "to" and not tree.noun(k):
            found += tree.having(k, "pobj")
    if not found and tree.first(i, "dobj") is not None and is_passive(scene, i):
        found = subjects(scene, i)
    nested = [o for d in tree.having(i, "dobj") for word, o in tree.prepositions(d) if word == "to" and scene.acts(o)]
    hidden = [name for d in tree.having(i, "dobj") if (name := scene.hidden_name(d)) is not None]
    return [antecedent(scene, k) for k in found or nested or hidden]


def _described(scene: Scene, i: int, depth: int) -> list[int]:
    """A participle's subject is the noun that it describes; an infinitive's is whoever has or does the noun."""
    tree = scene.tree
    noun = tree.head[i]
    if tree.tag[i] in ("VBG", "VBN", "VBD"):
        if tree.tag[i] == "VBN" and scene.isin(i, "transitive_verbs"):
            while tree.dep[noun] == "conj" and tree.noun(tree.head[noun]):
                noun = tree.head[noun]  # "two men and a woman killed": all of them were
        return [_real_subject(scene, noun, i)] if tree.noun(noun) else []
    if tree.tag[i] != "VB":
        return []
    owner = tree.having(noun, "poss")
    if owner:
        return owner
    if scene.isin(noun, "asking_nouns"):
        return []
    over = tree.head[noun]
    if tree.dep[noun] in ("dobj", "attr") and tree.verb(over) and not is_passive(scene, over):
        return subjects(scene, over, depth)
    return []


def _real_subject(scene: Scene, noun: int, verb: int) -> int:
    """The noun, or what stands beside a place right before the verb: "In Oslo, a patrol seized arms"."""
    if not scene.place(noun) or scene.state(noun):
        return noun
    beside = [k for k in reversed(scene.tree.having(noun, "appos", "conj")) if k < verb]
    right_before = verb - 1
    while right_before > noun and scene.tree.pos[right_before] in ("AUX", "ADV", "PART", "PUNCT"):
        right_before -= 1
    near = [*beside, right_before] if scene.tree.pos[right_before] == "NOUN" else beside
    return next((k for k in near if not scene.place(k) and not scene.isin(k, "place_words")), noun)


def _of_relative(scene: Scene, i: int, depth: int) -> list[int]:
    tree = scene.tree
    return [tree.head[i]] if tree.tag[i] in ("VBG", "VBN") else _described(scene, i, depth)


def is_aim(scene: Scene, i: int) -> bool:
    """Whether the verb only tells what for: "an operation to arrest him", "a raid aimed at capturing him"."""
    tree = scene.tree
    if tree.tag[i] == "VB":
        purpose = tree.dep[i] in ("acl", "advcl", "relcl") and any(tree.lower[k] == "to" for k in tree.having(i, "aux"))
        return purpose or (tree.dep[i] == "conj" and is_aim(scene, tree.head[i]))
    if tree.dep[i] != "pcomp":
        return False
    over = tree.head[tree.head[i]]
    return scene.isin(over, "aiming_words")


_RULES = {
    "conj": _shared,
    "xcomp": _controlled,
    "ccomp": _complement,
    "advcl": _adverbial,
    "pcomp": _after_preposition,
    "acl": _described,
    "relcl": _of_relative,
    "dep": _adverbial,
}
