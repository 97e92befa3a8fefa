"""A dossier seen from every side."""

from generator.model import Curation, Factuality, Finding, Link, Origin, PublisherRule, Standing, Story, Superseded
from generator.model.index import Index, letters
from generator.resolution import happenings
from tests.factory import dossier_of, facts_of, happens, says

NAMES = {"Ruritania": "ruritania", "Freedonia": "freedonia", "Ada Quill": "ada-quill"}
ONE = facts_of(
    "one",
    "Ruritania sent tanks to Freedonia, Ada Quill said. Freedonia thanked Ruritania.",
    publisher="The Herald",
    published="2024-05-07",
    names=NAMES,
    claims=[
        says("Ruritania sent tanks to Freedonia", by="Ada Quill", topics=["arms"]),
        says("Freedonia thanked Ruritania", topics=["arms"]),
    ],
    events=[happens("AID", "sent", agent=["Ruritania"], recipient=["Freedonia"], patient=["tanks"])],
)
TWO = facts_of(
    "two", "Ada Quill is in Ruritania.", published=None, names=NAMES, claims=[says("Ada Quill is in Ruritania")]
)


def _dossier() -> Index:
    lead = ONE.claims[0].id
    finding = Finding(
        id="f",
        claims=(lead,),
        lead=lead,
        publishers=("Herald",),
        origins=(Origin(speaker="ada-quill", via=None, said=None, claims=(lead,)),),
        factuality=Standing(least=Factuality.CERTAIN, most=Factuality.CERTAIN),
        first=None,
        latest=None,
        topics=("arms",),
        actors=("ruritania",),
        credibility=6,
    )
    link = Link(
        id="x", type="AID", source="ruritania", target="freedonia", when=None, factuality=Factuality.CERTAIN, claims=()
    )
    rules = (PublisherRule(name="Herald", names=("The Herald",), reliability="B"),)
    story = Story(id="s", members=("one", "two"), earliest=None, latest=None, headline=None)
    return Index.of(
        dossier_of(
            [TWO, ONE],
            curation=Curation(publishers=rules),
            findings=(finding,),
            links=(link,),
            stories=(story,),
            copies=(("one", "two"),),
            superseded=(Superseded(article="one", by="two"),),
            happenings=happenings.gather([ONE], [finding]),
        )
    )


def test_every_key_leads_to_what_it_holds() -> None:
    index = _dossier()
    first, second = ONE.claims
    assert index.citation(second.id) == "A·2"
    assert index.finding_of == {first.id: "f"}
    assert index.speaking == {"ada-quill": (first,)}
    assert index.about["freedonia"] == (first, second)
    assert index.about["ada-quill"] == TWO.claims
    assert [e.type for e in index.events_by("ruritania")] == ["AID"]
    assert index.events_upon("freedonia") == index.events_by("ruritania")
    assert index.events_of_claim[first.id] == ONE.events
    assert index.claims_on == {"arms": (first, second)}
    assert [f.id for f in index.findings_on["arms"]] == ["f"]
    assert [f.id for f in index.findings_about["ruritania"]] == ["f"]
    assert index.naming["ada-quill"] == ("one", "two")
    assert [n.mention.start for n in index.named["freedonia"]] == [24, 51]
    assert index.also_reported("one") == ("two",)
    assert index.copies_of["two"] == ("one", "two")
    assert index.superseded_by == {"one": "two"}
    assert index.happenings_of["ruritania"] == index.happenings_of["freedonia"] == index.dossier.happenings


def test_publishers_go_by_the_name_that_people_gave() -> None:
    index = _dossier()
    assert index.publisher("one") == "Herald"
    assert index.publisher("two") == "unknown:two"
    assert (index.reliability("one"), index.reliability("two")) == ("B", "F")
    assert index.publishers_on("arms") == ("Herald",)


def test_those_merely_named_together_are_kept_from_those_linked() -> None:
    index = _dossier()
    assert index.together["ruritania"] == (("ada-quill", 2), ("freedonia", 2))
    assert index.only_named_with("ruritania") == (("ada-quill", 2),)
    assert [x.id for x in index.links_of["freedonia"]] == ["x"]


def test_seen_and_names_of_what_is_not_known() -> None:
    index = _dossier()
    assert index.seen("ada-quill") == ("2024-05-07", "2024-05-07")
    assert index.seen("nobody") == (None, None)
    assert index.name("ruritania") == "Ruritania"
    assert index.name("a news conference") == "a news conference"


def test_letters_count_on_after_z() -> None:
    assert [letters(n) for n in (0, 25, 26, 27, 51, 52, 701, 702)] == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]
