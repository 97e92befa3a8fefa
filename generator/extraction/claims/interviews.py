"""Answers of an interview that is printed as question and answer: their I is not the article's."""

import re
from collections.abc import Iterator, Sequence

from generator.extraction.claims.scene import Range, Scene

_LEAST = 3  # So many questions, each followed by somebody who speaks of himself, make an interview.
_LONGEST = 400  # Characters of a question; a longer paragraph that ends in one is an essay.
_FIRST_PERSON = re.compile(r"(?<![\w’'])(?:I|I['’]m|I['’]ve|me|my|we|we['’]re|us|our)(?![\w])", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


def answers(scene: Scene) -> tuple[Range, ...]:
    """The paragraphs that answer a question set in front of them, in order; none where the article is no interview."""
    asked = [_asks(scene.text[a:b]) for a, b in scene.paragraphs]
    turns = list(_turns(scene, asked))
    own = [turn for turn in turns if any(_speaks_of_himself(scene.text[a:b]) for a, b in turn)]
    if len(own) < _LEAST or 2 * len(own) < len(turns):
        return ()
    return tuple(paragraph for turn in turns for paragraph in _said(scene, turn))


def _asks(paragraph: str) -> bool:
    words = paragraph.strip()
    return words.endswith("?") and len(words) <= _LONGEST and words[0] not in '“"‘'


def _speaks_of_himself(paragraph: str) -> bool:
    return _FIRST_PERSON.search(_QUOTED.sub("", paragraph)) is not None


def _turns(scene: Scene, asked: Sequence[bool]) -> Iterator[list[Range]]:
    """What stands between one question and the next."""
    turn: list[Range] | None = None
    for paragraph, question in zip(scene.paragraphs, asked, strict=True):
        if question:
            if turn:
                yield turn
            turn = []
        elif turn is not None:
            turn.append(paragraph)
    if turn:
        yield turn


def _said(scene: Scene, turn: Sequence[Range]) -> Iterator[Range]:
    """The answer itself, and what goes on in the first person; a caption or the writer's word between is none."""
    for place, (start, end) in enumerate(turn):
        if place == 0 or _speaks_of_himself(scene.text[start:end]):
            yield start, end
