"""Date expressions of English news, and the calendar time that each means.

A grammar of patterns over the text (`absolute`, `relative`, `spans`), tried by `grammar`; the parse says the tense, and
keeps names, ages and amounts apart. Every mention says the rule that read it and the date that it was counted from.
"""

import functools

from generator.extraction.dates import absolute, relative, spans
from generator.extraction.dates.anchor import anchor_of
from generator.extraction.dates.grammar import Context, Found, Grammar, compile_rules, scan
from generator.extraction.reading import Reading
from generator.model import DateMention

_NUCLEUS = (
    r"\b(?:{month}|{weekday}|{season}|{holiday}|{unit}s?|{decade}|{vague}|today|tonight|yesterday|tomorrow|ago|fiscal|financial|FY\d*|"
    r"morning|afternoon|evening|noon|midday|midnight|recent|nineteen|eighteen|o['’]clock|Q[1-4]|[12]\d{3}s?|\d{1,2}(?::\d\d)* ?[ap]\.?m|"
    r"\d{1,2}[:./-]\d\d?|\d0s)\b|['’]\d\ds?\b"
)


@functools.cache
def _grammar() -> Grammar:
    return compile_rules((*absolute.RULES, *relative.RULES, *spans.RULES, *spans.VAGUE), _NUCLEUS)


def find_dates(reading: Reading) -> tuple[DateMention, ...]:
    """The date expressions of the article, in order, not overlapping.

    Durations and repetitions are left out; vague expressions stand with `edtf` and `grain` None.
    """
    article = reading.article
    anchor = anchor_of(article)
    context = Context(text=article.text, doc=reading.doc, anchor=anchor)
    return tuple(_mention(found, article.text) for found in scan(_grammar(), context))


def _mention(found: Found, text: str) -> DateMention:
    answer = found.answer
    period, anchor = answer.period, answer.anchor
    return DateMention(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        edtf=period.edtf if period else None,
        grain=period.grain if period else answer.grain,
        anchor=anchor.edtf if anchor and period else None,
        rule=found.rule,
    )
