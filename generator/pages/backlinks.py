"""Pages that mention an actor, with the words around its name: topics, and the pages of those who speak of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Actor, Claim
from generator.pages.sheet import Name, Sheet, Statement

_AROUND = 8  # Words on either side of the name.
_MOST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlink:
    """A page that mentions an actor.

    Attributes:
        page: Its name and address.
        statement: The claim by which it does: with the words goes who says them, and how sure.
        words: Those around the actor's name, verbatim; None where they are withheld.
    """

    page: Name
    statement: Statement
    words: str | None


def backlinks(actor: Actor, sheet: Sheet) -> tuple[Backlink, ...]:
    """Topics, those with the most claims that name the actor or are its own first; then those who speak of it."""
    index = sheet.desk.index
    claims = [*index.about.get(actor.slug, ()), *index.speaking.get(actor.slug, ())]
    by_topic: dict[str, list[Claim]] = {}
    for claim in claims:
        for topic in claim.topics:
            by_topic.setdefault(topic, []).append(claim)
    found = []
    for topic in sorted(by_topic, key=lambda t: (-len(by_topic[t]), t)):
        found += [_link(name, actor, by_topic[topic], sheet) for name in sheet.topics([topic])]
    by_speaker: dict[str, list[Claim]] = {}
    for claim in index.about.get(actor.slug, ()):
        for slug in _others(claim, actor, sheet):
            by_speaker.setdefault(slug, []).append(claim)
    told = sorted(by_speaker, key=lambda s: (-len(by_speaker[s]), s))
    found += [_link(sheet.actor(s), actor, by_speaker[s], sheet) for s in told]
    return tuple(found[:_MOST])


def _others(claim: Claim, actor: Actor, sheet: Sheet) -> Iterator[str]:
    paged = sheet.desk.paged
    yield from {s.actor: None for s in claim.speakers if s.actor and s.actor != actor.slug and s.actor in paged}


def _link(page: Name, actor: Actor, claims: Iterable[Claim], sheet: Sheet) -> Backlink:
    """With the first words that may be shown and hold the name; else with the first claim alone."""
    listed = list(claims)
    for claim in listed:
        words = sheet.desk.excerpt(claim).words
        told = around(words, (actor.name, *actor.aliases)) if words else None
        if told is not None:
            return Backlink(page=page, words=told, statement=sheet.statement(claim))
    return Backlink(page=page, words=None, statement=sheet.statement(listed[0]))


def around(words: str, names: Iterable[str]) -> str | None:
    """The name that stands first in the words, with a few on either side; None if none does.

    Args:
        words: Of an excerpt.
        names: The actor's, whole.
    """
    wanted = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True) if n)
    found = re.search(rf"\b(?:{wanted})\b", words) if wanted else None
    if found is None:
        return None
    before, after = words[: found.start()].split(), words[found.end() :].split(" ")
    cut = len(before) > _AROUND
    first = " ".join(before[-_AROUND:])
    rest = " ".join(after[: _AROUND + 1])
    start = f"… {first} " if cut else f"{first} " if first else ""
    return f"{start}{found[0]}{rest}{' …' if len(after) > _AROUND + 1 else ''}"
