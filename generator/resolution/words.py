"""Words compared by meaning as far as a rule can: stemmed, synonyms of the news brought to one, weighed by rarity.

Rarity comes from a table of general news English that ships with the package, not from the dossier at
hand: so two claims compare alike in a dossier of two articles and of ten thousand, and adding an
article never changes what was found before.
"""

import functools
import math
import re
from collections.abc import Iterable
from importlib import resources

import yaml

from generator.text import fold

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?(?:-[a-z]+)*|\d[\d.,]*\d|\d")
# What joins to the word after it: "anti-air" is one word, "air-defence" two.
_PREFIXES = frozenset({"anti", "non", "counter", "cyber", "co", "re", "pre", "ex", "multi", "semi", "un"})
_VOWELS = frozenset("aeiouy")
_SUFFIXES = (
    ("ational", "at"), ("ization", "iz"), ("isation", "iz"), ("fulness", ""), ("ousness", "ous"), ("iveness", "iv"),
    ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ities", ""), ("ity", ""), ("ance", ""), ("ence", ""),
    ("ations", "at"), ("ation", "at"), ("ators", "at"), ("ator", "at"), ("ions", ""), ("ion", ""), ("ness", ""),
    ("ives", "iv"), ("ive", "iv"), ("izing", "iz"), ("ising", "iz"), ("ized", "iz"), ("ised", "iz"), ("izes", "iz"),
    ("ises", "iz"), ("ize", "iz"), ("ise", "iz"), ("ically", "ic"), ("ical", "ic"), ("ally", ""), ("ings", ""),
    ("ing", ""), ("edly", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ers", "er"), ("ly", ""), ("es", ""), ("s", ""),
    ("e", ""),
)  # fmt: skip
# Rarity of a word that the table does not hold, in the table's unit (natural logarithm of documents per occurrence).
_UNSEEN = 8.5
_FLOOR = 1.0


@functools.cache
def stem(word: str) -> str:
    """The word (lower case) without its ending, as far as spelling shows: "delivers", "delivered" -> "deliver".

    One suffix is taken off where at least three letters with a vowel stay, and a doubled consonant is made single;
    irregular forms are the synonym table's.
    """
    base = word.removesuffix("'s").removesuffix("'")
    if len(base) <= 3 or not base.isalpha():
        return base
    for suffix, instead in _SUFFIXES:
        if base.endswith(suffix) and _stands(base[: -len(suffix)] + instead, suffix, base):
            base = base[: -len(suffix)] + instead
            break
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls":
        base = base[:-1]
    return base[:-1] + "i" if base.endswith("y") and len(base) > 3 and base[-2] not in _VOWELS else base


def _stands(base: str, suffix: str, word: str) -> bool:
    if suffix == "s" and word.endswith(("ss", "us", "is")):
        return False
    return len(base) >= 3 and any(c in _VOWELS for c in base)


def tokens(text: str) -> list[str]:
    """The words of the text, folded: lower case, no accents; hyphenated words in their parts, "anti-air" in one."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        if "-" not in word:
            found.append(word)
            continue
        parts = word.split("-")
        while len(parts) > 1 and parts[0] in _PREFIXES:
            parts[:2] = [parts[0] + parts[1]]
        found += parts
    return found


@functools.cache
def concept(word: str) -> str | None:
    """What the word stands for when texts are compared: its stem, or its group of synonyms; None for a stop word."""
    if len(word) == 1 or word.removesuffix("'s") in _stop_words():
        return None
    return _synonyms().get(stem(word), stem(word))


@functools.lru_cache(maxsize=1 << 16)
def concepts(text: str) -> tuple[str, ...]:
    """What the words of the text stand for, each once, in order; stop words and plain numbers left out."""
    found = [concept(t) for t in tokens(text) if not t[0].isdigit()]
    return tuple(dict.fromkeys(c for c in found if c))


@functools.cache
def rarity(term: str) -> float:
    """How much a shared term tells, from about 1 (in every other article) to 8.5 (never seen in general news)."""
    return max(_FLOOR, _rarities().get(term, _UNSEEN))


@functools.cache
def worth(term: str) -> int:
    """The rarity in hundredths, in which the table gives it: sums of these are exact, in whatever order."""
    return round(100 * rarity(term))


def weigh(terms: Iterable[str]) -> float:
    """The rarity of all the terms together."""
    return math.fsum(map(rarity, terms))  # Exact, so that their order is nothing to it.


@functools.cache
def _lexicon() -> dict[str, list[str]]:
    text = resources.files("generator").joinpath("data/synonyms.yml").read_text(encoding="utf-8")
    told: dict[str, list[str]] = yaml.safe_load(text)
    return told


@functools.cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for line in _lexicon()["stop"] for word in line.split())


@functools.cache
def listed(name: str) -> frozenset[str]:
    """The concepts of a word list of `generator/data/synonyms.yml`: "counted", "passing"."""
    return frozenset(c for line in _lexicon()[name] for word in line.split() if (c := concept(word)))


@functools.cache
def plainly(name: str) -> frozenset[str]:
    """The words of such a list as they are written: "titles", "converse"."""
    return frozenset(word for line in _lexicon()[name] for word in line.split())


@functools.cache
def _synonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _lexicon()["same"]:
        first, *_ = words = [stem("".join(w.split("-"))) for w in line.split()]
        for word in words:
            table.setdefault(word, first)
    return table


@functools.cache
def _rarities() -> dict[str, float]:
    text = resources.files("generator").joinpath("data/rarity.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {term: float(value) for term, value in rows}
