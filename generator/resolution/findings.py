"""Claims that say the same thing, gathered into findings.

Claims are taken in the order of time (day of the report, article, place in it); each joins the finding
that it is most like, or founds one. So what was found before does not change when later articles come
in. A finding's id is its founder's; where it was found before, it keeps the id that it had, whoever is its
founder now. How alike two claims are is `likeness.compare`'s.
"""

import bisect
import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Actor, Curation, Facts, Factuality, Finding
from generator.model.changes import NOTHING_KNOWN, KnownIds
from generator.resolution import standing
from generator.resolution.contents import UNDATED, Content, contents
from generator.resolution.likeness import WINDOW, compare, same
from generator.resolution.origins import Sources
from generator.resolution.words import concepts, rarity, worth

# Of a claim's weight, the part whose rarest words are looked up; two claims that share none of those are not alike.
_LOOKED_UP = 0.75
_LEAST_KEYS = 6
# Words rarer than this are looked up as they are; others only together with an actor.
_RARE = 4.5
_MOST_RECENT = 300
_MOST_COMPARED = 40
# Claims that share less than this part of the lighter one's words are not worth comparing.
_LEAST_SHARED = 0.2
# A claim joins a finding only if it is on average this much like the better half of its members.
_ON_AVERAGE = 0.45
_MEMBERS_COMPARED = 6
# A member as like as this need not be bettered: it says the same in the same words.
_NO_LIKER = 1.0
_LEAST_TERMS = 2


@dataclass(slots=True)
class _Group:
    """A finding in the making; the first member is its founder."""

    members: list[Content] = field(default_factory=list)


def find(
    facts: Sequence[Facts],
    actors: Sequence[Actor],
    copies: Sequence[Sequence[str]] = (),
    curation: Curation | None = None,
    known: KnownIds = NOTHING_KNOWN,
) -> tuple[Finding, ...]:
    """The findings of all the claims, heaviest first.

    Args:
        facts: With the dossier's slugs and topics.
        actors: The dossier's.
        copies: Groups of article ids that hold one text (`copies.find`).
        curation: For the names of publishers, and for claims that people rejected: those are left out.
        known: The ids of what was found before.
    """
    curated = curation or Curation()
    rejected = curated.rejected()
    ordered = sorted(
        (c for c in contents(facts, actors) if c.claim.id not in rejected and _worth(c)), key=lambda c: c.order
    )
    groups = _grouped(ordered)
    sources = Sources.of(facts, actors, copies, curated)
    scale = standing.scale_of(facts, actors)
    made = [standing.finding_of(g.members, sources, scale, known) for g in groups]
    return tuple(sorted(made, key=lambda f: (-f.weight, f.id)))


def _worth(content: Content) -> bool:
    """Whether a claim can carry a finding: it says something (two words that tell) of someone, or with a figure.

    What nobody in particular asks or wishes for ("those who seek aid") tells nothing of anybody.
    """
    if content.claim.factuality is Factuality.UNDERSPECIFIED and _by_nobody_known(content):
        return False
    told = content.acting or content.places or content.claim.speakers or content.amounts or len(content.terms) > 3
    return len(content.terms) >= _LEAST_TERMS and bool(told)


def _by_nobody_known(content: Content) -> bool:
    """Whether those who say it are not named at all ("who"), or, where it is told in a word or two, are no actors."""
    speakers = content.claim.speakers
    terse = len(content.terms) <= _LEAST_TERMS
    return bool(speakers) and not any(s.actor or (not terse and concepts(s.text)) for s in speakers)


def _grouped(ordered: Iterable[Content]) -> list[_Group]:
    groups: list[_Group] = []
    home: dict[str, _Group] = {}
    lookup = _Lookup()
    for content in ordered:
        keys = _keys(content)
        group = _best(content, lookup.likely(content, keys), home)
        if group is None:
            group = _Group()
            groups.append(group)
        group.members.append(content)
        home[content.claim.id] = group
        lookup.add(content, keys)
    return groups


def _keys(content: Content) -> dict[str, tuple[str, ...]]:
    """What a claim is looked up by: its rarest words, each alone, or, if common, together with each actor."""
    left = content.weight * _LOOKED_UP
    about = tuple(sorted(content.acting | content.places | content.speakers)) or ("",)
    keys: dict[str, tuple[str, ...]] = {}
    for term in sorted(content.terms, key=lambda t: (-rarity(t), t)):
        if left <= 0 and len(keys) >= _LEAST_KEYS:
            break
        left -= rarity(term)
        keys[term] = ("*",) if rarity(term) >= _RARE else about
    return keys


class _Lookup:
    """The claims so far, in the order of time, by their keys; of a key that many share, the latest ones."""

    def __init__(self) -> None:
        self._claims: list[Content] = []
        self._days: list[int] = []
        self._least: list[float] = []
        self._held: defaultdict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, content: Content, keys: Mapping[str, Iterable[str]]) -> None:
        """Hold a claim under its keys; it is no earlier than those before it."""
        for term, about in keys.items():
            for who in about:
                self._held[term, who].append(len(self._claims))
        self._claims.append(content)
        self._days.append(content.day)
        self._least.append(100 * _LEAST_SHARED * content.weight)

    def likely(self, content: Content, keys: Mapping[str, tuple[str, ...]]) -> list[Content]:
        """The earlier claims most worth comparing: of the last weeks, those that share most of what is looked up."""
        first = bisect.bisect_left(self._days, content.day - WINDOW) if content.day != UNDATED else 0
        least, theirs = 100 * _LEAST_SHARED * content.weight, self._least
        likely = [
            (-weight, number)
            for number, weight in self._shared(keys, first).items()
            if weight >= least or weight >= theirs[number]
        ]
        return [self._claims[number] for _, number in heapq.nsmallest(_MOST_COMPARED, likely)]

    def _shared(self, keys: Mapping[str, tuple[str, ...]], first: int) -> Mapping[int, int]:
        """The claims from `first` on that are held under any of the keys, to the worth of the terms they share."""
        shared: defaultdict[int, int] = defaultdict(int)
        for term, about in keys.items():
            more = worth(term)
            held = [
                found[bisect.bisect_left(found, first, max(0, len(found) - _MOST_RECENT)) :]
                for who in about
                if (found := self._held.get((term, who)))
            ]
            for number in held[0] if len(held) == 1 else set().union(*held):
                shared[number] += more
        return shared


def _best(content: Content, candidates: Iterable[Content], home: dict[str, _Group]) -> _Group | None:
    """The group with the member that the claim is most like, if it is like its members altogether."""
    scored = []
    told: dict[str, float] = {}
    for other in candidates:
        score = told[other.claim.id] = compare(content, other)
        if score >= _NO_LIKER and _fits(content, home[other.claim.id], told):
            return home[other.claim.id]
        if same(score):
            scored.append((score, other))
    refused: set[int] = set()
    for _, other in sorted(scored, key=lambda pair: (-pair[0], pair[1].order)):
        group = home[other.claim.id]
        if id(group) not in refused and _fits(content, group, told):
            return group
        refused.add(id(group))
    return None


def _fits(content: Content, group: _Group, told: Mapping[str, float]) -> bool:
    """Whether the claim may be of the group: not ruled out by its founder, and like the better half of the others.

    `told` is what comparing told already, by the other claim's id.
    """
    members = [group.members[0], *group.members[1:][-(_MEMBERS_COMPARED - 1) :]]
    scores = [told[m.claim.id] if m.claim.id in told else compare(content, m) for m in members]
    better = sorted(scores, reverse=True)[: (len(scores) + 1) // 2]
    return scores[0] > 0 and sum(better) / len(better) >= _ON_AVERAGE
