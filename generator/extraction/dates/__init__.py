"""Date expressions of English news, and the calendar time that each means.

A grammar of patterns over the text (`absolute`, `relative`, `spans`), tried by `grammar`; the parse says the tense, and
keeps names, ages and amounts apart. Every mention says the rule that read it and the date that it was counted from.
"""

import functools
import re

from generator.extraction.caseless import small
from generator.extraction.dates import counted, days, edges, quarters, times, weekdays, years
from generator.extraction.dates.anchor import anchor_of
from generator.extraction.dates.calendar import Period
from generator.extraction.dates.grammar import Context, Found, Grammar, compile_rules, scan
from generator.extraction.dates.lexicon import grammar_file
from generator.extraction.reading import Reading
from generator.model import DateMention


@functools.cache
def _grammar() -> Grammar:
    rooms = (days, years, weekdays, counted, quarters, times, edges)
    readers = {name: read for room in rooms for name, read in room.READERS.items()}
    return compile_rules(grammar_file(), readers, {**times.AROUND, **edges.AROUND})


def find_dates(reading: Reading) -> tuple[DateMention, ...]:
    """The date expressions of the article, in order, not overlapping.

    Durations and repetitions are left out; vague expressions stand with `edtf` and `grain` None.
    """
    article = reading.article
    anchor = anchor_of(article)
    context = Context(text=article.text, small=small(article.text), doc=reading.doc, anchor=anchor, trace=reading.trace)
    return tuple(_mention(found, article.text) for found in scan(_grammar(), context))


def _open(period: Period, before: str) -> str:
    """The period as EDTF; what began then and goes on is an interval without end."""
    since = re.search(r"(?i)\b(?:since|ever since)\s(?:the\s)?$", before)
    return f"{period.edtf}/.." if since and _PLAIN.fullmatch(period.edtf) else period.edtf


_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2]|2[1-4])(?:-\d\d)?)?~?")  # what EDTF lets stand at an interval's end


def _mention(found: Found, text: str) -> DateMention:
    answer = found.answer
    period, anchor = answer.period, answer.anchor
    return DateMention(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        edtf=_open(period, text[max(0, found.start - 12) : found.start]) if period else None,
        grain=period.grain if period else answer.grain,
        anchor=anchor.edtf if anchor and period else None,
        rule=found.rule,
    )
