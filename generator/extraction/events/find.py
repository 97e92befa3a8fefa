"""The events of an article: its happenings with who, whom, where, when, how sure, and whose claim."""

import bisect
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from generator.extraction.events.clauses import is_aim
from generator.extraction.events.predicates import find_predicates
from generator.extraction.events.roles import roles_of
from generator.extraction.events.same import is_harm, merge_repeats
from generator.extraction.events.scene import Predicate, Scene, scene_of
from generator.extraction.events.sureness import sureness
from generator.extraction.events.when import find_times
from generator.extraction.parse import Token
from generator.extraction.reading import Reading
from generator.model import Actor, Claim, Cue, DateMention, Event, Extent, Mention, Participant, Quantity

_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "they", "them", "it", "who", "whom"})


class Grouped(Protocol):
    """The mentions of an article with their actors, and the actors."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """In the order of the text."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everyone whom the mentions name."""


def find_events(
    reading: Reading,
    grouped: Grouped,
    dates: Sequence[DateMention],
    quantities: Sequence[Quantity],
    claims: Sequence[Claim],
) -> tuple[Event, ...]:
    """The happenings that the article tells of, in its order."""
    scene = scene_of(reading, grouped.mentions, dates)
    predicates = find_predicates(scene)
    times = find_times(scene, predicates, dates)
    told = [p for p in predicates if not _only_aimed_at(scene, p)]
    holding = _holding(scene, told, claims)
    events = [_event(scene, p, times.get(p.at), _carrier(scene, p, holding.get(p.at, ()))) for p in told]
    return merge_repeats(scene, events, quantities)


def _only_aimed_at(scene: Scene, predicate: Predicate) -> bool:
    """Whether it is harm that is but meant: nobody came to it."""
    aim = is_harm(scene, predicate.lemma) and is_aim(scene, predicate.at)
    if aim:
        scene.rejected(predicate.at, "harm that is aimed at has met nobody")
    return aim


def _event(scene: Scene, predicate: Predicate, when: str | None, claim: Claim | None) -> Event:
    roles = roles_of(scene, predicate)
    span = scene.reading.of(scene.reading.doc[predicate.at])
    agent = scene.actors(roles.agent)
    sure = sureness(scene, predicate, _cue(scene, claim))
    scene.reading.trace.judged("event", span, sure)
    patient = (scene.people if is_harm(scene, predicate.lemma) else scene.participants)(roles.patient)
    recipient = scene.participants(roles.recipient)
    return Event(
        article=scene.reading.article.id,
        type=predicate.type,
        predicate=Cue(start=span.start, end=span.end, text=span.text, lemma=predicate.lemma),
        agent=_unbound(agent, (*patient, *recipient)),
        patient=_unbound(patient, agent),
        recipient=_unbound(recipient, agent),
        place=scene.participants(roles.place),
        when=when,
        factuality=sure.value,
        claim=claim.id if claim is not None else None,
    )


def _unbound(those: tuple[Participant, ...], others: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The participants, where a pronoun would name someone in another role too without its actor.

    "He would help him" are two: which of them is who cannot be told, once both are read as one.
    """
    taken = {p.actor for p in others if p.actor is not None}
    pronouns = {p.actor for p in (*those, *others) if p.text.lower() in _PRONOUNS}
    return tuple(
        replace(p, actor=None) if p.actor in taken & pronouns and p.text.lower() in _PRONOUNS else p for p in those
    )


def _holding(scene: Scene, predicates: Sequence[Predicate], claims: Sequence[Claim]) -> dict[int, tuple[Claim, ...]]:
    """The claims whose words each predicate stands among, in their order."""
    places = sorted(p.at for p in predicates)
    found: dict[int, dict[int, Claim]] = {}
    for number, claim in enumerate(claims):
        for span in claim.spans:
            tokens = scene.tree.range_of(span.start, span.end)
            for at in places[bisect.bisect_left(places, tokens.start) : bisect.bisect_left(places, tokens.stop)]:
                found.setdefault(at, {})[number] = claim
    return {at: tuple(held.values()) for at, held in found.items()}


def _carrier(scene: Scene, predicate: Predicate, claims: Sequence[Claim]) -> Claim | None:
    """The innermost claim that the predicate stands in."""
    here = Extent(start=scene.tree.start[predicate.at], end=scene.tree.end[predicate.at])
    holding = [c for c in claims if any(s.contains(here) for s in c.spans)]
    return min(holding, key=lambda c: sum(s.end - s.start for s in c.spans), default=None)


def _cue(scene: Scene, claim: Claim | None) -> Token | None:
    if claim is None or claim.cue is None:
        return None
    tokens = scene.tree.range_of(claim.cue.start, claim.cue.end)
    return scene.reading.doc[scene.tree.root_of(tokens)] if tokens else None
