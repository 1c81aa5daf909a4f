"""The JSON Schema of the JSON format, for those who read it by program. `python -m linter.reporters.json_schema` writes
`docs/json.schema.json` anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from linter.model.accepted import Means
from linter.model.finding import Severity
from linter.reporters.json import VERSION

Schema = Mapping[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_COUNT: Schema = {"type": "integer", "minimum": 0}


def _object(about: str, properties: Schema, optional: Schema | None = None) -> Schema:
    """An object with all of `properties`; keys may be added to the format, so that others are no mistake."""
    return {
        "description": about,
        "type": "object",
        "required": list(properties),
        "properties": {**properties, **(optional or {})},
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_ADDRESS: Schema = {"table": _TEXT, "row": _TEXT, "column": _TEXT}
_SUSPECT: Schema = {
    **_ADDRESS,
    "value": {"type": "number"},
    "suggested": {"type": "number", "description": "the value with which the figures would agree"},
    "reason": _TEXT_OR_NULL,
}
_OF_PREVIOUS: Schema = {"previous": {"const": True, "description": "a cell of the report of the year before"}}

_FINDING = _object(
    "what is wrong, where, and by which rule",
    {
        "rule": _TEXT,
        "severity": {"enum": [severity.value for severity in Severity]},
        "title": {"type": "string", "description": "what has to hold"},
        "headline": {"type": "string", "description": "what is wrong, in a line"},
        "message": _TEXT,
        "hint": _TEXT_OR_NULL,
        "source": _TEXT,
        "section": _TEXT_OR_NULL,
        "table": _TEXT_OR_NULL,
        "cells": _list(_object("a cell, with what it prints", {**_ADDRESS, "name": _TEXT, "text": _TEXT})),
        "suspect": {
            "anyOf": [
                {"type": "null"},
                _object(
                    "the cell that most likely is wrong", {**_SUSPECT, "certain": {"type": "boolean"}}, _OF_PREVIOUS
                ),
            ]
        },
        "explanations": _list(_list(_object("a cell of a smallest set that explains it", _SUSPECT, _OF_PREVIOUS))),
        "imputed": _list(_object("what a blank cell comes to", {**_ADDRESS, "value": {"type": "number"}})),
        "location": {
            "description": "line and column; or block, row, cell, paragraph and run; or page and box in points",
            "type": "object",
            "additionalProperties": {"type": "number"},
        },
        "place": {"type": "string", "description": "the same in the words of the report"},
        "fingerprint": {"type": "string", "description": "the same as long as the report is edited elsewhere"},
        "related": _list({"$ref": "#/$defs/finding"}),
    },
)

_ACCEPTED = _object(
    "a finding that somebody accepted, and that fails nothing",
    {
        "means": {"enum": [means.value for means in Means]},
        "reason": _TEXT_OR_NULL,
        "owner": _TEXT_OR_NULL,
        "until": _TEXT_OR_NULL,
        "place": {"type": ["string", "null"], "description": "where that is written"},
        "finding": {"$ref": "#/$defs/finding"},
    },
)

_FILE = _object(
    "a file that was checked, or that could not be",
    {
        "path": _TEXT,
        "format": _TEXT_OR_NULL,
        "pack": _TEXT_OR_NULL,
        "year": {"type": ["integer", "null"]},
        "organisation": _TEXT_OR_NULL,
        "previous": {"type": ["string", "null"], "description": "the report of the year before, where one was used"},
        "findings": _list({"$ref": "#/$defs/finding"}),
        "undecided": _list(_object("a rule that could not look", {"rule": _TEXT, "title": _TEXT, "reason": _TEXT})),
        "accepted": _list(_ACCEPTED),
        "notes": _list(_TEXT),
        "error": {"type": ["string", "null"], "description": "why it could not be checked, or not wholly"},
    },
)

_NOTE = _object(
    "what was met beside the reports: files that were left out, reports that are there twice, agencies without one",
    {
        "about": {"type": "string", "description": "what it is, in a word that stays: walk.marked, report.twice, …"},
        "message": _TEXT,
        "count": {"type": ["integer", "null"], "minimum": 0},
        "paths": {**_list(_TEXT), "description": "some of the files, or all"},
        "agencies": _list(_TEXT),
    },
)

_SUMMARY = _object(
    "how many there are",
    {
        "files": _COUNT,
        **{severity.value: _COUNT for severity in Severity},
        "undecided": _COUNT,
        "failed": _COUNT,
        "accepted": _COUNT,
    },
)


def json_schema() -> dict[str, Any]:
    """The schema of what `gouji check --format json` prints."""
    document = _object(
        "the result of a run",
        {
            "version": {"const": VERSION},
            "files": _list(_FILE),
            "skipped": _list(_TEXT),
            "notes": _list(_NOTE),
            "summary": _SUMMARY,
        },
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"gouji check --format json, version {VERSION}",
        **document,
        "$defs": {"finding": _FINDING},
    }


if __name__ == "__main__":
    target = Path(__file__).parents[2] / "docs" / "json.schema.json"
    target.write_text(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
