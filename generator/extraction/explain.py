"""An article read aloud: its facts, the parse they were read from, and what the rules weighed and left aside."""

import dataclasses
from collections.abc import Iterator, Sequence

from generator.extraction.claims.scene import scene
from generator.extraction.claims.unread import unread_cues
from generator.extraction.dates.unread import undated
from generator.extraction.extract import facts_of
from generator.extraction.language_model import load_model
from generator.extraction.mentions.explained import entities_changed, votes
from generator.extraction.parse import Stretch
from generator.extraction.pin import made_by
from generator.extraction.reading import Reading, read
from generator.extraction.trace import NO_CONTENT, Recorder
from generator.model import Article, Explanation, Extent, Facts, ModelPin, Note, NoteKind, Sentence, Word


def explain(article: Article, pin: ModelPin) -> Explanation:
    """The article's facts, byte for byte those that are read otherwise, and how they came about.

    Raises:
        ModelError: The model is missing or is not the pinned one.
    """
    if not article.in_english:
        return Explanation(facts=Facts(article=article, extractor=made_by(pin)), removed=article.removed)
    recorder = Recorder(article.text)
    reading = read(article, load_model(pin), recorder)
    facts = dataclasses.replace(facts_of(reading), extractor=made_by(pin))
    notes = [
        *recorder.notes,
        *unread_cues(scene(reading.doc)),
        *undated(reading, facts.dates),
        *entities_changed(reading, facts.mentions),
    ]
    return Explanation(
        facts=facts,
        sentences=tuple(_sentences(reading)),
        notes=tuple(_kept(notes, facts)),
        votes=tuple(votes(reading)),
        removed=article.removed,
    )


def _sentences(reading: Reading) -> Iterator[Sentence]:
    for number, stretch in enumerate(reading.sentences(), 1):
        words = [t for t in stretch if not t.is_space]
        start, end = words[0].idx, words[-1].idx + len(words[-1].text)
        yield Sentence(
            start=start,
            end=end,
            text=reading.article.text[start:end],
            number=number,
            block=reading.kind_at(start),
            words=tuple(_words(reading, stretch)),
        )


def _words(reading: Reading, stretch: Stretch) -> Iterator[Word]:
    """The words without blanks, which the model parses as words too."""
    kept = [t for t in stretch if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}
    for n, token in enumerate(kept):
        head = token.head
        while head.i not in place and head.head.i != head.i:
            head = head.head
        span = reading.of(token)
        yield Word(
            start=span.start,
            end=span.end,
            text=span.text,
            pos=token.pos_,
            tag=token.tag_,
            relation=token.dep_,
            head=place.get(head.i, n),
        )


def _kept(notes: Sequence[Note], facts: Facts) -> Iterator[Note]:
    """The notes in the order of the text, each once, those of one place and reason as one.

    What was left aside by one rule and read by another at the same place needs no word.
    """
    dates, cues = facts.dates, {c.cue.start for c in facts.claims if c.cue is not None}
    weighed = {n.start for n in notes if n.topic == "claim" and n.reason != NO_CONTENT}
    told: dict[tuple[object, ...], Note] = {}
    for note in sorted(notes, key=lambda n: (n.start, n.end)):
        if note.topic == "date" and any(d.overlaps(note) for d in dates):
            continue
        if note.reason == NO_CONTENT and note.start in weighed:
            continue
        if note.topic in ("claim", "event") and note.kind is NoteKind.REJECTED and _is_read(note, facts, cues):
            continue
        key = (note.kind, note.topic, note.start, note.end, note.reason, note.about)
        known = told.get(key)
        rules = [r for r in (known.rule.split(", ") if known else []) if r]
        if known is None or note.rule not in rules:
            told[key] = dataclasses.replace(note, rule=", ".join([*rules, note.rule]))
    yield from told.values()


def _is_read(note: Note, facts: Facts, cues: set[int]) -> bool:
    """Whether a claim has the note's word for its cue all the same, or holds the whole quotation."""
    if note.rule == "quotation":
        quotation = Extent(start=note.start, end=note.end)
        return any(s.contains(quotation) for c in facts.claims if c.cue is not None for s in c.spans)
    return note.start in cues
