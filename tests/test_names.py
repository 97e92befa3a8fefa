"""The logic of names: what may be one, what must not be, and that no text can break it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import names

LETTERS = st.text(max_size=40)
PAIRS = st.tuples(LETTERS, LETTERS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shin Won-sik", "Shin Wonsik"),
        ("the Ministry of Trade", "Ministry of Trade's"),
        ("Élysée", "elysee"),
        ("U.S.", "US"),
        ("O’Hara", "O'Hara"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert names.equal(one, other)
    assert names.lasting(one, person=True).replace(" ", "").casefold() != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Korea", "South Korea"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Niger", "Nigeria"),
        ("", ""),
        ("Рutin", "Putin"),
    ],
)
def test_other_names_are_not_equal(one: str, other: str) -> None:
    assert not names.equal(one, other)


@pytest.mark.parametrize(
    ("name", "bare"),
    [("the Kremlin's", "Kremlin"), ('"The Guardian"', "Guardian"), ("Ross'", "Ross"), ("  a Dane ", "Dane")],
)
def test_articles_and_possessives_are_stripped(name: str, bare: str) -> None:
    assert names.core(name) == bare


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("NIS", "National Intelligence Service"),
        ("I.A.E.A.", "International Atomic Energy Agency"),
        ("MoD", "Ministry of Defence"),
        ("DPRK", "Democratic People's Republic of Korea"),
    ],
)
def test_acronyms_stand_for_their_expansions(short: str, long: str) -> None:
    assert names.stands_for(short, long)
    assert names.is_acronym(short)


@pytest.mark.parametrize(
    ("short", "long"), [("NIS", "National Security Service"), ("Nis", "Nora Ines Sand"), ("EU", "Europe"), ("", "A B")]
)
def test_acronyms_do_not_stand_for_other_names(short: str, long: str) -> None:
    assert not names.stands_for(short, long)


def test_acronym_of_a_name_skips_small_words() -> None:
    assert names.acronym("Office for the Coordination of Harbours") == "OCH"
    assert not names.is_acronym("Bergen")
    assert not names.is_acronym("N")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George Ward", "George W. Ward"),
        ("Maria B. Lund", "Maria Beatrix Lund"),
        ("John Ward Jr.", "John Q. Ward Jr"),
        ("Shin Won-sik", "Shin Wonsik"),
    ],
)
def test_one_person_with_and_without_middle_names(one: str, other: str) -> None:
    assert names.same_person(one, other)
    assert names.same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George W. Ward", "George H. Ward"),
        ("George H. W. Ward", "George W. Ward"),
        ("John Ward Jr.", "John Ward"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Jong", "Kim Yo Jong"),
        ("Anna Lund", "Anna Sund"),
        ("Lund", "Lund Holm"),
        ("Ivan Petrov", "Ivan Реtrоv"),
    ],
)
def test_families_are_kept_apart(one: str, other: str) -> None:
    assert not names.same_person(one, other)


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Lund", "Maria Lund", True),
        ("Maria", "Maria Lund", True),
        ("Ana Lund", "Maria Ana Lund", True),
        ("Lund", "Maria Lund Holm", False),
        ("Maria Lund", "Maria Lund", False),
        ("", "Maria Lund", False),
    ],
)
def test_parts_of_a_persons_name(short: str, full: str, *, expected: bool) -> None:
    assert names.is_part_of(short, full) is expected


def test_legal_forms_fall_away() -> None:
    assert names.without_legal_form("Nordlys Holdings Ltd.") == "Nordlys Holdings"
    assert names.without_legal_form("Company") == "Company"
    assert names.same_organization("Nordlys Inc.", "Nordlys")
    assert not names.same_organization("Nordlys Bank", "Nordlys")


@pytest.mark.parametrize(
    ("odd", "known", "expected"),
    [
        ("Pyonyang", "Pyongyang", True),
        ("Pyongaynag", "Pyongyang", False),
        ("Iraq", "Iran", False),
        ("North Harbour", "South Harbour", False),
        ("Area 51 Base", "Area 52 Base", False),
        ("Bergenhus", "Sergenhus", False),
        ("Harbour Front", "Harbourfront", False),
        ("Karl Brandt Jr.", "Karl Brandt Sr.", False),
    ],
)
def test_slips_of_the_pen(odd: str, known: str, *, expected: bool) -> None:
    assert names.misspells(odd, known) is expected


@pytest.mark.parametrize(
    ("one", "other", "limit", "expected"),
    [
        ("abc", "abc", 2, 0),
        ("abc", "acb", 2, 1),
        ("abc", "xyz", 1, 2),
        ("a", "abcdef", 2, 3),
        ("kitten", "sitting", 3, 3),
    ],
)
def test_edit_distance(one: str, other: str, limit: int, expected: int) -> None:
    assert names.distance(one, other, limit=limit) == expected


@pytest.mark.parametrize(
    ("spellings", "person"),
    [
        (("Kim Jong Un", "Kim Jong-un", "Kim Jong-Un", "Kim Jongun"), True),
        (("Shin Won-sik", "Shin Wonsik", "Shin Won Sik"), True),
        (("Nordlys Ltd.", "Nordlys"), False),
    ],
)
def test_the_lasting_name_is_one_for_all_spellings(spellings: tuple[str, ...], *, person: bool) -> None:
    assert len({names.lasting(s, person=person).casefold() for s in spellings}) == 1


def test_the_lasting_name_keeps_double_given_names() -> None:
    assert names.lasting("Jean-Claude Moreau", person=True) == "Jean-Claude Moreau"
    assert names.lasting("Anna Maria Lund", person=True) == "Anna Maria Lund"


@given(PAIRS)
def test_relations_are_symmetric(pair: tuple[str, str]) -> None:
    one, other = pair
    assert names.equal(one, other) == names.equal(other, one)
    assert names.same_person(one, other) == names.same_person(other, one)
    assert names.same_organization(one, other) == names.same_organization(other, one)
    assert names.misspells(one, other) == names.misspells(other, one)
    assert names.distance(one, other) == names.distance(other, one)


@given(LETTERS)
def test_nothing_crashes_and_cleaning_is_done_once(name: str) -> None:
    assert names.core(names.core(name)) is not None
    assert names.identity(name) == names.identity(f" {name} ")
    for function in (names.acronym, names.is_acronym, names.generation, names.scripts, names.without_legal_form):
        function(name)
    names.lasting(name, person=True)
    names.lasting(name, person=False)


@given(PAIRS)
def test_a_part_is_always_shorter(pair: tuple[str, str]) -> None:
    short, full = pair
    if names.is_part_of(short, full):
        assert len(names.words(short)) < len(names.words(full))
    names.stands_for(short, full)
