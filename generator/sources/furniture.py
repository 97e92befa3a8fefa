"""Lines of a news page that are not its article: told by patterns that are data (`data/furniture.yml`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.sources.data import shipped
from generator.sources.outlets import is_outlet_line

Zone = str  # "top", "body" or "end" of the page

_LONGEST = 480
# A line in which someone speaks is the article's, whatever else it looks like.
_SPEECH = re.compile(r"\b(?:said|says|told|announced|according to)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What a line is, if it is not the article's, and what it tells of the article all the same.

    Attributes:
        reason: Why it is left out, in a few words.
        published: Words that give the date of publication.
        publisher: The name of a publisher as the line gives it.
        origin: The name of whoever is credited with the text.
    """

    reason: str
    published: str | None = None
    publisher: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    pattern: re.Pattern[str]
    reason: str
    zones: frozenset[Zone]


@cache
def _rules() -> tuple[_Rule, ...]:
    data = shipped("furniture.yml")
    parts: dict[str, str] = {}
    for name, pattern in data["parts"].items():
        parts[name] = pattern.format(**parts)
    zones = {"anywhere": ("top", "body", "end"), "end": ("top", "end"), "top": ("top",)}
    return tuple(
        _Rule(pattern=re.compile(p.format(**parts), re.IGNORECASE), reason=group["reason"], zones=frozenset(where))
        for key, where in zones.items()
        for group in data[key]
        for p in group["patterns"]
    )


def furniture(line: str, zone: Zone) -> Furniture | None:
    """What the line is, if it is furniture in that part of the page; None if it may be the article's.

    Args:
        line: A whole paragraph, on one line.
        zone: "top" before the body's first paragraph, "end" after its last, else "body".
    """
    if len(line) > _LONGEST:
        return None
    outlet = is_outlet_line(line) if zone != "body" or "," in line else None
    if outlet is not None:
        return Furniture(reason="name of the outlet", publisher=outlet)
    speaks = len(line.split()) > 8 and _SPEECH.search(line) is not None
    for rule, match in _matches(line, zone):
        if speaks and rule.reason in ("page furniture", "section or date line"):
            continue
        named = {k: v for k, v in match.groupdict().items() if v}
        return Furniture(reason=rule.reason, **named)
    return None


def _matches(line: str, zone: Zone) -> Iterator[tuple[_Rule, re.Match[str]]]:
    for rule in _rules():
        match = rule.pattern.fullmatch(line) if zone in rule.zones else None
        if match is not None:
            yield rule, match
