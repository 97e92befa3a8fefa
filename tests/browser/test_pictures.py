"""Pictures where scripts run: they light up, come nearer, can be dragged, and are the same without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.pages.arrows import Edge
from generator.pages.graphs import Node, web
from generator.pages.templates import template_root
from tests.browser.test_site import Visit

_COUNT = 14


def _picture(count: int = _COUNT) -> str:
    nodes = [Node(id=str(n), label=f"Actor {n}", href=f"#a{n}", kind="state") for n in range(count)]
    drawn = [Edge(source="0", target=str(n), label="helps", sense="with") for n in range(1, count // 2)]
    drawn += [
        Edge(source=str(n), target=str(n + 1), label="talks to", sense="other") for n in range(count // 2, count - 1)
    ]
    return f'<figure class="d-pic">{web(nodes, drawn, "Links")}</figure>'


def _shown(page: Page, count: int = _COUNT) -> Page:
    page.set_content(
        f'<!doctype html><body data-md-color-scheme="default"><main class="md-typeset">{_picture(count)}</main>'
    )
    page.add_style_tag(path=template_root() / "assets/dossier.css")
    page.add_script_tag(path=template_root() / "assets/pictures.js")
    return page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    made = context.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    yield _shown(made)
    context.close()
    assert faults == []


def _box(page: Page) -> list[float]:
    told = page.locator(".d-graph").get_attribute("viewBox") or ""
    return [float(n) for n in told.split()]


def _lit(page: Page) -> list[str]:
    return page.locator(".d-node.d-lit").all_text_contents()


def test_whom_an_actor_is_linked_with_lights_up_on_hover_and_focus(page: Page) -> None:
    page.locator("[data-node='13']").hover()
    assert _lit(page) == ["Actor 12", "Actor 13"]
    page.mouse.move(0, 0)
    assert _lit(page) == []
    page.locator("[data-node='1']").focus()
    assert _lit(page) == ["Actor 0", "Actor 1"]
    assert page.locator(".d-edge.d-lit").count() == 1


def test_a_crowded_picture_comes_nearer_and_back(page: Page) -> None:
    whole = _box(page)
    assert page.get_by_role("button", name="Farther").is_disabled()
    page.get_by_role("button", name="Nearer").click()
    assert _box(page)[2] == pytest.approx(whole[2] / 1.5, abs=0.1)
    page.get_by_role("button", name="Whole picture").click()
    assert _box(page) == pytest.approx(whole, abs=0.1)


def test_the_keyboard_zooms_and_moves(page: Page) -> None:
    whole = _box(page)
    page.get_by_role("button", name="Nearer").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    near = _box(page)
    assert near[2] < whole[2]
    page.keyboard.press("ArrowLeft")
    assert _box(page)[0] < near[0]
    page.keyboard.press("0")
    assert _box(page) == pytest.approx(whole, abs=0.1)


def test_what_is_focused_comes_into_sight(page: Page) -> None:
    nearer = page.get_by_role("button", name="Nearer")
    while nearer.is_enabled():
        nearer.click()
    page.keyboard.press("Tab")
    for _ in range(_COUNT):
        page.keyboard.press("Tab")
        x, y, wide, high = _box(page)
        at = page.evaluate(
            "() => { const b = document.activeElement.getBBox?.();"
            " return b && [b.x + b.width / 2, b.y + b.height / 2] }"
        )
        if at:
            assert x <= at[0] <= x + wide
            assert y <= at[1] <= y + high


def test_a_drag_moves_the_picture_and_is_no_click(page: Page) -> None:
    node = page.locator("[data-node='0']")
    node.hover()
    page.keyboard.down("Control")
    for _ in range(4):
        page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function("Number(document.querySelector('.d-graph').getAttribute('viewBox').split(' ')[2]) < 500")
    before, held = _box(page), node.bounding_box()
    assert held is not None
    x, y = held["x"] + held["width"] / 2, held["y"] + held["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 30, y - 20, steps=4)
    page.mouse.up()
    assert _box(page)[:2] != before[:2]
    assert page.evaluate("location.hash") == ""
    node.click()
    assert page.evaluate("location.hash").startswith("#a")


def test_the_wheel_alone_scrolls_the_page(page: Page) -> None:
    whole = _box(page)
    page.locator(".d-graph").hover()
    page.mouse.wheel(0, -200)
    assert _box(page) == pytest.approx(whole, abs=0.1)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function("Number(document.querySelector('.d-graph').getAttribute('viewBox').split(' ')[2]) < 800")


def test_a_small_picture_needs_no_buttons(page: Page) -> None:
    assert _shown(page, 6).get_by_role("button").count() == 0


def test_only_pages_with_pictures_load_their_script(browser: Browser, address: str) -> None:
    made = Visit(page=browser.new_page())
    asked: list[str] = []
    made.page.on("request", lambda r: asked.append(r.url))
    made.go(f"{address}/graph/index.html")
    assert any(url.endswith("/pictures.js") for url in asked)
    asked.clear()
    made.go(f"{address}/sources/index.html")
    assert not any(url.endswith("/pictures.js") for url in asked)
    made.page.close()
