"""A claim made comparable: its words without the names, who is in it, what is done to whom, what is counted."""

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import Actor, ActorKind, Claim, Event, Extent, Facts, Factuality, Mention, Quantity, Span
from generator.model.facts import BlockKind
from generator.model.index import speakers_of
from generator.resolution.dates import first_day
from generator.resolution.words import concept, concepts, listed, rarity
from generator.text import fold

_NEGATIVE = frozenset({Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT})
# Actors of these kinds are who a claim is about; two claims that share none of them are about different things.
_ACTING = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.PEOPLE})
_NAMED_OUT = _ACTING | {ActorKind.PLACE}
# Words of this rarity together say something by themselves.
TELLING = 8.0
# The day of a report without a date: after all others.
UNDATED = 10**9

_ARTICLE = re.compile(r"an? ", re.IGNORECASE)

Amounts = Mapping[str, tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True)
class Content:
    """A claim, made comparable.

    Attributes:
        claim: The claim. order: Its place in time: (day of report, article id, number in the article).
        terms: What its words stand for, without the names of actors; weight: their rarity together.
        acting: Slugs of persons, organizations, states and peoples that it names; persons, places: of those alone.
        toward: Pairs (who, to whom) of its events.
        deeds: What is done in its events, each with who does it.
        acts: The concepts of what is done in its events.
        amounts: What is counted, to its bounds.
        prominent: It stands in a headline or in the first paragraph.
    """

    claim: Claim
    order: tuple[int, str, int]
    terms: frozenset[str]
    weight: float
    speakers: frozenset[str]
    acting: frozenset[str]
    places: frozenset[str]
    persons: frozenset[str]
    toward: frozenset[tuple[str, str]]
    deeds: Mapping[str, frozenset[str]]
    acts: frozenset[str]
    amounts: Amounts
    prominent: bool

    @property
    def denies(self) -> bool:
        """Whether its speaker says that it is not so."""
        return self.claim.factuality in _NEGATIVE

    @property
    def day(self) -> int:
        """The day of the report, as an ordinal; `UNDATED` when it is not known."""
        return self.order[0]


def contents(facts: Sequence[Facts], actors: Iterable[Actor]) -> Iterator[Content]:
    """Every claim, made comparable, in the order of the facts."""
    kinds = {a.slug: a.kind for a in actors}
    for f in facts:
        by_claim: dict[str, list[Event]] = {}
        for event in f.events:
            by_claim.setdefault(event.claim or "", []).append(event)
        named = [m for m in f.mentions if m.kind in _NAMED_OUT and m.actor is not None]
        starts = [m.start for m in named]
        top = _top(f)
        inner = _inner(f.claims)
        day = first_day(f.article.published) or UNDATED
        for number, claim in enumerate(f.claims):
            terms = _own_terms(claim, inner.get(claim.id, ()), named, starts)
            events = by_claim.get(claim.id, ())
            slugs = frozenset({*claim.actors, *(m.actor for m in _names_in(claim, named, starts) if m.actor)})
            yield Content(
                claim=claim,
                order=(day, f.article.id, number),
                terms=terms,
                weight=sum(rarity(t) for t in sorted(terms)),
                speakers=frozenset(speakers_of(claim)),
                acting=frozenset(s for s in slugs if kinds.get(s) in _ACTING),
                places=frozenset(s for s in slugs if kinds.get(s) is ActorKind.PLACE),
                persons=frozenset(s for s in slugs if kinds.get(s) is ActorKind.PERSON),
                toward=frozenset(_toward(events)),
                deeds=_deeds(events),
                amounts=_amounts(claim, f, events),
                acts=frozenset(a for e in events if (a := concept(fold(e.predicate.lemma)))),
                prominent=claim.spans[0].start < top,
            )


def _inner(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Claim id to the claims of other speakers that stand within it: "A says X, with B saying Y" is A's but for Y."""
    found: dict[str, list[Claim]] = {}
    ordered = sorted(claims, key=lambda c: (c.spans[0].start, -c.spans[0].end))
    for number, outer in enumerate(ordered):
        for claim in ordered[number + 1 :]:
            if claim.spans[0].start >= outer.spans[-1].end:
                break
            within = all(any(mine.contains(s) for mine in outer.spans) for s in claim.spans)
            if within and claim.spans != outer.spans and speakers_of(claim) != speakers_of(outer):
                found.setdefault(outer.id, []).append(claim)
    return found


def _own_terms(claim: Claim, inner: Sequence[Claim], named: Sequence[Mention], starts: Sequence[int]) -> frozenset[str]:
    """The claim's terms without the stretches of claims within it, unless they are nearly all that it says."""
    if not inner:
        return frozenset(_terms(claim, named, starts))
    held = sorted((s for c in inner for s in c.spans), key=lambda s: s.start)
    bare = replace(claim, spans=tuple(piece for span in claim.spans for piece in _without(span, held)))
    left = frozenset(_terms(bare, named, starts))
    return left if sum(rarity(t) for t in sorted(left)) >= TELLING else frozenset(_terms(claim, named, starts))


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


def _top(facts: Facts) -> int:
    """Where the first paragraph of the article's body ends."""
    return next((b.end for b in facts.article.blocks if b.kind is BlockKind.BODY), 0)


def _terms(claim: Claim, named: Sequence[Mention], starts: Sequence[int]) -> Iterator[str]:
    for span in claim.spans:
        inside = named[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]
        yield from concepts(_without_names(span.text, span, inside))


def _names_in(claim: Claim, named: Sequence[Mention], starts: Sequence[int]) -> Iterator[Mention]:
    for span in claim.spans:
        yield from named[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]


def _without_names(text: str, span: Extent, inside: Sequence[Mention]) -> str:
    kept, at = [], span.start
    for mention in inside:
        if mention.start >= at:
            kept.append(text[at - span.start : mention.start - span.start])
            at = mention.end
    kept.append(text[at - span.start :] if at < span.end else "")
    return " ".join(kept)


def _toward(events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    for event in events:
        targets = [p.actor for p in (*event.patient, *event.recipient) if p.actor]
        for agent in event.agent:
            yield from ((agent.actor, t) for t in targets if agent.actor and agent.actor != t)


def _deeds(events: Iterable[Event]) -> dict[str, frozenset[str]]:
    """The concept of each predicate to its agents; where they are not all known, it does not tell who did it."""
    found: dict[str, frozenset[str]] = {}
    for event in events:
        did = concept(fold(event.predicate.lemma))
        agents = frozenset(p.actor for p in event.agent if p.actor)
        if did and event.agent and len(agents) == len({p.start for p in event.agent}):
            found[did] = found.get(did, frozenset()) | agents
    return found


def _amounts(claim: Claim, facts: Facts, events: Sequence[Event]) -> dict[str, tuple[float | None, float | None]]:
    """What the claim counts: by what is done to them for people killed, arrested ..., else by the unit."""
    found: dict[str, tuple[float | None, float | None]] = {}
    for index in claim.quantities:
        quantity = facts.quantities[index]
        named = (quantity.low, quantity.high) != (None, None) and not _ARTICLE.match(quantity.text)
        unit = _done_to(quantity, events) or " ".join(sorted(concepts(quantity.unit or quantity.of or "")))
        if named and unit:
            found.setdefault(unit, (quantity.low, quantity.high))
    return found


def _done_to(quantity: Quantity, events: Sequence[Event]) -> str | None:
    for event in events:
        did = concept(fold(event.predicate.lemma))
        if did in listed("counted") and any(p.contains(quantity) for p in (*event.patient, *event.agent)):
            return did
    return None
