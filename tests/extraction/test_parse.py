"""The parse as the rules see it: the same as spaCy's, token by token."""

import itertools

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc as Parsed

from generator.extraction.parse import Doc

BLANK = spacy.blank("en").vocab
TEXT = (
    "OSLO, Norway (May 3) — The mayor, Anna Lund, and her deputies said on Friday that 12 boats, old and new, "
    "would be sold.\n\n“We can't wait,” she told the harbour's paper; others won't agree  .\n"
)
_SAME = (
    "i", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "idx", "whitespace_",
    "is_space", "is_punct", "is_alpha", "like_num",
)  # fmt: skip


def test_words_are_those_of_the_stretch() -> None:
    doc = Doc(Parsed(BLANK, words=["Anna", "Lund", "'s", "boat"], spaces=[True, False, True, False]))
    for start, end in itertools.combinations(range(5), 2):
        assert doc.words(start, end) == doc[start:end].text


@pytest.mark.model
def test_a_parse_says_what_spacy_says(nlp: Language) -> None:
    parsed = nlp(TEXT)
    doc = Doc(parsed)
    assert doc.text == parsed.text
    assert [(s.start, s.end) for s in doc.sents] == [(s.start, s.end) for s in parsed.sents]
    assert [(e.start, e.end, e.label_, e.text) for e in doc.ents] == [
        (e.start, e.end, e.label_, e.text) for e in parsed.ents
    ]
    for token, theirs in zip(doc, parsed, strict=True):
        assert [getattr(token, name) for name in _SAME] == [getattr(theirs, name) for name in _SAME]
        assert token.is_sent_start == bool(theirs.is_sent_start)
        assert token.sent.start == theirs.sent.start
        _assert_same_place(token.i, doc, parsed)


@st.composite
def trees(draw: st.DrawFn) -> Parsed:
    """Any tree over a few words, crossing arcs too, with a blank between some of them."""
    n = draw(st.integers(1, 8))
    heads = [0] * n
    # Words are hung on in any order, each on one that hangs already: no circle arises.
    order = draw(st.permutations(range(n)))
    for place, i in enumerate(order):
        heads[i] = order[draw(st.integers(0, place - 1))] if place else i
    deps = [draw(st.sampled_from(["conj", "dep"])) for _ in range(n)]
    return Parsed(
        BLANK,
        words=[draw(st.sampled_from(["a", "harbour", ",", "\n"])) for _ in range(n)],
        spaces=[draw(st.booleans()) for _ in range(n)],
        heads=heads,
        deps=["ROOT" if heads[i] == i else deps[i] for i in range(n)],
    )


@given(trees())
def test_any_tree_is_walked_as_spacy_walks_it(parsed: Parsed) -> None:
    doc = Doc(parsed)
    for i in range(len(doc)):
        _assert_same_place(i, doc, parsed)
    for a, b in itertools.combinations(range(len(doc) + 1), 2):
        assert doc[a:b].root.i == parsed[a:b].root.i
        assert doc[a:b].text == parsed[a:b].text
        assert (doc[a:b].start_char, doc[a:b].end_char) == (parsed[a:b].start_char, parsed[a:b].end_char)
    for a, b in itertools.combinations(range(len(doc.text) + 1), 2):
        ours, theirs = doc.char_span(a, b), parsed.char_span(a, b, alignment_mode="expand")
        assert ours is not None
        assert theirs is not None
        assert (ours.start, ours.end) == (theirs.start, theirs.end)


def _assert_same_place(i: int, doc: Doc, parsed: Parsed) -> None:
    """That the token hangs where spaCy hangs it."""
    token, theirs = doc[i], parsed[i]
    below = [t.i for t in theirs.subtree]
    assert token.head.i == theirs.head.i
    assert [c.i for c in token.children] == [c.i for c in theirs.children]
    assert [t.i for t in token.subtree] == sorted(below)
    assert [t.i for t in token.ancestors] == [t.i for t in theirs.ancestors]
    assert [t.i for t in token.conjuncts] == [t.i for t in theirs.conjuncts]
    assert (token.left_edge.i, token.right_edge.i) == (
        min(t.i for t in theirs.subtree),
        max(t.i for t in theirs.subtree),
    )
    assert token.is_ancestor(doc[0]) == theirs.is_ancestor(parsed[0])


def test_places_beyond_the_text() -> None:
    doc = Doc(Parsed(BLANK, words=["We", "sailed"], spaces=[True, False]))
    assert doc.char_span(0, 99) is None
    assert doc.char_span(-1, 2) is None
    assert doc[1].nbor(-1) is doc[0]
    assert [t.text for t in doc[0:9]] == ["We", "sailed"]
    assert (doc[0:2][-1], doc[0:2][1:].text, len(doc[2:1])) == (doc[1], "sailed", 0)
    assert repr(doc[0]) == "We"
    for i, distance in ((0, -1), (1, 1)):
        with pytest.raises(IndexError):
            doc[i].nbor(distance)


def test_an_empty_text_has_an_empty_parse() -> None:
    doc = Doc(Parsed(BLANK, words=[]))
    assert (len(doc), doc.sents, doc.ents, doc.char_span(0, 1), doc[0:0].text) == (0, [], [], None, "")


def test_a_word_of_three_pieces_is_one() -> None:
    """`co-operation`, where the model hung `co`, the hyphen and `operation` side by side on the verb."""
    doc = Doc(
        Parsed(
            BLANK,
            words=["The", "co", "-", "operation", "between", "cities", "grew"],
            spaces=[True, False, False, True, True, True, False],
            heads=[1, 6, 6, 6, 3, 4, 6],
            deps=["det", "nsubj", "nsubj", "nsubj", "prep", "pobj", "ROOT"],
        )
    )
    assert [c.text for c in doc[6].children] == ["operation"]
    assert doc.text[doc[3].left_edge.idx :].startswith("The co-operation between cities")
    assert [t.dep_ for t in doc[3].children] == ["det", "compound", "punct", "prep"]


def test_a_dash_between_words_parts_them() -> None:
    doc = Doc(
        Parsed(
            BLANK,
            words=["Wine", "-", "bread", "sold"],
            spaces=[True, True, True, False],
            heads=[3, 3, 3, 3],
            deps=["nsubj", "nsubj", "nsubj", "ROOT"],
        )
    )
    assert len(doc[3].children) == 3
