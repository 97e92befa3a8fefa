"""Months, years, and what is longer: decades, centuries, fiscal years."""

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.extraction.dates.calendar import (
    approximate,
    between,
    long_year,
    of_century,
    of_decade,
    of_month,
    of_year,
)
from generator.extraction.dates.days import nearest_year, neighbour_year
from generator.extraction.dates.grammar import Answer, Context, Resolve
from generator.extraction.dates.lexicon import lexicon, number_of, word
from generator.model import Grain


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
        year = neighbour_year(match, month, context) or nearest_year(month, None, context, match)
    if year is None:
        return Answer(grain=Grain.MONTH)
    period = of_month(year, month)
    return Answer(period=approximate(period) if match["early"] else period, anchor=context.anchor)


def _is_month(told: str, name: str, match: re.Match[str], context: Context) -> bool:
    before = context.before(match.start("month"))
    timely = bool(_TIMELY.search(before))
    if name in ("april", "may", "june", "august") and (
        re.match(r"\s[A-Z][a-z]", context.after(match.end())) or before.endswith(", ")
    ):
        timely = bool(re.search(r"\b(?:in|since|until|of|by|during)\s$", before))
        token = context.token(match.start("month"))
        if not timely or (token is not None and token.ent_type_ == "PERSON"):
            return False
    if len(name) <= 4 and name not in ("june", "july"):  # abbreviations, "May", "Sept."
        return timely and (name == "may" or told.endswith(".")) and _not_modal(match, context)
    token = context.token(match.start("month"))
    marched = re.match(r"\s(?:for|on|against|of|to)\s[A-Z]", context.after(match.end()))
    if name == "march" and marched and not before.endswith(("from ", "between ", "since ")):
        return False
    if name in ("march", "april", "june", "august") and token is not None and not timely:
        return token.ent_type_ == "DATE" and told[0].isupper()
    return token is None or token.ent_type_ != "PERSON" or timely


def _not_modal(match: re.Match[str], context: Context) -> bool:
    token = context.token(match.start("month"))
    return token is None or token.tag_ != "MD"


_YEARLY = re.compile(
    r"\b(?:in|of|since|until|till|through|by|for|from|to|during|between|and|or|after|before|around|about|throughout|circa|c\.|ca\.|than|"
    r"mid|late|early|the|year|fiscal|on|as of|back in|fy)[- ]$|[(,/–-]\s?$"
)


_MONEY = re.compile(
    r"(?:[$€£¥#]|\b(?:usd|eur|gbp|us\$|rs|no|nos|number|flight|room|page|route|highway|model|series|boeing|airbus|section|"
    r"article|resolution|chapter|project|vision|agenda|windows|mirage)\.?)\s?$"
)


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
    if not (year >= 1900) and not _YEARLY.search(before) and not match["early"]:
        return None
    period = of_year(year)
    return Answer(period=approximate(period) if match["early"] else period)


def _counts_no_things(match: re.Match[str], context: Context) -> bool:
    follower = re.match(r"[\s-]+((?:[a-z]+[\s-]+)?)([a-z]+)", context.after(match.end(), 40))
    if follower is None:
        return True
    known = lexicon().counted
    return follower[1].strip(" -") not in known and (bool(follower[1]) or follower[2] not in known)


_SHORTLY = re.compile(
    r"\b(?:in|of|since|by|from|to|and|class of|back in|spring|summer|fall|autumn|winter|until|before|after)[ -]$",
    re.IGNORECASE,
)


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


_HEAT = re.compile(r"\b(?:temperatures?|highs|lows|degrees|thermometers?|mercury)\b[^.]*$")


def _decade(match: re.Match[str], context: Context) -> Answer | None:
    told = match["digits"]
    year = int(told) if len(told) == 4 else long_year(told, context.anchor)
    if _HEAT.search(context.before(match.start("digits"), 60)):
        return None
    if year % 10 or (len(told) == 2 and year < 1910 and not match["apostrophe"]):
        return None
    if (
        len(told) == 2
        and not match["apostrophe"]
        and not re.search(r"\bthe\s+(?:\w+[\s-]+)?$", context.before(match.start("digits")))
    ):
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


def _year_period(match: re.Match[str], _: Context) -> Answer | None:
    return Answer(period=of_year(int(match["year"])))


READERS: Mapping[str, Resolve] = {
    "month-year": _month_year,
    "month": _month,
    "year": _year,
    "open-year": _open_year,
    "short-year": _short_year,
    "year-range": _year_range,
    "fiscal": _fiscal,
    "spoken-year": _spoken_year,
    "decade": _decade,
    "decade-word": _decade_word,
    "century": _century,
    "year-period": _year_period,
}
