"""One writer at a time in a dossier's folder: a lock that the operating system takes back when a process dies."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from generator.errors import SiteError
from generator.site.own import refuse_links

WAIT = 30.0  # Seconds: longer than a build of a few hundred articles, shorter than anyone's patience.
_PAUSE = 0.1


@contextlib.contextmanager
def locked(root: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Hold the dossier's lock while the block runs; wait for another run to end first.

    Raises:
        SiteError: Another run still holds it after `wait` seconds, or the folder cannot be written to.
    """
    folder = root / ".dossier"
    refuse_links(root, ".dossier")
    try:
        folder.mkdir(exist_ok=True)
        file = open(folder / "lock", "ab", opener=_opener)  # noqa: PTH123 - a Path's own takes no opener
    except OSError as error:
        raise SiteError(
            f"cannot be written to: {error.strerror}", path=str(folder), remedy="Make the dossier's folder writable."
        ) from error
    with file:
        _take(file, folder, wait)
        yield


def _opener(path: str, flags: int) -> int:
    """Opens the lock itself: no link is followed to another file, and no pipe is waited for."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o666)


def _take(file: BinaryIO, folder: Path, wait: float) -> None:
    until = time.monotonic() + wait
    while not _try(file):
        if time.monotonic() >= until:
            raise SiteError(
                "another dossier command is at work in this folder",
                path=str(folder / "lock"),
                remedy="Wait until it has ended, then try again.",
            )
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _try(file: BinaryIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
