"""The pieces that pages are made of: names, citations, dates, events and claims as a reader meets them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name on a page: with an address where it has a page, and a word on who it is."""

    text: str
    href: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A link to a claim on its source's page; the card shows its words, who said them, where and when.

    Attributes:
        label: "A·4": the page's letter for the source and the claim's number in it.
        words: None where the words are withheld.
        form, stance: How it is said ("paraphrased") and how sure, unless it is asserted. quoted: whether in
            quotation marks.
    """

    label: str
    href: str
    words: str | None
    speaker: str | None
    publisher: str
    date: str | None
    form: str | None = None
    stance: str | None = None
    quoted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date in words, with how it was found; `sure` is False for one that is not a certain day."""

    text: str
    edtf: str
    how: str | None
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event as it was read: its type in words, its predicate and who took part, as far as may be shown.

    `deed` is the predicate's lemma, which may always be shown.
    """

    type: str
    deed: str
    predicate: str | None
    agents: tuple[Name, ...]
    patients: tuple[Name, ...]
    joint: str | None
    recipients: tuple[Name, ...]
    places: tuple[Name, ...]
    when: Day | None
    stance: tuple[str, str]
    citation: Citation | None

    @property
    def may_be_noun(self) -> bool:
        """Whether the predicate may be a noun ("sanctions on"), before which nobody can stand as its subject."""
        return self.joint is not None and self.predicate is not None and not self.predicate.endswith("ed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim as a page shows it.

    Attributes:
        anchor: The claim's id, which is its anchor on its source's page.
        speakers: Who asserts it; empty in narration, where the publisher does.
        verb: How it was asserted ("said", "accused"); None in narration.
        words: What may be shown of the words; None where they are withheld, `names`, `figures` and
            `happenings` then are the reading.
        form: "quoted", "paraphrased" ...; stance: how sure, in words, and the key of its look.
        judgement: What a person decided, in words, or None.
        reported: The day of publication where it is not known when it was said.
        terms: Other names of those who speak and are spoken of, for a filter.
    """

    anchor: str
    number: int
    speakers: tuple[Name, ...]
    verb: str | None
    addressee: Name | None
    via: Name | None
    publisher: str
    said: Day | None
    reported: Day | None
    when: Day | None
    words: str | None
    clipped: bool
    quoted: bool
    form: str
    stance: tuple[str, str]
    names: tuple[Name, ...]
    topics: tuple[Name, ...]
    figures: tuple[str, ...]
    happenings: tuple[Happening, ...]
    judgement: str | None
    citation: Citation
    rule: str
    order: str
    keys: str
    terms: str

    @property
    def tells(self) -> bool:
        """Whether it shows anything of what was said."""
        return self.words is not None or bool(self.happenings) or any(self.figures)
