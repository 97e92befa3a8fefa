"""Where a happening is said to be: the names of places in its clause."""

from generator.extraction.events.scene import Scene

_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "to",
        "into",
        "outside",
        "inside",
        "across",
        "throughout",
        "around",
        "within",
        "along",
        "off",
        "over",
    }
)
_DEEPEST = 5


def places(scene: Scene, i: int, depth: int = 0) -> list[int]:
    """Names of places after "in", "at", "to" in the clause, also deeper in: "at a conference in Oslo"."""
    tree, found = scene.tree, []
    for k in tree.kids[i]:
        if tree.dep[k] == "prep":
            for o in tree.having(k, "pobj"):
                addressed = tree.lower[k] == "to" and (scene.isin(i, "voicing_verbs") or scene.isin(i, "losing_verbs"))
                found += _place_at(scene, o) if tree.lower[k] in _WHERE and not addressed else []
                found += places(scene, o, depth + 1) if depth < _DEEPEST else []
        elif tree.dep[k] in ("dobj", "dative", "advmod", "conj") and not tree.verb(k) and depth < _DEEPEST:
            found += places(scene, k, depth + 1)
    return found


def _place_at(scene: Scene, o: int) -> list[int]:
    tree = scene.tree
    near = [o, *(a for c in tree.conjuncts(o) for a in tree.having(c, "appos", "npadvmod"))]
    return [p for p in near if scene.place(p)]
