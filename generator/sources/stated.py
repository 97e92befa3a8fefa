"""What an article's file states about the article, each field checked for what it may hold."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.errors import Problem
from generator.sources.dates import DateError, from_stated
from generator.sources.invisible import deceptive, plain
from generator.sources.language import code_of
from generator.sources.yaml_strict import Document, Value

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_SAFE_URL = re.compile(r"[^\s<>\"`\\^{}|\x00-\x20\x7f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a file states: its front matter, or the metadata of an HTML page. None is not stated."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    license: str | None = None


class _FieldError(ValueError):
    """The field does not hold what it should; says what it should hold."""


def check(document: Document, *, path: str) -> tuple[Stated, tuple[Problem, ...]]:
    """The fields of a front matter; one that is wrong is left out with a warning, an unknown one ignored with one."""
    told: dict[str, Value] = {}
    wrong: list[tuple[str, str]] = []
    unknown: list[str] = []
    for key, value in document.value.items():
        field = _ALIASES.get(key.casefold(), key.casefold())
        if field not in _FIELDS:
            unknown.append(key)
        elif value is not None:
            wrong += _take(told, field, key, value)
    if unknown:
        names = ", ".join(repr(k[:40]) for k in unknown[:5]) + (", ..." if len(unknown) > 5 else "")
        wrong.append((unknown[0], f"front matter fields that are not read: {names}"))
    problems = (
        Problem(message=message, path=path, line=document.line((key,)), severity="warning") for key, message in wrong
    )
    return Stated(**told), tuple(problems)


def _take(told: dict[str, Value], field: str, key: str, value: Value) -> list[tuple[str, str]]:
    """Puts the field's value to those told, and gives what is wrong with it, by its key."""
    try:
        read = _FIELDS[field](value)
    except _FieldError as fault:
        return [(key, f"{key}: {fault}")]
    wrong = []
    if told.setdefault(field, read) != read:
        wrong.append((key, f"{key}: {read} contradicts {told[field]}"))
    hidden = deceptive(value if isinstance(value, str) else " ".join(v for v in value if v))
    if hidden:
        wrong.append((key, f"{key}: invisible or direction characters {', '.join(hidden)}; left out"))
    return wrong


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise _FieldError(f"is a {_kind(value)}, not text; left out")
    told = plain(value)
    if not told:
        raise _FieldError("holds no text; left out")
    return told


def _kind(value: Value) -> str:
    return "mapping" if isinstance(value, dict) else "list"


def _authors(value: Value) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    names = tuple(_text(item) for item in items if item is not None)
    wrong = next((n for n in names if not any(c.isalpha() for c in n)), None)
    if wrong is not None:
        raise _FieldError(f"{wrong!r} is no name of an author; left out")
    return names


def _url(value: Value) -> str:
    told = _text(value)
    checked = web_address(told)
    if checked is None:
        raise _FieldError(f"{told!r} is not an http or https address; left out")
    return checked


def web_address(told: str) -> str | None:
    """The address, if it is one of the web; None for any other scheme or for what is no address.

    An apostrophe, which wikis have in their addresses, is told by its number: the address is the same, and closes
    no attribute wherever it comes to stand.
    """
    try:
        parts = urlsplit(told)
        host = parts.hostname
    except ValueError:
        return None
    fine = parts.scheme in ("http", "https") and host and _SAFE_URL.fullmatch(told) and "@" not in parts.netloc
    return told.replace("'", "%27") if fine else None


def _language(value: Value) -> str:
    told = _text(value)
    code = code_of(told)
    if code is not None:
        return code
    if not _TAG.fullmatch(told):
        raise _FieldError(f"{told!r} is no language tag, such as en; left out")
    head, *rest = told.split("-")
    return "-".join([head.lower(), *rest])


def _date(value: Value) -> str:
    told = _text(value)
    try:
        return from_stated(told)
    except DateError as fault:
        raise _FieldError(f"date {told!r} {fault}; not believed") from fault


_FIELDS: dict[str, Callable[[Value], object]] = {
    "title": _text,
    "publisher": _text,
    "published": _date,
    "url": _url,
    "authors": _authors,
    "language": _language,
    "license": _text,
}
_ALIASES = {"date": "published", "author": "authors", "licence": "license", "lang": "language"}
