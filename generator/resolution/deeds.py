"""What is done in a claim's events, who does it to whom, and what is counted: as concepts that compare."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Claim, Event, Facts, Participant, Quantity
from generator.resolution.words import concept, concepts, listed, plainly
from generator.text import fold

# Who speaks, where that is no known actor: may be any of those that are known.
UNRESOLVED = "?"

Amounts = Mapping[str, tuple[float | None, float | None]]
_ARTICLE = re.compile(r"an? ", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (\w+)", re.IGNORECASE
)
_FURTHER = re.compile(r"\b(?:more(?! than)|others?|another|additional|further)\b", re.IGNORECASE)


def act_of(event: Event) -> str | None:
    """The concept of what is done in the event."""
    return concept(fold(event.predicate.lemma))


def toward(events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Pairs of who does something and to whom, by slugs."""
    for event in events:
        if event.predicate.lemma in plainly("converse"):
            continue
        targets = [p.actor for p in (*event.patient, *event.recipient) if p.actor]
        for agent in event.agent:
            yield from ((agent.actor, t) for t in targets if agent.actor and agent.actor != t)


def exchanges(events: Iterable[Event]) -> Iterator[tuple[str, str, str]]:
    """Triples of what is done, who does it and to whom."""
    for event in events:
        did = act_of(event)
        if did:
            yield from ((did, agent, target) for agent, target in toward([event]))


def deeds(events: Iterable[Event]) -> dict[str, frozenset[str]]:
    """The concept of each predicate to its agents; where they are not all known, it does not tell who did it."""
    found: dict[str, frozenset[str]] = {}
    for event in events:
        did = None if event.predicate.lemma in plainly("converse") else act_of(event)
        agents = frozenset(p.actor for p in event.agent if p.actor)
        if did and event.agent and len(agents) == len({p.start for p in event.agent}):
            found[did] = found.get(did, frozenset()) | agents
    return found


def doers(events: Iterable[Event], claim: Claim) -> dict[str, frozenset[str]]:
    """The concept of each predicate to who does it: a slug, else words ("=dockers"), or "?" for a speaker unresolved.

    What is not told is left out.
    """
    speakers = [s.actor or UNRESOLVED for s in claim.speakers]
    found: dict[str, frozenset[str]] = {}
    for event in events:
        did = None if event.predicate.lemma in plainly("converse") else act_of(event)
        if did:
            found[did] = found.get(did, frozenset()).union(*(_who(p, speakers) for p in event.agent))
    return {did: who for did, who in found.items() if who}


def _who(agent: Participant, speakers: Sequence[str]) -> Iterable[str]:
    if agent.actor:
        return (agent.actor,)
    # A claim's "it" is mostly who makes the claim.
    return [f"={word}" for word in concepts(agent.text)] or speakers


def amounts(
    claim: Claim, facts: Facts, events: Sequence[Event], terms: frozenset[str]
) -> dict[str, tuple[float | None, float | None]]:
    """What the claim counts: by what is done to them for people killed, arrested ..., else by the unit."""
    found: dict[str, tuple[float | None, float | None]] = {}
    for index in claim.quantities:
        quantity = facts.quantities[index]
        named = (quantity.low, quantity.high) != (None, None) and not _ARTICLE.match(quantity.text)
        unit = _done_to(quantity, events) or _befell(quantity, terms) or _counted(quantity)
        if named and unit:
            found.setdefault(unit, (quantity.low, quantity.high))
    return found


def _counted(quantity: Quantity) -> str:
    """What is counted, as concepts; signs ("%", "USD") as they are."""
    told = quantity.unit or quantity.of or ""
    return " ".join(sorted(concepts(told))) or fold(told)


def _befell(quantity: Quantity, terms: frozenset[str]) -> str | None:
    """What befell the people counted, where the claim says one such thing: "fifteen are dead", "a death toll of 15"."""
    befell, counted = sorted(terms & listed("counted")), _counted(quantity)
    people = bool(listed("humans") & set(concepts(counted))) or (not counted and "toll" in terms)
    return befell[0] if len(befell) == 1 and people else None


def _done_to(quantity: Quantity, events: Sequence[Event]) -> str | None:
    for event in events:
        did = act_of(event)
        if did in listed("counted") and any(p.contains(quantity) for p in (*event.patient, *event.agent)):
            return did
    return None


def counts_further(claim: Claim, facts: Facts) -> bool:
    """Whether what the claim counts first comes on top of what was counted before: "three more bodies"."""
    first = next((facts.quantities[i] for i in claim.quantities), None)
    return first is not None and bool(_FURTHER.search(first.text))


def befallen(events: Iterable[Event]) -> dict[str, frozenset[str]]:
    """What is done to people whom news counts, to the slugs of those whom the events name for it."""
    found: dict[str, frozenset[str]] = {}
    for event in events:
        did = act_of(event)
        if did in listed("counted"):
            named = frozenset(p.actor for p in event.patient if p.actor)
            found[did] = found.get(did, frozenset()) | named
    return found


def numbered(claim: Claim) -> dict[str, str]:
    """What the claim gives a number in a row ("a third round"), each with that number."""
    return {fold(told[2]): fold(told[1]) for span in claim.spans for told in _ORDINAL.finditer(span.text)}
