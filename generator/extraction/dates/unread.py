"""What the language model takes for a date or a time, and the grammar does not."""

from collections.abc import Iterator, Sequence

from generator.extraction.reading import Reading
from generator.model import Extent, Note, NoteKind


def undated(reading: Reading, dates: Sequence[Extent]) -> Iterator[Note]:
    """The model's dates and times that hold none of the article's date expressions: "three years", "every Monday"."""
    for entity in reading.doc.ents:
        span = reading.of(entity)
        if entity.label_ in ("DATE", "TIME") and not any(d.overlaps(span) for d in dates):
            yield Note(
                kind=NoteKind.REJECTED,
                topic="date",
                start=span.start,
                end=span.end,
                text=span.text,
                rule=f"model:{entity.label_}",
                reason="it tells how long, how often or how old, not when, or no rule knows its form",
            )
