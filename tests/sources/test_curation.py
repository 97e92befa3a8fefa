from datetime import date
from pathlib import Path

import pytest

from generator.errors import CurationError
from generator.model import ActorKind, ActorRule, Curation, Judgement, PublisherRule, TopicRule
from generator.sources import load_curation

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds" / "curation").mkdir(parents=True)
    return tmp_path


def put(root: Path, name: str, text: str) -> None:
    (root / "seeds" / "curation" / name).write_text(text, "utf-8")


def test_every_file_is_optional(tmp_path: Path, root: Path) -> None:
    assert load_curation(root) == Curation()
    assert load_curation(tmp_path / "none") == Curation()


def test_an_empty_file_of_topics_wants_none(root: Path) -> None:
    put(root, "topics.yml", "# none\n")
    put(root, "actors.yml", "")
    assert load_curation(root) == Curation(topics=())


def test_decisions_are_not_lost_without_a_word_behind_a_link_that_leads_nowhere(root: Path) -> None:
    link = root / "seeds" / "curation" / "judgements.yml"
    for target in ("nowhere.yml", "judgements.yml"):
        link.symlink_to(target)
        with pytest.raises(CurationError, match=r"judgements\.yml: a symbolic link that leads nowhere"):
            load_curation(root)
        link.unlink()


@pytest.mark.parametrize("linked", [True, False])
def test_decisions_are_not_lost_without_a_word_where_their_folder_is_none(root: Path, linked: bool) -> None:
    folder = root / "seeds" / "curation"
    folder.rmdir()
    folder.symlink_to("nowhere") if linked else folder.write_text("x", "utf-8")
    with pytest.raises(CurationError, match=r"seeds/curation: is in the way: it has to be a folder"):
        load_curation(root)


def test_every_kind_of_rule_is_read(root: Path) -> None:
    put(
        root,
        "actors.yml",
        "- name: Ida Moss\n  kind: person\n  names: [I. Moss]\n  not_names: [Ida Marsh]\n  roles: [clerk]\n"
        "  state: KR\n"
        "  ids: {wikidata: Q1, viaf: 7}\n- name: The Board\n",
    )
    put(
        root,
        "topics.yml",
        "- name: Ferries\n  description: What sails.\n  words: [ferry]\n  actors: [The Board]\n"
        "  iptc: medtop:20000056\n",
    )
    put(root, "publishers.yml", "- {name: The Quay Post, names: [QP], owner: The town, reliability: B}\n")
    put(
        root,
        "judgements.yml",
        "- claim: c0123456789ab\n  verdict: rejected\n  who: A. Editor\n  date: 2024-11-23\n  why: No.\n",
    )
    assert load_curation(root) == Curation(
        actors=(
            ActorRule(
                name="Ida Moss",
                kind=ActorKind.PERSON,
                names=("I. Moss",),
                not_names=("Ida Marsh",),
                roles=("clerk",),
                state="KR",
                ids=(("viaf", "7"), ("wikidata", "Q1")),
            ),
            ActorRule(name="The Board"),
        ),
        topics=(
            TopicRule(
                name="Ferries",
                description="What sails.",
                words=("ferry",),
                actors=("The Board",),
                iptc="medtop:20000056",
            ),
        ),
        publishers=(PublisherRule(name="The Quay Post", names=("QP",), owner="The town", reliability="B"),),
        judgements=(
            Judgement(claim="c0123456789ab", verdict="rejected", who="A. Editor", date="2024-11-23", why="No."),
        ),
    )


ACTOR = "- name: Ida Moss\n"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("actors.yml", ACTOR + "  kin: person", r"actors\.yml:2: unknown key 'kin'; known are name, kind, names"),
        ("actors.yml", ACTOR + "- kind: person", r"actors\.yml:2: \[2\]: Object missing required field `name`"),
        ("actors.yml", ACTOR + "-\n", r"actors\.yml:2: \[2\]: Object missing required field `name`"),
        ("actors.yml", ACTOR + "  kind: ship", r"actors\.yml:2: \[1\]\.kind: Invalid enum value 'ship'"),
        ("actors.yml", ACTOR + "  names:\n    - a\n    - [b]", r"actors\.yml:4: \[1\]\.names\[2\]: Expected `str`"),
        (
            "actors.yml",
            ACTOR + "  state: South Korea",
            r"actors\.yml:2: state 'South Korea' is not two capital letters",
        ),
        (
            "actors.yml",
            ACTOR + "- name: ida moss",
            r"actors\.yml:2: 'ida moss' stands there twice; item 1 has it already",
        ),
        ("actors.yml", ACTOR + "- Olin Reed", r"actors\.yml:2: \[2\] is not a mapping"),
        ("actors.yml", "- name: ' '", r"actors\.yml:1: name is empty"),
        ("actors.yml", "name: Ida Moss", r"actors\.yml:1: the file is not a list"),
        ("actors.yml", "- [a\n\t- b", r"actors\.yml:2: not YAML"),
        ("topics.yml", "- name: Ferries", r"topics\.yml:1: topic 'Ferries' has neither words nor actors"),
        (
            "topics.yml",
            "- name: F\n  words: [f]\n  iptc: 16000000",
            r"topics\.yml:3: iptc '16000000' is no code such as",
        ),
        (
            "publishers.yml",
            "- name: QP\n  reliability: G",
            r"publishers\.yml:2: reliability 'G' is not one of A B C D E F",
        ),
        (
            "judgements.yml",
            "- claim: c1\n  verdict: maybe\n  who: a\n  date: 2024-11-23\n  why: b",
            r"judgements\.yml:2: .*maybe",
        ),
        (
            "judgements.yml",
            "- claim: c1\n  verdict: unsure\n  who: a\n  date: 3/4/2024\n  why: b",
            r"judgements\.yml:4: date '3/4/2024'",
        ),
        (
            "judgements.yml",
            "- claim: ''\n  verdict: unsure\n  who: a\n  date: 2024-11-23\n  why: b",
            r"judgements\.yml:1: claim is empty",
        ),
        (
            "judgements.yml",
            "- claim: c1\n  verdict: unsure\n  who: a\n  date: 2024-11-23\n  why: ' '",
            r"judgements\.yml:5: why is",
        ),
        (
            "judgements.yml",
            "- claim: c1\n  verdict: unsure\n  who: ''\n  date: 2024-11-23\n  why: b",
            r"judgements\.yml:3: who is",
        ),
        (
            "judgements.yml",
            "- claim: c1\n  verdict: unsure\n  who: a\n  date: 9999-01-01\n  why: b",
            r"judgements\.yml:4: date '9999-01-01' lies in the future",
        ),
        (
            "judgements.yml",
            2 * "- {claim: c1, verdict: unsure, who: a, date: 2024-11-23, why: b}\n",
            r"judgements\.yml:2: 'c1' stands there twice; item 1 has it already",
        ),
        ("merges.yml", "- a", r"merges\.yml:1: not a curation file by its name\. Known are actors\.yml, topics\.yml"),
        ("merges.yml", "- [a", r"merges\.yml:\d: not YAML"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(root: Path, name: str, text: str, message: str) -> None:
    put(root, name, text)
    with pytest.raises(CurationError, match=rf"seeds/curation/{message}"):
        load_curation(root)


def test_a_judgement_counts_from_its_day_on_and_may_be_taken_back_later(root: Path) -> None:
    text = (
        "- {claim: c1, verdict: rejected, who: A. Editor, date: 2024-11-23, why: No.}\n"
        "- {claim: c1, verdict: accepted, who: A. Editor, date: 2024-11-24, why: It was so.}\n"
    )
    put(root, "judgements.yml", text)
    assert [j.verdict for j in load_curation(root, today=date(2024, 11, 24)).judgements] == ["rejected", "accepted"]
    with pytest.raises(CurationError, match=r"judgements\.yml:2: date '2024-11-24' lies in the future"):
        load_curation(root, today=date(2024, 11, 23))


def test_notes_beside_the_files_are_no_matter(root: Path) -> None:
    put(root, "notes.md", "We met.")
    assert load_curation(root) == Curation()


def test_this_repository_has_topics() -> None:
    topics = load_curation(REPOSITORY).topics
    assert topics is not None
    assert len(topics) == 7
    assert all(t.words and t.iptc and t.description for t in topics)
