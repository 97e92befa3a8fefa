import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.scripts import mixed_scripts
from generator.sources.invisible import deceptive, found, plain
from generator.text import visible


def test_what_cannot_be_seen_is_named_and_dropped() -> None:
    text = "Zo\u200bra \u202edesrever\u202c \x1b[2J\u00a0\u00a0left\u00ad."
    assert found(text) == ["U+001B", "U+00AD", "U+200B", "U+202C", "U+202E"]
    assert plain(text) == "Zora desrever [2J left."
    assert found("Plain “text” – as it is.\n\t") == []


def test_joiners_and_soft_hyphens_deceive_only_where_they_do_not_belong() -> None:
    assert deceptive("soft\u00adly, 👨\u200d👩\u200d👧 and می\u200cخواهم") == []
    assert deceptive("Ve\u200dxley, Zo\u200bra, \u202eback") == ["U+200B", "U+200D", "U+202E"]


@given(st.text())
def test_plain_text_has_nothing_left_to_make_visible(text: str) -> None:
    told = plain(text)
    assert "\n" not in told
    assert visible(told) == told
    assert plain(told) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vladimir Рutin said", [("Рutin", "Cyrillic")]),
        ("Рutin and Рutin", [("Рutin", "Cyrillic")]),
        ("the Κremlin", [("Κremlin", "Greek")]),
        ("the \uff30ost", [("\uff30ost", "Fullwidth")]),
        ("Путин said in Москва that 5 µm and ΔT of β2 are β-blockers", []),
        ("Íñigo spoke in Łódź", []),
        ("plain", []),
    ],
)
def test_words_of_two_scripts_are_told_from_words_of_another(text: str, told: list[tuple[str, str]]) -> None:
    assert mixed_scripts(text) == told
