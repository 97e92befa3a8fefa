from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Problem, SourceError
from generator.model import Article, Basis, Limits
from generator.sources.decode import decode
from generator.sources.front_matter import part
from generator.sources.reading import Manner, Source, read

TODAY = date(2026, 1, 1)
PROSE = (
    "The ferries will sail again from Monday, the harbour board said, after the storm broke the east quay.\n\n"
    "Its chair, Tessa Quillfeather, told residents that prices will stay as they are for two more years.\n"
)


def manner(*, as_is: bool = False, published: str | None = None, limits: Limits | None = None) -> Manner:
    return Manner(limits=limits or Limits(), today=TODAY, as_is=as_is, published=published)


def source(text: str, *, html: bool = False, markdown: bool = False) -> Source:
    return Source(id="a", path="seeds/a.txt", sha256="0" * 64, text=text, html=html, markdown=markdown)


def article(text: str, how: Manner | None = None) -> Article:
    return read(source(text), how or manner())[0]


def messages(text: str, how: Manner | None = None) -> list[str]:
    return [str(p) for p in read(source(text), how or manner())[1]]


def test_front_matter_is_the_surest_source() -> None:
    told = article(
        "---\ntitle: Ferries sail\npublisher: The Quay Post\ndate: 2024-11-20\nlanguage: en\n---\n"
        "November 22, 2024\n\nFerries sail again\n\nReuters\n\n" + PROSE
    )
    assert (told.title, told.publisher, told.published) == ("Ferries sail", "The Quay Post", "2024-11-20")
    basis = told.basis
    assert {basis.title, basis.publisher, basis.published, basis.language} == {Basis.FRONT_MATTER}


def test_what_the_text_states_comes_next() -> None:
    told = article("November 22, 2024\n\nFerries sail again\n\nReuters\n\nBy Ida Moss\n\n" + PROSE)
    assert (told.title, told.publisher, told.published) == ("Ferries sail again", "Reuters", "2024-11-22")
    assert (told.language, told.authors) == ("en", ("Ida Moss",))
    assert (told.basis.title, told.basis.publisher, told.basis.published) == (Basis.STATED,) * 3
    assert told.basis.language is Basis.INFERRED


def test_an_agency_line_is_an_origin_and_no_publisher() -> None:
    told = article("Ferries sail again\n\nVARN, Zubrowa (AP) — " + PROSE)
    assert told.origins == ("Associated Press",)
    assert (told.publisher, told.basis.publisher) == (None, Basis.UNKNOWN)


def test_what_is_not_known_is_unknown() -> None:
    told = article("The ferries sail.")
    assert (told.title, told.publisher, told.published, told.language) == (None, None, None, None)
    assert {told.basis.title, told.basis.published, told.basis.language} == {Basis.UNKNOWN}


def test_a_given_date_stands_in_for_one_that_is_not_stated() -> None:
    how = manner(published="2024-11-23")
    told = article(PROSE, how)
    assert (told.published, told.basis.published) == ("2024-11-23", Basis.STATED)
    assert told.published_reason == "given on the command line"
    assert article("November 22, 2024\n\nFerries sail again\n\n" + PROSE, how).published == "2024-11-22"
    assert article("---\ndate: 2024-11-20\n---\n" + PROSE, how).published == "2024-11-20"


def test_a_date_after_today_is_not_believed() -> None:
    text = "---\ndate: 2199-01-01\n---\n" + PROSE
    assert article(text).published is None
    assert messages(text) == ["seeds/a.txt: date '2199-01-01' lies in the future; not believed"]


def test_deceptive_characters_are_told_with_their_line() -> None:
    told = messages("Clerk Рutin\n\n" + PROSE + "\nHe \u202ewent\u202c. Рutin left \u202e.\n")
    assert told == [
        "seeds/a.txt:1: mixed scripts: look-alike letters (Cyrillic among Latin ones) in 'Рutin'",
        "seeds/a.txt:7: invisible or direction characters U+202C, U+202E; left out of what is read",
    ]
    assert messages('---\ntitle: "Clerk Рutin"\n---\n' + PROSE) == [
        "seeds/a.txt:1: mixed scripts: look-alike letters (Cyrillic among Latin ones) in 'Рutin'"
    ]


FRENCH = (
    "Le port restera fermé jusqu’à jeudi, a annoncé lundi la ministre, qui a ajouté que les bateaux ne pourraient pas "
    "sortir avant la fin de la semaine à cause de la tempête."
)


def test_publishers_and_authors_may_deceive_as_well() -> None:
    told = messages("---\npublisher: Рost\nauthors: [Ida Мoss]\n---\n" + PROSE)
    assert [t.rsplit(" ", 1)[1] for t in told] == ["'Мoss'", "'Рost'"]


def test_other_languages_are_kept_and_told() -> None:
    told = article(FRENCH)
    assert (told.language, told.basis.language) == ("fr", Basis.INFERRED)
    assert messages(FRENCH) == ["seeds/a.txt: language: is French (fr); kept as a source, not read as English"]
    stated = "---\nlanguage: ko\n---\n" + PROSE
    assert messages(stated) == ["seeds/a.txt: language: is Korean (ko); kept as a source, not read as English"]
    assert article(stated).basis.language is Basis.FRONT_MATTER


def test_a_language_that_does_not_fit_is_told() -> None:
    text = "---\nlanguage: en\n---\n" + FRENCH
    told = article(text)
    assert (told.language, told.basis.language, told.in_english) == ("fr", Basis.INFERRED, False)
    assert messages(text) == [
        "seeds/a.txt: language: states its language as en, but looks French (fr); kept as a source, not read as English"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty: there is no text in it. Put the article's text into it"),
        (" \n\t \u00a0\n", "empty"),
        ("---\ntitle: x\n---\n", "empty"),
        ("... --- ...", "no text in it, only signs"),
        ("All sections\n\nRead more\n", "no text is left once page furniture is taken out"),
        ("word " * 300, "a line is too long: 1,500 characters, the limit is 1,000"),
        ("a\n" * 200_001, "too many lines: 200,001, the limit is 200,000"),
    ],
)
def test_a_file_without_an_article_is_refused(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(source(text), manner(limits=Limits(line=1_000)))


def test_as_is_the_text_is_the_body_to_the_letter() -> None:
    body = "\n\n VARN (AP) — The \u202eferries\u202c sail.\r\n\r\nRead more\r\n \n"
    told = article("---\ntitle: Ferries sail\n---\n" + body, manner(as_is=True))
    assert told.text == body
    assert told.removed == ()
    assert [(b.kind.value, told.text[b.start : b.end]) for b in told.blocks] == [
        ("body", "VARN (AP) — The \u202eferries\u202c sail.")
    ]


def test_html_is_read_as_its_article() -> None:
    page = f"<html><body><article><h1>Ferries sail</h1><p>{PROSE}</p></article></body></html>"
    told, _ = read(source("---\npublisher: The Quay Post\n---\n" + page, html=True), manner())
    assert (told.title, told.publisher) == ("Ferries sail", "The Quay Post")
    assert told.text.startswith("Ferries sail\n\nThe ferries will sail again")


def test_what_is_removed_from_html_has_its_line_in_the_source() -> None:
    page = (
        f"<html><body>\n<article>\n<h1>Ferries sail</h1>\n<p>{PROSE}</p>\n<p>Prices &amp; fares will stay.</p>\n"
        "<figure>"
        "<figcaption>The east quay. (Ida Moss, Quay Post)</figcaption></figure></article></body></html>"
    )
    told, _ = read(source(page, html=True), manner())
    assert [(r.line, r.text) for r in told.removed] == [(9, "(Ida Moss, Quay Post)")]


NEWSY = st.lists(
    st.sampled_from(
        [
            "---",
            "title: A title",
            "date: 2024-11-20",
            "All sections",
            "November 22, 2024",
            "Ferries sail again",
            "By Ida Moss",
            "VARN (AP) — The ferries sail again, she said Friday.",
            "FILE - Ferries in Varn on Nov. 21, 2024. (AP Photo/Ida Moss)",
            "FILE - Ferries in Varn on Nov. 21, 2024. (AP Photo/Ida Moss)ASSOCIATED PRESS",
            "“We left,” he said. (AFP)",
            "Read more",
            "",
            "\u202e",
        ]
    ),
    max_size=12,
).map("\n".join)


def outcome(text: Source, how: Manner) -> Article | Problem:
    try:
        told, problems = read(text, how)
    except SourceError as error:
        return error.problem
    assert all(p.severity == "warning" for p in problems)
    return told


def check(told: Article | Problem) -> None:
    if isinstance(told, Problem):
        assert "\n" not in str(told)
        return
    end = 0
    for block in told.blocks:
        assert end <= block.start < block.end <= len(told.text)
        end = block.end
    assert any(c.isalnum() for c in told.text)


@given(st.one_of(NEWSY, st.text(max_size=200)), st.booleans(), st.booleans())
def test_any_text_is_an_article_or_one_problem(text: str, as_is: bool, markdown: bool) -> None:
    told = outcome(source(text, markdown=markdown), manner(as_is=as_is))
    check(told)
    if as_is and isinstance(told, Article):
        assert told.text == part(text, path="a", limits=Limits()).body


BEFORE = [b"", b"---\ntitle: x\n---\n", b"\xff\xfe", b"\xef\xbb\xbf", b"The board met.\n"]


@given(st.binary(max_size=200), st.sampled_from(BEFORE))
def test_any_bytes_are_an_article_or_one_problem(data: bytes, before: bytes) -> None:
    try:
        text = decode(before + data, path="a.txt").text
    except SourceError as error:
        check(error.problem)
        return
    check(outcome(source(text), manner()))


@given(st.text(alphabet=st.sampled_from("<>/=\"' &;apdivscripthtml!-[]{}\n"), max_size=120))
def test_any_html_is_an_article_or_one_problem(text: str) -> None:
    check(outcome(source(f"<html><body><p>{PROSE}</p>{text}", html=True), manner()))
