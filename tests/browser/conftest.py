"""A real Chromium over a small dossier's built site."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from generator import changes, pages
from generator.model import ActorKind, Dossier
from generator.model.changes import History
from generator.pages import register
from generator.pages.templates import template_root
from generator.site.building import build_site
from tests.pages.crowd import crowd
from tests.pages.small import small

_REMEDY = "Install a Chromium (`apt-get install chromium`), or name one in DOSSIER_CHROMIUM."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def chromium() -> str | None:
    """A Chromium on the system, or None for Playwright's own."""
    stated = os.environ.get("DOSSIER_CHROMIUM")
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return stated or next((found for n in names if (found := shutil.which(n))), None)


def _launched(playwright: Playwright) -> Browser:
    try:
        return playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
    except Error as error:
        if os.environ.get("DOSSIER_REQUIRE_BROWSER") == "1":
            pytest.fail(f"no Chromium: {error.message.splitlines()[0]}. {_REMEDY}")
        pytest.skip(f"no Chromium. {_REMEDY}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; without one the tests are skipped, or fail where DOSSIER_REQUIRE_BROWSER=1."""
    with sync_playwright() as playwright:
        launched = _launched(playwright)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of a small dossier."""
    known = small().curation
    rule = replace(known.actors[0], kind=ActorKind.PERSON, names=("Adelaide Quill",))
    dossier = replace(small(), curation=replace(known, actors=(rule,)))
    began = changes.recorded(History(), replace(dossier, facts=dossier.facts[:1], findings=()))
    return _built(tmp_path_factory.mktemp("dossier"), dossier, changes.recorded(began, dossier))


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of a dossier with more publishers than a page is wide."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(register, "_MOST_SHOWN", 10)
        patch.setattr(register, "_IN_SCRIPT", 8)
        return _built(tmp_path_factory.mktemp("crowded"), crowd(23, denied_by=3), History())


def _built(root: Path, dossier: Dossier, history: History) -> Path:
    for path, content in pages.render(dossier, history=history).items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    shutil.copytree(template_root() / "theme", root / "templates/theme")
    told = (template_root().parent / "mkdocs.yml").read_text()
    # The hook makes pages from seeds, of which there are none here.
    (root / "mkdocs.yml").write_text(told.replace("hooks:\n  - templates/hooks.py\n", ""))
    build_site(root, epoch=1_700_000_000)
    return root / "site"


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the project's own dossier: its pages as committed, scripts and styles as they are now."""
    root, home = tmp_path_factory.mktemp("own"), template_root().parent
    shutil.copytree(home / "docs", root / "docs")
    shutil.copytree(home / "templates/assets", root / "docs/assets/dossier", dirs_exist_ok=True)
    shutil.copytree(home / "templates/theme", root / "templates/theme")
    told = (home / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(told.replace("hooks:\n  - templates/hooks.py\n", ""))
    build_site(root, epoch=1_700_000_000)
    return root / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of a server of the site."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""
