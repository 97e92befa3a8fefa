"""How alike two claims are.

Two claims are compared by the words of their content, weighed by rarity, with the names of the actors
taken out; by the actors; by the direction (who did it to whom, from the claims' events); by the time they
speak of; and by their figures. What decides is in `compare`.
"""

from generator.model import Factuality
from generator.resolution.again import (
    NEAR,
    days_between,
    each_for_itself,
    figures_agree,
    figures_differ,
    in_return,
    one_toll,
    other_targets,
    since_two_days,
    turned_out,
    two_happenings,
    undone,
)
from generator.resolution.contents import TELLING, Content
from generator.resolution.dates import gap, may_agree
from generator.resolution.deeds import UNRESOLVED
from generator.resolution.words import rarity, weigh

# Claims farther apart than this, in days, are not sought together.
WINDOW = 60
_SAME = 0.5
_ONE_TOLL = 0.7
_NEARLY_ALL = 0.7
# What a claim shares counts for all of it only from this weight on: two or three common words are soon found again.
_SHORT = 14.0
# A word this rare is mostly a name that was not resolved, and tells as much as one.
_UNHEARD = 8.0
_DICE = 0.6
_OPEN = frozenset({Factuality.UNDERSPECIFIED, Factuality.POSSIBLE, Factuality.POSSIBLE_NOT})


def others_did(one: Content, other: Content) -> bool:
    """Whether the two say the same deed of different actors."""
    theirs = other.deeds
    return bool(theirs) and any(agents.isdisjoint(theirs[did]) for did, agents in one.deeds.items() if did in theirs)


def turned_round(one: Content, other: Content) -> bool:
    """Whether what one did to another in the one claim, the other did to it in the other."""
    return bool(one.toward) and not one.toward & other.toward and any((b, a) in other.toward for a, b in one.toward)


def compare(one: Content, other: Content) -> float:
    """How sure it is that two claims say the same thing; from 0.5 on they do.

    Words first: Dice coefficient and the share of the shorter's words that the longer has, by rarity; little in
    common is not enough, however short the claims. Figures that agree and one speaker speak for it;
    actors, persons and places that each has alone, figures that differ, an article that says two
    things, and days between the reports against it. Direction turned round, times apart, or figures that
    differ on different days rule it out.
    """
    shared = one.terms & other.terms
    common = weigh(shared)
    dice = 2 * common / (one.weight + other.weight) if common else 0.0
    enough = _enough(shared, common, dice)
    # Of most pairs these two, which cost least, tell that they are not alike.
    if not (enough or _may_be_told_tersely(one, other)) or _ruled_out(shared, one, other):
        return 0.0
    if one_toll(shared, one, other) and not _of_two(one, other):
        return _ONE_TOLL
    terse = _tersely_denied(one, other, shared, common)
    if not (terse or enough):
        return 0.0
    contained = common / (min(one.weight, other.weight) if terse else max(min(one.weight, other.weight), _SHORT))
    in_words = _DICE * dice + (1 - _DICE) * contained
    if _of_two(one, other) or two_happenings(shared, one, other):
        return 0.0
    return in_words + _figures(one, other) + _acts(one, other) + _actors(one, other) + _company(one, other, dice)


def _may_be_told_tersely(one: Content, other: Content) -> bool:
    """Whether two claims with little in common may belong together: a denial in a word or two, a toll of one day."""
    return (
        one.denies != other.denies
        or Factuality.UNDERSPECIFIED in (one.claim.factuality, other.claim.factuality)
        or not (one.claim.when is None or other.claim.when is None)
    )


def _ruled_out(shared: frozenset[str], one: Content, other: Content) -> bool:
    """Whether two claims are of different deeds, directions or times, or stand in articles about different people."""
    if others_did(one, other) and _each_alone(one.persons, other.persons):
        return True
    if one.denies != other.denies and (
        _other_doers(one, other) or turned_out(one, other) or _of_other_deeds(one, other)
    ):
        return True
    if turned_round(one, other) or gap(one.claim.when, other.claim.when) > NEAR or since_two_days(one, other):
        return True
    return _strangers(one.context, other.context) and max(map(rarity, shared), default=0.0) < _UNHEARD


def _of_two(one: Content, other: Content) -> bool:
    """Whether the deeds themselves are two: each body's own, one that ends the other, one done to others."""
    return each_for_itself(one, other) or undone(one, other) or other_targets(one, other) or in_return(one, other)


def _of_other_deeds(one: Content, other: Content) -> bool:
    """Whether the one denies a deed that the other does not tell of."""
    return bool(one.acts and other.acts) and one.acts.isdisjoint(other.acts)


def _each_alone(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one <= other and not other <= one


def _strangers(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two articles name nobody in common."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _enough(shared: frozenset[str], common: float, dice: float) -> bool:
    """Whether what two claims share says something: three words, or two that are nearly all of both."""
    return common >= TELLING and (len(shared) >= 3 or (len(shared) == 2 and dice >= _NEARLY_ALL))


def _tersely_denied(one: Content, other: Content, shared: frozenset[str], common: float) -> bool:
    """Whether one denies (or does not confirm) in few words what the other says: the deed, with what, and an actor."""
    against = one.denies != other.denies or hushes(one, other) or hushes(other, one)
    if not against or days_between(one, other) > NEAR or not one.acts & other.acts:
        return False
    named = (one.acting | one.places | one.speakers) & (other.acting | other.places | other.speakers)
    return (
        bool(named or _for_its_own(one, other))
        and len(shared) >= 2
        and common >= _NEARLY_ALL * min(one.weight, other.weight)
    )


def hushes(one: Content, other: Content) -> bool:
    """Whether the first leaves open of its own deed what the other says that it did: "would not say if it sent them".

    The deed is told of the speaker in both, and with it something that was used or done to.
    """
    if one.claim.factuality is not Factuality.UNDERSPECIFIED or not one.speakers or one.speakers & other.speakers:
        return False
    if other.claim.factuality in _OPEN or not one.terms & other.terms - one.acts:
        return False
    own = one.speakers
    return any(who <= own and other.doers.get(did, frozenset()) & own for did, who in one.doers.items())


def _other_doers(one: Content, other: Content) -> bool:
    """Whether each deed that both tell is told of others: the dockers walked out; the firm says that it did not."""
    both = [did for did in one.doers if did in other.doers]
    return bool(both) and not _for_its_own(one, other) and not any(_meet(one.doers[d], other.doers[d]) for d in both)


def _meet(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of doers may be the same; a speaker who is not resolved may be any known actor."""
    known = [any(not who.startswith("=") for who in side) for side in (mine, theirs)]
    return bool(mine & theirs) or (UNRESOLVED in mine | theirs and all(known))


def _for_its_own(one: Content, other: Content) -> bool:
    """Whether the one who denies speaks for whom the other claim is about: a president for the state."""
    return one.denies != other.denies and bool(one.sides & other.states or other.sides & one.states)


def _figures(one: Content, other: Content) -> float:
    if figures_agree(one, other):
        return 0.15
    return -0.05 if figures_differ(one, other) else 0.0


def _acts(one: Content, other: Content) -> float:
    """For and against, by what is done."""
    if one.exchanges & other.exchanges:
        return 0.15
    if others_did(one, other):
        return -0.15 if days_between(one, other) <= 1 else -0.3
    if one.act is None or other.act is None:
        return 0.0
    if one.act == other.act:
        return 0.05
    return 0.0 if one.act in other.acts or other.act in one.acts else -0.12


def _company(one: Content, other: Content, dice: float) -> float:
    """For and against, by where and when the claims stand."""
    value = 0.0 if one.denies == other.denies else -0.05 - 0.01 * min(10, days_between(one, other))
    if one.claim.article == other.claim.article:
        # A headline says in short what the text then tells; else an article seldom says a thing twice.
        value += (0.08 if one.sides & other.sides else 0.0) if one.prominent != other.prominent else -0.12
    elif one.speakers & other.speakers and may_agree(one.claim.said, other.claim.said):
        value += 0.1
    elif one.sides & other.sides:
        # A government and its spokesman.
        value += 0.05
    if one.claim.when and other.claim.when and not may_agree(one.claim.when, other.claim.when):
        value -= 0.3 if dice < _NEARLY_ALL else 0.0
    days = min(WINDOW, days_between(one, other))
    if days > NEAR:
        # What is reported again after days is told in nearly the same words or with its figures, or it is new.
        value -= 0.004 * days + (0.0 if figures_agree(one, other) else 0.12)
    return value


def _actors(one: Content, other: Content) -> float:
    """For and against, by who is named."""
    mine, theirs = one.acting, other.acting
    if one.denies != other.denies:
        # Who denies it is often whom it is about: "it had sent no troops".
        mine, theirs = mine | one.speakers, theirs | other.speakers
    # Where the words name nobody, they are of the speaker's own affairs.
    mine, theirs = mine or one.speakers, theirs or other.speakers
    value = 0.0
    if mine and theirs and not mine & theirs and not _for_its_own(one, other):
        value -= 0.2 if one.speakers & other.speakers else 0.45
    elif mine and mine == theirs:
        value += 0.05
    elif bool(mine) != bool(theirs):
        value -= 0.15
    speaking = one.speakers | other.speakers
    for one_has, other_has, cost in (
        (one.persons, other.persons, 0.35),
        (one.places, other.places, 0.25),
        (mine - one.persons - speaking, theirs - other.persons - speaking, 0.12 if mine & theirs else 0.0),
    ):
        if _each_alone(one_has, other_has):
            value -= cost if not one_has & other_has else cost * 0.7
    return value


def same(score: float) -> bool:
    """Whether a score of `compare` is enough."""
    return score >= _SAME
