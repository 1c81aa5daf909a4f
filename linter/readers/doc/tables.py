"""Rows of a Word 97–2003 table on the grid of all edges of its cells, written as a .docx file has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from linter.model.records import Record
from linter.readers.doc.sprms import Sprm, sprms

MOST_CELLS = 63
"""Cells that the definition of a row may have: Word allows no more."""

_CELL = 20  # bytes that are stored of each
_NEAR = (90, 0)
"""Twips by which edges may differ that are meant to be one (1.6 mm): rows drawn by hand seldom meet. Where a row has
cells as narrow as that, edges have to be the same."""

_FIRST, _MERGED, _MERGED_DOWN, _FIRST_DOWN = 0x01, 0x02, 0x20, 0x40
_RESTART, _CONTINUE = "restart", "continue"


class Merge(Record):
    """How a cell is merged, in the words of .docx: `restart`, `continue` or not at all."""

    right: str = ""
    down: str = ""


class Definition(Record):
    """The edges of a row's cells from left to right, in twips, one more than it has cells; and how each is merged."""

    edges: tuple[int, ...]
    merges: tuple[Merge, ...]


class Row(Record):
    """A row: the content of each of its cells, and its definition where it has one."""

    cells: tuple[str, ...]
    definition: Definition | None
    deleted: bool = False


def read_definition(properties: bytes) -> Definition | None:
    """The definition of a row among the properties of its end; None where it is missing or damaged."""
    edges: tuple[int, ...] = ()
    merges: list[Merge] = []
    for code, operand in sprms(properties):
        if code == Sprm.CELLS and operand:
            count = operand[0]
            end = 1 + 2 * (count + 1)
            if count > MOST_CELLS or end > len(operand):
                return None
            edges = tuple(_signed(operand[at : at + 2]) for at in range(1, end, 2))
            merges = [_merge(operand[end + _CELL * index :]) for index in range(count)]
        elif code == Sprm.MERGE_DOWN and len(operand) == 2 and operand[0] < len(merges):
            down = ("", _CONTINUE, _RESTART, _RESTART)[operand[1] & 3]
            merges[operand[0]] = merges[operand[0]]._replace(down=down)
        elif code in (Sprm.MERGE_RIGHT, Sprm.SPLIT):
            for index in range(operand[0], min(operand[1], len(merges))):
                joined = _RESTART if index == operand[0] else _CONTINUE
                merges[index] = merges[index]._replace(right=joined if code == Sprm.MERGE_RIGHT else "")
    if not merges or any(left > right for left, right in pairwise(edges)):
        return None
    return Definition(edges, tuple(merges))


def table_xml(rows: Sequence[Row]) -> str:
    """A table; cells of rows without a definition are counted, one column each."""
    columns = _grid([row.definition.edges for row in rows if _fits(row) and row.definition is not None])
    return f"<w:tbl>{''.join([_row_xml(row, columns) for row in rows])}</w:tbl>"


def _signed(stored: bytes) -> int:
    return int.from_bytes(stored, "little", signed=True)


def _merge(stored: bytes) -> Merge:
    flags = stored[0] if stored else 0
    right = _CONTINUE if flags & _MERGED else _RESTART if flags & _FIRST else ""
    down = _RESTART if flags & _FIRST_DOWN else _CONTINUE if flags & _MERGED_DOWN else ""
    return Merge(right, down)


def _fits(row: Row) -> bool:
    return row.definition is not None and len(row.definition.merges) == len(row.cells)


def _grid(rows: Sequence[Sequence[int]]) -> Mapping[int, int]:
    """Edge → the grid column that begins there, such that each cell is one column wide at least."""
    edges = sorted({edge for row in rows for edge in row})
    for near in _NEAR:
        columns: dict[int, int] = {}
        column, first = -1, 0
        for edge in edges:
            if column < 0 or edge - first > near:
                column, first = column + 1, edge
            columns[edge] = column
        if all(columns[left] < columns[right] for row in rows for left, right in pairwise(row)):
            return columns
    return {}


def _row_xml(row: Row, columns: Mapping[int, int]) -> str:
    deleted = "<w:del/>" if row.deleted else ""
    definition = row.definition
    if definition is None or not _fits(row):
        cells = "".join([f"<w:tc>{cell}</w:tc>" for cell in row.cells])
        return f"<w:tr><w:trPr>{deleted}</w:trPr>{cells}</w:tr>"
    merges = definition.merges
    places = [columns.get(edge, index) for index, edge in enumerate(definition.edges)]
    cells = "".join(
        [
            f"<w:tc><w:tcPr>{_spans(right - left, merge)}</w:tcPr>{cell}</w:tc>"
            for (left, right), merge, cell in zip(pairwise(places), merges, row.cells, strict=True)
        ]
    )
    before = f'<w:gridBefore w:val="{places[0]}"/>' if places[0] else ""
    return f"<w:tr><w:trPr>{before}{deleted}</w:trPr>{cells}</w:tr>"


def _spans(width: int, merge: Merge) -> str:
    xml = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
    if merge.right:
        xml += f'<w:hMerge w:val="{merge.right}"/>'
    if merge.down:
        xml += f'<w:vMerge w:val="{merge.down}"/>'
    return xml
