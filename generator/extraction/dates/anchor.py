"""The date that a text's "Friday" is counted from: its dateline's, else its publication's."""

import functools
import re
from collections.abc import Iterator

from generator.extraction.dates.calendar import Period, make_day, of_day, parse
from generator.extraction.dates.lexicon import expand, lexicon, word
from generator.model import Article, BlockKind

_HEAD = 1000  # characters within which a dateline stands
_NEAR = 31  # days that it may lie from the publication, at most

_DATE = r"(?:{weekday},? )?(?:{month} {day}(?:,? {year})?|{day:day2} {month:month2}(?:,? {year:year2})?)"
_PLACE = r"(?:[^\W\d_][\w.'’-]*[,/]?[^\S\n]+){1,7}"
_FORMS = (
    rf"^[^\S\n]*{_DATE}[^\S\n]*(?:$|(?=[A-Z])|[(–—-]|_)",  # a line of its own, or what a line begins with
    rf"^[^\S\n]*{_PLACE}{_DATE}[^\S\n]*(?:\(|--?|–|—|_|:)",  # PARIS, May 3 (AP) --
    rf"^[^\S\n]*{_PLACE}\({_DATE}\)",  # PARIS (May 3, 2011) -
    rf"[^\S\n]{_DATE}[^\S\n]*$",  # the end of the headline's line
)


@functools.cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(expand(form), re.MULTILINE) for form in _FORMS)


def anchor_of(article: Article) -> Period | None:
    """The anchor of the article's relative dates: a day, a month, a year, or None where nothing says."""
    published = parse(article.published)
    for match in _datelines(article):
        if (found := _near(match, published)) is not None:
            return found
    return published


def _datelines(article: Article) -> Iterator[re.Match[str]]:
    """What may be a dateline, in the order of the text; captions have dates of their own."""
    matches = {m.start(): m for form in _forms() for m in form.finditer(article.text[:_HEAD])}
    captions = [b for b in article.blocks if b.kind is BlockKind.CAPTION]
    for start in sorted(matches):
        if not any(b.start <= start < b.end for b in captions):
            yield matches[start]


def _near(match: re.Match[str], published: Period | None) -> Period | None:
    """The day, unless it lies too far from the publication to be its dateline, or its year is not known."""
    told = match.groupdict()
    month = lexicon().months[word(told["month"] or told["month2"])]
    day = int(re.sub(r"\D", "", told["day"] or told["day2"]))
    year = told["year"] or told["year2"]
    if year is None and published is None:
        return None
    if published is None:
        found = make_day(int(year), month, day)
        return of_day(found) if found else None
    years = (int(year),) if year else (published.first.year, published.first.year - 1)
    days = [d for y in years if (d := make_day(y, month, day))]
    close = [d for d in days if (d - published.first).days >= -_NEAR and (d - published.last).days <= _NEAR]
    return of_day(close[0]) if close else None
