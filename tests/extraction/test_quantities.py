"""Quantities: bounds, units and what is counted; and the figures that are none."""

import re
from collections.abc import Callable

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from generator.extraction.quantities import find_quantities
from generator.extraction.quantities.numbers import amounts, value
from generator.extraction.reading import Reading, read
from generator.model import Quantity
from tests.conftest import article_of

pytestmark = pytest.mark.model

Read = Callable[..., Reading]

# text=low..high~unit: ~ stands where the number is approximate.
CASES = [
    ("Freedonia lent more than 10,000 troops.", "more than 10,000 troops=10000.. troops"),
    ("They sent at least 40 tanks.", "at least 40 tanks=40.. tanks"),
    ("Up to 300 people fled.", "Up to 300 people=..300 people"),
    ("Fewer than 20 houses stood.", "Fewer than 20 houses=..20 houses"),
    ("As many as 30 goats died.", "As many as 30 goats=..30 goats"),
    ("Nearly 500 voters came.", "Nearly 500 voters=500..500~ voters"),
    ("About 500 voters came.", "About 500 voters=500..500~ voters"),
    ("Exactly 500 voters came.", "Exactly 500 voters=500..500 voters"),
    ("It takes 10 or more volunteers.", "10 or more volunteers=10.. volunteers"),
    ("Some 10 to 15 houses burned.", "Some 10 to 15 houses=10..15~ houses"),
    ("Between 10 and 15 houses burned.", "Between 10 and 15 houses=10..15 houses"),
    ("A crew of 15-20 sailors left.", "15-20 sailors=15..20 sailors"),
    ("They counted 2 to 3 million birds.", "2 to 3 million birds=2000000..3000000 birds"),
    ("Twenty-one ships sank.", "Twenty-one ships=21..21 ships"),
    (
        "Two hundred and fifty-three thousand books burned.",
        "Two hundred and fifty-three thousand books=253000..253000 books",
    ),
    ("A dozen men and two dozen women came.", "A dozen men=12..12 men | two dozen women=24..24 women"),
    ("Half a million people marched.", "Half a million people=500000..500000~ people"),
    ("One and a half million people marched.", "One and a half million people=1500000..1500000 people"),
    ("Dozens of people and scores of horses fled.", "Dozens of people=24..~ people | scores of horses=40..~ horses"),
    (
        "Hundreds of homes burned; tens of thousands fled.",
        "Hundreds of homes=200..~ homes | tens of thousands=20000..~ None",
    ),
    ("Several rebels surrendered.", "Several rebels=3..~ rebels"),
    ("Two of the soldiers fled.", "Two of the soldiers=2..2 soldiers"),
    (
        "It cost $40 billion, US$ 3.5 million or £20m.",
        "$40 billion=40000000000..40000000000 USD | US$ 3.5 million=3500000..3500000 USD | £20m=20000000..20000000 GBP",
    ),
    ("It cost 5 million euros and 300 rubles.", "5 million euros=5000000..5000000 EUR | 300 rubles=300..300 RUB"),
    (
        "Shares fell 3.5 percent, or 12%, and 2 percentage points.",
        "3.5 percent=3.5..3.5 % | 12%=12..12 % | 2 percentage points=2..2 percentage points",
    ),
    (
        "It is 30 km from the 105mm gun and 1,200 tonnes of coal.",
        "30 km=30..30 km | 105mm=105..105 mm | 1,200 tonnes=1200..1200 tonnes",
    ),
    ("The 50m pool is 3 GB.", "50m=50..50 m | 3 GB=3..3 gb"),
    ("The blast killed 40 and wounded 20.", "40=40..40 persons | 20=20..20 persons"),
    ("Thirteen were captured; 7 are missing.", "Thirteen=13..13 persons | 7=7..7 persons"),
    ("He signed a two-year deal for a 16-seat jet.", "two-year=2..2 year | 16-seat=16..16 seat"),
    ("Police arrested a suspect and another man.", "a suspect=1..1 suspect | another man=1..1 man"),
    ("They destroyed one tank.", "one tank=1..1 tank"),
    ("The two hour battle ended.", "two hour=2..2 hour"),
    ("They fed 300 and 1,450 goats.", "300=300..300 goats | 1,450 goats=1450..1450 goats"),
    ("Sales rose from 9 to 10.", "9=9..9 None | 10=10..10 None"),
    ("It seats from 200 to 350 passengers.", "200 to 350 passengers=200..350 passengers"),
    ("The price is 45 1/2 or dlrs 1 million.", "45 1/2=45.5..45.5 None | dlrs 1 million=1000000..1000000 USD"),
    (
        "Several hundred people and a few dozen dogs came.",
        "Several hundred people=300..~ people | a few dozen dogs=24..~ dogs",
    ),
    ("It was 20 Britons and 3 dozen eggs.", "20 Britons=20..20 Britons | 3 dozen eggs=36..36 eggs"),
    ("He paid $3 to $5 million.", "$3 to $5 million=3000000..5000000 USD"),
    ("Total dead: 74", "74=74..74 persons"),
    ("It gave between $12 million and $20 million.", "between $12 million and $20 million=12000000..20000000 USD"),
    ("The price was 99 cents.", "99 cents=99..99 USD cents"),
    ("Over 5m people watched.", "Over 5m people=5000000.. people"),
]

NONE_AT_ALL = [
    "John Smith, 23, met a 45-year-old man aged 50.",
    "Resolution 1701 and Flight 93 are known, as is Boeing 747.",
    "She bought a eBook 4 and sold the 303.",
    "Call 555-1234 or see page 12.",
    "One of them saw no one.",
    "On May 3, 2010, at 10 p.m., it rained.",
    "The 5th man came 2nd.",
    "They won 3-2.",
    "Notice 2017-03-T-118 has 4120, 4126, 4171.",
    "Its serial number is 001.",
    "3G and Covid-19 are names, and so is G7.",
    "1. First things.\n\n2. Second things.",
    "I am 61 now, and he turned 60.",
    "Two-thirds of voters, over two thirds, one in five and 3 out of 4.",
    "They missed a deadline and captured a town.",
    "They lost 9 million million tanks and 0/0 ships.",
    "They lost 4\ufe0f\u20e30\ufe0f\u20e3 tanks and 4\u0301\u03020\u0301 ships.",
]


def told(found: tuple[Quantity, ...]) -> str:
    def one(q: Quantity) -> str:
        low, high = ("" if x is None else x for x in (q.low, q.high))
        return f"{q.text}={low}..{high}{'~' if q.approximate else ''} {q.unit}"

    return " | ".join(one(q) for q in found)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_bounds_and_units(read_text: Read, text: str, expected: str) -> None:
    assert told(find_quantities(read_text(text))) == expected


@pytest.mark.parametrize("text", NONE_AT_ALL)
def test_what_only_looks_like_a_quantity(read_text: Read, text: str) -> None:
    assert told(find_quantities(read_text(text))) == ""


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("They sent 900 North Korean troops.", "North Korean troops"),
        ("They sent 13 containers of shells, rockets and other arms.", "containers of shells, rockets and other arms"),
        ("They sent 12 more ships.", "ships"),
        ("Two of the soldiers fled.", "the soldiers"),
        ("Half of it, 50 percent of voters, stayed.", "voters"),
        ("The blast killed 40.", None),
    ],
)
def test_what_is_counted(read_text: Read, text: str, thing: str | None) -> None:
    assert [q.of for q in find_quantities(read_text(text))] == [thing]


def test_dates_may_be_handed_in(read_text: Read) -> None:
    reading = read_text("In 2010 he sold 40 goats.")
    dates = [reading.span(3, 7)]
    assert [q.text for q in find_quantities(reading, dates)] == ["40 goats"]


@pytest.mark.parametrize(
    ("words", "scale", "number"),
    [
        ("a dozen", None, 12), ("half a dozen", None, 6), ("3 dozen", None, 36), ("a couple of", None, 2),
        ("two hundred", None, 200), ("one million and a half", None, 1500000), ("2.5", "million", 2500000),
        ("1,234,567", None, 1234567), ("five six", None, None), ("9" * 30, None, None), ("0.1", "bn", 100000000),
    ],
)  # fmt: skip
def test_numbers_in_words_and_figures(words: str, scale: str | None, number: float | None) -> None:
    assert value(words, scale) == number


_PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        *re.findall(
            r"\S+",
            "more than at least between and 10 15 to - up 3.5 % percent $ £ million m dozen dozens of a half "
            "several hundred men killed the one two-year 1,000 000 , . ; ( ) or so plus + 99999999999999999999 "
            "twenty five thousand US$ No. Flight ' s ",
        ),
    ]
)


@pytest.fixture(scope="module")
def blank() -> Language:
    """Tokens and sentences alone: fast, and every rule must bear a parse that says nothing."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


@given(st.lists(_PIECES, max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_quantities_in_order(blank: Language, text: str) -> None:
    at = 0
    for found in find_quantities(read(article_of(text), blank)):
        assert at <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.low is not None or found.high is not None
        assert found.low is None or found.high is None or found.low <= found.high
        at = found.end


@given(st.text(alphabet="0123456789,.- $%tow", max_size=40))
def test_any_figures_are_read(text: str) -> None:
    for amount in amounts(text):
        assert 0 <= amount.start <= amount.number_start < amount.number_end <= len(text)
