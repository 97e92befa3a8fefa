"""Whether the site gives away no more of an article than the excerpt policy allows.

It reads the built site's visible words and looks for runs of the article's own words in them, as a reader
with the article beside the site would, whatever the generator believes that it quoted.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import takewhile
from pathlib import Path

from generator.errors import Problem
from generator.model import Article, Dossier, ExcerptPolicy

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_BREAK = "\x00"
# Every run of eight words holds a sequence of five that begins at a place divisible by four.
_ANCHOR, _STEP = 5, 4
# Runs shorter than this are anyone's words: names with their titles, set phrases, dates.
_RUN = 8
_TOLD = (".html", ".json", ".xml", ".csv", ".txt", ".svg")
_OLDER = re.compile(r"older-\d+\.js")  # The register's data, which are scripts.
_TOLERANCE = 2  # Words: a headline's or a neighbour's word that happens to go on where the excerpt ends.
_REMEDY = "Lower the figures under `excerpts:` in dossier.yml, or state the article's licence in its front matter."


class _Words(HTMLParser):
    """The text of a page, elements apart; scripts count as well: search and previews read them."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.extend(
            f"\n{value}\n" for name, value in attrs if value and name in ("title", "content", "data-text")
        )
        if tag not in ("em", "strong", "mark", "a", "span", "abbr", "b", "i", "q", "cite", "code", "time"):
            self.parts.append(" \x00 ")


def excerpts_within(site: Path, dossier: Dossier) -> list[Problem]:
    """Each article of which the site shows too long an excerpt, or too much in all; none where there is no site."""
    policy = dossier.settings.excerpts
    articles = [a for a in dossier.articles if not policy.opens(a.license)]
    if not articles or not site.is_dir():
        return []
    held = _held(articles)
    shown: dict[str, set[int]] = {a.id: set() for a in articles}
    longest: dict[str, tuple[int, str]] = {a.id: (0, "") for a in articles}
    for name, words in _pages(site):
        for article, start, length in _runs(words, held):
            shown[article].update(range(start, start + length))
            longest[article] = max(longest[article], (length, name))
    return [p for a in articles for p in _judge(a, len(shown[a.id]), longest[a.id], policy)]


def _judge(article: Article, shown: int, longest: tuple[int, str], policy: ExcerptPolicy) -> Iterator[Problem]:
    total = len(_words(article.text))
    length, page = longest
    if length > policy.words + _TOLERANCE:
        message = f"an excerpt of {length} words stands in site/{page}; at most {policy.words} may"
        yield Problem(message=message, path=article.path, remedy=_REMEDY)
    if shown > policy.share * total + _TOLERANCE:
        message = f"the site shows {shown} of its {total} words; at most {policy.share:.0%} may be shown"
        yield Problem(message=message, path=article.path, remedy=_REMEDY)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """The articles' words, and where each sequence of a few of them stands: sequence to (article, position)."""

    words: Mapping[str, Sequence[str]]
    places: Mapping[tuple[str, ...], Sequence[tuple[str, int]]]


def _held(articles: Iterable[Article]) -> _Held:
    words = {a.id: _words(a.text) for a in articles}
    places: defaultdict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for article, told in words.items():
        for at in range(0, len(told) - _ANCHOR + 1, _STEP):
            places[tuple(told[at : at + _ANCHOR])].append((article, at))
    return _Held(words=words, places=places)


def _words(text: str) -> list[str]:
    return [m[0].casefold() for m in _WORD.finditer(text)]


def _runs(page: Sequence[str], held: _Held) -> Iterator[tuple[str, int, int]]:
    """Runs of an article's words on a page: the article, where the run starts in it, and its length in words."""
    done: dict[tuple[str, int], int] = {}
    for at in range(len(page) - _ANCHOR + 1):
        for article, start in held.places.get(tuple(page[at : at + _ANCHOR]), ()):
            line = (article, at - start)
            if done.get(line, -1) >= at:
                continue  # Part of the run that was followed already.
            words = held.words[article]
            before = _alike(reversed(page[:at]), reversed(words[:start]))
            after = _alike(page[at:], words[start:])
            done[line] = at + after
            if before + after >= _RUN:
                yield article, start - before, before + after


def _alike(ones: Iterable[str], others: Iterable[str]) -> int:
    """How many words the two have in common from their beginning on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ones, others, strict=False)))


def _pages(site: Path) -> Iterator[tuple[str, list[str]]]:
    for file in sorted(p for p in site.rglob("*") if p.suffix in _TOLD or _OLDER.match(p.name)):
        text = file.read_text(encoding="utf-8", errors="replace")
        if file.suffix == ".json":
            text = "\n\x00\n".join(_strings(json.loads(text)))
        elif file.suffix == ".js":
            text = "\n\x00\n".join(_strings(json.loads(text[text.index("...[") + 3 : text.rindex("]") + 1])))
        reader = _Words()
        reader.feed(text)
        reader.close()
        yield file.relative_to(site).as_posix(), _words_with_breaks("".join(reader.parts))


def _words_with_breaks(text: str) -> list[str]:
    return [word for part in text.split("\x00") for word in (*_words(part), _BREAK)]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
