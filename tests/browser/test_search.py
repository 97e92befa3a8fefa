"""The site's own search: what it finds first, in indexes made for it, and how soon in a large one."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

Asking = Callable[[str], list[str]]

Doc = tuple[str, str, str, float, list[str]]

_DOCS: list[Doc] = [
    (
        "actors/tam-won-sik/index.html",
        "Tam Wonsik",
        "Actors · person Tam Wonsik said: we have not slept",
        6.0,
        ["Tam Won-sik"],
    ),
    ("actors/erdim/index.html", "Şükrü Erdim", "Actors · person Şükrü Erdim is described as harbour master.", 6.0, []),
    ("actors/port-lark/index.html", "Port Lark", "Actors · place", 6.0, ["Larkport"]),
    ("actors/mole/index.html", "Nora Mole", "Actors · person Nora Mole said: the port of Lark will not close", 6.0, []),
    ("topics/pilots/index.html", "Pilots", "Nora Mole said: we sent 13,000 ropes &amp; no nooks A·12", 8.0, []),
    ("topics/guns/index.html", "Guns", "Şükrü Erdim said: the anti-aircraft gun is ours, not close to lark", 8.0, []),
    ("sources/herald/index.html", "Port Lark to close", "Port Lark will close, not now: 13,000 ropes", 0.01, []),
    ("method/index.html", "Method", "How it is made.", 0.5, []),
    ("method/index.html#marks", "What the marks mean", "Sure, likely, denied.", 0.5, []),
]


def _index(docs: list[Doc]) -> str:
    told: list[dict[str, Any]] = [
        {"location": at, "title": title, "text": f"<p>{text}</p>", "boost": boost, **({"tags": tags} if tags else {})}
        for at, title, text, boost, tags in docs
    ]
    config = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": [], "fields": {}}
    return json.dumps({"config": config, "docs": told})


def _searching(browser: Browser, address: str, index: str) -> tuple[Page, Asking]:
    page = browser.new_context().new_page()

    def instead(route: Route) -> None:
        route.fulfill(body=index, content_type="application/json")

    page.route("**/search/search_index.json", instead)
    page.goto(f"{address}/method/index.html")
    page.click(".md-search__input")

    def ask(words: str) -> list[str]:
        page.fill(".md-search__input", "")
        page.keyboard.press("Backspace")
        page.wait_for_function("() => !document.querySelector('.md-search-result__item')")
        page.keyboard.type(words)
        page.wait_for_selector(".md-search-result__item a", timeout=10_000)
        page.wait_for_timeout(100)
        hits = page.query_selector_all(".md-search-result__item > a")
        return [(a.get_attribute("href") or "").split(f"{address}/")[1].split("?")[0].split("#")[0] for a in hits]

    return page, ask


@pytest.fixture(scope="module")
def asking(browser: Browser, address: str) -> Iterator[tuple[Page, Asking]]:
    page, ask = _searching(browser, address, _index(_DOCS))
    yield page, ask
    page.context.close()


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("Tam Won-sik", "actors/tam-won-sik"),
        ("tam wonsik", "actors/tam-won-sik"),
        ("won sik", "actors/tam-won-sik"),
        ("Wonsick", "actors/tam-won-sik"),
        ("sukru", "actors/erdim"),
        ("Şükrü", "actors/erdim"),
        ("Larkport", "actors/port-lark"),
        ("Lakr", "actors/port-lark"),
        ("anti-aircraft", "topics/guns"),
        ("antiaircraft", "topics/guns"),
        ("anti aircraft", "topics/guns"),
        ("13,000 ropes", "topics/pilots"),
        ("port of lark will not close", "actors/mole"),
        ("marks", "method"),
    ],
)
def test_the_best_page_comes_first(asking: tuple[Page, Asking], wanted: str, first: str) -> None:
    assert asking[1](wanted)[0] == f"{first}/index.html"


def test_common_words_and_labels_of_citations_find_nothing_by_themselves(asking: tuple[Page, Asking]) -> None:
    assert asking[1]("the pilots of") == ["topics/pilots/index.html"]
    page = asking[0]
    page.fill(".md-search__input", "")
    page.keyboard.type("A·12")
    page.wait_for_timeout(400)
    assert "topics/pilots" not in "".join(asking[0].locator(".md-search-result__item a").all_inner_texts())


def test_a_result_shows_the_words_around_and_lets_no_markup_through(asking: tuple[Page, Asking]) -> None:
    page, ask = asking
    ask("ropes")
    told = page.locator(".md-search-result__item").first
    assert "13,000 ropes & no nooks" in told.inner_text()
    assert told.locator("mark").all_inner_texts() == ["ropes"]
    assert "A·12" not in told.inner_text()
    ask("Larkport")
    assert page.locator(".md-search-result__item .md-tag").first.inner_text() == "Larkport"


def test_words_that_a_page_lacks_are_named(asking: tuple[Page, Asking]) -> None:
    page, ask = asking
    ask("Larkport zeppelin")
    assert "zeppelin" in page.locator(".md-search-result__terms").first.inner_text()


def test_a_large_dossier_answers_soon(browser: Browser, address: str) -> None:
    """Many times the text that took the theme's search three seconds of work. The bound is wide: machines differ."""
    draw = random.Random(5)
    known = [
        f"{a}{b}{c}"
        for a in ("ka", "lo", "mi", "su", "te")
        for b in "bdfgklmnprst"
        for c in ("an", "el", "ig", "or", "ut")
    ]
    docs: list[Doc] = [
        (f"actors/{n}/index.html", f"Actor {n}", " ".join(draw.choices(known, k=90)), 6.0, []) for n in range(20_000)
    ]
    page, ask = _searching(browser, address, _index([*docs, ("topics/zeppelin/index.html", "Zeppelin", "", 8.0, [])]))
    spent: float = page.evaluate("performance.now()")
    assert ask("zeppelin")[0] == "topics/zeppelin/index.html"
    assert page.evaluate("performance.now()") - spent < 10_000
    page.context.close()
