import pytest

from generator.sources.language import code_of, identify, is_english, name_of

ENGLISH = (
    "The harbour board met on Monday and agreed that the ferries will sail again from the first week of spring, "
    "when the repairs to the east quay are done, its chair told residents who had come to listen."
)
FRENCH = (
    "Le port restera fermé jusqu’à jeudi, a annoncé lundi la ministre, qui a ajouté que les bateaux ne pourraient pas "
    "sortir avant la fin de la semaine à cause de la tempête."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("Порт будет закрыт до четверга, сообщила в понедельник министр транспорта страны.", "ru"),
        ("The harbour board met.", None),
        ("港口", None),
        ("", None),
        ("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22", None),
    ],
)
def test_the_language_is_told_where_there_is_enough_text(text: str, code: str | None) -> None:
    assert identify(text) == code


def test_languages_have_names_and_codes() -> None:
    assert name_of("fr-CA") == "French"
    assert name_of("tlh") == "tlh"
    assert code_of("norwegian") == "no"
    assert code_of("Klingon") is None


@pytest.mark.parametrize(
    ("tag", "english"), [(None, True), ("en-GB", True), ("EN", True), ("fr", False), ("enm", False)]
)
def test_nothing_known_against_it_is_english(tag: str | None, english: bool) -> None:
    assert is_english(tag) is english
