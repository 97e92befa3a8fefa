"""Problems print as one line that says where, what and what to do; errors carry them, through processes, too."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import errors
from generator.errors import DossierError, FactsError, Problem


def subclasses(kind: type[DossierError]) -> list[type[DossierError]]:
    return [kind, *(s for child in kind.__subclasses__() for s in subclasses(child))]


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem(message="is empty"), "is empty"),
        (Problem(message="is empty", path="a.txt"), "a.txt: is empty"),
        (Problem(message="is empty", path="a.txt", line=3), "a.txt:3: is empty"),
        (Problem(message="is empty", line=3), "is empty"),
        (Problem(message="is empty.", path="a.txt", remedy="Fill it."), "a.txt: is empty. Fill it."),
        (Problem(message="bell \x07\nand more"), "bell ⟨U+0007⟩ and more"),
    ],
)
def test_a_problem_is_one_line(problem: Problem, line: str) -> None:
    assert str(problem) == line


@given(st.text(), st.text(), st.text())
def test_no_control_character_of_any_part_reaches_the_line(message: str, path: str, remedy: str) -> None:
    line = str(Problem(message=message, path=path, line=1, remedy=remedy))
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line)


@pytest.mark.parametrize("kind", subclasses(DossierError))
def test_errors_come_back_from_other_processes_whole(kind: type[DossierError]) -> None:
    error = pickle.loads(pickle.dumps(kind("is wrong", path="a.txt", line=2, remedy="Mend it.")))
    assert type(error) is kind
    assert error.problem == Problem(message="is wrong", path="a.txt", line=2, remedy="Mend it.")
    assert str(error) == "a.txt:2: is wrong. Mend it."


def test_the_tree_is_drawn_at_the_top_of_its_module() -> None:
    drawn = re.findall(r"[├└]── (\w+)", errors.__doc__ or "")
    assert drawn == [kind.__name__ for kind in DossierError.__subclasses__()]
    assert FactsError in DossierError.__subclasses__()
