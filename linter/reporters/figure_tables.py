"""The figures of reports for spreadsheets: a long table of cells with ids and labels, and the tables of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.language.printable import plain
from linter.model.printed import PrintedBlock, PrintedTable
from linter.model.result import Extracted, Head
from linter.presentation.words import clean
from linter.reporters.rows import COLUMNS, Cell, Row, figure_rows, header, number
from linter.reporters.sheets import csv_lines
from linter.reporters.xlsx import Book, Sheet

LABELS = ("organisation", "year", "table_title", "row_label", "column_label", "printed")
HEADER = ("path", "table", "row", "column", "value", *LABELS)
"""The first five are ids and the number; what people read comes after them."""

_FORMULA = ("=", "@", "+", "-")
_LABELS, _FIGURES = 30, 12  # widths in characters


def csv_of(file: Extracted, language: str, line_end: str) -> str:
    """A line per cell; the value is empty where there is none. A path is written so that no spreadsheet takes it for a
    formula and no terminal for a command.
    """
    head, path = file.head, clean(file.head.path)
    path = f"./{path}" if path.startswith(_FORMULA) else path
    named = {table.id: (clean(table.title.in_language(language)), _labels(table)) for table in file.tables}
    rows: list[Row] = []
    for table, figures in file.figures.items():
        title, labels = named.get(table, ("", {}))
        for row, columns in figures.items():
            for column, value in columns.items():
                ids: Row = [path, table, row, column, None if value is None else plain(value)]
                about: Row = [clean(head.organisation or ""), head.year, title]
                rows.append([*ids, *about, *labels.get((row, column), (row, column, ""))])
    return csv_lines(rows, line_end)


def _labels(table: PrintedTable) -> Mapping[tuple[str, str], tuple[str, str, str]]:
    """The ids of row and column → their names, and what is printed."""
    return {
        (row.id, column.id): (clean(row.name), clean(column.name), clean(cell.text))
        for row, column, cell in table.each()
    }


class Figures:
    """A workbook: all cells in one long table, and a sheet for each table of the form, with the tables of the reports
    one below the other.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._book = Book()
        columns = zip(header("figures", language), (width for _, width in COLUMNS["figures"]), strict=True)
        self._long = [self._book.sheet(header_of("figures", language), list(columns))]
        self._shaped: dict[str, Sheet] = {}

    def add(self, file: Extracted) -> None:
        """Add the tables of a report."""
        for row in figure_rows(file, self._language):
            if self._long[-1].full:
                columns = zip(
                    header("figures", self._language), (width for _, width in COLUMNS["figures"]), strict=True
                )
                title = f"{header_of('figures', self._language)} {len(self._long) + 1}"
                self._long.append(self._book.sheet(title, list(columns)))
            self._long[-1].add(row)
        for table in file.tables:
            sheet = self._sheet(table)
            for row in _shape(file.head, table, self._language):
                if not sheet.full:
                    sheet.add(row)

    def _sheet(self, table: PrintedTable) -> Sheet:
        form = table.id.partition(".")[0]
        if form not in self._shaped:
            self._shaped[form] = self._book.plain_sheet(clean(form), [_LABELS, *[_FIGURES] * 20])
        return self._shaped[form]

    def chunks(self) -> Iterator[bytes]:
        """The finished workbook."""
        for sheet in self._long:
            sheet.close()
        yield from self._book.chunks()


def header_of(table: str, language: str) -> str:
    """The name of a sheet."""
    from linter.presentation.words import say

    return say(language, f"table.{table}")


def _shape(head: Head, table: PrintedTable, language: str) -> Iterator[Row]:
    """A table as the form has it, with a line before it that says whose it is, and an empty one after it."""
    year = "" if head.year is None else str(head.year)
    yield [
        f"{clean(head.organisation or '')} {year} {clean(table.title.in_language(language))}".strip(),
        clean(head.path),
    ]
    for block in table.blocks:
        yield from _block(block)
    yield []


def _block(block: PrintedBlock) -> Iterator[Row]:
    """The header, a line for each level of it, and the rows with all their labels."""
    beside = max((len(row.labels) for row in block.rows), default=1)
    above = max((len(column.labels) for column in block.columns), default=1)
    for level in range(above):
        yield [*[None] * beside, *(_level(column.labels, level, above) for column in block.columns)]
    for row in block.rows:
        labels: Row = [_level(row.labels, level, beside) for level in range(beside)]
        cells = [block.cells.get((row.id, column.id)) for column in block.columns]
        figures: list[Cell] = [
            None if cell is None else number(cell.value) if cell.value is not None else clean(cell.text)
            for cell in cells
        ]
        yield [*labels, *figures]


def _level(labels: tuple[str, ...], level: int, levels: int) -> Cell:
    """The label at one of so many levels; the innermost stands at the last."""
    at = level - (levels - len(labels))
    return clean(labels[at]) if at >= 0 else None
