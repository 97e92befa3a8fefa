"""What is asked of single tokens again and again while names are looked for."""

import functools
import re

from generator import gazetteer
from generator.extraction.parse import Doc, Token
from generator.gazetteer import words
from generator.text import fold

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s"})
MARKS = frozenset("\"“”‘’'`´()[]{}«»,;:.!?-–—/*#|…<>@+=_~^")

_CURRENCY = 3  # letters of a state before its dollar
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)


@functools.lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """The token's text for looking it up: remembered, since the same words come again and again."""
    return fold(text)


def listed(token: Token, name: str) -> bool:
    """Whether the token stands in a word list of `data/actors.yml`."""
    return folded(token.text) in words("actors", name)


def is_capital(token: Token) -> bool:
    """Whether the token is written as a name is."""
    return is_written_as_name(token.text)


def is_written_as_name(text: str) -> bool:
    """Whether the word has a capital first, or one inside ("al-Qaida", "iPhone")."""
    return text[:1].isupper() or (text[:1].isalpha() and not text.islower() and any(c.isupper() for c in text))


def capitals(doc: Doc) -> list[int]:
    """The indexes of the tokens with a capital letter: where names may begin."""
    return [i for i, token in enumerate(doc) if not (text := token.text).islower() and is_written_as_name(text)]


def is_common(token: Token) -> bool:
    """Whether the word is capitalised for its place only: "The", "However", "Image"."""
    if token.text.isupper() and folded(token.text) in ("us", "who", "is", "it"):
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        alone = token.text in ("US", "WHO") and after is not None and not after.text.isupper() and after.text != "?"
        return token.pos_ != "PROPN" and not alone
    return listed(token, "common") and gazetteer.adjective_of(token.text) is None


def is_measure(token: Token) -> bool:
    """Whether the capitals are of an abbreviation that names nobody: "TV", "CEO", "GDP", "US$"."""
    after = token.doc[token.i + 1].text[:1] if token.i + 1 < len(token.doc) else ""
    if "$" in token.text or (after == "$" and token.text.isupper() and len(token.text) <= _CURRENCY):
        return True
    return token.text.isupper() and folded(token.text).replace(".", "") in words("actors", "abbreviations")


def is_model(token: Token) -> bool:
    """Whether the word looks like a product's: letters with digits ("DC-9"), or a small letter first ("iPod")."""
    text = token.text
    if gazetteer.key(text) in gazetteer.phrases() or _ORDINAL.fullmatch(text):
        return False
    return (any(c.isdigit() for c in text) and text[:1].isalnum()) or (text[:1].islower() and text[1:2].isupper())
