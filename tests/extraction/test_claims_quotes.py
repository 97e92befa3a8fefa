"""Where quotations begin and end, also with a mark missing."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.claims.quotes import paragraphs, quotes


def found(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotes(text)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('He said "no" twice.', ['"no"']),
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ("''One,'' he said. ''Two.''", ["''One,''", "''Two.''"]),
        ("''The word is 'old,''' he said.", ["''The word is 'old,'''"]),
        ("«Nous», he said.", ["«Nous»"]),
        ("‘We are ready’, says Novak", ["‘We are ready’"]),
        ("'We know the workers' rights matter,' he said", ["'We know the workers' rights matter,'"]),
        ("The workers' rights and Novak's plan", []),
        ("“Unclosed to the end", ["“Unclosed to the end"]),
        ("“One without an end “and another”", ["“One without an end", "“and another”"]),
        ('A 20" pipe and a 30" pipe', []),
        ("\u202a”Turned round,” he wrote", ["”Turned round,”"]),
        ("", []),
    ],
)
def test_marks(text: str, marked: list[str]) -> None:
    assert found(text) == marked


def test_an_open_quotation_runs_on_in_the_next_paragraph() -> None:
    text = "“First.\n\n“Second,” he said."
    one, two = quotes(text)
    assert (one.closed, two.runs_on, two.paragraph) == (False, True, 1)


def test_an_open_quotation_runs_on_without_a_mark() -> None:
    one, two = quotes("“First.\n\nSecond,” he said.")
    assert (one.closed, two.runs_on, two.inner_start) == (False, True, 9)


def test_paragraphs_part_at_blank_lines_and_before_capitals() -> None:
    text = "  One\nwrapped\nTwo\n\n three \n"
    assert [text[a:b] for a, b in paragraphs(text)] == ["One\nwrapped", "Two", "three"]


@given(st.text(alphabet="ab .,\n'\"“”‘’«»`s", max_size=80))
def test_quotations_are_in_order_and_inside(text: str) -> None:
    at = 0
    for q in quotes(text):
        assert at <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
        at = q.end


@pytest.mark.parametrize("text", ["'a " * 20_000, "s' 'a" * 20_000, '1" ' * 20_000, "“" * 20_000])
def test_hostile_marks_cost_no_square_of_their_number(text: str) -> None:
    begin = time.perf_counter()
    quotes(text)
    assert time.perf_counter() - begin < 5
