"""How a sentence was read: what was left aside and why, by which words it is less than certain, and the same facts."""

import dataclasses

import pytest
from spacy.language import Language

from generator.contract import dump_file
from generator.extraction.explain import explain
from generator.extraction.extract import extract
from generator.extraction.pin import default_pin, made_by
from generator.model import ActorKind, BlockKind, Explanation, Factuality, NoteKind
from tests.conftest import article_of

pytestmark = pytest.mark.model


def explained(text: str) -> Explanation:
    return explain(article_of(text), default_pin())


def left(told: Explanation, topic: str) -> dict[str, tuple[str, str]]:
    """What was left aside, by its words: the rules and the reason."""
    return {n.text: (n.rule, n.reason) for n in told.notes if n.kind is NoteKind.REJECTED and n.topic == topic}


TEXT = (
    "Bakers fear higher prices\n\nThe baker Ada Quill, 43, told the Harbour Gazette on Monday that flour may run out, "
    'and that she hoped for rain. "We need help," she said. Nobody said the mill was closed.\n\n'
    "Two mills stood idle for three years. The guild did not confirm that 40 bakers were injured."
)


def test_explaining_changes_no_byte_of_the_facts(nlp: Language) -> None:
    article = article_of(TEXT)
    plain = dataclasses.replace(extract(article, nlp), extractor=made_by(default_pin()))
    assert dump_file(explain(article, default_pin()).facts) == dump_file(plain)


def test_nothing_is_kept_where_nobody_listens(nlp: Language) -> None:
    article = article_of(TEXT)
    once = explain(article, default_pin())
    extract(article, nlp)
    assert explain(article, default_pin()) == once


def test_an_attribution_within_anothers_content() -> None:
    told = left(explained("The mayor said that residents feared the dam would break."), "claim")
    assert told["feared"] == ("mind:clause", "it stands in what another cue tells already")


def test_a_cue_whose_subject_cannot_speak() -> None:
    rule, reason = left(explained("Nobody said that the bridge was closed."), "claim")["said"]
    assert rule.startswith("clause")
    assert reason == "its subject is nobody in particular who could say or think it"


def test_a_cue_within_marks_is_the_speakers_own() -> None:
    told = left(explained('"I promised my sister a boat," Novak said.'), "claim")
    assert told["promised"][1] == "it stands within quotation marks: who is quoted says it"


def test_a_quotation_without_a_speaker() -> None:
    told = left(explained('The sign read badly. "No boats today." The harbour was empty.'), "claim")
    assert told['"No boats today."'][1] == "no cue of speech, and no other goes on"


def test_a_noun_that_is_nobodys() -> None:
    told = left(explained("The plan to move the market was old."), "claim")
    assert told["plan"] == ("noun", "nobody is named whose it is")


def test_a_duration_is_no_date_and_an_age_no_quantity() -> None:
    told = explained("Ada Quill, 43, ran the mill for three years.")
    assert left(told, "quantity")["43"] == ("number", "an age")
    assert left(told, "date")["three years"][1].startswith("it tells how long")


def test_a_date_that_is_read_is_not_told_as_left_aside() -> None:
    told = explained("The mill closed on 3 May 2021.")
    assert told.facts.dates
    assert left(told, "date") == {}


def test_a_verb_of_state_is_no_event() -> None:
    told = left(explained("The mill belonged to Ada Quill."), "event")
    assert told["belonged"][1] == "a verb of state or of saying is no happening"


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("Ada Quill said the flour may run out.", Factuality.POSSIBLE, "“may”"),
        ("Ada Quill said no flour was sent.", Factuality.CERTAIN_NOT, "“no flour”"),
        (
            "Ada Quill did not confirm that the flour was sold.",
            Factuality.UNDERSPECIFIED,
            "it is left open that the cue's act took place: “did not confirm”",
        ),
        (
            "The flour is said to be sold.",
            Factuality.PROBABLE,
            "“is said”",
        ),
    ],
)
def test_what_makes_a_claim_less_than_certain(text: str, value: Factuality, reason: str) -> None:
    told = explained(text)
    claim = next(c for c in told.facts.claims if c.cue is not None)
    assert claim.factuality is value
    assert [n.reason for n in told.notes if n.about == claim.id] == [reason]


def test_the_parse_has_a_head_for_each_word_and_no_blanks() -> None:
    told = explained("The mill closed.\n\nRain fell on  the quay.")
    assert [s.text for s in told.sentences] == ["The mill closed.", "Rain fell on  the quay."]
    second = told.sentences[1]
    assert (second.number, second.block) == (2, BlockKind.BODY)
    assert [w.text for w in second.words] == ["Rain", "fell", "on", "the", "quay", "."]
    assert [second.words[w.head].text for w in second.words] == ["fell", "fell", "fell", "quay", "on", "fell"]
    assert second.words[1].relation == "ROOT"


def test_how_a_name_was_voted_on() -> None:
    told = explained("The Harbour Gazette reported it. Readers of the Harbour Gazette wrote letters.")
    votes = told.votes[0]
    assert told.facts.article.text[votes.start : votes.end] == "Harbour Gazette"
    assert (votes.votes[0].kind, votes.votes[0].why) == (ActorKind.ORGANIZATION, "the words of the name")


def test_an_article_in_another_language_has_no_sentences() -> None:
    told = explain(article_of("Le port est vide.", language="fr"), default_pin())
    assert told.sentences == ()
    assert told.facts.extractor == made_by(default_pin())
