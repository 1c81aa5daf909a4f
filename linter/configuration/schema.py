"""The JSON Schema of a configuration, for validation here and for editors (`gouji schema config`)."""

from __future__ import annotations

from typing import Any

from linter.configuration.settings import NEVER
from linter.model.finding import Severity
from linter.packs.schema_parts import Schema, record, text

PROFILES = ("drafting", "submitted", "published")

_SEVERITIES = [severity.value for severity in Severity]
_TEXTS: Schema = {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string"}}]}


def _of_files() -> dict[str, Schema]:
    """What can be said of all files, and of some of them."""
    agency = {
        "name": text("Its name, as the report should state it."),
        "kind": text("What it is: the id of a kind of agency of the pack, such as department."),
        "level": text("At which level it stands, such as county."),
    }
    return {
        "pack": text("The rule pack: the id of a shipped one, or a folder."),
        "extra-packs": _TEXTS | {"description": "Folders with rules that are laid over the pack."},
        "agency": {
            "anyOf": [{"type": "string", "minLength": 1}, record("The agency", agency)],
            "description": "Whose reports these should be: the name, or a name, a kind and a level.",
        },
        "year": {"type": "integer", "minimum": 1000, "maximum": 9999, "description": "The year reported on."},
        "publish-date": {"type": "string", "format": "date", "description": "The day of publication, as 2024-01-17."},
        "previous": text("The report of the year before, or a folder of them."),
        "profile": {"enum": list(PROFILES), "description": "How far the drafts are: it sets fail-on and strict."},
        "select": _TEXTS | {"description": "Report only these rules; patterns such as requests-* are allowed."},
        "ignore": _TEXTS | {"description": "Leave these rules out."},
        "severities": {
            "type": "object",
            "additionalProperties": {"enum": _SEVERITIES},
            "description": "Rules, or patterns of them, and the severity that they have here.",
        },
        "fail-on": {"enum": [*_SEVERITIES, NEVER], "description": "From what severity on the run fails."},
        "strict": {"type": "boolean", "description": "Whether a rule that is undecided fails the run."},
    }


def _waiver() -> Schema:
    keys: dict[str, Any] = {
        "rule": text("The rule, or a pattern of rules, whose finding is accepted."),
        "file": text("The file, or a pattern of files, from the folder of the configuration on."),
        "address": text("The cell, as table.row.column; without it, all findings of the rule in the file."),
        "value": {"type": ["string", "number"], "description": "What the cell said when the finding was accepted."},
        "reason": text("Why it is accepted."),
        "owner": text("Who answers for it."),
        "until": {"type": "string", "format": "date", "description": "The last day on which it holds."},
    }
    return record("A finding that is accepted", keys, ("rule", "file", "reason", "owner"))


def config_schema() -> Schema:
    """The schema of `.gouji.yaml`, and of `[tool.gouji]`."""
    glob = {"path": _TEXTS | {"description": "Files: patterns from the folder of the configuration on."}}
    some = record("Settings of some files", glob | _of_files(), ("path",))
    whole = {
        "files": {"type": "array", "items": some, "description": "Settings of some files; later ones win."},
        "waivers": {
            "anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {"$ref": "#/$defs/waiver"}}],
            "description": "Findings that are accepted, or the file that lists them.",
        },
        "baseline": text("The file of findings that were there on a day, written by gouji baseline write."),
        "store": text("The file in which results are kept, so that unchanged reports are not checked again."),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **record("gouji configuration", _of_files() | whole),
        "$defs": {"waiver": _waiver()},
    }


def waivers_schema() -> Schema:
    """The schema of a file of waivers alone."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **record("gouji waivers", {"waivers": {"type": "array", "items": {"$ref": "#/$defs/waiver"}}}),
        "$defs": {"waiver": _waiver()},
    }
