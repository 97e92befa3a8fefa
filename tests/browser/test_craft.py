"""What other judges say of every kind of page: Lighthouse of how it is made and how quick it is, vnu of its HTML.

Neither is part of this project: `.ci/run` installs both. DOSSIER_LIGHTHOUSE names Lighthouse's cli/index.js,
DOSSIER_VNU the checker's vnu.jar.
"""

import gzip
import http.server
import json
import mimetypes
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.conftest import chromium
from tests.pages.small import PAGES

_QUICK = 0.95
# Of the theme, and known: its switches ask browsers to forget them, and its drawer is opened by a label of a switch.
_KNOWN = (
    re.compile(r"Attribute “autocomplete” is only allowed when the input type is"),
    re.compile(r"The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control"),
)


def _tool(variable: str, what: str) -> str:
    stated = os.environ.get(variable)
    if not stated:
        pytest.skip(f"{variable} names no {what}; .ci/run installs it")
    if not Path(stated).is_file():
        pytest.fail(f"{variable} names {stated}, which is no file")
    return stated


class _Compressed(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a web server does: compressed, to be kept for a while."""

    site: Path

    def do_GET(self) -> None:
        file = self.site / self.path.split("?")[0].lstrip("/")
        if not file.is_file():
            self.send_error(404)
            return
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def compressed(site: Path) -> Iterator[str]:
    """The address of a server that compresses."""
    handler = type("Handler", (_Compressed,), {"site": site})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What Lighthouse says of a page: 0 to 1 by category, and what each lost it by."""

    scores: dict[str, float]
    failed: list[str]


@pytest.fixture(scope="module")
def verdicts(compressed: str) -> dict[str, Verdict]:
    """Lighthouse's verdict on every kind of page, all in one browser: starting it takes as long as judging a page."""
    told = _judged([f"{compressed}/{path}" for path in PAGES])
    slow = [url for url, v in told.items() if v.scores["performance"] < _QUICK]
    if slow:  # One slow moment of the machine is none of the page.
        told |= _judged(slow)
    return {url.removeprefix(f"{compressed}/"): verdict for url, verdict in told.items()}


@pytest.mark.alone
@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_finds_nothing_to_mend(verdicts: dict[str, Verdict], path: str) -> None:
    found = verdicts[path]
    scores = dict(found.scores)
    assert scores.pop("performance") >= _QUICK, found.failed
    assert scores == {"accessibility": 1, "best-practices": 1, "seo": 1}, found.failed


def _judged(urls: list[str]) -> dict[str, Verdict]:
    script, tool = Path(__file__).with_name("lighthouse.mjs"), _tool("DOSSIER_LIGHTHOUSE", "Lighthouse")
    done = subprocess.run(
        [shutil.which("node") or "node", script, tool, chromium() or "", "desktop", *urls],
        check=True, timeout=900, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["url"]: Verdict(scores=line["scores"], failed=line["failed"]) for line in lines}


def test_the_html_is_valid(site: Path) -> None:
    jar = _tool("DOSSIER_VNU", "vnu.jar")
    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--format", "gnu", "--skip-non-html", "--exit-zero-always", str(site)],
        check=True, timeout=120, capture_output=True, text=True,
    )  # fmt: skip
    found = [line for line in done.stderr.splitlines() if not any(known.search(line) for known in _KNOWN)]
    assert found == []
