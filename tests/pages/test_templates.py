"""Templates say what they were given, escaped, or nothing."""

from pathlib import Path

import jinja2
import pytest

from generator import pages
from generator.errors import SiteError
from generator.pages import templates
from generator.pages.templates import environment, rendered, template_root
from tests.pages.small import small


def _filled(source: str, **values: object) -> str:
    made = environment()
    return str(made.from_string(source).render(values))


@pytest.mark.parametrize("value", ["text", None, ["a"], True])
def test_what_was_not_escaped_is_refused(value: object) -> None:
    with pytest.raises(jinja2.TemplateRuntimeError, match="has not been escaped"):
        _filled("{{ value }}", value=value)


def test_filters_escape_for_their_place() -> None:
    assert _filled("{{ v|md }}", v="*a* [b](c)") == "&#42;a&#42; &#91;b&#93;&#40;c&#41;"
    assert _filled("{{ v|attr }}", v='"<') == "&#34;&#60;"
    assert _filled("{{ v|html }}", v="<b>") == "&lt;b&gt;"
    assert _filled("{{ v|yaml }}", v='a: "b" <i>') == '"a: &quot;b&quot; &lt;i&gt;"'
    assert _filled("{{ v }} {{ 1|count('page') }} {{ 1200|count('page') }}", v=3) == "3 1 page 1,200 pages"
    assert _filled("{{ 2|count('story', 'stories') }}") == "2 stories"


@pytest.mark.parametrize("value", ["javascript:alert(1)", "a b", 'x"y', "<"])
def test_addresses_are_made_of_safe_characters(value: str) -> None:
    with pytest.raises(jinja2.TemplateRuntimeError, match="no address"):
        _filled("{{ v|url }}", v=value)
    assert _filled("{{ v|url }}", v="../a/index.md#b-1") == "../a/index.md#b-1"


def test_outward_addresses_are_of_the_web() -> None:
    assert _filled("{{ v|outward }}", v="https://a.example/?b=1&c=2") == "https://a.example/?b=1&amp;c=2"
    with pytest.raises(jinja2.TemplateRuntimeError, match="no web address"):
        _filled("{{ v|outward }}", v="javascript:alert(1)")


def test_keys_are_words_of_the_generator() -> None:
    assert _filled("{{ v|key }}", v="d-st open") == "d-st open"
    with pytest.raises(jinja2.TemplateRuntimeError, match="no key"):
        _filled("{{ v|key }}", v='"onclick')


def test_what_a_template_was_not_given_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        _filled("{{ nothing }}")


def test_a_dossiers_own_template_wins(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page/method.md.j2").write_text("# Ours {{ words }}")
    files = pages.render(small(), overrides=tmp_path)
    assert files["method/index.md"] == b"# Ours 50\n"
    assert files["index.md"] == pages.render(small())["index.md"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{% if %}", "page/method.md.j2:1"),
        ("{{ title }}", "undefined"),
        ('{% include "nowhere.j2" %}', "'nowhere.j2' is missing"),
    ],
)
def test_a_faulty_template_is_named(tmp_path: Path, source: str, message: str) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page/method.md.j2").write_text(source)
    with pytest.raises(SiteError, match=message):
        pages.render(small(), overrides=tmp_path)


def test_a_missing_template_is_named() -> None:
    with pytest.raises(SiteError, match="'page/none' is missing"):
        rendered(environment(), "page/none", {})


def test_templates_are_found_in_the_checkout_and_their_loss_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert (template_root() / "assets/dossier.css").is_file()
    monkeypatch.setattr(templates, "__file__", str(tmp_path / "generator/pages/templates.py"))
    with pytest.raises(SiteError, match="templates are missing"):
        template_root()
