"""EDTF dates in words, and in order."""

import pytest

from generator.pages.days import in_words, is_day, month_in_words, short_month, sort_key


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2024-11-22", "22 November 2024"),
        ("2024-11-22T14:30", "22 November 2024, 14:30"),
        ("2024-11", "November 2024"),
        ("2024", "2024"),
        ("202X", "the 2020s"),
        ("2023~", "about 2023"),
        ("2023?", "perhaps 2023"),
        ("2023-05%", "perhaps about May 2023"),
        ("2023-22", "summer 2023"),
        ("2024-34", "second quarter of 2024"),
        ("2023-08/..", "since August 2023"),
        ("../2024", "until 2024"),
        ("../..", "at some time"),
        ("2024-11-18/2024-11-24", "18 to 24 November 2024"),
        ("2024-11-28/2024-12-04", "28 November 2024 to 4 December 2024"),
        ("2023/2024", "2023 to 2024"),
        ("2024-77", "2024-77"),
        ("soon", "soon"),
    ],
)
def test_dates_are_told_as_people_say_them(edtf: str, told: str) -> None:
    assert in_words(edtf) == told


@pytest.mark.parametrize(
    ("edtf", "key"),
    [
        (None, ""),
        ("2024-11-22", "2024-11-22"),
        ("2024-11", "2024-11-01"),
        ("2023~", "2023-01-01"),
        ("2023-22", "2023-06-01"),
        ("202X", "2020-01-01"),
        ("2023-08/..", "2023-08-01"),
        ("../2024-02", "2024-02-01"),
        ("2024-11-22T14:30", "2024-11-22"),
        ("soon", ""),
    ],
)
def test_dates_are_ordered_by_the_first_day_they_can_mean(edtf: str | None, key: str) -> None:
    assert sort_key(edtf) == key


def test_only_one_certain_day_is_a_day() -> None:
    assert is_day("2024-11-22")
    assert not is_day("2024-11")
    assert not is_day("2024-11-22/2024-11-23")
    assert not is_day(None)


def test_months_have_names() -> None:
    assert month_in_words(2024, 2) == "February 2024"
    assert short_month(9) == "Sep"
