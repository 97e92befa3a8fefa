"""One page being laid out: its addresses, its letters for sources, and claims as statements on it."""

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.model import Claim, ClaimForm, Event, Facts, Quantity, RoleHeld, Span, Speaker
from generator.model.index import letters
from generator.pages import words
from generator.pages.days import in_words, is_day, sort_key
from generator.pages.desk import Desk, actor_page, is_deed, source_page, topic_page
from generator.pages.excerpts import Excerpt
from generator.text import slug as safe

# A sentence of more events than this is no longer a sentence.
_MOST_READ = 2


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
    """

    label: str
    href: str
    words: str | None
    speaker: str | None
    publisher: str
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date in words, with how it was found; `sure` is False for one that is not a certain day."""

    text: str
    edtf: str
    how: str | None
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event as it was read: its type in words, its predicate and who took part, as far as may be shown."""

    type: str
    predicate: str | None
    agents: tuple[Name, ...]
    patients: tuple[Name, ...]
    recipients: tuple[Name, ...]
    places: tuple[Name, ...]
    when: Day | None
    stance: tuple[str, str]
    citation: Citation | None


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
    """

    anchor: str
    number: int
    speakers: tuple[Name, ...]
    verb: str | None
    addressee: Name | None
    via: Name | None
    publisher: str
    said: Day | None
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


class Sheet:
    """One page being laid out. Sources get their letters in the order given, then as they are first cited."""

    def __init__(self, desk: Desk, path: str, articles: Iterable[str] = ()) -> None:
        self.desk = desk
        self.path = path
        self._letters: dict[str, str] = {}
        self._names: dict[str, Name] = {}
        self._cited: dict[str, Citation] = {}
        for article in sorted(articles, key=lambda a: (sort_key(desk.article(a).published), a)):
            self.letter(article)

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """Letters of the page's sources with the ids of their articles, in order."""
        return tuple((letter, article) for article, letter in self._letters.items())

    def letter(self, article: str) -> str:
        """The page's letter for the article."""
        return self._letters.setdefault(article, letters(len(self._letters)))

    def to(self, path: str, anchor: str | None = None) -> str:
        """The relative address of another page below docs/, as a Markdown link gives it."""
        if path == self.path and anchor:
            return f"#{anchor}"
        way = _way(self.path, path)
        return f"{way}#{anchor}" if anchor else way

    def html_to(self, path: str, anchor: str | None = None) -> str:
        """The same as `to`, for raw HTML, where MkDocs does not translate it."""
        return self.to(path, anchor).replace(".md", ".html")

    def actor(self, slug: str) -> Name:
        """The name of an actor, or of what is no actor but plain words."""
        if slug not in self._names:
            self._names[slug] = self._actor(slug)
        return self._names[slug]

    def _actor(self, slug: str) -> Name:
        found = self.desk.index.actors.get(slug)
        if found is None:
            return Name(text=slug)
        title = next(iter(found.roles), None)
        about = f"{words.KIND[found.kind]}: {title}" if title else words.KIND[found.kind]
        return Name(text=found.name, href=self._actor_address(slug), about=about)

    def _actor_address(self, slug: str) -> str | None:
        """The actor's page, or its line in the index if it has none; None on its own page."""
        path = actor_page(slug)
        if path == self.path:
            return None
        return self.to(path) if slug in self.desk.paged else self.to("actors/index.md", f"a-{safe(slug)}")

    def topics(self, slugs: Iterable[str]) -> tuple[Name, ...]:
        """The names of topics with their addresses; those that are not the dossier's are left out."""
        found = [t for s in slugs if (t := self.desk.index.topics.get(s)) is not None]
        paths = [topic_page(t.slug) for t in found]
        return tuple(
            Name(text=t.name, href=None if path == self.path else self.to(path))
            for t, path in zip(found, paths, strict=True)
        )

    def publisher(self, article: str) -> str:
        """The publisher's name, or that it is not stated."""
        return self.desk.publisher(article) or "publisher not stated"

    def cite(self, claim: Claim, instead: str | None = None) -> Citation:
        """The citation of a claim; `instead` are words to show where the claim's own are withheld, such as a name."""
        if claim.id not in self._cited:
            self._cited[claim.id] = self._cite(claim)
        made = self._cited[claim.id]
        return replace(made, words=instead) if instead and made.words is None else made

    def _cite(self, claim: Claim) -> Citation:
        shown = self.desk.excerpt(claim)
        told = [self._who(s).text for s in claim.speakers]
        date = claim.said or self.desk.article(claim.article).published
        return Citation(
            label=f"{self.letter(claim.article)}·{self.desk.numbers[claim.id]}",
            href=self.to(source_page(claim.article), claim.id),
            words=_marked(claim, shown),
            speaker=words.listed(told) or None,
            publisher=self.publisher(claim.article),
            date=in_words(date) if date else None,
        )

    def cite_all(self, ids: Sequence[str]) -> tuple[Citation, ...]:
        """The citations of claims, by their ids, each once."""
        known = self.desk.index.claims
        return tuple(self.cite(known[i]) for i in dict.fromkeys(ids) if i in known)

    def cite_words(self, article: str, span: Span, anchor: str) -> Citation:
        """The citation of words that name someone: of the claim that holds them, or of the source's list of names."""
        claim = self.desk.claim_at(article, span)
        if claim is not None:
            return self.cite(claim, span.text)
        published = self.desk.article(article).published
        return Citation(
            label=self.letter(article),
            href=self.to(source_page(article), anchor),
            words=span.text,
            speaker=None,
            publisher=self.publisher(article),
            date=in_words(published) if published else None,
        )

    def cite_role(self, role: RoleHeld) -> Citation:
        """The citation of the words that give an actor a title."""
        return self.cite_words(role.article, role.evidence, f"n-{safe(role.actor)}")

    def day(self, edtf: str | None, claim: Claim | None = None) -> Day | None:
        """A date in words, with the expression of the claim's sentence that it was read from."""
        if edtf is None:
            return None
        how = self._how(edtf, claim) if claim else None
        return Day(text=in_words(edtf), edtf=edtf, how=how, sure=is_day(edtf))

    def _how(self, edtf: str, claim: Claim) -> str | None:
        dates = self.desk.index.facts[claim.article].dates
        near = [d for d in dates if d.edtf == edtf and d.overlaps(claim.sentence)]
        near = near or [d for d in dates if d.edtf == edtf]
        if not near:
            return "from the article’s date"
        found = near[0]
        counted = f", counted from {in_words(found.anchor)}" if found.anchor and found.anchor != edtf else ""
        return f"“{found.text}”{counted}"

    def statement(self, claim: Claim) -> Statement:
        """The claim as the page shows it."""
        facts, shown = self.desk.index.facts[claim.article], self.desk.excerpt(claim)
        judged = self.desk.index.judgements.get(claim.id)
        events = [e for e in self.desk.index.events_of_claim.get(claim.id, ()) if is_deed(e)]
        return Statement(
            anchor=claim.id,
            number=self.desk.numbers[claim.id],
            speakers=tuple(self._who(s) for s in claim.speakers),
            verb=words.verb(claim.cue.text, claim.cue.lemma) if claim.cue else None,
            addressee=self.actor(claim.addressee) if claim.addressee else None,
            via=self.actor(claim.via) if claim.via and claim.via != claim.addressee else None,
            publisher=self.publisher(claim.article),
            said=self.day(claim.said, claim),
            when=self.day(claim.when, claim),
            words=_shown_words(claim, shown),
            clipped=shown.clipped,
            quoted=claim.form.value in ("quotation", "mixed"),
            form=words.FORM[claim.form],
            stance=words.STANCE[claim.factuality],
            names=tuple(self.actor(a) for a in claim.actors),
            topics=self.topics(claim.topics),
            figures=tuple(_figure(facts, i) for i in claim.quantities),
            happenings=self._reading(events),
            judgement=f"{words.VERDICT[judged.verdict]}, {judged.who}, {judged.date}" if judged else None,
            citation=self.cite(claim),
            rule=claim.rule,
            order=sort_key(claim.said or self.desk.article(claim.article).published),
            keys=" ".join([*(f"a-{safe(a)}" for a in actors_of(claim)), *(f"t-{safe(t)}" for t in claim.topics)]),
        )

    def _reading(self, events: Iterable[Event]) -> tuple[Happening, ...]:
        """The events that stand for a claim's words: those that someone takes part in, and not too many."""
        told = [h for h in map(self.happening, events) if h.agents or h.patients or h.recipients]
        return tuple(told[:_MOST_READ])

    def statements(self, claims: Iterable[Claim]) -> tuple[Statement, ...]:
        """Claims as the page shows them."""
        return tuple(self.statement(c) for c in claims)

    def happening(self, event: Event) -> Happening:
        """The event as the page shows it: actors by name, other words only where they are shown anyway."""
        claim = self.desk.index.claims.get(event.claim) if event.claim else None
        shown = self.desk.shown[event.article]

        def parts(spans: Sequence[Span]) -> tuple[Name, ...]:
            told = [self._part(s, whole=shown.holds(s)) for s in spans]
            return tuple({n.text: n for n in told if n is not None}.values())

        return Happening(
            type=words.EVENT[event.type.value],
            predicate=event.predicate.text if shown.holds(event.predicate) else None,
            agents=parts(event.agent),
            patients=parts(event.patient),
            recipients=parts(event.recipient),
            places=parts(event.place),
            when=self.day(event.when, claim),
            stance=words.STANCE[event.factuality],
            citation=self.cite(claim) if claim else None,
        )

    def _part(self, span: Span, *, whole: bool) -> Name | None:
        actor = getattr(span, "actor", None)
        if actor is not None and actor in self.desk.index.actors:
            return self.actor(actor)
        return Name(text=span.text) if whole else None

    def _who(self, speaker: Speaker) -> Name:
        if speaker.actor is not None and speaker.actor in self.desk.index.actors:
            return self.actor(speaker.actor)
        return Name(text=speaker.text)


@lru_cache(maxsize=4096)
def _way(here: str, there: str) -> str:
    return posixpath.relpath(there, posixpath.dirname(here) or ".")


def _shown_words(claim: Claim, shown: Excerpt) -> str | None:
    """The words as they stand between the page's quotation marks; None where they are withheld."""
    if shown.words is None:
        return None
    reported = claim.cue is not None and claim.form is not ClaimForm.QUOTATION
    return words.unquoted(words.without_that(shown.words) if reported else shown.words)


def _marked(claim: Claim, shown: Excerpt) -> str | None:
    """The words for a card, with a sign where the claim goes on."""
    told = _shown_words(claim, shown)
    return f"{told} …" if told and shown.clipped else told


def actors_of(claim: Claim) -> tuple[str, ...]:
    """Slugs of the actors that assert the claim or stand in it, each once."""
    said_by = [s.actor for s in claim.speakers if s.actor]
    return tuple(dict.fromkeys([*said_by, *claim.actors]))


def _figure(facts: Facts, number: int) -> str:
    quantity: Quantity = facts.quantities[number]
    low, high, unit = quantity.low, quantity.high, quantity.unit or ""
    about = "about " if quantity.approximate else ""
    if low is not None and high is not None:
        told = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    elif low is not None:
        told = f"{low:,} or more"
    elif high is not None:
        told = f"{high:,} or fewer"
    else:
        return ""
    return f"{about}{told} {unit}".strip()
