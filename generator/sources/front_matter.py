"""Where front matter ends and the text begins, and what its fields state."""

import re
from dataclasses import dataclass

from generator.errors import Problem, SourceError
from generator.model import Limits
from generator.sources.stated import Stated, check
from generator.sources.yaml_strict import Document, YamlError, read

_OPENING = re.compile(r"(?:[ \t]{0,9}(?:\r\n|\n|\r)){0,50}---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?<=[\r\n])---[ \t]*(?:\r\n|\n|\r|\Z)")
# After an opening fence this is a field, and so the fence is front matter's and not a rule above a text.
_FIELD = re.compile(r"\s*(?:#[^\n\r]*\s+)*[\"']?[A-Za-z_][\w -]{0,40}[\"']?:(?:\s|$)")
_FIELDS = "Write fields between two lines of ---, such as `title: ...` and `published: 2024-11-20`."


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A file's text, parted.

    Attributes:
        stated: What the front matter says; all empty where there is none.
        body: Everything after the line that closes the front matter, character for character.
        line: 1-based line of the file that the body begins in.
        problems: Fields that were not believed.
    """

    stated: Stated
    body: str
    line: int
    problems: tuple[Problem, ...] = ()


def part(text: str, *, path: str, limits: Limits) -> Parted:
    """The front matter and the body of a file's text.

    Raises:
        SourceError: The front matter does not end, is too large, or is not YAML of plain fields.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Parted(stated=Stated(), body=text, line=1)
    closing = _CLOSING.search(text, opening.end())
    fields = _FIELD.match(text, opening.end()) is not None
    first = _lines(text[: opening.end()]) + 1
    if closing is None:
        if not fields:
            return Parted(stated=Stated(), body=text, line=1)
        told = "front matter opens with --- and is never closed"
        raise SourceError(told, path=path, line=first - 1, remedy="Close it with a line of ---.")
    inner = text[opening.end() : closing.start()]
    if not fields and not inner.lstrip().startswith(("{", "[", "&", "!", "*", "?", '"', "'")) and inner.strip():
        # A text that begins with a rule (---) and holds another further down has no front matter.
        return Parted(stated=Stated(), body=text, line=1)
    stated, problems = _stated(inner, path=path, line=first, limits=limits)
    line = _lines(text[: closing.end()]) + 1
    return Parted(stated=stated, body=text[closing.end() :], line=line, problems=problems)


def _lines(text: str) -> int:
    """How many lines end in the text."""
    return len(re.findall(r"\r\n|\n|\r", text))


def _stated(inner: str, *, path: str, line: int, limits: Limits) -> tuple[Stated, tuple[Problem, ...]]:
    if len(inner) > limits.front_matter:
        told = f"front matter is too large: {len(inner):,} characters, the limit is {limits.front_matter:,}"
        raise SourceError(told, path=path, line=line - 1, remedy="Keep the article's text out of it.")
    try:
        document = read(inner, first_line=line, depth=limits.front_matter_depth)
    except YamlError as fault:
        raise SourceError(f"front matter: {fault}", path=path, line=fault.line, remedy=_FIELDS) from fault
    if document.value is None:
        document = Document(value={}, lines={})
    if not isinstance(document.value, dict):
        raise SourceError("front matter holds no fields", path=path, line=line, remedy=_FIELDS)
    return check(document, path=path)
