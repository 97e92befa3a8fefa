"""The one place that loads the language model: pinned, verified by hash, loaded once a process."""

import functools
import hashlib
import importlib.util
import json
from importlib import resources
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from generator.errors import ModelError
from generator.model import ModelPin

# What stands in the files of the model that decides what it reads; the rest (licences, accuracy) may differ.
_IGNORED = frozenset({"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json"})
PARAGRAPHS = "dossier_paragraphs"


def default_pin() -> ModelPin:
    """The model that this version of the project was measured with (`generator/data/model.json`)."""
    told = json.loads(resources.files("generator").joinpath("data/model.json").read_text(encoding="utf-8"))
    return ModelPin(name=told["name"], version=told["version"], sha256=told["sha256"])


def model_folder(name: str) -> Path:
    """The folder with the model's files.

    Raises:
        ModelError: No such model is installed.
    """
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(
            f"the language model {name!r} is not installed",
            remedy=f"Install it with `pip install {name.replace('_', '-')}`, or name another in dossier.yml under `model:`.",
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


@functools.cache
def load_model(pin: ModelPin) -> Language:
    """The spaCy pipeline, verified against its pin, which never splits a sentence's start from its paragraph's.

    Raises:
        ModelError: It is missing, or its files are not the pinned ones.
    """
    folder = model_folder(pin.name)
    found = model_digest(folder)
    if pin.sha256 is not None and found != pin.sha256:
        raise ModelError(
            f"the language model {pin.name!r} is not the pinned one: its SHA-256 is {found}, not {pin.sha256}",
            path=str(folder),
            remedy=f"Install the pinned version with `pip install --force-reinstall {pin.name.replace('_', '-')}=={pin.version}`.",
        )
    nlp = spacy.load(folder)
    nlp.add_pipe(PARAGRAPHS, first=True)
    return nlp


@Language.component(PARAGRAPHS)
def _start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """No sentence runs over a paragraph's end: headlines and captions often lack a full stop.

    A single line feed before a small letter is a line wrapped by hand, not a paragraph's end.
    """
    for token in doc[:-1]:
        follower = doc[token.i + 1]
        if token.is_space and (token.text.count("\n") > 1 or ("\n" in token.text and not follower.text[:1].islower())):
            follower.is_sent_start = True
        elif token.is_space and "\n" in token.text:
            follower.is_sent_start = False
    return doc
