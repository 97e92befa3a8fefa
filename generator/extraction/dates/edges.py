"""Beginnings and ends of periods, days counted from another date, and the vague expressions."""

import re
from collections.abc import Mapping
from datetime import timedelta

from generator.extraction.dates.calendar import Period, approximate, of_day, of_month, of_week, step
from generator.extraction.dates.grammar import Answer, Context, Resolve, ResolveInner
from generator.extraction.dates.lexicon import number_of, word
from generator.model import Grain


def _edge(match: re.Match[str], _: Context, inner: Answer) -> Answer | None:
    if inner.period is None:
        return inner if inner.grain else None
    if inner.period.single is not None and word(match.group()).endswith("eve of "):
        return Answer(period=of_day(inner.period.single - timedelta(1)), anchor=inner.anchor)
    if inner.period.single is not None or inner.period.grain is Grain.WEEK:
        return inner
    return Answer(period=approximate(inner.period), anchor=inner.anchor)


def _edge_day(match: re.Match[str], _: Context, inner: Answer) -> Answer | None:
    """The first or last day of a month or a year."""
    if inner.period is None or inner.period.grain not in (Grain.MONTH, Grain.YEAR, Grain.QUARTER, Grain.WEEK):
        return None
    day = inner.period.last if word(match["which"]) in ("last", "final") else inner.period.first
    return Answer(period=of_day(day), anchor=inner.anchor)


def _edge_of_year(match: re.Match[str], context: Context) -> Answer | None:
    if context.anchor is None:
        return Answer(grain=Grain.YEAR)
    unit = word(match.groupdict().get("unit") or "year")
    period = step(context.anchor, 0, unit)
    return Answer(period=approximate(period) if period else None, anchor=context.anchor if period else None)


def _year_end(match: re.Match[str], context: Context) -> Answer | None:
    if match["year"]:
        return Answer(period=approximate(of_month(int(match["year"]), 12)))
    if context.anchor is None:
        return Answer(grain=Grain.MONTH)
    return Answer(period=approximate(of_month(context.anchor.first.year, 12)), anchor=context.anchor)


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


def _vague(match: re.Match[str], context: Context) -> Answer | None:
    """Recently, at the time; but not "at the time of the flood", which says when."""
    return None if re.match(r"\s+(?:of|when|that)\b", context.after(match.end(), 8)) else Answer()


def _vague_stretch(match: re.Match[str], _: Context) -> Answer | None:
    """In recent weeks, the next few days; the preposition is no part of it."""
    return Answer(start=match.start() + (len(match["in"]) if match["in"] else 0))


READERS: Mapping[str, Resolve] = {
    "edge-of-year": _edge_of_year,
    "year-end": _year_end,
    "vague": _vague,
    "vague-stretch": _vague_stretch,
}
AROUND: Mapping[str, ResolveInner] = {
    "edge": _edge,
    "edge-day": _edge_day,
    "offset": _offset,
    "week-of": _week_of,
    "circa": _circa,
}
