"""Cues that no rule weighs, for those who look for a claim under them."""

from collections.abc import Iterator

from generator.extraction.claims.lexicon import Lexicon, lexicon
from generator.extraction.claims.scene import Scene
from generator.extraction.parse import Token
from generator.model import Note, NoteKind


def unread_cues(scene: Scene) -> Iterator[Note]:
    """The verbs of saying and thinking that stand within quotation marks, where a cue is the speaker's own."""
    words = lexicon()
    for token in scene.doc:
        if scene.quoted[token.i] and _is_cue(token, words):
            yield Note(
                kind=NoteKind.REJECTED,
                topic="claim",
                start=token.idx,
                end=token.idx + len(token.text),
                text=token.text,
                rule="verb",
                reason="it stands within quotation marks: who is quoted says it",
            )


def _is_cue(token: Token, words: Lexicon) -> bool:
    return words.verb(token) is not None and token.dep_ not in ("aux", "auxpass", "amod", "compound")
