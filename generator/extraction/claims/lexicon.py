"""The words that attribute: `generator/data/cues.yml` as a value."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from generator.extraction.parse import Token

FRAMES = ("clause", "infinitive", "control", "object", "small")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cue takes as its content.

    Attributes:
        saying: Frames and prepositions in which it is a cue of speech or writing.
        mind: Those in which it is one of belief, wish or stance.
    """

    saying: frozenset[str] = frozenset()
    mind: frozenset[str] = frozenset()

    def has(self, frame: str) -> bool:
        """Whether it takes its content so, as speech or mind."""
        return frame in self.saying or frame in self.mind

    def manner(self, frame: str) -> str:
        """`saying` or `mind`: speech wins where it may be both."""
        return "saying" if frame in self.saying else "mind"

    @property
    def speaks(self) -> bool:
        """Whether it may introduce a quotation."""
        return "clause" in self.saying or "quote" in self.saying


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues: by lemma."""

    verbs: Mapping[str, Entry]
    nouns: Mapping[str, Entry]
    adjectives: Mapping[str, Entry]
    carriers: frozenset[str]
    seeming: frozenset[str]
    words: Mapping[str, frozenset[str]]

    def lemma(self, token: Token) -> str:
        """The token's lemma in lower case."""
        return token.lemma_.lower()

    def verb(self, token: Token) -> Entry | None:
        """What the token takes as a verb of saying or thinking; None where it is none."""
        return self.verbs.get(self.lemma(token)) if token.tag_[:2] == "VB" else None

    def isa(self, token: Token, kind: str) -> bool:
        """Whether the token is one of the words of that kind (documents, groups, venues ...)."""
        return self.lemma(token) in self.words[kind]


def _entries(*parts: tuple[str, Mapping[str, str]]) -> dict[str, Entry]:
    found: dict[str, dict[str, set[str]]] = {}
    for manner, frames in parts:
        for frame, words in frames.items():
            for word in words.split():
                found.setdefault(word, {"saying": set(), "mind": set()})[manner].add(frame)
    return {w: Entry(frozenset(f["saying"]), frozenset(f["mind"])) for w, f in found.items()}


def _words(told: Mapping[str, Any], names: Iterable[str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(told[name].split()) for name in names}


@functools.cache
def lexicon() -> Lexicon:
    """The cues of the package, read once."""
    told = yaml.safe_load(resources.files("generator").joinpath("data/cues.yml").read_text(encoding="utf-8"))
    return Lexicon(
        verbs=_entries(("saying", told["saying"]), ("mind", told["mind"])),
        nouns=_entries(("saying", told["nouns"])),
        adjectives=_entries(("mind", told["adjectives"])),
        carriers=frozenset(told["carriers"].split()),
        seeming=frozenset(told["seeming"].split()),
        words=_words(told, ("documents", "anonymous", "groups", "venues", "media", "closing", "deeds")),
    )
