"""The register of claims: the newest on its page, the older ones as data that the page fetches when it is asked to.

The data are scripts, which a page on the disk may load under the site's policy, where it may fetch nothing else. They
hold words alone, no markup: the page's own script makes rows of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Claim
from generator.pages.days import sort_key
from generator.pages.desk import Desk
from generator.pages.render import Head
from generator.pages.sheet import Day, Happening, Name, Sheet, Statement
from generator.text import json_for_html

PAGE = "claims/index.md"
_MOST_SHOWN = 1_500
# A script of so many is about as large as the page: under 300 KB as it is sent. More of them are for other programs.
_IN_SCRIPT, _MOST_OLDER = 1_500, 21_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The newest claims; the scripts with older ones, and how many those hold; how many are on neither."""

    claims: tuple[Statement, ...]
    scripts: tuple[str, ...]
    older: int
    left: int


def prepare(sheet: Sheet) -> tuple[Head, Register]:
    """The head and the data of the register of claims, newest first."""
    ordered = _ordered(sheet.desk)
    older = ordered[_MOST_SHOWN:][:_MOST_OLDER]
    made = Register(
        claims=sheet.statements(ordered[:_MOST_SHOWN]),
        scripts=tuple(_name(n) for n, _ in enumerate(_parted(older))),
        older=len(older),
        left=max(0, len(ordered) - _MOST_SHOWN - _MOST_OLDER),
    )
    told = f"All {len(ordered)} claims, each with its evidence."
    return Head(title="Claims", description=told, boost=None, wide=True), made


def scripts(desk: Desk) -> dict[str, bytes]:
    """Path below docs/ to content: the claims that are older than those on the page."""
    ordered = _ordered(desk)
    sheet = Sheet(desk, PAGE)
    for claim in ordered[:_MOST_SHOWN]:
        sheet.letter(claim.article)  # as the page itself names its sources
    parts = _parted(ordered[_MOST_SHOWN:][:_MOST_OLDER])
    return {f"claims/{_name(n)}": _script(sheet.statements(part)) for n, part in enumerate(parts)}


def _script(told: Iterable[Statement]) -> bytes:
    return f"(window.olderClaims ??= []).push(...{json_for_html([_row(s) for s in told])});\n".encode()


def _ordered(desk: Desk) -> list[Claim]:
    return sorted(
        desk.index.claims.values(), key=lambda c: sort_key(c.said or desk.article(c.article).published), reverse=True
    )


def _parted(claims: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    return (claims[at : at + _IN_SCRIPT] for at in range(0, len(claims), _IN_SCRIPT))


def _name(number: int) -> str:
    return f"older-{number + 1}.js"


def _row(s: Statement) -> list[object]:
    """A claim as the script of the pages takes it: see "The register's older claims" there."""
    day = s.said or s.reported
    return [
        s.citation.label,
        _served(s.citation.href),
        [_named(n) for n in s.speakers],
        s.verb,
        f"{s.words}{' …' if s.clipped else ''}" if s.words else _reading(s),
        ("quoted" if s.quoted else "plain") if s.words else "withheld",
        day.text if isinstance(day, Day) else None,
        day.edtf if isinstance(day, Day) else None,
        s.said is None,
        s.publisher,
        list(s.stance),
        s.form,
        [_named(t) for t in s.topics],
        s.terms,
    ]


def _named(name: Name) -> list[str | None]:
    return [name.text, _served(name.href) if name.href else None, name.about]


def _served(address: str) -> str:
    return re.sub(r"\.md(?=#|$)", ".html", address)


def _reading(s: Statement) -> str:
    """What was read of a claim whose words are withheld, as the page's templates tell it, without links."""
    told = [_deed(h) for h in s.happenings]
    told += [f"figure: {', '.join(filter(None, s.figures))}"] if any(s.figures) else []
    return f"{'; '.join(told)} (reading; words withheld)" if told else "words withheld"


def _deed(h: Happening) -> str:
    agents, patients, recipients, places = (
        ", ".join(n.text for n in names) for names in (h.agents, h.patients, h.recipients, h.places)
    )
    told = f"{agents}: {h.deed}" if agents else h.deed
    told += f" {h.joint} {patients}" if patients and h.joint else f" {patients}" if patients else ""
    told += f" → {recipients}" if recipients else ""
    told += f", in {places}" if places else ""
    return f"{told} ({h.stance[0]})" if h.stance[1] != "sure" else told
