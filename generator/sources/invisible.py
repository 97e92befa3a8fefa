"""Characters that cannot be seen."""

import re

from generator.text import INVISIBLE

# Line feed and tab are blanks; every other control character is neither text nor blank.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_JOINER = re.compile(r"(?<![A-Za-zÀ-ɏ])[\u200c\u200d](?![A-Za-zÀ-ɏ])")
_BLANK = re.compile(r"\s+")


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
