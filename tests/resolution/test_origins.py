"""Who may be said to confirm whom: joint speakers, one breath, handed-out pictures, nobody in particular."""

from dataclasses import replace

import pytest

from generator.model import ActorKind, Block, BlockKind, ClaimForm, Facts, Finding, SpeakerKind
from generator.resolution import findings
from generator.resolution.pictures import near, supplier
from tests.factory import actor_of, actors_in, facts_of, figure, happens, says

NAMES = {
    "Ruritania": "ruritania",
    "Ruritanian": "ruritania",
    "Freedonia": "freedonia",
    "Sylvania": "sylvania",
    "Ada Quill": "ada-quill",
    "Bram Stahl": "bram-stahl",
}
ACTORS = [
    actor_of("ruritania", "Ruritania", state="RU"),
    actor_of("freedonia", "Freedonia", state="FR"),
    actor_of("sylvania", "Sylvania", state="SY"),
    actor_of("ada-quill", "Ada Quill", ActorKind.PERSON, state="SY"),
    actor_of("bram-stahl", "Bram Stahl", ActorKind.PERSON, state="FR"),
]
DEED = "Ruritania has sent more than 4,000 soldiers to the northern mountain passes"


def _facts(name: str, text: str, *claims: object, **more: object) -> Facts:
    return facts_of(name, text, names=NAMES, actors=ACTORS, claims=claims, **more)  # type: ignore[arg-type]


def _said(name: str, *by: str, deed: str = DEED, factuality: str = "CT+", kind: SpeakerKind | None = None) -> Facts:
    text = f"{' and '.join(by)} say {deed}."
    return _facts(
        name,
        text,
        says(deed, by=by, cue="say", factuality=factuality, kind=kind),
        publisher=name,
        published="2024-05-07",
    )


def _only(*facts: Facts) -> Finding:
    (finding,) = findings.find(facts, actors_in(facts))
    return finding


def test_those_who_say_it_in_one_breath_are_named_each_and_confirm_nothing() -> None:
    finding = _only(_said("a", "Freedonia", "Sylvania"), _said("b", "Freedonia", "Sylvania"))
    assert [o.speaker for o in finding.origins] == ["freedonia", "sylvania"]
    assert finding.credibility == 6


def test_two_sides_in_two_papers_confirm() -> None:
    assert _only(_said("a", "Freedonia"), _said("b", "Sylvania")).credibility == 1


def test_one_side_confirms_itself_only_to_probable() -> None:
    assert _only(_said("a", "Sylvania"), _said("b", "Ada Quill")).credibility in (2, 6)
    bram = _said("b", "Bram Stahl", deed=DEED + " by night")
    assert _only(_said("a", "Ada Quill"), bram).credibility == 1


def test_those_who_are_no_known_actors_confirm_nothing() -> None:
    assert _only(_said("a", "Freedonia"), _said("b", "weather experts", kind=SpeakerKind.GROUP)).credibility != 1


@pytest.mark.parametrize("factuality", ["PS+", "Uu"])
def test_worries_and_questions_get_no_grade(factuality: str) -> None:
    facts = [_said("a", "Freedonia", factuality=factuality), _said("b", "Sylvania", factuality=factuality)]
    assert _only(*facts).credibility == 6


def test_what_two_think_probable_is_possibly_true() -> None:
    assert _only(_said("a", "Freedonia", factuality="PR+"), _said("b", "Sylvania", factuality="PR+")).credibility == 3


def test_groups_are_one_whatever_the_case_and_nobody_in_particular_is_unnamed() -> None:
    found = _only(_said("a", "Experts", kind=SpeakerKind.GROUP), _said("b", "experts", kind=SpeakerKind.GROUP))
    assert [o.speaker for o in found.origins] == ["experts"]
    found = _only(_said("a", "They", kind=SpeakerKind.GROUP), _said("b", "Freedonia"))
    assert {o.speaker for o in found.origins} <= {"unnamed", "freedonia"}
    assert found.credibility == 6


def test_a_claim_within_anothers_is_one_origin() -> None:
    inner = DEED + " this week"
    text = f"Freedonia says Ada Quill says {inner}."
    facts = _facts("a", text, says(f"Ada Quill says {inner}", by="Freedonia"), says(inner, by="Ada Quill"))
    assert [o.speaker for f in findings.find([facts], ACTORS) for o in f.origins] == ["ada-quill"]


CAPTION = "In this photo provided by the Ruritanian government, guards march past the old northern harbour wall"


def _captioned(name: str, text: str) -> Facts:
    facts = _facts(name, text, says(text), publisher=name, published="2024-05-07")
    blocks = (Block(start=0, end=len(text), kind=BlockKind.CAPTION),)
    return replace(facts, article=replace(facts.article, blocks=blocks))


def test_a_picture_that_was_handed_out_comes_from_who_did_so_and_stands_last() -> None:
    pictures = [_captioned("a", CAPTION + " on Monday."), _captioned("b", CAPTION + ".")]
    found = findings.find([*pictures, _said("c", "Freedonia", deed="Sylvania sold nine barges of grain")], ACTORS)
    assert [o.speaker for o in found[-1].origins] == ["ruritania"]
    assert found[-1].credibility == 6
    assert found[-1].weight < 0.1 < found[0].weight


def test_nearly_the_same_caption_is_one_origin_and_other_words_are_two() -> None:
    first = "Ruritania guards march past the old northern harbour wall during the lantern parade in Port Elm"
    other = "Guards of Ruritania are marching at the harbour wall in Port Elm in the lantern parade of northern guilds"
    assert len(_only(_captioned("a", first + " on Monday."), _captioned("b", first + ".")).origins) == 1
    assert not near(first, other)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In this photo provided by the Ruritanian government, guards march.", "Ruritanian government"),
        ("In this undated image taken from video released by Port Elm Harbour on Monday, a ship burns.", "Port Elm"),
        ("Photo: handout by Elm Post", "Elm Post"),
        ("FILE - An image distributed by Elm Post shows a barge.", "Elm Post"),
        ("Journalists were not let in to see the event in this image distributed by Elm Post.", None),
        ("Guards march in the rain.", None),
    ],
)
def test_who_handed_out_a_picture(text: str, who: str | None) -> None:
    facts = _facts("a", text, says(text))
    told = supplier(facts.claims[0], ())
    assert (told is None) if who is None else (told is not None and who in told[1])


def test_who_will_not_confirm_his_own_deed_is_no_origin_but_a_difference() -> None:
    sent = says("Ruritania has sent more than 4,000 soldiers to Sylvania to guard its bridges", by="Freedonia")
    one = _facts(
        "a",
        "Freedonia says Ruritania has sent more than 4,000 soldiers to Sylvania to guard its bridges.",
        sent,
        published="2024-05-07",
        figures=[figure("more than 4,000 soldiers", 4000, None, "soldiers")],
        events=[happens("MOBILIZE", "sent", agent=["Ruritania"], patient=["more than 4,000 soldiers"])],
    )
    open_ = says("it had sent soldiers", by="Ruritania", factuality="Uu")
    event = happens("MOBILIZE", "sent", agent=["it"], patient=["soldiers"], factuality="Uu")
    text = "Ruritania would not confirm that it had sent soldiers."
    finding = _only(one, _facts("b", text, open_, published="2024-05-07", events=[event]))
    assert len(finding.claims) == 2
    assert [d.about for d in finding.differences] == ["factuality"]
    assert [o.speaker for o in finding.origins] == ["freedonia"]


def test_the_words_of_a_named_speaker_lead_and_not_the_headline() -> None:
    title = "Ruritania has sent more than 4,000 soldiers to the northern passes, Sylvania says"
    facts = _facts(
        "a",
        f'{title}\n\n"{DEED}," Ada Quill said.',
        says("Ruritania has sent more than 4,000 soldiers to the northern passes", by="Sylvania"),
        says(DEED, by="Ada Quill", form=ClaimForm.QUOTATION),
        title=title,
    )
    assert _only(facts).lead == facts.claims[1].id
