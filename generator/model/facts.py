"""What one article says: the facts contract (`docs/project/facts.md`) as values.

Offsets are Unicode code points into `Article.text`, start inclusive, end exclusive; the `text` of every
span is `article.text[start:end]`. Dates are EDTF strings (ISO 8601-2). None stands for what is not
known, never for a guess. Tuples keep the order of the article.
"""

from dataclasses import dataclass, field
from typing import Literal

from generator.model.kinds import (
    ActorKind,
    Basis,
    BlockKind,
    ClaimForm,
    EventType,
    Factuality,
    Grain,
    MentionForm,
    SpeakerKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A stretch of the article's text, by its offsets alone."""

    start: int
    end: int

    def overlaps(self, other: "Extent") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Extent") -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(Extent):
    """A stretch of the article's text with the words that stand there."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Extent):
    """A paragraph of the article and what it is."""

    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A piece of the file that cleaning left out of the article's text.

    Attributes:
        line: 1-based line of the decoded file where it stood.
        text: The words as they stood.
        reason: Why, in a few words: "page furniture", "photo credit", "caption given twice" ...
    """

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bases:
    """How each piece of an article's metadata is known."""

    title: Basis = Basis.UNKNOWN
    publisher: Basis = Basis.UNKNOWN
    published: Basis = Basis.UNKNOWN
    language: Basis = Basis.UNKNOWN


def is_english(tag: str) -> bool:
    """Whether the language tag names English: "en", "en-GB", "eng", in any case; "enm" is another language."""
    return tag.split("-", 1)[0].lower() in ("en", "eng")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it was read.

    Attributes:
        id: The stem of the file's name, made unique within the dossier.
        path: The file, relative to the dossier's folder (or as it was given), with forward slashes.
        sha256: Of the file's bytes.
        published: EDTF date of publication.
        language: BCP 47 tag, such as "en".
        license: As the front matter states it.
        text: The cleaned text, in which all offsets count.
        blocks: What the paragraphs of the text are, in order, not overlapping.
        origins: Agencies that the article credits with its text ("AP" from an agency line), as evidence
            of where a report comes from.
        removed: What cleaning left out.
        published_reason: In words, what `published` was inferred from, when it was.
    """

    id: str
    path: str
    sha256: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    license: str | None = None
    blocks: tuple[Block, ...] = ()
    basis: Bases = field(default_factory=Bases)
    origins: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    published_reason: str | None = None

    @property
    def in_english(self) -> bool:
        """Whether it is in English, as far as is known: English rules would misread what is not."""
        return self.language is None or is_english(self.language)

    def span(self, start: int, end: int) -> Span:
        """The span from start to end, with its words."""
        return Span(start=start, end=end, text=self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """Words that name someone or something; `actor` is the slug of the actor, if it is resolved."""

    form: MentionForm
    kind: ActorKind
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that acts: a person, a state, an organization ...

    Attributes:
        slug: Names the actor within one article's facts, or within the dossier once resolved.
        name: The fullest name it goes by, without titles.
        aliases: Its other names as they occur, sorted.
        roles: Titles and offices it is given, as they occur ("National Security Director").
        state: The state it is, or belongs to: ISO 3166-1 alpha-2.
    """

    slug: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Span):
    """The words that name who asserts a claim; `actor` is the slug of the actor, if there is one."""

    kind: SpeakerKind
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Span):
    """The word that shows that someone says something, or that something happened."""

    lemma: str


# The rule of an interview's answers: they have a speaker and no cue, since the article announces all of them at once.
INTERVIEW = "quotation:interview"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that an article says, or has someone say.

    Attributes:
        id: From the article's bytes and the spans alone (see `generator.proof.claim_id`).
        article: Id of the article.
        spans: The content in the article's words, in one piece or several.
        sentence: The sentence, or sentences, that the claim was read in.
        speakers: Who asserts it; empty in narration.
        cue: Empty in narration.
        factuality: The speaker's commitment.
        said: When it was said (EDTF).
        via: The venue: a slug of an actor, or words ("SBS", "a news conference").
        addressee: Whom it was told to: a slug of an actor, or words.
        when: The time that the content speaks of (EDTF).
        actors: Slugs of the actors that the content names, in order, each once.
        topics: Slugs of topics; empty until the dossier assigns them.
        quantities: Indexes into `Facts.quantities` of those inside the spans.
        rule: Name of the rule that read it.
    """

    id: str
    article: str
    spans: tuple[Span, ...]
    sentence: Extent
    form: ClaimForm
    speakers: tuple[Speaker, ...] = ()
    cue: Cue | None = None
    factuality: Factuality = Factuality.CERTAIN
    said: str | None = None
    via: str | None = None
    addressee: str | None = None
    when: str | None = None
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    quantities: tuple[int, ...] = ()
    rule: str = ""

    @property
    def text(self) -> str:
        """The evidence in one line: the spans' words, with an ellipsis where words between are left out."""
        return " … ".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Span):
    """A date expression; `edtf` and `grain` are None for a vague one ("recently").

    `anchor` is the EDTF date that it was resolved against, `rule` the name of the rule that did it.
    """

    edtf: str | None
    grain: Grain | None
    anchor: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Span):
    """A number with its sense: "more than 13,000 containers" has low 13000, high None.

    An exact number has low and high alike. `of` is what is counted, in the article's words.
    """

    low: int | float | None
    high: int | float | None
    approximate: bool = False
    unit: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Span):
    """The words that name a participant of an event."""

    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that is said to happen, and who takes part in it.

    Attributes:
        article: Id of the article.
        claim: Id of the claim that carries it.
        factuality: Of the event, as its claim's speaker (or the article) commits to it.
    """

    article: str
    type: EventType
    predicate: Cue
    agent: tuple[Participant, ...] = ()
    patient: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    place: tuple[Participant, ...] = ()
    when: str | None = None
    factuality: Factuality = Factuality.CERTAIN
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """What made the facts: the extractor's version, the model's name and the hash of its files."""

    version: str
    model: str
    model_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that was read out of one article."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    extractor: Extractor | None = None


SCHEMA: Literal["dossier/facts/1"] = "dossier/facts/1"
