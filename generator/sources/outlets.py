"""Names of agencies and outlets, where an article states them (`data/outlets.yml`). Nothing is guessed here."""

import re
from functools import cache

from generator.sources.data import shipped

_BREAK = re.compile(r"\s*[,|/·•]\s*|\s+[–—-]\s+")
_NEWS = re.compile(r"\s+News$")


@cache
def _known() -> dict[str, tuple[str, bool]]:
    """Every form of a name, as it is written, to its full form and whether it is an agency."""
    data = shipped("outlets.yml")
    told: dict[str, tuple[str, bool]] = {}
    for key, agency in (("agencies", True), ("outlets", False)):
        for name, *forms in data[key]:
            for form in (name, *forms):
                told.setdefault(form, (name, agency))
                if len(form) > 5:
                    told.setdefault(form.upper(), (name, agency))
    return told


def known(name: str) -> str | None:
    """The full name of a known agency or outlet that the words name, with or without "the"; else None."""
    told = _known().get(name) or _known().get(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))
    return told[0] if told else None


def is_agency(name: str) -> bool:
    """Whether the words name a known agency."""
    full = known(name)
    return full is not None and _known()[full][1]


def full_name(name: str) -> str:
    """The full name of a known agency or outlet; any other name as it stands."""
    return known(name) or name


def is_outlet_line(line: str) -> str | None:
    """The outlet, if the line is nothing but names of one: "AP News, Associated Press", "Reuters".

    An outlet that is not known shows itself by its initials: "QP News, Quay Press".
    """
    if len(line) > 120 or line.endswith((".", "?", "!")):
        return None
    names = [n for n in _BREAK.split(line) if n]
    full = {known(n) for n in names}
    if len(full) == 1 and None not in full:
        return full.pop()
    if len(names) == 2:
        short, long = (names[0], names[1]) if len(names[0]) <= len(names[1]) else (names[1], names[0])
        initials = "".join(w[0] for w in long.split() if w[0].isupper())
        if len(initials) > 1 and _NEWS.sub("", short) == initials:
            return full_name(long)
    return None
