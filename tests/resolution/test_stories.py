"""Articles on one happening stand together; two happenings of one kind do not."""

import random

import pytest

from generator.model import ActorKind, Facts, Grain, Story
from generator.resolution import stories
from tests.factory import Figure, actor_of, dated, facts_of, figure

NAMES = {
    "Ruritania": "ruritania",
    "Freedonia": "freedonia",
    "Port Elm": "port-elm",
    "Mount Ash": "mount-ash",
    "Ada Quill": "ada-quill",
    "Bram Stahl": "bram-stahl",
    "Elm Valley": "elm-valley",
    "Ash Valley": "ash-valley",
    "Sylvania": "sylvania",
}
ACTORS = [
    actor_of("port-elm", kind=ActorKind.PLACE),
    actor_of("mount-ash", kind=ActorKind.PLACE),
    actor_of("ada-quill", kind=ActorKind.PERSON),
    actor_of("bram-stahl", kind=ActorKind.PERSON),
    actor_of("elm-valley", kind=ActorKind.PLACE),
    actor_of("ash-valley", kind=ActorKind.PLACE),
]


def _facts(name: str, day: str | None, title: str, text: str, *figures: Figure) -> Facts:
    told = f"{title}\n\n{text}"
    return facts_of(name, told, title=title, published=day, names=NAMES, actors=ACTORS, figures=figures)


QUAKE = _facts(
    "q1",
    "2024-05-07",
    "Earthquake shakes Port Elm in Ruritania",
    "A strong earthquake shook Port Elm in Ruritania early on Tuesday, killing nine people and damaging the harbour.",
)
QUAKE_NEXT_DAY = _facts(
    "q2",
    "2024-05-08",
    "Rescuers search ruins after Ruritania quake",
    "Rescuers searched for people under damaged houses in Port Elm a day after the earthquake that hit Ruritania.",
)
OTHER_QUAKE = _facts(
    "q3",
    "2024-05-09",
    "Earthquake shakes Mount Ash in Freedonia",
    "A strong earthquake shook Mount Ash in Freedonia early on Thursday, killing two people and damaging a school.",
)
LATER_QUAKE = _facts(
    "q4",
    "2024-06-11",
    "Earthquake shakes Port Elm in Ruritania again",
    "A strong earthquake shook Port Elm in Ruritania early on Tuesday, killing three people and damaging the harbour.",
)
TRIAL = _facts(
    "t1",
    "2024-05-08",
    "Ada Quill goes on trial in Ruritania",
    "The trial of Ada Quill for fraud opened before a court in Port Elm, Ruritania, on Wednesday.",
)
ALL = [QUAKE, QUAKE_NEXT_DAY, OTHER_QUAKE, LATER_QUAKE, TRIAL]


def _members(found: tuple[Story, ...]) -> list[tuple[str, ...]]:
    return [s.members for s in found]


def test_one_happening_over_days_is_one_story_and_another_of_its_kind_is_not() -> None:
    found = stories.group(ALL)
    assert _members(found) == [("q1", "q2"), ("t1",), ("q3",), ("q4",)]
    assert (found[0].id, found[0].earliest, found[0].latest) == ("story-q1", "2024-05-07", "2024-05-08")
    assert found[0].headline == "Earthquake shakes Port Elm in Ruritania"


def test_the_order_does_not_matter_and_a_later_article_changes_no_id() -> None:
    wanted = stories.group(ALL)
    for seed in range(4):
        assert stories.group(random.Random(seed).sample(ALL, len(ALL))) == wanted
    without = stories.group([f for f in ALL if f is not LATER_QUAKE])
    assert {s.id for s in without} < {s.id for s in wanted}


def test_articles_without_date_title_or_names_are_in_a_story_too() -> None:
    bare = facts_of("x", "Nothing is known of it.", published=None)
    empty = facts_of("y", "", published=None)
    found = stories.group([bare, empty])
    assert sorted(_members(found)) == [("x",), ("y",)]
    assert found[0].earliest is None
    assert stories.group([]) == ()


def _trial(name: str, day: str, who: str) -> Facts:
    return _facts(
        name,
        day,
        f"{who} goes on trial in Ruritania",
        f"The trial of {who} for fraud opened before a court in Port Elm, Ruritania, with a plea of not guilty.",
    )


def _raid(name: str, day: str, killed: int, where: str = "Port Elm", more: str = "") -> Facts:
    return _facts(
        name,
        day,
        f"Airstrikes kill {killed} people in {where}",
        f"Airstrikes by Ruritania kill {killed} people in {where}, Freedonia{more}.",
        figure(f"{killed} people", killed, killed, "people"),
    )


def _visit(name: str, day: str, guest: str) -> Facts:
    return _facts(
        name,
        day,
        f"{guest} meets the president of Ruritania in Port Elm",
        f"{guest} of Freedonia meets the president of Ruritania in Port Elm for talks on grain.",
    )


SIEGE = " at the sardine cannery where herring boats were moored"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_trial("a", "2024-05-07", "Ada Quill"), _trial("b", "2024-05-09", "Bram Stahl")),
        (_trial("a", "2024-05-07", "Ada Quill"), _trial("b", "2024-06-07", "Ada Quill")),
        (_raid("a", "2024-05-07", 30), _raid("b", "2024-05-08", 34)),
        (_raid("a", "2024-05-07", 30, more=SIEGE), _raid("b", "2024-05-08", 22, more=SIEGE)),
        (
            _raid("a", "2024-05-07", 30, "Elm Valley and Port Elm", SIEGE),
            _raid("b", "2024-05-08", 34, "Ash Valley and Port Elm", SIEGE),
        ),
        (_visit("a", "2024-05-07", "Ada Quill"), _visit("b", "2024-05-08", "Bram Stahl")),
        (
            _facts(
                "a", "2024-05-07", "Earthquake kills nine in Port Elm", "A quake in Port Elm, Ruritania, killed nine."
            ),
            _facts(
                "b", "2024-05-08", "Airstrike kills nine in Port Elm", "A raid on Port Elm, Ruritania, killed nine."
            ),
        ),
    ],
    ids=["two on trial", "a month apart", "daily raids", "fewer dead", "other valleys", "two visits", "quake and raid"],
)
def test_two_happenings_of_one_kind_are_two_stories(one: Facts, other: Facts) -> None:
    assert _members(stories.group([one, other])) == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_trial("a", "2024-05-07", "Ada Quill"), _trial("b", "2024-05-09", "Ada Quill")),
        (_raid("a", "2024-05-07", 30, more=SIEGE), _raid("b", "2024-05-08", 34, more=SIEGE)),
        (_raid("a", "2024-05-07", 30), _raid("b", "2024-05-07", 34)),
        (_visit("a", "2024-05-07", "Ada Quill"), _visit("b", "2024-05-08", "Ada Quill")),
        (
            _raid("a", "2024-05-07", 30),
            _facts(
                "b", "2024-05-08", "Death toll of airstrikes in Port Elm rises to 41",
                "The toll of airstrikes that killed people in Port Elm, Freedonia, rose to 41 people.",
                figure("41 people", 41, 41, "people"),
            ),
        ),
    ],
    ids=["one trial", "one siege", "one day", "one visit", "a toll that rises"],
)  # fmt: skip
def test_what_goes_on_is_one_story(one: Facts, other: Facts) -> None:
    assert _members(stories.group([one, other])) == [("a", "b")]


def test_one_stated_day_of_one_kind_of_happening_ties_reports_in_other_words() -> None:
    first = "A ferry capsized in heavy seas off Port Elm on Tuesday, and {} tourists were pulled out by Bram Stahl."
    other = "Fifteen dockers died on {} as a crowded ferry capsized off Port Elm, hospital director Ada Quill said."

    def told(name: str, day: str, text: str, word: str, edtf: str) -> Facts:
        date = dated(word, edtf, Grain.DAY)
        return facts_of(name, text, title=None, published=day, names=NAMES, actors=ACTORS, dates=[date])

    one = told("a", "2024-05-08", first.format("sixty"), "Tuesday", "2024-05-07")
    assert len(stories.group([one, told("b", "2024-05-08", other.format("Tuesday"), "Tuesday", "2024-05-07")])) == 1
    assert len(stories.group([one, told("b", "2024-05-08", other.format("Monday"), "Monday", "2024-05-06")])) == 2
