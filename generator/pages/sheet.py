"""One page being laid out: its addresses, its letters for sources, and claims as statements on it."""

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.model import (
    Basis,
    Claim,
    ClaimForm,
    Event,
    Facts,
    Factuality,
    Participant,
    Quantity,
    RoleHeld,
    Span,
    Speaker,
)
from generator.model.index import letters
from generator.pages import cues, readings, words
from generator.pages.days import in_words, is_day, sort_key
from generator.pages.desk import Desk, actor_page, source_page, topic_page
from generator.pages.excerpts import Excerpt
from generator.pages.views import Citation, Day, Happening, Name, Statement
from generator.text import slug as safe

__all__ = ["Citation", "Day", "Happening", "Name", "Sheet", "Statement", "actors_of"]

# So many other names of an actor are enough for a filter.
_MOST_TERMS = 12


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
        if (foreign := words.foreign(found.name)) is not None:
            about = f"{about}; {foreign}"
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
        return (
            replace(made, words=instead, form=None, stance=None, quoted=True)
            if instead and made.words is None
            else made
        )

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
            date=self._dated(claim, date),
            form=self._form(claim),
            stance=None if claim.factuality is Factuality.CERTAIN else words.STANCE[claim.factuality][0],
            quoted=claim.form is not ClaimForm.PARAPHRASE,
        )

    def _dated(self, claim: Claim, date: str | None) -> str | None:
        """The date on a card: of the statement, else of the report, and whether that is inferred."""
        if date is None or claim.said:
            return in_words(date) if date else None
        inferred = self.desk.article(claim.article).basis.published is Basis.INFERRED
        return f"reported {in_words(date)}{' (date inferred)' if inferred else ''}"

    def _form(self, claim: Claim) -> str:
        """How it is said, and whether in the headline or under a picture."""
        told = words.FORM[claim.form]
        blocks = self.desk.article(claim.article).blocks
        block = next((b for b in blocks if b.contains(claim.spans[0])), None)
        place = words.PLACE.get(block.kind) if block else None
        if place is None:
            return told
        return place if claim.form is ClaimForm.NARRATION else f"{place}, {told}"

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

    def dated(self, edtf: str, claims: Iterable[Claim]) -> Day:
        """A date in words, as it was found in the first of the claims that gives it; none may, but all together."""
        for claim in claims:
            events = self.desk.index.events_of_claim.get(claim.id, ())
            if edtf in (claim.when, claim.said, *(e.when for e in events)):
                return Day(text=in_words(edtf), edtf=edtf, how=self._how(edtf, claim), sure=is_day(edtf))
        return Day(text=in_words(edtf), edtf=edtf, how="from all reports of it together", sure=is_day(edtf))

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
        told = readings.root(self.desk.index.events_of_claim.get(claim.id, ()))
        return Statement(
            anchor=claim.id,
            number=self.desk.numbers[claim.id],
            speakers=tuple(self._who(s) for s in claim.speakers),
            verb=cues.told(facts.article, claim),
            addressee=self.actor(claim.addressee) if claim.addressee else None,
            via=self.actor(claim.via) if claim.via and claim.via != claim.addressee else None,
            publisher=self.publisher(claim.article),
            said=self.day(claim.said, claim),
            reported=None if claim.said else self.day(facts.article.published),
            when=self.day(claim.when, claim),
            words=_shown_words(claim, shown),
            clipped=shown.clipped,
            quoted=claim.form is not ClaimForm.PARAPHRASE,
            form=self._form(claim),
            stance=words.STANCE[claim.factuality],
            names=tuple(self.actor(a) for a in claim.actors),
            topics=self.topics(claim.topics),
            figures=tuple(_figure(facts, i) for i in claim.quantities),
            happenings=(self.happening(told, brief=True),) if told else (),
            judgement=f"{words.VERDICT[judged.verdict]}, {judged.who}, {judged.date}" if judged else None,
            citation=self.cite(claim),
            rule=claim.rule,
            order=sort_key(claim.said or self.desk.article(claim.article).published),
            keys=" ".join([*(f"a-{safe(a)}" for a in actors_of(claim)), *(f"t-{safe(t)}" for t in claim.topics)]),
            terms=self._terms(claim),
        )

    def _terms(self, claim: Claim) -> str:
        actors = (self.desk.index.actors[a] for a in actors_of(claim) if a in self.desk.index.actors)
        return " ".join(dict.fromkeys(t for a in actors for t in (a.name, *a.aliases[:_MOST_TERMS])))

    def statements(self, claims: Iterable[Claim]) -> tuple[Statement, ...]:
        """Claims as the page shows them."""
        return tuple(self.statement(c) for c in claims)

    def happening(self, event: Event, *, brief: bool = False) -> Happening:
        """The event as the page shows it: actors by name, other words by their heads unless shown anyway.

        `brief` is for a reading: the predicate's lemma, and heads alone.
        """
        claim = self.desk.index.claims.get(event.claim) if event.claim else None
        shown = self.desk.shown[event.article]

        def parts(spans: Sequence[Participant]) -> tuple[Name, ...]:
            told = [self._part(s, whole=shown.holds(s) and not brief) for s in spans]
            return tuple({n.text: n for n in told if n is not None}.values())

        told = words.deed(event) == event.predicate.lemma
        return Happening(
            type=words.EVENT[event.type.value],
            deed=words.deed(event),
            predicate=event.predicate.text if shown.holds(event.predicate) and not brief and told else None,
            agents=parts(event.agent),
            patients=parts(event.patient),
            joint=readings.joint(event, self.desk.article(event.article)) if told else None,
            recipients=parts(event.recipient),
            places=parts(event.place),
            when=self.day(event.when, claim),
            stance=words.STANCE[event.factuality],
            citation=self.cite(claim) if claim else None,
        )

    def _part(self, span: Participant, *, whole: bool) -> Name | None:
        if span.actor is not None and span.actor in self.desk.index.actors:
            return self.actor(span.actor)
        told = span.text if whole else readings.head(span)
        return Name(text=told) if told else None

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
    if told and len(told) > _CARD:
        return f"{told[:_CARD].rpartition(' ')[0] or told[:_CARD]} …"
    return f"{told} …" if told and shown.clipped else told


# Characters: no sentence of news is longer. A card stands wherever a claim is cited, so that a sentence of ten thousand
# words, cited for each of the thousand names in it, would otherwise make a page of many megabytes.
_CARD = 1_000


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
