"""A registry of two small kinds, so that the tests of packs do not hang on the wording of the real ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linter.kinds.kind import Kind
from linter.kinds.option import Option, OptionError, OptionErrors, Options, OptionType
from linter.model.finding import Outcome
from linter.model.message import Localised, Message
from linter.model.report import BoundReport
from linter.model.template import Template


def _known_tables(written: Iterable[str], template: Template) -> tuple[str, ...]:
    known = [table.id for table in template.tables]
    errors = [
        OptionError((index,), Message("pack.unknown-row", {"name": name, "table": "*"}))
        for index, name in enumerate(written)
        if name not in known
    ]
    if errors:
        raise OptionErrors(errors)
    return tuple(written)


def _of(schema: Mapping[str, Any]) -> OptionType[Any]:
    return OptionType(Localised("甲", "any"), schema, lambda written, template: written)


class Named(Options):
    """The tables that a rule names."""

    tables = Option(
        _of({"type": "array", "minItems": 1, "items": {"type": "string"}, "uniqueItems": True})._replace(
            read=_known_tables
        ),
        zh="表",
        en="Tables.",
    )


class Range(Options):
    """What may stand in cells."""

    least = Option(_of({"type": "integer", "minimum": 0, "maximum": 99}), zh="最小", en="The least.")
    most = Option(_of({"oneOf": [{"type": "integer"}, {"enum": ["open"]}]}), zh="最大", en="The most.", default=None)
    cells = Option(
        _of({"type": "array", "items": {"type": "string", "pattern": "^[a-z.*]+$"}}),
        zh="单元格",
        en="Cells.",
        default=None,
    )


def check(options: Options, report: BoundReport) -> Iterable[Outcome]:
    return ()


KINDS: Mapping[str, Kind[Any]] = {
    "required-table": Kind("", "", Named, check, {}),
    "cell-range": Kind("", "", Range, check, {}),
}
