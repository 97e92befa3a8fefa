"""The register: the newest claims on its page, the older ones in scripts that hold words and no markup."""

import json
import re
from dataclasses import replace

import pytest

from generator import pages
from generator.model import Article
from generator.pages import register
from tests.factory import dossier_of, facts_of, says
from tests.pages.crowd import crowd


def _rows(files: dict[str, bytes]) -> list[list[object]]:
    found = sorted((p for p in files if re.fullmatch(r"claims/older-\d+\.js", p)), key=lambda p: (len(p), p))
    told = [files[p].decode() for p in found]
    return [row for text in told for row in json.loads(text[text.index("...[") + 3 : text.rindex("]") + 1])]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page and scripts of a few claims each."""
    monkeypatch.setattr(register, "_MOST_SHOWN", 10)
    monkeypatch.setattr(register, "_IN_SCRIPT", 4)
    monkeypatch.setattr(register, "_MOST_OLDER", 13)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(("publishers", "scripts", "left"), [(9, 0, 0), (10, 1, 0), (22, 4, 0), (24, 4, 2)])
def test_page_and_scripts_hold_each_claim_once(publishers: int, scripts: int, left: int) -> None:
    dossier = crowd(publishers)  # one claim more than publishers
    files = pages.render(dossier)
    page = files["claims/index.md"].decode()
    assert len([p for p in files if p.endswith(".js") and p.startswith("claims/")]) == scripts
    rows = _rows(files)
    on_page = re.findall(r"^\| \[.*?index\.md#(c[0-9a-f]{12})", page, re.MULTILINE)
    in_scripts = [str(row[1]).partition("#")[2] for row in rows]
    assert len(on_page) == 10
    assert len(in_scripts) == publishers + 1 - 10 - left
    assert len({*on_page, *in_scripts}) == publishers + 1 - left
    assert ("data-more=" in page) == (scripts > 0)
    assert (f"{left} of them too old" in page) == (left > 0)


@pytest.mark.usefixtures("few")
def test_sources_have_the_letters_of_the_page() -> None:
    dossier = crowd(22)
    files = pages.render(dossier)
    lettered = dict(re.findall(r"\| \[([A-Z]+)·\d+\]\(\.\./sources/([^/]+)/", files["claims/index.md"].decode()))
    for label, href, *_ in _rows(files):
        article = str(href).split("/")[2]
        assert str(label).split("·")[0] not in lettered or lettered[str(label).split("·")[0]] == article


@pytest.mark.usefixtures("few")
def test_hostile_words_stay_words() -> None:
    word = "</script><img src=x onerror=alert(1)>\u2028\u202e"
    text = f"{word} left the port. " * 12
    claims = [says(f"{word} left the port") for _ in range(12)]
    article = Article(
        id="x", path="x.txt", sha256="0", text=text, publisher=word, license="CC0", published="2024-05-07"
    )
    made = replace(facts_of("x", text, claims=claims[:1]), article=article)
    many = [replace(made, article=replace(article, id=f"x{n:02}", sha256=str(n))) for n in range(12)]
    claims_of = [
        replace(f, claims=tuple(replace(c, id=f"c{n:012x}", article=f.article.id) for c in f.claims))
        for n, f in enumerate(many)
    ]
    files = pages.render(dossier_of(claims_of))
    (script,) = (files[p] for p in files if p.startswith("claims/older"))
    assert b"<" not in script
    assert script.isascii()
    assert b"\\u202e" not in script
    assert len(_rows(files)) == 2
