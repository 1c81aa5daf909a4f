"""From the bytes of a YAML file to data that knows its places. The only module that needs ruamel.yaml."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from linter.packs.mistakes import Mistake, Place, mistake
from linter.packs.placed import PlacedList, PlacedMapping

LARGEST = 1_000_000
"""Bytes that one file may have."""
MOST_VALUES = 20_000
"""Values that one file may have once its aliases are written out."""
DEEPEST = 40
"""Levels that mappings and lists may be nested."""
LONGEST_NUMBER = 40

_TAG = "tag:yaml.org,2002:"
_SYNTAX = (
    ("'\\t'", "yaml-tab"),
    ("mapping values are not allowed", "yaml-second-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("found unexpected end of stream", "yaml-open-quote"),
    ("expected <block end>", "yaml-indentation"),
    ("expected ',' or '}'", "yaml-open-mapping"),
    ("expected ',' or ']'", "yaml-open-list"),
    ("found undefined alias", "yaml-unknown-alias"),
    ("unknown escape character", "yaml-escape"),
    ("expected a single document", "yaml-documents"),
    ("cannot start any token", "yaml-quote-needed"),
)
"""What ruamel.yaml says, and the catalogue's key for it."""
_OPENED = ("yaml-open-quote", "yaml-open-mapping", "yaml-open-list")
"""Mistakes that are shown where the quote or bracket opens, not where the parser noticed."""


@dataclass(slots=True)
class Reading:
    """A file being read: the mistakes so far, and how many values were made of it."""

    file: str
    mistakes: list[Mistake] = field(default_factory=list)
    values: int = 0

    def place(self, node: Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def note(self, node: Node, key: str, /, **values: str | int) -> None:
        self.mistakes.append(mistake(self.place(node), key, **values))


class Unreadable(Exception):
    """The file cannot be read on; the mistake that says why is noted."""


def read_yaml(data: bytes, file: str) -> tuple[PlacedMapping | None, list[Mistake]]:
    """The mapping that the file holds (empty for an empty file) and its mistakes; None where it could not be read."""
    reading = Reading(file)
    try:
        node = _compose(_decoded(data, reading), reading)
        if node is None:
            return PlacedMapping(Place(file, 1, 1)), []
        if not isinstance(node, MappingNode):
            reading.note(node, "yaml-no-mapping")
            raise Unreadable
        return _mapping(node, reading, 0), reading.mistakes
    except Unreadable:
        return None, reading.mistakes


def _decoded(data: bytes, reading: Reading) -> str:
    if len(data) > LARGEST:
        reading.mistakes.append(mistake(Place(reading.file), "file-large", size=len(data), limit=LARGEST))
        raise Unreadable
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # UTF-16 is the one other encoding that a pack is saved in by accident; both get the same advice.
        lines = data[: error.start].split(b"\n")
        place = Place(reading.file, len(lines), len(lines[-1].decode("utf-8", "replace").lstrip("\ufeff")) + 1)
        reading.mistakes.append(mistake(place, "file-encoding"))
        raise Unreadable from None


def _compose(text: str, reading: Reading) -> Node | None:
    """The file's tree of nodes, or None for a file that says nothing."""
    yaml = YAML(typ="safe", pure=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an anchor given twice is allowed, and not worth a line on stderr
            node: Node | None = yaml.compose(text)
    except (
        YAMLError,
        RecursionError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        NotImplementedError,
    ) as error:
        # The parser lets such errors of its own slip on text that is far from YAML.
        reading.mistakes.append(_syntax_mistake(error, text, reading.file))
        raise Unreadable from None
    return node


def _syntax_mistake(error: Exception, text: str, file: str) -> Mistake:
    if isinstance(error, RecursionError):
        return mistake(Place(file), "yaml-deep", limit=DEEPEST)
    if isinstance(error, ReaderError):
        before = text[: error.position].split("\n")
        return mistake(Place(file, len(before), len(before[-1]) + 1), "yaml-character", code=f"U+{error.character:04X}")
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return mistake(Place(file), "yaml-syntax")
    mark, problem = error.problem_mark, str(error.problem)
    key = next((key for words, key in _SYNTAX if words in problem), "yaml-syntax")
    line = mark.line + 1
    if key in _OPENED and error.context_mark is not None:
        mark = error.context_mark
    return mistake(Place(file, mark.line + 1, mark.column + 1), key, line=line)


def _value(node: Node, reading: Reading, depth: int) -> Any:
    reading.values += 1
    if reading.values > MOST_VALUES:
        reading.note(node, "yaml-many", limit=MOST_VALUES)
        raise Unreadable
    if depth > DEEPEST:  # an alias inside its own anchor ends here too
        reading.note(node, "yaml-deep", limit=DEEPEST)
        raise Unreadable
    if isinstance(node, MappingNode):
        return _mapping(node, reading, depth)
    if isinstance(node, SequenceNode):
        items = PlacedList(reading.place(node))
        for item in node.value:
            items.add(_value(item, reading, depth + 1), reading.place(item))
        return items
    return _scalar(node, reading)


def _mapping(node: MappingNode, reading: Reading, depth: int) -> PlacedMapping:
    """Keys are taken as they are written, so that `2019:`, `no:` and `~:` are the texts they look like."""
    mapping = PlacedMapping(reading.place(node))
    merged: list[Node] = []
    for key_node, value_node in node.value:
        if not isinstance(key_node, ScalarNode):
            reading.note(key_node, "yaml-key")
            continue
        key = str(key_node.value)
        if key_node.tag == f"{_TAG}merge":
            merged.extend(value_node.value if isinstance(value_node, SequenceNode) else [value_node])
        elif key in mapping:
            reading.note(key_node, "yaml-key-twice", key=key, line=mapping.key_places[key].line)
        elif _has_surrogates(key):
            reading.note(key_node, "yaml-character", code="U+D800")
        else:
            value = _value(value_node, reading, depth + 1)
            mapping.put(key, value, reading.place(key_node), reading.place(value_node))
    for other in merged:
        _merge(mapping, other, reading, depth)
    return mapping


def _merge(mapping: PlacedMapping, node: Node, reading: Reading, depth: int) -> None:
    """What stands under `<<`: its keys are taken where the mapping itself has none."""
    other = _value(node, reading, depth + 1)
    if not isinstance(other, PlacedMapping):
        reading.note(node, "yaml-merge")
        return
    for key, value in other.items():
        if key not in mapping:
            mapping.take(key, other, value)


def _scalar(node: Node, reading: Reading) -> str | int | float | bool | None:
    text = str(node.value)
    match str(node.tag).removeprefix(_TAG):
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int" | "float":
            return _number(node, text.replace("_", ""), reading)
        case "str" | "timestamp" | "merge" | "value":
            if _has_surrogates(text):
                reading.note(node, "yaml-character", code="U+D800")
                return ""
            return text
    reading.note(node, "yaml-type", tag=str(node.tag).removeprefix(_TAG))
    return None


def _number(node: Node, text: str, reading: Reading) -> int | float:
    """Only finite numbers of a sensible length are taken: nothing in a pack is anything else."""
    if len(text) <= LONGEST_NUMBER:
        whole = node.tag == f"{_TAG}int"
        try:
            number = (
                (int(text, 0) if text.lstrip("+-")[:2].lower() in {"0x", "0o", "0b"} else int(text))
                if whole
                else float(text)
            )
        except (ValueError, OverflowError):
            pass
        else:
            if whole or abs(number) < float("inf"):
                return number
    reading.note(node, "yaml-number", text=text[:LONGEST_NUMBER])
    return 0


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text) if not text.isascii() else False
