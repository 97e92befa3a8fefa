"""Articles that come in never change the ids of what was there: over random orders, and over time."""

import random
from collections.abc import Sequence

import pytest

from generator.model import Facts, Finding
from generator.resolution import copies, findings, happenings, links, stories
from tests.factory import actors_in, facts_of, figure, happens, says

STATES = ["Ruritania", "Freedonia", "Sylvania", "Grand Fenwick", "Zubrowka", "Elbonia"]
NAMES = {name: name.lower().replace(" ", "-") for name in STATES}
THINGS = ["howitzers", "wheat", "submarines", "vaccines", "locomotives", "satellites", "uranium", "fertiliser"]
VERBS = [("sent", "AID"), ("promised", "AGREE"), ("refused", "REJECT"), ("ordered", "REQUEST")]
MANY = 200


def _article(number: int, rng: random.Random) -> Facts:
    giver, taker = rng.sample(STATES, 2)
    thing, (verb, kind) = rng.choice(THINGS), rng.choice(VERBS)
    count, day = rng.choice([40, 400, 4000]), 1 + number * 28 // MANY
    text = f"{giver} {verb} {taker} {count} {thing} after talks on {rng.choice(THINGS)} and {rng.choice(THINGS)}."
    return facts_of(
        f"a{number:03}",
        text,
        title=None,
        publisher=f"Paper {number % 7}",
        published=f"2024-05-{day:02}",
        names=NAMES,
        figures=[figure(f"{count} {thing}", count, count, thing)],
        claims=[says(text.rstrip("."))],
        events=[happens(kind, verb, agent=[giver], recipient=[taker])],
    )


@pytest.fixture(scope="module")
def corpus() -> list[Facts]:
    """200 articles of a few states that give each other things, with many repetitions."""
    rng = random.Random(20240501)
    return [_article(n, rng) for n in range(MANY)]


def _findings(facts: Sequence[Facts]) -> tuple[Finding, ...]:
    return findings.find(facts, actors_in(facts), copies.find([f.article for f in facts]))


def test_what_comes_later_changes_no_id_and_takes_nothing_from_a_finding(corpus: list[Facts]) -> None:
    before: dict[str, set[str]] = {}
    for size in range(20, MANY + 1, 30):
        after = {f.id: set(f.claims) for f in _findings(corpus[:size])}
        assert before.keys() <= after.keys()
        assert all(claims <= after[identity] for identity, claims in before.items())
        before = after
    assert any(len(claims) > 1 for claims in before.values())


def test_stories_and_links_keep_their_ids_as_articles_come_in(corpus: list[Facts]) -> None:
    half, whole = corpus[: MANY // 2], corpus
    assert {s.id for s in stories.group(half)} <= {s.id for s in stories.group(whole)}
    assert {x.id for x in links.find(half, actors_in(half))} <= {x.id for x in links.find(whole, actors_in(whole))}


@pytest.mark.parametrize("seed", range(5))
def test_in_any_order_an_id_leads_on_to_the_finding_with_its_claim(corpus: list[Facts], seed: int) -> None:
    """An id is one of the finding's claims': whoever kept it finds the claim, and so where it stands now."""
    order = random.Random(seed).sample(corpus, MANY)
    old = _findings(order[: MANY // 2])
    new = _findings(order)
    home = {"f" + claim[1:]: f.id for f in new for claim in f.claims}
    assert all(f.id in home for f in old)
    assert len({f.id for f in new}) == len(new)
    assert _findings(order[::-1]) == new


@pytest.mark.parametrize("seed", range(5))
def test_articles_added_in_any_order_change_no_id_of_a_link(corpus: list[Facts], seed: int) -> None:
    order = random.Random(seed).sample(corpus, MANY)
    before: set[str] = set()
    for size in range(20, MANY + 1, 60):
        after = {x.id for x in links.find(order[:size], actors_in(order[:size]))}
        assert before <= after
        before = after
    assert before


@pytest.mark.parametrize("seed", range(2))
def test_articles_added_in_any_order_leave_each_story_and_happening_where_its_id_leads(
    corpus: list[Facts], seed: int
) -> None:
    order = random.Random(seed).sample(corpus, MANY)
    half = order[: MANY // 2]
    home = {f"story-{member}": s.id for s in stories.group(order) for member in s.members}
    assert all(s.id in home for s in stories.group(half))
    old, new = happenings.gather(half, _findings(half)), happenings.gather(order, _findings(order))
    held = {claim for h in new for claim in h.claims}
    assert {claim for h in old for claim in h.claims} <= held
    assert len({h.id for h in new}) == len(new)
    assert happenings.gather(order[::-1], _findings(order)) == new


def test_later_articles_change_no_id_of_a_happening(corpus: list[Facts]) -> None:
    half, whole = corpus[: MANY // 2], corpus
    old, new = happenings.gather(half, _findings(half)), happenings.gather(whole, _findings(whole))
    assert {h.id for h in old} <= {h.id for h in new}
    assert any(len(h.claims) > 1 for h in new)
