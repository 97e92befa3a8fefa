"""What a topic's page holds: its findings, each publisher's words side by side; and the index of topics."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Finding, Topic
from generator.pages import findings, linked
from generator.pages.chronicle import Entry, entries, strip
from generator.pages.desk import Desk, topic_page
from generator.pages.findings import FindingView
from generator.pages.maps import Where, where
from generator.pages.matrix import Matrix, matrix
from generator.pages.render import Head
from generator.pages.sheet import Day, Name, Sheet

# A table of more columns is wider than a page: words then stand one above the other, and who reports what in a matrix.
_MOST_COLUMNS = 4
_MOST_ROWS = 60
_NOT_STATED = "Publisher not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A publisher's column of the table, with the page's letters of its articles."""

    name: str
    letters: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """All that a topic's page shows. Without `columns` there are too many publishers to set words side by side."""

    name: str
    description: str | None
    iptc: str | None
    claims: int
    rows: tuple[FindingView, ...]
    columns: tuple[Column, ...]
    matrix: Matrix | None
    left: int
    differing: tuple[FindingView, ...]
    dated: tuple[Entry, ...]
    picture: Markup | None
    where: Where | None
    actors: tuple[tuple[Name, int], ...]


def topic_sheet(desk: Desk, topic: Topic) -> Sheet:
    """The sheet of a topic's page, its sources those with a claim on it."""
    found = (c.article for c in desk.index.claims_on.get(topic.slug, ()))
    return Sheet(desk, topic_page(topic.slug), dict.fromkeys(found))


def prepare(topic: Topic, sheet: Sheet) -> tuple[Head, TopicPage]:
    """The head and the data of a topic's page."""
    index = sheet.desk.index
    claims = index.claims_on.get(topic.slug, ())
    found = _findings(topic.slug, sheet)
    publishers = _publishers(topic.slug, sheet)
    table = len(publishers) <= _MOST_COLUMNS
    rows = tuple(findings.view(f, sheet, publishers if table else ()) for f in found[:_MOST_ROWS])
    dated = entries(claims, sheet)
    made = TopicPage(
        name=topic.name,
        description=topic.description,
        iptc=topic.iptc,
        claims=len(claims),
        rows=rows,
        columns=tuple(_column(p, topic.slug, sheet) for p in publishers) if table else (),
        matrix=None if table else matrix(found, {p: _called(p, topic.slug, sheet) for p in publishers}, sheet),
        left=max(0, len(found) - _MOST_ROWS),
        differing=tuple(r for r in rows if r.differences),
        dated=dated,
        picture=strip(dated, f"{topic.name}: what is dated"),
        where=where(claims, sheet, f"{topic.name}: where it is said to have happened"),
        actors=_actors(topic.slug, sheet),
    )
    told = topic.description or f"{len(claims)} claims in {len(found)} findings."
    told_on = linked.of_findings(topic.name, found, sheet.desk)
    return Head(title=topic.name, description=told, boost=8.0, linked=told_on), made


def _findings(topic: str, sheet: Sheet) -> tuple[Finding, ...]:
    """The findings that any claim on the topic is in, the strongest first."""
    index = sheet.desk.index
    ids = {index.finding_of.get(c.id) for c in index.claims_on.get(topic, ())}
    return tuple(f for f in sheet.desk.dossier.findings if f.id in ids)


def _publishers(topic: str, sheet: Sheet) -> tuple[str, ...]:
    """The publishers with a claim on the topic, in the order of the page's letters."""
    index = sheet.desk.index
    articles = {c.article for c in index.claims_on.get(topic, ())}
    return tuple(dict.fromkeys(index.publisher(a) for _, a in sheet.sources if a in articles))


def _column(publisher: str, topic: str, sheet: Sheet) -> Column:
    index = sheet.desk.index
    articles = {c.article for c in index.claims_on.get(topic, ())}
    letters = [letter for letter, a in sheet.sources if a in articles and index.publisher(a) == publisher]
    return Column(name=_NOT_STATED if publisher.startswith("unknown:") else publisher, letters=", ".join(letters))


def _called(publisher: str, topic: str, sheet: Sheet) -> str:
    """The publisher's name; one that is not stated is told from others by the letter of its article."""
    column = _column(publisher, topic, sheet)
    return f"{column.name} ({column.letters})" if column.name == _NOT_STATED else column.name


def _actors(topic: str, sheet: Sheet) -> tuple[tuple[Name, int], ...]:
    counts: dict[str, int] = {}
    index = sheet.desk.index
    for claim in index.claims_on.get(topic, ()):
        who = dict.fromkeys([*(s.actor for s in claim.speakers if s.actor), *claim.actors])
        for slug in who:
            counts[slug] = counts.get(slug, 0) + 1
    ordered = sorted((s for s in counts if s in index.actors), key=lambda s: (-counts[s], s))
    return tuple((sheet.actor(s), counts[s]) for s in ordered[:40])


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A line of the index of topics."""

    name: Name
    description: str | None
    findings: int
    claims: int
    publishers: int
    several: int
    latest: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsIndex:
    """The index of topics, and how many claims are under none."""

    rows: tuple[TopicRow, ...]
    without: int


def prepare_index(sheet: Sheet) -> tuple[Head, TopicsIndex]:
    """The head and the data of the index of topics."""
    index = sheet.desk.index
    rows = tuple(_row(t, sheet) for t in sheet.desk.dossier.topics if index.claims_on.get(t.slug))
    without = sum(not c.topics for c in index.claims.values())
    head = Head(title="Topics", description=f"{len(rows)} topics, and what is said on each.", boost=None)
    return head, TopicsIndex(rows=rows, without=without)


def _row(topic: Topic, sheet: Sheet) -> TopicRow:
    index = sheet.desk.index
    found = _findings(topic.slug, sheet)
    latest = max((f.latest for f in found if f.latest), default=None)
    return TopicRow(
        name=Name(text=topic.name, href=sheet.to(topic_page(topic.slug))),
        description=topic.description,
        findings=len(found),
        claims=len(index.claims_on.get(topic.slug, ())),
        publishers=len(index.publishers_on(topic.slug)),
        several=sum(len(f.publishers) > 1 for f in found),
        latest=sheet.day(latest),
    )
