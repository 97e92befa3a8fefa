"""Everything that the rules about one article's happenings look at, looked up once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.extraction.events.lexicon import Lexicon, load_lexicon
from generator.extraction.events.tree import Tree, tree_of
from generator.extraction.reading import Reading
from generator.model import ActorKind, EventType, Mention, MentionForm, Participant

_PLACES = frozenset({ActorKind.PLACE, ActorKind.STATE, ActorKind.FACILITY})
_ACTING = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.PEOPLE})
_EMPTY = frozenset({"there", "itself", "himself", "herself", "themselves", "each", "other", "what", "which", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A word for a happening.

    Attributes:
        at: Its token.
        key: Its lemma as the lexicon has it, with the particle or preposition that belongs to it.
        nominal: Whether it is a noun.
    """

    at: int
    lemma: str
    key: str
    type: EventType
    nominal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One article for the rules: the parse, the lexicon, and the mention that each token heads."""

    reading: Reading
    tree: Tree
    lexicon: Lexicon
    mention: Sequence[Mention | None]

    def isin(self, i: int, words: str) -> bool:
        """Whether the token's lemma stands in the lexicon's list of that name."""
        return self.tree.lemma[i] in self.lexicon.words[words]

    def acts(self, i: int) -> bool:
        """Whether the token heads a mention of someone who can act."""
        mention = self.mention[i]
        return mention is not None and mention.kind in _ACTING

    def place(self, i: int) -> bool:
        """Whether the token heads the name of a place: "Ghazni", "Ghazni province"."""
        mention = self.mention[i]
        if mention is not None:
            return mention.kind in _PLACES
        return self.isin(i, "place_words") and any(
            (m := self.mention[k]) is not None and m.kind in _PLACES for k in self.tree.kids[i]
        )

    def state(self, i: int) -> bool:
        """Whether the token heads a mention of a state."""
        mention = self.mention[i]
        return mention is not None and mention.kind is ActorKind.STATE

    def name(self, i: int) -> bool:
        """Whether the token stands in a name."""
        mention = self.mention[i]
        return mention is not None and mention.form in (MentionForm.NAME, MentionForm.ALIAS)

    def participants(self, heads: Iterable[int]) -> tuple[Participant, ...]:
        """The noun phrases that the tokens head, and those joined to them, in the order of the text."""
        every = sorted({c for h in heads for c in self.tree.conjuncts(h)} - {h for h in heads if self._halved(h)})
        found = (self._participant(h) for h in every if self.tree.lower[h] not in _EMPTY)
        return tuple(p for p in found if p.text.strip())

    def _halved(self, head: int) -> bool:
        """Whether the head is but the first half of what follows "and": "an Afghan and coalition force"."""
        tree = self.tree
        joined = tree.first(head, "conj")
        if joined is None or tree.first(head, "det") is None or tree.first(joined, "det") is not None:
            return False
        mention = self.mention[head]
        return mention is not None and mention.kind is ActorKind.PEOPLE and tree.pos[joined] == "NOUN"

    def _participant(self, head: int) -> Participant:
        tree, mention = self.tree, self.mention[head]
        first, last = tree.phrase(head)
        if tree.dep[head] == "conj" and self._halved(tree.head[head]):
            first = tree.phrase(tree.head[head])[0]
        start, end = tree.start[first], tree.end[last]
        if mention is not None:
            start, end = min(start, mention.start), max(end, mention.end)
        span = self.reading.span(start, end)
        return Participant(start=span.start, end=span.end, text=span.text, actor=self._actor(head))

    def _actor(self, head: int) -> str | None:
        mention = self.mention[head]
        if mention is not None and mention.actor is not None:
            return mention.actor
        named = (self.mention[k] for k in self.tree.having(head, "appos"))
        return next((m.actor for m in named if m is not None and m.actor is not None), None)


def scene_of(reading: Reading, mentions: Sequence[Mention]) -> Scene:
    """The scene of an article whose mentions are known."""
    tree = tree_of(reading.doc)
    return Scene(reading=reading, tree=tree, lexicon=load_lexicon(), mention=_by_head(tree, mentions))


def _by_head(tree: Tree, mentions: Sequence[Mention]) -> list[Mention | None]:
    """The mention that each token heads or stands in; the one that it heads goes before."""
    found: list[Mention | None] = [None] * len(tree.dep)
    headed: set[int] = set()
    for mention in mentions:
        tokens = tree.range_of(mention.start, mention.end)
        if not tokens:
            continue
        root = tree.root_of(tokens)
        for i in tokens:
            if i not in headed:
                found[i] = mention
        if root not in headed or len(tokens) > 1:
            found[root] = mention
            headed.add(root)
    return found
