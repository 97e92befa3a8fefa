"""YAML as this project reads it, wherever people write it: front matter, settings, curation.

Plain data and no more: no tags, anchors, aliases or objects; no key twice; bounded depth. Every scalar is
text as it stands (`no` is "no", `2024-02-30` is "2024-02-30"), only an empty one, `~` and `null` are None,
so that each field decides for itself what it takes. Lines are kept, so that messages can name them.
"""

import re
from dataclasses import dataclass
from functools import partial
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

Value = Any  # of dicts, lists, strings and None, checked by whoever takes it
Node = Any  # PyYAML gives no types
Place = tuple[str | int, ...]

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
        raise YamlError(f"not YAML: {told}", first_line + text.count("\n", 0, position)) from error
    return document


def place_of(told: str) -> Place:
    """The keys and indexes in a path such as msgspec gives: `$[3].roles[0]` is (3, "roles", 0)."""
    return tuple(int(i) if i.isdigit() else k for i, k in _PATH.findall(told) if k or i.isdigit())


class _Loader(yaml.SafeLoader):
    """Composes nodes with PyYAML and makes plain values of them; its constructor is never used."""

    def __init__(self, stream: str, *, first_line: int, depth: int) -> None:
        super().__init__(stream)
        self._first, self._room, self._lines = first_line, depth + 1, dict[Place, int]()

    def get_single_data(self) -> Document:
        node = self.get_single_node()
        value = self._value(node, ()) if node is not None else None
        return Document(value=value, lines=self._lines)

    def compose_node(self, parent: Node, index: Node) -> Node:
        event: Node = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"an alias (*{event.anchor}), which is not read here")
        if getattr(event, "anchor", None) is not None:
            self._refuse(event, f"an anchor (&{event.anchor}), which is not read here")
        if getattr(event, "tag", None) is not None:
            self._refuse(event, f"a YAML tag ({event.tag}), which is not read here")
        if self._room == 0:
            self._refuse(event, "YAML nested too deep")
        self._room -= 1
        node = super().compose_node(parent, index)
        self._room += 1
        return node

    def _refuse(self, at: Node, message: str) -> None:
        raise YamlError(message, self._line(at))

    def _line(self, at: Node) -> int:
        return self._first + int(at.start_mark.line)

    def _value(self, node: Node, place: Place) -> Value:
        self._lines[place] = self._line(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*place, i)) for i, item in enumerate(node.value)]
        return None if node.style is None and node.value in _NULL else node.value

    def _mapping(self, node: Node, place: Place) -> dict[str, Value]:
        told: dict[str, Value] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse(key, "a key that is not text")
            if key.value in told:
                before = self._lines[*place, key.value]
                self._refuse(key, f"duplicate key {key.value!r}, which stands in line {before} already")
            told[key.value] = self._value(value, (*place, key.value))
            self._lines[*place, key.value] = self._line(key)
        return told
