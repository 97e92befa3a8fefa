"""An HTML page as a text and what the page states of it. Nothing in it is run and nothing is fetched."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import trafilatura

from generator.errors import Problem, SourceError
from generator.sources.dates import DateError, from_stated
from generator.sources.invisible import plain
from generator.sources.stated import Stated, web_address

Node = Any  # lxml gives no types

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
_SPACE = re.compile(r"\s+")
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
        SourceError: The page holds no article that can be found.
    """
    try:
        text = _main_text(html)
    except Exception as error:  # a parser of others on hostile bytes: whatever it raises is one bad seed
        told = f"the HTML cannot be read: {type(error).__name__}"
        raise SourceError(told, path=path, remedy=_REMEDY) from error
    if not text.strip():
        raise SourceError("no text of an article was found in the HTML page", path=path, remedy=_REMEDY)
    stated, problems = _stated(trafilatura.load_html(html), path)
    lines = [plain(x) for x in text.split("\n")]
    captions = [c for c in _captions(trafilatura.load_html(html)) if c not in lines]
    if stated.title and stated.title not in lines[:3]:
        lines.insert(0, stated.title)
    text = "\n\n".join([*(x for x in lines if x), *captions])
    return Page(stated=stated, text=text, captions=frozenset(captions), problems=problems)


def _main_text(html: str) -> str:
    """The article's paragraphs, a line each; empty where none is found."""
    tree = trafilatura.load_html(html)
    if tree is None:
        return ""
    document: Node = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=False, favor_precision=True
    )
    return (document.text or "") if document is not None else ""


def _captions(tree: Node) -> list[str]:
    told = (plain("".join(node.itertext())) for node in tree.iter("figcaption"))
    return list(dict.fromkeys(t for t in told if t))


def _stated(tree: Node, path: str) -> tuple[Stated, tuple[Problem, ...]]:
    linked = next(_linked(tree), {})
    meta = _meta(tree)

    def first(*names: str) -> str | None:
        return next((meta[n] for n in names if n in meta), None)

    day = _text(linked.get("datePublished")) or first(
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "parsely-pub-date", "pubdate"
    )
    published, problems = _published(day, path)
    url = first("canonical", "og:url") or _text(linked.get("url"))
    stated = Stated(
        title=_text(linked.get("headline")) or first("og:title", "twitter:title", "dc.title") or _heading(tree),
        publisher=_name(linked.get("publisher")) or first("og:site_name", "dc.publisher", "publisher"),
        published=published,
        url=web_address(url) if url else None,
        authors=tuple(_names(linked.get("author"))) or tuple(x for x in [first("author", "dc.creator")] if x),
        language=_language(tree, linked),
        license=_text(linked.get("license")),
    )
    return stated, problems


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
        while found:
            item = found.pop(0)
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


def _heading(tree: Node) -> str | None:
    for name in ("h1", "title"):
        for node in tree.iter(name):
            told = plain("".join(node.itertext()))
            if told:
                return told
    return None


def _language(tree: Node, linked: dict[str, Any]) -> str | None:
    told = _text(linked.get("inLanguage")) or next((n.get("lang") for n in tree.iter("html") if n.get("lang")), None)
    return told if told and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", told) else None


def _text(value: object) -> str | None:
    return (plain(value) or None) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    return next(_names(value), None)


def _names(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        told = _text(item.get("name") if isinstance(item, dict) else item)
        if told:
            yield told
