"""The lists that ship with the package: complete, consistent, and found under every spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import gazetteer
from generator.model import ActorKind


def test_every_state_is_listed_once_with_a_capital_and_an_adjective() -> None:
    states = gazetteer.states()
    sovereign = [s for s in states.values() if s.sovereign]
    assert len(states) == 250
    assert len(sovereign) >= 196
    assert all(len(code) == 2 and code.isupper() for code in states)
    assert all(s.adjectives or s.peoples for s in sovereign if s.code not in ("CG", "DM", "KI"))
    city_states = {"MC", "SG", "SM", "VA"}
    assert {s.code for s in sovereign if not s.capitals} == city_states


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the U.S.", "US"),
        ("USA", "US"),
        ("DPRK", "KP"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("TURKEY", "TR"),
        ("Türkiye", "TR"),
        ("The Gambia", "GM"),
        ("Burma", "MM"),
    ],
)
def test_states_are_found_under_their_names(name: str, code: str) -> None:
    state = gazetteer.state_named(name)
    assert state is not None
    assert state.code == code


@pytest.mark.parametrize("word", ["us", "who", "Bergenland", "", "it"])
def test_common_words_are_no_states(word: str) -> None:
    assert gazetteer.state_named(word) is None
    assert gazetteer.organization_named(word) is None


def test_capitals_adjectives_and_peoples() -> None:
    seoul, danes, iranian = (
        gazetteer.capital_of("SEOUL"),
        gazetteer.people_of("Danes"),
        gazetteer.adjective_of("Iranian"),
    )
    assert seoul is not None
    assert seoul.code == "KR"
    assert danes is not None
    assert danes.code == "DK"
    assert iranian is not None
    assert iranian.code == "IR"
    assert gazetteer.adjective_of("polish") is None
    assert gazetteer.people_of("Frenchmen") is not None
    assert gazetteer.capital_of("Kingston") is gazetteer.states()["JM"]


def test_territories_are_places_and_states_are_states() -> None:
    assert gazetteer.states()["GL"].kind is ActorKind.PLACE
    assert gazetteer.states()["FJ"].kind is ActorKind.STATE


def test_organizations_by_name_and_acronym() -> None:
    agency = gazetteer.organization_named("IAEA")
    assert agency is not None
    assert agency.name == "International Atomic Energy Agency"
    assert not agency.media
    kremlin, wire = gazetteer.organization_named("the Kremlin"), gazetteer.organization_named("Yonhap News Agency")
    assert kremlin is not None
    assert kremlin.state == "RU"
    assert kremlin.government
    assert wire is not None
    assert wire.media


def test_listed_states_of_organizations_exist() -> None:
    codes = {o.state for o in gazetteer.organizations() if o.state is not None}
    assert codes <= set(gazetteer.states())


def test_regions_places_and_given_names() -> None:
    assert gazetteer.region_named("Gaza") == "Gaza Strip"
    assert gazetteer.region_of("European") == "Europe"
    assert gazetteer.region_of("european") is None
    assert gazetteer.place_state("Rotterdam") == "NL"
    assert gazetteer.gender_of("Tatiana") == "f"
    assert gazetteer.gender_of("Vladimir") == "m"
    assert gazetteer.gender_of("vladimir") is None


def test_a_slip_of_the_pen_is_mended_only_for_states_and_capitals() -> None:
    assert gazetteer.mended("Pyonyang") == "Pyongyang"
    assert gazetteer.mended("Pyongyang") == "Pyongyang"
    assert gazetteer.mended("Nigeria") == "Nigeria"
    assert gazetteer.mended("Slovania") == "Slovania"  # Slovenia or Slovakia?
    assert gazetteer.mended("Ira") == "Ira"


def test_phrase_heads_cover_the_longest_name() -> None:
    assert gazetteer.phrase_heads()["united"] >= 4


@given(st.text(max_size=30))
def test_any_text_can_be_looked_up(text: str) -> None:
    gazetteer.is_listed(text)
    gazetteer.mended(text)
    assert gazetteer.key(text) == gazetteer.key(f" {text} ")


def test_every_listed_name_begins_with_a_known_opener() -> None:
    openers = gazetteer.phrase_openers()
    assert {"guinea", "norway", "united"} <= openers
    assert "harbour" not in openers
    assert all(gazetteer.opener(p.removeprefix("=")) in openers for p in gazetteer.phrases())
    assert gazetteer.opener("guinea-bissau") == "guinea"
    assert gazetteer.opener("-") == ""
