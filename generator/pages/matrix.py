"""Who reports what: the findings of a topic that several publishers report, against its publishers.

A table of everyone's words is too wide for more than a few publishers; here each has one citation in a narrow column.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Claim, Finding
from generator.pages import words
from generator.pages.findings import FindingView, view
from generator.pages.sheet import Citation, Sheet

_MOST_COLUMNS, _MOST_ROWS = 20, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a publisher reports a finding, and how sure."""

    citation: Citation
    stance: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A finding: a mark for each column, None for a publisher without it; and the claims of all further publishers."""

    finding: FindingView
    marks: tuple[Mark | None, ...]
    others: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The table.

    Attributes:
        columns: The publishers with the most of these findings, each with how many.
        others: How many publishers more there are, summed in a column of their own.
        left: How many findings more several publishers report.
    """

    columns: tuple[tuple[str, int], ...]
    rows: tuple[MatrixRow, ...]
    others: int
    left: int


def matrix(found: Sequence[Finding], names: Mapping[str, str], sheet: Sheet) -> Matrix | None:
    """The table of the findings, the strongest first; None where no two publishers report the same.

    Args:
        found: The findings of the topic.
        names: Publishers as `Index.publisher` names them, in the order of the page, with what they are called there.
        sheet: The page.
    """
    several = [f for f in found if len(f.publishers) > 1]
    if not several:
        return None
    counts = Counter(p for f in several for p in f.publishers if p in names)
    ordered = sorted(counts, key=lambda p: (-counts[p], list(names).index(p)))
    shown, others = ordered[:_MOST_COLUMNS], ordered[_MOST_COLUMNS:]
    return Matrix(
        columns=tuple((names[p], counts[p]) for p in shown),
        rows=tuple(_row(f, shown, sheet) for f in several[:_MOST_ROWS]),
        others=len(others),
        left=max(0, len(several) - _MOST_ROWS),
    )


def _row(finding: Finding, shown: Sequence[str], sheet: Sheet) -> MatrixRow:
    index = sheet.desk.index
    of: dict[str, Claim] = {}
    for claim in (index.claims[c] for c in finding.claims):
        publisher = index.publisher(claim.article)
        # A claim whose words may be shown is the better evidence.
        if publisher not in of or (sheet.desk.excerpt(of[publisher]).words is None and sheet.desk.excerpt(claim).words):
            of[publisher] = claim
    return MatrixRow(
        finding=view(finding, sheet),
        marks=tuple(
            Mark(citation=sheet.cite(of[p]), stance=words.STANCE[of[p].factuality]) if p in of else None for p in shown
        ),
        others=tuple(sheet.cite(c) for p, c in of.items() if p not in shown),
    )
