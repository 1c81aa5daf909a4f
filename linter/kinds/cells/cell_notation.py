"""Figures written with more than the figure: a unit, separated thousands, spaces, a word for the sign, 12.0 for 12.

```yaml
id: figures-written-plainly
title: {zh: 单元格只填数字, en: cells hold the bare figure}
kind: cell-notation
severity: info
source: 填报惯例
```

One finding for a table and a sort of notation. Units in columns whose header states one are left to `cell-unit`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.kinds.in_tables import InTables, each_table
from linter.kinds.kind import Kind
from linter.model.address import Address
from linter.model.figure import Figure
from linter.model.finding import Problem
from linter.model.message import Catalogue, Localised, Message, Value
from linter.model.report import BoundCell, BoundTable
from linter.model.value import COUNT, ValueSpec
from linter.text.widths import visible

_SHOWN = 5
"""Cells that a message names; the finding holds all."""


def _look(table: BoundTable) -> Iterator[Problem]:
    stated = {column.id for block in table.spec.blocks for column in block.columns if column.unit}
    amounts = {column.id for block in table.spec.blocks for column in block.columns if column.value.decimal}
    types: Mapping[Address, ValueSpec] | None = None
    found: dict[str, list[BoundCell]] = {}
    for address, cell in table.cells.items():
        if cell.figure is None:
            continue
        for sort in _sorts(cell.figure, address.column in stated, address.column in amounts):
            found.setdefault(sort, []).append(cell)
        if cell.figure.places and cell.figure.is_whole:
            types = types or dict(table.spec.values())
            if not types.get(address, COUNT).decimal:
                found.setdefault("decimals", []).append(cell)
    for sort, cells in found.items():
        shown: tuple[Value, ...] = tuple(_quoted(cell, cell.figure) for cell in cells[:_SHOWN] if cell.figure)
        more = len(cells) - len(shown)
        key = f"cell-notation.{sort}-and-more" if more else f"cell-notation.{sort}"
        message = Message(key, {"cells": shown, "more": more} if more else {"cells": shown})
        yield Problem(message, tuple(cells), section=table.spec.section, table=table.spec.id)


def _quoted(cell: BoundCell, figure: Figure) -> Message:
    return Message("cell-notation.cell", {"name": cell.name, "text": visible(cell.text.strip()), "value": figure.value})


def _sorts(figure: Figure, unit_stated: bool, amount: bool) -> Iterator[str]:
    """An amount whose unit no header states needs one somewhere: the message says how the cell is read, and no more."""
    if figure.unit and not unit_stated:
        yield "amount" if amount else "unit"
    if figure.grouped:
        yield "separators"
    if figure.spaced:
        yield "spaced"
    if figure.sign_word:
        yield "sign-word"


MESSAGES: Catalogue = {
    "cell-notation.cell": Localised(zh="{name}为“{text}”，读作 {value}", en="{name} is “{text}”, read as {value}"),
    "cell-notation.amount": Localised(
        zh="金额的单位写在了格内：{cells}；表头未列单位，注明单位即可，录入系统时只取数字",
        en="the unit of an amount is in its cell: {cells}; as the header states none, leave it there",
    ),
    "cell-notation.amount-and-more": Localised(
        zh="金额的单位写在了格内：{cells}，另有 {more} 格；表头未列单位，注明单位即可，录入系统时只取数字",
        en="units of amounts are in cells: {cells}, and {more} more; as the header states none, leave them there",
    ),
    "cell-notation.unit": Localised(
        zh="单元格中带有单位：{cells}；只填数字即可",
        en="the cell contains a unit: {cells}; write the figure alone",
    ),
    "cell-notation.unit-and-more": Localised(
        zh="单元格中带有单位：{cells}，另有 {more} 格；只填数字即可",
        en="cells contain units: {cells}, and {more} more; write the figures alone",
    ),
    "cell-notation.separators": Localised(
        zh="数字带有千分位分隔符：{cells}；只填数字即可",
        en="thousands separators: {cells}; write the digits alone",
    ),
    "cell-notation.separators-and-more": Localised(
        zh="数字带有千分位分隔符：{cells}，另有 {more} 格；只填数字即可",
        en="thousands separators: {cells}, and {more} more; write the digits alone",
    ),
    "cell-notation.spaced": Localised(
        zh="数字各位之间有空格：{cells}；请去掉空格",
        en="spaces between the digits: {cells}; remove them",
    ),
    "cell-notation.spaced-and-more": Localised(
        zh="数字各位之间有空格：{cells}，另有 {more} 格；请去掉空格",
        en="spaces between the digits: {cells}, and {more} more; remove them",
    ),
    "cell-notation.decimals": Localised(
        zh="整数带有小数位：{cells}；只填整数即可",
        en="a whole number is written with decimals: {cells}; leave them out",
    ),
    "cell-notation.decimals-and-more": Localised(
        zh="整数带有小数位：{cells}，另有 {more} 格；只填整数即可",
        en="whole numbers are written with decimals: {cells}, and {more} more; leave them out",
    ),
    "cell-notation.sign-word": Localised(
        zh="用文字表示增减：{cells}；应用“+”“-”号",
        en="a word is used for the sign: {cells}; write + or -",
    ),
    "cell-notation.sign-word-and-more": Localised(
        zh="用文字表示增减：{cells}，另有 {more} 格；应用“+”“-”号",
        en="words are used for signs: {cells}, and {more} more; write + or -",
    ),
}

KIND = Kind(
    __doc__,
    "单元格里除了数字还写了别的：单位、千分位分隔符、空格、表示增减的文字、整数的小数位。每张表、每种写法合为一条。"
    "表头已列单位的列，由 cell-unit 检查。",
    InTables,
    each_table(_look),
    MESSAGES,
)
