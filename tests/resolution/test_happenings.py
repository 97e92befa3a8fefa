"""Events of several articles that are one happening are gathered, with the narrowest date that all of them allow."""

from generator.model import Actor, ActorKind, Facts, Happening
from generator.resolution import findings, happenings
from tests.factory import actor_of, actors_in, facts_of, happens, says

NAMES = {"Ruritania": "ruritania", "Freedonia": "freedonia", "Sylvania": "sylvania", "Port Elm": "port-elm"}
ACTORS: list[Actor] = [actor_of("port-elm", kind=ActorKind.PLACE)]
SHIPPED = "{} shipped forty mountain howitzers to {} through Port Elm"


def _shipped(name: str, day: str, when: str | None = None, *, giver: str = "Ruritania", sure: str = "CT+") -> Facts:
    text = SHIPPED.format(giver, "Freedonia")
    event = happens(
        "AID", "shipped", agent=[giver], recipient=["Freedonia"], place=["Port Elm"], when=when, factuality=sure
    )
    return facts_of(
        name,
        text + ".",
        published=day,
        names=NAMES,
        actors=ACTORS,
        claims=[says(text, factuality=sure)],
        events=[event],
    )


def _gather(*facts: Facts) -> tuple[Happening, ...]:
    return happenings.gather(facts, findings.find(facts, actors_in(facts)))


def test_reports_of_one_deed_are_one_happening_at_the_narrowest_date() -> None:
    one, other = _shipped("a", "2024-05-09", "2024-05"), _shipped("b", "2024-05-08", "2024-05-07")
    (found,) = _gather(one, other)
    assert (found.type, found.lemma) == ("AID", "shipped")
    assert (found.agents, found.targets, found.places) == (("ruritania",), ("freedonia",), ("port-elm",))
    assert (found.when, found.grain, found.uncertain, found.reported) == ("2024-05-07", "day", False, "2024-05-08")
    assert found.claims == (one.claims[0].id, other.claims[0].id)
    assert found.finding == findings.find([one, other], actors_in([one, other]))[0].id


def test_dates_that_differ_make_an_interval_that_says_so() -> None:
    (found,) = _gather(_shipped("a", "2024-05-09", "2024-05-06"), _shipped("b", "2024-05-09", "2024-05-08"))
    assert (found.when, found.grain, found.uncertain) == ("2024-05-06/2024-05-08", "week", True)


def test_doubt_and_open_ends_are_kept_and_no_date_is_none() -> None:
    (about,) = _gather(_shipped("a", "2024-05-09", "2024-04~"))
    assert (about.when, about.grain, about.uncertain) == ("2024-04~", "month", True)
    (since,) = _gather(_shipped("a", "2024-05-09", "2024-04/.."))
    assert (since.when, since.grain, since.uncertain) == ("2024-04/..", None, False)
    (never,) = _gather(_shipped("a", "2024-05-09"))
    assert (never.when, never.grain, never.reported) == (None, None, "2024-05-09")


def test_other_doers_are_other_happenings_and_sureness_is_a_range() -> None:
    found = _gather(_shipped("a", "2024-05-09"), _shipped("b", "2024-05-09", giver="Sylvania"))
    assert sorted(h.agents for h in found) == [("ruritania",), ("sylvania",)]
    (hedged,) = _gather(_shipped("a", "2024-05-09"), _shipped("b", "2024-05-09", sure="PR+"))
    assert (hedged.factuality.least, hedged.factuality.most) == ("PR+", "CT+")


def test_a_claims_time_is_not_that_of_each_of_its_events() -> None:
    text = "Ruritania released a prisoner whom Freedonia had seized in 2019"
    facts = facts_of(
        "a",
        text + ".",
        published="2024-05-09",
        names=NAMES,
        claims=[says(text, when="2019")],
        events=[
            happens("YIELD", "released", agent=["Ruritania"], patient=["a prisoner"]),
            happens("COERCE", "seized", agent=["Freedonia"], patient=["a prisoner"], when="2019"),
        ],
    )
    assert {h.lemma: h.when for h in _gather(facts)} == {"released": None, "seized": "2019"}


def test_a_later_article_keeps_the_id_and_nothing_comes_of_nothing() -> None:
    one, other = _shipped("a", "2024-05-08"), _shipped("b", "2024-05-09")
    assert _gather(one)[0].id == _gather(one, other)[0].id == _gather(other, one)[0].id
    assert _gather() == ()
