"""More hostile seeds of the kinds that `cases.py` has: what a stranger would try next."""

import gzip
import json

from tests.hostile.cases import Case, Expect

_BODY_END = " @T stood in the paper, the clerk said."
_HTML_TEXT = b"<p>The mill @T was closed on Monday for repairs, and its owners said so on Friday to all.</p>"


def _page(
    case: str, head: bytes, body: bytes = b"", *, expect: Expect = "accept", says: str = "", never: tuple[str, ...] = ()
) -> Case:
    article = b"<article><h1>Notes @T</h1>" + body + _HTML_TEXT + b"</article>"
    whole = b"<html><head>" + head + b"</head><body>" + article + b"</body></html>"
    return Case(id=case, expect=expect, says=says, files={f"{case}.html": whole}, never=never)


def _linked(value: object) -> bytes:
    return b'<script type="application/ld+json">' + json.dumps(value).encode() + b"</script>"


_TITLES = (
    ("title-meta", '"><meta http-equiv=refresh content="0;url=//zxmeta.example"> @T'),
    ("title-feed", "]]></title></entry><entry><title> &#0; &#xD800; @T"),
    ("title-backslash", "The end \\"),
    ("title-scheme", "javascript:alert(document.domain)//@T"),
    ("title-comment", "<!-- @T"),
    ("title-plus", '+HYPERLINK("//e.example";"x") @T'),
    ("title-claim-id", "c0123456789ab f0123456789ab @T"),
    ("title-hebrew", "הטחנה נסגרה @T 2024"),
    ("title-option", "</option></select><select onfocus=alert(1) autofocus><option> @T"),
    ("title-backtick", "``` @T"),
    ("title-list", "1. @T"),
    ("title-tab", "a\tb | @T"),
    ("title-glob", "$(touch zx) `touch zx` ; touch zx && * ? ~ %PATH% @T"),
)
_BODIES = (
    ("body-base", "<base href=//e.example/><link rel=stylesheet href=//e.example/x.css><style>*{display:none}</style>"),
    ("body-frame", "<iframe srcdoc='<script>x()</script>'></iframe><object data=//e.example></object><embed src=x>"),
    ("body-math", "<math><mtext><table><mglyph><style><img src=x onerror=x()></style></mglyph></table></mtext></math>"),
    ("body-template", "<template><script>alert(1)</script></template><noscript><p title='</noscript><img src=x>'>"),
    ("body-form", "<form action=//e.example><input name=q autofocus onfocus=alert(1)><button>Go</button></form>"),
    ("body-tabs", '=== "One"\n\n    In @T\n\n/// details | open\nIn\n///\n\n::: generator.text\n\n!!! danger\n    Out'),
    ("body-mermaid", '```mermaid\ngraph TD; A-->B; click A "javascript:alert(1)"\n```'),
    ("body-tasks", "- [x] done @T\n- [ ] open\n\n| a | b |\n|---|---|\n| <b>c</b> | [d](//e.example) |"),
    ("body-quote-nest", "The clerk said: " + "\u201che said \u2018" * 1_000 + "no" + "\u2019\u201d" * 1_000),
    ("body-said-that", "The clerk " + "said that the mayor " * 1_500 + "was ill."),
    ("body-paragraphs", "\n\n".join(f"The clerk wrote line {i}." for i in range(2_000))),
    ("body-utf7", "+ADw-script+AD4-alert(1)+ADw-/script+AD4- and \\u003cscript\\u003e and %3Cscript%3E"),
    ("body-fullwidth", "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e and \u2039b\u203a and \u226ei\u226f"),
    ("body-md-image-ref", "![x][a] <http://e.example> <mailto:a@e.example>\n\n[a]: http://e.example/a.png"),
    ("body-md-details", "??? note open\n    In @T\n\n<details open><summary>x</summary>y</details>"),
)  # fmt: skip

MORE: tuple[Case, ...] = (
    *(Case(id=i, fields={"title": t}, seen=(t,) if "@T" in t else ()) for i, t in _TITLES),
    *(Case(id=i, body=b if "\n\n" in b else b + _BODY_END) for i, b in _BODIES),
    # ---- fields
    Case(id="authors-many", fields={"authors": [f"Writer {i}" for i in range(3_000)]}),
    Case(id="authors-mapping", expect="warn", says="author", fields={"authors": {"a": "b"}}),
    Case(id="publisher-long", fields={"publisher": "The Lark " * 2_000}),
    Case(id="publisher-bidi", expect="warn", says="U\\+202E", fields={"publisher": "The \u202ekraL"}),
    *(
        Case(id=f"date-{name}", expect="warn", says="date", fields={"published": told})
        for name, told in (
            ("zero", "0000-00-00"),
            ("month", "2024-13-01"),
            ("minus", "-1"),
        )
    ),
    Case(id="title-mapping", expect="warn", says="title", fields={"title": {"a": "b"}}),
    Case(id="language-path", expect="warn", says="language", fields={"language": "../../en"}),
    Case(
        id="language-false",
        expect="warn",
        says="looks French",
        body="Le maire a déclaré lundi que le moulin resterait fermé. " * 20 + "@T.",
    ),
    # ---- encodings
    *(
        Case(
            id=f"enc-{name}", expect="reject", says="binary|NUL|not UTF|encod|control", files={f"enc-{name}.txt": data}
        )
        for name, data in (
            ("gzip", gzip.compress(b"The mill was closed on Monday." * 9, mtime=0)),
            ("jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x02\x03" * 9),
            ("sqlite", b"SQLite format 3\x00 The mill was closed on Monday."),
        )
    ),
    Case(id="enc-hangul-filler", expect="warn", says="invisible", body="Ada\u3164Quill @T spoke on Monday, she said."),
    Case(id="enc-greek-twin", expect="warn", says="mixed scripts", body="\u0391da Quill @T spoke, the clerk said."),
    # ---- HTML
    _page("html-meta", b'<meta property="og:title" content="<script>zx()</script>"><meta name=author content="<b>A">'),
    _page("html-canonical", b'<link rel=canonical href="javascript:zxcanon()">', never=("zxcanon",)),
    _page("html-linked-broken", b'<script type="application/ld+json">{"headline": "x</script>'),
    _page("html-linked-deep", b'<script type="application/ld+json">' + b"[" * 5_000 + b"</script>"),
    _page("html-linked-types", _linked({"@type": "NewsArticle", "headline": ["a"], "author": 7, "datePublished": {}})),
    _page("html-charset", b"<meta charset=utf-7><meta http-equiv=Content-Type content='text/html; charset=zx'>"),
    _page(
        "html-many-attributes",
        b"",
        b"<p " + b" ".join(b"a%d=1" % i for i in range(20_000)) + b">The barn.</p>",
        expect="reject",
        says="1,000 attributes",
    ),
    _page("html-tables", b"", b"<table><tr><td>" * 1_500 + b"The barn was open." + b"</td></tr></table>" * 1_500),
    _page("html-plaintext", b"", b"<noscript><p>zxnoscript</p></noscript><template><p>zxtemplate</p></template>"),
)
