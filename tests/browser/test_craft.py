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
from pathlib import Path
from typing import Any

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


@pytest.mark.alone
@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_finds_nothing_to_mend(compressed: str, path: str, tmp_path: Path) -> None:
    tool = _tool("DOSSIER_LIGHTHOUSE", "Lighthouse")
    told = _judged(tool, f"{compressed}/{path}", tmp_path)
    if told["categories"]["performance"]["score"] < _QUICK:  # One slow moment of the machine is none of the page.
        told = _judged(tool, f"{compressed}/{path}", tmp_path)
    scores = {name: part["score"] for name, part in told["categories"].items()}
    failed = [k for k, a in told["audits"].items() if a["score"] == 0 and a["scoreDisplayMode"] == "binary"]
    assert scores.pop("performance") >= _QUICK, path
    assert scores == {"accessibility": 1, "best-practices": 1, "seo": 1}, (path, failed)


def _judged(tool: str, url: str, folder: Path) -> Any:  # noqa: ANN401 - JSON
    report = folder / "lighthouse.json"
    subprocess.run(
        [shutil.which("node") or "node", tool, url, "--quiet", "--preset=desktop", "--output=json",
         f"--output-path={report}", "--chrome-flags=--headless=new --no-sandbox"],
        check=True, timeout=150, capture_output=True, env={**os.environ, "CHROME_PATH": chromium() or ""},
    )  # fmt: skip
    return json.loads(report.read_bytes())


def test_the_html_is_valid(site: Path) -> None:
    jar = _tool("DOSSIER_VNU", "vnu.jar")
    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--format", "gnu", "--skip-non-html", "--exit-zero-always", str(site)],
        check=True, timeout=120, capture_output=True, text=True,
    )  # fmt: skip
    found = [line for line in done.stderr.splitlines() if not any(known.search(line) for known in _KNOWN)]
    assert found == []
