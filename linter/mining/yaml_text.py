"""Data as YAML in the style of the packs: short entries on a line of their own, keys in their order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.language.table_words import OPENING
from linter.text.regex import regex

WIDEST = 120
_PLAIN = regex(rf"[\w\u3400-\u9fff{OPENING}]" + r"[^\n:#\[\]{},&*!|>'\"%@`]*(?<![\s])")
_LOOKS_OTHERWISE = regex(r"(?i)[-+.\d_]+|[-+]?\d.*|true|false|yes|no|on|off|null|~|")


def yaml_of(data: Mapping[str, Any]) -> str:
    """A file of a pack."""
    return "\n".join(_mapping(data, 0)) + "\n"


def _mapping(data: Mapping[str, Any], margin: int) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{' ' * margin}{_scalar(key)}:", value, margin + 2)


def _entry(start: str, value: Any, margin: int) -> Iterator[str]:
    flow = f"{start} {_flow(value)}"
    if not isinstance(value, Mapping | list | tuple) or not value or (len(flow) <= WIDEST and _is_short(value)):
        yield flow
    elif isinstance(value, Mapping):
        yield start
        yield from _mapping(value, margin)
    else:
        yield start
        yield from _items(value, margin)


def _items(values: Sequence[Any], margin: int) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping) and len(value) == 1:
            key, only = next(iter(value.items()))
            yield from _entry(f"{' ' * margin}- {_scalar(key)}:", only, margin + 4)
            continue
        flow = f"{' ' * margin}- {_flow(value)}"
        if not isinstance(value, Mapping) or (len(flow) <= WIDEST and _is_short(value, whole=True)):
            yield flow
            continue
        lines = list(_mapping(value, margin + 2))
        yield f"{' ' * margin}- {lines[0].lstrip()}"
        yield from lines[1:]


def _is_short(value: Any, whole: bool = False) -> bool:
    """Whether a value stands on one line: plain texts, and mappings of these, but no list of mappings."""
    if isinstance(value, Mapping):
        return (whole and len(value) <= 8 and not any(_holds_entries(item) for item in value.values())) or not any(
            _holds_entries(item) for item in value.values()
        )
    return not any(isinstance(item, Mapping) for item in value)


def _holds_entries(value: Any) -> bool:
    return isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if not text.isprintable():
        return json.dumps(text, ensure_ascii=False)
    if _PLAIN.fullmatch(text) and not _LOOKS_OTHERWISE.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"
