"""Who is who within one article."""

from collections.abc import Callable

import pytest

from generator.extraction.actors import Grouped, group
from generator.extraction.mentions import find_mentions
from generator.extraction.reading import Reading
from generator.model import Actor, ActorKind, MentionForm

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def grouped(reading: Reading) -> Grouped:
    return group(reading, find_mentions(reading))


def actors(reading: Reading) -> dict[str, Actor]:
    return {a.slug: a for a in grouped(reading).actors}


def meant(result: Grouped, words: str) -> list[str | None]:
    return [m.actor for m in result.mentions if m.text == words]


def test_slugs_are_unique_and_mentions_point_to_actors(read_text: Read) -> None:
    result = grouped(
        read_text("Georgia beat Norway. Georgia Lund of Norway said Georgia would win. Oslo cheered in Oslo.")
    )
    slugs = [a.slug for a in result.actors]
    assert len(slugs) == len(set(slugs))
    assert {m.actor for m in result.mentions if m.actor is not None} <= set(slugs)


def test_states_by_all_their_names(read_text: Read) -> None:
    found = actors(
        read_text("The U.S. and Russia talked. The United States said Russian ships had left. America agreed.")
    )
    assert found["united-states"].state == "US"
    assert set(found["united-states"].aliases) == {"U.S.", "America"}
    assert "Russian" in found["russia"].aliases


def test_capitals_act_or_are_places(read_text: Read) -> None:
    result = grouped(read_text("Moscow accused Kyiv of lying. The minister flew to Moscow. A bus burned in Kyiv."))
    assert meant(result, "Moscow") == ["russia", "moscow"]
    assert meant(result, "Kyiv") == ["ukraine", "kyiv"]


@pytest.mark.parametrize(
    ("text", "capital", "acts"),
    [
        ("Tehran rejected the offer.", "Tehran", True),
        ("Weapons were sent to Kyiv by Poland.", "Kyiv", True),
        ("Relations between Tokyo and Beijing worsened.", "Beijing", True),
        ("Moscow's offensive failed.", "Moscow", True),
        ("Moscow's mayor resigned.", "Moscow", False),
        ("She was born in Tehran.", "Tehran", False),
        ("They met in Seoul, South Korea, on Monday.", "Seoul", False),
        ("He returned from Beijing on Monday.", "Beijing", False),
    ],
)
def test_where_a_capital_is_its_government(read_text: Read, text: str, capital: str, *, acts: bool) -> None:
    result = grouped(read_text(text))
    kinds = {a.slug: a.kind for a in result.actors}
    (actor,) = meant(result, capital)
    assert actor is not None
    assert (kinds[actor] is ActorKind.STATE) is acts


def test_a_slip_of_the_pen_is_no_other_actor(read_text: Read) -> None:
    found = actors(read_text("North Korea spoke. Experts doubt Pyonyang's air defence. Pyongyang denied it."))
    assert "Pyonyang" in found["north-korea"].aliases
    assert "Pyonyang" not in {a.name for a in found.values()}


def test_the_north_is_the_northern_state(read_text: Read) -> None:
    result = grouped(read_text("South Korea watched North Korea. It accused the nuclear-armed North of cheating."))
    assert meant(result, "the nuclear-armed North") == ["north-korea"]


def test_persons_by_surname_initial_and_spelling(read_text: Read) -> None:
    result = grouped(
        read_text(
            "Maria B. Lund spoke. Lund said no. Maria Lund left. Then Shin Won-sik came. Critics of Shin Wonsik stayed."
        )
    )
    assert len(set(meant(result, "Lund") + meant(result, "Maria Lund") + meant(result, "Maria B. Lund"))) == 1
    assert meant(result, "Shin Won-sik") == meant(result, "Shin Wonsik")


def test_a_surname_that_two_persons_share_is_left_open(read_text: Read) -> None:
    result = grouped(read_text("Peter Vogel met his wife Clara Vogel in Bonn. Police questioned Vogel on Monday."))
    assert meant(result, "Vogel") == [None]
    assert len({a.slug for a in result.actors if a.kind is ActorKind.PERSON}) == 2


def test_organizations_by_acronym_brackets_and_short_name(read_text: Read) -> None:
    result = grouped(
        read_text(
            "The National Harbour Service (NHS) met Nordlys Shipping Company. The NHS objected. "
            "Nordlys Shipping refused. The International Monetary Fund agreed, and the IMF paid."
        )
    )
    slugs = {a.slug for a in result.actors}
    assert "international-monetary-fund" in slugs
    assert meant(result, "IMF") == ["international-monetary-fund"]
    assert set(meant(result, "NHS")) == {"national-harbour-service"}
    assert meant(result, "Nordlys Shipping") == meant(result, "Nordlys Shipping Company")


def test_organizations_are_shortened_from_either_end(read_text: Read) -> None:
    text = (
        "Velmora Grumman Ltd. sued the United States Air Force. The Air Force replied. Velmora Grumman said no.\n\n"
        "Lufthansa Group PLC and Lufthansa are one. The Baltic Harbour Trust and the Baltic Harbor Trust are one."
    )
    result = grouped(read_text(text))
    assert meant(result, "Air Force") == ["united-states-air-force"]
    assert len({a.slug for a in result.actors if "lufthansa" in a.slug}) == 1
    assert len({a.slug for a in result.actors if "trust" in a.slug}) == 1


def test_an_acronym_that_the_article_spells_out_is_its_own(read_text: Read) -> None:
    text = "The Arctic Union (AU) met in Oslo. The AU agreed. The Arctic Union left."
    result = grouped(read_text(text))
    assert set(meant(result, "AU")) == {"arctic-union"}


def test_ministries_of_several_states_are_kept_apart(read_text: Read) -> None:
    result = grouped(read_text("Russia's Foreign Ministry protested. Ukraine's Foreign Ministry replied."))
    ministries = [a for a in result.actors if a.name == "Foreign Ministry"]
    assert {a.state for a in ministries} == {"RU", "UA"}


def test_roles_and_states_of_persons(read_text: Read) -> None:
    found = actors(
        read_text(
            "South Korea's National Security Director Shin Wonsik met North Korean leader Kim Min Ho. "
            "Karen Holm, the foreign minister of Denmark, was there. Ola Moe is the chairman of Nordlys Bank."
        )
    )
    by_name = {a.name: a for a in found.values()}
    assert by_name["Shin Wonsik"].roles == ("National Security Director",)
    assert by_name["Shin Wonsik"].state == "KR"
    assert by_name["Kim Min Ho"].state == "KP"
    assert "leader" in by_name["Kim Min Ho"].roles
    assert by_name["Karen Holm"].state == "DK"
    assert any("chairman" in r for r in by_name["Ola Moe"].roles)


def test_descriptions_are_tied_where_one_person_fits(read_text: Read) -> None:
    result = grouped(
        read_text(
            "Russian President Ivan Marek met North Korean leader Kim Min Ho. The Kremlin chief smiled.\n\n"
            "Jan Berg and Per Dahl, two ministers, left. The minister wept."
        )
    )
    assert meant(result, "The Kremlin chief") == ["ivan-marek"]
    assert meant(result, "The minister") == [None]


def test_an_office_beside_a_name_is_its_holders(read_text: Read) -> None:
    result = grouped(read_text("Ola Moe, chairman of Nordlys Bank, met Per Dahl, chairman of Fjord Bank. They agreed."))
    assert meant(result, "chairman of Nordlys Bank") == ["ola-moe"]
    assert meant(result, "chairman of Fjord Bank") == ["per-dahl"]


def test_an_agency_described_is_the_one_of_that_state(read_text: Read) -> None:
    result = grouped(
        read_text(
            "South Korea’s spy agency told lawmakers so. The Norwegian space agency objected. "
            "Last month the National Intelligence Service said the same."
        )
    )
    assert meant(result, "South Korea’s spy agency") == ["national-intelligence-service"]
    assert meant(result, "The Norwegian space agency") == [None]


def test_pronouns_only_where_one_person_can_be_meant(read_text: Read) -> None:
    result = grouped(read_text("Anna Lund visited Oslo and said her country would help. She left on Monday."))
    assert {m.actor for m in result.mentions if m.form is MentionForm.PRONOUN} == {"anna-lund"}
    unsure = grouped(read_text("Peter Vogel and John Ward met. Then he left."))
    assert [m.actor for m in unsure.mentions if m.form is MentionForm.PRONOUN] == [None]


def test_a_pronoun_of_the_other_gender_reaches_back(read_text: Read) -> None:
    result = grouped(read_text("Anna Lund met Peter Vogel. He thanked her."))
    assert meant(result, "He") == ["peter-vogel"]
    assert meant(result, "her") == ["anna-lund"]


def test_pronouns_in_quotations_are_left(read_text: Read) -> None:
    result = grouped(read_text('Anna Lund was there. "She knew it," said Peter Vogel.'))
    assert meant(result, "She") == [None]


def test_grouping_is_the_same_each_time(read_text: Read) -> None:
    reading = read_text("Anna Lund met NATO chief Per Dahl in Oslo. Lund and Dahl spoke. NATO agreed with Norway.")
    assert grouped(reading) == grouped(reading)


@pytest.mark.parametrize("text", ["", "He. She.", "The North. The South.", "(NATO)", "the the the President President"])
def test_odd_texts(read_text: Read, text: str) -> None:
    grouped(read_text(text))


def test_a_prefix_written_apart_makes_no_second_person(read_text: Read) -> None:
    result = grouped(
        read_text("Michael O' Leary said that fares will rise. O' Leary runs it. O'Leary spoke in Dublin.")
    )
    assert len({m.actor for m in result.mentions if "Leary" in m.text}) == 1


def test_surnames_keep_their_particles(read_text: Read) -> None:
    result = grouped(read_text('"No," said Marijke de Boer, the negotiator.\n\nDe Boer accused the firm of lying.'))
    assert meant(result, "De Boer") == ["marijke-de-boer"]
    result = grouped(read_text("Ludwig von Berg and Omar al-Rashid met. Von Berg left before Al-Rashid."))
    assert meant(result, "Von Berg") == ["ludwig-von-berg"]
    assert meant(result, "Al-Rashid") == ["omar-al-rashid"]


def test_a_seat_of_power_is_its_state(read_text: Read) -> None:
    found = actors(read_text("The Kremlin denied it. Downing Street said that Russia was wrong about the White House."))
    assert "Kremlin" in found["russia"].aliases
    assert "Downing Street" in found["united-kingdom"].aliases
    assert {"kremlin", "downing-street"}.isdisjoint(found)
    assert found["white-house"].state == "US"


def test_the_west_and_western_are_one(read_text: Read) -> None:
    result = grouped(
        read_text("Western officials left. Moscow said that the West had failed. It opposed Western sanctions.")
    )
    assert set(meant(result, "Western")) == set(meant(result, "West")) == {"west"}


def test_a_capital_beside_a_leader_is_its_state(read_text: Read) -> None:
    text = (
        "North Korea and Russia are under sanctions -- Kim for his weapons program, and Moscow for the Ukraine war. "
        "She visited Moscow. Moscow's troops left."
    )
    assert meant(grouped(read_text(text)), "Moscow") == ["russia", "moscow", "russia"]


def test_endless_lists_of_capitals_are_grouped(read_text: Read) -> None:
    assert len(grouped(read_text("Moscow, Kyiv, " * 400)).mentions) == 800


def test_a_surname_used_of_one_before_another_is_named_stays_his(read_text: Read) -> None:
    result = grouped(
        read_text(
            "Peter Vogel won the race on Monday. Vogel was glad. His wife, Clara Vogel, cheered. Vogel left at noon."
        )
    )
    assert meant(result, "Vogel") == ["peter-vogel", "peter-vogel"]


def test_an_office_right_before_a_name_is_its_holders(read_text: Read) -> None:
    result = grouped(read_text("Norway's Prime Minister Jonas Lund met the premier of Malta, Mr. Carl Borg, in Oslo."))
    assert meant(result, "Norway's Prime Minister") == ["jonas-lund"]
    assert meant(result, "the premier of Malta") == ["carl-borg"]
    assert "Norway's Prime Minister" not in next(a for a in result.actors if a.slug == "jonas-lund").aliases


def test_a_ministry_named_again_is_the_one_states_that_was_told(read_text: Read) -> None:
    one = "Norway's Ministry of Finance cut its forecast. The Ministry of Finance blamed the oil price."
    assert len(set(meant(grouped(read_text(one)), "Ministry of Finance"))) == 1
    two = f"{one} Sweden's Ministry of Finance did not. The Ministry of Finance said so."
    assert len(set(meant(grouped(read_text(two)), "Ministry of Finance"))) == 3


def test_what_stands_in_brackets_after_a_person_is_not_always_the_person(read_text: Read) -> None:
    result = grouped(read_text("Senator Jane Doe (R-OH) voted against. The World Trade Council (WTO) met."))
    assert meant(result, "R-OH") != ["jane-doe"]
    assert meant(result, "World Trade Council") == meant(result, "WTO")


def test_a_lone_given_name_tells_the_gender(read_text: Read) -> None:
    result = grouped(read_text("Gloria was taken to hospital. Police said that he had called them."))
    assert meant(result, "he") == [None]


def test_a_short_given_name_is_the_long_one(read_text: Read) -> None:
    result = grouped(read_text("Lawrence Lund spoke on Monday. Larry Lund said little. Lars Lund left early."))
    assert meant(result, "Larry Lund") == meant(result, "Lawrence Lund") != meant(result, "Lars Lund")
