"""The bytes of a seed file as text: by its mark or as UTF-8, never with a character replaced in silence."""

import codecs
import re
from dataclasses import dataclass

from generator.errors import Problem, SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a file is by its first bytes, whatever its name says.
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (such as a Word document)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CONVERT = "Save it as plain UTF-8 text."
# Windows-1252 shows itself by letters inside words and by its typographic marks; anything else that is high
# is another encoding, whose names would come out as rubble.
_LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöùúûüýÿŒœŠšŽžŸØø"
_WESTERN = re.compile(rf"[\x00-\x7f{_LETTERS}‘’“”–—…•€£§©®°«»¿¡ºª\xa0]*")
# Halves of UTF-16 characters written as if they were whole: broken UTF-8, though its bytes could pass for letters.
_HALF = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_RUN = re.compile(rf"[{_LETTERS}]{{3}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file, and what has to be said about how it was read."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, *, path: str) -> Decoded:
    """The text that the bytes hold; a byte order mark is no part of it.

    Raises:
        SourceError: The bytes are no text, or none whose encoding is sure; with byte and line.
    """
    kind = next((told for signature, told in _SIGNATURES if data.startswith(signature)), None)
    if kind is not None:
        raise SourceError(f"binary: by its first bytes this is {kind}, not text", path=path, remedy=_CONVERT)
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if mark:
            message = f"not {encoding.upper()}, which its first bytes say it is: byte {len(mark) + error.start}"
            raise SourceError(message, path=path, remedy=_CONVERT) from error
        return _western(data, error, path)
    if "\0" in text:
        at = text.index("\0")
        line = text.count("\n", 0, at) + 1
        raise SourceError(f"binary: a NUL character, number {at} of the file", path=path, line=line, remedy=_CONVERT)
    # Files put together from others begin with several marks.
    return Decoded(text=text.lstrip("\ufeff"))


def _western(data: bytes, error: UnicodeDecodeError, path: str) -> Decoded:
    line = data.count(b"\n", 0, error.start) + 1
    text = data.decode("cp1252", "replace")
    if b"\0" in data or _HALF.search(data) or _RUN.search(text) or not _WESTERN.fullmatch(text):
        told = f"not UTF-8: byte {error.start} is 0x{data[error.start]:02x} ({error.reason})"
        raise SourceError(told, path=path, line=line, remedy=_CONVERT)
    problem = Problem(
        message=f"not UTF-8 (byte {error.start}); read as Windows-1252 (cp1252, Latin-1), so accents may be wrong",
        path=path,
        line=line,
        remedy=_CONVERT,
        severity="warning",
    )
    return Decoded(text=text, problems=(problem,))
