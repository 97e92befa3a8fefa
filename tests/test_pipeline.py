"""The whole way, from articles to pages and site, on small dossiers whose facts are given: no model is loaded."""

import dataclasses
import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator import contract, pipeline
from generator.errors import CurationError, FactsError, Problem, SettingsError, SourceError, UsageError
from generator.extraction.pin import default_pin, made_by
from generator.model import Article, Facts, ModelPin
from generator.pipeline import records, story
from generator.pipeline.commands import as_of
from tests.factory import article_of, dossier_of, facts_of, says
from tests.house import FACTS, GAZETTE, HERALD, files_below, new_dossier, run, write_facts


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_dossier(tmp_path / "dossier")


class Extractor:
    """Stands in for extraction: gives the facts made by hand, and notes what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.failing: set[str] = set()

    def __call__(self, articles: Sequence[Article], pin: ModelPin, **_more: object) -> Iterator[Facts | Problem]:
        for article in articles:
            self.asked.append(article.id)
            if article.id in self.failing:
                yield Problem(message="the article could not be read", path=article.path)
                continue
            make = FACTS.get(article.id, facts_of)
            yield dataclasses.replace(make(article), extractor=made_by(pin))


@pytest.fixture(autouse=True)
def extractor(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    made = Extractor()
    monkeypatch.setattr(story, "extracted", made)
    monkeypatch.setattr("generator.pipeline.commands.extracted", made)
    return made


def told(problems: Sequence[Problem]) -> list[str]:
    return [f"{p.severity}: {p}" for p in problems]


# ---- generate


def test_pages_come_from_committed_facts_without_the_model(root: Path, extractor: Extractor) -> None:
    outcome = pipeline.generate(root)
    assert told(outcome.problems) == []
    assert extractor.asked == []
    assert outcome.articles == 2
    assert (root / "docs/sources/herald/index.md").exists()
    assert b"40 tanks" in (root / "docs/sources/gazette/index.md").read_bytes()


def test_generating_again_writes_nothing(root: Path) -> None:
    pipeline.generate(root)
    again = pipeline.generate(root)
    assert (again.written, again.removed) == ((), ())


def test_generating_touches_neither_seeds_nor_what_people_wrote(root: Path) -> None:
    (root / "docs/about.md").write_text("about us")
    before = files_below(root / "seeds")
    pipeline.generate(root)
    assert files_below(root / "seeds") == before
    assert (root / "docs/about.md").read_text() == "about us"
    assert sorted(p.name for p in root.iterdir() if not p.name.startswith(".")) == [
        "docs", "dossier.yml", "mkdocs.yml", "requirements.txt", "seeds", "templates",
    ]  # fmt: skip


def test_pages_of_an_article_that_is_gone_go(root: Path) -> None:
    pipeline.generate(root)
    (root / "seeds/gazette.txt").unlink()
    outcome = pipeline.generate(root)
    assert "docs/sources/gazette/index.md" in outcome.removed
    (line,) = told(outcome.problems)
    assert line.startswith("warning: seeds/facts/gazette.json: no article has this name, so the file is not used")


def test_an_article_without_facts_is_extracted_on_the_way_and_cached(root: Path, extractor: Extractor) -> None:
    (root / "seeds/facts/herald.json").unlink()
    pipeline.generate(root)
    assert extractor.asked == ["herald"]
    assert not (root / "seeds/facts/herald.json").exists()
    pipeline.generate(root)
    assert extractor.asked == ["herald"]


def test_many_articles_are_cached_while_the_work_goes_on(root: Path) -> None:
    for number in range(20):
        (root / f"seeds/extra{number}.txt").write_text(HERALD.replace("40 tanks", f"{number + 50} tanks"))
    seen: list[tuple[str, int, int]] = []
    pipeline.generate(root, progress=lambda *step: seen.append(step))
    assert len(list((root / ".dossier/cache").iterdir())) == 20
    assert ("Writing pages", 1, 1) in seen


def test_a_broken_cache_is_read_anew(root: Path, extractor: Extractor) -> None:
    (root / "seeds/facts/herald.json").unlink()
    pipeline.generate(root)
    (cached,) = (root / ".dossier/cache").iterdir()
    cached.write_bytes(cached.read_bytes().replace(b"40 tanks", b"41 tanks"))
    pipeline.generate(root)
    assert extractor.asked == ["herald", "herald"]


def test_facts_of_another_extractor_are_not_used(root: Path, extractor: Extractor) -> None:
    for name in ("herald", "gazette"):
        file = root / f"seeds/facts/{name}.json"
        file.write_bytes(file.read_bytes().replace(b'"version": "', b'"version": "before '))
    outcome = pipeline.generate(root)
    assert sorted(extractor.asked) == ["gazette", "herald"]
    (line,) = told(outcome.problems)
    assert line.startswith("warning: seeds/facts: 2 facts files were made by another version")


def test_facts_of_another_version_of_the_article_are_not_used(root: Path, extractor: Extractor) -> None:
    (root / "seeds/herald.txt").write_text(HERALD.replace("were old", "were new"))
    with pytest.raises(ValueError, match="the tanks were old"):
        pipeline.generate(root)
    assert extractor.asked == ["herald"]


def test_facts_of_other_metadata_are_not_used(root: Path, extractor: Extractor) -> None:
    facts = contract.load_file((root / "seeds/facts/herald.json").read_bytes(), path="x")
    other = dataclasses.replace(facts, article=dataclasses.replace(facts.article, title="Another"))
    (root / "seeds/facts/herald.json").write_bytes(contract.dump_file(other))
    outcome = pipeline.generate(root)
    assert extractor.asked == ["herald"]
    (line,) = told(outcome.problems)
    assert line.startswith(
        "warning: seeds/facts/herald.json: article.title is 'Another', but seeds/herald.txt reads as"
    )


def test_facts_of_another_cleaning_are_not_used(root: Path, extractor: Extractor) -> None:
    facts = contract.load_file((root / "seeds/facts/herald.json").read_bytes(), path="x")
    longer = dataclasses.replace(facts.article, text=f"{facts.article.text} More.")
    other = dataclasses.replace(facts, article=longer)
    (root / "seeds/facts/herald.json").write_bytes(contract.dump_file(other))
    (line,) = told(pipeline.generate(root).problems)
    assert extractor.asked == ["herald"]
    at = len(facts.article.text)
    assert f"article.text differs from seeds/herald.txt at character {at}: ' More.', not ''" in line


def test_facts_that_are_too_large_or_cannot_be_read_are_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_LARGEST", 10)
    assert all("is larger than 10 bytes" in line for line in told(pipeline.generate(root).problems))
    monkeypatch.undo()

    def refused(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(FactsError, match="x: cannot be read: Permission denied"):
        records._read(root / "seeds/facts/herald.json", "x")


@pytest.mark.parametrize(
    ("old", "new", "says_what"),
    [
        (b'"the tanks were old"', b'"the tanks were odd"', "the tanks were odd"),
        (b'"schema"', b'"schema', "not JSON"),
    ],
)
def test_false_evidence_and_broken_files_are_named_and_the_article_is_read_anew(
    root: Path, extractor: Extractor, old: bytes, new: bytes, says_what: str
) -> None:
    file = root / "seeds/facts/herald.json"
    file.write_bytes(file.read_bytes().replace(old, new))
    outcome = pipeline.generate(root)
    assert extractor.asked == ["herald"]
    (line,) = told(outcome.problems)
    assert line.startswith("error: seeds/facts/herald.json")
    assert says_what in line
    assert (root / "docs/sources/herald/index.md").exists()


def test_what_is_no_file_of_its_own_is_refused(root: Path) -> None:
    (root / "seeds/facts/herald.json").unlink()
    (root / "seeds/facts/herald.json").symlink_to("/etc/passwd")
    os.mkfifo(root / "seeds/facts/pipe.json")
    (root / "seeds/facts/notes.txt").write_text("left alone")
    lines = told(pipeline.generate(root).problems)
    assert [line.split(": is")[0] for line in lines] == [
        "error: seeds/facts/herald.json", "error: seeds/facts/pipe.json",
    ]  # fmt: skip


def test_an_article_whose_facts_cannot_be_read_is_left_out(root: Path, extractor: Extractor) -> None:
    (root / "seeds/facts/herald.json").unlink()
    extractor.failing = {"herald"}
    outcome = pipeline.generate(root)
    assert told(outcome.problems) == ["error: seeds/herald.txt: the article could not be read"]
    assert outcome.articles == 1


def test_when_no_article_can_be_read_nothing_is_lost(root: Path, extractor: Extractor) -> None:
    pipeline.generate(root)
    before = files_below(root / "docs")
    for name in ("herald", "gazette"):
        (root / f"seeds/{name}.txt").write_bytes(b"")
    with pytest.raises(SourceError, match="none of the articles can be read"):
        pipeline.generate(root)
    assert files_below(root / "docs") == before
    for name, text in (("herald", HERALD), ("gazette", GAZETTE)):
        (root / f"seeds/{name}.txt").write_text(text)
        (root / f"seeds/facts/{name}.json").unlink()
    extractor.failing = {"herald", "gazette"}
    outcome_before = files_below(root / "docs")
    with pytest.raises(Exception, match="no article could be read"):
        pipeline.generate(root)
    assert files_below(root / "docs") == outcome_before


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 4,
    "picture.md": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "front.md": b"---\ntitle: [unclosed\n---\nSome text of an article stands here.\n",
    "undecodable.txt": b"The minister \x81\x8d\x8f said \xff\xff\x90\x9d and left.\n",
}


def test_bad_articles_are_named_in_one_line_each_and_the_others_are_built(root: Path) -> None:
    pipeline.generate(root)
    good = files_below(root / "docs/sources")
    for name, data in BAD.items():
        (root / "seeds" / name).write_bytes(data)
    outcome = pipeline.generate(root)
    errors = [p for p in outcome.problems if p.severity == "error"]
    assert {p.path for p in errors} == {f"seeds/{name}" for name in BAD}
    assert len(errors) == len(BAD)
    assert all("\n" not in str(p) for p in errors)
    assert next(p for p in errors if p.path == "seeds/front.md").line in (2, 3)
    assert {k: v for k, v in files_below(root / "docs/sources").items() if k != "index.md"} == {
        k: v for k, v in good.items() if k != "index.md"
    }


def test_what_people_state_wrongly_ends_the_run_before_anything_is_written(root: Path) -> None:
    pipeline.generate(root)
    before = files_below(root / "docs")
    (root / "dossier.yml").write_text("titel: x\n")
    with pytest.raises(SettingsError, match=r"dossier\.yml"):
        pipeline.generate(root)
    (root / "dossier.yml").unlink()
    (root / "seeds/curation/actors.yml").write_text("- nam: x\n")
    with pytest.raises(CurationError, match=r"actors\.yml"):
        pipeline.generate(root)
    assert files_below(root / "docs") == before


def test_a_folder_that_is_no_dossier_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no seeds/ folder is in it"):
        pipeline.generate(tmp_path)


def test_a_rejected_claim_carries_no_finding(root: Path) -> None:
    claim = contract.load_file((root / "seeds/facts/gazette.json").read_bytes(), path="x").claims[0]
    told_before, _ = pipeline.export(root)
    assert any(claim.id in f["claims"] for f in told_before["findings"])
    (root / "seeds/curation/judgements.yml").write_text(
        f"- claim: {claim.id}\n  verdict: rejected\n  who: A. Editor\n  date: 2024-05-09\n  why: Wrong.\n"
    )
    told_after, _ = pipeline.export(root)
    assert not any(claim.id in f["claims"] for f in told_after["findings"])
    assert any(c["id"] == claim.id for c in told_after["claims"])


# ---- build


def test_the_site_is_the_same_bytes_everywhere(root: Path) -> None:
    (root / "seeds/facts").exists()
    sites, pages = [], []
    for seed, zone, locale in (("1", "Pacific/Auckland", "C"), ("77", "America/St_Johns", "C.UTF-8")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        done = run("build", "--root", str(root), env=env)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        sites.append(files_below(root / "site"))
        pages.append(files_below(root / "docs"))
    assert sites[0] == sites[1]
    assert pages[0] == pages[1]
    assert "sitemap.xml.gz" in sites[0]
    assert b"/" not in gzip.decompress(sites[0]["sitemap.xml.gz"])[:0]


def test_pages_and_site_are_made_without_spacy(root: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from generator import pipeline; "
        f"outcome = pipeline.build(Path({str(root)!r})); "
        "print([str(p) for p in outcome.problems], 'spacy' in sys.modules, 'thinc' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == "[] False False\n", done.stderr


def test_a_site_that_cannot_be_built_leaves_the_last_one(root: Path) -> None:
    pipeline.build(root)
    before = files_below(root / "site")
    (root / "docs/about.md").write_text("[lost](nowhere.md)")
    with pytest.raises(Exception, match=r"nowhere\.md"):
        pipeline.build(root)
    assert files_below(root / "site") == before


@pytest.mark.parametrize(
    ("days", "second"),
    [
        (["2024-05-07", "2024-11"], 1730419200),
        (["2023"], 1672531200),
        ([None], 946684800),
        (["2024-05-07~"], 1715040000),
        (["2024-13-45", "2023/2024"], 946684800),
        (["1960-05-05"], 0),
    ],
)
def test_the_site_is_dated_by_its_newest_article(days: list[str | None], second: int) -> None:
    facts = [facts_of(article_of(f"a{n}", "Some text.", published=day)) for n, day in enumerate(days)]
    assert as_of(dossier_of(facts)) == second


# ---- extract


def test_extract_writes_facts_and_prunes_its_own(root: Path) -> None:
    (root / "seeds/facts/notes.json").write_text('{"mine": 1}')
    (root / "seeds/gazette.txt").unlink()
    outcome = pipeline.extract(root)
    assert outcome.removed == ("seeds/facts/gazette.json",)
    assert sorted(files_below(root / "seeds/facts")) == ["herald.json", "notes.json"]
    assert pipeline.extract(root).written == ()


def test_extract_keeps_the_facts_of_an_article_that_cannot_be_read_just_now(root: Path) -> None:
    (root / "seeds/gazette.txt").write_bytes(b"")
    outcome = pipeline.extract(root)
    assert outcome.removed == ()
    assert [p.path for p in outcome.problems if p.severity == "error"] == ["seeds/gazette.txt"]
    assert (root / "seeds/facts/gazette.json").exists()


def test_names_of_facts_files_fit_every_disk() -> None:
    assert records.facts_name(article_of("a", "x")) == "a.json"
    one, other = (records.facts_name(article_of("ü" * 120 + end, "x")) for end in ("a", "b"))
    assert one != other
    assert max(len(one.encode()), len(other.encode())) <= 200


# ---- facts, stories, export


def lines_of(found: Iterator[dict[str, object] | Problem]) -> tuple[list[dict[str, object]], list[Problem]]:
    items = list(found)
    return [i for i in items if isinstance(i, dict)], [i for i in items if isinstance(i, Problem)]


def test_facts_come_in_the_order_of_the_paths(root: Path) -> None:
    seeds = root / "seeds"
    (seeds / "empty.txt").write_bytes(b"")
    facts, problems = lines_of(
        pipeline.facts([seeds / "herald.txt", seeds / "gazette.txt", seeds / "empty.txt"], root=root)
    )
    assert [f["article"]["id"] for f in facts] == ["herald", "gazette"]  # type: ignore[index]
    assert len(problems) == 1
    inside, _ = lines_of(pipeline.facts([seeds], root=root))
    assert [f["article"]["id"] for f in inside] == ["gazette", "herald"]  # type: ignore[index]


def test_resolved_facts_name_actors_alike(root: Path) -> None:
    facts, _ = lines_of(pipeline.facts([root / "seeds"], root=root, resolved=True))
    slugs = [{a["slug"] for a in f["actors"]} for f in facts]  # type: ignore[attr-defined]
    assert slugs[0] & slugs[1]


def test_a_stated_date_is_for_articles_that_state_none(root: Path) -> None:
    (root / "plain.txt").write_text(
        "Ruritania sends tanks\n\nThe tanks were sent over the bridge at night, a clerk said.\n"
    )
    (facts,), _ = lines_of(pipeline.facts([root / "plain.txt"], root=root, published="2024-01-02"))
    assert facts["article"]["published"] == "2024-01-02"  # type: ignore[index]


def test_articles_that_cannot_be_read_are_told_among_the_others(root: Path, extractor: Extractor) -> None:
    extractor.failing = {"herald"}
    for found in (
        pipeline.facts([root / "seeds"], root=root, resolved=True),
        pipeline.stories([root / "seeds"], root=root),
    ):
        objects, problems = lines_of(found)
        assert len(objects) == 1
        assert [p.path for p in problems] == ["seeds/herald.txt"]


def test_a_check_tells_articles_that_the_extractor_cannot_read(root: Path, extractor: Extractor) -> None:
    pipeline.build(root)
    extractor.failing = {"herald"}
    assert "error: seeds/herald.txt: the article could not be read" in told(pipeline.check(root).problems)


def test_an_empty_folder_holds_no_article(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no article is there"):
        list(pipeline.facts([tmp_path], root=tmp_path))


def test_stories_hold_every_article_once(root: Path) -> None:
    groups, _ = lines_of(pipeline.stories([root / "seeds"], root=root))
    assert sorted(m for g in groups for m in g["members"]) == ["gazette", "herald"]  # type: ignore[attr-defined]
    assert set(groups[0]) == {"id", "members", "from", "to", "headline", "also"}


def test_everything_is_in_the_export(root: Path) -> None:
    document, problems = pipeline.export(root)
    assert problems == ()
    assert document["schema"] == "dossier/1"
    assert [a["id"] for a in document["articles"]] == ["gazette", "herald"]
    assert {c["article"] for c in document["claims"]} == {"gazette", "herald"}
    json.dumps(document)


# ---- check


def test_a_sound_dossier_checks(root: Path, extractor: Extractor) -> None:
    pipeline.build(root)
    outcome = pipeline.check(root)
    assert told(outcome.problems) == []
    assert sorted(extractor.asked) == ["gazette", "herald"]


def test_a_check_writes_nothing_into_the_dossier(root: Path) -> None:
    pipeline.build(root)
    before = files_below(root)
    pipeline.check(root)
    assert files_below(root) == before


def test_one_changed_letter_anywhere_fails_the_check(root: Path) -> None:
    pipeline.build(root)
    file = root / "seeds/facts/herald.json"
    good = file.read_bytes()
    for old, new in (
        (b"tanks were old", b"tanks were odd"),
        (b'"rule": "test"', b'"rule": "tost"'),
        (b'"kind"', b'"kinb"'),
    ):
        file.write_bytes(good.replace(old, new, 1))
        problems = [p for p in pipeline.check(root).problems if p.severity == "error"]
        assert problems
        assert problems[0].path == "seeds/facts/herald.json"
    file.write_bytes(good)
    seed = root / "seeds/herald.txt"
    seed.write_bytes(seed.read_bytes().replace(b"an hour", b"an houR"))
    assert any(p.path == "seeds/facts/herald.json" for p in pipeline.check(root, deep=False).problems)


def test_a_changed_page_and_a_missing_facts_file_fail_the_check(root: Path) -> None:
    pipeline.build(root)
    (root / "docs/index.md").write_text("changed")
    (root / "seeds/facts/gazette.json").unlink()
    paths = {p.path for p in pipeline.check(root, deep=False).problems if p.severity == "error"}
    assert paths == {"docs/index.md", "seeds/facts/gazette.json"}


def test_a_dossier_that_commits_no_facts_checks(root: Path) -> None:
    pipeline.build(root)
    for file in (root / "seeds/facts").iterdir():
        file.unlink()
    assert told(pipeline.check(root).problems) == []


# ---- new


def test_a_new_dossier_builds_before_it_has_articles(tmp_path: Path) -> None:
    pipeline.new(tmp_path / "x", title='A "quoted": title')
    assert (tmp_path / "x/docs/index.md").exists()
    outcome = pipeline.build(tmp_path / "x")
    assert told(outcome.problems) == []
    assert "A &#34;quoted&#34;: title" in (tmp_path / "x/site/index.html").read_text().replace("&quot;", "&#34;")


def test_a_new_dossier_is_configured_as_this_one() -> None:
    top = Path(__file__).parent.parent
    ours, theirs = ((top / name).read_text() for name in ("mkdocs.yml", "templates/new/mkdocs.yml"))
    ours = re.sub(r"(?m)^site_name: .*$", "site_name: {{ title }}", ours)
    # What is written about the software itself is no part of a new dossier.
    assert re.sub(r"(?m)^# .*\nexclude_docs: \|\n  /project/\n", "", ours) == theirs


def test_a_new_dossier_takes_its_folders_name(tmp_path: Path) -> None:
    pipeline.new(tmp_path / "harbour")
    assert 'site_name: "harbour"' in (tmp_path / "harbour/mkdocs.yml").read_text()


def test_facts_given_by_hand_are_those_of_the_articles(root: Path) -> None:
    write_facts(root, claims={"gazette": says("Freedonia has not commented")})
    stored = records.read_stored(root, story.gather(root).articles, made_by(default_pin()))
    assert sorted(stored.usable) == ["gazette", "herald"]
