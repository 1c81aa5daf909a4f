"""JSON in which decimal numbers stand as they were printed, which the standard library cannot write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from linter.language.printable import UNSAFE, plain

Value = None | bool | int | float | Decimal | str | Mapping[str, "Value"] | list["Value"] | tuple["Value", ...]

_STEP = "  "


def dumps(value: Value, ascii: bool = False, depth: int = 0) -> str:
    """`value` as indented JSON, `depth` steps deep in other such text. Characters that could steer a terminal are
    escaped; `ascii` escapes all others too.
    """
    return _write(value, _STEP * depth, ascii)


def in_one_line(value: Value, ascii: bool = False) -> str:
    """The same without a line break."""
    match value:
        case Mapping():
            parts = [f"{_text(key, ascii)}: {in_one_line(part, ascii)}" for key, part in value.items()]
            return "{" + ", ".join(parts) + "}"
        case list() | tuple():
            return "[" + ", ".join(in_one_line(part, ascii) for part in value) + "]"
        case _:
            return _write(value, "", ascii)


class Listed:
    """Pieces of indented JSON as the entries of a list that is `depth` steps deep, one after the other."""

    def __init__(self, depth: int) -> None:
        self._indent = _STEP * depth
        self._any = False

    def entry(self, text: str) -> str:
        """One more entry, with what stands before it; `text` is written at `depth` + 1."""
        before = "," if self._any else "["
        self._any = True
        return f"{before}\n{self._indent}{_STEP}{text}"

    def end(self) -> str:
        """What closes the list."""
        return f"\n{self._indent}]" if self._any else "[]"


def _write(value: Value, indent: str, ascii: bool) -> str:
    inner = indent + _STEP
    match value:
        case Mapping():
            parts = [f"{_text(key, ascii)}: {_write(part, inner, ascii)}" for key, part in value.items()]
            return _braced(parts, "{}", indent)
        case list() | tuple():
            return _braced([_write(part, inner, ascii) for part in value], "[]", indent)
        case str():
            return _text(value, ascii)
        case Decimal():
            return plain(value)
        case _:
            return json.dumps(value)


def _braced(parts: list[str], brackets: str, indent: str) -> str:
    if not parts:
        return brackets
    lines = f",\n{indent}{_STEP}".join(parts)
    return f"{brackets[0]}\n{indent}{_STEP}{lines}\n{indent}{brackets[1]}"


def _text(text: str, ascii: bool) -> str:
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=ascii))
