"""An HTML page as a text and what the page states of it. Nothing in it is run and nothing is fetched."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from typing import Any

from generator.errors import Problem, SourceError
from generator.sources.dates import DateError, from_stated
from generator.sources.invisible import deceptive, plain
from generator.sources.outlets import known
from generator.sources.stated import Stated, web_address

Node = Any  # lxml gives no types

# A tag with its attributes, quoted values with whatever stands in them; never backs up, so that its time is linear.
_TAG = re.compile(r"<[A-Za-z](?:[^>=]|=\s*(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))?)*+(?:>|\Z)")
_VALUE = re.compile(r"=\s*(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))")
_DIRECTIONS = frozenset(f"U+{n:04X}" for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_MOST_ATTRIBUTES = 1_000
# The pages of newspapers have some thousands; finding the article among 20,000 took up to eight seconds.
_MOST_ELEMENTS = 20_000
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<name>[^|–—]{2,60})$")
_REMEDY = "Save the article's text as .txt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page holds.

    Attributes:
        stated: By the page's metadata.
        text: The article's paragraphs, a line each, without markup.
        captions: Which of the paragraphs are captions.
    """

    stated: Stated
    text: str
    captions: frozenset[str]
    problems: tuple[Problem, ...] = ()


def read(html: str, *, path: str) -> Page:
    """The article on the page.

    Raises:
        SourceError: The page holds no article that can be found, or more elements than pages have.
    """
    # Imported where it is used: that takes half a second, and few seeds are pages.
    import trafilatura  # noqa: PLC0415

    _refuse_crowded(html, path)
    try:
        tree = trafilatura.load_html(html)
        lines = _lines(tree, path) if tree is not None else []
    except SourceError:
        raise
    except Exception as error:  # a parser of others on hostile bytes: whatever it raises is one bad seed
        told = f"the HTML cannot be read: {type(error).__name__}"
        raise SourceError(told, path=path, remedy=_REMEDY) from error
    if tree is None or not lines:
        raise SourceError("no text of an article was found in the HTML page", path=path, remedy=_REMEDY)
    stated, problems = _stated(tree, path)
    captions = [c for c in _captions(tree) if c not in lines]
    if stated.title and stated.title not in (plain(line) for line in lines[:3]):
        lines.insert(0, stated.title)
    lines[1:1] = [b for b in _bylines(tree) if b not in lines]
    return Page(
        stated=stated,
        text="\n\n".join([*lines, *captions]),
        captions=frozenset(plain(c) for c in captions),
        problems=(*problems, *_directions(tree, path)),
    )


def _directions(tree: Node, path: str) -> list[Problem]:
    # The search for the article drops invisible characters by itself; pages are full of harmless ones.
    marks = [m for m in deceptive(tree.text_content()) if m in _DIRECTIONS]
    message = f"invisible or direction characters {', '.join(marks)}; left out of what is read"
    return [Problem(message=message, path=path, severity="warning")] if marks else []


def _refuse_crowded(html: str, path: str) -> None:
    # The parser's time grows with the square of a tag's attributes: 100,000 of them took a minute.
    for tag in _TAG.finditer(html):
        if len(tag[0]) > _MOST_ATTRIBUTES and len(_VALUE.sub("=", tag[0]).split()) > _MOST_ATTRIBUTES:
            line = html.count("\n", 0, tag.start()) + 1
            told = f"an HTML tag is too long: more than {_MOST_ATTRIBUTES:,} attributes"
            raise SourceError(told, path=path, line=line, remedy=_REMEDY)


def _lines(tree: Node, path: str) -> list[str]:
    """The article's paragraphs, a line each; none where no article is found."""
    count = sum(1 for _ in tree.iter())
    if count > _MOST_ELEMENTS:
        told = f"the HTML page is too large: {count:,} elements, the limit is {_MOST_ELEMENTS:,}"
        raise SourceError(told, path=path, remedy=_REMEDY)
    import trafilatura  # noqa: PLC0415 - as above

    document: Node = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, include_tables=False)
    text = (document.text or "") if document is not None else ""
    lines = (" ".join(line.split()).removeprefix("- ") for line in text.split("\n"))
    return [line for line in lines if plain(line)]


def _captions(tree: Node) -> list[str]:
    return list(dict.fromkeys(t for t in (_words(node) for node in tree.iter("figcaption")) if plain(t)))


def _bylines(tree: Node) -> list[str]:
    """The first byline, which the search for the article takes for furniture."""
    marked = (_words(n) for n in tree.iter("p", "div", "span", "address") if "byline" in (n.get("class") or "").lower())
    return [t for t in marked if t.startswith(("By ", "by ", "BY "))][:1]


def _words(node: Node) -> str:
    return " ".join("".join(node.xpath(".//text()[not(parent::script or parent::style)]")).split())


def _stated(tree: Node, path: str) -> tuple[Stated, tuple[Problem, ...]]:
    linked = next(_linked(tree), {})
    meta = _meta(tree)

    def first(*names: str) -> str | None:
        return next((meta[n] for n in names if n in meta), None)

    day = _text(linked.get("datePublished")) or first(
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "parsely-pub-date", "pubdate"
    )
    day = day or _only_time(tree)
    published, problems = _published(day, path)
    url = first("canonical", "og:url") or _text(linked.get("url"))
    publisher = _name(linked.get("publisher")) or first("og:site_name", "dc.publisher", "publisher")
    title = _text(linked.get("headline")) or first("og:title", "twitter:title", "dc.title") or _heading(tree)
    stated = Stated(
        title=_without(publisher, title) if title else None,
        publisher=publisher,
        published=published,
        url=web_address(url) if url else None,
        authors=tuple(_names(linked.get("author"))) or tuple(x for x in [first("author", "dc.creator")] if x),
        language=_language(tree, linked),
        license=_text(linked.get("license")),
    )
    return stated, problems


def _without(publisher: str | None, title: str) -> str:
    """The title without the outlet's name that many pages put behind it."""
    match = _SUFFIX.search(title)
    named = match["name"].strip() if match else None
    return title[: match.start()] if match and named and (named == publisher or known(named)) else title


def _published(told: str | None, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    if told is None:
        return None, ()
    try:
        return from_stated(told), ()
    except DateError as fault:
        problem = Problem(message=f"the page's date {told!r} {fault}; not believed", path=path, severity="warning")
        return None, (problem,)


def _linked(tree: Node) -> Iterator[dict[str, Any]]:
    """The objects in the page's JSON-LD that describe an article."""
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or ""):
            continue
        try:
            found: list[Any] = [json.loads(node.text or "")]
        except (ValueError, RecursionError):
            continue
        for item in found:  # grows as it is read
            if isinstance(item, list):
                found += item
            elif isinstance(item, dict):
                found += [item["@graph"]] if isinstance(item.get("@graph"), list) else []
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(k, str) and _ARTICLE.search(k) for k in kinds):
                    yield item


def _meta(tree: Node) -> dict[str, str]:
    told: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        content = plain(node.get("content") or "")
        if name and content:
            told.setdefault(name.lower(), content)
    for node in tree.iter("link"):
        if (node.get("rel") or "").lower() == "canonical" and node.get("href"):
            told.setdefault("canonical", node.get("href").strip())
    return told


def _only_time(tree: Node) -> str | None:
    """The day that the page's time elements give, if they all give the same one."""
    days = {(node.get("datetime") or "")[:10] for node in tree.iter("time")}
    day = days.pop() if len(days) == 1 else ""
    return day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


def _heading(tree: Node) -> str | None:
    for name in ("h1", "title"):
        for node in tree.iter(name):
            told = plain(_words(node))
            if told:
                return told
    return None


def _language(tree: Node, linked: dict[str, Any]) -> str | None:
    told = _text(linked.get("inLanguage")) or next((n.get("lang") for n in tree.iter("html") if n.get("lang")), None)
    return told if told and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", told) else None


def _text(value: object) -> str | None:
    # Many write entities into their JSON, as they do everywhere else on the page.
    return (plain(unescape(value)) or None) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    return next(_names(value), None)


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        told = _text(item.get("name") if isinstance(item, dict) else item)
        if told:
            yield told
