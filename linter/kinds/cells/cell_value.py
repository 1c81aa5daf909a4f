"""What stands in the cells of a column: whole numbers, changes with a sign, amounts.

```yaml
id: cells-hold-figures
title: {zh: 单元格应填写符合要求的数字, en: cells hold figures of the right sort}
kind: cell-value
severity: error
source: 国办公开办函〔2021〕30号
```

Its value type says what a column holds: whole numbers from 0 (`count`, which is usual), numbers that may be negative,
or decimal ones, perhaps with no more than so many `places`; dates or text. One finding for a row and a sort of mistake,
one for all rows that say the same word, and one for a table of which most rows have the same sort of mistake.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linter.kinds.in_tables import InTables, each_table
from linter.kinds.kind import Kind
from linter.kinds.naming import column_names, quoted, row_names
from linter.model.address import Address
from linter.model.document import PICTURE
from linter.model.finding import Outcome, Problem, Undecided
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundCell, BoundTable, CellState
from linter.model.value import COUNT, Sort, ValueSpec
from linter.text.regex import regex
from linter.text.widths import visible

_BROKEN = regex(r"\s*[0-9][0-9.,]*(?:[ \t]*\n\s*[0-9.,]+)+\s*")
_SPACED = regex(r"\s*[0-9\uff10-\uff19][0-9\uff10-\uff19.,]*(?:\s+[0-9\uff10-\uff19.,]+)+\s*")

MOST_ROWS = 5
"""Rows with the same sort of mistake that are one finding each; more, and half of a table's, have one cause."""

_SHOWN = 5
"""Cells that the message for a table names; the finding holds all."""


def _look(table: BoundTable) -> Iterator[Outcome]:
    wrong: dict[tuple[str, str], list[BoundCell]] = {}
    unsure: dict[str, list[BoundCell]] = {}
    types: Mapping[Address, ValueSpec] | None = None
    for address, cell in table.cells.items():
        figure = cell.figure
        if cell.state is CellState.UNREADABLE and (reason := _reason(cell.text)):
            unsure.setdefault(reason, []).append(cell)
        elif cell.state is CellState.UNREADABLE or (figure is not None and (figure.places or figure.value < 0)):
            types = types or dict(table.spec.values())
            if mistake := _mistake(cell, types.get(address, COUNT)):
                wrong.setdefault((address.row, mistake), []).append(cell)
    alike: dict[str, list[tuple[str, list[BoundCell]]]] = {}
    throughout = _throughout(table, wrong)
    for mistake in throughout:
        yield _of_table(table, mistake, [cell for (_, own), cells in wrong.items() if own == mistake for cell in cells])
    for (row, mistake), cells in wrong.items():
        if mistake in throughout:
            continue
        texts = {cell.text.strip() for cell in cells}
        if mistake == "unreadable" and len(texts) == 1:
            alike.setdefault(texts.pop(), []).append((row, cells))
        else:
            yield _problem(table, row, mistake, cells)
    for reason, cells in unsure.items():
        values: dict[str, Value] = {
            "table": table.spec.title,
            "count": len(cells),
            "text": visible(cells[0].text.strip()),
        }
        yield Undecided(Message(f"cell-value.{reason}", values))
    for text, rows in alike.items():
        yield _problem(table, rows[0][0], "unreadable", rows[0][1]) if len(rows) == 1 else _of_rows(table, text, rows)


def _reason(text: str) -> str:
    """Why it is not sure what a cell says: its digits stand on several lines, or in a picture; empty where it is."""
    if text.strip() == PICTURE:
        return "picture"
    if "\n" in text and _BROKEN.fullmatch(text):
        return "broken"
    return "spaced" if _SPACED.fullmatch(text) else ""


def _throughout(table: BoundTable, wrong: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The sorts of mistakes that most rows of a table have."""
    rows = len({address.row for address in table.cells})
    counted = Counter(mistake for _, mistake in wrong)
    return tuple(mistake for mistake, count in counted.items() if count > MOST_ROWS and 2 * count >= rows)


def _mistake(cell: BoundCell, type: ValueSpec) -> str:
    if cell.figure is None:
        return "no-date" if type.sort is Sort.DATE else "unreadable"
    if cell.figure.value < 0 and not type.negative:
        return "negative"
    if not type.decimal:
        return "" if cell.figure.is_whole else "decimal"
    decimals = -int(cell.figure.value.normalize().as_tuple().exponent)
    return "places" if type.places is not None and decimals > type.places else ""


def _problem(table: BoundTable, row: str, mistake: str, cells: list[BoundCell]) -> Problem:
    columns = column_names(table.spec, (cell.address.column for cell in cells))
    seen = tuple(
        Message("cell-value.cell", {"column": column, "text": visible(cell.text.strip())})
        for column, cell in zip(columns, cells, strict=True)
    )
    message = Message(f"cell-value.{mistake}", {"row": row_names(table.spec, (row,))[0], "cells": seen})
    return Problem(message, tuple(cells), section=table.spec.section, table=table.spec.id)


def _of_table(table: BoundTable, mistake: str, cells: list[BoundCell]) -> Problem:
    seen = tuple(
        Message("cell-value.cell-of-table", {"cell": cell.name, "text": visible(cell.text.strip())})
        for cell in cells[:_SHOWN]
    )
    values: dict[str, Value] = {"table": table.spec.title, "count": len(cells), "cells": seen}
    message = Message(f"cell-value.table-{mistake}", values)
    return Problem(message, tuple(cells), section=table.spec.section, table=table.spec.id)


def _of_rows(table: BoundTable, text: str, rows: Sequence[tuple[str, list[BoundCell]]]) -> Problem:
    """Rows whose cells say the same, which is no figure (不涉及): one cause, one finding."""
    names = quoted(row_names(table.spec, (row for row, _ in rows)))
    message = Message("cell-value.rows-unreadable", {"rows": names, "text": visible(text)})
    cells = tuple(cell for _, own in rows for cell in own)
    return Problem(message, cells, section=table.spec.section, table=table.spec.id)


MESSAGES: Catalogue = {
    "cell-value.broken": Localised(
        zh="{table}有 {count} 个单元格的数字断在几行（如“{text}”），不能确定是一个数还是几个数，没有核对；"
        "请去掉其中的换行",
        en="the digits in {count} cell(s) of {table} are on several lines (as in “{text}”); they were not "
        "checked, as they may be one figure or several; remove the line breaks",
    ),
    "cell-value.spaced": Localised(
        zh="{table}有 {count} 个单元格的数字中间有空格（如“{text}”），不能确定是一个数还是几个数，没有核对；"
        "请去掉其中的空格",
        en="there are spaces between the digits in {count} cell(s) of {table} (as in “{text}”); they were not "
        "checked, as they may be one figure or several; remove the spaces",
    ),
    "cell-value.picture": Localised(
        zh="{table}有 {count} 个单元格的数字是图片，没有读取；请改为文字",
        en="the figures in {count} cell(s) of {table} are pictures and were not read; type them as text",
    ),
    "cell-value.cell-of-table": Localised(zh="{cell}为“{text}”", en="{cell} is “{text}”"),
    "cell-value.cell": Localised(zh="“{column}”为“{text}”", en="“{column}” is “{text}”"),
    "cell-value.negative": Localised(
        zh="“{row}”有负数：{cells}；应为 0 或正数",
        en="“{row}” has a negative figure: {cells}; it should be 0 or more",
    ),
    "cell-value.decimal": Localised(
        zh="“{row}”有小数：{cells}；应为整数",
        en="“{row}” has a decimal figure: {cells}; it should be a whole number",
    ),
    "cell-value.rows-unreadable": Localised(
        zh="{rows}填的不是数字，而是“{text}”；应填数字，没有的填 0",
        en="{rows} say “{text}”, which is not a figure; write a number, or 0 where there is nothing",
    ),
    "cell-value.places": Localised(
        zh="“{row}”的小数位数过多：{cells}；请按规定的位数填写",
        en="“{row}” has more decimals than the form asks for: {cells}; write as many as it asks for",
    ),
    "cell-value.no-date": Localised(
        zh="“{row}”填的不是日期，或者日历上没有这一天：{cells}",
        en="“{row}” has something that is no day of the calendar: {cells}",
    ),
    "cell-value.unreadable": Localised(
        zh="“{row}”填的不是数字：{cells}；没有的填 0",
        en="“{row}” has something that is not a figure: {cells}; write a number, or 0 where there is nothing",
    ),
    "cell-value.table-negative": Localised(
        zh="{table}有 {count} 格为负数，如{cells}；应为 0 或正数",
        en="{count} cells of {table} have a negative figure, such as {cells}; it should be 0 or more",
    ),
    "cell-value.table-decimal": Localised(
        zh="{table}有 {count} 格为小数，如{cells}；应为整数",
        en="{count} cells of {table} have a decimal figure, such as {cells}; it should be a whole number",
    ),
    "cell-value.table-places": Localised(
        zh="{table}有 {count} 格的小数位数过多，如{cells}；请按规定的位数填写",
        en="{count} cells of {table} have more decimals than the form asks for, such as {cells}; write as many as it "
        "asks for",
    ),
    "cell-value.table-no-date": Localised(
        zh="{table}有 {count} 格填的不是日期，或者日历上没有这一天，如{cells}",
        en="{count} cells of {table} have something that is not a valid date, such as {cells}",
    ),
    "cell-value.table-unreadable": Localised(
        zh="{table}有 {count} 格填的不是数字，如{cells}；应填数字，没有的填 0",
        en="{count} cells of {table} have something that is not a figure, such as {cells}; write a number, or 0 where "
        "there is nothing",
    ),
}

KIND = Kind(
    __doc__,
    "单元格填写的内容符合该列的数值类型：从 0 起的整数（count，不写时即是）、可为负的数、小数（可限定位数）、"
    "日期或文字。每行、每种差错合为一条；几行填的是同一个词语的合为一条，多数行有同一种差错的表合为一条。",
    InTables,
    each_table(_look),
    MESSAGES,
)
