"""The calendar behind the date grammar: stretches of days, what EDTF calls them, and steps from one to another."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model import Grain

# First and last month of EDTF's sub-year groupings; months past 12 are the next year's.
_GROUPS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days.

    Attributes:
        first, last: Its first and last day.
        edtf: What EDTF calls it.
        grain: The unit it is named by; None for a century.
    """

    first: date
    last: date
    edtf: str
    grain: Grain | None

    @property
    def single(self) -> date | None:
        """The day, if it is one day."""
        return self.first if self.first == self.last else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month, if it lies within one month."""
        one = (self.first.year, self.first.month)
        return one if one == (self.last.year, self.last.month) else None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day; None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def long_year(told: str, anchor: Period | None) -> int:
    """The year of two or four digits: '89 is of the last century if else it were more than 20 years ahead."""
    year = int(re.sub(r"\D", "", told))
    if year >= 100:
        return year
    now = anchor.first.year if anchor else 2000
    century = now // 100 * 100
    return century + year if century + year <= now + 20 else century - 100 + year


def of_day(day: date, *, clock: str | None = None, grain: Grain = Grain.DAY) -> Period:
    """One day, or a time of it: `clock` is "hh:mm" or "hh:mm:ss", with or without a "Z"."""
    told = f"{day.isoformat()}T{clock}" if clock else day.isoformat()
    return Period(first=day, last=day, edtf=told, grain=Grain.TIME if clock else grain)


def of_days(first: date, last: date, grain: Grain = Grain.DAY) -> Period:
    """From one day to another."""
    return Period(first=first, last=last, edtf=f"{first.isoformat()}/{last.isoformat()}", grain=grain)


def of_week(day: date) -> Period:
    """The week from Monday to Sunday that the day is in."""
    monday = day - timedelta(day.weekday())
    return of_days(monday, monday + timedelta(6), Grain.WEEK)


def of_weekend(day: date) -> Period:
    """Saturday and Sunday of the week that the day is in."""
    monday = day - timedelta(day.weekday())
    return of_days(monday + timedelta(5), monday + timedelta(6), Grain.DAY)


def of_month(year: int, month: int) -> Period:
    """A month; months below 1 and above 12 are those of other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = date(year, month, 1)
    last = date(year, month, calendar.monthrange(year, month)[1])
    return Period(first=first, last=last, edtf=f"{year:04}-{month:02}", grain=Grain.MONTH)


def of_group(year: int, code: int) -> Period:
    """A season (21-24), quarter (33-36) or half (40, 41) of a year, by EDTF's code."""
    first, last = _GROUPS[code]
    grain = Grain.QUARTER if 33 <= code <= 36 else Grain.SEASON
    return Period(
        first=of_month(year, first).first, last=of_month(year, last).last, edtf=f"{year:04}-{code}", grain=grain
    )


def of_quarter(year: int, quarter: int) -> Period:
    """A quarter; those below 1 and above 4 are of other years."""
    return of_group(year + (quarter - 1) // 4, 33 + (quarter - 1) % 4)


def of_year(year: int) -> Period:
    """A calendar year."""
    return Period(first=date(year, 1, 1), last=date(year, 12, 31), edtf=f"{year:04}", grain=Grain.YEAR)


def of_decade(year: int) -> Period:
    """The decade that the year is in: 1989 is in 198X."""
    start = year // 10 * 10
    return Period(
        first=date(max(start, 1), 1, 1), last=date(start + 9, 12, 31), edtf=f"{start // 10:03}X", grain=Grain.DECADE
    )


def of_century(hundreds: int) -> Period:
    """The century of the years that begin with these hundreds: 19 is 19XX. EDTF has no other name for it."""
    start = hundreds * 100
    return Period(first=date(max(start, 1), 1, 1), last=date(start + 99, 12, 31), edtf=f"{hundreds:02}XX", grain=None)


def between(one: Period, other: Period) -> Period:
    """From the beginning of the one to the end of the other."""
    told = f"{one.edtf}/{other.edtf}"
    return Period(first=one.first, last=other.last, edtf=told, grain=one.grain)


def approximate(period: Period) -> Period:
    """The period, roughly: early, late, about."""
    if period.edtf.endswith(("~", "X")) or "/" in period.edtf or "T" in period.edtf:
        return period
    if re.fullmatch(r"\d{4}-(?:2[1-4]|3[3-6]|4[01])", period.edtf):
        return period
    return replace(period, edtf=f"{period.edtf}~")


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, in Meeus's form)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first (1), second ..., or last (-1) such weekday (ISO: Monday is 1) of the month."""
    if which < 0:
        last = of_month(year, month).last
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def step(start: Period, count: int, unit: str) -> Period | None:
    """The period `count` units after the start (before it, if negative), in the unit's own grain.

    None where the start is too coarse to say: three days after June is no day.
    """
    if unit == "day":
        return of_day(start.single + timedelta(count)) if start.single else None
    if unit == "week":
        return of_week(start.single + timedelta(7 * count)) if start.single else None
    if unit == "month":
        return of_month(start.month[0], start.month[1] + count) if start.month else None
    if unit == "quarter":
        return of_quarter(start.first.year, quarter_of(start.first) + count) if start.month else None
    if start.first.year != start.last.year:
        return None
    if unit == "year":
        return of_year(start.first.year + count)
    if unit == "decade":
        return of_decade(start.first.year + 10 * count)
    if unit == "century":
        return of_century(start.first.year // 100 + count)
    return None


def parse(edtf: str | None) -> Period | None:
    """A day, month or year in EDTF; None for anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?[~?%]?", edtf or "")
    if not match:
        return None
    year, month, day = (int(x) if x else None for x in match.groups())
    try:
        if year is None or month is None:
            return of_year(int(match[1]))
        return of_day(date(year, month, day)) if day is not None else of_month(year, month) if month <= 12 else None
    except ValueError:
        return None
