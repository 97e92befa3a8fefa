"""EDTF dates in words, and in order."""

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PARTS_OF_YEAR = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
}  # fmt: skip
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10}
_SINGLE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def in_words(edtf: str) -> str:
    """The date as it is said: "22 November 2024", "since August 2023", "18 to 24 November 2024"."""
    if "/" in edtf:
        return _interval(*edtf.split("/", 1))
    mark = edtf[-1:] if edtf[-1:] in ("~", "?", "%") else ""
    told = _single(edtf.rstrip("~?%"))
    return {"~": f"about {told}", "?": f"perhaps {told}", "%": f"perhaps about {told}", "": told}[mark]


def _interval(start: str, end: str) -> str:
    if start in ("", ".."):
        return f"until {in_words(end)}" if end not in ("", "..") else "at some time"
    if end in ("", ".."):
        return f"since {in_words(start)}"
    one, other = in_words(start), in_words(end)
    if one.split()[1:] == other.split()[1:] and len(one.split()) == 3:
        one = one.split()[0]
    return f"{one} to {other}"


def _single(edtf: str) -> str:
    day, _, time = edtf.partition("T")
    if re.fullmatch(r"\d{3}X", day):
        return f"the {day[:3]}0s"
    found = _SINGLE.fullmatch(day)
    if not found:
        return edtf
    year, month, number = found[1], int(found[2] or 0), int(found[3] or 0)
    if month in _PARTS_OF_YEAR:
        return f"{_PARTS_OF_YEAR[month]} {year}"
    if not 1 <= month <= 12:
        return year if not month else edtf
    told = f"{number} {_MONTHS[month - 1]} {year}" if number else f"{_MONTHS[month - 1]} {year}"
    return f"{told}, {time[:5]}" if time else told


def month_in_words(year: int, month: int) -> str:
    """The month's name with its year."""
    return f"{_MONTHS[month - 1]} {year}"


def short_month(month: int) -> str:
    """The first three letters of the month's name."""
    return _MONTHS[month - 1][:3]


def is_day(edtf: str | None) -> bool:
    """Whether the date is one certain day."""
    return edtf is not None and re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", edtf) is not None


def sort_key(edtf: str | None) -> str:
    """The first day that the date can mean, as YYYY-MM-DD, for ordering; "" for none."""
    if edtf is None:
        return ""
    start, _, end = edtf.partition("/")
    part = (end if start in ("", "..") else start).rstrip("~?%").partition("T")[0].replace("X", "0")
    found = _SINGLE.fullmatch(part)
    if not found:
        return ""
    month = int(found[2] or 1)
    month = _FIRST_MONTH.get(month, month)
    return f"{found[1]}-{month:02d}-{found[3] or '01'}"
