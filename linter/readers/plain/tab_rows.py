"""Tables with a row a line and a tab between cells."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.document import WHITE, Block, Row
from linter.readers.grid import paragraphs, pieces_of, row_of
from linter.readers.lines import Line
from linter.readers.shapes import (
    LABEL,
    is_figure,
    is_number_alone,
    is_page_number,
    is_rule,
    is_section_heading,
    is_sentence,
)
from linter.text.punctuation import DOT, ELLIPSIS


def holds_cells(text: str) -> bool:
    """Whether the tabs of a line part cells. They do not where one indents a sentence or follows a heading's number."""
    if "\t" not in text:
        return False
    if text.startswith("\t") and text.count("\t") == 1:
        return len(text) < 5 or not is_sentence(text.strip(WHITE))  # most lines of a cell a line are a figure
    filled = [cell for cell in (part.strip(WHITE) for part in text.split("\t")) if cell]
    if not filled or len(filled) > 2:
        return True
    if any(is_sentence(cell) for cell in filled):
        return any(is_figure(cell) for cell in filled)
    return not (len(filled) == 2 and is_number_alone(filled[0]) and not is_figure(filled[1]))


def lone_cell(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without separators, directly between two rows, is a row of a single cell (a heading across)."""
    if index + 1 >= len(lines) or lines[index].gap or lines[index + 1].gap:
        return False
    text = lines[index].text.strip(WHITE)
    return len(text) <= LABEL and not (is_sentence(text) or is_section_heading(text) or is_page_number(text))


def cells_of(line: Line) -> Row:
    """The cells of a line, one more than it has tabs."""
    texts = []
    start = 0
    for part in line.text.split("\t"):
        texts.append(line.cut(start, start + len(part)))
        start += len(part) + 1
    return row_of(texts)


def read_tab_rows(lines: Sequence[Line]) -> list[Block]:
    """Tables, a piece for each part between blank lines; or paragraphs where the tabs turn out to be layout."""
    end = len(lines)
    while end and _is_indented(lines[end - 1]):
        end -= 1
    rows = [(line.gap, cells_of(line)) for line in lines[:end] if not _is_rule(line.text)]
    if not rows or not _is_table([row for _, row in rows]) or _is_contents(lines[:end]):
        return paragraphs(lines)
    return [*pieces_of(rows), *paragraphs(lines[end:])]


def _is_rule(text: str) -> bool:
    return "---" in text and is_rule(text.split("\t"))


def _is_indented(line: Line) -> bool:
    """Whether tabs only move the line to the right, as they do with the signature below a table.

    A line of nothing but tabs directly below a row is a row that was left blank.
    """
    cells = line.text.rstrip(" ").split("\t")
    if len(cells) > 2 and not line.gap and not any(cell.strip(WHITE) for cell in cells):
        return False
    return (
        len(cells) > 1 and not any(cell.strip(WHITE) for cell in cells[:-1]) and not is_figure(cells[-1].strip(WHITE))
    )


def _is_table(rows: Sequence[Row]) -> bool:
    figures = sum(is_figure(cell.text.value) for row in rows for cell in row.cells)
    if len(rows) == 1:
        return figures > 1 or (figures == 1 and len(rows[0].cells) > 2)
    if figures:
        return True
    filled = [sum(bool(cell.text.value) for cell in row.cells) for row in rows]
    return max(filled) > 2 or (max(filled) == 2 and any(not row.cells[-1].text.value for row in rows))


def _is_contents(lines: Sequence[Line]) -> bool:
    """A table of contents: a title and a page number a line, the numbers never falling, the titles numbered."""
    numbers = []
    headings = 0
    for line in lines:
        title, _, page = line.text.partition("\t")
        number = page.strip(f" \t.{ELLIPSIS}{DOT}")
        if not title.strip(WHITE) or len(number) > 3 or not number.isdecimal():
            return False
        numbers.append(int(number))
        headings += is_section_heading(title.strip(WHITE))
    return (
        numbers == sorted(numbers)
        and numbers[0] > 0
        and headings * 2 >= len(lines)
        and len(set(numbers)) * 2 > len(lines)
    )
