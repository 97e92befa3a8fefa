"""Parts of years in figures (quarters, halves), times of day, edges of periods, and what counts from another date."""

import re
from datetime import timedelta

from generator.extraction.dates.calendar import (
    Period,
    approximate,
    of_day,
    of_group,
    of_month,
    of_quarter,
    of_week,
    of_year,
    quarter_of,
    step,
)
from generator.extraction.dates.grammar import Answer, Context, Rule
from generator.extraction.dates.lexicon import number_of, word
from generator.extraction.dates.tense import Tense
from generator.model import Grain

_OF_YEAR = (
    r"(?:(?:,? |,? of |,? in )(?:(?:the )?(?:fiscal|financial)(?: year)? )?(?P<year>(?:19|20)\d\d)|"
    r" (?:of )?(?P<which>last year|this year|next year|the year|the current year|the fiscal year|the previous year|that year))"
)


def _year_of(match: re.Match[str], context: Context) -> int | None:
    """The year that the expression says, in figures or as "last year"."""
    told = match.groupdict()
    if told.get("year") or told.get("year0"):
        return int(told.get("year") or told["year0"])
    which = word(told.get("which") or told.get("which0") or "").removesuffix("'s")
    if not which:
        return None
    last = context.last
    if which in ("that year",) and last is not None:
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
        return Answer(period=of_quarter(year, number if number > 0 else 4), anchor=None if match.groupdict().get("year") else context.anchor)
    if _sporting(match, context):
        return None
    if context.anchor is None or context.anchor.month is None:
        return Answer(grain=Grain.QUARTER)
    return Answer(period=_quarter_near(number, context, match), anchor=context.anchor)


def _sporting(match: re.Match[str], context: Context) -> bool:
    """A quarter of a game: nothing near tells of business, and a score or a team does. Only the plain sign is read."""
    return bool(re.match(r"\s*(?:touchdown|field goal|lead|of the game|of play)", context.after(match.end()).lower()))


def _quarter_near(number: int, context: Context, match: re.Match[str]) -> Period:
    anchor = context.anchor
    assert anchor is not None  # noqa: S101 -- the caller has looked
    year, now = anchor.first.year, quarter_of(anchor.first)
    if number == -1:
        return of_quarter(year, now - 1)
    if number < now:
        return of_quarter(year + (context.tense(match) is Tense.FUTURE and now - number >= 2), number)
    if number == now:
        return of_quarter(year, number)
    return of_quarter(year - (context.tense(match) is not Tense.FUTURE), number)


def _half(match: re.Match[str], context: Context) -> Answer | None:
    told = word(match["half"])
    year = _year_of(match, context)
    if year is None:
        if match["bare"] is not None or context.anchor is None:
            return None
        year = context.anchor.first.year
    return Answer(period=of_group(year, 40 if told == "first" else 41), anchor=None if match["year"] else context.anchor)


def _the_quarter(match: re.Match[str], context: Context) -> Answer | None:
    quarter = context.quarter()
    if quarter is not None:
        return Answer(period=quarter, anchor=quarter)
    return None if word(match.group()).startswith("this") or "period" in match.group() else Answer(grain=Grain.QUARTER)


def _the_day(_: re.Match[str], context: Context) -> Answer | None:
    return Answer(period=of_day(context.day), anchor=context.anchor) if context.day else None


def _clock(match: re.Match[str]) -> str | None:
    told = match.groupdict()
    named = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}.get(word(told.get("named") or ""))
    if named:
        return named
    hour, minute = number_of(told.get("hour") or ""), int(told.get("minute") or 0)
    if hour is None:
        return None
    half = {"m": "a", "e": "p"}.get((told.get("half") or " ").lower()[0] if len(told.get("half") or "") > 1 else "", (told.get("half") or "").lower()[:1])
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _timed(day: Period | None, clock: str, match: re.Match[str]) -> Period | None:
    if day is None or day.single is None:
        return None
    universal = word(match.groupdict().get("zone") or "") in ("utc", "gmt")
    return of_day(day.single, clock=f"{clock}:00{'Z' if universal else ''}")


def _time(match: re.Match[str], context: Context) -> Answer | None:
    clock = _clock(match)
    if clock is None:
        return None
    if match.groupdict().get("named") and not _AT.search(context.before(match.start())):
        return None
    near = [p for end, p, _ in context.dated if end >= match.start() - _TIME_REACH and p.single]
    base = near[-1] if near else None
    period = _timed(base, clock, match)
    return Answer(period=period, anchor=base if period else None, grain=Grain.TIME)


_AT = re.compile(r"\b(?:at|by|until|till|around|about|before|after|from|to|and|past|since|shortly before|shortly after)\s$")
_TIME_REACH = 200  # characters back to the day of a bare time


def _bare_time(match: re.Match[str], context: Context) -> Answer | None:
    return _time(match, context) if _AT.search(context.before(match.start())) else None


def _time_of_day(match: re.Match[str], _: Context, inner: Answer) -> Answer | None:
    clock = _clock(match)
    if clock is None or (inner.period and inner.period.single is None) or inner.grain not in (None, Grain.DAY, Grain.TIME):
        return None
    if inner.period is None and inner.grain is None:
        return None
    return Answer(period=_timed(inner.period, clock, match), anchor=inner.anchor, grain=Grain.TIME)


def _edge(match: re.Match[str], _: Context, inner: Answer) -> Answer | None:
    if inner.period is None:
        return inner if inner.grain else None
    if inner.period.single is not None or inner.period.grain is Grain.WEEK:
        return inner
    return Answer(period=approximate(inner.period), anchor=inner.anchor) if match else None


def _edge_of_year(match: re.Match[str], context: Context) -> Answer | None:
    if context.anchor is None:
        return Answer(grain=Grain.YEAR)
    unit = word(match.groupdict().get("unit") or "year")
    period = step(context.anchor, 0, unit)
    return Answer(period=approximate(period) if period else None, anchor=context.anchor if period else None)


def _edge_day(match: re.Match[str], _: Context, inner: Answer) -> Answer | None:
    """The first or last day of a month or a year."""
    if inner.period is None or inner.period.grain not in (Grain.MONTH, Grain.YEAR, Grain.QUARTER, Grain.WEEK):
        return None
    day = inner.period.last if word(match["which"]) in ("last", "final") else inner.period.first
    return Answer(period=of_day(day), anchor=inner.anchor)


def _offset(match: re.Match[str], _: Context, inner: Answer) -> Answer | None:
    if inner.period is None:
        return None
    told = match.groupdict()
    number = number_of(told.get("number") or "one")
    sign = -1 if word(match["side"]) in ("before", "prior to", "ahead of", "previous to") else 1
    unit = word(match["unit"])
    if number is None or unit in ("second", "minute", "hour"):
        return None
    base = inner.period
    if unit == "week" and base.single:
        period: Period | None = of_day(base.single + timedelta(7 * number * sign))
        if "number" not in told:
            period = of_week(base.single + timedelta(7 * sign))
    else:
        period = step(base, sign * number, "day" if unit == "night" else unit)
    return Answer(period=period, anchor=base) if period else None


def _week_of(_: re.Match[str], __: Context, inner: Answer) -> Answer | None:
    if inner.period is None or inner.period.single is None:
        return None
    return Answer(period=of_week(inner.period.single), anchor=inner.anchor)


def _circa(_: re.Match[str], __: Context, inner: Answer) -> Answer | None:
    if inner.period is None or inner.period.grain not in (Grain.YEAR, Grain.MONTH):
        return None
    return Answer(period=approximate(inner.period), anchor=inner.anchor)


_CLOCK = (
    r"(?:(?P<hour>1[0-2]|0?\d)(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)? ?(?P<half>a|p)\.? ?m\b\.?|"
    r"(?P<named>noon|midday|midnight))(?:,? \(?(?:(?:GMT|UTC) ?[+-] ?\d\d?(?::?\d\d)?|{zone}\b)\)?)?(?:,? \(\d\d?[:.]?\d\d (?:GMT|UTC)\))?"
)
_CLOCK24 = r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?: (?:hours|hrs))?(?:,? (?:\()?{zone}\b\)?)"
_CLOCK24_BARE = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!:?\d)"
_ON = r"(?:,? on |,? of | )"
_OCLOCK = r"{number:hour} o['’]clock(?: in the (?P<half>a|p)?(?:morning|fternoon|evening))?"


def _year_end(_: re.Match[str], context: Context) -> Answer | None:
    if context.anchor is None:
        return Answer(grain=Grain.MONTH)
    return Answer(period=approximate(of_month(context.anchor.first.year, 12)), anchor=context.anchor)


def _year_period(match: re.Match[str], _: Context) -> Answer | None:
    return Answer(period=of_year(int(match["year"])))


def _last_quarter(_: re.Match[str], context: Context) -> Answer | None:
    quarter = context.quarter()
    return Answer(period=of_quarter(quarter.first.year - 1, quarter_of(quarter.first)), anchor=quarter) if quarter else None


RULES = (
    Rule(name="quarter", pattern=rf"(?:the (?!\w+-quarter))?(?:(?P<year0>(?:19|20)\d\d) |(?P<which0>(?:last|this|next) year['’]s) )?(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|last|latest)[- ]quarter(?:{_OF_YEAR})?", resolve=_quarter),
    Rule(name="quarter", pattern=rf"Q(?P<n>[1-4])(?:,? ?(?P<year>(?:19|20)\d\d)|{_OF_YEAR.replace('<year>', '<year0>')})?", resolve=_quarter),
    Rule(name="quarter", pattern=r"(?P<year>(?:19|20)\d\d)[ -]?Q(?P<n>[1-4])", resolve=_quarter),
    Rule(name="half", pattern=rf"the (?P<half>first|second|last)(?P<bare>[- ]half)(?:{_OF_YEAR})", resolve=_half),
    Rule(name="half", pattern=r"(?P<year>(?:19|20)\d\d) (?P<half>first|second)(?P<bare>[- ]half)", resolve=_half),
    Rule(name="year-ago", pattern=r"last year['’]s quarter", resolve=_last_quarter),
    Rule(name="year", pattern=r"the {year} (?:period|quarter)", resolve=_year_period),
    Rule(name="the-quarter", pattern=r"(?:the|this|that) quarter|the latest (?:quarter|period)", resolve=_the_quarter),
    Rule(name="time", pattern=_CLOCK, resolve=_time),
    Rule(name="time", pattern=_CLOCK24, resolve=_time),
    Rule(name="time", pattern=_OCLOCK, resolve=_time),
    Rule(name="time", pattern=_CLOCK24_BARE, resolve=_bare_time),
    Rule(name="time", pattern=r"{number:hour} in the (?:early )?(?P<half>morning|afternoon|evening)", resolve=_time),
    Rule(name="time-of-day", pattern=_CLOCK + _ON, around=_time_of_day),
    Rule(name="time-of-day", pattern=_CLOCK24 + _ON, around=_time_of_day),
    Rule(name="time-of-day", pattern=_CLOCK24_BARE + _ON, around=_time_of_day),
    Rule(name="edge", pattern=r"the (?P<which>first|last|final|opening) day of ", around=_edge_day),
    Rule(name="edge", pattern=r"(?:the )?(?:very )?(?:beginning|start|end|middle|close|latter part|early part|latter half|later part|first part|eve) of ", around=_edge),
    Rule(name="edge", pattern=r"the (?:beginning|start|end|middle|close) of (?:the|this) (?:fiscal |financial |current |calendar )?(?P<unit>year|month|week|decade|century|quarter)", resolve=_edge_of_year),
    Rule(name="year-end", pattern=r"(?:the )?year[- ]end", resolve=_year_end),
    Rule(name="offset", pattern=r"the {unit} (?P<side>before|after|following|preceding|prior to) ", around=_offset),
    Rule(name="offset", pattern=r"{number} {unit}s? (?P<side>before|after|following|from|prior to|ahead of) ", around=_offset),
    Rule(name="week-of", pattern=r"the week (?:of|ending|ended|beginning) ", around=_week_of),
    Rule(name="circa", pattern=r"(?:circa|c\.|ca\.) ?", around=_circa),
    Rule(name="the-year", pattern=r"the (?:full |current |whole |entire )year", resolve=_edge_of_year),
)


def _vague(match: re.Match[str], context: Context) -> Answer | None:
    told, after = word(match.group()), context.after(match.end(), 8).lower()
    if told == "now" and (after.startswith((" that ", ", ")) or context.before(match.start()).endswith(("until ", "by ", '"', "“"))):
        return None
    if told == "the past" and re.match(r"\s+[a-z\d]", after):
        return None
    if told in ("the future", "the present", "the long term", "the short term", "the near term") and re.match(r"\s+(?:of|tense|value)", after):
        return None
    return Answer()


VAGUE = (
    Rule(name="vague", pattern=r"{vague}", resolve=_vague),
    Rule(
        name="vague",
        pattern=r"(?:in )?(?:the )?(?:recent|past few|last few|past several|last several|coming|previous|next few|next several) (?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?: and (?:days|weeks|months|years))?",
        resolve=lambda m, _: Answer(start=m.start() + (3 if m.group().lower().startswith("in ") else 0)),
    ),
)

__all__ = ["RULES", "VAGUE", "of_year"]
