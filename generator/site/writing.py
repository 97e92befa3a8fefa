"""Files written all or not at all: staged, noted in a journal, then moved into place by renaming.

    1. stage    every new file is written below .dossier/stage/ and forced to the disk
    2. journal  .dossier/journal.json says which staged file goes where, and which files go
    3. replay   the renames and removals of the journal; then the journal goes, too

A run that dies before 2 has changed nothing; one that dies after it is finished by `recover`, which every run
calls first. Nothing but renames and removals is left to do after 2, and they may be done twice.
"""

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

import msgspec

from generator.errors import Problem, SiteError, UsageError
from generator.site.own import read_own, refuse_links
from generator.text import digest

MANIFEST = ".generated.json"
_MANIFEST_SCHEMA = "dossier/generated/1"
# From this many files on, one sync of the whole disk is quicker than one for each file.
_SYNC_ALL = 200


_STAGE, _JOURNAL = ".dossier/stage", ".dossier/journal.json"
_WRITTEN = ("docs/", "seeds/facts/")  # What a journal may speak of.


@dataclass(frozen=True, slots=True, kw_only=True)
class _Journal:
    """What is still to be moved, by its path and the name that it is staged under, and what is to be removed."""

    writes: dict[str, str]
    removes: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manifest:
    """The generated pages: path below docs/ to SHA-256."""

    schema: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a run changed: paths relative to the dossier's folder, sorted; and what it left alone, and why."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def publish(root: Path, pages: Mapping[str, bytes]) -> Written:
    """Make the generated part of docs/ hold exactly these pages, and touch nothing else there.

    What is generated stands in `docs/.generated.json` with its hash. A file that is not listed there was
    written by a person and stays, also where a generated page wants to go.

    Args:
        root: The dossier's folder.
        pages: Path below docs/ to content.

    Raises:
        SiteError: The files cannot be written.
    """
    recover(root)
    _refuse_names(pages)
    before = generated_files(root)
    problems = [_in_the_way(path) for path in sorted(pages) if _written_by_hand(root, path, pages[path], before)]
    kept = {p.path for p in problems}
    ours = {path: data for path, data in pages.items() if f"docs/{path}" not in kept}
    gone = sorted(path for path in before if path not in pages)
    edited = [path for path in gone if _digest_of(root / "docs" / path) not in (None, before[path])]
    problems += [_edited(path) for path in edited]
    writes = {f"docs/{path}": data for path, data in ours.items()} | {f"docs/{MANIFEST}": _manifest(ours)}
    done = _commit(root, writes, [f"docs/{path}" for path in gone if path not in edited])
    return Written(written=done.written, removed=done.removed, problems=tuple(problems))


def record(root: Path, files: Mapping[str, bytes], gone: Iterable[str]) -> Written:
    """Write these files into seeds/facts/ and remove those that are gone; names are below seeds/facts/.

    Raises:
        SiteError: The files cannot be written.
    """
    recover(root)
    return _commit(root, {f"seeds/facts/{n}": d for n, d in files.items()}, [f"seeds/facts/{n}" for n in gone])


def keep(root: Path, files: Mapping[str, bytes]) -> None:
    """Write these files into the cache, each whole or not at all; names are below .dossier/cache/.

    Several runs may do so at once. Where nothing can be written, nothing is kept: a cache only saves time.
    """
    folder = root / ".dossier" / "cache"
    if folder.is_symlink():
        return
    with contextlib.suppress(OSError):
        for name, data in files.items():
            folder.mkdir(parents=True, exist_ok=True)
            handle, staged = tempfile.mkstemp(prefix=".", suffix=".new", dir=folder)
            with open(handle, "wb") as file:  # noqa: PTH123 - a handle, not a path
                file.write(data)
            Path(staged).replace(folder / name)


def scaffold(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a new dossier into a folder that is empty or not there yet.

    Raises:
        UsageError: There is something in the folder.
        SiteError: The files cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("is not empty", path=str(folder), remedy="Name a folder that is not there yet.")
    try:
        for name, data in files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    except OSError as error:
        raise _cannot_write(folder, error) from error


def generated_files(root: Path) -> dict[str, str]:
    """The pages that the last run generated: path below docs/ to SHA-256; empty where there was none."""
    name = f"docs/{MANIFEST}"
    data = read_own(root, name, remedy=_MANIFEST_REMEDY)
    if data is None:
        return {}
    told = _decoded(data, _Manifest, name, _MANIFEST_REMEDY)
    if told.schema != _MANIFEST_SCHEMA or not all(map(_harmless, told.files)):
        raise SiteError("is not a list of generated files", path=name, remedy=_MANIFEST_REMEDY)
    return told.files


_MANIFEST_REMEDY = "Restore it, or delete it together with the generated pages."


def recover(root: Path) -> None:
    """Finish the run that was cut off, if one was, and clear away what it had staged.

    Raises:
        SiteError: The files cannot be moved.
    """
    refuse_links(root, ".dossier", _STAGE)
    journal = _journal(root)
    try:
        if journal is not None:
            _replay(root, journal)
            (root / _JOURNAL).unlink()
        shutil.rmtree(root / _STAGE, ignore_errors=True)
    except OSError as error:
        raise _cannot_write(root, error) from error


def _journal(root: Path) -> "_Journal | None":
    """The journal of the run that was cut off; what no run would have written there moves or removes nothing."""
    data = read_own(root, _JOURNAL)
    if data is None:
        return None
    told = _decoded(data, _Journal, _JOURNAL, "Remove it.")
    for path in (*told.writes, *told.removes):
        if not path.startswith(_WRITTEN):
            raise SiteError(f"names {path!r}, where no run writes", path=_JOURNAL, remedy="Remove it.")
        _refuse_unsafe(root, path)
    strange = next((n for n in told.writes.values() if not (n.isascii() and n.isdigit())), None)
    if strange is not None:
        raise SiteError(f"names {strange!r}, which no run has staged", path=_JOURNAL, remedy="Remove it.")
    return told


_Kind = TypeVar("_Kind")


def _decoded(data: bytes, kind: type[_Kind], name: str, remedy: str) -> _Kind:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise SiteError(f"is broken: {error}", path=name, remedy=remedy) from error


def _commit(root: Path, writes: Mapping[str, bytes], removes: Iterable[str]) -> Written:
    changed = {path: data for path, data in sorted(writes.items()) if _digest_of(root / path) != digest(data)}
    gone = sorted(path for path in removes if os.path.lexists(root / path))
    if not changed and not gone:
        return Written()
    for path in (*changed, *gone):
        _refuse_unsafe(root, path)
    stage = root / _STAGE
    try:
        stage.mkdir(parents=True)
        staged = {path: f"{number}" for number, path in enumerate(changed)}
        for path, name in staged.items():
            _write_through(stage / name, changed[path], sync=len(staged) < _SYNC_ALL)
        told = json.dumps({"writes": staged, "removes": gone}).encode()
        _write_through(stage / "journal", told, sync=True)
        if len(staged) >= _SYNC_ALL and hasattr(os, "sync"):
            os.sync()
        (stage / "journal").replace(root / _JOURNAL)
    except OSError as error:
        shutil.rmtree(stage, ignore_errors=True)
        raise _cannot_write(root, error) from error
    recover(root)
    return Written(written=tuple(changed), removed=tuple(gone))


def _write_through(path: Path, data: bytes, *, sync: bool) -> None:
    with path.open("xb") as file:
        file.write(data)
        if sync:
            file.flush()
            os.fsync(file.fileno())


def _replay(root: Path, journal: "_Journal") -> None:
    stage = root / _STAGE
    for path, name in journal.writes.items():
        if (stage / name).exists():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).replace(root / path)
    for path in journal.removes:
        (root / path).unlink(missing_ok=True)
        _remove_empty(root, PurePosixPath(path).parent)


def _remove_empty(root: Path, folder: PurePosixPath) -> None:
    while len(folder.parts) > 1 and (root / folder).is_dir() and not any((root / folder).iterdir()):
        (root / folder).rmdir()
        folder = folder.parent


def _harmless(path: str) -> bool:
    """Whether the path stays below the folder it is meant for."""
    if not path or "\\" in path or "\0" in path:
        return False
    parts = PurePosixPath(path).parts
    return not path.startswith("/") and ".." not in parts and ":" not in parts[0]


def _refuse_unsafe(root: Path, path: str) -> None:
    """No link, file or other thing may stand where a folder on the way to the file, or the file, has to be."""
    if not _harmless(path):
        raise SiteError(f"{path!r} is no path below the dossier's folder")
    at = root
    for part in PurePosixPath(path).parts[:-1]:
        at /= part
        if at.is_symlink() or (at.exists() and not at.is_dir()):
            raise SiteError("is in the way: it has to be a folder", path=_told(root, at), remedy="Move it elsewhere.")
        if at.is_dir() and not os.access(at, os.W_OK):
            raise SiteError("cannot be written to", path=_told(root, at), remedy="Make the folder writable.")
    file = root / path
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise SiteError("is in the way: it has to be a file", path=path, remedy="Move it elsewhere.")


def _told(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _refuse_names(pages: Mapping[str, bytes]) -> None:
    """No page may leave docs/, and no two may be one file on a disk that does not tell capitals apart."""
    seen: dict[str, str] = {}
    for path in sorted(pages):
        if not _harmless(path):
            raise SiteError(f"{path!r} is no path below docs/")
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            raise SiteError(f"docs/{other} and docs/{path} would be one file on some disks")


def _written_by_hand(root: Path, path: str, data: bytes, before: Mapping[str, str]) -> bool:
    return path not in before and _digest_of(root / "docs" / path) not in (None, digest(data))


def _in_the_way(path: str) -> Problem:
    return Problem(
        message="was written by hand and stands where a generated page has to go, which is left out",
        path=f"docs/{path}",
        remedy="Move it to another name; or delete it, if it was generated.",
    )


def _edited(path: str) -> Problem:
    return Problem(
        message="is generated no more, but was edited by hand, and is left where it is",
        path=f"docs/{path}",
        remedy="Keep it under another name, or delete it.",
        severity="warning",
    )


def _digest_of(path: Path) -> str | None:
    """SHA-256 of the file; None where there is none, and no digest's value where it is something else."""
    if not os.path.lexists(path):
        return None
    return digest(path.read_bytes()) if path.is_file() and not path.is_symlink() else "not a file"


def _manifest(pages: Mapping[str, bytes]) -> bytes:
    told = {"schema": _MANIFEST_SCHEMA, "files": {path: digest(pages[path]) for path in sorted(pages)}}
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()


def _cannot_write(folder: Path, error: OSError) -> SiteError:
    return SiteError(
        f"cannot be written: {error.strerror or error}",
        path=str(error.filename or folder),
        remedy="Nothing was lost; make room or make the folder writable, and run the command again.",
    )
