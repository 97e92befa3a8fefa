"""Claims that say the same thing, gathered into findings.

Claims are taken in the order of time (day of the report, article, place in it); each joins the finding
that it is most like, or founds one. So what was found before does not change when later articles come
in, and a finding's id, which is its founder's, stays. How alike two claims are is `likeness.compare`'s.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.model import Actor, Curation, Facts, Finding
from generator.resolution import standing
from generator.resolution.contents import Content, contents
from generator.resolution.likeness import WINDOW, compare, days_between, same
from generator.resolution.origins import Sources
from generator.resolution.words import rarity

# Of a claim's weight, the part whose rarest words are looked up; two claims that share none of those are not alike.
_LOOKED_UP = 0.75
# Words rarer than this are looked up as they are; others only together with an actor.
_RARE = 4.5
_MOST_RECENT = 300
_MOST_COMPARED = 40
# A claim joins a finding only if it is on average this much like its members.
_ON_AVERAGE = 0.38
_MEMBERS_COMPARED = 6
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
) -> tuple[Finding, ...]:
    """The findings of all the claims, heaviest first.

    Args:
        facts: With the dossier's slugs and topics.
        actors: The dossier's.
        copies: Groups of article ids that hold one text (`copies.find`).
        curation: For the names of publishers, and for claims that people rejected: those are left out.
    """
    curated = curation or Curation()
    rejected = curated.rejected()
    ordered = sorted(
        (c for c in contents(facts, actors) if c.claim.id not in rejected and _worth(c)), key=lambda c: c.order
    )
    groups = _grouped(ordered)
    sources = Sources.of((f.article for f in facts), actors, copies, curated)
    scale = standing.scale_of(facts, actors)
    made = [standing.finding_of(g.members, sources, scale) for g in groups]
    return tuple(sorted(made, key=lambda f: (-f.weight, f.id)))


def _worth(content: Content) -> bool:
    """Whether a claim can carry a finding: it says something (two words that tell) of someone, or with a figure."""
    told = content.acting or content.places or content.speakers or content.amounts or len(content.terms) > 3
    return len(content.terms) >= _LEAST_TERMS and bool(told)


def _grouped(ordered: Iterable[Content]) -> list[_Group]:
    groups: list[_Group] = []
    home: dict[str, _Group] = {}
    lookup: defaultdict[tuple[str, str], deque[Content]] = defaultdict(lambda: deque(maxlen=_MOST_RECENT))
    for content in ordered:
        keys = list(_keys(content))
        group = _best(content, _candidates(content, keys, lookup), home)
        if group is None:
            group = _Group()
            groups.append(group)
        group.members.append(content)
        home[content.claim.id] = group
        for key in keys:
            lookup[key].append(content)
    return groups


def _keys(content: Content) -> Iterator[tuple[str, str]]:
    """What a claim is looked up by: its rarest words, the common ones among them with an actor."""
    left = content.weight * _LOOKED_UP
    about = sorted(content.acting | content.places | content.speakers) or [""]
    for term in sorted(content.terms, key=lambda t: (-rarity(t), t)):
        if left <= 0:
            return
        left -= rarity(term)
        if rarity(term) >= _RARE:
            yield term, "*"
        else:
            yield from ((term, actor) for actor in about)


def _candidates(
    content: Content, keys: Iterable[tuple[str, str]], lookup: dict[tuple[str, str], deque[Content]]
) -> list[Content]:
    """The earlier claims most worth comparing: those that share most of what is looked up."""
    shared: Counter[str] = Counter()
    known: dict[str, Content] = {}
    counted: set[tuple[str, str]] = set()
    for term, about in keys:
        for other in lookup.get((term, about), ()):
            identity = other.claim.id
            if days_between(content, other) <= WINDOW and (term, identity) not in counted:
                counted.add((term, identity))
                shared[identity] += round(100 * rarity(term))
                known[identity] = other
    ranked = sorted(shared, key=lambda identity: (-shared[identity], known[identity].order))
    return [known[identity] for identity in ranked[:_MOST_COMPARED]]


def _best(content: Content, candidates: Iterable[Content], home: dict[str, _Group]) -> _Group | None:
    """The group with the member that the claim is most like, if it is like its members altogether."""
    scored = [(compare(content, other), other) for other in candidates]
    scored.sort(key=lambda pair: (-pair[0], pair[1].order))
    refused: set[int] = set()
    for score, other in scored:
        if not same(score):
            return None
        group = home[other.claim.id]
        if id(group) in refused:
            continue
        if _fits(content, group):
            return group
        refused.add(id(group))
    return None


def _fits(content: Content, group: _Group) -> bool:
    members = [group.members[0], *group.members[1:][-(_MEMBERS_COMPARED - 1) :]]
    scores = [compare(content, m) for m in members]
    return scores[0] > 0 and sum(scores) / len(scores) >= _ON_AVERAGE
