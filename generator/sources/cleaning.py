"""From a page's paragraphs to an article's text: what each paragraph is, what is left out, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Block, BlockKind, Removed
from generator.sources import credits as edges
from generator.sources.furniture import Furniture, furniture
from generator.sources.outlets import full_name, known
from generator.sources.paragraphs import Paragraph
from generator.text import fold

_PROSE = re.compile(r"[.…][\"”’'»)\]]*$")
_NO_HEADLINE = re.compile(r"[.,;:…][\"”’'»)\]]*$")
_TWO_SENTENCES = re.compile(r"[a-z]{3}[.!?][\"”’')]*\s+[\"“‘']?[A-Z]")
# Sentences of the body end in these marks as well, and are longer than headlines that do.
_ASKING = re.compile(r"[?!][\"”’'»)\]]*$")
_MOST, _MOST_ASKING = 35, 16
_LINKS = "links to other pages"
_STAFF = re.compile(
    r"(?:[\w.&’']+ ){0,4}(?:staff(?: and agencies)?|staff (?:reporter|writer)s?|news ?desk|newsroom|agencies)",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?:\s(?:(?:de|van|von|der|bin|al|el|la|da|di|du|le)\s)?[A-ZÀ-Þ][\w.’'-]*){1,4}"
_BYLINE = re.compile(
    rf"(?:Written |Story |Analysis |Report )?(?:By|BY|by):?\s+"
    # A list of names ends with "and"; what follows another comma is where they work.
    rf"(?P<names>{_NAME}(?:(?:,\s{_NAME})*,?\s(?:and|AND|&)\s{_NAME})?)"
    r"(?:\s*(?:[,|/·–—-]|\bfor\b|\bin\b)\s*(?P<rest>.{2,80}))?"
)
_BETWEEN = re.compile(r",\s(?:and|AND)\s|,\s|\s(?:and|AND|&)\s")
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<name>[^|–—]{2,60})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph and what it is.

    Attributes:
        kind: What it is of the article; None for furniture, which is no part of it.
        text: What is kept of its words, on one line; empty where nothing is.
        reason: Why the rest, or all of it, is left out.
        furniture: What a line of furniture tells.
        cut: What stood at the edges of its text.
    """

    paragraph: Paragraph
    kind: BlockKind | None = None
    text: str = ""
    reason: str | None = None
    furniture: Furniture | None = None
    cut: edges.Cut | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """An article's text as cleaning leaves it, with everything that it left out."""

    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]


def sort(
    paragraphs: Sequence[Paragraph], *, title: str | None = None, captions: frozenset[str] = frozenset()
) -> list[Piece]:
    """What each of the paragraphs is, in their order.

    Args:
        paragraphs: Of the whole page.
        title: The headline, where it is stated.
        captions: Texts of paragraphs that are known to be captions.
    """
    told = [_edge(p, captions) for p in paragraphs]
    prose = [i for i, piece in enumerate(told) if _is_prose(piece)]
    first, last = (prose[0], prose[-1]) if prose else (len(told), len(told))
    for i, piece in enumerate(told):
        zone = "top" if i < first else "end" if i > last else "body"
        told[i] = _at_home(piece, zone, first=i == first)
    _drop_lists(told)
    _mark_headline(told, first, title)
    _drop_repeated(told)
    if prose:
        _cut_tail(told, last)
    return told


def _edge(paragraph: Paragraph, captions: frozenset[str]) -> Piece:
    text = paragraph.text
    if not text:
        return Piece(paragraph=paragraph, reason="Markdown")
    line = furniture(text, "body")
    if line is not None:
        return Piece(paragraph=paragraph, furniture=line, reason=line.reason)
    cut = edges.caption(text, marked=text in captions)
    if cut is not None:
        kept = text[cut.start : cut.end].strip()
        reason = "photo credit" if cut.end < len(text) else "caption label" if cut.start else None
        return Piece(paragraph=paragraph, kind=BlockKind.CAPTION, text=kept, reason=reason, cut=cut)
    return Piece(paragraph=paragraph, kind=BlockKind.BODY, text=text)


def _is_prose(piece: Piece) -> bool:
    if piece.kind is not BlockKind.BODY or len(piece.text.split()) < 5:
        return False
    tail = edges.tail_agency(piece.text)
    return _PROSE.search(piece.text[: tail.end] if tail else piece.text) is not None


def _at_home(piece: Piece, zone: str, *, first: bool) -> Piece:
    """The piece read by where on the page it stands."""
    if piece.kind is not BlockKind.BODY:
        return piece
    if zone != "body":
        line = furniture(piece.text, zone)
        if line is not None:
            return replace(piece, kind=None, text="", furniture=line, reason=line.reason)
        alone = edges.lone_dateline(piece.text) if zone == "top" else None
        if alone is not None:
            return replace(piece, kind=None, text="", cut=alone, reason="agency line" if alone.agency else "dateline")
        if _is_byline(piece.text):
            return replace(piece, kind=BlockKind.BYLINE)
    cut = edges.dateline(piece.text, first=first)
    if cut is not None:
        return replace(piece, text=piece.text[cut.start :], cut=cut, reason="agency line" if cut.agency else "dateline")
    return piece


def _is_byline(text: str) -> bool:
    outlet = known(text[3:]) is not None and text[:3].lower() == "by "
    return outlet or _BYLINE.fullmatch(text) is not None or _STAFF.fullmatch(text) is not None


def _drop_lists(told: list[Piece]) -> None:
    """Leaves out the lines below the heading of a list of links, up to the next sentence."""
    listed = False
    for i, piece in enumerate(told):
        if piece.kind is None:
            listed = piece.reason == _LINKS or (listed and bool(piece.reason))
        elif listed and piece.kind is BlockKind.BODY and not _is_prose(piece) and _is_headline(piece.text, least=1):
            told[i] = replace(piece, kind=None, text="", reason=_LINKS)
        else:
            listed = False


def _mark_headline(told: list[Piece], first: int, title: str | None) -> None:
    """Marks the first line before the body that is a headline, or the one that is the stated title."""
    if not any(p.kind is BlockKind.BODY for p in told[first:]) and title is None:
        first = max((i for i, p in enumerate(told) if p.kind is BlockKind.BODY), default=0)
    head = [i for i, p in enumerate(told[: first + 1]) if p.kind is BlockKind.BODY]
    same = [i for i in head if title is not None and fold(told[i].text) == fold(title)]
    same += [i for i in head if told[i].paragraph.title]
    at = next(iter(same), None)
    if at is None:
        at = next((i for i in head if i < first and _is_headline(told[i].text)), None)
    if at is None:
        return
    piece = told[at]
    suffix = _SUFFIX.search(piece.text)
    if suffix is not None and known(suffix["name"].strip()):
        stated = Furniture(reason="name of the outlet", publisher=full_name(suffix["name"].strip()))
        piece = replace(piece, text=piece.text[: suffix.start()], furniture=stated, reason=stated.reason)
    told[at] = replace(piece, kind=BlockKind.HEADLINE)
    for i in head:
        if i != at and fold(told[i].text) == fold(piece.text):
            told[i] = replace(told[i], kind=BlockKind.HEADLINE, text="", reason="headline given twice")


def _is_headline(text: str, *, least: int = 2) -> bool:
    most = _MOST_ASKING if _ASKING.search(text) else _MOST
    if not least <= len(text.split()) <= most or len(text) > 260 or not any(c.isalpha() for c in text):
        return False
    return _NO_HEADLINE.search(text) is None and _TWO_SENTENCES.search(text) is None


def _drop_repeated(told: list[Piece]) -> None:
    """Leaves out captions that stand there twice."""
    seen: set[str] = set()
    for i, piece in enumerate(told):
        if piece.kind is not BlockKind.CAPTION:
            continue
        key = fold(piece.text)
        if key in seen:
            told[i] = replace(piece, text="", reason="caption given twice")
        seen.add(key)


def _cut_tail(told: list[Piece], last: int) -> None:
    piece = told[last]
    cut = edges.tail_agency(piece.text) if piece.cut is None else None
    if cut is not None:
        told[last] = replace(piece, text=piece.text[: cut.end], cut=cut, reason="agency line")


def compose(pieces: Sequence[Piece]) -> Cleaned:
    """The article's text from what is kept of its pieces: paragraphs with one blank line between them."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        if piece.kind is None or not piece.text:
            continue
        parts.append(piece.text)
        blocks.append(Block(kind=piece.kind, start=at, end=at + len(piece.text)))
        at += len(piece.text) + 2
    removed = tuple(r for piece in pieces for r in _removed(piece))
    return Cleaned(text="\n\n".join(parts), blocks=tuple(blocks), removed=removed)


def _removed(piece: Piece) -> list[Removed]:
    line, whole = piece.paragraph.line, piece.paragraph.text
    told = []
    if piece.paragraph.hidden:
        told.append(Removed(line=line, text=" ".join(piece.paragraph.hidden), reason="invisible characters"))
    told += [Removed(line=line, text=mark, reason="Markdown") for mark in piece.paragraph.marks]
    if not piece.text and whole:
        told.append(Removed(line=line, text=whole, reason=piece.reason or "nothing to be read"))
    elif piece.text and piece.text != whole:
        at = whole.find(piece.text)
        before, after = whole[:at].strip(), whole[at + len(piece.text) :].strip()
        label = "caption label" if piece.kind is BlockKind.CAPTION else piece.reason or "label"
        told += [Removed(line=line, text=before, reason=label)] if before else []
        told += [Removed(line=line, text=after, reason=piece.reason or "label")] if after else []
    return told


def as_it_stands(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The blocks of the text that the pieces were made of, which stays as it is."""
    return tuple(Block(kind=p.kind, start=p.paragraph.start, end=p.paragraph.end) for p in pieces if p.kind is not None)


def headline(pieces: Sequence[Piece]) -> str | None:
    """The headline that the text gives, if it gives one."""
    return next((p.text for p in pieces if p.kind is BlockKind.HEADLINE and p.text), None)


def publisher(pieces: Sequence[Piece]) -> str | None:
    """The publisher that a line of the page names, if one does."""
    named = [(p.furniture.reason != "name of the outlet", p.furniture.publisher) for p in pieces if p.furniture]
    stated = sorted((late, i, name) for i, (late, name) in enumerate(named) if name)
    return full_name(stated[0][2].strip(" .,")) if stated else None


def origins(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Who is credited with the text: agencies of agency lines and bylines, those who contributed; full names, once."""
    named = [p.cut.agency for p in pieces if p.cut and p.cut.agency]
    named += [n for p in pieces if p.kind is BlockKind.BYLINE for n in _bylined(p.text) if known(n)]
    credited = [p.furniture.origin.strip(" .") for p in pieces if p.furniture and p.furniture.origin]
    # "The Coast Wire contributed" names an agency, "Ida Moss contributed" a person.
    named += [n for n in credited if known(n) or n.lower().startswith("the ")]
    return tuple(dict.fromkeys(_without_article(full_name(n)) for n in named))


def _bylined(text: str) -> list[str]:
    """Everyone whom a byline names, and where it says they work."""
    match = _BYLINE.fullmatch(text)
    names = [*_BETWEEN.split(match["names"]), match["rest"] or ""] if match else [text[3:]]
    return [n.strip() for n in names if n.strip()]


def _without_article(name: str) -> str:
    return name if known(name) else re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)


def authors(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The names in the bylines, without those of agencies and outlets."""
    names: list[str] = []
    for piece in pieces:
        match = _BYLINE.fullmatch(piece.text) if piece.kind is BlockKind.BYLINE else None
        if match is not None:
            names += [n for n in _BETWEEN.split(match["names"]) if known(n) is None]
    return tuple(dict.fromkeys(names))
