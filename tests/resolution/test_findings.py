"""Claims that say the same thing stand together; what differs is shown; what is not the same stays apart."""

import random
from collections.abc import Sequence

import pytest

from generator.model import ActorKind, Curation, Facts, Finding, Judgement
from generator.resolution import findings
from tests.factory import actor_of, actors_in, facts_of, figure, happens, says

NAMES = {
    "Ruritania": "ruritania",
    "Ruritanian": "ruritania",
    "Freedonia": "freedonia",
    "Ada Quill": "ada-quill",
    "Bram Stahl": "bram-stahl",
}


def find(facts: Sequence[Facts], copies: Sequence[Sequence[str]] = ()) -> tuple[Finding, ...]:
    return findings.find(facts, actors_in(facts), copies)


def holding(found: Sequence[Finding], facts: Facts, number: int = 0) -> Finding:
    return next(f for f in found if facts.claims[number].id in f.claims)


def _herald(published: str = "2024-05-07") -> Facts:
    return facts_of(
        "herald",
        "Ruritania has sent more than 4,000 soldiers to help Freedonia fight the rebels, Ada Quill told TVR.",
        publisher="Herald",
        published=published,
        names=NAMES,
        figures=[figure("more than 4,000 soldiers", 4000, None, "soldiers")],
        claims=[
            says(
                "Ruritania has sent more than 4,000 soldiers to help Freedonia fight the rebels",
                by="Ada Quill",
                cue="told",
                said="2024-05-06",
                via="TVR",
            )
        ],
        events=[happens("AID", "sent", agent=["Ruritania"], recipient=["Freedonia"])],
    )


def _courier() -> Facts:
    return facts_of(
        "courier",
        'Ada Quill said: "More than 4,000 Ruritanian troops are in Freedonia to support its war on the rebels." '
        "She also said Ruritania would send Freedonia wheat.",
        publisher="Courier",
        published="2024-05-08",
        names=NAMES,
        figures=[figure("More than 4,000 Ruritanian troops", 4000, None, "troops")],
        claims=[
            says(
                "More than 4,000 Ruritanian troops are in Freedonia to support its war on the rebels",
                by="Ada Quill",
                cue="said",
            ),
            says("Ruritania would send Freedonia wheat", by="She", cue="said"),
        ],
    )


def test_two_papers_that_quote_one_person_on_one_programme_are_one_origin() -> None:
    one, other = _herald(), _courier()
    found = find([one, other])
    both = holding(found, one)
    assert both is holding(found, other)
    assert both.publishers == ("Courier", "Herald")
    (origin,) = both.origins
    assert (origin.speaker, origin.via, origin.said) == ("ada-quill", "TVR", "2024-05-06")
    assert both.credibility == 6
    assert (both.first, both.latest) == ("2024-05-06", "2024-05-08")
    assert both.differences == ()


def test_another_thing_by_the_same_speaker_of_the_same_actors_stands_alone() -> None:
    one, other = _herald(), _courier()
    found = find([one, other])
    assert holding(found, other, 1).claims == (other.claims[1].id,)


def test_other_words_for_the_same_thing_are_the_same() -> None:
    first = facts_of(
        "a",
        "Ada Quill says Freedonia has also given Ruritania diverse economic assistance.",
        names=NAMES,
        claims=[says("Freedonia has also given Ruritania diverse economic assistance", by="Ada Quill")],
    )
    second = facts_of(
        "b",
        'Ada Quill added that Ruritania has received "various forms of economic support".',
        names=NAMES,
        claims=[says("Ruritania has received", "various forms of economic support", by="Ada Quill")],
    )
    third = facts_of(
        "c",
        "Freedonia and Ruritania reached an agreement on expanding economic cooperation.",
        names=NAMES,
        claims=[says("Freedonia and Ruritania reached an agreement on expanding economic cooperation")],
    )
    found = find([first, second, third])
    assert holding(found, first) is holding(found, second)
    assert holding(found, first) is not holding(found, third)


def _report(name: str, publisher: str | None, text: str, **more: object) -> Facts:
    return facts_of(name, text, publisher=publisher, claims=[says(text)], names=NAMES, **more)  # type: ignore[arg-type]


def test_three_copies_of_a_wire_story_and_an_independent_report_are_two_origins() -> None:
    text = "Ruritania closed the bridge at Port Elm to lorries after cracks were found in two pillars."
    wire = [_report(n, p, text) for n, p in (("w1", "Star"), ("w2", "Post"), ("w3", "Echo"))]
    own = _report("z", "Herald", "Ruritania has shut the Port Elm bridge for lorries because two pillars have cracks.")
    (finding,) = find([*wire, own], copies=[("w1", "w2", "w3")])
    assert [(o.speaker, o.via, len(o.claims)) for o in finding.origins] == [(None, "Star", 3), (None, "Herald", 1)]
    assert finding.publishers == ("Star", "Herald")
    assert finding.credibility == 1


def test_articles_that_credit_one_agency_are_one_origin() -> None:
    text = "Ruritania closed the bridge at Port Elm to lorries after cracks were found in two pillars."
    found = find(
        [
            _report("a", "Star", text, origins=["AP"]),
            _report("b", "Associated Press", text),
            _report("c", None, "Ruritania closed the Port Elm bridge to lorries when two pillars cracked."),
        ]
    )
    (finding,) = found
    assert [o.via for o in finding.origins] == ["Associated Press", "unknown:c"]
    assert finding.publishers == ("Star", "Associated Press", "unknown:c")


def test_figures_that_differ_are_a_difference_within_the_finding() -> None:
    first = facts_of(
        "a",
        "At least 12 people died when a ferry sank off Ruritania on Tuesday.",
        publisher="Herald",
        published="2024-05-07",
        names=NAMES,
        figures=[figure("At least 12 people", 12, None, "people")],
        claims=[says("At least 12 people died when a ferry sank off Ruritania on Tuesday", when="2024-05-07")],
    )
    second = facts_of(
        "b",
        "A ferry sank off Ruritania and 15 people are dead.",
        publisher="Courier",
        published="2024-05-08",
        names=NAMES,
        figures=[figure("15 people", 15, 15, "people")],
        claims=[says("A ferry sank off Ruritania and 15 people are dead")],
    )
    (finding,) = find([first, second])
    assert [(d.about, d.claims) for d in finding.differences] == [("figure", (first.claims[0].id, second.claims[0].id))]
    assert finding.credibility == 2


def test_a_corrected_version_does_not_contradict_itself() -> None:
    def version(name: str, day: str, dead: int) -> Facts:
        text = f"{dead} people died when a ferry sank off Ruritania."
        number = figure(f"{dead} people", dead, dead, "people")
        return facts_of(name, text, published=day, names=NAMES, figures=[number], claims=[says(text.rstrip("."))])

    facts = [version("a", "2024-05-07", 12), version("b", "2024-05-08", 14)]
    (corrected,) = find(facts, copies=[("a", "b")])
    assert corrected.differences == ()
    (contradicted,) = find(facts)
    assert [d.about for d in contradicted.differences] == ["figure"]


def test_what_a_corrected_version_does_not_say_any_more_counts_for_nothing() -> None:
    def version(name: str, day: str, text: str) -> Facts:
        return facts_of(name, text, publisher="Herald", published=day, names=NAMES, claims=[says(text.rstrip("."))])

    shut = "Ruritania closed the bridge at Port Elm to lorries after cracks were found in two pillars."
    old = version("a", "2024-05-07", shut)
    new = version("b", "2024-05-08", shut.replace("lorries", "lorries and buses"))
    other = version("c", "2024-05-08", "Freedonia doubled its duty on salted herring.")
    copied = [("a", "b")]
    (finding,) = find([old, new], copies=copied)
    assert finding.lead == new.claims[0].id
    assert {old.claims[0].id, new.claims[0].id} == set(finding.claims)
    assert [o.claims for o in finding.origins] == [(new.claims[0].id,)]
    withdrawn = version("a", "2024-05-07", "Freedonia doubled its duty on pickled plums.")
    found = find([withdrawn, new, other], copies=copied)
    assert found[-1].claims == (withdrawn.claims[0].id,)
    assert found[-1].credibility == 6
    assert found[-1].weight < 0.1


def test_a_month_later_it_is_another_ferry() -> None:
    def sinking(name: str, day: str, dead: int) -> Facts:
        text = f"{dead} people died when a ferry sank off Ruritania."
        return facts_of(
            name,
            text,
            published=day,
            names=NAMES,
            figures=[figure(f"{dead} people", dead, dead, "people")],
            claims=[says(text.rstrip("."), when=day)],
        )

    assert len(find([sinking("a", "2024-05-07", 12), sinking("b", "2024-06-07", 15)])) == 2


def test_a_denial_stands_against_the_claim_that_it_denies() -> None:
    says_so = facts_of(
        "a",
        "Ada Quill said Ruritania sent rocket artillery to Freedonia.",
        publisher="Herald",
        names=NAMES,
        claims=[says("Ruritania sent rocket artillery to Freedonia", by="Ada Quill", cue="said")],
    )
    denies = facts_of(
        "b",
        "Ruritania denied that it had sent rocket artillery to Freedonia.",
        publisher="Courier",
        names=NAMES,
        claims=[says("it had sent rocket artillery to Freedonia", by="Ruritania", cue="denied", factuality="CT-")],
    )
    (finding,) = find([says_so, denies])
    (difference,) = finding.differences
    assert difference.about == "denial"
    assert set(difference.claims) == {says_so.claims[0].id, denies.claims[0].id}
    assert (finding.factuality.least, finding.factuality.most) == ("CT-", "CT+")
    assert finding.credibility == 4


def test_who_did_it_to_whom_decides() -> None:
    def shipped(name: str, giver: str, taker: str) -> Facts:
        text = f"{giver} shipped anti-aircraft missiles to {taker}."
        return facts_of(
            name,
            text,
            names=NAMES,
            claims=[says(text)],
            events=[happens("AID", "shipped", agent=[giver], recipient=[taker])],
        )

    assert len(find([shipped("a", "Ruritania", "Freedonia"), shipped("b", "Freedonia", "Ruritania")])) == 2
    assert len(find([shipped("a", "Ruritania", "Freedonia"), shipped("b", "Ruritania", "Freedonia")])) == 1


def test_a_headline_that_sums_up_what_one_official_says_is_that_officials_word() -> None:
    facts = facts_of(
        "a",
        "Freedonia gave rebels mountain howitzers, Ruritania says\n\nFreedonia gave the rebels mountain howitzers, "
        'Bram Stahl said. "Mountain howitzers have been delivered to the rebels by Freedonia," he said.',
        title="Freedonia gave rebels mountain howitzers, Ruritania says",
        names=NAMES,
        actors=[actor_of("bram-stahl", kind=ActorKind.PERSON)],
        claims=[
            says("Freedonia gave rebels mountain howitzers", by="Ruritania"),
            says("Freedonia gave the rebels mountain howitzers", by="Bram Stahl", said="2024-11-22"),
            says("Mountain howitzers have been delivered to the rebels by Freedonia", by="Bram Stahl"),
        ],
    )
    (finding,) = find([facts])
    (origin,) = finding.origins
    assert origin.speaker == "bram-stahl"
    assert finding.lead == facts.claims[2].id


def test_hedged_against_certain_is_a_difference() -> None:
    sure = _report("a", "Herald", "Ruritania will close its embassy in Freedonia after the spy scandal.")
    text = "Ruritania may close its embassy in Freedonia over the spy scandal"
    hedged = facts_of("b", text + ".", names=NAMES, publisher="Star", claims=[says(text, factuality="PS+")])
    (finding,) = find([sure, hedged])
    assert [d.about for d in finding.differences] == ["factuality"]
    assert finding.credibility == 2


def test_rejected_claims_carry_nothing() -> None:
    one, other = _herald(), _courier()
    judged = Judgement(claim=one.claims[0].id, verdict="rejected", who="A. Reader", date="2024-06-01", why="misread")
    found = findings.find([one, other], actors_in([one, other]), (), Curation(judgements=(judged,)))
    assert all(one.claims[0].id not in f.claims for f in found)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_articles_does_not_matter(seed: int) -> None:
    facts = [_herald(), _courier(), *(_report(f"r{n}", "Star", f"Ruritania bought {w} cows.") for n, w in CATTLE)]
    shuffled = random.Random(seed).sample(facts, len(facts))
    assert find(shuffled) == find(facts)


CATTLE = list(enumerate(["spotted", "speckled", "brindled"]))


def test_later_articles_change_no_id_and_no_company() -> None:
    facts = [_herald(), _courier()]
    before = {f.id: set(f.claims) for f in find(facts)}
    later = _report(
        "later", "Star", "Ruritania sent 4,000 soldiers to Freedonia to fight rebels.", published="2024-05-30"
    )
    after = {f.id: set(f.claims) for f in find([later, *facts])}
    assert all(claims <= after[identity] for identity, claims in before.items())


def test_two_actors_that_are_known_equally_well_count_each() -> None:
    both = facts_of(
        "both",
        "Ruritania and Freedonia closed the border bridge for repairs.",
        published="2024-05-07",
        names=NAMES,
        claims=[says("Ruritania and Freedonia closed the border bridge for repairs")],
    )
    single = facts_of(
        "single",
        "Ruritania opened a museum of pendulum clocks. Freedonia looked on.",
        published="2024-05-07",
        names=NAMES,
        claims=[says("Ruritania opened a museum of pendulum clocks")],
    )
    found = find([both, single])
    assert holding(found, both).weight - holding(found, single).weight == pytest.approx(0.5)


def test_the_same_words_do_not_differ_whatever_was_read_out_of_them() -> None:
    text = "Ruritania lost at least one pilot and four gunners when a helicopter came down near Freedonia"
    one, other = (
        facts_of(
            name,
            f"{text}.",
            publisher=name,
            published="2024-05-07",
            names=NAMES,
            figures=[figure(words, low, low, "person")],
            claims=[says(text)],
            events=[happens("OTHER", "lost", agent=[agent])],
        )
        for name, words, low, agent in (
            ("herald", "one pilot", 1, "Ruritania"),
            ("courier", "four gunners", 4, "Freedonia"),
        )
    )
    found = holding(find([one, other]), one)
    assert len(found.claims) == 2
    assert found.differences == ()
