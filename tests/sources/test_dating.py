from datetime import date

import pytest

from generator.model import Basis
from generator.sources.cleaning import sort
from generator.sources.dating import UNKNOWN, Dated, date_of
from generator.sources.paragraphs import split

TODAY = date(2026, 1, 1)
HEAD = "Ferries sail again off Varn\n\n"
CAPTION = "In this photo provided by the harbour board, ferries lie at the quay in Varn on Nov. 21, 2024.\n\n"


def dated(text: str) -> Dated:
    return date_of(sort(split(text)), today=TODAY)


def test_a_date_line_states_the_date() -> None:
    told = dated(
        "date 2024-02-06 All sections\nWorldNovember 20, 2024\n\n" + HEAD + "The ferries sail, she said Friday."
    )
    assert (told.edtf, told.basis, told.reason) == ("2024-11-20", Basis.STATED, None)


def test_date_lines_that_contradict_each_other_state_none() -> None:
    assert dated("November 20, 2024\n\nNovember 22, 2024\n\n" + HEAD + "The ferries will sail again.") == UNKNOWN


@pytest.mark.parametrize(
    "line", ["Updated 3 Jan 2025", "date 2024-02-06 All sections", "February 30, 2024", "November 20, 2199"]
)
def test_other_dates_of_a_page_are_not_its_articles(line: str) -> None:
    assert dated(f"{line}\n\n" + HEAD + "The ferries will sail again.") == UNKNOWN


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The ferries sail again, the board said Friday.", "2024-11-22"),
        ("The ferries sail again, the board said Thursday.", "2024-11-21"),
        ("The board met on Wednesday.", "2024-11-27"),
        (
            "The ferries sail.\n\nAfter last Monday's storm, the board told residents Friday that they sail.",
            "2024-11-22",
        ),
    ],
)
def test_a_weekday_after_a_dated_picture_is_the_date(text: str, edtf: str) -> None:
    told = dated(HEAD + CAPTION + text)
    assert (told.edtf, told.basis) == (edtf, Basis.INFERRED)


def test_the_inference_is_told_in_words() -> None:
    told = dated(HEAD + CAPTION + "The ferries sail again, the board said Friday.")
    assert told.reason == 'a caption is dated "Nov. 21, 2024" and the text says "Friday"'


@pytest.mark.parametrize(
    "text",
    [
        "The ferries will sail next Friday, the board said.",
        "The ferries will sail by Friday, the board said.",
        "The ferries sail every Friday, the board said.",
        "The board's Friday-night meeting ended.",
        "Friday is the day of the ferries.",
        "The board said on Friday, Nov. 8, that they sail.",
        "The ferries sail, the board said.",
    ],
)
def test_other_weekdays_date_nothing(text: str) -> None:
    assert dated(HEAD + CAPTION + text) == UNKNOWN


def test_a_picture_from_the_files_dates_nothing() -> None:
    text = HEAD + "FILE - Ferries lie at the quay on Nov. 21, 2014.\n\nThe ferries sail again, the board said Friday."
    assert dated(text) == UNKNOWN


def test_a_dated_dateline_gives_the_date() -> None:
    told = dated(HEAD + "VARN, Zubrowa (Nov. 21, 2024) — The ferries will sail again.")
    assert (told.edtf, told.basis, told.reason) == ("2024-11-21", Basis.INFERRED, 'the dateline says "Nov. 21, 2024"')


@pytest.mark.parametrize(
    ("other", "edtf"),
    [("Nov. 18, 2024", "2024-11-21"), ("Jan. 5, 2025", "2024-11-21"), ("Nov. 18, 2023", "2023-11-21")],
)
def test_a_dateline_without_year_has_that_of_a_date_nearby(other: str, edtf: str) -> None:
    told = dated(HEAD + f"VARN, Nov. 21 (AP) — The ferries lay still since {other}.")
    assert (told.edtf, told.basis) == (edtf, Basis.INFERRED)
    assert told.reason == f'the dateline says "Nov. 21" and the text holds the date "{other}"'


@pytest.mark.parametrize(
    "text",
    [
        "VARN, Nov. 21 (AP) — The ferries will sail again.",
        "VARN, Feb. 30 (AP) — The ferries lay still since Feb. 18, 2024.",
        "VARN, Nov. 21 (AP) — The ferries lay still since May 18, 2024.",
        "VARN, Nov. 21 (AP) — They lay still from Nov. 18, 2023, to Nov. 18, 2024.",
    ],
)
def test_a_dateline_without_a_sure_year_dates_nothing(text: str) -> None:
    assert dated(HEAD + text) == UNKNOWN


def test_the_end_of_time_is_no_date() -> None:
    caption = "In this photo provided by the board, ferries lie at the quay on Dec. 31, 9999.\n\n"
    assert dated(HEAD + caption + "The ferries sail again, the board said Wednesday.") == UNKNOWN
