"""One page from its template: front matter, the body, and the few values that every template has."""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass

import jinja2
from markupsafe import Markup

from generator.pages.desk import source_page
from generator.pages.sheet import Sheet
from generator.pages.templates import rendered

_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source in the list at the end of a page."""

    letter: str
    title: str
    href: str
    publisher: str
    published: str | None
    inferred: bool
    reliability: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A page's front matter.

    Attributes:
        boost: Raises the page in the search; None leaves it out.
        wide: Whether the page needs the room of its table of contents.
        terms: Further words that the search finds the page by, before any other.
        linked: What the page tells machines, as JSON-LD in the words of schema.org; None for nothing.
        moved: The address that a browser goes on to, relative; None for a page that stays.
    """

    title: str
    description: str
    boost: float | None = 1.0
    terms: tuple[str, ...] = ()
    wide: bool = False
    linked: Mapping[str, object] | None = None
    moved: str | None = None


def page(made: jinja2.Environment, template: str, sheet: Sheet, head: Head, data: object) -> bytes:
    """The Markdown of a page: its template filled with the head, its data's fields, and the page's sources."""
    fields = {f.name: getattr(data, f.name) for f in dataclasses.fields(data)}  # type: ignore[arg-type]
    values = {
        **fields,
        "head": head,
        "to": sheet.to,
        "html_to": sheet.html_to,
        "sources": source_lines(sheet),
        "eol": Markup(),
    }
    told = rendered(made, template, values)
    return _BLANK_LINES.sub("\n\n", told).strip("\n").encode() + b"\n"


def source_lines(sheet: Sheet) -> tuple[SourceLine, ...]:
    """The page's sources in the order of their letters."""
    return tuple(source_line(sheet, article, letter) for letter, article in sheet.sources)


def source_line(sheet: Sheet, article: str, letter: str = "") -> SourceLine:
    """One source as a list shows it."""
    found = sheet.desk.article(article)
    day = sheet.day(found.published)
    return SourceLine(
        letter=letter,
        title=sheet.desk.title(article),
        href=sheet.to(source_page(article)),
        publisher=sheet.publisher(article),
        published=day.text if day else None,
        inferred=found.basis.published.value == "inferred",
        reliability=sheet.desk.index.reliability(article),
    )
