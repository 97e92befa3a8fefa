"""A claim made comparable: its words without the names, who is in it, what is done to whom, what is counted."""

import bisect
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model import (
    Actor,
    ActorKind,
    BlockKind,
    Claim,
    Event,
    Extent,
    Facts,
    Factuality,
    Mention,
    Span,
)
from generator.model.index import speakers_of
from generator.resolution import deeds
from generator.resolution.dates import first_day
from generator.resolution.deeds import Amounts
from generator.resolution.words import concepts, plainly, weigh
from generator.text import fold

NEGATIVE = frozenset({Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT})
# Actors of these kinds are who a claim is about; two claims that share none of them are about different things.
_ACTING = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.PEOPLE})
_NAMED_OUT = _ACTING | {ActorKind.PLACE}
# Words of this rarity together say something by themselves.
TELLING = 8.0
# The day of a report without a date: after all others.
UNDATED = 10**9

_CAPITALS = re.compile(r"[A-Z][\w.'’-]*$")

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Content:
    """A claim, made comparable.

    Attributes:
        claim: The claim. order: Its place in time: (day of report, article id, number in the article).
        day: Of the report, as an ordinal; `UNDATED` when it is not known.
        terms: What its words stand for, without the names of actors; weight: their rarity together.
        speakers: Slugs. sides: The states that they are, or belong to.
        acting: Slugs of persons, organizations, states and peoples that it names; persons, places: of those alone.
        states: Of those acting, the states that they are, or belong to.
        toward: Pairs (who, to whom) of its events.
        deeds: What is done in its events, each with who does it.
        acts: The concepts of what is done in its events.
        amounts: What is counted, to its bounds.
        act: What is done in the first of its events: mostly the main clause's; doer: the slugs of who does it there.
        context: Slugs of all actors that the article names.
        exchanges: Triples of an event's concept, who does it and to whom.
        doers: The concept of each deed to who does it (`deeds.doers`): for "it" or "they", who speaks.
        befallen: What is done to people whom news counts, to those who are named for it.
        numbered: Things that are numbered in a row ("a third round"), to their number.
        newsroom: The article's publisher, else its id.
        further: What it counts comes on top of what was counted before ("three more bodies").
        prominent: It stands in a headline or in the first paragraph. headline, caption: It stands in one.
        denies: Its speaker says that it is not so.
    """

    claim: Claim
    order: tuple[int, str, int]
    day: int
    terms: frozenset[str]
    weight: float
    speakers: frozenset[str]
    sides: frozenset[str]
    acting: frozenset[str]
    places: frozenset[str]
    persons: frozenset[str]
    states: frozenset[str]
    toward: frozenset[tuple[str, str]]
    deeds: Mapping[str, frozenset[str]]
    act: str | None
    doer: frozenset[str]
    acts: frozenset[str]
    context: frozenset[str]
    amounts: Amounts
    exchanges: frozenset[tuple[str, str, str]]
    doers: Mapping[str, frozenset[str]]
    befallen: Mapping[str, frozenset[str]]
    further: bool
    numbered: Mapping[str, str]
    newsroom: str
    prominent: bool
    headline: bool
    caption: bool
    denies: bool


def contents(facts: Sequence[Facts], actors: Iterable[Actor]) -> Iterator[Content]:
    """Every claim, made comparable, in the order of the facts."""
    known = {a.slug: a for a in actors}
    for f in facts:
        page = _Page.of(f, known)
        for number, claim in enumerate(f.claims):
            yield page.content(number, claim)


@dataclass(frozen=True, slots=True)
class _Page:
    """One article's facts, laid out so that what stands within a span is found quickly.

    Attributes:
        named: The mentions that name actors, events: the events by their predicates, each with its starts.
        inner: Claim id to the claims of other speakers that stand within it.
        top: Where the first paragraph of the body ends.
    """

    facts: Facts
    known: Mapping[str, Actor]
    day: int
    named: Sequence[Mention]
    named_at: Sequence[int]
    events: Sequence[Event]
    events_at: Sequence[int]
    inner: Mapping[str, Sequence[Claim]]
    captions: Sequence[Extent]
    headlines: Sequence[Extent]
    context: frozenset[str]
    top: int

    @classmethod
    def of(cls, facts: Facts, known: Mapping[str, Actor]) -> "_Page":
        named = [m for m in facts.mentions if m.kind in _NAMED_OUT and m.actor is not None]
        events = sorted(facts.events, key=lambda e: e.predicate.start)
        blocks = facts.article.blocks
        return cls(
            facts=facts,
            known=known,
            day=first_day(facts.article.published) or UNDATED,
            named=named,
            named_at=[m.start for m in named],
            events=events,
            events_at=[e.predicate.start for e in events],
            inner=_inner(facts.claims),
            context=frozenset(m.actor for m in facts.mentions if m.actor),
            captions=[b for b in blocks if b.kind is BlockKind.CAPTION],
            headlines=[b for b in blocks if b.kind is BlockKind.HEADLINE],
            top=next((b.end for b in blocks if b.kind is BlockKind.BODY), 0),
        )

    def content(self, number: int, claim: Claim) -> Content:
        """The claim, made comparable; `number` is its place among the article's."""
        spans = self._own(claim)
        terms = self._terms(spans)
        events = [e for s in spans for e in _between(self.events, self.events_at, s)]
        main = next((e for e in events if (e.agent or e.patient) and deeds.act_of(e)), None)
        slugs = {m.actor for s in spans for m in _between(self.named, self.named_at, s) if m.actor}
        slugs |= set(claim.actors) if spans == claim.spans else set()
        speakers = speakers_of(claim)
        in_caption = any(b.contains(claim.spans[0]) for b in self.captions)
        return Content(
            claim=claim,
            order=(self.day, self.facts.article.id, number),
            day=self.day,
            terms=terms,
            weight=weigh(terms),
            speakers=frozenset(speakers),
            sides=self._states(speakers),
            acting=self._of_kind(slugs, _ACTING),
            places=self._of_kind(slugs, {ActorKind.PLACE}),
            persons=self._of_kind(slugs, {ActorKind.PERSON}),
            states=self._states(slugs),
            toward=frozenset(deeds.toward(events)),
            deeds=deeds.deeds(events),
            act=deeds.act_of(main) if main else None,
            doer=frozenset(p.actor for p in main.agent if p.actor) if main else frozenset(),
            acts=frozenset(a for e in events if (a := deeds.act_of(e))),
            context=self.context,
            exchanges=frozenset(deeds.exchanges(events)),
            amounts=deeds.amounts(claim, self.facts, events, terms),
            doers=deeds.doers(events, claim),
            befallen=deeds.befallen(events),
            numbered=deeds.numbered(claim),
            newsroom=self.facts.article.publisher or self.facts.article.id,
            further=deeds.counts_further(claim, self.facts),
            prominent=claim.spans[0].start < self.top and not in_caption,
            headline=any(b.contains(claim.spans[0]) for b in self.headlines),
            caption=in_caption,
            denies=claim.factuality in NEGATIVE,
        )

    def _own(self, claim: Claim) -> tuple[Span, ...]:
        """What of the claim is its own: without claims within it, or, where they are nearly all of it, just those.

        "A says X, with B saying Y" says X; "A has found that X" says X, too.
        """
        held = sorted((s for c in self.inner.get(claim.id, ()) for s in c.spans), key=lambda s: (s.start, -s.end))
        if not held:
            return claim.spans
        left = tuple(piece for span in claim.spans for piece in _without(span, held))
        if weigh(self._terms(left)) >= TELLING:
            return left
        return tuple(s for n, s in enumerate(held) if not any(h.contains(s) for h in held[:n]))

    def _terms(self, spans: Sequence[Span]) -> frozenset[str]:
        """The concepts of the words, those of names left out."""
        bare = (_without_names(s, _between(self.named, self.named_at, s)) for s in spans)
        return frozenset(c for text in bare for c in concepts(text))

    def _states(self, slugs: Iterable[str]) -> frozenset[str]:
        return frozenset(s for slug in slugs if slug in self.known and (s := self.known[slug].state))

    def _of_kind(self, slugs: Iterable[str], kinds: Container[ActorKind]) -> frozenset[str]:
        return frozenset(s for s in slugs if s in self.known and self.known[s].kind in kinds)


def _between(items: Sequence[_Item], starts: Sequence[int], span: Extent) -> Sequence[_Item]:
    return items[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]


def _inner(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Claim id to the claims of other speakers that stand within it: "A says X, with B saying Y" is A's but for Y."""
    found: dict[str, list[Claim]] = {}
    ordered = sorted(claims, key=lambda c: (c.spans[0].start, -c.spans[0].end))
    for number, outer in enumerate(ordered):
        for claim in ordered[number + 1 :]:
            if claim.spans[0].start >= outer.spans[-1].end:
                break
            within = all(any(mine.contains(s) for mine in outer.spans) for s in claim.spans)
            if within and claim.spans != outer.spans and _told_by(claim) != _told_by(outer):
                found.setdefault(outer.id, []).append(claim)
    return found


def _told_by(claim: Claim) -> frozenset[str]:
    """Who makes the claim: slugs, or the words for those who are no known actors."""
    return frozenset(s.actor or fold(s.text) for s in claim.speakers)


def _without(span: Span, held: Sequence[Span]) -> Iterator[Span]:
    at = span.start
    for other in [h for h in held if span.contains(h)]:
        if other.start > at:
            yield _piece(span, at, other.start)
        at = max(at, other.end)
    if at < span.end:
        yield _piece(span, at, span.end)


def _piece(span: Span, start: int, end: int) -> Span:
    return Span(start=start, end=end, text=span.text[start - span.start : end - span.start])


def _without_names(span: Span, inside: Sequence[Mention]) -> str:
    kept, at = [], span.start
    for mention in inside:
        if mention.start >= at:
            before = span.text[at - span.start : mention.start - span.start]
            kept.append(_without_title(before) if mention.kind is ActorKind.PERSON else before)
            at = mention.end
    kept.append(span.text[at - span.start :] if at < span.end else "")
    return " ".join(kept)


def _without_title(text: str) -> str:
    """The words before a person's name without those that make up the title: "met Prime Minister" -> "met"."""
    words = text.rstrip().split(" ")
    while words and (_CAPITALS.match(words[-1]) or words[-1].casefold() in plainly("titles") or not words[-1]):
        words.pop()
    return " ".join(words)
