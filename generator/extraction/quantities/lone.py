"""A single person who is killed, hurt or caught is a figure too, though an article tells it: "a soldier was killed"."""

import bisect
import functools
from collections.abc import Iterator, Sequence

from generator.extraction.parse import Token
from generator.extraction.quantities.numbers import words
from generator.extraction.reading import Reading
from generator.model import Quantity

_ONE = frozenset({"a", "an", "another"})
_UNDERGOING = frozenset({"dobj", "nsubjpass"})


def lone_persons(reading: Reading, known: Sequence[Quantity]) -> Iterator[Quantity]:
    """One person each: the singular nouns after "a" or "another" that verbs of harm are done to.

    Args:
        reading: The article and its parse.
        known: The quantities that are told by numbers, in order, not overlapping; none of the found overlaps one.
    """
    harm = frozenset(words()["harm"])
    ends = [q.end for q in known]
    for token in reading.doc:
        if token.pos_ == "VERB" and token.lemma_.lower() in harm:
            for noun in _met(token):
                start = _article_of(noun)
                if start is None:
                    continue
                after = bisect.bisect_right(ends, start)
                if after == len(known) or known[after].start >= noun.idx + len(noun.text):
                    yield _one(reading, start, noun)


def _met(verb: Token) -> Iterator[Token]:
    """Whom the verb is done to, with those joined by "and" or "along with"."""
    todo = [c for c in verb.children if c.dep_ in _UNDERGOING]
    todo += [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" else []
    todo += [o for p in verb.children if p.lower_ == "along" for w in p.children for o in w.children]
    for noun in todo:
        yield noun
        todo += [c for c in noun.children if c.dep_ == "conj" and len(todo) < 20]
        todo += [o for p in noun.children if p.lower_ == "along" for w in p.children for o in w.children]


@functools.cache
def _persons() -> frozenset[str]:
    return frozenset(words()["persons"])


def _article_of(noun: Token) -> int | None:
    """Where the noun phrase begins, if it is a singular one after "a"."""
    if noun.tag_ not in ("NN", "NNP") or noun.lower_ not in _persons():
        return None
    return next((c.idx for c in noun.children if c.dep_ == "det" and c.lower_ in _ONE), None)


def _one(reading: Reading, start: int, noun: Token) -> Quantity:
    end = noun.idx + len(noun.text)
    text = reading.article.text[start:end]
    return Quantity(start=start, end=end, text=text, low=1, high=1, unit=noun.text.lower(), of=text.partition(" ")[2])
