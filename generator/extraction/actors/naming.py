"""What one name of an article says by itself: its state, the well-known organization it is, what it may shorten."""

from collections.abc import Iterable

from generator import gazetteer, names
from generator.model import ActorKind, Mention
from generator.text import fold

QUARTERS = frozenset({"North", "South", "East", "West"})
# Most words that an organization's short name may leave out.
_LEFT_OUT = 3


def nicknamed(one: str, other: str) -> bool:
    """Whether two full names differ only in that one has a short form of the given name: "Larry" and "Lawrence"."""
    a, b = names.bare_person(one), names.bare_person(other)
    if len(a) < 2 or a[1:] != b[1:] or names.generation(one) != names.generation(other):
        return False
    return b[0] in gazetteer.long_forms(a[0]) or a[0] in gazetteer.long_forms(b[0])


def may_abbreviate(short: str, full: str, kind: ActorKind) -> bool:
    """Whether what stands in brackets after a name abbreviates it: "(R-AZ)" after a senator's name does not."""
    return names.is_acronym(short) and (kind is not ActorKind.PERSON or names.stands_for(short, full))


def quarter_of(mention: Mention) -> str | None:
    """The West, which the West and Western both mean."""
    if mention.kind not in (ActorKind.PLACE, ActorKind.PEOPLE):
        return None
    region = gazetteer.region_named(mention.text) or gazetteer.region_of(mention.text)
    return region if region in QUARTERS else None


def well_known(mention: Mention) -> gazetteer.Organization | None:
    """The well-known organization that is meant, also with its legal form and "Group" after the name."""
    if mention.kind is not ActorKind.ORGANIZATION:
        return None
    bare = names.without_legal_form(mention.text)
    short = bare.rsplit(maxsplit=1)[0] if fold(bare).endswith((" group", " holdings")) else bare
    found = (gazetteer.organization_named(n) for n in (mention.text, bare, short))
    return next((o for o in found if o is not None), None)


def shortens(short: str, full: str) -> bool:
    """Whether an organization may be called by the shorter name once the fuller one has been given.

    It is the fuller name without its last words, where those say what it is or are few ("Northrop"), or its last
    words, where they are an office's ("Air Force").
    """
    a, b = [fold(w) for w in names.words(short)], [fold(w) for w in names.words(full)]
    if not a or len(a) >= len(b) or len(b) - len(a) > _LEFT_OUT:
        return False
    if b[: len(a)] == a:
        return all(_tells_what(w) for w in b[len(a) :]) or len(b) - len(a) == 1
    return b[-len(a) :] == a and is_generic(short)


def _tells_what(word: str) -> bool:
    return word in gazetteer.words("actors", "organization_last")


def is_generic(name: str) -> bool:
    """Whether every state may have an organization of that name: "Foreign Ministry", "Supreme Court", "Senate"."""
    listed = gazetteer.organization_named(name)
    if names.is_acronym(name) or (listed is not None and listed.state is not None):
        return False
    common = gazetteer.words("actors", "offices")
    return all(fold(w) in common for w in names.words(name))


def state_of(mention: Mention, *, acting: bool) -> gazetteer.State | None:
    """The state that the words mean: by its name, its adjective, or its capital where that acts."""
    if mention.kind in (ActorKind.PERSON, ActorKind.FACILITY):
        return None
    text = gazetteer.mended(mention.text)
    state = gazetteer.state_named(text)
    if state is None and mention.kind in (ActorKind.PEOPLE, ActorKind.STATE):
        state = gazetteer.adjective_of(text)
    if state is None and mention.kind is ActorKind.STATE:
        state = gazetteer.seat_of(text)
    if state is None and acting:
        state = gazetteer.capital_of(text)
    return state


def in_brackets(text: str, mentions: Iterable[Mention]) -> dict[int, int]:
    """For every mention that stands alone in brackets: the index of the mention right before them."""
    found: dict[int, int] = {}
    by_end: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        opened = text[max(0, mention.start - 3) : mention.start]
        if opened.endswith("(") and text[mention.end : mention.end + 1] == ")":
            before = by_end.get(mention.start - len(opened) + len(opened[:-1].rstrip()))
            if before is not None:
                found[i] = before
        by_end[mention.end] = i
    return found
