"""The dossier's actors, put together from what each article knows of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from generator.model import Actor, ActorKind, ActorRule, Facts
from generator.names import words
from generator.text import fold

T = TypeVar("T")


@dataclass(slots=True)
class _Gathered:
    """What the articles say of one actor."""

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    roles: dict[str, str] = field(default_factory=dict)


def merged(facts: Sequence[Facts], rules: Mapping[str, ActorRule]) -> tuple[Actor, ...]:
    """One actor for each slug, ordered by slug.

    Args:
        facts: With the dossier's slugs, ordered by article id, so that the outcome never hangs on the order of input.
        rules: People's rules by slug; what they say replaces what was read.
    """
    gathered: dict[str, _Gathered] = {}
    for article in facts:
        weight = Counter(m.actor for m in article.mentions)
        for actor in article.actors:
            _take(gathered.setdefault(actor.slug, _Gathered()), actor, max(1, weight[actor.slug]))
    actors = (_actor(slug, known) for slug, known in sorted(gathered.items()))
    return tuple(_ruled(a, rules[a.slug]) if a.slug in rules else a for a in actors)


def _take(known: _Gathered, actor: Actor, weight: int) -> None:
    known.names[actor.name] += weight
    known.kinds[actor.kind] += weight
    if actor.state is not None:
        known.states[actor.state] += weight
    known.forms.update((actor.name, *actor.aliases))
    for role in actor.roles:
        known.roles.setdefault(fold(role), role)


def _actor(slug: str, known: _Gathered) -> Actor:
    # The fullest name; of equally full ones the commonest; then by the alphabet.
    name = min(known.names, key=lambda n: (-len(words(n)), -known.names[n], n))
    return Actor(
        slug=slug,
        name=name,
        kind=_commonest(known.kinds, list(ActorKind)),
        aliases=tuple(sorted(known.forms - {name})),
        roles=tuple(known.roles.values()),
        state=_commonest(known.states, sorted(known.states)) if known.states else None,
    )


def _commonest(counts: Counter[T], order: Iterable[T]) -> T:
    return max((c for c in order if counts[c]), key=lambda c: counts[c])


def _ruled(actor: Actor, rule: ActorRule) -> Actor:
    """The actor as people have it."""
    forms = {actor.name, *actor.aliases, *rule.names} - {rule.name, *rule.not_names}
    return replace(
        actor,
        name=rule.name,
        kind=rule.kind or actor.kind,
        aliases=tuple(sorted(forms)),
        roles=tuple(dict.fromkeys((*rule.roles, *actor.roles))),
        state=rule.state or actor.state,
    )
