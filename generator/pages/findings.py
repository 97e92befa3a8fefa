"""Findings as pages show them: the lead's statement, its standing, and each publisher's words side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Claim, Finding
from generator.pages import words
from generator.pages.sheet import Citation, Day, Name, Sheet, Statement
from generator.text import squash


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """Where a report comes from: who, through what, when; `own` is True for a publisher's own reporting."""

    who: Name
    via: Name | None
    said: Day | None
    own: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """Claims of a finding that do not agree: what about, and each of them."""

    about: str
    sides: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding on a page.

    Attributes:
        lead: The claim that says it best, of those whose words may be shown; `others` the rest, one for each wording.
        cells: The claims by publisher, in the order of the page's columns; empty without columns.
        publishers: How many publishers report it; `origins` where they have it from.
        reported: Whether `latest` is only when it was published.
        sure: How sure, from the least to the most, in words, with the key of its look.
    """

    id: str
    lead: Statement
    others: tuple[Statement, ...]
    cells: tuple[tuple[Statement, ...], ...]
    publishers: int
    origins: tuple[OriginView, ...]
    sure: tuple[str, str]
    latest: Day | None
    reported: bool
    credibility: int
    credible: str
    differences: tuple[DifferenceView, ...]
    topics: tuple[Name, ...]
    citations: tuple[Citation, ...]
    judged: bool


def view(finding: Finding, sheet: Sheet, columns: Iterable[str] = ()) -> FindingView:
    """The finding as the page shows it; `columns` are the publishers of a table, as `Index.publisher` names them."""
    index = sheet.desk.index
    claims = [index.claims[c] for c in finding.claims if c in index.claims]
    told = {c.id: sheet.statement(c) for c in claims}
    ordered = [index.claims[finding.lead], *claims]
    lead = next((c for c in ordered if sheet.desk.excerpt(c).words), ordered[0])
    others = [c for c in claims if c.id != lead.id]
    return FindingView(
        id=finding.id,
        lead=told[lead.id],
        others=tuple(told[c.id] for c in others),
        cells=tuple(tuple(told[c.id] for c in _of_publisher(claims, sheet, name)) for name in columns),
        publishers=len(finding.publishers),
        origins=tuple(_origin(o.speaker, o.via, o.said, o.claims, sheet) for o in finding.origins),
        sure=words.sure(finding.factuality),
        latest=sheet.day(finding.latest),
        reported=not any(c.said for c in claims),
        credibility=finding.credibility,
        credible=words.CREDIBILITY[finding.credibility],
        differences=tuple(
            DifferenceView(
                about=words.DIFFERENCE[d.about],
                sides=sheet.statements(index.claims[c] for c in d.claims if c in index.claims),
            )
            for d in finding.differences
        ),
        topics=sheet.topics(finding.topics),
        citations=sheet.cite_all([lead.id, *(c.id for c in others)]),
        judged=any(c.id in index.judgements for c in claims),
    )


def _of_publisher(claims: list[Claim], sheet: Sheet, name: str) -> list[Claim]:
    """The publisher's claims, one for each wording, those with shown words first."""
    mine = [c for c in claims if sheet.desk.index.publisher(c.article) == name]
    once = {squash(c.text): c for c in reversed(mine)}
    kept = [c for c in mine if once[squash(c.text)] is c]
    return sorted(kept, key=lambda c: sheet.desk.excerpt(c).words is None)


def _origin(
    speaker: str | None, via: str | None, said: str | None, claims: tuple[str, ...], sheet: Sheet
) -> OriginView:
    own = speaker is None
    who = Name(text=_publisher(via, sheet)) if speaker is None else sheet.actor(speaker)
    return OriginView(
        who=who,
        via=None if own or via is None else sheet.actor(via),
        said=sheet.day(said),
        own=own,
        citations=sheet.cite_all(claims),
    )


def _publisher(name: str | None, sheet: Sheet) -> str:
    if name is None:
        return "the publisher itself"
    if not name.startswith("unknown:"):
        return name
    article = name.removeprefix("unknown:")
    known = article in sheet.desk.index.articles
    return f"the unnamed publisher of {sheet.letter(article)}" if known else "an unnamed publisher"
