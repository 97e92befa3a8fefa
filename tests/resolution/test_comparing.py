"""Words, dates and claims compared: what decides whether two claims say the same."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import ActorKind, Facts, SpeakerKind
from generator.resolution import dates, findings
from generator.resolution.contents import Content, contents
from generator.resolution.likeness import compare, same
from generator.resolution.words import concept, concepts, rarity, stem, tokens
from tests.factory import Figure, Happens, Says, actor_of, actors_in, dated, facts_of, figure, happens, says

PEOPLE = {"Ada Quill": "ada-quill", "Bram Stahl": "bram-stahl", "Cy Moor": "cy-moor"}
NAMES = {
    "Ruritania": "ruritania",
    "Ruritanian": "ruritania",
    "Freedonia": "freedonia",
    "Port Elm": "port-elm",
    "Mount Ash": "mount-ash",
    **PEOPLE,
}
ACTORS = [
    *(actor_of(slug, kind=ActorKind.PERSON) for slug in PEOPLE.values()),
    *(actor_of(slug, kind=ActorKind.PLACE) for slug in ("port-elm", "mount-ash")),
]


def _day(*parts: int) -> int:
    return date(*parts).toordinal()


def _read(text: str, *claims: Says, **more: object) -> Facts:
    told = claims or (says(text),)
    return facts_of(more.pop("name", "a"), text, names=NAMES, actors=ACTORS, claims=told, **more)  # type: ignore[arg-type]


def _content(facts: Facts, number: int = 0) -> Content:
    return list(contents([facts], actors_in([facts])))[number]


def _same(one: Facts, other: Facts) -> bool:
    return same(compare(_content(one), _content(other)))


def _report(
    name: str,
    day: str,
    text: str,
    figures: Sequence[Figure] = (),
    events: Sequence[Happens] = (),
    when: str | None = None,
) -> Facts:
    return _read(text, says(text, when=when), name=name, published=day, figures=figures, events=events)


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("2024-11-22", (_day(2024, 11, 22), _day(2024, 11, 22))),
        ("2024-11", (_day(2024, 11, 1), _day(2024, 11, 30))),
        ("2024-12", (_day(2024, 12, 1), _day(2024, 12, 31))),
        ("2023~", (_day(2023, 1, 1), _day(2023, 12, 31))),
        ("2024-33", (_day(2024, 1, 1), _day(2024, 3, 31))),
        ("2023-22", (_day(2023, 6, 1), _day(2023, 8, 31))),
        ("199X", (_day(1990, 1, 1), _day(1999, 12, 31))),
        ("2024-11-22T10:00", (_day(2024, 11, 22), _day(2024, 11, 22))),
        ("2024-11-18/2024-11-24", (_day(2024, 11, 18), _day(2024, 11, 24))),
        ("2023-08/..", (_day(2023, 8, 1), date.max.toordinal())),
        ("../2023-08", (date.min.toordinal(), _day(2023, 8, 31))),
        ("2024-11-24/2024-11-18", None),
        ("2024-02-31", None),
        ("20XX", (_day(2000, 1, 1), _day(2099, 12, 31))),
        ("XXXX/2024", None),
        ("-001X", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_edtf_as_days(edtf: str | None, wanted: tuple[int, int] | None) -> None:
    assert dates.days(edtf) == wanted


def test_how_far_dates_are_apart() -> None:
    assert dates.gap("2024-11-22", "2024-11-20") == 2
    assert dates.gap("2024-11", "2024-11-20") == 0
    assert dates.gap(None, "2024-11-20") == 0
    assert dates.may_agree("2024-W1", "2024")
    assert dates.first_day("2024-02") == _day(2024, 2, 1)
    assert dates.first_day("unknown") is None


@given(st.text())
def test_any_text_has_words_and_any_edtf_is_survived(text: str) -> None:
    assert all(rarity(c) >= 1 for c in concepts(text))
    assert all(t == t.lower() for t in tokens(text))
    dates.days(text)


def test_words_by_stem_and_by_synonym() -> None:
    assert stem("deliveries") == stem("delivery")
    assert stem("running") == "run"
    assert stem("crisis") == "crisis"
    assert concept("soldiers") == concept("troops")
    assert concept("anti-aircraft".replace("-", "")) == concept("antiair")
    assert concept("was") is None
    assert concepts("The soldiers' anti-air guns, 40 of them") == (concept("troops"), concept("antiair"), "gun")
    assert rarity("kill") < rarity("locomot")


def test_titles_before_a_name_are_no_content() -> None:
    text = "Ruritanian Prime Minister Ada Quill announces new tariffs on salt"
    other = "Prime Minister Ada Quill announces the resignation of former security chief Bram Stahl"
    assert "prim" not in _content(_read(text)).terms
    assert "secur" not in _content(_read(other)).terms
    assert not _same(_read(text), _read(other, name="b"))


def test_speech_within_speech_counts_once() -> None:
    text = "Ruritania says Freedonia mined the northern strait, with experts saying Bram Stahl wants cheaper grain."
    facts = _read(
        text,
        says(
            "Freedonia mined the northern strait, with experts saying Bram Stahl wants cheaper grain",
            by="Ruritania",
        ),
        says("Bram Stahl wants cheaper grain", by="experts"),
    )
    outer, inner = contents([facts], actors_in([facts]))
    assert not outer.terms & inner.terms
    assert outer.persons == frozenset()
    text = "Ada Quill said Ruritania has found that Freedonia mined the northern strait."
    facts = _read(
        text,
        says("Ruritania has found that Freedonia mined the northern strait", by="Ada Quill"),
        says("Freedonia mined the northern strait", by="Ruritania"),
    )
    outer, inner = contents([facts], actors_in([facts]))
    assert outer.terms == inner.terms
    assert outer.acting == frozenset({"freedonia"})


def test_people_killed_are_one_figure_by_whatever_name() -> None:
    one = _report(
        "a",
        "2024-05-07",
        "A ferry sank off Port Elm and 12 fishermen were killed",
        [figure("12 fishermen", 12, 12, "fishermen")],
        [happens("OTHER", "killed", patient=["12 fishermen"])],
    )
    other = _report(
        "b",
        "2024-05-07",
        "At least 15 people died when the ferry sank off Port Elm",
        [figure("At least 15 people", 15, None, "people")],
        [happens("OTHER", "died", agent=["At least 15 people"])],
    )
    (finding,) = findings.find([one, other], actors_in([one, other]))
    assert [d.about for d in finding.differences] == ["figure"]


def _raid(name: str, day: str, killed: int, when: str | None = None) -> Facts:
    text = f"Ruritania bombed the docks of Port Elm, killing {killed} people"
    return _report(
        name,
        day,
        text,
        [figure(f"{killed} people", killed, killed, "people")],
        [happens("ASSAULT", "killing", agent=["Ruritania"], patient=[f"{killed} people"])],
        when,
    )


def test_what_happens_again_and_again_is_told_apart_by_the_day() -> None:
    assert _same(_raid("a", "2024-05-07", 12), _raid("b", "2024-05-08", 14))
    assert not _same(_raid("a", "2024-05-07", 12), _raid("b", "2024-05-10", 14))
    assert not _same(_raid("a", "2024-05-07", 12), _raid("b", "2024-05-17", 12))
    assert _same(_raid("a", "2024-05-07", 12, "2024-05-07"), _raid("b", "2024-05-10", 14, "2024-05-07"))
    assert not _same(_raid("a", "2024-05-07", 12, "2024-05-07"), _raid("b", "2024-05-07", 14, "2024-05-05"))
    assert not _same(_raid("a", "2024-05-07", 12, "2019"), _raid("b", "2024-05-17", 12, "2019"))


def test_tolls_rise_and_do_not_multiply() -> None:
    assert not _same(_raid("a", "2024-05-07", 12), _raid("b", "2024-05-08", 9))
    assert not _same(_raid("a", "2024-05-07", 12), _raid("b", "2024-05-08", 90))


def test_other_persons_places_or_company_are_other_things() -> None:
    def met(name: str, host: str, guest: str) -> Facts:
        return _report(
            name,
            "2024-05-07",
            f"{guest} met {host} for talks on fishing quotas",
            (),
            [happens("CONSULT", "met", agent=[guest], patient=[host])],
        )

    assert _same(met("a", "Ada Quill", "Bram Stahl"), met("b", "Ada Quill", "Bram Stahl"))
    assert not _same(met("a", "Ada Quill", "Bram Stahl"), met("b", "Ada Quill", "Cy Moor"))
    one = _report("a", "2024-05-07", "Flood damages the museum of Port Elm")
    assert not _same(one, _report("b", "2024-05-07", "Flood damages the museum of Mount Ash"))
    strangers = _report("c", "2024-05-07", "Freedonia expects the museum to be damaged by a flood")
    assert not _same(one, strangers)


def test_who_says_little_of_nobody_says_it_alone() -> None:
    one = _read("Talks would go on, Ada Quill said", says("Talks would go on", by="Ada Quill"))
    other = _read("Talks would go on, Bram Stahl said", says("Talks would go on", by="Bram Stahl"), name="b")
    assert not _same(one, other)


def test_a_negative_report_weeks_later_denies_nothing() -> None:
    one = _report("a", "2024-05-07", "Freedonia has ratified the northern fishing treaty")
    text = "Freedonia has not ratified the northern fishing treaty"
    at_once = _read(text, says(text, factuality="CT-"), name="b", published="2024-05-08", publisher="Courier")
    later = _read(text, says(text, factuality="CT-"), name="b", published="2024-06-20", publisher="Courier")
    assert _same(one, at_once)
    assert compare(_content(one), _content(later)) < compare(_content(one), _content(at_once))


def test_dates_that_differ_a_little_are_a_difference() -> None:
    text = "Ada Quill signs the northern fishing treaty with Freedonia in the old town hall"
    one, other = (
        _report("a", "2024-05-09", text, when="2024-05-07"),
        _report("b", "2024-05-09", text, when="2024-05-08"),
    )
    (finding,) = findings.find([one, other], actors_in([one, other]))
    assert [d.about for d in finding.differences] == ["date"]
    far = _report("c", "2024-05-09", text, when="2024-05-01")
    assert not _same(one, far)


def test_other_doers_of_one_deed_are_a_difference() -> None:
    def blew(name: str, who: str) -> Facts:
        text = f"{who} blew up the pipeline under the northern strait near Port Elm at night"
        event = happens("ASSAULT", "blew", agent=[who], patient=["the pipeline"])
        return _report(name, "2024-05-07", text, (), [event])

    one, other = blew("a", "Ada Quill"), blew("b", "Ada Quill")
    assert _same(one, other)
    accuses = blew("c", "Ruritania")
    assert compare(_content(one), _content(accuses)) < compare(_content(one), _content(other))


def test_captions_are_known_and_undated_reports_are_near_to_any_day() -> None:
    undated = _report("b", "2024-05-07", "Freedonia has ratified the northern fishing treaty")
    facts = facts_of("c", "Freedonia has ratified the northern fishing treaty", published=None, names=NAMES)
    bare = _read(facts.article.text, name="c", published=None)
    assert _same(undated, bare)
    assert _content(undated).prominent
    assert not _content(undated).caption


def test_vague_speakers_stay_who_they_are_where_nobody_is_named_for_them() -> None:
    text = "They say the northern strait was mined. Officials say the northern strait was mined again."
    facts = _read(
        text,
        says("the northern strait was mined", by="They", kind=SpeakerKind.GROUP),
        says("the northern strait was mined again", by="Officials", kind=SpeakerKind.GROUP),
    )
    found = findings.find([facts], actors_in([facts]))
    assert sorted(o.speaker or "" for f in found for o in f.origins) == ["officials", "unnamed"]


def test_converse_verbs_do_not_turn_who_did_it_round() -> None:
    gave = _report(
        "a",
        "2024-05-07",
        "Ruritania gave Freedonia surplus mountain howitzers",
        (),
        [happens("AID", "gave", agent=["Ruritania"], recipient=["Freedonia"])],
    )
    got = facts_of(
        "b",
        "Freedonia received surplus mountain howitzers from Ruritania",
        names=NAMES,
        actors=ACTORS,
        published="2024-05-07",
        claims=[says("Freedonia received surplus mountain howitzers from Ruritania")],
        events=[happens("OTHER", "receive", agent=["Freedonia"])],
        dates=[dated("surplus", None, None)],
    )
    assert _same(gave, got)


def test_a_denial_is_of_the_same_doer() -> None:
    out = _read(
        "Nine hundred weavers walked out after the wage talks with Elm Post broke down, a clerk said.",
        says("Nine hundred weavers walked out after the wage talks with Elm Post broke down", by="a clerk"),
        events=[happens("PROTEST", "walked", agent=["Nine hundred weavers"])],
    )
    text = "Elm Post denied that it had walked out of the wage talks."
    away = happens("OTHER", "walked", agent=["it"], factuality="CT-")
    denied = says("it had walked out of the wage talks", by="Elm Post", cue="denied", factuality="CT-")
    assert not _same(out, _read(text, denied, name="b", events=[away]))


def test_what_one_paper_tells_of_two_days_is_news_and_no_denial() -> None:
    text = "Freedonia has not ratified the northern fishing treaty"
    denied = _read(text, says(text, factuality="CT-"), published="2024-05-07", publisher="Herald")

    def ratified(day: str, publisher: str) -> Facts:
        told = "Freedonia has ratified the northern fishing treaty"
        return _read(told, name="b", published=day, publisher=publisher)

    assert _same(denied, ratified("2024-05-07", "Herald"))
    assert _same(denied, ratified("2024-05-09", "Courier"))
    assert not _same(denied, ratified("2024-05-09", "Herald"))


def _killed(name: str, day: str, told: str, low: int, high: int | None, where: str) -> Facts:
    text = f"Ruritanian airstrikes kill {told} in {where}"
    event = happens("ASSAULT", "kill", patient=[told])
    return _report(name, day, text, [figure(told, low, high, "people")], [event])


def test_raids_of_every_day_are_tied_by_more_than_the_words_for_raids() -> None:
    first = _killed("a", "2024-05-07", "more than 30 people", 30, None, "Port Elm")
    assert not _same(first, _killed("b", "2024-05-08", "more than 30 people", 30, None, "Port Elm"))
    assert not _same(first, _killed("b", "2024-05-08", "at least 45 people", 45, None, "Port Elm"))
    assert _same(first, _killed("b", "2024-05-07", "at least 45 people", 45, None, "Port Elm"))
    exact = _killed("a", "2024-05-07", "37 people", 37, 37, "Port Elm")
    assert _same(exact, _killed("b", "2024-05-08", "37 people", 37, 37, "Port Elm"))
    cannery = "a sardine cannery in Port Elm"
    told = _killed("a", "2024-05-07", "at least 12 people", 12, None, cannery)
    assert _same(told, _killed("b", "2024-05-08", "15 people", 15, 15, cannery))


def test_tolls_of_one_day_and_place_are_of_one_happening() -> None:
    def toll(name: str, day: str, text: str, told: str, when: str | None = "2024-05-07") -> Facts:
        return _report(name, day, text, [figure(told, 17, 17)], when=when)

    first = _report(
        "a", "2024-05-08", "At least 12 people were killed when a ferry capsized off Port Elm",
        [figure("At least 12 people", 12, None, "people")],
        [happens("OTHER", "killed", patient=["At least 12 people"])], "2024-05-07",
    )  # fmt: skip
    text = "The death toll from the ferry disaster off Port Elm rose to 17"
    rises = toll("b", "2024-05-09", text, "17")
    (finding,) = findings.find([first, rises], actors_in([first, rises]))
    assert [d.about for d in finding.differences] == ["figure"]
    assert not _same(first, toll("b", "2024-05-09", text, "17", "2024-05-06"))
    assert not _same(first, toll("b", "2024-05-09", text, "17", None))
    assert not _same(first, toll("b", "2024-05-09", text.replace("Port Elm", "the coast"), "17"))


def test_what_comes_on_top_is_not_what_was_counted_before() -> None:
    text = "Divers bring {} crates of silver coins up from the wreck off Port Elm"

    def raised(name: str, day: str, told: str, count: int) -> Facts:
        return _report(name, day, text.format(told), [figure(told, count, count, "crates")])

    first = raised("a", "2024-05-07", "two", 2)
    assert _same(first, raised("b", "2024-05-07", "two", 2))
    assert not _same(first, raised("b", "2024-05-08", "three more", 3))
    assert not _same(first, raised("b", "2024-05-08", "two more", 2))
    more = raised("a", "2024-05-08", "three more", 3)
    assert _same(more, raised("b", "2024-05-09", "three more", 3))
    assert not _same(more, raised("b", "2024-05-09", "five more", 5))


def test_one_who_is_named_is_not_one_of_others_who_are_counted() -> None:
    text = "Nine smugglers are killed by coast guards in a chase off the northern cliffs"
    counted = _report(
        "a", "2024-05-07", text, [figure("Nine smugglers", 9, 9, "smugglers")],
        [happens("ASSAULT", "killed", patient=["Nine smugglers"])],
    )  # fmt: skip
    named = _report(
        "b", "2024-05-07", "Bram Stahl is killed by coast guards in a chase with smugglers off the northern cliffs", (),
        [happens("ASSAULT", "killed", patient=["Bram Stahl"])],
    )  # fmt: skip
    assert not _same(counted, named)


def test_what_each_body_does_for_itself_is_done_twice() -> None:
    def approves(name: str, who: str) -> Facts:
        foe = {"Ruritania": "Freedonia", "Freedonia": "Ruritania"}[who]
        text = f"{who} approves the long disputed herring quota for the northern strait off {foe}"
        event = happens("AGREE", "approves", agent=[who], patient=["the long disputed herring quota"])
        return _report(name, "2024-05-07", text, (), [event])

    assert _same(approves("a", "Ruritania"), approves("b", "Ruritania"))
    assert not _same(approves("a", "Ruritania"), approves("b", "Freedonia"))


def test_a_sentence_that_only_tells_that_someone_says_so_is_no_other_view() -> None:
    text = "Ada Quill calls on Freedonia to lift the old ban on herring imports."
    facts = _read(
        text,
        says(text.rstrip(".")),
        says("Freedonia to lift the old ban on herring imports", by="Ada Quill", cue="calls", factuality="Uu"),
    )
    (finding,) = findings.find([facts], actors_in([facts]))
    assert len(finding.claims) == 2
    assert finding.differences == ()
    assert [o.speaker for o in finding.origins] == ["ada-quill"]
    assert (finding.factuality.least, finding.factuality.most) == ("Uu", "Uu")


def _told(name: str, day: str, text: str, *events: Happens, by: str | None = None, factuality: str = "CT+") -> Facts:
    claim = says(text, by=by, factuality=factuality) if by else says(text, factuality=factuality)
    told = f"{text}, {by} said." if by else f"{text}."
    return _read(told, claim, name=name, published=day, events=events, publisher=name)


def test_what_comes_again_is_told_apart_by_each_ones_own_place() -> None:
    text = "Two lorries crash in fog on the icy coastal road between {} and Sylt, and nine drivers are injured"
    here = _told("a", "2024-05-07", text.format("Port Elm"))
    assert _same(here, _told("b", "2024-05-07", text.format("Port Elm")))
    assert not _same(here, _told("b", "2024-05-07", text.format("Mount Ash")))


def test_deeds_to_others_are_other_deeds() -> None:
    def lends(name: str, taker: str) -> Facts:
        text = f"Ada Quill lends {taker} forty mountain howitzers for the autumn"
        return _told(name, "2024-05-07", text, happens("AID", "lends", agent=["Ada Quill"], recipient=[taker]))

    assert _same(lends("a", "Freedonia"), lends("b", "Freedonia"))
    assert not _same(lends("a", "Freedonia"), lends("b", "Ruritania"))


def test_what_ends_a_thing_is_not_the_thing() -> None:
    ban = "Ruritania {} the old ban on salted herring imports from Freedonia"
    imposed = _told("a", "2024-05-07", ban.format("imposes"), happens("SANCTION", "imposes", agent=["Ruritania"]))
    lifted = _told("b", "2024-05-07", ban.format("lifts"), happens("YIELD", "lifts", agent=["Ruritania"]))
    assert not _same(imposed, lifted)
    assert _same(lifted, _told("c", "2024-05-07", ban.format("lifts"), happens("YIELD", "lifts", agent=["Ruritania"])))


def test_a_strike_in_return_is_another() -> None:
    def strikes(name: str, day: str, who: str) -> Facts:
        foe = {"Ruritania": "Freedonia", "Freedonia": "Ruritania"}[who]
        text = f"{who} shells customs sheds along the northern strait at night as its duel with {foe} goes on"
        return _told(name, day, text, happens("ASSAULT", "shells", agent=[who]))

    assert _same(strikes("a", "2024-05-07", "Ruritania"), strikes("b", "2024-05-08", "Ruritania"))
    assert not _same(strikes("a", "2024-05-07", "Ruritania"), strikes("b", "2024-05-08", "Freedonia"))


def test_rounds_that_are_numbered_otherwise_are_other_rounds() -> None:
    text = "Freedonia holds the {} round of talks on the northern herring quota"
    second = _told("a", "2024-05-07", text.format("second"))
    assert _same(second, _told("b", "2024-05-08", text.format("second")))
    assert not _same(second, _told("b", "2024-05-08", text.format("third")))


def test_what_names_nobody_is_told_of_many() -> None:
    text = "The masked burglar escaped over the rooftops with a sack of silver spoons"
    assert _same(_told("a", "2024-05-07", text), _told("b", "2024-05-07", text))
    assert not _same(_told("a", "2024-05-07", text), _told("b", "2024-05-09", text))


def test_a_denial_is_of_a_deed_that_the_other_tells() -> None:
    sold = "Ruritania sold submarines to the coast guard of Freedonia"
    told = _told("a", "2024-05-07", sold, happens("AID", "sold", agent=["Ruritania"]))
    text = "Ruritania did not train submarine crews of the coast guard of Freedonia"
    event = happens("COOPERATE", "train", agent=["Ruritania"], factuality="CT-")
    assert not _same(told, _told("b", "2024-05-07", text, event, by="Ada Quill", factuality="CT-"))


def test_what_goes_on_since_two_days_is_two_things() -> None:
    text = "Some 640 households asked the shelters of Ruritania for blankets"
    weeks = [
        _report(name, day, text, when=since)
        for name, day, since in (
            ("a", "2024-05-08", "2024-05-04/.."),
            ("b", "2024-05-09", "2024-05-04/.."),
            ("c", "2024-05-18", "2024-05-14/.."),
            ("d", "2024-05-09", "2024-05/.."),
        )
    ]
    first, next_day, other_week, that_month = weeks
    assert _same(first, next_day)
    assert _same(first, that_month)
    assert not _same(first, other_week)


def test_a_word_or_two_of_what_is_not_named_is_not_found_again_days_later() -> None:
    text = "The estimates are laughable"
    said = [
        _read(f"{text}, Ada Quill said.", says(text, by="Ada Quill", cue="said"), name=n, published=day)
        for n, day in (("a", "2024-05-08"), ("b", "2024-05-09"), ("c", "2024-05-20"))
    ]
    assert _same(said[0], said[1])
    assert not _same(said[0], said[2])
