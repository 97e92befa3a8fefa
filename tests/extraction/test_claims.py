"""Who said what: one short text of news for each way of saying it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from generator.contract import claim_id, verify
from generator.model import Claim, ClaimForm, Facts, SpeakerKind
from tests.conftest import article_of
from tests.extraction.cast import attributed

pytestmark = pytest.mark.model
Extract = Callable[..., Facts]


def only(facts: Facts) -> Claim:
    found = attributed(facts)
    assert len(found) == 1, [c.text for c in found]
    return found[0]


def by(claim: Claim) -> list[str]:
    return [s.text for s in claim.speakers]


# text, speakers, content, factuality
SAID = [
    ("The mayor said that the bridge would be closed.", ["The mayor"], "that the bridge would be closed", "CT+"),
    ("The bridge, the mayor said, is unsafe.", ["the mayor"], "The bridge … is unsafe", "CT+"),
    ("The bridge is unsafe, engineers said Monday.", ["engineers"], "The bridge is unsafe", "CT+"),
    ("Cable was cut on purpose, Helsinki says", ["Helsinki"], "Cable was cut on purpose", "CT+"),
    ("According to the ministry, 12 people were killed.", ["the ministry"], "12 people were killed", "CT+"),
    ("12 people were killed, according to a report.", ["a report"], "12 people were killed", "CT+"),
    (
        "The opposition accused the government of hiding the figures.",
        ["The opposition"],
        "the government of hiding the figures",
        "CT+",
    ),
    (
        "The government was accused by the opposition of hiding the figures.",
        ["the opposition"],
        "The government … of hiding the figures",
        "CT+",
    ),
    ("Novak denied that he had taken the money.", ["Novak"], "that he had taken the money", "CT-"),
    ("Novak denied taking the money.", ["Novak"], "taking the money", "CT-"),
    ("Norway stopped short of confirming that it had sent ships.", ["Norway"], "that it had sent ships", "Uu"),
    ("The minister did not say whether the talks had failed.", ["The minister"], "whether the talks had failed", "Uu"),
    (
        "Experts voiced worries about possible leaks from the plant.",
        ["Experts"],
        "possible leaks from the plant",
        "PS+",
    ),
    ("The rebels threatened to attack the port.", ["The rebels"], "to attack the port", "Uu"),
    (
        "The United Nations urged both sides to stop the fighting.",
        ["The United Nations"],
        "both sides to stop the fighting",
        "Uu",
    ),
    ("Novak was quoted as saying that the harbour had burned.", ["Novak"], "that the harbour had burned", "CT+"),
    ("Police said the man may have drowned.", ["Police"], "the man may have drowned", "PS+"),
    ("Police said the man was not armed.", ["Police"], "the man was not armed", "CT-"),
    ("Analysts believe the war will end soon.", ["Analysts"], "the war will end soon", "PR+"),
    ("If the dam breaks, the mayor said, the town will be flooded.", ["the mayor"], None, "Uu"),
    ("Minister: We will rebuild the harbour", ["Minister"], "We will rebuild the harbour", "CT+"),
    ("He is said to be ill.", [], "He … to be ill", "PR+"),
    ("The mayor seems to be ill.", [], "The mayor … to be ill", "PR+"),
    (
        "The claim that the harbour had burned was made in a statement by the ministry.",
        ["the ministry"],
        "that the harbour had burned",
        "CT+",
    ),
]


@pytest.mark.parametrize(("text", "speakers", "content", "factuality"), SAID, ids=[x[0][:40] for x in SAID])
def test_reported_speech(
    extract_text: Extract, text: str, speakers: list[str], content: str | None, factuality: str
) -> None:
    claim = only(extract_text(text))
    assert by(claim) == speakers
    assert content is None or claim.text == content
    assert claim.factuality == factuality


# Where a content ends, who speaks at odd places, and cues that are not verbs: text, [(speakers, content)]
BOUNDS = [
    (
        "The bridge will be shut for a year, said Peter Novak, the chief engineer.",
        [(["Peter Novak, the chief engineer"], "The bridge will be shut for a year")],
    ),
    ("Novak said the bridge was unsafe, though he gave no reason.", [(["Novak"], "the bridge was unsafe")]),
    (
        "Novak said the bridge was unsafe and called it a trap.",
        [(["Novak"], "the bridge was unsafe"), (["Novak"], "it a trap")],
    ),
    ("Novak said the bridge was unsafe, which surprised the town.", [(["Novak"], "the bridge was unsafe")]),
    ("Novak said the bridge was unsafe, and two councillors left the room.", [(["Novak"], "the bridge was unsafe")]),
    (
        "Novak said that the bridge was unsafe and that it must be closed.",
        [(["Novak"], "that the bridge was unsafe and that it must be closed")],
    ),
    ("Novak is confident that the bridge will hold.", [(["Novak"], "that the bridge will hold")]),
    ("The council was eager to close the bridge.", [(["The council"], "to close the bridge")]),
    ("Novak called on the council to close the bridge.", [(["Novak"], "the council to close the bridge")]),
    ("The council called for a new bridge.", [(["The council"], "a new bridge")]),
    ("The workers complained about the delay.", [(["The workers"], "the delay")]),
    ("Residents were told that the water was safe.", [([], "that the water was safe")]),
    (
        "As the newspaper reported, the bridge had been closed for a year.",
        [(["the newspaper"], "the bridge had been closed for a year")],
    ),
    ('But soon "they closed the road," she says.', [(["she"], 'soon "they closed the road,"')]),
    ('Novak said the plan "is a waste of money."', [(["Novak"], 'the plan "is a waste of money."')]),
    (
        'Novak wrote:\n\n"The bridge is a trap. Nobody crosses it."',
        [(["Novak"], '"The bridge is a trap. Nobody crosses it."')],
    ),
    ("She issued a statement saying the bridge was safe.", [(["She"], "the bridge was safe")]),
    ("The company, which says the bridge is safe, paid for it.", [(["which"], "the bridge is safe")]),
    ("You know that the bridge is old.", []),
    ("Photo: Anna Lindqvist", []),
    ("Novak expressed sympathy for the victims.", [(["Novak"], "sympathy for the victims")]),
    ("The treaty was described by Novak as a trap.", [(["Novak"], "The treaty … as a trap")]),
    ("Asked if the bridge was safe, Novak shrugged.", []),
    (
        '"Is it safe?" asked the boy. "Nobody knows," Novak replied.',
        [(["the boy"], '"Is it safe?"'), (["Novak"], '"Nobody knows,"')],
    ),
    (
        'Brown said "It is sad. I call for a debate." Todd Hart, a councillor, said "We should build here."',
        [
            (["Brown"], '"It is sad. I call for a debate."'),
            (["Todd Hart, a councillor"], '"We should build here."'),
        ],
    ),
    ("Radio Nord quoted Novak as saying that the bridge was safe.", [(["Novak"], "that the bridge was safe")]),
    ("Neither of the companies would reveal the price.", []),
    ("The port has 40 days to respond to that letter.", []),
    (
        "According to a March report in the Herald, an internal memo at Norsk showed the company lost money.",
        [
            (["a March report in the Herald"], "an internal memo at Norsk showed the company lost money"),
            (["an internal memo at Norsk"], "the company lost money"),
        ],
    ),
    (
        "Norsk confirmed that Berg had left the board, but did not say if he was pushed.",
        [(["Norsk"], "that Berg had left the board"), (["Norsk"], "if he was pushed")],
    ),
    (
        'As well as new ships, Berg stated that there would be new routes, saying, "We will go north."',
        [(["Berg"], "that there would be new routes"), (["Berg"], '"We will go north."')],
    ),
    (
        'Berg dismissed the "Skipgate," saying that such faults trouble every ship.',
        [(["Berg"], 'the "Skipgate,"'), (["Berg"], "that such faults trouble every ship")],
    ),
    ("Norsk sold ten ships - it implies a growth of ten percent.", []),
    ("Forms can be handed in starting next month.", []),
    (
        "SMITH: The bridge was never safe.\n\nJONES: Nobody told us so.",
        [(["SMITH"], "The bridge was never safe."), (["JONES"], "Nobody told us so.")],
    ),
    (
        '"It was dark," Novak said. He had lost his lamp. "I saw no road."',
        [(["Novak"], '"It was dark," … "I saw no road."')],
    ),
    (
        '"It was dark," Novak said. Anna Berg had lost her lamp. "I saw no road."',
        [(["Novak"], '"It was dark,"')],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS, ids=[x[0][:40] for x in BOUNDS])
def test_bounds_and_places(extract_text: Extract, text: str, expected: list[tuple[list[str], str]]) -> None:
    assert [(by(c), c.text) for c in attributed(extract_text(text))] == expected


def test_a_quotation_of_nobody_is_not_the_articles_own_word(extract_text: Extract) -> None:
    facts = extract_text('The town was quiet.\n\n"We lost everything in the fire."')
    assert [(c.form, c.factuality) for c in facts.claims] == [
        (ClaimForm.NARRATION, "CT+"),
        (ClaimForm.QUOTATION, "Uu"),
    ]


def test_several_speakers_are_one_each(extract_text: Extract) -> None:
    claim = only(extract_text("Finland, Sweden and others say the cable was cut on purpose."))
    assert by(claim) == ["Finland", "Sweden", "others"]
    assert [s.actor for s in claim.speakers] == ["finland", "sweden", None]
    assert claim.speakers[2].kind is SpeakerKind.GROUP


def test_speech_within_speech_is_read_twice(extract_text: Extract) -> None:
    found = attributed(extract_text("State media said that Novak said the talks had failed."))
    assert [(by(c), c.text) for c in found] == [
        (["State media"], "that Novak said the talks had failed"),
        (["Novak"], "the talks had failed"),
    ]


def test_a_mind_within_speech_is_no_claim_of_its_own(extract_text: Extract) -> None:
    claim = only(extract_text("Novak said the rebels wanted to leave the town."))
    assert by(claim) == ["Novak"]


def test_a_mind_is_told_apart_from_speech(extract_text: Extract) -> None:
    claim = only(extract_text("The villagers fear the dam will break."))
    assert claim.rule.startswith("mind:")


def test_declined_to_comment_has_no_content(extract_text: Extract) -> None:
    facts = extract_text("The ministry declined to comment.")
    assert attributed(facts) == []
    assert [c.form for c in facts.claims] == [ClaimForm.NARRATION]


def test_quotation_runs_on_behind_its_cue(extract_text: Extract) -> None:
    claim = only(extract_text('"We will stay," Mayor Anna Lindqvist said on Tuesday. "The dam must be mended."'))
    assert [s.text for s in claim.spans] == ['"We will stay,"', '"The dam must be mended."']
    assert by(claim) == ["Mayor Anna Lindqvist"]
    assert claim.form is ClaimForm.QUOTATION
    assert claim.said == "2024-11-19"


def test_quotation_runs_on_over_paragraphs(extract_text: Extract) -> None:
    claim = only(extract_text('"It burned all night. We lost everything.\n\n"Nobody came," Lindqvist said.'))
    assert [s.text for s in claim.spans] == ['"It burned all night. We lost everything.', '"Nobody came,"']


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is unsafe,” said Peter Novak, the chief engineer.",
        '"The bridge is unsafe," said Peter Novak, the chief engineer.',
        "''The bridge is unsafe,'' said Peter Novak, the chief engineer.",
        "‘The bridge is unsafe,’ said Peter Novak, the chief engineer.",
        '“The bridge is unsafe," said Peter Novak, the chief engineer.',
    ],
)
def test_marks_of_every_kind(extract_text: Extract, text: str) -> None:
    claim = only(extract_text(text))
    assert "The bridge is unsafe," in claim.text
    assert by(claim) == ["Peter Novak, the chief engineer"]


def test_cue_in_front_of_the_marks(extract_text: Extract) -> None:
    claim = only(extract_text('Asked about the fire, Novak said: "Nobody was hurt. The fire is out."'))
    assert claim.text == '"Nobody was hurt. The fire is out."'
    assert claim.form is ClaimForm.QUOTATION


def test_mixed_quotation(extract_text: Extract) -> None:
    found = attributed(extract_text('Novak praised the deal as a "turning point" but said it came too late.'))
    assert [(c.text, c.form, by(c)) for c in found] == [
        ('the deal as a "turning point"', ClaimForm.MIXED, ["Novak"]),
        ("it came too late", ClaimForm.PARAPHRASE, ["Novak"]),
    ]


def test_occasion(extract_text: Extract) -> None:
    found = attributed(
        extract_text(
            "“I saw the smoke,” Novak told reporters at a news conference on Wednesday, adding that nobody warned him."
        )
    )
    assert [(c.said, c.via, c.addressee) for c in found] == [
        ("2024-11-20", "a news conference", "reporters"),
        (None, None, None),
    ]
    assert [by(c) for c in found] == [["Novak"], ["Novak"]]


def test_a_present_tense_cue_has_no_date(extract_text: Extract) -> None:
    claim = only(extract_text("The mayor says the bridge was closed on Monday."))
    assert (claim.said, claim.when) == (None, "2024-11-18")


def test_pronoun_is_its_actor(extract_text: Extract) -> None:
    found = attributed(extract_text("Anna Lindqvist arrived in Oslo. She said the talks had failed."))
    assert [(s.text, s.actor) for c in found for s in c.speakers] == [("She", "anna-lindqvist")]


def test_anonymous_speakers_and_documents(extract_text: Extract) -> None:
    claim = only(extract_text("A source said the sale had collapsed."))
    assert claim.speakers[0].kind is SpeakerKind.ANONYMOUS
    claim = only(extract_text("The report said the sale had collapsed."))
    assert claim.speakers[0].kind is SpeakerKind.DOCUMENT
    claim = only(extract_text("A senior official said the sale had collapsed."))
    assert claim.speakers[0].kind is SpeakerKind.ROLE


def test_what_the_article_says_itself(extract_text: Extract) -> None:
    facts = extract_text(
        "Ferry sinks off the coast\n\nTwo ferries met in the fog. The captain said he had seen nothing, and the port "
        "was closed on Friday.",
        headline=True,
    )
    told = [c.text for c in facts.claims if c.form is ClaimForm.NARRATION]
    assert told[:2] == ["Ferry sinks off the coast", "Two ferries met in the fog."]
    assert "told" not in " ".join(told)


def test_attribution_alone_is_no_narration(extract_text: Extract) -> None:
    facts = extract_text("Novak told a Radio Nord program on Friday that the harbour would be rebuilt.")
    assert [c.form for c in facts.claims] == [ClaimForm.PARAPHRASE]


def test_quantities_and_actors_stand_in_order(extract_text: Extract) -> None:
    claim = only(extract_text("Norway said Sweden had sent 300 soldiers and 20 trucks to Finland."))
    assert claim.actors == ("sweden", "finland")
    assert claim.quantities == (0, 1)


def test_ids_follow_from_the_spans_and_are_unique(extract_text: Extract) -> None:
    facts = extract_text('Novak said the dam "will hold." He was wrong. The dam broke, Novak said.')
    assert len({c.id for c in facts.claims}) == len(facts.claims)
    assert all(c.id == claim_id(facts.article.sha256, c.spans) for c in facts.claims)


WORDS = ['"', "“", "”", "'", "''", "said", "told", "according to", "Novak", "he", ",", ".", ":", "that", "\n\n", "not"]
WORDS += ["accused", "of", "who", "the dam", "broke", "on Friday", "-", "(", ")", "?", "wants", "to", "\u202a", "12"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.text(max_size=60)))
def test_any_text_is_read_without_harm(nlp: Language, text: str) -> None:
    from generator.extraction.actors import Grouped  # noqa: PLC0415
    from generator.extraction.claims import find_claims  # noqa: PLC0415
    from generator.extraction.reading import read  # noqa: PLC0415

    article = article_of(text)
    claims = find_claims(read(article, nlp), Grouped(mentions=(), actors=()), (), ())
    assert list(verify(Facts(article=article, claims=claims))) == []
    assert all(c.spans and c.sentence.start <= c.sentence.end <= len(text) for c in claims)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Asked what the harbour board wanted, Ada Quill said: “We want the quay back.”", ["said"]),
        ("The government has not ruled out a ban.", []),
        ("Norway stopped short of confirming that it had lent ships.", ["stopped short of confirming"]),
        ("The mayor declined to say whether the bridge would open.", ["declined to say"]),
        ("The mayor did not say that the bridge would open.", ["did not say"]),
    ],
)
def test_a_cue_is_told_with_what_takes_it_back(extract_text: Extract, text: str, cues: list[str]) -> None:
    assert [c.cue.text for c in extract_text(text).claims if c.cue] == cues


@pytest.mark.model
def test_what_others_say_beside_an_accusation_is_theirs(extract_text: Extract) -> None:
    told = extract_text(
        "The union accused the port of hiding its losses, with experts saying the harbour was broke."
    ).claims
    accusation = next(c for c in told if c.cue and c.cue.lemma == "accuse")
    assert "broke" not in accusation.text


@pytest.mark.parametrize(
    ("text", "speaker", "content", "factuality"),
    [
        (
            "Officials told reporters on condition of anonymity that the minister had offered to resign.",
            "Officials",
            "that the minister had offered to resign",
            "CT+",
        ),
        ("Holm denied a report in the Herald that she planned to quit.", "Holm", "that she planned to quit", "CT-"),
        (
            "Reuters reported, citing two officials, that the talks had failed.",
            "Reuters",
            "that the talks had failed",
            "CT+",
        ),
        ("The senator blamed the outage on poor care.", "The senator", "the outage on poor care", "CT+"),
        ("According to police, the man was not hurt.", "police", "the man was not hurt", "CT-"),
        ("The group claimed responsibility for the blast.", "The group", "responsibility for the blast", "CT+"),
        ("Holm promised voters that taxes would not rise.", "Holm", "that taxes would not rise", "Uu"),
    ],
)
def test_words_between_cue_and_content(
    extract_text: Extract, text: str, speaker: str, content: str, factuality: str
) -> None:
    claim = only(extract_text(text))
    assert by(claim) == [speaker]
    assert claim.text == content
    assert claim.factuality == factuality


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("State television quoted the president as saying that the army would hold the city.", "State television"),
        ("State media reported that Holm had said the army would not fire.", "State media"),
        ("Holm said she had told the court that it was over.", None),
    ],
)
def test_who_passes_on_what_another_said(extract_text: Extract, text: str, via: str | None) -> None:
    inner = [c for c in extract_text(text).claims if c.cue is not None][-1]
    assert inner.via == via


@pytest.mark.parametrize(
    "text",
    [
        "The spokeswoman declined to comment on the report.",
        "The firm did not respond to the charges.",
        "The flood claimed ten lives.",
        "The bakery offers two kinds of bread.",
        "The airline is charging passengers a fee of 20 euros.",
        "Police questioned two men on Friday about the fire.",
        "Hikers saw the old bridge.",
        "A ship named Aurora left the port.",
        "Her joy on learning that the ship was safe was great.",
        "The airline has ordered 55 planes.",
        "The rise is explained by the fact that bread was cheap.",
        "The institute published a map of the coast on Monday.",
        "The mayor welcomed the guests at the station.",
        "The brewery supports the choir by paying its rent.",
        "To say the bridge was unsafe is wrong.",
    ],
)
def test_no_word_no_claim(extract_text: Extract, text: str) -> None:
    assert not [c for c in extract_text(text).claims if c.cue is not None]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The ministry was accused by rights groups of hiding data.", "rights groups", "The ministry"),
        ("Dahl was quoted by the daily News as saying the base would close.", "Dahl", "the base would close"),
        ('"We were told nothing, the guard said. "They just left."', "the guard", '"We were told nothing,'),
        ("“We were told nothing, the guard said. “They just left.”", "the guard", "“We were told nothing,"),
        ("Lind called Berg a liar, a description he rejects.", "Lind", "Berg a liar"),
        ("The union voiced opposition to the merger.", "The union", "the merger"),
        ("The court ordered an inquiry into the fire.", "The court", "an inquiry into the fire"),
        ("The co-operation between both cities was praised by Lind.", "Lind", "The co-operation between both cities"),
        ("Many see the bridge as a danger.", "Many", "the bridge as a danger"),
        ('"We need no ships," the Herald quoted Berg as saying.', "Berg", '"We need no ships,"'),
        (
            "According to the Harbour Research Index Professor Lind is the best pilot.",
            "the Harbour Research Index",
            "Professor Lind is the best pilot",
        ),
        ("The airline was charged by the regulator with hiding data.", "the regulator", "The airline"),
        ("Berg questioned the decision.", "Berg", "the decision"),
        (
            "A senior aide to Moen, who asked not to be named, said the plan was dead.",
            "A senior aide",
            "the plan was dead",
        ),
    ],
)
def test_what_was_misread_once(extract_text: Extract, text: str, speaker: str, content: str) -> None:
    claim = only(extract_text(text))
    assert by(claim)[0].startswith(speaker)
    assert claim.spans[0].text == content


def test_who_is_not_sure_commits_to_nothing(extract_text: Extract) -> None:
    assert only(extract_text("I am not sure which ship left.")).factuality.value == "Uu"


@pytest.mark.parametrize(
    "text", ["Holm assured commuters.", "Norvia attacked Korvath with drones.", "The statement did not name the dead."]
)
def test_an_object_alone_is_nothing_said(extract_text: Extract, text: str) -> None:
    assert not [c for c in extract_text(text).claims if c.cue is not None]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The 1991 agreement between Norway and Oslo was signed by Berg.", None),
        ("A treaty signed in 1991 will be renewed.", None),
        ("The minister defended the 2019 law on Tuesday.", "2024-11-19"),
        ("The treaty was signed in 1991.", "1991"),
    ],
)
def test_a_date_that_tells_which_thing_is_not_the_claims(extract_text: Extract, text: str, when: str | None) -> None:
    told = next(c for c in extract_text(text).claims if c.cue is None)
    assert told.when == when


def test_who_else_states_it_is_no_part_of_what_is_said(extract_text: Extract) -> None:
    claims = attributed(extract_text("The mayor said the pool was closed, as stated on the city's website."))
    assert {c.text for c in claims} == {"the pool was closed"}
