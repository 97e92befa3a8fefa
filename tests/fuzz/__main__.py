"""Fuzz one target with atheris: `python -m tests.fuzz TARGET [CORPUS] [-max_total_time=600 ...]`.

atheris is the extra `fuzz`. What libFuzzer takes as arguments is passed on to it; a finding is written to
the current folder as `crash-...`, and goes into `tests/fuzz/corpus/TARGET/` with its mending.
"""

import importlib
import sys
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"


def main(name: str, options: list[str]) -> None:
    """Fuzz the target until the time is up or something is found."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["generator", "frontmatter", "trafilatura"]):
        targets = importlib.import_module("tests.fuzz.targets").TARGETS
    folders = [o for o in options if not o.startswith("-")] or [str(CORPUS / name)]
    atheris.Setup([name, *folders, *(o for o in options if o.startswith("-"))], targets[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
