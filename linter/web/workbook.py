"""The findings of all drafts as one table for a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from linter.presentation.words import say

COLUMNS = ("file", "part", "severity", "todo", "why", "sum", "place", "source", "rule")
_WIDTHS = (28, 24, 8, 60, 50, 50, 40, 40, 24)
_MOST = 32_000
"""Characters of a cell; Excel holds few more."""


def workbook(rows: Iterable[Sequence[str]], language: str) -> bytes:
    """An .xlsx file of `rows`, whose texts are in the order of `COLUMNS`. No text of a report becomes a formula or a
    link in it.
    """
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(buffer, options) as book:
        sheet = book.add_worksheet(say(language, "desk.findings-sheet"))
        head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E7ECF2"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, say(language, f"desk.column-{name}"), head)
        last = 0
        for last, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                sheet.write_string(last, column, text[:_MOST], body)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(COLUMNS) - 1)
    return buffer.getvalue()
