"""The offices that articles give the dossier's actors, each with the words that do."""

import re
from collections.abc import Sequence

from generator.model import Actor, Facts, Mention, RoleHeld, Span
from generator.text import fold

# How far from a mention of the actor the title may stand, in characters.
_REACH = 120
# What is no more, and what is not yet.
_OVER = frozenset({"former", "ex", "late", "erstwhile", "onetime", "ousted", "deposed", "retired", "then"})
_TO_COME = frozenset({"incoming", "elect", "designate", "future"})
# How far after the title a date may begin, and the words before it.
_NEXT = 24
_BOUND = re.compile(r",?\s+(?:of [A-Z]\w+,?\s+)?(?:(?P<since>since|from)|until|till)\s+", re.IGNORECASE)


def roles_held(facts: Sequence[Facts]) -> tuple[RoleHeld, ...]:
    """Every title that an article gives an actor, by actor, article and place in the text.

    Args:
        facts: With the dossier's slugs, ordered by article id.
    """
    found = [r for f in facts for r in _of_article(f)]
    return tuple(sorted(found, key=lambda r: (r.actor, r.article, r.evidence.start, r.title)))


def _of_article(facts: Facts) -> list[RoleHeld]:
    mentions: dict[str, list[Mention]] = {}
    for mention in facts.mentions:
        if mention.actor is not None:
            mentions.setdefault(mention.actor, []).append(mention)
    found = []
    for actor in facts.actors:
        for title in actor.roles:
            held = _held(facts, actor, title, mentions.get(actor.slug, []))
            if held is not None:
                found.append(held)
    return found


def _held(facts: Facts, actor: Actor, title: str, mentions: Sequence[Mention]) -> RoleHeld | None:
    """The title with its evidence: where it stands nearest to a mention of the actor."""
    text, best = facts.article.text, None
    for mention in mentions:
        low, high = max(0, mention.start - _REACH), mention.end + _REACH
        before = text.rfind(title, low, mention.start)
        after = text.find(title, mention.end, high)
        for at in (before, after):
            if at >= 0:
                gap = mention.start - at if at < mention.start else at - mention.end
                best = min(best, (gap, at)) if best is not None else (gap, at)
    if best is None:
        return None
    at = best[1]
    evidence = facts.article.span(at, at + len(title))
    return RoleHeld(
        actor=actor.slug,
        title=title,
        article=facts.article.id,
        evidence=evidence,
        state=actor.state,
        date=_held_when(title, evidence, facts),
    )


def _held_when(title: str, evidence: Span, facts: Facts) -> str | None:
    """The time of which the words say so: of the article, of all time before it ("former"), or what they state.

    "minister since March 2023" tells when it began, "minister until 2019" when it was over.
    """
    published = facts.article.published
    stated = _stated(evidence, facts)
    if stated is not None:
        return stated
    marks = frozenset(fold(title).replace("-", " ").split())
    if published is None or "/" in published or not marks & (_OVER | _TO_COME):
        return published
    return f"../{published}" if marks & _OVER else f"{published}/.."


def _stated(evidence: Span, facts: Facts) -> str | None:
    for date in facts.dates:
        gap = facts.article.text[evidence.end : date.start] if 0 <= date.start - evidence.end <= _NEXT else ""
        told = _BOUND.fullmatch(gap)
        if told is not None and date.edtf is not None and "/" not in date.edtf:
            return f"{date.edtf}/.." if told["since"] else f"../{date.edtf}"
    return None
