"""Small forms and drafts written in a few lines, and what was bound of them, for tests of single decisions.

A form has one table: `rows` (labels, or a group with the rows under it), `columns`, and what else `form` takes. Labels
are the ids. In a draft a line with `|` is a row of cells, a blank line cuts a table, any other line is a paragraph;
`2>` before a cell makes it two grid columns wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.binding import bind
from linter.model.address import Address
from linter.model.document import Block, Cell, Document, Paragraph, Row, Table, Text
from linter.model.message import Localised
from linter.model.report import BoundReport
from linter.model.span import TextSpan
from linter.model.template import (
    BlockSpec,
    ColumnSpec,
    EmptyCells,
    GroupSpec,
    Label,
    RowSpec,
    SectionSpec,
    TableSpec,
    Template,
)
from linter.model.value import COUNT, EmptyMeaning

VALUE = COUNT._replace(missing={"/": EmptyMeaning.REPORT, "无": EmptyMeaning.ZERO})


def block(given: Mapping[str, Any]) -> BlockSpec:
    rows: list[RowSpec] = []
    groups: list[GroupSpec] = []
    for one in given["rows"]:
        if isinstance(one, str):
            rows.append(RowSpec(one, Label(one), one))
            continue
        for group, below in one.items():
            ids = tuple(f"{group}/{row}" for row in below)
            rows += [RowSpec(id, Label(row), id, (Label(group),)) for id, row in zip(ids, below, strict=True)]
            groups.append(GroupSpec(group, Label(group), group, ids))
    columns = tuple(ColumnSpec(one, Label(one), one, VALUE) for one in given["columns"])
    heading = Label(given["heading"]) if "heading" in given else None
    corner = tuple(Label(one) for one in given.get("corner", ()))
    return BlockSpec(tuple(rows), columns, tuple(groups), heading, corner)


def table(id: str, given: Mapping[str, Any]) -> TableSpec:
    empty = EmptyCells(always_filled=tuple(given.get("always-filled", ())))
    blocks = tuple(block(one) for one in given.get("blocks", (given,)))
    return TableSpec(id, given.get("section", "s"), Localised(id, id), blocks, given.get("across", False), {}, empty)


def form(given: Mapping[str, Any]) -> Template:
    """A form of one table, or of those under `tables`; `sections` are [id, title, number, keywords]."""
    sections = tuple(
        SectionSpec(id, Label(title), number, tuple(keywords))
        for id, title, number, *keywords in given.get("sections", [["s", "填报情况", "一、"]])
    )
    tables = tuple(table(id, one) for id, one in given.get("tables", {"t": given} if "rows" in given else {}).items())
    return Template("form", (), sections, tables)


def text(value: str, line: int, column: int = 0) -> Text:
    return Text(value, ((0, TextSpan(line, column + 1, 1000 * line + column, len(value))),))


def document(draft: str, ruled: bool = False) -> Document:
    return Document("draft.txt", "txt", tuple(_blocks(draft, ruled)))


def _blocks(draft: str, ruled: bool) -> Iterator[Block]:
    rows: list[Row] = []
    for number, line in enumerate([*draft.splitlines(), ""], 1):
        if "|" in line:
            rows.append(_row(line, number))
            continue
        if rows:
            yield Table(tuple(rows), ruled)
            rows = []
        if line.strip():
            yield Paragraph(text(line.strip(), number))


def _row(line: str, number: int) -> Row:
    cells: list[Cell] = []
    at = 0
    for index, part in enumerate(line.split("|")):
        wide = re.match(r"\s*([0-9])>", part)
        span = int(wide[1]) if wide else 1
        cells.append(Cell(text(part[wide.end() if wide else 0 :].strip(), number, index), at, span))
        at += span
    return Row(tuple(cells))


def seen(report: BoundReport, id: str = "t") -> dict[str, Any]:
    """What was bound of a table: the texts of each row in the order of the form (`?` where nothing is bound), rows of
    which nothing is left out, `0` after a blank that counts as zero; and every miss as `kind rows columns seen`.
    """
    bound = report.tables.get(id)
    if bound is None:
        return {}
    rows = {}
    for spec in bound.spec.blocks:
        for row in (*spec.rows, *spec.groups):
            addresses = [Address(id, row.id, column.id) for column in spec.columns]
            if any(address in bound.cells for address in addresses):
                rows[row.id] = " ".join(_printed(address, bound.cells, bound.zeros) for address in addresses)
    misses = [
        " ".join((miss.kind.value, *miss.rows, *miss.columns, *([miss.seen] if miss.seen and not miss.rows else [])))
        for miss in bound.misses
    ]
    return {"rows": rows, **({"misses": sorted(misses)} if misses else {})}


def _printed(address: Address, cells: Mapping[Address, Any], zeros: Sequence[Address]) -> str:
    if address not in cells:
        return "?"
    return cells[address].text or ("-0" if address in zeros else "-")


def bound(given: Mapping[str, Any], draft: str, ruled: bool = False) -> BoundReport:
    """The draft as bound; where the form has no `sections`, all of it stands in the one that it is given."""
    return bind(document(draft if "sections" in given else f"一、填报情况\n{draft}", ruled), form(given))
