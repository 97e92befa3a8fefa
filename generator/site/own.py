"""Files that earlier runs wrote, read as if a stranger had: a dossier may have come from one, with all that lies in it."""

import os
from pathlib import Path

from generator.errors import SiteError

_LARGEST = 1_000_000_000  # Bytes: no dossier's list of pages, or memory, is as large.


def read_own(root: Path, name: str, *, remedy: str | None = None) -> bytes | None:
    """The bytes of a file that a run wrote, by its name below the dossier's folder; None where it is not there.

    Raises:
        SiteError: It is a link, a folder or a device, too large, or cannot be read.
    """
    path = root / name
    if not os.path.lexists(path):
        return None
    if path.is_symlink() or not path.is_file():
        raise SiteError("is not a file of its own (a link, folder or device)", path=name, remedy=remedy or "Remove it.")
    try:
        if path.stat().st_size > _LARGEST:
            raise SiteError(f"is larger than {_LARGEST:,} bytes", path=name, remedy=remedy or "Remove it.")
        return path.read_bytes()
    except OSError as error:
        raise SiteError(f"cannot be read: {error.strerror}", path=name, remedy="Make it readable.") from error


def refuse_links(root: Path, *names: str) -> None:
    """None of the run's own folders may be a link, through which it would write, move or remove what is elsewhere.

    Raises:
        SiteError: One of them is.
    """
    for name in names:
        if (root / name).is_symlink():
            raise SiteError("is a symbolic link", path=name, remedy="Remove it; the next run makes a folder of it.")
