"""Articles that come in, in whatever order, change no id of what was there: the dossier remembers what it gave."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import changes, contract
from generator.model import Curation, Dossier, Facts, Settings
from generator.model.changes import History, KnownIds
from generator.pipeline.story import Gathered, weave
from tests.factory import facts_of, figure, happens, says

STATES = ["Ruritania", "Freedonia", "Sylvania", "Grand Fenwick", "Zubrowka", "Elbonia"]
PEOPLE = ["Ada Quill", "Bo Lund", "Cy Marsh"]
NAMES = {name: name.lower().replace(" ", "-") for name in (*STATES, *PEOPLE)}
THINGS = ["howitzers", "wheat", "submarines", "vaccines", "locomotives", "satellites"]
VERBS = [("sent", "AID"), ("promised", "AGREE"), ("refused", "REJECT")]
TALKS = ["frontier tariffs", "salmon fishing quotas", "orbital debris", "railway gauges", "olive subsidies"]
MANY = 200


def _article(number: int, rng: random.Random) -> Facts:
    """An article of one of 40 days that tells, in words of its own choice, of one of a few deeds and of its speaker."""
    giver, taker = rng.sample(STATES[:4], 2)
    thing, (verb, kind) = rng.choice(THINGS[:3]), rng.choice(VERBS)
    count, speaker = rng.choice([40, 400]), rng.choice(PEOPLE)
    first = f"{giver} {verb} {taker} {count} {thing} after talks on {rng.choice(TALKS)} and {rng.choice(TALKS)}."
    second = f"the {thing} will reach the {rng.choice(['harbour', 'frontier', 'capital'])} by {rng.choice(TALKS)} week"
    return facts_of(
        f"a{number:03}",
        f"{first} {speaker} said {second}.",
        title=None,
        publisher=f"Paper {number % 7}",
        published=f"2024-{5 + number % 2:02}-{1 + rng.randrange(20):02}",
        names=NAMES,
        figures=[figure(f"{count} {thing}", count, count, thing)],
        claims=[says(first.rstrip(".")), says(second, by=speaker, cue="said")],
        events=[happens(kind, verb, agent=[giver], recipient=[taker]), happens("AID", "reach", agent=[f"the {thing}"])],
    )


@pytest.fixture(scope="module")
def corpus() -> list[Facts]:
    """200 articles that tell a few things again and again, so that each article may be the first of many groups."""
    rng = random.Random(20240501)
    return [_article(n, rng) for n in range(MANY)]


@dataclass(frozen=True)
class Held:
    """What a dossier holds under ids: id to the claims or articles gathered there, and the ids that lead on."""

    members: dict[str, frozenset[str]]
    led: dict[str, str]
    actors: frozenset[str]

    @classmethod
    def of(cls, dossier: Dossier) -> "Held":
        """What the dossier holds."""
        members = {f.id: frozenset(f.claims) for f in dossier.findings}
        members |= {h.id: frozenset(h.claims) for h in dossier.happenings}
        members |= {s.id: frozenset(s.members) for s in dossier.stories}
        led = {i: f.id for f in dossier.findings for i in f.also} | {
            i: h.id for h in dossier.happenings for i in h.also
        }
        led |= {i: s.id for s in dossier.stories for i in s.also}
        return cls(members=members, led=led, actors=frozenset(a.slug for a in dossier.actors))


def _made(facts: Sequence[Facts], history: History) -> tuple[Dossier, History]:
    gathered = Gathered(
        root=Path(),
        settings=Settings(),
        curation=Curation(),
        articles=tuple(f.article for f in facts),
        problems=(),
    )
    dossier = weave(gathered, facts, known=history.state.known_ids())
    # What is remembered is what the file holds.
    data = contract.dump_history(changes.recorded(history, dossier))
    return dossier, contract.load_history(data, path="record.json")


def _kept(before: Held, after: Held) -> Iterator[str]:
    """What is wrong with the ids after an article was added."""
    if not before.actors <= after.actors:
        yield f"actors {before.actors - after.actors} are gone"
    for identity, members in before.members.items():
        now = after.led.get(identity, identity)
        if now not in after.members:
            yield f"{identity} leads nowhere"
        elif not members & after.members[now]:
            yield f"{identity} holds other things than before"
        elif now != identity and now not in before.members:
            yield f"{identity} gave way to {now}, which was not there"
    for identity in before.led:
        if identity not in after.led and identity not in after.members:
            yield f"{identity} leads on no more"


@pytest.mark.parametrize("seed", range(3))
def test_articles_added_in_any_order_change_no_id_of_what_was_there(corpus: list[Facts], seed: int) -> None:
    rng = random.Random(seed)
    order = rng.sample(corpus, MANY)
    before, history, size = Held({}, {}, frozenset()), History(), 0
    while size < MANY:
        size = min(MANY, size + rng.choice([1, 25, 60]))
        dossier, history = _made(order[:size], history)
        after = Held.of(dossier)
        assert not list(_kept(before, after)), size
        before = after
    assert any(len(members) > 2 for members in before.members.values())


def test_an_earlier_first_article_takes_no_id(corpus: list[Facts]) -> None:
    """What the test above is about does happen: called by their first members alone, groups would change their ids."""
    changed = 0
    for left in range(0, MANY, 100):
        fewer = [f for n, f in enumerate(corpus) if n != left]
        before, history = _made(fewer, History())
        after, bare = _made(corpus, history)[0], _made(corpus, History())[0]
        assert not list(_kept(Held.of(before), Held.of(after)))
        changed += len(Held.of(before).members.keys() - Held.of(bare).members.keys())
    assert changed


def test_what_is_made_again_is_called_the_same(corpus: list[Facts]) -> None:
    _, history = _made(corpus[50:], History())
    grown, history = _made(corpus, history)
    again, same = _made(corpus[::-1], history)
    assert again.findings == grown.findings
    assert again.happenings == grown.happenings
    assert again.stories == grown.stories
    assert same == history


def test_of_two_that_become_one_the_earlier_keeps_its_id_and_the_other_leads_on() -> None:
    known = KnownIds(borne=frozenset({"fb", "fc"}), led_on=frozenset({"fd"}))
    assert known.choose(["fa", "fb", "fc", "fd", "fe"]) == ("fb", ("fc", "fd"))
    assert known.choose(["fa", "fd"]) == ("fd", ())
    assert known.choose(["fa", "fe"]) == ("fa", ())
