"""The index of actors: those with pages of their own, and the long tail of those without."""

from dataclasses import dataclass

from generator.model import Actor, Span
from generator.pages import words
from generator.pages.render import Head
from generator.pages.sheet import Citation, Day, Name, Sheet, actors_of
from generator.text import slug as safe

_MOST_ROWS = 1_000  # A longer table takes a browser seconds; the search finds the others.


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """A line of the index of actors."""

    name: Name
    anchor: str
    kind: str
    role: str | None
    says: int
    about: int
    articles: int
    seen: Day | None
    foreign: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """An actor without a page, with the place where it is named."""

    name: str
    anchor: str
    kind: str
    citation: Citation
    foreign: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsIndex:
    """The index of actors: those with pages, most named first, how many are left out, and the long tail."""

    rows: tuple[ActorRow, ...]
    left: int
    tail: tuple[Tail, ...]


def prepare(sheet: Sheet) -> tuple[Head, ActorsIndex]:
    """The head and the data of the index of actors."""
    desk = sheet.desk
    paged = [a for a in desk.dossier.actors if a.slug in desk.paged]
    rest = [a for a in desk.dossier.actors if a.slug not in desk.paged]
    rows = sorted((_row(a, sheet) for a in paged), key=lambda r: (-r.articles, -r.says - r.about, r.name.text))
    tail = tuple(t for a in rest if (t := _tail(a, sheet)) is not None)
    head = Head(title="Actors", description=f"{len(paged)} actors, and what each says and does.", boost=None)
    return head, ActorsIndex(rows=tuple(rows[:_MOST_ROWS]), left=max(0, len(rows) - _MOST_ROWS), tail=tail)


def _row(actor: Actor, sheet: Sheet) -> ActorRow:
    index = sheet.desk.index
    return ActorRow(
        name=sheet.actor(actor.slug),
        anchor=f"a-{safe(actor.slug)}",
        kind=words.KIND[actor.kind],
        role=next((r.title for r in sheet.desk.offices(actor.slug)), None),
        says=len(index.speaking.get(actor.slug, ())),
        about=len(index.about.get(actor.slug, ())),
        articles=len(index.naming.get(actor.slug, ())),
        seen=sheet.day(index.seen(actor.slug)[1]),
        foreign=words.foreign(actor.name),
    )


def _tail(actor: Actor, sheet: Sheet) -> Tail | None:
    index = sheet.desk.index
    anchor = f"a-{safe(actor.slug)}"
    places = index.named.get(actor.slug, ())
    if places:
        mention = places[0].mention
        span = Span(start=mention.start, end=mention.end, text=mention.text)
        cited = sheet.cite_words(places[0].article, span, f"n-{safe(actor.slug)}")
    else:
        claims = [c for c in index.claims.values() if actor.slug in actors_of(c)]
        if not claims:
            return None
        cited = sheet.cite(claims[0])
    return Tail(
        name=actor.name, anchor=anchor, kind=words.KIND[actor.kind], citation=cited, foreign=words.foreign(actor.name)
    )
