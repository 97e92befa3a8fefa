"""What a reader has to be warned of, or led on from: look-alike names, corrected articles, names that moved."""

import re
from dataclasses import replace

from generator import pages
from generator.model import Actor, ActorKind, ActorRule, Curation, Factuality, Superseded
from tests.factory import dossier_of, facts_of, says
from tests.pages.small import COURIER, HERALD, small

_TWIN = "Ada Quіll"  # with a Ukrainian letter in it
_TEXT = f"{_TWIN} said the harbour would close. {_TWIN} spoke for an hour."


def test_a_name_in_two_scripts_is_flagged_wherever_it_is_listed() -> None:
    facts = facts_of(
        "twin",
        _TEXT,
        names={_TWIN: "twin"},
        actors=[Actor(slug="twin", name=_TWIN, kind=ActorKind.PERSON)],
        claims=[says("the harbour would close", by=_TWIN, cue="said")],
    )
    made = pages.render(dossier_of([facts]))
    for path in ("actors/twin/index.md", "actors/index.md", "sources/twin/index.md"):
        assert "Cyrillic letters that look like Latin ones" in made[path].decode(), path
    assert not any(
        "that look like Latin ones" in c.decode() for p, c in pages.render(small()).items() if p.endswith(".md")
    )


def test_a_corrected_article_says_so_and_leads_on() -> None:
    old, new = HERALD.article.id, COURIER.article.id
    made = pages.render(replace(small(), superseded=(Superseded(article=old, by=new),)))
    assert (
        f"A later version takes the place of this one: [{COURIER.article.title}](../{new}/index.md)"
        in made[f"sources/{old}/index.md"].decode()
    )
    assert "takes the place of an earlier version" in made[f"sources/{new}/index.md"].decode()


def test_an_address_that_was_merged_leads_to_the_one_that_stayed() -> None:
    rule = ActorRule(name="Ada Quill", kind=ActorKind.PERSON, names=("Adelaide Quill", "Bruno Tam"))
    made = pages.render(replace(small(), curation=Curation(actors=(rule,))))
    page = made["actors/adelaide-quill/index.md"].decode()
    assert 'moved: "../ada-quill/index.html"' in page
    assert "[Ada Quill](../ada-quill/index.md" in page
    assert "exclude: true" in page
    assert "moved:" not in made["actors/bruno-tam/index.md"].decode()  # an actor's own page is never replaced


def test_a_link_that_is_denied_is_marked_in_the_picture_and_named_in_the_table() -> None:
    made = pages.render(small())
    graph = made["graph/index.md"].decode()
    picture, table = graph[: graph.index("## All links")], graph[graph.index("## All links") :]
    assert "asserted not to be so" in table
    assert "refuses" in table
    told = re.findall(r'<g class="([^"]*)"[^>]*aria-label="([^"]*refuses[^"]*)">(.*?)</g>', picture)
    assert told
    for look, label, drawn in told:
        assert "d-edge-not" in look
        assert label.endswith(": asserted not to be so")
        assert "✕" in drawn
    sure = replace(small(), links=tuple(replace(x, factuality=Factuality.CERTAIN) for x in small().links))
    picture = pages.render(sure)["graph/index.md"].decode().split("## All links")[0]
    assert "refuses" in picture
    assert "✕" not in picture
