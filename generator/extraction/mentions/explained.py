"""How the names of an article came about: who voted for what, and what became of the model's entities.

Everything here is read anew from the same pure functions that found the mentions; nothing is kept on the way for it.
"""

import re
from collections.abc import Iterator, Sequence

from generator import names
from generator.extraction.mentions.entities import LABELS
from generator.extraction.mentions.kinds import Ballot, ballots
from generator.extraction.mentions.pieces import pieces
from generator.extraction.reading import Reading
from generator.model import ActorKind, Mention, MentionForm, Note, NoteKind, Span, Vote, Votes


def votes(reading: Reading) -> Iterator[Votes]:
    """The votes on the kind of each name, wherever it stands, in the order of the text."""
    found = pieces(reading.doc)
    cast = ballots(reading.doc, found)
    for piece in found:
        stretch = reading.doc[piece.start : piece.end]
        ballot = cast[names.identity(stretch.text)]
        yield Votes(start=stretch.start_char, end=stretch.end_char, votes=_summed(ballot))


def _summed(ballot: Ballot) -> tuple[Vote, ...]:
    """The votes by reason and kind, the heaviest first."""
    sums: dict[tuple[str, ActorKind], float] = {}
    for why, vote in ballot.cast:
        sums[why, vote.kind] = sums.get((why, vote.kind), 0.0) + vote.weight
    told = [Vote(kind=kind, weight=round(weight, 2), why=why) for (why, kind), weight in sums.items()]
    return tuple(sorted(told, key=lambda v: (-v.weight, v.why, v.kind)))


def entities_changed(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Note]:
    """What became of each of the model's entities that is not a mention just as it was found."""
    named = [m for m in mentions if m.form in (MentionForm.NAME, MentionForm.ALIAS)]
    for entity in reading.doc.ents:
        kind = LABELS.get(entity.label_)
        if kind is None:
            continue
        span = reading.of(entity)
        reason = _became(span, kind, [m for m in named if m.overlaps(span)])
        if reason:
            yield Note(
                kind=NoteKind.REJECTED,
                topic="mention",
                start=span.start,
                end=span.end,
                text=span.text,
                rule=f"model:{entity.label_}",
                reason=reason,
            )


def _became(entity: Span, kind: ActorKind, there: Sequence[Mention]) -> str:
    """What the entity was made into; empty where it stands as it was found."""
    if not there:
        return "no name: common words, a date, a measure or a title"
    whole = next((m for m in there if (m.start, m.end) == (entity.start, entity.end)), None)
    if whole is not None:
        # A state is a place or a people to the model, which knows no states: that is no change of mind.
        same = whole.kind is kind or (whole.kind is ActorKind.STATE and kind in (ActorKind.PLACE, ActorKind.PEOPLE))
        return "" if same else f"voted to be {whole.kind}, not {kind}"
    if len(there) == 1 and _bare(entity.text) == there[0].text:
        return ""
    return "read as " + ", ".join(f"“{m.text}” ({m.kind})" for m in there)


def _bare(name: str) -> str:
    """The name without its article and the ending of a possessor, which no mention has."""
    return re.sub(r"^(?:the|The) |['’]s$", "", name)
