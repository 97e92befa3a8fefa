"""Whether two claims tell of two happenings of one kind: raids, floods, trials come again.

What tells them apart are the days, the places, and the figures, which rise from day to day and do not fall.
"""

from generator.resolution.contents import UNDATED, Content
from generator.resolution.dates import days, first_day, gap, may_agree
from generator.resolution.words import listed, weigh

# Dates of one happening that differ by no more than this are a difference between sources; by more, two happenings.
NEAR = 3
_BACKGROUND = 14
_MANY_TIMES = 3
# Words that tell more than what happens every day, of this weight together, tie two reports to one happening.
_TIE = 4.0
_FEW_TERMS = 2
# One word that is not among the commonest.
_WORD = 2.5


def figure(bounds: tuple[float | None, float | None]) -> float | None:
    """The number that bounds name: "at least 12" and "12" name 12, "up to 40" names 40."""
    low, high = bounds
    return low if low is not None else high


def figures_differ(one: Content, other: Content) -> bool:
    """Whether they count one thing and name different numbers of it."""
    theirs = other.amounts
    return bool(theirs) and any(
        figure(bounds) != figure(theirs[unit]) for unit, bounds in one.amounts.items() if unit in theirs
    )


def figures_agree(one: Content, other: Content) -> bool:
    """Whether they count something alike and name no different number."""
    shared = [unit for unit in one.amounts if unit in other.amounts]
    return bool(shared) and not figures_differ(one, other)


def days_between(one: Content, other: Content) -> int:
    """Days between the reports; 0 where one of them has no date."""
    return 0 if UNDATED in (one.day, other.day) else abs(one.day - other.day)


def two_happenings(shared: frozenset[str], one: Content, other: Content) -> bool:
    """Whether the claims, which share these terms, tell of two happenings, however alike their words are."""
    if _out_of_context(one, other) or _tolls_part(one, other) or _named_and_counted(one, other) or _on_top(one, other):
        return True
    if _elsewhere(shared, one, other) or _nameless(one, other) or _counted_through(one, other):
        return True
    again = _passing(shared, one, other)
    return ((figures_differ(one, other) or again) and not _one_day(one, other)) or _untied(shared, one, other)


def _elsewhere(shared: frozenset[str], one: Content, other: Content) -> bool:
    """Whether what comes again and again is told of two places, each of which the other does not name.

    Reports of one stated day may call one place by two names.
    """
    alone = not one.places <= other.places and not other.places <= one.places
    return alone and bool(shared & listed("passing")) and not _stated_day(one, other)


def _counted_through(one: Content, other: Content) -> bool:
    """Whether they number one thing otherwise: a second round, and a third."""
    mine, theirs = one.numbered, other.numbered
    return bool(theirs) and any(mine[thing] != theirs[thing] for thing in mine if thing in theirs)


def _nameless(one: Content, other: Content) -> bool:
    """Whether both name nobody, on different days: "the suspect fled the scene" is told of many."""
    if one.acting or other.acting or one.places or other.places or one.claim.speakers or other.claim.speakers:
        return False
    return one.claim.article != other.claim.article and days_between(one, other) > 0


def since_two_days(one: Content, other: Content) -> bool:
    """Whether they tell of what has gone on since two different days: "200 have called since Monday", of two weeks."""
    mine, theirs = one.claim.when or "", other.claim.when or ""
    open_ended = mine.endswith("/..") and theirs.endswith("/..")
    return open_ended and gap(mine.removesuffix("/.."), theirs.removesuffix("/..")) > NEAR


def _out_of_context(one: Content, other: Content) -> bool:
    """Whether both say a word or two of what they do not name, days apart: "the figures are not credible"."""
    if len(one.terms) > _FEW_TERMS or len(other.terms) > _FEW_TERMS or days_between(one, other) <= NEAR:
        return False
    return not any(c.acting or c.places or c.amounts for c in (one, other))


def _stated_day(one: Content, other: Content) -> bool:
    """Whether both state one and the same day."""
    stated = days(one.claim.when)
    return stated is not None and stated[0] == stated[1] and stated == days(other.claim.when)


def _tie(shared: frozenset[str]) -> float:
    """What ties two reports beside the words of every day's news, of tolls, and for people."""
    plain = (listed(name) for name in ("daily", "counted", "humans", "rising"))
    return weigh(shared.difference(*plain))


def _named_and_counted(one: Content, other: Content) -> bool:
    """Whether one names whom it befell and the other counts others: a driver was killed; nine villagers were."""
    return bool(one.befallen or other.befallen) and any(
        whom and did in counting.amounts and did not in naming.amounts and not whom & counting.acting
        for naming, counting in ((one, other), (other, one))
        for did, whom in naming.befallen.items()
    )


def _on_top(one: Content, other: Content) -> bool:
    """Whether one counts what comes on top of what the other may count: "three more bodies" are not the first two."""
    if one.further == other.further:
        return one.further and figures_differ(one, other)
    return figures_differ(one, other) or days_between(one, other) > 0


def _untied(shared: frozenset[str], one: Content, other: Content) -> bool:
    """Whether nothing but words of every day's news ties the reports of different days: "airstrikes kill 30"."""
    if not shared & listed("daily") or not days_between(one, other) or (_recent(one) and _recent(other)):
        return False
    return _tie(shared) < _TIE and not _exactly_agree(one, other)


def _exactly_agree(one: Content, other: Content) -> bool:
    """Whether they name one exact number of a thing: "more than 30" may be told of any two days."""
    exact = {unit: low for unit, (low, high) in one.amounts.items() if low == high}
    return any(other.amounts.get(unit) == (low, low) for unit, low in exact.items()) and not figures_differ(one, other)


def one_toll(shared: frozenset[str], one: Content, other: Content) -> bool:
    """Whether both count whom one happening befell: on one day that both state, by a word that names it, in one place.

    "At least 12 died when the ferry capsized off Port Elm on Tuesday"; "the toll of Tuesday's ferry disaster off Port
    Elm rose to 17".
    """
    if not _stated_day(one, other):
        return False
    counted = [u for u in one.amounts if u in other.amounts and u in listed("counted")]
    named = (one.places | one.acting) & (other.places | other.acting)
    return bool(counted and named) and _tie(shared) >= _WORD and not two_happenings(shared, one, other)


def each_for_itself(one: Content, other: Content) -> bool:
    """Whether two bodies did what each does for itself: the cabinet approves it, and then the senate does."""
    both = one.act if one.act == other.act else None
    return both in listed("each") and bool(one.doer and other.doer) and not one.doer & other.doer


def turned_out(one: Content, other: Content) -> bool:
    """Whether one paper tells, of two days, that something is so and that it is not: that is news, and no denial."""
    spoken = one.claim.speakers or other.claim.speakers
    return not spoken and one.newsroom == other.newsroom and days_between(one, other) > 0


def other_targets(one: Content, other: Content) -> bool:
    """Whether one did the same in both to others: it beat two rivals, took two towns, sent aid to two states."""
    if not one.exchanges or not other.exchanges or one.exchanges & other.exchanges:
        return False
    done = {(did, who) for did, who, _ in one.exchanges}
    return any((did, who) in done for did, who, _ in other.exchanges)


def undone(one: Content, other: Content) -> bool:
    """Whether the one tells that what the other tells was ended: a ban is imposed, a ban is lifted."""
    return (one.act in listed("undo")) != (other.act in listed("undo")) and not one.acts & other.acts & listed("undo")


def in_return(one: Content, other: Content) -> bool:
    """Whether two papers' own reports of strikes or the like have others at work: the one side's, the other's."""
    if one.claim.speakers or other.claim.speakers or not one.deeds or not other.deeds:
        return False
    did = {d for d in one.deeds if d in other.deeds and not one.deeds[d] & other.deeds[d]}
    apart = days_between(one, other) > 0 or not one.places & other.places
    return apart and bool(did & listed("daily"))


def _tolls_part(one: Content, other: Content) -> bool:
    """Whether figures differ as they do of two happenings: tolls rise from day to day, and not many times over."""
    earlier, later = (one, other) if one.day <= other.day else (other, one)
    if not later.amounts:
        return False
    for unit, bounds in earlier.amounts.items():
        before, after = figure(bounds), figure(later.amounts.get(unit, (None, None)))
        if before is None or after is None or unit not in listed("counted"):
            continue
        if max(before, after) > _MANY_TIMES * min(before, after) or (earlier.day < later.day and after < before):
            return True
    return False


def _passing(shared: frozenset[str], one: Content, other: Content) -> bool:
    """Whether both tell of a happening of a kind that comes again: a raid, a crash, a match."""
    if not shared & listed("passing"):
        return False
    return days_between(one, other) > NEAR or not figures_agree(one, other)


def _one_day(one: Content, other: Content) -> bool:
    """Whether both may speak of one day: the days that they state, else the days of the reports, one apart at most.

    A day long before the report is background ("who was seized in October"), and says nothing of the news in it.
    """
    if _recent(one) and _recent(other):
        return may_agree(one.claim.when, other.claim.when)
    return days_between(one, other) <= 1


def _recent(content: Content) -> bool:
    day = first_day(content.claim.when)
    return day is not None and (content.day == UNDATED or content.day - day <= _BACKGROUND)
