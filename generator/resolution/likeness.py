"""What a claim says, made comparable, and how alike two claims are.

Two claims are compared by the words of their content, weighed by rarity, with the names of the actors
taken out; by the actors; by the direction (who did it to whom, from the claims' events); by the time they
speak of; and by their figures. What decides is in `compare`.
"""

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Actor, ActorKind, Claim, Event, Extent, Facts, Factuality, Mention
from generator.model.facts import BlockKind
from generator.model.index import speakers_of
from generator.resolution.dates import first_day, gap
from generator.resolution.words import concept, concepts, rarity
from generator.text import fold

_NEGATIVE = frozenset({Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT})
# Actors of these kinds are who a claim is about; two claims that share none of them are about different things.
_ACTING = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.PEOPLE})
_NAMED_OUT = _ACTING | {ActorKind.PLACE}
# Claims farther apart than this, in days, are not sought together.
WINDOW = 60
# Dates of one happening that differ by no more than this are a difference between sources; by more, two happenings.
_NEAR = 3
_SAME = 0.5
# Words of this rarity together say something by themselves.
_TELLING = 8.0

Amounts = Mapping[str, tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True)
class Content:
    """A claim, made comparable.

    Attributes:
        claim: The claim. order: Its place in time: (day of report, article id, number in the article).
        terms: What its words stand for, without the names of actors; weight: their rarity together.
        acting: Slugs of persons, organizations, states and peoples that it names; places: of places.
        toward: Pairs (who, to whom) of its events.
        deeds: What is done in its events, each with who does it.
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
    toward: frozenset[tuple[str, str]]
    deeds: Mapping[str, frozenset[str]]
    amounts: Amounts
    prominent: bool

    @property
    def denies(self) -> bool:
        """Whether its speaker says that it is not so."""
        return self.claim.factuality in _NEGATIVE

    @property
    def day(self) -> int:
        """The day of the report, as an ordinal; far in the future when it is not known."""
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
        day = first_day(f.article.published) or 10**9
        for number, claim in enumerate(f.claims):
            terms = _own_terms(claim, inner.get(claim.id, ()), named, starts)
            events = by_claim.get(claim.id, ())
            slugs = frozenset(claim.actors)
            yield Content(
                claim=claim,
                order=(day, f.article.id, number),
                terms=terms,
                weight=sum(rarity(t) for t in sorted(terms)),
                speakers=frozenset(speakers_of(claim)),
                acting=frozenset(s for s in slugs if kinds.get(s) in _ACTING),
                places=frozenset(s for s in slugs if kinds.get(s) is ActorKind.PLACE),
                toward=frozenset(_toward(events)),
                deeds=_deeds(events),
                amounts=_amounts(claim, f),
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
    """The claim's terms without those of claims within it, unless they are nearly all that it says."""
    terms = frozenset(_terms(claim, named, starts))
    left = terms - {t for c in inner for t in _terms(c, named, starts)}
    return left if sum(rarity(t) for t in sorted(left)) >= _TELLING else terms


def _top(facts: Facts) -> int:
    """Where the first paragraph of the article's body ends."""
    return next((b.end for b in facts.article.blocks if b.kind is BlockKind.BODY), 0)


def _terms(claim: Claim, named: Sequence[Mention], starts: Sequence[int]) -> Iterator[str]:
    for span in claim.spans:
        yield from concepts(_without_names(span.text, span, named, starts))


def _without_names(text: str, span: Extent, named: Sequence[Mention], starts: Sequence[int]) -> str:
    kept, at = [], span.start
    for mention in named[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]:
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


def others_did(one: Content, other: Content) -> bool:
    """Whether the two say the same deed of different actors."""
    return any(not agents & other.deeds[did] for did, agents in one.deeds.items() if did in other.deeds)


def _amounts(claim: Claim, facts: Facts) -> dict[str, tuple[float | None, float | None]]:
    found: dict[str, tuple[float | None, float | None]] = {}
    for index in claim.quantities:
        quantity = facts.quantities[index]
        counted = concepts(quantity.unit or quantity.of or "")
        unit = " ".join(sorted(counted)) or concept(quantity.unit or "") or ""
        if unit and (quantity.low is not None or quantity.high is not None):
            found.setdefault(unit, (quantity.low, quantity.high))
    return found


def figure(bounds: tuple[float | None, float | None]) -> float | None:
    """The number that bounds name: "at least 12" and "12" name 12, "up to 40" names 40."""
    low, high = bounds
    return low if low is not None else high


def figures_differ(one: Content, other: Content) -> bool:
    """Whether they count one thing and name different numbers of it."""
    return any(
        figure(bounds) != figure(other.amounts[unit]) for unit, bounds in one.amounts.items() if unit in other.amounts
    )


def figures_agree(one: Content, other: Content) -> bool:
    """Whether they count something alike and name no different number."""
    shared = [unit for unit in one.amounts if unit in other.amounts]
    return bool(shared) and not figures_differ(one, other)


def turned_round(one: Content, other: Content) -> bool:
    """Whether what one did to another in the one claim, the other did to it in the other."""
    return bool(one.toward) and not one.toward & other.toward and any((b, a) in other.toward for a, b in one.toward)


def compare(one: Content, other: Content) -> float:
    """How sure it is that two claims say the same thing; from 0.5 on they do.

    Words: the mean of the Dice coefficient and of the share of the shorter's words that the longer has, by
    rarity; at least two of them shared. Figures that agree, one speaker, and reports within a week speak
    for it; different figures, actors that each has alone, an article that says two things, and time between
    the reports against it. Direction turned round, times apart or no actor in common rule it out.
    """
    if turned_round(one, other) or gap(one.claim.when, other.claim.when) > _NEAR:
        return 0.0
    shared = one.terms & other.terms
    if len(shared) < 2 and not (shared and one.terms == other.terms):
        return 0.0
    common = sum(rarity(t) for t in sorted(shared))
    dice = 2 * common / (one.weight + other.weight)
    contained = common / max(min(one.weight, other.weight), _TELLING)
    return (dice + contained) / 2 + _for_and_against(one, other, dice)


def _for_and_against(one: Content, other: Content, dice: float) -> float:
    value = _actors(one, other) - 0.004 * min(WINDOW, abs(one.day - other.day))
    if figures_agree(one, other):
        value += 0.15
    elif figures_differ(one, other):
        value -= 0.1 if abs(one.day - other.day) <= 2 * _NEAR else 0.5
    if one.claim.article == other.claim.article:
        value -= 0.0 if one.prominent != other.prominent else 0.12
    elif one.speakers & other.speakers:
        value += 0.05
    if one.claim.when and other.claim.when and gap(one.claim.when, other.claim.when) > 0 and dice < 0.7:
        value -= 0.3
    return value


def _actors(one: Content, other: Content) -> float:
    """For and against, by the actors that the two name."""
    mine, theirs = one.acting, other.acting
    if one.denies != other.denies:
        # Who denies it is often whom it is about: "it had sent no troops".
        mine, theirs = mine | one.speakers, theirs | other.speakers
    value = 0.0
    if mine and theirs and not mine & theirs:
        value -= 0.35
    elif mine - theirs and theirs - mine:
        value -= 0.15
    elif mine and mine == theirs:
        value += 0.05
    elif bool(mine) != bool(theirs):
        value -= 0.08
    if one.places and other.places and not one.places & other.places:
        value -= 0.2
    return value


def same(score: float) -> bool:
    """Whether a score of `compare` is enough."""
    return score >= _SAME
