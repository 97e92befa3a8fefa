"""The names, descriptions and pronouns of an article, each with its kind: the model's entities mended by rule."""

from collections.abc import Iterator

from generator import gazetteer, names
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.kinds import kinds
from generator.extraction.mentions.nested import owners_within
from generator.extraction.mentions.offices import offices
from generator.extraction.mentions.pieces import pieces
from generator.extraction.mentions.references import agencies, colloquial, compass_states, pronouns
from generator.extraction.mentions.runs import surnames
from generator.extraction.parse import Doc
from generator.extraction.reading import Reading
from generator.model import ActorKind, Mention, MentionForm


def find_mentions(reading: Reading) -> tuple[Mention, ...]:
    """Everyone and everything that the article names, in the order of its text; whom they are is `group`'s to say.

    Names do not overlap, but for the state within an office's ("US" in "US State Department"); a description may
    hold a name ("the Kremlin chief").

    Returns:
        Mentions of all four forms, by start and then end; `actor` is None in each.
    """
    found = pieces(reading.doc)
    voted = kinds(reading.doc, found)
    late = [p for p in found if p.kind is not ActorKind.PERSON and voted[_identity(reading, p)] is ActorKind.PERSON]
    for piece in surnames(reading.doc, late, found):
        found.append(piece)
        voted.setdefault(_identity(reading, piece), ActorKind.PERSON)
    found.sort(key=lambda p: p.start)
    mentions = [_named(reading, piece, voted) for piece in found]
    owners = [o for p in found for o in owners_within(reading.doc, p, voted)]
    mentions += [_mention(reading, o, MentionForm.ALIAS, o.kind) for o in owners]
    mentions += [_mention(reading, piece, form, piece.kind) for piece, form in _references(reading.doc, found)]
    return tuple(sorted(mentions, key=lambda m: (m.start, m.end)))


def _identity(reading: Reading, piece: Piece) -> str:
    return names.identity(reading.doc.words(piece.start, piece.end))


def _named(reading: Reading, piece: Piece, voted: dict[str, ActorKind]) -> Mention:
    text = reading.doc.words(piece.start, piece.end)
    return _mention(reading, piece, _form(text), voted[_identity(reading, piece)])


def _mention(reading: Reading, piece: Piece, form: MentionForm, kind: ActorKind | None) -> Mention:
    span = reading.of(reading.doc[piece.start : piece.end])
    return Mention(start=span.start, end=span.end, text=span.text, form=form, kind=kind or ActorKind.OTHER)


def _form(name: str) -> MentionForm:
    state = gazetteer.state_named(name)
    listed = gazetteer.organization_named(name)
    full = state.name if state else listed.name if listed else name
    return MentionForm.NAME if names.equal(full, name) and not names.is_acronym(name) else MentionForm.ALIAS


def _references(doc: Doc, found: list[Piece]) -> Iterator[tuple[Piece, MentionForm]]:
    taken = {i for p in found for i in range(p.start, p.end)}
    for state in compass_states(doc, found):
        for piece in colloquial(doc, state):
            if taken.isdisjoint(range(piece.start, piece.end)):
                plain = piece.end - piece.start == 2
                yield piece, MentionForm.ALIAS if plain else MentionForm.DESCRIPTION
    kinds_at = {p.start: p.kind for p in found}
    for piece in offices(doc, found):
        # A title in capitals is used as a name: "The President said". Before the name itself a state's office only
        # describes: it has had other holders.
        states = piece.end in kinds_at and kinds_at.get(piece.start) is not ActorKind.ORGANIZATION
        capital = doc[piece.end - 1].text[:1].isupper() and not states
        yield piece, MentionForm.ALIAS if capital else MentionForm.DESCRIPTION
    for piece in agencies(doc):
        if piece.end - 1 not in taken:
            yield piece, MentionForm.DESCRIPTION
    for piece in pronouns(doc):
        yield piece, MentionForm.PRONOUN
