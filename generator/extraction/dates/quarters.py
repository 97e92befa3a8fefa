"""Quarters and halves of years, and the comparison with those a year before."""

import re
from collections.abc import Mapping

from generator.extraction.dates.calendar import Period, of_group, of_month, of_quarter, of_year, quarter_of
from generator.extraction.dates.grammar import Answer, Context, Resolve
from generator.extraction.dates.lexicon import lexicon, number_of, word
from generator.extraction.dates.tense import Tense
from generator.model import Grain

_COMPARED_WITHIN = 600  # characters back to the quarter whose figures are compared


def _year_ago(match: re.Match[str], context: Context) -> Answer | None:
    """A year ago: the same quarter of the last year where figures of a quarter are compared."""
    base = context.anchor
    if base is None:
        return Answer(grain=Grain.YEAR)
    month = context.month()
    if (
        match.group()
        .lower()
        .endswith(("month last year", "month a year ago", "month a year earlier", "month one year earlier"))
        and month
    ):
        return Answer(period=of_month(month.first.year - 1, month.first.month), anchor=month)
    quarter = context.quarter(match.start() - _COMPARED_WITHIN)
    if quarter is not None:
        return Answer(period=of_group(quarter.first.year - 1, int(quarter.edtf[-2:])), anchor=quarter)
    return Answer(period=of_year(base.first.year - 1), anchor=base)


def _year_of(match: re.Match[str], context: Context) -> int | None:
    """The year that the expression says, in figures or as "last year"."""
    told = match.groupdict()
    if told.get("year") or told.get("year0"):
        return int(told.get("year") or told["year0"])
    which = word(told.get("which") or told.get("which0") or "").removesuffix("'s")
    if not which:
        return None
    last = context.last
    if which == "that year" and last is not None:
        return last.first.year
    if context.anchor is None:
        return None
    shift = {"last year": -1, "next year": 1, "the previous year": -1}.get(which, 0)
    return context.anchor.first.year + shift


def _quarter(match: re.Match[str], context: Context) -> Answer | None:
    told = match["ordinal"] if "ordinal" in match.groupdict() else match["n"]
    number = {"latest": -1, "last": -1}.get(word(told)) or number_of(told)
    if number is None or not (number == -1 or 1 <= number <= 4):
        return None
    year = _year_of(match, context)
    if year is not None:
        return Answer(
            period=of_quarter(year, number if number > 0 else 4),
            anchor=None if match.groupdict().get("year") else context.anchor,
        )
    if _sporting(match, context):
        return None
    if context.anchor is None or context.anchor.month is None:
        return Answer(grain=Grain.QUARTER)
    return Answer(period=_quarter_near(number, context.anchor, context.tense(match)), anchor=context.anchor)


def _sporting(match: re.Match[str], context: Context) -> bool:
    """Whether it is a quarter of a game, by the words right after it."""
    return bool(re.match(r"\s*(?:touchdown|field goal|lead|of the game|of play)", context.after(match.end()).lower()))


def _quarter_near(number: int, anchor: Period, tense: Tense) -> Period:
    """The quarter of that number that an article of the anchor's day speaks of; -1 is the last one before it."""
    year, now = anchor.first.year, quarter_of(anchor.first)
    if number == -1:
        return of_quarter(year, now - 1)
    if number < now:
        return of_quarter(year + (tense is Tense.FUTURE and now - number >= 2), number)
    if number == now:
        return of_quarter(year, number)
    return of_quarter(year - (tense is not Tense.FUTURE), number)


def _half(match: re.Match[str], context: Context) -> Answer | None:
    told = word(match["half"])
    year = _year_of(match, context)
    if year is None:
        return None
    return Answer(
        period=of_group(year, 40 if told in ("first", "1") else 41), anchor=None if match["year"] else context.anchor
    )


def _bare_half(match: re.Match[str], context: Context) -> Answer | None:
    """First-half profit: of the last such half that is over."""
    if context.anchor is None or context.anchor.month is None:
        return Answer(grain=Grain.SEASON)
    year, month = context.anchor.month
    first = word(match["half"]) == "first"
    period = of_group(year - (month < 4), 40) if first else of_group(year - (month < 9), 41)
    return Answer(period=period, anchor=context.anchor)


def _month_quarter(match: re.Match[str], context: Context) -> Answer | None:
    """The September quarter: the one that ends then."""
    month = lexicon().months[word(match["month"])]
    if month % 3 or not match["month"][0].isupper():
        return None
    if match["year"]:
        return Answer(period=of_quarter(int(match["year"]), month // 3))
    if context.anchor is None or context.anchor.month is None:
        return Answer(grain=Grain.QUARTER)
    return Answer(period=_quarter_near(month // 3, context.anchor, context.tense(match)), anchor=context.anchor)


def _the_quarter(match: re.Match[str], context: Context) -> Answer | None:
    quarter = context.quarter()
    if quarter is not None:
        return Answer(period=quarter, anchor=quarter)
    return None if word(match.group()).startswith("this") or "period" in match.group() else Answer(grain=Grain.QUARTER)


def _last_quarter(_: re.Match[str], context: Context) -> Answer | None:
    quarter = context.quarter()
    return (
        Answer(period=of_quarter(quarter.first.year - 1, quarter_of(quarter.first)), anchor=quarter)
        if quarter
        else None
    )


READERS: Mapping[str, Resolve] = {
    "quarter": _quarter,
    "half": _half,
    "bare-half": _bare_half,
    "month-quarter": _month_quarter,
    "the-quarter": _the_quarter,
    "last-quarter": _last_quarter,
    "year-ago": _year_ago,
}
