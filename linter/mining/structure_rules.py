"""Rules of a mined pack that need no sums, as data: sections and tables are there, and can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from linter.mining.forms import Form, FormPart
from linter.mining.named import Names, PartNames
from linter.model.message import Localised
from linter.model.records import Record

Data = dict[str, Any]

FOREIGN = "Qqqq"
"""A label that no form has."""


def rule(
    id: str, title: Localised, kind: str, severity: str, source: str, tests: Sequence[Data], **options: Any
) -> Data:
    """An entry of `rules`."""
    given = {key.replace("_", "-"): value for key, value in options.items()}
    return {
        "id": id,
        "title": {"zh": title.zh, "en": title.en},
        "kind": kind,
        **given,
        "severity": severity,
        "source": source,
        "tests": list(tests),
    }


def structure_rules(form: Form, names: Names, source: str) -> Iterator[Data]:
    """Rules that need no sums: sections, tables, rows and columns are there, and cells hold what they should.

    Their tests fail in one way of writing a table or another; those that do not are taken out when they are run.
    """
    if form.headings:
        heading = f"{form.headings[-1].number}{form.headings[-1].label}"
        yield rule(
            "sections-there",
            Localised(zh="各部分齐全", en="all sections are there"),
            "required-section", "error", source,
            [{"pass": {}}, {"fail": {"remove": [heading]}}],
        )  # fmt: skip
        yield rule(
            "sections-in-order",
            Localised(zh="各部分按顺序排列", en="sections are in order"),
            "section-order", "warning", source,
            [{"pass": {}}, *_swapped(form)],
        )  # fmt: skip
    if not form.tables:
        return
    has_rows = any(not part.open for table in form.tables for part in table.parts)
    for id, title, kind, severity, failing in _OF_TABLES:
        if kind in _OF_FIXED_ROWS and not has_rows:
            continue
        tests = [{"fail": test} for spot in _spots(form, names) for test in failing(spot)]
        yield rule(id, title, kind, severity, source, [{"pass": {}}, *tests])
    spot = next(_spots(form, names))
    yield rule(
        "cells-filled-in",
        Localised(zh="单元格不留空", en="no cell is left blank"),
        "filled-cells", "warning", source,
        [{"pass": {}}, {"fail": {"cells": {spot.cell: ""}}}],
        cells=[f"{table.id}.*.*" for table in names.tables],
    )  # fmt: skip


def _swapped(form: Form) -> Iterator[Data]:
    if len(form.headings) > 1:
        one, other = (f"{heading.number}{heading.label}" for heading in form.headings[-2:])
        yield {"fail": {"replace": {one: other, other: one}}}


class Spot(Record):
    """What tests of a table need: all its labels, two of its rows, its last column, a cell, and the changes after which
    the empty form lacks that column, or has one more.
    """

    labels: tuple[str, ...]
    rows: tuple[str, ...]
    column: str
    cell: str
    shorter: Mapping[str, str]
    longer: Mapping[str, str]


def _spots(form: Form, names: Names) -> Iterator[Spot]:
    """The tables that tests are made for: the one with most columns, and the first with rows of its own."""
    pairs = [
        (table, named, number)
        for table, named in zip(form.tables, names.tables, strict=True)
        for number in range(len(table.parts))
        if not table.parts[number].across or len(form.tables) == 1
    ] or [(form.tables[0], names.tables[0], 0)]
    table, named, number = max(pairs, key=lambda pair: len(pair[0].parts[pair[2]].columns))
    part, of_part = table.parts[number], named.parts[number]
    labels = [line.path[-1] for one in table.parts for line in (*one.columns, *one.rows)]
    labels += [label for one in table.parts for label in (*one.corner, *one.samples)]
    rows = part.samples if part.open else tuple(line.path[-1] for line in part.rows)
    zeros = "\t0" * len(part.columns)
    before, last = ("", *(line.path[-1] for line in part.columns))[-2:]
    is_flat = all(len(line.path) == 1 for line in part.columns)
    label = {f"{before}\t{last}": before} if before and is_flat else {last: ""}
    yield Spot(
        tuple(dict.fromkeys(labels)),
        rows[-2:],
        part.columns[-1].path[-1],
        f"{named.id}.{_some_row(part, of_part)}.{of_part.columns[part.columns[-1].key]}",
        {**label, zeros: zeros.removesuffix("\t0")},
        {last: f"{last}\t{FOREIGN}", zeros: f"{zeros}\t0"},
    )


def _rows_twice(spot: Spot) -> Iterator[Data]:
    if len(spot.rows) > 1:
        yield {"cells": {spot.cell: 1}, "replace": {spot.rows[1]: spot.rows[0]}}


_OF_FIXED_ROWS = ("required-rows", "known-rows")

_OF_TABLES: Sequence[tuple[str, Localised, str, str, Callable[[Spot], Iterable[Data]]]] = (
    ("tables-there", Localised(zh="各表齐全", en="all tables are there"),
     "required-table", "error",
     lambda spot: [{"remove": list(spot.labels)}]),
    ("columns-there", Localised(zh="各列齐全", en="all columns are there"),
     "required-columns", "error",
     lambda spot: [{"replace": {spot.column: FOREIGN}}, {"replace": spot.shorter}]),
    ("no-other-columns", Localised(zh="没有其他列", en="there are no other columns"),
     "known-columns", "warning",
     lambda spot: [{"replace": {spot.column: FOREIGN}}, {"replace": spot.longer}]),
    ("rows-there", Localised(zh="各行齐全", en="all rows are there"),
     "required-rows", "error",
     lambda spot: [{"remove": [spot.rows[0]]}]),
    ("no-other-rows", Localised(zh="没有其他行", en="there are no other rows"),
     "known-rows", "warning",
     lambda spot: [{"replace": {spot.rows[0]: FOREIGN}}]),
    ("rows-readable", Localised(zh="每行的数字可以逐列读出", en="the figures of each row can be told apart"),
     "readable-rows", "error",
     _rows_twice),
    ("cells-hold-figures", Localised(zh="单元格应填符合要求的数字", en="cells hold figures of the right sort"),
     "cell-value", "error",
     lambda spot: [{"cells": {spot.cell: "abc"}}]),
)  # fmt: skip
"""Rules over whole tables: id, title in both languages, kind, severity, and what makes a correct report fail it."""


def _some_row(part: FormPart, names: PartNames) -> str:
    if part.open:
        return part.samples[0] if part.samples else f"{names.entity} 1"
    return names.rows[part.rows[-1].key]
