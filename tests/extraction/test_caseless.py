"""Patterns over small letters: the same places as without minding capitals."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.caseless import over_small, small

PATTERN = r"(?P<Day>(?i:Mon|TUES)day)\b|(?<!\W)Q[1-4]|US\$\d+\S"


@given(st.text())
def test_small_letters_stand_where_the_capitals_stood(text: str) -> None:
    assert len(small(text)) == len(text)
    assert small(text.upper()) == small(small(text.upper()))


@given(st.lists(st.sampled_from(["Monday", "tuesDAY", "q3", "Q5", " ", "us$5x", "US$7", "İ", "z"])).map("".join))
def test_the_same_is_found(text: str) -> None:
    plain = [(m.span(), m.lastgroup) for m in re.finditer(PATTERN, text, re.IGNORECASE)]
    assert [(m.span(), m.lastgroup) for m in over_small(PATTERN).finditer(small(text))] == plain
