"""Whatever an article says, its words are words: a page's elements are those of a harmless text."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pages
from generator.model import Actor, ActorKind, Bases, Basis, Dossier, ExcerptPolicy, Settings, Topic
from generator.pages.templates import template_root
from generator.text import visible
from tests.factory import dossier_of, facts_of, figure, says

PAYLOADS = (
    "<script>alert(1)</script>",
    "</title></head><body><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    ":material-skull: :smile:",
    "{{ 7*7 }} {% include '/etc/passwd' %} {# x #}",
    "a | pipe || `code` ``` fence",
    "# head ## head",
    "- item * item 1. item",
    "> quote --- === ~~~ ***",
    '{ #x .y onclick="z" } {: .z }',
    "[^1] [ref]: https://evil.example *[HTML]: x",
    "https://evil.example mallory@evil.example www.evil.example",
    "&lt;b&gt; &#60;i&#62; &amp;",
    '"quoted" \'single\' \\"escaped\\" \\* \\\\',
    "<!-- comment --> <![CDATA[ x ]]> <?php x ?>",
    '--8<-- "mkdocs.yml"',
    "a\u202eb\u200bc\x07d",
    "=HYPERLINK(1) +1 @x",
    "$$ math $$ ==mark== ^^ins^^ ~~del~~ H~2~O",
)
_HARMLESS = "Plain words here"


class _Elements(HTMLParser):
    """The elements of a page with the names of their attributes, and its text."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.texts: list[str] = []
        self.feed(told)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *sorted(name for name, _ in attrs)))
        self.texts.extend(value for name, value in attrs if name == "title" and value)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


def _markdown() -> markdown.Markdown:
    """Markdown as the site reads it."""
    told: dict[str, Any] = yaml.safe_load((template_root().parent / "mkdocs.yml").read_text())
    names = [next(iter(x)) if isinstance(x, dict) else x for x in told["markdown_extensions"]]
    return markdown.Markdown(extensions=names)


def _dossier(word: str, other: str = "Sylvania") -> Dossier:
    """A dossier in which the word is title, publisher, author, licence, actor, speaker, words, topic and reason."""
    facts = facts_of(
        "article",
        f"{word}\n\n{word} met {other}, a clerk of {word} said. {word} {other} left for 300 {word}.",
        title=word,
        publisher=word,
        license=word,
        names={"met": "one", other: "two", "left": "one"},
        figures=[figure("300", 300, None, word)],
        claims=[
            says(f"{word} met {other}", by=f"a clerk of {word}", cue="said", via=word, addressee=word, topics=["t"]),
            says(f"left for 300 {word}", when="2024", topics=["t"]),
        ],
    )
    article = replace(
        facts.article,
        authors=(word,),
        origins=(word,),
        basis=Bases(published=Basis.INFERRED),
        published_reason=word,
        language=word,
        path=f"seeds/{word}",
    )
    claims = tuple(replace(c, rule=word) for c in facts.claims)
    return dossier_of(
        [replace(facts, article=article, claims=claims)],
        settings=Settings(title=word, scope=word, excerpts=ExcerptPolicy(share=1.0, words=1_000)),
        actors=(
            Actor(slug="one", name=word, kind=ActorKind.PERSON, roles=(word,)),
            Actor(slug="two", name=other, kind=ActorKind.STATE),
        ),
        topics=(Topic(slug="t", name=word, description=word),),
    )


def _pages(dossier: Dossier) -> Iterator[tuple[str, str, _Elements]]:
    """Each page's path, front matter and elements."""
    read = _markdown()
    for path, content in pages.render(dossier).items():
        if path.endswith(".md"):
            _, head, body = content.decode().split("---\n", 2)
            read.reset()
            yield path, head, _Elements(read.convert(body))


@pytest.fixture(scope="module")
def harmless() -> dict[str, list[tuple[str, ...]]]:
    return {path: made.tags for path, _, made in _pages(_dossier(_HARMLESS))}


_FIELDS = {"title", "description", "search", "tags", "hide", "linked"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_words_wherever_it_stands(payload: str, harmless: dict[str, list[tuple[str, ...]]]) -> None:
    shown = " ".join(visible(payload).split())
    for path, head, made in _pages(_dossier(payload)):
        assert made.tags == harmless[path], path
        told = yaml.safe_load(head)
        assert {"title", "description", "search"} <= set(told) <= _FIELDS, path
        assert not re.search(r"<|\n", told["title"] + told["description"]), path
        if "linked" in told:  # The theme writes this into a script element as it stands.
            assert not re.search(r"[<>&]", told["linked"]), path
            assert json.loads(told["linked"])["@context"] == "https://schema.org", path
        if path in {"index.md", "sources/article/index.md", "actors/one/index.md", "topics/t/index.md"}:
            assert shown in made.text, path


# Marks that mean something somewhere, in any order and company.
_MARKS = st.text(alphabet="ab1 <>&\"'`*_{}[]()#|~=^:!+-.$@%/\\\n\t;", min_size=1, max_size=24)


@settings(max_examples=15, deadline=None)
@given(word=_MARKS.filter(lambda w: w.strip() and "met" not in w and "left" not in w))
def test_any_marks_are_words(harmless: dict[str, list[tuple[str, ...]]], word: str) -> None:
    for path, _, made in _pages(_dossier(word)):
        assert made.tags == harmless[path], path


def test_a_sentence_of_hundreds_of_names_is_not_repeated_whole_for_each() -> None:
    names = {f"Ada Quill{n}x": f"quill-{n}" for n in range(400)}
    told = f"The mayor met {', '.join(names)} and left"
    facts = facts_of("article", f"{told}.", names=names, claims=[says(told)], license="CC BY 4.0")
    people = tuple(Actor(slug=slug, name=name, kind=ActorKind.PERSON) for name, slug in names.items())
    made = pages.render(dossier_of([facts], actors=people))
    listed = made["actors/index.md"].decode()
    assert len(told) > 4_000
    assert len(listed) < 400 * 1_600
    assert told[:900] in listed
    assert told not in listed
