"""Words whose letters are not of one script: a Cyrillic letter that passes for a Latin one makes a twin of a name."""

import re
import unicodedata

# Words with a letter outside the Latin blocks beside a Latin one.
_FOREIGN = "\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u13a0-\u13ff\u2c80-\u2cff\uff21-\uff5a\U0001d400-\U0001d7cb"
_SUSPECT = re.compile(rf"\b(?=\w*[{_FOREIGN}])(?=\w*[A-Za-zÀ-ÖØ-öø-\u024f])\w+\b")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-\u024f]")
# Greek letters stand beside Latin ones in formulas (µm, ΔT); only those that look like a Latin letter deceive.
_GREEK_TWINS = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνοϲϳ")


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
