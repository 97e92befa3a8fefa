"""Who is who within one article: its mentions grouped into actors with names, roles and states."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import names
from generator.extraction.actors.capitals import acting_capitals
from generator.extraction.actors.clusters import Clues, Cluster, clusters
from generator.extraction.actors.naming import in_brackets
from generator.extraction.actors.references import Person, gender, holder, state_within, tie_pronouns
from generator.extraction.actors.roles import Role, owner, role_after, role_before
from generator.extraction.mentions.references import describes, serves
from generator.extraction.reading import Reading
from generator.model import Actor, ActorKind, Mention, MentionForm
from generator.text import fold, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """An article's mentions with the slugs of their actors, and those actors in the order in which they first occur."""

    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]


def group(reading: Reading, mentions: Sequence[Mention]) -> Grouped:
    """The mentions tied to the actors that they mean; what is not sure stays untied.

    Args:
        reading: The article the mentions were found in.
        mentions: What `find_mentions` found there.
    """
    clues = Clues(
        acting=acting_capitals(reading, mentions),
        states=_owners(reading, mentions),
        brackets=in_brackets(reading.article.text, mentions),
    )
    found = clusters(mentions, clues)
    slugs = _slugs(found)
    roles = {id(c): _roles(reading, c, mentions) for c in found}
    tied = list(mentions)
    for cluster in found:
        for i in cluster.members:
            tied[i] = replace(tied[i], actor=slugs[id(cluster)], kind=cluster.kind)
    for i, meant in _agencies(mentions, found, slugs).items():
        tied[i] = replace(tied[i], actor=meant)
    for i, meant in _references(reading, tied, _persons(reading, found, slugs, roles, mentions)).items():
        tied[i] = replace(tied[i], actor=meant)
    actors = tuple(_actor(c, slugs[id(c)], roles[id(c)], tied) for c in found)
    described = _described_states(tied)
    actors = tuple(a if a.state else replace(a, state=described.get(a.slug)) for a in actors)
    return Grouped(mentions=tuple(tied), actors=actors)


def _owners(reading: Reading, mentions: Sequence[Mention]) -> dict[int, str]:
    """The states whose adjective or possessive stands right before an organization's name, or within it."""
    found = {}
    for i, mention in enumerate(mentions):
        stretch = reading.tokens(mention) if mention.kind is ActorKind.ORGANIZATION else None
        if stretch is not None:
            state = owner(reading.doc, stretch.start, stretch.end)
            if state is not None:
                found[i] = state
    return found


def _slugs(found: Sequence[Cluster]) -> dict[int, str]:
    """A slug for each cluster; a second one of the same name gets its kind's name too."""
    given: dict[int, str] = {}
    taken: set[str] = set()
    for cluster in found:
        base = slug(cluster.name)
        name, number = base, 1
        while name in taken:
            name = f"{base}-{cluster.kind.value}" if number == 1 else f"{base}-{cluster.kind.value}-{number}"
            number += 1
        taken.add(name)
        given[id(cluster)] = name
    return given


def _roles(reading: Reading, cluster: Cluster, mentions: Sequence[Mention]) -> tuple[Role, ...]:
    """The offices that the article gives a person, each title once, in the order of the text."""
    if cluster.kind is not ActorKind.PERSON:
        return ()
    found: dict[str, Role] = {}
    for i in cluster.members:
        stretch = reading.tokens(mentions[i])
        if stretch is None:
            continue
        for role in (role_before(reading.doc, stretch.start), role_after(reading.doc, stretch.start, stretch.end)):
            if role is not None and role.title:
                kept = found.get(fold(role.title))
                if kept is None or kept.state is None:
                    found[fold(role.title)] = Role(kept.title if kept else role.title, role.state)
    return tuple(found.values())


def _persons(
    reading: Reading,
    found: Sequence[Cluster],
    slugs: dict[int, str],
    roles: dict[int, tuple[Role, ...]],
    mentions: Sequence[Mention],
) -> dict[str, Person]:
    persons = {}
    for cluster in found:
        if cluster.kind is ActorKind.PERSON:
            before = [w for i in cluster.members for w in _words_before(reading, mentions[i])]
            persons[slugs[id(cluster)]] = Person(
                slug=slugs[id(cluster)],
                name=cluster.name,
                roles=roles[id(cluster)],
                gender=gender(cluster.name, before),
            )
    return persons


def _words_before(reading: Reading, mention: Mention) -> list[str]:
    stretch = reading.tokens(mention)
    return [t.text for t in reading.doc[max(0, stretch.start - 1) : stretch.start]] if stretch is not None else []


def _references(reading: Reading, tied: Sequence[Mention], persons: dict[str, Person]) -> dict[int, str]:
    found: dict[int, str] = {}
    for i, mention in enumerate(tied):
        if describes(mention) and mention.actor is None:
            meant = holder(reading.article.text, tied, i, persons)
            if meant is not None:
                found[i] = meant
    sure = {i: m.actor for i, m in enumerate(tied) if m.actor is not None and m.actor in persons} | found
    return found | tie_pronouns(reading, tied, sure, persons)


def _agencies(mentions: Sequence[Mention], found: Sequence[Cluster], slugs: dict[int, str]) -> dict[int, str]:
    """Ties "South Korea's spy agency" to the one organization of that state in the article that does such work."""
    tied: dict[int, str] = {}
    offices = [c for c in found if c.kind is ActorKind.ORGANIZATION and c.state is not None]
    for i, mention in enumerate(mentions):
        if mention.form is MentionForm.DESCRIPTION and mention.kind is ActorKind.ORGANIZATION:
            state = state_within(mention.text)
            fitting = [c for c in offices if c.state == state and serves(mention.text, c.name)]
            if len(fitting) == 1:
                tied[i] = slugs[id(fitting[0])]
    return tied


def _described_states(mentions: Sequence[Mention]) -> dict[str, str]:
    """By slug: the state that a person's descriptions name ("Seoul's top security adviser")."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.actor is not None and describes(mention):
            state = state_within(mention.text)
            if state is not None:
                found.setdefault(mention.actor, state)
    return found


def _actor(cluster: Cluster, slug_: str, roles: tuple[Role, ...], mentions: Sequence[Mention]) -> Actor:
    forms = {names.folded_quotes(mentions[i].text) for i in cluster.members}
    return Actor(
        slug=slug_,
        name=cluster.name,
        kind=cluster.kind,
        aliases=tuple(sorted(forms - {cluster.name})),
        roles=tuple(r.title for r in roles),
        state=cluster.state or next((r.state for r in roles if r.state), None),
    )
