"""Weekdays by the tense of their clause, today and its like, weekends and holidays."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from generator import gazetteer
from generator.extraction.dates.calendar import Period, easter, nth_weekday, of_day, of_days, of_week, of_weekend
from generator.extraction.dates.days import nearest_year, plausible
from generator.extraction.dates.grammar import Answer, Context, Resolve
from generator.extraction.dates.lexicon import lexicon, number_of, word
from generator.extraction.dates.tense import Tense
from generator.extraction.parse import Token
from generator.model import Grain


def weekday_near(day: date, weekday: int, tense: Tense) -> date:
    """The nearest such weekday, past or to come, the day itself included; what "opens Friday" has yet to open."""
    if tense in (Tense.FUTURE, Tense.PRESENT):
        return day + timedelta((weekday - day.isoweekday()) % 7)
    return day - timedelta((day.isoweekday() - weekday) % 7)


def _weekday(match: re.Match[str], context: Context) -> Answer | None:
    told, name = match["weekday"], word(match["weekday"])
    if (not told[0].isupper() and len(name) < 6) or _in_a_name(match, context):
        return None
    grain = Grain.TIME if match["part"] else Grain.DAY
    if context.day is None or (match["which"] or "").lower() == "that":
        return Answer(grain=grain)
    day = _chosen(context.day, lexicon().weekdays[name], word(match["which"] or ""), match, context)
    return Answer(period=of_day(day, grain=grain), anchor=context.anchor)


def _chosen(now: date, weekday: int, which: str, match: re.Match[str], context: Context) -> date:
    if week := match["week"]:
        monday = now - timedelta(now.isoweekday() - 1)
        return monday + timedelta(weekday - 1 + 7 * _WEEKS[week.lower()])
    which = which.removeprefix("the ")
    if which in ("last", "this past", "past", "previous"):
        return now - timedelta((now.isoweekday() - weekday - 1) % 7 + 1)
    if which in ("next", "this coming", "coming", "following"):
        return now + timedelta((weekday - now.isoweekday() - 1) % 7 + 1)
    if which == "this":
        return now + timedelta(weekday - now.isoweekday())
    return weekday_near(now, weekday, _weekday_tense(match, context))


_WEEKS = {"last": -1, "this": 0, "next": 1}


def _weekday_back(match: re.Match[str], context: Context) -> Answer | None:
    """A week ago Monday, the Monday before last: a week before the nearest past one."""
    if context.day is None:
        return Answer(grain=Grain.DAY)
    near = weekday_near(context.day, lexicon().weekdays[word(match["weekday"])], Tense.PAST)
    return Answer(period=of_day(near - timedelta(7)), anchor=context.anchor)


def _weekday_of_month(match: re.Match[str], context: Context) -> Answer | None:
    """Friday the 13th: the nearest one."""
    weekday, day = lexicon().weekdays[word(match["weekday"])], number_of(match["ordinal"])
    if context.day is None or day is None or not 1 <= day <= 31:
        return Answer(grain=Grain.DAY)
    near = (context.day + timedelta(n) for n in range(-200, 200))
    options = [d for d in near if d.day == day and d.isoweekday() == weekday]
    if not options:
        return Answer(grain=Grain.DAY)
    found = plausible(options, context.day, context.tense(match))
    return Answer(period=of_day(found), anchor=context.anchor)


def _weekday_tense(match: re.Match[str], context: Context) -> Tense:
    if context.after(match.end(), 2) in ("'s", "’s"):
        return _possessive_tense(match, context)
    tense = context.tense(match)
    if _UNTIL.search(context.before(match.start())):
        return Tense.PAST if _was_so_far(match, context, tense) else Tense.FUTURE
    done = context.before(match.start()).endswith(("from ", "since ", "after ", "of ")) or _in_a_headline(match)
    return Tense.PAST if tense is Tense.PRESENT and done else tense


def _was_so_far(match: re.Match[str], context: Context, tense: Tense) -> bool:
    """As in "was not seen until Monday", "Until Monday, they had said nothing"."""
    opens = context.text[match.end() : match.end() + 1] == "," and tense is Tense.PAST
    return opens or _NEGATED.search(context.before(match.start(), 60)) is not None


_UNTIL = re.compile(r"\b(?:un)?till?\s(?:(?:[\d:.]+\s?(?:[ap]\.?m\.?)?|noon|midnight)\s(?:[a-z]{2,4}\s)?)?(?:on\s)?$")
_NEGATED = re.compile(r"(?:n['’]t|\bnot|\bnever)\b[^.]*$")


def _possessive_tense(match: re.Match[str], context: Context) -> Tense:
    """Wednesday's ruling lies in the past, unless a plain "will" makes Friday's match one to come."""
    tense = context.tense(match)
    infinitive = re.search(r"\bto\s\w+\s(?:\w+\s)?$", context.before(match.start(), 40))
    return Tense.PAST if infinitive or tense is Tense.PRESENT else tense


def _in_a_headline(match: re.Match[str]) -> bool:
    """Whether the line has no full stop: a headline tells what happened in the present tense."""
    line = match.string[match.start() :].split("\n", 1)[0].rstrip()
    return not line.endswith((".", "!", "?", '"', "”", "'", "’", ")", ":"))


def _in_a_name(match: re.Match[str], context: Context) -> bool:
    known = lexicon()
    follower = re.match(r"\s([A-Z][a-z]+)", context.after(match.end()))
    if follower and follower[1].lower() in known.weekday_names and not match["part"]:
        return True
    leader = re.search(r"([a-z]+)[\s-]$", context.before(match.start("weekday")))
    if leader and leader[1] in known.before_weekday and not match["which"]:
        return True
    if (
        (leader and leader[1] in ("every", "each", "alternate", "any", "some"))
        or (leader and leader[1] in ("a", "one") and not _before_noun(match, context))
        or context.after(match.end()).startswith("s ")
    ):
        return True
    token = context.token(match.start("weekday"))
    named = token is not None and token.ent_type_ in ("WORK_OF_ART", "ORG") and follower is not None
    return (
        len(word(match["weekday"])) < 5
        and not match["weekday"].endswith(".")
        and (named or not _short_is_day(match, context))
    )


def _before_noun(match: re.Match[str], context: Context) -> bool:
    follower = context.token(match.end() + 1)
    return follower is not None and follower.pos_ in ("NOUN", "PROPN", "ADJ")


def _short_is_day(match: re.Match[str], context: Context) -> bool:
    """Whether "Sun", "Sat", "Mon", "Wed" without a dot is a day."""
    return bool(re.search(r"\b(?:on|last|next|this|by|until|since)\s$", context.before(match.start("weekday")))) and (
        match["weekday"][0].isupper()
    )


def _deictic(match: re.Match[str], context: Context) -> Answer | None:
    shift = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[word(match["deictic"])]
    grain = Grain.TIME if match["part"] or word(match["deictic"]) == "tonight" else Grain.DAY
    told = match["deictic"]
    token = context.token(match.start("deictic"))
    if told[0].isupper() and token is not None and not token.is_sent_start and token.nbor(-1).pos_ == "PROPN":
        return None  # a newspaper's name
    if shift == 0 and token is not None and _means_nowadays(token):
        return None
    if context.day is None:
        return Answer(grain=grain)
    return Answer(period=of_day(context.day + timedelta(shift), grain=grain), anchor=context.anchor)


def _means_nowadays(today: Token) -> bool:
    """Whether "today" is no day: still own today, more today than ever."""
    verb = today.head if today.head.pos_ in ("VERB", "AUX") else today.head.head
    still = any(c.lower_ == "still" for c in verb.children) and verb.tag_ in ("VBP", "VBZ")
    follower = [t.lower_ for t in today.doc[today.i + 1 : today.i + 3]]
    return still or follower == ["than", "ever"]


def _this_part(match: re.Match[str], context: Context) -> Answer | None:
    if context.day is None:
        return Answer(grain=Grain.TIME)
    shift = -1 if word(match["which"]) == "last" else 0
    return Answer(period=of_day(context.day + timedelta(shift), grain=Grain.TIME), anchor=context.anchor)


def _the_weekend(match: re.Match[str], context: Context) -> Answer | None:
    if context.day is None:
        return Answer(grain=Grain.DAY)
    day = context.day
    if context.tense(match) is not Tense.FUTURE and day.isoweekday() < 6:
        day -= timedelta(7)
    return Answer(period=of_weekend(day), anchor=context.anchor)


def _is_no_holiday(match: re.Match[str], context: Context) -> bool:
    """Whether it is a person's name, or only named after the day: a Christmas market."""
    told = match["holiday"]
    if not told[0].isupper() and not told[0].isdigit() and not told.lower().startswith("the"):
        return True
    token = context.token(match.start("holiday"))
    return bool(_FESTIVE.match(context.after(match.end()).lower())) or (
        token is not None
        and (
            token.ent_type_ == "PERSON"
            or bool(token.i and token.nbor(-1).ent_type_ == "PERSON" and token.nbor(-1).pos_ == "PROPN")
        )
    )


def _holiday(match: re.Match[str], context: Context) -> Answer | None:
    if _is_no_holiday(match, context):
        return None
    told = word(match["holiday"])
    name = told if told in lexicon().holidays else f"{told}."
    if name in lexicon().national and _is_anothers(name, match, context):
        return Answer(grain=Grain.DAY)
    which = word(match["which"] or "")
    if match["year"]:
        return Answer(period=of_day(_holiday_day(name, int(match["year"]))))
    if context.anchor is None:
        return Answer(grain=Grain.DAY)
    year, now = context.anchor.first.year, context.anchor.first
    day = _holiday_day(name, year)
    if which in ("last", "this past"):
        day = day if day < now else _holiday_day(name, year - 1)
    elif which in ("next", "this coming"):
        day = day if day > now else _holiday_day(name, year + 1)
    elif not which:
        days = [_holiday_day(name, y) for y in (year, year - 1, year + 1)]
        over = [d for d in days if d <= now] if context.done(match) and not match["stretch"] else days
        day = plausible(over, now, context.tense(match))
    found = of_day(day)
    stretch = word(match["stretch"] or "")
    if stretch:
        found = _weekend_of(day) if stretch == "weekend" else of_week(day)
    return Answer(period=found, anchor=context.anchor)


def _is_anothers(name: str, match: re.Match[str], context: Context) -> bool:
    """Whether a holiday that each state has on a day of its own is not that of the United States.

    "Ukraine's Independence Day" is not; where the article does not speak of the United States, none is that many have.
    """
    owned = re.search(r"([A-Z][\w.]*)(['’]s)?\s$", context.text[max(0, match.start() - 24) : match.start()])
    if owned and owned[2]:
        return owned[1] not in _OURS
    state = gazetteer.adjective_of(owned[1]) if owned else None
    if state is not None:
        return state.code != "US"
    return name in _OF_MANY and _AMERICAN.search(context.text) is None


_OF_MANY = frozenset({"independence day", "memorial day"})

_OURS = frozenset({"America", "American", "US", "U.S", "States"})
_AMERICAN = re.compile(r"\bU\.?S\.?A?\b|\bUnited States\b|\bAmerica(?:ns?)?\b|\bWashington\b|\bWhite House\b")
# What is named after a holiday, whenever it is: a Christmas market, an Easter egg.
_FESTIVE = re.compile(r"\s(?:markets?|trees?|cards?|carols?|gifts?|shopping|songs?|eggs?|bunn(?:y|ies)|island)\b")


def _weekend_of(day: date) -> Period:
    """The weekend that a holiday makes long: Saturday to Monday for one on a Monday."""
    return of_days(day - timedelta(2), day) if day.isoweekday() == 1 else of_weekend(day)


def _nth_weekday(match: re.Match[str], context: Context) -> Answer | None:
    """The third Monday of May."""
    month, weekday = lexicon().months[word(match["month"])], lexicon().weekdays[word(match["weekday"])]
    which = -1 if word(match["which"]) in ("last", "final") else number_of(match["which"]) or 0
    year = int(match["year"]) if match["year"] else nearest_year(month, None, context, match)
    if not (which == -1 or 1 <= which <= 5):
        return None
    if year is None:
        return Answer(grain=Grain.DAY)
    day = nth_weekday(year, month, weekday, which)
    return Answer(period=of_day(day), anchor=None if match["year"] else context.anchor) if day.month == month else None


def _holiday_day(name: str, year: int) -> date:
    told = lexicon().holidays[name]
    if isinstance(told, int):
        return easter(year) + timedelta(told)
    if told == "election":
        return nth_weekday(year, 11, 1, 1) + timedelta(1)
    if isinstance(told, str):
        return nth_weekday(year, 11, 4, 4) + timedelta(int(told.split()[1]))
    return date(year, *told) if len(told) == 2 else nth_weekday(year, *told)


READERS: Mapping[str, Resolve] = {
    "weekday": _weekday,
    "weekday-back": _weekday_back,
    "weekday-of-month": _weekday_of_month,
    "deictic": _deictic,
    "this-part": _this_part,
    "the-weekend": _the_weekend,
    "nth-weekday": _nth_weekday,
    "holiday": _holiday,
}
