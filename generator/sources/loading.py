"""Article files to Articles. One that cannot be read is a problem, and the others go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.errors import Problem, SourceError, UsageError
from generator.model import Article, Limits
from generator.sources.dates import DateError, from_stated, latest_day
from generator.sources.decode import decode
from generator.sources.files import identity, read_bytes, shown_path
from generator.sources.reading import Manner, Source, read
from generator.text import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What was read: the articles in the order of their paths, and what there is to say about all of them."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def load(
    paths: Sequence[Path],
    *,
    root: Path,
    limits: Limits,
    as_is: bool = False,
    published: str | None = None,
    today: date | None = None,
) -> Loaded:
    """The articles in the files.

    Args:
        paths: Files, in the order that the articles shall have.
        root: The dossier's folder; paths below it are shown without it.
        limits: Beyond these a file is refused.
        as_is: Take nothing out: the text is what stands after the front matter, character for character. (Of an
            HTML page it is the text that was found on it. Files with the same bytes are all kept.)
        published: EDTF date of articles that state none.
        today: Later dates of publication are not believed; None for the day it is where it is latest.

    Raises:
        UsageError: `published` is no date.
    """
    manner = Manner(limits=limits, today=today or latest_day(), as_is=as_is, published=_checked(published))
    articles: list[Article] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    known: dict[str, str] = {}
    for path in paths:
        shown = shown_path(path, root)
        name = identity(path, taken)
        try:
            data = read_bytes(path, shown, limits)
            mark = digest(data)
            if mark in known and not as_is:
                problems.append(_identical(shown, known[mark]))
                continue
            decoded = decode(data, path=shown)
            article, told = read(_source(path, name, shown, data, decoded.text), manner)
        except SourceError as error:
            problems.append(error.problem)
            continue
        known.setdefault(mark, shown)
        articles.append(article)
        problems += [*decoded.problems, *told]
    return Loaded(articles=tuple(articles), problems=tuple(problems))


def _source(path: Path, name: str, shown: str, data: bytes, text: str) -> Source:
    kind = path.suffix.lower()
    return Source(
        id=name, path=shown, sha256=digest(data), text=text, html=kind in (".html", ".htm"), markdown=kind == ".md"
    )


def _checked(published: str | None) -> str | None:
    try:
        return None if published is None else from_stated(published)
    except DateError as fault:
        raise UsageError(f"date {published!r} {fault}", remedy="Give it as 2024-11-20.") from fault


def _identical(shown: str, first: str) -> Problem:
    message = f"identical to {first}, byte for byte; left out"
    return Problem(message=message, path=shown, remedy="Keep one of the two.", severity="warning")
