"""The register as data: every claim on a line, in CSV and in JSON, with no more of its words than the pages show.

Column names are those of the facts contract (`docs/project/facts.md`). Several values in one cell are parted by "; ".
"""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from generator.model import Claim
from generator.pages.desk import Desk, source_page
from generator.text import csv_cell, shown

CSV, JSON = "claims/claims.csv", "claims/claims.json"
SCHEMA = "dossier/register/1"
_BETWEEN = "; "


def downloads(desk: Desk) -> dict[str, bytes]:
    """Path below docs/ to content: the register in both forms, in the order of articles and of claims in them."""
    lines = [_line(c, desk) for f in desk.dossier.facts for c in f.claims]
    return {CSV: _csv(lines), JSON: _json(lines, desk)}


def _line(claim: Claim, desk: Desk) -> Mapping[str, Any]:
    article, excerpt = desk.article(claim.article), desk.excerpt(claim)
    return {
        "id": claim.id,
        "finding": desk.index.finding_of.get(claim.id),
        "article": article.id,
        "title": desk.title(article.id),
        "publisher": desk.publisher(article.id),
        "published": article.published,
        "speakers": [s.text for s in claim.speakers],
        "speaker_ids": [s.actor for s in claim.speakers if s.actor],
        "via": claim.via,
        "addressee": claim.addressee,
        "cue": claim.cue.text if claim.cue else None,
        "form": claim.form.value,
        "factuality": claim.factuality.value,
        "said": claim.said,
        "when": claim.when,
        "actors": list(claim.actors),
        "topics": list(claim.topics),
        "words": excerpt.words,
        "words_withheld": excerpt.words is None,
        "rule": claim.rule,
        "page": source_page(article.id).replace(".md", f".html#{claim.id}"),
    }


def _csv(lines: list[Mapping[str, Any]]) -> bytes:
    """With a byte order mark, by which spreadsheets know that it is UTF-8.

    Lines end in a line feed alone, unlike in RFC 4180: version control would change others on their way.
    """
    told = io.StringIO()
    writer = csv.writer(told, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([csv_cell(_cell(line[name])) for name in _COLUMNS] for line in lines)
    return b"\xef\xbb\xbf" + told.getvalue().encode()


_COLUMNS = (
    "id", "finding", "article", "title", "publisher", "published", "speakers", "speaker_ids", "via", "addressee", "cue",
    "form", "factuality", "said", "when", "actors", "topics", "words", "words_withheld", "rule", "page",
)  # fmt: skip


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _BETWEEN.join(value) if isinstance(value, list) else str(value)


def _json(lines: list[Mapping[str, Any]], desk: Desk) -> bytes:
    head = shown({"schema": SCHEMA, "title": desk.dossier.settings.title})
    body = ",\n  ".join(json.dumps(shown(line), ensure_ascii=False) for line in lines)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "claims": [\n  {body}\n]}}\n'.encode()
