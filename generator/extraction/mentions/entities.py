"""The language model's entities, trimmed at their edges and cut where it swallowed two names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator import gazetteer, names
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.listing import listed_kind
from generator.extraction.mentions.tokens import (
    MARKS,
    POSSESSIVES,
    folded,
    is_capital,
    is_common,
    is_measure,
    listed,
)
from generator.extraction.parse import Doc
from generator.gazetteer import words
from generator.model import ActorKind

LABELS = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANIZATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.FACILITY,
    "NORP": ActorKind.PEOPLE,
    "EVENT": ActorKind.EVENT,
    "WORK_OF_ART": ActorKind.WORK,
    "LAW": ActorKind.WORK,
    "PRODUCT": ActorKind.OTHER,
    "LANGUAGE": ActorKind.OTHER,
}
_OPENERS = frozenset({"the", "a", "an", "and", "of", "in", "by", "for", "its", "our", "their", "his", "her", "this"})
_CLOSERS = frozenset({"the", "a", "and", "of", "in", "for", "on", "who", "which", "at", "to"})
_PREFIXES = frozenset({"pro", "anti", "non", "ex", "post", "pre", "mid", "un", "trans"})
_FEW = 2  # words in capitals that may be a name by themselves
_LONGEST = 8  # tokens of the longest name that is worth looking up
# Possessors that belong to a name: "People's Daily", "Lord's Resistance Army".
_OWN = frozenset({"people", "women", "men", "children", "lord", "king", "queen", "world", "workers", "veterans"})


def entities(doc: Doc) -> Iterator[Piece]:
    """The entities of the kinds that matter, in the order of the text.

    Where a headline is set in capitals the model takes its verbs for names: what stands there must be known
    from elsewhere.
    """
    loud = shouted(doc)
    for entity in doc.ents:
        kind = LABELS.get(entity.label_)
        if kind is not None and entity.start not in loud:
            for piece in _parted(doc, Piece(entity.start, entity.end, kind, "model")):
                yield from trimmed(doc, piece)


def shouted(doc: Doc) -> frozenset[int]:
    """The tokens of sentences in capitals throughout; none where most of the text is so."""
    found: list[int] = []
    for sentence in doc.sents:
        loud = all(t.text.isupper() for t in sentence if t.is_alpha)
        if loud and sum(t.is_alpha for t in sentence) > _FEW:
            found += range(sentence.start, sentence.end)
    return frozenset(found) if 2 * len(found) < len(doc) else frozenset()


def _parted(doc: Doc, piece: Piece) -> Iterator[Piece]:
    """The entity cut where a line ends, after an inner possessor, and before another name."""
    start, last = piece.start, "same"
    for i in range(piece.start, piece.end):
        cut = _cut_at(doc, i, piece)
        if cut:
            yield Piece(start, i + 1, piece.kind if cut == "same" else None, piece.source)
            start, last = i + 1, cut
    if start < piece.end:
        kind = piece.kind if last == "same" or piece.kind is ActorKind.PERSON else None
        yield Piece(start, piece.end, kind, piece.source)


def _cut_at(doc: Doc, i: int, piece: Piece) -> str:
    """Whether a name ends at the token: "same" when what stands before it keeps the entity's kind."""
    token = doc[i]
    if token.is_space or token.text in ("/", "|", ";", "•"):
        return "same"
    if i + 1 >= piece.end:
        return ""
    if _is_against(doc, i, piece):
        return "other"
    if _place_then_person(doc, i, piece):
        return "other"
    return _cut_inside(doc, i, piece) if i > piece.start else ""


def _is_against(doc: Doc, i: int, piece: Piece) -> bool:
    """The "Moscow" of "Anti-Moscow Georgian Dream", where the entity begins with it or with what stands before it."""
    first = piece.start + 2 if doc[piece.start].lower_ in _PREFIXES else piece.start
    if i != first or i < 2 or doc[i - 1].text != "-" or doc[i - 2].lower_ not in ("pro", "anti", "ex"):
        return False
    return is_capital(doc[i + 1]) and gazetteer.is_listed(doc[i].text)


def _cut_inside(doc: Doc, i: int, piece: Piece) -> str:
    """The same for a token that neither begins nor ends the entity."""
    token, follower = doc[i], doc[i + 1]
    if token.text in ("–", "—"):
        return "same" if token.whitespace_ and doc[i - 1].whitespace_ else ""
    if token.text == ",":
        return "same" if _comma_parts(doc, i, piece) else ""
    if not is_capital(follower):
        return ""
    if token.text == "-":
        return "other" if _joins_two(doc, i, piece) else ""
    if token.text in ("'s", "’s"):
        return "other" if _owns_another(doc, i, piece) else ""
    if token.lower_ == "of":
        return "other" if _person_of(doc, piece.start, i) else ""
    return "same" if token.lower_ == "the" and doc[i - 1].text[:1].isupper() else ""


def _joins_two(doc: Doc, i: int, piece: Piece) -> bool:
    """As in "Acme-Air Force talks", "Oslo - Acme": two known names on either side of a hyphen."""
    left, right = doc[max(piece.start, i - _LONGEST) : i].text, doc[i + 1 : piece.end]
    if piece.kind is ActorKind.PEOPLE or not _is_known(left):
        return False  # "African-Americans" are one people.
    apart = bool(doc[i - 1].whitespace_ and doc[i].whitespace_)
    return apart or _is_known(right.text) or all(listed(t, "offices") for t in right)


def _is_known(name: str) -> bool:
    return listed_kind(name) is not None or gazetteer.place_state(name) is not None


def _comma_parts(doc: Doc, i: int, piece: Piece) -> bool:
    """Whether the comma stands between two names, and not within one."""
    if piece.kind is ActorKind.ORGANIZATION:
        return is_office_word(doc[i - 1].text) and is_capital(doc[i + 1])
    if piece.kind is ActorKind.PLACE:
        short = piece.end - piece.start <= 2 * _LONGEST
        return not short or gazetteer.key(doc[piece.start : piece.end].text) not in gazetteer.phrases()
    return piece.kind is ActorKind.PERSON and folded(doc[i + 1].text).strip(".") not in ("jr", "sr")


def _owns_another(doc: Doc, i: int, piece: Piece) -> bool:
    """As in "Labour's Jane Smith", "Putin's Kremlin" are two names; "People's Daily" is one."""
    if folded(doc[i - 1].text) in _OWN:
        return False
    left = doc[max(piece.start, i - _LONGEST) : i].text
    if gazetteer.is_listed(left) or names.is_acronym(left) or gazetteer.gender_of(doc[i + 1].text) is not None:
        return True
    return listed(doc[i - 1], "organization_last") or piece.kind is ActorKind.PERSON


def _person_of(doc: Doc, start: int, of: int) -> bool:
    """As in "Jane Smith of Acme Labs": a given name and a surname before "of"."""
    return (
        of - start in (2, 3) and gazetteer.gender_of(doc[start].text) is not None and not listed(doc[start], "titles")
    )


def _place_then_person(doc: Doc, i: int, piece: Piece) -> bool:
    """As in "Minister for Norway Jane Smith": a state or region, then a given name."""
    # What is cheap comes first: an entity of thousands of tokens must not be looked up at each of them.
    if i - piece.start >= _LONGEST or piece.end - i <= 2 or gazetteer.gender_of(doc[i + 1].text) is None:
        return False
    left = doc[piece.start : i + 1].text
    return gazetteer.state_named(left) is not None or gazetteer.region_named(left) is not None


def trimmed(doc: Doc, piece: Piece) -> Iterator[Piece]:
    """The piece without marks, articles, titles and possessives at its edges; nothing when no name is left."""
    start, end = _edges(doc, piece.start, piece.end)
    while end - start > 1 and (
        listed(doc[end - 1], "captions") or listed(doc[end - 1], "calendar") or is_score(doc[end - 1].text)
    ):
        start, end = _edges(doc, start, end - 1)
    if piece.kind in (ActorKind.PERSON, None):
        while (
            start < end - 1 and _is_title(doc, start) and is_capital(doc[start + 1]) and not is_regnal(doc, start, end)
        ):
            start, end = _edges(doc, start + 1, end)
    if piece.kind is ActorKind.ORGANIZATION and _titled_person(doc, start, end):
        while listed(doc[start], "titles"):
            start += 1
        piece = replace(piece, kind=ActorKind.PERSON)
    elif piece.kind is ActorKind.ORGANIZATION:
        while end - start > 1 and listed(doc[end - 1], "titles") and not _is_office(doc, start, end):
            end -= 1
    named = any(is_capital(t) or t.text[:1].isdigit() for t in doc[start:end])
    if named and not _is_no_name(doc, start, end):
        yield replace(piece, start=start, end=end)


def is_regnal(doc: Doc, start: int, end: int) -> bool:
    """As in "Pope John", "King Charles III": a title that a lone name cannot go without."""
    rest = doc[start + 1 : end]
    if not listed(doc[start], "regnal") or not doc[start].text[:1].isupper():
        return False
    return len(rest) == 1 or (len(rest) == 2 and set(rest[1].text) <= set("IVX"))


def _titled_person(doc: Doc, start: int, end: int) -> bool:
    """An "organization" that is a title and a surname: "Special Adviser Jones", "Spokeswoman Jane Doe"."""
    i = start
    while i < end and listed(doc[i], "titles"):
        i += 1
    rest = doc[i:end]
    if i == start or not 1 <= len(rest) <= 3 or not all(t.text[:1].isupper() and t.is_alpha for t in rest):
        return False
    if folded(doc[i - 1].text) == "general" and gazetteer.gender_of(rest[0].text) is None:
        return False
    return not is_office_word(rest[-1].text) and not any(names.is_acronym(t.text) for t in rest)


def _is_title(doc: Doc, i: int) -> bool:
    return listed(doc[i], "honorifics") or listed(doc[i], "titles")


def _is_office(doc: Doc, start: int, end: int) -> bool:
    """As in "Office of the Director": a role at the end that belongs to the name."""
    return doc[end - 2].lower_ in ("the", "of") and folded(doc[start].text) in ("office", "court", "house")


def _edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and _opens(doc, start, end):
        start += 1
    while start < end and _closes(doc, end - 1):
        end -= 1
    return start, end


def _opens(doc: Doc, i: int, end: int) -> bool:
    token = doc[i]
    if token.is_space or token.text in MARKS or token.lower_ in _OPENERS:
        return True
    if i + 1 >= end:
        return False
    # "pro-EU", "first European Union", "Following German": the name begins after it.
    if token.lower_ in _PREFIXES and doc[i + 1].text == "-":
        return True
    if token.text.islower() and token.is_alpha and token.lower_ not in names.PARTICLES:
        return doc[i + 1].text != "-" or token.lower_ in _PREFIXES
    return bool(token.is_sent_start) and token.pos_ in ("ADP", "SCONJ", "CCONJ", "ADV") and is_capital(doc[i + 1])


def _closes(doc: Doc, i: int) -> bool:
    token = doc[i]
    return token.is_space or token.text in MARKS or token.text in POSSESSIVES or token.lower_ in _CLOSERS


def _is_no_name(doc: Doc, start: int, end: int) -> bool:
    if end - start > 1:
        if doc[end - 1].text == "I":
            return True
        plain = (listed(t, "calendar") or t.like_num or is_common(t) or is_measure(t) for t in doc[start:end])
        return all(plain)
    token = doc[start]
    if token.is_sent_start and token.pos_ in ("INTJ", "ADV", "VERB", "AUX", "PRON", "SCONJ", "ADP"):
        return gazetteer.gender_of(token.text) is None
    if listed(token, "calendar") or token.text[:1].isdigit() or is_common(token) or is_measure(token):
        return True
    return token.text.startswith(("http", "www.", "@", "#"))


def is_score(text: str) -> bool:
    """Whether the word is a result: "4-6", "2–1"."""
    return re.fullmatch(r"\d+[–-]\d+", text) is not None


def is_office_word(text: str) -> bool:
    """Whether the word ends the name of an organization ("Ministry", "Agency")."""
    return folded(text) in words("actors", "organization_last")
