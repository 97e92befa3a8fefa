"""Articles that report the same happening, gathered into stories over days.

Articles are taken in the order of time; each joins the story that it is most like, or begins one, so a
story's id, which is its first article's, stays when later articles come in; when earlier ones do, it keeps
the id that it had. Likeness needs both: the
same words and the same names. Two earthquakes share the words and not the names; two reports on one
president share the names and not the words.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model import Facts, Story
from generator.model.changes import NOTHING_KNOWN, KnownIds
from generator.resolution.dates import Days, days
from generator.resolution.gist import UNDATED, Gist, gist_of
from generator.resolution.words import listed, weigh
from generator.text import slug

# A story goes on as long as no more than this many days pass between two of its articles.
_PAUSE = 5
_MOST_RECENT = 200
_MOST_COMPARED = 30
_MEMBERS_COMPARED = 5
_SAME = 0.40
# Articles that hold less than this are not contained in another.
_FEW = 20.0
_WEEK = 7
_LEAST_WORDS, _LEAST_NAMES = 0.22, 0.22
# Words tell more than names, for whoever rules a country is in most of its news.
_WORDS_COUNT = 0.6
# What one stated day and one kind of happening add, where a name of this weight is shared.
_ONE_DAY, _TELLING_NAME = 0.1, 5.0
# Words that tell more than what happens every day, of this weight together, tie reports of different days.
_TIE = 8.0


@dataclass(slots=True)
class _Group:
    members: list[Gist] = field(default_factory=list)


def group(facts: Sequence[Facts], known: KnownIds = NOTHING_KNOWN) -> tuple[Story, ...]:
    """The stories, by their first day; every article is in just one. `known` are the ids of those that there were."""
    gists = sorted((gist_of(f) for f in facts), key=lambda g: (g.day, g.article))
    groups: list[_Group] = []
    home: dict[str, _Group] = {}
    lookup: defaultdict[str, deque[Gist]] = defaultdict(lambda: deque(maxlen=_MOST_RECENT))
    for gist in gists:
        found = _best(gist, lookup, home)
        if found is None:
            found = _Group()
            groups.append(found)
        found.members.append(gist)
        home[gist.article] = found
        for key in _keys(gist):
            lookup[key].append(gist)
    return tuple(sorted((_story(g, known) for g in groups), key=lambda s: (s.earliest or "~", s.id)))


def _keys(gist: Gist) -> list[str]:
    """What an article is looked up by: its rarest words and its names."""
    rarest = sorted(gist.words, key=lambda t: (-gist.words[t], t))[:16]
    return [*rarest, *(f"@{n}" for n in gist.names if gist.names[n] > 3)]


def _best(gist: Gist, lookup: dict[str, deque[Gist]], home: dict[str, _Group]) -> _Group | None:
    shared: Counter[str] = Counter()
    known: dict[str, Gist] = {}
    for key in _keys(gist):
        for other in lookup.get(key, ()):
            if gist.day - other.day <= _PAUSE or gist.day == UNDATED:
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


def _fits(gist: Gist, group_: _Group) -> bool:
    members = group_.members[-_MEMBERS_COMPARED:]
    return sum(likeness(gist, m) for m in members) / len(members) >= 0.7 * _SAME


def likeness(one: Gist, other: Gist) -> float:
    """How alike two articles are, from 0 to 1: of words and names; 0 where they tell of two happenings."""
    if two_happenings(one, other):
        return 0.0
    words, names = _shared(one.words, other.words), _shared(one.names, other.names)
    if not one.names or not other.names:
        names = words if one.names == other.names else words / 2
    if words < _LEAST_WORDS or names < _LEAST_NAMES:
        return 0.0
    same_day = _ONE_DAY if _of_one_day(one, other) else 0.0
    return min(1.0, _WORDS_COUNT * words + (1 - _WORDS_COUNT) * names + same_day)


def _of_one_day(one: Gist, other: Gist) -> bool:
    """Whether both tell of a happening of one kind, on one day that they state, with a place or a person of note."""
    days_told = {d for d in one.dates if d[0] == d[1]} & set(other.dates)
    shared = one.names.keys() & other.names.keys()
    return bool(days_told and one.kinds & other.kinds) and any(one.names[n] >= _TELLING_NAME for n in shared)


def two_happenings(one: Gist, other: Gist) -> bool:
    """Whether two articles tell of two happenings of one kind, however alike they are.

    Two floods, raids or matches in different places are two, as are those whose articles speak of dates that lie
    more than a week apart; so are happenings of other kinds, two persons' trials or visits, a toll that falls, and
    what a war brings every day.
    """
    if one.dates and other.dates and all(_apart(a, b) > _WEEK for a in one.dates for b in other.dates):
        return True
    again = one.words.keys() & other.words.keys() & listed("passing")
    if again and one.places and other.places and not one.places & other.places:
        return True
    return _of_other_kinds(one, other) or _of_other_persons(one, other) or (bool(again) and _of_other_days(one, other))


def _of_other_kinds(one: Gist, other: Gist) -> bool:
    """Whether the one opens with a quake and the other with a raid, and neither comes to speak of the other's."""
    return bool(one.kinds and other.kinds) and not one.kinds & other.told and not other.kinds & one.told


def _of_other_persons(one: Gist, other: Gist) -> bool:
    """Whether both tell of a trial, or both of a meeting, and each names someone there whom the other does not."""
    alone = bool(one.persons - other.persons) and bool(other.persons - one.persons)
    both = one.words.keys() & other.words.keys()
    if alone and both & listed("meeting"):
        return True
    return alone and not one.persons & other.persons and bool(both & listed("court"))


def _of_other_days(one: Gist, other: Gist) -> bool:
    """Whether reports of different days on what comes again and again are tied by nothing but its own words."""
    earlier, later = sorted((one, other), key=lambda g: (g.day, g.article))
    if earlier.day == later.day or UNDATED in (earlier.day, later.day):
        return False
    if later.words.keys() & listed("ongoing"):
        return False
    if earlier.places - later.places and later.places - earlier.places:
        return True
    if earlier.toll is not None and later.toll is not None and later.toll < earlier.toll:
        return True
    plain = listed("daily") | listed("counted") | listed("humans") | listed("conflict")
    shared = earlier.words.keys() & later.words.keys()
    return bool(shared & listed("daily")) and weigh(shared - plain) < _TIE


def _apart(one: Days, other: Days) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    """The mean of the Dice coefficient and of the part of the shorter that the longer has."""
    mine, theirs = sum(one.values()), sum(other.values())
    both = sum(min(one[t], other[t]) for t in one if t in other)
    return both / (mine + theirs) + both / (2 * max(min(mine, theirs), _FEW)) if both else 0.0


def _story(group_: _Group, known: KnownIds) -> Story:
    members = group_.members
    identity, also = known.choose([f"story-{slug(m.article)}" for m in members])
    dated = sorted((m.published for m in members if days(m.published)), key=lambda d: (days(d) or (0, 0), d))
    return Story(
        id=identity,
        members=tuple(m.article for m in members),
        earliest=dated[0] if dated else None,
        latest=max(dated, key=lambda d: (days(d) or (0, 0))[1]) if dated else None,
        headline=_central(members).headline,
        also=also,
    )


def _central(members: Iterable[Gist]) -> Gist:
    """The article that is most like the others; of equals the first. Of a long story, the first twenty are asked."""
    asked = list(members)[:20]
    scores = [sum(likeness(one, other) for other in asked if other is not one) for one in asked]
    return asked[scores.index(max(scores))]
