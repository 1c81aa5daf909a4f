"""The part of the packs' JSON Schema that describes templates: everything but the rules."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.value import EmptyMeaning
from linter.packs.document_entries import document_properties
from linter.packs.entity_entries import entities_property, entity_definition
from linter.packs.recognition_schema import recognition_definitions, recognition_properties
from linter.packs.schema_parts import KEBAB_CASE, REMOVE, SNAKE_CASE, Schema, array, record, reference, text, texts
from linter.packs.value_entries import value_schema
from linter.text.languages import LANGUAGES

MOST_MEMBERS = 50
"""Packs that a family may have: one for each edition of a form."""

LABEL: Mapping[str, Schema] = {
    "label": text("The label as the official form prints it."),
    "aliases": texts("Other wordings, accepted silently."),
    "outdated": texts("Wordings of another edition: recognised, but worth a warning."),
}


def template_properties() -> dict[str, Schema]:
    """The top-level keys of a pack file, `rules` excepted."""
    return {
        "pack": reference("pack"),
        **recognition_properties(),
        "layouts": array("layout", "The editions of the form."),
        "values": {
            "description": "Types of values, by the names that columns and rows give under `value`; what is said of "
            "`every` holds for all of them.",
            "type": "object",
            "propertyNames": {"pattern": SNAKE_CASE},
            "additionalProperties": reference("value"),
        },
        "notation": reference("notation") | {"deprecated": True},
        "spellings": {
            "description": "Words that count as the same: variant → the form's own.",
            "type": "object",
            "additionalProperties": {"type": "string", "minLength": 1},
        },
        "documents": array("document", "Laws and notices that reports cite."),
        "form": reference("form"),
        "entities": entities_property(),
        "sections": array("section", "The sections, in their order."),
        "tables": array("table", "The tables, in their order."),
    }


def template_definitions() -> dict[str, Schema]:
    """What the top-level keys refer to."""
    return (
        _shared() | _writing() | recognition_definitions() | {"entity": entity_definition()} | _parts() | _table()
    ) | _entries()


def _shared() -> dict[str, Schema]:
    year = {"type": "integer", "minimum": 1900, "maximum": 2999}
    return {
        "localised": record("A text in the languages of the pack", {"zh": text("Chinese"), "en": text("English")})
        | {"minProperties": 1},
        "years": record(
            "Report years, both ends included; an end that is left out is open",
            {"first": year | {"description": "The first year."}, "last": year | {"description": "The last year."}},
        ),
        "name": {
            "type": "string",
            "pattern": SNAKE_CASE,
            "description": "An id for expressions: snake_case or Chinese.",
        },
        "id": {"type": "string", "pattern": KEBAB_CASE, "description": "An id: kebab-case."},
        "heading": {
            "description": "A label, or a label with its other wordings.",
            "oneOf": [{"type": "string", "minLength": 1}, record("Label", LABEL, ("label",))],
        },
        "pack": record(
            "What the pack is: given in one file of the folder",
            {
                "title": reference("localised", "What the pack is called."),
                "members": {
                    "description": "Folders of packs of which a report is checked by one, chosen by its year.",
                    "type": "array",
                    "minItems": 1,
                    "maxItems": MOST_MEMBERS,
                    "items": {"type": ["string", "integer"]},
                },
                "extends": text("The id of a shipped pack, or the path of a folder, that this pack is laid over."),
                "language": _languages(),
                "layout": reference("id", "The edition of the form that the template describes."),
                "notice": text("What lays this edition of the form down; sources of rules cite it as {notice}."),
                "years": reference("years", "The report years that the pack is for."),
            },
            ("title",),
        ),
    }


def _languages() -> Schema:
    one = {"enum": list(LANGUAGES)}
    return {
        "description": "The language of its reports; of several, the first. Texts for people are given in all of them.",
        "oneOf": [one, {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}],
    }


def _writing() -> dict[str, Schema]:
    """How reports are worded."""
    return {
        "value": value_schema(),
        "notation": record(
            "The former word for `values: {every: {suffix, signs}}`",
            {
                "units": texts("Units that may follow a figure."),
                "signs": {
                    "description": "Words that stand for a sign.",
                    "type": "object",
                    "additionalProperties": {"enum": ["+", "-"]},
                },
            },
        ),
        "form": record(
            "The words of an empty, correct report; {organisation} and {year} stand for those of the report",
            {
                "title": text("The title."),
                "lead": text("The paragraph before the first section."),
                "sections": {
                    "description": "A paragraph for each section that needs one, by the section's id.",
                    "type": "object",
                    "additionalProperties": {"type": "string"},
                },
                "tables": {
                    "description": "The line above a table that is found by it, by the table's id; {entity} in it.",
                    "type": "object",
                    "additionalProperties": {"type": "string"},
                },
            },
        ),
    }


def _parts() -> dict[str, Schema]:
    return {
        "layout": record(
            "An edition of the form",
            {
                "id": reference("id"),
                "title": reference("localised"),
                "years": reference("years"),
                "labels": texts("Labels in tables that only this edition has."),
                "headings": texts("Words of section titles that only this edition has."),
                "remove": REMOVE,
            },
            ("id",),
        ),
        "document": record("A law or notice that reports cite", document_properties() | {"remove": REMOVE}, ("id",)),
        "section": record(
            "A section",
            {
                "id": reference("name"),
                "number": text("The number as the form prints it, with its mark."),
                **LABEL,
                "keywords": texts("Words that tell a heading with a wrong title."),
                "remove": REMOVE,
            },
            ("id",),
        ),
    }


BLOCK: Mapping[str, Schema] = {
    "heading": reference("heading", "A label on a row of its own above the header."),
    "corner": array("heading", "The labels over the labels of the rows."),
    "columns": array("column", "The columns with figures, as a tree.", 1),
    "rows": array("row", "The rows with figures, as a tree.", 1),
}


def _table() -> dict[str, Schema]:
    return {
        "table": record(
            "A table",
            {
                "id": reference("name"),
                "section": reference("name", "The section that it stands in."),
                "title": reference("localised"),
                "found-by": _found_by(),
                "each": _EACH,
                "beside": {"type": "boolean", "description": "Its blocks stand side by side."},
                "across": {"type": "boolean", "description": "The rows stand side by side, in one line of figures."},
                **BLOCK,
                "blocks": array("block", "The parts of a table that have headers of their own.", 1),
                "sums": {
                    "description": "Names for sets of rows or of columns: ids of these, of groups and of other sums.",
                    "type": "object",
                    "propertyNames": {"pattern": SNAKE_CASE},
                    "additionalProperties": {"type": "array", "minItems": 1, "items": reference("name")},
                },
                "empty-cells": _empty_cells(),
                "remove": REMOVE,
            },
            ("id",),
        ),
        "block": record("A part of a table", {"id": reference("name"), **BLOCK, "remove": REMOVE}),
    }


def _found_by() -> Schema:
    return record(
        "What tells the table from others; without it, its section",
        {
            "title": text("An RE2 pattern: a line above the table, up to the table before it, begins so."),
            "caption": text("The same for the line just above the table, or alone in its first row."),
            "header": texts("Labels that its header has."),
            "nth": {"type": "integer", "minimum": 1, "description": "Of several tables that fit, the first, second…"},
        },
    ) | {"minProperties": 1}


_EACH = reference("name", "There is one for each entity of this kind that a report names.")
_OF_ENTITIES: Mapping[str, Schema] = {
    "each": _EACH,
    "total-of": reference("name", "It is the total over all entities of this kind."),
}


def _entries() -> dict[str, Schema]:
    entry = {**LABEL, "name": text("What messages call it, instead of its label.")}
    return {
        "row": record(
            "A row, or a group of rows",
            {
                "id": reference("name"),
                **entry,
                **_OF_ENTITIES,
                "details": {"type": "boolean", "description": "Each entity has several lines of details."},
                "value": reference("name", "What its cells hold, whatever their columns say: a name of `values`."),
                "rows": array("row", "The rows of the group, or of each entity.", 1),
                "remove": REMOVE,
            },
        )
        | {"anyOf": [{"required": ["id"]}, {"required": ["each"]}]},
        "column": record(
            "A column, or a group of columns (whose id may be left out)",
            {
                "id": reference("name"),
                **entry,
                **_OF_ENTITIES,
                "from": {"type": "integer", "description": "Of columns for each year: the first, from the report's."},
                "to": {"type": "integer", "description": "The last of them: 0 is the report's own year."},
                "detail": {"type": "boolean", "description": "It has a cell in every line of an entity's details."},
                "value": reference("name", "What its cells hold: a name of `values`; without it, `count`."),
                "unit": text("The unit that the form's header states."),
                "columns": array("column", "The columns of the group.", 1),
                "remove": REMOVE,
            },
        )
        | {"anyOf": [{"required": ["id"]}, {"required": ["columns"]}, {"required": ["each"]}]},
    }


def _empty_cells() -> Schema:
    meaning = {"enum": [str(meaning) for meaning in EmptyMeaning]}
    return record(
        "What a cell without a figure means",
        {
            "blank": meaning | {"description": "Nothing stands in it."},
            "throughout": meaning | {"description": "Blanks stand for zero all over the table."},
            "always-filled": texts("Ids of rows and columns that are not left blank beside filled ones."),
            "placeholders": {
                "description": "The former word for `values: {every: {missing}}`.",
                "deprecated": True,
                "type": "object",
                "additionalProperties": meaning,
            },
        },
    )
