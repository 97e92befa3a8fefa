"""Which names of one article are one actor: states by the gazetteer, persons and organizations by the logic of names.

A `Cluster` gathers mentions by their index. Nothing is merged for being merely similar.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator import gazetteer, names
from generator.extraction.actors.naming import (
    QUARTERS,
    is_generic,
    may_abbreviate,
    nicknamed,
    quarter_of,
    shortens,
    state_of,
    well_known,
)
from generator.extraction.mentions.references import describes
from generator.model import ActorKind, Mention, MentionForm
from generator.text import fold

ACTORS = frozenset(
    {ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.PLACE, ActorKind.PEOPLE, ActorKind.FACILITY}
)
_IN = "name in "  # so begins what an office is found by whose state is told
_MOST = 150  # names of one article that are compared for a word that they share


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """Mentions (by index) that name one actor, while an article is being grouped.

    Attributes:
        name: The fullest name so far.
        state: Alpha-2 code that the gazetteer or the words beside a name give.
        listed: Whether the name is the gazetteer's, and stays.
    """

    name: str
    kind: ActorKind
    members: list[int] = field(default_factory=list)
    state: str | None = None
    listed: bool = False

    def add(self, index: int, name: str) -> None:
        """Takes a mention in; the fullest name wins, the earliest of equally full ones."""
        self.members.append(index)
        if not self.listed and _fullness(name, self.kind) > _fullness(self.name, self.kind):
            self.name = name


def _fullness(name: str, kind: ActorKind) -> tuple[int, int]:
    if kind is ActorKind.PERSON:
        return (len(names.words(name)), 0)
    return (0 if names.is_acronym(name) else 1, len(names.words(name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What the text around the mentions says, by index of the mention.

    Attributes:
        acting: Capitals that stand for their government.
        states: Alpha-2 codes of the states whose adjective or possessive stands right before a name.
        brackets: For a name in brackets, the index of the name right before them.
    """

    acting: frozenset[int]
    states: Mapping[int, str]
    brackets: Mapping[int, int]


def clusters(mentions: Sequence[Mention], clues: Clues) -> list[Cluster]:
    """The actors among the named mentions, in the order in which they first occur.

    Args:
        mentions: All mentions of the article; those of other kinds and forms are passed over.
        clues: What the text around them says.
    """
    named = [i for i, m in enumerate(mentions) if m.kind in ACTORS and _names_someone(m)]
    found = _Gathering(mentions, clues)
    open_ = [i for i in named if not found.place_listed(i)]
    full = [i for i in open_ if len(names.words(mentions[i].text)) > 1]
    for i in sorted(full, key=lambda i: -len(names.words(mentions[i].text))):
        found.place_full(i)
    for i in open_:
        if len(names.words(mentions[i].text)) < 2:
            found.place_short(i)
    return sorted(found.clusters(), key=lambda c: min(mentions[m].start for m in c.members))


def _names_someone(mention: Mention) -> bool:
    """Whether the mention is a name, or the North and its like, which mean one state."""
    if mention.form is MentionForm.DESCRIPTION:
        return mention.kind is ActorKind.STATE
    return mention.form is not MentionForm.PRONOUN and not describes(mention)


class _Gathering:
    """The clusters of one article as they grow, with what they are looked up by."""

    def __init__(self, mentions: Sequence[Mention], clues: Clues) -> None:
        self._mentions = mentions
        self._clues = clues
        self._by_key: dict[tuple[str, str], Cluster] = {}
        self._by_word: dict[tuple[str, str], dict[int, Cluster]] = {}
        self._home: dict[int, Cluster] = {}
        self._all: dict[int, Cluster] = {}
        named = [s for m in mentions if (s := state_of(m, acting=False)) is not None]
        self._so_called = {q: {s.code for s in named if s.name.startswith(f"{q} ")} for q in sorted(QUARTERS)}
        self._another: dict[str, bool] = {}
        self._by_office: dict[str, dict[int, Cluster]] = {}
        self._full: dict[str, list[str]] = {}
        for name in dict.fromkeys(m.text for m in mentions if m.kind is ActorKind.ORGANIZATION and " " in m.text):
            self._full.setdefault(fold(names.core(name))[:1], []).append(name)

    def clusters(self) -> list[Cluster]:
        """All clusters that hold a mention."""
        for cluster in self._all.values():
            cluster.members.sort()
        return list(self._all.values())

    def place_listed(self, index: int) -> bool:
        """States, peoples and well-known organizations, which have one name whatever they are called."""
        mention = self._mentions[index]
        state = state_of(mention, acting=index in self._clues.acting) or self._compass(mention)
        if state is not None:
            home = self._by_key.get(("state", state.code)) or Cluster(
                name=state.name, kind=state.kind, state=state.code, listed=True
            )
            self._put(index, [("state", state.code)], home)
            return True
        if (party := quarter_of(mention)) is not None:
            home = self._by_key.get(("region", party)) or Cluster(name=party, kind=ActorKind.PLACE, listed=True)
            self._put(index, [("region", party)], home)
            return True
        organization = well_known(mention)
        if organization is None or is_generic(organization.name) or self._means_another(mention.text):
            return False
        key = ("organization", organization.name)
        home = self._by_key.get(key) or Cluster(
            name=organization.name, kind=ActorKind.ORGANIZATION, state=organization.state, listed=True
        )
        self._put(index, [key, ("name", names.identity(mention.text))], home)
        return True

    def _means_another(self, name: str) -> bool:
        """Whether the article spells the acronym out as something else than the gazetteer does."""
        if not names.is_acronym(name):
            return False
        if name not in self._another:
            self._another[name] = any(
                names.stands_for(name, full) and gazetteer.organization_named(full) is None
                for full in self._full.get(fold(name)[:1], ())
            )
        return self._another[name]

    def _compass(self, mention: Mention) -> gazetteer.State | None:
        """The state that the North, the South and such mean: the one named in the article that is called so."""
        quarter = mention.text.split()[-1]
        if mention.kind is not ActorKind.STATE or quarter not in QUARTERS:
            return None
        codes = self._so_called[quarter]
        return gazetteer.states()[min(codes)] if len(codes) == 1 else None

    def _put(self, index: int, keys: Sequence[tuple[str, str]], home: Cluster) -> None:
        """The mention into the cluster, which is found by the keys from now on."""
        name = names.core(self._mentions[index].text)
        self._all.setdefault(id(home), home)
        self._home[index] = home
        for key in keys:
            self._by_key.setdefault(key, home)
            if key[0].startswith(_IN):
                self._by_office.setdefault(key[1], {}).setdefault(id(home), home)
        home.add(index, name)
        home.state = home.state or self._clues.states.get(index)
        for key in (*_words_of(name), *(_words_of(home.name) if home.listed else ())):
            block = self._by_word.setdefault(key, {})
            block.setdefault(id(home), home)

    def place_full(self, index: int) -> None:
        """A name of several words; the longer ones have been placed before it."""
        mention = self._mentions[index]
        key = self._key(index)
        home = self._by_key.get(key) or self._in_its_brackets(index)
        if home is None and (office := self._one_states(index)) is not None:
            # Not found by the bare name from now on: another state's may be named.
            self._put(index, [], office)
            return
        if home is None:
            near = self._near(index)
            home = near[0] if len(near) == 1 else Cluster(name=names.core(mention.text), kind=mention.kind)
        self._put(index, [key], home)

    def _key(self, index: int) -> tuple[str, str]:
        """What a name is found by; an office that every state has goes by its state as well, where that is told."""
        text = self._mentions[index].text
        if self._mentions[index].kind is ActorKind.ORGANIZATION and is_generic(text):
            state = self._clues.states.get(index)
            if state is not None:
                return (f"{_IN}{state}", names.identity(text))
        return ("name", names.identity(names.without_legal_form(text)))

    def _in_its_brackets(self, index: int) -> Cluster | None:
        """The well-known organization whose acronym stands in brackets right after the name."""
        if self._mentions[index].kind is not ActorKind.ORGANIZATION:
            return None
        short = next((i for i, full in self._clues.brackets.items() if full == index), None)
        home = self._home.get(short) if short is not None else None
        return home if home is not None and home.kind is ActorKind.ORGANIZATION else None

    def _one_states(self, index: int) -> Cluster | None:
        """The office so called of the one state that had one before: "the ministry" after "Norway's ministry"."""
        mention = self._mentions[index]
        if mention.kind is not ActorKind.ORGANIZATION or index in self._clues.states or not is_generic(mention.text):
            return None
        homes = self._by_office.get(names.identity(mention.text), {})
        return next(iter(homes.values())) if len(homes) == 1 else None

    def _near(self, index: int) -> list[Cluster]:
        """The clusters whose fuller name this one is a short form or another spelling of."""
        mention = self._mentions[index]
        listed = [fold(w) for w in names.words(mention.text)]
        block = self._with(("first", listed[0]), ("last", listed[-1]))
        if mention.kind is ActorKind.PERSON:
            return [
                c
                for c in block
                if c.kind is ActorKind.PERSON
                and (
                    names.same_person(c.name, mention.text)
                    or nicknamed(c.name, mention.text)
                    or names.is_part_of(mention.text, c.name)
                    or names.misspells(mention.text, c.name)
                )
            ]
        if mention.kind is ActorKind.ORGANIZATION:
            state = self._clues.states.get(index)
            block = [c for c in block if c.kind is ActorKind.ORGANIZATION and state in (None, c.state)]
            return [c for c in block if self._same_organization(mention.text, c)]
        return []

    def _same_organization(self, name: str, cluster: Cluster) -> bool:
        if cluster.listed and gazetteer.organization_named(name) is not None:
            return False
        return shortens(name, cluster.name) or names.misspells(name, cluster.name)

    def _with(self, *keys: tuple[str, str]) -> list[Cluster]:
        blocks = [self._by_word.get(key, {}) for key in keys]
        # A word that so many names share tells nothing, and comparing them all would take ages.
        return list({i: c for block in blocks if len(block) <= _MOST for i, c in block.items()}.values())

    def place_short(self, index: int) -> None:
        """A single word: the one actor of whose name it is a part, or an acronym; else one of its own."""
        mention = self._mentions[index]
        key = self._key(index)
        beside = self._clues.brackets.get(index)
        home = self._by_key.get(key)
        before = self._home.get(beside) if home is None and beside is not None else None
        if before is not None and may_abbreviate(mention.text, before.name, before.kind):
            home = before
        if home is None and (office := self._one_states(index)) is not None:
            self._put(index, [], office)
            return
        if home is None:
            homes = self._candidates(mention)
            if len(homes) > 1:
                # Who was called by the surname alone before another of that surname was named is so called to the end.
                homes = [c for c in homes if c.kind is ActorKind.PERSON and min(c.members) < index]
                if len(homes) != 1:
                    return
            home = homes[0] if homes else Cluster(name=names.core(mention.text), kind=mention.kind)
        self._put(index, [key], home)

    def _candidates(self, mention: Mention) -> list[Cluster]:
        word = fold(names.core(mention.text))
        if mention.kind is ActorKind.PERSON:
            last = [c for c in self._with(("last", word)) if c.kind is ActorKind.PERSON]
            first = [c for c in self._with(("first", word)) if c.kind is ActorKind.PERSON]
            found = [c for c in last if names.is_part_of(mention.text, c.name)]
            return found or [c for c in first if names.is_part_of(mention.text, c.name)]
        if names.is_acronym(mention.text):
            block = self._with(("letters", word.replace(".", "").replace("-", "")))
            found = [c for c in block if c.kind is not ActorKind.PERSON and names.stands_for(mention.text, c.name)]
            if found:
                return found
        if mention.kind is ActorKind.ORGANIZATION and not gazetteer.is_listed(mention.text):
            block = self._with(("first", word), ("last", word))
            return [c for c in block if c.kind is ActorKind.ORGANIZATION and shortens(mention.text, c.name)]
        return []


def _words_of(name: str) -> Iterator[tuple[str, str]]:
    """What a name of several words is looked up by: its first word, its last, its initials."""
    listed = [fold(w) for w in names.words(name)]
    if len(listed) > 1:
        yield ("first", listed[0])
        yield ("last", listed[-1])
        for letters in sorted({fold(names.acronym(name)), "".join(fold(w)[:1] for w in names.parts(name))}):
            yield ("letters", letters)
