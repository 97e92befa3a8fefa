"""How an article was read, for those who want to see: its parse, and what the rules weighed and left aside."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.facts import Extent, Facts, Removed, Span
from generator.model.kinds import ActorKind, BlockKind


class NoteKind(StrEnum):
    """What a note tells of."""

    REJECTED = "rejected"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Span):
    """One thing that a rule weighed.

    Attributes:
        topic: What it is about: "claim", "date", "quantity", "event", "mention" ...
        rule: The rule that weighed it.
        reason: Why the candidate was left aside, or which words made something less than certain.
        about: The id of the claim that is judged.
    """

    kind: NoteKind
    topic: str
    rule: str = ""
    reason: str = ""
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """How one kind of reason weighed for a kind of name: positive for it, negative against it.

    Attributes:
        why: Where the reason lies: "the model", "the words around it", "the words of the name" ...
    """

    kind: ActorKind
    weight: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes(Extent):
    """The votes on the kind of the name that stands here, over all the article."""

    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Span):
    """One word of the parse.

    Attributes:
        pos: Its part of speech (Universal POS), and `tag` its fine one (Penn Treebank).
        relation: How it hangs on its head (ClearNLP labels); "ROOT" where it hangs on nothing.
        head: Index of its head among the words of the sentence; its own where it is the root.
    """

    pos: str
    tag: str
    relation: str
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Span):
    """One sentence with its parse.

    Attributes:
        number: Which of the article's sentences it is, from 1.
        block: What kind of paragraph it stands in.
    """

    number: int
    block: BlockKind
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An article with its facts, and how they came about.

    Attributes:
        facts: Just what the article's facts are, explained or not.
        sentences: In the order of the text.
        notes: In the order of the text.
        votes: Of each name, by where it stands.
        removed: What cleaning left out of the article's text.
    """

    facts: Facts
    sentences: tuple[Sentence, ...] = ()
    notes: tuple[Note, ...] = ()
    votes: tuple[Votes, ...] = ()
    removed: tuple[Removed, ...] = ()
