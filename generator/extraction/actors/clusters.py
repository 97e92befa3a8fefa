"""Which names of one article are one actor: states by the gazetteer, persons and organizations by the logic of names.

A `Cluster` gathers mentions by their index. Nothing is merged for being merely similar.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator import gazetteer, names
from generator.extraction.mentions.references import describes
from generator.gazetteer import words
from generator.model import ActorKind, Mention, MentionForm
from generator.text import fold

ACTORS = frozenset(
    {ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.PLACE, ActorKind.PEOPLE, ActorKind.FACILITY}
)

_QUARTERS = frozenset({"North", "South", "East", "West"})


@dataclass(slots=True, kw_only=True)
class Cluster:
    """Mentions (by index) that name one actor, while an article is being grouped.

    Attributes:
        name: The fullest name so far.
        state: Alpha-2 code that the gazetteer gives.
    """

    name: str
    kind: ActorKind
    members: list[int] = field(default_factory=list)
    state: str | None = None

    def add(self, index: int, name: str) -> None:
        """Takes a mention in; the fullest name wins, the earliest of equally full ones."""
        self.members.append(index)
        if _fullness(name, self.kind) > _fullness(self.name, self.kind):
            self.name = name


def _fullness(name: str, kind: ActorKind) -> tuple[int, int]:
    if kind is ActorKind.PERSON:
        return (len(names.words(name)), 0)
    return (0 if names.is_acronym(name) else 1, len(names.words(name)))


def clusters(mentions: Sequence[Mention], acting: frozenset[int]) -> list[Cluster]:
    """The actors among the named mentions, in the order in which they first occur.

    Args:
        mentions: All mentions of the article; those of other kinds and forms are passed over.
        acting: Indexes of the capitals that stand for their government.
    """
    named = [i for i, m in enumerate(mentions) if m.kind in ACTORS and _names_someone(m)]
    found = _Gathering(mentions)
    late: list[int] = []
    for i in named:
        if not found.place_listed(i, acting) and not found.place_full(i):
            late.append(i)
    for i in late:
        found.place_short(i)
    kept = [c for c in found.clusters if c.members]
    return sorted(kept, key=lambda c: min(mentions[m].start for m in c.members))


def _names_someone(mention: Mention) -> bool:
    """Whether the mention is a name, or the North and its like, which mean one state."""
    if mention.form is MentionForm.DESCRIPTION:
        return mention.kind is ActorKind.STATE
    return mention.form is not MentionForm.PRONOUN and not describes(mention)


class _Gathering:
    """The clusters of one article as they grow."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.clusters: list[Cluster] = []
        self._by_key: dict[tuple[str, str], Cluster] = {}

    def _put(self, index: int, key: tuple[str, str], cluster: Cluster | None = None) -> None:
        mention = self.mentions[index]
        home = self._by_key.get(key) or cluster
        if home is None:
            home = Cluster(name=names.core(mention.text), kind=mention.kind)
        if home not in self.clusters:
            self.clusters.append(home)
        self._by_key.setdefault(key, home)
        home.add(index, names.core(mention.text))

    def place_listed(self, index: int, acting: frozenset[int]) -> bool:
        """States, peoples and well-known organizations, which have one name whatever they are called."""
        mention = self.mentions[index]
        state = _state(mention, acting=index in acting) or self._compass(mention)
        if state is not None:
            key = ("state", state.code)
            home = self._by_key.get(key) or Cluster(name=state.name, kind=state.kind, state=state.code)
            self._fixed(index, key, home)
            return True
        organization = gazetteer.organization_named(mention.text) if mention.kind is ActorKind.ORGANIZATION else None
        if organization is not None:
            key = ("organization", organization.name)
            home = self._by_key.get(key) or Cluster(
                name=organization.name, kind=ActorKind.ORGANIZATION, state=organization.state
            )
            self._fixed(index, key, home)
            self._by_key.setdefault(("name", names.identity(mention.text)), home)
            return True
        return False

    def _compass(self, mention: Mention) -> gazetteer.State | None:
        """The state that the North, the South and such mean: the one named in the article that is called so."""
        quarter = mention.text.split()[-1]
        if mention.kind is not ActorKind.STATE or quarter not in _QUARTERS:
            return None
        codes = {s.code for m in self.mentions if (s := _state(m, acting=False)) and s.name.startswith(f"{quarter} ")}
        return gazetteer.states()[min(codes)] if len(codes) == 1 else None

    def _fixed(self, index: int, key: tuple[str, str], home: Cluster) -> None:
        if key not in self._by_key:
            self._by_key[key] = home
            self.clusters.append(home)
        home.members.append(index)

    def place_full(self, index: int) -> bool:
        """Names of several words; single words wait until all of those are known."""
        mention = self.mentions[index]
        if len(names.words(mention.text)) < 2:
            return False
        if mention.kind is ActorKind.PERSON:
            self._put(index, ("name", names.identity(mention.text)), self._same_person(mention.text))
            return True
        bare = names.without_legal_form(mention.text)
        self._put(index, ("name", names.identity(bare)))
        return True

    def _same_person(self, name: str) -> Cluster | None:
        return next((c for c in self.clusters if c.kind is ActorKind.PERSON and names.same_person(c.name, name)), None)

    def place_short(self, index: int) -> None:
        """A single word: the one actor of whose name it is a part, an acronym, a slip of the pen; or one of its own."""
        mention = self.mentions[index]
        key = ("name", names.identity(mention.text))
        if key in self._by_key:
            self._put(index, key)
            return
        homes = self._candidates(mention)
        if len(homes) == 1:
            self._by_key[key] = homes[0]
            homes[0].members.append(index)
        elif not homes:
            self._put(index, key)

    def _candidates(self, mention: Mention) -> list[Cluster]:
        if mention.kind is ActorKind.PERSON:
            found = [c for c in self._of(ActorKind.PERSON) if names.is_part_of(mention.text, c.name)]
            return found
        if names.is_acronym(mention.text):
            return [
                c for c in self.clusters if c.kind is not ActorKind.PERSON and names.stands_for(mention.text, c.name)
            ]
        if mention.kind is ActorKind.ORGANIZATION:
            return [c for c in self._of(ActorKind.ORGANIZATION) if _shortened(mention.text, c.name)]
        return []

    def _of(self, kind: ActorKind) -> Iterable[Cluster]:
        return (c for c in self.clusters if c.kind is kind)


def _shortened(short: str, full: str) -> bool:
    """Whether an organization's full name is the short one and words that say what it is ("Boeing Company")."""
    bare, long = names.words(short), names.words(full)
    if not bare or len(bare) >= len(long) or tuple(fold(w) for w in long[: len(bare)]) != tuple(fold(w) for w in bare):
        return False
    return all(fold(w) in words("actors", "organization_last") for w in long[len(bare) :])


def _state(mention: Mention, *, acting: bool) -> gazetteer.State | None:
    """The state that the words mean: by its name, its adjective, or its capital where that acts."""
    if mention.kind in (ActorKind.PERSON, ActorKind.FACILITY):
        return None
    text = gazetteer.mended(mention.text)
    state = gazetteer.state_named(text)
    if state is None and mention.kind in (ActorKind.PEOPLE, ActorKind.STATE):
        state = gazetteer.adjective_of(text)
    if state is None and acting:
        state = gazetteer.capital_of(text)
    return state
