"""Pages that mention an actor, with the words around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.backlinks import around, backlinks
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet
from tests.pages.small import small


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Quill left", "Quill left"),
        ("one two three four five six seven eight nine ten Ada Quill left",
         "… three four five six seven eight nine ten Ada Quill left"),
        ("Quill, one two three four five six seven eight nine", "Quill, one two three four five six seven eight …"),
        ("the Quills left", None),
    ],
)  # fmt: skip
def test_the_words_around_a_name(words: str, told: str | None) -> None:
    assert around(words, ("Quill", "Ada Quill")) == told


@given(st.text(alphabet="ab ,.“”\n()*+?Q", max_size=40), st.text(alphabet="ab ()*+?Q", min_size=1, max_size=5))
def test_any_name_is_sought_as_it_stands(words: str, name: str) -> None:
    told = around(words, (name,))
    assert told is None or name in told


def test_topics_and_those_who_speak_of_it_are_named() -> None:
    desk = Desk.of(small())
    actor = desk.index.actors["freedonia"]
    found = backlinks(actor, Sheet(desk, "actors/freedonia/index.md"))
    pages = [b.page.href or "" for b in found]
    assert any("topics/" in p for p in pages)
    assert any("ada-quill" in p for p in pages)
    assert not any("freedonia" in p for p in pages)
    assert all(b.statement.citation for b in found)
    assert any(b.words and "Freedonia" in b.words for b in found)
