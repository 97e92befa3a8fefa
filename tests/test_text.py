"""Escaping and comparing text: for any text at all, what is shown is that text, and nothing else comes of it."""

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator import text

ANY = st.text()
NASTY = st.text(
    alphabet=st.sampled_from(list("\\`*_{}[]()<>#+-.!|~=^:&\"'$@/% \n\t19azA\u202e\u200b\x00\x1b\r")), max_size=60
)
EXTENSIONS = ["attr_list", "tables", "toc", "footnotes", "def_list", "abbr", "admonition", "md_in_html", "fenced_code"]
PYMDOWN = [
    "superfences",
    "tilde",
    "caret",
    "mark",
    "keys",
    "emoji",
    "betterem",
    "magiclink",
    "smartsymbols",
    "snippets",
]


class Elements(HTMLParser):
    """The elements of a page and the text in them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {sorted(attrs)}")

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(source: str) -> Elements:
    page = Elements()
    page.feed(markdown.markdown(source, extensions=[*EXTENSIONS, *(f"pymdownx.{name}" for name in PYMDOWN)]))
    page.close()
    return page


@given(st.one_of(ANY, NASTY))
@example("# Heading")
@example("1. one")
@example("- item")
@example("+ item")
@example("=====")
@example("[x]: http://example.org 'title'")
@example("*[abbr]: definition")
@example("!!! note\n    text")
@example("--8<-- 'README.md'")
@example("    indented code")
@example("ctrl++alt++ :smile: ==mark== ^^ins^^ ~~del~~ H~2~O x^2^")
@example("https://example.org and mail@example.org")
@example("(c) (tm) +/- 1/4 --> ...")
@example("&amp; &lt; &#60; {{ 7*7 }} {% raw %} { .class #id onclick=x }")
def test_any_text_in_a_markdown_page_is_that_text_and_makes_no_element(told: str) -> None:
    page = rendered(f"Before {text.markdown(told)} after.")
    assert page.tags == rendered("Before harmless after.").tags
    assert page.text == f"Before {text.one_line(told)} after."


@given(st.one_of(ANY, NASTY))
def test_any_text_alone_on_a_line_or_in_a_cell_or_a_heading_stays_text(told: str) -> None:
    shown = text.one_line(told)
    escaped = text.markdown(told)
    if shown:
        assert rendered(f"{escaped}\n").tags == ["p []"]
    page = rendered(f"| a | b |\n|---|---|\n| {escaped} | x |\n")
    assert page.tags.count("td []") == 2
    item = rendered(f"- {escaped} x\n")
    assert item.tags == ["ul []", "li []"]


@given(st.one_of(ANY, NASTY))
def test_any_text_in_html_or_an_attribute_stays_in_it(told: str) -> None:
    escaped = text.html(told)
    assert not re.search(r"[<>\"']", escaped)
    element = ET.fromstring(f'<a title="{escaped}">{escaped}</a>')
    assert element.text in (text.visible(told), None if not text.visible(told) else "")
    assert len(element) == 0


@given(st.one_of(ANY, NASTY))
def test_any_text_as_yaml_is_one_scalar_that_reads_back(told: str) -> None:
    assert yaml.safe_load(f"title: {text.yaml(told)}\nother: 1\n") == {"title": text.visible(told), "other": 1}


def _seen(value: object) -> object:
    if isinstance(value, dict):
        return {text.visible(key): _seen(inner) for key, inner in value.items()}
    return [_seen(inner) for inner in value] if isinstance(value, list) else text.visible(str(value))


@given(st.recursive(ANY, lambda inner: st.lists(inner) | st.dictionaries(ANY, inner), max_leaves=8))
def test_json_in_a_script_element_reads_back_and_never_ends_the_element(value: object) -> None:
    told = text.json_for_html(value)
    assert json.loads(told) == _seen(value)
    assert not re.search(r"[<>&]", told)
    assert told.isascii()


@given(st.one_of(ANY, NASTY))
def test_no_cell_of_a_spreadsheet_is_a_formula(told: str) -> None:
    cell = text.csv_cell(told)
    assert cell.lstrip()[:1] not in tuple("=+-@|%")
    buffer = io.StringIO()
    csv.writer(buffer).writerow([cell, "end"])
    assert next(csv.reader(io.StringIO(buffer.getvalue(), newline=""))) == [cell, "end"]


@given(ANY, ANY)
def test_a_slug_is_a_safe_name_and_tells_texts_apart_that_have_no_letters(one: str, other: str) -> None:
    name = text.slug(one)
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?", name)
    assert name == text.slug(one)
    if one != other and not re.search(r"[A-Za-z0-9]", text.one_line(one + other)):
        assert text.slug(one) == text.slug(other) or one != other


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "index", "search", "404", "assets", "sitemap", "readme"])
def test_reserved_names_get_a_mark(name: str) -> None:
    assert re.fullmatch(rf"{name.lower()}-[0-9a-f]{{8}}", text.slug(name))


def test_long_names_are_cut_and_stay_different() -> None:
    one, other = text.slug("word " * 40 + "a"), text.slug("word " * 40 + "b")
    assert one != other
    assert max(len(one), len(other)) <= 80


def test_names_without_latin_letters_differ() -> None:
    assert len({text.slug(name) for name in ("港口罢工", "إضراب", "¿?¡!", "٣٤٥")}) == 4


@given(ANY)
def test_a_message_is_one_line_without_control_characters(told: str) -> None:
    line = text.one_line(told)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f]", line)
    assert len(line.splitlines()) <= 1


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("bell\x07", "bell⟨U+0007⟩"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("tab\tstays", "tab\tstays"),
        ("lone \ud800 half", "lone ⟨U+D800⟩ half"),
    ],
)
def test_what_cannot_be_seen_is_shown(told: str, shown: str) -> None:
    assert text.visible(told) == shown


@given(ANY)
def test_straight_quotes_keep_every_offset(told: str) -> None:
    assert len(text.straight(told)) == len(told)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Shin Won-sik", "Shin Wonsik"), ("Al‑Shabaab", "al Shabaab"), ("O’Neill", "O'Neill"), ("José", "jose")],
)
def test_spellings_of_one_name_squash_alike(one: str, other: str) -> None:
    assert text.squash(one) == text.squash(other)


def test_folding_keeps_words_apart() -> None:
    assert text.fold("  “Ça\n va” ") == '"ca va"'


@pytest.mark.parametrize(
    ("told", "words"), [("", 0), ("one", 1), ("more than 10,000 troops", 4), ("don't stop-gap 3.5", 3), ("— … —", 0)]
)
def test_words_are_counted_as_people_do(told: str, words: int) -> None:
    assert text.word_count(told) == words


def test_digests_are_of_the_utf8_bytes() -> None:
    assert text.digest("é") == text.digest("é".encode())
    assert text.digest("\ud800") == text.digest("\ud800")


def test_an_attribute_is_escaped_as_markdown_is() -> None:
    assert html.unescape(text.attribute('a "title" [x](y)\nb')) == 'a "title" [x](y) b'
