"""What is dated, in order: the timeline's entries and its pictures.

A claim enters at the time that it speaks of and, where that is another or none, at the day it was made;
one that has no date of its own enters nowhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.edtf import days as stretch
from generator.model import Claim
from generator.pages.days import in_words, is_day, month_in_words, short_month, sort_key
from generator.pages.render import Head
from generator.pages.sheet import Citation, Day, Name, Sheet, Statement
from generator.text import html
from generator.text import slug as safe

_WIDTH, _ROW, _DOTS = 880, 9, 12
# More entries than this make a page that opens slowly; the topics and actors have the rest.
_MOST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What claims of one finding tell of a date: when it happened ("event"), or when it was said ("statement")."""

    day: Day
    order: str
    sort: str
    statement: Statement
    citations: tuple[Citation, ...]
    publishers: int

    @property
    def look(self) -> str:
        """How its dot looks, for the style sheet: a full one, or a hollow one for more than a day."""
        return f"d-dot d-dot-{self.sort}{'' if is_day(self.day.edtf) else ' d-dot-vague'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntries:
    """The entries of one date expression, under an anchor of their own."""

    day: Day
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The dates of a month, or of a year where only that is known."""

    title: str
    anchor: str
    days: tuple[DayEntries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The timeline's page: years with their months, newest first; what the filter offers.

    Attributes:
        columns: Where in the picture the dates stand.
    """

    years: tuple[tuple[str, tuple[Month, ...]], ...]
    picture: Markup | None
    columns: dict[str, int]
    count: int
    left: int
    actors: tuple[tuple[str, Name], ...]
    topics: tuple[tuple[str, Name], ...]


def entries(claims: Iterable[Claim], sheet: Sheet) -> tuple[Entry, ...]:
    """The dated claims, newest first, those of one finding and date as one."""
    index = sheet.desk.index
    told: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in filter(sheet.desk.tells, claims):
        finding = index.finding_of.get(claim.id, claim.id)
        for sort, edtf in _dates(claim, sheet):
            day = _narrowed(edtf, claim, sheet) if sort == "event" else edtf
            told.setdefault((finding, sort, day), []).append(claim)
    found = (_entry(sort, edtf, same, sheet) for (_, sort, edtf), same in told.items() if sort_key(edtf))
    return tuple(sorted(found, key=lambda e: (e.order, e.sort), reverse=True))


def _entry(sort: str, edtf: str, claims: Sequence[Claim], sheet: Sheet) -> Entry:
    """The claims by the first of them whose words may be shown, with all of them as evidence."""
    lead = next((c for c in claims if sheet.desk.excerpt(c).words), claims[0])
    return Entry(
        day=sheet.dated(edtf, (lead, *claims)),
        order=sort_key(edtf),
        sort=sort,
        statement=sheet.statement(lead),
        citations=sheet.cite_all([lead.id, *(c.id for c in claims)]),
        publishers=len({sheet.desk.index.publisher(c.article) for c in claims}),
    )


def _dates(claim: Claim, sheet: Sheet) -> Iterable[tuple[str, str]]:
    happened = dict.fromkeys(e.when for e in sheet.desk.index.events_of_claim.get(claim.id, ()) if e.when)
    times = [claim.when] if claim.when else list(happened)
    for edtf in times:
        yield "event", edtf
    if claim.said and claim.said not in times:
        yield "statement", claim.said


def _narrowed(edtf: str, claim: Claim, sheet: Sheet) -> str:
    """The date, or the narrower one that another report gives of the same happening: "May" is then its 3rd."""
    index = sheet.desk.index
    events = [e for e in index.events_of_claim.get(claim.id, ()) if edtf in (e.when, claim.when)]
    wide = stretch(edtf)
    for gathered in index.happenings_in.get(claim.id, ()):
        close = stretch(gathered.when)
        told = any(e.type is gathered.type and e.predicate.lemma == gathered.lemma for e in events)
        within = wide and close and wide[0] <= close[0] <= close[1] <= wide[1]
        if told and within and gathered.when and not gathered.uncertain:
            return gathered.when
    return edtf


def prepare(sheet: Sheet) -> tuple[Head, Timeline]:
    """The head and the data of the timeline's page."""
    index = sheet.desk.index
    everything = entries(index.claims.values(), sheet)
    found = everything[:_MOST]
    years: dict[str, dict[str, list[Entry]]] = {}
    for entry in found:
        month = entry.order[:7] if len(entry.day.edtf) > 4 and entry.day.edtf[4] == "-" else entry.order[:4]
        years.setdefault(entry.order[:4], {}).setdefault(month, []).append(entry)
    keys = {k for e in found for k in e.statement.keys.split()}
    made = Timeline(
        years=tuple((year, tuple(_month(m, es) for m, es in months.items())) for year, months in years.items()),
        picture=strip(everything, "Timeline of all that is dated"),
        columns=_columns(everything, found),
        count=len(everything),
        left=len(everything) - len(found),
        actors=tuple(
            (f"a-{safe(a.slug)}", Name(text=a.name)) for a in sheet.desk.dossier.actors if f"a-{safe(a.slug)}" in keys
        ),
        topics=tuple(
            (f"t-{safe(t.slug)}", Name(text=t.name)) for t in sheet.desk.dossier.topics if f"t-{safe(t.slug)}" in keys
        ),
    )
    return Head(title="Timeline", description=f"{len(everything)} dated events and statements.", boost=None), made


def _month(key: str, found: Sequence[Entry]) -> Month:
    days: dict[str, list[Entry]] = {}
    for entry in found:
        days.setdefault(entry.day.edtf, []).append(entry)
    title = month_in_words(int(key[:4]), int(key[5:7])) if len(key) == 7 else f"{key}, no month given"
    told = tuple(DayEntries(day=es[0].day, anchor=f"d-{safe(edtf)}", entries=tuple(es)) for edtf, es in days.items())
    return Month(title=title, anchor=f"m-{key}", days=told)


def _columns(everything: Sequence[Entry], found: Sequence[Entry]) -> dict[str, int]:
    """Where in the picture of everything the dates of those found stand, so that what is filtered can be drawn anew."""
    scale = _Scale.over(sorted({e.order for e in everything})) if everything else None
    return {e.order: scale.column(e.order) for e in found} if scale else {}


def strip(found: Sequence[Entry], title: str, base: str = "") -> Markup | None:
    """The entries as dots on a line of time, months or years apart; None for fewer than three dates.

    Each dot leads to its claim: `base` is put before the addresses, which otherwise are those of the claims.
    """
    dates = sorted({e.order for e in found})
    if len(dates) < 3:
        return None
    scale = _Scale.over(dates)
    columns: dict[int, list[Entry]] = {}
    for entry in sorted(found, key=lambda e: (e.order, e.sort)):
        columns.setdefault(scale.column(entry.order), []).append(entry)
    tallest = min(_DOTS, max(len(c) for c in columns.values()))
    height = 44 + tallest * _ROW
    dots = [_dots(x, es, height - 28, base) for x, es in sorted(columns.items())]
    ticks = "".join(
        f'<line class="d-tick" x1="{x}" y1="{height - 22}" x2="{x}" y2="{height - 16}"/>'
        f'<text x="{x}" y="{height - 3}" text-anchor="middle">{html(label)}</text>'
        for x, label in scale.ticks()
    )
    return Markup(  # noqa: S704 - all text in it went through html()
        f'<svg class="d-strip" viewBox="0 0 {_WIDTH} {height}" data-floor="{height - 28}" data-row="{_ROW}" '
        f'data-most="{_DOTS}" role="group" aria-label="{html(title)}">'
        f'<line class="d-axis" x1="0" y1="{height - 22}" x2="{_WIDTH}" y2="{height - 22}"/>{ticks}{"".join(dots)}</svg>'
    )


def _dots(x: int, found: Sequence[Entry], floor: int, base: str) -> str:
    told = []
    for number, entry in enumerate(found[:_DOTS]):
        who = ", ".join(n.text for n in entry.statement.speakers) or entry.statement.publisher
        words = f"{in_words(entry.day.edtf)}: {who}"
        href = base or entry.statement.citation.href.replace(".md", ".html")
        told.append(
            f'<a href="{html(href)}" aria-label="{html(words)}">'
            f'<circle class="{entry.look}" cx="{x}" cy="{floor - number * _ROW}" r="3.6"/></a>'
        )
    return "".join(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """From dates to places on the line: even in time over the span in which nearly all dates lie."""

    first: int
    last: int

    @classmethod
    def over(cls, dates: Sequence[str]) -> "_Scale":
        """The scale of sorted dates; what lies far off on either side is drawn at the edge."""
        days = [_number(d) for d in dates]
        first, last = days[len(days) // 10], days[-1 - len(days) // 20]
        far = 2 * max(last - first, 60)
        first = next(d for d in days if d >= first - far)
        last = next(d for d in reversed(days) if d <= last + far)
        return cls(first=first, last=max(last, first + 1))

    def column(self, date: str) -> int:
        """The place of a date, on a grid as fine as a dot."""
        part = (_number(date) - self.first) / (self.last - self.first)
        return 24 + round(max(0.0, min(1.0, part)) * (_WIDTH - 48) / _ROW) * _ROW

    def ticks(self) -> list[tuple[int, str]]:
        """Places and labels of months, or of years where months would be too many."""
        months = [(y, m) for y in range(self.first // 372, self.last // 372 + 1) for m in range(1, 13)]
        inside = [(y, m) for y, m in months if self.first - 15 <= y * 372 + (m - 1) * 31 <= self.last]
        step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000) if len(inside) / s <= 14)
        kept = [(y, m) for y, m in inside if (y * 12 + m - 1) % step == 0]
        return [
            (self.column(f"{y}-{m:02d}-01"), str(y) if step >= 12 or m == 1 else f"{short_month(m)} {y % 100:02d}")
            for y, m in kept
        ]


def _number(date: str) -> int:
    """A date as a count of days, in months of 31 days: even enough for a picture."""
    return int(date[:4]) * 372 + (int(date[5:7]) - 1) * 31 + int(date[8:10]) - 1
