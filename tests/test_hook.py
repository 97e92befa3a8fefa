"""What MkDocs' development server is told: make the pages before each build, and watch what they are made from."""

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

from generator import hook
from tests.house import files_below, new_dossier


@dataclass
class Config:
    config_file_path: str
    docs_dir: str
    extra: dict[str, object] = field(default_factory=dict)


@dataclass
class Server:
    watched: list[str] = field(default_factory=list)
    unwatched: list[str] = field(default_factory=list)

    def watch(self, path: str) -> None:
        self.watched.append(path)

    def unwatch(self, path: str) -> None:
        self.unwatched.append(path)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_dossier(tmp_path / "dossier")


@pytest.fixture
def config(root: Path) -> Config:
    return Config(config_file_path=str(root / "mkdocs.yml"), docs_dir=str(root / "docs"))


def test_a_build_leaves_the_pages_as_they_are(root: Path, config: Config) -> None:
    before = files_below(root / "docs")
    hook.on_startup(command="build", dirty=False)
    hook.on_pre_build(config)
    assert files_below(root / "docs") == before


def test_serving_makes_the_pages_anew(root: Path, config: Config) -> None:
    hook.on_startup(command="serve", dirty=False)
    hook.on_pre_build(config)
    assert (root / "docs/sources/herald/index.md").exists()
    hook.on_startup(command="build", dirty=False)


@pytest.mark.parametrize(("command", "preview"), [("serve", True), ("build", False)])
def test_only_a_preview_has_no_policy(config: Config, command: Literal["serve", "build"], *, preview: bool) -> None:
    hook.on_startup(command=command, dirty=False)
    assert hook.on_config(config) is config
    assert config.extra == {"preview": preview}
    hook.on_startup(command="build", dirty=False)


def test_what_is_wrong_is_said_and_the_preview_goes_on(
    root: Path, config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    hook.on_startup(command="serve", dirty=False)
    (root / "seeds/empty.txt").write_bytes(b"")
    with caplog.at_level(logging.WARNING, "dossier"):
        hook.on_pre_build(config)
        assert "error: seeds/empty.txt" in caplog.text
        (root / "dossier.yml").write_text("titel: x\n")
        hook.on_pre_build(config)
    assert "error: dossier.yml" in caplog.text
    assert (root / "docs/sources/herald/index.md").exists()
    hook.on_startup(command="build", dirty=False)


def test_it_watches_what_pages_are_made_from_and_not_the_pages(root: Path, config: Config) -> None:
    hook.on_startup(command="serve", dirty=False)
    hook.on_pre_build(config)
    (root / "docs/about.md").write_text("mine")
    (root / "docs/sources/notes.md").write_text("mine, too")
    (root / "docs/more").mkdir()
    server = Server()
    assert hook.on_serve(server, config, builder=None) is server
    assert server.unwatched == [str(root / "docs")]
    assert sorted(Path(p).relative_to(root).as_posix() for p in server.watched) == [
        "docs/about.md", "docs/more", "docs/sources/notes.md", "dossier.yml", "seeds", "templates",
    ]  # fmt: skip
    hook.on_startup(command="build", dirty=False)
