"""What every rule needs at hand: the parse, the quotations, and which words stand in them; and what a rule finds."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extraction.claims.quotes import Quote, paragraphs, quotes
from generator.extraction.parse import Doc, Token
from generator.extraction.trace import SILENT, Trace

Range = tuple[int, int]
LABEL = re.compile(r"(Q|A|Question|Answer)\s*[:.]\s+(?=\S)")  # What stands in front of questions and answers.


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One attribution as a rule found it, before it becomes a claim.

    Attributes:
        verb: Index of the token that is the cue, or its head.
        cue: Token range of the cue.
        sources: Token ranges of who says it, one for each of several; empty where nobody is named.
        content: Character ranges of what is said.
        rule: The rule's name; one that begins with "mind:" is belief or stance, not speech.
    """

    verb: int
    cue: Range
    sources: tuple[Range, ...]
    content: tuple[Range, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One article as the rules see it."""

    doc: Doc
    text: str
    quotes: tuple[Quote, ...]
    paragraphs: tuple[Range, ...]
    starts: tuple[int, ...]
    quoted: tuple[bool, ...]
    quote_starts: tuple[int, ...]
    quote_ends: tuple[int, ...]
    trace: Trace = SILENT

    def token_from(self, offset: int) -> int:
        """Index of the first token that begins at or behind the character offset."""
        return bisect.bisect_left(self.starts, offset)

    def token_at(self, offset: int) -> int:
        """Index of the token that holds the character (or the blank before the next token)."""
        return max(bisect.bisect_right(self.starts, offset) - 1, 0)

    def tokens(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin between two character offsets."""
        return self.doc.tokens[self.token_from(start) : self.token_from(end)]

    def quotes_in(self, start: int, end: int) -> Sequence[Quote]:
        """The quotations that share a character with a character range."""
        first = bisect.bisect_right(self.quote_ends, start)
        last = bisect.bisect_left(self.quote_starts, end)
        return self.quotes[first:last]

    def chars(self, start: int, end: int) -> Range:
        """The character range of a token range."""
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last.text)


def scene(doc: Doc, trace: Trace = SILENT) -> Scene:
    """The scene of one parse."""
    text = doc.text  # spaCy puts it together anew each time
    starts = tuple(t.idx for t in doc)
    found = tuple(quotes(text))
    quoted = [False] * len(doc)
    for q in found:
        for i in range(bisect.bisect_left(starts, q.start), bisect.bisect_left(starts, q.end)):
            quoted[i] = True
    return Scene(
        doc=doc,
        text=text,
        quotes=found,
        paragraphs=tuple(paragraphs(text)),
        starts=starts,
        quoted=tuple(quoted),
        quote_starts=tuple(q.start for q in found),
        quote_ends=tuple(q.end for q in found),
        trace=trace,
    )
