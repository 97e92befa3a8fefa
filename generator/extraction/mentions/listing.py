"""Names that the gazetteer lists, found in a text."""

import functools
from collections.abc import Iterator

from generator import gazetteer, names
from generator.extraction.mentions.cover import Piece
from generator.extraction.mentions.tokens import capitals, folded, is_capital, is_common, is_measure, listed
from generator.extraction.parse import Doc, Token
from generator.model import ActorKind

_ARTICLES = frozenset({"the", "a", "an"})


def listed_names(doc: Doc) -> Iterator[Piece]:
    """Every name of a state, capital, organization or region, and every adjective of one, the longest first."""
    heads, phrases, openers = gazetteer.phrase_heads(), gazetteer.phrases(), gazetteer.phrase_openers()
    end = 0
    for i in capitals(doc):
        word = folded(doc.tokens[i].text)
        if i < end or word in _ARTICLES or gazetteer.opener(word) not in openers:
            continue
        longest = heads.get(word, 1)
        for j in range(min(len(doc), i + longest + 3), i, -1):
            text = doc.words(i, j)
            if gazetteer.key(text) in phrases and _fits_case(doc, i, j):
                yield Piece(i, j, listed_kind(text), "listed")
                end = j
                break


def _fits_case(doc: Doc, start: int, end: int) -> bool:
    """A listed word that is a common one too must look like a name here."""
    if end - start > 1:
        return is_capital(doc[end - 1])
    token = doc[start]
    if token.text == "West":
        return _the_west(token)
    if is_measure(token) or (is_common(token) and gazetteer.adjective_of(token.text) is None):
        return False
    if listed(token, "ambiguous") and token.is_sent_start:
        return False
    organization = gazetteer.organization_named(token.text)
    if organization is not None and (organization.media or token.is_sent_start) and not names.is_acronym(token.text):
        return token.pos_ == "PROPN"
    return not token.is_sent_start or token.pos_ in ("PROPN", "ADJ", "NOUN") or names.is_acronym(token.text)


def _the_west(token: Token) -> bool:
    """As in "The West" alone is a party; "the West Bank", "West of" and "West Virginia" are not."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return before == "the" and (
        after is None or not (after.text[:1].isupper() or after.lower_ == "of" or after.text == "-")
    )


@functools.lru_cache(maxsize=50_000)
def listed_kind(name: str) -> ActorKind | None:
    """The kind of a name that the gazetteer lists; None for one that it does not."""
    if state := gazetteer.state_named(name):
        return state.kind
    if gazetteer.seat_of(name) is not None:
        return ActorKind.STATE
    if gazetteer.organization_named(name):
        return ActorKind.ORGANIZATION
    if gazetteer.capital_of(name) or gazetteer.region_named(name):
        return ActorKind.PLACE
    if gazetteer.adjective_of(name) or gazetteer.people_of(name) or gazetteer.region_of(name):
        return ActorKind.PEOPLE
    return None
