"""What `mkdocs serve` calls: pages are made anew before each of its builds, and it watches what they are made from.

`templates/hooks.py` hands these functions to MkDocs. Nothing that stands on a page depends on them: `mkdocs build`
builds the pages as they are.
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, Protocol

from generator import pipeline
from generator.errors import DossierError
from generator.site import MANIFEST, generated_files

# Not one of MkDocs' own loggers, whose warnings end a strict build: a broken article must not end the preview.
_log = logging.getLogger("dossier")
_served: set[str] = set()
_MADE_FROM = ("seeds", "templates", "dossier.yml")


class Config(Protocol):
    """What is used of MkDocs' configuration."""

    config_file_path: str
    docs_dir: str
    extra: dict[str, object]


class Server(Protocol):
    """What is used of MkDocs' development server."""

    def watch(self, path: str) -> None:
        """Build anew when something below the path changes."""

    def unwatch(self, path: str) -> None:
        """Watch it no more."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001 - MkDocs' own
    """Remember whether MkDocs serves."""
    _served.clear()
    if command == "serve":
        _served.add(command)


def on_config(config: Config) -> Config:
    """Tell the theme that this is a preview: MkDocs reloads it by an inline script, which the policy would stop."""
    config.extra["preview"] = bool(_served)
    return config


def on_pre_build(config: Config) -> None:
    """Make the pages anew, when MkDocs serves; where that fails, it goes on with the last good ones."""
    if not _served:
        return
    try:
        outcome = pipeline.generate(Path(config.config_file_path).parent)
    except DossierError as error:
        _log.warning("error: %s", error.problem)
        return
    for problem in outcome.problems:
        _log.warning("%s: %s", problem.severity, problem)


def on_serve(server: Server, config: Config, builder: object) -> Server:  # noqa: ARG001 - MkDocs' own
    """Watch what pages are made from and pages written by hand; the generated ones would make it build for ever."""
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    server.unwatch(str(docs))
    for path in (*(root / name for name in _MADE_FROM), *_by_hand(docs, generated_files(root))):
        if path.exists():
            server.watch(str(path))
    return server


def _by_hand(docs: Path, generated: dict[str, str]) -> Iterator[Path]:
    """The files and folders of docs/ in which nothing is generated; of a mixed folder, what is in it."""
    made = {docs / MANIFEST, *(docs / path for path in generated)}
    holding = {parent for path in made for parent in path.parents}
    folders = [docs]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path in holding and path.is_dir():
                folders.append(path)
            elif path not in made:
                yield path
