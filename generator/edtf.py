"""EDTF dates (ISO 8601-2, the part that the facts contract uses) as stretches of calendar days."""

import functools
import re
from datetime import date, timedelta

_PLAIN = re.compile(r"(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
# EDTF's codes for seasons (21-24), seasons of the south (25-32), quarters (33-36), quadrimesters (37-39), semesters.
_MONTHS_OF = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 12),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
_TIME = r"T\d\d(?::\d\d(?::\d\d)?)?(?:Z|[+-]\d\d:\d\d)?"
_ONE = rf"(?:\d{{3}}X|\d\dXX|\d{{4}}(?:-\d\d(?:-\d\d(?:{_TIME})?)?)?)[~?%]?"
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
_FORM = re.compile(rf"{_ONE}|{_ONE}/(?:{_ONE}|\.\.)?|(?:\.\.)?/{_ONE}")
_EARLIEST, _LATEST = date.min.toordinal(), date.max.toordinal()

Days = tuple[int, int]
"""First and last day of a time, as ordinals of the calendar (`datetime.date.toordinal`)."""


@functools.cache
def days(edtf: str | None) -> Days | None:
    """The days that an EDTF date may mean; None for no date, or one that cannot be read.

    Open ends of an interval reach to the ends of the calendar; marks of doubt (? ~ %) are ignored.
    """
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if slash:
        first = (_EARLIEST, _EARLIEST) if start in ("", "..") else days(start)
        last = (_LATEST, _LATEST) if end in ("", "..") else days(end)
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    return _plain(re.sub(r"[?~%]", "", edtf).partition("T")[0])


def _plain(text: str) -> Days | None:
    if re.fullmatch(r"\d{3}X|\d\dXX", text):
        first, last = _plain(text.replace("X", "0")), _plain(text.replace("X", "9"))
        return (first[0], last[1]) if first and last else None
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        return _stretch(year or 0, month, day)
    except ValueError:
        return None


def _stretch(year: int, month: int | None, day: int | None) -> Days:
    if month is not None and day is not None:
        only = date(year, month, day).toordinal()
        return only, only
    first, last = (1, 12) if month is None else _MONTHS_OF.get(month, (month, month))
    following = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1).toordinal(), (following - timedelta(days=1)).toordinal()


def valid(edtf: str) -> bool:
    """Whether the text is an EDTF date of the contract's kind that the calendar has: "2024-99-99" is none."""
    return _FORM.fullmatch(edtf) is not None and days(edtf) is not None


def iso(edtf: str | None) -> str | None:
    """The date where it is one of ISO 8601-1 as well: a year, month, day or time, and no doubt about it; else None."""
    if edtf is None or not _ISO.fullmatch(edtf) or not valid(edtf) or edtf[5:7] > "12":
        return None
    return edtf
