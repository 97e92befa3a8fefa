"""The words that bear on whether something is so: `generator/data/factuality.yml` as a value."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

import yaml

from generator.extraction.parse import Token

_PEOPLE = frozenset({"suspect"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words by what they do; an effect is a level (CT, PR, PS, Uu), "-" for turning round, or a level with "-"."""

    modals: Mapping[str, str]
    adverbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    governors: Mapping[str, str]
    passives: Mapping[str, str]
    charges: Mapping[str, str]
    claims: frozenset[str]
    ideas: frozenset[str]
    falsehoods: frozenset[str]
    truths: frozenset[str]
    striving: frozenset[str]
    scheduling: frozenset[str]
    unrealized: frozenset[str]
    leading_in: frozenset[str]
    telling: frozenset[str]
    rejecting: frozenset[str]
    retracting: frozenset[str]
    disputing: frozenset[str]
    evidence: frozenset[str]
    undoing: Mapping[str, str]
    quashing: frozenset[str]
    away: frozenset[str]
    open_if_not: frozenset[str]
    able: frozenset[str]
    objects: Mapping[str, str]
    unlikely: frozenset[str]
    factive: frozenset[str]
    neutral: frozenset[str]
    conditionals: frozenset[str]

    def governor(self, above: Token, here: Token) -> tuple[str, str]:
        """The word, with its particle or preposition where it has an entry with it, and its effect on `here`."""
        for key in _keys(above, here):
            if above.pos_ == "NOUN" and key in _PEOPLE:
                continue  # a suspect suspects nobody
            if key in self.governors or key in self.undoing:
                return key, self.governors.get(key, "")
        return above.lemma_.lower(), ""


def _keys(above: Token, here: Token) -> Iterator[str]:
    lemma = above.lemma_.lower()
    for c in above.children:
        if c.dep_ == "prt":
            yield f"{lemma} {c.lower_}"
    if here.dep_ == "prep":
        yield f"{lemma} {here.lower_}"
    yield lemma


@functools.cache
def words() -> Words:
    """The words of the package, read once."""
    told = yaml.safe_load(resources.files("generator").joinpath("data/factuality.yml").read_text(encoding="utf-8"))

    def by_word(groups: Mapping[str, str]) -> dict[str, str]:
        return {word.replace("_", " "): effect for effect, words in groups.items() for word in words.split()}

    def listed(name: str) -> frozenset[str]:
        return frozenset(word.replace("_", " ") for word in told[name].split())

    return Words(
        modals=told["modals"],
        adverbs=by_word(told["adverbs"]),
        adjectives=by_word(told["adjectives"]),
        governors=by_word(told["governors"]),
        passives=by_word(told["passives"]),
        charges=by_word(told["charges"]),
        claims=listed("claims"),
        ideas=listed("ideas"),
        falsehoods=listed("falsehoods"),
        truths=listed("truths"),
        striving=listed("striving"),
        scheduling=listed("scheduling"),
        unrealized=listed("unrealized"),
        leading_in=listed("leading_in"),
        telling=listed("claims") | listed("ideas") | listed("falsehoods") | listed("evidence"),
        rejecting=listed("rejecting"),
        retracting=listed("retracting"),
        disputing=listed("disputing"),
        evidence=listed("evidence"),
        undoing=by_word(told["undoing"]),
        quashing=listed("quashing"),
        away=listed("away"),
        open_if_not=listed("open_if_not"),
        able=listed("able"),
        objects=by_word(told["objects"]),
        unlikely=listed("unlikely"),
        factive=listed("factive"),
        neutral=listed("neutral"),
        conditionals=listed("conditionals"),
    )
