"""The marks of Markdown taken out of a line: what a reader of the rendered page would not see as text."""

import re

_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_LEAD = re.compile(r"\A(?:(?:>[ \t]?){1,20}|[-*+][ \t]+(?=\S))")
# Every repetition is bounded and none can match in two ways, so that hostile text costs no time.
_TARGET = r"\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:[ \t]+\"[^\"]{0,300}\")?\)"
_PICTURE = re.compile(rf"!\[[^\[\]]{{0,400}}\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]]{{1,400}})\]{_TARGET}")
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,400})(?<=[^\s*])\1(?![\w*])")
_UNDERSCORED = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_\n]{1,400})(?<=[^\s_])\1(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def without_marks(line: str) -> tuple[str, tuple[str, ...]]:
    """The line as it reads when it is rendered, and the marks that say something and were taken out.

    Returns:
        The text, and the pictures and addresses of links as they stood.
    """
    gone: list[str] = []

    def picture(match: re.Match[str]) -> str:
        gone.append(match[0])
        return ""

    def link(match: re.Match[str]) -> str:
        gone.append(match[0][len(match[1]) + 2 :])
        return match[1]

    heading = _HEADING.fullmatch(line)
    text = heading[1] if heading else _LEAD.sub("", line, count=1)
    text = _LINK.sub(link, _PICTURE.sub(picture, text))
    text = _UNDERSCORED.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", text).strip(), tuple(gone)


def is_title(line: str) -> bool:
    """Whether the line is a heading of the first level."""
    return re.match(r"#[ \t]+\S", line) is not None
