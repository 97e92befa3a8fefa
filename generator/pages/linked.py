"""What pages tell machines: JSON-LD in the vocabulary of schema.org (https://schema.org/docs/full.html).

It says no more than the page does: words that are withheld there are withheld here, and a claim is a Claim with its
author and the article in which it appears, never a fact. A date that schema.org has no form for (a season, "about")
is left out.
"""

from collections.abc import Iterable, Mapping

from generator.edtf import iso
from generator.model import Actor, ActorKind, Article, Claim, Dossier, Finding
from generator.pages.desk import Desk

Linked = Mapping[str, object]
_CONTEXT = "https://schema.org"
_TYPES = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.STATE: "Country",
    ActorKind.PLACE: "Place",
    ActorKind.EVENT: "Event",
    ActorKind.WORK: "CreativeWork",
}
_MOST = 20  # Findings, claims or other names on one page.


def of_dossier(dossier: Dossier) -> Linked:
    """The dossier, and the articles that it is made of."""
    newest = max((a.published for a in dossier.articles if a.published), default=None)
    return _told(
        _CONTEXT,
        "Dataset",
        name=dossier.settings.title,
        description=dossier.settings.scope,
        dateModified=iso(newest),
    )


def of_article(article: Article, desk: Desk) -> Linked:
    """An article: its page is about it, and is not it."""
    return {"@context": _CONTEXT, "@type": "WebPage", "mainEntity": _article(article, desk)}


def of_actor(actor: Actor) -> Linked:
    """An actor, by all its names."""
    return _told(
        _CONTEXT,
        _TYPES.get(actor.kind, "Thing"),
        name=actor.name,
        alternateName=[a for a in actor.aliases if a != actor.name][:_MOST],
    )


def of_findings(name: str, findings: Iterable[Finding], desk: Desk) -> Linked:
    """The findings of a page, each by the claim that says it best, as far as its words may be shown."""
    leads = (desk.claim(f.lead) for f in findings)
    claims = [_claim(c, desk) for c in leads if desk.excerpt(c).words is not None][:_MOST]
    return _told(_CONTEXT, "ItemList", name=name, itemListElement=claims)


def _claim(claim: Claim, desk: Desk) -> Linked:
    actors = desk.index.actors
    speakers = [found for s in claim.speakers if (found := actors.get(s.actor or ""))]
    return _told(
        None,
        "Claim",
        text=desk.excerpt(claim).words,
        author=[_told(None, _TYPES.get(a.kind, "Thing"), name=a.name) for a in speakers],
        datePublished=iso(claim.said),
        appearance=_article(desk.article(claim.article), desk),
    )


def _article(article: Article, desk: Desk) -> Linked:
    publisher = desk.publisher(article.id)
    return _told(
        None,
        "NewsArticle",
        headline=desk.title(article.id),
        publisher=_told(None, "Organization", name=publisher) if publisher else None,
        datePublished=iso(article.published),
        url=desk.original(article.id),
        inLanguage=article.language,
        sha256=article.sha256,
    )


def _told(context: str | None, kind: str, **fields: object) -> Linked:
    """An object of schema.org without the fields of which nothing is known."""
    head: dict[str, object] = {"@context": context} if context else {}
    return head | {"@type": kind} | {name: value for name, value in fields.items() if value}
