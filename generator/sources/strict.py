"""YAML files that people write, read strictly into the model's values: unknown keys and wrong types are errors."""

from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, NoReturn, TypeVar, get_args, get_type_hints

import msgspec

from generator.errors import DossierError
from generator.sources.yaml_strict import Document, Place, Value, YamlError, place_of, read

T = TypeVar("T")
Kind = Any  # a type hint or a dataclass, as typing gives them

_LARGEST = 2_000_000
_DEPTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Strict:
    """A file's document, and how its errors are raised."""

    document: Document
    path: str
    error: type[DossierError]
    remedy: str

    def refuse(self, place: Place, message: str) -> NoReturn:
        """Raises the file's kind of error, with the line of the place."""
        raise self.error(message, path=self.path, line=self.document.line(place), remedy=self.remedy)

    def convert(self, kind: type[T], value: Value = None, place: Place = ()) -> T:
        """The value at the place (by default the whole document) as one of the model's dataclasses."""
        told = self.document.value if not place and value is None else value
        told = {} if told is None else told
        if not isinstance(told, dict):
            self.refuse(place, f"{_called(place)} is not a mapping of keys to values")
        self._known(kind, told, place)
        try:
            return msgspec.convert(told, kind, strict=False)
        except msgspec.ValidationError as error:
            message, _, at = str(error).partition(" - at `")
            inner = (*place, *place_of(at))
            self.refuse(inner, f"{_called(inner)}: {message}")

    def _known(self, kind: Kind, value: Value, place: Place) -> None:
        """Refuses keys that the dataclass has no field for, however deep."""
        hints = get_type_hints(kind)
        names = [f.name for f in fields(kind)]
        for key, inner in value.items():
            if key not in names:
                self.refuse((*place, key), f"unknown key {key!r}; known are {', '.join(names)}")
            deeper = _dataclass_in(hints[key])
            if deeper is not None and isinstance(inner, dict):
                self._known(deeper, inner, (*place, key))


def _dataclass_in(hint: Kind) -> Kind:
    if isinstance(hint, UnionType):
        return next((a for a in get_args(hint) if is_dataclass(a)), None)
    return hint if is_dataclass(hint) else None


def _called(place: Place) -> str:
    told = ""
    for part in place:
        told += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if told else part
    return told or "the file"


def load(path: Path, *, root: Path, error: type[DossierError], remedy: str) -> Strict | None:
    """The file, or None if it is not there.

    Raises:
        DossierError: Of the given kind: it cannot be read or is not YAML as it is read here; with the line.
    """
    try:
        shown = path.relative_to(root).as_posix()
    except ValueError:
        shown = path.as_posix()
    try:
        if not path.exists():
            # What a link that leads nowhere was meant to say would be lost without a word.
            if path.is_symlink():
                raise error("a symbolic link that leads nowhere", path=shown, remedy=remedy)
            return None
        if not path.is_file():
            raise error("not a regular file", path=shown, remedy=remedy)
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as fault:
        raise error(f"cannot be read: {fault.strerror}", path=shown, remedy=remedy) from fault
    if len(data) > _LARGEST:
        raise error(f"too large: more than {_LARGEST / 1e6:.0f} MB", path=shown, remedy=remedy)
    try:
        document = read(data.decode("utf-8-sig"), depth=_DEPTH)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise error(f"not UTF-8: byte {fault.start}", path=shown, line=line, remedy=remedy) from fault
    except YamlError as fault:
        raise error(str(fault), path=shown, line=fault.line, remedy=remedy) from fault
    return Strict(document=document, path=shown, error=error, remedy=remedy)
