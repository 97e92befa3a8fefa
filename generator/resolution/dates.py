"""Comparing EDTF dates: which may be one time, and how far apart they are."""

from generator.edtf import Days, days

__all__ = ["Days", "days", "first_day", "gap", "may_agree"]


def may_agree(one: str | None, other: str | None) -> bool:
    """Whether two dates may mean one time: they share a day, or one of them is not known."""
    return gap(one, other) == 0


def gap(one: str | None, other: str | None) -> int:
    """Days from the end of the earlier to the start of the later; 0 where they share a day or one is not known."""
    a, b = days(one), days(other)
    if a is None or b is None:
        return 0
    return max(0, a[0] - b[1], b[0] - a[1])


def first_day(edtf: str | None) -> int | None:
    """The first day that a date may mean, as an ordinal."""
    found = days(edtf)
    return found[0] if found else None
