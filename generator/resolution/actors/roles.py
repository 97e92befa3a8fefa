"""The offices that articles give the dossier's actors, each with the words that do."""

from collections.abc import Sequence

from generator.model import Actor, Facts, Mention, RoleHeld

# How far from a mention of the actor the title may stand, in characters.
_REACH = 120


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
        date=facts.article.published,
    )
