"""Interviews printed as question and answer: which paragraphs answer, and whether the article tells who was asked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extraction.claims.interviewees import Announcement, announcement
from generator.extraction.claims.people import People
from generator.extraction.claims.scene import LABEL, Range, Scene, Told

_LEAST = 3  # So many questions, each followed by somebody who speaks of himself, make an interview.
_LONGEST = 400  # Characters of a question; a longer paragraph that ends in one is an essay.
_GOES_ON = 150  # Characters from which a further paragraph is an answer's and no prompt of the one who asks.
_BRIEF = 60  # Characters from which a further paragraph is one that speaks of its speaker.
_FIRST_PERSON = re.compile(r"(?<![\w’'])(?:I|I['’]m|I['’]ve|me|my|we|we['’]re|us|our)(?![\w])", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_CREDIT = re.compile(r"\b(?:Image|Photo|Picture|Source|Credit|Video)s?\s*(?:by\b|:)[^.]*\.?$", re.IGNORECASE)
_ENDED = re.compile(r"[.!?…:”\"’')\]—-]\s*$")


@dataclass(frozen=True, slots=True)
class Interview:
    """What an interview's paragraphs are.

    Attributes:
        open: Paragraphs that are somebody's answer or prompt; they are not the article's own word.
        told: Those of them that the person whom the article says it interviewed gives, as one attribution without
            content; None where it names nobody, or several.
        given: The paragraphs of `told`.
    """

    open: tuple[Range, ...] = ()
    told: Told | None = None
    given: tuple[Range, ...] = ()


def interview(scene: Scene, people: People) -> Interview:
    """The answers of an interview, in order; an empty one where the article is none."""
    asked = [_asks(scene.text[a:b]) for a, b in scene.paragraphs]
    if not any(asked):
        return Interview()
    found = announcement(scene, people, scene.paragraphs[asked.index(True)][0])
    turns = list(_turns(scene, asked))
    own = [turn for turn in turns if any(_of_himself(scene.text[a:b]) for a, b in turn)]
    if len(own) < (1 if found.made else _LEAST) or 2 * len(own) < len(turns):
        return Interview()
    early = scene.paragraphs[: asked.index(True)] if found.made else ()
    before = list(_before(scene, people, found, early))
    answers = [tuple(_said(scene, turn, people, found)) for turn in turns]
    given = [(start, end) for start, end in before if end - start >= _LONGEST]
    for turn, said in zip(turns, answers, strict=True):
        answered = frozenset(said)
        given += [p for p in _given(scene, turn) if p in answered]
    told = [*before, *(p for said in answers for p in said)]
    return Interview(tuple(told), found.told, tuple(given) if found.told is not None else ())


def _asks(paragraph: str) -> bool:
    words = paragraph.strip()
    label = LABEL.match(words)
    if label is not None:
        return label[1].startswith("Q")
    return words.endswith("?") and len(words) <= _LONGEST and words[0] not in '“"‘'


def _of_himself(paragraph: str) -> bool:
    """Whether somebody speaks of himself, or the paragraph is marked as an answer."""
    if (label := LABEL.match(paragraph)) is not None:
        return label[1].startswith("A")
    return _FIRST_PERSON.search(_QUOTED.sub("", paragraph)) is not None


def _turns(scene: Scene, asked: Sequence[bool]) -> Iterator[list[Range]]:
    """What stands between one question and the next."""
    turn: list[Range] | None = None
    for (start, end), question in zip(scene.paragraphs, asked, strict=True):
        if question:
            if turn:
                yield turn
            turn = []
        elif turn is not None and _is_prose(scene.text[start:end]):
            turn.append((start, end))
    if turn:
        yield turn


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph is neither a heading nor a picture's caption."""
    words = paragraph.strip()
    return _ENDED.search(words) is not None and _CREDIT.search(words) is None


def _said(scene: Scene, turn: Sequence[Range], people: People, found: Announcement) -> Iterator[Range]:
    """The answer itself, and what goes on in the first person.

    Where the article says that it is an interview, all is that stands between two questions, but for words that
    speak of the one who was asked by name: they are the writer's.
    """
    for place, (start, end) in enumerate(turn):
        of_himself = _of_himself(scene.text[start:end])
        if of_himself or (not _named(people, found, start, end) and (place == 0 or found.made)):
            yield start, end


def _before(scene: Scene, people: People, found: Announcement, paragraphs: Sequence[Range]) -> Iterator[Range]:
    """What is said in the first person in front of the first question mark: a prompt without one, and its answer."""
    for start, end in paragraphs:
        if (
            _is_prose(scene.text[start:end])
            and _of_himself(scene.text[start:end])
            and not _named(people, found, start, end)
        ):
            yield start, end


def _named(people: People, found: Announcement, start: int, end: int) -> bool:
    return found.actor is not None and any(m.actor == found.actor for m in people.within(start, end))


def _given(scene: Scene, turn: Sequence[Range]) -> Iterator[Range]:
    """The paragraphs that surely answer: the first behind a question, and further ones that are no prompt."""
    for place, (start, end) in enumerate(turn):
        words = scene.text[start:end]
        prompts = "?" in words and len(words) <= _LONGEST
        if place == 0 or (not prompts and len(words) >= (_BRIEF if _of_himself(words) else _GOES_ON)):
            yield start, end
