"""What a client may ask for: each tool with the schemas of what it takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from linter.configuration.planning import Plans
from linter.configuration.resolving import Asked
from linter.kinds import KINDS
from linter.language import render
from linter.language.printable import plain
from linter.model.records import Record
from linter.model.result import Extracted, Result, error_of
from linter.reporters.json import as_object
from linter.run.batch import Batch, lint_many
from linter.run.engine import LintOptions
from linter.run.processes import family_in_process

Schema = Mapping[str, Any]
Answer = dict[str, Any]

MOST_TOKENS = 4000
"""An answer has no more, counted high: a token for each character that is not ASCII, and for every two that are."""

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}


class Tool(Record):
    """A tool: what it does, what it takes and gives, and the function that does it, in a language."""

    description: str
    takes: Schema
    gives: Schema
    work: Callable[[Mapping[str, Any], str], Answer]


class Refused(Exception):
    """Arguments that a tool cannot do anything with, and why."""


def tokens(text: str) -> int:
    """How many tokens a text may have, counted high."""
    ascii = sum(map(str.isascii, text))
    return len(text) - ascii + ascii // 2


def _object(properties: Schema, required: tuple[str, ...] = ()) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required)}


def _checked(path: str, options: LintOptions) -> Result:
    if not Path(path).is_file():
        raise Refused(f"no such file: {path}")
    planner = Plans(Asked(options=options))
    plan = planner.for_file(Path(path))
    batch = Batch((path,), plan.pack, family_in_process(plan.pack), plan.options, 1, None, plan.previous)
    return lint_many(batch._replace(adjust=planner.adjust)).files[0]


def _check(given: Mapping[str, Any], language: str) -> Answer:
    file: Any = as_object(_checked(str(given["path"]), LintOptions()), language)
    findings = [
        {
            **{key: one[key] for key in ("rule", "severity", "message", "hint", "source")},
            "location": {key: float(number) for key, number in one["location"].items()},
        }
        for one in file["findings"]
    ]
    about = {key: file[key] for key in ("path", "year", "organisation", "error")}
    undecided = len(file["undecided"])
    accepted = len(file["accepted"])
    return {**about, "findings": findings, "undecided": undecided, "accepted": accepted, "left_out": 0}


def _explain(given: Mapping[str, Any], language: str) -> Answer:
    name = str(given["rule"])
    pack = str(given.get("pack") or Plans(Asked()).for_folder(Path()).pack)
    for member in reversed(family_in_process(pack).packs):
        rule = member.rule(name)
        if rule is not None:
            why = rule.explanation.in_language(language) if rule.explanation else ""
            return {"rule": name, "title": rule.title.in_language(language), "why": why, "source": rule.source}
    if name in KINDS:
        return {"rule": name, "title": name, "why": _about_kind(name, language), "source": ""}
    raise Refused(f"no such rule: {name}")


def _about_kind(name: str, language: str) -> str:
    kind = KINDS[name]
    return kind.zh if language == "zh" else (kind.doc or "").strip()


def _extract(given: Mapping[str, Any], language: str) -> Answer:
    found = _checked(str(given["path"]), LintOptions(rules=False))
    if not isinstance(found, Extracted):
        error = error_of(found)
        why = "" if error is None else f": {render(error, language)}"
        raise Refused(f"not a report that can be read: {given['path']}{why}")
    wanted = given.get("table")
    if wanted is not None and wanted not in found.figures:
        raise Refused(f"no table {wanted} in this report; it has: {', '.join(found.figures) or 'none'}")
    cells = [
        {"cell": f"{table}.{row}.{column}", "value": None if value is None else plain(value)}
        for table, rows in found.figures.items()
        if wanted in (None, table)
        for row, columns in rows.items()
        for column, value in columns.items()
    ]
    return {"path": found.head.path, "year": found.head.year, "cells": cells, "left_out": 0}


_PATH: Schema = {"type": "string", "description": "a report: text, Markdown, web page, Word or PDF file"}
_LISTED: Schema = {"type": "array", "items": {"type": "object"}}
_YEAR: Schema = {"type": ["integer", "null"]}
_NULL: Schema = {"type": ["string", "null"]}

TOOLS: Mapping[str, Tool] = {
    "check": Tool(
        "What is wrong with a draft report, and where. Nothing is written.",
        _object({"path": _PATH}, ("path",)),
        _object(
            {
                "path": _TEXT,
                "year": _YEAR,
                "organisation": _NULL,
                "error": _NULL,
                "findings": _LISTED,
                "undecided": _COUNT,
                "accepted": _COUNT,
                "left_out": _COUNT,
            },
            ("path", "findings", "undecided", "accepted", "left_out"),
        ),
        _check,
    ),
    "explain": Tool(
        "What a rule checks, why, and where that is laid down.",
        _object({"rule": _TEXT, "pack": _TEXT}, ("rule",)),
        _object({"rule": _TEXT, "title": _TEXT, "why": _TEXT, "source": _TEXT}, ("rule", "title", "why", "source")),
        _explain,
    ),
    "extract": Tool(
        "The figures of a report, cell by cell; of one table where its id is given.",
        _object({"path": _PATH, "table": _TEXT}, ("path",)),
        _object({"path": _TEXT, "year": _YEAR, "cells": _LISTED, "left_out": _COUNT}, ("path", "cells", "left_out")),
        _extract,
    ),
}
