"""Times of day: with the day beside them, or that of the last date near by."""

import re
from collections.abc import Mapping

from generator.extraction.dates.calendar import Period, of_day
from generator.extraction.dates.grammar import Answer, Context, Resolve, ResolveInner
from generator.extraction.dates.lexicon import number_of, word
from generator.model import Grain


def _clock(match: re.Match[str]) -> str | None:
    told = match.groupdict()
    named = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}.get(word(told.get("named") or ""))
    if named:
        return named
    hour, minute = number_of(told.get("hour") or ""), int(told.get("minute") or 0)
    if hour is None:
        return None
    half = _HALVES.get((told.get("half") or "").lower(), "")
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


_HALVES = {"a": "a", "p": "p", "morning": "a", "afternoon": "p", "evening": "p"}


def _timed(day: Period | None, clock: str, match: re.Match[str]) -> Period | None:
    if day is None or day.single is None:
        return None
    universal = word(match.groupdict().get("zone") or "") in ("utc", "gmt")
    return of_day(day.single, clock=f"{clock}:00{'Z' if universal else ''}")


_AT = re.compile(
    r"\b(?:at|by|until|till|around|about|before|after|from|to|and|past|since|shortly before|shortly after)\s$"
)


_TIME_REACH = 200  # characters back to the day of a bare time


def _time(match: re.Match[str], context: Context) -> Answer | None:
    clock = _clock(match)
    if clock is None:
        return None
    if match.groupdict().get("named") and not _AT.search(context.before(match.start())):
        return None
    near = [p for end, p, _ in context.dated if end >= match.start() - _TIME_REACH and p.single]
    base = near[-1] if near else None
    period = _timed(base, clock, match)
    return Answer(period=period, anchor=base if period else None, grain=Grain.TIME)


def _bare_time(match: re.Match[str], context: Context) -> Answer | None:
    return _time(match, context) if _AT.search(context.before(match.start())) else None


def _time_of_day(match: re.Match[str], context: Context, inner: Answer) -> Answer | None:
    clock = _clock(match)
    if clock is None or not _is_day(inner):
        return None
    if _EVENING.match(context.after(match.end()).lower()) and clock < "12" and not match.groupdict().get("half"):
        clock = f"{int(clock[:2]) + 12:02}{clock[2:]}"
    return Answer(period=_timed(inner.period, clock, match), anchor=inner.anchor, grain=Grain.TIME)


_EVENING = re.compile(r"tonight|(?:\w+ )?(?:evening|night|afternoon)\b")


def _is_day(answer: Answer) -> bool:
    """Whether the answer is a day or a part of one, known or not."""
    if answer.period is not None:
        return answer.period.single is not None
    return answer.grain in (Grain.DAY, Grain.TIME)


READERS: Mapping[str, Resolve] = {
    "time": _time,
    "bare-time": _bare_time,
}
AROUND: Mapping[str, ResolveInner] = {
    "time-of-day": _time_of_day,
}
