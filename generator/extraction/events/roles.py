"""Who takes part in a happening: agent, patient, recipient and place, as heads of noun phrases."""

from dataclasses import dataclass, field

from generator.extraction.events import clauses
from generator.extraction.events.places import places
from generator.extraction.events.scene import Predicate, Scene
from generator.model import EventType

_WITH_PATIENT = frozenset({EventType.CONSULT, EventType.COOPERATE, EventType.ASSAULT, EventType.OTHER})
_HOSTILE = frozenset(
    {EventType.SANCTION, EventType.ASSAULT, EventType.THREATEN, EventType.ACCUSE, EventType.COERCE, EventType.MOBILIZE}
)
_TARGETS = frozenset({"against", "on", "upon", "at"})
_WHERE_NAMED = frozenset({EventType.ASSAULT, EventType.PROTEST})  # "the London bombing", "the Ukraine war"


@dataclass(slots=True, kw_only=True)
class Roles:
    """Tokens that head the participants, by role; filled by the rules, then read once."""

    agent: list[int] = field(default_factory=list)
    patient: list[int] = field(default_factory=list)
    recipient: list[int] = field(default_factory=list)
    place: list[int] = field(default_factory=list)


def roles_of(scene: Scene, predicate: Predicate) -> Roles:
    """The participants of the happening."""
    return _of_noun(scene, predicate) if predicate.nominal else _of_verb(scene, predicate)


def _of_verb(scene: Scene, predicate: Predicate) -> Roles:
    i = predicate.at
    subject, things = clauses.subjects(scene, i), clauses.objects(scene, i)
    roles = Roles()
    if not clauses.is_passive(scene, i):
        roles.agent, roles.patient = subject, things or _gap(scene, i, subject)
    else:
        by = [o for at in (i, *things) for word, o in scene.tree.prepositions(at) if word == "by"]
        roles.agent = [clauses.antecedent(scene, o) for o in _doers(scene, by)]
        if things:
            roles.recipient, roles.patient = subject, things
        else:
            roles.patient = subject
    if scene.isin(i, "answering_verbs") and _is_whole_clause(scene, i):
        roles.patient = []
    if scene.isin(i, "undergoing_verbs"):
        roles.agent, roles.patient = [], roles.agent + roles.patient
    _undergone(scene, i, roles)
    _companions(scene, i, roles)
    _hand_over(scene, predicate, roles)
    _prepositions(scene, predicate, roles)
    roles.place += [p for p in places(scene, i) if p not in roles.recipient]
    _visited(scene, predicate, roles)
    return roles


def _is_whole_clause(scene: Scene, i: int) -> bool:
    """Whether "which" stands for all that was said before: "accused them of theft, which they denied"."""
    tree = scene.tree
    return any(tree.lower[k] == "which" and tree.lower[k - 1] == "," for k in tree.having(i, "dobj") if k)


def _undergone(scene: Scene, i: int, roles: Roles) -> None:
    """In "two million copies sold" the copies sell nothing."""
    if roles.patient or not roles.agent or not scene.isin(i, "making_verbs"):
        return
    if not any(
        scene.acts(a) or scene.person(a) or scene.isin(a, "forces") or scene.tree.pos[a] == "PRON" for a in roles.agent
    ):
        roles.agent, roles.patient = [], roles.agent


def _doers(scene: Scene, by: list[int]) -> list[int]:
    """Who stands behind "by": of several, those who can act ("killed by mistake by soldiers")."""
    tree = scene.tree
    found = [o for o in by if not tree.verb(o) and o not in scene.dated and tree.first(tree.head[o], "neg") is None]
    acting = [o for o in found if scene.acts(o) or scene.person(o) or scene.isin(o, "forces")]
    if acting and len(acting) < len(found):
        return acting
    return [o for o in found if tree.kids[o] or not scene.isin(o, "manners")]


def _companions(scene: Scene, i: int, roles: Roles) -> None:
    """After "along with": whoever is named so shares the role of who is of the kind, whom the verb is done to first."""
    last = roles.patient or roles.agent
    found = [o for at in (i, *last) for word, o in scene.tree.prepositions(at) if word in ("along", "together")]
    for o in found:
        with_agent = scene.acts(o) and not any(scene.person(p) for p in roles.patient)
        (roles.agent if with_agent and roles.agent else last).append(o)


def _gap(scene: Scene, i: int, subject: list[int]) -> list[int]:
    """What a relative clause leaves out: "the missiles Ruritania sent"."""
    tree = scene.tree
    if tree.dep[i] != "relcl" or tree.first(i, "nsubj") is None:
        return []
    noun = tree.head[i]
    adverbial = scene.isin(noun, "adverbial_nouns") or any(tree.tag[k] == "WRB" for k in tree.kids[i])
    stranded = any(tree.first(k, "pobj", "pcomp") is None for k in tree.having(i, "prep"))
    owned = any(tree.lower[o] == "whose" for k in tree.having(i, "nsubj") for o in tree.kids[k])
    return [] if adverbial or stranded or owned or noun in subject else [noun]


def _hand_over(scene: Scene, predicate: Predicate, roles: Roles) -> None:
    """Recipients of giving; the two ways of "provide"; receiving, which is giving seen from its end."""
    i, tree = predicate.at, scene.tree
    if not roles.recipient:
        found = clauses.takers(scene, i) if _gives(scene, predicate) else _dative(scene, i)
        roles.recipient = [k for k in found if tree.tag[k] not in ("WP", "WDT", "CD")]
    given = [o for word, o in tree.prepositions(i) if word == "with"]
    charged = predicate.type is EventType.ACCUSE
    if scene.isin(i, "equipping_verbs") and given and roles.patient and not roles.recipient and not charged:
        roles.recipient, roles.patient = roles.patient, given
    if not roles.recipient and not clauses.is_passive(scene, i) and scene.isin(i, "granting_verbs"):
        _part_recipient(scene, roles)
    if scene.isin(i, "receiving_verbs") and not clauses.is_passive(scene, i):
        giver = [o for word, o in tree.prepositions(i) if word == "from"]
        giver += [o for d in roles.patient for word, o in tree.prepositions(d) if word == "from" and scene.acts(o)]
        if giver or predicate.type is EventType.AID:
            roles.recipient, roles.agent = roles.agent, giver


def _part_recipient(scene: Scene, roles: Roles) -> None:
    """In "gave North Korea missiles" the model often reads one noun phrase, in "give North Korea" an object."""
    for thing in roles.patient:
        mention = scene.mention[thing]
        if scene.acts(thing) and mention is not None and mention.actor is not None:
            roles.patient, roles.recipient = [], [thing]
            return
        hidden = scene.hidden_name(thing)
        if hidden is not None:
            roles.recipient = [hidden]
            return


def _gives(scene: Scene, predicate: Predicate) -> bool:
    giving = scene.lexicon.words["giving_verbs"]
    return predicate.lemma in giving or predicate.key in giving


def _dative(scene: Scene, i: int) -> list[int]:
    return [k for k in scene.tree.having(i, "dative") if scene.tree.noun(k)]


def _prepositions(scene: Scene, predicate: Predicate, roles: Roles) -> None:
    """Partners after "with", targets after "on" or "against", addressees after "to", and the key's own preposition."""
    own = predicate.key.partition(" ")[2]
    for word, o in scene.tree.prepositions(predicate.at):
        if word == own and not roles.patient:
            roles.patient = [o]
        elif word == "with" and scene.acts(o) and predicate.type is EventType.AGREE:
            roles.recipient.append(o)
        elif not roles.patient and _done_to(scene, predicate, word, o):
            roles.patient = [o]
        elif _done_for(scene, predicate, roles, word, o):
            roles.recipient.append(o)
    _targets_of_object(scene, predicate, roles)


def _done_to(scene: Scene, predicate: Predicate, word: str, o: int) -> bool:
    partner = word == "with" and scene.acts(o) and predicate.type in _WITH_PATIENT
    return partner or word == "against"


def _done_for(scene: Scene, predicate: Predicate, roles: Roles, word: str, o: int) -> bool:
    if word == "to":
        return not roles.recipient and _addressed(scene, predicate, o)
    targeted = word in ("on", "against") and bool(roles.patient) and scene.acts(o)
    return targeted and predicate.type in _HOSTILE


def _addressed(scene: Scene, predicate: Predicate, o: int) -> bool:
    if scene.isin(predicate.at, "losing_verbs"):
        return scene.acts(o) and not (predicate.lemma == "fall" and scene.isin(o, "place_words"))
    typed = predicate.type not in (EventType.OTHER, EventType.CONSULT)
    return typed and scene.acts(o) and not (scene.place(o) and not scene.state(o))


def _targets_of_object(scene: Scene, predicate: Predicate, roles: Roles) -> None:
    """Of "launched an attack on them", "signed a treaty with them": the object's partner is the event's."""
    if predicate.type is EventType.OTHER or roles.recipient:
        return
    wanted = {"with"} if predicate.type in (EventType.AGREE, EventType.CONSULT, EventType.COOPERATE) else _TARGETS
    for thing in roles.patient:
        if scene.lexicon.nouns.get(scene.tree.lemma[thing]) is predicate.type:
            roles.recipient += [o for w, o in scene.tree.prepositions(thing) if w in wanted and scene.acts(o)]
            if predicate.type in (EventType.AGREE, EventType.CONSULT):
                both = [o for w, o in scene.tree.prepositions(thing) if w == "between"]
                roles.agent = roles.agent or both


def _visited(scene: Scene, predicate: Predicate, roles: Roles) -> None:
    """What is visited is a place; a state is also who is visited."""
    if predicate.key in ("visit", "tour", "travel to"):
        roles.place += [p for p in roles.patient if scene.place(p) and p not in roles.place]
        roles.patient = [p for p in roles.patient if scene.state(p) or not scene.place(p)]


def _of_noun(scene: Scene, predicate: Predicate) -> Roles:
    i, tree = predicate.at, scene.tree
    roles = Roles()
    undergone = scene.isin(i, "undergoing_nouns")
    owners = [antecedent_owner(scene, k) for k in tree.having(i, "poss")]
    if undergone and not any(word == "of" for word, _ in tree.prepositions(i)):
        roles.patient = list(owners)  # but "the soldier's killing of a nurse" is his doing
    else:
        roles.agent = list(owners)
    for word, o in tree.prepositions(i):
        _noun_preposition(scene, predicate, roles, word, o)
    _undergoing_owner(scene, i, owners, roles)
    _modifiers(scene, predicate, roles)
    if not roles.agent and not undergone:
        roles.agent = _supported(scene, i) or _gathered(scene, i)
    if predicate.type is EventType.SANCTION and not roles.patient:
        roles.patient = _bearers(scene, i)
    if not roles.recipient and scene.isin(i, "handing_nouns"):
        roles.recipient = _torn_off(scene, i)
    roles.place += [p for p in places(scene, i) if p not in roles.recipient]
    return roles


def _undergoing_owner(scene: Scene, i: int, owners: list[int], roles: Roles) -> None:
    """In "Norway's invasion by Ruritania" the owner is who is invaded."""
    by = [o for word, o in scene.tree.prepositions(i) if word == "by" and (scene.acts(o) or scene.person(o))]
    if owners and by and not roles.patient:
        roles.agent, roles.patient = by, owners


def _gathered(scene: Scene, i: int) -> list[int]:
    """In "Berg spoke during a ceremony" she took part in the ceremony."""
    tree = scene.tree
    preposition = tree.head[i]
    if not scene.isin(i, "gathering_nouns") or tree.dep[i] != "pobj" or tree.lower[preposition] not in ("during", "at"):
        return []
    over = tree.head[preposition]
    if tree.noun(over) and tree.dep[over] in ("dobj", "pobj"):
        over = tree.head[over] if tree.dep[over] == "dobj" else tree.head[tree.head[over]]
    if not tree.verb(over) or clauses.is_passive(scene, over):
        return []
    return [s for s in clauses.subjects(scene, over) if scene.acts(s) and not scene.place(s)]


def _bearers(scene: Scene, i: int) -> list[int]:
    """Whom it weighs on: who "is under sanctions", "is under a raft of sanctions", "faces sanctions"."""
    tree, at = scene.tree, i
    if tree.dep[at] == "pobj" and tree.lower[tree.head[at]] == "of":
        at = tree.head[tree.head[at]]
    over = tree.head[at]
    if tree.dep[at] == "pobj" and tree.lower[over] == "under":
        over = tree.head[over]
    elif tree.dep[at] != "dobj" or scene.isin(over, "stative_verbs"):
        return []
    bears = tree.verb(over) and scene.isin(over, "bearing_verbs") and not clauses.is_passive(scene, over)
    return clauses.subjects(scene, over) if bears else []


def _torn_off(scene: Scene, i: int) -> list[int]:
    """In "voiced worries about transfers of arms to Norway" the parse may hang the recipient on the verb."""
    tree, at = scene.tree, i
    while not tree.verb(at) and tree.head[at] != at:
        at = tree.head[at]
    if not scene.isin(at, "voicing_verbs"):
        return []
    return [o for word, o in tree.prepositions(at) if word == "to" and o > i and scene.state(o)]


def antecedent_owner(scene: Scene, i: int) -> int:
    """The owner; "whose" is the noun that its clause describes."""
    tree = scene.tree
    if tree.lower[i] != "whose":
        return i
    at = i
    while tree.head[at] != at and tree.dep[at] != "relcl":
        at = tree.head[at]
    return tree.head[at]


def _noun_preposition(scene: Scene, predicate: Predicate, roles: Roles, word: str, o: int) -> None:
    i = predicate.at
    if word == "of":
        acting = scene.isin(i, "acting_of_nouns") or predicate.type is EventType.CONSULT
        if not (acting and scene.tree.lemma[o] in scene.lexicon.nouns):  # "the threat of war"
            (roles.agent if acting else roles.patient).append(o)
    elif word in ("by", "between") or (
        word == "from" and scene.acts(o) and (scene.isin(i, "giving_nouns") or predicate.type is EventType.AID)
    ):
        roles.agent.append(o)
    elif word == "with" and predicate.type is EventType.AGREE:
        roles.recipient.append(o)
    elif _befalls(scene, predicate, roles, word, o):
        roles.patient.append(o)
    elif word == "to" and scene.acts(o) and scene.isin(i, "giving_nouns"):
        roles.recipient.append(o)
    elif word == "to" and scene.state(o) and predicate.type is EventType.CONSULT:
        roles.patient.append(o)


def _befalls(scene: Scene, predicate: Predicate, roles: Roles, word: str, o: int) -> bool:
    """Whether who stands behind the preposition undergoes it: "talks with", "attack on"; not "attack with knives"."""
    if word == "with":
        return predicate.type is not EventType.ASSAULT or not scene.isin(o, "means")
    if word not in _TARGETS or roles.patient or predicate.type is EventType.OTHER:
        return False
    return word == "against" or scene.acts(o) or scene.place(o)


def _modifiers(scene: Scene, predicate: Predicate, roles: Roles) -> None:
    """Of "Ruritanian transfers", "UN sanctions": who does it; "troop deployment": what it is done to."""
    tree = scene.tree
    for k in tree.having(predicate.at, "amod", "compound", "nmod"):
        if scene.acts(k) and not scene.for_or_against(k):
            if scene.place(k) and _names_where(scene, predicate, k):
                roles.place.append(k)
            elif not roles.agent and not _either(scene, predicate, k):
                roles.agent = [k]
        elif scene.isin(k, "regional_adjectives") and predicate.type is EventType.SANCTION and not roles.agent:
            roles.agent = [k]
        elif tree.dep[k] == "compound" and not roles.patient and _takes_compound(scene, predicate, k):
            roles.patient = [k]


def _names_where(scene: Scene, predicate: Predicate, k: int) -> bool:
    """Whether a place before the noun is where it happens: "the London bombing", but not "a U.S. strike"."""
    word = scene.reading.doc[k].text
    short = word.replace(".", "").isupper()
    happens = predicate.type in _WHERE_NAMED or scene.isin(predicate.at, "visiting_nouns")
    return scene.tree.dep[k] == "compound" and happens and not short


def _either(scene: Scene, predicate: Predicate, k: int) -> bool:
    """Whether a name before the noun may tell who does it as well as what it is done to: "the Northwind takeover"."""
    return scene.tree.dep[k] == "compound" and scene.isin(predicate.at, "trading_nouns") and not scene.place(k)


def _takes_compound(scene: Scene, predicate: Predicate, k: int) -> bool:
    if scene.tree.lemma[k] in scene.lexicon.nouns:
        return False
    moved = predicate.type in (EventType.MOBILIZE, EventType.AID, EventType.YIELD)
    return (moved or scene.isin(predicate.at, "handing_nouns")) and scene.tree.pos[k] == "NOUN"


def _supported(scene: Scene, i: int) -> list[int]:
    """In "conducted an operation" who does the verb does the noun."""
    tree = scene.tree
    over = tree.head[i]
    if tree.dep[i] != "dobj" or not scene.isin(over, "light_verbs") or clauses.is_passive(scene, over):
        return []
    return clauses.subjects(scene, over)
