"""The names of an article: trimmed, split, found again, told apart by kind."""

from collections.abc import Callable

import pytest

from generator.extraction.mentions import find_mentions
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.kinds import kinds
from generator.extraction.mentions.runs import surnames
from generator.extraction.reading import Reading
from generator.model import ActorKind, Mention, MentionForm

pytestmark = pytest.mark.model
Read = Callable[..., Reading]


def named(reading: Reading) -> dict[str, Mention]:
    """The article's names by their words; of several alike the last."""
    return {m.text: m for m in find_mentions(reading) if m.form in (MentionForm.NAME, MentionForm.ALIAS)}


def kind(reading: Reading, name: str) -> ActorKind:
    return named(reading)[name].kind


def test_mentions_are_verbatim_ordered_and_names_do_not_overlap(read_text: Read) -> None:
    reading = read_text(
        "The Norwegian Foreign Ministry said that Jens Lund, 45, met Danish Prime Minister Karen Holm in Oslo.\n\n"
        "Holm later told Nordlys TV that NATO had agreed."
    )
    found = find_mentions(reading)
    assert [(m.start, m.end) for m in found] == sorted((m.start, m.end) for m in found)
    assert all(reading.article.text[m.start : m.end] == m.text for m in found)
    assert all(m.actor is None for m in found)
    assert {"Jens Lund", "Karen Holm", "Oslo", "NATO", "Holm"} <= set(named(reading))


def test_titles_articles_and_possessives_are_no_part_of_a_name(read_text: Read) -> None:
    reading = read_text("President Vladimir Marek met the Kremlin's envoy. Mr Marek thanked the United States.")
    assert {"Vladimir Marek", "Marek", "Kremlin", "United States"} <= set(named(reading))


def test_one_name_has_one_kind_all_over_the_article(read_text: Read) -> None:
    reading = read_text(
        "Anna Bergstrom runs the Harbour Institute in Bergen. Bergstrom said that the city would pay. "
        "Critics of Bergstrom left. Bergstrom, who was born in Narvik, declined to comment."
    )
    kinds = {m.kind for m in find_mentions(reading) if m.text == "Bergstrom"}
    assert kinds == {ActorKind.PERSON}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The Ministry of Trade and Harbours said so.", "Ministry of Trade and Harbours", ActorKind.ORGANIZATION),
        ("They sued the retailer Brelin, which makes shoes.", "Brelin", ActorKind.ORGANIZATION),
        ("Troops entered the town of Karabash on Monday.", "Karabash", ActorKind.PLACE),
        ("He lives in Fairview, Illinois, with his dog.", "Fairview", ActorKind.PLACE),
        ("They met at Lake Vanor in June.", "Lake Vanor", ActorKind.PLACE),
        ("Flights left from Gardemoen Airport late.", "Gardemoen Airport", ActorKind.FACILITY),
        ("Iran signed it.", "Iran", ActorKind.STATE),
        ("Velmora, 45, was arrested on Monday.", "Velmora", ActorKind.PERSON),
        ("Police questioned Velmora, who denied it.", "Velmora", ActorKind.PERSON),
        ("The Velmora-based firm closed. It left Velmora.", "Velmora", ActorKind.PLACE),
        ("Velmora CEO Anna Lund resigned.", "Velmora", ActorKind.ORGANIZATION),
        ("The University of Dunmore closed its doors.", "University of Dunmore", ActorKind.ORGANIZATION),
        ("The Lincoln School District voted no.", "Lincoln School District", ActorKind.ORGANIZATION),
        ("Anna Hill spoke in Parliament.", "Anna Hill", ActorKind.PERSON),
        ("Several Danes were hurt in the crash.", "Danes", ActorKind.PEOPLE),
    ],
)
def test_kinds(read_text: Read, text: str, name: str, expected: ActorKind) -> None:
    assert kind(read_text(text), name) is expected


def test_what_names_nobody_is_left_out(read_text: Read) -> None:
    reading = read_text(
        "On Friday the CEO said GDP rose. The TV deal is worth US$5 billion. However, January was cold, I think."
    )
    assert not {"Friday", "CEO", "GDP", "TV", "US", "US$", "However", "January", "I"} & set(named(reading))


def test_products_are_not_their_makers(read_text: Read) -> None:
    reading = read_text("The airline bought a Boeing 787 and two Airbus A330 jets. Boeing was pleased.")
    found = [(m.text, m.kind) for m in find_mentions(reading)]
    assert ("Boeing", ActorKind.ORGANIZATION) in found
    assert not [t for t, k in found if k is ActorKind.ORGANIZATION and any(c.isdigit() for c in t)]


def test_names_that_the_model_swallowed_are_parted(read_text: Read) -> None:
    reading = read_text("Labour's Jane Smith wrote to Orban's Fidesz.\n\nJane Smith of Acme Labs spoke.")
    assert "Jane Smith" in named(reading)
    assert not [t for t in named(reading) if "'s " in t or " of Acme" in t]


def test_a_name_is_found_again_where_the_model_missed_it(read_text: Read) -> None:
    reading = read_text(
        "The Zorvat Institute opened in May. Zorvat Institute staff left.\n\nZorvat Institute closed. ZORVAT INSTITUTE."
    )
    assert sum(m.text == "Zorvat Institute" for m in find_mentions(reading)) == 3


def test_the_last_name_of_one_who_turned_out_to_be_a_person_is_found_alone(read_text: Read) -> None:
    doc = read_text(
        "Imre Vasht weaves. Currently Vasht is in Italy. Vasht Street is long. He met Ada Mill at the Mill."
    ).doc
    whole, mill = Piece(0, 2, None, "run"), Piece(14, 16, None, "run")
    street = next(Piece(t.i, t.i + 2, None, "run") for t in doc if t.text == "Vasht" and doc[t.i + 1].text == "Street")
    found = list(surnames(doc, [whole, mill], [whole, mill, street]))
    assert [(doc[p.start : p.end].text, p.kind) for p in found] == [("Vasht", ActorKind.PERSON)]


def test_an_acronym_is_what_its_expansion_is(read_text: Read) -> None:
    reading = read_text("The Baltic Harbour Trust (BHT) met. BHT said no. It asked BHT for money.")
    found = [m for m in find_mentions(reading) if m.text == "BHT"]
    assert len(found) == 3
    assert {m.kind for m in found} == {ActorKind.ORGANIZATION}
    assert {m.form for m in found} == {MentionForm.ALIAS}


def test_titles_after_of_do_not_become_organizations(read_text: Read) -> None:
    reading = read_text("Secretary of State Mary Holm met Minister for Foreign Affairs Jan Berg.")
    assert {"Mary Holm", "Jan Berg"} <= set(named(reading))
    assert not {"State", "Foreign Affairs"} & set(named(reading))


def test_regnal_names_keep_their_title(read_text: Read) -> None:
    reading = read_text("Pope Francis met King Charles III in Rome. Later Francis prayed.")
    assert "Pope Francis" in named(reading)


def test_offices_describe_persons(read_text: Read) -> None:
    reading = read_text(
        "The Kremlin chief left. The prime minister of Norway stayed. The President spoke.\n\n"
        "A minister resigned. The minister-president lost. Ola Moe, chairman of Nordlys Bank, agreed."
    )
    found = {m.text: m.form for m in find_mentions(reading) if m.kind is ActorKind.PERSON}
    assert found["The Kremlin chief"] is MentionForm.DESCRIPTION
    assert found["The prime minister of Norway"] is MentionForm.ALIAS
    assert found["The President"] is MentionForm.ALIAS
    assert found["chairman of Nordlys Bank"] is MentionForm.ALIAS
    assert "A minister" not in found


def test_the_north_only_where_a_northern_state_is_named(read_text: Read) -> None:
    reading = read_text(
        "North Korea and South Korea talked. The nuclear-armed North walked out. It snowed in the North of Norway."
    )
    found = {m.text: m for m in find_mentions(reading)}
    assert found["The nuclear-armed North"].form is MentionForm.DESCRIPTION
    assert found["The nuclear-armed North"].kind is ActorKind.STATE
    other = read_text("It snowed in the North. People in the North like that.")
    assert not [m for m in find_mentions(other) if "North" in m.text and m.kind is ActorKind.STATE]


def test_the_state_within_an_offices_name(read_text: Read) -> None:
    reading = read_text("The US State Department objected.")
    found = [(m.text, m.kind) for m in find_mentions(reading)]
    assert ("US State Department", ActorKind.ORGANIZATION) in found
    assert ("US", ActorKind.STATE) in found


def test_pronouns(read_text: Read) -> None:
    reading = read_text("She said he hurt himself. It rained on them.")
    found = [m.text for m in find_mentions(reading) if m.form is MentionForm.PRONOUN]
    assert found == ["She", "he", "himself"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "…",
        "'s 's 's",
        "A",
        "US$",
        "THE PRESIDENT AND THE KING MET IN THE HALL",
        "()()((",
        "x" * 300,
        "— – —\n",
    ],
)
def test_odd_texts(read_text: Read, text: str) -> None:
    for mention in find_mentions(read_text(text)):
        assert mention.text.strip()


def test_a_particle_makes_no_dam_of_a_person(read_text: Read) -> None:
    reading = read_text('Work stopped. "That claim is false," said Pieter van Dam, the company\'s chief executive.')
    assert kind(reading, "Pieter van Dam") is ActorKind.PERSON


def test_television_is_no_organization(read_text: Read) -> None:
    assert "TV" not in named(read_text("He told an SBS TV program that talks had failed."))


def test_names_are_parted_from_what_follows_them_without_a_blank(read_text: Read) -> None:
    found = named(read_text("A U.S.-led force and a U.K.-Norway team left Mali.[3] It hit Boeing and AT&T. Many left."))
    assert {"U.S.", "U.K.", "Norway", "Mali", "AT&T"} <= set(found)
    assert not any("[" in name for name in found)


def test_what_only_states_have_tells_an_unlisted_state(read_text: Read) -> None:
    reading = read_text(
        "Zeldonia's defence minister, Lena Korvath, spoke. Zeldonia and Belmora signed a ceasefire. The Belmora army "
        "crossed the border with Zeldonia."
    )
    assert kind(reading, "Zeldonia") is ActorKind.STATE
    assert kind(reading, "Belmora") is ActorKind.STATE


def test_a_warlord_is_no_state(read_text: Read) -> None:
    reading = read_text("General Anwar Tarbi's army took the town. Tarbi's troops advanced. Tarbi's army withdrew.")
    assert kind(reading, "Tarbi") is ActorKind.PERSON


def test_names_within_names_say_whose_they_are(read_text: Read) -> None:
    text = (
        "The Springfield Police Department and the University of Texas agreed. The New York Times wrote of it. The "
        "Islamic State of Iraq and the Levant withdrew. An Airbus A320 flew over the Boston Marathon."
    )
    found = [m.text for m in find_mentions(read_text(text))]
    assert {"Springfield", "Texas", "Boston"} <= set(found)
    assert not {"New York", "Iraq", "Airbus"} & set(found)


def test_an_ordinal_begins_a_unit_not_a_product(read_text: Read) -> None:
    assert kind(read_text("Soldiers of the 507th Transport Wing left. The 507th Transport Wing is based here."),
                "507th Transport Wing") is ActorKind.ORGANIZATION  # fmt: skip


def test_capitals_for_weight_make_no_name(read_text: Read) -> None:
    found = named(read_text("They swore an Oath. We want a Tax System that works, said a BBC reporter."))
    assert not {"Oath", "Tax System"} & set(found)
    assert "BBC" in found


def test_a_headline_in_capitals_names_whom_the_text_names(read_text: Read) -> None:
    found = named(read_text("ANNA BERG RESIGNS OVER LOAN IN OSLO\n\nAnna Berg quit on Monday, as was expected here."))
    assert {"ANNA BERG", "OSLO", "Anna Berg"} == set(found)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ursula von der Leyen met them.", "Ursula von der Leyen", ActorKind.PERSON),
        ("The plant is in Stratford-upon-Avon.", "Stratford-upon-Avon", ActorKind.PLACE),
        ("It was cold. Aix-en-Provence Mayor Sophie Doe said so.", "Aix-en-Provence", ActorKind.PLACE),
        ("Anne-Marie Le Gall works there.", "Anne-Marie Le Gall", ActorKind.PERSON),
        ("Shares fell. Zorbex CEO Jane Doe said so.", "Zorbex", ActorKind.ORGANIZATION),
        ("Anna Holm met King Harald V of Norway.", "King Harald V", ActorKind.PERSON),
        ("The cup went to Real Madrid after a long night.", "Real Madrid", ActorKind.ORGANIZATION),
        ("It was calm. WHO said that it was over.", "WHO", ActorKind.ORGANIZATION),
        ("She holds a stake in Zorbex. Shares in Zorbex rose.", "Zorbex", ActorKind.ORGANIZATION),
        ("The fire broke out in Talvora. He was born in Talvora.", "Talvora", ActorKind.PLACE),
    ],
)
def test_names_are_taken_whole_and_for_what_they_are(
    read_text: Read, text: str, name: str, expected: ActorKind
) -> None:
    assert kind(read_text(text), name) is expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("OSLO, Norway (AP) - Anna Holm won the race. The AP counted.", "AP", ActorKind.ORGANIZATION),
        ("Acme sold Boeing's Zorbex 900 engines to the fleet.", "Zorbex 900", ActorKind.OTHER),
        ("It runs on Intel Zorbex processors.", "Zorbex", ActorKind.OTHER),
        ("The troops began Operation Iron Harvest in Talvora.", "Operation Iron Harvest", ActorKind.EVENT),
        ("They tried him for the murder of Orlabeth last year.", "Orlabeth", ActorKind.PERSON),
        ("Tessaly and I went there in May.", "Tessaly", ActorKind.PERSON),
        ("The Municipality of Talvora paid for it.", "Talvora", ActorKind.PLACE),
        ("It came with Microsoft's Internet Explorer browser.", "Internet Explorer", ActorKind.OTHER),
    ],
)
def test_what_stands_around_a_name_tells_its_kind(read_text: Read, text: str, name: str, expected: ActorKind) -> None:
    assert kind(read_text(text), name) is expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pro-Moscow voters stayed at home.", "Moscow"),
        ("It was a half-Danish film.", "Danish"),
        ("She spoke at the Lesser-known authors' evening.", "Lesser"),
        ("He is the Team Manager of the rowers.", "Team"),
        ("Volunteer drivers came. Each volunteer was paid. The volunteer left.", "Volunteer"),
        ("It cost NZ $ 26 million to build.", "NZ"),
        ("They came home for Eid and stayed.", "Eid"),
        ("Nah, I am joking, she said.", "Nah"),
        ("She is a Paralympic medalist in rowing.", "Paralympic"),
    ],
)
def test_words_in_capitals_that_name_nobody(read_text: Read, text: str, name: str) -> None:
    assert name not in named(read_text(text))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The ABQT-XVR spokesman said so.", {"ABQT-XVR"}),
        ("Airbus-Air Force talks failed.", {"Airbus", "Air Force"}),
        ("The firm is based in San Jose - Cisco said so.", {"San Jose", "Cisco"}),
        ("Anti-Moscow Georgian Dream lost.", {"Georgian Dream"}),
        ("We read it in PC Almanac on Monday.", {"PC Almanac"}),
        ("African-Americans voted in Ohio.", {"African-Americans", "Ohio"}),
        ("Jane Holm‘s lawyer said that Jane Holm left.", {"Jane Holm", "Jane Holm‘s"}),
        ("The Prime Minister and President Holm met at the Talvora Summit in May.", {"Holm", "Talvora Summit"}),
    ],
)
def test_names_are_split_and_joined_where_they_end(read_text: Read, text: str, whole: set[str]) -> None:
    assert whole <= set(named(read_text(text)))


def test_an_invented_state_is_told_by_its_government_and_its_adjective(read_text: Read) -> None:
    found = named(read_text("Ardania's president, Joran Velk, spoke on Monday. Velk met Ardanian lawmakers."))
    assert found["Ardania"].kind is ActorKind.STATE
    found = named(read_text("Ardania's president said that Ardania had agreed."))
    assert found["Ardania"].kind is not ActorKind.PERSON
    found = named(read_text("Petrix said so. Shares in Petrix fell. Petrix's president resigned."))
    assert found["Petrix"].kind is ActorKind.ORGANIZATION


def test_what_is_quoted_as_a_title_is_no_person(read_text: Read) -> None:
    found = named(read_text('"Silent Rivers" opened on Friday. Anna Holm directed "Silent Rivers".'))
    assert found["Silent Rivers"].kind is ActorKind.WORK


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_name_with_a_prefix_is_one(read_text: Read, mark: str) -> None:
    text = f"Michael O{mark} Leary said that fares will rise. O{mark} Leary runs it. O{mark}Leary spoke in Dublin."
    assert {f"Michael O{mark} Leary", f"O{mark} Leary", f"O{mark}Leary"} <= set(named(read_text(text)))


def test_a_given_name_that_is_a_word_too_belongs_to_the_surname(read_text: Read) -> None:
    assert "Per Dahl" in named(read_text("Petrix chief executive Per Dahl resigned on Monday."))


def test_what_is_called_after_a_state_is_not_the_state(read_text: Read) -> None:
    found = named(read_text("Air Canada fell. The film Captain America opened on Monday in Oslo."))
    assert found["Air Canada"].kind is ActorKind.ORGANIZATION
    assert not {"Canada", "America"} & set(found)


def test_where_an_officer_works_is_no_officer(read_text: Read) -> None:
    found = find_mentions(read_text("Jane Doe, a spokeswoman for the Los Angeles Sheriff's office, said so."))
    assert {m.text: m.kind for m in found if m.start > 8 and m.form is not MentionForm.PRONOUN}["Los Angeles"] is (
        ActorKind.PLACE
    )
    assert "the Los Angeles Sheriff" not in {m.text for m in found}


def test_a_full_name_is_what_its_surname_is(read_text: Read) -> None:
    doc = read_text("Orlabeth Doone sings. Mr Doone left.").doc
    found = [Piece(0, 2, ActorKind.WORK, "model"), Piece(5, 6, ActorKind.PERSON, "model")]
    assert kinds(doc, found)["orlabethdoone"] is ActorKind.PERSON
