"""Where the claims of a finding come from: how many speakers, documents and newsrooms stand behind them.

An origin is a speaker with the venue and the day, a document, or a newsroom's own reporting. Two papers
that quote one man on one programme are one origin; so are all copies of one text, all articles that
credit one agency, and the paper's own words where the same article goes on to say who said so. A picture
that was handed out is told by who handed it out; what stands within another's word is its speaker's.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources

import yaml

from generator.model import Actor, ActorKind, Article, Claim, Curation, Facts, Mention, Origin, Speaker, SpeakerKind
from generator.model.index import publisher_of
from generator.resolution.contents import NEGATIVE
from generator.resolution.copies import superseded
from generator.resolution.dates import may_agree
from generator.resolution.pictures import caption_of, near, supplier
from generator.resolution.words import concept, concepts
from generator.text import fold, word_count

# Who speaks where the words name nobody: "they", "who".
UNNAMED = "unnamed"

# A sentence of this many words is not found twice by chance.
_VERBATIM = 8
_VAGUE = frozenset({SpeakerKind.ROLE, SpeakerKind.ANONYMOUS, SpeakerKind.GROUP})


@dataclass(frozen=True, slots=True)
class Sources:
    """What the articles and actors of a dossier tell of where reports come from.

    Attributes:
        articles: By id. mentions: Article id to its mentions. actors: By slug.
        first_of: Article id to the earliest article with its text (itself, mostly).
        superseded: Ids of articles that a later version corrects.
    """

    articles: Mapping[str, Article]
    mentions: Mapping[str, Sequence[Mention]]
    first_of: Mapping[str, str]
    superseded: frozenset[str]
    actors: Mapping[str, Actor]
    curation: Curation

    @classmethod
    def of(
        cls, facts: Iterable[Facts], actors: Iterable[Actor], copies: Iterable[Sequence[str]], curation: Curation
    ) -> "Sources":
        """The sources of these articles."""
        known, groups = list(facts), list(copies)
        return cls(
            articles={f.article.id: f.article for f in known},
            mentions={f.article.id: f.mentions for f in known},
            first_of={member: group[0] for group in groups for member in group},
            superseded=frozenset(s.article for s in superseded([f.article for f in known], groups)),
            actors={a.slug: a for a in actors},
            curation=curation,
        )

    def text_of(self, article: str) -> str:
        """The id of the earliest article that holds the article's text."""
        return self.first_of.get(article, article)

    def state_of(self, speaker: Speaker, article: str) -> str | None:
        """The state that a speaker is, or is of: of the actor, else of one whom the words name ("a Dutch official")."""
        actor = self.actors.get(speaker.actor or "")
        if actor is not None:
            return actor.state
        inside = (m.actor for m in self.mentions[article] if m.actor and speaker.contains(m))
        return next((s for slug in inside if slug in self.actors and (s := self.actors[slug].state)), None)

    def publisher(self, article: str) -> str:
        """The publisher that counts for an article: of the earliest copy of its text."""
        return publisher_of(self.articles[self.text_of(article)], self.curation)

    def newsroom(self, article: str) -> str:
        """Whose reporting an article is in its own voice: the agency that it credits, or its publisher."""
        first = self.articles[self.text_of(article)]
        credited = sorted(_agencies().get(fold(name), name) for name in first.origins)
        publisher = publisher_of(first, self.curation)
        return credited[0] if credited else _agencies().get(fold(publisher), publisher)


@functools.cache
def _agencies() -> dict[str, str]:
    """Names of news agencies, folded, to the one name that they are kept under."""
    told = yaml.safe_load(resources.files("generator").joinpath("data/outlets.yml").read_text(encoding="utf-8"))
    return {fold(name): names[0] for names in told.get("agencies", ()) for name in names}


@dataclass(frozen=True, slots=True)
class _Word:
    """One claim as said by one speaker (or by the article itself, when `key` is a newsroom's)."""

    key: str
    told: str | None
    via: str | None
    said: str | None
    claim: Claim
    state: str | None = None
    vague: bool = False

    @property
    def denies(self) -> bool:
        """Whether the speaker says that it is not so."""
        return self.claim.factuality in NEGATIVE


def trace(claims: Sequence[Claim], sources: Sources) -> tuple[Origin, ...]:
    """The origins of claims that say the same thing, in the order of the claims."""
    # Where there is one claim alone, there is nobody else whose word it could be.
    settled = _words(claims[0], sources) if len(claims) == 1 else _settled_among(claims, sources)
    by_key: defaultdict[str, list[_Word]] = defaultdict(list)
    for word in settled:
        by_key[word.key].append(word)
    place = {c.id: n for n, c in enumerate(claims)}
    found = [origin for words in by_key.values() for origin in _parted(words, place, sources)]
    return tuple(sorted(found, key=lambda o: (place[o.claims[0]], o.speaker or "", o.via or "", o.said or "")))


def _settled_among(claims: Iterable[Claim], sources: Sources) -> list[_Word]:
    """The words of the claims, each given to the one whose word it is."""
    by_text: defaultdict[str, list[_Word]] = defaultdict(list)
    printed: dict[str, _Word] = {}
    for claim in claims:
        words = [_as_printed(w, printed, sources) for w in _words(claim, sources)]
        by_text[sources.text_of(claim.article)] += words
    return _of_one_state([w for words in by_text.values() for w in _settled(_innermost(words))])


def _as_printed(word: _Word, printed: dict[str, _Word], sources: Sources) -> _Word:
    """A paper's own words; where another printed the very same, they are of one origin.

    Captions come with the picture, from one agency, and are cut to fit: nearly the same words will do.
    """
    if word.told is not None or word_count(word.claim.text) < _VERBATIM:
        return word
    text = fold(word.claim.text).rstrip(". ")
    first = printed.get(text)
    if first is None and caption_of(word.claim, sources.articles):
        first = next((w for t, w in printed.items() if near(text, t) and caption_of(w.claim, sources.articles)), None)
    if first is None:
        printed[text] = first = word
    return replace(word, key=first.key, via=first.via)


def _words(claim: Claim, sources: Sources) -> list[_Word]:
    if not claim.speakers:
        room = sources.newsroom(claim.article)
        handed = supplier(claim, sources.mentions[claim.article])
        if handed is not None:
            actor, text = handed
            told = actor or text
            return [_Word(key=f"actor:{actor}" if actor else _keyed(text), told=told, via=None, said=None, claim=claim)]
        return [_Word(key=f"newsroom:{room}", told=None, via=room, said=None, claim=claim)]
    return [
        _Word(
            key=_key(speaker, claim.article),
            told=speaker.actor or _named(speaker, sources.mentions[claim.article]),
            via=claim.via,
            said=claim.said,
            claim=claim,
            state=sources.state_of(speaker, claim.article),
            vague=_is_vague(speaker, sources) and len(claim.speakers) == 1,
        )
        for speaker in _telling(claim)
    ]


def _telling(claim: Claim) -> Sequence[Speaker]:
    """The speakers without those that name nobody beside one that does: "the United States and others"."""
    named = [s for s in claim.speakers if s.actor or s.kind in (SpeakerKind.NAMED, SpeakerKind.DOCUMENT)]
    return named or claim.speakers


def _key(speaker: Speaker, article: str) -> str:
    if speaker.actor:
        return f"actor:{speaker.actor}"
    # "They" or "who" is someone of that article, whoever it is.
    return _keyed(speaker.text) if concepts(speaker.text) else f"someone:{article}"


def _keyed(text: str) -> str:
    return f"words:{' '.join(sorted(concepts(text)))}"


def _named(speaker: Speaker, mentions: Iterable[Mention]) -> str:
    """The words for a speaker who is no actor: without the capital of a sentence's first word, or "unnamed"."""
    if not concepts(speaker.text):
        return UNNAMED
    first, *others = speaker.text.split(" ")
    plain = (not others and speaker.kind in _VAGUE) or concept(fold(first)) is None
    if plain and not any(m.start == speaker.start for m in mentions):
        return speaker.text[:1].lower() + speaker.text[1:]
    return speaker.text


def _innermost(words: Sequence[_Word]) -> list[_Word]:
    """The words of one text; where a claim holds another of the same finding, both are the inner speaker's.

    "The agency says that the minister says so" is the minister's word, read twice.
    """
    told = [w for w in words if w.told is not None]
    return [_as(w, _within(w, told)) if w.told is not None else w for w in words]


def _within(word: _Word, told: Iterable[_Word]) -> _Word | None:
    """The word of another speaker whose claim shares words with this one and is the inner of the two."""
    for other in told:
        shared = other.claim is not word.claim and other.claim.article == word.claim.article
        if shared and other.denies == word.denies and other.key != word.key and _holds(word.claim, other.claim):
            return other
    return None


def _holds(outer: Claim, inner: Claim) -> bool:
    """Whether the claims share words and the second is the shorter; of equals, the one whose id comes first."""
    if not any(a.overlaps(b) for a in outer.spans for b in inner.spans):
        return False
    return (_length(inner), inner.id) < (_length(outer), outer.id)


def _length(claim: Claim) -> int:
    return sum(s.end - s.start for s in claim.spans)


def _is_vague(speaker: Speaker, sources: Sources) -> bool:
    """Whether the words may stand for someone whom the article names elsewhere: "a top official", "Seoul"."""
    actor = sources.actors.get(speaker.actor or "")
    if actor is not None:
        return actor.kind in (ActorKind.STATE, ActorKind.PLACE)
    return speaker.kind in _VAGUE


def _settled(words: Sequence[_Word]) -> list[_Word]:
    """The words of one text, those of the paper and of vague speakers given to the one whom it names for them.

    A headline and a first paragraph often give in the paper's own voice, or as "Seoul says", what the text
    then quotes from one person: that is one origin.
    """
    told = [w for w in words if w.told is not None]
    named = [w for w in told if not w.vague]
    settled = [_as(w, _stands_for(w, named)) if w.told is None or w.vague else w for w in words]
    return [_as(w, _stands_for(w, told)) if w.told is None else w for w in settled]


def _of_one_state(words: Sequence[_Word]) -> list[_Word]:
    """The words, "Seoul" of one paper given to the South Korean official whom another paper names for the same."""
    named = [w for w in words if w.told is not None and not w.vague and w.state is not None]
    return [_as(w, _stands_for(w, named)) if w.vague and w.state is not None else w for w in words]


def _stands_for(word: _Word, named: Sequence[_Word]) -> _Word | None:
    """The speaker whose word it is, if there is one: who says the same of it, is of that state, on a day that fits."""
    for other in named:
        one_state = word.state is None or other.state is None or word.state == other.state
        if one_state and word.denies == other.denies and may_agree(word.said, other.said):
            return other
    return None


def _as(word: _Word, other: _Word | None) -> _Word:
    if other is None:
        return word
    return replace(other, via=word.via if word.told else None, said=word.said, claim=word.claim)


def _parted(words: Sequence[_Word], place: Mapping[str, int], sources: Sources) -> list[Origin]:
    """One speaker's words, parted by venue and day; what is not known agrees with anything."""
    groups: list[list[_Word]] = []
    for word in sorted(words, key=lambda w: (_unknowns(w), place[w.claim.id])):
        home = next((g for g in groups if all(_one_occasion(word, other, sources) for other in g)), None)
        if home is None:
            groups.append([word])
        else:
            home.append(word)
    return [_origin(g, place, sources) for g in groups]


def _unknowns(word: _Word) -> int:
    return (word.via is None) + (word.said is None)


def _one_occasion(one: _Word, other: _Word, sources: Sources) -> bool:
    if sources.text_of(one.claim.article) == sources.text_of(other.claim.article) and one.claim.article != (
        other.claim.article
    ):
        return True
    return _one_venue(one.via, other.via) and may_agree(one.said, other.said)


def _one_venue(one: str | None, other: str | None) -> bool:
    """Whether two venues may be one: one's words are the other's or some of them ("SBS", "an SBS TV programme")."""
    if one is None or other is None:
        return True
    mine, theirs = set(concepts(one.replace("-", " "))), set(concepts(other.replace("-", " ")))
    return mine <= theirs or theirs <= mine


def _origin(words: Sequence[_Word], place: Mapping[str, int], sources: Sources) -> Origin:
    venues = [w.via for w in words if w.via]
    return Origin(
        speaker=words[0].told,
        via=next((v for v in venues if v in sources.actors), next(iter(venues), None)),
        said=next((w.said for w in words if w.said), None),
        claims=tuple(sorted({w.claim.id for w in words}, key=lambda c: place[c])),
    )
