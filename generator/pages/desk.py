"""What all pages are made from: the dossier's index, what may be quoted, and where each thing's page is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from generator.model import Actor, ActorKind, Article, Claim, Dossier, Event, EventType, MentionForm, RoleHeld, Span
from generator.model.changes import History
from generator.model.index import Index
from generator.pages import excerpts, readings
from generator.pages.excerpts import Excerpt, Shown
from generator.text import digest, slug

# Words that no title ends with: what follows them was not read.
_BREAKS_OFF = re.compile(r"(?:\s+(?:of|for|at|in|to|on|by|with|from|and|or|the|a|an|its|their))+$", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
# Named no more often than this by one article alone, and doing nothing in it, an actor is named in passing.
_PASSING = 2
# What is merely possible, left open, or not so, is no deed.
_DEED = frozenset({"CT+", "PR+"})


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The dossier laid out for making pages.

    Attributes:
        index: The dossier from every side.
        shown: What may be quoted, by article id.
        history: What each regeneration changed.
    """

    index: Index
    shown: Mapping[str, Shown]
    history: History = field(default_factory=History)

    @classmethod
    def of(cls, dossier: Dossier, history: History | None = None) -> "Desk":
        """The desk of a dossier."""
        return cls(index=Index.of(dossier), shown=excerpts.decide(dossier), history=history or History())

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.index.dossier

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Claim id to its number within its article, from 1."""
        return {c.id: n for f in self.dossier.facts for n, c in enumerate(f.claims, 1)}

    @cached_property
    def paged(self) -> frozenset[str]:
        """Slugs of the actors with a page of their own: those that speak, or come up again."""
        return frozenset(a.slug for a in self.dossier.actors if self._has_page(a))

    def _has_page(self, actor: Actor) -> bool:
        index = self.index
        if not self._has_matter(actor.slug):
            return False
        if index.speaking.get(actor.slug) or len(index.naming.get(actor.slug, ())) > 1:
            return True
        named = [n for n in index.named.get(actor.slug, ()) if n.mention.form is not MentionForm.PRONOUN]
        in_action = bool(index.links_of.get(actor.slug) or self.deeds.get(actor.slug))
        return len(named) > (1 if in_action else _PASSING)

    def _has_matter(self, actor: str) -> bool:
        """Whether a page of the actor would have anything to tell."""
        index = self.index
        if self.deeds.get(actor) or index.links_of.get(actor) or index.roles_of.get(actor):
            return True
        told = (index.speaking, index.about, self.venue)
        return any(self.tells(c) for claims in told for c in claims.get(actor, ()))

    @cached_property
    def venue(self) -> Mapping[str, tuple[Claim, ...]]:
        """Actor to the claims that were made on it or to it: a broadcaster, an agency."""
        found: dict[str, list[Claim]] = {}
        for claim in self.index.claims.values():
            for who in dict.fromkeys(s for s in (claim.via, claim.addressee) if s in self.index.actors):
                found.setdefault(who or "", []).append(claim)
        return {who: tuple(claims) for who, claims in found.items()}

    def tells(self, claim: Claim) -> bool:
        """Whether something is to be shown of the claim: its words, or a reading of them."""
        if self.excerpt(claim).words is not None or claim.quantities:
            return True
        return readings.root(self.index.events_of_claim.get(claim.id, ())) is not None

    @cached_property
    def deeds(self) -> Mapping[str, tuple[tuple[str, Event], ...]]:
        """Actor to the typed events it takes part in that are said to have happened or to be likely."""
        told = {}
        for who, parts in self.index.acting.items():
            kept = tuple((part, e) for part, e in parts if is_deed(e) and _is_told(e))
            if kept:
                told[who] = kept
        return told

    @cached_property
    def _states(self) -> Mapping[str, Actor]:
        states = [a for a in self.dossier.actors if a.kind is ActorKind.STATE and a.state]
        return {a.state: a for a in reversed(states) if a.state}

    def state(self, code: str) -> Actor | None:
        """The dossier's actor that is the state of that code, if it has one."""
        return self._states.get(code)

    def article(self, identity: str) -> Article:
        """The article of that id."""
        return self.index.articles[identity]

    def claim(self, identity: str) -> Claim:
        """The claim of that id."""
        return self.index.claims[identity]

    def excerpt(self, claim: Claim) -> Excerpt:
        """What of the claim's words may be shown."""
        return self.shown[claim.article].excerpts[claim.id]

    def publisher(self, article: str) -> str | None:
        """The name of the article's publisher; None where it is not known."""
        name = self.index.publisher(article)
        return None if name.startswith("unknown:") else name

    def title(self, article: str) -> str:
        """The article's title, or the name of its file where it states none."""
        found = self.article(article)
        return found.title or PurePosixPath(found.path).name

    def original(self, article: str) -> str | None:
        """Where the article stands on the web, as far as it says so by an address that may be linked."""
        url = self.article(article).url
        return url if url is not None and url.startswith(("http://", "https://")) else None

    def claim_at(self, article: str, span: Span) -> Claim | None:
        """The first claim of the article whose words or sentence hold the span."""
        claims = self.index.facts[article].claims
        inside = (c for c in claims if any(s.contains(span) for s in c.spans))
        around = (c for c in claims if c.sentence.contains(span))
        return next(inside, None) or next(around, None)

    def offices(self, actor: str) -> tuple[RoleHeld, ...]:
        """The titles that articles give the actor, each title once, in the order of the dossier.

        One that breaks off ("head of the") is told as far as it says something, and not where another says it whole.
        """
        held: dict[str, RoleHeld] = {}
        cut: set[str] = set()
        for role in self.index.roles_of.get(actor, ()):
            title = _BREAKS_OFF.sub("", role.title)
            if title != role.title:
                cut.add(title.casefold())
            held.setdefault(title.casefold(), replace(role, title=title))
        return tuple(r for t, r in held.items() if t not in cut or not any(o.startswith(f"{t} ") for o in held))


def is_deed(event: Event) -> bool:
    """Whether the event is of a type that PLOVER knows, and is said to be certain or probable."""
    return event.type is not EventType.OTHER and event.factuality.value in _DEED


def _is_told(event: Event) -> bool:
    """Whether the event says more than that someone did something."""
    return bool(event.patient or event.recipient or event.place or event.when)


def source_page(article: str) -> str:
    """Path of the article's page below docs/. It follows from the id alone, whatever the id is made of."""
    plain = article.replace("_", "-")
    if _PLAIN.fullmatch(article) and slug(plain) == plain.strip("-"):
        return f"sources/{article}/index.md"
    name = slug(article)
    mark = digest(article)[:8]
    return f"sources/{name if name.endswith(mark) else f'{name[:70]}-{mark}'}/index.md"


def actor_page(actor: str) -> str:
    """Path of the actor's page below docs/."""
    return f"actors/{slug(actor)}/index.md"


def topic_page(topic: str) -> str:
    """Path of the topic's page below docs/."""
    return f"topics/{slug(topic)}/index.md"
