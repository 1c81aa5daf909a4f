"""Pages in a form that test tables can state."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.document import Cell, Document, Source, Table, Text
from linter.model.span import TextSpan
from linter.readers import read


def read_page(text: str, suffix: str = "html", encoding: str = "utf-8") -> Document:
    return read(Source(f"page.{suffix}", text.encode(encoding), suffix))


def stated(document: Document) -> list[str | list[str]]:
    """Paragraphs as `line:column text`, with the level and the label of those that have one; tables as rows of
    `column+columns spanned v rows spanned text`, each after the place of its first cell.
    """
    blocks: list[str | list[str]] = []
    for block in document.blocks:
        if isinstance(block, Table):
            blocks.append([" | ".join([place(row.cells[0].text), *map(cell_stated, row.cells)]) for row in block.rows])
        else:
            marks = [f"h{block.level}"] * (block.level > 0) + [f"[{block.label}]"] * (block.label != "")
            blocks.append(" ".join([place(block.text), *marks, shown(block.text)]))
    return blocks


def place(text: Text) -> str:
    assert isinstance(text.span, TextSpan)
    return f"{text.span.line}:{text.span.column}"


def cell_stated(cell: Cell) -> str:
    spans = (f"+{cell.column_span}" if cell.column_span > 1 else "") + (
        f"v{cell.row_span}" if cell.row_span > 1 else ""
    )
    return f"{cell.column}{spans} {shown(cell.text)}".rstrip()


def shown(text: Text) -> str:
    return text.value.replace("\n", "/")


def texts(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        else:
            yield block.text
