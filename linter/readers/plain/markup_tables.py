"""Tables in the markup of MediaWiki and of AsciiDoc, which say themselves where they begin and end and what spans what.

```
{| class="wikitable"          [cols="3*"]
|-                            |===
| colspan="2" | a || 1        2+|a |1
|}                            |===
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from linter.model.document import Block, Cell, Paragraph, Row, Table, Text
from linter.model.records import Record
from linter.readers.grid import broken
from linter.readers.lines import Line
from linter.text.regex import regex

WIDEST = 256
"""Columns and rows that a cell may span."""

_WIKI, _WIKI_END = "{|", "|}"
_ASCII = regex(r"\|={3,}\s*")
_ASCII_SETTINGS = regex(r"\[.*\]\s*")
_NEW_CELL = regex(r"\|\||!!")
_ATTRIBUTES = regex(r"""\s*(?:[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s|"']+)\s*)+\|(?!\|)""")
_SPANS = regex(r"""\b(col|row)span\s*=\s*["']?\s*(\d{1,3})""", re.IGNORECASE)
_EMPHASIS = regex(r"\s*'{2,5}\s*")
_ASCII_CELL = regex(r"(?:^|(?<=\s))(?:(\d{1,3})?(?:\.(\d{1,3}))?\+)?[<^>]?(?:\.[<^>])?[adehlmsv]?\||(?<!\\)\|")
_ASCII_COLUMNS = regex(r'cols\s*=\s*"?(?:(?P<count>\d{1,3})\*|(?P<list>[^"\]]*))')


class _Cell(Record):
    """A cell as it is written, its lines, and the columns and rows that it spans."""

    texts: list[Text]
    columns: int = 1
    rows: int = 1


def markup_tables(lines: Sequence[Line]) -> dict[int, int]:
    """The first line of every table in markup, and the line after its last."""
    found: dict[int, int] = {}
    start: int | None = None
    wiki = False
    for index, line in enumerate(lines):
        text = line.text.lstrip()
        if text[:1] not in ("{", "|"):
            continue
        frame = _ASCII.fullmatch(text) is not None
        if start is None and (frame or text.startswith(_WIKI)):
            wiki = not frame
            settings = frame and index > 0 and _ASCII_SETTINGS.fullmatch(lines[index - 1].text.strip())
            start = index - 1 if settings else index
        elif start is not None and (text.startswith(_WIKI_END) if wiki else frame):
            found[start] = index + 1
            start = None
    return found


def read_markup_table(lines: Sequence[Line]) -> list[Block]:
    """The table of the lines that `markup_tables` told apart, its title before it."""
    if lines[0].text.lstrip().startswith(_WIKI):
        titles = [line.whole() for line in lines if line.text.lstrip().startswith("|+")]
        table = _placed(_wiki_rows(lines[1:-1]))
        return [*(Paragraph(title.strip(2)) for title in titles), *table]
    frame = next(index for index, line in enumerate(lines) if _ASCII.fullmatch(line.text))
    return [*_placed(_ascii_rows(lines[frame + 1 : -1], lines[0].text if frame else ""))]


def _wiki_rows(lines: Sequence[Line]) -> Iterator[list[_Cell]]:
    row: list[_Cell] = []
    for line in lines:
        text = line.text
        start = len(text) - len(text.lstrip())
        if text.startswith(("|-", "|+"), start):
            yield row
            row = []
        elif text.startswith(("|", "!"), start):
            row += _wiki_cells(line, start + 1)
        elif row:
            row[-1].texts.append(line.whole())
    yield row


def _wiki_cells(line: Line, start: int) -> Iterator[_Cell]:
    while start <= len(line.text):
        separator = _NEW_CELL.search(line.text, start)
        end = separator.start() if separator else len(line.text)
        attributes = _ATTRIBUTES.match(line.text, start, end)
        spans = {name.lower(): int(count) for name, count in _SPANS.findall(attributes[0])} if attributes else {}
        first = attributes.end() if attributes else start
        emphasis = _EMPHASIS.match(line.text, first, end)
        first = emphasis.end() if emphasis else first
        last = end - (len(line.text[first:end]) - len(line.text[first:end].rstrip(" '")) if emphasis else 0)
        yield _Cell([line.cut(first, last)], spans.get("col", 1), spans.get("row", 1))
        start = separator.end() if separator else len(line.text) + 1


def _ascii_rows(lines: Sequence[Line], settings: str) -> Iterator[list[_Cell]]:
    """The rows: as many columns each as the settings say, or as the first line has."""
    cells: list[_Cell] = []
    first_line = 0
    for line in lines:
        starts = list(_ASCII_CELL.finditer(line.text))
        for index, found in enumerate(starts):
            end = starts[index + 1].start() if index + 1 < len(starts) else len(line.text)
            cells.append(_Cell([line.cut(found.end(), end)], int(found[1] or 1), int(found[2] or 1)))
        if not starts and cells:
            cells[-1].texts.append(line.whole())
        first_line = first_line or sum(cell.columns for cell in cells)
    stated = _ASCII_COLUMNS.search(settings)
    width = first_line
    if stated is not None:
        width = int(stated["count"]) if stated["count"] else stated["list"].count(",") + 1
    yield from _filled(cells, min(max(width, 1), WIDEST))


def _filled(cells: Iterable[_Cell], width: int) -> Iterator[list[_Cell]]:
    """The cells in rows of one width, with what reaches into a row from those above."""
    row: list[_Cell] = []
    reaching: list[_Cell] = []
    for cell in cells:
        row.append(cell)
        if sum(one.columns for one in (*row, *reaching)) >= width:
            yield row
            reaching = [one._replace(rows=one.rows - 1) for one in (*row, *reaching) if one.rows > 1]
            row = []
    yield row


def _placed(rows: Iterable[Sequence[_Cell]]) -> list[Table]:
    """The table, each cell in the column where the cells before it and above leave room."""
    made: list[Row] = []
    taken: dict[int, int] = {}  # column → the row from which it is free
    for row in filter(None, rows):
        column, number, cells = 0, len(made), []
        for cell in row:
            while taken.get(column, 0) > number:
                column += 1
            width, height = (max(1, min(span, WIDEST)) for span in (cell.columns, cell.rows))
            taken.update(dict.fromkeys(range(column, column + width), number + height))
            cells.append(Cell(broken(cell.texts), column, width, height))
            column += width
        made.append(Row(tuple(cells)))
    return [Table(tuple(made), ruled=True)] if made else []
