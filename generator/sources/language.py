"""Which language a text is in, when no one says."""

import re
from collections import Counter
from functools import cache
from typing import Any

from generator.sources.data import shipped

# Fewer letters, or words of a text in the Latin script, than this tell too little.
_FEWEST_LETTERS = 20
_FEWEST_WORDS = 10
# A text in the Latin script that has fewer words may be in English all the same if any of them is English.
_FEW_WORDS = 20
_SURE = 0.95
_HARDLY = 0.01
_ENOUGH = 1_200
_TAIL = 200  # Characters of a last piece that is looked at with the one before it.
# One word in seven of English news is one of these, and they are words of hardly any other language ("of" is Dutch as
# well, "for" and "to" are Danish); so most paragraphs need no model.
_COMMON = re.compile(r"\b(?:the|and|that|with|from|said|which|their|have|been|were|would|this|who|his|he|they)\b")
_ENOUGH_COMMON = 0.07
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

    A long text is looked at piece by piece, and is in English only if no piece is in another language.
    """
    starts = list(range(0, max(len(text), 1), _ENOUGH))
    if len(starts) > 1 and len(text) - starts[-1] < _TAIL:
        starts.pop()  # a picture's credit at the end tells nothing of the rest
    ends = [*starts[1:], len(text)]
    found = [_identify(text[at:end]) for at, end in zip(starts, ends, strict=True)]
    told = Counter(code for code in found if code is not None)
    others = Counter({code: n for code, n in told.items() if code != "en"})
    return next((code for code, _ in (others or told).most_common(1)), None)


def sounds_english(text: str) -> bool:
    """Whether a text too short to tell its language by holds one of the commonest English words."""
    return _COMMON.search(text) is not None


def _identify(sample: str) -> str | None:
    """The language of a sample.

    A text in another script than the Latin one is told by fewer words than a text in it, and is in the language
    that is the likeliest even where its neighbours are likely too: in English it is not.
    """
    letters = len(_LETTER.findall(sample))
    if letters < _FEWEST_LETTERS:
        return None
    if (letters - len(_LATIN.findall(sample))) * 2 > letters:
        return _likeliest(sample, sure=0.0)
    words, common = len(sample.split()), len(_COMMON.findall(sample))
    # Names tell where people come from, not what language they are spoken of in.
    plain = [w for w in sample.split() if not w[0].isupper()]
    if words < _FEWEST_WORDS or (words < _FEW_WORDS and common):
        return None
    if common >= words * _ENOUGH_COMMON:
        return "en"
    if sum(map(len, plain)) < _FEWEST_LETTERS:
        return None
    return _likeliest(" ".join(plain), sure=_SURE, hardly=_HARDLY if len(plain) >= _FEW_WORDS else 0.0)


def _likeliest(sample: str, *, sure: float, hardly: float = 0.0) -> str | None:
    """The likeliest language, if it is likely enough; or if English is hardly likely: it may be Danish or Norwegian."""
    likely = dict(_identifier().rank(sample))
    code = max(likely, key=lambda c: likely[c])
    return str(code) if likely[code] >= sure or likely["en"] < hardly else None


def name_of(tag: str) -> str:
    """The English name of a language by its BCP 47 tag; the tag itself where it is not known."""
    return _names().get(tag.split("-", 1)[0].lower(), tag)


def code_of(name: str) -> str | None:
    """The code of a language by its English name in any case; None where it is not known."""
    return _codes().get(name.casefold())
