"""The files of a new dossier, from the package's templates."""

from pathlib import Path

from generator import __version__, text
from generator.pages.templates import template_root

# Names that tools would act upon in this project's own folders stand in the templates under plain ones.
_RENAMED = {"gitignore": ".gitignore", "gitattributes": ".gitattributes", "github": ".github"}


def files(title: str) -> dict[str, bytes]:
    """Path below the new dossier's folder to content."""
    home = template_root()
    made = {_renamed(p.relative_to(home / "new")): p.read_bytes() for p in _below(home / "new")}
    made |= {
        f"templates/theme/{p.relative_to(home / 'theme').as_posix()}": p.read_bytes() for p in _below(home / "theme")
    }
    made["templates/hooks.py"] = (home / "hooks.py").read_bytes()
    for path in ("dossier.yml", "mkdocs.yml", "requirements.txt"):
        made[path] = _filled(made[path], title)
    return made


def _filled(template: bytes, title: str) -> bytes:
    named = text.yaml(text.one_line(title)).encode()
    return template.replace(b"{{ title }}", named).replace(b"{{ version }}", __version__.encode())


def _renamed(path: Path) -> str:
    return "/".join(_RENAMED.get(part, part) for part in path.parts)


def _below(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
