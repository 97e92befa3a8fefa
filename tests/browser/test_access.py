"""No violation that axe-core knows of, on any kind of page, light and dark, narrow and wide."""

import os
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.pages.small import PAGES

_HERE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core's script, which is not part of this project: from DOSSIER_AXE or node_modules/."""
    stated = os.environ.get("DOSSIER_AXE")
    file = Path(stated) if stated else _HERE / "node_modules/axe-core/axe.min.js"
    if not file.is_file():
        if stated:
            pytest.fail(f"DOSSIER_AXE names {stated}, which is no file")
        pytest.skip(
            "axe-core is not here. Run `npm install --no-save axe-core`, or name its axe.min.js in DOSSIER_AXE."
        )
    return file.read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(
    browser: Browser, address: str, axe: str, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    found: list[str] = []
    for path in (*PAGES, "404.html"):
        page.goto(f"{address}/{path}")
        page.wait_for_timeout(150)  # the theme's own fading must be over, or colours are measured half way
        page.evaluate(axe)
        # Room for a finger is a rule of WCAG 2.2, which axe-core leaves out unless it is asked.
        rules = "{'target-size': {enabled: true}}"
        told = page.evaluate(f"axe.run(document, {{resultTypes: ['violations'], rules: {rules}}})")
        found += [f"{path}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in told["violations"]]
    context.close()
    assert found == []
