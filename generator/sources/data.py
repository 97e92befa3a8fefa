"""The lists that ship with the package (`generator/data/`)."""

from importlib.resources import files
from typing import Any

import yaml

Listed = Any  # whatever the file holds; our own files, checked by the tests


def shipped(name: str) -> Listed:
    """What the YAML file of that name in `generator/data/` holds."""
    text = files("generator").joinpath("data", name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  both are safe
