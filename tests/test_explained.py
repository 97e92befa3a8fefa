"""How a reading is shown: as agreed, plain and coloured; safe for a terminal; found by id, file name and path."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from generator import cli
from generator.cli.explained import is_coloured, laid_out
from generator.cli.marks import STYLES, Mark, marked
from generator.cli.tree import tree
from generator.errors import SourceError, UsageError
from generator.model import BlockKind, Explanation, Sentence, Word
from generator.pipeline.explaining import explain, holding
from tests.explained import explanation
from tests.house import new_dossier, run

_GOLDEN = Path(__file__).parent / "golden" / "explain"
_ESCAPES = re.compile(r"\x1b\[[\d;]*m")
_HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


# ---- layout


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("manner", ["plain", "coloured"])
def test_an_explanation_looks_as_agreed(manner: str, width: int) -> None:
    """Golden files: after a change that is meant, run with DOSSIER_UPDATE_GOLDEN=1 and read the diff."""
    made = laid_out(explanation(), coloured=manner == "coloured", width=width) + "\n"
    file = _GOLDEN / f"{manner}-{width}.txt"
    if os.environ.get("DOSSIER_UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")
    assert all(len(_ESCAPES.sub("", line)) <= width for line in made.splitlines())


def test_plain_text_has_brackets_and_no_escape() -> None:
    told = laid_out(explanation(), coloured=False, width=80)
    assert "\x1b" not in told
    assert "[speaker: Ada Quill] [cue: told] bakers" in told


def test_a_wide_terminal_gets_no_line_that_the_eye_loses() -> None:
    assert laid_out(explanation(), coloured=False, width=400) == laid_out(explanation(), coloured=False, width=120)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_who_wants_no_colours_gets_none(environment: dict[str, str], coloured: bool) -> None:
    assert is_coloured(Console(force_terminal=True, _environ=environment)) is coloured
    assert not is_coloured(Console(force_terminal=False, _environ=environment))


@pytest.mark.parametrize("coloured", [False, True])
def test_nothing_in_an_article_commands_the_terminal(coloured: bool) -> None:
    evil = "\x1b]0;owned\x07\x1b[31m\u202e[bold]x[/bold]"
    told = explanation()
    facts, sentence, note = told.facts, told.sentences[0], told.notes[2]
    hostile = replace(
        told,
        facts=replace(
            facts,
            article=replace(facts.article, id=evil, title=evil, publisher=evil, path=evil, published_reason=evil),
            claims=tuple(
                replace(c, spans=(replace(c.spans[0], text=evil),), via=evil, addressee=evil, rule=evil)
                for c in facts.claims
            ),
            mentions=tuple(replace(m, text=evil, actor=evil) for m in facts.mentions),
            dates=tuple(replace(d, text=evil) for d in facts.dates),
            quantities=tuple(replace(q, text=evil, unit=evil, of=evil) for q in facts.quantities),
            events=tuple(replace(e, agent=(replace(e.agent[0], text=evil),)) for e in facts.events),
        ),
        sentences=(
            replace(sentence, text=sentence.text[:-1] + "\x1b", words=(replace(sentence.words[0], text=evil),) * 2),
        ),
        notes=(replace(note, text=evil, reason=evil),),
        removed=(replace(told.removed[0], text=evil, reason=evil),),
    )
    made = _ESCAPES.sub("", laid_out(hostile, coloured=coloured, width=80))
    assert not _HIDDEN.search(made)
    assert "[bold]x[/bold]" in made
    assert "⟨U+001B⟩" in made


def test_what_was_left_aside_is_told_with_the_reason() -> None:
    told = laid_out(explanation(), coloured=False, width=120)
    assert re.search(r"40 +no quantity \(number\): an age\n", told)
    assert re.search(r"line 7: page furniture +Read more in our weekly letter\n", told)


def test_the_report_names_all_that_it_takes_to_read_it_again() -> None:
    told, made = laid_out(explanation(), coloured=False, width=80), explanation().facts
    report = told.split("```")[1]
    assert made.extractor is not None
    parts = (made.article.id, made.article.sha256, made.extractor.version, made.extractor.model, made.claims[0].id)
    assert all(part in report for part in parts)


# ---- marks and tree


def a_sentence(text: str, words: tuple[Word, ...] = ()) -> Sentence:
    return Sentence(start=5, end=5 + len(text), text=text, number=1, block=BlockKind.BODY, words=words)


def mark(start: int, end: int, kind: str) -> Mark:
    return Mark(start=start, end=end, kind=kind, label=kind)


def test_marks_that_cross_nest_all_the_same() -> None:
    told = marked(a_sentence("one two three"), [mark(5, 12, "date"), mark(9, 18, "cue")], coloured=False)
    assert told.plain == "[date: one [cue: two]] [cue: three]"


def test_a_mark_of_another_sentence_too_is_cut_at_the_edges() -> None:
    assert marked(a_sentence("one two"), [mark(0, 8, "date"), mark(9, 40, "cue")], coloured=False).plain == (
        "[date: one] [cue: two]"
    )


_MARKS = st.lists(
    st.builds(
        lambda start, size, kind: mark(start, start + size, kind),
        st.integers(0, 30),
        st.integers(1, 20),
        st.sampled_from(list(STYLES)),
    ),
    max_size=6,
)


@given(st.text(st.sampled_from("ab \n"), min_size=1, max_size=25), _MARKS)
def test_marks_change_no_word(text: str, marks: list[Mark]) -> None:
    sentence = a_sentence(text)
    here = [m for m in dict.fromkeys(marks) if m.overlaps(sentence)]
    plain = marked(sentence, here, coloured=False).plain
    bare = re.sub(r"\[[a-z]+: |\]", "", plain)
    assert bare.split() == text.split()
    depth = [plain[:n].count("[") - plain[:n].count("]") for n in range(len(plain) + 1)]
    assert min(depth) == 0 == depth[-1]


def a_word(n: int, head: int) -> Word:
    return Word(start=5 + n, end=6 + n, text="w", pos="NOUN", tag="NN", relation="dep", head=head)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=25))
def test_every_word_stands_in_the_tree_once(heads: list[int]) -> None:
    # A head further left, or itself, makes a forest of any list.
    words = tuple(a_word(n, min(head, n)) for n, head in enumerate(heads))
    assert tree(a_sentence("w" * len(words), words), ()).row_count == len(words)


def test_no_parse_is_too_deep() -> None:
    words = tuple(a_word(n, max(n - 1, 0)) for n in range(3000))
    assert tree(a_sentence("w" * 3000, words), ()).row_count == 3000


# ---- which sentences


@pytest.mark.parametrize("words", ["", "MAY spoil", "of   flour", "ada quill TOLD"])
def test_a_sentence_is_found_by_its_words_in_any_case_and_spacing(words: str) -> None:
    assert [s.number for s in holding(explanation(), words).sentences] == [1]


def test_what_cleaning_left_out_is_found_by_its_words() -> None:
    told = holding(explanation(), "weekly letter")
    assert [len(x) for x in (told.sentences, told.notes, told.votes)] == [0, 0, 0]
    assert [r.line for r in told.removed] == [7]


def test_words_that_do_not_stand_there_are_answered_with_the_nearest_sentence() -> None:
    with pytest.raises(
        SourceError, match=r"no sentence holds 'flour of mills'.*nearest is sentence 1: “Ada Quill"
    ) as e:
        holding(explanation(), "flour of mills")
    assert e.value.problem.path == "seeds/mill.txt"
    with pytest.raises(SourceError, match="Give words of one sentence"):
        holding(explanation(), "zebras")


def test_an_article_in_another_language_is_said_to_be_unread() -> None:
    made = explanation()
    unread = Explanation(facts=replace(made.facts, article=replace(made.facts.article, language="fr")))
    with pytest.raises(SourceError, match=r"in another language \(fr\)"):
        holding(unread, "")


# ---- the command


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_dossier(tmp_path / "dossier")


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.cli, ["explain", *map(str, arguments)])


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("heralt", "Did you mean herald?"), ("GAZ", "Did you mean gazette?"), ("zzz", "such as gazette")],
)
def test_an_unknown_article_is_answered_with_those_of_a_like_name(root: Path, name: str, remedy: str) -> None:
    done = invoke(name, "--root", root)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"no article is called '{name}'" in done.stderr
    assert remedy in done.stderr


def test_where_no_dossier_is_a_path_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Give the path of an article"):
        explain("herald", "", root=tmp_path)


def test_an_article_that_cannot_be_read_is_one_line(root: Path) -> None:
    (root / "seeds/empty.txt").write_bytes(b"")
    done = invoke("empty", "--root", root)
    assert done.exit_code == 1
    assert done.stderr.startswith("error: seeds/empty.txt")


@pytest.mark.model
@pytest.mark.parametrize("name", ["herald", "herald.txt", "PATH"])
def test_an_article_is_found_by_id_name_and_path(root: Path, name: str) -> None:
    done = invoke(str(root / "seeds/herald.txt") if name == "PATH" else name, "Tanks  were OLD", "--root", root)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("herald\n")
    assert "the tanks were old" in done.stdout
    assert "fishermen" not in done.stdout


@pytest.mark.model
def test_words_that_are_not_there_exit_1(root: Path) -> None:
    done = invoke("herald", "zebras", "--root", root)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no sentence holds 'zebras'" in done.stderr


@pytest.mark.model
def test_the_facts_that_are_explained_are_those_of_facts_byte_for_byte(root: Path) -> None:
    explained = json.loads(run("explain", "herald", "--json", "--root", str(root)).stdout)
    facts = run("facts", str(root / "seeds/herald.txt"), "--root", str(root)).stdout
    assert explained["schema"] == "dossier/explanation/1"
    assert json.dumps(explained["facts"]) == json.dumps(json.loads(facts))
    assert {n["kind"] for n in explained["notes"]} <= {"rejected", "judged"}
    assert explained["sentences"]
