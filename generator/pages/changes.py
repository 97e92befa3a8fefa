"""What the page of changes holds, and its feed: each regeneration with what came, what changed, what went."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import jinja2

from generator.edtf import days
from generator.model import Finding
from generator.model.changes import Counts, Regeneration
from generator.pages.days import in_words
from generator.pages.desk import Desk, source_page
from generator.pages.findings import FindingView, view
from generator.pages.render import Head
from generator.pages.sheet import Name, Sheet
from generator.pages.templates import rendered

FEED, PAGE = "changes/feed.xml", "changes/index.md"
_MOST_SHOWN = 30
_IN_FEED = 20
# Of the newest regeneration, and of the others, so many findings of each sort are shown.
_MOST_NEWEST, _MOST_OTHERS = 12, 4
_NO_DATE = date(2000, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article that came or changed, where the dossier still has it; else only its id is known."""

    name: Name
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLines:
    """Findings of one sort (new, stronger, differing) that the dossier still has, and how many more there were."""

    shown: tuple[FindingView, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A regeneration as the page shows it.

    Attributes:
        anchor: Its place on the page. day: Of the newest article it knew, in words.
        counts: Label ("claims") with how many came, changed, went; only where any did.
        articles: How many articles came, changed, went: the lists of them are cut to their beginnings.
    """

    anchor: str
    day: str | None
    first: bool
    counts: tuple[tuple[str, Counts], ...]
    articles: Counts
    added: tuple[ArticleLine, ...]
    changed: tuple[ArticleLine, ...]
    reread: tuple[ArticleLine, ...]
    removed: tuple[str, ...]
    new: FindingLines
    stronger: FindingLines
    differing: FindingLines
    actors: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """All that the page shows."""

    entries: tuple[ChangeView, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A regeneration in the feed: an id that lasts, a day for its date, and what the page shows of it."""

    id: str
    updated: str
    view: ChangeView


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An Atom feed (RFC 4287).

    Attributes:
        id: Lasts as long as the dossier's memory, whatever the dossier is called and wherever it stands.
        base: What its links begin with: the address of the site; None where that is not known. They are then relative
            to the feed's own address, as the RFC allows.
        here: Its own address, and `page` that of the page of changes, both as seen from `base`.
    """

    id: str
    base: str | None
    here: str
    page: str
    updated: str
    title: str
    entries: tuple[FeedEntry, ...]


def prepare(sheet: Sheet) -> tuple[Head, ChangesPage]:
    """The head and the data of the page."""
    entries = sheet.desk.history.entries
    shown = entries[:_MOST_SHOWN]
    made = ChangesPage(entries=_views(shown, sheet), left=len(entries) - len(shown))
    told = "What each regeneration of this dossier added, changed and withdrew."
    return Head(title="Changes", description=told, boost=None), made


def latest(sheet: Sheet) -> ChangeView | None:
    """What the newest regeneration changed; None for the one that began the dossier."""
    entry = next(iter(sheet.desk.history.entries), None)
    return None if entry is None or entry.first else _view(entry, sheet, _MOST_OTHERS)


def feed(made: jinja2.Environment, desk: Desk, address: str | None) -> bytes:
    """The feed of the newest regenerations; `address` is that of the site, where it is known."""
    # Seen from the top of the site, all addresses are what the site's own needs behind it to be whole.
    sheet = Sheet(desk, FEED if address is None else "feed.xml")
    entries = desk.history.entries[:_IN_FEED]
    title = desk.dossier.settings.title
    founder = desk.history.entries[-1].id if entries else title
    told = Feed(
        id=_urn(uuid.uuid5(uuid.NAMESPACE_URL, f"dossier:{founder}")),
        base=address,
        here=sheet.to(FEED),
        page=sheet.to(PAGE),
        updated=max(map(_updated, desk.history.entries), default=_updated(None)),
        title=title,
        entries=tuple(
            FeedEntry(id=_urn(uuid.UUID(e.id)), updated=_updated(e), view=v)
            for e, v in zip(entries, _views(entries, sheet), strict=True)
        ),
    )
    return rendered(made, "page/feed.xml.j2", {"feed": told}).lstrip().encode()


def _urn(identity: uuid.UUID) -> str:
    return identity.urn


def _updated(entry: Regeneration | None) -> str:
    found = days(entry.as_of) if entry is not None else None
    return f"{date.fromordinal(found[0]) if found else _NO_DATE}T00:00:00Z"


def _views(entries: Sequence[Regeneration], sheet: Sheet) -> tuple[ChangeView, ...]:
    return tuple(_view(e, sheet, _MOST_OTHERS if n else _MOST_NEWEST) for n, e in enumerate(entries))


def _view(entry: Regeneration, sheet: Sheet, most: int) -> ChangeView:
    return ChangeView(
        anchor=f"c-{entry.id[:12]}",
        day=in_words(entry.as_of) if entry.as_of else None,
        first=entry.first,
        counts=tuple((kind, c) for kind, c in entry.counts.items() if c != Counts()),
        articles=entry.counts.get("articles", Counts()),
        added=_articles(entry.added, sheet),
        changed=_articles(entry.changed, sheet),
        reread=_articles(entry.reread, sheet),
        removed=entry.removed,
        new=FindingLines() if entry.first else _lines(entry.new, _came(entry), sheet, most),
        stronger=_lines(entry.stronger, len(entry.stronger), sheet, most),
        differing=_lines(entry.differing, len(entry.differing), sheet, most),
        actors=tuple(sheet.actor(s) for s in entry.actors if s in sheet.desk.paged)[: 2 * most],
    )


def _articles(ids: Iterable[str], sheet: Sheet) -> tuple[ArticleLine, ...]:
    return tuple(_article(i, sheet) for i in ids)


def _article(identity: str, sheet: Sheet) -> ArticleLine:
    if identity not in sheet.desk.index.articles:
        return ArticleLine(name=Name(text=identity), publisher=None, published=None)
    day = sheet.day(sheet.desk.article(identity).published)
    return ArticleLine(
        name=Name(text=sheet.desk.title(identity), href=sheet.to(source_page(identity))),
        publisher=sheet.publisher(identity),
        published=day.text if day else None,
    )


def _came(entry: Regeneration) -> int:
    return max(len(entry.new), entry.counts.get("findings", Counts()).added)


def _lines(ids: Sequence[str], total: int, sheet: Sheet, most: int) -> FindingLines:
    """The findings of those ids that there still are and of which something may be shown, as far as there is room.

    All others of the total count as left, whether for room, for the excerpt policy, or because they have gone since.
    """
    desk = sheet.desk
    kept: list[Finding] = [
        f for i in ids if (f := desk.index.findings.get(i)) is not None and desk.tells(desk.claim(f.lead))
    ]
    shown = tuple(view(f, sheet) for f in kept[:most])
    return FindingLines(shown=shown, left=total - len(shown))
