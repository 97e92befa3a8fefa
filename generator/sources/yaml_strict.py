"""YAML as this project reads it, wherever people write it: front matter, settings, curation.

Plain data and no more: no tags, anchors, aliases or objects; no key twice; bounded depth. Every scalar is
text as it stands (`no` is "no", `2024-02-30` is "2024-02-30"), only an empty one, `~` and `null` are None,
so that each field decides for itself what it takes. Lines are kept, so that messages can name them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NoReturn

import yaml
from frontmatter.default_handlers import YAMLHandler

Value = Any  # of dicts, lists, strings and None, checked by whoever takes it
Event = Any  # PyYAML gives no types
Place = tuple[str | int, ...]

# libyaml is ten times as fast as the parser in Python; PyYAML's wheels have it.
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_PATH = re.compile(r"\[(\d+|\.\.\.)\]|\.([\w-]+)|`(?:key|value) in `")


class YamlError(ValueError):
    """The text is not YAML, or not YAML of the kind that is read here; `line` is 1-based."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a YAML text says.

    Attributes:
        value: Of dicts, lists, strings and None.
        lines: The 1-based line of every key's value and list item, by the keys and indexes that lead there.
    """

    value: Value
    lines: dict[Place, int]

    def line(self, place: Place) -> int:
        """The line of the place, or of the nearest place around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(text: str, *, first_line: int = 1, depth: int = 8) -> Document:
    """The YAML document in the text.

    Args:
        text: One document.
        first_line: The line of the file that the text begins in.
        depth: Deepest nesting of lists and mappings that is read.

    Raises:
        YamlError: With the line it is in.
    """
    try:
        # YAMLHandler is what python-frontmatter reads front matter with; only its loader is ours.
        document: Document = YAMLHandler().load(text, Loader=partial(_Loader, first_line=first_line, depth=depth))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        told = " ".join(x for x in (error.context, error.problem) if x)
        raise YamlError(f"not YAML: {told}", first_line + (mark.line if mark else 0)) from error
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0)
        told = str(getattr(error, "reason", error))
        raise YamlError(f"not YAML: {told}", first_line + text.encode()[:position].count(b"\n")) from error
    return document


def place_of(told: str) -> Place:
    """The keys and indexes in a path such as msgspec gives: `$[3].roles[0]` is (3, "roles", 0)."""
    return tuple(int(i) if i.isdigit() else k for i, k in _PATH.findall(told) if k or i.isdigit())


class _Loader:
    """Makes plain values of PyYAML's events: nothing is composed or constructed, so nothing can be built or grow."""

    def __init__(self, stream: str, *, first_line: int, depth: int) -> None:
        self._events: Iterator[Event] = yaml.parse(stream, Loader=_PARSER)
        self._first, self._depth = first_line, depth
        self._lines: dict[Place, int] = {}

    def get_single_data(self) -> Document:
        """The document in the stream."""
        value: Value = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document (---) where one is read")
                value = self._value(next(self._events), ())
        return Document(value=value, lines=self._lines)

    def dispose(self) -> None:
        """Nothing is held."""

    def _refuse(self, at: Event, message: str) -> NoReturn:
        raise YamlError(message, self._line(at))

    def _line(self, at: Event) -> int:
        return self._first + int(at.start_mark.line)

    def _value(self, event: Event, place: Place) -> Value:
        self._refuse_marked(event)
        self._lines.setdefault(place, self._line(event))
        if isinstance(event, yaml.ScalarEvent):
            return None if not event.style and event.value in _NULL else event.value
        if len(place) >= self._depth:
            self._refuse(event, "YAML nested too deep")
        return self._mapping(place) if isinstance(event, yaml.MappingStartEvent) else self._list(place)

    def _refuse_marked(self, event: Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"an alias (*{event.anchor}), which is not read here")
        if event.anchor is not None:
            self._refuse(event, f"an anchor (&{event.anchor}), which is not read here")
        if event.tag is not None:
            self._refuse(event, f"a YAML tag ({event.tag}), which is not read here")

    def _list(self, place: Place) -> list[Value]:
        told: list[Value] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            told.append(self._value(event, (*place, len(told))))
        return told

    def _mapping(self, place: Place) -> dict[str, Value]:
        told: dict[str, Value] = {}
        for key in self._events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            if not isinstance(key, yaml.ScalarEvent):
                self._refuse(key, "a key that is not text")
            self._refuse_marked(key)
            name = key.value
            if name in told:
                before = self._lines[*place, name]
                self._refuse(key, f"duplicate key {name!r}, which stands in line {before} already")
            self._lines[*place, name] = self._line(key)
            told[name] = self._value(next(self._events), (*place, name))
        return told
