"""A dossier seen from every side: read-only look-ups that pages, checks and exports share.

`Index.of(dossier)` walks the dossier once; everything keeps the dossier's own order, so what is made
from it is the same each time. A key that nothing is known of gives an empty tuple from the methods.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from generator.model.dossier import Dossier, Finding, Happening, Link, RoleHeld, Story, Topic
from generator.model.facts import Actor, Article, Claim, Event, Facts, Mention
from generator.model.settings import Curation, Judgement

_Value = TypeVar("_Value")
# A claim that names more actors than this is a list of names, and says nothing of any two of them.
_MOST_NAMED_TOGETHER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One place where an actor is named: the article's id and the mention in it."""

    article: str
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The dossier by every key that a page is made from. Ids are strings; tuples keep the dossier's order.

    Attributes:
        facts, articles, claims, actors, topics, findings: By id or slug.
        finding_of: Id of the claim to the id of the finding that holds it.
        article_labels: Article id to its letters for citations: "A", "B" ... "Z", "AA" ...
        citations: Claim id to its label: "A·4" is the fourth claim of article A.
        events_of_claim: Claim id to the events that it carries.
        speaking: Actor to the claims that it asserts.
        about: Actor to the claims of others (or of the article) that name it.
        acting: Actor to the events that it takes part in, with its part (agent, patient, recipient, place).
        named: Actor to the places where it is named.
        naming: Actor to the ids of the articles that name it.
        together: Actor to those that stand in one claim with it, with the number of such claims, most first.
        story_of: Article id to its story. copies_of: article id to the group of articles with its text.
        superseded_by: Article id to the id of the version that takes its place.
        happenings_in: Claim id to the happenings that it tells of, by time.
        happenings_of: Actor to the happenings that it does, suffers or is the place of, by time.
        judgements: Claim id to what a person decided of it.
    """

    dossier: Dossier
    facts: Mapping[str, Facts]
    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    actors: Mapping[str, Actor]
    topics: Mapping[str, Topic]
    findings: Mapping[str, Finding]
    finding_of: Mapping[str, str]
    article_labels: Mapping[str, str]
    citations: Mapping[str, str]
    events_of_claim: Mapping[str, tuple[Event, ...]]
    speaking: Mapping[str, tuple[Claim, ...]]
    about: Mapping[str, tuple[Claim, ...]]
    acting: Mapping[str, tuple[tuple[str, Event], ...]]
    named: Mapping[str, tuple[Named, ...]]
    naming: Mapping[str, tuple[str, ...]]
    together: Mapping[str, tuple[tuple[str, int], ...]]
    claims_on: Mapping[str, tuple[Claim, ...]]
    findings_on: Mapping[str, tuple[Finding, ...]]
    findings_about: Mapping[str, tuple[Finding, ...]]
    links_of: Mapping[str, tuple[Link, ...]]
    roles_of: Mapping[str, tuple[RoleHeld, ...]]
    story_of: Mapping[str, Story]
    copies_of: Mapping[str, tuple[str, ...]]
    superseded_by: Mapping[str, str]
    happenings_in: Mapping[str, tuple[Happening, ...]]
    happenings_of: Mapping[str, tuple[Happening, ...]]
    judgements: Mapping[str, Judgement]

    @classmethod
    def of(cls, dossier: Dossier) -> "Index":
        """The dossier's index."""
        claims = {c.id: c for c in dossier.claims()}
        labels = {f.article.id: letters(number) for number, f in enumerate(dossier.facts)}
        speaking = _gather((s, c) for c in claims.values() for s in speakers_of(c))
        named = _gather(
            (m.actor, Named(article=f.article.id, mention=m))
            for f in dossier.facts
            for m in f.mentions
            if m.actor is not None
        )
        return cls(
            dossier=dossier,
            facts={f.article.id: f for f in dossier.facts},
            articles={f.article.id: f.article for f in dossier.facts},
            claims=claims,
            actors={a.slug: a for a in dossier.actors},
            topics={t.slug: t for t in dossier.topics},
            findings={f.id: f for f in dossier.findings},
            finding_of={c: f.id for f in dossier.findings for c in f.claims},
            article_labels=labels,
            citations=dict(_citations(dossier, labels)),
            events_of_claim=_gather((e.claim, e) for e in dossier.events() if e.claim is not None),
            speaking=speaking,
            about=_gather((a, c) for c in claims.values() for a in c.actors if a not in speakers_of(c)),
            acting=_gather((slug, (part, e)) for e in dossier.events() for slug, part in parts_of(e)),
            named=named,
            naming={slug: tuple(dict.fromkeys(n.article for n in places)) for slug, places in named.items()},
            together=_together(claims.values()),
            claims_on=_gather((t, c) for c in claims.values() for t in c.topics),
            findings_on=_gather((t, f) for f in dossier.findings for t in f.topics),
            findings_about=_gather((a, f) for f in dossier.findings for a in f.actors),
            links_of=_gather((a, x) for x in dossier.links for a in dict.fromkeys((x.source, x.target))),
            roles_of=_gather((r.actor, r) for r in dossier.roles),
            story_of={member: s for s in dossier.stories for member in s.members},
            copies_of={member: group for group in dossier.copies for member in group},
            superseded_by={s.article: s.by for s in dossier.superseded},
            happenings_in=_gather((c, h) for h in dossier.happenings for c in h.claims),
            happenings_of=_gather(
                (a, h) for h in dossier.happenings for a in dict.fromkeys((*h.agents, *h.targets, *h.places))
            ),
            judgements=dossier.curation.last(),
        )

    def citation(self, claim: str) -> str:
        """The label that cites a claim: "A·4"."""
        return self.citations[claim]

    def publisher(self, article: str) -> str:
        """The name of the article's publisher, as people know it; "unknown:" and the id where none is stated."""
        return publisher_of(self.articles[article], self.dossier.curation)

    def reliability(self, article: str) -> str:
        """Admiralty letter of the article's publisher, A to F: what a person set, else F."""
        name = self.publisher(article)
        return next((p.reliability for p in self.dossier.curation.publishers if p.name == name), "F")

    def seen(self, actor: str) -> tuple[str | None, str | None]:
        """The first and the last day (EDTF) that an article names the actor; None where none is dated."""
        days = sorted(d for a in self.naming.get(actor, ()) if (d := self.articles[a].published) is not None)
        return (days[0], days[-1]) if days else (None, None)

    def events_by(self, actor: str) -> tuple[Event, ...]:
        """What the actor does: the events it is the agent of."""
        return tuple(e for part, e in self.acting.get(actor, ()) if part == "agent")

    def events_upon(self, actor: str) -> tuple[Event, ...]:
        """What is done to the actor, or given to it: the events it is the patient or the recipient of."""
        return tuple(e for part, e in self.acting.get(actor, ()) if part in ("patient", "recipient"))

    def only_named_with(self, actor: str) -> tuple[tuple[str, int], ...]:
        """Those that stand in one claim with the actor but have no link with it, with the number of claims."""
        linked = {slug for x in self.links_of.get(actor, ()) for slug in (x.source, x.target)}
        return tuple((slug, n) for slug, n in self.together.get(actor, ()) if slug not in linked)

    def publishers_on(self, topic: str) -> tuple[str, ...]:
        """The publishers with a claim on the topic, in the order of the dossier."""
        return tuple(dict.fromkeys(self.publisher(c.article) for c in self.claims_on.get(topic, ())))

    def also_reported(self, article: str) -> tuple[str, ...]:
        """The other articles of the article's story."""
        story = self.story_of.get(article)
        return tuple(m for m in story.members if m != article) if story else ()

    def name(self, slug: str) -> str:
        """The name of the actor; what was given, where it is no slug (`via` and `addressee` may be plain words)."""
        actor = self.actors.get(slug)
        return actor.name if actor else slug


def letters(number: int) -> str:
    """A count from 0 as letters: A, B ... Z, AA, AB ..."""
    told = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        told = chr(ord("A") + rest) + told
    return told


def speakers_of(claim: Claim) -> tuple[str, ...]:
    """Slugs of the actors that assert the claim, each once."""
    return tuple(dict.fromkeys(s.actor for s in claim.speakers if s.actor is not None))


def parts_of(event: Event) -> Iterator[tuple[str, str]]:
    """The actors of an event with their part in it, each pair once."""
    seen = set()
    for part in ("agent", "patient", "recipient", "place"):
        for participant in getattr(event, part):
            pair = (participant.actor, part)
            if participant.actor is not None and pair not in seen:
                seen.add(pair)
                yield pair


def publisher_of(article: Article, curation: Curation) -> str:
    """The publisher's name as people know it; "unknown:" and the article's id where none is stated."""
    if article.publisher is None:
        return f"unknown:{article.id}"
    for rule in curation.publishers:
        if article.publisher == rule.name or article.publisher in rule.names:
            return rule.name
    return article.publisher


def _citations(dossier: Dossier, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for f in dossier.facts:
        for number, claim in enumerate(f.claims, 1):
            yield claim.id, f"{labels[f.article.id]}·{number}"


def _gather(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    groups: defaultdict[str, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(groups[key]) for key in sorted(groups)}


def _together(claims: Iterable[Claim]) -> dict[str, tuple[tuple[str, int], ...]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        slugs = sorted({*claim.actors, *speakers_of(claim)})
        if len(slugs) <= _MOST_NAMED_TOGETHER:
            for one, other in combinations(slugs, 2):
                counts[one][other] += 1
                counts[other][one] += 1
    return {slug: tuple(sorted(counts[slug].items(), key=lambda pair: (-pair[1], pair[0]))) for slug in sorted(counts)}
