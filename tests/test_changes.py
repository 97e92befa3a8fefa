"""What a regeneration changed: told against the one before, remembered, shown, and fed to whoever subscribes."""

import contextlib
import dataclasses
import json
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import changes, contract, pages, pipeline
from generator.errors import SiteError
from generator.model import Dossier, Facts, Factuality
from generator.model.changes import RECORD, Counts, FindingState, History, State
from generator.pages.templates import environment
from tests.house import files_below, new_dossier
from tests.pages.small import COURIER, HERALD, small

_ATOM = "{http://www.w3.org/2005/Atom}"


def _with(*facts: Facts) -> Dossier:
    """The small dossier with these articles alone, and the findings that rest on them."""
    claims = {c.id for f in facts for c in f.claims}
    left = ((f, tuple(c for c in f.claims if c in claims)) for f in small().findings)
    kept = tuple(dataclasses.replace(f, claims=held, lead=held[0]) for f, held in left if held)
    return dataclasses.replace(small(), facts=facts, findings=kept, links=(), roles=(), stories=())


def _grown() -> History:
    """A dossier of one article, to which a second came."""
    return changes.recorded(changes.recorded(History(), _with(HERALD)), small())


def test_the_first_making_is_the_beginning() -> None:
    history = changes.recorded(History(), small())
    (entry,) = history.entries
    assert entry.first
    assert entry.counts["articles"] == Counts(added=2)
    assert entry.counts["claims"] == Counts(added=len(HERALD.claims) + len(COURIER.claims))


def test_what_changes_nothing_is_no_entry() -> None:
    history = _grown()
    assert changes.recorded(history, small()) is history


def test_an_article_that_comes_is_told_with_what_it_brings() -> None:
    entry = _grown().entries[0]
    assert not entry.first
    assert entry.added == (COURIER.article.id,)
    assert entry.counts["claims"] == Counts(added=len(COURIER.claims))
    known = {c.id for c in HERALD.claims}
    fresh = [f.id for f in small().findings if known.isdisjoint(f.claims)]
    assert list(entry.new) == fresh
    assert entry.counts["findings"].added == len(fresh)
    assert entry.as_of == max(a.published for a in small().articles if a.published)


def test_more_origins_and_new_differences_of_what_was_known_are_told() -> None:
    before = changes.state_of(small())
    finding = next(f for f in small().findings if len(f.origins) > 1 and f.differences)
    weaker = tuple(
        FindingState(id=f.id, origins=1, differences=0) if f.id == finding.id else f for f in before.findings
    )
    entry = changes.recorded(History(state=dataclasses.replace(before, findings=weaker)), small()).entries[0]
    assert entry.stronger == (finding.id,)
    assert entry.differing == (finding.id,)
    assert entry.counts["findings"] == Counts(changed=1)
    assert entry.new == ()


def test_what_goes_and_what_is_read_otherwise_is_told() -> None:
    first = HERALD.claims[0]
    hedged = dataclasses.replace(first, factuality=Factuality.POSSIBLE)
    reread = dataclasses.replace(HERALD, claims=(hedged, *HERALD.claims[1:]))
    history = changes.recorded(changes.recorded(History(), small()), _with(reread))
    entry = history.entries[0]
    assert entry.removed == (COURIER.article.id,)
    assert entry.reread == (HERALD.article.id,)
    assert entry.counts["claims"] == Counts(changed=1, withdrawn=len(COURIER.claims))
    assert entry.counts["findings"].withdrawn == len(small().findings) - len(_with(reread).findings)


def test_coming_back_is_another_step() -> None:
    one, two = _with(HERALD), small()
    history = History()
    for dossier in (one, two, one, two):
        history = changes.recorded(history, dossier)
    assert len({e.id for e in history.entries}) == 4


def test_the_memory_is_bounded_and_holds_no_word_of_an_article() -> None:
    history = History()
    for n in range(210):
        history = changes.recorded(history, small() if n % 2 else _with(HERALD))
    assert len(history.entries) == 200
    assert history.entries[-1].first
    assert not history.entries[-2].first
    told = contract.dump_history(history).decode()
    assert (HERALD.article.title or "Harbour") not in told
    assert HERALD.claims[0].text not in told


def test_a_record_reads_back() -> None:
    history = _grown()
    assert contract.load_history(contract.dump_history(history), path="x") == history


@pytest.mark.parametrize(
    "broken",
    [b"", b"[]", b"{", b'{"schema": "other"}', b'{"schema": "dossier/changes/1", "articles": 3}', b"[" * 100_000,
     b'{"schema": "dossier/changes/1", "entries": [{"id": "<b>"}]}', b"\xff\xfe"],
)  # fmt: skip
def test_a_broken_record_is_named(broken: bytes) -> None:
    with pytest.raises(SiteError, match=r"docs/changes/record.json: is (no record|not of schema)"):
        contract.load_history(broken, path=f"docs/{RECORD}")


def test_a_record_whose_ids_or_counts_cannot_be_is_named() -> None:
    entry = _grown().entries[0]
    less = dataclasses.replace(entry, counts={"claims": Counts(added=-1)})
    undated = dataclasses.replace(entry, as_of="tomorrow")
    for entries, fault in (
        ((dataclasses.replace(entry, id="zz"),), r"entries\[0\]\.id 'zz' is no regeneration's own id"),
        ((entry, entry), rf"entries\[1\] is '{entry.id}', as entries\[0\] is"),
        ((less,), r"entries\[0\]\.counts of"),
        ((undated,), r"entries\[0\]\.as_of 'tomorrow' is no date such as 2024-11-22\. Restore it, or delete it"),
    ):
        with pytest.raises(SiteError, match=rf"docs/changes/record.json: is no record of changes: {fault}"):
            contract.load_history(contract.dump_history(History(entries=entries)), path=f"docs/{RECORD}")


def test_a_record_that_holds_a_thing_twice_is_named_with_its_place() -> None:
    state = _grown().state
    for name in ("articles", "findings", "actors"):
        held = getattr(state, name)
        twice = dataclasses.replace(state, **{name: (*held, held[0])})
        with pytest.raises(SiteError, match=rf"{name}\[{len(held)}\] is '.+', as {name}\[0\] is\. Restore it"):
            contract.load_history(contract.dump_history(History(state=twice)), path=f"docs/{RECORD}")
    with pytest.raises(SiteError, match="key 'actors' stands twice in one object"):
        contract.load_history(b'{"schema": "dossier/changes/1", "actors": [], "actors": []}', path=f"docs/{RECORD}")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_record_or_an_error(data: bytes) -> None:
    with contextlib.suppress(SiteError):
        assert isinstance(contract.load_history(data, path="x"), History)


def test_the_page_and_the_first_page_show_what_came() -> None:
    made = pages.render(small(), history=_grown())
    page = made["changes/index.md"].decode()
    assert page.index("1 article came") < page.index("The beginning")
    assert "](../sources/courier" in page
    assert "What changed last" in made["index.md"].decode()
    began = pages.render(small(), history=changes.recorded(History(), small()))
    assert "What changed last" not in began["index.md"].decode()


def test_of_many_that_came_none_is_left_uncounted() -> None:
    """Lists in the record are cut to their beginnings; what is told of them is not."""
    history = _grown()
    entry = history.entries[0]
    many = {**entry.counts, "articles": Counts(added=100, withdrawn=50), "findings": Counts(added=90)}
    cut = dataclasses.replace(entry, counts=many, removed=("gazette",))
    made = pages.render(small(), history=dataclasses.replace(history, entries=(cut, *history.entries[1:])))
    page, feed = made["changes/index.md"].decode(), made["changes/feed.xml"].decode()
    assert "## 100 articles came" in page
    assert "- and 99 more" in page  # articles that came
    assert "- and 49 more" in page  # articles that went
    shown = page.split("**New findings**")[1].split("\n\n**")[0].split("</div>")[0].count("d-standing")
    assert 0 < shown <= len(entry.new)
    assert f"- and {90 - shown} more" in page
    assert "<title>100 articles came" in feed
    assert "<li>and 99 more</li>" in feed
    assert "100 articles came" in made["index.md"].decode()


def test_an_article_named_like_a_page_is_reached_from_the_feed() -> None:
    made = environment().from_string("{{ href|served }}")
    assert made.render(href="../sources/index.md.md/index.md#c1") == "../sources/index.md.md/index.html#c1"


def test_the_feed_is_one_that_readers_take() -> None:
    """RFC 4287: what each element has to hold, ids that last, and content that is a document of its own."""
    feed = ET.fromstring(pages.render(small(), history=_grown())["changes/feed.xml"])
    assert feed.tag == f"{_ATOM}feed"
    for element in (feed, *feed.findall(f"{_ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"{_ATOM}{name}"), (element.tag, name)
    assert feed.findtext(f"{_ATOM}author/{_ATOM}name")
    entries = feed.findall(f"{_ATOM}entry")
    assert [e.findtext(f"{_ATOM}id") for e in entries] == [
        f"urn:uuid:{i[:8]}-{i[8:12]}-{i[12:16]}-{i[16:20]}-{i[20:]}" for i in (x.id for x in _grown().entries)
    ]
    first = entries[0].find(f"{_ATOM}content")
    assert first is not None
    assert first.get("type") == "xhtml"
    told = "".join(first.itertext())
    assert "Ruritania shuts its largest port" in told
    assert "words withheld" in told or "“" in told


_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def _hrefs(feed: ET.Element) -> list[str]:
    return [e.get("href") or "" for e in feed.iter() if e.tag.endswith(("}link", "}a"))]


def test_where_the_address_of_the_site_is_known_all_addresses_of_the_feed_are_whole_and_land() -> None:
    home = "https://example.org/port/"
    made = pages.render(small(), history=_grown(), address=home)
    feed = ET.fromstring(made["changes/feed.xml"])
    own = [e.get("href") for e in feed.findall(f"{_ATOM}link") if e.get("rel") == "self"]
    assert own == [f"{home}changes/feed.xml"]
    ids = [e.text or "" for e in feed.iter(f"{_ATOM}id")]
    assert len(set(ids)) == len(ids) == 1 + len(_grown().entries)
    assert all(i.startswith("urn:uuid:") for i in ids)
    assert all(_RFC_3339.fullmatch(e.text or "") for e in feed.iter(f"{_ATOM}updated"))
    assert len(_hrefs(feed)) > 4
    for href in _hrefs(feed):
        assert href.startswith(home)
        path, _, anchor = href.removeprefix(home).partition("#")
        page = made[re.sub(r"\.html$", ".md", path)].decode()
        assert not anchor or f'id="{anchor}"' in page or f"#{anchor} " in page, href


def test_without_that_address_they_are_relative_to_the_feeds_own() -> None:
    feed = ET.fromstring(pages.render(small(), history=_grown())["changes/feed.xml"])
    assert {"feed.xml", "index.html"} < set(_hrefs(feed))
    assert all(h.startswith(("feed.xml", "index.html", "../")) for h in _hrefs(feed))


def test_the_id_of_the_feed_stays_when_the_dossier_grows_moves_or_is_renamed() -> None:
    renamed = dataclasses.replace(small(), settings=dataclasses.replace(small().settings, title="Another"))
    began = changes.recorded(History(), _with(HERALD))

    def feed_id(dossier: Dossier, history: History, address: str | None = None) -> str | None:
        return ET.fromstring(pages.render(dossier, history=history, address=address)["changes/feed.xml"]).findtext(
            f"{_ATOM}id"
        )

    first = feed_id(_with(HERALD), began)
    assert first == feed_id(renamed, _grown(), "https://example.org/")
    assert first != feed_id(_with(COURIER), changes.recorded(History(), _with(COURIER)))


def test_hostile_words_are_words_in_the_feed() -> None:
    word = "</div><script>alert(1)</script> & \x00 \u202e ]]>"
    dossier = dataclasses.replace(small(), settings=dataclasses.replace(small().settings, title=word))
    made = pages.render(dossier, history=_grown())["changes/feed.xml"]
    feed = ET.fromstring(made)
    assert {e.tag.rpartition("}")[2] for e in feed.iter()} <= {
        "feed", "id", "title", "updated", "author", "name", "link", "entry", "content", "div", "p", "ul", "li", "a",
    }  # fmt: skip
    assert "<script>alert(1)</script>" in (feed.findtext(f"{_ATOM}title") or "")


# ---- the whole way


def test_a_regeneration_is_recorded_once_and_not_again(tmp_path: Path) -> None:
    root = new_dossier(tmp_path / "dossier")
    pipeline.generate(root)
    before = files_below(root / "docs")
    pipeline.generate(root)
    assert files_below(root / "docs") == before
    told = json.loads((root / "docs" / RECORD).read_bytes())
    assert [e["first"] for e in told["entries"]] == [True]
    (root / "seeds/gazette.txt").unlink()
    pipeline.generate(root)
    told = json.loads((root / "docs" / RECORD).read_bytes())
    assert [e["first"] for e in told["entries"]] == [False, True]
    assert told["entries"][0]["removed"] == ["gazette"]


def test_a_broken_record_ends_the_run_and_loses_nothing(tmp_path: Path) -> None:
    root = new_dossier(tmp_path / "dossier")
    pipeline.generate(root)
    (root / "docs" / RECORD).write_bytes(b"{")
    before = files_below(root / "docs")
    with pytest.raises(SiteError, match=r"docs/changes/record\.json"):
        pipeline.generate(root)
    assert files_below(root / "docs") == before


@pytest.mark.parametrize("blocked", ["docs", "docs/changes"])
def test_a_file_where_a_folder_has_to_be_is_named_itself(tmp_path: Path, blocked: str) -> None:
    root = new_dossier(tmp_path / "dossier")
    shutil.rmtree(root / blocked)
    (root / blocked).write_text("x")
    with pytest.raises(SiteError, match=rf"^{blocked}: is in the way: it has to be a folder\. Move it elsewhere"):
        pipeline.generate(root)


def test_a_dossier_without_memory_still_builds(tmp_path: Path) -> None:
    root = new_dossier(tmp_path / "dossier")
    pipeline.generate(root)
    (root / "docs" / RECORD).unlink()
    pipeline.generate(root)
    assert [e["first"] for e in json.loads((root / "docs" / RECORD).read_bytes())["entries"]] == [True]


def test_state_is_ordered_and_compares_by_value() -> None:
    state = changes.state_of(small())
    assert state == changes.state_of(small())
    assert [a.id for a in state.articles] == sorted(a.id for a in state.articles)
    assert state != State()
