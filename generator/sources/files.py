"""Which files are articles, and their bytes: the only part of this room that touches the file system."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import Problem, SourceError
from generator.model import Limits
from generator.text import digest, slug

SUFFIXES = (".txt", ".md", ".html", ".htm")
_NOT_ARTICLES = frozenset(("facts", "curation"))
_SAFE_STEM = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?")
_RENAME = f"Articles are {', '.join(SUFFIXES)} files; move it elsewhere or rename it."


def article_paths(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The article files of a folder, sorted by name, and a word on everything else in it.

    README files without front matter, names that begin with a dot, and the folders facts/ and curation/ are
    none and need no word. What has an article's name but is no readable file is among the paths: reading it
    says what is wrong with it.

    Raises:
        SourceError: The folder is not there or cannot be listed.
    """
    try:
        found = sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError as error:
        told = f"the folder cannot be listed: {error.strerror}"
        raise SourceError(told, path=str(folder), remedy="Name a folder that holds articles.") from error
    paths: list[Path] = []
    problems: list[Problem] = []
    for path in found:
        if path.name.startswith(".") or path.name in _NOT_ARTICLES or _is_readme(path):
            continue
        if path.suffix.lower() in SUFFIXES:
            paths.append(path)
            continue
        told = "a folder in the folder of articles is not searched" if path.is_dir() else "not an article by its name"
        problems.append(Problem(message=told, path=path.as_posix(), remedy=_RENAME, severity="warning"))
    return paths, [*problems, *_twins(paths)]


def _twins(paths: Sequence[Path]) -> Iterator[Problem]:
    """A warning for each file that a disk which does not tell capitals or accents' spellings apart would lose."""
    first: dict[str, Path] = {}
    for path in paths:
        other = first.setdefault(unicodedata.normalize("NFC", path.name).casefold(), path)
        if other != path:
            message = f"its name differs from {other.name!r} by capitals or by how accents are written alone"
            remedy = "Rename one of the two: on some disks they are one file."
            yield Problem(message=message, path=path.as_posix(), remedy=remedy, severity="warning")


def _is_readme(path: Path) -> bool:
    """Whether the file speaks of the folder: it is called README and has no front matter to make it an article."""
    if path.stem.casefold() != "readme" or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return not file.read(8).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return False


def read_bytes(path: Path, shown: str, limits: Limits) -> bytes:
    """The bytes of an article's file, which is a regular one of bearable size in its own folder.

    Raises:
        SourceError: It is not.
    """
    _refuse_strays(path, shown)
    try:
        # Without O_NONBLOCK, opening a pipe would wait for someone to write into it.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        told = f"cannot be read: {error.strerror}"
        raise SourceError(told, path=shown, remedy="Check that it is there and may be read.") from error
    with os.fdopen(handle, "rb") as file:
        _refuse_special(os.fstat(handle).st_mode, shown)
        data = file.read(limits.bytes + 1)
        size = os.fstat(handle).st_size
    if len(data) > limits.bytes:
        told = (
            f"too large: {max(size, len(data)) / 1e6:.1f} MB, the limit for an article is {limits.bytes / 1e6:.1f} MB"
        )
        raise SourceError(told, path=shown, remedy="Keep the article's text alone.")
    return data


def _refuse_strays(path: Path, shown: str) -> None:
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            folder = path.parent.resolve()
            if not path.resolve(strict=True).is_relative_to(folder):
                told = "a symbolic link that leads outside its folder"
                raise SourceError(told, path=shown, remedy="Put a copy of the file there instead.")
            mode = path.stat().st_mode
    except (OSError, RuntimeError) as error:
        told = "cannot be read: " + (getattr(error, "strerror", None) or "a symbolic link that leads in a circle")
        raise SourceError(told, path=shown, remedy="Check that it is there and may be read.") from error
    _refuse_special(mode, shown)


def _refuse_special(mode: int, shown: str) -> None:
    if stat.S_ISDIR(mode):
        raise SourceError("a folder with an article's name, not a file", path=shown, remedy="Rename it.")
    if not stat.S_ISREG(mode):
        kind = "a pipe (FIFO)" if stat.S_ISFIFO(mode) else "a special file"
        raise SourceError(f"not a regular file but {kind}", path=shown, remedy="Remove it.")


def shown_path(path: Path, root: Path) -> str:
    """The path as messages and articles name it: below the root without it, with forward slashes."""
    try:
        told = (path.parent.resolve() / path.name).relative_to(root.resolve()).as_posix()
    except (OSError, RuntimeError, ValueError):
        told = path.as_posix()
    return told.encode("utf-8", "backslashreplace").decode("utf-8")


def identities(paths: Sequence[Path]) -> dict[str, Path]:
    """The files by the ids that their articles have when they are loaded in this order."""
    taken: set[str] = set()
    return {identity(path, taken): path for path in paths}


def identity(path: Path, taken: set[str]) -> str:
    """An id for the article: the stem of its file, if every system can have a file of that name; else a slug of it.

    Ids differ by more than case, so that no two become one file. The id is added to those taken.
    """
    stem = path.stem
    # slug() knows which names some system or the site itself reserves.
    told = (
        stem
        if _SAFE_STEM.fullmatch(stem) and slug(stem[:60]) == re.sub(r"[^a-z0-9]+", "-", stem[:60].lower()).strip("-")
        else slug(stem)
    )
    if told.casefold() in taken:
        told = f"{told[:80]}-{digest(path.name.encode('utf-8', 'surrogateescape'))[:8]}"
    while told.casefold() in taken:
        told += "x"
    taken.add(told.casefold())
    return told
