"""The package as it is installed: it makes a dossier from the wheel alone, with the sources out of reach."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house import GAZETTE, HERALD, new_dossier

TOP = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*command, str(TOP)], check=True, capture_output=True, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return target


def test_the_wheel_holds_the_package_with_its_data_and_templates_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {n.split("/")[0] for n in names} == {"generator", next(n for n in names if ".dist-info" in n).split("/")[0]}
    for name in ("data/model.json", "templates/hooks.py", "templates/new/gitignore", "templates/new/mkdocs.yml"):
        assert f"generator/{name}" in names
    assert {f"generator/{n}" for n in _files("templates")} <= set(names)
    assert set(_files("generator")) <= set(names)


def _files(folder: str) -> list[str]:
    """The files below the folder, without what tools keep beside them."""
    found = (p.relative_to(TOP) for p in (TOP / folder).rglob("*") if p.is_file())
    return [p.as_posix() for p in found if not any(x.startswith((".", "__pycache__")) for x in p.parts)]


def test_a_dossier_is_made_from_the_wheel_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    env["PYTHONPATH"] = str(installed)

    def run(*command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command], capture_output=True, text=True, env=env, cwd=tmp_path, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = "import generator, generator.pages.templates as t; print(generator.__file__, t.template_root())"
    assert [Path(p).is_relative_to(installed) for p in run("-c", where).split()] == [True, True]
    run("-m", "generator", "new", "x")
    for name, text in (("herald", HERALD), ("gazette", GAZETTE)):
        (tmp_path / f"x/seeds/{name}.txt").write_text(text)
    given = new_dossier(tmp_path / "given")
    (given / "seeds/facts").rename(tmp_path / "x/seeds/facts")
    run("-m", "generator", "build", "--root", "x")
    page = (tmp_path / "x/site/sources/herald/index.html").read_text()
    assert "Ruritania sends tanks to Freedonia" in page
    run("-m", "generator", "check", "--quick", "--root", "x")
    assert not list((tmp_path / "x").rglob("*.tmp"))


@pytest.mark.model
def test_an_article_is_read_by_the_model_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))} | {"PYTHONPATH": str(installed)}
    (tmp_path / "a.txt").write_text(HERALD)
    command = [sys.executable, "-m", "generator", "facts", "a.txt"]
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert '"40 tanks"' in done.stdout
