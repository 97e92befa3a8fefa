from datetime import date

import pytest

from generator.sources.dates import DateError, after, from_stated, full_days


@pytest.mark.parametrize(
    ("told", "edtf"),
    [
        ("2024-11-20", "2024-11-20"),
        ("2024-11-20T09:00:00Z", "2024-11-20"),
        ("2024-11-20 09:00", "2024-11-20"),
        ("2024-11-20T23:30:00-05:00", "2024-11-20"),
        ("2024/11/20", "2024-11-20"),
        ("2024.11.20", "2024-11-20"),
        ("2024-1-5", "2024-01-05"),
        ("20241120", "2024-11-20"),
        ("2024-11", "2024-11"),
        ("2024", "2024"),
        ("2024-11?", "2024-11?"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("03.04.2024", "2024-04-03"),
        ("04/04/2024", "2024-04-04"),
        ("November 20, 2024", "2024-11-20"),
        ("Nov. 20 2024", "2024-11-20"),
        ("Wednesday, 20 November 2024", "2024-11-20"),
        ("20 Nov 2024, 10:15 GMT", "2024-11-20"),
        ("Sept. 1st, 2024", "2024-09-01"),
        ("2024-11-20T24:00", "2024-11-20"),
        ("2024-11-20T23:59:60Z", "2024-11-20"),
        ("20241120T091500Z", "2024-11-20"),
        ("25/12/2024, 18.30", "2024-12-25"),
    ],
)
def test_dates_are_read_as_people_write_them(told: str, edtf: str) -> None:
    assert from_stated(told) == edtf


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("2024-02-30", "no day of the calendar"),
        ("2024-13", "no day of the calendar"),
        ("February 30, 2024", "no day of the calendar"),
        ("0000-01-01", "no day of the calendar"),
        ("03/04/2024", "ambiguous"),
        ("3-4-2024", "ambiguous"),
        ("yesterday", "no date"),
        ("November 20, 2024 and other days", "no date"),
        ("", "no date"),
        ("2024-06-19T25:00", "time that no clock shows"),
        ("2024-06-19 09:61", "time that no clock shows"),
        ("2024-06-19T24:01", "time that no clock shows"),
        ("20240619T0970", "time that no clock shows"),
        ("19.06.2024 25:00", "time that no clock shows"),
        ("June 19, 2024 at 25:10", "time that no clock shows"),
        ("2024-06-19T09:15:61", "time that no clock shows"),
    ],
)
def test_what_is_no_sure_date_is_refused(told: str, why: str) -> None:
    with pytest.raises(DateError, match=why):
        from_stated(told)


def test_full_days_of_a_text_stand_with_their_words() -> None:
    text = "Taken Thursday, Nov. 21, 2024, not 30 February 2024, in Varn on 3 May 2023."
    assert full_days(text) == [(date(2024, 11, 21), "Thursday, Nov. 21, 2024"), (date(2023, 5, 3), "3 May 2023")]


@pytest.mark.parametrize(
    ("edtf", "late"),
    [("2024-11-21", True), ("2024-11-20", False), ("2024-12", True), ("2024-11", False), ("2025?", True)],
)
def test_a_date_is_late_when_it_lies_wholly_after_today(edtf: str, late: bool) -> None:
    assert after(edtf, date(2024, 11, 20)) is late
