"""The small map: what is on it, what is not, and where."""

import itertools
import re
import xml.etree.ElementTree as ET

import pytest

from generator import atlas
from generator.atlas import Spot
from generator.model import Actor, ActorKind, Dossier
from generator.pages.desk import Desk
from generator.pages.maps import PlaceLine, Where, picture, where
from generator.pages.sheet import Name, Sheet
from tests.factory import dossier_of, facts_of, happens, says

_NAMES = {"Lyon": "lyon", "France": "france", "Paris": "paris", "Kenya": "kenya", "Quillburg": "quillburg"}


_PARIS, _KENYA = "Dockers struck in Paris", "Dockers struck in Kenya"


def _dossier(*texts: str) -> Dossier:
    """A dossier of short articles, each of which tells of a strike in the place that ends it."""
    return dossier_of(
        facts_of(
            f"a{number}",
            text,
            names={k: v for k, v in _NAMES.items() if k in text},
            actors=[Actor(slug="france", name="France", kind=ActorKind.STATE, state="FR")] if "France" in text else (),
            claims=[says(text)],
            events=[happens("PROTEST", "struck", place=[text.rpartition(" ")[2]])],
        )
        for number, text in enumerate(texts)
    )


def _where(*texts: str) -> Where | None:
    dossier = _dossier(*texts)
    claims = [c for f in dossier.facts for c in f.claims]
    return where(claims, Sheet(Desk.of(dossier), "index.md"), "Where")


def _on_map(told: Where | None) -> set[str]:
    return {x.name.text for x in told.lines if x.spot} if told else set()


def test_states_and_capitals_are_placed() -> None:
    assert _on_map(_where(_PARIS, _KENYA)) == {"Paris", "Kenya"}


def test_a_city_is_placed_only_beside_its_state() -> None:
    alone = _where("Dockers struck in Lyon", _PARIS, _KENYA)
    assert _on_map(alone) == {"Paris", "Kenya"}
    assert alone is not None
    assert [x.name.text for x in alone.lines if x.spot is None] == ["Lyon"]
    beside = _where("While France was quiet, dockers struck in Lyon", _PARIS, _KENYA)
    assert _on_map(beside) == {"Lyon", "Paris", "Kenya"}


def test_a_name_that_nobody_knows_is_in_the_table_alone() -> None:
    told = _where("Dockers struck in Quillburg", _PARIS, _KENYA)
    assert told is not None
    assert (told.placed, told.places) == (2, 3)
    assert "Quillburg" not in told.picture
    assert _where("Dockers struck in Quillburg", _PARIS) is None


@pytest.mark.parametrize(
    ("name", "north", "east"), [("Paris", 48.9, 2.4), ("Kenya", 0.5, 38), ("Jakarta", -6, 107), ("Chile", -36, -71)]
)
def test_places_lie_where_they_lie(name: str, north: float, east: float) -> None:
    found = atlas.spot(name)
    assert found is not None
    assert abs(found.latitude - north) < 4
    assert abs(found.longitude - east) < 4


def test_what_is_no_place_lies_nowhere() -> None:
    assert atlas.spot("Ada Quill") is None
    assert atlas.spot("") is None


def _lines(*places: str) -> list[PlaceLine]:
    spots = [(p, atlas.spot(p)) for p in places]
    return [PlaceLine(name=Name(text=p, href=f"actors/{p}/index.md"), events=1, citations=(), spot=s) for p, s in spots]


@pytest.mark.parametrize(
    "places", [["Kenya", "Chile", "Japan", "Norway"], ["Paris", "Berlin"], ["Fiji", "Alaska"], ["New Zealand"]]
)
def test_every_dot_is_in_the_picture_and_west_is_left(places: list[str]) -> None:
    svg = ET.fromstring(picture([x for x in _lines(*places) if x.spot], "Where"))
    _, _, wide, high = map(float, (svg.get("viewBox") or "").split())
    dots = {a.get("aria-label", "").split(":")[0]: a.find("circle") for a in svg.iter("a")}
    seen = {n: (float(d.get("cx", "")), float(d.get("cy", ""))) for n, d in dots.items() if d is not None}
    assert all(0 <= x <= wide and 0 <= y <= high for x, y in seen.values())
    spots: dict[str, Spot] = {n: s for n in seen if (s := atlas.spot(n)) is not None}
    by_x = sorted(seen, key=lambda n: seen[n][0])
    assert by_x == sorted(seen, key=lambda n: spots[n].longitude)


def test_hostile_names_are_words() -> None:
    told = picture(
        [PlaceLine(name=Name(text='"><script>', href=None), events=2, citations=(), spot=atlas.spot("Kenya"))], "<b>"
    )
    assert not re.search(r"<(script|b)>", told)
    ET.fromstring(told)


def test_no_shore_runs_across_the_map() -> None:
    """Land on both sides of the 180th meridian is drawn at both edges, not as a band from one to the other."""
    far = [Spot(latitude=n, longitude=e, state="XX", city=True) for n, e in ((60.0, -170.0), (-30.0, 170.0))]
    lines = [PlaceLine(name=Name(text="Far"), events=1, citations=(), spot=spot) for spot in far]
    (shores,) = re.findall(r'class="d-land" d="([^"]+)"', str(picture(lines, "World")))
    for ring in shores.split("M")[1:]:
        corners = [float(p.split(" ")[0]) for p in ring.rstrip("Z").split("L")]
        heights = [float(p.split(" ")[1]) for p in ring.rstrip("Z").split("L")]
        if max(heights) < 380:  # Antarctica alone has a straight edge, below the map.
            assert max(abs(a - b) for a, b in itertools.pairwise((*corners, corners[0]))) < 150


def test_land_beyond_the_edge_comes_back_at_the_other() -> None:
    crossing = [ring for ring in atlas.land() if not all(-180 <= east <= 180 for east, _ in ring)]
    assert len(crossing) >= 4
    for ring in crossing:
        moved = {(round(e + 360, 1), n) for e, n in ring}, {(round(e - 360, 1), n) for e, n in ring}
        assert any({(round(e, 1), n) for e, n in other} in moved for other in atlas.land())


def test_no_name_lies_on_another_places_dot() -> None:
    spots = [Spot(latitude=10.0, longitude=float(e), state="XX", city=True) for e in (0, 6, 12, 40)]
    lines = [PlaceLine(name=Name(text="A long name"), events=4, citations=(), spot=spot) for spot in spots]
    drawn = ET.fromstring(str(picture(lines, "Row")))
    dots = [float(c.attrib["cx"]) for c in drawn.iter("circle")]
    for text in drawn.iter("text"):
        x, wide = float(text.attrib["x"]), 7.4 * len(text.text or "")
        left = x if text.attrib["text-anchor"] == "start" else x - wide
        assert not any(left < dot < left + wide for dot in dots)
    assert len(list(drawn.iter("text"))) >= 2
