"""Links between actors: what one did to the other, by the events; offices; and kinship that the words state.

That two actors are named together is no link; `generator.model.index` keeps that apart.
"""

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.model import Actor, ActorKind, Claim, Event, EventType, Facts, Factuality, Link, Mention, RoleHeld
from generator.resolution.dates import days
from generator.text import digest, fold

_LINKED = frozenset(
    {
        ActorKind.PERSON,
        ActorKind.ORGANIZATION,
        ActorKind.STATE,
        ActorKind.PLACE,
        ActorKind.PEOPLE,
        ActorKind.FACILITY,
    }
)
# What two agents do with each other, where no third is named.
_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
_NEGATIVE = frozenset({Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT})
_SURENESS = (
    Factuality.CERTAIN,
    Factuality.PROBABLE,
    Factuality.POSSIBLE,
    Factuality.UNDERSPECIFIED,
    Factuality.POSSIBLE_NOT,
    Factuality.PROBABLE_NOT,
    Factuality.CERTAIN_NOT,
)
# What is only possible, asked or wished is no relation yet.
_TOLD = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.PROBABLE_NOT, Factuality.CERTAIN_NOT})
_KIN = (
    r"(?:wife|husband|widow|widower|son|daughter|father|mother|brother|sister|uncle|aunt|nephew|niece|cousin|grandson|"
    r"granddaughter|grandfather|grandmother|stepson|stepdaughter|son-in-law|daughter-in-law|spouse|partner|fianc[eé]e?)"
)
_AGED = r"(?:\d{1,2}-year-old )?(?:eldest |elder |older |younger |youngest |only |late )?"
# The words between two names, what they say of the two, and whether the second is the first of the relation
# (the owner of what is owned).
_STATED = tuple(
    (kind, re.compile(pattern), turned)
    for kind, pattern, turned in (
        ("family", rf"'s (?:and \w+'s )?{_AGED}{_KIN},? ", False),
        ("family", rf", (?:the |a )?{_AGED}{_KIN} of (?:the )?(?:\w+ ){{0,3}}", False),
        ("family", r" (?:is |was |got )?married (?:to )?", False),
        ("membership", r"(?:,| is| was| became) (?:a|the \w+) (?:\w+ )?member (?:state )?of (?:the )?", False),
        ("membership", r" (?:has |had )?(?:formally )?(?:joined|joins|belongs to|belonged to) (?:the )?", False),
        ("membership", r"'s (?:membership (?:of|in)|accession to) (?:the )?", False),
        ("ownership", r" (?:now |fully |partly )?(?:owns|owned|has acquired|acquired|took over) (?:the )?", False),
        ("ownership", r"'s (?:\w+ )?subsidiary,? ", False),
        ("ownership", r"(?:,| is| was)?(?: which is)? (?:partly |fully |wholly )?owned by (?:the )?", True),
        ("ownership", r"(?:,| is) (?:a|the) (?:\w+ )?(?:subsidiary|unit|division) of (?:the )?", True),
    )
)
_FARTHEST = 60
_STATUS = ("../", "/..")


@dataclass(slots=True)
class _Tie:
    """A link in the making."""

    claims: dict[str, None] = field(default_factory=dict)
    factualities: list[Factuality] = field(default_factory=list)
    evidence: list[RoleHeld] = field(default_factory=list)


_Key = tuple[str, str, str, str | None, bool]


def find(facts: Sequence[Facts], actors: Sequence[Actor], roles: Sequence[RoleHeld] = ()) -> tuple[Link, ...]:
    """The links between actors, by source, target, type and time.

    One link gathers the claims that state one relation, in one direction, at one time, either as being so or
    as not being so; its factuality is the surest of theirs. Claims that give no time go with the dated
    ones, when those give one time only.
    """
    linked = {a.slug for a in actors if a.kind in _LINKED}
    ties: defaultdict[_Key, _Tie] = defaultdict(_Tie)
    for f in facts:
        claims = {c.id: c for c in f.claims}
        for event in f.events:
            for kind, source, target in _relations(event):
                if source in linked and target in linked:
                    _add(ties, kind, (source, target), claims.get(event.claim or ""), event)
        for kind, source, target, claim in _kinship(f):
            if source in linked and target in linked:
                _add(ties, kind, (source, target), claim, None)
    _offices(ties, actors, roles)
    made = (_link(key, tie) for key, tie in ties.items())
    return tuple(sorted(made, key=lambda x: (x.source, x.target, x.type, x.when or "", x.id)))


def _relations(event: Event) -> Iterator[tuple[str, str, str]]:
    """Who did what to whom, as far as actors are known; OTHER says nothing of a relation."""
    if event.type is EventType.OTHER:
        return
    agents = list(dict.fromkeys(p.actor for p in event.agent if p.actor))
    targets = list(dict.fromkeys(p.actor for p in (*event.patient, *event.recipient) if p.actor))
    for agent in agents:
        yield from ((event.type, agent, target) for target in targets if target != agent)
    if event.type in _MUTUAL and len(agents) > 1 and not targets:
        ordered = sorted(agents)
        yield from ((event.type, one, other) for i, one in enumerate(ordered) for other in ordered[i + 1 :])


def _add(
    ties: defaultdict[_Key, _Tie], kind: str, pair: tuple[str, str], claim: Claim | None, event: Event | None
) -> None:
    factuality = event.factuality if event else claim.factuality if claim else None
    if claim is None or factuality not in _TOLD:
        return
    # Not the claim's time: a sentence of today may name a war of years ago.
    when = event.when if event else None
    tie = ties[(kind, *pair, when, factuality in _NEGATIVE)]
    tie.claims[claim.id] = None
    tie.factualities.append(factuality)


def _kinship(facts: Facts) -> Iterator[tuple[str, str, str, Claim]]:
    """Relations that the words between two names state, where a claim holds both."""
    named = [m for m in facts.mentions if m.actor is not None]
    starts = [m.start for m in named]
    for claim in facts.claims:
        for span in claim.spans:
            inside = named[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]
            for one, other in pairwise(inside):
                told = _stated(facts, one, other)
                if told is not None:
                    yield (*told, claim)


def _stated(facts: Facts, one: Mention, other: Mention) -> tuple[str, str, str] | None:
    gap = facts.article.text[one.end : other.start].replace("’", "'")
    if one.actor is None or other.actor is None or one.actor == other.actor or not 0 < len(gap) <= _FARTHEST:
        return None
    for kind, pattern, turned in _STATED:
        if pattern.fullmatch(gap):
            return (kind, other.actor, one.actor) if turned else (kind, one.actor, other.actor)
    return None


def _offices(ties: defaultdict[_Key, _Tie], actors: Sequence[Actor], roles: Iterable[RoleHeld]) -> None:
    """Offices: from the person to the state whose office it is, and to an organization that the title names."""
    states = {a.state: a.slug for a in sorted(actors, key=lambda a: a.slug, reverse=True) if a.kind is ActorKind.STATE}
    bodies = {
        fold(name): a.slug
        for a in actors
        if a.kind is ActorKind.ORGANIZATION
        for name in (a.name, *a.aliases)
        if len(name) > 1
    }
    known = {a.slug: a for a in actors}
    for role in roles:
        holder = known.get(role.actor)
        if holder is None or holder.kind is not ActorKind.PERSON:
            continue
        for target in _held_in(role, states, bodies):
            if target != role.actor:
                tie = ties[("office", role.actor, target, _status(role), False)]
                tie.evidence.append(role)
                tie.factualities.append(Factuality.CERTAIN)


def _held_in(role: RoleHeld, states: Mapping[str | None, str], bodies: Mapping[str, str]) -> Iterator[str]:
    if role.state is not None and role.state in states:
        yield states[role.state]
    words = fold(role.title).split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            body = bodies.get(" ".join(words[start:end]).removesuffix("'s"))
            if body is not None:
                yield body
                return


def _link(key: _Key, tie: _Tie) -> Link:
    kind, source, target, when, negative = key
    surest = min(tie.factualities, key=_SURENESS.index)
    if negative:
        surest = max(tie.factualities, key=_SURENESS.index)
    evidence = tuple(sorted(tie.evidence, key=lambda r: (r.date or "~", r.article, r.evidence.start, r.title)))
    return Link(
        id="l" + digest("|".join((kind, source, target, when or "", str(negative))))[:12],
        type=kind,
        source=source,
        target=target,
        when=_span_of(evidence, when) if kind == "office" else when,
        factuality=surest,
        claims=tuple(tie.claims),
        evidence=evidence,
    )


def _status(role: RoleHeld) -> str | None:
    """Whether the office is over ("../") or began or begins at a day ("/.."); None where it was held on the day."""
    return next((s for s in _STATUS if role.date and (role.date.startswith(s) or role.date.endswith(s))), None)


def _span_of(roles: Sequence[RoleHeld], status: str | None) -> str | None:
    """The time that the evidence of an office spans: first to last; until a day after it, or since its start."""
    dated = sorted((r.date for r in roles if r.date and days(r.date)), key=lambda d: days(d) or (0, 0))
    if not dated or status is not None:
        return dated[0] if dated else None
    return dated[0] if dated[0] == dated[-1] else f"{dated[0]}/{dated[-1]}"
