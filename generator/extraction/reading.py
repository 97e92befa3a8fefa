"""An article as the language model parsed it: what every module of extraction reads from."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language

from generator.extraction.language_model import parse
from generator.extraction.parse import Doc, Stretch, Token
from generator.extraction.trace import SILENT, Trace
from generator.model import Article, Block, BlockKind, Extent, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article and its parse; the parse's character offsets are the article's.

    Attributes:
        article: The article; all offsets count in its text.
        doc: The parse of exactly `article.text`.
        trace: Hears what the rules weigh.
    """

    article: Article
    doc: Doc
    trace: Trace = SILENT

    def span(self, start: int, end: int) -> Span:
        """The words from one character offset to another."""
        return self.article.span(start, end)

    def of(self, stretch: Stretch | Token) -> Span:
        """A stretch of tokens, or one token, as a span of the article."""
        if isinstance(stretch, Token):
            return self.span(stretch.idx, stretch.idx + len(stretch.text))
        return self.span(stretch.start_char, stretch.end_char)

    def tokens(self, extent: Extent) -> Stretch | None:
        """The smallest run of tokens that covers the extent; None where it covers none."""
        return self.doc.char_span(extent.start, extent.end)

    def sentences(self) -> Iterator[Stretch]:
        """The sentences, without those that are only white space."""
        return (s for s in self.doc.sents if not s.text.isspace())

    def block_at(self, offset: int) -> Block | None:
        """The block of the article that the character stands in."""
        at = bisect.bisect_right(self.article.blocks, offset, key=_start) - 1
        block = self.article.blocks[at] if at >= 0 else None
        return block if block is not None and offset < block.end else None

    def kind_at(self, offset: int) -> BlockKind:
        """What kind of block the character stands in; BODY where the article's blocks do not say."""
        block = self.block_at(offset)
        return block.kind if block is not None else BlockKind.BODY


def _start(block: Block) -> int:
    return block.start


def read(article: Article, nlp: Language, trace: Trace = SILENT) -> Reading:
    """The article, parsed."""
    return Reading(article=article, doc=Doc(parse(nlp, article.text)), trace=trace)
