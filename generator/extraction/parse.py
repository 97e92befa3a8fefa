"""A parse as plain values: what the rules read, so that reading it again and again costs little.

The names are spaCy's own, and mean the same. spaCy makes a new object at each look at a token and decodes a string
at each look at its words; the rules look some hundred times at each token. Copied once, in 8 µs a token, a parse
is looked at as fast as any Python value, and the rules take a third less time.
"""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

from spacy import attrs
from spacy.tokens import Doc as Parsed

_COLUMNS: list[int | str] = [
    attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE,
    attrs.ENT_IOB, attrs.IDX, attrs.HEAD, attrs.SENT_START, attrs.SPACY,
    attrs.IS_SPACE, attrs.IS_PUNCT, attrs.IS_ALPHA, attrs.LIKE_NUM,
]  # fmt: skip
_NAMED = 7  # So many of the columns hold the numbers of strings.
_IOB = ("", "I", "O", "B")
_BLANK = ("", " ")
_BITS = 2**64 - 1
_BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "nummod", "punct", "dep"})
# Base forms that the model gets wrong: "hopes" is none of "hop".
_MENDED = {
    "bemoane": "bemoan", "extoll": "extol", "hat": "hate", "hop": "hope", "lambaste": "lambast", "retweete": "retweet",
    "tweete": "tweet",
}  # fmt: skip


class Token:
    """One token of a parse, and its place in the tree.

    Attributes:
        doc: The parse.
        sent: The sentence that it stands in.
        head: What it hangs on; itself at the top.
        children: What hangs on it, in the order of the text.
    """

    # No dataclass: a tree whose parts know each other cannot be made of frozen values.
    __slots__ = (
        "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_alpha", "is_punct",
        "is_sent_start", "is_space", "lemma_", "like_num", "lower_", "pos_", "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip
    doc: "Doc"
    sent: "Stretch"
    head: "Token"
    children: Sequence["Token"]
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    idx: int
    is_sent_start: bool
    whitespace_: str
    is_space: bool
    is_punct: bool
    is_alpha: bool
    like_num: bool

    def __init__(self, doc: "Doc", i: int, row: tuple[Any, ...]) -> None:
        self.doc, self.i, self.children = doc, i, ()
        (
            self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_, self.ent_iob_,
            self.idx, self.is_sent_start, self.whitespace_, self.is_space, self.is_punct, self.is_alpha, self.like_num,
        ) = row  # fmt: skip

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def nbor(self, distance: int = 1) -> "Token":
        """The token so many places on, or before for a negative number.

        Raises:
            IndexError: The parse does not go so far.
        """
        if self.i + distance < 0:
            raise IndexError(self.i + distance)
        return self.doc[self.i + distance]

    @property
    def below(self) -> list["Token"]:
        """The token and all that hangs on it, near and far, each behind what it hangs on."""
        found = [self]
        for token in found:
            found += token.children
        return found

    @property
    def subtree(self) -> list["Token"]:
        """The token and all that hangs on it, near and far, in the order of the text."""
        return sorted(self.below, key=_place)

    @property
    def left_edge(self) -> "Token":
        """The first token of the subtree."""
        return self.doc.tokens[self.doc.shape.first[self.i]]

    @property
    def right_edge(self) -> "Token":
        """The last token of the subtree."""
        return self.doc.tokens[self.doc.shape.last[self.i]]

    @property
    def ancestors(self) -> Iterator["Token"]:
        """What the token hangs on, then what that hangs on, up to the top."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: "Token") -> bool:
        """Whether the other token hangs on this one, near or far."""
        return any(a is self for a in other.ancestors)

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The others that it is joined to by "and" or "or"."""
        first = self
        while first.head is not first and first.dep_ == "conj":
            first = first.head
        joined = [first]
        for token in joined:
            joined += [c for c in token.children if c.i > token.i and c.dep_ == "conj"]
        return tuple(t for t in joined if t is not self)


def _place(token: Token) -> int:
    return token.i


class Stretch:
    """A run of tokens; the label is that of the entity that it is."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label_: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label_

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Stretch": ...
    def __getitem__(self, at: int | slice) -> "Token | Stretch":
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Stretch(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """Where its first word begins."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where its last word ends."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char] if self.start < self.end else ""

    @property
    def root(self) -> Token:
        """The token that the others hang on: the first of those with the fewest tokens above them."""
        tokens = self.doc.tokens[self.start : max(self.end, self.start + 1)]
        return next((t for t in tokens if t.head is t), None) or min(tokens, key=_depth)


def _depth(token: Token) -> int:
    """How many tokens stand above it; a lone mark or blank is never rather than a word what others hang on."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return token.doc.shape.depth[token.i]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The tokens each behind what it hangs on; for each, how many stand above it, and the first and last below it.

    A rule that asks this of each token in turn would take time that grows with the square of the text's length.
    """

    downwards: Sequence[Token]
    depth: Sequence[int]
    first: Sequence[int]
    last: Sequence[int]


def _shape(tokens: Sequence[Token]) -> Shape:
    depth, first, last = [0] * len(tokens), list(range(len(tokens))), list(range(len(tokens)))
    downwards = [t for t in tokens if t.head is t]
    for token in downwards:
        for below in token.children:
            depth[below.i] = depth[token.i] + 1
        downwards += token.children
    for token in reversed(downwards):
        over = token.head.i
        first[over], last[over] = min(first[over], first[token.i]), max(last[over], last[token.i])
    return Shape(downwards=downwards, depth=depth, first=first, last=last)


class Doc:
    """The parse of one text.

    Attributes:
        text: The text.
        tokens: Every token.
        sents: The sentences, which leave no token out.
        ents: The model's entities.
    """

    __slots__ = ("_shape", "_starts", "ents", "sents", "text", "tokens")

    def __init__(self, parsed: Parsed) -> None:
        self.tokens = _tokens(self, parsed)
        self.text = "".join([t.text + t.whitespace_ for t in self.tokens])  # spaCy makes its tokens anew for it
        self.sents = _sentences(self)
        self.ents = [Stretch(self, e.start, e.end, e.label_) for e in parsed.ents]
        self._starts = [t.idx for t in self.tokens]
        self._shape: Shape | None = None

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Stretch: ...
    def __getitem__(self, at: int | slice) -> Token | Stretch:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Stretch(self, start, max(start, end))
        return self.tokens[at]

    @property
    def shape(self) -> Shape:
        """How the tokens hang on one another, seen as a whole; worked out at the first look."""
        if self._shape is None:
            self._shape = _shape(self.tokens)
        return self._shape

    def words(self, start: int, end: int) -> str:
        """The text of the tokens `start` to `end`, as `doc[start:end].text` gives it, but quicker; one at the least."""
        tokens = self.tokens
        last = tokens[end - 1]
        return self.text[tokens[start].idx : last.idx + len(last.text)]

    def char_span(self, start: int, end: int) -> Stretch | None:
        """The smallest run of tokens that covers the characters; None where the text does not go so far.

        The blank after a token is not a part of it.
        """
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        first = bisect.bisect_right(self._starts, start) - 1
        last = bisect.bisect_right(self._starts, end - 1)
        token = self.tokens[first]
        return Stretch(self, first + (start == token.idx + len(token.text)), last)


def _tokens(doc: Doc, parsed: Parsed) -> list[Token]:
    columns = parsed.to_array(_COLUMNS).T.tolist()
    tokens = [Token(doc, i, row) for i, row in enumerate(zip(*_values(parsed, columns), strict=True))]
    hanging: dict[int, list[Token]] = {}
    for token, distance in zip(tokens, columns[_NAMED + 2], strict=True):
        # Heads are told by their distance, a negative one as a number of 64 bits.
        head = (token.i + distance) & _BITS
        token.head = tokens[head]
        if head != token.i:
            hanging.setdefault(head, []).append(token)
        if token.lemma_ in _MENDED:
            _mend(token)
    for head, children in hanging.items():
        tokens[head].children = children
    for token in tokens[1:-1]:
        if token.text == "-":
            _rejoin(tokens[token.i - 1], token, tokens[token.i + 1])
    return tokens


def _values(parsed: Parsed, columns: Sequence[list[int]]) -> Iterator[list[Any]]:
    """The columns as the values that tokens hold; each string is decoded once, however often it comes."""
    strings = parsed.vocab.strings
    for column in columns[:_NAMED]:
        known = {number: strings[number] for number in set(column)}
        yield [known[number] for number in column]
    iob, idx, _, starts, blanks, *flags = columns[_NAMED:]
    yield [_IOB[number] for number in iob]
    yield idx
    yield [number == 1 for number in starts]
    yield [_BLANK[number] for number in blanks]
    yield from ([number != 0 for number in flag] for flag in flags)


def _rejoin(first: Token, hyphen: Token, last: Token) -> None:
    """One word of `co-operation`, where the model hung its three pieces side by side: the last one is the word."""
    head = last.head
    if first.whitespace_ or hyphen.whitespace_ or not first.is_alpha or head is not hyphen.head or head is last:
        return
    if first.head is not head or not first.dep_ == hyphen.dep_ == last.dep_ or last.dep_ in _BEFORE_NOUNS:
        return
    head.children = [t for t in head.children if t is not first and t is not hyphen]
    last.children = sorted([*first.children, first, hyphen, *last.children], key=_place)
    first.children = ()
    for token in last.children:
        token.head = last
    first.dep_, hyphen.dep_ = "compound", "punct"


def _mend(token: Token) -> None:
    base = _MENDED[token.lemma_]
    if token.pos_ == "VERB" and (token.lower_.startswith(base) or token.lower_ == base.removesuffix("e") + "ing"):
        token.lemma_ = base


def _sentences(doc: Doc) -> list[Stretch]:
    starts = [t.i for t in doc.tokens if t.i == 0 or t.is_sent_start]
    sentences = [Stretch(doc, a, b) for a, b in zip(starts, [*starts[1:], len(doc)], strict=False)]
    for sentence in sentences:
        for token in sentence:
            token.sent = sentence
    return sentences
