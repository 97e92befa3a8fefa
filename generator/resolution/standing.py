"""What a finding is worth: its lead, its span of days, its credibility, where its claims differ, its weight."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import (
    Actor,
    Claim,
    ClaimForm,
    Difference,
    Facts,
    Factuality,
    Finding,
    Origin,
    SpeakerKind,
    Standing,
)
from generator.model.changes import KnownIds
from generator.resolution.again import figure
from generator.resolution.contents import UNDATED, Content
from generator.resolution.dates import days, first_day, gap
from generator.resolution.happenings import COMMITMENT
from generator.resolution.independence import confirmed, independent
from generator.resolution.likeness import hushes, others_did
from generator.resolution.origins import Sources, trace
from generator.text import squash, word_count

_HEDGED = frozenset({Factuality.POSSIBLE, Factuality.PROBABLE})
_OPEN_ENDED = frozenset({Factuality.POSSIBLE, Factuality.POSSIBLE_NOT, Factuality.UNDERSPECIFIED})
_HALF_LIFE = 30.0
_NEW = 3
_RECENT, _PROMINENT, _NOVEL, _PRECISE, _OPEN, _DEED, _UNTOLD = 1.0, 1.0, 0.5, 0.25, 0.5, 0.5, 0.5
_LAST = 0.01
_FEW_WORDS, _ENOUGH_WORDS, _MANY_WORDS = 8, 24, 32


@dataclass(frozen=True, slots=True)
class Scale:
    """What the weights of findings are measured against.

    Attributes:
        newest: The last day of publication in the dossier, as an ordinal; None if no article is dated.
        share: Actor to its part of the dossier's articles, from 0 to 1.
    """

    newest: int | None
    share: Mapping[str, float]


def scale_of(facts: Sequence[Facts], actors: Iterable[Actor]) -> Scale:
    """The scale of a dossier."""
    counts = {a.slug: 0 for a in actors}
    for f in facts:
        for slug in {m.actor for m in f.mentions if m.actor}:
            counts[slug] = counts.get(slug, 0) + 1
    dated = [d for f in facts if (d := first_day(f.article.published)) is not None]
    return Scale(newest=max(dated, default=None), share={s: n / max(1, len(facts)) for s, n in counts.items()})


def finding_of(members: Sequence[Content], sources: Sources, scale: Scale, known: KnownIds) -> Finding:
    """The finding that these claims make together; the first of them is its founder.

    Where an article was corrected, what its earlier version said stays listed and counts for nothing; a finding that
    rests on such words alone comes last and has no grade.
    """
    ordered = sorted(members, key=lambda c: (c.order[1], c.order[2]))
    claims = [c.claim for c in ordered]
    valid = [c for c in ordered if c.claim.article not in sources.superseded]
    kept = valid or ordered
    once = _read_once(kept)
    hushed = {c.claim.id for c in _hushed(once)}
    telling = [c.claim for c in kept if c.claim.id not in hushed]
    origins = trace(telling, sources)
    differences = tuple(_differences(_current(once, sources)))
    reported = sorted((d for c in claims if (d := _reported(c, sources)) is not None), key=lambda d: days(d) or (0, 0))
    publishers = tuple(dict.fromkeys(sources.publisher(c.article) for c in claims))
    ranks = sorted(COMMITMENT.index(c.claim.factuality) for c in once)
    identity, also = known.choose([f"f{c.claim.id[1:]}" for c in members])
    return Finding(
        id=identity,
        claims=tuple(c.id for c in claims),
        lead=_lead(kept).id,
        publishers=publishers,
        origins=origins,
        factuality=Standing(least=COMMITMENT[ranks[0]], most=COMMITMENT[ranks[-1]]),
        first=reported[0] if reported else None,
        latest=reported[-1] if reported else None,
        topics=tuple(dict.fromkeys(t for c in claims for t in c.topics)),
        actors=_named_most(claims),
        credibility=credibility(telling, origins, differences, sources) if valid else 6,
        differences=differences,
        weight=_weight(kept, origins, publishers, scale) * (1.0 if valid else _LAST),
        also=also,
    )


def _read_once(members: Sequence[Content]) -> list[Content]:
    """The claims without sentences that only tell that someone says what another of the claims gives as said.

    "The minister calls for a ban" and the ban that he calls for are one statement, read twice: how sure the paper is
    that he said so is no other view of the ban.
    """
    spoken = [c.claim for c in members if c.claim.speakers]
    return [c for c in members if not any(_frames(c.claim, s) for s in spoken)]


def _frames(outer: Claim, inner: Claim) -> bool:
    return (
        outer.article == inner.article
        and outer.spans != inner.spans
        and all(any(mine.contains(s) for mine in outer.spans) for s in inner.spans)
    )


def _hushed(members: Sequence[Content]) -> list[Content]:
    open_ = [c for c in members if c.claim.factuality is Factuality.UNDERSPECIFIED and c.speakers]
    return [c for c in open_ if any(hushes(c, other) for other in members)]


def _reported(claim: Claim, sources: Sources) -> str | None:
    return claim.said or sources.articles[claim.article].published


def _named_most(claims: Sequence[Claim]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for claim in claims:
        for slug in claim.actors:
            counts[slug] = counts.get(slug, 0) + 1
    return tuple(sorted(counts, key=lambda s: -counts[s]))


def _lead(members: Sequence[Content]) -> Claim:
    """The claim that says it best: asserted, by a named speaker, with who and how many, neither curt nor long.

    A headline sums up what the text tells with its words and its speaker, and comes after it.
    """

    def merit(content: Content) -> tuple[float, tuple[int, str, int]]:
        claim = content.claim
        words = word_count(claim.text)
        named = any(s.actor and s.kind is SpeakerKind.NAMED for s in claim.speakers)
        value = 2.0 * named + 1.0 * (claim.factuality is Factuality.CERTAIN)
        value += 0.5 * (_FEW_WORDS <= words <= _MANY_WORDS) + 0.5 * (_FEW_WORDS <= words <= _ENOUGH_WORDS)
        value += 0.5 * bool(content.acting)
        value += 0.5 * bool(content.amounts) + 0.5 * (claim.form in (ClaimForm.QUOTATION, ClaimForm.MIXED))
        value += 0.5 * bool(any(content.deeds.values())) + 0.25 * (claim.said is not None)
        value -= 2.0 * content.headline + 2.0 * content.caption
        return -value, content.order

    return min(members, key=merit).claim if len(members) > 1 else members[0].claim


def credibility(
    claims: Sequence[Claim], origins: Sequence[Origin], differences: Sequence[Difference], sources: Sources
) -> int:
    """The Admiralty figure of a finding, 1 (confirmed) to 6 (cannot be judged).

    - 1 confirmed: two known origins that do not depend on each other, of two sides, in other claims of
      two publishers (`independence.confirmed`), all certain, no difference.
    - 2 probably true: two or more independent origins, no denial; but of one side or publisher only, some
      hedge, or figures, dates or actors that differ.
    - 3 possibly true: two or more independent origins, none of them certain of it.
    - 4 doubtful: someone denies it, and others say so no less often.
    - 5 improbable: more origins deny it than say so.
    - 6 cannot be judged: one origin only, nothing but denials, or nobody who holds it for more than possible.
    """
    denied = frozenset(c.id for c in claims if c.factuality in COMMITMENT[:3])
    if all(c.id in denied or c.factuality in _OPEN_ENDED for c in claims):
        return 6
    denying = independent((o for o in origins if all(c in denied for c in o.claims)), claims)
    saying = independent((o for o in origins if any(c not in denied for c in o.claims)), claims)
    if denying and saying:
        return 5 if denying > saying else 4
    if independent(origins, claims) < 2 or not saying:
        return 6
    sure = [c.factuality is Factuality.CERTAIN for c in claims]
    if all(sure) and not differences and confirmed(origins, claims, sources):
        return 1
    return 2 if any(sure) else 3


def _current(members: Sequence[Content], sources: Sources) -> list[Content]:
    """The claims without those of earlier versions of a text: a corrected version does not contradict itself."""
    newest: dict[str, tuple[int, str]] = {}
    for content in members:
        text, version = sources.text_of(content.claim.article), content.order[:2]
        newest[text] = max(newest.get(text, version), version)
    return [c for c in members if newest[sources.text_of(c.claim.article)] == c.order[:2]]


def _differences(members: Sequence[Content]) -> Iterable[Difference]:
    """What the claims do not agree on, with all that take a side in it."""
    if len(members) < 2:
        return
    denying = [c for c in members if c.denies]
    if any(_denies(c, other) for c in denying for other in members):
        yield _difference("denial", members)
    else:
        hushed = {c.claim.id for c in _hushed(members)}
        hedged = [c for c in members if c.claim.factuality in _HEDGED or c.claim.id in hushed]
        sure = [c for c in members if c.claim.factuality is Factuality.CERTAIN]
        if hedged and sure:
            yield _difference("factuality", [c for c in members if c in hedged or c in sure])
    units = dict.fromkeys(unit for c in members for unit in c.amounts)
    for unit in units:
        counting = [c for c in members if unit in c.amounts]
        if len({figure(c.amounts[unit]) for c in counting}) > 1 and not _of_one_wording(counting):
            yield _difference("figure", counting)
            break
    dated = [c for c in members if c.claim.when is not None]
    if any(gap(dated[0].claim.when, c.claim.when) > 0 for c in dated[1:]):
        yield _difference("date", dated)
    acting = [c for c in members if any(others_did(c, other) for other in members)]
    if acting and not _of_one_wording(acting):
        yield _difference("actor", acting)


def _of_one_wording(members: Iterable[Content]) -> bool:
    """Whether all are told in the same words: these do not differ, whatever was read out of them."""
    return len({squash(c.claim.text).removeprefix("that") for c in members}) == 1


def _denies(one: Content, other: Content) -> bool:
    """Whether the one denies what the other says; nobody denies his own word, however it is put."""
    return one.denies and not other.denies and not one.speakers & other.speakers


def _difference(about: str, members: Sequence[Content]) -> Difference:
    return Difference(about=about, claims=tuple(c.claim.id for c in members))  # type: ignore[arg-type]


def _is_deed(content: Content) -> bool:
    """Whether the claim tells, as being so or likely, what one actor did to another."""
    return bool(content.exchanges) and content.claim.factuality not in _OPEN_ENDED


def _weight(members: Sequence[Content], origins: Sequence[Origin], publishers: Sequence[str], scale: Scale) -> float:
    """How much a finding matters, for the order of key findings: written down here and on the Method page.

    log2(1 + independent origins) + log2(1 + publishers) / 2 + the mean share of the dossier's articles that name
    its two best-known actors + 1 if it stands in a headline or first paragraph + recency (1 for the newest day
    of the dossier, halved every 30 days) + 0.5 if it was first reported in the last three days + 0.5 if it tells
    what one actor did to another + 0.25 if it has a figure - 0.5 if nobody is said to have said it - 0.5 if nobody
    commits to it (questions and wishes). A hundredth of that if it stands in captions alone: those come last.
    """
    shares = sorted((scale.share.get(a, 0.0) for a in {a for c in members for a in c.acting}), reverse=True)
    value = math.log2(1 + independent(origins, [c.claim for c in members])) + math.log2(1 + len(publishers)) / 2
    value += sum(shares[:2]) / 2
    value += _PROMINENT * any(c.prominent for c in members) + _DEED * any(_is_deed(c) for c in members)
    value -= _UNTOLD * all(not c.claim.speakers for c in members)
    value -= _OPEN * all(c.claim.factuality is Factuality.UNDERSPECIFIED for c in members)
    dated = [c.day for c in members if c.day < UNDATED]
    if dated and scale.newest is not None:
        value += _RECENT * 0.5 ** ((scale.newest - max(dated)) / _HALF_LIFE)
        value += _NOVEL * (scale.newest - min(dated) <= _NEW)
    value += _PRECISE * any(c.amounts for c in members)
    return round(value * (_LAST if all(c.caption for c in members) else 1.0), 4)
