"""What a governing word does to the predicate that it governs: a verb, a noun of saying or showing, an adjective."""

from generator.extraction.factuality.conditions import in_front
from generator.extraction.factuality.direct import purpose
from generator.extraction.factuality.own import own
from generator.extraction.factuality.stance import LEVEL, RANK, Stance
from generator.extraction.factuality.words import words
from generator.extraction.parse import Token

CLAUSES = frozenset({"ccomp", "csubj", "csubjpass"})
_TOLD_BY_NOUN = frozenset({"acl", "relcl", "ccomp"})
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
_BIDDING = frozenset({"tell", "warn", "remind", "say", "signal", "caution", "counsel", "write", "shout"})
# With an infinitive: "is certain to lose", "is free to leave".
_ADJECTIVES = {"due": "PR", "certain": "PR", "sure": "PR", "bound": "PR", "free": "Uu", "welcome": "Uu", "afraid": "Uu"}
_FEW = frozenset({"few", "little", "nobody", "none"})
_SCANT = frozenset({"little", "scant", "insufficient", "hardly", "scarcely"})
_LATER = frozenset({"schedule", "slate", "set", "refuse", "decline"})
_SETTLING = frozenset({"decide", "opt", "choose"})
_WARNING = frozenset({"warn", "caution", "advise", "counsel", "urge", "argue", "guard"})
# They were what the infinitive tells: "his mistake was to leave".
_BEING_DONE = frozenset(
    {"mistake", "error", "crime", "sin", "response", "reaction", "answer", "result", "effect", "consequence", "act"}
    | {"all", "what", "fate", "reward", "achievement", "fault"}
)
_ASSENT = frozenset({"agree", "decide"})  # With a clause they tell what is so; with an infinitive, what shall be.
_CEASING = frozenset({"stop", "halt", "quit"})  # Who stops doing something did it.
NEEDING = frozenset({"need", "require", "necessitate", "recommend"})
_OBJECTS = frozenset(
    {"want", "plan", "seek", "demand", "propose", "consider", "fear", "expect", "threaten", "promise", "recommend"}
)


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
    if in_front(above):
        return "Uu"  # "were they to attack", "had they attacked"
    if here.dep_ == "xcomp" and (idiom := _idiom(above, here)) is not None:
        return idiom
    if here.dep_ == "xcomp" and purpose(here) and (_is_aim(above) or lemma in words().striving):
        return "Uu"
    noun = above.pos_ == "NOUN" or above.dep_ in ("dobj", "pobj")
    if noun and here.dep_ in _TOLD_BY_NOUN and (named := _of_noun(above, here)) is not None:
        return named
    says = here.dep_ == "xcomp" and purpose(here) and here.lemma_.lower() in words().neutral
    if (here.dep_ in CLAUSES or says) and (adjective := of_adjective(above)):
        return adjective  # "it is false that it sank", "it is wrong to say that it sank"
    return by_governor(above, here)


def is_there_anyway(noun: Token) -> bool:
    """Whether a known thing is there, whatever is done to it or not: `denied breaking the truce`."""
    over = noun.head
    if noun.dep_ not in ("dobj", "pobj") or not is_definite(noun):
        return False
    key = over.lemma_.lower()
    undone = (key in words().undoing and key not in words().rejecting) or key in _BRINGING or key in _OBJECTS
    return not undone and over.lower_ not in ("without", "against") and over.head.lemma_.lower() not in words().evidence


def by_governor(above: Token, here: Token) -> str:
    """What a verb, or a noun that is the cue, does to what stands under it."""
    key, effect = _alone(above, here)
    if here.dep_ == "prep":
        return _through(key, effect, here)
    if key in _CEASING and _ceases(above, here):
        return ""  # who never stopped doing it did it, too
    at = own(above, Stance(), without=here)
    if not at.positive and here.dep_ == "dobj" and not effect and is_definite(here) and key not in _BRINGING:
        return ""  # who did not attend the summit leaves it standing
    if not at.positive or (here.dep_ in CLAUSES and _by_few(above)):
        unknown = here.dep_ in CLAUSES and not effect and above.lemma_ != "be"
        return "Uu" if unknown else _negated(effect, key)  # "was not persuaded that it was so"
    # "May be that it was so" is no surer than its "may".
    passes = here.dep_ in ("xcomp", "acomp", "attr", "dobj") or (here.dep_ == "ccomp" and above.lemma_ == "be")
    if at.rank < RANK["CT"] and passes:
        return LEVEL[min(at.rank, Stance().under(effect, above).rank)] + ("-" if effect.endswith("-") else "")
    if here.dep_ in CLAUSES and (at.rank == 0 or (at.rank == RANK["PS"] and key in words().neutral)):
        return "Uu"  # who may say so has not said it yet
    return effect


def _alone(above: Token, here: Token) -> tuple[str, str]:
    """The governor as it is looked up, and what it does where nothing stands at itself."""
    key, effect = words().governor(above, here)
    if effect == "-" and above.pos_ == "NOUN" and above.dep_ in ("dobj", "nsubjpass"):
        effect = "Uu" if above.head.lemma_.lower() in words().quashing else effect  # "voided a ban on selling it"
    if here.dep_ in CLAUSES and key in words().disputing:
        return key, "-"
    bare = any(c.dep_ == "aux" and c.lower_ == "to" for c in here.children)
    if bare and key in _BIDDING and here.dep_ in ("xcomp", "ccomp"):
        return key, "Uu"  # "told them to leave"
    if key in _ASSENT and here.dep_ == "ccomp":
        return key, ""
    if here.dep_ == "dobj" and above.pos_ == "VERB" and key in NEEDING and not is_definite(here):
        return key, "Uu"  # "needs repair"
    if here.dep_ == "dobj" and above.pos_ == "VERB" and key not in _OBJECTS and effect != "PR-":
        bare = not is_definite(here) and not any(c.dep_ in _TOLD_BY_NOUN or c.dep_ == "prep" for c in here.children)
        open_ = key in words().unrealized and bare
        return key, "Uu" if open_ else words().undoing.get(key, "")
    return key, effect


def _ceases(above: Token, here: Token) -> bool:
    """`Stopped shelling the town`, but not `stopped him leaving`."""
    return here.dep_ == "xcomp" and here.tag_ == "VBG" and not any(c.dep_ == "dobj" for c in above.children)


def _through(key: str, effect: str, preposition: Token) -> str:
    """What a governor does through a preposition; what is fought or denied is told elsewhere."""
    if preposition.lower_ == "to" and any(c.dep_ == "intj" and c.lower_ == "no" for c in preposition.head.children):
        return "Uu"  # "said no to closing it"
    if preposition.lower_ == "against" or _denies_through(preposition):
        return ""
    # "Did not comment on the attack", "asked about the fire" say nothing about whether it took place.
    return "" if " " not in key and _is_aside(preposition) else effect


def _denies_through(preposition: Token) -> bool:
    return any(rejecter_of(c) for c in preposition.children if c.dep_ == "pobj")


def _is_aim(copula: Token) -> bool:
    """`The plan is to close the mine`: what the subject aims at need not come about."""
    if copula.lemma_ != "be":
        return False
    return any(
        c.dep_ == "nsubj" and words().governors.get(c.lemma_.lower()) in ("Uu", "PS", "PR") for c in copula.children
    )


def _is_to(copula: Token) -> bool:
    """`The minister is to visit Oslo`: it is arranged; `his mistake was to leave` says what it was."""
    if copula.lemma_ != "be" or any(c.dep_ in ("attr", "acomp", "advmod") for c in copula.children):
        return False
    subject = next((c for c in copula.children if c.dep_ in ("nsubj", "csubj")), None)
    return subject is not None and subject.dep_ == "nsubj" and subject.lemma_.lower() not in _BEING_DONE


def _is_aside(preposition: Token) -> bool:
    """Whether what stands behind a preposition is a circumstance, or known: `after talks`, `about the fire`."""
    if preposition.lower_ in ("about", "over"):
        return any(c.dep_ == "pobj" and is_definite(c) for c in preposition.children)
    return preposition.lower_ in _ASIDE


def _idiom(above: Token, here: Token) -> str | None:
    """`has yet to leave`, `is too weak to leave`, `is said to have left`; None where it is none of these."""
    yet = any(c.dep_ == "advmod" and c.lower_ in ("yet", "still") for c in above.children)
    if yet and above.lemma_ in ("have", "be"):
        return "-"
    if above.lemma_ == "go" and any(c.lower_ in ("was", "were") for c in above.children):
        return "Uu"  # who was going to leave may have stayed
    if above.lemma_ in ("remain", "escape"):
        return "-"  # what remains to be done is not done, and who escaped being killed was not
    if _is_to(above) and not _is_aim(above):
        # "Was to have left" does not tell whether he did.
        return "Uu" if any(c.dep_ == "aux" and c.lower_ == "have" for c in here.children) else "PR"
    if above.pos_ == "ADJ":
        too = any(c.dep_ == "advmod" and c.lower_ == "too" for c in above.children)
        return "-" if too else _ADJECTIVES.get(above.lower_)
    if any(c.dep_ == "auxpass" for c in above.children) and own(above, Stance()).positive:
        return words().passives.get(above.lemma_.lower())
    return None


def _of_noun(noun: Token, here: Token) -> str | None:
    """What a noun of saying or showing does to the clause that tells what it says; None for other nouns."""
    lemma = noun.lemma_.lower()
    denied = not own(noun, Stance()).positive
    if lemma == "doubt" and denied:
        return ""
    if purpose(here) or (here.dep_ == "acl" and here.tag_ == "VBN" and not _is_clause(here)):
        return None  # "a report published in May": the noun does not say so
    if lemma in words().falsehoods and (here.dep_ in ("acl", "ccomp") or named_by(here)):
        return "" if denied else "-"
    rejecter = rejecter_of(noun) if lemma in words().claims | words().ideas else ""
    if rejecter in words().retracting:
        return "Uu"
    if rejecter:
        return "" if rejecter in words().undoing else "-"
    if lemma in words().claims:
        return "Uu"
    if lemma in words().evidence and any(c.lower_ in ("that", "of") for c in here.children):
        return "Uu" if denied or is_missing(noun) else "PR"
    return None


def _is_clause(here: Token) -> bool:
    return any(c.dep_ in ("mark", "nsubj", "nsubjpass") for c in here.children)


def named_by(here: Token) -> bool:
    """`A report in the paper that she left`: the noun says what the clause is, though the parse made it a relative."""
    if here.dep_ != "relcl" or here.head.lemma_.lower() not in words().telling:
        return False
    first = here.left_edge
    return first.lower_ == "that" and first.dep_ in ("mark", "dobj") and any(c.dep_ == "nsubj" for c in here.children)


def rejecter_of(noun: Token) -> str:
    """The word that says of a noun of saying that it is not so: `denied a report that`, `pushed back on claims that`.

    Empty where there is none, or where it is itself denied.
    """
    over, behind = noun.head, ""
    if noun.dep_ == "pobj":
        over, behind = noun.head.head, f" {noun.head.lower_}"
    elif noun.dep_ not in ("dobj", "nsubjpass"):
        return ""
    lemma = over.lemma_.lower()
    particles = [c.lower_ for c in over.children if c.dep_ in ("prt", "advmod") and over.i < c.i < noun.i]
    keys = [lemma + behind, *(f"{lemma} {p}{behind}" for p in particles)]
    found = next((k for k in keys if k in words().rejecting), "")
    return found if found and own(over, Stance()).positive else ""


def is_missing(noun: Token) -> bool:
    """`without evidence that`, `the lack of proof that`, `no sign of`, `found no trace of`, `little proof that`."""
    over = noun.head
    if any(c.dep_ in ("amod", "det", "advmod") and c.lower_ in _SCANT for c in noun.children):
        return noun.left_edge.lower_ != "a"
    if over.lower_ in ("without", "of") and over.head.lemma_.lower() in ("lack", "absence"):
        return True
    return over.lower_ == "without" or not own(noun, Stance()).positive


def of_adjective(above: Token) -> str:
    """`It is false that ...`, `it was not clear whether ...`, `it is a lie that ...`."""
    found = next((c for c in above.children if c.dep_ in ("acomp", "attr")), None)
    if found is None or above.lemma_ not in ("be", "seem", "appear", "remain", "become", "look"):
        return ""
    denied = any(c.dep_ == "neg" for c in above.children)
    if found.lower_ in words().truths or found.lemma_.lower() in words().falsehoods:
        return "-" if denied == (found.lower_ in words().truths) else ""
    if found.pos_ != "ADJ":
        return ""
    return "Uu" if denied else adjective_effect(found)


def opposed(preposition: Token, here: Token) -> str:
    """What `against` does: `decided against leaving`, `warned against closing it`, `advised against travel`."""
    verb = preposition.head
    if here.dep_ == "pcomp":
        return "-" if verb.lemma_.lower() in _SETTLING and own(verb, Stance()).positive else "Uu"
    return "Uu" if verb.lemma_.lower() in _WARNING and not is_definite(here) else ""


def is_to_come(verb: Token) -> bool:
    """Whether the infinitive under the verb tells of what comes after: `agreed on Monday to send troops`."""
    lemma = verb.lemma_.lower()
    return lemma in _LATER or (lemma != "target" and words().governors.get(lemma, "")[:2] in ("Uu", "PR", "PS"))


def _by_few(above: Token) -> bool:
    subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    few = any(c.dep_ == "amod" and c.lower_ == "few" for c in subject.children)
    return subject.lower_ in _FEW or (few and subject.left_edge.lower_ != "a")


def _negated(effect: str, key: str) -> str:
    """The effect of a governor that is itself denied: who did not fail did, who did not say leaves it open."""
    if key in words().open_if_not or key == "have":
        return "Uu"  # who did not have to, may have
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
