"""The only writer: writes what changed, prunes its own, leaves what people wrote, and loses nothing when it dies."""

import contextlib
import json
import multiprocessing
import os
import time
from pathlib import Path

import pytest

from generator import site
from generator.errors import SiteError, UsageError
from generator.site import building, writing
from tests.house import files_below

PAGES = {"index.md": b"# Home\n", "actors/ada/index.md": b"# Ada\n", "actors/index.md": b"# Actors\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    return tmp_path


def docs(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in files_below(root / "docs").items() if name != site.MANIFEST}


def test_pages_are_written_with_a_list_of_them(root: Path) -> None:
    done = site.publish(root, PAGES)
    assert docs(root) == PAGES
    assert set(done.written) == {*(f"docs/{name}" for name in PAGES), f"docs/{site.MANIFEST}"}
    assert sorted(site.generated_files(root)) == sorted(PAGES)
    assert done.problems == ()


def test_only_what_changed_is_written(root: Path) -> None:
    site.publish(root, PAGES)
    before = {name: (root / "docs" / name).stat().st_mtime_ns for name in PAGES}
    assert site.publish(root, PAGES) == writing.Written()
    done = site.publish(root, PAGES | {"index.md": b"# New\n"})
    assert done.written == ("docs/.generated.json", "docs/index.md")
    after = {name: (root / "docs" / name).stat().st_mtime_ns for name in PAGES}
    assert {name for name in PAGES if after[name] != before[name]} == {"index.md"}


def test_pages_that_nothing_generates_any_more_go_with_their_folders(root: Path) -> None:
    site.publish(root, PAGES)
    (root / "docs/actors/notes.md").write_text("mine")
    done = site.publish(root, {"index.md": PAGES["index.md"]})
    assert done.removed == ("docs/actors/ada/index.md", "docs/actors/index.md")
    assert docs(root) == {"index.md": b"# Home\n", "actors/notes.md": b"mine"}
    assert not (root / "docs/actors/ada").exists()


def test_what_people_wrote_is_never_touched(root: Path) -> None:
    (root / "docs/about.md").write_text("about us")
    (root / "docs/index.md").write_text("our own home")
    done = site.publish(root, PAGES)
    assert docs(root) == PAGES | {"about.md": b"about us", "index.md": b"our own home"}
    (problem,) = done.problems
    assert str(problem).startswith("docs/index.md: was written by hand and stands where a generated page has to go")
    assert site.publish(root, {}).removed == ("docs/actors/ada/index.md", "docs/actors/index.md")
    assert docs(root) == {"about.md": b"about us", "index.md": b"our own home"}


def test_a_page_that_is_as_it_would_be_generated_is_taken_over(root: Path) -> None:
    (root / "docs/index.md").write_bytes(PAGES["index.md"])
    assert site.publish(root, PAGES).problems == ()
    assert "index.md" in site.generated_files(root)


def test_a_generated_page_that_was_edited_and_is_not_generated_any_more_stays(root: Path) -> None:
    site.publish(root, PAGES)
    (root / "docs/actors/index.md").write_text("edited")
    done = site.publish(root, {"index.md": PAGES["index.md"]})
    assert docs(root) == {"index.md": b"# Home\n", "actors/index.md": b"edited"}
    assert [p.severity for p in done.problems] == ["warning"]


@pytest.mark.parametrize("path", ["../outside.md", "/etc/passwd", "a/../../b.md", "a\\b.md", "c:/x.md", "", "a\0b"])
def test_no_page_leaves_its_folder(root: Path, path: str) -> None:
    with pytest.raises(SiteError):
        site.publish(root, {path: b"x"})
    assert docs(root) == {}


@pytest.mark.parametrize("link", ["docs/actors", "docs/index.md"])
def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / link).symlink_to(outside, target_is_directory=True)
    if link == "docs/actors":
        with pytest.raises(SiteError, match="docs/actors: is in the way: it has to be a folder"):
            site.publish(root, PAGES)
    else:
        assert [p.path for p in site.publish(root, PAGES).problems] == ["docs/index.md"]
    assert list(outside.iterdir()) == []


def _journal(root: Path, writes: object, removes: object) -> None:
    (root / ".dossier/stage").mkdir(parents=True)
    (root / ".dossier/stage/0").write_text("forged")
    (root / ".dossier/journal.json").write_text(json.dumps({"writes": writes, "removes": removes}))


@pytest.mark.parametrize(
    ("writes", "removes"),
    [
        ({"../outside/new": "0"}, []),
        ({"docs/../../outside/new": "0"}, []),
        ({"/etc/dossier": "0"}, []),
        ({"dossier.yml": "0"}, []),
        ({"docs/link/new": "0"}, []),
        ({"docs/a.md": "../../../outside/kept"}, []),
        ({}, ["../outside/kept"]),
        ({}, ["docs/link/kept"]),
        ({}, ["seeds/herald.txt"]),
        (["docs/a.md"], []),
        ({"docs/a.md": 7}, []),
    ],
)
def test_a_forged_journal_moves_and_removes_nothing(
    root: Path, tmp_path: Path, writes: object, removes: list[str]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("kept")
    root /= "dossier"
    (root / "docs").mkdir(parents=True)
    (root / "docs/link").symlink_to(outside)
    _journal(root, writes, removes)
    with pytest.raises(SiteError):
        site.recover(root)
    assert files_below(outside) == {"kept": b"kept"}
    assert not (root / "docs/a.md").exists()


@pytest.mark.parametrize("data", ["", "[", "[1]", "{}", "[" * 200_000, '{"writes": {}, "removes": 1}'])
def test_a_broken_journal_is_named(root: Path, data: str) -> None:
    (root / ".dossier").mkdir(exist_ok=True)
    (root / ".dossier/journal.json").write_text(data)
    with pytest.raises(SiteError, match=r"\.dossier/journal\.json: is broken"):
        site.recover(root)


@pytest.mark.parametrize("name", [".dossier/journal.json", "docs/.generated.json"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "endless"])
def test_what_is_no_file_is_neither_waited_for_nor_read(root: Path, name: str, kind: str) -> None:
    (root / ".dossier").mkdir(exist_ok=True)
    path = root / name
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises(SiteError, match="is not a file of its own"):
        site.publish(root, PAGES)


@pytest.mark.parametrize("name", [".dossier", ".dossier/stage"])
def test_no_folder_of_the_runs_may_be_a_link(root: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    (outside / "stage").mkdir(parents=True)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(outside)
    with pytest.raises(SiteError, match=f"{name}: is a symbolic link"), site.locked(root):
        site.publish(root, PAGES)
    assert [p.name for p in outside.iterdir()] == ["stage"]


@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_a_lock_that_is_none_is_not_waited_for(root: Path, tmp_path: Path, kind: str) -> None:
    lock = root / ".dossier/lock"
    lock.parent.mkdir(exist_ok=True)
    if kind == "pipe":
        os.mkfifo(lock)
    else:
        lock.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SiteError, match="cannot be written to"), site.locked(root):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_nothing_is_cached_through_a_link(root: Path, tmp_path: Path) -> None:
    (root / ".dossier").mkdir(exist_ok=True)
    (tmp_path / "outside").mkdir()
    (root / ".dossier/cache").symlink_to(tmp_path / "outside")
    site.keep(root, {"a.json": b"x"})
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_file_where_a_folder_has_to_be_is_named(root: Path) -> None:
    (root / "docs/actors").write_text("a file")
    with pytest.raises(SiteError, match="docs/actors: is in the way: it has to be a folder"):
        site.publish(root, PAGES)
    assert docs(root) == {"actors": b"a file"}


def test_pages_that_are_one_file_on_some_disks_are_refused(root: Path) -> None:
    with pytest.raises(SiteError, match=r"docs/A\.md and docs/a\.md would be one file"):
        site.publish(root, {"A.md": b"1", "a.md": b"2"})


@pytest.mark.parametrize("told", ["{", '{"schema": "x", "files": {}}', '{"schema": "dossier/generated/1"}', "[]",
                                  '{"schema": "dossier/generated/1", "files": {"../x": "y"}}'])  # fmt: skip
def test_a_broken_list_of_pages_removes_nothing(root: Path, told: str) -> None:
    site.publish(root, PAGES)
    (root / "docs" / site.MANIFEST).write_text(told)
    with pytest.raises(SiteError, match=r"^docs/\.generated\.json: is"):
        site.publish(root, {})
    assert docs(root) == PAGES


@pytest.mark.parametrize("step", range(1, 12))
def test_a_run_that_dies_at_any_step_is_finished_by_the_next_or_never_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    site.publish(root, PAGES)
    before, after = dict(PAGES), {"index.md": b"# Changed\n", "topics/index.md": b"# Topics\n"}
    left = step

    def dying(name: str) -> None:
        original = getattr(Path, name)

        def method(self: Path, *args: object, **more: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                raise KeyboardInterrupt
            return original(self, *args, **more)

        monkeypatch.setattr(Path, name, method)

    for name in ("replace", "unlink", "rmdir", "mkdir"):
        dying(name)
    with contextlib.suppress(KeyboardInterrupt):
        site.publish(root, after)
    monkeypatch.undo()
    site.recover(root)
    assert docs(root) in (before, after)
    assert sorted(site.generated_files(root)) == sorted(docs(root))
    site.publish(root, after)
    assert docs(root) == after
    assert not (root / ".dossier/stage").exists()
    assert not (root / ".dossier/journal.json").exists()


def test_a_full_disk_while_staging_leaves_the_last_good_pages(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.publish(root, PAGES)

    def full(_path: Path, _data: bytes, *, sync: bool) -> None:
        raise OSError(28, f"No space left on device{' ' * sync}".strip())

    monkeypatch.setattr(writing, "_write_through", full)
    with pytest.raises(SiteError, match=r"cannot be written: No space left on device\. Nothing was lost"):
        site.publish(root, {"index.md": b"new"})
    assert docs(root) == PAGES


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named_and_nothing_is_half_written(root: Path) -> None:
    site.publish(root, PAGES)
    (root / "docs").chmod(0o500)
    with pytest.raises(SiteError, match=r"docs: cannot be written to"):
        site.publish(root, {"index.md": b"new"})
    (root / "docs").chmod(0o700)
    assert docs(root) == PAGES


def test_many_files_are_synced_at_once(root: Path) -> None:
    pages = {f"sources/{n}/index.md": f"# {n}\n".encode() for n in range(writing._SYNC_ALL + 5)}
    assert len(site.publish(root, pages).written) == len(pages) + 1


def test_facts_are_recorded_and_those_that_are_gone_are_removed(root: Path) -> None:
    site.record(root, {"a.json": b"1\n", "b.json": b"2\n"}, [])
    done = site.record(root, {"a.json": b"1\n"}, ["b.json", "never-there.json"])
    assert done.written == ()
    assert done.removed == ("seeds/facts/b.json",)
    assert files_below(root / "seeds") == {"facts/a.json": b"1\n"}


def test_what_is_cached_is_whole(root: Path) -> None:
    site.keep(root, {"a.json": b"1"})
    assert files_below(root / ".dossier/cache") == {"a.json": b"1"}


def test_where_nothing_can_be_cached_nothing_is(root: Path) -> None:
    (root / ".dossier").write_text("a file")
    site.keep(root, {"a.json": b"1"})
    assert (root / ".dossier").read_text() == "a file"


def test_the_last_site_comes_back_when_the_new_one_cannot_take_its_place(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "site").mkdir()
    (root / "site/index.html").write_text("the last good one")
    monkeypatch.setattr(building, "_exchange", lambda *_: False)
    with pytest.raises(OSError, match="gone"):
        building._swap(root / "gone", root / "site", root / "old")
    assert (root / "site/index.html").read_text() == "the last good one"


def test_a_new_dossier_needs_an_empty_folder(tmp_path: Path) -> None:
    site.scaffold(tmp_path / "new", {"a/b.txt": b"1"})
    assert files_below(tmp_path / "new") == {"a/b.txt": b"1"}
    with pytest.raises(UsageError, match="is not empty"):
        site.scaffold(tmp_path / "new", {"a/b.txt": b"2"})
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError):
        site.scaffold(tmp_path / "file", {})
    with pytest.raises(SiteError):
        site.scaffold(tmp_path / "file" / "below", {"a": b""})


def hold(root: Path, until: Path) -> None:
    with site.locked(root):
        (root / "held").touch()
        while not until.exists():
            time.sleep(0.01)


def test_the_second_of_two_runs_waits_or_is_refused(root: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=hold, args=(root, root / "go"))
    process.start()
    while not (root / "held").exists():
        time.sleep(0.01)
    with pytest.raises(SiteError, match="another dossier command is at work"), site.locked(root, wait=0.2):
        pytest.fail("two runs held the lock")
    (root / "go").touch()
    with site.locked(root, wait=20):
        pass
    process.join()
    assert process.exitcode == 0


def test_the_lock_of_a_killed_run_is_free(root: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=hold, args=(root, root / "never"))
    process.start()
    while not (root / "held").exists():
        time.sleep(0.01)
    process.kill()
    process.join()
    with site.locked(root, wait=5):
        pass


def test_a_folder_that_cannot_be_locked_is_named(tmp_path: Path) -> None:
    (tmp_path / ".dossier").write_text("a file")
    with pytest.raises(SiteError, match=r"\.dossier: cannot be written to"), site.locked(tmp_path):
        pytest.fail("locked a file")


# ---- MkDocs


CONFIG = "site_name: Test\nsite_url: https://example.org/\nvalidation: {links: {anchors: warn, not_found: warn}}\n"


@pytest.fixture
def small(root: Path) -> Path:
    (root / "mkdocs.yml").write_text(CONFIG)
    (root / "docs/index.md").write_text("# Home\n\n[top](#home)\n")
    return root


def test_the_site_is_built_and_dated_by_its_sources(small: Path) -> None:
    before = os.environ.get("SOURCE_DATE_EPOCH")
    site.build_site(small, epoch=1_700_000_000)
    assert "<h1 id=" in (small / "site/index.html").read_text()
    assert "2023-11-14" in (small / "site/sitemap.xml").read_text()
    assert os.environ.get("SOURCE_DATE_EPOCH") == before
    assert sorted(p.name for p in (small / ".dossier").iterdir()) == []


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("https://example.org/", "https://example.org/"),
        ("https://example.org/a", "https://example.org/a/"),
        ("!ENV SITE", "https://example.org/env/"),
        ("!ENV NOT_SET_AT_ALL", None),
        ("''", None),
    ],
)
def test_the_address_of_the_site_is_what_mkdocs_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, stated: str, address: str | None
) -> None:
    monkeypatch.setenv("SITE", "https://example.org/env")
    assert site.address(root) is None
    tags = "markdown_extensions: [{a: {b: !!python/name:os.system , c: !relative $docs_dir}}]"
    (root / "mkdocs.yml").write_text(f"site_url: {stated}\n{tags}\n")
    assert site.address(root) == address


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_url: javascript:alert(1)", r"mkdocs\.yml: site_url 'javascript:alert\(1\)' is no web address\. Give it"),
        ("site_url: [a]", r"mkdocs\.yml: site_url \['a'\] is no web address"),
        ("a: b\nsite_url: [a", r"mkdocs\.yml:\d: not YAML"),
    ],
)
def test_what_is_no_address_of_a_site_is_named(root: Path, text: str, message: str) -> None:
    (root / "mkdocs.yml").write_text(text)
    with pytest.raises(SiteError, match=message):
        site.address(root)


@pytest.mark.parametrize("text", ["copyright: 2024-02-30\n", "a: " + "[" * 3000, "a: " + "9" * 5000])
def test_what_yaml_cannot_make_a_value_of_is_named(root: Path, text: str) -> None:
    (root / "mkdocs.yml").write_text(text)
    with pytest.raises(SiteError, match=r"mkdocs\.yml"):
        site.address(root)


@pytest.mark.parametrize("name", ["site", "site-old"])
def test_nothing_is_cleaned_behind_a_link(small: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept")
    (small / ".dossier").mkdir(exist_ok=True)
    (small / ".dossier" / name).symlink_to(outside)
    with pytest.raises(SiteError, match="is a symbolic link"):
        site.build_site(small, epoch=0)
    assert (outside / "kept.txt").read_text() == "kept"


def test_the_folder_may_be_named_from_where_one_stands(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.parent)
    site.build_site(Path(small.name), epoch=0)
    assert (small / "site/index.html").exists()
    assert {p.name for p in small.iterdir()} == {"docs", "mkdocs.yml", "site", ".dossier"}


@pytest.mark.parametrize("exchanges", [True, False])
def test_what_the_last_site_had_and_the_new_one_has_not_is_gone(
    small: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    if not exchanges:
        monkeypatch.setattr("generator.site.building._exchange", lambda _one, _other: False)
    site.build_site(small, epoch=0)
    (small / "site/old.html").write_text("old")
    site.build_site(small, epoch=0)
    assert not (small / "site/old.html").exists()
    assert (small / "site/index.html").exists()
    assert sorted(p.name for p in (small / ".dossier").iterdir()) == []


@pytest.mark.parametrize(
    ("config", "page", "says"),
    [
        (CONFIG, "[lost](nowhere.md)", "'nowhere.md', but the target is not found"),
        (CONFIG, "[lost](#nowhere)", "there is no such anchor on this page"),
        ("site_name: [", "x", "MkDocs cannot build the site"),
        ("nothing: 1", "x", "site_name"),
        (CONFIG + "theme:\n  name: mkdocs\n  custom_dir: own\n", "x", "TemplateSyntaxError"),
    ],
)
def test_a_fault_leaves_the_last_site_and_is_said_in_one_line(small: Path, config: str, page: str, says: str) -> None:
    site.build_site(small, epoch=0)
    good = files_below(small / "site")
    (small / "own").mkdir()
    (small / "own/main.html").write_text("{% if %}")
    (small / "mkdocs.yml").write_text(config)
    (small / "docs/index.md").write_text(f"# Home\n\n{page}\n")
    with pytest.raises(SiteError) as caught:
        site.build_site(small, epoch=0)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert files_below(small / "site") == good
    assert sorted(p.name for p in (small / ".dossier").iterdir()) == []


def test_without_a_configuration_the_remedy_is_said(root: Path) -> None:
    with pytest.raises(SiteError, match=r"mkdocs\.yml: is missing.*dossier new"):
        site.build_site(root, epoch=0)
    with pytest.raises(SiteError, match=r"mkdocs\.yml: is missing"):
        site.serve(root, address="localhost:0", open_browser=False)


def test_a_file_in_the_sites_place_is_named(small: Path) -> None:
    (small / "site").write_text("a file")
    with pytest.raises(SiteError, match="site: is in the way"):
        site.build_site(small, epoch=0)


def test_a_swap_that_was_cut_off_in_the_middle_is_undone(small: Path) -> None:
    site.build_site(small, epoch=0)
    (small / "site").rename(small / ".dossier/site-old")
    (small / "docs/index.md").write_text("[lost](nowhere.md)")
    with pytest.raises(SiteError):
        site.build_site(small, epoch=0)
    assert (small / "site/index.html").exists()


def test_the_journal_is_json_of_paths(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []
    monkeypatch.setattr(writing, "_replay", lambda root, _: seen.append((root / ".dossier/journal.json").read_bytes()))
    site.publish(root, {"index.md": b"x"})
    assert json.loads(seen[-1])["writes"].keys() == {"docs/index.md", "docs/.generated.json"}
