"""What the cells of one row are, column by column, and how a row shows that it has lost some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linter.binding.header import Header
from linter.binding.lines import Line, grid_columns
from linter.binding.texts import Content
from linter.model.records import Record


class Slots(Record):
    """The cells of one row by column id: an index into the line's cells, or None where nothing stands there.

    `lacking` are columns that the row's piece of the table does not have at all.
    """

    cells: Mapping[str, int | None]
    lacking: tuple[str, ...] = ()


def only_last(line: Line, filled: Sequence[int], wanted: Sequence[int]) -> bool:
    """Whether a row whose label reaches into the figures has lost all of them but the one at the right edge."""
    at_edge = line.cells[filled[-1]].column == wanted[-1] == line.width - 1
    return len(filled) == 1 and at_edge and line.contents[0] is not Content.BLANK


def repeated(line: Line, filled: Sequence[int], ids: Sequence[str]) -> Slots | None:
    """A single column whose merged cell was copied into every grid column it covers."""
    texts = {line.cells[index].text.value for index in filled}
    return Slots({ids[0]: filled[0]}) if len(ids) == 1 and len(texts) == 1 else None


def has_no_gaps(line: Line, filled: Sequence[int]) -> bool:
    """Whether the figures stand side by side, up to the end of the row."""
    return filled[-1] - filled[0] == len(filled) - 1 and all(line.contents[filled[0] :])


def stands_elsewhere(line: Line, filled: Sequence[int], header: Header) -> bool:
    """Whether in a drawn grid the figures stand under other labels than in the order of the header."""
    leaves = {entry.id: label for label in header.labels for entry in label.columns}
    if not line.ruled or any(label.width != line.width for label in leaves.values()):
        return False
    under = sorted(column for label in leaves.values() for column in grid_columns(label.cell))
    return under != [line.cells[index].column for index in filled]


def by_lacking_header(filled: Sequence[int], ids: Sequence[str], header: Header) -> Slots:
    """A row of a piece whose own header has lost the same columns."""
    present = [id for id in ids if id in header.columns]
    return Slots(dict(zip(present, filled, strict=True)), tuple(id for id in ids if id not in header.columns))
