"""A merged pack with its vocabulary put into its patterns and word lists, so that nobody after this knows of names.

In a pattern `{name}` stands for the alternatives of its entry; in a list of words an item that is all `{name}` stands
for the words of a list. Which texts are patterns the schemas of the kinds say (`format: re2`), and for the template a
short list here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from linter.packs.mistakes import Mistake, Place, mistake
from linter.packs.placed import PlacedList, PlacedMapping
from linter.packs.rule_keys import Kinds
from linter.packs.vocabulary import (
    MOST_CHARACTERS,
    Size,
    check_names,
    check_vocabulary,
    expand,
    meanings,
    name_alone,
    names_in,
    size_of,
    sizes,
    words_of,
)

Schema = Mapping[str, Any]

_PATTERN: Schema = {"type": "string", "format": "re2"}
_WITH_PATTERN: Schema = {"items": {"properties": {"pattern": _PATTERN}}}
TEMPLATE: Schema = {
    "properties": {
        "titles": _WITH_PATTERN,
        "agencies": _WITH_PATTERN,
        "facts": {"additionalProperties": _WITH_PATTERN},
        "marks": {"items": _PATTERN},
        "agencies-below": {"properties": {"explained": _PATTERN, "unless": _PATTERN}},
    }
}
"""Where the template has patterns that may use the vocabulary."""


def expanded(data: PlacedMapping, kinds: Kinds, mistakes: list[Mistake]) -> PlacedMapping:
    """The data of one pack with every name replaced, as new data at the places of the old; what is wrong is added to
    `mistakes`, and with a vocabulary that is wrong in itself nothing is replaced.
    """
    vocabulary: PlacedMapping = data.get("vocabulary", PlacedMapping(data.place))
    wrong = list(check_vocabulary(vocabulary))
    mistakes.extend(wrong)
    if wrong:
        return data
    expander = _Expander(vocabulary, mistakes)
    changed: PlacedMapping = expander.put_in(data, TEMPLATE)
    if "rules" in data:
        rules = PlacedList(data["rules"].place)
        for rule, place in data["rules"].pairs():
            kind = kinds.get(rule.get("kind", ""))
            rules.add(rule if kind is None else expander.put_in(rule, kind.schema), place)
        changed.take("rules", data, rules)
    return changed


@dataclass(slots=True)
class _Expander:
    vocabulary: PlacedMapping
    mistakes: list[Mistake]
    meanings: Mapping[str, str] = field(init=False)
    sizes: Mapping[str, Size] = field(init=False)

    def __post_init__(self) -> None:
        self.meanings = meanings(self.vocabulary)
        self.sizes = sizes(self.vocabulary)

    def put_in(self, value: Any, schema: Schema) -> Any:
        """`value` with the names replaced wherever `schema` has a pattern or a list of words in it."""
        if isinstance(value, PlacedMapping):
            return self._in_mapping(value, schema)
        if isinstance(value, PlacedList):
            return self._in_list(value, schema)
        return value

    def _in_mapping(self, mapping: PlacedMapping, schema: Schema) -> PlacedMapping:
        changed = mapping.without()
        for key, value in mapping.items():
            inner = _under(schema, key)
            changed.take(key, mapping, self._one(value, mapping.places[key], inner))
        return changed

    def _in_list(self, values: PlacedList, schema: Schema) -> PlacedList:
        changed = PlacedList(values.place)
        inner = _items(schema)
        for value, place in values.pairs():
            if inner and isinstance(value, str) and name_alone(value) and not any(map(_is_pattern, inner)):
                for word in self._words(name_alone(value), place):
                    changed.add(word, place)
            else:
                changed.add(self._one(value, place, inner), place)
        return changed

    def _one(self, value: Any, place: Place, schemas: list[Schema]) -> Any:
        if isinstance(value, str):
            return self._pattern(value, place) if any(map(_is_pattern, schemas)) else value
        for schema in schemas:
            value = self.put_in(value, schema)
        return value

    def _pattern(self, pattern: str, place: Place) -> str:
        self.mistakes.extend(check_names(pattern, place, self.vocabulary))
        size = size_of(pattern, self.sizes).characters if names_in(pattern) else 0
        if size > MOST_CHARACTERS:
            self.mistakes.append(mistake(place, "pattern-too-long", count=size, limit=MOST_CHARACTERS))
            return pattern
        return expand(pattern, self.meanings)

    def _words(self, name: str, place: Place) -> Iterable[str]:
        unknown = list(check_names(f"{{{name}}}", place, self.vocabulary))
        self.mistakes.extend(unknown)
        if not unknown and isinstance(self.vocabulary[name], str):
            self.mistakes.append(mistake(place, "word-no-list", name=name))
        return words_of(name, self.vocabulary)


def _is_pattern(schema: Schema) -> bool:
    return schema.get("format") == "re2"


def _alternatives(schema: Schema) -> Iterator[Schema]:
    yield schema
    for word in ("anyOf", "oneOf", "allOf"):
        for one in schema.get(word, ()):
            yield from _alternatives(one)


def _under(schema: Schema, key: str) -> list[Schema]:
    """What a schema says of the value under `key`, in all of its alternatives."""
    found: list[Schema] = []
    for one in _alternatives(schema):
        inner = one.get("properties", {}).get(key, one.get("additionalProperties"))
        found.extend(_alternatives(inner) if isinstance(inner, Mapping) else ())
    return found


def _items(schema: Schema) -> list[Schema]:
    found: list[Schema] = []
    for one in _alternatives(schema):
        inner = one.get("items")
        found.extend(_alternatives(inner) if isinstance(inner, Mapping) else ())
    return found


def check_uses(folders: Iterable[PlacedMapping]) -> Iterator[Mistake]:
    """A mistake for every name of a vocabulary that nothing uses in all that was read."""
    parts = list(folders)
    used = {name for data in parts for name in _used(data)}
    for data in parts:
        vocabulary: PlacedMapping = data.get("vocabulary", PlacedMapping(data.place))
        for name in vocabulary:
            if name not in used:
                yield mistake(vocabulary.key_places[name], "word-unused", name=name)


def _used(value: Any) -> Iterator[str]:
    """The names in all texts of some data."""
    if isinstance(value, str):
        yield from names_in(value)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _used(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _used(inner)
