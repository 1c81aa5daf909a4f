"""Entities in packs (`entities:`): their schema, and what a schema cannot see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.packs.mistakes import Mistake, Place, mistake, with_suggestion
from linter.packs.patterns import what_is_wrong
from linter.packs.placed import PlacedMapping
from linter.packs.schema_parts import SNAKE_CASE, Schema, record, reference, text, texts
from linter.packs.table_building import blocks_of, texts_of, walk

YEAR = "year"
"""The entity that needs no entry: the years that `from` and `to` of a column count from the report's."""


def entities_property() -> Schema:
    """The top-level key."""
    return {
        "description": "Things that differ from report to report and name rows, columns or tables, by their ids.",
        "type": "object",
        "propertyNames": {"pattern": SNAKE_CASE},
        "additionalProperties": reference("entity"),
    }


def entity_definition() -> Schema:
    """What an entry holds."""
    return record(
        "A kind of entity",
        {
            "title": reference("localised", "What one is called."),
            "key": record(
                "What one is known by; without it, by its label",
                {"code": text("An RE2 pattern that is the whole of a code.")},
                ("code",),
            ),
            "parent": {
                "description": "The lengths of codes from the top of their tree down.",
                "type": "array",
                "minItems": 1,
                "items": {"type": "integer", "minimum": 1},
            },
            "total": {
                "description": "Labels of the row or column over all of them.",
                "oneOf": [text("A label."), texts("Labels, the form's own first.")],
            },
            "aliases": {
                "description": "Other wordings by the name that they stand for.",
                "type": "object",
                "additionalProperties": texts("Other wordings."),
            },
            "samples": {
                "description": "Names of which an empty report is written; with codes, names by their codes.",
                "oneOf": [
                    texts("Names."),
                    {"type": "object", "minProperties": 1, "additionalProperties": text("A name.")},
                ],
            },
        },
        ("title",),
    )


def check_entities(data: PlacedMapping) -> Iterator[Mistake]:
    """Entities that name themselves, that nothing tells, or that rows, columns and tables name and that are not."""
    entities = data.get("entities") or PlacedMapping(data.place)
    for id, entry in entities.items():
        yield from _check_entity(id, entry, entities.key_places[id])
    known = [*entities, *data.lost] if "entities" in data.lost else list(entities)
    for table in data.get("tables", ()):
        for entry in _of_entities(table):
            for key in ("each", "total-of"):
                if key in entry and "entities" not in data.lost:
                    yield from _check_use(entry, key, entities, known)


def _of_entities(table: PlacedMapping) -> Iterator[PlacedMapping]:
    yield table
    for block in blocks_of(table):
        for key in ("rows", "columns"):
            for entry, _ in walk(block.get(key, ()), key):
                assert isinstance(entry, PlacedMapping)
                yield entry


def _check_use(entry: PlacedMapping, key: str, entities: PlacedMapping, known: list[str]) -> Iterator[Mistake]:
    name, place = entry[key], entry.places[key]
    if name == YEAR and key == "each" and {"from", "to"} <= entry.keys():
        if entry["from"] > entry["to"]:
            yield mistake(place, "years-order", first=entry["from"], last=entry["to"])
        return
    if name not in entities:
        yield with_suggestion(mistake(place, "unknown-entity", name=name, known=tuple(known)), name, known)
    elif key == "total-of" and "label" not in entry and not entities[name].get("total"):
        yield mistake(place, "entity-without-total", name=name)


def _check_entity(id: str, entry: PlacedMapping, place: Place) -> Iterator[Mistake]:
    code = entry.get("key", {}).get("code", "")
    if reason := what_is_wrong(code) if code else "":
        yield mistake(entry["key"].places["code"], "pattern", reason=reason)
    if "parent" in entry and "key" not in entry and "key" not in entry.lost:
        yield mistake(entry.key_places["parent"], "entity-without-code", id=id)
    if list(entry.get("parent", ())) != sorted(set(entry.get("parent", ()))):
        yield mistake(entry.places["parent"], "entity-parent-order", id=id)
    if code and "samples" in entry and not isinstance(entry["samples"], Mapping):
        yield mistake(entry.places["samples"], "entity-samples", id=id)
    yield from _check_aliases(id, entry, place)


def _check_aliases(id: str, entry: PlacedMapping, place: Place) -> Iterator[Mistake]:
    """No wording stands for two names, or for the total, and none for itself."""
    meant: dict[str, str] = {_plain(total): "" for total in texts_of(entry.get("total", ()))}
    aliases = entry.get("aliases") or PlacedMapping(place)
    for name, others in aliases.items():
        for wording, at in ((name, aliases.key_places[name]), *others.pairs()):
            if meant.setdefault(_plain(wording), name) != name:
                yield mistake(at, "entity-alias-twice", name=wording, id=id)
        for wording, at in others.pairs():
            if _plain(wording) == _plain(name):
                yield mistake(at, "entity-names-itself", name=wording, id=id)


def _plain(wording: str) -> str:
    return "".join(wording.split()).casefold()
