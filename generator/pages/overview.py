"""What the pages over the whole dossier hold: home, the graph, the method."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Dossier, Extractor, Finding, Link
from generator.pages import arrows, linked, words
from generator.pages.actors import LinkLine, link_lines, node
from generator.pages.changes import ChangeView, latest
from generator.pages.chronicle import entries, strip
from generator.pages.days import in_words
from generator.pages.desk import actor_page, topic_page
from generator.pages.findings import FindingView, view
from generator.pages.graphs import Picture, web
from generator.pages.maps import Where, where
from generator.pages.render import Head, SourceLine, source_line
from generator.pages.sheet import Name, Sheet

_KEY_FINDINGS = 6
_MOST_ACTORS = 12
_MOST_SOURCES = 8
_MOST_DIFFERING = 4
_MOST_NODES = 40
_FEWEST_NODES = 3
_MOST_LINKS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """What the dossier rests on."""

    articles: int
    publishers: int
    unnamed: int
    claims: int
    actors: int
    as_of: str | None
    span: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The first page: answers first."""

    title: str
    scope: str | None
    rests: Rests
    findings: tuple[FindingView, ...]
    changed: ChangeView | None
    differing: tuple[FindingView, ...]
    strip: Markup | None
    actors: tuple[tuple[Name, str, str | None, int], ...]
    actors_left: int
    topics: tuple[tuple[Name, int, int], ...]
    picture: Picture | None
    where: Where | None
    newest: tuple[SourceLine, ...]
    sources_left: int


def rests(dossier: Dossier, sheet: Sheet) -> Rests:
    """How much the dossier rests on, and of when."""
    index = sheet.desk.index
    names = dict.fromkeys(index.publisher(a.id) for a in dossier.articles)
    unnamed = sum(n.startswith("unknown:") for n in names)
    dates = sorted(a.published for a in dossier.articles if a.published)
    span = None
    if dates and dates[0] != dates[-1]:
        span = f"{in_words(dates[0])} to {in_words(dates[-1])}"
    return Rests(
        articles=len(dossier.articles),
        publishers=len(names),
        unnamed=unnamed,
        claims=len(index.claims),
        actors=len(sheet.desk.paged),
        as_of=in_words(dates[-1]) if dates else None,
        span=span,
    )


def home(sheet: Sheet) -> tuple[Head, Home]:
    """The head and the data of the first page."""
    desk, index = sheet.desk, sheet.desk.index
    dossier = desk.dossier
    chosen = key_findings(sheet)
    views = tuple(view(f, sheet) for f in chosen)
    differing = [f for f in dossier.findings if f.differences][:_MOST_DIFFERING]
    dated = entries(index.claims.values(), Sheet(desk, "index.md"))
    people = sorted(desk.paged, key=lambda s: (-_presence(s, sheet), s))
    topics = [t for t in dossier.topics if index.claims_on.get(t.slug)]
    newest = sorted(dossier.articles, key=lambda a: a.published or "", reverse=True)
    cited = {article for _, article in sheet.sources}
    uncited = [a.id for a in newest if a.id not in cited]
    made = Home(
        title=dossier.settings.title,
        scope=dossier.settings.scope,
        rests=rests(dossier, sheet),
        findings=views,
        changed=latest(sheet),
        differing=tuple(view(f, sheet) for f in differing),
        strip=strip(dated, "Timeline of all that is dated"),
        actors=tuple(_actor_line(s, sheet) for s in people[:_MOST_ACTORS]),
        actors_left=max(0, len(people) - _MOST_ACTORS),
        topics=tuple(
            (
                Name(text=t.name, href=sheet.to(topic_page(t.slug))),
                len({index.finding_of.get(c.id, c.id) for c in index.claims_on[t.slug]}),
                len(index.publishers_on(t.slug)),
            )
            for t in topics[:12]
        ),
        picture=whole_graph(sheet, most=16),
        where=where(index.claims.values(), sheet, "Where it is said to have happened", brief=True),
        newest=tuple(source_line(sheet, a) for a in uncited[:_MOST_SOURCES]),
        sources_left=max(0, len(uncited) - _MOST_SOURCES),
    )
    told = dossier.settings.scope or f"What {len(dossier.articles)} articles say, every sentence with its evidence."
    head = Head(title=dossier.settings.title, description=told, boost=None, linked=linked.of_dossier(dossier))
    return head, made


def key_findings(sheet: Sheet) -> list[Finding]:
    """The strongest findings with words to show, none of a speaker who already leads two."""
    index = sheet.desk.index
    led: dict[str, int] = {}
    chosen = []
    for finding in sheet.desk.dossier.findings:
        shown = [c for c in (finding.lead, *finding.claims) if sheet.desk.excerpt(index.claims[c]).words]
        if not shown:
            continue
        lead = index.claims[shown[0]]
        who = next((s.actor or s.text for s in lead.speakers), lead.article)
        if led.get(who, 0) >= 2:
            continue
        led[who] = led.get(who, 0) + 1
        chosen.append(finding)
        if len(chosen) == _KEY_FINDINGS:
            break
    return chosen


def _presence(actor: str, sheet: Sheet) -> int:
    """How much of the dossier is the actor's: what it says and does counts more than where it is named."""
    index = sheet.desk.index
    return (
        3 * len(index.speaking.get(actor, ()))
        + 2 * len(sheet.desk.deeds.get(actor, ()))
        + len(index.about.get(actor, ()))
        + len(index.naming.get(actor, ()))
    )


def _actor_line(actor: str, sheet: Sheet) -> tuple[Name, str, str | None, int]:
    index = sheet.desk.index
    found = index.actors[actor]
    title = next((r.title for r in sheet.desk.offices(actor)), None)
    name = Name(text=found.name, href=sheet.to(actor_page(actor)))
    return name, words.KIND[found.kind], title, len(index.speaking.get(actor, ()))


def whole_graph(sheet: Sheet, most: int = _MOST_NODES) -> Picture | None:
    """The picture of the actors with the weightiest links; None for fewer than three."""
    index = sheet.desk.index
    known = index.actors.keys()
    kept = [x for x in sheet.desk.dossier.links if x.source != x.target and {x.source, x.target} <= known]
    shown = _heaviest(kept, most)
    if len(shown) < _FEWEST_NODES:
        return None
    drawn = arrows.edges(kept, set(shown))
    return Picture(
        svg=web([node(s, sheet) for s in shown], drawn, "Actors and their links"),
        looks=arrows.looks(drawn),
        drawn=len(shown),
        linked=len({s for x in kept for s in (x.source, x.target)}),
    )


def _heaviest(links: list[Link], most: int) -> list[str]:
    """The actors of the pairs that have most to do with each other, so that none is drawn without a link."""
    pairs = arrows.pairs(links)
    shown: dict[str, None] = {}
    for pair in sorted(pairs, key=lambda p: (-pairs[p], p)):
        if len(shown.keys() | set(pair)) <= most:
            shown.update(dict.fromkeys(pair))
    return list(shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The page of all links."""

    picture: Picture | None
    lines: tuple[LinkLine, ...]
    left: int


def graph(sheet: Sheet) -> tuple[Head, Graph]:
    """The head and the data of the page of all links."""
    links = sheet.desk.dossier.links
    lines = link_lines(links, sheet)
    made = Graph(
        picture=whole_graph(sheet),
        lines=lines[:_MOST_LINKS],
        left=max(0, len(lines) - _MOST_LINKS),
    )
    return Head(title="Graph", description=f"{len(links)} links between actors, with their evidence.", boost=None), made


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How the dossier is made."""

    words: int
    share: int
    open_licenses: tuple[str, ...]
    credibility: tuple[tuple[int, str], ...]
    reliability: tuple[tuple[str, str], ...]
    stances: tuple[tuple[str, str, str], ...]
    extractors: tuple[Extractor, ...]
    rests: Rests
    suggestions: tuple[tuple[Name, Name, str], ...]


def method(sheet: Sheet) -> tuple[Head, Method]:
    """The head and the data of the page on method."""
    dossier = sheet.desk.dossier
    policy = dossier.settings.excerpts
    made_by = dict.fromkeys(f.extractor for f in dossier.facts if f.extractor is not None)
    made = Method(
        words=policy.words,
        share=round(policy.share * 100),
        open_licenses=policy.open_licenses,
        credibility=tuple(words.CREDIBILITY.items()),
        reliability=tuple(words.RELIABILITY.items()),
        stances=tuple((key.value, text, look) for key, (text, look) in words.STANCE.items()),
        extractors=tuple(made_by),
        rests=rests(dossier, sheet),
        suggestions=tuple((sheet.actor(s.one), sheet.actor(s.other), s.reason) for s in dossier.suggestions[:50]),
    )
    head = Head(title="Method", description="How this dossier is made and checked, and what its marks mean.", boost=0.5)
    return head, made
