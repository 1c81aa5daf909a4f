"""Figures of reports, for a spreadsheet or a reporting system."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from linter.language.printable import plain, printable
from linter.model.result import Extracted
from linter.reporters.exact import Value

HEADER = ("path", "table", "row", "column", "value")

_FORMULA = ("=", "@", "+", "-")  # what spreadsheets take for one begins with these


def as_object(file: Extracted) -> Value:
    """The figures of one report as JSON shows them."""
    head = file.head
    return {
        "path": head.path,
        "format": head.format,
        "pack": head.pack,
        "year": head.year,
        "organisation": head.organisation,
        "tables": file.figures,
    }


def as_csv(files: Sequence[Extracted], line_end: str, header: bool = True) -> str:
    """One line per figure; the value is empty where there is none. A path is written so that no spreadsheet takes it
    for a formula and no terminal for a command.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=line_end)
    if header:
        writer.writerow(HEADER)
    for file in files:
        path = printable(file.head.path)
        path = f"./{path}" if path.startswith(_FORMULA) else path
        for table, rows in file.figures.items():
            for row, columns in rows.items():
                for column, value in columns.items():
                    writer.writerow((path, table, row, column, "" if value is None else plain(value)))
    return buffer.getvalue()
