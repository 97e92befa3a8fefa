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
    ("The fair opens Tuesday.", "Tuesday=2024-11-26"),
    ("Blast kills ten in Lyon Tuesday", "Tuesday=2024-11-19"),
    ("He is up for election in March.", "March=2025-03"),
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
    ("They talked on June 8 and 9.", "June 8=2024-06-08 | 9=2024-06-09"),
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
    (
        "Since the third quarter, since the '80s and since Monday night.",
        "the third quarter=2024-35 | '80s=198X | Monday night=2024-11-18/..",
    ),
    ("Since 10 a.m. Monday they have sent arms.", "10 a.m. Monday=2024-11-18T10:00:00"),
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

MORE = [
    # counted from the anchor
    ("It was approved this fiscal year.", "this fiscal year=2024~"),
    ("Last weekend it snowed.", "Last weekend=2024-11-16/2024-11-17"),
    ("During the last century it grew.", "the last century=19XX"),
    ("They met in early last March and late next May.", "in early last March=2024-03~ | late next May=2025-05~"),
    ("In the summer it rained; next winter it will snow.", "summer=2024-22 | next winter=2024-24"),
    ("They will reopen in the spring.", "spring=2025-21"),
    ("Three weeks from now it ends.", "Three weeks from now=2024-12-09/2024-12-15"),
    ("Two nights ago it burned; three hours ago it ended.", "Two nights ago=2024-11-20 | three hours ago=2024-11-22"),
    ("Three minutes ago it ended.", "Three minutes ago=2024-11-22"),
    ("Earlier in the week they met.", "the week=2024-11-18/2024-11-24"),
    ("Half a century ago it began.", "Half a century ago="),
    ("In two centuries, 300 years ago, it sank.", "300 years ago=1724"),
    # counted from the last date
    ("In May 2010 it rose. That month, too, they won.", "May 2010=2010-05 | That month=2010-05"),
    ("On May 6, 2010, it fell. That weekend it rose.", "May 6, 2010=2010-05-06 | That weekend=2010-05-08/2010-05-09"),
    (
        "In the third quarter of 2009 it fell. That quarter was bad.",
        "the third quarter of 2009=2009-35 | That quarter=2009-35",
    ),
    ("That day he wept.", "That day="),
    ("The night before, they had met.", "The night before=2024-11-21"),
    ("On May 6, 2010, he spoke. That Friday was cold.", "May 6, 2010=2010-05-06 | That Friday="),
    # business
    ("Sales for the 1988 second quarter fell.", "the 1988 second quarter=1988-34"),
    ("Rents fell over this year's third quarter.", "this year's third quarter=2024-35"),
    ("The latest quarter was weak.", "The latest quarter=2024-35"),
    ("In the fourth quarter it will grow.", "the fourth quarter=2024-36"),
    ("In the second quarter, sales fell.", "the second quarter=2024-34"),
    ("He scored a fourth quarter touchdown.", ""),
    ("Third-quarter net rose; last year's quarter had a loss.", "Third-quarter=2024-35 | last year's quarter=2023-35"),
    ("Third-quarter net rose, and the quarter was fine.", "Third-quarter=2024-35 | the quarter=2024-35"),
    ("First-half profit rose; second-half sales fell.", "First-half=2024-40 | second-half=2024-41"),
    (
        "The September quarter was weak, the June quarter of 2010 weaker.",
        "The September quarter=2024-35 | the June quarter of 2010=2010-34",
    ),
    ("Rents fell over the 1979 period.", "the 1979 period=1979"),
    ("Exports rose in May 2010 from the same month last year.", "May 2010=2010-05 | the same month last year=2009-05"),
    ("The 1990 first half was weak.", "1990 first half=1990-40"),
    # edges
    ("By the end of this week they go.", "the end of this week=2024-11-18/2024-11-24"),
    ("They move at the end of the year.", "the end of the year=2024~"),
    ("She came toward the start of October.", "the start of October=2024-10~"),
    ("He left around year-end 1989.", "year-end 1989=1989-12~"),
    ("Born c. 1850, he died circa 1910.", "c. 1850=1850~ | circa 1910=1910~"),
    ("The day after Christmas 2010 he fell.", "The day after Christmas 2010=2010-12-26"),
    ("Two weeks after May 3, 2010, he fell.", "Two weeks after May 3, 2010=2010-05-17"),
    ("The week before May 3, 2010, he fell.", "The week before May 3, 2010=2010-04-26/2010-05-02"),
    ("Over the next few days they will go.", "the next few days="),
    # names of days
    ("Thursday of last week was wet.", "Thursday of last week=2024-11-14"),
    ("Friday the 13th was wet.", "Friday the 13th=2024-09-13"),
    (
        "They mourn after Monday's flood and hope to skip Tuesday's lesson.",
        "Monday=2024-11-18 | Tuesday=2024-11-19",
    ),
    ("This Thursday they met, and next Tuesday they will.", "This Thursday=2024-11-21 | next Tuesday=2024-11-26"),
    ("In a Wednesday night speech he wept.", "Wednesday night=2024-11-20"),
    ("On Sat he left, and on Sun. he came.", "Sat=2024-11-16 | Sun.=2024-11-17"),
    ("Next Easter they will go; last Christmas they went.", "Next Easter=2025-04-20 | last Christmas=2023-12-25"),
    ("On Election Day and Black Friday they will rest.", "Election Day=2024-11-05 | Black Friday=2024-11-29"),
    ("In Easter week they rested.", "Easter week=2024-03-25/2024-03-31"),
    ("The first Monday in June was wet.", "The first Monday in June=2024-06-03"),
    ("He still owns it today.", ""),
    ("More work today than ever before.", ""),
    # without a year
    ("Lost last Oct. 12, it sank.", "last Oct. 12=2024-10-12"),
    ("It opens next May 5.", "next May 5=2025-05-05"),
    ("They met on Wednesday, Nov. 20.", "Wednesday, Nov. 20=2024-11-20"),
    ("They met on Sunday, Dec. 31.", "Sunday, Dec. 31=2023-12-31"),
    ("It ran from Jan. 10 to March 31.", "Jan. 10=2024-01-10 | March 31=2024-03-31"),
    ("It ran from October to May 2010.", "October=2009-10 | May 2010=2010-05"),
    ("They stayed from May 3-5.", "May 3-5=2024-05-03/2024-05-05"),
    ("Between May 3 and 5, 2010, they stayed.", "May 3 and 5, 2010=2010-05-03/2010-05-05"),
    ("It passed in Sept. and in Dec. of 2010.", "Sept.=2024-09 | Dec. of 2010=2010-12"),
    ("The March for Life and the March on Rome were long.", ""),
    ("In August Wilson wrote.", "August=2024-08"),
]

CLOCK = [
    ("It is at ten o'clock tonight.", "ten o'clock tonight=2024-11-22T22:00:00"),
    ("They woke at five o'clock this morning.", "five o'clock this morning=2024-11-22T05:00:00"),
    ("It was noon.", ""),
    ("They met at 25:10 and at 12 a.m. Monday.", "12 a.m. Monday=2024-11-18T00:00:00"),
    ("He ran it at 4 p.m. in 2010.", "4 p.m.= | 2010=2010"),
    ("It crashed at 10 p.m. EST Tuesday.", "10 p.m. EST Tuesday=2024-11-19T22:00:00"),
    ("It crashed at 6:30 a.m. on Nov. 3.", "6:30 a.m. on Nov. 3=2024-11-03T06:30:00"),
    ("It crashed at 14:30 GMT on Tuesday.", "14:30 GMT on Tuesday=2024-11-19T14:30:00Z"),
    ("On Tuesday, at 22:30, the doors closed.", "Tuesday=2024-11-19 | 22:30=2024-11-19T22:30:00"),
    ("The ferry sailed at noon Thursday.", "noon Thursday=2024-11-21T12:00:00"),
    ("The alarm rang at 5 a.m.", "5 a.m.="),
    ("They came on Monday, at four in the morning.", "Monday=2024-11-18 | four in the morning=2024-11-18T04:00:00"),
]

EDGES = [
    ("It closes in the week ending May 5, 2010.", "the week ending May 5, 2010=2010-05-03/2010-05-09"),
    ("Three months before May 2010 it fell.", "Three months before May 2010=2010-02"),
    ("A decade after 1990 and a century after 1901.", "A decade after 1990=200X | a century after 1901=20XX"),
    ("Two quarters after May 2010 it rose.", "Two quarters after May 2010=2010-36"),
    ("Three days after June it fell.", "June=2024-06"),
    ("An hour after May 3, 2010, it fell.", "May 3, 2010=2010-05-03"),
    ("The last Friday of May 2010 was wet.", "The last Friday of May 2010=2010-05-28"),
    ("The fifth Monday of May 2010 was the 31st.", "The fifth Monday of May 2010=2010-05-31"),
    ("The fifth Tuesday of May 2010 never came.", "Tuesday=2024-11-19 | May 2010=2010-05"),
    ("The first day of the meeting was wet.", ""),
    ("The start of Monday was wet.", "The start of Monday=2024-11-18"),
    ("The beginning of the 1990s was calm.", "1990s=199X"),
    ("The middle of the summer of 2010 was wet.", "The middle of the summer of 2010=2010-22"),
    ("They met on the 20th. They will meet on the 5th.", "the 20th=2024-11-20 | the 5th=2024-11-05"),
    ("They will meet on the 5th.", "the 5th=2024-12-05"),
    ("They met on the 30th.", "the 30th=2024-10-30"),
    ("They met this May 5.", "this May 5=2024-05-05"),
    ("They met on Monday, Nov. 20.", "Monday, Nov. 20=2023-11-20"),
    ("They meet on Monday, Feb. 29.", "Monday, Feb. 29=2024-02-29"),
    ("Records up to 1994 or earlier are lost.", "1994 or earlier=../1994"),
    ("The 2010-05 and 2010/2300 files are lost.", ""),
    ("Twenty people met in nineteen cities.", ""),
    ("She was in her late twenties in the late Sixties.", "the late Sixties=196X"),
    ("He read the 40th century papers.", ""),
    ("In 1492 he sailed; 1492 men drowned.", "1492=1492"),
    ("Winter Olympic teams met in winter camp in spring.", "spring=2024-21"),
    ("He scored in the Q5.", ""),
    (
        "It fell in the first half of next year and of that year.",
        "the first half of next year=2025-40 | that year=2025",
    ),
    (
        "In May 2010 he won; the first half of that year was wet.",
        "May 2010=2010-05 | the first half of that year=2010-40",
    ),
    ("Sales fell in the fourth quarter of the previous year.", "the fourth quarter of the previous year=2023-36"),
    ("The May quarter was wet.", ""),
    ("This quarter is wet.", "This quarter=2024-36"),
    ("The prior quarter was wet.", "The prior quarter=2024-35"),
    ("They were going to meet on Monday.", "Monday=2024-11-25"),
    ("They would have met on Monday.", "Monday=2024-11-18"),
    ("They have scheduled a picnic on Monday.", "Monday=2024-11-25"),
    ("A price set on July 9 stands.", "July 9=2024-07-09"),
    ("Talks, on Monday.", "Monday=2024-11-18"),
    ("They last met in the winter.", "winter=2023-24"),
]

# A wrong date is worse than none.
GRAVE = [
    ("They have until 9 a.m. Tuesday to sign.", "9 a.m. Tuesday=2024-11-26T09:00:00"),
    ("Until Thursday, they had said nothing.", "Thursday=2024-11-21"),
    (
        "He could not be reached on Monday, and neither could be found Tuesday.",
        "Monday=2024-11-18 | Tuesday=2024-11-19",
    ),
    ("The vote could come Monday.", "Monday=2024-11-25"),
    ("The offer had been due to expire Thursday.", "Thursday=2024-11-21"),
    ("He fled on December 3.", "December 3=2023-12-03"),
    ("The law passed in December.", "December=2023-12"),
    ("The company announced a vote in December.", "December=2024-12"),
    ("It takes effect Jan. 1.", "Jan. 1=2025-01-01"),
    ("The next day he left; six months later they met.", "The next day= | six months later="),
    ("It came a week earlier than planned.", ""),
    (
        "He left on Monday last week; they meet Monday next week.",
        "Monday last week=2024-11-11 | Monday next week=2024-11-25",
    ),
    ("He left on the Monday before last.", "the Monday before last=2024-11-11"),
    ("It opens in three years' time.", "in three years' time=2027"),
    ("It began in the summer of '69, and H1 2025 will be dull.", "summer of '69=1969-22 | H1 2025=2025-40"),
    ("He will speak on the eve of Christmas.", "the eve of Christmas=2024-12-24"),
    ("He spoke on Christmas Eve.", "Christmas Eve=2023-12-24"),
    ("The March 7 attacks are not forgotten; the Nov. 3 attack killed two.", "March 7= | Nov. 3=2024-11-03"),
    ("Temperatures rose into the 90s.", ""),
    ("Prices rose from March to May.", "March=2024-03 | May=2024-05"),
    ("The form says 03/05/2023.", "03/05/2023="),
    ("The form says 21/11/2024 and 03/05/2023.", "21/11/2024=2024-11-21 | 03/05/2023=2023-05-03"),
    ("The form says 11/12/2024.", "11/12/2024="),
    ("Zeldonia's Independence Day was quiet.", "Independence Day="),
    ("On Independence Day he spoke.", "Independence Day="),
    ("The United States marks Independence Day.", "Independence Day=2024-07-04"),
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
    "The Christmas market sold Easter eggs under Project 2025.",
    "The Sun set and he sat down.",
    'ABC\'s "This Week" quoted him.',
]


def told(found: tuple[DateMention, ...]) -> str:
    return " | ".join(f"{d.text}={d.edtf or ''}" for d in found)


@pytest.mark.parametrize(("text", "expected"), [*ABSOLUTE, *RELATIVE, *MORE, *EDGES, *CLOCK, *GRAVE, *VAGUE])
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


@pytest.mark.parametrize("published", [None, "2024", "unknown", "2024-13", "2024-02-30"])
def test_without_a_day_to_count_from_nothing_is_guessed(read_text: Read, published: str | None) -> None:
    text = (
        "Friday, Friday the 13th, this weekend, the weekend, this morning, three days ago, last week, last spring, "
        "next March, the next day, the night before, that weekend, the third quarter, first-half profit, "
        "the September quarter, late in the week, on the 5th, from May 3-5, year-end, a year ago, Christmas, three "
        "hours ago, the first Monday in June, the end of the month, 5 p.m. Friday, April next year."
    )
    for found in find_dates(read_text(text, published=published)):
        single = found.edtf is not None and len(found.edtf) == 10
        assert not single or published == "2024"
        assert not single or found.text in ("Christmas", "the first Monday in June", "May 3-5")


def test_winter_reaches_over_the_new_year(read_text: Read) -> None:
    text = "It snowed this winter and last winter; it will snow next winter."
    found = told(find_dates(read_text(text, published="2025-01-15")))
    assert found == "this winter=2024-24 | last winter=2023-24 | next winter=2025-24"


def test_a_weekend_is_the_one_before_while_the_week_is_young(read_text: Read) -> None:
    assert (
        told(find_dates(read_text("They met this weekend.", published="2024-11-19")))
        == "this weekend=2024-11-16/2024-11-17"
    )


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
