"""Events of several articles that are one happening, gathered: who did what to whom, where, and when at the narrowest.

Events are one happening where their claims are of one finding (what says the same is decided there), the same is
done, and who does it and whom it befalls may be the same. What no other claim tells stands alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Claim, Event, EventType, Facts, Factuality, Finding, Grain, Happening, Participant, Standing
from generator.model.changes import NOTHING_KNOWN, KnownIds
from generator.resolution.dates import days, first_day, may_agree
from generator.resolution.deeds import act_of
from generator.resolution.words import listed
from generator.text import digest

COMMITMENT = (
    Factuality.CERTAIN_NOT,
    Factuality.PROBABLE_NOT,
    Factuality.POSSIBLE_NOT,
    Factuality.UNDERSPECIFIED,
    Factuality.POSSIBLE,
    Factuality.PROBABLE,
    Factuality.CERTAIN,
)
_GRAINS = ((1, Grain.DAY), (7, Grain.WEEK), (31, Grain.MONTH), (92, Grain.QUARTER), (366, Grain.YEAR))
_DOUBT = frozenset("?~%")


@dataclass(frozen=True, slots=True)
class _Told:
    """One event as a claim of an article tells it.

    `when` is the event's own time; that of the claim only where the claim carries no other event, for a sentence of
    today may name a war of years ago.
    """

    event: Event
    claim: Claim
    published: str | None
    when: str | None
    act: str | None
    agents: frozenset[str]
    targets: frozenset[str]


@dataclass(slots=True)
class _Group:
    finding: str | None
    members: list[_Told] = field(default_factory=list)

    def takes(self, told: _Told) -> bool:
        """Whether the event may be the one that all of the group tell."""
        return all(
            m.act == told.act
            and _may_be_one(m.agents, told.agents)
            and _may_be_one(m.targets, told.targets)
            and (m.claim is not told.claim or m.event.predicate.start == told.event.predicate.start)
            for m in self.members
        )


def gather(
    facts: Sequence[Facts], findings: Iterable[Finding], known: KnownIds = NOTHING_KNOWN
) -> tuple[Happening, ...]:
    """The happenings, by their time and then by the first report.

    Args:
        facts: With the dossier's slugs.
        findings: What the claims of these facts say together.
        known: The ids of what was gathered before.
    """
    home = {claim: f.id for f in findings for claim in f.claims}
    ordered = sorted(_told(facts), key=lambda t: (first_day(t.published) or 10**9, t.claim.article, _place(t)))
    groups: dict[str, list[_Group]] = {}
    made: list[_Group] = []
    for told in ordered:
        finding = home.get(told.claim.id)
        beside = groups.setdefault(finding or told.claim.id, [])
        group = next((g for g in beside if g.takes(told)), None)
        if group is None:
            group = _Group(finding)
            beside.append(group)
            made.append(group)
        group.members.append(told)
    by_article = sorted(facts, key=lambda f: f.article.id)
    place = {c.id: n for n, c in enumerate(c for f in by_article for c in f.claims)}
    found = (_happening(g, place, known) for g in made)
    return tuple(sorted(found, key=lambda h: (first_day(h.when) or 10**9, first_day(h.reported) or 10**9, h.id)))


def _place(told: _Told) -> int:
    return told.event.predicate.start


def _told(facts: Iterable[Facts]) -> Iterator[_Told]:
    """The events that say what happened to somebody: of a type that has one, or such as news counts."""
    for f in facts:
        claims = {c.id: c for c in f.claims}
        carried = Counter(e.claim for e in f.events)
        for event in f.events:
            claim, act = claims.get(event.claim or ""), act_of(event)
            told = event.type is not EventType.OTHER or act in listed("counted") or act in listed("passing")
            if claim is not None and told and (event.agent or event.patient or event.recipient):
                yield _Told(
                    event=event,
                    claim=claim,
                    published=f.article.published,
                    when=event.when or (claim.when if carried[claim.id] == 1 else None),
                    act=act,
                    agents=_slugs(event.agent),
                    targets=_slugs((*event.patient, *event.recipient)),
                )


def _slugs(participants: Iterable[Participant]) -> frozenset[str]:
    return frozenset(p.actor for p in participants if p.actor)


def _may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _happening(group: _Group, place: Mapping[str, int], known: KnownIds) -> Happening:
    first, members = group.members[0], group.members
    when, uncertain = _when([m.when for m in members])
    sureness = sorted(COMMITMENT.index(m.event.factuality) for m in members)
    reports = sorted((m.published for m in members if days(m.published)), key=lambda d: (days(d) or (0, 0), d))
    identity, also = known.choose([_id(m) for m in members])
    return Happening(
        id=identity,
        type=Counter(m.event.type for m in members).most_common(1)[0][0],
        lemma=first.event.predicate.lemma,
        agents=_most_named(m.event.agent for m in members),
        targets=_most_named((*m.event.patient, *m.event.recipient) for m in members),
        places=_most_named(m.event.place for m in members),
        when=when,
        grain=_grain(when),
        uncertain=uncertain,
        reported=reports[0] if reports else None,
        factuality=Standing(least=COMMITMENT[sureness[0]], most=COMMITMENT[sureness[-1]]),
        claims=tuple(sorted({m.claim.id for m in members}, key=lambda c: place[c])),
        finding=group.finding,
        also=also,
    )


def _id(told: _Told) -> str:
    """The id of a happening that this event is the first to tell of."""
    return "h" + digest(f"{told.claim.id}|{_place(told)}")[:12]


def _most_named(told: Iterable[Iterable[Participant]]) -> tuple[str, ...]:
    counts = Counter(slug for participants in told for slug in _slugs(participants))
    return tuple(sorted(counts, key=lambda s: (-counts[s], s)))


def _when(dates: Iterable[str | None]) -> tuple[str | None, bool]:
    """The narrowest of the dates, if all allow it; else the interval over all of them; and whether that is in doubt."""
    known = sorted({d for d in dates if d is not None and days(d)}, key=lambda d: (_length(d), d))
    if not known:
        return None, False
    if all(may_agree(known[0], d) for d in known[1:]):
        return known[0], bool(_DOUBT & set("".join(known)))
    starts = min(known, key=lambda d: (days(d) or (0, 0))[0]).partition("/")[0]
    ends = max(known, key=lambda d: (days(d) or (0, 0))[1]).rpartition("/")[2]
    return f"{starts.partition('T')[0]}/{ends.partition('T')[0]}", True


def _length(edtf: str | None) -> int:
    found = days(edtf) or (0, 0)
    return found[1] - found[0] + 1


def _grain(when: str | None) -> Grain | None:
    if when is None or when.startswith(("..", "/")) or when.endswith(("..", "/")):
        return None
    if "T" in when:
        return Grain.TIME
    return next((grain for most, grain in _GRAINS if _length(when) <= most), Grain.DECADE)
