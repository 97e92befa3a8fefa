"""Facts and dossiers made by hand, without the language model: the tests say what was read, in a few words.

    facts = facts_of(
        "herald-1",
        "Ruritania sent 40 tanks to Freedonia, Minister Ada Quill said on Monday.",
        publisher="The Herald",
        published="2024-05-07",
        names={"Ruritania": "ruritania", "Freedonia": "freedonia", "Ada Quill": "ada-quill"},
        figures=[figure("40 tanks", 40, 40, "tanks")],
        claims=[says("Ruritania sent 40 tanks to Freedonia", by="Ada Quill", cue="said", said="2024-05-06")],
        events=[happens("AID", "sent", agent=["Ruritania"], patient=["40 tanks"], recipient=["Freedonia"])],
    )

Words are looked up in the text (the first place where they stand, or the first inside the claim); names
become mentions wherever they stand, of states unless `actors` say otherwise; claims get the actors and
figures that their words hold; an event belongs to the first claim that its predicate stands in.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.contract import claim_id
from generator.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Claim,
    ClaimForm,
    Cue,
    Curation,
    DateMention,
    Dossier,
    Event,
    EventType,
    Extent,
    Facts,
    Factuality,
    Grain,
    Mention,
    MentionForm,
    Participant,
    Quantity,
    Settings,
    Span,
    Speaker,
    SpeakerKind,
)
from generator.text import digest


@dataclass(frozen=True, kw_only=True)
class Says:
    """A claim to be made: its words (in one piece or several), and everything that was read of it."""

    words: tuple[str, ...]
    by: tuple[str, ...] = ()
    cue: str | None = None
    kind: SpeakerKind | None = None
    form: ClaimForm | None = None
    factuality: Factuality = Factuality.CERTAIN
    said: str | None = None
    via: str | None = None
    addressee: str | None = None
    when: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Happens:
    """An event to be made: type, word, and the words of those that take part."""

    type: str
    predicate: str
    agent: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    when: str | None = None
    factuality: Factuality = Factuality.CERTAIN


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A quantity to be made."""

    words: str
    low: float | None
    high: float | None
    unit: str | None
    of: str | None = None
    approximate: bool = False


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A date expression to be made."""

    words: str
    edtf: str | None
    grain: Grain | None = Grain.DAY


def says(  # a call of this reads as one line of a table
    *words: str,
    by: str | Sequence[str] = (),
    cue: str | None = None,
    kind: SpeakerKind | None = None,
    form: ClaimForm | None = None,
    factuality: str | Factuality = Factuality.CERTAIN,
    said: str | None = None,
    via: str | None = None,
    addressee: str | None = None,
    when: str | None = None,
    topics: Sequence[str] = (),
) -> Says:
    """A claim of these words; `by` holds the words that name who says it (none: narration)."""
    speakers = (by,) if isinstance(by, str) else tuple(by)
    return Says(
        words=words,
        by=speakers,
        cue=cue,
        kind=kind,
        form=form,
        factuality=Factuality(factuality),
        said=said,
        via=via,
        addressee=addressee,
        when=when,
        topics=tuple(topics),
    )


def happens(
    kind: str,
    predicate: str,
    *,
    agent: Sequence[str] = (),
    patient: Sequence[str] = (),
    recipient: Sequence[str] = (),
    place: Sequence[str] = (),
    when: str | None = None,
    factuality: str | Factuality = Factuality.CERTAIN,
) -> Happens:
    """An event of that PLOVER type."""
    return Happens(
        type=kind,
        predicate=predicate,
        agent=tuple(agent),
        patient=tuple(patient),
        recipient=tuple(recipient),
        place=tuple(place),
        when=when,
        factuality=Factuality(factuality),
    )


def figure(
    words: str,
    low: float | None,
    high: float | None,
    unit: str | None = None,
    *,
    of: str | None = None,
    approximate: bool = False,
) -> Figure:
    """A quantity of these words."""
    return Figure(words=words, low=low, high=high, unit=unit, of=of, approximate=approximate)


def dated(words: str, edtf: str | None, grain: Grain | None = Grain.DAY) -> Dated:
    """A date expression of these words."""
    return Dated(words=words, edtf=edtf, grain=grain)


def article_of(
    identity: str,
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = "2024-11-22",
    url: str | None = None,
    origins: Sequence[str] = (),
    license: str | None = None,  # noqa: A002 - the contract's name for it
) -> Article:
    """An article whose blocks are the text's paragraphs; the one that is the title is its headline."""
    blocks = []
    for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        is_title = title is not None and match[0].strip() == title
        kind = BlockKind.HEADLINE if is_title else BlockKind.BODY
        blocks.append(Block(kind=kind, start=match.start(), end=match.end()))
    return Article(
        id=identity,
        path=f"seeds/{identity}.txt",
        sha256=digest(f"{identity}\n{text}"),
        text=text,
        title=title,
        publisher=publisher,
        published=published,
        language="en",
        url=url,
        license=license,
        blocks=tuple(blocks),
        origins=tuple(origins),
    )


def facts_of(
    identity: str | Article,
    text: str = "",
    *,
    names: Mapping[str, str] | None = None,
    claims: Sequence[Says] = (),
    events: Sequence[Happens] = (),
    figures: Sequence[Figure] = (),
    dates: Sequence[Dated] = (),
    actors: Sequence[Actor] = (),
    **meta: object,
) -> Facts:
    """The facts of one article: an Article, or an id and a text (`meta` goes to `article_of`).

    Raises:
        ValueError: Words that do not stand in the text.
    """
    article = identity if isinstance(identity, Article) else article_of(identity, text, **meta)  # type: ignore[arg-type]
    mentions = _mentions(article, names or {}, {a.slug: a.kind for a in actors})
    quantities = tuple(sorted((_quantity(article, f) for f in figures), key=lambda q: q.start))
    made = tuple(_claim(article, c, mentions, quantities) for c in claims)
    known = {a.slug for a in actors}
    slugs = sorted({m.actor for m in mentions if m.actor} - known)
    return Facts(
        article=article,
        mentions=mentions,
        actors=tuple(sorted((*actors, *(actor_of(s) for s in slugs)), key=lambda a: a.slug)),
        claims=made,
        dates=tuple(_date(article, d) for d in dates),
        quantities=quantities,
        events=tuple(_event(article, e, made, mentions) for e in events),
    )


def actor_of(slug: str, name: str | None = None, kind: ActorKind = ActorKind.STATE, **more: object) -> Actor:
    """An actor; its name is the slug in capitals unless one is given."""
    return Actor(slug=slug, name=name or slug.replace("-", " ").title(), kind=kind, **more)  # type: ignore[arg-type]


def actors_in(facts: Iterable[Facts]) -> tuple[Actor, ...]:
    """The actors of all the facts, each slug once, sorted: what resolution would hand on."""
    found = {a.slug: a for f in facts for a in f.actors}
    return tuple(found[slug] for slug in sorted(found))


def dossier_of(facts: Iterable[Facts], **more: object) -> Dossier:
    """A dossier of these facts and nothing else but what `more` says."""
    ordered = tuple(sorted(facts, key=lambda f: f.article.id))
    base = Dossier(settings=Settings(), curation=Curation(), facts=ordered, actors=actors_in(ordered))
    return replace(base, **more)  # type: ignore[arg-type]


def _find(article: Article, words: str, within: Sequence[Extent] = ()) -> Span:
    for place in within or (Extent(start=0, end=len(article.text)),):
        at = article.text.find(words, place.start, place.end)
        if at >= 0:
            return article.span(at, at + len(words))
    raise ValueError(f"{words!r} does not stand in {article.id}")


def _date(article: Article, told: Dated) -> DateMention:
    span = _find(article, told.words)
    return DateMention(start=span.start, end=span.end, text=span.text, edtf=told.edtf, grain=told.grain, rule="test")


def _mentions(article: Article, names: Mapping[str, str], kinds: Mapping[str, ActorKind]) -> tuple[Mention, ...]:
    if not names:
        return ()
    longest_first = sorted(names, key=lambda n: (-len(n), n))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    return tuple(
        Mention(
            start=m.start(),
            end=m.end(),
            text=m[0],
            form=MentionForm.NAME,
            kind=kinds.get(names[m[0]], ActorKind.STATE),
            actor=names[m[0]],
        )
        for m in pattern.finditer(article.text)
    )


def _quantity(article: Article, told: Figure) -> Quantity:
    span = _find(article, told.words)
    return Quantity(
        start=span.start,
        end=span.end,
        text=span.text,
        low=told.low,
        high=told.high,
        approximate=told.approximate,
        unit=told.unit,
        of=told.of,
    )


def _claim(article: Article, told: Says, mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> Claim:
    spans = tuple(_find(article, w) for w in told.words)
    cue = _find(article, told.cue) if told.cue else None
    form = told.form or (ClaimForm.PARAPHRASE if told.by else ClaimForm.NARRATION)
    inside = [m.actor for m in mentions if m.actor and any(s.contains(m) for s in spans)]
    return Claim(
        id=claim_id(article.sha256, spans),
        article=article.id,
        spans=spans,
        sentence=Extent(start=min(s.start for s in spans), end=max(s.end for s in spans)),
        form=form,
        speakers=tuple(_speaker(article, w, told.kind, mentions) for w in told.by),
        cue=Cue(start=cue.start, end=cue.end, text=cue.text, lemma=cue.text) if cue else None,
        factuality=told.factuality,
        said=told.said,
        via=told.via,
        addressee=told.addressee,
        when=told.when,
        actors=tuple(dict.fromkeys(inside)),
        topics=told.topics,
        quantities=tuple(i for i, q in enumerate(quantities) if any(s.contains(q) for s in spans)),
        rule="test",
    )


def _speaker(article: Article, words: str, kind: SpeakerKind | None, mentions: Sequence[Mention]) -> Speaker:
    span = _find(article, words)
    actor = _actor_at(span, mentions)
    found = kind or (SpeakerKind.NAMED if actor else SpeakerKind.ROLE)
    return Speaker(start=span.start, end=span.end, text=span.text, kind=found, actor=actor)


def _actor_at(span: Span, mentions: Sequence[Mention]) -> str | None:
    return next((m.actor for m in mentions if span.overlaps(m)), None)


def _event(article: Article, told: Happens, claims: Sequence[Claim], mentions: Sequence[Mention]) -> Event:
    holder = next((c for c in claims if any(told.predicate in s.text for s in c.spans)), None)
    places: Sequence[Extent] = holder.spans if holder else ()
    word = _find(article, told.predicate, places)

    def part(words: Sequence[str]) -> tuple[Participant, ...]:
        spans = [_find(article, w, places) for w in words]
        return tuple(Participant(start=s.start, end=s.end, text=s.text, actor=_actor_at(s, mentions)) for s in spans)

    return Event(
        article=article.id,
        type=EventType(told.type),
        predicate=Cue(start=word.start, end=word.end, text=word.text, lemma=word.text),
        agent=part(told.agent),
        patient=part(told.patient),
        recipient=part(told.recipient),
        place=part(told.place),
        when=told.when,
        factuality=told.factuality,
        claim=holder.id if holder else None,
    )
