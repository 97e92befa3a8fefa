"""Quotation marks: where the quotations of a text begin and end, also when a mark is missing."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text import INVISIBLE

# A line break before a small letter is a line wrapped by hand, not the end of a paragraph.
_BREAK = re.compile(r"\n\s*\n\s*|\n\s*(?![a-z\s])")
_MARK = re.compile(r"''(?!')|``|[“”„‟«»\"]")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w“\"$£€])")
_SINGLE_END = re.compile(r"(?<=[^\s‘(])[’'](?![\w’'])")
# `"We will appeal, Berg said.`: the mark behind the comma is missing, for nobody says of himself that he says it.
_WHO = r"(?:[\w.’'-]+\s+){1,6}?"
_SAYS = r"(?:said|says|added|told\s+[\w’'-]+)"
_LOST_CLOSE = re.compile(rf"([,?!])\s+(?:{_WHO}{_SAYS}|(?:said|says)\s+[\w.’'-]+)(?:\s+[\w.’'-]+){{0,6}}[.!]?\s*\Z")
_TAIL = 160  # Characters in front of its end in which an unclosed quotation may have its cue.
_LINE = 2_000  # Characters of a line that are looked back upon, so that a hostile one costs no square of its length.
_OPENERS = frozenset("“„‟«") | {"``"}
_CLOSERS = frozenset("”»")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One quotation within one paragraph, marks included.

    Attributes:
        start, end: Offsets with the marks.
        inner_start, inner_end: Offsets without them.
        paragraph: Index of its paragraph.
        closed: Whether its closing mark stands there.
        runs_on: Whether it goes on from the paragraph before, which did not close its quotation.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    closed: bool
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark: what it can be, by its form and the blanks around it."""

    start: int
    end: int
    opens: bool
    closes: bool


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text, as offsets without the blanks around them."""
    parts, at = [], 0
    for gap in _BREAK.finditer(text):
        parts.append((at, gap.start()))
        at = gap.end()
    parts.append((at, len(text)))
    return [_stripped(text, a, b) for a, b in parts if text[a:b].strip()]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for m in _MARK.finditer(text, start, end):
        before = text[m.start() - 1] if m.start() > start else " "
        before = " " if INVISIBLE.match(before) else before
        after = text[m.end()] if m.end() < end else " "
        if m[0] in _OPENERS:
            opens, closes = True, before not in " \t\n(" and (after.isspace() or after in ".,;:)")
        elif m[0] in _CLOSERS:
            # A closing mark may stand apart: `“ We will act. ” Berg left.`
            opens, closes = before.isspace() and after.isalnum(), not (before.isspace() and after.isalnum())
        elif m[0] == '"' and before.isdigit() and not after.isalnum() and after in " -x" and _inches(text, m.start()):
            continue
        else:
            opens = (before.isspace() or before in "([{—–-'‘/") and not after.isspace()
            closes = not before.isspace() and before not in "([{"
        yield Mark(m.start(), m.end(), opens, closes)


def _inches(text: str, at: int) -> bool:
    """Whether the straight mark at `at` is one for inches: a bare number, and no quotation opened on its line."""
    line = text[max(text.rfind("\n", 0, at) + 1, at - _LINE) : at]
    return line.count('"') % 2 == 0


def quotes(text: str) -> list[Quote]:
    """The quotations of a text in order, the outermost of nested ones only."""
    found: list[Quote] = []
    running = False
    for number, (start, end) in enumerate(paragraphs(text)):
        here = list(_double(text, start, end, number, running=running))
        if not here:
            here = list(_single(text, start, end, number))
        found += here
        running = bool(here) and not here[-1].closed
    return found


def _double(text: str, start: int, end: int, number: int, *, running: bool) -> Iterator[Quote]:
    """Quotations in double marks; `running` tells that the paragraph before did not close its last one."""
    opened: Mark | None = None
    continued = False
    marks = list(_marks(text, start, end))
    if running and marks and not (marks[0].opens and marks[0].start == start) and not marks[0].opens:
        opened, continued = Mark(start, start, opens=True, closes=False), True
    for mark in marks:
        if opened is None:
            if mark.opens:
                continued = running and mark.start == start
                opened = mark
        elif mark.closes and not (mark.opens and _sure_opener(text, mark)):
            yield _quote(opened, mark, number, continued=continued)
            opened, continued = None, False
        elif mark.opens and _sure_opener(text, mark):
            # The mark that should have closed the one before is missing.
            yield _unclosed(text, opened, mark.start, number, continued=continued)
            opened, continued = mark, False
    if opened is not None:
        yield _unclosed(text, opened, end, number, continued=continued)


def _sure_opener(text: str, mark: Mark) -> bool:
    """Whether the mark can only open: by its form or behind somebody's `said`, and for lack of a place to close."""
    if mark.closes:
        return False
    before = max(mark.start - _TAIL, 0)
    return text[mark.start : mark.end] in _OPENERS or _LOST_CLOSE.search(text, before, mark.start) is not None


def _quote(opened: Mark, closed: Mark, number: int, *, continued: bool) -> Quote:
    return Quote(
        start=opened.start,
        end=closed.end,
        inner_start=opened.end,
        inner_end=closed.start,
        paragraph=number,
        closed=True,
        runs_on=continued,
    )


def _unclosed(text: str, opened: Mark, end: int, number: int, *, continued: bool) -> Quote:
    """A quotation without its closing mark: to the end of the paragraph, or to where somebody is said to say it."""
    lost = _LOST_CLOSE.search(text, max(opened.end, end - _TAIL), end)
    if lost is not None:
        return _quote(opened, Mark(lost.end(1), lost.end(1), opens=False, closes=True), number, continued=continued)
    last = opened.end + len(text[opened.end : end].rstrip())
    return Quote(
        start=opened.start,
        end=max(last, opened.end),
        inner_start=opened.end,
        inner_end=max(last, opened.end),
        paragraph=number,
        closed=False,
        runs_on=continued,
    )


def _single(text: str, start: int, end: int, number: int) -> Iterator[Quote]:
    """Quotations in single marks, which headlines and some papers use; an apostrophe is none."""
    ends = [m.start() for m in _SINGLE_END.finditer(text, start, end)]
    # "the workers' rights" has an apostrophe behind its s; a later mark is the better end.
    sure = [e for e in ends if text[e - 1] != "s" or not text[e + 1 : e + 3].strip().isalpha()]
    at = start
    while opened := _SINGLE.search(text, at, end):
        closed = _first_from(sure, opened.end()) or _first_from(ends, opened.end())
        if closed is None:
            return
        mark = Mark(opened.start(), opened.end(), opens=True, closes=False)
        yield _quote(mark, Mark(closed, closed + 1, opens=False, closes=True), number, continued=False)
        at = closed + 1


def _first_from(places: list[int], at: int) -> int | None:
    """The first of the places (which are in order) that is at or behind an offset."""
    found = bisect.bisect_left(places, at)
    return places[found] if found < len(places) else None
