"""Characters that cannot be seen, and words whose letters are not of one script."""

import re
import unicodedata

from generator.text import INVISIBLE

# Line feed and tab are blanks; every other control character is neither text nor blank.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_JOINER = re.compile(r"(?<![A-Za-zÀ-ɏ])[\u200c\u200d](?![A-Za-zÀ-ɏ])")
_BLANK = re.compile(r"\s+")
# Words with a letter outside the Latin blocks beside a Latin one.
_FOREIGN = "\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u2c80-\u2cff\uff21-\uff5a\U0001d400-\U0001d7cb"
_SUSPECT = re.compile(rf"\b(?=\w*[{_FOREIGN}])(?=\w*[A-Za-zÀ-ÖØ-öø-\u024f])\w+\b")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-\u024f]")
# Greek letters stand beside Latin ones in formulas (µm, ΔT); only those that look like a Latin letter deceive.
_GREEK_TWINS = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνοϲϳ")


def found(text: str) -> list[str]:
    """The invisible and control characters in the text, as "U+202E", each once, in order of code points."""
    marks = {*INVISIBLE.findall(text), *_CONTROL.findall(text)}
    return [f"U+{ord(c):04X}" for c in sorted(marks)]


def deceptive(text: str) -> list[str]:
    """Of what is `found` in the text, that which no honest text needs.

    Soft hyphens part words everywhere on the web, and joiners belong to emoji and to scripts other than the Latin one.
    """
    told = _JOINER.sub("", text.replace("\u00ad", ""))
    return found(told)


def plain(text: str) -> str:
    """The text on one line without what cannot be seen: blanks of any kind folded, other marks dropped."""
    return _BLANK.sub(" ", INVISIBLE.sub("", _CONTROL.sub("", text))).strip()


def mixed_scripts(text: str) -> list[tuple[str, str]]:
    """Words in which a letter of another script passes for a Latin one.

    Returns:
        Pairs of the word and the other script ("Cyrillic"), each word once, in order.
    """
    told: dict[str, str] = {}
    for word in _SUSPECT.findall(text):
        other = next((c for c in word if _deceives(c)), None)
        if other is not None:
            told.setdefault(word, unicodedata.name(other).split()[0].capitalize())
    return list(told.items())


def _deceives(letter: str) -> bool:
    if letter.isascii() or not letter.isalpha() or _LATIN.match(letter):
        return False
    script = unicodedata.name(letter, "").split(" ")[0]
    return letter in _GREEK_TWINS if script == "GREEK" else script not in ("", "MICRO", "LATIN")
