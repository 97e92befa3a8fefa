"""Days: full dates, and those that leave out their year or their month."""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.extraction.dates.calendar import (
    long_year,
    make_day,
    of_day,
    of_days,
    of_month,
)
from generator.extraction.dates.grammar import Answer, Context, Resolve
from generator.extraction.dates.lexicon import expand, lexicon, number_of, word
from generator.extraction.dates.tense import Tense
from generator.model import Grain

# A yearless date that lies against the tense of its clause must be this much nearer: "fell in January" in November is
# ten months ago, but "gave them until Nov. 12" in October is not eleven months ago.
_AGAINST = 7
_WEIGHTS = {
    Tense.PAST: (1, _AGAINST),
    Tense.FUTURE: (_AGAINST, 1),
    Tense.PRESENT: (1, 1),
}  # of days back, of days ahead


def nearest_year(month: int, day: int | None, context: Context, match: re.Match[str]) -> int | None:
    """The year that the text leaves out of a month, or of a day: the nearest past one, unless the tense looks ahead.

    What has surely happened does not lie ahead, however near.
    """
    anchor = context.anchor
    if anchor is None:
        return None
    year = anchor.first.year
    if anchor.month is None:
        return year
    daily = anchor.single is not None and day is not None
    here = anchor.first if daily else date(year, anchor.month[1], 1)
    options = [x for y in (year, year - 1, year + 1) if (x := make_day(y, month, day if daily and day else 1))]
    if context.done(match):
        options = [day for day in options if day <= here] or options
    return plausible(options, here, context.tense(match)).year if options else None


def plausible(options: Sequence[date], now: date, tense: Tense) -> date:
    """The nearest of the days, where one against the tense must be nearer by far."""
    back, ahead = _WEIGHTS.get(tense, (1, 2))

    def cost(day: date) -> int:
        away = (day - now).days
        return -away * back if away < 0 else away * ahead

    return min(options, key=cost)


def _full(match: re.Match[str], context: Context) -> Answer | None:
    month, day = lexicon().months[word(match["month"])], number_of(match["day"])
    found = make_day(long_year(match["year"], context.anchor), month, day or 0)
    return Answer(period=of_day(found)) if found else None


def _full_ordinal(match: re.Match[str], context: Context) -> Answer | None:
    month, day = lexicon().months[word(match["month"])], number_of(match["ordinal"])
    found = make_day(long_year(match["year"], context.anchor), month, day or 0)
    return Answer(period=of_day(found)) if found else None


def _numeric(match: re.Match[str], _: Context) -> Answer | None:
    found = make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return Answer(period=of_day(found)) if found else None


def _iso_time(match: re.Match[str], _: Context) -> Answer | None:
    found = make_day(int(match["y"]), int(match["m"]), int(match["d"]))
    clock = match["clock"] + (":00" if len(match["clock"]) == 5 else "")
    return Answer(period=of_day(found, clock=clock + (match["z"] or ""))) if found else None


def _slashed(match: re.Match[str], context: Context) -> Answer | None:
    year = long_year(match["y"], context.anchor)
    one, other = make_day(year, int(match["a"]), int(match["b"])), make_day(year, int(match["b"]), int(match["a"]))
    if one and other and one != other:
        return _of_custom(one, other, context)
    found = one or other
    return Answer(period=of_day(found)) if found else None


def _of_custom(american: date, british: date, context: Context) -> Answer:
    """The day of 03/05/2024: the one at hand, else as the text's other such dates have it, or unknown."""
    near = [d for d in (american, british) if context.day and abs((d - context.day).days) <= _AT_HAND]
    if len(near) == 1:
        return Answer(period=of_day(near[0]))
    first, second = (any(int(m[n]) > 12 for m in _SLASHED.finditer(context.text)) for n in (1, 2))
    if first == second:
        return Answer(grain=Grain.DAY)
    return Answer(period=of_day(british if first else american))


_AT_HAND = 7  # days from the article's own
_SLASHED = re.compile(r"(?<![\d/-])(\d\d?)[/-](\d\d?)[/-](?:[12]\d{3}|\d\d)(?![\d/-])")


def _dotted(match: re.Match[str], context: Context) -> Answer | None:
    found = make_day(long_year(match["y"], context.anchor), int(match["m"]), int(match["d"]))
    return Answer(period=of_day(found)) if found else None


def _month_day(match: re.Match[str], context: Context) -> Answer | None:
    return _yearless(match, context, number_of(match["day"]))


def _month_ordinal(match: re.Match[str], context: Context) -> Answer | None:
    return _yearless(match, context, number_of(match["ordinal"]))


def _yearless(match: re.Match[str], context: Context, day: int | None) -> Answer | None:
    months = lexicon().months
    month = months[word(match["month"])]
    if day is None or make_day(2000, month, day) is None or is_verb(match):
        return None
    year = (
        _weekday_year(match, month, day, context)
        or _which_year(match, month, day, context)
        or neighbour_year(match, month, context)
        or nearest_year(month, day, context, match)
    )
    found = make_day(year, month, day) if year else None
    if found is not None and _of_another_year(match, found, context):
        return Answer(grain=Grain.DAY)
    return Answer(period=of_day(found) if found else None, anchor=context.anchor, grain=Grain.DAY)


def _of_another_year(match: re.Match[str], found: date, context: Context) -> bool:
    """As in "the Oct. 7 attacks": what is called by its day is remembered for years, and so its year is not told.

    Within the last quarter of a year it is news, and the year is plain.
    """
    known = context.before(match.start()).endswith("the ") and _REMEMBERED.match(context.after(match.end()))
    return bool(known) and context.anchor is not None and not 0 <= (context.anchor.first - found).days <= _FRESH


_FRESH = 90  # days
_REMEMBERED = re.compile(
    r"\s(?:terror(?:ist)?\s)?(?:attacks?|bombings?|massacres?|riots?|uprisings?|insurrection|coups?|revolution|killings)\b"
)


def neighbour_year(match: re.Match[str], month: int, context: Context) -> int | None:
    """The year that a date beside this one states: May 3 to June 5, 1989; Sept. 30, 1989, and Dec. 31."""
    if ahead := _year_ahead().match(context.after(match.end(), 60)):
        then, year = lexicon().months[word(ahead["month"])], int(ahead["year"])
        return year if month <= then else year - 1
    if not context.dated:
        return None
    end, last, rule = context.dated[-1]
    between = context.text[end : match.start()]
    if last.month is None or not _JOINED.fullmatch(between):
        return None
    stated = rule in ("full-date", "month-year")
    if not stated and not (rule in ("month-day", "month") and _UP_TO.fullmatch(between)):
        return None
    return last.first.year if month >= last.month[1] else last.first.year + 1


_UP_TO = re.compile(r",?\s(?:to|through|until)\s(?:early\s|late\s)?")
_JOINED = re.compile(
    r",?\s(?:(?:and|to|through|until|or|but)\s)?"
    r"(?:(?:on|in|from|through|again on|again in|ending|ended)\s)?(?:early\s|late\s)?"
)


@functools.cache
def _year_ahead() -> re.Pattern[str]:
    """Another day or month, with its year, that this one is joined to."""
    return re.compile(
        expand(
            r"(?:,? (?:and|to|through|until|or) (?:on |in )?|[-–])"
            r"(?:{weekday},? )?(?:{day} )?{month}(?: {day:day2},?)? {year}"
        ),
        re.IGNORECASE,
    )


def _which_year(match: re.Match[str], month: int, day: int, context: Context) -> int | None:
    which = word(match.groupdict().get("which") or "")
    if not which or context.day is None:
        return None
    now, there = context.day, make_day(context.day.year, month, day)
    if which == "this" or there is None:
        return now.year
    return now.year + (there <= now) if which == "next" else now.year - (there >= now)


def _weekday_year(match: re.Match[str], month: int, day: int, context: Context) -> int | None:
    told = match.groupdict().get("weekday")
    if not told or context.anchor is None:
        return None
    wanted, now = lexicon().weekdays[word(told)], context.anchor.first.year
    for year in (now, now - 1, now + 1):
        found = make_day(year, month, day)
        if found and found.isoweekday() == wanted:
            return year
    return None


def is_verb(match: re.Match[str]) -> bool:
    """Whether "may" and "march" are no months here."""
    return word(match["month"]) in ("may", "march", "mar") and not match["month"][0].isupper()


def _day_range(match: re.Match[str], context: Context) -> Answer | None:
    month = lexicon().months[word(match["month"])]
    first, last = number_of(match["from"]), number_of(match["to"])
    if first is None or last is None or first >= last or is_verb(match):
        return None
    told = match.groupdict().get("year")
    year = int(told) if told else nearest_year(month, first, context, match)
    if year is None:
        return Answer(grain=Grain.DAY) if make_day(2000, month, last) else None
    one, other = make_day(year, month, first), make_day(year, month, last)
    anchor = None if told else context.anchor
    return Answer(period=of_days(one, other), anchor=anchor) if one and other else None


def _day_range_after(match: re.Match[str], context: Context) -> Answer | None:
    found = _day_range(match, context)
    return replace(found, start=match.start("month")) if found else None


_FURTHER = (
    r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d\d?(?:st|nd|rd|th)?"
    r"(?:,\s\d\d?)*,?\s(?:and|or)\s$"
)


def _further_day(match: re.Match[str], context: Context) -> Answer | None:
    """The 9 of "June 8 and 9": a day of the month just named."""
    if not context.dated or not re.search(_FURTHER, context.before(match.start(), 40)):
        return None
    end, last, _ = context.dated[-1]
    day = number_of(match["day"])
    if not last.single or day is None or match.start() - end > 8:
        return None
    year = int(match["year"]) if match["year"] else last.first.year
    found = make_day(year, last.first.month, day)
    return Answer(period=of_day(found), anchor=last) if found else None


def _day_of_month(match: re.Match[str], context: Context) -> Answer | None:
    """The 15th: of the month last named near by, else of the anchor's, or the next if the tense looks ahead."""
    day = number_of(match["ordinal"])
    near = [p for end, p, _ in context.dated if p.month and end >= match.start() - 300]
    base = near[-1] if near else context.anchor
    if base is None or base.month is None or day is None:
        return Answer(grain=Grain.DAY)
    found = make_day(*base.month, day)
    if not near and base.single and found:
        ahead, back = of_month(base.month[0], base.month[1] + 1), of_month(base.month[0], base.month[1] - 1)
        if context.tense(match) is Tense.FUTURE and found < base.single:
            found = make_day(ahead.first.year, ahead.first.month, day)
        elif context.tense(match) is Tense.PAST and found > base.single:
            found = make_day(back.first.year, back.first.month, day)
    return Answer(period=of_day(found), anchor=base) if found else None


READERS: Mapping[str, Resolve] = {
    "full": _full,
    "full-ordinal": _full_ordinal,
    "numeric": _numeric,
    "iso-time": _iso_time,
    "slashed": _slashed,
    "dotted": _dotted,
    "month-day": _month_day,
    "month-ordinal": _month_ordinal,
    "day-range": _day_range,
    "day-range-after": _day_range_after,
    "day-of-month": _day_of_month,
    "further-day": _further_day,
}
