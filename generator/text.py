"""Pure functions on text: comparing it, naming files after it, escaping it.

Everything that comes from an article is hostile until it went through one of the escaping functions
here: `markdown` into a Markdown page, `attribute` into a Markdown link title or HTML attribute, `html`
into HTML or SVG, `yaml` into front matter, `json_for_html` into a script element, `csv_cell` into a
spreadsheet, `slug` into a file name or anchor, `one_line` into a message. Each has its one home here
and is used everywhere.
"""

import functools
import hashlib
import html as _html
import json
import re
import unicodedata
from collections.abc import Mapping

# Bidirectional overrides and isolates, zero-width characters, and other invisible format characters turn
# a sentence round or make twins of a name. They are shown as their code point, never obeyed.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0e"
    "\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANK = re.compile(r"\s+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
# Every ASCII character that Markdown or one of its extensions gives a meaning to, wherever it stands.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~=^:&\"'$@!+/()%]|(?<![^\s])[-.](?=\s|-|$)|(?<=\d)[.](?=\s)|--+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|index|search|assets|sitemap|404|readme)", re.IGNORECASE)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_SLUG_LENGTH = 80


def visible(text: str) -> str:
    """The text with what cannot be seen made visible: U+202E shows as ⟨U+202E⟩.

    Line feeds and tabs stay; carriage returns and every other control character are shown.
    """
    shown = _CONTROL.sub(_code_point, text.replace("\r\n", "\n"))
    return INVISIBLE.sub(_code_point, shown.replace("\r", "\n"))


def _code_point(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"


def one_line(text: str) -> str:
    """The text on one line, safe for a terminal: blanks folded, control characters made visible."""
    return _BLANK.sub(" ", visible(text)).strip()


def html(text: str) -> str:
    """The text for HTML or SVG, as content or inside a quoted attribute."""
    return _html.escape(visible(text), quote=True)


def attribute(text: str) -> str:
    """The text for a quoted attribute or a Markdown link title: one line, and nothing in it is markup."""
    return markdown(text)


def markdown(text: str) -> str:
    """The text for a line of a Markdown page, in which it means nothing but itself.

    Characters with a meaning to Markdown or to any extension become numeric entities, which every
    Markdown renderer shows as the characters and none reads as markup. Blanks are folded, so that the
    text cannot leave its paragraph, table cell or list item.
    """
    return _MARKUP.sub(_entities, one_line(text))


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(c)};" for c in match[0])


def yaml(text: str) -> str:
    """The text as a YAML scalar. JSON strings are YAML, and no text can leave one."""
    return json.dumps(visible(text), ensure_ascii=False)


def json_for_html(value: object) -> str:
    """The value as JSON that may stand inside a script element: `<`, `>` and `&` are escaped."""
    told = json.dumps(shown(value), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def shown(value: object) -> object:
    """The value with what cannot be seen in its strings made visible."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Mapping):
        return {visible(str(key)): shown(inner) for key, inner in value.items()}
    return [shown(inner) for inner in value] if isinstance(value, list | tuple) else value


def csv_cell(text: str) -> str:
    """The text for a CSV cell, which no spreadsheet takes for a formula (quoting is the writer's).

    Source: OWASP, "CSV Injection": a cell that begins with = + - @, a tab or a carriage return.
    """
    shown = visible(text)
    return f"'{shown}" if shown.lstrip()[:1] in ("=", "+", "-", "@", "\t", "|", "%") else shown


def slug(text: str) -> str:
    """A name for a file, an address or an anchor: lower-case ASCII letters, digits and hyphens.

    Accents are dropped. A text without a Latin letter or digit, one that is too long, or one whose name
    some system reserves gets a piece of its hash, so that different texts keep different slugs.

    Returns:
        1 to 80 characters, never beginning or ending with a hyphen.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if name and len(name) <= _SLUG_LENGTH and not _RESERVED.fullmatch(name):
        return name
    mark = digest(text)[:8]
    return f"{name[: _SLUG_LENGTH - 9].strip('-')}-{mark}".strip("-") if name else f"x-{mark}"


def digest(text: str | bytes) -> str:
    """The SHA-256 of the bytes, or of the text's UTF-8 bytes, in lower-case hexadecimal."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return hashlib.sha256(data).hexdigest()


def straight(text: str) -> str:
    """The text with typographic quotation marks made straight, character for character (same length)."""
    return text.translate(_QUOTES)


def _without_accents(found: re.Match[str]) -> str:
    return "".join(c for c in found[0] if not unicodedata.combining(c))


@functools.lru_cache(maxsize=1 << 16)  # Weaving asks for the same names and phrases again and again.
def fold(text: str) -> str:
    """The text for comparing: straight quotes, no accents, lower case, blanks folded."""
    kept = straight(text)
    if not kept.isascii():  # Most of English is, and then there is nothing to take off.
        kept = _BEYOND_ASCII.sub(_without_accents, unicodedata.normalize("NFKD", kept))
    return _BLANK.sub(" ", kept).strip().casefold()


def squash(name: str) -> str:
    """A name for comparing spellings: folded, without blanks, hyphens, dots and apostrophes.

    "Shin Won-sik" and "Shin Wonsik" squash to the same.
    """
    return re.sub(r"[\W_]+", "", fold(name))


def word_count(text: str) -> int:
    """The number of words: runs of letters and digits with inner apostrophes, dots and hyphens."""
    return len(re.findall(r"\w+(?:[’'.,-]\w+)*", text))
