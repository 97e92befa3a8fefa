"""Which extractor and which language model made some facts, found out without loading the model."""

import functools
import hashlib
import importlib.util
import json
from importlib import resources
from pathlib import Path

from generator.errors import ModelError
from generator.model import Extractor, ModelPin

VERSION = "1"  # Raised whenever the same article and model give other facts than before.
# What stands in the files of the model that decides what it reads; the rest (licences, accuracy) may differ.
_IGNORED = frozenset({"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json"})


def default_pin() -> ModelPin:
    """The model that this version of the project was measured with (`generator/data/model.json`)."""
    told = json.loads(resources.files("generator").joinpath("data/model.json").read_text(encoding="utf-8"))
    return ModelPin(name=told["name"], version=told["version"], sha256=told["sha256"])


@functools.cache
def made_by(pin: ModelPin) -> Extractor:
    """What stands in the facts that this extractor makes with this model.

    Raises:
        ModelError: The model is not pinned, so that its files have to be asked, and it is not installed.
    """
    sha256 = pin.sha256 or model_digest(model_folder(pin.name))
    return Extractor(version=VERSION, model=f"{pin.name} {pin.version}", model_sha256=sha256)


def model_folder(name: str) -> Path:
    """The folder with the model's files.

    Raises:
        ModelError: No such model is installed.
    """
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            f"the language model {name!r} is not installed",
            remedy=f"Install it with `pip install {name.replace('_', '-')}`, or name another in dossier.yml.",
        )
    package = Path(next(iter(spec.submodule_search_locations)))
    folders = sorted(p.parent for p in package.glob("*/config.cfg"))
    if not folders:
        raise ModelError(f"the package {name!r} holds no spaCy model", path=str(package), remedy="Install it again.")
    return folders[0]


def model_digest(folder: Path) -> str:
    """SHA-256 over the model's files, by name and content, in lower-case hexadecimal."""
    total = hashlib.sha256()
    for file in sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in _IGNORED):
        name = file.relative_to(folder).as_posix()
        total.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
