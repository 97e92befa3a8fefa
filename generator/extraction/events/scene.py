"""Everything that the rules about one article's happenings look at, looked up once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.extraction.events.lexicon import Lexicon, load_lexicon
from generator.extraction.events.tree import Tree, tree_of
from generator.extraction.reading import Reading
from generator.model import ActorKind, EventType, Extent, Mention, MentionForm, Participant

_PLACES = frozenset({ActorKind.PLACE, ActorKind.STATE, ActorKind.FACILITY})
_ACTING = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE, ActorKind.PEOPLE})
_GIVEN_TO = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.STATE})
_OWNERS = frozenset({"my", "your", "our", "its", "their", "his", "her", "whose"})
_COMMON = frozenset({"NOUN", "VERB", "ADJ"})
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
    """One article for the rules: the parse, the lexicon, the mention that each token heads, and its common words."""

    reading: Reading
    tree: Tree
    lexicon: Lexicon
    mention: Sequence[Mention | None]
    dated: frozenset[int]
    vocabulary: frozenset[str]

    def isin(self, i: int, words: str) -> bool:
        """Whether the token's lemma stands in the lexicon's list, or field, of that name."""
        known = self.lexicon.words.get(words)
        return self.tree.lemma[i] in (known if known is not None else self.lexicon.fields[words])

    def takes_object(self, i: int) -> bool:
        """Whether the verb may have an object: not "resigned and left the town"."""
        return not self.isin(i, "objectless_verbs")

    def rejected(self, i: int, reason: str) -> None:
        """Tell the reading's trace why the token heads no event."""
        self.reading.trace.rejected("event", self.reading.doc[i], "", reason)

    def acts(self, i: int) -> bool:
        """Whether the token heads a mention of someone who can act."""
        mention = self.mention[i]
        return mention is not None and mention.kind in _ACTING

    def for_or_against(self, i: int) -> bool:
        """Whether the token's name only tells which side is taken: "pro-Ruritanian"."""
        start = self.tree.start[i]
        return self.reading.article.text[max(0, start - 5) : start].lower().endswith(("pro-", "anti-"))

    def person(self, i: int) -> bool:
        """Whether the token heads a mention of a person or of a people, or a word for one."""
        mention = self.mention[i]
        if mention is not None:
            return mention.kind in (ActorKind.PERSON, ActorKind.PEOPLE)
        return self.isin(i, "person_words")

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

    def hidden_name(self, head: int) -> int | None:
        """The actor's name that opens the noun phrase without belonging to it: "gave North Korea missiles"."""
        first = self.tree.phrase(head)[0]
        mention = self.mention[first]
        if mention is None or mention.kind not in _GIVEN_TO or mention.start != self.tree.start[first]:
            return None
        tokens = self.tree.range_of(mention.start, mention.end)
        last = tokens[-1]
        plain = self.tree.tag[last] in ("NNP", "NNPS") and last + 1 <= head and self.tree.lower[last + 1] != "'s"
        return self.tree.root_of(tokens) if plain and mention.actor is not None else None

    def actors(self, heads: Iterable[int]) -> tuple[Participant, ...]:
        """Participants that act; an owner whom nothing names ("its") is none."""
        return tuple(p for p in self.people(heads) if p.actor is not None or p.text.lower() not in _OWNERS)

    def people(self, heads: Iterable[int]) -> tuple[Participant, ...]:
        """Participants that are no mere places, unless nobody else is there."""
        every = [c for h in heads for c in self.tree.conjuncts(h)]
        acting = [h for h in every if self.state(h) or not self.place(h)]
        return self.participants(every if len(acting) in (0, len(every)) else acting)

    def participants(self, heads: Iterable[int]) -> tuple[Participant, ...]:
        """The noun phrases that the tokens head, and those joined to them, in the order of the text."""
        every = sorted({c for h in heads for c in self.tree.conjuncts(h)} - {h for h in heads if self._halved(h)})
        found = (p for h in every if not self._nobody(h) for p in self._participants(h))
        told: list[Participant] = []
        for participant in found:
            if participant.text.strip() and not any(participant.overlaps(p) for p in told):
                told.append(participant)
        return tuple(told)

    def _nobody(self, head: int) -> bool:
        return self.tree.lower[head] in _EMPTY or head in self.dated

    def _participants(self, head: int) -> tuple[Participant, ...]:
        """The noun phrase; two where the model reads "leader Kim and President Putin" as one."""
        first, last = self._extent(head)
        mention = self.mention[head]
        for at in range(first + 1, head):
            before = self.mention[at - 1]
            if self.tree.dep[at] == "cc" and before and mention and before.kind is mention.kind is ActorKind.PERSON:
                left = self._participant(first, at - 1, before.actor)
                return left, self._participant(at + 1, last, mention.actor)
        return (self._participant(first, last, self._actor(head), mention),)

    def _halved(self, head: int) -> bool:
        """Whether the head is but the first half of what follows "and": "an Afghan and coalition force"."""
        tree = self.tree
        joined = tree.first(head, "conj")
        if joined is None or tree.first(head, "det") is None or tree.first(joined, "det") is not None:
            return False
        mention = self.mention[head]
        return mention is not None and mention.kind is ActorKind.PEOPLE and tree.pos[joined] == "NOUN"

    def _extent(self, head: int) -> tuple[int, int]:
        """First and last token of the noun phrase, without a "that" which only opens the clause."""
        tree = self.tree
        first, last = tree.phrase(head)
        mention = self.mention[head]
        if mention is not None and mention.kind is ActorKind.PERSON and mention.form is not MentionForm.DESCRIPTION:
            last = max(head, tree.range_of(mention.start, mention.end)[-1])  # "accused Lind of theft"
        if tree.dep[head] == "conj" and self._halved(tree.head[head]):
            first = tree.phrase(tree.head[head])[0]
        if tree.lower[first] == "that" and first < head and (first == 0 or tree.verb(first - 1)):
            first += 1
        if first + 1 < head and self.hidden_name(head) is not None and self._granted(head):
            named = self.mention[first]
            first = tree.range_of(named.start, named.end)[-1] + 1 if named else first
        return first, last

    def _granted(self, head: int) -> bool:
        over = self.tree.head[head]
        return self.tree.dep[head] == "dobj" and self.isin(over, "granting_verbs")

    def _participant(self, first: int, last: int, actor: str | None, mention: Mention | None = None) -> Participant:
        start, end = self.tree.start[first], self.tree.end[last]
        if mention is not None:
            start, end = min(start, mention.start), max(end, mention.end)
        span = self.reading.span(start, end)
        return Participant(start=span.start, end=span.end, text=span.text, actor=actor)

    def _actor(self, head: int) -> str | None:
        mention = self.mention[head]
        if mention is not None and mention.actor is not None:
            return mention.actor
        named = (self.mention[k] for k in self.tree.having(head, "appos"))
        return next((m.actor for m in named if m is not None and m.actor is not None), None)


def scene_of(reading: Reading, mentions: Sequence[Mention], dates: Sequence[Extent]) -> Scene:
    """The scene of an article whose mentions and dates are known."""
    tree = tree_of(reading.doc)
    dated = frozenset(i for d in dates for i in tree.range_of(d.start, d.end))
    return Scene(
        reading=reading,
        tree=tree,
        lexicon=load_lexicon(),
        mention=_by_head(tree, mentions),
        dated=dated,
        vocabulary=frozenset(lemma for lemma, pos in zip(tree.lemma, tree.pos, strict=True) if pos in _COMMON),
    )


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
