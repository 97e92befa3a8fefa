"""Pages that mention an actor, with the words around."""

from dataclasses import replace

from generator import pages
from generator.model import Factuality
from generator.pages.backlinks import Backlink, backlinks
from generator.pages.desk import Desk
from generator.pages.sheet import Sheet
from tests.factory import dossier_of, facts_of, says
from tests.pages.small import small


def _of(slug: str) -> tuple[Backlink, ...]:
    desk = Desk.of(small())
    return backlinks(desk.index.actors[slug], Sheet(desk, f"actors/{slug}/index.md"))


def test_topics_and_those_who_speak_of_it_are_named() -> None:
    found = [b.page.href or "" for b in _of("freedonia")]
    assert any("topics/" in p for p in found)
    assert any("ada-quill" in p for p in found)
    assert not any("freedonia" in p for p in found)


def _page(text: str, factuality: Factuality) -> str:
    """What Freedonia's page tells of the pages that mention it, where one claim on a topic does."""
    names, topic = {"Freedonia": "freedonia"}, small().topics[0]
    facts = facts_of("first", f"{text}.", names=names, claims=[says(text, factuality=factuality)], license="CC0")
    marked = replace(facts, claims=tuple(replace(c, topics=(topic.slug,)) for c in facts.claims))
    more = facts_of("second", "Freedonia is small.", names=names, claims=[says("Freedonia is small")])
    page = pages.render(dossier_of([marked, more], topics=(topic,)))["actors/freedonia/index.md"].decode()
    return page[page.index("Pages that mention it") : page.index("## Sources")]


def test_words_are_shown_whole_with_how_sure_it_is() -> None:
    """A piece around the name would leave out that it is only feared."""
    told = _page(
        "Dockers in the old town fear above all that at some time soon Freedonia will close", Factuality.POSSIBLE
    )
    assert "Dockers in the old town fear" in told
    assert "held possible" in told


def test_of_long_words_the_claim_is_cited_alone() -> None:
    told = _page(f"{'very ' * 40}late Freedonia will close the harbour", Factuality.CERTAIN)
    assert "](../../sources/first/index.md#" in told
    assert "</q>" not in told
    assert "d-notes" not in told
