"""Cells of tables for spreadsheets: no text of a report is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from unicodedata import normalize

from linter.reporters.rows import Cell, Row
from linter.text.regex import regex

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = regex(r"[+-]?[\d,]+(\.\d+)?%?")


def safe(cell: Cell) -> Cell:
    """A cell as it stands in a CSV file: text that a spreadsheet would calculate has an apostrophe before it."""
    # Some take full-width signs for the same.
    if isinstance(cell, str) and normalize("NFKC", cell[:1]).startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def csv_lines(rows: Iterable[Row], line_end: str = "\n") -> str:
    """Rows as lines of CSV."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=line_end)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return buffer.getvalue()
