"""A workbook of a run: sheets of reports, findings, figures and of what was not checked, with filters."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from linter import __version__
from linter.model.result import Result
from linter.model.tally import Tally
from linter.presentation.words import say
from linter.reporters.reporter import Reporter, Text
from linter.reporters.rows import COLUMNS, Row, figure_rows, finding_rows, header, open_rows, report_rows

MOST_ROWS = 1_048_576
"""Rows that a sheet can have, its header among them."""

MAKERS = {"reports": report_rows, "findings": finding_rows, "figures": figure_rows, "not-checked": open_rows}
"""Sheet → what makes its rows."""

_CHUNK = 1024 * 1024


class Book:
    """A workbook that is written row by row into a temporary file; text is never taken for a formula or a link."""

    def __init__(self) -> None:
        from xlsxwriter import Workbook

        self._folder = TemporaryDirectory(prefix="gouji-", ignore_cleanup_errors=True)
        self._path = Path(self._folder.name) / "book.xlsx"
        settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = Workbook(str(self._path), {**settings, "tmpdir": self._folder.name})
        self._book.set_properties({"comments": f"gouji {__version__}", "created": _now()})
        self._bold = self._book.add_format({"bold": True, "bottom": 1})
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})

    def sheet(self, name: str, columns: list[tuple[str, int]]) -> Sheet:
        """A new sheet, with a header and the widths of its columns."""
        return Sheet(self._book.add_worksheet(name[:31]), columns, self._bold, self._wrapped)

    def plain_sheet(self, name: str, widths: list[int]) -> Sheet:
        """A new sheet without a header."""
        return Sheet(self._book.add_worksheet(name[:31]), [("", width) for width in widths], None, None)

    def chunks(self) -> Iterator[bytes]:
        """The finished workbook."""
        self._book.close()
        with self._path.open("rb") as stream:
            while data := stream.read(_CHUNK):
                yield data
        self._folder.cleanup()


class Sheet:
    """A sheet of a workbook, row after row."""

    def __init__(self, sheet: Any, columns: list[tuple[str, int]], bold: Any, wrapped: Any) -> None:
        self._sheet, self._last = sheet, len(columns) - 1
        self._rows = 0
        for number, (_, width) in enumerate(columns):
            sheet.set_column(number, number, width, wrapped)
        if bold is not None:
            sheet.freeze_panes(1, 0)
            self.add([name for name, _ in columns], bold)

    @property
    def full(self) -> bool:
        """Whether there is no room for another row."""
        return self._rows >= MOST_ROWS

    def add(self, row: Row | list[str], style: Any = None) -> None:
        """One more row."""
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                self._sheet.write_string(self._rows, column, cell[:32_767], style)
            elif cell is not None:
                self._sheet.write_number(self._rows, column, cell, style)
        self._rows += 1

    def close(self) -> None:
        """Set the filter over all rows."""
        self._sheet.autofilter(0, 0, max(self._rows - 1, 0), self._last)


class Report(Reporter):
    """The workbook of a run. A table that is longer than a sheet goes on in another."""

    def begin(self) -> Text:
        self._book = Book()
        self._sheets = {name: [self._new(name, 0)] for name in MAKERS}
        return b""

    def _new(self, table: str, number: int) -> Sheet:
        language = self.look.language
        title = say(language, f"table.{table}") + (f" {number + 1}" if number else "")
        widths = [width for _, width in COLUMNS[table]]
        return self._book.sheet(title, list(zip(header(table, language), widths, strict=True)))

    def part(self, file: Result) -> dict[str, list[Row]]:
        return {name: list(make(file, self.look.language)) for name, make in MAKERS.items()}

    def add(self, part: dict[str, list[Row]]) -> Text:
        for name, rows in part.items():
            sheets = self._sheets[name]
            for row in rows:
                if sheets[-1].full:
                    sheets.append(self._new(name, len(sheets)))
                sheets[-1].add(row)
        return b""

    def end(self, run: Tally) -> Iterator[Text]:  # noqa: ARG002
        for sheets in self._sheets.values():
            for sheet in sheets:
                sheet.close()
        yield from self._book.chunks()


def _now() -> datetime:
    """The time, or what SOURCE_DATE_EPOCH says for files that come out the same each time."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(given), UTC) if given.isdecimal() else datetime.now(UTC)
    return moment.replace(tzinfo=None, microsecond=0)
