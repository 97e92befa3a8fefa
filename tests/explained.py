"""An explanation made by hand: no language model is needed, so what it looks like changes with the layout alone."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model import (
    ActorKind,
    Bases,
    Basis,
    BlockKind,
    Explanation,
    Extractor,
    Facts,
    Factuality,
    Grain,
    Note,
    NoteKind,
    Removed,
    Sentence,
    Vote,
    Votes,
    Word,
)
from tests.factory import actor_of, dated, facts_of, figure, happens, says

_TEXT = 'Ada Quill told bakers on Monday that 40 tons of flour "may spoil" by 3 May.\n\nShe spoke recently.'
# Each word with its part of speech, tag, relation, and the place of its head.
_PARSE = """
Ada PROPN NNP compound 1
Quill PROPN NNP nsubj 2
told VERB VBD ROOT 2
bakers NOUN NNS dobj 2
on ADP IN prep 2
Monday PROPN NNP pobj 4
that SCONJ IN mark 13
40 NUM CD nummod 8
tons NOUN NNS nsubj 13
of ADP IN prep 8
flour NOUN NN pobj 9
" PUNCT `` punct 13
may AUX MD aux 13
spoil VERB VB ccomp 2
" PUNCT '' punct 13
by ADP IN prep 13
3 NUM CD nummod 17
May PROPN NNP pobj 15
. PUNCT . punct 2
"""


def explanation() -> Explanation:
    """How an invented sentence was read; it has one of everything that is shown."""
    facts = _facts()
    claim = facts.claims[0]
    notes = (
        _note(facts, "may", "claim", NoteKind.JUDGED, reason="“may”", about=claim.id),
        _note(facts, "spoil", "event", NoteKind.JUDGED, reason="“may”"),
        _note(facts, "40", "quantity", rule="number", reason="an age"),
        _note(facts, '"may spoil"', "claim", rule="quotation", reason="no cue of speech, and no other goes on"),
        _note(facts, "may", "date", rule="month", reason="in these surroundings it is no date"),
    )
    votes = (
        Vote(kind=ActorKind.PERSON, weight=4.2, why="the words around it"),
        Vote(kind=ActorKind.PERSON, weight=1, why="the model"),
        Vote(kind=ActorKind.ORGANIZATION, weight=0.4, why="the words around it"),
    )
    return Explanation(
        facts=facts,
        sentences=(_parsed(facts),),
        notes=notes,
        votes=(Votes(start=0, end=9, votes=votes),),
        removed=(Removed(line=7, text="Read more in our weekly letter", reason="page furniture"),),
    )


def _facts() -> Facts:
    made = facts_of(
        "mill",
        _TEXT,
        title="Flour may spoil",
        publisher="The Harbour Gazette",
        published="2024-04-24",
        names={"Ada Quill": "ada-quill"},
        actors=[actor_of("ada-quill", kind=ActorKind.PERSON)],
        figures=[figure("40 tons", 40, 40, "tons", of="flour")],
        dates=[dated("Monday", "2024-04-22"), dated("3 May", "2024-05-03"), dated("recently", None, None)],
        claims=[
            says(
                'that 40 tons of flour "may spoil" by 3 May',
                by="Ada Quill",
                cue="told",
                factuality=Factuality.POSSIBLE,
                said="2024-04-22",
                via="a news conference",
                addressee="bakers",
                when="2024-05-03",
            )
        ],
        events=[happens("OTHER", "spoil", agent=["40 tons of flour"], factuality=Factuality.POSSIBLE)],
    )
    dates = (replace(made.dates[0], anchor="2024-04-24", grain=Grain.DAY), *made.dates[1:])
    article = replace(made.article, basis=Bases(published=Basis.FRONT_MATTER))
    return replace(
        made, article=article, dates=dates, extractor=Extractor(version="7", model="small 1.0", model_sha256="ab" * 32)
    )


def _note(
    facts: Facts,
    words: str,
    topic: str,
    kind: NoteKind = NoteKind.REJECTED,
    **more: str,
) -> Note:
    start = facts.article.text.index(words)
    return Note(kind=kind, topic=topic, start=start, end=start + len(words), text=words, **more)


def _parsed(facts: Facts) -> Sentence:
    text = facts.article.text.split("\n")[0]
    words = tuple(_words(text))
    return Sentence(start=0, end=len(text), text=text, number=1, block=BlockKind.BODY, words=words)


def _words(text: str) -> Iterator[Word]:
    at = 0
    for line in _PARSE.strip().splitlines():
        word, pos, tag, relation, head = line.split()
        at = text.index(word, at)
        end = at + len(word)
        yield Word(start=at, end=end, text=word, pos=pos, tag=tag, relation=relation, head=int(head))
        at = end
