import pytest

from generator.errors import SourceError
from generator.sources.page import Page, read

BODY = "".join(
    f"<p>{s}</p>"
    for s in (
        "The ferries will sail again from Monday, the harbour board said, after the storm broke the east quay.",
        "Its chair, Tessa Quillfeather, told residents that prices will stay as they are for two more years.",
        "“We had no choice but to wait,” she said of the repairs, which took more than forty days in all.",
    )
)
LINKED = (
    '{"@context": "https://schema.org", "@graph": [{"@type": ["WebPage"]}, {"@type": "NewsArticle", '
    '"headline": "Ferries sail &amp; sell | The Quay Post", "datePublished": "2024-11-20T09:00:00Z", '
    '"inLanguage": "en-GB", '
    '"publisher": {"@type": "Organization", "name": "The Quay Post"}, "author": [{"name": "Ida Moss"}, "Olin Reed"], '
    '"license": "CC BY 4.0", "url": "https://quay.example/ferries"}]}'
)


def page(head: str = "", *, body: str = BODY, html: str = "<html>") -> Page:
    text = (
        f"<!doctype html>{html}<head>{head}</head><body><nav><a href='/'>Home of the Post</a></nav>"
        f"<div id='cookie'>We value your privacy</div><article><h1>Ferries sail again</h1>{body}<figure><img>"
        "<figcaption>The east quay. (Ida Moss, Quay Post)</figcaption></figure></article>"
        "<aside>Most read: soups</aside><footer>All rights</footer></body></html>"
    )
    return read(text, path="a.html")


def test_the_article_is_taken_out_of_its_page() -> None:
    told = page()
    lines = told.text.split("\n\n")
    assert lines[0] == "Ferries sail again"
    assert lines[1].startswith("The ferries will sail again")
    assert lines[-1] == "The east quay. (Ida Moss, Quay Post)"
    assert told.captions == frozenset(lines[-1:])
    for word in ("Home", "privacy", "soups", "rights"):
        assert word not in told.text


def test_linked_data_states_the_article() -> None:
    stated = page(f'<script type="application/ld+json">{LINKED}</script>').stated
    assert stated.title == "Ferries sail & sell"
    assert stated.publisher == "The Quay Post"
    assert stated.published == "2024-11-20"
    assert stated.authors == ("Ida Moss", "Olin Reed")
    assert stated.language == "en-GB"
    assert stated.license == "CC BY 4.0"
    assert stated.url == "https://quay.example/ferries"


def test_meta_elements_state_the_article() -> None:
    told = page(
        '<title>x</title><meta property="og:title" content="Ferries &lt;b&gt; sail - BBC News">'
        '<meta property="og:site_name" content="BBC">'
        '<meta property="article:published_time" content="2024-11-20T09:00Z">'
        '<meta name="author" content="Ida Moss"><meta name="empty" content=""><link rel="canonical" href="https://bbc.example/1">'
        '<link rel="icon" href="x.ico">',
        html='<html lang="en">',
    )
    stated = told.stated
    assert (stated.title, stated.publisher, stated.published) == ("Ferries <b> sail", "BBC", "2024-11-20")
    assert (stated.authors, stated.url, stated.language) == (("Ida Moss",), "https://bbc.example/1", "en")


def test_a_byline_and_a_single_time_are_read_from_the_page() -> None:
    body = (
        "<div class='article-Byline'>By <a href='/ida'>Ida Moss</a></div><time datetime='2024-11-20T09:00'>x</time>"
        + BODY
    )
    told = page(body=body)
    assert told.text.split("\n\n")[1] == "By Ida Moss"
    assert told.stated.published == "2024-11-20"
    assert page(body=body + "<time datetime='2024-11-21'>y</time>").stated.published is None
    assert page(body="<time>09:00</time>" + BODY).stated.published is None


def test_items_of_lists_are_lines_and_directions_are_told() -> None:
    told = page(body=BODY + "<ul><li>The &#8238;list\u200b holds</li><li>ten mills.</li></ul>")
    assert "\n\nThe list holds\n\nten mills.\n\n" in told.text
    (problem,) = told.problems
    assert str(problem) == "a.html: invisible or direction characters U+202E; left out of what is read"
    assert page().problems == ()


def test_a_bare_page_states_its_heading_alone() -> None:
    stated = page(html='<html lang="the English one">').stated
    assert stated.title == "Ferries sail again"
    assert (stated.publisher, stated.published, stated.url, stated.language) == (None, None, None, None)
    assert stated.authors == ()


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[" * 100_000,
        "[1, null]",
        '{"@type": "Thing"}',
        '{"@type": 7}',
        '{"@type": "NewsArticle", "author": {"name": 7}}',
    ],
)
def test_broken_linked_data_states_nothing(script: str) -> None:
    stated = page(f'<script type="application/ld+json">{script}</script><script>var x = 1</script>').stated
    assert (stated.title, stated.authors) == ("Ferries sail again", ())


def test_a_date_that_is_none_is_told() -> None:
    told = page('<meta property="article:published_time" content="03/04/2024">')
    assert told.stated.published is None
    assert "the page's date '03/04/2024' is ambiguous" in str(told.problems[0])


def test_an_address_of_another_scheme_is_left_out() -> None:
    assert page('<link rel="canonical" href="javascript:alert(1)">').stated.url is None


@pytest.mark.parametrize(
    "html", ["", "Just text without a tag.", "<html><head><title>x</title></head><body></body></html>", "\0"]
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(SourceError, match=r"a\.html: no text of an article was found|cannot be read"):
        read(html, path="a.html")


def test_a_crowded_page_is_refused_before_it_costs_time() -> None:
    with pytest.raises(SourceError, match=r"too large: 30,0\d\d elements"):
        page(body="<i>x</i>" * 30_000)
    attributes = " ".join(f"a{i}" for i in range(3_000))
    with pytest.raises(SourceError, match=r"a\.html:1: an HTML tag is too long: more than 1,000 attributes"):
        page(body=f"<p {attributes}>x</p>")
    words = "word " * 3_000
    assert page(body=f"<p title='{words}' data-x=\"{words}\">x</p>{BODY}").text
