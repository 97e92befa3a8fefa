"""The date that a text's "Friday" is counted from: its dateline's, else its publication's."""

import re
from datetime import date

from generator.extraction.dates.calendar import Period, of_day, parse
from generator.extraction.dates.lexicon import expand, lexicon, word
from generator.model import Article

_HEAD = 700  # characters within which a dateline stands
_FULL = r"(?:^|\n|[^\S\n])(?:{weekday},? )?(?:{month} {day},? {year}|{day:day2} {month:month2},? {year:year2})(?=[^\S\n]*(?:\n|$|\)|[-–—:_]| (?:[A-Z(])))"
_CITY = r"^[^\S\n]*(?:[A-Z][\w.'’-]+[,/]?[^\S\n]*){1,6},? {month} {day}(?:,? {year})?[^\S\n]*(?:\(|--?|–|—|_)"


def anchor_of(article: Article) -> Period | None:
    """The anchor of the article's relative dates: a day, a month, a year, or None where nothing says."""
    published = parse(article.published)
    head = article.text[:_HEAD]
    if match := re.search(expand(_FULL), head, re.MULTILINE):
        told = match.groupdict()
        month, day, year = (told["month"] or told["month2"], told["day"] or told["day2"], told["year"] or told["year2"])
        if found := _near(int(year), month, day, published):
            return found
    if (match := re.search(expand(_CITY), head, re.MULTILINE)) and (published or match["year"]):
        year = int(match["year"]) if match["year"] else published.first.year if published else 0
        if found := _near(year, match["month"], match["day"], published):
            return found
    return published


def _near(year: int, month: str, day: str, published: Period | None) -> Period | None:
    """The day, unless it lies too far from the publication to be its dateline."""
    try:
        found = date(year, lexicon().months[word(month)], int(re.sub(r"\D", "", day)))
    except ValueError:
        return None
    if published is None:
        return of_day(found)
    if (found - published.last).days > 31 and not (found.month == 12 and published.first.month == 1):
        return None
    if found > published.last and found.month == 12 and published.first.month == 1:
        found = date(year - 1, found.month, found.day)
    return (
        of_day(found) if abs((found - published.first).days) <= 31 or abs((found - published.last).days) <= 31 else None
    )
