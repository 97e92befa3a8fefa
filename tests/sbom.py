"""The bill of materials, made from the locks alone: `python -m tests.sbom` writes requirements/sbom.cdx.json anew.

CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). It has neither a time nor a serial number, so that the same
locks give the same bytes.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

TOP = Path(__file__).parent.parent
FILE = TOP / "requirements" / "sbom.cdx.json"
_PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>[^\\]+?))?(?: \\)?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"    # +(?:via )?(?P<name>[A-Za-z0-9._-]+)(?: \(.*\))?")

Json = dict[str, Any]


def written() -> str:
    """What the file has to hold."""
    return json.dumps(_bill(), indent=1, ensure_ascii=False) + "\n"


def _bill() -> Json:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]["name"]
    found = list(_components((TOP / "requirements" / "site.txt").read_text(encoding="utf-8")))
    names = [project, *dict.fromkeys(component["name"] for component, _ in found)]
    # A package may be locked in two versions, for two kinds of Python.
    refs = {name: [c["bom-ref"] for c, _ in found if c["name"] == name] or [name] for name in names}
    needs = {name: sorted({c["bom-ref"] for c, users in found if name in users}) for name in names}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": project, "name": project}},
        "components": [*(component for component, _ in found), _model([component for component, _ in found])],
        "dependencies": [{"ref": ref, "dependsOn": needs[name]} for name in names for ref in refs[name]],
    }


def _components(lock: str) -> Iterator[tuple[Json, list[str]]]:
    """Each package of the lock, and who needs it."""
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock):
        pin = _PIN.match(block)
        if pin is None:
            continue
        users = [m["name"] for line in block.splitlines() if (m := _VIA.fullmatch(line)) and m["name"] != "via"]
        purl = f"pkg:pypi/{pin['name']}@{pin['version']}"
        component: Json = {
            "type": "library", "bom-ref": purl, "name": pin["name"], "version": pin["version"], "purl": purl,
            "externalReferences": [
                {
                    "type": "distribution",
                    "url": f"https://pypi.org/project/{pin['name']}/{pin['version']}/",
                    "hashes": [{"alg": "SHA-256", "content": mark} for mark in sorted(_HASH.findall(block))],
                }
            ],
        }  # fmt: skip
        if pin["marker"]:
            component["properties"] = [{"name": "marker", "value": pin["marker"].strip()}]
        yield component, users


def _model(packages: Sequence[Json]) -> Json:
    """The weights within the model's package, by the hash that is looked at whenever they are loaded."""
    told = json.loads((TOP / "generator" / "data" / "model.json").read_text(encoding="utf-8"))
    package = next(p for p in packages if p["name"] == str(told["name"]).replace("_", "-"))
    return {
        "type": "machine-learning-model",
        "bom-ref": f"{package['bom-ref']}#model",
        "name": told["name"],
        "version": told["version"],
        "hashes": [{"alg": "SHA-256", "content": told["sha256"]}],
        "licenses": [{"license": {"id": told["license"]}}],
        "externalReferences": [{"type": "distribution", "url": told["source"]}],
    }


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
