"""Articles that hold one text: syndicated copies, cut copies, corrected versions. They count once.

Texts are compared by their shingles (runs of five words). Of each text a sample of the shingles is looked
up, those whose hash is divisible by a fixed number, so that any two texts have the same ones sampled;
only texts that share enough of the sample are compared in full. Time grows with the words, not with the
pairs of articles.
"""

import functools
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.model import Article, Superseded
from generator.resolution.dates import first_day
from generator.text import fold

_SHINGLE = 5
_SAMPLE = 4
# Texts of fewer shingles than this are looked up by all of them.
_SMALL = 80
# Share of the shorter text's shingles that must stand in the longer: a wire copy with another headline and some
# words changed keeps far more; two reports of one event with one agency paragraph in common keep far less.
_COPY = 0.75
# The shorter must be at least this part of the longer: a paragraph taken up by a long article is a quotation.
_PART = 0.2
# Texts shorter than this (in shingles) may be alike by chance.
_LEAST = 12
_BASE, _MASK = 1_000_003, (1 << 56) - 1
_OLDEST = pow(_BASE, _SHINGLE - 1, _MASK + 1)


@dataclass(frozen=True, slots=True)
class _Sketch:
    """An article's shingles as hashes, and the sample that is looked up."""

    article: str
    shingles: frozenset[int]
    sample: tuple[int, ...]


def find(articles: Iterable[Article]) -> tuple[tuple[str, ...], ...]:
    """Groups of two and more articles that hold one text.

    Articles with the same bytes, or the same address (a corrected version), are of one group too.

    Returns:
        Groups of article ids, the earliest first within a group (by day of publication, then id), ordered by
        their first.
    """
    ordered = sorted(articles, key=_order)
    groups: dict[str, list[str]] = {}
    group_of: dict[str, str] = {}
    seen: dict[str, str] = {}
    lookup: defaultdict[int, list[str]] = defaultdict(list)
    sketches: dict[str, _Sketch] = {}
    for article in ordered:
        sketch = _sketch(article)
        first = _known(article, seen) or _alike(sketch, lookup, sketches)
        root = group_of[first] if first is not None else article.id
        group_of[article.id] = root
        groups.setdefault(root, []).append(article.id)
        for key in _keys(article):
            seen.setdefault(key, article.id)
        if root == article.id:
            sketches[article.id] = sketch
            for shingle in sketch.sample:
                lookup[shingle].append(article.id)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def superseded(articles: Iterable[Article], groups: Iterable[Sequence[str]]) -> tuple[Superseded, ...]:
    """Which of the articles of one text are taken back by a later version, which each names.

    A later version is of another day, by the same publisher or at the same address, and holds other words; what a
    publisher prints twice without a change supersedes nothing, nor does another publisher's copy.
    """
    by_id = {a.id: a for a in articles}
    found = []
    for group in groups:
        versions = [by_id[member] for member in group]
        for number, old in enumerate(versions):
            newest = [new for new in versions[number + 1 :] if _corrects(new, old)]
            if newest:
                found.append(Superseded(article=old.id, by=newest[-1].id))
    return tuple(sorted(found, key=lambda s: s.article))


def _corrects(new: Article, old: Article) -> bool:
    before, after = first_day(old.published), first_day(new.published)
    one_home = (old.publisher is not None and old.publisher == new.publisher) or (
        old.url is not None and new.url is not None and _address(old.url) == _address(new.url)
    )
    changed = fold(old.text).split() != fold(new.text).split()
    return one_home and changed and before is not None and after is not None and before < after


def _order(article: Article) -> tuple[int, str]:
    return first_day(article.published) or 10**9, article.id


def _keys(article: Article) -> Iterable[str]:
    yield f"bytes:{article.sha256}"
    if article.url and re.search(r"[^/:]/[^/]", article.url):
        yield f"url:{_address(article.url)}"


def _address(url: str) -> str:
    """The address without scheme, host prefix, fragment, query of campaigns and closing slash."""
    bare = re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", url.strip().casefold()).partition("#")[0]
    return re.sub(r"[?&](?:utm_[^&]*|fbclid[^&]*)", "", bare).rstrip("/?&")


def _known(article: Article, seen: dict[str, str]) -> str | None:
    return next((seen[key] for key in _keys(article) if key in seen), None)


def _alike(sketch: _Sketch, lookup: dict[int, list[str]], sketches: dict[str, _Sketch]) -> str | None:
    """The first text of a group that the sketch is a copy of: the likest; of two alike, the earlier."""
    if len(sketch.shingles) < _LEAST:
        return None
    shared = Counter(chain.from_iterable(lookup[s] for s in sketch.sample if s in lookup))
    best, first = 0.0, None
    for other, count in shared.items():
        if count * _SAMPLE < min(len(sketch.shingles), len(sketches[other].shingles)) * _COPY / 3:
            continue
        share = _containment(sketch.shingles, sketches[other].shingles)
        if share >= _COPY and share > best:
            best, first = share, other
    return first


def _containment(one: frozenset[int], other: frozenset[int]) -> float:
    small, large = sorted((len(one), len(other)))
    return len(one & other) / small if small >= _LEAST and small >= _PART * large else 0.0


def _sketch(article: Article) -> _Sketch:
    shingles = frozenset(_shingles(fold(article.text).split()))
    sample = shingles if len(shingles) < _SMALL else frozenset(s for s in shingles if s % _SAMPLE == 0)
    return _Sketch(article=article.id, shingles=shingles, sample=tuple(sorted(sample)))


def _shingles(words: Sequence[str]) -> Iterable[int]:
    """Hashes of the runs of five words, rolled on from one to the next."""
    hashes = [_word_hash(w) for w in words]
    value = 0
    for at, entering in enumerate(hashes):
        leaving = hashes[at - _SHINGLE] * _OLDEST if at >= _SHINGLE else 0
        value = ((value - leaving) * _BASE + entering) & _MASK
        if at >= _SHINGLE - 1:
            yield value >> 8


@functools.lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    # crc32 is the same everywhere, which hash() of a string is not.
    return zlib.crc32(re.sub(r"\W+", "", word).encode())
