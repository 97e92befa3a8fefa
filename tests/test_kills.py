"""A run that is killed loses nothing, and the next one ends as a clean one would: a few kills here, more by hand."""

import random
from pathlib import Path

import pytest

from tests import kills
from tests.house import GAZETTE, HERALD, new_dossier


@pytest.mark.slow
@pytest.mark.parametrize("command", ["generate", "extract"])
def test_a_killed_run_loses_nothing(tmp_path: Path, command: str) -> None:
    articles = {f"h{n}": HERALD.replace("40 tanks", f"{n} tanks") for n in range(7)}
    root = new_dossier(tmp_path / "dossier", articles | {"herald": HERALD, "gazette": GAZETTE})
    trials = kills.prepare(root, command, tmp_path / "trials")
    chance = random.Random(7)
    for n in range(4):
        kills.run(trials, chance, writing=n != 0, whole=n == 0)
