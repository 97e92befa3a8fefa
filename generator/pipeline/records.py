"""The facts that are already there: committed under seeds/facts/, or kept in the cache of this machine."""

import functools
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import msgspec

from generator.contract import dump_file, load_file
from generator.errors import DossierError, FactsError, Problem
from generator.model import Article, Extractor, Facts
from generator.text import digest

_FOLDER = "seeds/facts"
_LONGEST_NAME = 200  # Bytes: file systems allow 255, and what copies files adds to names.
_LARGEST = 64_000_000  # Bytes: no article within the limits has facts of such a size.
_REMEDY = "Run `dossier extract` to make it anew."


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What a dossier's facts files hold.

    Attributes:
        usable: Article id to facts that were made from exactly this article by exactly this extractor.
        current: Article id to facts that an article of the dossier has at all, made by whomever.
        problems: What is wrong with the files.
        orphans: Names of sound facts files whose article is gone.
    """

    usable: dict[str, Facts]
    current: dict[str, Facts]
    problems: tuple[Problem, ...]
    orphans: tuple[str, ...]


def facts_name(article: Article) -> str:
    """The name of the article's file below seeds/facts/: its id, shortened where a disk could refuse it."""
    name = f"{article.id}.json"
    if len(os.fsencode(name)) <= _LONGEST_NAME:
        return name
    return f"{os.fsencode(article.id)[:150].decode('utf-8', 'ignore')}-{digest(article.id)[:12]}.json"


def read_stored(root: Path, articles: Sequence[Article], extractor: Extractor) -> Stored:
    """Every facts file of the dossier, each proved against its own text and compared with its article."""
    expected = {facts_name(a): a for a in articles}
    usable: dict[str, Facts] = {}
    current: dict[str, Facts] = {}
    problems: list[Problem] = []
    orphans: list[str] = []
    outdated = 0
    for file in _files(root):
        try:
            facts = _read(file, f"{_FOLDER}/{file.name}")
        except FactsError as error:
            problems.append(error.problem)
            continue
        article = expected.get(file.name)
        if article is None:
            orphans.append(file.name)
            continue
        current[article.id] = facts
        differences = list(unlike(facts, article))
        if facts.extractor != extractor:
            outdated += 1
        elif differences:
            problems.extend(replace(d, severity="warning") for d in differences[:1])
        else:
            usable[article.id] = facts
    if outdated:
        problems.append(_outdated(outdated))
    problems.extend(_orphan(name) for name in orphans)
    return Stored(usable=usable, current=current, problems=tuple(problems), orphans=tuple(orphans))


def unlike(facts: Facts, article: Article) -> Iterator[Problem]:
    """Where the article that the facts were read from is not the article as it reads now."""
    path = f"{_FOLDER}/{facts_name(article)}"
    if facts.article.sha256 != article.sha256:
        yield Problem(message=f"was made from another version of {article.path}", path=path, remedy=_REMEDY)
    elif facts.article.text != article.text:
        at, stands, here = _first_difference(facts.article.text, article.text)
        yield Problem(
            message=f"article.text differs from {article.path} at character {at}: {stands!r}, not {here!r}",
            path=path,
            remedy=_REMEDY,
        )
    elif facts.article != article:
        for field in fields(Article):
            stands, here = getattr(facts.article, field.name), getattr(article, field.name)
            if stands != here:
                message = f"article.{field.name} is {stands!r}, but {article.path} reads as {here!r}"
                yield Problem(message=message, path=path, remedy=_REMEDY)


def _first_difference(one: str, other: str) -> tuple[int, str, str]:
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return at, one[at : at + 24], other[at : at + 24]


def _files(root: Path) -> list[Path]:
    folder = root / _FOLDER
    if not folder.is_dir():
        return []
    return sorted((p for p in folder.iterdir() if p.suffix == ".json" and not p.name.startswith(".")), key=_by_name)


def _by_name(path: Path) -> str:
    return path.name


def _read(file: Path, told: str) -> Facts:
    if file.is_symlink() or not file.is_file():
        raise FactsError("is not a file of its own (a link, folder or device)", path=told, remedy="Remove it.")
    try:
        if file.stat().st_size > _LARGEST:
            raise FactsError(f"is larger than {_LARGEST:,} bytes", path=told, remedy=_REMEDY)
        return load_file(file.read_bytes(), path=told)
    except OSError as error:
        raise FactsError(f"cannot be read: {error.strerror}", path=told, remedy="Make it readable.") from error


def _outdated(number: int) -> Problem:
    files = "1 facts file was" if number == 1 else f"{number} facts files were"
    return Problem(
        message=f"{files} made by another version of the extractor or model, and read anew",
        path=_FOLDER,
        remedy="Run `dossier extract` and commit what it writes, to save the time.",
        severity="warning",
    )


def _orphan(name: str) -> Problem:
    return Problem(
        message="no article has this name, so the file is not used",
        path=f"{_FOLDER}/{name}",
        remedy="`dossier extract` removes it.",
        severity="warning",
    )


# ---- the cache of this machine


def cache_name(article: Article, extractor: Extractor) -> str:
    """The name under which the cache keeps the article's facts: by all that they depend on."""
    return (
        "-".join(
            (
                article.sha256[:16],
                extractor.version,
                extractor.model_sha256[:12],
                digest(msgspec.json.encode(article))[:12],
                _code_digest()[:12],
            )
        )
        + ".json"
    )


def read_cached(root: Path, article: Article, extractor: Extractor) -> Facts | None:
    """The facts that the cache holds of this article; None where it holds none that are sound."""
    file = root / ".dossier" / "cache" / cache_name(article, extractor)
    try:
        facts = _read(file, file.name)
    except DossierError:
        return None  # A cache may be missing or broken at any time; what it held is read anew.
    return facts if facts.article == article and facts.extractor == extractor else None


def to_cache(facts: Facts, extractor: Extractor) -> tuple[str, bytes]:
    """The name and the bytes under which the cache keeps the facts."""
    return cache_name(facts.article, extractor), dump_file(facts)


@functools.cache
def _code_digest() -> str:
    """Of the code and data that extraction is made of: while it is worked on, its version stays the same."""
    package = Path(__file__).parent.parent
    files = [*package.glob("*.py"), *package.glob("extraction/**/*.py"), *package.glob("model/*.py")]
    files += [p for p in package.glob("data/**/*") if p.is_file()]
    return digest("\n".join(f"{p.relative_to(package).as_posix()} {digest(p.read_bytes())}" for p in sorted(files)))
