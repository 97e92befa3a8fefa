"""What an actor's page holds."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import gazetteer
from generator.model import Actor, ActorKind, Link, MentionForm, Span
from generator.pages import arrows, linked, words
from generator.pages.backlinks import Backlink, backlinks
from generator.pages.days import in_words, sort_key
from generator.pages.deeds import Deed, deeds
from generator.pages.desk import Desk, actor_page
from generator.pages.graphs import Node, Picture, ring
from generator.pages.grouping import MOST_OF, Group, Section, by_topic, groups, leading
from generator.pages.render import Head
from generator.pages.sheet import Citation, Day, Name, Sheet
from generator.text import slug as safe

# Longer lists are cut to this, and the page says so: a list of hundreds is read by no one, and the claims
# register has them all.
MOST = 60
_LEAST_IN_RING, _MOST_IN_RING = 2, 12
_MOST_TOGETHER = 24
_MOST_TERMS = 16
# Other names that the theme's search may show as they are: letters, digits, blanks, dots and hyphens alone.
_TERM = re.compile(r"[\w .-]{2,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A title that the actor is given, the state it is held in, and where that stands."""

    title: str
    state: str | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasLine:
    """Another name of the actor, and where it first occurs."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """A relation between two actors, with its evidence. `standing` for an office, membership and the like."""

    source: Name
    verb: str
    target: Name
    standing: bool
    when: Day | None
    stance: tuple[str, str]
    citations: tuple[Citation, ...]
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """All that an actor's page shows; empty parts have no section."""

    name: str
    slug: str
    kind: str
    who: RoleLine | None
    roles: tuple[RoleLine, ...]
    state: Name | None
    aliases: tuple[AliasLine, ...]
    descriptions: tuple[AliasLine, ...]
    ids: tuple[tuple[str, str], ...]
    articles: int
    first: str | None
    last: str | None
    says: tuple[Section, ...]
    says_count: int
    said_of: tuple[Section, ...]
    said_of_left: int
    said_on: tuple[Group, ...]
    did: tuple[Deed, ...]
    undergone: tuple[Deed, ...]
    links: tuple[LinkLine, ...]
    picture: Picture | None
    together: tuple[tuple[Name, int], ...]
    mentioned: tuple[Backlink, ...]
    alike: tuple[tuple[Name, str], ...]
    foreign: str | None


def actor_sheet(desk: Desk, actor: Actor) -> Sheet:
    """The sheet of an actor's page, its sources those that name the actor or let it speak."""
    index = desk.index
    spoken = (c.article for c in index.speaking.get(actor.slug, ()))
    return Sheet(desk, actor_page(actor.slug), dict.fromkeys([*index.naming.get(actor.slug, ()), *spoken]))


def prepare(actor: Actor, sheet: Sheet) -> tuple[Head, ActorPage]:
    """The head and the data of an actor's page."""
    desk = sheet.desk
    index = desk.index
    roles = tuple(
        RoleLine(title=r.title, state=_state_name(r.state), citation=sheet.cite_role(r))
        for r in desk.offices(actor.slug)
    )
    spoken = [c for c in index.speaking.get(actor.slug, ()) if desk.tells(c)]
    about, about_left = leading(index.about.get(actor.slug, ()), sheet)
    on_it = [c for c in desk.venue.get(actor.slug, ()) if actor.slug not in c.actors]
    first, last = index.seen(actor.slug)
    did, undergone = _deeds(actor.slug, sheet)
    made = ActorPage(
        name=actor.name,
        slug=safe(actor.slug),
        kind=words.KIND[actor.kind],
        who=roles[0] if roles else None,
        roles=roles,
        state=_belongs(actor, sheet),
        aliases=_aliases(actor, sheet, (MentionForm.NAME, MentionForm.ALIAS)),
        descriptions=_aliases(actor, sheet, (MentionForm.DESCRIPTION,)),
        ids=next((r.ids for r in desk.dossier.curation.actors if r.name == actor.name), ()),
        articles=len(index.naming.get(actor.slug, ())),
        first=in_words(first) if first else None,
        last=in_words(last) if last else None,
        says=by_topic(spoken, sheet),
        says_count=len(spoken),
        said_of=by_topic(about, sheet),
        said_of_left=about_left,
        said_on=groups(on_it, sheet)[:MOST_OF],
        did=did,
        undergone=undergone,
        links=link_lines(index.links_of.get(actor.slug, ()), sheet),
        picture=_picture(actor, sheet),
        together=tuple((sheet.actor(s), n) for s, n in index.only_named_with(actor.slug)[:_MOST_TOGETHER]),
        mentioned=backlinks(actor, sheet),
        alike=_alike(actor.slug, sheet),
        foreign=words.foreign(actor.name, *actor.aliases),
    )
    return _head(made, linked.of_actor(actor)), made


def _head(made: ActorPage, told_on: linked.Linked) -> Head:
    title = f": {made.roles[0].title}" if made.roles else ""
    counted = "1 article" if made.articles == 1 else f"{made.articles:,} articles"
    known = [a.text for a in (*made.aliases, *made.descriptions)] + [r.title for r in made.roles]
    terms = [t for t in dict.fromkeys(known) if _TERM.fullmatch(t)]
    told = f"{made.name}, {made.kind}{title}. Named in {counted}."
    return Head(title=made.name, description=told, boost=6.0, terms=tuple(terms[:_MOST_TERMS]), linked=told_on)


def _state_name(code: str | None) -> str | None:
    state = gazetteer.states().get(code) if code else None
    return state.name if state else None


def _belongs(actor: Actor, sheet: Sheet) -> Name | None:
    """The state that the actor belongs to; linked where an article names the two together."""
    if actor.state is None or actor.kind is ActorKind.STATE:
        return None
    found = sheet.desk.state(actor.state)
    index = sheet.desk.index
    if found and set(index.naming.get(found.slug, ())) & set(index.naming.get(actor.slug, ())):
        return sheet.actor(found.slug)
    name = _state_name(actor.state)
    return Name(text=name) if name else None


def _aliases(actor: Actor, sheet: Sheet, forms: Sequence[MentionForm]) -> tuple[AliasLine, ...]:
    """Each wording that names the actor, other than its name and titles, with the first place where it stands."""
    seen = {actor.name.casefold(), *(r.title.casefold() for r in sheet.desk.offices(actor.slug))}
    told = []
    for named in sheet.desk.index.named.get(actor.slug, ()):
        mention = named.mention
        plain = " ".join(mention.text.split())
        if mention.form not in forms or plain.casefold() in seen:
            continue
        seen.add(plain.casefold())
        span = Span(start=mention.start, end=mention.end, text=mention.text)
        told.append(AliasLine(text=plain, citation=sheet.cite_words(named.article, span, f"n-{safe(actor.slug)}")))
    return tuple(told)


def _deeds(actor: str, sheet: Sheet) -> tuple[tuple[Deed, ...], tuple[Deed, ...]]:
    parts = sheet.desk.deeds.get(actor, ())
    did = [e for part, e in parts if part == "agent"]
    undergone = [e for part, e in parts if part in ("patient", "recipient") and e not in did]
    return deeds(did, sheet, MOST), deeds(undergone, sheet, MOST)


def link_lines(links: Iterable[Link], sheet: Sheet) -> tuple[LinkLine, ...]:
    """Links as lines of a table: standing relations first, then by date, newest first."""
    told = [_link_line(x, sheet) for x in links]
    dated = sorted(told, key=lambda line: line.order, reverse=True)
    return tuple(sorted((x for x in dated if x.citations), key=lambda line: not line.standing))


def _link_line(link: Link, sheet: Sheet) -> LinkLine:
    claims = [sheet.desk.index.claims[c] for c in link.claims if c in sheet.desk.index.claims]
    cited = [*sheet.cite_all(link.claims), *(sheet.cite_role(r) for r in link.evidence)]
    return LinkLine(
        source=sheet.actor(link.source),
        verb=words.LINK.get(link.type, link.type.lower()),
        target=sheet.actor(link.target),
        standing=link.type in words.STANDING_LINKS,
        when=sheet.day(link.when, claims[0] if claims else None),
        stance=words.STANCE[link.factuality],
        citations=tuple({c.label: c for c in cited}.values()),
        order=sort_key(link.when),
    )


def _picture(actor: Actor, sheet: Sheet) -> Picture | None:
    """The actor in the middle of those it has links with; None where they are too few for a picture."""
    index = sheet.desk.index
    links = index.links_of.get(actor.slug, ())
    weights = {
        (one if other == actor.slug else other): much
        for (one, other), much in arrows.pairs(links).items()
        if one != other and {one, other} <= index.actors.keys()
    }
    if len(weights) < _LEAST_IN_RING:
        return None
    nearest = sorted(weights, key=lambda s: (-weights[s], s))[:_MOST_IN_RING]
    drawn = arrows.edges(links, {actor.slug, *nearest})
    svg = ring(node(actor.slug, sheet), [node(s, sheet) for s in nearest], drawn)
    return Picture(svg=svg, looks=arrows.looks(drawn), drawn=len(nearest), linked=len(weights))


def node(slug: str, sheet: Sheet, weight: int = 1) -> Node:
    """The actor as a node of a picture, with the address of its page."""
    actor = sheet.desk.index.actors[slug]
    if slug in sheet.desk.paged:
        href = sheet.html_to(actor_page(slug))
    else:
        href = sheet.html_to("actors/index.md", f"a-{safe(slug)}")
    return Node(id=slug, label=actor.name, href=href, kind=actor.kind.value, weight=weight)


def _alike(actor: str, sheet: Sheet) -> tuple[tuple[Name, str], ...]:
    """Actors that may be this one, with the reason: a suggestion to people."""
    hints = (h for h in sheet.desk.dossier.suggestions if actor in (h.one, h.other))
    return tuple((sheet.actor(h.other if h.one == actor else h.one), h.reason) for h in hints)
