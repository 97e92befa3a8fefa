"""Pairs of actors that may be one, for people to decide: never merged by the machine."""

from collections.abc import Iterator, Sequence

from generator.model import Actor, ActorKind, ActorRule, Suggestion
from generator.names import acronym, is_acronym, misspells, stands_for, words
from generator.text import fold

# Blocks larger than this hold too common a word to say anything.
_LARGEST = 60
# What a place may be called with or without; it may be another place, too: a province and its capital.
_SORTS = frozenset({"strip", "state", "province", "governorate", "oblast", "county", "region", "district", "city"}) | {
    "prefecture", "department", "island", "islands", "mountains", "valley", "peninsula", "territory",
}  # fmt: skip
# Two letters stand for too much.
_SHORTEST = 3


def suggestions(actors: Sequence[Actor], rules: Sequence[ActorRule] = ()) -> tuple[Suggestion, ...]:
    """The unsure pairs, each once, ordered by slugs.

    Only actors that share a word or an acronym are compared, so that the cost stays near linear.

    Args:
        actors: The dossier's.
        rules: People's; a pair that they keep apart (`not_names`) is decided, and not suggested again.
    """
    apart = _kept_apart(rules)
    found: dict[tuple[str, str], str] = {}
    for block in _blocks(actors):
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                reason = _reason(one, other)
                if reason is not None and not apart & {(one.name, other.name), (other.name, one.name)}:
                    low, high = sorted((one.slug, other.slug))
                    found.setdefault((low, high), reason)
    return tuple(Suggestion(one=a, other=b, reason=r) for (a, b), r in sorted(found.items()))


def _kept_apart(rules: Sequence[ActorRule]) -> frozenset[tuple[str, str]]:
    return frozenset((rule.name, name) for rule in rules for name in rule.not_names)


def _blocks(actors: Sequence[Actor]) -> Iterator[list[Actor]]:
    blocks: dict[tuple[str, ...], list[Actor]] = {}
    for actor in actors:
        for key in _keys(actor):
            blocks.setdefault(key, []).append(actor)
    for _, block in sorted(blocks.items()):
        if 1 < len(block) <= _LARGEST:
            yield block


def _keys(actor: Actor) -> Iterator[tuple[str, ...]]:
    listed = words(actor.name)
    if not listed:
        return
    if actor.kind is ActorKind.PERSON:
        yield ("surname", fold(listed[-1]))
        yield ("given", fold(listed[0]), fold(listed[-1])[:2])
    elif actor.kind is ActorKind.ORGANIZATION:
        yield ("acronym", fold(actor.name) if is_acronym(actor.name) else fold(acronym(actor.name)))
        yield ("first", fold(listed[0]))
    elif actor.kind is ActorKind.PLACE:
        yield ("place", fold(listed[0]))


def _reason(one: Actor, other: Actor) -> str | None:
    if one.kind is not other.kind or one.slug == other.slug:
        return None
    if one.kind is ActorKind.PLACE:
        return _places(words(one.name), words(other.name))
    if one.kind is ActorKind.PERSON:
        return _persons(one.name, other.name)
    short = min(one.name, other.name, key=len)
    if len(short) >= _SHORTEST and (stands_for(one.name, other.name) or stands_for(other.name, one.name)):
        return "an acronym and a name that it may stand for"
    if misspells(one.name, other.name):
        return "names one letter apart"
    return None


def _places(one: Sequence[str], other: Sequence[str]) -> str | None:
    short, long = sorted((one, other), key=len)
    if len(long) == len(short) + 1 and list(long[:-1]) == list(short) and fold(long[-1]) in _SORTS:
        return "one name with and without the word for what sort of place it is"
    return None


def _persons(one: str, other: str) -> str | None:
    a, b = words(one), words(other)
    if len(a) > 1 and len(b) > 1:
        if misspells(one, other):
            return "names one letter apart"
        if fold(a[-1]) == fold(b[-1]) and fold(a[0]) == fold(b[0]):
            return "one given name and surname, other middle names"
        if (
            fold(a[-1]) == fold(b[-1])
            and fold(a[0])[0] == fold(b[0])[0]
            and 1 in (len(a[0].strip(".")), len(b[0].strip(".")))
        ):
            return "one surname, and an initial that fits the given name"
    return None
