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
_NOBODY = re.compile(r"(no|none|neither|nobody|zero)\b", re.IGNORECASE)


def merge_repeats(scene: Scene, events: Sequence[Event], quantities: Sequence[Quantity]) -> tuple[Event, ...]:
    """The events without those that only tell of an earlier killing or arrest again.

    A death or an arrest is split by the groups of people that it meets, so that each has its own figure.
    """
    families = [_family(scene, e) for e in events]
    told_in_body = {f for e, f in zip(events, families, strict=True) if f and not _headline(scene, e)}
    kept: list[Event] = []
    earlier: dict[str, list[Event]] = {name: [] for name in _FAMILIES}
    for event, family in zip(events, families, strict=True):
        if family is None:
            kept.append(event)
            continue
        if _headline(scene, event) and family in told_in_body:
            continue
        for one in _split(event):
            if not _empty(one) and not _repeats(scene, one, earlier[family], quantities):
                kept.append(one)
                earlier[family].append(one)
    return tuple(kept)


def _family(scene: Scene, event: Event) -> str | None:
    return next((f for f in _FAMILIES if event.predicate.lemma in scene.lexicon.words[f]), None)


def _headline(scene: Scene, event: Event) -> bool:
    return scene.reading.kind_at(event.predicate.start) is BlockKind.HEADLINE


def _split(event: Event) -> tuple[Event, ...]:
    if len(event.patient) < 2:
        return (event,)
    return tuple(replace(event, patient=(p,)) for p in event.patient)


def _empty(event: Event) -> bool:
    """Whether the words tell that nobody was met by it, or a noun tells of nobody at all ("to evade capture")."""
    if not event.patient:
        return event.predicate.lemma in ("capture", "arrest", "detention", "death", "killing", "apprehension")
    return any(_NOBODY.match(p.text) for p in event.patient)


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
    known = [p for e in earlier for p in e.patient]
    if patient.actor is not None and any(p.actor == patient.actor for p in known):
        return True
    head = _head(patient)
    if _DEFINITE.match(patient.text):
        return head in scene.lexicon.words["person_words"] or any(_head(p) == head for p in known)
    number = _number(patient, quantities)
    return number is not None and patient.text.isalpha() and any(_number(p, quantities) == number for p in known)


def _head(patient: Participant) -> str:
    words = re.findall(r"[a-z]+", re.split(r"\bof\b", patient.text.lower())[0])
    return words[-1].removesuffix("s") if words else ""


def _number(patient: Participant, quantities: Sequence[Quantity]) -> int | float | None:
    return next((q.low for q in quantities if q.overlaps(patient)), None)
