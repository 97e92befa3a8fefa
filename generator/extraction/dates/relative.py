"""Dates that are counted from the anchor: weekdays, today, last month, three years ago."""

import re
from datetime import date, timedelta

from generator.extraction.dates.calendar import (
    Period,
    approximate,
    easter,
    nth_weekday,
    of_century,
    of_day,
    of_days,
    of_decade,
    of_group,
    of_month,
    of_quarter,
    of_week,
    of_weekend,
    of_year,
    quarter_of,
    step,
)
from generator.extraction.dates.absolute import nearest_year, plausible
from generator.extraction.dates.grammar import Answer, Context, Rule
from generator.extraction.dates.lexicon import lexicon, number_of, word
from generator.extraction.dates.tense import Tense
from generator.model import Grain

_GRAINS = {"day": Grain.DAY, "week": Grain.WEEK, "weekend": Grain.DAY, "month": Grain.MONTH, "quarter": Grain.QUARTER,
           "year": Grain.YEAR, "decade": Grain.DECADE, "night": Grain.TIME}  # fmt: skip


def weekday_near(day: date, weekday: int, tense: Tense) -> date:
    """The nearest such weekday, past or to come, the day itself included."""
    if tense is Tense.FUTURE:
        return day + timedelta((weekday - day.isoweekday()) % 7)
    return day - timedelta((day.isoweekday() - weekday) % 7)


def _weekday(match: re.Match[str], context: Context) -> Answer | None:
    told, name = match["weekday"], word(match["weekday"])
    if (not told[0].isupper() and len(name) < 6) or _in_a_name(match, context):
        return None
    grain = Grain.TIME if match["part"] else Grain.DAY
    if context.day is None:
        return Answer(grain=grain)
    day = _chosen(lexicon().weekdays[name], word(match["which"] or ""), match, context)
    return Answer(period=of_day(day, grain=grain), anchor=context.anchor)


def _chosen(weekday: int, which: str, match: re.Match[str], context: Context) -> date:
    now = context.day
    assert now is not None  # noqa: S101 -- the caller has looked
    if which in ("last", "this past", "past", "previous"):
        return now - timedelta((now.isoweekday() - weekday - 1) % 7 + 1)
    if which in ("next", "this coming", "coming", "the coming", "the following"):
        return now + timedelta((weekday - now.isoweekday() - 1) % 7 + 1)
    if which == "this":
        return now + timedelta(weekday - now.isoweekday())
    return weekday_near(now, weekday, _weekday_tense(match, context))


def _weekday_tense(match: re.Match[str], context: Context) -> Tense:
    if context.after(match.end(), 2) in ("'s", "’s"):
        return _possessive_tense(match, context)
    if context.before(match.start()).endswith(("until ", "till ")):
        return Tense.PAST if _NEGATED.search(context.before(match.start(), 60)) else Tense.FUTURE
    return context.tense(match)


_NEGATED = re.compile(r"(?:n['’]t|\bnot|\bnever)\b[^.]*$")


def _possessive_tense(match: re.Match[str], context: Context) -> Tense:
    """Wednesday's ruling lies in the past, unless a plain "will" makes Friday's match one to come."""
    tense = context.tense(match)
    infinitive = re.search(r"\bto\s\w+\s(?:\w+\s)?$", context.before(match.start(), 40))
    return Tense.PAST if infinitive else tense


def _in_a_name(match: re.Match[str], context: Context) -> bool:
    known = lexicon()
    follower = re.match(r"\s([A-Z][a-z]+)", context.after(match.end()))
    if follower and follower[1].lower() in known.weekday_names and not match["part"]:
        return True
    leader = re.search(r"([a-z]+)[\s-]$", context.before(match.start("weekday")))
    if leader and leader[1] in known.before_weekday and not match["which"]:
        return True
    if leader and leader[1] in ("every", "each", "alternate", "any", "some") or (leader and leader[1] in ("a", "one") and not _before_noun(match, context)) or context.after(match.end()).startswith("s "):
        return True
    token = context.token(match.start("weekday"))
    named = token is not None and token.ent_type_ in ("WORK_OF_ART", "ORG") and follower is not None
    return len(word(match["weekday"])) < 5 and not match["weekday"].endswith(".") and (named or not _short_is_day(match, context))


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
    if context.day is None:
        return Answer(grain=grain)
    return Answer(period=of_day(context.day + timedelta(shift), grain=grain), anchor=context.anchor)


def _this_part(match: re.Match[str], context: Context) -> Answer | None:
    if context.day is None:
        return Answer(grain=Grain.TIME)
    shift = -1 if word(match["which"]) == "last" else 0
    return Answer(period=of_day(context.day + timedelta(shift), grain=Grain.TIME), anchor=context.anchor)


_STEPS = {"last": -1, "previous": -1, "past": -1, "this past": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0,
          "the current": 0, "the present": 0, "next": 1, "coming": 1, "this coming": 1, "upcoming": 1}  # fmt: skip


def _unit(match: re.Match[str], context: Context) -> Answer | None:
    which, unit = word(match["which"]).removeprefix("the "), word(match["unit"])
    if unit in ("second", "minute", "hour", "night", "day") or (match["unit"][0].isupper() and not match.group().isupper()):
        return None
    if which == "past" and unit not in ("decade", "century"):
        return None  # over the past year: how long
    if context.anchor is None:
        return Answer(grain=_GRAINS.get(unit))
    count = _STEPS[which]
    period = _around(context.anchor, count, unit, context, match)
    if period is None:
        return Answer(grain=_GRAINS.get(unit))
    return Answer(period=period, anchor=context.anchor)


def _around(anchor: Period, count: int, unit: str, context: Context, match: re.Match[str]) -> Period | None:
    if unit == "weekend":
        if anchor.single is None:
            return None
        weekend = count
        if count == 0 and anchor.single.isoweekday() <= 4 and context.tense(match) is Tense.PAST:
            weekend = -1
        if count == -1 and anchor.single.isoweekday() == 7:
            weekend = -1
        return of_weekend(anchor.single + timedelta(7 * weekend))
    if unit in ("decade", "century") and match["which"].lower().startswith(("the", "past", "last")) and count == -1:
        return of_decade(anchor.first.year - 10) if unit == "decade" else of_century(anchor.first.year // 100 - 1)
    return step(anchor, count, unit)


def _early_unit(match: re.Match[str], context: Context) -> Answer | None:
    found = _unit(match, context)
    if found is None or found.period is None:
        return found
    return Answer(period=approximate(found.period), anchor=found.anchor) if match["early"] else found


def _named_month(match: re.Match[str], context: Context) -> Answer | None:
    month, which = lexicon().months[word(match["month"])], word(match["which"])
    if not match["month"][0].isupper():
        return None
    if context.anchor is None or context.anchor.month is None:
        return Answer(grain=Grain.MONTH)
    year, now = context.anchor.month
    if which in ("last", "this past", "past"):
        year -= month >= now
    elif which in ("next", "this coming", "coming", "upcoming"):
        year += month <= now
    period = of_month(year, month)
    return Answer(period=approximate(period) if match["early"] else period, anchor=context.anchor)


def _season(match: re.Match[str], context: Context) -> Answer | None:
    code, which = lexicon().seasons[word(match["season"])], word(match["which"] or "")
    if match["year"]:
        return Answer(period=of_group(int(match["year"]), code))
    if not which and not re.search(r"\b(?:in|the|since|until|by|during|late|early|mid|of)[\s-]$", context.before(match.start("season"))):
        return None
    if not which and (word(match["season"]) == "fall" or not _seasonal(match, context)):
        return None
    if context.anchor is None or context.anchor.month is None:
        return Answer(grain=Grain.SEASON)
    return Answer(period=_season_near(code, which, context, match), anchor=context.anchor)


def _seasonal(match: re.Match[str], context: Context) -> bool:
    return not re.match(r"[\s-](?:olympic|paralympic|games|school|camp|break|palace|home|season)", context.after(match.end()).lower())


def _season_near(code: int, which: str, context: Context, match: re.Match[str]) -> Period:
    anchor = context.anchor
    assert anchor is not None  # noqa: S101 -- the caller has looked
    year, month = anchor.first.year, anchor.first.month
    starts_at = {21: 3, 22: 6, 23: 9, 24: 12}[code]
    if code == 24 and month <= 2:  # winter began last December
        year -= 1
        month += 12
    if which.startswith(("last", "this past", "past")):
        return of_group(year - (month < starts_at + 3), code)
    if which.startswith(("next", "coming", "this coming")):
        return of_group(year + (month >= starts_at), code)
    if which:
        return of_group(year, code)
    tense = context.tense(match)
    if tense is Tense.FUTURE:
        return of_group(year + (month > starts_at + 2), code)
    return of_group(year - (month < starts_at), code)


def _ago(match: re.Match[str], context: Context) -> Answer | None:
    return _counted(match, context, context.anchor, -1)


def _counted(match: re.Match[str], context: Context, base: Period | None, sign: int) -> Answer | None:
    unit = word(match["unit"]).replace("centurie", "century")
    if unit in ("second", "minute", "hour"):
        if unit != "hour" and base is None:
            return None
        return Answer(period=of_day(base.single, grain=Grain.TIME) if base and base.single else None, anchor=base, grain=Grain.TIME)
    count = number_of(match["number"])
    if count is None or base is None:
        return Answer(grain=_GRAINS.get(unit))
    if unit in ("night", "weekend"):
        unit = "day" if unit == "night" else "week"
    if unit == "decade" and sign * count < 0:
        count, unit = 10 * count, "year"
    try:
        period = step(base, sign * count, unit)
    except (ValueError, OverflowError):
        return None
    return Answer(period=period, anchor=base if period else None, grain=_GRAINS.get(unit))


def _half_ago(match: re.Match[str], context: Context) -> Answer | None:
    """Two and a half years ago: two years ago, roughly."""
    found = _counted(match, context, context.anchor, -1)
    return Answer(period=approximate(found.period), anchor=found.anchor) if found and found.period else found


def _vague_ago(_: re.Match[str], __: Context) -> Answer | None:
    return Answer()


def _year_ago(match: re.Match[str], context: Context) -> Answer | None:
    """A year ago: the same quarter of the last year where figures of a quarter are compared."""
    base = context.anchor
    if base is None:
        return Answer(grain=Grain.YEAR)
    quarter = context.quarter(match.start() - _COMPARED_WITHIN)
    if quarter is not None:
        return Answer(period=of_group(quarter.first.year - 1, int(quarter.edtf[-2:])), anchor=quarter)
    return Answer(period=of_year(base.first.year - 1), anchor=base)


def _earlier(match: re.Match[str], context: Context) -> Answer | None:
    sign = -1 if re.search(r"earlier|before|previously|prior", match.group().lower()) else 1
    unit = word(match["unit"])
    if unit in ("second", "minute", "hour"):
        return None
    return _counted(match, context, context.base("day" if unit in ("night", "weekend") else unit), sign)


def _later_unit(match: re.Match[str], context: Context) -> Answer | None:
    """The next day, the following month, the day before: counted from the last date in the text."""
    unit, which = word(match["unit"]), word(match["which"])
    if unit in ("second", "minute", "hour"):
        return None
    base = context.base("day" if unit == "night" else unit)
    sign = 1 if which in ("next", "following", "after", "subsequent") else -1
    period = step(base, sign, "day" if unit == "night" else unit) if base else None
    return Answer(period=period, anchor=base if period else None, grain=_GRAINS.get(unit))


def _later_part(match: re.Match[str], context: Context) -> Answer | None:
    """The next morning, the night before."""
    base = context.base("day")
    if base is None or base.single is None:
        return Answer(grain=Grain.TIME)
    shift = 1 if word(match["which"]) in ("next", "following", "after") else -1
    return Answer(period=of_day(base.single + timedelta(shift), grain=Grain.TIME), anchor=base)


def _that(match: re.Match[str], context: Context) -> Answer | None:
    unit = word(match["unit"])
    if unit not in ("day", "night", "week", "weekend", "month", "quarter", "year", "decade"):
        return None
    last = context.last
    grain = _GRAINS[unit]
    if last is None:
        return Answer(grain=grain)
    if unit == "quarter":
        quarter = context.quarter()
        return Answer(period=quarter, anchor=quarter, grain=grain)
    base = context.base("day" if unit in ("night", "weekend", "week") else unit) or last
    if unit == "weekend":
        return Answer(period=of_weekend(base.single) if base.single else None, anchor=base, grain=grain)
    period = step(base, 0, "day" if unit == "night" else unit)
    return Answer(period=period, anchor=base if period else None, grain=grain)


def _the_weekend(match: re.Match[str], context: Context) -> Answer | None:
    if context.day is None:
        return Answer(grain=Grain.DAY)
    day = context.day
    if context.tense(match) is not Tense.FUTURE and day.isoweekday() < 6:
        day -= timedelta(7)
    return Answer(period=of_weekend(day), anchor=context.anchor)


def _holiday(match: re.Match[str], context: Context) -> Answer | None:
    told = match["holiday"]
    if not told[0].isupper() and not told[0].isdigit() and not told.lower().startswith("the"):
        return None
    token = context.token(match.start("holiday"))
    if token is not None and (token.ent_type_ == "PERSON" or (token.i and token.nbor(-1).ent_type_ == "PERSON" and token.nbor(-1).pos_ == "PROPN")):
        return None
    name = word(told) if word(told) in lexicon().holidays else word(told) + "."
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
        day = plausible([_holiday_day(name, y) for y in (year, year - 1, year + 1)], now, context.tense(match))
    found = of_day(day)
    stretch = word(match["stretch"] or "")
    if stretch:
        found = _weekend_of(day) if stretch == "weekend" else of_week(day)
    return Answer(period=found, anchor=context.anchor)


def _weekend_of(day: date) -> Period:
    """The weekend that a holiday makes long: Saturday to Monday for one on a Monday."""
    return of_days(day - timedelta(2), day) if day.isoweekday() == 1 else of_weekend(day)


def _nth_weekday(match: re.Match[str], context: Context) -> Answer | None:
    """The third Monday of May."""
    month, weekday = lexicon().months[word(match["month"])], lexicon().weekdays[word(match["weekday"])]
    which = -1 if word(match["which"]) in ("last", "final") else number_of(match["which"]) or 0
    year = int(match["year"]) if match["year"] else nearest_year(month, None, context, context.tense(match))
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


_COMPARED = r"(?:(?:comparable |corresponding |same )?(?:year[- ](?:ago|earlier)|prior[- ]year))"
_COMPARED_PERIOD = r"(?:quarter|period|three months|(?:first|second|third|fourth) quarter|level|month)"

_YEAR_AGO = rf"a year (?:ago|earlier)|(?:(?:the|a) )?{_COMPARED} {_COMPARED_PERIOD}|{_COMPARED}|the (?:same|corresponding|comparable|like) {_COMPARED_PERIOD}(?: (?:of|in))?(?: the)? (?:last|previous|prior) year"
_COMPARED_WITHIN = 600  # characters back to the quarter whose figures are compared

RULES = (
    Rule(
        name="weekday",
        pattern=r"(?:(?:early|late) )?(?:(?P<which>last|next|this coming|this past|this|past|the coming|coming|previous|the following) )?{weekday}(?:(?: |,? in the ){part})?",
        resolve=_weekday,
    ),
    Rule(name="today", pattern=r"(?:(?:{early}|{part:pre}) )?(?P<deictic>today|tonight|yesterday|tomorrow)(?: {part})?", resolve=_deictic),
    Rule(name="today", pattern=r"(?:{early} )?(?P<which>this|last) (?P<part>morning|afternoon|evening|night)", resolve=_this_part),
    Rule(
        name="calendar-unit",
        pattern=r"(?:{early}-? ?)?(?P<which>(?:the )?(?:last|past|current|present|coming|upcoming|previous)|next|this past|this coming|this) {unit}",
        resolve=_early_unit,
    ),
    Rule(
        name="named-month",
        pattern=r"(?:(?:in )?{early} )?(?P<which>last|next|this past|this coming|this|past|coming|upcoming) {month}",
        resolve=_named_month,
    ),
    Rule(
        name="season",
        pattern=r"(?:{early} )?(?:(?P<which>last|next|this past|this coming|this|past|coming) )?{season}(?:(?:,? | of ){year})?",
        resolve=_season,
    ),
    Rule(name="year-ago", pattern=_YEAR_AGO, resolve=_year_ago),
    Rule(name="ago", pattern=r"{number}[- ]{unit}s?(?: or so)?[- ](?:ago|back)", resolve=_ago),
    Rule(name="ago", pattern=r"{number}[- ](?P<half>and a half[- ])?{unit}s?(?: and a half)? ago", resolve=_half_ago),
    Rule(name="vague-ago", pattern=r"half a (?:century|decade|year|month|dozen years) ago|a generation ago", resolve=_vague_ago),
    Rule(name="vague-ago", pattern=r"(?:(?:a few|few|several|some|many|a number of|hundreds of|thousands of|countless) )(?:{unit}s?|moments?)[- ](?:ago|back)|long ago|a while ago|decades ago|years ago|months ago|weeks ago|days ago|hours ago|minutes ago|centuries ago|moments ago", resolve=_vague_ago),
    Rule(name="earlier", pattern=r"{number} {unit}s? (?:earlier|later(?! than)|previously|afterwards?|hence|(?:before|after|prior)(?=[^\S\n]*(?:[,.;:)—–]|--|\n|$|and\b|but\b|when\b)))", resolve=_earlier),
    Rule(name="next-unit", pattern=r"the (?P<which>next|following|previous|preceding|subsequent) {unit}", resolve=_later_unit),
    Rule(name="unit-before", pattern=r"the {unit} (?P<which>before|after|previous|earlier)(?=[^\S\n]*(?:[,.;:)—–'’]|--|\n|$|and\b|but\b|when\b|at\b|in\b|on\b))", resolve=_later_unit),
    Rule(name="next-unit", pattern=r"the (?P<which>next|following|previous) {part}", resolve=_later_part),
    Rule(name="next-unit", pattern=r"the {part} (?P<which>before|after)(?=[^\S\n]*(?:[,.;:)]|--|\n|$|and\b))", resolve=_later_part),
    Rule(name="that-unit", pattern=r"(?:(?:earlier|later) )?(?:on )?(?:that|the) same {unit}|(?:(?:earlier|later) )?that {unit:unit2}", resolve=lambda m, c: _that_any(m, c)),
    Rule(name="weekend", pattern=r"the weekend", resolve=_the_weekend),
    Rule(name="nth-weekday", pattern=r"the (?P<which>first|second|third|fourth|fifth|last|final) {weekday} (?:of|in) {month}(?:,? {year})?", resolve=_nth_weekday),
    Rule(name="holiday", pattern=r"(?:(?P<which>last|next|this|this past|this coming) )?{holiday}(?:,? {year})?(?: (?P<stretch>week|weekend))?", resolve=_holiday),
)


def _that_any(match: re.Match[str], context: Context) -> Answer | None:
    unit = match["unit"] or match["unit2"]
    return _that(_Named(match, unit), context)


class _Named:
    """A match whose "unit" is one of two groups."""

    def __init__(self, match: re.Match[str], unit: str) -> None:
        self._match, self._unit = match, unit

    def __getitem__(self, name: str) -> str:
        return self._unit if name == "unit" else str(self._match[name])


__all__ = ["RULES", "of_quarter", "of_week", "quarter_of", "weekday_near"]
