"""Which actors of several articles are one actor of the dossier, under what people have decided.

An actor's slug follows from its own name alone, never from what else is in the dossier: so adding an article
never changes the slugs of what was there, and actors meet exactly where their lasting names are one. What is
merely likely (an acronym without its expansion, a name one letter off, a missing initial) is suggested to
people and not acted on. A person who is only called by one word belongs to the article.
"""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import gazetteer
from generator.model import Actor, ActorKind, ActorRule, Curation, Facts, RoleHeld, Suggestion
from generator.names import identity, is_acronym, lasting_slug, words
from generator.resolution.actors.merge import merged
from generator.resolution.actors.rewrite import rewritten
from generator.resolution.actors.roles import roles_held
from generator.resolution.actors.suggest import suggestions
from generator.text import fold, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The facts with the dossier's slugs in every place, and the actors that these name.

    Attributes:
        facts: In the order that they were given in.
        actors: Ordered by slug, each once.
        roles: By actor, then article, then place in the text.
        suggestions: Pairs of slugs that may be one actor, for people to decide.
    """

    facts: tuple[Facts, ...]
    actors: tuple[Actor, ...]
    roles: tuple[RoleHeld, ...]
    suggestions: tuple[Suggestion, ...]


def resolve(facts: Sequence[Facts], curation: Curation) -> Resolved:
    """The actors of all articles, each under one slug.

    Args:
        facts: One per article, with slugs that hold within the article.
        curation: `curation.actors` are people's rules and go before everything else.
    """
    rules = _Rules(curation.actors)
    told = [rewritten(f, {a.slug: rules.slug_of(a, f) for a in f.actors}, rules.detached()) for f in facts]
    ordered = sorted(told, key=lambda f: f.article.id)
    actors = merged(ordered, rules.by_slug)
    roles = roles_held(ordered)
    return Resolved(facts=tuple(told), actors=actors, roles=roles, suggestions=suggestions(actors, curation.actors))


class _Rules:
    """People's rules on actors, ready for looking up."""

    def __init__(self, rules: Iterable[ActorRule]) -> None:
        self.by_slug: dict[str, ActorRule] = {}
        self._by_name: dict[str, str] = {}
        self._not: dict[str, frozenset[str]] = {}
        for rule in rules:
            home = _lasting_slug(rule.name, rule.kind)
            self.by_slug[home] = rule
            self._not[home] = frozenset(identity(n) for n in rule.not_names)
            for name in (rule.name, *rule.names):
                self._by_name.setdefault(identity(name), home)

    def slug_of(self, actor: Actor, facts: Facts) -> str:
        """The dossier's slug for an article's actor."""
        names = (actor.name, *actor.aliases) if self._by_name else ()
        ruled = next((h for n in names if (h := self._by_name.get(identity(n)))), None)
        if ruled is not None and identity(actor.name) not in self._not[ruled]:
            return ruled
        return dossier_slug(actor, facts.article.sha256)

    def detached(self) -> Mapping[str, frozenset[str]]:
        """By slug: identities of names that are not that actor's, whatever the machine thinks."""
        return {home: names for home, names in self._not.items() if names}


def dossier_slug(actor: Actor, sha256: str) -> str:
    """The slug that an article's actor has in every dossier.

    It is made from the actor's own name; a person of one name, and an office that every state has and whose
    state the article does not tell, get the article's mark as well.

    Args:
        actor: As its article knows it.
        sha256: Of the article's file.
    """
    told = _slug_by_name(actor.name, actor.kind, actor.state)
    return told if told is not None else f"{_lasting_slug(actor.name, actor.kind)}-{sha256[:8]}"


@functools.lru_cache(maxsize=1 << 16)  # One name stands in many articles.
def _slug_by_name(name: str, kind: ActorKind, state: str | None) -> str | None:
    """The slug that follows from the name; None where it tells nobody apart."""
    if kind is ActorKind.PLACE and (region := gazetteer.region_named(name)) is not None:
        return slug(region)
    if kind is ActorKind.ORGANIZATION and (owned := _owned_office(name)) is not None:
        return owned
    base = _lasting_slug(name, kind)
    if kind is ActorKind.ORGANIZATION and is_generic(name):
        return f"{base}-{state.lower()}" if state else None
    return None if kind is ActorKind.PERSON and len(words(name)) < 2 else base


def _owned_office(name: str) -> str | None:
    """The slug of an office whose name tells its state: "Spanish Supreme Court", "Supreme Court of Spain"."""
    if gazetteer.organization_named(name) is not None:
        return None
    listed = words(name)
    for size in (1, 2, 3):
        first, rest = " ".join(listed[:size]), " ".join(listed[size:])
        state = gazetteer.adjective_of(first) or gazetteer.state_named(first)
        if state is not None and rest and is_generic(rest):
            return f"{_lasting_slug(rest, ActorKind.ORGANIZATION)}-{state.code.lower()}"
    before, _, after = name.rpartition(" of ")
    state = gazetteer.state_named(after) if before else None
    return (
        f"{_lasting_slug(before, ActorKind.ORGANIZATION)}-{state.code.lower()}"
        if state is not None and is_generic(before)
        else None
    )


def _lasting_slug(name: str, kind: ActorKind | None) -> str:
    return lasting_slug(name, person=kind is ActorKind.PERSON)


def is_generic(name: str) -> bool:
    """Whether every state may have an organization of that name: "Foreign Ministry", "Supreme Court", "Senate"."""
    listed = gazetteer.organization_named(name)
    if is_acronym(name) or (listed is not None and listed.state is not None):
        return False
    common = gazetteer.words("actors", "offices")
    return all(fold(w) in common for w in words(name))
