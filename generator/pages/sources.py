"""What a source's page holds: the article's claims in its own order, and how it was read; the index of sources."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Article, BlockKind, Claim, Facts, MentionForm
from generator.pages import linked, words
from generator.pages.days import in_words
from generator.pages.desk import Desk, source_page
from generator.pages.render import Head
from generator.pages.sheet import Day, Name, Sheet, Statement
from generator.text import slug as safe
from generator.text import word_count

_BASIS = {
    "front-matter": "from the file’s front matter",
    "stated": "stated in the text",
    "inferred": "inferred",
    "unknown": "not known",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim on its source's page, with how it was read and who else reports it.

    Attributes:
        place: "byline"; None elsewhere (a headline or a caption is told by the form).
        cue: The word that showed it, verbatim, or None.
        fragment: First and last words of the shown excerpt, for a link to the place in the original.
        elsewhere: The same finding's claims in other articles.
    """

    statement: Statement
    place: str | None
    cue: str | None
    fragment: str | None
    dates: tuple[tuple[str, Day], ...]
    elsewhere: tuple[tuple[str, Name], ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLine:
    """Someone whom the article names, with the titles it gives."""

    name: Name
    anchor: str
    kind: str
    titles: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """All that a source's page shows."""

    title: str
    titled: str
    publisher: str
    published_by: str
    published: Day | None
    published_basis: str
    published_reason: str | None
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    language: str | None
    license: str | None
    url: str | None
    path: str
    sha256: str
    reliability: str
    reliable: str
    limited: bool
    shown: int
    words: int
    covered: int
    claims: tuple[ClaimLine, ...]
    withheld: int
    named: tuple[NamedLine, ...]
    left_aside: tuple[tuple[str, str], ...]
    silent: int
    paragraphs: int
    story: tuple[tuple[Name, str], ...]
    copies: tuple[tuple[Name, str], ...]
    corrected_by: Name | None
    corrects: tuple[tuple[Name, str], ...]
    model: str | None


def source_sheet(desk: Desk, article: Article) -> Sheet:
    """The sheet of a source's page: the source itself is A."""
    return Sheet(desk, source_page(article.id), [article.id])


def prepare(facts: Facts, sheet: Sheet) -> tuple[Head, SourcePage]:
    """The head and the data of a source's page."""
    article, desk = facts.article, sheet.desk
    shown = desk.shown[article.id]
    lines = tuple(_claim_line(c, facts, sheet) for c in facts.claims)
    publisher = desk.publisher(article.id)
    letter = desk.index.reliability(article.id)
    body = [b for b in article.blocks if b.kind is BlockKind.BODY]
    silent = [b for b in body if not any(c.sentence.overlaps(b) for c in facts.claims)]
    made = SourcePage(
        title=desk.title(article.id),
        titled=_BASIS[article.basis.title.value],
        publisher=publisher or "not stated",
        published_by=_BASIS[article.basis.publisher.value],
        published=sheet.day(article.published),
        published_basis=_BASIS[article.basis.published.value],
        published_reason=article.published_reason,
        authors=article.authors,
        agencies=article.origins,
        language=article.language,
        license=article.license,
        url=desk.original(article.id),
        path=article.path,
        sha256=article.sha256,
        reliability=letter,
        reliable=words.RELIABILITY[letter],
        limited=shown.limited,
        shown=_percent(shown.shown, shown.words),
        words=shown.words,
        covered=_percent(_covered(facts), word_count(article.text)),
        claims=lines,
        withheld=sum(x.statement.words is None for x in lines),
        named=_named(facts, sheet),
        left_aside=_left_aside(article),
        silent=len(silent),
        paragraphs=len(body),
        story=_others(desk.index.also_reported(article.id), sheet),
        copies=_others([a for a in desk.index.copies_of.get(article.id, ()) if a != article.id], sheet),
        corrected_by=_corrected(desk.index.superseded_by.get(article.id), sheet),
        corrects=_others([a for a, by in desk.index.superseded_by.items() if by == article.id], sheet),
        model=f"{facts.extractor.model}, extractor {facts.extractor.version}" if facts.extractor else None,
    )
    when = f", {in_words(article.published)}" if article.published else ""
    told = f"{publisher or 'Publisher not stated'}{when}: {len(lines)} claims, each with its evidence."
    head = Head(title=made.title, description=told, boost=0.01, linked=linked.of_article(article, desk))
    return head, made


def _corrected(by: str | None, sheet: Sheet) -> Name | None:
    return None if by is None else Name(text=sheet.desk.title(by), href=sheet.to(source_page(by)))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _covered(facts: Facts) -> int:
    """How many of the article's words stand in a sentence that a claim was read from."""
    ends = 0
    total = 0
    for start, end in sorted((c.sentence.start, c.sentence.end) for c in facts.claims):
        if end > ends:
            total += word_count(facts.article.text[max(start, ends) : end])
            ends = end
    return total


def _claim_line(claim: Claim, facts: Facts, sheet: Sheet) -> ClaimLine:
    desk = sheet.desk
    block = next((b for b in facts.article.blocks if b.contains(claim.spans[0])), None)
    dates = (("said", claim.said), ("speaks of", claim.when))
    events = tuple(e.type.value for e in desk.index.events_of_claim.get(claim.id, ()))
    return ClaimLine(
        statement=sheet.statement(claim),
        place="byline" if block and block.kind is BlockKind.BYLINE else None,
        cue=claim.cue.text if claim.cue else None,
        fragment=_fragment(claim, desk) if facts.article.url else None,
        dates=tuple((label, d) for label, edtf in dates if (d := sheet.day(edtf, claim)) is not None),
        elsewhere=_elsewhere(claim, sheet),
        events=tuple(dict.fromkeys(e for e in events if e != "OTHER")),
    )


def _fragment(claim: Claim, desk: Desk) -> str | None:
    """The first words of the excerpt, by which a browser finds the place (a text fragment)."""
    shown = desk.excerpt(claim)
    if shown.words is None:
        return None
    first = claim.spans[0].text.split()
    return " ".join(first[:8])


def _elsewhere(claim: Claim, sheet: Sheet) -> tuple[tuple[str, Name], ...]:
    """The same finding's claims in other articles: the publisher, and a link to the claim there."""
    index = sheet.desk.index
    finding = index.findings.get(index.finding_of.get(claim.id, ""))
    if finding is None:
        return ()
    others = [index.claims[c] for c in finding.claims if c in index.claims and index.claims[c].article != claim.article]
    once = {c.article: c for c in reversed(others)}
    return tuple(
        (sheet.publisher(a), Name(text=f"claim {sheet.desk.numbers[c.id]}", href=sheet.to(source_page(a), c.id)))
        for a, c in sorted(once.items())
    )


def _named(facts: Facts, sheet: Sheet) -> tuple[NamedLine, ...]:
    counts = Counter(m.actor for m in facts.mentions if m.actor and m.form is not MentionForm.PRONOUN)
    index = sheet.desk.index
    for slug in [s.actor for c in facts.claims for s in c.speakers if s.actor]:
        counts.setdefault(slug, 1)
    told = []
    for slug in sorted(counts, key=lambda s: (-counts[s], s)):
        if slug not in index.actors:
            continue
        held = [r.title for r in index.roles_of.get(slug, ()) if r.article == facts.article.id]
        told.append(
            NamedLine(
                name=sheet.actor(slug),
                anchor=f"n-{safe(slug)}",
                kind=words.KIND[index.actors[slug].kind],
                titles=tuple(dict.fromkeys(held)),
                times=counts[slug],
            )
        )
    return tuple(told)


def _left_aside(article: Article) -> tuple[tuple[str, str], ...]:
    """Why pieces of the file were left out, with the lines where they stood; never the pieces themselves."""
    lines: dict[str, list[int]] = {}
    for piece in article.removed:
        lines.setdefault(piece.reason, []).append(piece.line)
    return tuple((reason, _lines(sorted(set(at)))) for reason, at in lines.items())


def _lines(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:8]))
    more = f" and {len(numbers) - 8} more" if len(numbers) > 8 else ""
    return f"{'line' if len(numbers) == 1 else 'lines'} {shown}{more}"


def _others(articles: Sequence[str], sheet: Sheet) -> tuple[tuple[Name, str], ...]:
    return tuple(
        (Name(text=sheet.desk.title(a), href=sheet.to(source_page(a))), sheet.publisher(a)) for a in articles[:20]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A line of the index of sources."""

    name: Name
    publisher: str
    published: Day | None
    inferred: bool
    claims: int
    reliability: str
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesIndex:
    """The index of sources, newest first, and the publishers."""

    rows: tuple[SourceRow, ...]
    publishers: tuple[tuple[str, int, str], ...]


def prepare_index(sheet: Sheet) -> tuple[Head, SourcesIndex]:
    """The head and the data of the index of sources."""
    desk = sheet.desk
    dated = sorted(desk.dossier.facts, key=lambda f: f.article.published or "", reverse=True)
    counts = Counter(desk.index.publisher(a.id) for a in desk.dossier.articles)
    first = {desk.index.publisher(a.id): a.id for a in reversed(desk.dossier.articles)}
    named = [p for p in sorted(counts, key=lambda p: (-counts[p], p)) if not p.startswith("unknown:")]
    publishers = tuple((p, counts[p], desk.index.reliability(first[p])) for p in named)
    head = Head(title="Sources", description=f"{len(dated)} articles that this dossier rests on.", boost=None)
    return head, SourcesIndex(rows=tuple(_row(f, sheet) for f in dated), publishers=publishers)


def _row(facts: Facts, sheet: Sheet) -> SourceRow:
    article = facts.article
    return SourceRow(
        name=Name(text=sheet.desk.title(article.id), href=sheet.to(source_page(article.id))),
        publisher=sheet.desk.publisher(article.id) or "not stated",
        published=sheet.day(article.published),
        inferred=article.basis.published.value == "inferred",
        claims=len(facts.claims),
        reliability=sheet.desk.index.reliability(article.id),
        language=article.language,
    )
