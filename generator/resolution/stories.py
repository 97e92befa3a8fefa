"""Articles that report the same happening, gathered into stories over days.

Articles are taken in the order of time; each joins the story that it is most like, or begins one, so a
story's id, which is its first article's, stays when later articles come in. Likeness needs both: the
same words and the same names. Two earthquakes share the words and not the names; two reports on one
president share the names and not the words.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model import ActorKind, BlockKind, Facts, MentionForm, Story
from generator.resolution.dates import Days, days, first_day
from generator.resolution.words import concepts, listed, rarity, tokens
from generator.text import fold, slug

# A story goes on as long as no more than this many days pass between two of its articles.
_PAUSE = 5
# Words of the body that count: news says first what it is about.
_LEAD_WORDS = 120
_MOST_RECENT = 200
_MOST_COMPARED = 30
_MEMBERS_COMPARED = 5
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
_SAME = 0.40
# Words and names of the headline and the first sentence count for more.
_OPENING = 2.0
# Articles that hold less than this are not contained in another.
_FEW = 20.0
# A measure with a decimal point ("6.1") tells one quake from another.
_MEASURE_WEIGHT = 5.0
_UNDATED = 10**9
_WEEK, _MONTH = 7, 31
_LEAST_WORDS, _LEAST_NAMES = 0.18, 0.22


@dataclass(frozen=True, slots=True)
class _Gist:
    """What an article is about: the concepts and the names of its headline and lead, with their weights."""

    article: str
    day: int
    published: str | None
    dates: tuple[Days, ...]
    places: frozenset[str]
    words: dict[str, float]
    names: dict[str, float]
    headline: str | None


@dataclass(slots=True)
class _Group:
    members: list[_Gist] = field(default_factory=list)


def group(facts: Sequence[Facts]) -> tuple[Story, ...]:
    """The stories, by their first day; every article is in just one."""
    gists = sorted((_gist(f) for f in facts), key=lambda g: (g.day, g.article))
    groups: list[_Group] = []
    home: dict[str, _Group] = {}
    lookup: defaultdict[str, deque[_Gist]] = defaultdict(lambda: deque(maxlen=_MOST_RECENT))
    for gist in gists:
        found = _best(gist, lookup, home)
        if found is None:
            found = _Group()
            groups.append(found)
        found.members.append(gist)
        home[gist.article] = found
        for key in _keys(gist):
            lookup[key].append(gist)
    return tuple(sorted((_story(g) for g in groups), key=lambda s: (s.earliest or "~", s.id)))


def _gist(facts: Facts) -> _Gist:
    article = facts.article
    body = next((b for b in article.blocks if b.kind is BlockKind.BODY), None)
    start = body.start if body else 0
    lead = " ".join(re.findall(r"\S+", article.text[start : start + 12 * _LEAD_WORDS])[:_LEAD_WORDS])
    end = start + len(lead)
    opening = min(end, _sentence_end(article.text, start))
    heads = [(b.start, b.end) for b in article.blocks if b.kind is BlockKind.HEADLINE]
    names: dict[str, float] = {}
    spelled: set[str] = set()
    places: set[str] = set()
    for mention in facts.mentions:
        inside = start <= mention.start < end or any(s <= mention.start < e for s, e in heads)
        if inside and mention.kind in _NAME_WEIGHT and mention.form in (MentionForm.NAME, MentionForm.ALIAS):
            name, early = mention.actor or fold(mention.text), not start <= mention.start or mention.start < opening
            worth = _NAME_WEIGHT[mention.kind] * (_OPENING if early else 1.0)
            names[name] = max(names.get(name, 0.0), worth)
            spelled.update(concepts(mention.text))
            if mention.kind is ActorKind.PLACE:
                places.add(mention.actor or fold(mention.text))
    told = f"{article.title or ''} {lead}"
    first = lead[: opening - start]
    top = frozenset(concepts(f"{article.title or ''} {first}"))
    words = {t: rarity(t) * (_OPENING if t in top else 1.0) for t in concepts(told) if t not in spelled}
    words.update((t, _MEASURE_WEIGHT) for t in tokens(told) if re.fullmatch(r"\d+\.\d+", t))
    return _Gist(
        article=article.id,
        day=first_day(article.published) or _UNDATED,
        published=article.published,
        dates=tuple(sorted({d for m in facts.dates if start <= m.start < end and (d := _short(m.edtf))})),
        places=frozenset(places),
        words=words,
        names=names,
        headline=article.title,
    )


def _sentence_end(text: str, start: int) -> int:
    """Where the first sentence ends, as far as a full stop shows; headline and first sentence tell what it is about."""
    match = re.compile(r"[a-z\d)\"”]{2}[.!?](?=\s)").search(text, start + 20)
    return match.end() if match else len(text)


def _short(edtf: str | None) -> Days | None:
    """The days of a date that is exact enough to tell two happenings apart: a month or less."""
    found = days(edtf)
    return found if found and found[1] - found[0] <= _MONTH else None


def _keys(gist: _Gist) -> list[str]:
    """What an article is looked up by: its rarest words and its names."""
    rarest = sorted(gist.words, key=lambda t: (-gist.words[t], t))[:16]
    return [*rarest, *(f"@{n}" for n in gist.names if gist.names[n] > 3)]


def _best(gist: _Gist, lookup: dict[str, deque[_Gist]], home: dict[str, _Group]) -> _Group | None:
    shared: Counter[str] = Counter()
    known: dict[str, _Gist] = {}
    for key in _keys(gist):
        for other in lookup.get(key, ()):
            if gist.day - other.day <= _PAUSE or gist.day == _UNDATED:
                shared[other.article] += round(10 * (gist.words.get(key) or 5.0))
                known[other.article] = other
    ranked = sorted(shared, key=lambda a: (-shared[a], known[a].day, a))[:_MOST_COMPARED]
    scored = sorted(((likeness(gist, known[a]), a) for a in ranked), key=lambda pair: (-pair[0], pair[1]))
    for score, article in scored:
        if score < _SAME:
            return None
        if _fits(gist, home[article]):
            return home[article]
    return None


def _fits(gist: _Gist, group_: _Group) -> bool:
    members = group_.members[-_MEMBERS_COMPARED:]
    return sum(likeness(gist, m) for m in members) / len(members) >= 0.7 * _SAME


def likeness(one: _Gist, other: _Gist) -> float:
    """How alike two articles are, from 0 to 1: the mean of words and names; 0 where either is too far apart.

    Two floods, raids or matches in different places are two, as are those whose articles speak of dates
    that lie more than a week apart.
    """
    if one.dates and other.dates and all(_apart(a, b) > _WEEK for a in one.dates for b in other.dates):
        return 0.0
    passing = listed("passing")
    if (
        one.places
        and other.places
        and not one.places & other.places
        and any(t in other.words for t in one.words if t in passing)
    ):
        return 0.0
    words, names = _shared(one.words, other.words), _shared(one.names, other.names)
    if not one.names or not other.names:
        names = words if one.names == other.names else words / 2
    if words < _LEAST_WORDS or names < _LEAST_NAMES:
        return 0.0
    return (words + names) / 2


def _apart(one: Days, other: Days) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    """The mean of the Dice coefficient and of the part of the shorter that the longer has."""
    mine, theirs = sum(one.values()), sum(other.values())
    both = sum(min(one[t], other[t]) for t in one if t in other)
    return both / (mine + theirs) + both / (2 * max(min(mine, theirs), _FEW)) if both else 0.0


def _story(group_: _Group) -> Story:
    members = group_.members
    dated = sorted((m.published for m in members if days(m.published)), key=lambda d: (days(d) or (0, 0), d))
    return Story(
        id="story-" + slug(members[0].article),
        members=tuple(m.article for m in members),
        earliest=dated[0] if dated else None,
        latest=max(dated, key=lambda d: (days(d) or (0, 0))[1]) if dated else None,
        headline=_central(members).headline,
    )


def _central(members: Iterable[_Gist]) -> _Gist:
    """The article that is most like the others; of equals the first. Of a long story, the first twenty are asked."""
    asked = list(members)[:20]
    scores = [sum(likeness(one, other) for other in asked if other is not one) for one in asked]
    return asked[scores.index(max(scores))]
