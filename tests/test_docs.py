"""What is written about the software: every page that a page or a command names is there."""

import re
from pathlib import Path

import pytest

_TOP = Path(__file__).parent.parent
_WRITTEN = sorted([*(_TOP / "docs/project").glob("*.md"), *_TOP.glob("*.md")])
_LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
_NAMED = re.compile(r"docs/project/[\w-]+\.md")


@pytest.mark.parametrize("page", _WRITTEN, ids=lambda p: p.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    lost = [x for x in _LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / x).exists()]
    assert lost == []


def test_what_a_command_tells_to_read_is_there() -> None:
    told = {x for p in (_TOP / "generator").rglob("*.py") for x in _NAMED.findall(p.read_text(encoding="utf-8"))}
    assert told
    assert [x for x in sorted(told) if not (_TOP / x).exists()] == []
