"""Where the site will stand: the `site_url` of mkdocs.yml, which is its one home."""

import re
from pathlib import Path

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from generator.errors import SiteError

_CONFIG = "mkdocs.yml"
_ADDRESS = re.compile(r"https?://[^\s\"'<>`\\|{}^?#]+")


# MkDocs' own reader of `!ENV`, on one that makes no objects; of any other tag nothing is made, for none is needed here.
_LOADER = get_yaml_loader(yaml.SafeLoader)
_LOADER.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def address(root: Path) -> str | None:
    """The web address of the site, with a slash at its end; None where none is stated.

    Raises:
        SiteError: mkdocs.yml cannot be read, or states what is no web address.
    """
    try:
        told = yaml.load((root / _CONFIG).read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SiteError(f"cannot be read: {error}", path=_CONFIG) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise SiteError(f"not YAML: {error.problem}", path=_CONFIG, line=line) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SiteError(f"cannot be read: {error}", path=_CONFIG) from error
    stated = told.get("site_url") if isinstance(told, dict) else None
    if not stated:
        return None
    if not isinstance(stated, str) or not _ADDRESS.fullmatch(stated):
        raise SiteError(
            f"site_url {stated!r} is no web address",
            path=_CONFIG,
            remedy="Give it as https://example.org/dossier/, or leave it out.",
        )
    return f"{stated.rstrip('/')}/"
