"""Claims to topics: as people state them, or proposed from the vocabulary of the news."""

from importlib import resources

import pytest
import yaml

from generator.model import ActorKind, Curation, Facts, TopicRule
from generator.resolution import topics
from tests.factory import actor_of, actors_in, facts_of, says

IPTC = resources.files("generator").joinpath("data/iptc.yml")
NAMES = {"Ruritania": "ruritania", "Freedonia": "freedonia", "Quill": "ada-quill"}


def _facts(*texts: str, by: str = "") -> Facts:
    return facts_of(
        "a",
        "\n\n".join(texts),
        names=NAMES,
        actors=[actor_of("ada-quill", "Ada Quill", ActorKind.PERSON, aliases=("Quill",))],
        claims=[says(t, by=by) for t in texts],
    )


def _assigned(facts: Facts, *rules: TopicRule) -> list[tuple[str, ...]]:
    (made,), _ = topics.assign([facts], actors_in([facts]), Curation(topics=rules))
    return [c.topics for c in made.claims]


def test_words_are_compared_by_stem_and_phrases_word_by_word() -> None:
    facts = _facts("Ruritania delivered missiles", "Freedonia trades in grain", "A trade war began", "War on trade")
    rules = (TopicRule(name="Arms", words=("delivery", "missile")), TopicRule(name="Trade war", words=("trade wars",)))
    assert _assigned(facts, *rules) == [("arms",), (), ("trade-war",), ()]


def test_a_claim_has_every_topic_that_takes_it_in_the_order_stated() -> None:
    rules = (TopicRule(name="War", words=("war",)), TopicRule(name="Trade", words=("trade",)))
    assert _assigned(_facts("A trade war began"), *rules) == [("war", "trade")]


def test_actors_that_are_asked_for_must_all_be_named_as_speaker_or_in_the_words() -> None:
    rule = TopicRule(name="Grain deal", words=("grain",), actors=("Ada Quill", "Freedonia"))
    assert _assigned(_facts("Quill sold Freedonia grain", "Freedonia sold grain"), rule) == [("grain-deal",), ()]
    facts = _facts("Freedonia buys grain, Quill says")
    spoken = facts_of(
        "b",
        "Freedonia buys grain, Quill says",
        names=NAMES,
        actors=facts.actors,
        claims=[says("Freedonia buys grain", by="Quill")],
    )
    assert _assigned(spoken, rule) == [("grain-deal",)]
    only_actors = TopicRule(name="Freedonia", actors=("freedonia",))
    assert _assigned(facts, only_actors) == [("freedonia",)]


def test_two_topics_of_one_name_keep_apart_and_an_unknown_actor_takes_nothing() -> None:
    rules = (TopicRule(name="War", words=("war",)), TopicRule(name="WAR", words=("war",), actors=("Nobody",)))
    facts = _facts("The war goes on")
    (made,), found = topics.assign([facts], actors_in([facts]), Curation(topics=rules))
    assert [t.slug for t in found] == ["war", "war-2"]
    assert made.claims[0].topics == ("war",)


def test_no_topics_stated_at_all_is_a_statement_too() -> None:
    facts = _facts("The war goes on")
    assert topics.assign([facts], (), Curation(topics=()))[1] == ()


def test_without_a_statement_topics_are_proposed_by_the_weight_of_their_claims() -> None:
    facts = _facts(
        "Ruritania fired missiles at the port",
        "Soldiers crossed the river",
        "A drone hit a depot",
        "The court heard two witnesses",
        "The judge adjourned the trial",
        "The verdict is due on Friday",
        "The defendant appealed to the court",
        "A museum opened",
    )
    (made,), found = topics.assign([facts], actors_in([facts]), Curation())
    assert [(t.slug, t.iptc) for t in found] == [
        ("judiciary", "medtop:20000106"),
        ("armed-conflict", "medtop:20000056"),
    ]
    assert found[0].name == "Judiciary"
    assert [c.topics for c in made.claims] == [("armed-conflict",)] * 3 + [("judiciary",)] * 4 + [()]


def test_what_falls_short_goes_to_the_level_above() -> None:
    facts = _facts("A quake hit the coast", "A train derailed", "Firefighters went out", "All is well")
    (made,), found = topics.assign([facts], actors_in([facts]), Curation())
    assert [t.iptc for t in found] == ["medtop:03000000"]
    assert [len(c.topics) for c in made.claims] == [1, 1, 1, 0]


def test_topics_of_one_parent_over_the_same_articles_and_claims_are_one() -> None:
    first = _facts("The judge jailed him", "The court convicted her", "The jury found both guilty")
    other = _facts("The appeals court sentenced them", "A judge sent two to prison", "The trial ended")
    made, found = topics.assign([first, other], (), Curation())
    assert [t.slug for t in found] == ["judiciary"]
    assert {c.topics for f in made for c in f.claims} == {("judiciary",)}


def test_topics_of_one_parent_over_other_claims_stay_apart() -> None:
    facts = _facts(
        "The court rose", "A judge left", "The lawyer spoke", "Police came", "A raid began", "A probe opened"
    )
    _, found = topics.assign([facts], (), Curation())
    assert {t.slug for t in found} == {"judiciary", "law-enforcement"}


def test_what_is_left_of_a_parent_takes_the_child_that_stands_beside_it() -> None:
    facts = _facts(
        "Troops crossed", "A drone fell", "Shelling went on", "Terrorists fled", "A coup failed", "A massacre"
    )
    _, found = topics.assign([facts], (), Curation())
    assert [t.slug for t in found] == ["conflict-war-and-peace"]


@pytest.mark.parametrize(
    "told",
    ["Nine people were killed when a ferry sank", "Ruritania sent aid to the islands", "Families asked for help"],
)
def test_words_that_are_told_of_everything_name_no_topic(told: str) -> None:
    facts = _facts(told, told, told)
    _, found = topics.assign([facts], (), Curation())
    assert not {"crime", "justice", "family"} & {t.slug for t in found}


def test_one_short_article_gets_topics_too() -> None:
    facts = _facts("A museum opened", "All is well")
    (made,), found = topics.assign([facts], actors_in([facts]), Curation())
    assert [t.name for t in found] == ["Arts, culture, entertainment and media"]
    assert [len(c.topics) for c in made.claims] == [1, 0]


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        ("Labour", ("Weavers walked off the job", "The picket line held overnight", "Wage talks broke down")),
        ("Economy, business and finance", ("Cargo piled up", "Three freight trains stood", "The harbour lost berths")),
        ("Crime, law and justice", ("The high court adjourned", "A judge heard a witness", "The lawyers left")),
        ("Politics", ("Polling stations opened", "Turnout was low", "Ballots were counted at night")),
        ("Health", ("Cholera spread", "Patients filled the wards", "Nurses gave out vaccines")),
        ("Disaster, accident and emergency incident", ("A quake woke the town", "Aftershocks followed", "A dam burst")),
        ("Sport", ("The goalkeeper was hurt", "A midfielder was booed", "The innings closed at noon")),
        ("Weather", ("Forecasters promised snow", "Thunderstorms passed", "Gusts shook the pier")),
        ("Science and technology", ("Astronomers saw a comet", "Researchers dug up fossils", "A satellite was lost")),
        ("Education", ("Pupils sat exams", "Tuition went up", "The headteacher left")),
        ("Environment", ("Glaciers shrank", "Emissions rose", "Wildlife returned to the marsh")),
        ("Religion", ("The bishop prayed", "Worshippers came", "The cathedral was full")),
        ("Society", ("Migrants landed", "Pensioners marched past", "Homeless men slept there")),
    ],
)
def test_every_upper_level_topic_is_found_by_everyday_words(wanted: str, texts: tuple[str, ...]) -> None:
    facts = _facts(*texts)
    (made,), found = topics.assign([facts], actors_in([facts]), Curation())
    codes = {upper["code"]: upper for upper in yaml.safe_load(IPTC.read_text(encoding="utf-8"))}
    within = {
        f"medtop:{code}"
        for upper in codes.values()
        if upper["name"].casefold() == wanted.casefold()
        for code in (upper["code"], *(lower["code"] for lower in upper["within"]))
    }
    mine = {t.slug for t in found if t.iptc in within}
    assert sum(bool(mine.intersection(c.topics)) for c in made.claims) >= 2
