"""Cues that close their sentence, in parses that lost what hangs under them."""

import pytest
import spacy
from spacy.tokens import Doc as Parsed

from generator.extraction.claims.beside import beside
from generator.extraction.claims.lexicon import lexicon
from generator.extraction.claims.scene import scene
from generator.extraction.parse import Doc


def flat(words: str, verb: str, tags: dict[str, str]) -> tuple[Doc, int]:
    """A parse in which everything hangs on the first word; `tags` are those of the words that are no nouns."""
    tokens = words.split()
    pos = {"VBD": "VERB", "VBZ": "VERB", "IN": "SCONJ", "RB": "ADV", ",": "PUNCT", ".": "PUNCT", "NN": "NOUN"}
    own = [tags.get(t, "," if t == "," else "." if t == "." else "NN") for t in tokens]
    starts: list[bool | int | None] = [True, *[False] * (len(tokens) - 1)]
    doc = Parsed(
        spacy.blank("en").vocab,
        words=tokens,
        heads=[0] * len(tokens),
        deps=["ROOT"] + ["punct" if t in ",." else "dep" for t in tokens[1:]],
        tags=own,
        pos=[pos[t] for t in own],
        lemmas=[{"said": "say", "sank": "sink"}.get(t, t) for t in tokens],
        sent_starts=starts,
    )
    return Doc(doc), tokens.index(verb)


TAGS = {"sank": "VBD", "said": "VBD", "went": "VBD", "as": "IN", "also": "RB", "begins": "VBZ"}


@pytest.mark.parametrize(
    ("words", "source", "content"),
    [
        ("Ferries sank at noon , Berg said Friday .", "Berg", "Ferries sank at noon"),
        ("Ferries sank at noon , Berg also said .", "Berg", "Ferries sank at noon"),
        ("Ferries sank at noon , Berg , mayor , said .", "Berg , mayor", "Ferries sank at noon"),
        ("Ferries sank at noon , said Berg of Oslo .", "Berg of Oslo", "Ferries sank at noon"),
    ],
)
def test_read_by_place(words: str, source: str, content: str) -> None:
    doc, at = flat(words, "said", TAGS)
    told = beside(doc[at], scene(doc), lexicon())
    assert told is not None
    assert [doc[a:b].text for a, b in told.sources] == [source]
    assert [doc.text[a:b] for a, b in told.content] == [content]


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Ferries sank at noon , as Berg said .", "said"),  # a clause of its own kind
        ("Ferries sank at noon , Berg begins .", "begins"),  # not a plain cue
        ("Berg said .", "said"),  # nothing in front
        ("Ferries , Berg said .", "said"),  # nothing said
        ("Ferries sank at noon Berg said .", "said"),  # nothing parts them
        ("Ferries sank at noon , Berg went said .", "said"),  # another verb between
    ],
)
def test_left_alone(words: str, verb: str) -> None:
    doc, at = flat(words, verb, TAGS)
    assert beside(doc[at], scene(doc), lexicon()) is None
