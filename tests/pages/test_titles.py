"""The titles that an actor's page gives it: whole ones, each once."""

from dataclasses import replace

import pytest

from generator import pages
from generator.model import Dossier, RoleHeld, Span
from generator.pages.desk import Desk
from tests.pages.small import HERALD, small


def _titled(*titles: str) -> Dossier:
    words = "Transport Minister"
    start = HERALD.article.text.index(words)
    span = Span(start=start, end=start + len(words), text=words)
    roles = tuple(RoleHeld(actor="ada-quill", title=t, article=HERALD.article.id, evidence=span) for t in titles)
    return replace(small(), roles=roles)


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (("head of the",), ("head",)),
        (("Head of the", "head"), ("Head",)),
        (("chief analyst of the", "chief analyst of the Lark Chamber"), ("chief analyst of the Lark Chamber",)),
        (("minister", "minister of ports"), ("minister", "minister of ports")),
        (("deputy minister for", "harbour master"), ("deputy minister", "harbour master")),
        ((), ()),
    ],
)
def test_a_title_that_breaks_off_is_told_as_far_as_it_goes(read: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert tuple(r.title for r in Desk.of(_titled(*read)).offices("ada-quill")) == told


def test_what_is_a_title_is_no_other_name_as_well() -> None:
    other = pages.render(_titled("minister"))["actors/ada-quill/index.md"].decode()
    assert "Quill [" in other.partition("Also</span>")[2].partition("\n")[0]
    told = pages.render(_titled("Quill"))["actors/ada-quill/index.md"].decode()
    assert "Quill [" not in told.partition("Also</span>")[2].partition("\n")[0]
