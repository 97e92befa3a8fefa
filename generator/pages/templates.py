"""Where the templates are, and the environment that they are rendered in.

Templates hold wording and layout. Nothing leaves them unescaped: an expression whose value is a plain
string, a None or anything else that did not go through one of the filters here is an error, so that no
template, a dossier's own included, can let an article's words through as markup by forgetting.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from generator import text
from generator.errors import SiteError

# What an address on the site is made of; everything in it was made by `text.slug` or is a claim's id.
_ADDRESS = re.compile(r"[A-Za-z0-9./#_-]*")
_OUTWARD = re.compile(r"https?://[^\s\"'<>`\\|{}^]+")


def template_root() -> Path:
    """The folder of the templates: inside the installed package, or at the top of a checkout.

    Raises:
        SiteError: Neither is there.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "page").is_dir():
            return folder
    raise SiteError("the templates are missing", path=str(package / "templates"), remedy="Install the package again.")


@cache
def environment(overrides: Path | None = None) -> jinja2.Environment:
    """The environment of the templates; those under `overrides` win over the package's."""
    folders = [overrides, template_root()] if overrides else [template_root()]
    made = jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(f) for f in folders]),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "md": lambda value: Markup(text.markdown(value)),  # noqa: S704 - escaped just here
        "attr": lambda value: Markup(text.attribute(value)),  # noqa: S704
        "html": lambda value: Markup(text.html(value)),  # noqa: S704
        "yaml": lambda value: Markup(text.yaml(text.html(value))),  # noqa: S704
        "linked": lambda value: Markup(text.yaml(text.json_for_html(value))),  # noqa: S704
        "url": _address,
        "served": _served,
        "outward": _outward,
        "count": _count,
        "key": _key,
    }
    return made


def rendered(made: jinja2.Environment, name: str, values: Mapping[str, object]) -> str:
    """The template filled with the values.

    Raises:
        SiteError: The template is missing, is not valid, or uses what it was not given.
    """
    try:
        return made.get_template(name).render(values)
    except jinja2.TemplateSyntaxError as error:
        raise SiteError(f"template: {error.message}", path=error.filename or name, line=error.lineno) from error
    except jinja2.TemplateNotFound as error:
        raise SiteError(f"template {error.name!r} is missing", remedy="Install the package again.") from error
    except jinja2.TemplateError as error:
        raise SiteError(f"template: {error.message}", path=name) from error


def _finished(value: object) -> object:
    if isinstance(value, Markup | int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, jinja2.Undefined):
        str(value)
    raise jinja2.TemplateRuntimeError(f"{value!r} has not been escaped: put it through md, attr, html, yaml or url")


def _address(value: str) -> Markup:
    if not _ADDRESS.fullmatch(value):
        raise jinja2.TemplateRuntimeError(f"{value!r} is no address of this site")
    return Markup(value)  # noqa: S704 - of safe characters only


def _served(value: str) -> Markup:
    """A page's address as it is once the site is built, for files that MkDocs copies as they are."""
    return _address(re.sub(r"\.md(?=#|$)", ".html", value))


def _outward(value: str) -> Markup:
    if not _OUTWARD.fullmatch(value):
        raise jinja2.TemplateRuntimeError(f"{value!r} is no web address")
    return Markup(text.html(value))  # noqa: S704


def _count(number: int, one: str, many: str = "") -> Markup:
    """The number with its noun: `2|count("article")` is "2 articles"."""
    noun = one if number == 1 else (many or f"{one}s")
    return Markup(f"{number:,} {noun}")  # noqa: S704 - the noun is a template's own


def _key(value: str) -> Markup:
    """A word of the generator's own for a class or data attribute: letters, digits, blanks, hyphens."""
    if not re.fullmatch(r"[a-z0-9 _./-]*", value):
        raise jinja2.TemplateRuntimeError(f"{value!r} is no key")
    return Markup(value)  # noqa: S704
