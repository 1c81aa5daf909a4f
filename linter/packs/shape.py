"""The shape of a pack's data against its JSON Schema, in sentences of our own. Needs jsonschema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from linter.model.message import Message, Value
from linter.packs.mistakes import Mistake, mistake, with_suggestion
from linter.packs.patterns import what_is_wrong
from linter.packs.placed import Path, PlacedMapping, place_of, prune, value_at
from linter.packs.schema_parts import KEBAB_CASE, SNAKE_CASE, Schema
from linter.text.likeness import nearest_word

LONGEST_SHOWN = 40
_JSON_TYPES = ("object", "array", "string", "integer", "number", "boolean", "null")
_PATTERNS = {SNAKE_CASE: "not-snake-case", KEBAB_CASE: "not-kebab-case"}
_LIMITS = {
    "minimum": "too-small",
    "maximum": "too-large",
    "exclusiveMinimum": "not-above",
    "exclusiveMaximum": "not-below",
    "minItems": "too-few-items",
    "maxItems": "too-many-items",
    "minProperties": "too-few-keys",
    "maxProperties": "too-many-keys",
}

_STRUCTURE = ("tables", "blocks", "rows", "columns", "sums")
"""Keys of a template whose values hold ids that rules name."""

Described = tuple[Path, Mistake]
"""The path of what is wrong (to be taken out of the data), and the mistake."""


class Shape:
    """A schema to hold data against. Making one costs time, so it is made once for all files."""

    def __init__(self, schema: Schema) -> None:
        formats = FormatChecker(())
        formats.checks("re2")(lambda value: not isinstance(value, str) or not what_is_wrong(value))
        self._validator = Draft202012Validator(schema, format_checker=formats)

    def mistakes(self, data: PlacedMapping) -> list[Described]:
        """Everything in `data` that the schema does not allow.

        Unknown keys come first: the key that one of them was meant to be is then not reported as missing.
        """
        errors = sorted(self._validator.iter_errors(data), key=lambda error: error.validator != "additionalProperties")
        return [found for error in errors for found in describe(error, data)]


def prune_all(data: PlacedMapping, described: Sequence[Described]) -> bool:
    """Take what is wrong out of `data`, so that what is left can be looked at further.

    An entry whose id is wrong goes as a whole. True where ids of a table went with it.
    """
    paths = {path[:-1] if path[-1:] == ("id",) else path for path, _ in described}
    for path in sorted(paths, key=_removal_order, reverse=True):
        prune(data, path)
    return any(path[0] == "tables" and (isinstance(path[-1], int) or path[-1] in _STRUCTURE) for path in paths if path)


def _removal_order(path: Path) -> tuple[tuple[str, int], ...]:
    """Sorts so that, backwards, later items of a list come before earlier ones."""
    return tuple((step, 0) if isinstance(step, str) else ("", step) for step in path)


def describe(error: ValidationError, data: PlacedMapping) -> Iterator[Described]:
    """The mistakes that a validator's error stands for."""
    path: Path = tuple(error.absolute_path)
    match error.validator:
        case "additionalProperties" | "unevaluatedProperties":
            yield from _unknown_keys(error, path, data)
        case "required" | "dependentRequired":
            yield from _missing_keys(error, path, data)
        case "oneOf" | "anyOf":
            yield from _alternatives(error, path, data)
        case "pattern" if "propertyNames" in error.absolute_schema_path:
            yield _misnamed_key(error, path, data)
        case _:
            yield path, _wrong_value(error, path, data)


def _unknown_keys(error: ValidationError, path: Path, data: PlacedMapping) -> Iterator[Described]:
    schema: Any = error.schema
    known = list(schema.get("properties", {}))
    mapping = value_at(data, path)
    for key in mapping:
        if key not in known:
            meant = nearest_word(key, known)
            if meant is not None and meant != "id":
                mapping.lost.add(meant)
            found = mistake(mapping.key_places[key], "unknown-key", key=shown(key), known=tuple(sorted(known)))
            yield (*path, key), with_suggestion(found, key, known)


def _missing_keys(error: ValidationError, path: Path, data: PlacedMapping) -> Iterator[Described]:
    mapping, wanted = value_at(data, path), _wanted(error)
    if isinstance(wanted, dict):
        wanted = [name for key, names in wanted.items() if key in mapping for name in names]
    for key in wanted:
        if key not in mapping and key not in mapping.lost and error.message.startswith(repr(key)):
            # Without its id nothing can be done with an entry; without anything else it can still be looked at.
            gone: Path = path if key == "id" else (*path, key)
            yield gone, mistake(place_of(data, path), "missing-key", key=key)


def _alternatives(error: ValidationError, path: Path, data: PlacedMapping) -> Iterator[Described]:
    """The mistakes of the alternative that was meant: the one of the right type, or else the one with the fewest."""
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(int(inner.relative_schema_path[0]), []).append(inner)
    meant = [inner for inner in branches.values() if not any(_is_wrong_type(one, error) for one in inner)]
    if meant:
        for inner in min(meant, key=len):
            yield from describe(inner, data)
        return
    types = {name for inner in branches.values() for one in inner for name in _types(one)}
    if types:
        yield path, _wrong_type(error.instance, types, path, data)
    else:
        yield path, mistake(place_of(data, path), "unsuitable", value=shown(error.instance))


def _wanted(error: ValidationError) -> Any:
    """What the schema says under the keyword that failed."""
    return error.validator_value


def _is_wrong_type(inner: ValidationError, outer: ValidationError) -> bool:
    return inner.validator == "type" and inner.absolute_path == outer.absolute_path


def _types(error: ValidationError) -> tuple[str, ...]:
    wanted = _wanted(error) if error.validator == "type" else ()
    return (wanted,) if isinstance(wanted, str) else tuple(wanted)


def _misnamed_key(error: ValidationError, path: Path, data: PlacedMapping) -> Described:
    key = str(error.instance)
    name = _PATTERNS.get(_wanted(error), "unsuitable-key")
    return (*path, key), mistake(value_at(data, path).key_places[key], name, value=shown(key))


def _wrong_value(error: ValidationError, path: Path, data: PlacedMapping) -> Mistake:
    place, value, wanted = place_of(data, path), error.instance, _wanted(error)
    if error.validator == "type":
        return _wrong_type(value, set(_types(error)), path, data)
    if error.validator in ("enum", "const"):
        known = tuple(shown(one) for one in (wanted if error.validator == "enum" else [wanted]))
        key = "unknown-kind" if path[-1:] == ("kind",) and path[:1] == ("rules",) else "unknown-value"
        return with_suggestion(mistake(place, key, value=shown(value), known=known), shown(value), known)
    if error.validator == "pattern":
        return mistake(place, _PATTERNS.get(wanted, "unsuitable"), value=shown(value))
    if error.validator == "minLength":
        return mistake(place, "empty-text")
    if error.validator == "format":
        return mistake(place, "pattern", reason=what_is_wrong(str(value)))
    limit = _LIMITS.get(str(error.validator))
    if limit:
        return mistake(place, limit, value=shown(value), limit=shown(wanted))
    if error.validator == "uniqueItems":
        return mistake(place, "repeated-items")
    return mistake(place, "unsuitable", value=shown(value))


def _wrong_type(value: Any, wanted: set[str], path: Path, data: PlacedMapping) -> Mistake:
    names = tuple(type_name(name) for name in _JSON_TYPES if name in wanted)
    scalar = isinstance(value, int | float)  # a bool is an int
    key = "type-quote" if scalar and "string" in wanted else "type"
    return mistake(place_of(data, path), key, found=type_name(json_type(value)), value=shown(value), wanted=names)


def type_name(json_type: str) -> Value:
    return Message(f"pack.type-{json_type}")


def json_type(value: Any) -> str:
    """The name of the value's type in JSON Schema."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case dict():
            return "object"
    return "array"


def shown(value: Any) -> str:
    """The value as the author wrote it, or nearly, on one line and cut to a readable length."""
    match value:
        case None:
            text = "null"
        case bool():
            text = "true" if value else "false"
        case dict():
            text = "{" + ", ".join(value) + "}"
        case list():
            text = "[" + ", ".join(shown(item) for item in value[:8]) + "]"
        case _:
            text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
