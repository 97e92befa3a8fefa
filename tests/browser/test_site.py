"""The built site in a browser: it answers, it shows its evidence, and it asks nothing of anyone else."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.small import HERALD, PAGES


@dataclass(kw_only=True)
class Visit:
    """A page, with what went wrong while it was looked at."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def go(self, url: str) -> Page:
        self.page.goto(url)
        self.page.wait_for_load_state("load")
        return self.page


def _visit(browser: Browser, *, width: int = 1280, dark: bool = False, touch: bool = False) -> Visit:
    scheme: Literal["dark", "light"] = "dark" if dark else "light"
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, has_touch=touch)
    visit = Visit(page=context.new_page())
    page, faults = visit.page, visit.faults
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: faults.append(str(e)))
    # What a page still asks for when it is left is aborted, and no fault.
    page.on("requestfailed", lambda r: faults.append(f"failed: {r.url}") if r.failure != "net::ERR_ABORTED" else None)
    page.on("request", lambda r: faults.append(f"asked: {r.url}") if not _ours(r.url) else None)
    return visit


def _ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A visit at a desk, closed when done."""
    made = _visit(browser)
    yield made
    made.page.context.close()
    assert made.faults == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_fit_and_nothing_goes_wrong(browser: Browser, address: str, width: int, *, dark: bool) -> None:
    made = _visit(browser, width=width, dark=dark)
    for path in PAGES:
        page = made.go(f"{address}/{path}")
        wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
        ground: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(int(n) for n in ground[4:-1].split(",")[:3]) < 200) == dark, path
    made.page.context.close()
    assert made.faults == []


def test_the_site_works_from_a_folder(visit: Visit, site: Path) -> None:
    page = visit.go((site / "index.html").as_uri())
    page.click("text=Closing the port >> nth=0")
    page.wait_for_url("**/topics/port/index.html")
    assert page.inner_text("h1").startswith("Closing the port")


@pytest.mark.parametrize("width", [390, 1280])
def test_more_publishers_than_fit_are_scrolled_to_in_their_own_table(
    browser: Browser, crowded: Path, width: int
) -> None:
    made = _visit(browser, width=width)
    page = made.go((crowded / "topics/port/index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    table = page.locator(".d-matrix")
    assert table.evaluate("box => box.scrollWidth > box.clientWidth")
    assert table.get_attribute("tabindex") == "0"
    last = table.locator("tbody tr >> nth=0").locator("a.d-c").nth(19)
    last.scroll_into_view_if_needed()
    last.hover()
    assert "Gazette 19" in page.inner_text("#d-card")
    first = table.locator("tbody td >> nth=0")
    box, cell = table.bounding_box(), first.bounding_box()
    assert box is not None
    assert cell is not None
    assert abs(box["x"] - cell["x"]) < 2  # what the marks are of stays in view
    made.page.context.close()
    assert made.faults == []


@pytest.mark.parametrize("width", [412, 1350])
def test_nothing_moves_when_scripts_bring_their_part(browser: Browser, address: str, width: int) -> None:
    """A sum of shifts of 0.1 is what Lighthouse calls good; what a reader was about to touch should not move at all."""
    context = browser.new_context(viewport={"width": width, "height": 823})
    context.add_init_script(
        "window.moved = 0;"
        "const add = (seen) => seen.getEntries().forEach((entry) => { window.moved += entry.value; });"
        "new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});"
    )
    page = context.new_page()
    found: dict[str, float] = {}
    for path in PAGES:
        page.goto(f"{address}/{path}")
        page.wait_for_timeout(300)
        found[path] = page.evaluate("window.moved")
    context.close()
    assert {path: moved for path, moved in found.items() if moved > 0.05} == {}


def test_the_register_finds_older_claims_when_it_is_asked_to(visit: Visit, crowded: Path) -> None:
    """From a folder, where a page may load scripts and nothing else."""
    page = visit.go((crowded / "claims/index.html").as_uri())
    wanted = page.get_by_label("Filter claims")
    wanted.fill("gazette 19")
    assert page.inner_text(".d-tools [role=status]") == "0 of the newest 10"
    page.get_by_role("button", name="Look in 14 older ones, too").click()
    row = page.locator("tbody tr:visible")
    row.wait_for()
    assert row.count() == 1
    assert page.inner_text(".d-tools [role=status]") == "1 of 24"
    assert wanted.input_value() == "gazette 19"
    link = row.locator("a.d-c")
    link.hover()
    assert "Gazette 19" in page.inner_text("#d-card")
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    page.wait_for_url(f"**#{anchor}")
    assert page.locator(f"#{anchor}").count() == 1
    page.go_back()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_page_for_what_is_not_there_needs_no_other(browser: Browser, site: Path, *, dark: bool) -> None:
    """It is shown at addresses of any depth, and somebody may open it from the folder."""
    made = _visit(browser, width=390, dark=dark)
    asked: list[str] = []
    made.page.on("request", lambda r: asked.append(r.url))
    page = made.go((site / "404.html").as_uri())
    assert asked == [(site / "404.html").as_uri()]
    ground: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(int(n) for n in ground[4:-1].split(",")) < 200) == dark  # its style has the hash that the policy names
    for link in page.locator("a").evaluate_all("links => links.map((link) => link.href)"):
        assert Path(link.removeprefix("file://")).is_file(), link
    page.click("a >> nth=0")
    page.wait_for_url("**/index.html")
    made.page.context.close()
    assert made.faults == []


def test_on_a_web_site_its_links_begin_at_the_top(site: Path) -> None:
    told = (site / "404.html").read_text()
    assert '<a href="/index.html"' in told
    assert '<a href="/actors/index.html"' in told


@pytest.mark.parametrize("start", ["folder", "server"])
@pytest.mark.parametrize("wanted", ["Ada Quil", "Quill", "Transport Minister"])
def test_search_leads_to_the_actor(visit: Visit, site: Path, address: str, start: str, wanted: str) -> None:
    home = (site / "index.html").as_uri() if start == "folder" else f"{address}/index.html"
    page = visit.go(home)
    page.click(".md-search__input")
    page.keyboard.type(wanted)
    first = page.wait_for_selector(".md-search-result__item a", timeout=10_000)
    assert first is not None
    assert "actors/ada-quill/index.html" in (first.get_attribute("href") or "")


@pytest.mark.parametrize(("wanted", "goal"), [("40 pilots", "pilots"), ("harbour", "port")])
def test_search_knows_the_words_of_claims(visit: Visit, address: str, wanted: str, goal: str) -> None:
    page = visit.go(f"{address}/index.html")
    page.click(".md-search__input")
    page.keyboard.type(wanted)
    page.wait_for_selector(".md-search-result__item a")
    hits = [a.get_attribute("href") or "" for a in page.query_selector_all(".md-search-result__item a")]
    assert any(goal in h or "herald-0507" in h for h in hits[:2]), hits


def test_a_citation_shows_its_card_and_lands_on_its_claim(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/actors/ada-quill/index.html")
    claim = HERALD.claims[1]
    cited = page.locator(f'a.d-c[href$="#{claim.id}"]').first
    cited.hover()
    card = page.locator("#d-card")
    assert "We have sent 40 pilots" in card.inner_text()
    assert "The Herald" in card.inner_text()
    page.keyboard.press("Escape")
    assert not card.is_visible()
    cited.focus()
    assert card.is_visible()
    cited.click()
    page.wait_for_url(f"**/sources/herald-0507/index.html#{claim.id}")
    box = page.locator(f"[id='{claim.id}']").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800


def test_the_address_of_a_merged_name_leads_on(visit: Visit, site: Path) -> None:
    page = visit.go((site / "actors/adelaide-quill/index.html").as_uri())
    page.wait_for_url("**/actors/ada-quill/index.html")
    assert page.inner_text("h1").startswith("Ada Quill")


def test_a_word_one_letter_off_still_finds(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/index.html")
    page.click(".md-search__input")
    page.keyboard.type("Freedomia")
    first = page.wait_for_selector(".md-search-result__item a", timeout=10_000)
    assert first is not None
    assert "actors/freedonia/index.html" in (first.get_attribute("href") or "")
    assert page.input_value(".md-search__input") == "Freedomia"


def test_an_actors_page_prints_on_three_sheets_at_the_most(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/actors/ada-quill/index.html")
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))
    assert 1 <= len(sheets) <= 3


def test_a_name_shows_who_it_is(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/topics/port/index.html")
    name = page.locator("article a[href$='actors/ada-quill/index.html']").first
    for _ in range(2):
        name.hover()
        assert "Transport Minister" in page.locator("#d-card").inner_text()
        page.keyboard.press("Escape")
        page.mouse.move(0, 0)


@pytest.mark.parametrize(
    ("wanted", "goals"),
    [
        ("Shin Won-sik", {"actors/shin-wonsik"}),
        ("Shin Wonsick", {"actors/shin-wonsik"}),
        ("Kremlin", {"actors/russia", "actors/vladimir-putin"}),
        ("Putn", {"actors/vladimir-putin"}),
        ("anti-aircraft", {"topics/arms-transfers-and-missiles"}),
        ("13,000 containers", {"topics/arms-transfers-and-missiles"}),
    ],
)
def test_the_search_of_the_projects_own_dossier_leads_there_at_once(
    browser: Browser, own_site: Path, wanted: str, goals: set[str]
) -> None:
    made = _visit(browser)
    page = made.go((own_site / "index.html").as_uri())
    page.click(".md-search__input")
    page.keyboard.type(wanted)
    first = page.wait_for_selector(".md-search-result__item a", timeout=10_000)
    assert first is not None
    assert any(f"{goal}/index.html" in (first.get_attribute("href") or "") for goal in goals)
    made.page.context.close()
    assert made.faults == []


def test_a_tap_shows_the_card_and_a_second_follows(browser: Browser, address: str) -> None:
    made = _visit(browser, width=390, touch=True)
    page = made.go(f"{address}/actors/ada-quill/index.html")
    cited = page.locator("a.d-c").first
    cited.tap()
    assert page.locator("#d-card").is_visible()
    assert "actors/ada-quill" in page.url
    cited.tap()
    page.wait_for_url("**/sources/**")
    made.page.context.close()
    assert made.faults == []


def test_without_scripts_the_words_are_in_the_links_title(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/claims/index.html")
    assert page.locator("tbody tr").count() == 10
    assert "We have sent 40 pilots" in (page.locator("a.d-c[title*='40 pilots']").first.get_attribute("title") or "")
    context.close()


def test_the_register_can_be_filtered_and_sorted(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/claims/index.html")
    page.fill(".d-tools input", "bruno")
    assert page.locator("tbody tr:visible").count() == 1
    page.fill(".d-tools input", "")
    page.click("th button >> text=Publisher")
    told = page.locator("tbody tr td:nth-child(5)").all_inner_texts()
    assert told == sorted(told, key=str.lower)


def test_what_the_register_is_filtered_by_stands_in_the_address(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/claims/index.html")
    everything = page.locator("tbody tr").count()
    page.select_option(".d-tools label:has-text('Publisher') select", "The Herald")
    page.fill(".d-tools input", "pilots")
    told = page.locator("tbody tr:visible")
    assert 0 < told.count() < everything
    assert all("The Herald" in row for row in told.all_inner_texts())
    assert f"{told.count()} of {everything}" in page.inner_text(".d-tools [role=status]")
    shared, count = page.url, told.count()
    page.goto("about:blank")
    visit.go(shared)
    assert page.locator("tbody tr:visible").count() == count
    page.select_option(".d-tools label:has-text('Publisher') select", "")
    page.fill(".d-tools input", "")
    assert page.locator("tbody tr:visible").count() == everything
    assert "#" not in page.url
    page.goto(f"{page.url}#Filter+claims=bruno")  # as a link on the page itself would
    assert page.locator("tbody tr:visible").count() == 1


def test_the_order_of_a_table_stands_in_the_address(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/claims/index.html")
    made = page.locator("tbody tr td:nth-child(1)").all_inner_texts()
    page.click("th button >> text=Publisher")
    page.click("th button >> text=Publisher")
    page.fill(".d-tools input", "port")
    told = page.locator("tbody tr:visible td:nth-child(5)").all_inner_texts()
    assert told == sorted(told, key=str.lower, reverse=True)
    shared = page.url
    assert "sort=-Publisher" in shared
    page.goto("about:blank")
    visit.go(shared)
    assert page.locator("tbody tr:visible td:nth-child(5)").all_inner_texts() == told
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Publisher")
    page.evaluate("location.hash = ''")
    page.wait_for_function("!document.querySelector('th[aria-sort]')")
    assert page.locator("tbody tr td:nth-child(1)").all_inner_texts() == made


def test_a_place_on_the_page_chooses_nothing(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/timeline/index.html#actor=a-bruno-tam")
    left = page.locator(".d-entry:visible").count()
    page.evaluate("location.hash = document.querySelector('h2[id]').id")
    page.wait_for_timeout(100)
    assert page.locator(".d-entry:visible").count() == left


def test_the_timeline_can_be_filtered_with_its_picture_and_says_so_in_its_address(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/timeline/index.html")
    before, dots = page.locator(".d-entry:visible").count(), page.locator(".d-strip a")
    drawn, marks = dots.count(), dots.evaluate_all("all => all.map((dot) => dot.outerHTML.length)")
    page.select_option("select[data-by=actor]", "a-bruno-tam")
    left = page.locator(".d-entry:visible")
    assert 0 < left.count() < before
    assert dots.count() == left.count() < drawn
    assert dots.evaluate_all("all => all.map((dot) => dot.getAttribute('href')).sort()") == sorted(
        left.evaluate_all("all => all.map((entry) => entry.querySelector('a.d-c').href)")
    )
    assert "Bruno Tam" in (dots.first.get_attribute("aria-label") or "")
    months = page.locator(".d-month:visible").count()
    assert page.locator("#timeline > :visible").count() == months + page.locator(".d-h:visible").count()
    assert page.locator(".d-h:visible").count() <= months  # no year stands empty
    shared, count = page.url, left.count()
    assert "actor=a-bruno-tam" in shared
    page.goto("about:blank")
    visit.go(shared)
    assert left.count() == dots.count() == count
    page.select_option("select[data-by=actor]", "")
    assert (left.count(), dots.count()) == (before, drawn)
    assert dots.evaluate_all("all => all.map((dot) => dot.outerHTML.length)") == marks
    assert "#" not in page.url


# What an attacker would put into a page if an escape failed, each with what it would leave behind.
_INJECTED = """
<script>window.hacked = 'inline'</script>
<img src="nowhere.png" onerror="window.hacked = 'handler'">
<script src="data:text/javascript,window.hacked = 'data'"></script>
<a id="lure" href="javascript:window.hacked = 'link'">lure</a>
<style>body { display: none }</style>
<iframe srcdoc="<script>parent.hacked = 'frame'</script>"></iframe>
<base href="https://example.org/">
"""


def test_nothing_that_gets_into_a_page_runs(browser: Browser, site: Path, address: str) -> None:
    """The policy is the last line: had an escape failed, the browser would still run none of it."""
    page = browser.new_context().new_page()
    told = (site / "claims/index.html").read_text(encoding="utf-8")
    hacked = told.replace("<article", f"{_INJECTED}<article", 1)
    assert hacked != told
    page.route("**/claims/index.html", lambda route: route.fulfill(body=hacked, content_type="text/html"))
    page.goto(f"{address}/claims/index.html")
    page.click("#lure")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    assert page.evaluate("document.querySelector('a.d-c').href").startswith(address)
    page.fill(".d-tools input", "bruno")  # the site's own script runs
    assert page.locator("tbody tr:visible").count() == 1
    page.context.close()


def test_a_page_tells_machines_what_it_tells_people(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/topics/port/index.html")
    told = json.loads(page.inner_text("script[type='application/ld+json']"))
    claim = told["itemListElement"][0]
    assert claim["@type"] == "Claim"
    assert claim["appearance"]["publisher"]["name"] in page.inner_text("article")
    assert claim["text"] in page.inner_text("article")
    assert page.get_attribute("meta[property='og:title']", "content") == told["name"]
