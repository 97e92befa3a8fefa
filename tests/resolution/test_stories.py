"""Articles on one happening stand together; two happenings of one kind do not."""

import random

from generator.model import ActorKind, Facts, Story
from generator.resolution import stories
from tests.factory import actor_of, facts_of

NAMES = {
    "Ruritania": "ruritania",
    "Freedonia": "freedonia",
    "Port Elm": "port-elm",
    "Mount Ash": "mount-ash",
    "Ada Quill": "ada-quill",
}
ACTORS = [
    actor_of("port-elm", kind=ActorKind.PLACE),
    actor_of("mount-ash", kind=ActorKind.PLACE),
    actor_of("ada-quill", kind=ActorKind.PERSON),
]


def _facts(name: str, day: str | None, title: str, text: str) -> Facts:
    return facts_of(name, f"{title}\n\n{text}", title=title, published=day, names=NAMES, actors=ACTORS)


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
