"""Weaving costs about twice as much for twice as many articles."""

import random
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.model import Curation, Facts, Settings
from generator.pipeline.story import Gathered, weave
from tests.factory import facts_of, figure, happens, says

STATES = ["Ruritania", "Freedonia", "Sylvania", "Grand Fenwick", "Zubrowka", "Elbonia"]
GIVEN, SURNAMES = ["Ada", "Bo", "Cy", "Dee", "Eli", "Flo"], ["Quill", "Lund", "Marsh", "Stahl", "Orme", "Pike", "Tarn"]
VERBS = [("sent", "AID"), ("promised", "AGREE"), ("refused", "REJECT"), ("ordered", "REQUEST")]
SOUNDS = ["ba", "ko", "lim", "ter", "ran", "sul", "vey", "dor", "mip", "gash", "nol", "fre"]
THINGS = [f"{a}{b}{c}s" for a in SOUNDS for b in SOUNDS for c in SOUNDS[:4]]
A_DAY = 2


def _article(number: int, rng: random.Random) -> Facts:
    giver, taker = rng.sample(STATES, 2)
    speaker = f"{rng.choice(GIVEN)} {rng.choice(SURNAMES)}"
    # What is in the news goes on for some days, and then comes something else.
    near = [THINGS[(7 * number // 20 + rng.randrange(60)) % len(THINGS)] for _ in range(8)]
    verb, kind = rng.choice(VERBS)
    first = f"{giver} {verb} {taker} 40 {near[0]} after talks on {near[1]}, {near[2]} and {near[3]}"
    second = f"the {near[4]} and {near[5]} will cross the {near[6]} with {near[7]}"
    return facts_of(
        f"a{number:05}",
        f"{first}. {speaker} said {second}.",
        title=None,
        publisher=f"Paper {number % 40}",
        published=(date(2024, 1, 1) + timedelta(days=number // A_DAY)).isoformat(),
        names={name: name.lower().replace(" ", "-") for name in (*STATES, speaker)},
        figures=[figure(f"40 {near[0]}", 40, 40, near[0])],
        claims=[says(first), says(second, by=speaker, cue="said")],
        events=[happens(kind, verb, agent=[giver], recipient=[taker])],
    )


def _cost(facts: list[Facts]) -> float:
    """CPU seconds of weaving."""
    articles = tuple(f.article for f in facts)
    gathered = Gathered(root=Path(), settings=Settings(), curation=Curation(), articles=articles, problems=())
    begin = time.process_time()
    weave(gathered, facts)
    return time.process_time() - begin


@pytest.mark.alone
def test_twice_the_articles_cost_about_twice_as_much() -> None:
    rng = random.Random(7)
    facts = [_article(number, rng) for number in range(1000)]
    _cost(facts[:50])  # What is read once is read before.
    # The least of several, in turn: other work on the machine makes a run dearer, never cheaper.
    costs = [(_cost(facts[:500]), _cost(facts)) for _ in range(3)]
    # Twice where it is linear, four times where each is held against each; rare words grow commoner on the way.
    assert min(whole for _, whole in costs) <= 2.8 * min(half for half, _ in costs)
