"""Words for options that were renamed: for one release they are read as the new ones, with a note at each place.

The whole module goes with the next release.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.packs.mistakes import Mistake, Place, mistake
from linter.packs.placed import PlacedList, PlacedMapping, tree
from linter.packs.value_building import EVERY

RENAMED: Mapping[str, str] = {
    "where": "in",
    "section": "in",
    "sections": "in",
    "minimum": "min",
    "at-least": "min",
    "characters": "min",
    "shortest": "min",
    "at-most": "max",
    "farthest": "max",
}
SCOPES: Mapping[str, str] = {"unless-clause": "clause", "unless-report": "report"}
"""What `unless` is now given under a key of its own."""

USELESS = ("words", "rounded")
STATES = ("superseded", "not-yet")
_EXCUSES_A_REPORT = ("required-mention",)


def renew(data: PlacedMapping) -> Iterator[Mistake]:
    """Put new words for the former ones in `data`; a note for each, at its place.

    What the new word is may hang on the kind of the rule, which an entry that changes a rule does not say: such a word
    is left until the entry is laid over its rule.
    """
    for table in tree(data.get("tables"), "blocks"):
        for column in tree(table.get("columns"), "columns"):
            if "type" in column and "value" not in column:
                yield _note(column, "type", "value")
                _move(column, "type", "value")
    rules = data.get("rules")
    for rule in rules if isinstance(rules, PlacedList) else ():
        if isinstance(rule, PlacedMapping):
            yield from _renew(rule, rule.get("kind"))
            claims = rule.get("claims")
            for inner in (rule.get("explained"), *(claims if isinstance(claims, PlacedList) else ())):
                if isinstance(inner, PlacedMapping):
                    yield from _renew(inner, "")


def renew_values(data: PlacedMapping) -> Iterator[Mistake]:
    """What merged data says of figures in former words (`notation`, `placeholders`), as said of every value type."""
    notation = data.get("notation")
    if isinstance(notation, PlacedMapping):
        yield _note(data, "notation", "values: {every: {suffix: …, signs: …}}")
        for old, new in (("units", "suffix"), ("signs", "signs")):
            if old in notation:
                _of_every(data, notation.place).put(new, notation[old], notation.key_places[old], notation.places[old])
    for table in tree(data.get("tables"), "tables"):
        empty = table.get("empty-cells", {})
        if "placeholders" not in empty:
            continue
        yield _note(empty, "placeholders", "values: {every: {missing: …}}")
        place, every = empty.places["placeholders"], _of_every(data, empty.place)
        meanings = PlacedMapping(place)
        for given in (every.get("missing", PlacedMapping(place)), empty["placeholders"]):
            for text in given:
                meanings.take(text, given, given[text])
        every.put("missing", meanings, place, place)


def _of_every(data: PlacedMapping, place: Place) -> PlacedMapping:
    """What `data` says of every value type, which is made where it says nothing."""
    for key in ("values", EVERY):
        if key not in data:
            data.put(key, PlacedMapping(place), place, place)
        data = data[key]
    return data


def _renew(options: PlacedMapping, kind: Any) -> Iterator[Mistake]:
    unless = options.get("unless")
    if isinstance(unless, str) and kind is not None:
        scope = "report" if kind in _EXCUSES_A_REPORT else "sentence"
        yield _note(options, "unless", f"unless: {{{scope}: …}}")
        _put_scope(options, "unless", scope)
    for old, scope in SCOPES.items():
        if old in options and isinstance(options.get("unless", PlacedMapping(options.place)), PlacedMapping):
            yield _note(options, old, f"unless: {{{scope}: …}}")
            _put_scope(options, old, scope)
    for old, new in RENAMED.items():
        if old in options and new not in options:
            yield _note(options, old, new)
            _move(options, old, new)
    if isinstance(options.get("years"), str):
        yield _note(options, "years", "side")
        _move(options, "years", "side")
    for old in USELESS:
        if old in options:
            yield mistake(options.key_places[old], "former-option", key=old)
            del options[old]
    if options.get("when") in STATES:
        yield _note(options, "when", "state")
        _move(options, "when", "state")


def _note(options: PlacedMapping, old: str, new: str) -> Mistake:
    return mistake(options.key_places[old], "former-word", old=old, new=new)


def _put_scope(options: PlacedMapping, old: str, scope: str) -> None:
    """The pattern under `old` as that of `scope`, in the mapping `unless`, which is made where there is none."""
    place, key_place, pattern = options.places[old], options.key_places[old], options.pop(old)
    if "unless" not in options:
        options.put("unless", PlacedMapping(place), key_place, place)
    options["unless"].put(scope, pattern, key_place, place)


def _move(options: PlacedMapping, old: str, new: str) -> None:
    options.put(new, options.pop(old), options.key_places[old], options.places[old])
