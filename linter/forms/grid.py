"""A table of the form on its grid: merged headers, merged labels, and a cell for every address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from linter.model.address import Address
from linter.model.records import Record
from linter.model.template import BlockSpec, ColumnSpec, Label, RowSpec, TableSpec


class FormCell(Record):
    """A cell at `row` and `column` of the grid, both from 0, and how many of them it takes. One with an `address` is
    to be filled in; `of` is the kind of figure that is written there: its row and its column.
    """

    row: int
    column: int
    text: str = ""
    rows: int = 1
    columns: int = 1
    address: Address | None = None
    of: tuple[RowSpec, ColumnSpec] | None = None


class Grid(Record):
    """All cells of a table, row by row, and how many rows and columns it has."""

    cells: tuple[FormCell, ...]
    height: int
    width: int

    def rows(self) -> list[list[FormCell]]:
        """The cells that begin in each row, from left to right."""
        found: list[list[FormCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            found[cell.row].append(cell)
        return [sorted(row, key=lambda cell: cell.column) for row in found]

    def texts(self, written: Callable[[FormCell], str]) -> list[list[str]]:
        """The texts place by place; those that a cell covers beside its first are empty."""
        texts = [[""] * self.width for _ in range(self.height)]
        for cell in self.cells:
            texts[cell.row][cell.column] = written(cell)
        return texts


Path = tuple[Label, ...]


def with_codes(table: TableSpec, kinds: frozenset[str]) -> TableSpec:
    """The table with codes and names in columns of their own, where rows are for `kinds` of entities that have codes,
    and the corner has a label for each.
    """
    blocks = [
        block._replace(rows=tuple([_with_code(row) if row.each in kinds and row.entity else row for row in block.rows]))
        if len(block.corner) > 1
        else block
        for block in table.blocks
    ]
    return table._replace(blocks=tuple(blocks))


def _with_code(row: RowSpec) -> RowSpec:
    code, _, name = row.label.text.partition(" ")
    return row._replace(parents=(*row.parents, Label(code)), label=Label(name)) if name else row


def grid_of(table: TableSpec) -> Grid:
    """The grid of a table that names all its rows and columns (see `linter.binding.sample`)."""
    if table.across:
        return _across(table)
    if table.beside:
        return _panels(table)
    cells: list[FormCell] = []
    width = max(_depth(block) + len(block.columns) for block in table.blocks)
    top = 0
    for block in table.blocks:
        found = list(_block(table, block, top, width))
        cells += found
        top = max(cell.row + cell.rows for cell in found)
    return Grid(tuple(cells), top, width)


def _panels(table: TableSpec) -> Grid:
    """The blocks side by side, with their first rows of figures in one line."""
    panels = [list(_block(table, block, 0, _depth(block) + len(block.columns))) for block in table.blocks]
    begins = [min(cell.row for cell in panel if cell.of is not None) for panel in panels]
    cells: list[FormCell] = []
    left = 0
    for block, panel, begin in zip(table.blocks, panels, begins, strict=True):
        lower, first = max(begins) - begin, 1 if block.heading is not None else 0
        for cell in panel:
            row = cell.row + lower if cell.row >= first else cell.row
            cells.append(cell._replace(row=row, column=cell.column + left))
        left += _depth(block) + len(block.columns)
    return Grid(tuple(cells), max(cell.row + cell.rows for cell in cells), left)


def _depth(block: BlockSpec) -> int:
    """How many columns the row labels take."""
    return 1 + max(len(row.parents) for row in block.rows)


def _block(table: TableSpec, block: BlockSpec, top: int, width: int) -> Iterator[FormCell]:
    """A block from grid row `top` on; its last cell in each row reaches to the edge of the table."""
    depth = _depth(block)
    spare = width - depth - len(block.columns)
    if block.heading is not None:
        yield FormCell(top, 0, block.heading.text, columns=width)
        top += 1
    levels = 1 + max(len(column.parents) for column in block.columns)
    apart = len(block.corner) == depth and any(row.entity and row.parents for row in block.rows)
    several = len(block.corner) > 1 and not apart
    corners = block.corner if apart else block.corner[:1] or (Label(""),)
    for place, label in enumerate(corners):
        yield FormCell(top, place, label.text, rows=levels + several, columns=depth if len(corners) == 1 else 1)
    if several:
        yield from _beside(block.corner[1:], top, depth, width)
        top += 1
    paths = [(*column.parents, column.label) for column in block.columns]
    yield from (_wider(cell, width, spare) for cell in _headers(paths, levels, top, depth))
    shown = [row for row in block.rows if not (row.details and row.entity and not row.part)]
    yield from _labels([(*row.parents, row.label) for row in shown], depth, top + levels)
    for line, row in enumerate(shown, top + levels):
        for place, column in enumerate(block.columns, depth):
            cell = FormCell(line, place, address=_address(table, row, column), of=(row, column))
            yield _wider(cell, width, spare)


def _wider(cell: FormCell, width: int, spare: int) -> FormCell:
    """The last cell of a row with what room is left."""
    return cell._replace(columns=cell.columns + spare) if cell.column + cell.columns + spare == width else cell


def _beside(labels: Sequence[Label], row: int, column: int, width: int) -> Iterator[FormCell]:
    """Labels over the figures, the last of which reaches to the edge; no more than there are columns."""
    placed = labels[: width - column]
    for place, label in enumerate(placed):
        last = place == len(placed) - 1
        yield FormCell(row, column + place, label.text, columns=width - column - place if last else 1)


def _address(table: TableSpec, row: RowSpec, column: ColumnSpec) -> Address | None:
    """The address of a cell; lines of details have cells of details alone, and their first line the entity's too."""
    if not row.details:
        return Address(table.id, row.id, column.id)
    own = row.id if row.part else ""
    first = {"1": row.entity, "": row.id}.get(row.part, "")
    id = own if column.detail else first
    return Address(table.id, id, column.id) if id else None


def _headers(paths: Sequence[Path], levels: int, top: int, left: int) -> Iterator[FormCell]:
    """Labels over columns: those that adjoin under the same labels are one, the last of each reaches down."""
    for level in range(levels):
        for start, end in _runs(paths, level):
            path = paths[start]
            leaf = level == len(path) - 1
            for column in range(start, end) if leaf else (start,):
                width = 1 if leaf else end - start
                height = levels - level if leaf else 1
                yield FormCell(top + level, left + column, path[level].text, height, width)


def _labels(paths: Sequence[Path], depth: int, top: int) -> Iterator[FormCell]:
    """Labels at the left of rows: the same, turned round."""
    for level in range(depth):
        for start, end in _runs(paths, level):
            path = paths[start]
            leaf = level == len(path) - 1
            for row in range(start, end) if leaf else (start,):
                width = depth - level if leaf else 1
                yield FormCell(top + row, level, path[level].text, 1 if leaf else end - start, width)


def _runs(paths: Sequence[Path], level: int) -> Iterator[tuple[int, int]]:
    """(first, behind the last) of those that adjoin and have the same labels down to `level`."""
    start = 0
    for index in range(1, len(paths) + 1):
        if index < len(paths) and paths[index][: level + 1] == paths[start][: level + 1]:
            continue
        if level < len(paths[start]):
            yield start, index
        start = index


def _across(table: TableSpec) -> Grid:
    """Row labels side by side over the column labels, and one row of figures."""
    block = table.blocks[0]
    pairs = [(row, column) for row in block.rows for column in block.columns]
    levels = 2 + max(len(row.parents) for row in block.rows)
    paths = [(*row.parents, row.label, column.label) for row, column in pairs]
    cells = list(_headers(paths, levels, 0, 0))
    for place, (row, column) in enumerate(pairs):
        cells.append(FormCell(levels, place, address=_address(table, row, column), of=(row, column)))
    return Grid(tuple(cells), levels + 1, len(pairs))
