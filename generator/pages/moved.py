"""Old addresses: where people say that two names are one actor's, the other's page leads to the one that stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Actor, ActorKind, ActorRule
from generator.names import lasting_slug
from generator.pages.desk import Desk, actor_page
from generator.pages.render import Head
from generator.pages.sheet import Name, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """A name whose actor has its page under another one."""

    name: str
    goal: Name


def pages(desk: Desk) -> Iterator[tuple[str, tuple[str, Actor]]]:
    """Path below docs/ to the name and the actor that it belongs to, for each name that people added to an actor."""
    taken = {actor_page(a) for a in desk.index.actors}
    for rule in desk.dossier.curation.actors:
        home = _home(rule, desk)
        if home is None:
            continue
        for name in rule.names:
            path = actor_page(_slug(name, home.kind))
            if path not in taken:
                taken.add(path)
                yield path, (name, home)


def _home(rule: ActorRule, desk: Desk) -> Actor | None:
    found = desk.index.actors.get(_slug(rule.name, rule.kind))
    return found if found is not None and found.slug in desk.paged else None


def _slug(name: str, kind: ActorKind | None) -> str:
    return lasting_slug(name, person=kind is ActorKind.PERSON)


def prepare(told: tuple[str, Actor], sheet: Sheet) -> tuple[Head, MovedPage]:
    """The head and the data of such a page."""
    name, actor = told
    head = Head(
        title=name,
        description=f"{name} is told under {actor.name}.",
        boost=None,
        moved=sheet.html_to(actor_page(actor.slug)),
    )
    return head, MovedPage(name=name, goal=sheet.actor(actor.slug))
