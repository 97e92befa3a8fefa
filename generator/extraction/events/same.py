"""One happening told twice is one event; killings and arrests are told one group of people an event."""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.extraction.events.scene import Scene
from generator.model import BlockKind, Event, Participant, Quantity

_FAMILIES = ("killing_words", "capturing_words")
_DEFINITE = re.compile(
    r"(the|this|that|these|those|his|her|its|their|him|them|he|she|they|it|both|all)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"(his|her|its|their|him|them|he|she|they|it|both|all|who|whom)", re.IGNORECASE)
_MORE = re.compile(r"\b(other|others|another|second|third|remaining|additional|more|rest)\b", re.IGNORECASE)
_NOUNS = frozenset({"capture", "arrest", "detention", "death", "killing", "apprehension", "slaying", "murder"})
_NOBODY = re.compile(r"(no(?! (?:more|fewer|less) than)|none|neither|nobody|zero)\b", re.IGNORECASE)


def merge_repeats(scene: Scene, events: Sequence[Event], quantities: Sequence[Quantity]) -> tuple[Event, ...]:
    """The events without those that only tell of an earlier killing or arrest again.

    A death or an arrest is split by the groups of people that it meets, so that each has its own figure.
    """
    families = [_family(scene, e.predicate.lemma) for e in events]
    told_in_body = {f for e, f in zip(events, families, strict=True) if f and not _headline(scene, e)}
    kept: list[Event] = []
    earlier = {name: _Earlier(scene, quantities) for name in _FAMILIES}
    for event, family in zip(events, families, strict=True):
        if family is None:
            kept.append(event)
        elif not _empty(event) and not (_headline(scene, event) and family in told_in_body):
            fresh = [one for one in _split(event) if not earlier[family].tells(one)]
            kept += fresh
            earlier[family].add(fresh)
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


@dataclass(slots=True)
class _Occasions:
    """Of several happenings, when and where they were: by each date, the names of places, and if any has none."""

    places: dict[str, set[str]] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        """One more of them."""
        for when in (event.when or "", _EVER):
            self.places.setdefault(when, set()).update({p.text for p in event.place} or {_ANYWHERE})

    def may_be(self, event: Event) -> bool:
        """Whether nothing speaks against one of them being the event: another date, another place."""
        here = {p.text for p in event.place}
        there = [self.places[when] for when in ((event.when, "") if event.when else (_EVER,)) if when in self.places]
        return any(not here or _ANYWHERE in places or here & places for places in there)


_EVER, _ANYWHERE = "ever", ""  # No date is called so, and no place.


class _Earlier:
    """The happenings of one family that were told before, found by whom they met."""

    def __init__(self, scene: Scene, quantities: Sequence[Quantity]) -> None:
        self._persons = scene.lexicon.words["person_words"]
        self._ends, self._quantities = [q.end for q in quantities], quantities
        self._any = False
        self._by: dict[tuple[object, ...], _Occasions] = {}

    def add(self, events: Sequence[Event]) -> None:
        """These are told now."""
        self._any = self._any or bool(events)
        for event in events:
            for patient in event.patient:
                for key in self._keys(patient):
                    self._by.setdefault(key, _Occasions()).add(event)

    def tells(self, event: Event) -> bool:
        """Whether the event is one that was told before."""
        if not self._any:
            return False
        if not event.patient:
            return True
        patient = event.patient[0]
        if _MORE.search(patient.text):
            return False
        if _PRONOUN.fullmatch(patient.text):
            return True
        if patient.actor is not None and self._may_be(event, "actor", patient.actor):
            return True
        if _DEFINITE.match(patient.text):
            return self._met(event, _head(patient))
        return self._as_many(event, patient)

    def _met(self, event: Event, head: str) -> bool:
        """Whether "the suspect" can be someone told of before: by the same noun, or by one that fits most people."""
        return self._may_be(event, "head", head) or (head in self._persons and self._may_be(event, "anyone"))

    def _as_many(self, event: Event, patient: Participant) -> bool:
        """Whether a count of the same number can be of the same people: "two men" and "two insurgents".

        "A leader" and "one insurgent" are two: one is too common a number to tell anything.
        """
        number, head = self._number(patient), _head(patient)
        if number is None:
            return False
        people = number > 1 and head in self._persons and self._may_be(event, "people", number)
        return people or self._may_be(event, "count", number, head)

    def _may_be(self, event: Event, *key: object) -> bool:
        return key in self._by and self._by[key].may_be(event)

    def _keys(self, patient: Participant) -> Iterator[tuple[object, ...]]:
        number, head = self._number(patient), _head(patient)
        yield ("anyone",)
        yield "head", head
        if patient.actor is not None:
            yield "actor", patient.actor
        if number is not None:
            yield "count", number, head
            if head in self._persons:
                yield "people", number

    def _number(self, patient: Participant) -> int | float | None:
        at = bisect.bisect_right(self._ends, patient.start)
        near = self._quantities[at] if at < len(self._quantities) else None
        return near.low if near is not None and near.overlaps(patient) else None


def _head(patient: Participant) -> str:
    words = re.findall(r"[a-z]+", re.split(r"\bof\b", patient.text.lower())[0])
    return words[-1].removesuffix("s") if words else ""
