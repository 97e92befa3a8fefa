"""How much of the gold is found, and what is turned round: pure, from annotations and facts."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

from generator.model import Claim, Event, Facts, MentionForm
from tests.gold.annotation import GoldText, Happened, Range, SaidClaim

_Gold = TypeVar("_Gold")
_Found = TypeVar("_Found")
_WORD = re.compile(r"\w+")
_HEDGED = frozenset({"Uu", "PS+", "PS-", "PR+", "PR-"})
_ROLES = ("agent", "patient", "recipient")


@dataclass(slots=True)
class Tally:
    """Counts of one measure: what was right, found and wanted."""

    right: float = 0
    found: float = 0
    wanted: float = 0

    def add(self, right: float, found: float, wanted: float) -> None:
        """Count on."""
        self.right += right
        self.found += found
        self.wanted += wanted

    @property
    def f1(self) -> float:
        """Percent; 100 where there was nothing to find and nothing was found."""
        total = self.found + self.wanted
        return 100.0 if not total else 200 * self.right / total


@dataclass(slots=True)
class Score:
    """All measures, and every miss in words."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)

    def add(self, measure: str, right: float, found: float, wanted: float) -> None:
        """Count on in a measure."""
        self.tallies.setdefault(measure, Tally()).add(right, found, wanted)

    def share(self, measure: str, right: bool, miss: str) -> None:
        """Count one case of a share, with its miss."""
        self.add(measure, right, 1, 1)
        if not right:
            self.misses.append(f"{measure}: {miss}")

    def figures(self) -> dict[str, float]:
        """Percent by measure, to one decimal."""
        return {name: round(tally.f1, 1) for name, tally in sorted(self.tallies.items())}


def score(pairs: Iterable[tuple[GoldText, Facts]]) -> Score:
    """All texts with their facts."""
    total = Score()
    for gold, facts in pairs:
        _claims(gold, facts, total)
        _dates(gold, facts, total)
        _quantities(gold, facts, total)
        _names(gold, facts, total)
        _events(gold, facts, total)
    return total


def _words(body: str, ranges: Iterable[Range]) -> frozenset[int]:
    return frozenset(m.start() for a, b in ranges for m in _WORD.finditer(body, a, b))


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """How alike two sets of words are, from 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def paired(
    gold: Sequence[_Gold], found: Sequence[_Found], like: Callable[[_Gold, _Found], float], least: float
) -> list[tuple[int, int]]:
    """Pairs of indexes, the most alike first, each used once."""
    ranked = sorted(
        ((like(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(found)), key=lambda x: (-x[0], x[1], x[2])
    )
    taken: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value >= least and all(i != a and j != b for a, b in taken):
            taken.append((i, j))
    return taken


def _overlap(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _meet(gold: Sequence[Range], found: Sequence[Range]) -> bool:
    """Whether each of the one stands for one of the other."""
    return len(gold) == len(found) and all(any(_overlap(g, f) for f in found) for g in gold)


def _claims(gold: GoldText, facts: Facts, total: Score) -> None:
    wanted = [(c, _words(gold.body, gold.all_of(c.says))) for c in gold.told.claims]
    told = [c for c in facts.claims if c.cue is not None]
    found = [(c, _words(gold.body, [(s.start, s.end) for s in c.spans])) for c in told]
    near = paired(wanted, found, lambda g, s: dice(g[1], s[1]), 0.3)
    exact = full = 0
    for i, j in near:
        claim, annotated = found[j][0], wanted[i][0]
        speakers = _meet(gold.all_of(annotated.by), [(s.start, s.end) for s in claim.speakers])
        close = dice(wanted[i][1], found[j][1]) >= 0.8
        exact += close
        full += close and speakers
        _compared(gold, annotated, claim, total, speakers)
        if not close:
            total.misses.append(
                f"claims content: {gold.name}: {annotated.says} is read as {[s.text for s in claim.spans]}"
            )
    total.add("claims content", len(near), len(found), len(wanted))
    total.add("claims content exact", exact, len(found), len(wanted))
    total.add("claims fully right", full, len(found), len(wanted))
    total.misses += [
        f"claims: {gold.name}: not found: {c.says}" for i, (c, _) in enumerate(wanted) if i not in dict(near)
    ]
    spare = {j for _, j in near}
    total.misses += [
        f"claims: {gold.name}: none there: {[s.text for s in c.spans]}"
        for j, (c, _) in enumerate(found)
        if j not in spare
    ]


def _compared(gold: GoldText, wanted: SaidClaim, claim: Claim, total: Score, speakers: bool) -> None:
    what = f"{gold.name}: {wanted.says[0]!r}"
    total.share("claims speaker", speakers, f"{what}: {[s.text for s in claim.speakers]}, not {wanted.by}")
    total.share("claims form", str(claim.form) == wanted.form, f"{what}: {claim.form}, not {wanted.form}")
    value = str(claim.factuality)
    total.share("claims factuality", value == wanted.sure, f"{what}: {value}, not {wanted.sure}")
    if turned_round(wanted.sure, value):
        total.turned.append(f"{what}: told as {value}, and is {wanted.sure}")
    if wanted.said is not None or claim.said is not None:
        total.share("claims said", claim.said == wanted.said, f"{what}: {claim.said}, not {wanted.said}")


def turned_round(gold: str, found: str) -> bool:
    """Whether a reading says the contrary, or is certain of what the text leaves open."""
    contrary = {gold[-1], found[-1]} == {"+", "-"}
    return contrary or (gold in _HEDGED and found.startswith("CT"))


def _dates(gold: GoldText, facts: Facts, total: Score) -> None:
    wanted = {gold.find(d.text): d.edtf for d in gold.told.dates}
    found = {(d.start, d.end): d.edtf for d in facts.dates}
    same = wanted.keys() & found.keys()
    total.add("dates strict", len(same), len(found), len(wanted))
    right = sum(wanted[k] == found[k] for k in same)
    total.add("dates value", right, len(found), len(wanted))
    for k in sorted(wanted.keys() | found.keys()):
        if k not in wanted or k not in found or wanted[k] != found[k]:
            total.misses.append(
                f"dates: {gold.name}: {gold.body[slice(*k)]!r}: {found.get(k, 'none')}, not {wanted.get(k, 'none')}"
            )


def _quantities(gold: GoldText, facts: Facts, total: Score) -> None:
    wanted = [(gold.find(q.text), q.low, q.high) for q in gold.told.quantities]
    found = [((q.start, q.end), q.low, q.high) for q in facts.quantities]
    near = paired(wanted, found, lambda g, s: float(_overlap(g[0], s[0])) * (1 + (g[1:] == s[1:])), 1.0)
    right = sum(wanted[i][1:] == found[j][1:] for i, j in near)
    total.add(
        "quantities", right, len(near), len(wanted)
    )  # numbers that were not annotated are neither right nor wrong
    total.misses += [
        f"quantities: {gold.name}: {gold.body[slice(*wanted[i][0])]!r}: {found[j][1:]}, not {wanted[i][1:]}"
        for i, j in near
        if wanted[i][1:] != found[j][1:]
    ]


def _names(gold: GoldText, facts: Facts, total: Score) -> None:
    wanted = gold.names()
    found = {
        (m.start, m.end): m
        for m in facts.mentions
        if m.form in (MentionForm.NAME, MentionForm.ALIAS) and str(m.kind) not in ("weapon", "work", "event", "other")
    }
    spans, told = sorted(wanted), sorted(found)
    near = paired(spans, told, lambda g, s: dice(_words(gold.body, [g]), _words(gold.body, [s])), 0.3)
    total.add("names", len(near), len(told), len(spans))
    actors: dict[Range, str | None] = {}
    for i, j in near:
        mention, named = found[told[j]], wanted[spans[i]]
        actors[spans[i]] = mention.actor
        total.share(
            "names kind",
            str(mention.kind) == named.kind,
            f"{gold.name}: {named.text}: {mention.kind}, not {named.kind}",
        )
    missed = [i for i in range(len(spans)) if i not in dict(near)]
    total.misses += [f"names: {gold.name}: not found: {wanted[spans[i]].text}" for i in missed]
    _same(gold, wanted, actors, total)


def _same(gold: GoldText, wanted: Mapping[Range, object], actors: Mapping[Range, str | None], total: Score) -> None:
    """Pairs of names that are one actor, over the different wordings."""
    names = gold.names()
    both: Counter[str] = Counter()
    for a, b in combinations(sorted(wanted), 2):
        if names[a].text == names[b].text:
            continue
        one, other = actors.get(a), actors.get(b)
        together, belongs = one is not None and one == other, names[a].actor == names[b].actor
        both["right"] += together and belongs
        both["found"] += together
        both["wanted"] += belongs
        if together != belongs:
            total.misses.append(f"names pairs: {gold.name}: {names[a].text} and {names[b].text}")
    total.add("names pairs", both["right"], both["found"], both["wanted"])


def _events(gold: GoldText, facts: Facts, total: Score) -> None:
    by_word = {gold.find(e.word): e for e in gold.told.events}
    found = {(e.predicate.start, e.predicate.end): e for e in facts.events}
    total.add("events found", len(by_word.keys() & found.keys()), len(by_word.keys() & found.keys()), len(by_word))
    for place, wanted in by_word.items():
        if place in found:
            _event(gold, wanted, found[place], total)
        else:
            total.misses.append(f"events: {gold.name}: not found: {wanted.word}")


def _event(gold: GoldText, wanted: Happened, event: Event, total: Score) -> None:
    what = f"{gold.name}: {wanted.word}"
    total.share("events type", str(event.type) == wanted.type, f"{what}: {event.type}, not {wanted.type}")
    value = str(event.factuality)
    total.share("events factuality", value == wanted.sure, f"{what}: {value}, not {wanted.sure}")
    if turned_round(wanted.sure, value):
        total.turned.append(f"{what}: told as {value}, and is {wanted.sure}")
    if wanted.when is not None or event.when is not None:
        total.share("events when", event.when == wanted.when, f"{what}: {event.when}, not {wanted.when}")
    places = {role: [(p.start, p.end) for p in getattr(event, role)] for role in _ROLES}
    gold_places = {role: gold.all_of(getattr(wanted, role)) for role in _ROLES}
    for role in _ROLES:
        told = [p.text for p in getattr(event, role)]
        right = _meet(gold_places[role], places[role])
        total.share("events roles", right, f"{what}: {role} {told}, not {getattr(wanted, role)}")
    if _swapped(gold_places, places):
        total.turned.append(f"{what}: agent and patient are taken for each other")


def _swapped(gold: Mapping[str, Sequence[Range]], found: Mapping[str, Sequence[Range]]) -> bool:
    def meets(a: Sequence[Range], b: Sequence[Range]) -> bool:
        return any(_overlap(x, y) for x in a for y in b)

    return meets(gold["agent"], found["patient"]) or meets(gold["patient"], found["agent"])
