"""What the operator and the editors state: `dossier.yml` and `seeds/curation/`, as values."""

import re
from dataclasses import dataclass, field
from typing import Literal

from generator.model.kinds import ActorKind
from generator.text import fold

_CREATIVE_COMMONS = re.compile(r"^https?://creativecommons\.org/licenses/([a-z-]+)/?")
_VERSION = re.compile(r"[ /]v?\d(?:\.\d)?(?: (?:international|unported|[a-z]{2}))?/?$")

Verdict = Literal["accepted", "corrected", "rejected", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcerptPolicy:
    """How much of an article that is not openly licensed the whole site may quote.

    Attributes:
        words: Most words in one excerpt.
        share: Most of the article's words in all, from 0 to 1.
        open_licenses: Names of licences under which all may be quoted, in lower case, without version and hyphens.
    """

    words: int = 50
    share: float = 0.4
    open_licenses: tuple[str, ...] = (
        "cc by", "cc by sa", "cc0", "public domain", "us public domain", "ogl", "open government licence",
    )  # fmt: skip

    def opens(self, license_name: str | None) -> bool:
        """Whether a licence, as front matter states it, lets all of an article be quoted.

        The whole name must be an open one, but for version and country: "CC BY-SA 4.0", "CC BY 3.0 AU" and
        "https://creativecommons.org/licenses/by/4.0/" are; "CC BY-NC 4.0" and "CC BY, all rights reserved" are not.
        """
        told = _CREATIVE_COMMONS.sub(r"cc \1 ", fold(license_name or ""))
        plain = re.sub(r"[\s_-]+", " ", told).strip()
        return _VERSION.sub("", plain) in {re.sub(r"[\s_-]+", " ", fold(name)) for name in self.open_licenses}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Beyond these a source is refused, or given up while it is read; all are more than 0.

    Attributes:
        bytes: Of a file.
        line: Characters of a line.
        front_matter: Characters of front matter.
        front_matter_depth: Lists and mappings within one another.
        nesting: Clauses of a sentence within one another.
        mentions: How often an article may name someone or something.
        names: How many different names it may name them by.
        seconds: For reading an article of up to 100,000 characters; a longer one has more, in proportion.
    """

    bytes: int = 2_000_000
    line: int = 1_200_000
    front_matter: int = 64_000
    front_matter_depth: int = 8
    nesting: int = 25
    mentions: int = 50_000
    names: int = 4_000
    seconds: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPin:
    """The spaCy model to read with; `sha256` is None for a model that the operator chose not to pin."""

    name: str
    version: str
    sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`dossier.yml`; every field has a default, so that the file is optional.

    Attributes:
        title: What the dossier is called.
        scope: One sentence on what it covers, or None.
        model: None for the pinned default (`generator/data/model.json`).
    """

    title: str = "Dossier"
    scope: str | None = None
    excerpts: ExcerptPolicy = field(default_factory=ExcerptPolicy)
    limits: Limits = field(default_factory=Limits)
    model: ModelPin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRule:
    """What people know of an actor (`seeds/curation/actors.yml`).

    Attributes:
        names: Other names that are this actor's, whatever the machine thinks.
        not_names: Names that are not, whatever the machine thinks.
        ids: External ids, such as {"wikidata": "Q884"}, as pairs.
    """

    name: str
    kind: ActorKind | None = None
    names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    state: str | None = None
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRule:
    """A topic that people want a page for (`seeds/curation/topics.yml`).

    Attributes:
        words: Words or phrases of which one must stand in a claim, compared by stem, any case.
        actors: Names of actors, all of whom a claim must name for the topic to take it; empty for none.
        iptc: IPTC Media Topic code.
    """

    name: str
    words: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    description: str | None = None
    iptc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherRule:
    """What people know of an outlet (`seeds/curation/publishers.yml`); reliability is Admiralty A to F."""

    name: str
    names: tuple[str, ...] = ()
    owner: str | None = None
    reliability: str = "F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided of a claim (`seeds/curation/judgements.yml`)."""

    claim: str
    verdict: Verdict
    who: str
    date: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Curation:
    """All that people decided. Every part may be empty; None for topics means that none were stated."""

    actors: tuple[ActorRule, ...] = ()
    topics: tuple[TopicRule, ...] | None = None
    publishers: tuple[PublisherRule, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def last(self) -> dict[str, Judgement]:
        """Claim id to the judgement that counts: the last by date; of one day, the last in the file."""
        return {j.claim: j for j in sorted(self.judgements, key=lambda j: j.date)}

    def rejected(self) -> frozenset[str]:
        """Ids of the claims whose last judgement rejects them."""
        return frozenset(claim for claim, judgement in self.last().items() if judgement.verdict == "rejected")
