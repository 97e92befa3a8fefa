"""The model's entities mended, on parses made by hand: nothing here needs the model."""

import pytest
import spacy
from spacy.tokens import Doc as Parsed
from spacy.tokens import Span

from generator import gazetteer
from generator.extraction.mentions.cover import Cover, Piece
from generator.extraction.mentions.entities import entities
from generator.extraction.mentions.listing import listed_kind, listed_names
from generator.extraction.mentions.pieces import pieces
from generator.extraction.parse import Doc
from generator.model import ActorKind

NLP = spacy.blank("en")


def doc_of(words: str, *found: tuple[int, int, str], noun: str = "PROPN") -> Doc:
    """A parse of words parted by blanks; an underscore joins a word to the one before it."""
    listed = words.split()
    spaces = [i + 1 < len(listed) and not listed[i + 1].startswith("_") for i in range(len(listed))]
    bare = [w.lstrip("_").replace("⏎", "\n") for w in listed]
    starts: list[bool | int | None] = [i == 0 for i in range(len(bare))]
    doc = Parsed(NLP.vocab, words=bare, spaces=spaces, pos=[noun] * len(bare), sent_starts=starts)
    doc.ents = [Span(doc, a, b, label=label) for a, b, label in found]
    return Doc(doc)


def texts(doc: Doc) -> list[tuple[str, ActorKind | None]]:
    return [(doc[p.start : p.end].text, p.kind) for p in entities(doc)]


PERSON, ORGANIZATION, PLACE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE


@pytest.mark.parametrize(
    ("words", "entity", "expected"),
    [
        ("the Harbour Trust _'s boat", (0, 4, "ORG"), [("Harbour Trust", ORGANIZATION)]),
        ("Anna Lund ⏎ Per Dahl spoke", (0, 5, "PERSON"), [("Anna Lund", PERSON), ("Per Dahl", PERSON)]),
        ("Anna Lund _, Per Dahl spoke", (0, 5, "PERSON"), [("Anna Lund", PERSON), ("Per Dahl", PERSON)]),
        ("John Ward _, Jr. spoke", (0, 4, "PERSON"), [("John Ward, Jr.", PERSON)]),
        ("Labour _'s Jane Smith left", (0, 4, "ORG"), [("Labour", None), ("Jane Smith", None)]),
        ("the People _'s Daily wrote", (0, 4, "ORG"), [("People's Daily", ORGANIZATION)]),
        ("Marek _'s Kremlin fell", (0, 3, "PERSON"), [("Marek", None), ("Kremlin", PERSON)]),
        ("Jane Smith of Acme Labs left", (0, 5, "ORG"), [("Jane Smith", None), ("Acme Labs", None)]),
        ("Bank of Dunmore paid", (0, 3, "ORG"), [("Bank of Dunmore", ORGANIZATION)]),
        ("Marek the Nordlys chief", (0, 3, "ORG"), [("Marek", ORGANIZATION), ("Nordlys", ORGANIZATION)]),
        ("Norway Jane Smith Berg spoke", (0, 4, "PERSON"), [("Norway", None), ("Jane Smith Berg", PERSON)]),
        ("Abuja _, Nigeria was hot", (0, 3, "GPE"), [("Abuja", PLACE), ("Nigeria", PLACE)]),
        (
            "Harbour Police _, Coast Guard",
            (0, 5, "ORG"),
            [("Harbour Police", ORGANIZATION), ("Coast Guard", ORGANIZATION)],
        ),
        (
            "Harbour Forces – Coast Army",
            (0, 5, "ORG"),
            [("Harbour Forces", ORGANIZATION), ("Coast Army", ORGANIZATION)],
        ),
        ("President Anna Lund spoke", (0, 3, "PERSON"), [("Anna Lund", PERSON)]),
        ("Pope John prayed", (0, 2, "PERSON"), [("Pope John", PERSON)]),
        ("King Charles III prayed", (0, 3, "PERSON"), [("King Charles III", PERSON)]),
        ("Special Adviser Thorne left", (1, 3, "ORG"), [("Thorne", PERSON)]),
        ("General Trading left", (0, 2, "ORG"), [("General Trading", ORGANIZATION)]),
        ("General Anna left", (0, 2, "ORG"), [("Anna", PERSON)]),
        ("Harbour Trust Spokesman left", (0, 3, "ORG"), [("Harbour Trust", ORGANIZATION)]),
        ("Office of the President met", (0, 4, "ORG"), [("Office of the President", ORGANIZATION)]),
        ("Anna Lund Image", (0, 3, "PERSON"), [("Anna Lund", PERSON)]),
        ("Anna Lund 4-6 won", (0, 3, "PERSON"), [("Anna Lund", PERSON)]),
        ("first Nordic Union met", (0, 3, "ORG"), [("Nordic Union", ORGANIZATION)]),
        ("pro - EU voters", (0, 3, "ORG"), [("EU", ORGANIZATION)]),
        ("al - Qamar fell", (0, 3, "ORG"), [("al - Qamar", ORGANIZATION)]),
        ("Friday came", (0, 1, "ORG"), []),
        ("May 12 came", (0, 2, "ORG"), []),
        ("GDP rose", (0, 1, "ORG"), []),
        ("and then I left", (0, 3, "ORG"), []),
        ("https://example.org is", (0, 1, "ORG"), []),
        ("However it rained", (0, 1, "ORG"), []),
        ("five people came", (0, 2, "ORG"), []),
        ("noon came", (0, 1, "TIME"), []),
    ],
)
def test_entities_are_trimmed_and_parted(
    words: str, entity: tuple[int, int, str], expected: list[tuple[str, ActorKind | None]]
) -> None:
    assert texts(doc_of(words, entity)) == expected


def test_a_verb_at_a_sentences_start_is_no_name() -> None:
    assert texts(doc_of("Browsing on", (0, 1, "PERSON"), noun="VERB")) == []
    assert texts(doc_of("Mark on", (0, 1, "PERSON"), noun="VERB")) == [("Mark", PERSON)]


def test_listed_names_the_longest_first() -> None:
    doc = doc_of("He said The United Arab Emirates and the West saw West Virginia")
    found = [doc[p.start : p.end].text for p in listed_names(doc)]
    assert found == ["United Arab Emirates", "West"]


def test_listed_names_that_the_text_parts_at_their_hyphens() -> None:
    doc = doc_of("Then Guinea _- _Bissau and Côte d'Ivoire met")
    assert [doc[p.start : p.end].text for p in listed_names(doc)] == ["Guinea-Bissau", "Côte d'Ivoire"]


def test_listed_kinds() -> None:
    assert listed_kind("Oslo") is PLACE
    assert listed_kind("Danes") is ActorKind.PEOPLE
    assert listed_kind("NATO") is ORGANIZATION
    assert listed_kind("Nordlys") is None


def test_split_persons_are_joined_and_titles_put_back() -> None:
    doc = doc_of("They met Choe Son Hui and Queen Anne", (2, 4, "PERSON"), (4, 5, "NORP"), (7, 8, "PERSON"))
    assert [doc[p.start : p.end].text for p in pieces(doc)] == ["Choe Son Hui", "Queen Anne"]


def test_a_given_name_that_is_a_state_stays_a_person() -> None:
    doc = doc_of("They met Jordan yesterday", (2, 3, "PERSON"))
    assert [p.kind for p in pieces(doc)] == [PERSON]


def test_a_maker_with_a_model_number_is_a_product() -> None:
    doc = doc_of("They bought a Boeing 747 jet", (3, 4, "ORG"))
    assert [(doc[p.start : p.end].text, p.kind) for p in pieces(doc)] == [("Boeing 747", ActorKind.OTHER)]


def test_the_cover_keeps_what_is_longer() -> None:
    cover = Cover(5)
    whole, part = Piece(0, 3, None, "model"), Piece(1, 2, PLACE, "listed")
    cover.add(whole)
    cover.add(part)
    cover.prefer(part, lambda _: False)
    assert cover.pieces() == [whole]
    better = Piece(0, 3, PLACE, "listed")
    cover.prefer(better, lambda _: True)
    assert cover.pieces() == [whole]
    cover.prefer(better, lambda _: False)
    assert cover.pieces() == [better]
    cover.prefer(Piece(0, 5, None, "listed"), lambda _: False)
    assert cover.covered(4) is not None


def test_a_surname_with_a_particle_gets_its_given_name_back() -> None:
    doc = doc_of("They met Anna ter Horst", (4, 5, "PERSON"))
    assert [(doc[p.start : p.end].text, p.kind) for p in pieces(doc)] == [("Anna ter Horst", PERSON)]
    doc = doc_of("They met Zorg ter Horst", (4, 5, "PERSON"))
    assert "Zorg ter Horst" not in [doc[p.start : p.end].text for p in pieces(doc)]


def test_what_a_minister_is_in_charge_of_is_no_party() -> None:
    doc = doc_of("Dutch Labour Minister Eva Lund left", (3, 5, "PERSON"))
    assert [doc[p.start : p.end].text for p in pieces(doc)] == ["Dutch", "Eva Lund"]
    doc = doc_of("They said that Labour Minister", (3, 4, "PERSON"))
    assert "Labour" not in [doc[p.start : p.end].text for p in pieces(doc) if p.kind is ORGANIZATION]


def test_an_endless_entity_is_not_looked_up_at_each_token(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    plain = gazetteer.key

    def counted(name: str) -> str:
        looked.append(len(name))
        return plain(name)

    monkeypatch.setattr(gazetteer, "key", counted)
    for text in ("A. B. ", "Norway Jane ", "Jane _'s Acme _'s ", "Paris _, Texas _, "):
        looked.clear()
        size = len(text.split()) * 500
        for label in ("PERSON", "ORG", "GPE"):
            list(entities(doc_of(text * 500, (0, size, label))))
        assert sum(looked) < 200 * size


def test_names_that_begin_alike_are_found_again_by_one_look_up_each() -> None:
    names = [f"Jane Q{i}" for i in range(1500)]
    ends = [(2 * i, 2 * i + 2, "PERSON") for i in range(1500)]
    doc = doc_of(" ".join([*names, "and", *names]), *ends)
    assert len(pieces(doc)) >= 1500
