"""The register as data: every claim, no formula, and no more words than the pages show."""

import csv
import io
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator import pages
from generator.model import Dossier
from generator.pages.desk import Desk
from generator.pages.downloads import CSV, JSON, downloads
from generator.text import visible
from tests.factory import dossier_of, facts_of, says
from tests.pages.small import small


def _rows(files: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[CSV].decode("utf-8-sig"), newline="")))


def test_both_hold_every_claim_and_say_the_same() -> None:
    dossier = small()
    files = pages.render(dossier)
    rows, told = _rows(files), json.loads(files[JSON])
    claims = [c for f in dossier.facts for c in f.claims]
    assert [r["id"] for r in rows] == [c["id"] for c in told["claims"]] == [c.id for c in claims]
    assert [r["factuality"] for r in rows] == [c["factuality"] for c in told["claims"]]
    assert [r["words"] for r in rows] == [c["words"] or "" for c in told["claims"]]
    assert rows[0]["speakers"] == "; ".join(told["claims"][0]["speakers"])
    assert all(r["page"].startswith("sources/") and r["page"].endswith(f"#{r['id']}") for r in rows)


def test_words_are_those_that_may_be_shown() -> None:
    desk = Desk.of(small())
    told = json.loads(downloads(desk)[JSON])["claims"]
    for line, claim in zip(told, (c for f in small().facts for c in f.claims), strict=True):
        assert line["words"] == desk.excerpt(claim).words
        assert line["words_withheld"] == (line["words"] is None)
    assert any(line["words_withheld"] for line in told)


def _hostile(word: str) -> Dossier:
    text = f"{word} met Bo. Bo said {word} left."
    return dossier_of(
        [facts_of("a", text, claims=[says(f"{word} left", by="Bo", cue="said")], title=word, publisher=word)]
    )


@given(
    st.text(alphabet="=+-@|%\t\r\n\",;'ab1 \u202e\x00<>&", min_size=1, max_size=12).filter(
        lambda w: "Bo" not in w and w.strip()
    )
)
def test_any_words_are_cells_and_strings(word: str) -> None:
    files = downloads(Desk.of(_hostile(word)))
    (row,) = _rows(files)
    assert not any(cell.lstrip()[:1] in tuple("=+-@|%") for cell in row.values())
    (line,) = json.loads(files[JSON])["claims"]
    assert line["publisher"] in (visible(word), None)


def test_an_empty_dossier_has_an_empty_register() -> None:
    files = pages.render(
        replace(small(), facts=(), findings=(), links=(), roles=(), stories=(), actors=(), suggestions=())
    )
    assert _rows(files) == []
    assert json.loads(files[JSON])["claims"] == []
