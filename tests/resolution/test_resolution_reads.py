"""From text to findings, with the language model: what a reader of these articles would put together."""

import pytest
from spacy.language import Language

from generator.extraction.extract import extract
from generator.model import Curation, Facts, Finding
from generator.resolution import actors, copies, findings
from tests.factory import article_of

pytestmark = pytest.mark.model

WIRE = (
    "PORT ELM, Ruritania (AP) — A passenger ferry capsized in heavy seas off Port Elm on Tuesday, killing at least "
    "12 people, the coast guard said.\n\n"
    "The Morning Star went down about two miles from the harbour shortly after 6 a.m., coast guard spokeswoman Helen "
    'Varga told reporters. "Rescuers have pulled 31 survivors from the water," she said.\n\n'
    "Families of the passengers waited on the quay through the night."
)
OWN = (
    "Fifteen people are dead after the ferry Morning Star capsized off Port Elm on Tuesday, hospital director Tomas "
    "Brandt said on Wednesday.\n\n"
    '"We were told to wait, and then nobody came," said Maria Kovac, whose brother was on board.'
)
ACCUSED = (
    "France has delivered long-range rockets to rebels in Chad, Poland's foreign minister Adam Nowak said.\n\n"
    "France's defence ministry denied that it had delivered rockets to the rebels."
)


def _read(nlp: Language, *articles: tuple[str, str, str, str]) -> tuple[list[Facts], tuple[Finding, ...]]:
    made = [article_of(name, text, publisher=paper, published=day) for name, paper, day, text in articles]
    resolved = actors.resolve([extract(a, nlp) for a in made], Curation())
    return list(resolved.facts), findings.find(resolved.facts, resolved.actors, copies.find(made))


def _with(words: str, facts: list[Facts], found: tuple[Finding, ...]) -> Finding:
    claims = {c.id for f in facts for c in f.claims if words in c.text}
    return next(f for f in found if claims & set(f.claims))


def test_copies_count_once_and_tolls_that_differ_stand_side_by_side(nlp: Language) -> None:
    facts, found = _read(
        nlp,
        ("a", "Daily Star", "2024-05-07", WIRE),
        ("b", "Evening Post", "2024-05-07", WIRE),
        ("c", "Echo", "2024-05-08", WIRE),
        ("d", "Herald", "2024-05-08", OWN),
    )
    finding = _with("at least 12", facts, found)
    assert finding is _with("Fifteen", facts, found)
    assert len(finding.origins) == 2
    assert len(finding.publishers) == 2
    assert [d.about for d in finding.differences] == ["figure"]


def test_a_denial_is_shown_with_what_it_denies(nlp: Language) -> None:
    facts, found = _read(nlp, ("e", "Herald", "2024-05-09", ACCUSED))
    finding = _with("long-range rockets", facts, found)
    assert finding is _with("it had delivered", facts, found)
    assert [d.about for d in finding.differences] == ["denial"]
    assert len(finding.origins) == 2
    assert finding.credibility == 4
