"""Whether the pages below docs/ are what the generator makes of the dossier."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import Problem
from generator.text import digest

_REMEDY = "Run `dossier generate` and commit what it writes; wording belongs into templates/."
_MOST = 20  # Pages named: where more differ, it is for one reason.


def pages_as_made(docs: Path, made: Mapping[str, bytes], listed: Mapping[str, str]) -> list[Problem]:
    """Every page that is missing, differs, or is left over.

    Args:
        docs: The folder of the pages.
        made: What the generator makes: path below docs/ to content.
        listed: What it says it made last time: path below docs/ to SHA-256.
    """
    problems = [problem for path in sorted(made) for problem in _one(docs, path, made[path], listed)]
    problems += [_left_over(path) for path in sorted(listed) if path not in made and (docs / path).exists()]
    if len(problems) <= _MOST:
        return problems
    more = Problem(message=f"has {len(problems) - _MOST} more pages that are not as made", path="docs", remedy=_REMEDY)
    return [*problems[:_MOST], more]


def _one(docs: Path, path: str, data: bytes, listed: Mapping[str, str]) -> Iterator[Problem]:
    try:
        there = (docs / path).read_bytes()
    except OSError:
        yield Problem(message="is missing: the generator makes it", path=f"docs/{path}", remedy=_REMEDY)
        return
    if there != data:
        message = "is not what the generator makes, from this line on"
        yield Problem(message=message, path=f"docs/{path}", line=_first_line(there, data), remedy=_REMEDY)
    elif listed.get(path) != digest(data):
        message = f"does not list docs/{path} as it is made"
        yield Problem(message=message, path="docs/.generated.json", remedy=_REMEDY)


def _first_line(one: bytes, other: bytes) -> int:
    lines, others = one.split(b"\n"), other.split(b"\n")
    differing = (n for n, (a, b) in enumerate(zip(lines, others, strict=False), 1) if a != b)
    return next(differing, min(len(lines), len(others)) + 1)


def _left_over(path: str) -> Problem:
    return Problem(message="is no longer made by the generator", path=f"docs/{path}", remedy=_REMEDY)
