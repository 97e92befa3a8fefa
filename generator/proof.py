"""Proving facts: every word of evidence stands where it is said to stand, and every reference leads somewhere."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.edtf import valid
from generator.model import Claim, Event, Extent, Facts, Participant, Span
from generator.text import digest, slug


def claim_id(article_sha256: str, spans: Iterable[Span]) -> str:
    """The id of a claim: from the article's bytes and the claim's offsets alone, so that it outlives re-extraction.

    Returns:
        "c" and 12 hexadecimal digits.
    """
    places = ";".join(f"{s.start}-{s.end}" for s in spans)
    return "c" + digest(f"{article_sha256}:{places}")[:12]


def verify(facts: Facts) -> Iterator[str]:
    """Everything that is wrong with the facts, a sentence each: words, offsets, dates, ids and references."""
    yield from _false_spans(facts)
    yield from _false_extents(facts)
    yield from _false_dates(facts)
    yield from _false_claims(facts)
    yield from _false_actors(facts)


def _false_spans(facts: Facts) -> Iterator[str]:
    text = facts.article.text
    for place, span in _spans(facts):
        if not 0 <= span.start <= span.end <= len(text):
            yield f"{place}: {span.start}-{span.end} is out of range of the text ({len(text)} characters)"
        elif text[span.start : span.end] != span.text:
            stands = text[span.start : span.end]
            differ = _differ(span.text, stands)
            yield f"{place}: evidence {span.text!r} does not match the text, where {stands!r} stands{differ}"


def _differ(one: str, other: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f" (first difference at character {at}: {one[at : at + 12]!r}, not {other[at : at + 12]!r})"


def _spans(facts: Facts) -> Iterator[tuple[str, Span]]:
    for name in ("mentions", "dates", "quantities"):
        for number, item in enumerate(getattr(facts, name)):
            yield f"{name}[{number}]", item
    for claim in facts.claims:
        yield from ((f"claim {claim.id}", s) for s in _claim_spans(claim))
    for number, event in enumerate(facts.events):
        yield from ((f"events[{number}]", s) for s in (event.predicate, *_participants(event)))


def _claim_spans(claim: Claim) -> Iterator[Span]:
    yield from claim.spans
    yield from claim.speakers
    if claim.cue is not None:
        yield claim.cue


def _participants(event: Event) -> tuple[Participant, ...]:
    return (*event.agent, *event.patient, *event.recipient, *event.place)


def _false_extents(facts: Facts) -> Iterator[str]:
    size = len(facts.article.text)
    extents: list[tuple[str, Extent]] = [(f"claim {c.id}: sentence", c.sentence) for c in facts.claims]
    extents += [(f"article.blocks[{n}]", b) for n, b in enumerate(facts.article.blocks)]
    for place, extent in extents:
        if not 0 <= extent.start <= extent.end <= size:
            yield f"{place}: {extent.start}-{extent.end} is out of range of the text ({size} characters)"


def _false_dates(facts: Facts) -> Iterator[str]:
    dates: list[tuple[str, str | None]] = [("article.published", facts.article.published)]
    dates += [(f"dates[{n}]", told) for n, d in enumerate(facts.dates) for told in (d.edtf, d.anchor)]
    dates += [(f"claim {c.id}", told) for c in facts.claims for told in (c.said, c.when)]
    dates += [(f"events[{n}]", e.when) for n, e in enumerate(facts.events)]
    for place, told in dates:
        if told is not None and not valid(told):
            yield f"{place}: {told!r} is not an EDTF date of the calendar"


def _false_claims(facts: Facts) -> Iterator[str]:
    for identity, times in Counter(c.id for c in facts.claims).items():
        if times > 1:
            yield f"claim {identity}: stands {times} times in the file"
    for claim in facts.claims:
        if not claim.spans:
            yield f"claim {claim.id}: has no evidence: spans is empty"
        if claim.id != claim_id(facts.article.sha256, claim.spans):
            yield f"claim {claim.id}: its id does not follow from its article and spans"
        if any(not 0 <= i < len(facts.quantities) for i in claim.quantities):
            yield f"claim {claim.id}: quantities {list(claim.quantities)} point out of range"
    ids = {c.id for c in facts.claims}
    for number, event in enumerate(facts.events):
        if event.claim is not None and event.claim not in ids:
            yield f"events[{number}]: claim {event.claim!r} is not in the file"


def _false_actors(facts: Facts) -> Iterator[str]:
    known = {a.slug for a in facts.actors}
    for actor in facts.actors:
        if slug(actor.slug) != actor.slug:
            yield f"actor {actor.slug!r}: is not a slug"
        if actor.state is not None and not re.fullmatch("[A-Z]{2}", actor.state):
            yield f"actor {actor.slug!r}: state {actor.state!r} is not an ISO 3166-1 alpha-2 code"
    for place, named in _references(facts):
        if named is not None and named not in known:
            yield f"{place}: actor {named!r} is not in the file"


def _references(facts: Facts) -> Iterator[tuple[str, str | None]]:
    yield from ((f"mentions[{n}]", m.actor) for n, m in enumerate(facts.mentions))
    for claim in facts.claims:
        yield from ((f"claim {claim.id}", named) for named in (*claim.actors, *(s.actor for s in claim.speakers)))
    for number, event in enumerate(facts.events):
        yield from ((f"events[{number}]", p.actor) for p in _participants(event))
