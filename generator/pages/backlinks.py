"""Pages that mention an actor, with the words around its name: topics, and the pages of those who speak of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Actor, Claim
from generator.pages.sheet import Name, Sheet, Statement
from generator.text import word_count

_MOST = 24
_MOST_WORDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlink:
    """A page that mentions an actor.

    Attributes:
        page: Its name and address.
        statement: The claim by which it does: with the words go who says them, and how sure.
        told: Whether the claim's words are shown. They are shown whole or not at all: a piece cut out around the name
            may leave out that somebody only fears it, or denies it.
    """

    page: Name
    statement: Statement
    told: bool


def backlinks(actor: Actor, sheet: Sheet) -> tuple[Backlink, ...]:
    """Topics, those with the most claims that name the actor or are its own first; then those who speak of it."""
    index = sheet.desk.index
    about = index.about.get(actor.slug, ())
    by_topic: dict[str, list[Claim]] = {}
    for claim in (*about, *index.speaking.get(actor.slug, ())):
        for topic in claim.topics:
            by_topic.setdefault(topic, []).append(claim)
    by_speaker: dict[str, list[Claim]] = {}
    for claim in about:
        for slug in _others(claim, actor, sheet):
            by_speaker.setdefault(slug, []).append(claim)
    found = [_link(name, by_topic[t], sheet) for t in _most_first(by_topic) for name in sheet.topics([t])]
    found += [_link(sheet.actor(s), by_speaker[s], sheet) for s in _most_first(by_speaker)]
    return tuple(found[:_MOST])


def _most_first(found: dict[str, list[Claim]]) -> list[str]:
    return sorted(found, key=lambda key: (-len(found[key]), key))


def _others(claim: Claim, actor: Actor, sheet: Sheet) -> Iterator[str]:
    paged = sheet.desk.paged
    yield from {s.actor: None for s in claim.speakers if s.actor and s.actor != actor.slug and s.actor in paged}


def _link(page: Name, claims: Sequence[Claim], sheet: Sheet) -> Backlink:
    """With the first claim whose words may be shown and are few enough; else with the first claim alone."""
    brief = next((c for c in claims if _is_brief(c, sheet)), None)
    return Backlink(page=page, statement=sheet.statement(brief or claims[0]), told=brief is not None)


def _is_brief(claim: Claim, sheet: Sheet) -> bool:
    shown = sheet.desk.excerpt(claim)
    return shown.words is not None and not shown.clipped and word_count(shown.words) <= _MOST_WORDS
