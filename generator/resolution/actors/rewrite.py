"""Puts the dossier's slugs in the place of an article's own, wherever its facts name an actor."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from generator.model import Actor, Claim, Event, Facts, Mention, Participant, Speaker
from generator.names import identity
from generator.text import slug

Named = TypeVar("Named", Mention, Speaker, Participant)


def rewritten(facts: Facts, slugs: Mapping[str, str], detached: Mapping[str, frozenset[str]]) -> Facts:
    """The facts with every slug exchanged.

    Args:
        facts: Of one article.
        slugs: The dossier's slug for each of the article's.
        detached: By the dossier's slug: identities of names that are not that actor's; words so called are
            tied to an actor of their own name instead.
    """
    scribe = _Scribe(slugs, detached)
    return replace(
        facts,
        mentions=tuple(scribe.named(m) for m in facts.mentions),
        actors=tuple(scribe.actor(a) for a in facts.actors),
        claims=tuple(scribe.claim(c) for c in facts.claims),
        events=tuple(scribe.event(e) for e in facts.events),
    )


class _Scribe:
    def __init__(self, slugs: Mapping[str, str], detached: Mapping[str, frozenset[str]]) -> None:
        self._slugs = slugs
        self._detached = detached

    def slug(self, old: str) -> str:
        return self._slugs.get(old, old)

    def actor(self, actor: Actor) -> Actor:
        home = self.slug(actor.slug)
        return actor if home == actor.slug else replace(actor, slug=home)

    def named(self, item: Named) -> Named:
        if item.actor is None:
            return item
        home = self.slug(item.actor)
        detached = self._detached.get(home)
        if detached and identity(item.text) in detached:
            home = slug(item.text)
        return item if home == item.actor else replace(item, actor=home)

    def claim(self, claim: Claim) -> Claim:
        told = (
            self._all(claim.speakers),
            tuple(dict.fromkeys(self.slug(a) for a in claim.actors)),
            self.slug(claim.via) if claim.via is not None else None,
            self.slug(claim.addressee) if claim.addressee is not None else None,
        )
        if told == (claim.speakers, claim.actors, claim.via, claim.addressee):
            return claim
        speakers, actors, via, addressee = told
        return replace(claim, speakers=speakers, actors=actors, via=via, addressee=addressee)

    def event(self, event: Event) -> Event:
        roles = (event.agent, event.patient, event.recipient, event.place)
        told = tuple(self._all(role) for role in roles)
        if all(new is old for new, old in zip(told, roles, strict=True)):
            return event
        agent, patient, recipient, place = told
        return replace(event, agent=agent, patient=patient, recipient=recipient, place=place)

    def _all(self, items: tuple[Named, ...]) -> tuple[Named, ...]:
        """The same value where nothing is exchanged: most names keep their slugs, and copying them is slow."""
        if not items:
            return items
        told = tuple(map(self.named, items))
        return items if all(new is old for new, old in zip(told, items, strict=True)) else told
