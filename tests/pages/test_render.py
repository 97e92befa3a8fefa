"""The pages of a small dossier: as they were agreed upon, the same each time, and each by itself."""

import json
import os
import posixpath
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pages
from generator.model import Article, Dossier, Facts, Suggestion
from generator.pages.desk import Desk, actor_page, source_page
from generator.pages.sheet import Sheet
from tests.factory import dossier_of, facts_of, says
from tests.pages.small import COURIER, HERALD, small

_GOLDEN = Path(__file__).parent.parent / "golden/harbour"
_LINK = re.compile(r"\]\(([^)\s]*?)(?:#([^)\s\"]+))?(?: \"|\))")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return pages.render(small())


def _own(files: dict[str, bytes]) -> dict[str, bytes]:
    return {k: v for k, v in files.items() if k.endswith(".md")}


def test_pages_are_as_agreed(files: dict[str, bytes]) -> None:
    """Golden files: after a change that is meant, run with DOSSIER_UPDATE_GOLDEN=1 and read the diff."""
    made = _own(files)
    if os.environ.get("DOSSIER_UPDATE_GOLDEN"):
        for old in _GOLDEN.rglob("*.md"):
            old.unlink()
        for path, content in made.items():
            (_GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (_GOLDEN / path).write_bytes(content)
    agreed = {p.relative_to(_GOLDEN).as_posix(): p.read_bytes() for p in _GOLDEN.rglob("*.md")}
    assert sorted(made) == sorted(agreed)
    for path, content in made.items():
        assert content.decode() == agreed[path].decode(), path


def test_pairs_to_decide_stand_in_a_file_for_review() -> None:
    pair = Suggestion(one="port-lark", other="ruritania", reason='may be "one"')
    made = json.loads(pages.render(replace(small(), suggestions=(pair,)))["assets/suggestions.json"])
    assert made["schema"] == "dossier/suggestions/1"
    (told,) = made["suggestions"]
    assert told["reason"] == 'may be "one"'
    assert (told["one"]["slug"], told["other"]["name"]) == ("port-lark", "Ruritania")
    assert set(told["other"]["articles"]) <= {f.article.id for f in small().facts}
    assert told["other"]["articles"]


def test_the_same_dossier_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert pages.render(small()) == files
    assert list(files) == sorted(files)


def test_every_page_is_a_folders_index(files: dict[str, bytes]) -> None:
    assert all(p.endswith("index.md") for p in _own(files))
    others = {p for p in files if p not in _own(files) and not p.startswith("assets/")}
    assert others == {"changes/feed.xml", "changes/record.json", "claims/claims.csv", "claims/claims.json"}
    assert {
        "assets/dossier/dossier.css",
        "assets/dossier/dossier.js",
        "assets/dossier/iframe-worker-frame.js",
        "assets/dossier/iframe-worker.js",
    } <= files.keys()


def test_every_link_lands_on_a_page_and_an_anchor(files: dict[str, bytes]) -> None:
    told = {k: v.decode() for k, v in _own(files).items()}
    for path, text in told.items():
        for target, anchor in _LINK.findall(text):
            goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert goal in files, (path, target)
            assert not anchor or re.search(rf'(id="|{{ #){anchor}[" ]', told[goal]), (path, target, anchor)


def test_nothing_unknown_is_printed(files: dict[str, bytes]) -> None:
    for path, content in _own(files).items():
        assert not re.search(r"\b(None|null|undefined|unknown:)", content.decode()), path


def test_an_articles_text_is_never_all_there(files: dict[str, bytes]) -> None:
    told = b"\n".join(_own(files).values()).decode()
    assert "The weather was mild" not in told
    assert "All sections" not in told


def test_strangers_change_no_page_of_an_article_an_actor_or_a_topic(files: dict[str, bytes]) -> None:
    more = pages.render(small(with_stranger=True))
    kept = [p for p in files if re.match(r"(sources|actors|topics)/.+/index\.md", p)]
    assert kept
    assert all(more[p] == files[p] for p in kept)
    assert "sources/elsewhere/index.md" in more


def test_those_named_in_passing_are_listed_without_a_page() -> None:
    more = pages.render(small(with_stranger=True))
    assert "actors/bo-lind/index.md" in more
    assert "actors/sylt/index.md" not in more
    assert 'id="a-sylt"' in more["actors/index.md"].decode()


def test_an_empty_dossier_has_its_pages() -> None:
    files = pages.render(dossier_of([]))
    assert b"nothing to report yet" in files["index.md"]


def test_an_article_without_claims_says_so() -> None:
    files = pages.render(dossier_of([facts_of("bare", "Nothing.", published=None)]))
    told = files["sources/bare/index.md"].decode()
    assert "No claim was read" in told
    assert "bare.txt" in told
    assert "not known" in told


def test_many_publishers_stand_one_above_the_other() -> None:
    facts = [_renamed(f"p{n}") for n in range(6)]
    dossier = replace(small(), facts=tuple(facts), findings=(), links=(), roles=(), stories=(), suggestions=())
    told = pages.render(dossier)["topics/port/index.md"].decode()
    assert "d-corr" not in told


def _renamed(identity: str) -> Facts:
    article = replace(HERALD.article, id=identity, publisher=identity, sha256=identity)
    claim = says("Ruritania will close the harbour", topics=["port"])
    return facts_of(article, names={"Ruritania": "ruritania"}, claims=[claim])


@pytest.mark.parametrize(
    ("identity", "page"),
    [
        ("herald-0507", "sources/herald-0507/index.md"),
        ("000_1b1b19", "sources/000_1b1b19/index.md"),
    ],
)
def test_plain_ids_are_their_own_addresses(identity: str, page: str) -> None:
    assert source_page(identity) == page


@pytest.mark.parametrize(
    "identity", ["../../x", "Harbour", "harbour ", "índex", "CON", "index", "a" * 300, "港口", "_a", "-"]
)
def test_other_ids_get_safe_addresses_of_their_own(identity: str) -> None:
    page = source_page(identity)
    assert re.fullmatch(r"sources/[a-z0-9][a-z0-9_-]{0,90}/index\.md", page)
    assert page not in {source_page("harbour"), "sources/index/index.md", "sources/con/index.md"}


def test_slugs_name_no_other_folder() -> None:
    assert ".." not in actor_page("../../etc")


def test_letters_follow_the_pages_own_sources() -> None:
    desk = Desk.of(small())
    alone = Sheet(desk, "actors/x/index.md", ["courier-0508"])
    assert alone.cite(COURIER.claims[0]).label == "A·1"
    assert alone.cite(HERALD.claims[1]).label == "B·2"
    both = Sheet(desk, "actors/x/index.md", ["courier-0508", "herald-0507"])
    assert both.cite(COURIER.claims[0]).label == "B·1"


def test_titles_missing_are_told_by_the_file() -> None:
    article = Article(id="x", path="seeds/some file.txt", sha256="0", text="")
    dossier: Dossier = dossier_of([replace(facts_of("y", ""), article=article)])
    assert Desk.of(dossier).title("x") == "some file.txt"
