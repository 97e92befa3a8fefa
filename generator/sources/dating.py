"""When an article was published, where no one states it as a field: from its lines, or by inference."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Basis, BlockKind
from generator.sources.cleaning import Piece
from generator.sources.dates import FULL, MONTHS, WEEKDAYS, DateError, after, from_stated, full_days

_ISO = re.compile(r"\b\d{4}[.-]\d\d[.-]\d\d\b")
_OTHER_WEEK = (
    r"(?<!last )(?<!next )(?<!every )(?<!each )(?<!previous )(?<!following )(?<!by )(?<!until )(?<!till )(?<!before )"
    r"(?<!after )(?<!since )(?<!coming )(?<!past )(?<!this )(?<!a )(?<!from )(?<!to )(?<!second )"
)
_WEEKDAY = re.compile(
    rf"\b{_OTHER_WEEK}(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?![’'-]|,? \w+\.? \d)"
)
_PAST = re.compile(
    r"\b(?:said|told|says?|\w{2,}ed|met|left|held|won|lost|took|made|gave|began|found|sent|struck|hit|fell|rose)\b"
)
_FILE = re.compile(r"FILE\b|File ")
_SHORT = re.compile(
    r"(?:(?P<month>[A-Za-z]{3})[a-z.]*\s+(?P<day>\d{1,2})|(?P<day2>\d{1,2})\s+(?P<month2>[A-Za-z]{3})[a-z.]*)"
)
# A weekday is looked for where news says when it happened.
_LEAD = 3
_NEAR = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date of publication, how it is known, and from what where it was inferred."""

    edtf: str | None
    basis: Basis
    reason: str | None = None


UNKNOWN = Dated(edtf=None, basis=Basis.UNKNOWN)


def date_of(pieces: Sequence[Piece], *, today: date) -> Dated:
    """The date of publication that the pieces of a page state, or that follows from them."""
    for told in (_stated(pieces), _dateline(pieces), _weekday(pieces)):
        if told is not None and told.edtf is not None and not after(told.edtf, today):
            return told
    return UNKNOWN


def _stated(pieces: Sequence[Piece]) -> Dated | None:
    """The date of a date line; None where there is none, or where lines contradict each other."""
    days: list[str] = []
    for piece in pieces:
        words = piece.furniture.published if piece.furniture else None
        full = (FULL.search(words) or _ISO.search(words)) if words else None
        if full is None:
            continue
        try:
            days.append(from_stated(full[0]))
        except DateError:
            continue
    return Dated(edtf=days[0], basis=Basis.STATED) if len(set(days)) == 1 else None


def _dateline(pieces: Sequence[Piece]) -> Dated | None:
    words = next((p.cut.date for p in pieces if p.kind is BlockKind.BODY and p.cut and p.cut.date), None)
    if words is None:
        return None
    reason = f'the dateline says "{words}"'
    full = full_days(words)
    if full:
        return Dated(edtf=full[0][0].isoformat(), basis=Basis.INFERRED, reason=reason)
    short = _SHORT.match(words)
    known = [(day, told) for p in pieces if p.kind is not None for day, told in full_days(p.paragraph.text)]
    if short is None or not known:
        return None
    month = MONTHS.index((short["month"] or short["month2"]).lower()) + 1
    day = int(short["day"] or short["day2"])
    near = [_near(known_day, month, day) for known_day, _ in known]
    found = {d for d in near if d is not None}
    if len(found) != 1:
        return None
    year = next(told for (_, told), d in zip(known, near, strict=True) if d is not None)
    return Dated(
        edtf=found.pop().isoformat(), basis=Basis.INFERRED, reason=f'{reason} and the text holds the date "{year}"'
    )


def _near(known: date, month: int, day: int) -> date | None:
    """The day of the year that lies near the known date, if one does."""
    for year in (known.year, known.year - 1, known.year + 1):
        try:
            told = date(year, month, day)
        except ValueError:
            continue
        if abs(told - known) <= _NEAR:
            return told
    return None


def _weekday(pieces: Sequence[Piece]) -> Dated | None:
    """The first such weekday on or after the date of a picture: news is printed with pictures of the last days."""
    fresh = [
        dated
        for p in pieces
        if p.kind is BlockKind.CAPTION and not _FILE.match(p.paragraph.text)
        for dated in full_days(p.paragraph.text)
    ]
    body = [p.text for p in pieces if p.kind is BlockKind.BODY][:_LEAD]
    named = next((m for text in body if _PAST.search(text) for m in _WEEKDAY.finditer(text)), None)
    if not fresh or named is None:
        return None
    latest, words = max(fresh, key=lambda x: x[0])
    ahead = (WEEKDAYS.index(named["day"].lower()) - latest.weekday()) % 7
    try:
        published = latest + timedelta(days=ahead)
    except OverflowError:
        return None
    reason = f'a caption is dated "{words}" and the text says "{named["day"]}"'
    return Dated(edtf=published.isoformat(), basis=Basis.INFERRED, reason=reason)
