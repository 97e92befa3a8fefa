"""A disk that is full at any moment: an error that says so, and the last good state."""

import contextlib
import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import SiteError
from tests.house import GAZETTE, HERALD, files_below, new_dossier, write_facts


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of a megabyte; only where a test may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_small_disk_that_runs_full_keeps_the_last_good_pages(small_disk: Path, tmp_path: Path) -> None:
    root = new_dossier(tmp_path / "dossier", {"herald": HERALD})
    pipeline.generate(root)
    (root / "seeds/gazette.txt").write_text(GAZETTE)
    write_facts(root)
    on_disk = small_disk / "dossier"
    shutil.copytree(root, on_disk)
    before = files_below(on_disk / "docs")
    filler = small_disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb") as file:
        while True:
            file.write(b"x" * 1_024)
            file.flush()
    with pytest.raises(SiteError, match=r"cannot be written.*No space left.*make room"):
        pipeline.generate(on_disk)
    assert files_below(on_disk / "docs") == before
    filler.unlink()
    pipeline.generate(on_disk)
    pipeline.generate(root)
    assert files_below(on_disk / "docs") == files_below(root / "docs")


@pytest.mark.parametrize("nth", [1, 2, 5, 9])
def test_no_room_for_the_nth_file_keeps_the_last_good_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    root = new_dossier(tmp_path / "dossier", {"herald": HERALD})
    pipeline.generate(root)
    before = files_below(root / "docs")
    (root / "seeds/gazette.txt").write_text(GAZETTE)
    write_facts(root)
    calls = 0

    def full(_handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls >= nth:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(SiteError, match="No space left"):
            pipeline.generate(root)
    assert files_below(root / "docs") == before
    assert pipeline.generate(root).written
    assert pipeline.generate(root).written == ()
