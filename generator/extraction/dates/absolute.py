"""Dates that say their year, or lack no more than it: full dates, months, years, decades, centuries."""

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.extraction.dates.calendar import (
    Period,
    approximate,
    between,
    of_century,
    of_day,
    of_days,
    of_decade,
    of_month,
    of_year,
)
from generator.extraction.dates.grammar import Answer, Context, Rule
from generator.extraction.dates.lexicon import expand, lexicon, number_of, word
from generator.extraction.dates.tense import Tense
from generator.model import Grain


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def long_year(told: str, anchor: Period | None) -> int:
    """The year of two or four digits: '89 is of the last century if else it were more than 20 years ahead."""
    year = int(re.sub(r"\D", "", told))
    if year >= 100:
        return year
    now = anchor.first.year if anchor else 2000
    century = now // 100 * 100
    return century + year if century + year <= now + 20 else century - 100 + year


# A yearless date that lies against the tense of its clause must be this much nearer: "fell in January" in November is ten
# months ago, but "gave them until Nov. 12" in October is not eleven months ago.
_AGAINST = 7


def nearest_year(month: int, day: int | None, context: Context, tense: Tense) -> int | None:
    """The year of a month, or of a day of it, that the text leaves out: the nearest past one, unless the tense looks ahead."""
    anchor = context.anchor
    if anchor is None:
        return None
    year = anchor.first.year
    if anchor.month is None:
        return year
    daily = anchor.single is not None and day is not None
    here = anchor.first if daily else date(year, anchor.month[1], 1)
    options = [x for y in (year, year - 1, year + 1) if (x := _day(y, month, day if daily and day else 1))]
    return plausible(options, here, tense).year if options else None


def plausible(options: Sequence[date], now: date, tense: Tense) -> date:
    """The nearest of the days, where one against the tense must be nearer by far."""
    back, ahead = {Tense.PAST: (1, _AGAINST), Tense.FUTURE: (_AGAINST, 1)}.get(tense, (1, 2))

    def cost(day: date) -> int:
        away = (day - now).days
        return -away * back if away < 0 else away * ahead

    return min(options, key=cost)


def _full(match: re.Match[str], context: Context) -> Answer | None:
    month, day = lexicon().months[word(match["month"])], number_of(match["day"])
    found = _day(long_year(match["year"], context.anchor), month, day or 0)
    return Answer(period=of_day(found)) if found else None


def _full_ordinal(match: re.Match[str], context: Context) -> Answer | None:
    month, day = lexicon().months[word(match["month"])], number_of(match["ordinal"])
    found = _day(long_year(match["year"], context.anchor), month, day or 0)
    return Answer(period=of_day(found)) if found else None


def _numeric(match: re.Match[str], _: Context) -> Answer | None:
    found = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    return Answer(period=of_day(found)) if found else None


def _iso_time(match: re.Match[str], _: Context) -> Answer | None:
    found = _day(int(match["y"]), int(match["m"]), int(match["d"]))
    clock = match["clock"] + (":00" if len(match["clock"]) == 5 else "")
    return Answer(period=of_day(found, clock=clock + (match["z"] or ""))) if found else None


def _slashed(match: re.Match[str], context: Context) -> Answer | None:
    year = long_year(match["y"], context.anchor)
    found = _day(year, int(match["a"]), int(match["b"])) or _day(year, int(match["b"]), int(match["a"]))
    return Answer(period=of_day(found)) if found else None


def _dotted(match: re.Match[str], context: Context) -> Answer | None:
    found = _day(long_year(match["y"], context.anchor), int(match["m"]), int(match["d"]))
    return Answer(period=of_day(found)) if found else None


def _month_day(match: re.Match[str], context: Context) -> Answer | None:
    return _yearless(match, context, number_of(match["day"]))


def _month_ordinal(match: re.Match[str], context: Context) -> Answer | None:
    return _yearless(match, context, number_of(match["ordinal"]))


def _yearless(match: re.Match[str], context: Context, day: int | None) -> Answer | None:
    months = lexicon().months
    month = months[word(match["month"])]
    if day is None or _day(2000, month, day) is None or _is_verb(match, context):
        return None
    year = (
        _weekday_year(match, month, day, context)
        or _which_year(match, month, day, context)
        or _neighbour_year(match, month, context)
        or nearest_year(month, day, context, context.tense(match))
    )
    found = _day(year, month, day) if year else None
    return Answer(period=of_day(found) if found else None, anchor=context.anchor, grain=Grain.DAY)


def _neighbour_year(match: re.Match[str], month: int, context: Context) -> int | None:
    """The year that a date beside this one states: May 3 to June 5, 1989; Sept. 30, 1989, and Dec. 31."""
    if ahead := _year_ahead().match(context.after(match.end(), 60)):
        then, year = lexicon().months[word(ahead["month"])], int(ahead["year"])
        return year if month <= then else year - 1
    if not context.dated:
        return None
    end, last, rule = context.dated[-1]
    between = context.text[end : match.start()]
    if rule not in ("full-date", "month-year") or not _JOINED.fullmatch(between) or last.month is None:
        return None
    return last.first.year if month >= last.month[1] else last.first.year + 1


_JOINED = re.compile(r",?\s(?:(?:and|to|through|until|or|but)\s)?(?:(?:on|in|from|through|again on|again in|ending|ended)\s)?(?:early\s|late\s)?")


@functools.cache
def _year_ahead() -> re.Pattern[str]:
    """Another day or month, with its year, that this one is joined to."""
    return re.compile(expand(r"(?:,? (?:and|to|through|until|or) (?:on |in )?|[-–])(?:{weekday},? )?(?:{day} )?{month}(?: {day:day2},?)? {year}"), re.IGNORECASE)


def _which_year(match: re.Match[str], month: int, day: int, context: Context) -> int | None:
    which = word(match.groupdict().get("which") or "")
    if not which or context.day is None:
        return None
    now, there = context.day, _day(context.day.year, month, day)
    if which == "this" or there is None:
        return now.year
    return now.year + (there <= now) if which == "next" else now.year - (there >= now)


def _weekday_year(match: re.Match[str], month: int, day: int, context: Context) -> int | None:
    told = match.groupdict().get("weekday")
    if not told or context.anchor is None:
        return None
    wanted, now = lexicon().weekdays[word(told)], context.anchor.first.year
    for year in (now, now - 1, now + 1):
        found = _day(year, month, day)
        if found and found.isoweekday() == wanted:
            return year
    return None


def _is_verb(match: re.Match[str], context: Context) -> bool:
    """Whether "may" and "march" are no months here."""
    told = match["month"]
    if word(told) not in ("may", "march", "mar"):
        return False
    return not told[0].isupper() or context.before(match.start("month")).endswith(("(", "title: "))


def _day_range(match: re.Match[str], context: Context) -> Answer | None:
    month = lexicon().months[word(match["month"])]
    first, last = number_of(match["from"]), number_of(match["to"])
    if first is None or last is None or first >= last or _is_verb(match, context):
        return None
    told = match.groupdict().get("year")
    year = int(told) if told else nearest_year(month, first, context, context.tense(match))
    if year is None:
        return Answer(grain=Grain.DAY) if _day(2000, month, last) else None
    one, other = _day(year, month, first), _day(year, month, last)
    anchor = None if told else context.anchor
    return Answer(period=of_days(one, other), anchor=anchor) if one and other else None


def _day_range_after(match: re.Match[str], context: Context) -> Answer | None:
    found = _day_range(match, context)
    return replace(found, start=match.start("month")) if found else None


def _further_day(match: re.Match[str], context: Context) -> Answer | None:
    """The 25 of "April 24 and 25": a day of the month just named."""
    if not context.dated or not re.search(_FURTHER, context.before(match.start(), 40)):
        return None
    end, last, _ = context.dated[-1]
    day = number_of(match["day"])
    if not last.single or day is None or match.start() - end > 8:
        return None
    year = int(match["year"]) if match["year"] else last.first.year
    found = _day(year, last.first.month, day)
    return Answer(period=of_day(found), anchor=last) if found else None


def _day_of_month(match: re.Match[str], context: Context) -> Answer | None:
    """The 15th: of the month last named near by, else of the anchor's, or the next if the tense looks ahead."""
    day = number_of(match["ordinal"])
    near = [p for end, p, _ in context.dated if p.month and end >= match.start() - 300]
    base = near[-1] if near else context.anchor
    if base is None or base.month is None or day is None:
        return Answer(grain=Grain.DAY)
    found = _day(*base.month, day)
    if not near and base.single and found:
        ahead, back = of_month(base.month[0], base.month[1] + 1), of_month(base.month[0], base.month[1] - 1)
        if context.tense(match) is Tense.FUTURE and found < base.single:
            found = _day(ahead.first.year, ahead.first.month, day)
        elif context.tense(match) is Tense.PAST and found > base.single:
            found = _day(back.first.year, back.first.month, day)
    return Answer(period=of_day(found), anchor=base) if found else None


def _month_year(match: re.Match[str], context: Context) -> Answer | None:
    period = of_month(long_year(match["year"], context.anchor), lexicon().months[word(match["month"])])
    return Answer(period=approximate(period) if match["early"] else period)


_TIMELY = re.compile(
    r"\b(?:in|of|since|until|till|through|by|for|from|to|during|between|and|or|after|before|around|about|throughout|beginning|ending|"
    r"ended|starting|effective|mid|late|early|on|,|as of)(?:[- ])(?:the month of )?$"
)


def _month(match: re.Match[str], context: Context) -> Answer | None:
    told = match["month"]
    name = word(told)
    if not told[0].isupper() and name in ("may", "march", "mar", "sept", "sep", "dec", "jan", "jun", "oct"):
        return None
    if not match["early"] and not match["relative"] and not _is_month(told, name, match, context):
        return None
    month = lexicon().months[name]
    told_year = match["relative"]
    if told_year and context.anchor:
        shift = {"last": -1, "this": 0, "next": 1}[word(told_year)]
        year: int | None = context.anchor.first.year + shift
    else:
        year = _neighbour_year(match, month, context) or nearest_year(month, None, context, context.tense(match))
    if year is None:
        return Answer(grain=Grain.MONTH)
    period = of_month(year, month)
    return Answer(period=approximate(period) if match["early"] else period, anchor=context.anchor)


def _is_month(told: str, name: str, match: re.Match[str], context: Context) -> bool:
    before = context.before(match.start("month"))
    timely = bool(_TIMELY.search(before))
    if name in ("april", "may", "june", "august") and (re.match(r"\s[A-Z][a-z]", context.after(match.end())) or before.endswith(", ")):
        timely = bool(re.search(r"\b(?:in|since|until|of|by|during)\s$", before))
        token = context.token(match.start("month"))
        if not timely or (token is not None and token.ent_type_ == "PERSON"):
            return False
    if len(name) <= 4 and name not in ("june", "july"):  # abbreviations, "May", "Sept."
        return timely and (name == "may" or told.endswith(".")) and _not_modal(match, context)
    token = context.token(match.start("month"))
    if name == "march" and re.match(r"\s(?:for|on|against|of|to)\s[A-Z]", context.after(match.end())):
        return False
    if name in ("march", "april", "june", "august") and token is not None and not timely:
        return token.ent_type_ == "DATE" and told[0].isupper()
    return token is None or token.ent_type_ not in ("PERSON",) or timely


def _not_modal(match: re.Match[str], context: Context) -> bool:
    token = context.token(match.start("month"))
    return token is None or token.tag_ != "MD"


_YEARLY = re.compile(
    r"\b(?:in|of|since|until|till|through|by|for|from|to|during|between|and|or|after|before|around|about|throughout|circa|than|"
    r"mid|late|early|the|year|fiscal|on|as of|back in|fy)[- ]$|[(,/–-]\s?$"
)
_SHORTLY = re.compile(r"\b(?:in|of|since|by|from|to|and|class of|back in|spring|summer|fall|autumn|winter|until|before|after)[ -]$", re.IGNORECASE)
_FURTHER = r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d\d?(?:st|nd|rd|th)?(?:,\s\d\d?)*,?\s(?:and|or)\s$"
_MONEY = re.compile(r"(?:[$€£¥#]|\b(?:usd|eur|gbp|us\$|rs|no|nos|number|flight|room|page|route|highway|model|series|boeing|"
                    r"airbus|highway|section|article|resolution|chapter)\.?)\s?$")  # fmt: skip


def _year(match: re.Match[str], context: Context) -> Answer | None:
    year = int(match["year"])
    before, after = context.before(match.start("year")), context.after(match.end())
    if _MONEY.search(before) or re.match(r"[-–/]?\d|,\d{3}|\.\d|%|:\d|\s?(?:%|percent|per cent|[ap]\.?m\b)", after):
        return None
    if re.match(r"\sB\.?C\b", after):
        return None
    if re.search(r"[\d.,:/-]$", before) and not re.search(r"\d{4}[-–/]$|[^\d][,]$|[^\d]-$", before):
        return None
    if not _counts_no_things(match, context) or year > 2099:
        return None
    if not (1900 <= year) and not _YEARLY.search(before) and not match["early"]:
        return None
    period = of_year(year)
    return Answer(period=approximate(period) if match["early"] else period)


def _counts_no_things(match: re.Match[str], context: Context) -> bool:
    follower = re.match(r"[\s-]+((?:[a-z]+[\s-]+)?)([a-z]+)", context.after(match.end(), 40))
    if follower is None:
        return True
    known = lexicon().counted
    return follower[1].strip(" -") not in known and (bool(follower[1]) or follower[2] not in known)


def _short_year(match: re.Match[str], context: Context) -> Answer | None:
    if not _SHORTLY.search(context.before(match.start())):
        return None
    period = of_year(long_year(match["yy"], context.anchor))
    return Answer(period=period, anchor=context.anchor)


def _open_year(match: re.Match[str], _: Context) -> Answer | None:
    period = of_year(int(match["year"]))
    later = word(match["side"]) not in ("earlier", "before", "older")
    return Answer(period=replace(period, edtf=f"{period.edtf}/.." if later else f"../{period.edtf}"))


def _year_range(match: re.Match[str], context: Context) -> Answer | None:
    first = int(match["year"])
    told = match["to"]
    last = int(told) if len(told) == 4 else first // 100 * 100 + int(told)
    if last <= first or last - first > 100 or last > 2100 or not _counts_no_things(match, context):
        return None
    return Answer(period=between(of_year(first), of_year(last)))


def _fiscal(match: re.Match[str], context: Context) -> Answer | None:
    return Answer(period=approximate(of_year(long_year(match["yy"], context.anchor))))


def _spoken_year(match: re.Match[str], _: Context) -> Answer | None:
    tens = number_of(match["low"])
    hundreds = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}[word(match["high"])]
    return Answer(period=of_year(hundreds + tens)) if tens is not None and 10 <= tens <= 99 else None


def _decade(match: re.Match[str], context: Context) -> Answer | None:
    told = match["digits"]
    year = int(told) if len(told) == 4 else long_year(told, context.anchor)
    if year % 10 or (len(told) == 2 and year < 1910 and not match["apostrophe"]):
        return None
    if len(told) == 2 and not match["apostrophe"] and not re.search(r"\bthe\s+(?:\w+[\s-]+)?$", context.before(match.start("digits"))):
        return None
    return Answer(period=of_decade(year), anchor=context.anchor if len(told) == 2 else None)


def _decade_word(match: re.Match[str], context: Context) -> Answer | None:
    if re.search(r"\b(?:his|her|their|my|your|our)\s+(?:\w+[\s-]+)?$", context.before(match.start("decade"))):
        return None  # a person's age
    year = long_year(str(lexicon().decades[word(match["decade"])]), context.anchor)
    return Answer(period=of_decade(year), anchor=context.anchor)


def _century(match: re.Match[str], _: Context) -> Answer | None:
    number = number_of(match["ordinal"])
    return Answer(period=of_century(number - 1)) if number and 2 <= number <= 30 else None


_DASH = r"(?:-|–|—| to | through | thru | until | till |/| - | – )"
_OF_YEAR = r"(?:,? | of |, in )"

RULES = (
    Rule(name="full-date", pattern=r"(?:(?:(?:this|next|last|this coming|this past) )?{weekday},? (?:the )?(?:\()?)?{month} ?{day},? (?:of )?{year}", resolve=_full),
    Rule(name="full-date", pattern=r"(?:{weekday},? (?:the )?)?{day}[ -](?:of )?{month}[ -]?,? ?{year}", resolve=_full),
    Rule(name="full-date", pattern=r"{month} (?:the )?{ordinal},? (?:of )?{year}", resolve=_full_ordinal),
    Rule(name="full-date", pattern=r"the {ordinal} (?:day )?of {month},? (?:of )?{year}", resolve=_full_ordinal),
    Rule(name="numeric-date", pattern=r"(?P<y>[12]\d{3})(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[12]\d|3[01]|0?[1-9])(?!\d|-\d)", resolve=_numeric),
    Rule(
        name="numeric-date",
        pattern=r"(?P<y>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)(?:T| )(?P<clock>[01]\d:[0-5]\d(?::[0-5]\d)?|2[0-3]:[0-5]\d(?::[0-5]\d)?)(?P<z>Z)?",
        resolve=_iso_time,
    ),
    Rule(name="numeric-date", pattern=r"(?:{weekday},? )?(?P<a>0?[1-9]|[12]\d|3[01])(?P<sep>[/-])(?P<b>0?[1-9]|[12]\d|3[01])(?P=sep)(?P<y>[12]\d{3}|\d\d)(?!\d|[/-]\d)", resolve=_slashed),
    Rule(name="numeric-date", pattern=r"(?P<d>0?[1-9]|[12]\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>[12]\d{3})(?!\d)", resolve=_dotted),
    Rule(name="month-day", pattern=r"(?:(?:(?:this|next|last|this coming|this past) )?{weekday},? )?(?:(?P<which>last|next|this past|this) )?{month} ?{day}(?![\d,]*\d|\.\d|:\d| ?[ap]\.?m\b| (?:percent|per cent|million|billion))", resolve=_month_day),
    Rule(name="month-day", pattern=r"(?:{weekday},? )?(?:the )?{day}[ -](?:of )?{month}", resolve=_month_day),
    Rule(name="month-day", pattern=r"(?:(?:(?:this|next|last|this coming|this past) )?{weekday},? )?{month} (?:the )?{ordinal}", resolve=_month_ordinal),
    Rule(name="month-day", pattern=r"the {ordinal} (?:day )?of {month}", resolve=_month_ordinal),
    Rule(name="day-range", pattern=rf"{{month}} {{day:from}}{_DASH}{{day:to}}(?:,? {{year}})?(?![\d:]| ?[ap]\.?m\b)", resolve=_day_range),
    Rule(name="day-of-month", pattern=r"(?<=on\s)the (?P<ordinal>\d\d?(?:st|nd|rd|th))(?=[^\S\n]*(?:[,.;:)]|\n|$|and\b|but\b|at\b))", resolve=_day_of_month),
    Rule(name="further-day", pattern=r"{day}(?![\d:.,]*\d| ?(?:percent|%|[ap]\.?m\b))(?:,? {year})?", resolve=_further_day),
    Rule(name="day-range", pattern=r"between {month} {day:from} and {day:to}(?:,? {year})?", resolve=_day_range_after),
    Rule(name="day-range", pattern=r"{day:from} and {day:to} {month}(?:,? {year})?", resolve=_day_range),
    Rule(name="day-range", pattern=rf"{{day:from}}{_DASH}{{day:to}} (?:of )?{{month}}(?:,? {{year}})?", resolve=_day_range),
    Rule(name="month-year", pattern=rf"(?:(?:the )?{{early}}(?:-| |-to-late ))?{{month}}(?:{_OF_YEAR}|-)(?P<year>(?:1\d|20)\d\d(?!\d)|['’]\d\d(?!\d))", resolve=_month_year),
    Rule(name="month", pattern=r"(?:{early}[- ])?{month}(?:,? (?:of )?(?P<relative>last|this|next) year(?!['’]))?", resolve=_month),
    Rule(name="year", pattern=r"(?:{early}[- ])?{year}(?!s\b|['’]s\b(?=\s+(?:and|to|style)))", resolve=_year),
    Rule(name="open-year", pattern=r"{year} (?:and|or) (?P<side>later|beyond|after|onwards?|earlier|before|older)", resolve=_open_year),
    Rule(name="short-year", pattern=r"['’](?P<yy>\d\d)(?!\d|s|['’]|%)", resolve=_short_year),
    Rule(name="year-range", pattern=r"{year}[-–/](?P<to>(?:1\d|20)\d\d|\d\d)(?!\d|[-/]\d)", resolve=_year_range),
    Rule(name="fiscal-year", pattern=r"(?:(?:the )?(?:fiscal|financial)(?: year)?|FY) ?['’]?(?P<yy>\d{4}|\d\d)(?!\d)", resolve=_fiscal),
    Rule(name="spoken-year", pattern=r"(?P<high>nineteen|eighteen|twenty) {number:low}", resolve=_spoken_year),
    Rule(name="decade", pattern=r"(?:(?:early|(?:the )?mid|late)[- ](?:to[- ](?:mid|late)[- ])?)?(?P<apostrophe>['’])?(?P<digits>(?:1[0-9]|20)\d0|[1-9]0)['’]?s", resolve=_decade),
    Rule(name="decade", pattern=r"(?:(?:the )?(?:early|mid|late)[- ]|the ){decade}", resolve=_decade_word),
    Rule(name="century", pattern=r"(?:the )?(?:(?:early|mid|late|turn[- ]of[- ]the)[- ])?{ordinal}[- ]century", resolve=_century),
)
