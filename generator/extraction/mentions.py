"""The names, descriptions and pronouns of an article, each with its kind: the model's entities mended by rule."""

from spacy.tokens import Doc

from generator import gazetteer, names
from generator.extraction.mentions_kinds import kinds
from generator.extraction.mentions_pieces import Piece, pieces
from generator.extraction.reading import Reading
from generator.model import ActorKind, Mention, MentionForm


def find_mentions(reading: Reading) -> tuple[Mention, ...]:
    """Everyone and everything that the article names, in the order of its text; whom they are is `group`'s to say.

    Returns:
        Mentions of all four forms; `actor` is None in each.
    """
    found = pieces(reading.doc)
    voted = kinds(reading.doc, found)
    mentions = [_mention(reading, piece, voted) for piece in found]
    return tuple(sorted(mentions, key=lambda m: (m.start, m.end)))


def _mention(reading: Reading, piece: Piece, voted: dict[str, ActorKind]) -> Mention:
    span = reading.of(reading.doc[piece.start : piece.end])
    kind = voted[names.identity(span.text)]
    return Mention(start=span.start, end=span.end, text=span.text, form=_form(span.text), kind=kind)


def _form(name: str) -> MentionForm:
    state = gazetteer.state_named(name)
    listed = gazetteer.organization_named(name)
    full = state.name if state else listed.name if listed else name
    return MentionForm.NAME if names.equal(full, name) and not names.is_acronym(name) else MentionForm.ALIAS
