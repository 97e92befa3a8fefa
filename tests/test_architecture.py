"""The house keeps to its plan: rooms, floors, what may print, what is written down."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests import commands_page

TOP = Path(__file__).parent.parent
PACKAGE = TOP / "generator"
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "__pycache__" not in p.parts)


def name_of(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    return names | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_every_room_stands_on_the_plan_and_on_the_architecture_page() -> None:
    settings = tomllib.loads((TOP / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    placed = {name.strip() for layer in settings["layers"] for name in layer.split("|")} | {"__main__", "__init__"}
    rooms = {p.stem for p in PACKAGE.glob("*.py")} | {p.parent.name for p in PACKAGE.glob("*/__init__.py")}
    assert rooms <= placed
    told = (TOP / "docs/project/architecture.md").read_text()
    assert [room for room in sorted(rooms - {"__init__"}) if not re.search(rf"\b{room}\b", told)] == []


@pytest.mark.parametrize("path", [p for p in MODULES if "extraction" not in p.parts], ids=name_of)
def test_spacy_is_known_to_extraction_alone(path: Path) -> None:
    assert not any(name.split(".")[0] in ("spacy", "thinc") for name in imports_of(path))


_COPIERS = ("language_model.py", "parse.py")


@pytest.mark.parametrize("path", [p for p in MODULES if p.name not in _COPIERS], ids=name_of)
def test_spacys_tokens_are_known_to_the_copier_of_the_parse_alone(path: Path) -> None:
    assert not any(name.startswith(("spacy.tokens", "spacy.attrs")) for name in imports_of(path))


@pytest.mark.parametrize("path", [p for p in MODULES if "cli" not in p.parts], ids=name_of)
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    calls = [n.func for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    told = {f"{f.value.id}.{f.attr}" for f in calls if isinstance(f, ast.Attribute) and isinstance(f.value, ast.Name)}
    assert not told & {"sys.exit", "click.echo", "os._exit", "sys.stdout", "sys.stderr"}
    assert not {f.id for f in calls if isinstance(f, ast.Name)} & {"print", "exit", "quit"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_too_long_to_read_at_once(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350


def test_importing_the_package_does_no_work_and_loads_no_model() -> None:
    program = "import sys, generator.cli, generator.hook; print('spacy' in sys.modules, 'trafilatura' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"


def test_the_page_of_commands_is_what_help_prints() -> None:
    assert commands_page.PAGE.read_text(encoding="utf-8") == commands_page.page(), "run `make docs`"


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]
    every = [*project["dependencies"], *project["optional-dependencies"]["test"], "hatchling", "editables"]
    told = (TOP / "docs/project/dependencies.md").read_text().lower()
    names = [re.split(r"[<>=~\[ ]", name)[0].lower() for name in every]
    assert [name for name in names if f"`{name}`" not in told] == []


def test_the_locks_hold_every_dependency_by_hash_and_no_address() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]
    for file, names in (
        ("site.txt", project["dependencies"]),
        ("test.txt", [*project["dependencies"], *project["optional-dependencies"]["test"]]),
    ):
        told = (TOP / "requirements" / file).read_text()
        locked = set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", told, re.MULTILINE))
        wanted = {re.split(r"[<>=~\[ ]", n)[0].lower().replace("_", "-") for n in names} | {"hatchling", "editables"}
        assert wanted <= locked
        assert not re.search(r"://|--index|--find-links|file:", told)
        blocks = re.split(r"\n(?=[a-z0-9])", told)
        assert all("--hash=sha256:" in block for block in blocks if "==" in block.split("\n")[0])


WORKFLOWS = sorted([*TOP.glob(".github/workflows/*.yml"), *TOP.glob("templates/new/github/workflows/*.yml")])


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_workflows_pin_what_they_use_and_ask_for_little(path: Path) -> None:
    told = path.read_text()
    used = re.findall(r"uses: (\S+)", told)
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name in used)
    assert "permissions: {}" in told
    assert "contents: write" not in told


@pytest.mark.parametrize("name", ["architecture", "facts", "curation", "settings", "commands", "dependencies"])
def test_links_between_the_projects_own_pages_land(name: str) -> None:
    page = TOP / "docs" / "project" / f"{name}.md"
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target
