"""Whether every link, image and anchor of the built site lands in it, read from its HTML as a browser would."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.errors import Problem

_LINKS = {"a": "href", "link": "href", "area": "href", "img": "src", "script": "src", "iframe": "src", "source": "src"}
_REMEDY = "Mend the page or template that writes it, then run `dossier build`."


@dataclass(slots=True)
class _Page:
    """What a page offers to link to, and where it links, each link with its line."""

    anchors: set[str] = field(default_factory=set)
    links: list[tuple[int, str]] = field(default_factory=list)
    base: str | None = None


class _Reader(HTMLParser):
    def __init__(self, page: _Page) -> None:
        super().__init__()
        self.page = page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.page.anchors |= {told[k] or "" for k in ("id", "name") if told.get(k) and (k == "id" or tag == "a")}
        link = told.get(_LINKS.get(tag, "href") if tag in _LINKS else "xlink:href")
        if tag == "base":
            self.page.base = told.get("href")
        elif link:
            self.page.links.append((self.getpos()[0], link))


def links_land(site: Path) -> list[Problem]:
    """Every link within the site that leads nowhere; a warning when there is no site to look at.

    Links to other hosts, and the error page's own (which is served at any depth), are not followed.
    """
    if not (site / "index.html").is_file():
        message = "is not built, so its links were not followed"
        return [Problem(message=message, path="site", remedy="Run `dossier build` first.", severity="warning")]
    linking = sorted(p for p in site.rglob("*") if p.suffix in (".html", ".xml"))  # Pages, and the feed.
    pages = {p.relative_to(site).as_posix(): _read(p) for p in linking}
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    return [
        problem for name, page in pages.items() if name != "404.html" for problem in _astray(name, page, pages, files)
    ]


def _read(path: Path) -> _Page:
    page = _Page()
    reader = _Reader(page)
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return page


def _astray(name: str, page: _Page, pages: dict[str, _Page], files: Iterable[str]) -> Iterator[Problem]:
    for line, link in page.links:
        address = urlsplit(link)
        if address.scheme or address.netloc:
            continue
        target = _target(name, unquote(address.path))
        found = next((t for t in (target, f"{target}/index.html".lstrip("/")) if t in files), None)
        if found is None:
            yield Problem(message=f"the link {link!r} leads nowhere", path=f"site/{name}", line=line, remedy=_REMEDY)
        elif not _anchored(unquote(address.fragment), found, pages):
            message = f"the link {link!r} names an anchor that is not there"
            yield Problem(message=message, path=f"site/{name}", line=line, remedy=_REMEDY)


def _target(page: str, path: str) -> str:
    """The file that a link's path names, seen from a page: "" is the page, and a folder is its index."""
    if not path:
        return page
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path)).lstrip("/")
    return f"{joined}/index.html".lstrip("/") if path.endswith("/") or joined == "" else joined


def _anchored(fragment: str, file: str, pages: dict[str, _Page]) -> bool:
    plain = fragment.split(":~:", 1)[0]
    # Material makes `__…` anchors by script, and "#" alone is the top of the page.
    return not plain or plain == "top" or plain.startswith("__") or file not in pages or plain in pages[file].anchors
