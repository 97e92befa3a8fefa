"""What is counted from the anchor or from the last date: last month, two years ago, a day earlier, that week."""

import re
from collections.abc import Mapping
from datetime import timedelta

from generator.extraction.dates.calendar import (
    Period,
    approximate,
    long_year,
    of_century,
    of_day,
    of_decade,
    of_group,
    of_month,
    of_weekend,
    step,
)
from generator.extraction.dates.grammar import Answer, Context, Resolve
from generator.extraction.dates.lexicon import lexicon, number_of, word
from generator.extraction.dates.tense import Tense
from generator.model import Grain

_GRAINS = {"day": Grain.DAY, "week": Grain.WEEK, "weekend": Grain.DAY, "month": Grain.MONTH, "quarter": Grain.QUARTER,
           "year": Grain.YEAR, "decade": Grain.DECADE, "night": Grain.TIME}  # fmt: skip


_STEPS = {
    **dict.fromkeys(("last", "previous", "past", "this past", "preceding", "prior"), -1),
    **dict.fromkeys(("this", "current", "present"), 0),
    **dict.fromkeys(("next", "coming", "this coming", "upcoming"), 1),
}


def _unit(match: re.Match[str], context: Context) -> Answer | None:
    which, unit = word(match["which"]).removeprefix("the "), word(match["unit"])
    if unit in ("second", "minute", "hour", "night", "day") or (
        match["unit"][0].isupper() and not match.group().isupper()
    ):
        return None
    if which == "past" and unit not in ("decade", "century"):
        return None  # over the past year: how long
    if context.anchor is None:
        return Answer(grain=_GRAINS.get(unit))
    count = _STEPS[which]
    period = _around(context.anchor, count, unit, context, match)
    if period is None:
        return Answer(grain=_GRAINS.get(unit))
    if match["fiscal"] and not match["fiscal"].lower().startswith("calendar"):
        period = approximate(period)
    return Answer(period=period, anchor=context.anchor)


def _around(anchor: Period, count: int, unit: str, context: Context, match: re.Match[str]) -> Period | None:
    if unit == "weekend":
        if anchor.single is None:
            return None
        weekend = count
        if count == 0 and anchor.single.isoweekday() <= 4 and context.tense(match) is Tense.PAST:
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
    told = match["season"] or match["season2"]
    code, which = lexicon().seasons[word(told)], word(match["which"] or "")
    if year := match["year"] or match["year2"] or match["yy"]:
        return Answer(period=of_group(long_year(year, context.anchor), code))
    if not which and not re.search(
        r"\b(?:in|the|since|until|by|during|late|early|mid|of)[\s-]$", context.before(match.start("season"))
    ):
        return None
    if not which and (word(told) == "fall" or not _seasonal(match, context)):
        return None
    was_to_be = "had been " in context.before(match.start(), 60)  # "had been expected in the autumn": of which year?
    if context.anchor is None or context.anchor.month is None or (was_to_be and not which):
        return Answer(grain=Grain.SEASON)
    return Answer(period=_season_near(code, which, context.anchor, context.tense(match)), anchor=context.anchor)


def _seasonal(match: re.Match[str], context: Context) -> bool:
    return not re.match(
        r"[\s-](?:olympic|paralympic|games|school|camp|break|palace|home|season)", context.after(match.end()).lower()
    )


def _season_near(code: int, which: str, anchor: Period, tense: Tense) -> Period:
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
    if tense is Tense.FUTURE:
        return of_group(year + (month > starts_at + 2), code)
    return of_group(year - (month < starts_at), code)


def _ago(match: re.Match[str], context: Context) -> Answer | None:
    return _counted(match, context.anchor, -1)


def _counted(match: re.Match[str], base: Period | None, sign: int) -> Answer | None:
    unit = word(match["unit"]).replace("centurie", "century")
    if unit in ("second", "minute", "hour"):
        if unit != "hour" and base is None:
            return None
        return Answer(
            period=of_day(base.single, grain=Grain.TIME) if base and base.single else None,
            anchor=base,
            grain=Grain.TIME,
        )
    count = number_of(match["number"])
    if count is None or base is None:
        return Answer(grain=_GRAINS.get(unit))
    if unit in ("night", "weekend"):
        unit = "day" if unit == "night" else "week"
    if unit == "decade" and sign * count < 0:
        count, unit = 10 * count, "year"
    period = step(base, sign * count, unit)
    return Answer(period=period, anchor=base if period else None, grain=_GRAINS.get(unit))


def _from_now(match: re.Match[str], context: Context) -> Answer | None:
    return _counted(match, context.anchor, 1)


def _in_the_unit(match: re.Match[str], context: Context) -> Answer | None:
    """Earlier in the week, late in the year: those of the anchor."""
    unit = word(match["unit"])
    if not re.search(r"\b(?:early|earlier|late|later)\sin\s$", context.before(match.start())):
        return None
    period = step(context.anchor, 0, unit) if context.anchor else None
    return Answer(period=period, anchor=context.anchor if period else None, grain=_GRAINS[unit])


def _half_ago(match: re.Match[str], context: Context) -> Answer | None:
    """Two and a half years ago: two years ago, roughly."""
    found = _counted(match, context.anchor, -1)
    return Answer(period=approximate(found.period), anchor=found.anchor) if found and found.period else found


def _vague_ago(_: re.Match[str], __: Context) -> Answer | None:
    return Answer()


def _earlier(match: re.Match[str], context: Context) -> Answer | None:
    sign = -1 if re.search(r"earlier|before|previously|prior", match.group().lower()) else 1
    unit = word(match["unit"])
    if unit in ("second", "minute", "hour"):
        return None
    base = context.base("day" if unit in ("night", "weekend") else unit)
    if sign > 0 and context.told_later(match, base):
        return Answer(grain=_GRAINS.get(unit))
    return _counted(match, base, sign)


def _later_unit(match: re.Match[str], context: Context) -> Answer | None:
    """The next day, the following month, the day before: counted from the last date in the text."""
    unit, which = word(match["unit"]), word(match["which"])
    if unit in ("second", "minute", "hour"):
        return None
    base = context.base("day" if unit == "night" else unit)
    sign = 1 if which in ("next", "following", "after", "subsequent") else -1
    if sign > 0 and context.told_later(match, base):
        return Answer(grain=_GRAINS.get(unit))
    period = step(base, sign, "day" if unit == "night" else unit) if base else None
    return Answer(period=period, anchor=base if period else None, grain=_GRAINS.get(unit))


def _later_part(match: re.Match[str], context: Context) -> Answer | None:
    """The next morning, the night before."""
    base = context.base("day")
    if base is None or base.single is None:
        return Answer(grain=Grain.TIME)
    shift = 1 if word(match["which"]) in ("next", "following", "after") else -1
    if shift > 0 and context.told_later(match, base):
        return Answer(grain=Grain.TIME)
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


READERS: Mapping[str, Resolve] = {
    "early-unit": _early_unit,
    "named-month": _named_month,
    "season": _season,
    "ago": _ago,
    "from-now": _from_now,
    "in-the-unit": _in_the_unit,
    "half-ago": _half_ago,
    "vague-ago": _vague_ago,
    "earlier": _earlier,
    "later-unit": _later_unit,
    "later-part": _later_part,
    "that": _that,
}
