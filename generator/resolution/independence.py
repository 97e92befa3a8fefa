"""Which origins of a finding do not depend on each other, so that one may be said to confirm another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Claim, Origin
from generator.resolution.origins import UNNAMED, Sources

_Places = frozenset[int]


def independent(origins: Iterable[Origin], claims: Sequence[Claim]) -> int:
    """The number of origins that do not depend on each other; `claims` are those of the finding.

    One speaker on two days is one. So are those who say it in one breath: two states in one clause, or a
    claim that stands within another's, are read in one sentence of one article. Nobody in particular
    ("they say") adds to nobody; alone, it is one.
    """
    if len(claims) == 1:
        return int(any(True for _ in origins))
    held = _held(origins, _places(claims))
    return len({places for places in held.values() if not any(other < places for other in held.values())})


def confirmed(origins: Iterable[Origin], claims: Sequence[Claim], sources: Sources) -> bool:
    """Whether two origins say it by themselves: others speak, of other sides, elsewhere, for other publishers.

    Who speaks must be known: an actor, or a newsroom in its own voice; "officials" confirm nothing.
    """
    places = _places(claims)
    known = [o for o in origins if o.speaker is None or o.speaker in sources.actors]
    held = list(_held(known, places).items())
    publishers = _publishers(known, claims, sources)
    return any(
        not mine & theirs and _of_two_sides(one, other, sources) and len(publishers[one] | publishers[other]) > 1
        for number, (one, mine) in enumerate(held)
        for other, theirs in held[number + 1 :]
    )


def _key(origin: Origin) -> str:
    return origin.speaker or f"newsroom:{origin.via}"


def _held(origins: Iterable[Origin], places: Mapping[str, int]) -> dict[str, _Places]:
    """Each speaker or newsroom to the places of its claims; those that nobody in particular says left out."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for origin in origins:
        found[_key(origin)] |= {places[c] for c in origin.claims if c in places}
    named = {key: frozenset(held) for key, held in found.items() if key != UNNAMED}
    return named or {key: frozenset(held) for key, held in found.items()}


def _publishers(origins: Iterable[Origin], claims: Iterable[Claim], sources: Sources) -> dict[str, frozenset[str]]:
    by_claim = {c.id: sources.publisher(c.article) for c in claims}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for origin in origins:
        found[_key(origin)] |= {by_claim[c] for c in origin.claims if c in by_claim}
    return {key: frozenset(held) for key, held in found.items()}


def _of_two_sides(one: str, other: str, sources: Sources) -> bool:
    states = [sources.actors[key].state if key in sources.actors else None for key in (one, other)]
    return None in states or states[0] != states[1]


def _places(claims: Sequence[Claim]) -> dict[str, int]:
    """Claim id to the number of its place: claims whose sentences share words of one article stand in one."""
    found: dict[str, int] = {}
    number, article, end = -1, "", 0
    for claim in sorted(claims, key=lambda c: (c.article, c.sentence.start, c.sentence.end, c.id)):
        if claim.article != article or claim.sentence.start >= end:
            number, article, end = number + 1, claim.article, claim.sentence.end
        found[claim.id] = number
        end = max(end, claim.sentence.end)
    return found
