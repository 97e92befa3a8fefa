"""The events of an article: its happenings with who, whom, where, when, how sure, and whose claim."""

from collections.abc import Sequence
from typing import Protocol

from spacy.tokens import Token

from generator.extraction.events.clauses import is_aim
from generator.extraction.events.predicates import find_predicates
from generator.extraction.events.roles import roles_of
from generator.extraction.events.same import is_harm, merge_repeats
from generator.extraction.events.scene import Predicate, Scene, scene_of
from generator.extraction.events.sureness import sureness
from generator.extraction.events.when import find_times
from generator.extraction.reading import Reading
from generator.model import Actor, Claim, Cue, DateMention, Event, Extent, Mention, Quantity


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
    told = (p for p in predicates if not (is_harm(scene, p.lemma) and is_aim(scene, p.at)))
    events = [_event(scene, p, times.get(p.at), _carrier(scene, p, claims)) for p in told]
    return merge_repeats(scene, events, quantities)


def _event(scene: Scene, predicate: Predicate, when: str | None, claim: Claim | None) -> Event:
    roles = roles_of(scene, predicate)
    span = scene.reading.of(scene.reading.doc[predicate.at])
    return Event(
        article=scene.reading.article.id,
        type=predicate.type,
        predicate=Cue(start=span.start, end=span.end, text=span.text, lemma=predicate.lemma),
        agent=scene.actors(roles.agent),
        patient=(scene.people if is_harm(scene, predicate.lemma) else scene.participants)(roles.patient),
        recipient=scene.participants(roles.recipient),
        place=scene.participants(roles.place),
        when=when,
        factuality=sureness(scene, predicate, _cue(scene, claim)),
        claim=claim.id if claim is not None else None,
    )


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
