"""Everything woven into one Dossier: ordered for good, people's judgements applied. No work of its own beside that."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import (
    Actor,
    Claim,
    Curation,
    Difference,
    Dossier,
    Facts,
    Finding,
    Happening,
    Link,
    RoleHeld,
    Settings,
    Story,
    Suggestion,
    Superseded,
    Topic,
)


def weave(  # noqa: PLR0913 - the parts of a dossier are what they are; each is named at the call
    *,
    settings: Settings,
    curation: Curation,
    facts: Iterable[Facts],
    actors: Iterable[Actor] = (),
    roles: Iterable[RoleHeld] = (),
    topics: Iterable[Topic] = (),
    findings: Iterable[Finding] = (),
    links: Iterable[Link] = (),
    stories: Iterable[Story] = (),
    copies: Iterable[Iterable[str]] = (),
    suggestions: Iterable[Suggestion] = (),
    superseded: Iterable[Superseded] = (),
    happenings: Iterable[Happening] = (),
) -> Dossier:
    """The dossier of these parts, in an order that follows from them alone.

    Articles by id, their claims, events and mentions by place; actors by slug; findings by weight, the
    heaviest first; topics as given. A claim that a person rejected stays on its source's page, marked, but
    carries no finding and no link; what rests on it alone falls away.
    """
    ordered = tuple(sorted((_ordered(f) for f in facts), key=lambda f: f.article.id))
    rejected = rejected_claims(curation)
    place = {c.id: n for n, c in enumerate(c for f in ordered for c in f.claims)}
    kept = (_without(f, rejected) for f in findings)
    found = (replace(f, claims=_by_place(f.claims, place)) for f in kept if f is not None)
    joined = (_unlinked(x, rejected) for x in links)
    return Dossier(
        settings=settings,
        curation=curation,
        facts=ordered,
        actors=tuple(sorted(actors, key=lambda a: a.slug)),
        topics=tuple(topics),
        roles=tuple(sorted(roles, key=_role_order)),
        findings=tuple(sorted(found, key=lambda f: (-f.weight, f.id))),
        links=tuple(sorted((x for x in joined if x is not None), key=lambda x: (x.source, x.target, x.type, x.id))),
        stories=tuple(sorted(stories, key=lambda s: (s.earliest or "~", s.id))),
        copies=tuple(sorted(tuple(group) for group in copies)),
        suggestions=tuple(sorted(suggestions, key=lambda s: (s.one, s.other, s.reason))),
        superseded=tuple(sorted(superseded, key=lambda s: (s.article, s.by))),
        happenings=tuple(h for h in happenings if not rejected.intersection(h.claims)),
    )


def rejected_claims(curation: Curation) -> frozenset[str]:
    """Ids of the claims that people rejected; leave them out before findings are sought."""
    return curation.rejected()


def _ordered(facts: Facts) -> Facts:
    """The facts with their claims in the order of the text; most come so, and then they stay as they are."""
    starts = [_claim_order(c) for c in facts.claims]
    if all(one <= other for one, other in pairwise(starts)):
        return facts
    return replace(facts, claims=tuple(sorted(facts.claims, key=_claim_order)))


def _claim_order(claim: Claim) -> tuple[int, int, str]:
    return claim.spans[0].start, -claim.spans[-1].end, claim.id


def _role_order(role: RoleHeld) -> tuple[str, str, int, str]:
    return role.actor, role.article, role.evidence.start, role.title


def _by_place(claims: Iterable[str], place: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(claims, key=lambda c: (place.get(c, len(place)), c)))


def _without(finding: Finding, rejected: Container[str]) -> Finding | None:
    """The finding without the rejected claims; None where nothing is left.

    Its figures (weight, credibility, span of days) are mended by leaving those claims out before findings
    are sought, which the pipeline does; this is the last gate, so that no page can rest on a rejected claim.
    """
    claims = _kept(finding.claims, rejected)
    if len(claims) == len(finding.claims):
        return finding
    if not claims:
        return None
    origins = (replace(o, claims=_kept(o.claims, rejected)) for o in finding.origins)
    return replace(
        finding,
        claims=claims,
        lead=finding.lead if finding.lead not in rejected else claims[0],
        origins=tuple(o for o in origins if o.claims),
        differences=tuple(_differing(finding.differences, rejected)),
    )


def _differing(differences: Sequence[Difference], rejected: Container[str]) -> Iterable[Difference]:
    for difference in differences:
        claims = _kept(difference.claims, rejected)
        if len(claims) > 1:
            yield replace(difference, claims=claims)


def _unlinked(link: Link, rejected: Container[str]) -> Link | None:
    claims = _kept(link.claims, rejected)
    if not claims and not link.evidence and link.claims:
        return None
    return link if len(claims) == len(link.claims) else replace(link, claims=claims)


def _kept(claims: Iterable[str], rejected: Container[str]) -> tuple[str, ...]:
    return tuple(c for c in claims if c not in rejected)
