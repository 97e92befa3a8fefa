"""What is proved of a dossier, each proof shown to fail when it should."""

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import checks, contract
from generator.errors import FactsError
from generator.model import ExcerptPolicy, Facts, Settings
from generator.text import digest
from tests.factory import article_of, dossier_of, facts_of, figure, happens, says

TEXT = "Ruritania sent 40 tanks to Freedonia, Ada Quill told lawmakers. The tanks were old and slow, she added."


def sample() -> Facts:
    return facts_of(
        article_of("herald", TEXT),
        names={"Ruritania": "ruritania", "Freedonia": "freedonia", "Ada Quill": "ada-quill"},
        figures=[figure("40 tanks", 40, 40, "tanks")],
        claims=[
            says("Ruritania sent 40 tanks to Freedonia", by="Ada Quill", cue="told"),
            says("tanks were old", by="she"),
        ],
        events=[happens("AID", "sent", agent=["Ruritania"], recipient=["Freedonia"])],
    )


# ---- facts as the extractor makes them


def test_facts_that_are_as_made_have_no_difference() -> None:
    assert checks.facts_as_made(sample(), sample(), path="f.json") == []


def test_a_difference_names_file_claim_and_both_values() -> None:
    facts = sample()
    first = dataclasses.replace(facts.claims[0], rule="other", said="2024-01-01")
    changed = dataclasses.replace(facts, claims=(first, *facts.claims[1:]))
    problems = checks.facts_as_made(changed, facts, path="seeds/facts/herald.json")
    assert [p.path for p in problems] == ["seeds/facts/herald.json"] * 2
    assert [p.message for p in problems] == [
        f"claim {first.id}: rule is 'other', the extractor makes 'test'",
        f"claim {first.id}: said is '2024-01-01', the extractor makes None",
    ]


def test_claims_that_only_one_side_has_are_named() -> None:
    facts = sample()
    fewer = dataclasses.replace(facts, claims=facts.claims[:1])
    (missing,) = checks.facts_as_made(fewer, facts, path="f.json")
    assert missing.message == f"claim {facts.claims[1].id} is read by the extractor, but not in the file"
    (added,) = checks.facts_as_made(facts, fewer, path="f.json")
    assert added.message == f"claim {facts.claims[1].id} is in the file, but not read by the extractor"


def test_many_differences_are_counted() -> None:
    facts = sample()
    article = dataclasses.replace(
        facts.article, title="t", publisher="p", published=None, url="https://x.example", language="fr", license="cc0"
    )
    problems = checks.facts_as_made(dataclasses.replace(facts, article=article), facts, path="f.json")
    assert len(problems) == 6
    assert problems[-1].message == "and 1 more differences"


@given(st.data())
def test_any_one_letter_of_a_facts_file_that_is_changed_is_found(data: st.DataObject) -> None:
    made = sample()
    told = contract.dump_file(made).decode()
    at = data.draw(st.integers(0, len(told) - 1))
    letter = data.draw(st.sampled_from("aZ09 x¤").filter(lambda c: c != told[at]))
    changed = (told[:at] + letter + told[at + 1 :]).encode()
    try:
        stored = contract.load_file(changed, path="f.json")
    except FactsError:
        return
    assert checks.facts_as_made(stored, made, path="f.json", data=changed)


# ---- pages as the generator makes them


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.md").write_bytes(b"# A\n")
    (tmp_path / "index.md").write_bytes(b"# Home\n\nline\n")
    return tmp_path


MADE = {"index.md": b"# Home\n\nline\n", "a/index.md": b"# A\n"}
LISTED = {path: digest(data) for path, data in MADE.items()}


def test_pages_as_made_are_right(docs: Path) -> None:
    assert checks.pages_as_made(docs, MADE, LISTED) == []


def test_a_changed_page_is_named_with_its_line(docs: Path) -> None:
    (docs / "index.md").write_bytes(b"# Home\n\nLine\n")
    (problem,) = checks.pages_as_made(docs, MADE, LISTED)
    assert (problem.path, problem.line) == ("docs/index.md", 3)
    (docs / "index.md").write_bytes(MADE["index.md"] + b"more\n")
    (problem,) = checks.pages_as_made(docs, MADE, LISTED)
    assert problem.line == 4


def test_missing_left_over_and_unlisted_pages_are_named(docs: Path) -> None:
    (docs / "a/index.md").unlink()
    (docs / "old.md").write_text("old")
    problems = checks.pages_as_made(docs, MADE, {"old.md": "0", "gone.md": "0", "a/index.md": LISTED["a/index.md"]})
    assert [(p.path, p.message.split(":")[0]) for p in problems] == [
        ("docs/a/index.md", "is missing"),
        ("docs/.generated.json", "does not list docs/index.md as it is made"),
        ("docs/old.md", "is no longer made by the generator"),
    ]


def test_where_many_pages_differ_a_few_are_named(tmp_path: Path) -> None:
    problems = checks.pages_as_made(tmp_path, {f"{n}.md": b"" for n in range(50)}, {})
    assert len(problems) == 21
    assert problems[-1].message == "has 30 more pages that are not as made"


# ---- links


def site_of(folder: Path, **pages: str) -> Path:
    for name, html in pages.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><title>t</title>\n{html}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "html",
    [
        '<a href="a/index.html#x">x</a>', '<a href="a/">', '<a href="./a/#x">x</a>', '<a href="#i">x</a><p id="i">',
        '<a href="https://elsewhere.example/x#y">', '<a href="//host/x">',
        '<a href="mailto:x@y">', '<a href="#">', '<a href="">', '<a href="#top">', '<img src="a/p%20q.png">',
        '<a href="#__skip">', "<a>no address</a>", '<a href="a/index.html#:~:text=words">', '<link href="a/p%20q.png">',
        '<svg><a xlink:href="a/index.html"><text>t</text></a></svg>', '<a href="index.html#m%C3%BC"></a><i id="mü">',
    ],
)  # fmt: skip
def test_links_that_land(tmp_path: Path, html: str) -> None:
    site = site_of(tmp_path, index=html, a__index='<h1 id="x">A</h1>')
    (site / "a/p q.png").touch()
    assert checks.links_land(site) == []


@pytest.mark.parametrize(
    ("html", "says_what"),
    [
        ('<a href="b/index.html">', "leads nowhere"), ('<a href="a/index.html#y">', "anchor that is not there"),
        ('<a href="#gone">', "anchor that is not there"), ('<img src="none.png">', "leads nowhere"),
        ('<script src="x.js"></script>', "leads nowhere"), ('<a href="../outside.html">', "leads nowhere"),
        ('<a href="a">', ""),
    ],
)  # fmt: skip
def test_links_that_do_not_land(tmp_path: Path, html: str, says_what: str) -> None:
    problems = checks.links_land(site_of(tmp_path, index=html, a__index='<h1 id="x">A</h1>'))
    assert [(p.path, p.line) for p in problems] == ([("site/index.html", 2)] if says_what else [])
    assert all(says_what in p.message for p in problems)


def test_the_error_page_is_served_at_any_depth_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text('<a href="/x/y.html">')
    assert checks.links_land(site_of(tmp_path, index="x")) == []


def test_a_site_that_is_not_there_is_a_warning(tmp_path: Path) -> None:
    (problem,) = checks.links_land(tmp_path / "site")
    assert problem.severity == "warning"


# ---- excerpts


WORDS = [f"word{n}" for n in range(400)]
LONG = " ".join(WORDS)


def excerpt_problems(folder: Path, shown: str, *, name: str = "index.html", **meta: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(shown, encoding="utf-8")
    facts = facts_of(article_of("long", LONG, **meta))
    return [p.message for p in checks.excerpts_within(folder, dossier_of([facts]))]


def test_excerpts_within_the_policy_are_right(tmp_path: Path) -> None:
    fifty, others = " ".join(WORDS[:50]), " ".join(WORDS[100:150])
    assert excerpt_problems(tmp_path, f"<p>{fifty}</p><p>{others}</p>") == []


def test_a_long_excerpt_is_found_through_inline_markup(tmp_path: Path) -> None:
    shown = " ".join(f"<b>{w}</b>" if n % 7 == 0 else w for n, w in enumerate(WORDS[20:90]))
    (message,) = excerpt_problems(tmp_path, f"<p>so {shown} on</p>")
    assert message == "an excerpt of 70 words stands in site/index.html; at most 50 may"


def test_too_much_in_all_is_found(tmp_path: Path) -> None:
    parts = "".join(f"<p>{' '.join(WORDS[n : n + 40])}</p>" for n in range(0, 240, 40))
    (message,) = excerpt_problems(tmp_path, parts)
    assert message == "the site shows 240 of its 400 words; at most 40% may be shown"


@pytest.mark.parametrize("name", ["search_index.json", "dossier.json"])
def test_the_search_index_and_exports_count(tmp_path: Path, name: str) -> None:
    told = json.dumps({"docs": [{"text": " ".join(WORDS[:60])}], "n": 1})
    assert excerpt_problems(tmp_path, told, name=name) == [
        f"an excerpt of 60 words stands in site/{name}; at most 50 may"
    ]


def test_titles_of_links_count(tmp_path: Path) -> None:
    assert excerpt_problems(tmp_path, f'<a title="{" ".join(WORDS[:60])}">A·1</a>')


def test_under_an_open_licence_all_may_be_shown(tmp_path: Path) -> None:
    assert excerpt_problems(tmp_path, LONG, license="CC BY 4.0") == []
    assert excerpt_problems(tmp_path, LONG, license="all rights reserved") != []


def test_other_figures_may_be_set(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(LONG)
    settings = Settings(excerpts=ExcerptPolicy(words=1000, share=1.0))
    dossier = dossier_of([facts_of(article_of("long", LONG))], settings=settings)
    assert checks.excerpts_within(tmp_path, dossier) == []
    assert checks.excerpts_within(tmp_path / "none", dossier) == []


def test_a_feeds_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "changes").mkdir()
    (tmp_path / "index.html").write_text("<html></html>")
    (tmp_path / "changes/feed.xml").write_text('<feed><link href="../index.html"/><a href="../gone.html">x</a></feed>')
    (problem,) = checks.links_land(tmp_path)
    assert "gone.html" in problem.message
