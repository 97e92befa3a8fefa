"""What an article is about, for putting it with others: the words and names of its headline and lead, with weights."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import ActorKind, BlockKind, Facts, Mention, MentionForm
from generator.resolution.dates import Days, days, first_day
from generator.resolution.words import concepts, listed, rarity, tokens
from generator.text import fold

# Words of the body that count: news says first what it is about.
_LEAD_WORDS = 120
# What a shared name tells, by its kind, in the unit of `words.rarity`: places tell two floods apart, states hardly.
_NAME_WEIGHT = {
    ActorKind.PERSON: 6.0,
    ActorKind.PLACE: 5.0,
    ActorKind.FACILITY: 6.0,
    ActorKind.EVENT: 6.0,
    ActorKind.ORGANIZATION: 5.0,
    ActorKind.STATE: 2.5,
    ActorKind.PEOPLE: 2.5,
}
# Words and names of the headline and the first sentence count for more.
_OPENING = 2.0
# A measure with a decimal point ("6.1") tells one quake from another.
_MEASURE_WEIGHT = 5.0
UNDATED = 10**9
_MONTH = 31
_KINDS = ("conflict", "accident", "nature", "rally", "court")


@dataclass(frozen=True, slots=True)
class Gist:
    """What an article is about: the concepts and the names of its headline and lead, with their weights.

    Attributes:
        places: Of the lead, with facilities. persons: named in the headline or the first sentence.
        kinds: What kinds of happenings the headline and the first sentence tell of; told: the whole lead.
        toll: How many people the first sentence counts, the first of such numbers.
    """

    article: str
    day: int
    published: str | None
    dates: tuple[Days, ...]
    places: frozenset[str]
    persons: frozenset[str]
    kinds: frozenset[str]
    told: frozenset[str]
    toll: float | None
    words: dict[str, float]
    names: dict[str, float]
    headline: str | None


@dataclass(frozen=True, slots=True)
class _Lead:
    """Where an article's lead stands, and where its first sentence ends."""

    start: int
    end: int
    opening: int
    heads: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, facts: Facts) -> "_Lead":
        text, blocks = facts.article.text, facts.article.blocks
        body = next((b for b in blocks if b.kind is BlockKind.BODY), None)
        start = body.start if body else 0
        lead = " ".join(re.findall(r"\S+", text[start : start + 12 * _LEAD_WORDS])[:_LEAD_WORDS])
        end = start + len(lead)
        heads = tuple((b.start, b.end) for b in blocks if b.kind is BlockKind.HEADLINE)
        return cls(start=start, end=end, opening=min(end, _sentence_end(text, start)), heads=heads)

    def holds(self, at: int) -> bool:
        return self.start <= at < self.end or self._in_head(at)

    def opens(self, at: int) -> bool:
        return self.start <= at < self.opening or self._in_head(at)

    def _in_head(self, at: int) -> bool:
        return any(s <= at < e for s, e in self.heads)


def gist_of(facts: Facts) -> Gist:
    """The article's gist."""
    article, lead = facts.article, _Lead.of(facts)
    named = [m for m in facts.mentions if lead.holds(m.start) and _names(m)]
    spelled = {c for m in named for c in concepts(m.text)}
    told = f"{article.title or ''} {article.text[lead.start : lead.end]}"
    top = frozenset(concepts(f"{article.title or ''} {article.text[lead.start : lead.opening]}"))
    words = {t: rarity(t) * (_OPENING if t in top else 1.0) for t in concepts(told) if t not in spelled}
    words.update((t, _MEASURE_WEIGHT) for t in tokens(told) if re.fullmatch(r"\d+\.\d+", t))
    return Gist(
        article=article.id,
        day=first_day(article.published) or UNDATED,
        published=article.published,
        dates=tuple(sorted({d for m in facts.dates if lead.holds(m.start) and (d := _short(m.edtf))})),
        places=frozenset(_slug(m) for m in named if m.kind in (ActorKind.PLACE, ActorKind.FACILITY)),
        persons=frozenset(_slug(m) for m in named if m.kind is ActorKind.PERSON and lead.opens(m.start)),
        kinds=_kinds(top),
        told=_kinds(words),
        toll=_toll(facts, lead),
        words=words,
        names=_weighed(named, lead),
        headline=article.title,
    )


def _names(mention: Mention) -> bool:
    return mention.kind in _NAME_WEIGHT and mention.form in (MentionForm.NAME, MentionForm.ALIAS)


def _slug(mention: Mention) -> str:
    return mention.actor or fold(mention.text)


def _weighed(named: Iterable[Mention], lead: _Lead) -> dict[str, float]:
    names: dict[str, float] = {}
    for mention in named:
        worth = _NAME_WEIGHT[mention.kind] * (_OPENING if lead.opens(mention.start) else 1.0)
        names[_slug(mention)] = max(names.get(_slug(mention), 0.0), worth)
    return names


def _kinds(terms: Iterable[str]) -> frozenset[str]:
    known = frozenset(terms)
    return frozenset(kind for kind in _KINDS if known & listed(kind))


def _toll(facts: Facts, lead: _Lead) -> float | None:
    """The first number of people in the headline or the first sentence."""
    for quantity in sorted(facts.quantities, key=lambda q: q.start):
        counted = frozenset(concepts(f"{quantity.unit or ''} {quantity.of or ''}"))
        bound = quantity.low if quantity.low is not None else quantity.high
        if lead.opens(quantity.start) and counted & listed("humans") and bound is not None:
            return bound
    return None


def _sentence_end(text: str, start: int) -> int:
    """Where the first sentence ends, as far as a full stop shows; headline and first sentence tell what it is about."""
    match = re.compile(r"[a-z\d)\"”]{2}[.!?](?=\s)").search(text, start + 20)
    return match.end() if match else len(text)


def _short(edtf: str | None) -> Days | None:
    """The days of a date that is exact enough to tell two happenings apart: a month or less."""
    found = days(edtf)
    return found if found and found[1] - found[0] <= _MONTH else None
