"""MkDocs, called so that it builds beside the site and not over it, and says what it has to say as values."""

import contextlib
import ctypes
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.errors import SiteError
from generator.site.own import refuse_links

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2(2)
_AT_FDCWD = -100


def build_site(root: Path, *, epoch: int) -> None:
    """Build site/ from docs/ with MkDocs, strictly: a warning is an error, and leaves the last site in place.

    Args:
        root: The dossier's folder, which holds mkdocs.yml.
        epoch: The time to date the site with, in seconds since 1970, so that it depends on nothing but its sources.

    Raises:
        SiteError: There is no mkdocs.yml, a folder of the run's own is a link, or MkDocs found fault; its first
            complaint is the message.
    """
    config = root / "mkdocs.yml"
    if not config.is_file():
        raise SiteError("is missing", path=str(config), remedy="`dossier new` makes a folder with all that is needed.")
    refuse_links(root, ".dossier", ".dossier/site", ".dossier/site-old")
    home = root / ".dossier"
    fresh, old = home / "site", home / "site-old"
    _restore(root / "site", old)
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        home.mkdir(exist_ok=True)
        _run_mkdocs(config, fresh, epoch)
        _swap(fresh, root / "site", old)
    except OSError as error:
        raise SiteError(
            f"the site cannot be written: {error.strerror or error}",
            path=str(error.filename or root / "site"),
            remedy="The last good site is still there; make room or make the folder writable.",
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if (root / "site").exists():
            shutil.rmtree(old, ignore_errors=True)


def _run_mkdocs(config: Path, target: Path, epoch: int) -> None:
    with _dated(epoch), _listening() as complaints:
        try:
            # Absolute: MkDocs takes relative folders to be seen from its configuration.
            build(load_config(config_file=str(config.absolute()), strict=True, site_dir=str(target.absolute())))
        except Abort as error:
            raise _fault(complaints or [str(error)], config) from error
        except (MkDocsException, jinja2.TemplateError) as error:
            raise _fault([*complaints, f"{type(error).__name__}: {error}"], config) from error


def _fault(complaints: list[str], config: Path) -> SiteError:
    more = f" (and {len(complaints) - 1} more: {'; '.join(complaints[1:4])})" if len(complaints) > 1 else ""
    return SiteError(
        f"MkDocs cannot build the site: {complaints[0]}{more}",
        path=str(config),
        remedy="The last good site is still there; mend what MkDocs names.",
    )


class _Collector(logging.Handler):
    """Keeps what is logged from WARNING on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextlib.contextmanager
def _listening() -> Iterator[list[str]]:
    logger, collector = logging.getLogger("mkdocs"), _Collector()
    passed_on = logger.propagate
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = passed_on


@contextlib.contextmanager
def _dated(epoch: int) -> Iterator[None]:
    """MkDocs dates pages and sitemap by this variable (https://reproducible-builds.org/specs/source-date-epoch/)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _restore(site: Path, old: Path) -> None:
    """Undo the first half of a swap that was cut off between its two renames."""
    if old.is_dir() and not site.exists():
        old.rename(site)


def _swap(fresh: Path, site: Path, old: Path) -> None:
    """Put the fresh folder in the site's place: in one step where the system can, else in two."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise SiteError("is in the way: it has to be a folder", path=str(site), remedy="Move it elsewhere.")
    if not site.exists():
        fresh.rename(site)
    elif not _exchange(fresh, site):
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        try:
            fresh.rename(site)
        except OSError:
            old.rename(site)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system or the disk cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    names = (os.fsencode(one), os.fsencode(other))
    return rename is not None and rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0
