"""What all articles say together. Everything on the site, in an export or in a check is read from a `Dossier`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model.facts import Actor, Article, Claim, Event, Facts, Span
from generator.model.kinds import EventType, Factuality, Grain
from generator.model.settings import Curation, Settings

DifferenceAbout = Literal["figure", "date", "actor", "factuality", "denial"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHeld:
    """A title or office that an article gives an actor, with the words that do.

    Attributes:
        actor: Slug of the actor.
        title: The title as it occurs ("National Security Director").
        state: ISO 3166-1 alpha-2 of the state it is held in, or None.
        article: Id of the article, and `evidence` the words there.
        date: When it was so (EDTF): the article's date, unless the words say otherwise.
    """

    actor: str
    title: str
    article: str
    evidence: Span
    state: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject of the dossier; `iptc` is its IPTC Media Topic code ("medtop:16000000"), if it has one."""

    slug: str
    name: str
    description: str | None = None
    iptc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report comes from: who said it, through what, when; two papers may share one origin.

    Attributes:
        speaker: Slug of the actor, or the words that name the speaker; None when it is the publisher's own
            reporting, which `via` then names.
        via: Venue, document, agency or publisher.
        said: EDTF.
        claims: Ids of the claims that come from it.
    """

    speaker: str | None
    via: str | None
    said: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Claims of one finding that do not agree, and what about."""

    about: DifferenceAbout
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The range of commitment over a finding's claims, from the least to the most sure."""

    least: Factuality
    most: Factuality


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What several claims say together (or one claim alone).

    Attributes:
        id: Stable: from the earliest of its claims, when it was first found.
        claims: Ids, in the order of the dossier; `lead` is the one that says it best.
        publishers: Names; an article whose publisher is unknown counts as one of its own, named by
            "unknown:" and the article's id.
        first, latest: Earliest and latest report (EDTF).
        credibility: Admiralty 1 to 6, by the rule on the Method page.
        weight: For ordering key findings; higher comes first.
        also: Earlier ids that lead to it: of findings that a later article made one with it.
    """

    id: str
    claims: tuple[str, ...]
    lead: str
    publishers: tuple[str, ...]
    origins: tuple[Origin, ...]
    factuality: Standing
    first: str | None
    latest: str | None
    topics: tuple[str, ...]
    actors: tuple[str, ...]
    credibility: int
    differences: tuple[Difference, ...] = ()
    weight: float = 0.0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two actors, with the claims that say so.

    Attributes:
        type: A PLOVER type, or membership, office, family, ownership.
        source, target: Slugs; the relation goes from the one to the other.
        claims: Ids of the claims that carry it; for an office read from a title, `evidence` holds the role.
    """

    id: str
    type: str
    source: str
    target: str
    when: str | None
    factuality: Factuality
    claims: tuple[str, ...]
    evidence: tuple[RoleHeld, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles that report the same happening; `earliest` and `latest` bound it (EDTF); `also` as a finding's."""

    id: str
    members: tuple[str, ...]
    earliest: str | None
    latest: str | None
    headline: str | None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What several events of the articles say that happened once: who did what to whom, where and when.

    Attributes:
        id: Stable: from the first of its events, when it was first gathered; `also` as a finding's.
        type: Of most of its events; `lemma` is the word of the first.
        agents, targets, places: Slugs, those that most claims name first; targets take what is given or suffer what is
            done.
        when: The narrowest EDTF date that all claims with a date allow; where they differ, the interval that holds all.
        grain: The unit that `when` is known to; None where no claim gives a date, or only one with an open end.
        uncertain: The claims differ about the day, or a date is itself marked as uncertain or approximate.
        reported: The first report (EDTF): it happened no later, where it has happened.
        factuality: From the least to the most sure claim.
        claims: Ids, in the order of the dossier. finding: the finding that they are of, if one holds them.
    """

    id: str
    type: EventType
    lemma: str
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    when: str | None
    grain: Grain | None
    uncertain: bool
    reported: str | None
    factuality: Standing
    claims: tuple[str, ...]
    finding: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """An article that a later version of it, by the same publisher or at the same address, takes the place of."""

    article: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two actors that may be one; for people to decide, never acted on by the machine."""

    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The one value that everything is read from.

    Attributes:
        facts: One per article, ordered by article id; slugs and topics are the dossier's.
        actors: Ordered by slug. topics: in the order of the curation, or by weight.
        findings: Ordered by weight, strongest first.
        copies: Groups of article ids that hold one text (syndicated or corrected), earliest first.
        superseded: Of those, the versions that a later one corrects, by article id.
        happenings: Events gathered over the articles, by time.
    """

    settings: Settings
    curation: Curation
    facts: tuple[Facts, ...]
    actors: tuple[Actor, ...]
    topics: tuple[Topic, ...] = ()
    roles: tuple[RoleHeld, ...] = ()
    findings: tuple[Finding, ...] = ()
    links: tuple[Link, ...] = ()
    stories: tuple[Story, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    happenings: tuple[Happening, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, ordered by id."""
        return tuple(f.article for f in self.facts)

    def claims(self) -> Iterator[Claim]:
        """All claims, by article and in the order of its text."""
        for f in self.facts:
            yield from f.claims

    def events(self) -> Iterator[Event]:
        """All events, by article and in the order of its text."""
        for f in self.facts:
            yield from f.events
