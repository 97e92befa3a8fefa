from generator.model import BlockKind
from generator.sources import cleaning
from generator.sources.cleaning import Piece
from generator.sources.paragraphs import split

PAGE = """\
All sections
WorldNovember 20, 2024

Ferries sail again off Varn

By Ida Moss and Olin Reed, Coast Wire

VARN, Zubrowa (QP) — The ferries will sail again from Monday, the harbour board said.

QP News, Quay Press
FILE - Ferries lie at the quay in Varn on Nov. 18, 2024. (Ida Moss, Quay Pool Photo via AP, File)
FILE - Ferries lie at the quay in Varn on Nov. 18, 2024. (Ida Moss, Quay Pool Photo via AP, File)ASSOCIATED PRESS

Its chair, Tessa Quillfeather, told residents that prices will stay. (AFP)

The Coast Wire contributed to this report.

Read more
"""


def sorted_out(text: str, title: str | None = None, *, markdown: bool = False) -> list[Piece]:
    return cleaning.sort(split(text, markdown=markdown), title=title)


def kept(pieces: list[Piece]) -> list[tuple[str, str]]:
    cleaned = cleaning.compose(pieces)
    return [(b.kind.value, cleaned.text[b.start : b.end]) for b in cleaned.blocks]


def test_a_page_becomes_its_article() -> None:
    pieces = sorted_out(PAGE)
    assert kept(pieces) == [
        ("headline", "Ferries sail again off Varn"),
        ("byline", "By Ida Moss and Olin Reed, Coast Wire"),
        ("body", "The ferries will sail again from Monday, the harbour board said."),
        ("caption", "Ferries lie at the quay in Varn on Nov. 18, 2024."),
        ("body", "Its chair, Tessa Quillfeather, told residents that prices will stay."),
    ]
    assert cleaning.headline(pieces) == "Ferries sail again off Varn"
    assert cleaning.publisher(pieces) == "Quay Press"
    assert cleaning.origins(pieces) == ("QP", "Agence France-Presse", "Coast Wire")
    assert cleaning.authors(pieces) == ("Ida Moss", "Olin Reed")


def test_everything_left_out_is_listed_with_line_and_reason() -> None:
    removed = cleaning.compose(sorted_out(PAGE)).removed
    assert [(r.line, r.text[:20], r.reason) for r in removed] == [
        (1, "All sections", "page furniture"),
        (2, "WorldNovember 20, 20", "section or date line"),
        (8, "VARN, Zubrowa (QP) —", "agency line"),
        (10, "QP News, Quay Press", "name of the outlet"),
        (11, "FILE -", "caption label"),
        (11, "(Ida Moss, Quay Pool", "photo credit"),
        (12, "FILE - Ferries lie a", "caption given twice"),
        (14, "(AFP)", "agency line"),
        (16, "The Coast Wire contr", "credit line"),
        (18, "Read more", "page furniture"),
    ]


def test_nothing_of_the_page_is_lost_between_kept_and_removed() -> None:
    cleaned = cleaning.compose(sorted_out(PAGE))
    told = cleaned.text + " ".join(r.text for r in cleaned.removed)
    assert sorted("".join(PAGE.split())) == sorted("".join(told.split()))


def test_as_it_stands_blocks_cover_the_text_as_it_is() -> None:
    blocks = cleaning.as_it_stands(sorted_out(PAGE))
    told = [(b.kind, PAGE[b.start : b.end]) for b in blocks]
    assert (BlockKind.HEADLINE, "Ferries sail again off Varn") in told
    assert told[2][1].startswith("VARN, Zubrowa (QP) — The ferries")
    assert sum(kind is BlockKind.CAPTION for kind, _ in told) == 2


def test_a_text_without_headline_has_none() -> None:
    pieces = sorted_out("The ferries will sail again from Monday.\n\nPrices will stay as they are.")
    assert cleaning.headline(pieces) is None
    assert [k for k, _ in kept(pieces)] == ["body", "body"]


def test_one_line_alone_is_no_headline() -> None:
    assert kept(sorted_out("Ferries sail again off Varn")) == [("body", "Ferries sail again off Varn")]


def test_a_headline_may_stand_above_a_body_without_full_stops() -> None:
    told = kept(sorted_out("Ferries sail again\n\nThey sail on Monday"))
    assert told == [("headline", "Ferries sail again"), ("body", "They sail on Monday")]


def test_two_sentences_or_a_long_question_are_no_headline() -> None:
    body = "\n\nThe ferries will sail again from Monday."
    for line in (
        "They sail again. So it seems",
        "When I asked the chair of the board on Monday whether the ferries would ever sail again, what did she say?",
        "They sail again,",
    ):
        assert cleaning.headline(sorted_out(line + body)) is None
    assert cleaning.headline(sorted_out("Will they sail again?" + body)) == "Will they sail again?"


def test_the_stated_title_is_the_headline_where_the_text_gives_it() -> None:
    text = "Exclusive report\n\nThey sail again. At last.\n\nThe ferries will sail again from Monday.\n"
    pieces = sorted_out(text, "They sail again. At last.")
    assert cleaning.headline(pieces) == "They sail again. At last."
    assert (
        cleaning.headline(sorted_out("They sail, again.\n\nThe ferries sail.", "They sail, again."))
        == "They sail, again."
    )


def test_a_headline_given_twice_stands_once() -> None:
    told = kept(sorted_out("Ferries sail again\n\nFerries sail again\n\nThe ferries will sail again from Monday."))
    assert [k for k, _ in told] == ["headline", "body"]


def test_the_outlet_behind_a_headline_is_its_publisher() -> None:
    pieces = sorted_out("Ferries sail again | BBC News\n\nThe ferries will sail again from Monday.")
    assert cleaning.headline(pieces) == "Ferries sail again"
    assert cleaning.publisher(pieces) == "BBC News"
    assert cleaning.compose(pieces).removed[0].text == "| BBC News"
    pieces = sorted_out("Ferries sail again - at last\n\nThe ferries will sail again from Monday.")
    assert cleaning.headline(pieces) == "Ferries sail again - at last"


def test_a_copyright_line_names_the_publisher_after_an_outlet_line() -> None:
    body = "The ferries will sail again from Monday.\n\n"
    assert (
        cleaning.publisher(sorted_out(body + "Copyright 2024 The Quay Post. All rights reserved.")) == "The Quay Post"
    )
    both = sorted_out(body + "Copyright 2024 The Quay Post. All rights reserved.\n\nReuters")
    assert cleaning.publisher(both) == "Reuters"
    assert cleaning.publisher(sorted_out(body)) is None


def test_a_person_who_contributed_is_no_origin() -> None:
    body = "The ferries will sail again from Monday.\n\n"
    assert cleaning.origins(sorted_out(body + "Nolan Weir contributed to this report.")) == ()
    assert cleaning.authors(sorted_out("By Associated Press\n\n" + body)) == ()


def test_invisible_characters_and_marks_are_listed() -> None:
    text = (
        "# Fer\u200bries sail\n\n![A ferry](a.jpg)\n\nThe [ferries](https://quay.example/) will sail again.\n\n"
        "Ferries sail"
    )
    cleaned = cleaning.compose(sorted_out(text, markdown=True))
    assert cleaned.text == "Ferries sail\n\nThe ferries will sail again.\n\nFerries sail"
    assert [(r.line, r.text, r.reason) for r in cleaned.removed] == [
        (1, "U+200B", "invisible characters"),
        (3, "![A ferry](a.jpg)", "Markdown"),
        (5, "(https://quay.example/)", "Markdown"),
    ]


def test_a_lone_dateline_is_taken_out() -> None:
    pieces = sorted_out("MIAMI (AP) --\n\nThe ferries will sail again from Monday.")
    assert [k for k, _ in kept(pieces)] == ["body"]
    assert cleaning.origins(pieces) == ("Associated Press",)
