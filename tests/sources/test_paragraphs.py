import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.markup import without_marks
from generator.sources.paragraphs import split

BROKEN = """\
The harbour board met on Monday and agreed that the ferries will
sail again from the first week of spring, when the repairs to the
east quay are done.

Its chair told residents who had come to listen that the price of
a ticket will stay as it is for two more years, whatever fuel may
cost by then.
"""


def test_every_line_is_a_paragraph_where_lines_are_not_broken() -> None:
    text = "Headline here\n\n  First line.\nSecond line.\r\n\r\nThird\tline.  \n"
    told = split(text, first_line=5)
    assert [p.text for p in told] == ["Headline here", "First line.", "Second line.", "Third line."]
    assert [p.line for p in told] == [5, 7, 8, 10]
    assert [text[p.start : p.end] for p in told] == ["Headline here", "First line.", "Second line.", "Third\tline."]


def test_lines_broken_at_a_width_are_joined() -> None:
    told = split(BROKEN)
    assert len(told) == 2
    assert told[0].text.startswith("The harbour board met on Monday and agreed that the ferries will sail again")
    assert [p.line for p in told] == [1, 5]
    assert BROKEN[told[1].start : told[1].end] == BROKEN[BROKEN.index("Its") :].rstrip()


def test_hidden_characters_are_named() -> None:
    (told,) = split("Zo\u200bra left.")
    assert told.hidden == ("U+200B",)
    assert told.text == "Zora left."
    assert split("\u200b\n\u2060") == []


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_paragraphs_stand_where_they_say_in_order(text: str) -> None:
    told = split(text)
    ends = [0, *(p.end for p in told)]
    for before, paragraph in zip(ends, told, strict=False):
        assert before <= paragraph.start < paragraph.end <= len(text)
        assert text[paragraph.start : paragraph.end].strip() == text[paragraph.start : paragraph.end]
        assert 1 <= paragraph.line <= text.count("\n") + text.count("\r") + 1


@pytest.mark.parametrize(
    ("line", "text", "gone"),
    [
        ("# Ferries sail again #", "Ferries sail again", ()),
        ("## Prices", "Prices", ()),
        ("#hashtag stays", "#hashtag stays", ()),
        ("> > quoted text", "quoted text", ()),
        ("- an item", "an item", ()),
        ("FILE - A ferry sails.", "FILE - A ferry sails.", ()),
        ("**Bold**, *leaning* and __both__ of 2*3*4", "Bold, leaning and both of 2*3*4", ()),
        ("snake_case_name", "snake_case_name", ()),
        (
            'See [the plan](https://quay.example/a_(b) "Plan") here',
            "See the plan here",
            ('(https://quay.example/a_(b) "Plan")',),
        ),
        ("![A ferry](ferry.jpg)", "", ("![A ferry](ferry.jpg)",)),
        (r"2 \* 3 \[sic\]", "2 * 3 [sic]", ()),
        ("[sic] and (this) stay [so]", "[sic] and (this) stay [so]", ()),
    ],
)
def test_marks_of_markdown_are_taken_out(line: str, text: str, gone: tuple[str, ...]) -> None:
    assert without_marks(line) == (text, gone)
