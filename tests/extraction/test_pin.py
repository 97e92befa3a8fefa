"""The language model is the pinned one, or it is not read with."""

import shutil
from pathlib import Path

import pytest

from generator.errors import ModelError
from generator.extraction import language_model
from generator.extraction.language_model import load_model
from generator.extraction.pin import default_pin, model_digest, model_folder


def _change(folder: Path) -> None:
    weights = max((p for p in folder.rglob("*") if p.is_file()), key=lambda p: p.stat().st_size)
    data = bytearray(weights.read_bytes())
    data[len(data) // 2] ^= 1
    weights.write_bytes(data)


def _add(folder: Path) -> None:
    (folder / "more.py").write_text("print('read')")


def _rename(folder: Path) -> None:
    (folder / "tokenizer").rename(folder / "tokenizer2")


@pytest.mark.parametrize("tamper", [_change, _add, _rename])
def test_a_model_with_one_changed_bit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tamper: object
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(model_folder(default_pin().name), folder)
    assert model_digest(folder) == default_pin().sha256
    assert callable(tamper)
    tamper(folder)
    monkeypatch.setattr(language_model, "model_folder", lambda _: folder)
    with pytest.raises(ModelError, match="is not the pinned one: its SHA-256 is"):
        load_model.__wrapped__(default_pin())
