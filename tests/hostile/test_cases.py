"""All hostile seeds in one dossier, built for real: nothing gets in, and the good ones do not notice."""

import csv
import dataclasses
import html.parser
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator import contract, pipeline, sources
from generator.extraction.pin import default_pin, made_by
from generator.model import Limits
from generator.pipeline.records import facts_name
from tests.factory import Says, facts_of, says
from tests.hostile.cases import CASES as FIRST
from tests.hostile.cases import Case, files_of
from tests.hostile.more_cases import MORE
from tests.house import GAZETTE, HERALD, files_below, new_dossier

CASES = (*FIRST, *MORE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")
_TEXTS = (".html", ".json", ".xml", ".csv", ".txt", ".md", ".svg")
_ADDRESSES = frozenset(("href", "src", "action", "formaction", "data", "srcset", "xlink:href", "poster"))


class Page(html.parser.HTMLParser):
    """The kinds of elements on a page, where its links lead, and what it shows."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.kinds: set[str] = set()
        self.addresses: set[str] = set()
        self.parts: list[str] = []
        self.linked: list[str] = []
        self._unseen = 0
        self._linked = False
        self.feed(told)
        self.close()
        self.text = " ".join("".join(self.parts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kinds.add(" ".join((tag, *sorted(name for name, _ in attrs if not name.startswith("data-")))))
        self.addresses |= {value or "" for name, value in attrs if name in _ADDRESSES}
        self._unseen += tag in ("script", "style")
        self._linked = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)
        elif self._linked:
            self.linked.append(data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A dossier that was built: what was said, its files, and its pages."""

    lines: tuple[tuple[str, str], ...]
    files: dict[str, bytes]
    pages: dict[str, Page]

    def pages_of(self, case: Case) -> list[Page]:
        """The article pages of the case."""
        word = re.compile(rf"\b{case.token}\b")
        return [
            p for n, p in self.pages.items() if n.startswith("sources/") and n.count("/") > 1 and word.search(p.text)
        ]


def with_facts(root: Path) -> None:
    """Facts of every article that can be read: each paragraph is a claim, and its first words are an actor's name."""
    paths, _ = sources.article_paths(root / "seeds")
    for article in sources.load(paths, root=root, limits=Limits()).articles:
        quoted = [article.text[b.start : b.end] for b in article.blocks]
        told: list[Says] = [says(words) for words in dict.fromkeys(quoted) if len(words) < 20_000]
        names = {words[:60].strip(): f"actor-{article.id}"[:60].rstrip("-").lower() for words in quoted[1:2]}
        facts = dataclasses.replace(facts_of(article, names=names, claims=told), extractor=made_by(default_pin()))
        (root / "seeds" / "facts").mkdir(exist_ok=True)
        (root / "seeds" / "facts" / facts_name(article)).write_bytes(contract.dump_file(facts))


def built(root: Path) -> Built:
    outcome = pipeline.build(root)
    files = files_below(root / "site")
    pages = {name: Page(data.decode()) for name, data in files.items() if name.endswith(".html")}
    return Built(lines=tuple((p.severity, str(p)) for p in outcome.problems), files=files, pages=pages)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = new_dossier(tmp_path_factory.mktemp("good") / "dossier", {"herald": HERALD, "gazette": GAZETTE})
    (root / "seeds" / "plain.txt").write_bytes(
        files_of(Case(id="plain", fields={"url": "https://lark.example/a"}))["plain.txt"]
    )
    with_facts(root)
    return built(root)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = new_dossier(tmp_path_factory.mktemp("hostile") / "dossier", {"herald": HERALD, "gazette": GAZETTE})
    for case in CASES:
        for name, data in files_of(case).items():
            (root / "seeds" / name).write_bytes(data)
    with_facts(root)
    seeds = files_below(root / "seeds")
    told = built(root)
    assert files_below(root / "seeds") == seeds
    return told


def test_there_are_forty_and_more() -> None:
    assert len({c.id for c in CASES}) == len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_a_case_has_the_end_that_it_has_to_have(hostile: Built, case: Case) -> None:
    pages = hostile.pages_of(case)
    for name in files_of(case):
        lines = [(s, line) for s, line in hostile.lines if line.startswith(f"seeds/{name}")]
        if case.expect == "accept":
            assert not [line for severity, line in lines if severity == "error"]
        else:
            severity = "warning" if case.expect == "warn" else "error"
            assert [line for s, line in lines if s == severity and re.search(case.says, line, re.IGNORECASE)], lines
    if case.expect == "reject":
        assert not pages
    elif case.token in b"".join(files_of(case).values()).decode("utf-8", "replace"):
        assert pages
    for words in case.seen:
        shown = " ".join(words.replace("@T", case.token).replace("\u2028", " ").split())
        assert any(shown in p.text for p in pages), shown
    for pattern in case.never:
        for name, data in hostile.files.items():
            assert not (name.endswith(_TEXTS) and re.search(pattern, data.decode())), name


def test_no_page_has_an_element_that_harmless_ones_have_not(good: Built, hostile: Built) -> None:
    kinds = set().union(*(p.kinds for p in good.pages.values()))
    found = {f"{name}: {k}" for name, p in hostile.pages.items() for k in p.kinds - kinds}
    assert not found


def test_nothing_leads_out_of_the_site_but_declared_addresses(good: Built, hostile: Built) -> None:
    known = set().union(*(p.addresses for p in good.pages.values()))
    found = {
        a
        for p in hostile.pages.values()
        for a in p.addresses - known
        if re.match(r"\s*([a-z][\w+.-]*:|//)", a, re.IGNORECASE)
    }
    assert not found


def test_no_file_has_a_control_character_or_an_unsafe_name(hostile: Built) -> None:
    for name, data in hostile.files.items():
        assert re.fullmatch(r"[\w./-]{1,200}", name, re.ASCII), name
        if name.endswith(_TEXTS) and "assets/" not in name:
            assert not _CONTROL.search(data.decode()), name
    assert len({name.casefold() for name in hostile.files}) == len(hostile.files)


def test_the_search_shows_text(good: Built, hostile: Built) -> None:
    assert _found(hostile) <= _found(good) | {"code"}


def test_what_machines_read_is_well_formed_and_holds_no_formula(hostile: Built) -> None:
    kinds = {name.rsplit(".", 1)[-1] for name in hostile.files}
    assert {"xml", "json", "csv"} <= kinds
    for name, data in hostile.files.items():
        if name.endswith(".xml"):
            ET.fromstring(data)
        elif name.endswith(".json"):
            json.loads(data)
        elif name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
            assert len({len(row) for row in rows}) == 1
            assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+-@|%")]
    assert sum(len(page.linked) for page in hostile.pages.values()) > len(CASES) / 2
    for name, page in hostile.pages.items():
        for told in page.linked:
            assert json.loads(told)["@context"] == "https://schema.org", name


def _found(told: Built) -> set[str]:
    """The kinds of elements in what the search shows."""
    index = json.loads(told.files["search/search_index.json"])
    return set().union(*(Page(d["text"]).kinds | Page(d["title"]).kinds for d in index["docs"]))


def test_every_message_is_one_line(hostile: Built) -> None:
    for _, line in hostile.lines:
        assert not _CONTROL.search(line)
        assert len(line.splitlines()) == 1
        assert len(line) < 2_000, line[:100]


def _own(pages: dict[str, Page]) -> Iterator[tuple[str, str]]:
    return (
        (n, p.text) for n, p in pages.items() if re.match(r"sources/(herald|gazette)|actors/(ada|ruritania|freed)", n)
    )


def test_the_good_pages_do_not_notice(good: Built, hostile: Built) -> None:
    told = dict(_own(good.pages))
    assert len(told) >= 2
    assert dict(_own(hostile.pages)) == told
