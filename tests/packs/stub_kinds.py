"""A registry of two small kinds, so that the tests of packs do not hang on the wording of the real ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from linter.kinds.kind import Kind, OptionError, OptionErrors
from linter.model.finding import Outcome
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template


@dataclass(frozen=True, slots=True)
class Named:
    """The tables that a rule names."""

    tables: tuple[str, ...]


def parse_tables(options: Mapping[str, Any], template: Template) -> Named:
    known = [table.id for table in template.tables]
    errors = [
        OptionError(("tables", index), Message("pack.unknown-row", {"name": name, "table": "*"}))
        for index, name in enumerate(options["tables"])
        if name not in known
    ]
    if errors:
        raise OptionErrors(errors)
    return Named(tuple(options["tables"]))


def parse_range(options: Mapping[str, Any], template: Template) -> Named:
    return Named(())


def check(options: Named, report: BoundReport) -> Iterable[Outcome]:
    return ()


KINDS: Mapping[str, Kind[Any]] = {
    "required-table": Kind(
        {
            "properties": {
                "tables": {"type": "array", "minItems": 1, "items": {"type": "string"}, "uniqueItems": True}
            },
            "required": ["tables"],
        },
        parse_tables,
        check,
    ),
    "cell-range": Kind(
        {
            "properties": {
                "least": {"type": "integer", "minimum": 0, "maximum": 99},
                "most": {"oneOf": [{"type": "integer"}, {"enum": ["open"]}]},
                "cells": {"type": "array", "items": {"type": "string", "pattern": "^[a-z.*]+$"}},
            },
            "required": ["least"],
        },
        parse_range,
        check,
    ),
}
