"""How much of each article the site may show, decided once for an article; every page asks here.

An article belongs to its publisher. Unless its licence is open, no excerpt is longer than the policy's
number of words, and all excerpts together, the title among them, hold no more than the policy's share of
the article's words. Quotations and the claims that carry a finding of several come first; a claim for
which nothing is left is shown by its reading, without its words.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Article, Claim, ClaimForm, Dossier, ExcerptPolicy, Extent, Facts, Span
from generator.text import fold

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
    carrying = {c for f in dossier.findings if len(f.claims) > 1 for c in f.claims}
    return {f.article.id: of_article(f, dossier.settings.excerpts, carrying) for f in dossier.facts}


def of_article(facts: Facts, policy: ExcerptPolicy, carrying: Iterable[str]) -> Shown:
    """What may be shown of one article; `carrying` holds the ids of claims in findings of several."""
    article = facts.article
    words = [Extent(start=m.start(), end=m.end()) for m in _WORD.finditer(article.text)]
    if is_open(article, policy):
        told = {c.id: Excerpt(words=c.text) for c in facts.claims}
        places = tuple(Extent(start=s.start, end=s.end) for c in facts.claims for s in c.spans)
        return Shown(excerpts=told, words=len(words), shown=len(words), limited=False, places=places)
    return _limited(facts, policy, frozenset(carrying), words)


def is_open(article: Article, policy: ExcerptPolicy) -> bool:
    """Whether the article's licence lets all of it be quoted."""
    stated = fold(article.license or "")
    return bool(stated) and any(stated.startswith(name) for name in policy.open_licenses)


def _limited(facts: Facts, policy: ExcerptPolicy, carrying: frozenset[str], words: list[Extent]) -> Shown:
    allowed = int(policy.share * len(words))
    spent = _title_words(facts.article, words)
    places: list[Extent] = []
    told: dict[str, Excerpt] = {}
    for claim in sorted(facts.claims, key=lambda c: _rank(c, carrying)):
        pieces, clipped = _clip(claim.spans, policy.words)
        mine = {w.start for w in words if any(p.overlaps(w) for p in pieces)}
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
    title = Extent(start=at, end=at + len(article.title))
    return {w.start for w in words if title.overlaps(w)}


def _rank(claim: Claim, carrying: frozenset[str]) -> tuple[int, int]:
    quoted = claim.form in _QUOTED
    if claim.id in carrying:
        return (0 if quoted else 1, claim.spans[0].start if claim.spans else 0)
    if quoted:
        return (2, claim.spans[0].start)
    weighty = bool(claim.quantities) or bool(claim.speakers)
    return (3 if weighty else 4, claim.spans[0].start if claim.spans else 0)


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
