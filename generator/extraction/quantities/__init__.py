"""Quantities: amounts with their bounds and what they count. What only looks like one is left out.

"Several" is at least 3, "dozens" at least 24, "scores" 40, "hundreds" 200, and so on (two of the kind), all approximate
and with no upper end. Ages, dates, ordinals, and numbers in names are no quantities.
"""

from collections.abc import Iterator, Sequence

from generator.extraction.dates import find_dates
from generator.extraction.quantities.counted import Counted, counted, no_quantity
from generator.extraction.quantities.lone import lone_persons
from generator.extraction.quantities.numbers import Amount, amounts
from generator.extraction.reading import Reading
from generator.model import Extent, Quantity


def find_quantities(reading: Reading, dates: Sequence[Extent] | None = None) -> tuple[Quantity, ...]:
    """The quantities of the article, in order, not overlapping.

    Args:
        reading: The article and its parse.
        dates: The date expressions, if they are known already: no quantity lies in one.
    """
    known = find_dates(reading) if dates is None else dates
    found = tuple(_quantities(reading, known))
    return tuple(sorted((*found, *lone_persons(reading, found)), key=lambda q: q.start))


def _quantities(reading: Reading, dates: Sequence[Extent]) -> Iterator[Quantity]:
    free, at = 0, 0
    for amount in amounts(reading.article.text):
        while at < len(dates) and dates[at].end <= amount.start:
            at += 1
        dated = at < len(dates) and dates[at].start < amount.end
        if dated or amount.start < free:
            continue
        reason = no_quantity(reading, amount)
        if reason:
            reading.trace.rejected("quantity", (amount.start, amount.end), "number", reason)
            continue
        found = _quantity(reading, amount, counted(reading, amount))
        free = found.end
        yield found


def _quantity(reading: Reading, amount: Amount, thing: Counted) -> Quantity:
    end = max(amount.end, thing.end)
    return Quantity(
        start=amount.start,
        end=end,
        text=reading.article.text[amount.start : end],
        low=amount.low,
        high=amount.high,
        approximate=amount.approximate,
        unit=amount.unit or thing.unit,
        of=thing.of,
    )
