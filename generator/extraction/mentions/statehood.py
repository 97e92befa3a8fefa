"""What says that an unlisted name is a state's, or at least a country's: only states have borders and ministers.

The gazetteer knows today's states; a text may speak of those of another time, or of none on any list.
"""

from collections.abc import Iterator

from generator import gazetteer
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.tokens import POSSESSIVES, folded, listed
from generator.extraction.parse import Doc

_REACH = 4  # tokens after a name in which what it owns may stand
# Before a state, with what stands before them.
_TIES = {
    "with": frozenset({"border", "borders", "war", "treaty"}),
    "to": frozenset({"ambassador", "envoy", "troops", "soldiers", "exports"}),
    "of": frozenset({"invasion", "annexation", "republic", "kingdom", "partition", "sovereignty", "independence"}),
}
_WARLORDS = frozenset({"army", "troops", "navy", "military", "territory"})  # what a person may be said to own
_RULING = frozenset({"president", "premier", "government", "parliament", "cabinet", "lawmakers", "citizens"})
_MINISTERS = frozenset({"prime", "foreign", "defence", "defense", "interior", "finance", "trade", "justice"})


def reasons(doc: Doc, piece: Piece) -> Iterator[float]:
    """The weights of all that speaks for a state around one occurrence of a name."""
    if rules(doc, piece):
        yield 1.0
    weight = _of_owned(doc, piece)
    if weight:
        yield weight
    if _is_tied(doc, piece):
        yield 2.0


def rules(doc: Doc, piece: Piece) -> bool:
    """As in "Ruritania's president", "Ruritania's government": whoever owns one is at least no person."""
    after = doc.tokens[piece.end : piece.end + 2]
    return len(after) > 1 and after[0].text in POSSESSIVES and after[1].lower_ in _RULING


def _of_owned(doc: Doc, piece: Piece) -> float:
    """As in "Ruritania's foreign minister", "the Ruritania border": what only a state has stands after the name."""
    after = [doc[i] for i in range(piece.end, min(len(doc), piece.end + _REACH))]
    owned = bool(after) and after[0].text in POSSESSIVES
    if not owned and not (piece.start and doc[piece.start - 1].lower_ == "the"):
        return 0.0
    for place, token in enumerate(after[1:] if owned else after):
        if token.pos_ not in ("NOUN", "ADJ", "PROPN") or not token.text.islower():
            break
        if listed(token, "of_states"):
            return 0.5 if owned and token.lower_ in _WARLORDS else 2.5
        if token.lower_ == "minister" and place > 0 and folded(doc[token.i - 1].text) in _MINISTERS:
            return 2.5
    return 0.0


def _is_tied(doc: Doc, piece: Piece) -> bool:
    """As in "the border with Ruritania", "ambassador to Ruritania", "the invasion of Ruritania"."""
    if piece.start < 2:
        return False
    nouns = _TIES.get(doc[piece.start - 1].lower_)
    return (
        nouns is not None
        and folded(doc[piece.start - 2].text) in nouns
        and gazetteer.gender_of(doc[piece.start].text) is None
    )


def adjectives(doc: Doc) -> frozenset[str]:
    """The words of the text in capitals that are adjectives of a people or a place: "Ruritanian"."""
    return frozenset(t.text for t in doc.tokens if t.text[:1].isupper() and (t.ent_type_ == "NORP" or t.pos_ == "ADJ"))
