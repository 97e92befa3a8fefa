"""Puts the dossier's slugs in the place of an article's own, wherever its facts name an actor."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from generator.model import Claim, Event, Facts, Mention, Participant, Speaker
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
        actors=tuple(replace(a, slug=scribe.slug(a.slug)) for a in facts.actors),
        claims=tuple(scribe.claim(c) for c in facts.claims),
        events=tuple(scribe.event(e) for e in facts.events),
    )


class _Scribe:
    def __init__(self, slugs: Mapping[str, str], detached: Mapping[str, frozenset[str]]) -> None:
        self._slugs = slugs
        self._detached = detached

    def slug(self, old: str) -> str:
        return self._slugs.get(old, old)

    def named(self, item: Named) -> Named:
        if item.actor is None:
            return item
        home = self.slug(item.actor)
        if identity(item.text) in self._detached.get(home, ()):
            home = slug(item.text)
        return replace(item, actor=home)

    def claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            speakers=tuple(self.named(s) for s in claim.speakers),
            actors=tuple(dict.fromkeys(self.slug(a) for a in claim.actors)),
            via=self.slug(claim.via) if claim.via is not None else None,
            addressee=self.slug(claim.addressee) if claim.addressee is not None else None,
        )

    def event(self, event: Event) -> Event:
        return replace(
            event,
            agent=tuple(self.named(p) for p in event.agent),
            patient=tuple(self.named(p) for p in event.patient),
            recipient=tuple(self.named(p) for p in event.recipient),
            place=tuple(self.named(p) for p in event.place),
        )
