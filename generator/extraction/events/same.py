"""One happening told twice is one event; killings and arrests are told one group of people an event."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.events.scene import Scene
from generator.model import BlockKind, Event, Participant, Quantity

_FAMILIES = ("killing_words", "capturing_words")
_DEFINITE = re.compile(
    r"(the|this|that|these|those|his|her|its|their|him|them|he|she|they|it|both|all)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"(his|her|its|their|him|them|he|she|they|it|both|all|who|whom)", re.IGNORECASE)
_MORE = re.compile(r"\b(other|others|another|second|third|remaining|additional|more|rest)\b", re.IGNORECASE)
_NOUNS = frozenset({"capture", "arrest", "detention", "death", "killing", "apprehension", "slaying", "murder"})
_NOBODY = re.compile(r"(no|none|neither|nobody|zero)\b", re.IGNORECASE)


def merge_repeats(scene: Scene, events: Sequence[Event], quantities: Sequence[Quantity]) -> tuple[Event, ...]:
    """The events without those that only tell of an earlier killing or arrest again.

    A death or an arrest is split by the groups of people that it meets, so that each has its own figure.
    """
    families = [_family(scene, e.predicate.lemma) for e in events]
    told_in_body = {f for e, f in zip(events, families, strict=True) if f and not _headline(scene, e)}
    kept: list[Event] = []
    earlier: dict[str, list[Event]] = {name: [] for name in _FAMILIES}
    for event, family in zip(events, families, strict=True):
        if family is None:
            kept.append(event)
        elif not _empty(event) and not (_headline(scene, event) and family in told_in_body):
            fresh = [one for one in _split(event) if not _repeats(scene, one, earlier[family], quantities)]
            kept += fresh
            earlier[family] += fresh
            if not fresh:
                scene.reading.trace.rejected("event", event.predicate, "", "it tells again of what was told before")
        else:
            scene.reading.trace.rejected(
                "event", event.predicate, "", "it meets nobody, or the body tells it more fully"
            )
    return tuple(kept)


def is_harm(scene: Scene, lemma: str) -> bool:
    """Whether the lemma is one for killing or catching people."""
    return _family(scene, lemma) is not None


def _family(scene: Scene, lemma: str) -> str | None:
    return next((f for f in _FAMILIES if lemma in scene.lexicon.words[f]), None)


def _headline(scene: Scene, event: Event) -> bool:
    return scene.reading.kind_at(event.predicate.start) is BlockKind.HEADLINE


def _split(event: Event) -> tuple[Event, ...]:
    if len(event.patient) < 2:
        return (event,)
    return tuple(replace(event, patient=(p,)) for p in event.patient)


def _empty(event: Event) -> bool:
    """Whether the words tell that nobody was met by it, or a noun tells of nobody at all ("to evade capture")."""
    if not event.patient:
        return event.predicate.lemma in _NOUNS
    return _NOBODY.match(event.patient[0].text) is not None


def _repeats(scene: Scene, event: Event, earlier: Sequence[Event], quantities: Sequence[Quantity]) -> bool:
    if not earlier:
        return False
    if not event.patient:
        return True
    patient = event.patient[0]
    if _MORE.search(patient.text):
        return False
    if _PRONOUN.fullmatch(patient.text):
        return True
    known = [p for e in earlier if _may_be(event, e) for p in e.patient]
    if patient.actor is not None and any(p.actor == patient.actor for p in known):
        return True
    if _DEFINITE.match(patient.text):
        return _known_by(scene, patient, known)
    number = _number(patient, quantities)
    if number is None:
        return False
    return any(_number(p, quantities) == number and _alike(scene, patient, p, several=number > 1) for p in known)


def _may_be(event: Event, earlier: Event) -> bool:
    """Whether nothing speaks against their being one happening: another date, another place."""
    if event.when and earlier.when and event.when != earlier.when:
        return False
    there, here = {p.text for p in earlier.place}, {p.text for p in event.place}
    return not there or not here or bool(there & here)


def _known_by(scene: Scene, patient: Participant, known: Sequence[Participant]) -> bool:
    """Whether "the suspect" can be someone told of before: by the same noun, or by one that fits most people."""
    head = _head(patient)
    return bool(known) and (head in scene.lexicon.words["person_words"] or any(_head(p) == head for p in known))


def _alike(scene: Scene, patient: Participant, other: Participant, *, several: bool) -> bool:
    """Whether two counts of the same number can be of the same people: "two men" and "two insurgents".

    "A leader" and "one insurgent" are two: one is too common a number to tell anything.
    """
    heads = {_head(patient), _head(other)}
    return len(heads) == 1 or (several and heads <= scene.lexicon.words["person_words"])


def _head(patient: Participant) -> str:
    words = re.findall(r"[a-z]+", re.split(r"\bof\b", patient.text.lower())[0])
    return words[-1].removesuffix("s") if words else ""


def _number(patient: Participant, quantities: Sequence[Quantity]) -> int | float | None:
    return next((q.low for q in quantities if q.overlaps(patient)), None)
