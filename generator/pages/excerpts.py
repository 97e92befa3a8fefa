"""How much of each article the site may show, decided once for an article; every page asks here.

An article belongs to its publisher. Unless its licence is open, no excerpt is longer than the policy's
number of words, and all excerpts together hold no more than the policy's share of the article's words;
the title, which is always shown, and the words that attribute an excerpt count as well. Quotations and
claims that carry a finding of several come first; a claim for which nothing is left is shown by its
reading, without its words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Article, BlockKind, Claim, ClaimForm, Dossier, ExcerptPolicy, Extent, Facts, Finding, Span

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_QUOTED = (ClaimForm.QUOTATION, ClaimForm.MIXED)


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
    return {
        f.article.id: of_article(
            f, dossier.settings.excerpts, {c.id: finding_of[c.id] for c in f.claims if c.id in finding_of}
        )
        for f in dossier.facts
    }


def of_article(facts: Facts, policy: ExcerptPolicy, carrying: Mapping[str, Finding]) -> Shown:
    """What may be shown of one article; `carrying` leads from claims to the findings of several that they are in."""
    article = facts.article
    words = [Extent(start=m.start(), end=m.end()) for m in _WORD.finditer(article.text)]
    if policy.opens(article.license):
        told = {c.id: Excerpt(words=c.text) for c in facts.claims}
        places = tuple(Extent(start=s.start, end=s.end) for c in facts.claims for s in c.spans)
        return Shown(excerpts=told, words=len(words), shown=len(words), limited=False, places=places)
    return _limited(facts, policy, carrying, words)


def _limited(facts: Facts, policy: ExcerptPolicy, carrying: Mapping[str, Finding], words: list[Extent]) -> Shown:
    allowed = int(policy.share * len(words))
    spent = _title_words(facts.article, words)
    places: list[Extent] = []
    told: dict[str, Excerpt] = {}
    captions = [b for b in facts.article.blocks if b.kind is BlockKind.CAPTION]
    picture = frozenset(c.id for c in facts.claims if any(b.overlaps(c.sentence) for b in captions))
    for claim in _by_rank(facts.claims, carrying, picture):
        pieces, clipped = _clip(claim.spans, policy.words)
        around = [s for s in claim.speakers if s.actor is None] + ([claim.cue] if claim.cue else [])
        mine = {start for piece in (*pieces, *around) for start in _inside(words, piece)}
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


def _by_rank(claims: Sequence[Claim], carrying: Mapping[str, Finding], picture: frozenset[str]) -> list[Claim]:
    """The claims in the order in which they are shown while words are left.

    Quotations that carry a finding come first, then one claim for each finding of several, other
    quotations, figures, what is told by someone, and last what repeats a finding, is mere narration, or
    stands under a picture (`picture` holds the ids of those).
    """
    first: dict[str, str] = {}
    for claim in sorted(
        claims, key=lambda c: (c.id != carrying[c.id].lead, not c.speakers) if c.id in carrying else (True, True)
    ):
        if claim.id in carrying:
            first.setdefault(carrying[claim.id].id, claim.id)

    def rank(claim: Claim) -> int:
        if claim.id in picture:
            return 7
        if claim.id in carrying:
            if claim.form in _QUOTED:
                return 0
            return 1 if claim.id in first.values() else 5
        if claim.form in _QUOTED:
            return 2
        return 3 if claim.quantities else 4 if claim.speakers else 6

    return sorted(claims, key=rank)


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
