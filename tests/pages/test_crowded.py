"""The graph of many actors: thinned out by the weight of their links, which it says, and no label on another."""

import itertools
import re
from dataclasses import replace

import pytest

from generator import pages
from generator.model import Actor, ActorKind, Dossier, Factuality, Link
from generator.pages.graphs import Node, web
from tests.pages.small import HERALD, small

_MANY, _OFFICES = 500, 30
_RECT = re.compile(r'<rect x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"')
_CLAIMS = tuple(claim.id for claim in HERALD.claims)


def _link(kind: str, source: str, target: str, claims: int = 1) -> Link:
    told = (_CLAIMS * claims)[:claims]
    return Link(
        id=f"{kind}-{source}-{target}",
        type=kind,
        source=source,
        target=target,
        when=None,
        factuality=Factuality.CERTAIN,
        claims=told,
    )


def _crowd() -> Dossier:
    """Each helps the next once, the first six attack each other, and some hold an office, which is told often."""
    slugs = [f"actor-{n}" for n in range(_MANY - 2 * _OFFICES)]
    offices = [(f"chair-{n}", f"house-{n}") for n in range(_OFFICES)]
    all_slugs = (*slugs, *itertools.chain.from_iterable(offices))
    actors = tuple(Actor(slug=s, name=f"Representative {s.title()}", kind=ActorKind.PERSON) for s in all_slugs)
    links = [_link("AID", one, other, claims=2) for one, other in itertools.pairwise(slugs)]
    links += [_link("ASSAULT", slugs[n], slugs[n + 1], claims=4) for n in range(5)]
    links += [_link("office", chair, house, claims=9) for chair, house in offices]
    return replace(small(), actors=(*small().actors, *actors), links=tuple(links))


def _boxes(svg: str) -> list[tuple[float, float, float, float]]:
    return [(x, y, x + w, y + h) for x, y, w, h in (tuple(map(float, m)) for m in _RECT.findall(svg))]


def _overlapping(boxes: list[tuple[float, float, float, float]]) -> int:
    return sum(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for number, a in enumerate(boxes)
        for b in boxes[number + 1 :]
    )


def test_of_five_hundred_actors_those_with_the_weightiest_links_are_drawn_and_the_page_says_so() -> None:
    page = pages.render(_crowd())["graph/index.md"].decode()
    svg = page[page.index("<svg") : page.index("</svg>")]
    assert f"The 40 actors most often reported to deal with each other, of {_MANY} actors; the table has more." in page
    boxes = _boxes(svg)
    assert len(boxes) == 40
    assert _overlapping(boxes) == 0
    wide, high = (float(n) for n in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
    assert wide <= 900  # as wide as the page: no label is drawn smaller
    assert min(min(box) for box in boxes) >= 0
    assert max(box[2] for box in boxes) <= wide
    assert max(box[3] for box in boxes) <= high
    for n in range(6):
        assert f'aria-label="Representative Actor-{n}"' in svg
    ends = {end for pair in re.findall(r'data-ends="(\d+) (\d+)"', svg) for end in pair}
    assert len(ends) == 40  # none is drawn without an arrow


def test_an_office_told_often_does_not_push_out_what_was_done() -> None:
    page = pages.render(_crowd())["graph/index.md"].decode()
    svg = page[page.index("<svg") : page.index("</svg>")]
    assert "attacks" in svg
    assert "holds office in" not in svg


@pytest.mark.parametrize("count", [2, 5, 16, 40, 60])
def test_no_label_lies_on_another_however_many_there_are(count: int) -> None:
    nodes = [Node(id=str(n), label=f"A name of some length {n}", href="x.html", kind="person") for n in range(count)]
    assert _overlapping(_boxes(str(web(nodes, (), "Many")))) == 0
