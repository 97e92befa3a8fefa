"""Date expressions: what they cover, what they mean, what they were counted from, and what is none."""

import re
from collections.abc import Callable
from datetime import date

import pytest
import spacy
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from generator.extraction.dates import find_dates
from generator.extraction.dates.calendar import easter
from generator.extraction.reading import Reading, read
from generator.model import DateMention, Grain
from tests.conftest import article_of

pytestmark = pytest.mark.model

Read = Callable[..., Reading]

# The articles below are published on Friday, 22 November 2024, unless a case says otherwise.
ABSOLUTE = [
    ("The treaty was signed on June 19, 2024.", "June 19, 2024=2024-06-19"),
    ("The treaty was signed on Wednesday, 19 June 2024.", "Wednesday, 19 June 2024=2024-06-19"),
    ("They met on the 3rd of March, 1998.", "the 3rd of March, 1998=1998-03-03"),
    ("Both fell on Oct. 3 1998.", "Oct. 3 1998=1998-10-03"),
    ("It happened on April seventh, 1999.", "April seventh, 1999=1999-04-07"),
    ("The file is dated 2024-05-06 and 2024/05/07.", "2024-05-06=2024-05-06 | 2024/05/07=2024-05-07"),
    ("It was logged at 2024-05-06T07:08:09Z.", "2024-05-06T07:08:09Z=2024-05-06T07:08:09Z"),
    ("The form says 10/30/89 and 30.10.1989.", "10/30/89=1989-10-30 | 30.10.1989=1989-10-30"),
    ("Sales peaked in August 2023.", "August 2023=2023-08"),
    ("She left in early March 1999 and died in late 2023.", "early March 1999=1999-03~ | late 2023=2023~"),
    ("He was elected in 1998 and again in 2002.", "1998=1998 | 2002=2002"),
    ("They ruled from 2004 to 2009.", "2004=2004 | 2009=2009"),
    ("The 1989-91 slump and the 2013/14 season are over.", "1989-91=1989/1991 | 2013/14=2013/2014"),
    ("The bridge stays closed until 1994 or later.", "1994 or later=1994/.."),
    ("The 1990s were good and the late 1980s better.", "1990s=199X | late 1980s=198X"),
    ("Music of the '60s and the seventies played.", "'60s=196X | the seventies=197X"),
    ("A 19th century church stands there.", "19th century=18XX"),
    ("Born in '58, he led the class of '79.", "'58=1958 | '79=1979"),
    ("Profit rose in fiscal 2023.", "fiscal 2023=2023~"),
    ("In nineteen ninety-one they parted.", "nineteen ninety-one=1991"),
    ("Sales rose in the third quarter of 2023 and in Q1 2024.", "the third quarter of 2023=2023-35 | Q1 2024=2024-33"),
    ("Net fell in the first half of 1990.", "the first half of 1990=1990-40"),
    ("They met in the summer of 1962.", "the summer of 1962=1962-22"),
    ("They were married on Easter Sunday 2023.", "Easter Sunday 2023=2023-04-09"),
    ("It ran from May 3 to June 5, 1989.", "May 3=1989-05-03 | June 5, 1989=1989-06-05"),
    ("As of Sept. 30, 1989, and through Dec. 31, it grew.", "Sept. 30, 1989=1989-09-30 | Dec. 31=1989-12-31"),
    ("The third Monday of May 2024 was dry.", "The third Monday of May 2024=2024-05-20"),
    ("The last day of March 2023 was dry.", "The last day of March 2023=2023-03-31"),
]

RELATIVE = [
    ("He resigned on Friday.", "Friday=2024-11-22"),
    ("He resigned on Thursday.", "Thursday=2024-11-21"),
    ("He resigned on Saturday.", "Saturday=2024-11-16"),
    ("The council will vote on Monday.", "Monday=2024-11-25"),
    ("The council is expected to vote on Monday.", "Monday=2024-11-25"),
    ("The council is meeting Tuesday.", "Tuesday=2024-11-26"),
    ("The trial was postponed until Monday.", "Monday=2024-11-25"),
    ("He was not told until Monday.", "Monday=2024-11-18"),
    ("Police said Friday that he will appear on Monday.", "Friday=2024-11-22 | Monday=2024-11-25"),
    ("They left last Friday and return next Friday.", "last Friday=2024-11-15 | next Friday=2024-11-29"),
    ("It rained Monday night.", "Monday night=2024-11-18"),
    (
        "It rains today, rained yesterday and will rain tomorrow.",
        "today=2024-11-22 | yesterday=2024-11-21 | tomorrow=2024-11-23",
    ),
    ("The war began last night.", "last night=2024-11-21"),
    ("Last month they spoke; this week they do not.", "Last month=2024-10 | this week=2024-11-18/2024-11-24"),
    ("Earlier this week the ministers met.", "Earlier this week=2024-11-18/2024-11-24"),
    ("The ministers met earlier this year.", "earlier this year=2024~"),
    ("Next year and next month will be better.", "Next year=2025 | next month=2024-12"),
    ("It opened last March.", "last March=2024-03"),
    ("The deal, announced in September, is due to close in January.", "September=2024-09 | January=2025-01"),
    ("It fell in January.", "January=2024-01"),
    ("The accord will be signed in April next year.", "April next year=2025-04"),
    ("The pact was signed on June 19.", "June 19=2024-06-19"),
    ("The offer was extended to Dec. 16.", "Dec. 16=2024-12-16"),
    ("The law takes effect Jan. 1.", "Jan. 1=2025-01-01"),
    ("He was there from 3 to 5 May.", "3 to 5 May=2024-05-03/2024-05-05"),
    ("They talked on April 24 and 25.", "April 24=2024-04-24 | 25=2024-04-25"),
    ("They met on June 3 and spoke on the 15th.", "June 3=2024-06-03 | the 15th=2024-06-15"),
    ("Three years ago he left; two months ago he came back.", "Three years ago=2021 | two months ago=2024-09"),
    ("It burned 10 days ago and a week ago.", "10 days ago=2024-11-12 | a week ago=2024-11-11/2024-11-17"),
    ("A decade ago it was calm.", "A decade ago=2014"),
    ("Two and a half years ago it began.", "Two and a half years ago=2022~"),
    ("Several years ago it began.", "Several years ago="),
    ("He resigned on Tuesday. A day earlier, he had denied it.", "Tuesday=2024-11-19 | A day earlier=2024-11-18"),
    (
        "The match was on May 3, 2010. Two weeks later, he died.",
        "May 3, 2010=2010-05-03 | Two weeks later=2010-05-17/2010-05-23",
    ),
    ("In 1997 he won. The following year he lost.", "1997=1997 | The following year=1998"),
    ("In 1997 he won; the year before, he had lost.", "1997=1997 | the year before=1996"),
    ("On May 3, 2010, she fell. That same day, he called.", "May 3, 2010=2010-05-03 | That same day=2010-05-03"),
    ("She fell on Tuesday and died the next morning.", "Tuesday=2024-11-19 | the next morning=2024-11-20"),
    ("He had left the day before yesterday.", "the day before yesterday=2024-11-20"),
    ("It opened two days before Christmas.", "two days before Christmas=2024-12-23"),
    ("There will be a vote a week from Friday.", "a week from Friday=2024-11-29"),
    ("The week of May 6 was calm.", "The week of May 6=2024-05-06/2024-05-12"),
    ("It will be over by the end of 2025.", "the end of 2025=2025~"),
    ("The fund will close by year-end.", "year-end=2024-12~"),
    ("Since August 2023 they have sent arms.", "August 2023=2023-08/.."),
    ("Since January they have sent arms.", "January=2024-01/.."),
    ("Rebels struck over the weekend.", "the weekend=2024-11-16/2024-11-17"),
    ("The fair opens this weekend.", "this weekend=2024-11-23/2024-11-24"),
    ("He retired last fall and came back this spring.", "last fall=2023-23 | this spring=2024-21"),
    ("They will meet on Christmas Eve.", "Christmas Eve=2024-12-24"),
    ("It failed on Labor Day weekend.", "Labor Day weekend=2024-08-31/2024-09-02"),
    ("During the past decade it doubled.", "the past decade=201X"),
    ("Third-quarter profit rose.", "Third-quarter=2024-35"),
    ("Net income rose in the third quarter from a year earlier.", "the third quarter=2024-35 | a year earlier=2023-35"),
    ("Prices rose 5 percent from a year earlier.", "a year earlier=2023"),
    ("In the quarter, sales fell.", "the quarter="),
    ("Sales fell in the first half of last year.", "the first half of last year=2023-40"),
]

CLOCK = [
    ("It crashed at 10 p.m. EST Tuesday.", "10 p.m. EST Tuesday=2024-11-19T22:00:00"),
    ("It crashed at 6:30 a.m. on Nov. 3.", "6:30 a.m. on Nov. 3=2024-11-03T06:30:00"),
    ("It crashed at 14:30 GMT on Tuesday.", "14:30 GMT on Tuesday=2024-11-19T14:30:00Z"),
    ("On Tuesday, at 22:30, the doors closed.", "Tuesday=2024-11-19 | 22:30=2024-11-19T22:30:00"),
    ("The ferry sailed at noon Thursday.", "noon Thursday=2024-11-21T12:00:00"),
    ("The alarm rang at 5 a.m.", "5 a.m.="),
    ("They came on Monday, at four in the morning.", "Monday=2024-11-18 | four in the morning=2024-11-18T04:00:00"),
]

VAGUE = [
    ("Recently he has been ill.", "Recently="),
    ("He has been ill in recent weeks.", "recent weeks="),
    ("At the time nobody knew.", "At the time="),
]

NONE_AT_ALL = [
    "Every Monday they meet, and on Fridays they rest.",
    "For three years they met daily, and then yearly.",
    "May I come? They may march, and the deal may fall.",
    "Theresa May met April Jones; May said nothing.",
    "It cost $1999, 1,990 dollars or 2000 euros.",
    "There were 2000 people and 1945 soldiers.",
    "See page 1995, room 2010 and flight 1988.",
    "Resolution 1973 was adopted by 10-2.",
    "It closed at 45 1/2; it is open 24/7; two thirds is 2/3.",
    "He reads The Sunday Times; Bloody Sunday is a film.",
    "The fall of the government followed.",
    "Johnnie Christmas drew it.",
    "Our editors cut the list on a Monday with great care.",
    "Over the past year it grew.",
    "The pharaoh died in 1323 BC.",
    "The Sun set and he sat down.",
    'ABC\'s "This Week" quoted him.',
]


def told(found: tuple[DateMention, ...]) -> str:
    return " | ".join(f"{d.text}={d.edtf or ''}" for d in found)


@pytest.mark.parametrize(("text", "expected"), [*ABSOLUTE, *RELATIVE, *CLOCK, *VAGUE])
def test_expressions_and_their_values(read_text: Read, text: str, expected: str) -> None:
    assert told(find_dates(read_text(text))) == expected


@pytest.mark.parametrize("text", NONE_AT_ALL)
def test_what_only_looks_like_a_date(read_text: Read, text: str) -> None:
    assert told(find_dates(read_text(text))) == ""


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("It was on June 19, 2024.", Grain.DAY),
        ("It was last week.", Grain.WEEK),
        ("It was in June 2024.", Grain.MONTH),
        ("It was in the third quarter of 2023.", Grain.QUARTER),
        ("It was in the summer of 2023.", Grain.SEASON),
        ("It was in the first half of 2023.", Grain.SEASON),
        ("It was in 2023.", Grain.YEAR),
        ("It was in the 1990s.", Grain.DECADE),
        ("It was in the 19th century.", None),
        ("It was Monday night.", Grain.TIME),
        ("It was recently.", None),
    ],
)
def test_the_grain_is_the_unit_that_is_named(read_text: Read, text: str, grain: Grain | None) -> None:
    assert [d.grain for d in find_dates(read_text(text))] == [grain]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("LYON, Nov. 18 (XY) -- The mayor resigned Friday.", "2024-11-22", "Nov. 18=2024-11-18 | Friday=2024-11-15"),
        ("A headline\n\nMonday, March 3, 2008\n\nHe spoke on Sunday.", "2008-03-07", "Sunday=2008-03-02"),
        ("LYON (Jan. 10, 2011) - It was yesterday.", None, "yesterday=2011-01-09"),
        ("LYON, Dec. 30 (XY) -- It was yesterday.", "2025-01-02", "yesterday=2024-12-29"),
        ("LYON, Dec. 40 (XY) -- It was yesterday.", "2025-01-02", "yesterday=2025-01-01"),
        ("A headline Sunday, May 28, 2006\n\nIt was yesterday.", "2006-05-30", "yesterday=2006-05-27"),
        ("He spoke on Sunday.", None, "Sunday="),
        ("He spoke on Sunday, and will speak in May.", "2024-11", "Sunday= | May=2025-05"),
        ("He spoke last month and on May 3.", "2024-11", "last month=2024-10 | May 3=2024-05-03"),
        ("He spoke last year, in May and last week.", "2024", "last year=2023 | May=2024-05 | last week="),
        (
            "He spoke last year and on May 3, today and this morning.",
            None,
            "last year= | May 3= | today= | this morning=",
        ),
        (
            "On May 3, 2010, he left. Two days later, he died.",
            None,
            "May 3, 2010=2010-05-03 | Two days later=2010-05-05",
        ),
    ],
)
def test_the_anchor(read_text: Read, text: str, published: str | None, expected: str) -> None:
    found = told(find_dates(read_text(text, published=published)))
    assert found.endswith(expected)


def test_a_date_says_its_rule_and_what_it_was_counted_from(read_text: Read) -> None:
    full, weekday, vague = find_dates(read_text("On May 3, 2010, and on Thursday, and recently."))
    assert (full.rule, full.anchor) == ("full-date", None)
    assert (weekday.rule, weekday.anchor) == ("weekday", "2024-11-22")
    assert (vague.rule, vague.anchor, vague.grain) == ("vague", None, None)


def test_no_expression_runs_over_a_paragraphs_end(read_text: Read) -> None:
    assert told(find_dates(read_text("They met in May\n\n2010 was a good year"))).startswith("May=")
    assert told(find_dates(read_text("They met in May\n2010."))) == "May\n2010=2010-05"


@pytest.mark.parametrize("year", ["999999999", "0000", "9999"])
def test_years_at_the_edge_of_the_calendar(read_text: Read, year: str) -> None:
    text = f"It ends on 1 Jan {year}. 9000 years ago, 3000 decades ago, 9000 centuries later, the year after 9999."
    for found in find_dates(read_text(text, published="9999-12-31")):
        assert found.text


_PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        *re.findall(
            r"\S+",
            "Monday May 3 the 15th of 2010 , - – to and early late last next this week year ago before after two "
            "10 p.m. noon Q3 quarter first half '80s 1990s 19th century since on in Christmas . ( ) / 11 "
            "2024-02-30 24:61 99 FY fall the day decade fiscal weekend Easter a and-a-half earlier Nov. 31 "
            "February 30 0 1e9 ’ % $ tonight that same ",
        ),
    ]
)


@given(
    st.lists(_PIECES, max_size=14).map(" ".join) | st.text(max_size=60),
    st.sampled_from(["2024-02-29", "2024-11", "1", None, "9999-12-31", "0001-01-01"]),
)
def test_any_text_gives_dates_in_order_and_valid(blank: Language, text: str, published: str | None) -> None:
    article = article_of(text, published=published)
    at = 0
    for found in find_dates(read(article, blank)):
        assert at <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.text == found.text.strip()
        at = found.end
        for part in (found.edtf, found.anchor):
            assert part is None or parse_edtf(part) is not None


@pytest.fixture(scope="module")
def blank() -> Language:
    """Tokens and sentences alone: fast, and every rule must bear a parse that says nothing."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def test_easter_of_known_years() -> None:
    assert [easter(y) for y in (1999, 2000, 2019, 2024)] == [
        date(1999, 4, 4), date(2000, 4, 23), date(2019, 4, 21), date(2024, 3, 31),
    ]  # fmt: skip
