import pytest

from generator.errors import SourceError
from generator.model import Limits
from generator.sources.front_matter import Parted, part


def parted(text: str) -> Parted:
    return part(text, path="a.md", limits=Limits())


def fields(text: str) -> Parted:
    return parted(f"---\n{text}\n---\nThe body.")


def warnings(of: Parted) -> list[str]:
    assert all(p.severity == "warning" for p in of.problems)
    return [str(p) for p in of.problems]


@pytest.mark.parametrize("body", ["", "The body.", " \n\n The body.\n\n---\n\nMore.\n", "\r\nThe body.\r\n", "---\n"])
@pytest.mark.parametrize("feed", ["\n", "\r\n", "\r"])
def test_the_body_is_what_stands_after_the_closing_line_to_the_letter(body: str, feed: str) -> None:
    told = parted(f"---{feed}title: A title{feed}--- {feed}{body}")
    assert told.body == body
    assert told.stated.title == "A title"
    assert told.line == 4


def test_a_closing_line_may_be_the_last() -> None:
    assert parted("---\ntitle: A title\n---").body == ""


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.\n",
        "----\ntitle: x\n----\n",
        " ---\ntitle: x\n---\n",
        "---\n\nA rule stands above.\n\n---\n\nAnd below.\n",
        "---\n\nA rule stands above.\n",
        "",
    ],
)
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    told = parted(text)
    assert told.body == text
    assert told.line == 1


@pytest.mark.parametrize("inner", ["", "\n\n", "# a note\ntitle:\n"])
def test_front_matter_may_be_empty(inner: str) -> None:
    assert parted(f"---\n{inner}---\nThe body.").body == "The body."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: x\n\nThe body.", r"a\.md:1: front matter opens with --- and is never closed\. Close it"),
        ("---\n[a, b]\n---\n", r"a\.md:2: front matter holds no fields"),
        ('---\ntitle: "x\n\ty: [\n---\n', r"a\.md:\d: front matter: not YAML"),
        ("---\ntitle: a\nurl: b\ntitle: c\n---\n", r"a\.md:4: front matter: duplicate key 'title'"),
        ("---\ntitle: !!int 3\n---\n", r"a\.md:2: front matter: a YAML tag"),
        ("---\nnotes: " + "x" * 70_000 + "\n---\n", r"a\.md:1: front matter is too large: 70,008 characters"),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        parted(text)


def test_every_field_is_read() -> None:
    stated = fields(
        "title: 404\npublisher: The Quay Post\ndate: 2024-11-20\nurl: https://quay.example/a?b=c\n"
        "authors: [Ida Moss, Olin Reed]\nlanguage: EN-gb\nlicense: CC BY 4.0"
    ).stated
    assert stated.title == "404"
    assert stated.publisher == "The Quay Post"
    assert stated.published == "2024-11-20"
    assert stated.url == "https://quay.example/a?b=c"
    assert stated.authors == ("Ida Moss", "Olin Reed")
    assert stated.language == "en-gb"
    assert stated.license == "CC BY 4.0"


def test_one_author_needs_no_list_and_languages_have_names() -> None:
    told = fields("Author: Ida Moss\nlang: French\nlicence: CC0\npublished:\nauthors: [Ida Moss, ]")
    assert told.stated.authors == ("Ida Moss",)
    assert told.stated.language == "fr"
    assert told.stated.license == "CC0"
    assert told.problems == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: {a: b}", "a.md:2: title: is a mapping, not text; left out"),
        ("title: [a]", "a.md:2: title: is a list, not text; left out"),
        ('title: "\\u200b"', "a.md:2: title: holds no text; left out"),
        ("authors: 7", "a.md:2: authors: '7' is no name of an author; left out"),
        ("url: javascript:alert(1)", "a.md:2: url: 'javascript:alert(1)' is not an http or https address; left out"),
        ("url: //quay.example/", "a.md:2: url: '//quay.example/' is not an http or https address; left out"),
        ("url: https://me@quay.example/", "a.md:2: url: 'https://me@quay.example/' is not an http"),
        ("url: http://[quay/", "a.md:2: url: 'http://[quay/' is not an http"),
        ("language: the English one", "a.md:2: language: 'the English one' is no language tag, such as en"),
        ("date: 2024-02-30", "a.md:2: date: date '2024-02-30' is no day of the calendar; not believed"),
        ("date: 03/04/2024", "a.md:2: date: date '03/04/2024' is ambiguous"),
        ("date: soon", "a.md:2: date: date 'soon' is no date that is read here"),
        ("date: 2024-11-20\npublished: 2024-11-21", "a.md:3: published: 2024-11-21 contradicts 2024-11-20"),
        ("title: A \u202etitle", "a.md:2: title: invisible or direction characters U+202E; left out"),
        ('authors: [Ida, "Ol\\u200bin", ]', "a.md:2: authors: invisible or direction characters U+200B; left out"),
        ("template: x\nhide: [toc]", "a.md:2: front matter fields that are not read: 'template', 'hide'"),
    ],
)
def test_a_field_that_is_wrong_is_left_out_with_a_word(text: str, message: str) -> None:
    (told,) = warnings(fields(text))
    assert told.startswith(message)


def test_a_wrong_field_leaves_the_others() -> None:
    stated = fields("title: [a]\npublisher: The Quay Post\ndate: 2024-02-30").stated
    assert (stated.title, stated.publisher, stated.published) == (None, "The Quay Post", None)


def test_many_unknown_fields_are_told_in_one_line() -> None:
    (told,) = warnings(fields("\n".join(f"k{i}: v" for i in range(9))))
    assert told.endswith("'k0', 'k1', 'k2', 'k3', 'k4', ...")
