"""The tables of a bound report with what is printed in them, for spreadsheets."""

from __future__ import annotations

from linter.model.address import Address
from linter.model.printed import Line, PrintedBlock, PrintedCell, PrintedTable
from linter.model.report import BoundReport, BoundTable, CellState
from linter.model.template import BlockSpec, ColumnSpec, RowSpec


def printed(report: BoundReport) -> tuple[PrintedTable, ...]:
    """All tables that were found, in the order of the form."""
    return tuple(
        PrintedTable(id, table.spec.title, tuple(_block(block, table) for block in table.spec.blocks))
        for id, table in report.tables.items()
    )


def _block(block: BlockSpec, table: BoundTable) -> PrintedBlock:
    cells = {
        (row.id, column.id): PrintedCell(cell.text, cell.value if cell.state is CellState.FIGURE else None, cell.span)
        for row in block.rows
        for column in block.columns
        if (cell := table.cells.get(Address(table.spec.id, row.id, column.id))) is not None
    }
    return PrintedBlock(tuple(map(_line, block.rows)), tuple(map(_line, block.columns)), cells)


def _line(spec: RowSpec | ColumnSpec) -> Line:
    return Line(spec.id, str(spec.name), (*(label.text for label in spec.parents), spec.label.text))
