"""Who is who within one article: its mentions grouped into actors with names, roles and states."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import names
from generator.extraction.actors_capitals import acting_capitals
from generator.extraction.actors_clusters import Cluster, clusters
from generator.extraction.reading import Reading
from generator.model import Actor, Mention
from generator.text import slug


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
    acting = acting_capitals(reading, mentions)
    found = clusters(mentions, acting)
    slugs = _slugs(found)
    tied = list(mentions)
    for cluster in found:
        for i in cluster.members:
            tied[i] = replace(tied[i], actor=slugs[id(cluster)], kind=cluster.kind)
    actors = tuple(_actor(c, slugs[id(c)], tied) for c in found)
    return Grouped(mentions=tuple(tied), actors=actors)


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


def _actor(cluster: Cluster, slug_: str, mentions: Sequence[Mention]) -> Actor:
    forms = {names.folded_quotes(mentions[i].text) for i in cluster.members}
    return Actor(
        slug=slug_,
        name=cluster.name,
        kind=cluster.kind,
        aliases=tuple(sorted(forms - {cluster.name})),
        roles=(),
        state=cluster.state,
    )
