"""What the rules tell of what they weigh: usually nobody listens, and nothing is kept.

A rule that leaves a candidate aside says so to the trace of its reading. The one that stands there by default forgets
it at once, so that nothing is made for it; a `Recorder` keeps it, for whoever wants to see how a sentence was read.
What a rule does never depends on who listens.
"""

import itertools
from typing import Literal

from generator.extraction.factuality import Judged
from generator.extraction.parse import Stretch, Token
from generator.model import Extent, Note, NoteKind

Topic = Literal["claim", "date", "quantity", "event", "narration"]
Place = Token | Stretch | Extent | tuple[int, int]  # The last in characters, end exclusive.

NO_CONTENT = "no words stand where its content would"  # Says little where a rule has more to say of the same cue.
_WITH = frozenset({"neg", "aux", "auxpass", "det", "mark"})


class Trace:
    """Hears what the rules weigh, and forgets it."""

    __slots__ = ()

    def rejected(self, topic: Topic, at: Place, rule: str, reason: str) -> None:
        """A candidate was left aside.

        Args:
            topic: What it might have become.
            at: Where it stands.
            rule: The rule that weighed it.
            reason: Why it is none, as words that can stand behind a colon.
        """

    def judged(self, topic: Topic, at: Place, judged: Judged, about: str | None = None) -> None:
        """How sure a claim or an event is, and by which words.

        Args:
            topic: Which of the two.
            at: The claim's first words, or the event's predicate.
            judged: The value with the words that led to it.
            about: The id of the claim.
        """


SILENT = Trace()


class Recorder(Trace):
    """Keeps what it hears, in the order in which it hears it."""

    __slots__ = ("_notes", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._notes: list[Note] = []

    @property
    def notes(self) -> tuple[Note, ...]:
        """All that was heard so far."""
        return tuple(self._notes)

    def rejected(self, topic: Topic, at: Place, rule: str, reason: str) -> None:
        """See `Trace.rejected`."""
        self._note(NoteKind.REJECTED, topic, at, rule=rule, reason=reason)

    def judged(self, topic: Topic, at: Place, judged: Judged, about: str | None = None) -> None:
        """See `Trace.judged`."""
        words = ", ".join(f"“{_company(t)}”" for t in dict.fromkeys(judged.because))
        told = ": ".join(x for x in (judged.reason, words) if x)
        if told:
            self._note(NoteKind.JUDGED, topic, at, reason=told, about=about)

    def _note(
        self, kind: NoteKind, topic: Topic, at: Place, *, rule: str = "", reason: str = "", about: str | None = None
    ) -> None:
        start, end = _offsets(at)
        self._notes.append(
            Note(
                kind=kind,
                topic=topic,
                start=start,
                end=end,
                text=self._text[start:end],
                rule=rule,
                reason=reason,
                about=about,
            )
        )


def _offsets(at: Place) -> tuple[int, int]:
    if isinstance(at, Token):
        return at.idx, at.idx + len(at.text)
    if isinstance(at, Stretch):
        return at.start_char, at.end_char
    if isinstance(at, Extent):
        return at.start, at.end
    return at


def _company(token: Token) -> str:
    """The word with what denies it, tempers it or makes it a condition: "did not say", "no troops", "if ... agree"."""
    near = [c for c in token.children if c.dep_ in _WITH and c.i < token.i and (c.dep_ != "det" or c.lower_ == "no")]
    words: list[str] = []
    for t, after in itertools.pairwise((*near, token)):
        words += [t.text] if after.i == t.i + 1 else [t.text, "…"]
    return " ".join((*words, token.text))
