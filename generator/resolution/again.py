"""Whether two claims tell of two happenings of one kind: raids, floods, trials come again.

What tells them apart are the days, the places, and the figures, which rise from day to day and do not fall.
"""

from generator.resolution.contents import UNDATED, Content
from generator.resolution.dates import days, first_day, may_agree
from generator.resolution.words import listed, weigh

# Dates of one happening that differ by no more than this are a difference between sources; by more, two happenings.
NEAR = 3
_BACKGROUND = 14
_MANY_TIMES = 3
# Words that tell more than what happens every day, of this weight together, tie two reports to one happening.
_TIE = 6.0
# One word that is not among the commonest.
_WORD = 2.5


def figure(bounds: tuple[float | None, float | None]) -> float | None:
    """The number that bounds name: "at least 12" and "12" name 12, "up to 40" names 40."""
    low, high = bounds
    return low if low is not None else high


def figures_differ(one: Content, other: Content) -> bool:
    """Whether they count one thing and name different numbers of it."""
    return any(
        figure(bounds) != figure(other.amounts[unit]) for unit, bounds in one.amounts.items() if unit in other.amounts
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
    if _tolls_part(one, other) or _named_and_counted(one, other) or _on_top(one, other):
        return True
    again = _passing(shared, one, other)
    if again and one.places and other.places and not one.places & other.places:
        return True
    return ((figures_differ(one, other) or again) and not _one_day(one, other)) or _untied(shared, one, other)


def _named_and_counted(one: Content, other: Content) -> bool:
    """Whether one names whom it befell and the other counts others: a driver was killed; nine villagers were."""
    return any(
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
    tie = weigh(shared - listed("daily") - listed("counted") - listed("humans"))
    return tie < _TIE and not _exactly_agree(one, other)


def _exactly_agree(one: Content, other: Content) -> bool:
    """Whether they name one exact number of a thing: "more than 30" may be told of any two days."""
    exact = {unit: low for unit, (low, high) in one.amounts.items() if low == high}
    return any(other.amounts.get(unit) == (low, low) for unit, low in exact.items()) and not figures_differ(one, other)


def one_toll(shared: frozenset[str], one: Content, other: Content) -> bool:
    """Whether both count whom one happening befell: on one day that both state, by a word that names it, in one place.

    "At least 12 died when the ferry capsized off Port Elm on Tuesday"; "the toll of Tuesday's ferry disaster off Port
    Elm rose to 17".
    """
    stated = days(one.claim.when)
    if stated is None or stated[0] != stated[1] or stated != days(other.claim.when):
        return False
    counted = [u for u in one.amounts if u in other.amounts and u in listed("counted")]
    named = (one.places | one.acting) & (other.places | other.acting)
    tie = weigh(shared - listed("daily") - listed("counted") - listed("humans"))
    return bool(counted and named) and tie >= _WORD and not two_happenings(shared, one, other)


def each_for_itself(one: Content, other: Content) -> bool:
    """Whether two bodies did what each does for itself: the cabinet approves it, and then the senate does."""
    both = one.act if one.act == other.act else None
    return both in listed("each") and bool(one.doer and other.doer) and not one.doer & other.doer


def turned_out(one: Content, other: Content) -> bool:
    """Whether one paper tells, of two days, that something is so and that it is not: that is news, and no denial."""
    spoken = one.claim.speakers or other.claim.speakers
    return not spoken and one.newsroom == other.newsroom and days_between(one, other) > 0


def _tolls_part(one: Content, other: Content) -> bool:
    """Whether figures differ as they do of two happenings: tolls rise from day to day, and not many times over."""
    earlier, later = (one, other) if one.day <= other.day else (other, one)
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
