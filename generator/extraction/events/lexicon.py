"""The words for happenings (`generator/data/plover.yml`), ready to be looked up."""

import functools
from dataclasses import dataclass
from importlib import resources

import yaml

from generator.model import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Lemmas and what they mean.

    Attributes:
        verbs: Lemma, or lemma and particle, to type.
        nouns: Lemma to type; OTHER is a happening that PLOVER does not code.
        classes: Lemma of an object to the classes it is of.
        by_object: Verb and class of its object to type.
        words: The plain lists, by their name in the file.
        verb_senses: Verb to the rules that choose its type by what stands around it.
        noun_senses: Noun to such rules.
        fields: Words that go with one sense of others, by the name of the field.
    """

    verbs: dict[str, EventType]
    nouns: dict[str, EventType]
    classes: dict[str, tuple[str, ...]]
    by_object: dict[tuple[str, str], EventType]
    words: dict[str, frozenset[str]]
    verb_senses: dict[str, list[str]]
    noun_senses: dict[str, list[str]]
    fields: dict[str, frozenset[str]]

    def typed_by_object(self, verb: str, thing: str) -> EventType | None:
        """The type of the verb with such an object, where the object decides it."""
        found = (self.by_object.get((verb, name)) for name in self.classes.get(thing, ()))
        return next((f for f in found if f is not None), None)


@functools.cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    text = resources.files("generator").joinpath("data/plover.yml").read_text(encoding="utf-8")
    told = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    classes: dict[str, tuple[str, ...]] = {}
    for name, lemmas in told["classes"].items():
        for lemma in lemmas:
            classes[lemma] = (*classes.get(lemma, ()), name)
    plain = {k: v for k, v in told.items() if isinstance(v, list)}
    return Lexicon(
        verbs=_typed(told["verbs"]),
        nouns=_typed(told["nouns"]),
        classes=classes,
        by_object={
            (verb, name): EventType(kind)
            for name, kinds in told["by_object"].items()
            for kind, verbs in kinds.items()
            for verb in verbs
        },
        words={name: frozenset(lemmas) for name, lemmas in plain.items()},
        verb_senses=told["verb_senses"],
        noun_senses=told["noun_senses"],
        fields={name: frozenset(lemmas) for name, lemmas in told["fields"].items()},
    )


def _typed(kinds: dict[str, list[str]]) -> dict[str, EventType]:
    """Lemma to type; where two types list a lemma, the first in the file has it."""
    found: dict[str, EventType] = {}
    for kind, lemmas in kinds.items():
        for lemma in lemmas:
            found.setdefault(str(lemma), EventType(kind))
    return found
