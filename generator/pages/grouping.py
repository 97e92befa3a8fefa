"""Claims in the order in which an actor's page shows them: those that say the same together, under their topics."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Claim
from generator.pages.sheet import Name, Sheet, Statement
from generator.text import squash

# Of what is said of an actor, and on a broadcaster, no more is shown than can be read; the register has all.
MOST_OF = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims that say the same: the first in full, the others by their words."""

    lead: Statement
    also: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Claims under a topic; None for those without one."""

    topic: Name | None
    groups: tuple[Group, ...]


def groups(claims: Iterable[Claim], sheet: Sheet) -> tuple[Group, ...]:
    """The claims, those of one finding together, newest first; within a finding shown words come first."""
    index = sheet.desk.index
    found: dict[str, list[Claim]] = {}
    for claim in filter(sheet.desk.tells, claims):
        found.setdefault(index.finding_of.get(claim.id, claim.id), []).append(claim)
    told = []
    for same in found.values():
        ordered = sorted(same, key=lambda c: sheet.desk.excerpt(c).words is None)
        once = list({squash(c.text): c for c in reversed(ordered)}.values())[::-1]
        told.append(Group(lead=sheet.statement(once[0]), also=sheet.statements(once[1:])))
    return tuple(sorted(told, key=lambda g: g.lead.order, reverse=True))


def leading(claims: Iterable[Claim], sheet: Sheet) -> tuple[list[Claim], int]:
    """The claims of the findings that most is told of, and how many findings are left."""
    index = sheet.desk.index
    found: dict[str, list[Claim]] = {}
    for claim in filter(sheet.desk.tells, claims):
        found.setdefault(index.finding_of.get(claim.id, claim.id), []).append(claim)

    def rank(same: list[Claim]) -> tuple[bool, int]:
        return all(sheet.desk.excerpt(c).words is None for c in same), -len({index.publisher(c.article) for c in same})

    kept = sorted(found.values(), key=rank)
    return [c for same in kept[:MOST_OF] for c in same], max(0, len(kept) - MOST_OF)


def by_topic(claims: Iterable[Claim], sheet: Sheet) -> tuple[Section, ...]:
    """The claims by the first topic of each, the topic of most claims first."""
    index = sheet.desk.index
    known: dict[str | None, list[Claim]] = {}
    for claim in claims:
        topic = next((t for t in claim.topics if t in index.topics), None)
        known.setdefault(topic, []).append(claim)
    ordered = sorted(known, key=lambda t: (t is None, -len(known[t]), t or ""))
    return tuple(
        Section(topic=next(iter(sheet.topics([t] if t else [])), None), groups=groups(known[t], sheet)) for t in ordered
    )
