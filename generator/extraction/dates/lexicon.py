"""The words of the date grammar, from `generator/data/dates.yml`, and the patterns made of them."""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

# One blank within an expression: it may be wrapped to the next line, never run over a paragraph's end.
_PIECE = re.compile(r"\[(?:[^\]\\]|\\.)*\]| ")  # a class of characters, or a blank outside of one
BLANK = r"(?:(?:[^\S\n]|\n(?![^\S\n]*\n))+)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Lower-case words and what they stand for; `patterns` are regular expressions without groups."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    holidays: Mapping[str, Any]
    national: frozenset[str]
    counted: frozenset[str]
    ahead: frozenset[str]
    decides: frozenset[str]
    timetabled: frozenset[str]
    weekday_names: frozenset[str]
    before_weekday: frozenset[str]
    patterns: Mapping[str, str]


def _inverted(told: Mapping[int, Sequence[str]]) -> dict[str, int]:
    return {word: value for value, words in told.items() for word in words}


def _any(words: Sequence[str] | Mapping[str, Any]) -> str:
    longest = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", BLANK).replace("'", "['’]") for w in longest) + ")"


def _dotted(words: Mapping[str, int], *, full: int) -> str:
    """The words, abbreviations (shorter than `full` letters, but May, June, July) with a dot where they have one."""
    short = [w for w in words if len(w) < full and w not in ("may", "june", "july")]
    return rf"(?:{_any([w for w in words if w not in short])}\b|{_any(short)}\b\.?)"


@functools.cache
def lexicon() -> Lexicon:
    """The words, read once."""
    told = yaml.safe_load(resources.files("generator").joinpath("data/dates.yml").read_text(encoding="utf-8"))
    words = {
        name: _inverted(told[name]) for name in ("months", "weekdays", "seasons", "numbers", "ordinals", "decades")
    }
    tens = [w for w, n in words["numbers"].items() if n in range(20, 100, 10)]
    ones = [
        w for w, n in words["numbers"].items() if n in range(1, 10) and w not in ("a", "an", "another") and " " not in w
    ]
    number = rf"(?:{_any(tens)}[- ]{_any(ones)}|{_any(words['numbers'])}|\d{{1,4}})"
    patterns = {
        "month": _dotted(words["months"], full=5),
        "weekday": _dotted(words["weekdays"], full=6),
        "season": _any(words["seasons"]),
        "ordinal": rf"(?:{_any(words['ordinals'])}|\d{{1,2}}(?:st|nd|rd|th))",
        "number": number,
        "decade": _any(words["decades"]),
        "holiday": _any(told["holidays"]),
        "zone": _any(told["zones"]),
        "vague": _any(told["vague"]),
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)",
        "year": r"(?:1\d|20)\d\d(?!\d)",
        "unit": r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|centurie)",
        "part": r"(?:(?:early |mid-)?(?:morning|afternoon)|evening|night|nightfall|midday|noon|midnight)",
        "early": r"(?:early|earlier|late|later|mid|middle)",
    }
    return Lexicon(
        **words,
        holidays=told["holidays"],
        national=frozenset(told["national"]),
        counted=frozenset(told["counted"]),
        ahead=frozenset(told["ahead"]),
        decides=frozenset(told["decides"]),
        timetabled=frozenset(told["timetabled"]),
        weekday_names=frozenset(told["weekday_names"]),
        before_weekday=frozenset(told["before_weekday"]),
        patterns=patterns,
    )


def expand(pattern: str) -> str:
    """The pattern with `<<name>>`, `{name}` and `{name:group}` filled in and each blank made a `BLANK`.

    "{month} {day:from}" is a month, then a day that the match calls "from"; "{month}" is called "month".
    """
    known = lexicon().patterns

    pattern = re.sub(r"<<([a-z\d-]+)>>", lambda m: _fragment(m[1]), pattern)

    def fill(match: re.Match[str]) -> str:
        name, _, group = match[1].partition(":")
        return f"(?P<{group or name}>(?i:{known[name]}))"

    return re.sub(r"\{([a-z]+(?::[a-z0-9_]+)?)\}", fill, _PIECE.sub(_blank, pattern))


@functools.cache
def grammar_file() -> Mapping[str, Any]:
    """The rules and fragments of `generator/data/dates_grammar.yml`."""
    text = resources.files("generator").joinpath("data/dates_grammar.yml").read_text(encoding="utf-8")
    told: Mapping[str, Any] = yaml.safe_load(text)
    return told


def _fragment(name: str) -> str:
    told: str = grammar_file()["fragments"][name]
    return re.sub(r"<<([a-z\d-]+)>>", lambda m: _fragment(m[1]), told)


def _blank(match: re.Match[str]) -> str:
    return BLANK if match[0] == " " else match[0].replace(" ", r"\s")


def word(match_text: str) -> str:
    """A matched word as the lexicon has it: lower case, straight apostrophes, single blanks, no closing dot."""
    return re.sub(r"\s+", " ", match_text.lower().replace("’", "'")).rstrip(".")


def number_of(told: str) -> int | None:
    """The number that the words or digits say ("twenty-one", "a", "14", "3rd", "third"); None if they say none."""
    known = lexicon()
    text = word(told)
    if digits := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", text):
        return int(digits[1])
    if text in known.ordinals:
        return known.ordinals[text]
    if text in known.numbers:
        return known.numbers[text]
    tens, _, ones = text.replace(" ", "-").partition("-")
    if tens in known.numbers and ones in known.numbers:
        return known.numbers[tens] + known.numbers[ones]
    return None
