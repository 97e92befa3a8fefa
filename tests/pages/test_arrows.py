"""The arrows of a picture: what each stands for, what it looks like, and where it ends."""

import re
from dataclasses import replace

import pytest

from generator.model import Factuality, Link
from generator.pages import words
from generator.pages.arrows import LOOKS, Edge, Spot, arrow, edges, looks, tips
from generator.pages.graphs import Node, web


def _link(kind: str = "AID", factuality: Factuality = Factuality.CERTAIN, claims: tuple[str, ...] = ("c1",)) -> Link:
    return Link(
        id=f"{kind}{factuality}",
        type=kind,
        source="lark",
        target="finch",
        when=None,
        factuality=factuality,
        claims=claims,
    )


def _edge(source: str = "lark", target: str = "finch", **more: object) -> Edge:
    return replace(Edge(source=source, target=target, label="helps", sense="with"), **more)  # type: ignore[arg-type]


def test_one_arrow_gathers_what_tells_the_same_and_is_as_sure() -> None:
    made = edges((_link("AID"), _link("SUPPORT", claims=("c2", "c3")), _link("ACCUSE")), {"lark", "finch"})
    assert [(e.sense, e.weight) for e in made] == [("with", 3), ("against", 1)]
    assert made[0].label == "gives aid or supplies to, supports"
    assert made[0].look == "d-edge d-edge-with d-edge-often"


def test_what_is_denied_is_an_arrow_of_its_own_and_says_so() -> None:
    made = edges((_link(), _link(factuality=Factuality.CERTAIN_NOT)), {"lark", "finch"})
    assert [(e.stance, e.caution) for e in made] == [("sure", ""), ("not", "asserted not to be so")]
    nodes = [Node(id=n, label=n.title(), href="x.html", kind="person") for n in ("lark", "finch")]
    svg = str(web(nodes, made, "Two"))
    assert 'aria-label="Lark gives aid or supplies to Finch: asserted not to be so"' in svg
    assert svg.count("✕") == 1
    assert looks(made) == ("with", "not")


def test_an_arrow_needs_both_its_ends_and_two_of_them() -> None:
    assert edges((_link(),), {"lark"}) == ()
    assert edges((replace(_link(), target="lark"),), {"lark"}) == ()


@pytest.mark.parametrize("kind", words.LINK)
def test_every_type_of_link_has_a_look_with_a_tip(kind: str) -> None:
    sense = words.sense(kind)
    assert sense in LOOKS
    assert f'id="d-tip-{sense}"' in tips((_edge(sense=sense),))


def test_only_tips_that_are_used_are_drawn_and_no_two_are_alike() -> None:
    drawn = tips(_edge(sense=s) for s in ("with", "against"))
    shapes = re.findall(r' d="([^"]+)"', drawn)
    assert len(shapes) == len(set(shapes)) == 2


@pytest.mark.parametrize(("x", "y"), [(300.0, 0.0), (-300.0, 0.0), (0.0, 200.0), (180.0, -90.0)])
def test_an_arrow_ends_outside_the_labels(x: float, y: float) -> None:
    half = 60.0
    drawn = arrow(_edge(), Spot(at=(0.0, 0.0), half=half), Spot(at=(x, y), half=half))
    ax, ay, _, _, bx, by = map(float, re.findall(r"-?\d+\.\d", drawn)[:6])
    assert abs(ax) >= half or abs(ay) >= 14
    assert abs(bx - x) >= half or abs(by - y) >= 14


def test_arrows_of_one_way_do_not_hide_each_other() -> None:
    ends = (Spot(at=(0.0, 0.0), half=40.0), Spot(at=(200.0, 50.0), half=40.0))
    assert len({arrow(_edge(), *ends, number) for number in range(3)}) == 3


def test_names_cannot_leave_the_picture() -> None:
    nodes = [
        Node(id="a", label='"><script>', href="x.html", kind="person"),
        Node(id="b", label="B", href="x", kind="x"),
    ]
    svg = str(web(nodes, [_edge("a", "b", label="<helps>")], "<Two>"))
    assert "<script" not in svg
    assert "<helps>" not in svg
    assert "<Two>" not in svg
