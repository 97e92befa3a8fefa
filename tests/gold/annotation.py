"""The annotated texts, read strictly: every word of an annotation stands in its text, and in one place only.

A text is an article file with front matter; beside it stands a YAML file of the same name. Words stand for themselves:
`"the mayor"` is where they occur, `"the mayor@2"` where they occur for the second time. Names are annotated once for
each different wording, and hold wherever it occurs and is not part of a longer name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.sources.yaml_strict import read

HERE = Path(__file__).parent / "texts"
_NTH = re.compile(r"^(?P<words>.*)@(?P<nth>[1-9])$", re.DOTALL)

Range = tuple[int, int]


class GoldError(ValueError):
    """An annotation that does not fit its text: the message names the file, the place and the words."""


class SaidClaim(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """Who says what: `by` is empty where nobody is named ("is said to")."""

    says: list[str]
    by: list[str] = []
    cue: str
    form: str
    sure: str
    said: str | None = None
    via: str | None = None
    to: str | None = None


class Dated(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """An expression of time; a vague one has no value."""

    text: str
    edtf: str | None


class Counted(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A number with its sense: bounds are null where the text sets none."""

    text: str
    low: float | None
    high: float | None


class Named(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A name; those with the same `actor` are one."""

    text: str
    kind: str
    actor: str


class Happened(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """What is said to happen, by the word for it."""

    word: str
    type: str
    sure: str
    agent: list[str] = []
    patient: list[str] = []
    recipient: list[str] = []
    when: str | None = None


class Annotation(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """All that was annotated of one text; what is not listed was not left out by mistake but for lack of weight."""

    domain: str
    claims: list[SaidClaim]
    dates: list[Dated]
    quantities: list[Counted]
    names: list[Named]
    events: list[Happened]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """One text with its annotation."""

    name: str
    file: Path
    body: str
    told: Annotation

    def find(self, words: str) -> Range:
        """Where the words stand.

        Raises:
            GoldError: They stand nowhere, or in several places and none is named.
        """
        match = _NTH.match(words)
        wanted, nth = (match["words"], int(match["nth"])) if match else (words, 0)
        places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", self.body)]
        if not places or nth > len(places):
            raise GoldError(f"{self.name}: {words!r} does not stand in the text")
        if len(places) > 1 and not nth:
            raise GoldError(f"{self.name}: {words!r} stands in {len(places)} places; say which: {words + '@2'!r}")
        start = places[max(nth - 1, 0)]
        return start, start + len(wanted)

    def all_of(self, words: Sequence[str]) -> list[Range]:
        """Where each of them stands."""
        return [self.find(w) for w in words]

    def names(self) -> Mapping[Range, Named]:
        """Every occurrence of every annotated name, the longest first."""
        found: dict[Range, Named] = {}
        for named in sorted(self.told.names, key=lambda n: -len(n.text)):
            places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(named.text)}(?!\w)", self.body)]
            if not places:
                raise GoldError(f"{self.name}: the name {named.text!r} does not stand in the text")
            for a, b in places:
                if not any(a < d and c < b for c, d in found):
                    found[(a, b)] = named
        return found


def faults(gold: GoldText) -> list[str]:
    """What of the annotation does not stand in its text, or in several places."""
    told = gold.told
    words = [w for c in told.claims for w in (*c.says, *c.by, c.cue)]
    words += [*(d.text for d in told.dates), *(q.text for q in told.quantities)]
    words += [w for e in told.events for w in (e.word, *e.agent, *e.patient, *e.recipient)]
    found = []
    for one in words:
        try:
            gold.find(one)
        except GoldError as error:
            found.append(str(error))
    return found


def load(folder: Path = HERE) -> list[GoldText]:
    """All annotated texts, in the order of their names.

    Raises:
        GoldError: An annotation is missing, is not of this form, or does not fit its text.
    """
    found = []
    for file in sorted(folder.glob("*.txt")):
        beside = file.with_suffix(".yml")
        try:
            value = read(beside.read_text(encoding="utf-8")).value
            told = msgspec.convert(value, Annotation, strict=False)
        except (OSError, ValueError) as error:
            raise GoldError(f"{beside.name}: {error}") from error
        body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
        found.append(GoldText(name=file.stem, file=file, body=body, told=told))
    return found
