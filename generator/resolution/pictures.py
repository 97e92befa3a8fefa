"""What a caption tells of where a picture, and the words that go with it, come from."""

import re
from collections.abc import Iterable, Mapping

from generator.model import Article, BlockKind, Claim, Mention
from generator.resolution.words import tokens

_PICTURE = r"(?:photo(?:graph)?|image|picture|video|footage|film|handout|still|screen ?grab)s?"
_GIVEN = r"(?:provided|released|distributed|supplied|issued|published|handed out|made available|circulated)"
_WHO = r"(?P<who>[^,.;:()]{2,80}?)(?= shows?\b| showing\b| via\b| on \w+day\b|[,.;:()]|$)"
_START = r"(?:file\W{1,4})?(?:in |on )?(?:this|these|an?|the)? ?(?:[\w-]+ ){0,3}"
_HANDED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_START}{_PICTURE}(?: [^,.;:]{{0,60}})? {_GIVEN} by {_WHO}",
        rf"(?:{_PICTURE}\W{{1,3}})?(?:a )?handout(?: {_PICTURE})? (?:by|from|of) {_WHO}",
    )
)
# Captions that share this part of their words are one caption, cut to fit.
_NEAR = 0.8


def supplier(claim: Claim, mentions: Iterable[Mention]) -> tuple[str | None, str] | None:
    """Who handed out the picture that the words go with, as an actor's slug and in words; None if nobody is said to.

    "In this photo provided by the Ruritanian government, troops march" is what that government shows.
    """
    first = claim.spans[0]
    for pattern in _HANDED:
        told = pattern.match(first.text)
        if told is not None:
            start, end = first.start + told.start("who"), first.start + told.end("who")
            inside = (m.actor for m in mentions if m.actor and start <= m.start and m.end <= end)
            return next(inside, None), told["who"]
    return None


def caption_of(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether the claim stands in a caption."""
    blocks = articles[claim.article].blocks
    return any(b.kind is BlockKind.CAPTION and b.contains(claim.spans[0]) for b in blocks)


def near(one: str, other: str) -> bool:
    """Whether two captions are nearly the same words."""
    mine, theirs = set(tokens(one)), set(tokens(other))
    return len(mine & theirs) >= _NEAR * len(mine | theirs)
