"""What is fuzzed: five doors by which strangers' bytes come in, each with what has to hold of whatever comes.

A target takes any bytes. It may refuse them with an error of the project's own; every other exception, and every
property that does not hold, is a finding.
"""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from html.parser import HTMLParser

import markdown
import yaml

from generator import contract, text
from generator.errors import DossierError
from generator.model import Article, Limits
from generator.sources import cleaning
from generator.sources.decode import decode
from generator.sources.front_matter import part
from generator.sources.paragraphs import split
from generator.sources.reading import Manner, Source, read

Target = Callable[[bytes], None]

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKDOWN = markdown.Markdown(
    extensions=["attr_list", "tables", "toc", "footnotes", "def_list", "abbr", "admonition", "md_in_html"]
    + [f"pymdownx.{name}" for name in ("superfences", "tilde", "caret", "mark", "emoji", "betterem", "magiclink")]
)


def reading(data: bytes) -> None:
    """A file's bytes to an article: its text is clean, its blocks lie in it in order, its message is one line."""
    kind, body = data[:1], data[1:]
    try:
        told = decode(body, path="seeds/a").text
        source = Source(id="a", path="seeds/a", sha256="0" * 64, text=told, html=kind == b"h", markdown=kind == b"m")
        article, problems = read(source, Manner(limits=Limits(), today=date(2026, 1, 1)))
    except DossierError as error:
        _one_line(str(error.problem))
        return
    for problem in problems:
        _one_line(str(problem))
    _sound(article)


def clean(data: bytes) -> None:
    """Text to paragraphs to what is kept: the kept words stood in the text, and nothing is lost without a word."""
    told = data.decode("utf-8", "replace")
    paragraphs = split(told, markdown=data[:1] == b"m")
    pieces = cleaning.sort(paragraphs, title=None, captions=frozenset())
    assert [p.paragraph for p in pieces] == paragraphs
    kept = cleaning.compose(pieces)
    assert not _CONTROL.search(kept.text)
    for piece in pieces:
        assert piece.kind is not None or piece.reason, piece


def front_matter(data: bytes) -> None:
    """Front matter is cut off whole or not at all, and its fields are plain."""
    told = data.decode("utf-8", "replace")
    try:
        parted = part(told, path="seeds/a", limits=Limits())
    except DossierError as error:
        _one_line(str(error.problem))
        return
    assert told.endswith(parted.body)
    assert 1 <= parted.line <= told.count("\n") + told.count("\r") + 1
    if parted.stated.url is not None:
        assert re.match(r"(?i:https?)://", parted.stated.url), parted.stated.url
    for problem in parted.problems:
        _one_line(str(problem))


def escaping(data: bytes) -> None:
    """Whatever the text is, each escaping gives it back and nothing more."""
    told = data.decode("utf-8", "surrogatepass" if b"\xed" in data else "replace") if _decodes(data) else "?"
    shown = text.one_line(told)
    page = _Page()
    page.feed(_MARKDOWN.reset().convert(f"Before {text.markdown(told)} after."))
    page.close()
    assert page.tags == ["p"]
    assert page.text.strip() == f"Before {shown} after."
    assert html.unescape(text.html(told)) == text.visible(told)
    assert not re.search(r"[<>\"']", text.html(told))
    assert yaml.safe_load(f"a: {text.yaml(told)}\nb: 1\n") == {"a": text.visible(told), "b": 1}
    script = text.json_for_html({"t": text.visible(told)})
    assert json.loads(script) == {"t": text.visible(told)}
    assert not re.search(r"[<>&\u2028\u2029]", script)
    cell = text.csv_cell(told)
    assert cell.lstrip()[:1] not in tuple("=+-@|%")
    row = io.StringIO(newline="")
    csv.writer(row).writerow([cell, "end"])
    assert next(csv.reader(io.StringIO(row.getvalue(), newline=""))) == [cell, "end"]
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?", text.slug(told))
    _one_line(shown)


def facts(data: bytes) -> None:
    """A facts file that is taken has evidence that stands in its text, and is written as it was read."""
    try:
        found = contract.load_file(data, path="seeds/facts/a.json")
    except DossierError as error:
        _one_line(str(error.problem))
        return
    for claim in found.claims:
        for span in claim.spans:
            assert found.article.text[span.start : span.end] == span.text
    assert contract.load_file(contract.dump_file(found), path="again") == found


TARGETS: Mapping[str, Target] = {f.__name__: f for f in (reading, clean, front_matter, escaping, facts)}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(" ".join((tag, *(name for name, _ in attrs))))

    def handle_data(self, data: str) -> None:
        self.text += data


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return b"\xed" not in data
    return True


def _one_line(message: str) -> None:
    assert len(message.splitlines()) <= 1
    assert not _CONTROL.search(message)


def _sound(article: Article) -> None:
    assert any(c.isalnum() for c in article.text)
    assert not _CONTROL.search(article.text)
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text)
        at = block.end
