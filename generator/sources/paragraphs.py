"""The paragraphs of a text, with the places they stand in."""

import re
from dataclasses import dataclass, replace
from statistics import median

from generator.sources.invisible import found, plain
from generator.sources.markup import is_title, without_marks

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_FEED = re.compile(r"\r\n|\n|\r")
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]*$")
# Lines that a program broke are about as long as it allows; people's paragraphs are of any length.
_NARROWEST, _WIDEST = 40, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as it stands in a text.

    Attributes:
        start, end: Offsets in the text, from the first character that is no blank to behind the last.
        line: 1-based line of the file that it begins in.
        text: Its words on one line, without what cannot be seen.
        hidden: Code points that were dropped from it, as "U+202E".
        marks: Pictures and addresses of links that were dropped from it, in a Markdown text.
        title: It is a heading of the first level, in a Markdown text.
    """

    start: int
    end: int
    line: int
    text: str
    hidden: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    title: bool = False


def split(text: str, *, first_line: int = 1, markdown: bool = False) -> list[Paragraph]:
    """The paragraphs of the text that hold anything to be seen, in order.

    Every line is a paragraph, unless the text is one whose lines were broken at a fixed width: there a
    paragraph ends at a blank line.
    """
    runs = _runs(text, first_line)
    broken = _is_broken(runs)
    told = []
    widest = max((len(p.text) for run in runs for p in run), default=0)
    for run in runs:
        told += _joined(text, run, widest) if broken else run
    return [_rendered(p) if markdown else p for p in told if p.text]


def _rendered(paragraph: Paragraph) -> Paragraph:
    words, marks = without_marks(paragraph.text)
    return replace(paragraph, text=words, marks=marks, title=is_title(paragraph.text))


def _runs(text: str, first_line: int) -> list[list[Paragraph]]:
    """The lines that hold something, in groups with blank lines between them."""
    runs: list[list[Paragraph]] = []
    line, done, last = first_line, 0, -9
    feeds = 0
    for match in _LINE.finditer(text):
        line += len(_FEED.findall(text, done, match.start()))
        done = match.start()
        words = match[0].strip()
        if not words:
            continue
        feeds = line - last
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        hidden = () if words.isascii() and words.isprintable() else tuple(found(words))
        shown = Paragraph(start=start, end=start + len(words), line=line, text=plain(words), hidden=hidden)
        if feeds > 1 or not runs:
            runs.append([])
        runs[-1].append(shown)
        last = line
    return runs


def _is_broken(runs: list[list[Paragraph]]) -> bool:
    inner = [p.text for run in runs for p in run[:-1]]
    if len(inner) < 3 or not _NARROWEST <= median(len(t) for t in inner) <= _WIDEST:
        return False
    widest = max(len(p.text) for run in runs for p in run)
    running_on = sum(_SENTENCE_END.search(t) is None for t in inner)
    return widest <= _WIDEST + 20 and running_on * 10 >= len(inner) * 6


def _joined(text: str, run: list[Paragraph], widest: int) -> list[Paragraph]:
    """The paragraphs of a run of lines: a line much shorter than the widest was not broken by its width."""
    told: list[list[Paragraph]] = [[]]
    for line in run:
        told[-1].append(line)
        if len(line.text) * 2 < widest:
            told.append([])
    return [_one(text, lines) for lines in told if lines]


def _one(text: str, run: list[Paragraph]) -> Paragraph:
    start, end = run[0].start, run[-1].end
    hidden = tuple(dict.fromkeys(h for p in run for h in p.hidden))
    return Paragraph(start=start, end=end, line=run[0].line, text=plain(text[start:end]), hidden=hidden)
