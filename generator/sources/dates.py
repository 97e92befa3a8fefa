"""Dates as files and pages write them, as EDTF. What an article says of dates is extraction's business."""

import re
from datetime import UTC, date, datetime, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?([?~%])?((?:T|\s+)\d{1,2}[:.]?\d{2}.*)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{4,6})Z?)?")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})([T\s,]+\d{1,2}[:.]\d{2}.*)?", re.DOTALL)
# A time of day, wherever it stands in what follows a date.
_CLOCK = re.compile(r"(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2}))?")
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?"
FULL = re.compile(
    rf"{_WEEKDAY}(?:(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH}),?\s+(?P<year2>\d{{4}}))(?!\d)",
    re.IGNORECASE,
)


class DateError(ValueError):
    """The words are no date, no possible one, or one that can be read in two ways."""


def from_stated(told: str) -> str:
    """The EDTF date that a file states: a year, a month or a day; the time of day is dropped.

    Raises:
        DateError: Says why it cannot be believed.
    """
    told = told.strip()
    if iso := _ISO.fullmatch(told):
        year, month, day, doubt, time = iso.groups()
        return _at(time, _edtf(year, month, day)) + (doubt or "")
    if compact := _COMPACT.fullmatch(told):
        year, month, day, time = compact.groups()
        return _at(time, _edtf(year, month, day))
    if numeric := _NUMERIC.fullmatch(told):
        return _at(numeric[5], _numeric(int(numeric[1]), int(numeric[3]), numeric[4], dotted=numeric[2] == "."))
    full = FULL.match(told)
    rest = told[full.end() :] if full else ""
    if full is not None and re.fullmatch(r"(?:[\s,|]*(?:at\s+)?\d{1,2}[:.]\d{2}.*)?", rest, re.DOTALL):
        return _at(rest, day_of(full))
    raise DateError("is no date that is read here, such as 2024-11-20")


def _at(time: str | None, edtf: str) -> str:
    """The date, if the time that stands behind it is one of the clock: one that is not makes the date doubtful, too."""
    found = _CLOCK.search(time or "")
    hour, minute, second = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    # A minute's 60th second is a leap second; 24:00 is the end of a day (ISO 8601).
    if minute > 59 or second > 60 or hour > 24 or (hour == 24 and minute + second > 0):
        raise DateError("has a time that no clock shows")
    return edtf


def _numeric(first: int, second: int, year: str, *, dotted: bool) -> str:
    # Dots are used where the day comes first; slashes and hyphens are used both ways.
    if first <= 12 and second <= 12 and first != second and not dotted:
        raise DateError("is ambiguous: day or month first; write it as year-month-day")
    day, month = (first, second) if dotted or second <= 12 else (second, first)
    return _edtf(year, str(month), str(day))


def _edtf(year: str, month: str | None, day: str | None) -> str:
    try:
        checked = date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise DateError("is no day of the calendar") from error
    told = checked.isoformat()
    return told if day else told[:7] if month else told[:4]


def day_of(full: re.Match[str]) -> str:
    """The EDTF day of a match of `FULL`.

    Raises:
        DateError: No such day.
    """
    groups = full.groupdict()
    month = (groups["month"] or groups["month2"])[:3].lower()
    number = MONTHS.index(month) + 1
    return _edtf(groups["year"] or groups["year2"], str(number), groups["day"] or groups["day2"])


def full_days(text: str) -> list[tuple[date, str]]:
    """The days that the text gives with their year ("Nov. 21, 2024"), with the words, in order."""
    told = []
    for match in FULL.finditer(text):
        try:
            told.append((date.fromisoformat(day_of(match)), match[0]))
        except DateError:
            continue
    return told


def after(edtf: str, today: date) -> bool:
    """Whether the date lies wholly after today."""
    plain = edtf.rstrip("?~%")
    return plain > today.isoformat()[: len(plain)]


def latest_day() -> date:
    """The day it is where it is latest: what lies after it is in the future everywhere."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()
