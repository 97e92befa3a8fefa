"""The parse as plain lists, so that rules that look at every word cost little."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extraction.parse import Doc

# What stands between a noun and its left edge without being a phrase of its own.
_OUTSIDE = frozenset({"cc", "punct", "preconj", "relcl", "acl", "advcl", "mark", "intj", "dep", "parataxis", "prep"})
_DEEPEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A parsed text; every list is indexed by token number."""

    dep: list[str]
    head: list[int]
    pos: list[str]
    tag: list[str]
    lemma: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    kids: list[Sequence[int]]

    def verb(self, i: int) -> bool:
        """Whether the token is a verb, full or auxiliary."""
        return self.pos[i] == "VERB" or self.pos[i] == "AUX"

    def noun(self, i: int) -> bool:
        """Whether the token is a noun, a name or a pronoun."""
        return self.pos[i] in _NOUNS

    def having(self, i: int, *deps: str) -> list[int]:
        """The dependents of the token by any of the relations, in the order of the text."""
        return [k for k in self.kids[i] if self.dep[k] in deps]

    def first(self, i: int, *deps: str) -> int | None:
        """The first dependent of the token by any of the relations."""
        return next((k for k in self.kids[i] if self.dep[k] in deps), None)

    def prepositions(self, i: int) -> list[tuple[str, int]]:
        """The prepositions under the token with their objects: ("to", 7), ("to", 9) ..."""
        found = []
        for k in self.kids[i]:
            if self.dep[k] in _PREPOSITIONAL:
                found += [(self.lower[k], o) for o in self.kids[k] if self.dep[o] == "pobj"]
                found += [(self.lower[k], o) for c in self.having(k, "prep") for o in self.having(c, "pobj")]
        return found

    def conjuncts(self, i: int) -> list[int]:
        """The token and the nouns joined to it by "and"."""
        found = [i]
        for at in found:
            found += [
                k
                for k in self.kids[at]
                if self.dep[k] == "conj" and self.noun(k) and not self._is_other(k) and len(found) < _DEEPEST
            ]
        return found

    def _is_other(self, i: int) -> bool:
        """Whether the noun stands beside the one in front because it is not meant: "Norway rather than Sweden"."""
        first = self._leftmost(i)
        return tuple(self.lower[max(0, first - 2) : first]) in _NOT_BUT or self.lower[first - 1] in ("not", "unlike")

    def range_of(self, start: int, end: int) -> range:
        """The tokens that the characters from start to end touch."""
        return range(max(0, bisect_right(self.end, start)), bisect_left(self.start, end))

    def root_of(self, tokens: range) -> int:
        """The token of the range that the others hang on."""
        return next((i for i in tokens if self.head[i] not in tokens or self.head[i] == i), tokens[0])

    def phrase(self, i: int) -> tuple[int, int]:
        """First and last token of the noun phrase: modifiers and what follows after "of", no clauses."""
        return self._left(i), self._right(i, 0)

    def _left(self, i: int) -> int:
        edge = i
        for k in self.kids[i]:
            if k < i and self.dep[k] not in _OUTSIDE:
                edge = min(edge, self._leftmost(k))
        return edge

    def _leftmost(self, i: int) -> int:
        edge, todo = i, [i]
        while todo:
            at = todo.pop()
            edge = min(edge, at)
            todo += [k for k in self.kids[at] if k < at]
        return edge

    def _right(self, i: int, depth: int) -> int:
        edge = i
        for k in self.kids[i]:
            if k != edge + 1 or depth > _DEEPEST:
                continue
            if self.dep[k] == "prep" and self.lower[k] == "of":
                for o in self.kids[k]:
                    if self.dep[o] == "pobj":
                        edge = max(edge, *(self._right(c, depth + 1) for c in self.conjuncts(o)))
            elif self.dep[k] in ("nummod", "compound", "nmod") or (self.dep[k] == "appos" and self.pos[k] == "NUM"):
                edge = self._right(k, depth + 1)
        return edge


_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"})
_NOT_BUT = frozenset({("rather", "than"), ("instead", "of"), ("opposed", "to")})
_PREPOSITIONAL = frozenset({"prep", "dative", "agent"})


def tree_of(doc: Doc) -> Tree:
    """The parse of the document as lists."""
    tokens = doc.tokens
    return Tree(
        dep=[t.dep_ for t in tokens],
        head=[t.head.i for t in tokens],
        pos=[t.pos_ for t in tokens],
        tag=[t.tag_ for t in tokens],
        lemma=[t.lemma_.lower() for t in tokens],
        lower=[t.lower_ for t in tokens],
        start=[t.idx for t in tokens],
        end=[t.idx + len(t.text) for t in tokens],
        kids=[[c.i for c in t.children] if t.children else () for t in tokens],
    )
