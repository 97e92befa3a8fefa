"""Descriptions of persons by their office: "the Kremlin chief", "the chief executive of Acme", "The President"."""

from collections.abc import Iterator, Sequence

from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.tokens import POSSESSIVES, is_capital, listed
from generator.extraction.parse import Doc, Token
from generator.model import ActorKind

_DETERMINERS = frozenset({"the", "this", "that", "his", "her", "its", "their", "our"})
_LEFT = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_LONGEST = 9


def offices(doc: Doc, found: Sequence[Piece]) -> Iterator[Piece]:
    """Phrases that mean one person by an office, in the order of the text.

    A phrase is definite ("the", a possessor) or names whose office it is; one that stands right before a
    person's name is that name's title, and is left to it, unless an organization's name begins it.
    """
    starts = {p.start for p in found}
    covered = {i: p for p in found for i in range(p.start, p.end)}
    end = 0
    for token in doc:
        if token.i < end or not _is_head(token):
            continue
        start, definite = _left(token)
        stop = _complement(token, covered)
        if _of_a_place(doc, stop):
            continue
        named = any(i in covered for i in range(start, stop)) and start < stop - 1
        before = stop in starts and covered[stop].kind in (ActorKind.PERSON, None)
        name = covered.get(token.i)
        if name is not None and (name.kind is not ActorKind.ORGANIZATION or token.i + 1 < name.end):
            continue
        if before and not _of_organization(token, start, covered):
            continue
        if (definite and _stands_free(token, stop)) or (named and (stop > token.i + 1 or is_capital(token))):
            yield Piece(start, stop, ActorKind.PERSON, "office")
            end = stop


def _of_a_place(doc: Doc, stop: int) -> bool:
    """As in "the sheriff's office": no person, but where one works."""
    return (
        stop + 1 < len(doc)
        and doc[stop].text in POSSESSIVES
        and doc[stop + 1].lower_ in ("office", "department", "bureau", "residence", "palace", "house")
    )


def _of_organization(token: Token, start: int, covered: dict[int, Piece]) -> bool:
    """As in "Acme CEO" Jane Doe: a title in capitals right after the name of an organization or a state."""
    owner = covered.get(start)
    return token.text[:1].isupper() and owner is not None and owner.kind is not ActorKind.PERSON


def _is_head(token: Token) -> bool:
    """Whether the token is the last word of an office."""
    if token.tag_ not in ("NN", "NNP") or not listed(token, "roles"):
        return False
    if token.text == "General" and not (token.i and listed(token.nbor(-1), "titles")):
        return False
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is None or not (after.text == "-" or listed(after, "roles") or after.lower_ in ("general", "elect"))


def _stands_free(token: Token, stop: int) -> bool:
    """Whether the office is not a part of something else, or said of someone as news."""
    if token.dep_ in ("compound", "attr", "amod"):
        return False
    after = token.doc[stop] if stop < len(token.doc) else None
    return after is None or not (after.pos_ in ("NOUN", "PROPN") and token.head.i == after.i)


def _left(token: Token) -> tuple[int, bool]:
    """Where the phrase begins, and whether it is definite."""
    doc, start = token.doc, token.i
    for i in range(token.i - 1, max(-1, token.i - _LONGEST), -1):
        word = doc[i]
        if word.lower_ in _DETERMINERS:
            return i, True
        if word.text in ("'s", "’s") or (word.text in ("'", "’") and doc[i - 1].text.endswith("s")):
            return _possessor(doc, i), True
        joined = word.lower_ == "and" and i and listed(doc[i - 1], "roles")
        if not (word.pos_ in _LEFT or word.text == "-" or joined) or word.is_space or word.lower_ in ("a", "an"):
            break
        start = i
    return start, False


def _possessor(doc: Doc, mark: int) -> int:
    start = mark
    while start and (doc[start - 1].text[:1].isupper() or doc[start - 1].text == "-") and mark - start < 5:
        start -= 1
    if start and doc[start - 1].lower_ == "the":
        start -= 1
    return start


def _complement(token: Token, covered: dict[int, Piece]) -> int:
    """Where the phrase ends: after the name in "of …", "for …" or "at …", if one follows."""
    doc, i = token.doc, token.i + 1
    if i >= len(doc) or doc[i].lower_ not in ("of", "for", "at"):
        return i
    last = i
    for j in range(i + 1, min(len(doc), i + _LONGEST)):
        word = doc[j]
        if j > i + 1 and j in covered and covered[j].kind is ActorKind.PERSON:
            break
        if listed(word, "calendar"):
            break
        if is_capital(word) and word.pos_ in ("PROPN", "ADJ", "NOUN"):
            last = j + 1
        elif not (word.lower_ in ("the", "of", "for", "and", "&", "-") or word.pos_ in ("NOUN", "ADJ")):
            break
    return max(i, last)
