"""JSON in which decimal numbers stand as they were printed, which the standard library cannot write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from linter.language.printable import UNSAFE, plain

Value = None | bool | int | float | Decimal | str | Mapping[str, "Value"] | list["Value"] | tuple["Value", ...]

_STEP = "  "


def dumps(value: Value, ascii: bool = False) -> str:
    """`value` as indented JSON. Characters that could steer a terminal are escaped; `ascii` escapes all others too."""
    return _write(value, "", ascii)


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
