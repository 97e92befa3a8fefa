import pytest

from generator.errors import SourceError
from generator.sources.decode import decode

WORDS = "Señor Íñigo spoke in Łódź.\r\nThe board met.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
    ],
)
def test_text_is_read_by_its_mark_or_as_utf_8(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + WORDS.encode(encoding), path="a.txt")
    assert decoded.text == WORDS
    assert decoded.problems == ()


def test_windows_1252_is_read_with_a_warning() -> None:
    decoded = decode("The Café’s owner – Zoë – said “no”.".encode("cp1252"), path="a.txt")
    assert decoded.text == "The Café’s owner – Zoë – said “no”."
    (problem,) = decoded.problems
    assert problem.severity == "warning"
    assert str(problem).startswith("a.txt:1: not UTF-8 (byte 7); read as Windows-1252")


@pytest.mark.parametrize(
    "data",
    [
        b"He went on \xff\xfe\xc0\xaf foot.",
        "Порт закрыт до четверга".encode("cp1251"),
        "Lech Wałęsa spoke in Łódź".encode("cp1250"),
        "caf\u00e9".encode("latin-1") + b"\0",
        b"a \x81 b",
    ],
)
def test_any_other_encoding_is_refused_with_byte_and_line(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.txt:3: not UTF-8: byte \d+ is 0x"):
        decode(b"One.\n\n" + data, path="a.txt")


def test_a_broken_text_with_a_mark_is_refused() -> None:
    with pytest.raises(SourceError, match="not UTF-16-LE, which its first bytes say it is: byte 2"):
        decode(b"\xff\xfe\x00\xd8", path="a.txt")


def test_nul_characters_are_refused_with_their_line() -> None:
    with pytest.raises(SourceError, match=r"a\.txt:2: binary: a NUL character, number 5"):
        decode(b"One.\n\0Two.", path="a.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.7\n%\xe2", "PDF"), (b"PK\x03\x04rest", "ZIP"), (b"\x89PNG\r\n", "PNG"), (b"{\\rtf1 }", "RTF")],
)
def test_other_formats_are_told_by_their_bytes(data: bytes, kind: str) -> None:
    with pytest.raises(SourceError, match=f"binary: by its first bytes this is an? {kind}"):
        decode(data, path="a.txt")
