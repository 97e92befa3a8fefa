"""Claims to topics: by people's topics.yml, or, where there is none, by IPTC Media Topics as far as the claims go."""

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources

import yaml

from generator.model import Actor, Claim, Curation, Facts, Topic, TopicRule
from generator.model.index import speakers_of
from generator.resolution.words import stem, tokens
from generator.text import fold, slug

# A proposed topic needs this many claims, and this part of them, to be worth a page; its parent takes them otherwise.
_LEAST_CLAIMS = 3
_LEAST_SHARE = 0.02
_MOST_TOPICS = 24
# Topics of one parent are shown as one if they have this part of their articles in common, and two below it also this
# part of the smaller one's claims.
_MOSTLY, _PARTLY = 0.5, 0.25

_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Phrases by their first stem, each with the number of its topic."""

    phrases: Mapping[str, Sequence[tuple[_Phrase, int]]]

    @classmethod
    def of(cls, words: Iterable[Iterable[str]]) -> "_Vocabulary":
        """The vocabulary of topics, each given by its words and phrases."""
        found: defaultdict[str, list[tuple[_Phrase, int]]] = defaultdict(list)
        for number, told in enumerate(words):
            for phrase in sorted({_stems(w) for w in told} - {()}):
                found[phrase[0]].append((phrase, number))
        return cls(phrases=found)

    def topics_in(self, text: str) -> Counter[int]:
        """The numbers of the topics whose phrases stand in the text, with how many do."""
        stems = _stems(text)
        counts: Counter[int] = Counter()
        for at, first in enumerate(stems):
            for phrase, number in self.phrases.get(first, ()):
                if stems[at : at + len(phrase)] == phrase:
                    counts[number] += 1
        return counts


def _stems(text: str) -> _Phrase:
    return tuple(map(stem, tokens(text)))


def assign(
    facts: Sequence[Facts], actors: Sequence[Actor], curation: Curation
) -> tuple[tuple[Facts, ...], tuple[Topic, ...]]:
    """The facts with every claim's topics, and the topics: in people's order, or the weightiest first.

    With topics stated, a claim has each topic of which a word stands in it (all of them, where a topic has no
    words) and all of whose actors it names, as speaker or in its content. With none stated, topics are
    proposed from IPTC's Media Topics: those with enough claims, the upper level taking what falls short, and all
    of them where none has enough. Of one parent, those that stand in the same articles for the most part, and in
    part in the same claims, are one.
    """
    if curation.topics is not None:
        return _stated(facts, actors, curation.topics)
    return _proposed(facts)


def _stated(
    facts: Sequence[Facts], actors: Sequence[Actor], rules: Sequence[TopicRule]
) -> tuple[tuple[Facts, ...], tuple[Topic, ...]]:
    topics = _unique(Topic(slug=slug(r.name), name=r.name, description=r.description, iptc=r.iptc) for r in rules)
    vocabulary = _Vocabulary.of(r.words for r in rules)
    slugs = _slugs_by_name(actors)
    needed = [[slugs.get(fold(name), frozenset()) for name in r.actors] for r in rules]

    def of(claim: Claim) -> Iterator[str]:
        found = vocabulary.topics_in(claim.text)
        named = {*claim.actors, *speakers_of(claim)}
        for number, rule in enumerate(rules):
            told = number in found or (not rule.words and bool(rule.actors))
            if told and all(named & any_of for any_of in needed[number]):
                yield topics[number].slug

    return _with_topics(facts, of), topics


def _slugs_by_name(actors: Iterable[Actor]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in (actor.name, actor.slug, *actor.aliases):
            found[fold(name)].add(actor.slug)
    return {name: frozenset(slugs) for name, slugs in found.items()}


def _unique(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    taken: set[str] = set()
    made = []
    for topic in topics:
        name, number = topic.slug, 2
        while name in taken:
            name, number = f"{topic.slug}-{number}", number + 1
        taken.add(name)
        made.append(replace(topic, slug=name))
    return tuple(made)


def _with_topics(facts: Sequence[Facts], of: Callable[[Claim], Iterable[str]]) -> tuple[Facts, ...]:
    def on_topics(claim: Claim) -> Claim:
        found = tuple(dict.fromkeys(of(claim)))
        return claim if claim.topics == found else replace(claim, topics=found)

    return tuple(replace(f, claims=tuple(map(on_topics, f.claims))) for f in facts)


@dataclass(frozen=True, slots=True)
class _Subject:
    """A Media Topic of the lower level, with its parent."""

    topic: Topic
    parent: Topic
    words: tuple[str, ...]


@functools.cache
def _subjects() -> tuple[_Subject, ...]:
    told = yaml.safe_load(resources.files("generator").joinpath("data/iptc.yml").read_text(encoding="utf-8"))
    return tuple(
        _Subject(topic=_media_topic(lower), parent=_media_topic(upper), words=tuple(lower["words"]))
        for upper in told
        for lower in upper["within"]
    )


@functools.cache
def _subject_vocabulary() -> _Vocabulary:
    return _Vocabulary.of(s.words for s in _subjects())


def _media_topic(told: Mapping[str, str]) -> Topic:
    name = told["name"]
    return Topic(slug=slug(name), name=name[0].upper() + name[1:], iptc=f"medtop:{told['code']}")


def _proposed(facts: Sequence[Facts]) -> tuple[tuple[Facts, ...], tuple[Topic, ...]]:
    vocabulary, subjects = _subject_vocabulary(), _subjects()
    found = {c.id: vocabulary.topics_in(c.text) for f in facts for c in f.claims}
    counts = Counter(number for numbers in found.values() for number in numbers)
    enough = max(_LEAST_CLAIMS, round(_LEAST_SHARE * len(found)))
    stands = {n: subjects[n].topic if count >= enough else subjects[n].parent for n, count in counts.items()}
    stands = _folded(stands, facts, found)
    weights: Counter[Topic] = Counter()
    for numbers in found.values():
        weights.update({stands[n] for n in numbers})
    # Where nothing is told of often enough, as in one short article, what little there is names the topics.
    least = enough if any(n >= enough for n in weights.values()) else 1
    ranked = sorted((t for t, n in weights.items() if n >= least), key=lambda t: (-weights[t], t.slug))
    kept = {t.slug for t in ranked[:_MOST_TOPICS]}

    def of(claim: Claim) -> Iterator[str]:
        numbers = found[claim.id]
        for number in sorted(numbers, key=lambda n: (-numbers[n], n)):
            if stands[number].slug in kept:
                yield stands[number].slug

    return _with_topics(facts, of), tuple(ranked[:_MOST_TOPICS])


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a topic stands: its parent among IPTC's, and the ids of the articles and claims."""

    parent: Topic
    articles: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)

    def mostly_with(self, other: "_Place", *, within: bool) -> bool:
        """Whether both stand mostly in the same articles and, unless one is `within` the other, partly in one claim."""
        if self.parent != other.parent:
            return False
        if len(self.articles & other.articles) < _MOSTLY * len(self.articles | other.articles):
            return False
        fewer = min(self.claims, other.claims, key=len)
        return within or len(self.claims & other.claims) >= _PARTLY * len(fewer)


def _folded(
    stands: Mapping[int, Topic], facts: Iterable[Facts], found: Mapping[str, Iterable[int]]
) -> dict[int, Topic]:
    """The topics, those of one parent put together that stand in the same articles for the most part.

    They go to the parent, where it is one of them, else to the one with most claims: a reader who sees "Judiciary"
    and "Justice" over the same articles does not know which to open.
    """
    places = {topic: _Place(parent=_subjects()[number].parent) for number, topic in stands.items()}
    for f in facts:
        for claim in f.claims:
            for number in found[claim.id]:
                places[stands[number]].articles.add(f.article.id)
                places[stands[number]].claims.add(claim.id)
    home: dict[Topic, Topic] = {}
    for topic, place in sorted(places.items(), key=lambda p: (p[0] != p[1].parent, -len(p[1].claims), p[0].slug)):
        into = (k for k in home if home[k] == k and places[k].mostly_with(place, within=k == place.parent))
        home[topic] = next(into, topic)
    return {number: home[topic] for number, topic in stands.items()}
