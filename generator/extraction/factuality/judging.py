"""The commitment to a predicate: from what stands at it, and from what governs it."""

from generator.extraction.factuality.conditions import in_front
from generator.extraction.factuality.direct import purpose
from generator.extraction.factuality.governing import (
    CLAUSES,
    NEEDING,
    adjective_effect,
    by_governor,
    effect_of,
    is_definite,
    is_missing,
    named_by,
    of_adjective,
    opposed,
    rejecter_of,
)
from generator.extraction.factuality.own import first_joined, own, twin
from generator.extraction.factuality.stance import LEVEL, Judged, Stance
from generator.extraction.factuality.words import words
from generator.extraction.parse import Token
from generator.model import Factuality

_CLIMBS = frozenset(
    {"ccomp", "xcomp", "pcomp", "pobj", "dobj", "prep", "acl", "advcl", "conj", "nsubj", "nsubjpass", "csubj", "dep"}
    | {"parataxis", "oprd", "attr", "acomp", "advmod", "appos", "agent", "dative", "compound", "poss", "relcl", "aux"}
    | {"auxpass", "csubjpass"}
)
_BESIDE = frozenset({"conj", "aux", "auxpass", "compound", "poss", "appos", "parataxis"})
# What stands above these may leave open that the act of a cue took place.
_OPEN = frozenset({"xcomp", "pcomp", "prep", "acomp", "advmod"})
_NOUNS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass"})
_BEGINNING = frozenset({"begin", "start", "open", "hold", "resume", "follow", "be"})
_HELD_BACK = frozenset({"may", "might", "could", "should", "ought", "must"})
_PERCEIVING = frozenset({"see", "hear", "feel", "sense", "remember", "understand"})
_DEEPEST = 40
_FARTHEST = 6


def of(token: Token, *, within: Token | None = None) -> Judged:
    """The commitment with which the predicate that the token heads is told.

    Args:
        token: The head of a predicate: a verb, a noun of happening, a predicative adjective.
        within: The token at which looking upwards ends: the cue of the claim that carries the predicate,
            whose speaker is the one who commits; its own effect (`denied that`) counts. None looks up to
            the sentence's root.
    """
    stance = own(token, Stance())
    here = token
    for _ in range(_DEEPEST):
        here = twin(here) or here
        above = here.head
        if above.i == here.i or here.dep_ not in _CLIMBS or _apart(here):
            break
        stance = _governed(here, above, stance, is_cue=within is not None and above.i == within.i)
        if within is not None and above.i == within.i:
            return stance.judged() if not uncommitted(within) else _left_open(within)
        here = above
    if within is not None and not within.is_ancestor(token) and _governs_ahead(within, token):
        stance = stance.under(effect_of(within, token), within)
    if within is not None and uncommitted(within):
        return _left_open(within)
    return stance.judged()


def of_object(cue: Token) -> Judged:
    """The commitment of a speaker to what is the object of a cue: `called it a lie`, `denied the charge`."""
    if uncommitted(cue):
        return _left_open(cue)
    lemma = cue.lemma_.lower()
    effect = "-" if rejects(cue) else words().objects.get(lemma, "")
    return Stance().under(effect, cue).judged()


def rejects(verb: Token) -> bool:
    """Whether the verb says of what it has as its object that it is not so: `denied a report that`, `scoffed at`."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    objects += [x for c in verb.children if c.dep_ == "prep" for x in c.children if x.dep_ == "pobj"]
    return verb.lemma_.lower() in words().rejecting or any(rejecter_of(noun) for noun in objects)


def led_in(head: Token) -> Token:
    """The predicate that is told; in `it should be noted that the bridge fell`, which only leads it in, `fell`."""
    duty = any(c.dep_ == "aux" and c.lower_ in ("should", "must", "ought", "need") for c in head.children)
    speaker = any(c.lower_ in ("it", "i", "we", "one") for c in head.children if c.dep_ in ("nsubj", "nsubjpass"))
    clause = next((c for c in head.children if c.dep_ == "ccomp" and c.i > head.i), None)
    if (raised := _raised(head)) is not None:
        return raised
    if not duty or not speaker or clause is None or head.lemma_.lower() not in words().leading_in:
        return head
    return clause if own(head, Stance()).positive else head


def _raised(head: Token) -> Token | None:
    """What is told in `has yet to leave`, `is due to leave`, `was going to leave`: it is the leaving."""
    at = next((c for c in head.children if c.dep_ == "acomp"), head) if head.lemma_ == "be" else head
    below = next((c for c in at.children if c.dep_ == "xcomp" and purpose(c)), None)
    if below is None or any(c.dep_ == "neg" for c in head.children):
        return None
    if at.pos_ == "ADJ":
        return below if at.lower_ in ("due", "certain", "sure", "likely", "unlikely") else None
    yet = any(c.lower_ in ("yet", "still") for c in at.children)
    passive = any(c.dep_ == "auxpass" for c in at.children) and at.lemma_.lower() in words().passives
    going = at.lemma_ == "go" and at.tag_ == "VBG"
    return below if passive or going or at.lemma_ == "be" or (yet and at.lemma_ == "have") else None


def _left_open(cue: Token) -> Judged:
    return Judged(Factuality.UNDERSPECIFIED, (cue,), "it is left open that the cue's act took place")


def uncommitted(cue: Token) -> bool:
    """Whether it is left open that the cue's act took place: `did not say`, `if she says`, `short of saying`."""
    at = own(cue, Stance())
    if at.rank == 0 or not at.positive or _only_perhaps(cue, at):
        return True
    if cue.dep_ == "acomp" and not own(cue.head, Stance(), without=cue).positive:
        return True  # "is not sure which ship left"
    here = cue
    for _ in range(_FARTHEST):
        above = here.head
        if not _climbs_open(here) or above.i == here.i:
            return False
        if above.lower_ in ("short", "without", "against") or _opens(above, here):
            return True
        here = above
    return False


def _climbs_open(here: Token) -> bool:
    """Whether what stands above the word may leave open that its act took place."""
    if here.dep_ == "ccomp":
        # "Critics said it was; the firm rejects that": two clauses of which the parse made one.
        return here.i > here.head.i
    if here.dep_ == "conj":
        return not _has_subject(here)
    return here.dep_ in _OPEN or (here.dep_ == "acl" and purpose(here))


def _opens(above: Token, here: Token) -> bool:
    if here.dep_ == "conj":
        return False
    if words().governors.get(above.lemma_.lower()) in ("-", "Uu"):
        return True
    if here.dep_ == "xcomp" and effect_of(above, here) in ("-", "Uu"):
        return True  # "has yet to say"
    if here.dep_ == "prep" and _charge(here, above):
        return True  # "accused of saying"
    return above.pos_ == "VERB" and not own(above, Stance()).positive


def _only_perhaps(cue: Token, at: Stance) -> bool:
    """`Critics may say`, `they should say`; what one can say of oneself, one says, and what one could see, one saw."""
    held = next((c.lower_ for c in at.because if c.lower_ in _HELD_BACK), "")
    if not held or cue.lemma_.lower() in _PERCEIVING or (held == "must" and cue.lemma_.lower() not in words().neutral):
        return False
    return not any(c.lower_ in ("i", "we", "it", "one", "only") for c in cue.children)


def _governs_ahead(within: Token, token: Token) -> bool:
    """Whether a cue that the parse hung below its content (`..., he doubts`) still bears on it."""
    return within.sent.start == token.sent.start


def _apart(here: Token) -> bool:
    """Whether a clause is told on its own account, whatever stands above it."""
    if here.dep_ == "acl" and here.tag_ == "VBN" and here.head.dep_ in _NOUNS and not _has_subject(here):
        return (
            is_definite(here.head) or here.head.pos_ == "PROPN"
        )  # "the treaty signed in May" was signed, whatever is said of it
    if here.dep_ in ("relcl", "advcl"):
        under = named_by(here) or _is_hindered(here) or _particle_before(here) or _without_somebody(here) is not None
        return not under and not any(c.dep_ == "aux" and c.lower_ == "to" for c in here.children)
    if here.dep_ in ("conj", "parataxis"):
        over = first_joined(here) if here.dep_ == "conj" else here.head
        return _has_subject(here) and over.dep_ != "ccomp"
    return False


def _has_subject(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def _particle_before(here: Token) -> bool:
    """`ruled out attacking`: the complement of a verb with its particle, which the parse took for an adverbial."""
    before = here.left_edge.i - 1
    return (
        here.tag_ == "VBG" and before >= 0 and here.doc[before].dep_ == "prt" and here.doc[before].head.i == here.head.i
    )


def _is_hindered(here: Token) -> bool:
    """`Stopped him leaving`, whose gerund the parse took for an adverbial."""
    if here.dep_ != "advcl" or here.tag_ != "VBG" or here.head.lemma_ not in ("stop", "prevent"):
        return False
    return any(c.dep_ == "dobj" and c.right_edge.i + 1 == here.left_edge.i for c in here.head.children)


def _without_somebody(here: Token) -> Token | None:
    """The `without` of `without the council having signed it`, whose clause the parse hung on the verb."""
    having = here.tag_ == "VBG" or any(c.lower_ == "having" for c in here.children)
    if here.dep_ not in ("advcl", "acl", "xcomp") or not having:
        return None
    first = here.left_edge.i
    before = here.doc[first - 1] if first > 0 else here
    return before.head if before.dep_ == "pobj" and before.head.lower_ == "without" else None


def _governed(here: Token, above: Token, stance: Stance, *, is_cue: bool) -> Stance:
    if _turned_away(here):
        stance = stance.turned(here)
    if here.dep_ in _BESIDE or (here.dep_ == "relcl" and not purpose(here) and not named_by(here)):
        return stance
    if (without := _without_somebody(here)) is not None:
        return stance.turned(without)
    if here.dep_ == "advcl" and not _particle_before(here):
        hindered = _is_hindered(here) and own(above, Stance()).positive
        return stance.turned(above) if hindered else stance.at_most("Uu", above)
    if here.dep_ in ("nsubj", "nsubjpass", "csubj"):
        return _of_subject(here, above, stance)
    if above.pos_ in ("ADP", "SCONJ", "PART") or above.dep_ == "prt" or here.dep_ in ("agent", "advmod"):
        return _by_preposition(here, above, stance)
    if here.dep_ == "prep" and not is_cue:
        charge = _charge(here, above)
        if charge is not None:
            return stance.under(charge, above)
        if here.lower_ in ("of", "for") and above.lemma_.lower() in words().evidence and is_missing(above):
            return stance.at_most("Uu", above)
    # A noun that is the cue is its speaker's own: "the ministry's claim that".
    effect = by_governor(above, here) if is_cue and above.pos_ == "NOUN" else effect_of(above, here)
    stance = stance.under(effect, above)
    return _passed(here, above, stance)


def _by_preposition(here: Token, above: Token, stance: Stance) -> Stance:
    """`Called off the attack` where the particle has the object; `against leaving`, `without leaving`."""
    if above.dep_ == "prt":
        return stance.under(words().undoing.get(f"{above.head.lemma_.lower()} {above.lower_}", ""), above)
    if above.lower_ == "against":
        return stance.under(opposed(above, here), above)
    return stance.turned(above) if above.lower_ == "without" else stance


def _passed(here: Token, above: Token, stance: Stance) -> Stance:
    """The stance with what a clause's governor does to all that may still come from above it."""
    if here.dep_ not in CLAUSES:
        return stance
    lemma = above.lemma_.lower()
    if lemma in words().factive:
        return Stance(stance.rank, stance.positive, stance.because, given=True)
    if lemma in words().neutral:
        return Stance(stance.rank, stance.positive, stance.because, told=True, given=stance.given)
    return stance


def _of_subject(here: Token, above: Token, stance: Stance) -> Stance:
    """What becomes of a happening that is itself the subject: `the attack was foiled`, `that he left is false`."""
    if _to_come(above):
        return stance.at_most("PR", above)
    if here.dep_ == "nsubjpass" and above.lemma_.lower() in NEEDING and not is_definite(here):
        return stance.at_most("Uu", above)  # "further work is required"
    if here.dep_ == "nsubjpass":
        return stance.under(_undone(above, here), above)
    if in_front(above):
        return stance.at_most("Uu", above)
    if _occurs(above):
        return _as_it_occurs(above, stance)
    if here.dep_ == "csubj" and purpose(here) and here.lemma_.lower() in words().neutral:
        return stance.under(of_adjective(above) or "Uu", above)  # "to say that it collapsed is wrong"
    says = here.lemma_.lower() in words().claims | words().ideas or (here.dep_ == "csubj" and not purpose(here))
    says = says or words().governors.get(here.lemma_.lower()) in ("PS", "PR")
    for c in above.children:
        if c.dep_ in ("acomp", "oprd") and says:
            return stance.under(adjective_effect(c), c)
    return stance


def _to_come(above: Token) -> bool:
    """`The vote is scheduled for Monday`, `the trial is expected to begin`; a strike that is due to end is there."""
    aside = any(c.dep_ in ("attr", "dobj", "neg") for c in above.children)
    word = next((c for c in above.children if c.dep_ == "acomp"), above) if above.lemma_ == "be" else above
    if word.lemma_.lower() not in words().scheduling or aside or (word.i == above.i and word.tag_ != "VBN"):
        return False
    if word.lemma_ == "set" and not any(c.dep_ == "prep" and c.lower_ == "for" for c in word.children):
        return False
    below = next((c for c in word.children if c.dep_ == "xcomp"), None)
    return below is None or _occurs(below) or below.lemma_ in _BEGINNING


def _charge(here: Token, above: Token) -> str | None:
    """What someone is held to have done; none where the deed is a known one: "accused of the attack"."""
    if here.doc[max(0, here.i - 2) : here.i].text.lower() == "not guilty":
        return "Uu"
    deed = next((c for c in here.children if c.dep_ == "pobj"), None)
    if deed is not None and any(c.lower_ == "the" or c.dep_ == "poss" for c in deed.children):
        return None
    if above.lemma_ == "conviction":
        return "Uu" if _is_quashed(above) else None
    # In "cleared her of bribing him" the parse may hang the charge on her.
    over = [above, above.head] if above.dep_ == "dobj" else [above]
    charges = (words().charges.get(f"{word.lemma_.lower()} {here.lower_}") for word in over)
    return next((c for c in charges if c is not None), None)


def _is_quashed(conviction: Token) -> bool:
    """`Overturned his conviction for theft`: it is open again."""
    return conviction.dep_ in ("dobj", "nsubjpass") and conviction.head.lemma_.lower() in words().quashing


def _occurs(verb: Token) -> bool:
    """`The attack happened`: a verb that says no more of its subject than that it was."""
    place = any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children)
    return verb.lemma_.lower() in ("happen", "occur", "materialize", "materialise", "transpire") or (
        verb.lemma_ == "take" and place
    )


def _as_it_occurs(verb: Token, stance: Stance) -> Stance:
    at = own(verb, Stance())
    stance = stance if at.positive else stance.turned(verb)
    return stance.at_most(LEVEL[at.rank], verb)


def _undone(above: Token, here: Token) -> str:
    """What becomes of a happening that something is done to; what is only denied or forbidden is left open."""
    key, _ = words().governor(above, here)
    effect = words().undoing.get(key, "")
    at = own(above, Stance())
    if effect and (not at.positive or at.rank < 3 or key in words().open_if_not):
        return "Uu"
    return effect


def _turned_away(here: Token) -> bool:
    """`instead of leaving`, `rather than leave`: two words in front say that it was not done."""
    if here.dep_ not in ("pcomp", "conj", "advcl", "xcomp") and not (here.dep_ == "pobj" and here.tag_ == "VBG"):
        return False
    first = here.left_edge.i
    if first < 2:
        return False
    before = here.doc[first - 2 : first]
    return before.text.lower() in words().away and (here.tag_ == "VBG" or before[-1].lower_ == "than")
