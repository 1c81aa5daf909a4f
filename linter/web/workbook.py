"""The results of all drafts as a workbook: findings, what was not checked, and the reports themselves."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from linter.model.result import Result
from linter.presentation.words import say
from linter.reporters.rows import COLUMNS, Row, finding_rows, header, open_rows, report_rows
from linter.reporters.xlsx import Sheet

MAKERS = {"findings": finding_rows, "not-checked": open_rows, "reports": report_rows}
"""Sheet → what makes its rows, as in the workbook of a run."""

Rows = Mapping[str, list[Row]]
"""The rows of one draft in each sheet."""


def rows_of(result: Result, language: str) -> Rows:
    """What a draft adds to the workbook."""
    return {name: list(make(result, language)) for name, make in MAKERS.items()}


def workbook(drafts: Sequence[Rows], language: str) -> bytes:
    """An .xlsx file, made in memory: nothing of a draft is written to the disk. No text of a report becomes a formula
    or a link in it.
    """
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name in MAKERS:
            widths = [width for _, width in COLUMNS[name]]
            columns = list(zip(header(name, language), widths, strict=True))
            sheet = Sheet(book.add_worksheet(say(language, f"table.{name}")[:31]), columns, bold, wrapped)
            for row in (row for draft in drafts for row in draft.get(name, ())):
                if not sheet.full:
                    sheet.add(row)
            sheet.close()
    return buffer.getvalue()
