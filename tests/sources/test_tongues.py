"""An article in two languages is read where it is in English, and only there."""

from datetime import date

import pytest

from generator.model import Article, Limits
from generator.sources.reading import Manner, Source, read

ENGLISH = (
    "The harbour board met on Monday and agreed that the ferries will sail again from the first week of spring.",
    "Its chair, Ida Moss, told residents who had come to listen that the repairs to the east quay are nearly done.",
    "They will cost less than was feared, she said, because most of the old stones could be used once more.",
)
GERMAN = (
    "Der Hafenrat kam am Montag zusammen und beschloss, dass die Fähren im Frühjahr wieder ablegen werden.",
    "Die Vorsitzende Ida Moss sagte den Anwohnern, dass die Arbeiten am östlichen Kai beinahe fertig seien.",
)
DANISH = "Borgmesteren sagde mandag, at to af de tre ejere for længst har sagt ja til at betale for arbejdet."


def told(*paragraphs: str, front: str = "", as_is: bool = False) -> tuple[Article, list[str]]:
    source = Source(id="a", path="seeds/a.txt", sha256="0" * 64, text=front + "\n\n".join(paragraphs))
    article, problems = read(source, Manner(limits=Limits(), today=date(2026, 1, 1), as_is=as_is))
    return article, [str(p) for p in problems]


@pytest.mark.parametrize("front", ["", "---\nlanguage: en\n---\n"])
@pytest.mark.parametrize("swapped", [False, True])
def test_paragraphs_in_another_language_are_not_read(front: str, *, swapped: bool) -> None:
    parts = (GERMAN, ENGLISH) if swapped else (ENGLISH, GERMAN)
    article, messages = told(*parts[0], *parts[1], front=front)
    assert article.text == "\n\n".join(ENGLISH)
    assert article.in_english
    assert [(r.text, r.reason) for r in article.removed] == [(g, "in German, not read as English") for g in GERMAN]
    line = (1 if swapped else 7) + front.count("\n")
    assert messages == [f"seeds/a.txt:{line}: language: 2 of 5 paragraphs are in German (de); not read as English"]


def test_paragraphs_in_two_languages_by_turns() -> None:
    article, _ = told(ENGLISH[0], GERMAN[0], ENGLISH[1], DANISH, ENGLISH[2])
    assert article.text == "\n\n".join(ENGLISH)
    assert [r.reason for r in article.removed] == ["in German, not read as English", "in Danish, not read as English"]


def test_what_is_mostly_in_another_language_is_not_read_at_all() -> None:
    article, messages = told(ENGLISH[0], *GERMAN)
    assert (article.language, article.in_english, article.removed) == ("de", False, ())
    assert messages == ["seeds/a.txt: language: is German (de); kept as a source, not read as English"]


def test_the_beginning_does_not_tell_for_the_rest() -> None:
    article, _ = told(*ENGLISH * 5, *GERMAN * 20)
    assert (article.language, article.in_english) == ("de", False)
    article, _ = told(*GERMAN * 8, *ENGLISH * 20)
    assert article.text == "\n\n".join(ENGLISH * 20)


def test_one_long_paragraph_is_judged_in_all_its_length() -> None:
    article, _ = told(" ".join(ENGLISH * 5) + " " + " ".join(GERMAN * 10))
    assert (article.language, article.in_english) == ("de", False)


def test_short_lines_go_with_what_they_stand_among() -> None:
    article, _ = told(*ENGLISH, GERMAN[0], "Mehr dazu morgen.", GERMAN[1], "Ida Moss, Vorsitzende")
    assert article.text == "\n\n".join(ENGLISH)
    article, _ = told(ENGLISH[0], "Ida Moss, chair", GERMAN[0], "What is next", *ENGLISH[1:])
    assert "Ida Moss, chair" in article.text
    assert "What is next" in article.text


def test_a_foreign_phrase_in_english_is_read() -> None:
    words = ENGLISH[0] + " “Wir schaffen das,” she added, “und zwar bis zum Frühjahr, liebe Leute.”"
    article, messages = told(words, *ENGLISH[1:])
    assert words in article.text
    assert messages == []


def test_a_text_that_stays_as_it_is_keeps_its_words() -> None:
    article, messages = told(*ENGLISH, *GERMAN, as_is=True)
    assert article.text == "\n\n".join((*ENGLISH, *GERMAN))
    assert messages == []


SHORT = "The mayor said that the ferries would sail on Friday."


def test_a_short_english_paragraph_goes_with_no_neighbour() -> None:
    article, _ = told(*ENGLISH, GERMAN[0], SHORT, GERMAN[1], "Three people were killed, they said.")
    assert SHORT in article.text
    assert "Three people were killed, they said." in article.text
    assert [r.text for r in article.removed] == list(GERMAN)


def test_a_credit_behind_a_long_paragraph_does_not_silence_it() -> None:
    long = " ".join(ENGLISH * 8)
    credit = "Das Foto zeigt den Hafen am Abend, als die Fähren wieder ablegten und die Anwohner kamen."
    article, _ = told(f"{long[:2390]}. {credit}")
    assert article.in_english
