"""Which language a text is in, when no one says."""

import re
from functools import cache
from typing import Any

from generator.sources.data import shipped

# Fewer words than this tell too little: short English texts came out as other languages.
_FEWEST = 20
_SURE = 0.95
_ENOUGH = 1_200
# One word in six of English news is one of these, and none of any other language; so most articles need no model.
_COMMON = re.compile(r"\b(?:the|of|and|to|that|for|with|from|said)\b")
_ENOUGH_COMMON = 0.12
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _names() -> dict[str, str]:
    told: dict[str, str] = shipped("languages.yml")
    return told


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): code for code, name in _names().items()}


Identifier = Any  # py3langid gives no types


@cache
def _identifier() -> Identifier:
    # Imported here because it takes a third of a second, and most articles say their language or need no pages.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify(text: str) -> str | None:
    """The ISO 639 code of the language that the text is in, or None where the text is too short to tell.

    A text in another script than the Latin one is told by fewer words than a text in it.
    """
    sample = text[:_ENOUGH]
    letters = len(_LETTER.findall(sample))
    foreign = letters - len(_LATIN.findall(sample))
    words = len(sample.split())
    if letters < _FEWEST or (words < _FEWEST and foreign * 2 < letters):
        return None
    if len(_COMMON.findall(sample)) >= words * _ENOUGH_COMMON:
        return "en"
    code, sure = _identifier().classify(sample)
    return str(code) if sure >= _SURE else None


def name_of(tag: str) -> str:
    """The English name of a language by its BCP 47 tag; the tag itself where it is not known."""
    return _names().get(tag.split("-", 1)[0].lower(), tag)


def code_of(name: str) -> str | None:
    """The code of a language by its English name in any case; None where it is not known."""
    return _codes().get(name.casefold())


def is_english(tag: str | None) -> bool:
    """Whether the tag is English, or nothing is known against it."""
    return tag is None or tag.split("-")[0].lower() == "en"
