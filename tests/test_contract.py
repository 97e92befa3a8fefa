"""The facts contract: facts come back from JSON as they went, and no changed letter of evidence passes."""

import dataclasses
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import contract
from generator.errors import FactsError
from generator.model import (
    Actor,
    ActorKind,
    Difference,
    Extractor,
    Facts,
    Factuality,
    Finding,
    Link,
    Origin,
    Standing,
    Story,
)
from tests.factory import article_of, dated, dossier_of, facts_of, figure, happens, says

TEXT = "Ruritania sent 40 tanks to Freedonia on Monday, Minister Ada Quill told lawmakers. It is “unwise”, she said."


def sample(identity: str = "herald") -> Facts:
    facts = facts_of(
        identity,
        TEXT,
        publisher="The Herald",
        published="2024-05-07",
        names={"Ruritania": "ruritania", "Freedonia": "freedonia", "Ada Quill": "ada-quill"},
        figures=[figure("40 tanks", 40, 40, "tanks")],
        dates=[dated("Monday", "2024-05-06")],
        claims=[
            says("Ruritania sent 40 tanks to Freedonia on Monday", by="Ada Quill", cue="told", said="2024-05-06"),
            says("It is", "unwise", by="she", cue="said"),
        ],
        events=[happens("AID", "sent", agent=["Ruritania"], recipient=["Freedonia"])],
    )
    return dataclasses.replace(facts, extractor=Extractor(version="1", model="m 1.0", model_sha256="ab" * 32))


def altered(facts: Facts, **changes: object) -> bytes:
    told = contract.facts_to_json(facts)
    for place, value in changes.items():
        *path, last = [int(p) if p.isdigit() else p for p in place.split("__")]
        node = told
        for part in path:
            node = node[part]  # type: ignore[index]
        node[last] = value  # type: ignore[index]
    return json.dumps(told).encode()


def test_facts_come_back_as_they_went() -> None:
    facts = sample()
    data = contract.dump_file(facts)
    assert contract.load_file(data, path="f.json") == facts
    assert contract.dump_file(contract.load_file(data, path="f.json")) == data


def test_facts_without_an_extractor_say_nothing_of_one() -> None:
    facts = dataclasses.replace(sample(), extractor=None)
    told = contract.facts_to_json(facts)
    assert "extractor" not in told
    assert contract.facts_from_json(told, path="f.json") == facts


def test_a_file_has_a_line_for_every_item_and_ends_in_a_line_feed() -> None:
    facts = sample()
    lines = contract.dump_file(facts).decode().splitlines()
    assert sum(line.startswith('  {"id": "c') for line in lines) == len(facts.claims)
    assert contract.dump_file(facts).endswith(b"}\n")


def test_the_keys_are_the_contracts() -> None:
    told = contract.facts_to_json(sample())
    assert list(told) == [
        "schema", "article", "mentions", "actors", "claims", "dates", "quantities", "events", "extractor",
    ]  # fmt: skip
    claim = set(told["claims"][0])
    assert claim >= {
        "id", "spans", "sentence", "form", "speakers", "cue", "factuality", "said", "via", "addressee", "when",
        "actors", "topics", "quantities",
    }  # fmt: skip
    assert "article" not in claim
    assert set(told["dates"][0]) >= {"start", "end", "text", "edtf", "grain", "anchor", "rule"}
    assert set(told["events"][0]) >= {"type", "predicate", "agent", "patient", "recipient", "place", "when", "claim"}


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1), st.data())
def test_facts_of_any_text_come_back_and_lines_stay_lines(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    facts = facts_of(article_of("any", text), claims=[says(text[start:end])])
    assert contract.load_file(contract.dump_file(facts), path="f.json") == facts
    assert len(contract.dump_line(contract.facts_to_json(facts)).splitlines()) == 1


@given(st.data())
def test_one_changed_letter_of_any_evidence_is_found_and_named(data: st.DataObject) -> None:
    facts = sample()
    told = contract.facts_to_json(facts)
    places = [told["mentions"], told["dates"], told["quantities"], *(c["spans"] for c in told["claims"])]
    span = data.draw(st.sampled_from([s for place in places for s in place]))
    at = data.draw(st.integers(0, len(span["text"]) - 1))
    span["text"] = span["text"][:at] + "¤" + span["text"][at + 1 :]
    with pytest.raises(FactsError, match="does not match the text") as caught:
        contract.facts_from_json(told, path="seeds/facts/f.json")
    assert str(caught.value).startswith("seeds/facts/f.json: ")
    assert f"first difference at character {at}" in str(caught.value)


@given(st.data())
def test_one_changed_letter_of_the_text_under_evidence_is_found(data: st.DataObject) -> None:
    told = contract.facts_to_json(sample())
    at = data.draw(st.integers(0, len("Ruritania sent 40 tanks") - 1))
    told["article"]["text"] = TEXT[:at] + "¤" + TEXT[at + 1 :]
    with pytest.raises(FactsError, match=r"claim c[0-9a-f]{12}|mentions\[\d+\]|quantities\[\d+\]"):
        contract.facts_from_json(told, path="f.json")


@pytest.mark.parametrize(
    ("data", "says_what"),
    [
        (b"\xff\xfe", "not UTF-8 at byte 0"),
        (b'{"schema": ', "not JSON: Expecting value at column 12"),
        (b"[" * 100_000, "nested too deep|not JSON"),
        (b'{"schema": ' + b"9" * 5_000 + b"}", "not JSON that can be read: Exceeds the limit"),
        (b"[]", "schema is 'list'"),
        (b'{"schema": "dossier/facts/2"}', "schema is 'dossier/facts/2', not 'dossier/facts/1'"),
        (b'{"schema": "dossier/facts/1"}', "missing required field `article`"),
        (altered(sample(), claims="none"), "Expected `array`"),
        (altered(sample(), claims__0__factuality="certain"), "Invalid enum value 'certain'"),
        (altered(sample(), claims__0__id="c000000000000"), "its id does not follow from its article and spans"),
        (altered(sample(), claims__0__spans=[]), "spans is empty"),
        (altered(sample(), claims__0__quantities=[7]), "point out of range"),
        (altered(sample(), events__0__claim="c123"), "claim 'c123' is not in the file"),
        (altered(sample(), dates__0__start=100_000, dates__0__end=100_006), "out of range of the text"),
        (altered(sample(), dates__0__start=-6, dates__0__end=0), "out of range of the text"),
        (altered(sample(), claims__0__cue__text="sold"), "does not match the text"),
    ],
)  # fmt: skip
def test_what_is_not_the_contract_is_refused_with_its_file_and_remedy(data: bytes, says_what: str) -> None:
    with pytest.raises(FactsError, match=says_what) as caught:
        contract.load_file(data, path="seeds/facts/x.json")
    assert str(caught.value).startswith("seeds/facts/x.json:")
    assert "dossier extract" in str(caught.value)


def test_broken_json_is_told_with_its_line() -> None:
    with pytest.raises(FactsError, match=r"^x\.json:2: not JSON"):
        contract.load_file(b'{\n "schema" 1}', path="x.json")


def test_a_claims_id_follows_from_bytes_and_spans_alone() -> None:
    facts = sample()
    claim = facts.claims[0]
    assert re.fullmatch("c[0-9a-f]{12}", claim.id)
    assert claim.id == contract.claim_id(facts.article.sha256, claim.spans)
    assert claim.id != contract.claim_id("0" * 64, claim.spans)
    assert claim.id != contract.claim_id(facts.article.sha256, facts.claims[1].spans)


def test_the_dossier_is_one_document_of_the_contracts_shape() -> None:
    facts = sample()
    ids = tuple(c.id for c in facts.claims)
    finding = Finding(
        id="f1", claims=ids, lead=ids[0], publishers=("The Herald",),
        origins=(Origin(speaker="ada-quill", via=None, said="2024-05-06", claims=ids),),
        factuality=Standing(least=Factuality.POSSIBLE, most=Factuality.CERTAIN), first="2024-05-07",
        latest="2024-05-07", topics=(), actors=("ruritania",), credibility=3,
        differences=(Difference(about="figure", claims=ids),),
    )  # fmt: skip
    link = Link(id="l1", type="AID", source="ruritania", target="freedonia", when=None,
                factuality=Factuality.CERTAIN, claims=ids[:1])  # fmt: skip
    story = Story(id="s1", members=("herald",), earliest="2024-05-07", latest=None, headline="Tanks")
    told = contract.dossier_to_json(dossier_of([facts], findings=(finding,), links=(link,), stories=(story,)))
    assert told["schema"] == "dossier/1"
    assert told["claims"][0]["article"] == "herald" == told["events"][0]["article"]
    assert told["findings"][0]["factuality"] == {"from": "PS+", "to": "CT+"}
    assert told["findings"][0]["differences"] == [{"about": "figure", "claims": list(ids)}]
    assert (told["links"][0]["from"], told["links"][0]["to"]) == ("ruritania", "freedonia")
    assert "source" not in told["links"][0]
    assert told["stories"] == [contract.story_to_json(story)]
    assert told["stories"][0]["from"] == "2024-05-07"
    assert json.loads(contract.dump_line(told))["actors"][0] == {
        "slug": "ada-quill", "name": "Ada Quill", "kind": "state", "aliases": [], "roles": [], "state": None,
    }  # fmt: skip


def test_actors_of_a_dossier_are_the_models_values() -> None:
    actor = Actor(slug="a", name="A", kind=ActorKind.PERSON)
    told = contract.dossier_to_json(dossier_of([sample()], actors=(actor,)))
    assert [a["slug"] for a in told["actors"]] == ["a"]
