"""A sentence with what was read in it marked: in colours, or in brackets where there are none."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.text import Text

from generator.model import Event, Extent, Facts, Sentence
from generator.text import visible

STYLES = {
    "speaker": "bold green",
    "cue": "bold yellow",
    "content": "cyan",
    "date": "magenta",
    "quantity": "bright_blue",
    "event": "underline",
}
FAINT = "bright_black"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Extent):
    """A stretch of the article and what it is.

    Attributes:
        kind: One of `STYLES`.
        label: What a bracket says of it: its kind, or the number of its claim.
    """

    kind: str
    label: str


def marks_in(sentence: Sentence, facts: Facts, numbers: dict[str, int]) -> tuple[Mark, ...]:
    """What is marked in a sentence: claims' contents with their numbers, cues and speakers, and the rest."""
    found: list[Mark] = []
    for claim in facts.claims:
        if claim.id in numbers:
            found += [_mark(s, "content", str(numbers[claim.id])) for s in claim.spans]
            found += [_mark(s, "speaker") for s in claim.speakers]
            found += [_mark(claim.cue, "cue")] if claim.cue is not None else []
    found += [_mark(d, "date") for d in facts.dates]
    found += [_mark(q, "quantity") for q in facts.quantities]
    found += [_mark(e.predicate, "event") for e in _once(facts.events)]
    inside = [m for m in dict.fromkeys(found) if m.overlaps(sentence)]
    return tuple(sorted(inside, key=lambda m: (m.start, -m.end, list(STYLES).index(m.kind))))


def _mark(extent: Extent, kind: str, label: str = "") -> Mark:
    return Mark(start=extent.start, end=extent.end, kind=kind, label=label or kind)


def _once(events: Sequence[Event]) -> Iterable[Event]:
    """One event for each predicate: several groups of people that one killing met are several events."""
    return {e.predicate.start: e for e in events}.values()


def marked(sentence: Sentence, marks: Sequence[Mark], *, coloured: bool) -> Text:
    """The sentence on one line, safe for a terminal, with its marks.

    Marks that cross are closed and opened again, so that brackets always nest.
    """
    told, within = Text(), list[Mark]()
    edges = sorted(
        {sentence.start, sentence.end, *(e for m in marks for e in (m.start, m.end) if _inside(e, sentence))}
    )
    for start, end in itertools.pairwise(edges):
        here = _nested(within, [m for m in marks if m.start < end and start < m.end])
        same = _shared(within, here)
        _close(told, within[same:], here, coloured=coloured)
        words = _folded(sentence.text[start - sentence.start : end - sentence.start], after=told)
        lead = len(words) - len(words.lstrip())
        told.append(words[:lead], style=_style(within[:same]) if coloured else "")
        told.append("" if coloured else "".join(f"[{m.label}: " for m in here[same:]))
        told.append(words[lead:], style=_style(here) if coloured else "")
        within = here
    _close(told, within, [], coloured=coloured)
    return told


def _inside(offset: int, sentence: Sentence) -> bool:
    return sentence.start < offset < sentence.end


def _nested(before: Sequence[Mark], now: Sequence[Mark]) -> list[Mark]:
    """The marks over a stretch, outermost first: as those before it were nested, then the new ones."""
    return [*(m for m in before if m in now), *(m for m in now if m not in before)]


def _shared(before: Sequence[Mark], now: Sequence[Mark]) -> int:
    """How many of the outermost marks go on."""
    return next((n for n, (a, b) in enumerate(zip(before, now, strict=False)) if a != b), min(len(before), len(now)))


def _close(told: Text, ending: Sequence[Mark], now: Sequence[Mark], *, coloured: bool) -> None:
    """End marks, the innermost first; in colours, the content of a claim gets the claim's number where it ends."""
    for mark in reversed(ending):
        if not coloured:
            told.append("]")
        elif mark.kind == "content" and mark not in now:
            told.append(mark.label.translate(_RAISED), style=STYLES["content"])


def _folded(text: str, *, after: Text) -> str:
    """The words safe for a terminal, with single blanks between them and none twice where they are joined."""
    shown = re.sub(r"\s+", " ", visible(text))
    return shown.lstrip() if not after.plain or after.plain.endswith(" ") else shown


def _style(marks: Sequence[Mark]) -> str:
    return " ".join(STYLES[m.kind] for m in marks)
