"""Who reports what, where there are too many publishers to set all their words side by side."""

import re
from dataclasses import replace

import pytest

from generator import pages
from generator.model import Dossier
from tests.pages.crowd import crowd


def _page(dossier: Dossier) -> str:
    return pages.render(dossier)["topics/port/index.md"].decode()


def _table(page: str) -> list[list[str]]:
    inside = page.split("d-matrix")[1].split("</div>", maxsplit=1)[0]
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in inside.splitlines() if line.startswith("|")]
    return [rows[0], *rows[2:]]


def test_up_to_four_publishers_stand_side_by_side_with_their_words() -> None:
    page = _page(crowd(4))
    assert "d-corr" in page
    assert "d-matrix" not in page


@pytest.mark.parametrize("publishers", [5, 12, 20, 33])
def test_every_publisher_of_a_finding_has_its_evidence_in_the_row(publishers: int) -> None:
    dossier = crowd(publishers)
    page = _page(dossier)
    head, row = _table(page)
    assert len(row) == len(head)
    shown = min(publishers, 20)
    assert len(head) == 1 + shown + (publishers > 20) + 1
    cited = [re.findall(r"index\.md#c[0-9a-f]{12}", cell) for cell in row]
    assert all(len(c) == 1 for c in cited[1 : 1 + shown])
    if publishers > 20:
        assert f"{publishers - 20} others" in head[21]
        assert "and 10 more" in row[21]
    assert dossier.findings[1].lead in page.split("d-claims")[1]


def test_a_denial_is_marked_where_it_stands() -> None:
    row = _table(_page(crowd(6, denied_by=3)))[1]
    assert [n for n, cell in enumerate(row) if "d-st-not" in cell] == [4]
    assert 'title="asserted not to be so"' in row[4]


def test_a_publishers_name_is_no_markup() -> None:
    head = "|".join(_table(_page(crowd(6)))[0])
    assert "<b>|" not in head
    assert head.count("Gazette") == 6


def test_what_each_reports_alone_has_no_matrix() -> None:
    lone = crowd(6)
    page = _page(replace(lone, findings=lone.findings[1:]))
    assert "d-matrix" not in page
    assert "d-claims" in page
