import os
from datetime import date
from pathlib import Path

import pytest

from generator.errors import SourceError, UsageError
from generator.model import Limits
from generator.sources import Loaded, article_paths, load
from generator.sources.files import identity, shown_path

PROSE = "The ferries will sail again from Monday, the harbour board said.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def put(folder: Path, *names: str, text: str | None = None) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text if text is not None else f"{name}. {PROSE}", "utf-8")


def loaded(folder: Path, *, as_is: bool = False, limits: Limits | None = None) -> Loaded:
    paths, problems = article_paths(folder)
    assert problems == []
    return load(paths, root=folder.parent, limits=limits or Limits(), as_is=as_is, today=date(2026, 1, 1))


def test_article_files_are_told_from_the_rest(seeds: Path) -> None:
    put(
        seeds,
        "b.txt",
        "a.MD",
        "c.html",
        "d.htm",
        ".hidden.txt",
        "README.md",
        "readme.txt",
        "facts/x.txt",
        "curation/x.txt",
    )
    put(seeds, "e.pdf", "more/x.txt", "~backup.txt~")
    paths, problems = article_paths(seeds)
    assert [p.name for p in paths] == ["a.MD", "b.txt", "c.html", "d.htm"]
    assert [(Path(p.path or "").name, p.message, p.severity) for p in problems] == [
        ("e.pdf", "not an article by its name", "warning"),
        ("more", "a folder in the folder of articles is not searched", "warning"),
        ("~backup.txt~", "not an article by its name", "warning"),
    ]


def test_a_readme_with_front_matter_is_an_article(seeds: Path) -> None:
    put(seeds, "README.md", text=f"\ufeff---\ntitle: README\n---\n{PROSE}")
    (article,) = loaded(seeds).articles
    assert article.title == "README"
    assert article.id.startswith("readme-")


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="the folder cannot be listed: No such file"):
        article_paths(tmp_path / "none")


def test_articles_come_in_the_order_of_their_paths(seeds: Path) -> None:
    put(seeds, "b.txt", "a.txt")
    told = loaded(seeds)
    assert [(a.id, a.path) for a in told.articles] == [("a", "seeds/a.txt"), ("b", "seeds/b.txt")]
    assert told.articles[0].sha256 == "".join(
        f"{b:02x}" for b in __import__("hashlib").sha256((seeds / "a.txt").read_bytes()).digest()
    )
    backwards = load([seeds / "b.txt", seeds / "a.txt"], root=seeds, limits=Limits())
    assert [a.path for a in backwards.articles] == ["b.txt", "a.txt"]


def test_one_bad_file_does_not_stop_the_others(seeds: Path) -> None:
    put(seeds, "a.txt", "c.txt")
    put(seeds, "b.txt", text="")
    told = loaded(seeds)
    assert [a.id for a in told.articles] == ["a", "c"]
    (problem,) = told.problems
    assert str(problem) == "seeds/b.txt: empty: there is no text in it. Put the article's text into it, or remove it."
    assert problem.severity == "error"


def test_the_same_bytes_are_one_article(seeds: Path) -> None:
    put(seeds, "a.txt", "b.txt", text=PROSE)
    put(seeds, "c.txt", "d.txt", text="")
    told = loaded(seeds)
    assert [a.id for a in told.articles] == ["a"]
    assert [str(p)[:48] for p in told.problems] == [
        "seeds/b.txt: identical to seeds/a.txt, byte for ",
        "seeds/c.txt: empty: there is no text in it. Put ",
        "seeds/d.txt: empty: there is no text in it. Put ",
    ]
    assert told.problems[0].severity == "warning"
    assert [a.id for a in loaded(seeds, as_is=True).articles] == ["a", "b"]


def test_symbolic_links_stay_in_the_folder(seeds: Path) -> None:
    put(seeds.parent, "secret.txt")
    put(seeds, "a.txt")
    (seeds / "b.txt").symlink_to("../secret.txt")
    (seeds / "c.txt").symlink_to("nowhere.txt")
    (seeds / "d.txt").symlink_to("d.txt")
    (seeds / "e.txt").symlink_to("a.txt")
    told = loaded(seeds, as_is=True)
    assert [a.id for a in told.articles] == ["a", "e"]
    assert [str(p)[:60] for p in told.problems] == [
        "seeds/b.txt: a symbolic link that leads outside its folder. ",
        "seeds/c.txt: cannot be read: No such file or directory. Chec",
        "seeds/d.txt: cannot be read: a symbolic link that leads in a",
    ]


def test_what_is_no_regular_file_is_refused(seeds: Path) -> None:
    (seeds / "a.txt").mkdir()
    os.mkfifo(seeds / "b.txt")
    (seeds / "c.txt").symlink_to("b.txt")
    paths, _ = article_paths(seeds)
    told = load([*paths, seeds / "none.txt", Path("/dev/null")], root=seeds, limits=Limits())
    assert [str(p) for p in told.problems] == [
        "a.txt: a folder with an article's name, not a file. Rename it.",
        "b.txt: not a regular file but a pipe (FIFO). Remove it.",
        "c.txt: not a regular file but a pipe (FIFO). Remove it.",
        "none.txt: cannot be read: No such file or directory. Check that it is there and may be read.",
        "/dev/null: not a regular file but a special file. Remove it.",
    ]


def test_a_file_that_may_not_be_read_is_named(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(seeds, "a.txt", "README.md")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    (problem,) = loaded(seeds).problems
    assert str(problem).startswith("seeds/a.txt: cannot be read: Permission denied")


def test_a_file_that_is_too_large_is_refused(seeds: Path) -> None:
    put(seeds, "a.txt", text="word " * 500_000)
    (problem,) = loaded(seeds).problems
    assert str(problem).startswith("seeds/a.txt: too large: 2.5 MB, the limit for an article is 2.0 MB.")
    put(seeds, "a.txt", text="word " * 200_000)
    assert len(loaded(seeds).articles) == 1


def test_the_command_may_give_a_date(seeds: Path) -> None:
    put(seeds, "a.txt")
    told = load([seeds / "a.txt"], root=seeds, limits=Limits(), published="20 November 2024")
    assert told.articles[0].published == "2024-11-20"
    with pytest.raises(UsageError, match="date '2024-02-30' is no day of the calendar"):
        load([], root=seeds, limits=Limits(), published="2024-02-30")


def test_html_and_markdown_are_told_by_the_name(seeds: Path) -> None:
    put(seeds, "a.md", text=f"# Ferries sail\n\n{PROSE}")
    put(seeds, "b.HTM", text=f"<html><body><article><h1>Ferries stay</h1><p>{PROSE * 3}</p></article></body></html>")
    assert [a.title for a in loaded(seeds).articles] == ["Ferries sail", "Ferries stay"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("002_19d57023d6cec4aa.txt", "002_19d57023d6cec4aa"),
        ("GUM_interview_brotherhood.txt", "GUM_interview_brotherhood"),
        ("recog-DateTimeModel-3.txt", "recog-DateTimeModel-3"),
        ("a.b.txt", "a.b"),
        ("with spaces & more.txt", "with-spaces-more"),
        ("..txt", "x-"),
        ("-rf.txt", "rf"),
        ("index.md", "index-"),
        ("CON.txt", "con-"),
        ("港口.txt", "x-"),
        ("n" * 200 + ".txt", "n" * 71 + "-"),
    ],
)
def test_ids_are_stems_where_every_system_can_have_them(name: str, told: str) -> None:
    got = identity(Path(name), set())
    assert got == told if not told.endswith("-") else got.startswith(told)
    assert len(got) <= 100


def test_ids_differ_by_more_than_case() -> None:
    taken: set[str] = set()
    told = [identity(Path(n), taken) for n in ("MILL.txt", "Mill.txt", "mill.md", "mill.txt")]
    assert told[0] == "MILL"
    assert len({t.casefold() for t in told}) == 4
    assert identity(Path("Mill.txt"), set(taken)) == f"{told[1]}x"


def test_paths_are_shown_below_the_root(tmp_path: Path) -> None:
    assert shown_path(tmp_path / "seeds" / "a.txt", tmp_path) == "seeds/a.txt"
    assert shown_path(Path("/elsewhere/a.txt"), tmp_path) == "/elsewhere/a.txt"
    assert shown_path(tmp_path / os.fsdecode(b"\xff.txt"), tmp_path) == "\\udcff.txt"


def test_names_that_are_one_file_on_some_disks_are_told(tmp_path: Path) -> None:
    for name in ("Mill.txt", "mill.txt", "caf\u00e9.md", "cafe\u0301.md", "other.txt"):
        (tmp_path / name).write_text("The mill was closed on Monday.")
    if len(list(tmp_path.iterdir())) < 5:
        pytest.skip("this disk does not tell them apart")
    paths, problems = article_paths(tmp_path)
    assert len(paths) == 5
    assert ["differs from" in str(p) and p.severity == "warning" for p in problems] == [True, True]
