"""Every claim of an article, in order: the attributed ones, then what the article says in its own voice."""

from collections.abc import Sequence

from generator.contract import claim_id
from generator.extraction.actors import Grouped
from generator.extraction.claims.direct import direct
from generator.extraction.claims.indirect import indirect
from generator.extraction.claims.lexicon import lexicon
from generator.extraction.claims.phrases import according, adjectives, colons, nouns
from generator.extraction.claims.scene import Scene, Told, scene
from generator.extraction.reading import Reading
from generator.model import Claim, ClaimForm, Cue, DateMention, Extent, Factuality, Quantity, Speaker, SpeakerKind


def find_claims(
    reading: Reading, grouped: Grouped, dates: Sequence[DateMention], quantities: Sequence[Quantity]
) -> tuple[Claim, ...]:
    """The claims of an article, sorted by where their content begins."""
    here = scene(reading.doc)
    found = attributions(here)
    claims = {}
    for told in found:
        c = _claim(told, here, reading, grouped)
        claims.setdefault(c.id, c)
    return tuple(sorted(claims.values(), key=lambda c: (c.spans[0].start, c.spans[-1].end)))


def attributions(here: Scene) -> list[Told]:
    """All attributions of the article, unordered."""
    words = lexicon()
    quoted = direct(here, words)
    taken = frozenset(t.verb for t in quoted)
    return [
        *quoted,
        *indirect(here, words, taken),
        *according(here, words),
        *nouns(here, words),
        *adjectives(here, words),
        *colons(here),
    ]


def _claim(told: Told, here: Scene, reading: Reading, grouped: Grouped) -> Claim:
    spans = tuple(reading.span(a, b) for a, b in told.content)
    a, b = here.chars(*told.cue)
    cue = reading.span(a, b)
    speakers = []
    at = {m.start: m for m in grouped.mentions if m.actor}
    for r in told.sources:
        x, y = here.chars(*r)
        actor = next((m.actor for m in grouped.mentions if m.actor and x <= m.start and m.end <= y), None)
        s = reading.span(x, y)
        speakers.append(Speaker(start=s.start, end=s.end, text=s.text, kind=SpeakerKind.NAMED, actor=actor))
    sent = here.doc[told.verb].sent
    return Claim(
        id=claim_id(reading.article.sha256, spans),
        article=reading.article.id,
        spans=spans,
        sentence=Extent(start=sent.start_char, end=sent.end_char),
        form=ClaimForm.QUOTATION if told.rule.startswith("quotation") else ClaimForm.PARAPHRASE,
        speakers=tuple(speakers),
        cue=Cue(start=cue.start, end=cue.end, text=cue.text, lemma=here.doc[told.verb].lemma_),
        factuality=Factuality.CERTAIN,
        rule=told.rule,
    )
