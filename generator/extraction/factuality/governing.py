"""What a governing word does to the predicate that it governs: a verb, a noun of saying or showing, an adjective."""

from generator.extraction.factuality.own import own, purpose
from generator.extraction.factuality.stance import LEVEL, Stance
from generator.extraction.factuality.words import words
from generator.extraction.parse import Token

CLAUSES = frozenset({"ccomp", "csubj", "csubjpass"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
# Behind these stand the circumstances, not what is wanted or feared.
_ASIDE = frozenset({"after", "before", "during", "since", "following", "amid", "because", "due"})
# Who did not do these to a happening kept it from being one: "did not launch the attack".
_BRINGING = frozenset(
    {
        "make",
        "do",
        "launch",
        "carry",
        "conduct",
        "start",
        "begin",
        "stage",
        "commit",
        "cause",
        "hold",
        "perpetrate",
        "mount",
    }
    | {
        "give",
        "take",
        "get",
        "have",
        "see",
        "sign",
        "reach",
        "order",
        "plan",
        "lead",
        "win",
        "complete",
        "finish",
        "achieve",
    }
    | {"pay", "provide", "issue", "file", "place", "perform", "deliver", "carry out", "execute", "organize", "organise"}
)
_ASSENT = frozenset({"agree", "decide"})  # With a clause they tell what is so; with an infinitive, what shall be.
_CEASING = frozenset({"stop", "halt", "quit"})  # Who stops doing something did it.
_OBJECTS = frozenset({"want", "plan", "seek", "demand", "propose", "consider", "fear", "expect", "threaten", "promise"})


def adjective_effect(c: Token) -> str:
    """What an adjective does to what is said to be so: `false`, `unlikely`."""
    return "PR-" if c.lower_ in words().unlikely else words().adjectives.get(c.lower_, "")


def is_definite(noun: Token) -> bool:
    """Whether a noun speaks of what is known to be there: `the`, `this`, `its`."""
    return any((c.dep_ == "det" and c.lower_ in _KNOWN) or c.dep_ == "poss" for c in noun.children)


def effect_of(above: Token, here: Token) -> str:
    """What a governing word does to what stands under it, its own negation and modality included."""
    lemma = above.lemma_.lower()
    if lemma in words().factive and here.dep_ in ("ccomp", "dobj"):
        return ""
    if here.dep_ == "xcomp" and (idiom := _idiom(above)) is not None:
        return idiom
    if here.dep_ == "xcomp" and purpose(here) and _is_aim(above):
        return "Uu"
    if above.pos_ == "NOUN" and here.dep_ in ("acl", "relcl") and (named := _of_noun(above, here)) is not None:
        return named
    says = here.dep_ == "xcomp" and purpose(here) and here.lemma_.lower() in words().neutral
    if (here.dep_ in CLAUSES or says) and (adjective := of_adjective(above)):
        return adjective  # "it is false that it sank", "it is wrong to say that it sank"
    return by_governor(above, here)


def by_governor(above: Token, here: Token) -> str:
    """What a verb, or a noun that is the cue, does to what stands under it."""
    key, effect = words().governor(above, here)
    if key in _ASSENT and here.dep_ == "ccomp":
        effect = ""
    if key in _CEASING and here.dep_ == "xcomp" and here.tag_ == "VBG":
        effect = ""
    if here.dep_ == "dobj" and above.pos_ == "VERB" and key not in _OBJECTS and effect != "PR-":
        effect = words().undoing.get(key, "")
    if here.dep_ == "prep":
        # "Did not comment on the attack", "asked about the fire" say nothing about whether it took place.
        return "" if " " not in key and _is_aside(here) else effect
    at = own(above, Stance(), without=here)
    if not at.positive and here.dep_ == "dobj" and not effect and is_definite(here) and key not in _BRINGING:
        return ""  # who did not attend the summit leaves it standing
    if not at.positive:
        return _negated(effect, key)
    # "May be that it was so" is no surer than its "may".
    passes = here.dep_ in ("xcomp", "acomp", "attr", "dobj") or (here.dep_ == "ccomp" and above.lemma_ == "be")
    if at.rank < 3 and passes:
        return LEVEL[min(at.rank, Stance().under(effect, above).rank)] + ("-" if effect.endswith("-") else "")
    if here.dep_ in CLAUSES and _by_few(above):
        return _negated(effect, key)
    return effect


def _is_aim(copula: Token) -> bool:
    """`The plan is to close the mine`: what the subject aims at need not come about."""
    if copula.lemma_ != "be":
        return False
    return any(
        c.dep_ == "nsubj" and words().governors.get(c.lemma_.lower()) in ("Uu", "PS", "PR") for c in copula.children
    )


def _is_aside(preposition: Token) -> bool:
    """Whether what stands behind a preposition is a circumstance, or known: `after talks`, `about the fire`."""
    if preposition.lower_ in ("about", "over"):
        return any(c.dep_ == "pobj" and is_definite(c) for c in preposition.children)
    return preposition.lower_ in _ASIDE


def _idiom(above: Token) -> str | None:
    """`has yet to leave`, `is too weak to leave`, `is said to have left`; None where it is none of these."""
    if any(c.dep_ == "advmod" and c.lower_ in ("yet", "still") for c in above.children) and above.lemma_ in (
        "have",
        "be",
    ):
        return "-"
    if above.lemma_ == "remain":
        return "-"  # what remains to be done is not done
    if above.pos_ == "ADJ" and any(c.dep_ == "advmod" and c.lower_ == "too" for c in above.children):
        return "-"
    if any(c.dep_ == "auxpass" for c in above.children) and own(above, Stance()).positive:
        return words().passives.get(above.lemma_.lower())
    return None


def _of_noun(noun: Token, here: Token) -> str | None:
    """What a noun of saying or showing does to the clause that tells what it says; None for other nouns."""
    lemma = noun.lemma_.lower()
    denied = not own(noun, Stance()).positive
    if lemma == "doubt" and denied:
        return ""
    if lemma in words().claims and not purpose(here):
        rejecter = noun.head.lemma_.lower() if noun.dep_ == "dobj" else ""
        if rejecter in words().rejecting:
            return "" if rejecter in words().undoing else "-"
        return "Uu"
    if lemma in words().evidence and any(c.lower_ in ("that", "of") for c in here.children):
        return "Uu" if denied or is_missing(noun) else "PR"
    return None


def is_missing(noun: Token) -> bool:
    """`without evidence that`, `the lack of proof that`, `no sign of`, `found no trace of`."""
    over = noun.head
    if over.lower_ in ("without", "of") and over.head.lemma_.lower() in ("lack", "absence"):
        return True
    return over.lower_ == "without" or not own(noun, Stance()).positive


def of_adjective(above: Token) -> str:
    """`It is false that ...`, `it was not clear whether ...`."""
    found = next((c for c in above.children if c.dep_ in ("acomp", "attr") and c.pos_ == "ADJ"), None)
    if found is None or above.lemma_ not in ("be", "seem", "appear", "remain", "become", "look"):
        return ""
    effect = adjective_effect(found)
    return "Uu" if any(c.dep_ == "neg" for c in above.children) else effect


def _by_few(above: Token) -> bool:
    subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lower_ in ("few", "little", "nobody", "none")


def _negated(effect: str, key: str) -> str:
    """The effect of a governor that is itself denied: who did not fail did, who did not say leaves it open."""
    if key in words().open_if_not:
        return "Uu"
    if key in words().able:
        return "-"  # who was not able to do it did not
    if effect == "-":
        return ""
    if effect == "PR-":
        return "PR"
    if effect == "PR":
        return "PR-"  # "do not believe that" is told as "believe that not"
    if effect in ("PS", "Uu") or key in words().neutral:
        return "Uu"
    return "-"
