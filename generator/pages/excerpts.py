"""How much of each article the site may show, decided once for an article; every page asks here.

An article belongs to its publisher. Unless its licence is open, no excerpt is longer than the policy's
number of words, and all excerpts together hold no more than the policy's share of the article's words;
the title, which is always shown, and the words that attribute an excerpt count as well, and so do the
same words where they stand in the article a second time. Claims that carry a finding of several
publishers come first, then quotations; a claim for which nothing is left is shown by its reading,
without its words.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import (
    Article,
    BlockKind,
    Claim,
    ClaimForm,
    Dossier,
    ExcerptPolicy,
    Extent,
    Facts,
    Factuality,
    Finding,
    Span,
)
from generator.pages import cues

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_QUOTED = (ClaimForm.QUOTATION, ClaimForm.MIXED)
_OPEN = frozenset({Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT, Factuality.UNDERSPECIFIED})
# Runs of so many of an article's words are taken for the article's when the site is checked.
_RUN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """What of a claim's words may be shown.

    Attributes:
        words: The words, verbatim, pieces joined by an ellipsis; None where they are withheld.
        clipped: Whether the claim goes on after them.
    """

    words: str | None
    clipped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the site shows of one article.

    Attributes:
        excerpts: By claim id. words: of the article; shown: how many of them stand on the site.
        limited: Whether the policy applies; False under an open licence.
        places: Where the shown words stand.
    """

    excerpts: Mapping[str, Excerpt]
    words: int
    shown: int
    limited: bool
    places: tuple[Extent, ...]

    def holds(self, span: Extent) -> bool:
        """Whether all of the span's words are shown anyway, so that it may be repeated elsewhere."""
        return not self.limited or any(p.contains(span) for p in self.places)


def decide(dossier: Dossier) -> dict[str, Shown]:
    """What may be shown of every article, by article id; of each by itself and the findings it takes part in."""
    several = [f for f in dossier.findings if len(f.claims) > 1]
    finding_of = {c: f for f in several for c in f.claims}
    on = Counter(t for c in dossier.claims() for t in c.topics)
    alone = frozenset(c.id for c in dossier.claims() if any(on[t] == 1 for t in c.topics))
    return {
        f.article.id: of_article(
            f, dossier.settings.excerpts, {c.id: finding_of[c.id] for c in f.claims if c.id in finding_of}, alone
        )
        for f in dossier.facts
    }


def of_article(
    facts: Facts, policy: ExcerptPolicy, carrying: Mapping[str, Finding], alone: frozenset[str] = frozenset()
) -> Shown:
    """What may be shown of one article.

    `carrying` leads from claims to the findings of several that they are in, `alone` holds the ids of
    those that are all that is said on some topic.
    """
    article = facts.article
    words = [Extent(start=m.start(), end=m.end()) for m in _WORD.finditer(article.text)]
    if policy.opens(article.license):
        told = {c.id: Excerpt(words=c.text) for c in facts.claims}
        places = tuple(Extent(start=s.start, end=s.end) for c in facts.claims for s in c.spans)
        return Shown(excerpts=told, words=len(words), shown=len(words), limited=False, places=places)
    return _limited(facts, policy, _by_rank(facts, carrying, alone), words)


def _limited(facts: Facts, policy: ExcerptPolicy, ranked: list[Claim], words: list[Extent]) -> Shown:
    allowed = int(policy.share * len(words))
    again = _again(facts.article, words)
    spent = again(_title_words(facts.article, words))
    places: list[Extent] = []
    told: dict[str, Excerpt] = {}
    for claim in ranked:
        pieces, clipped = _clip(claim.spans, policy.words)
        around = [s for s in claim.speakers if s.actor is None] + [x for x in (cues.place(facts.article, claim),) if x]
        mine = again({start for piece in (*pieces, *around) for start in _inside(words, piece)})
        if not mine or len(spent | mine) > allowed:
            told[claim.id] = Excerpt(words=None)
            continue
        spent |= mine
        places.extend(pieces)
        told[claim.id] = Excerpt(words=" … ".join(p.text for p in pieces), clipped=clipped)
    return Shown(excerpts=told, words=len(words), shown=len(spent), limited=True, places=tuple(places))


def _title_words(article: Article, words: list[Extent]) -> set[int]:
    """Starts of the words of the title where it stands in the text: the site shows it, so it counts."""
    at = article.text.find(article.title) if article.title else -1
    if at < 0 or article.title is None:
        return set()
    return set(_inside(words, Extent(start=at, end=at + len(article.title))))


def _inside(words: list[Extent], place: Extent) -> Iterator[int]:
    """Starts of the words that the place touches."""
    for word in words[bisect_right(words, place.start, key=lambda w: w.end) :]:
        if word.start >= place.end:
            return
        yield word.start


def _again(article: Article, words: list[Extent]) -> Callable[[set[int]], set[int]]:
    """Adds to starts of words those of the same run of words wherever else it stands in the article.

    A reader who looks for the article's words on the site finds both places, so both count.
    """
    told = [article.text[w.start : w.end].casefold() for w in words]
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(told) - _RUN + 1):
        places.setdefault(tuple(told[at : at + _RUN]), []).append(at)
    starts_of = [w.start for w in words]
    twice = [[starts_of[at : at + _RUN] for at in where] for where in places.values() if len(where) > 1]

    def both(starts: set[int]) -> set[int]:
        more = set(starts)
        for ranges in twice:
            if any(r[0] in starts and starts.issuperset(r) for r in ranges):
                more.update(start for r in ranges for start in r)
        return more

    return both


def _by_rank(facts: Facts, carrying: Mapping[str, Finding], alone: frozenset[str]) -> list[Claim]:
    """The claims in the order in which they are shown while words are left.

    One claim for each finding of several publishers comes first, then quotations of those who have a
    name, what is denied or left open and what stands alone on its topic, other findings and quotations,
    what is told by someone, repetitions, narration, and last headlines, questions and captions.
    """
    edges = [b for b in facts.article.blocks if b.kind in (BlockKind.CAPTION, BlockKind.HEADLINE)]
    first: dict[str, str] = {}
    for claim in sorted(
        facts.claims, key=lambda c: (c.id != carrying[c.id].lead, not c.speakers) if c.id in carrying else (True, True)
    ):
        if claim.id in carrying:
            first.setdefault(carrying[claim.id].id, claim.id)
    leading = frozenset(first.values())

    def rank(claim: Claim) -> tuple[int, bool]:
        quoted = claim.form in _QUOTED
        if any(b.overlaps(claim.sentence) for b in edges) or claim.text.rstrip("\"'”’ ").endswith("?"):
            return 6, not quoted
        if claim.id in leading and len(carrying[claim.id].publishers) > 1:
            return 0, not quoted
        if quoted:
            return (1 if any(s.actor for s in claim.speakers) else 2), claim.id in carrying
        return _plain_rank(claim, claim.id in alone, claim.id in leading, claim.id in carrying), not claim.quantities

    return sorted(facts.claims, key=rank)


def _plain_rank(claim: Claim, alone: bool, leading: bool, carrying: bool) -> int:
    """The rank of a claim that is no quotation."""
    if claim.speakers and (alone or claim.factuality in _OPEN):
        return 2
    if leading:
        return 3
    if carrying:
        return 5
    return 4 if claim.speakers else 5


def _clip(spans: tuple[Span, ...], most: int) -> tuple[list[Span], bool]:
    """The first `most` words of the spans, and whether more follow."""
    kept: list[Span] = []
    left = most
    for number, span in enumerate(spans):
        found = list(_WORD.finditer(span.text))
        if len(found) > left:
            end = found[left - 1].end() if left else 0
            if end:
                kept.append(Span(start=span.start, end=span.start + end, text=span.text[:end]))
            return kept, True
        left -= len(found)
        kept.append(span)
        if not left and number + 1 < len(spans):
            return kept, True
    return kept, False
