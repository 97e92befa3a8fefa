"""What an actor did and what was done to it, by date: each happening once, with all reports of it as its evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Event
from generator.model import Happening as Gathered
from generator.pages import words
from generator.pages.days import in_words, sort_key
from generator.pages.sheet import Citation, Day, Happening, Name, Sheet

_MOST_SPEAKERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A happening that the actor takes part in.

    Attributes:
        happening: As the report tells it that tells most; `when` is its day as all reports together give it.
        stance: How sure, from the least to the most sure report.
        speakers: Who say so, the first few; none where the first report is in its publisher's own voice.
        publisher: Of the first report; `publishers` is how many report it.
        reported: When it was first said or reported, in words.
        differs: Whether the reports give days that cannot both be.
    """

    happening: Happening
    when: Day | None
    stance: tuple[str, str]
    speakers: tuple[Name, ...]
    publisher: str
    publishers: int
    reported: str | None
    differs: bool
    citations: tuple[Citation, ...]


def deeds(events: Iterable[Event], sheet: Sheet, most: int) -> tuple[Deed, ...]:
    """The events by date, the newest first, those of one happening as one; one that no claim carries is left out."""
    index = sheet.desk.index
    same: dict[tuple[str, str], tuple[Gathered | None, list[Event]]] = {}
    for event in events:
        if event.claim is None:
            continue
        gathered = _gathered(event, sheet)
        # What no happening holds is told once in a finding, and once for each sort of event.
        key = ("", gathered.id) if gathered else (event.type.value, index.finding_of.get(event.claim, event.claim))
        same.setdefault(key, (gathered, []))[1].append(event)
    found = [_deed(gathered, told, sheet) for gathered, told in same.values()]
    dated = sorted(found, key=lambda pair: pair[0], reverse=True)
    return tuple(deed for _, deed in dated[:most])


def _gathered(event: Event, sheet: Sheet) -> Gathered | None:
    """The happening that the event tells of: of those of its claim, the one of its sort and with all its parties."""
    agents, targets = _slugs(event, "agent"), _slugs(event, "patient", "recipient")
    for gathered in sheet.desk.index.happenings_in.get(event.claim or "", ()):
        alike = event.type is gathered.type or event.predicate.lemma == gathered.lemma
        if alike and agents <= set(gathered.agents) and targets <= set(gathered.targets):
            return gathered
    return None


def _slugs(event: Event, *parts: str) -> set[str]:
    return {p.actor for part in parts for p in getattr(event, part) if p.actor}


def _deed(gathered: Gathered | None, events: list[Event], sheet: Sheet) -> tuple[str, Deed]:
    """The event told best (with its words shown, and the most participants), and its date for ordering."""
    index = sheet.desk.index
    fullest = max(events, key=lambda e: (sheet.desk.shown[e.article].holds(e.predicate), _size(e)))
    claim = sheet.desk.claim(fullest.claim or "")
    ids = dict.fromkeys([claim.id, *(e.claim for e in events if e.claim), *(gathered.claims if gathered else ())])
    claims = [index.claims[i] for i in ids if i in index.claims]
    told = sheet.statement(claim)
    happening = sheet.happening(fullest)
    when = gathered.when if gathered else fullest.when
    speakers = {n.text: n for c in claims for n in sheet.statement(c).speakers} if told.speakers else {}
    days = [d for c in claims if (d := c.said or sheet.desk.article(c.article).published)]
    first = min(days, key=sort_key, default=None)
    return sort_key(when or claim.when) or told.order, Deed(
        happening=happening,
        when=sheet.dated(when, claims) if when else None,
        stance=words.sure(gathered.factuality) if gathered else happening.stance,
        speakers=tuple(speakers.values())[:_MOST_SPEAKERS],
        publisher=told.publisher,
        publishers=len({index.publisher(c.article) for c in claims}),
        reported=in_words(first) if first else None,
        differs=gathered is not None and gathered.uncertain and "/" in (gathered.when or ""),
        citations=sheet.cite_all(list(ids)),
    )


def _size(event: Event) -> int:
    return sum(bool(p) for p in (event.agent, event.patient, event.recipient, event.place, event.when))
