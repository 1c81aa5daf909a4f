"""Blocks in a form that test tables can state."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.document import Document, Source, Table, Text
from linter.model.span import TextSpan
from linter.readers import read


def read_text(text: str, suffix: str = "txt", encoding: str = "utf-8") -> Document:
    return read(Source(f"sample.{suffix}", text.encode(encoding), suffix))


def place(text: Text) -> str:
    assert isinstance(text.span, TextSpan)
    return f"{text.span.line}:{text.span.column}"


def stated(document: Document) -> list[str | list[list[str]]]:
    """Paragraphs as `line:column text`; tables as rows of the first cell's place and all texts."""
    blocks: list[str | list[list[str]]] = []
    for block in document.blocks:
        if isinstance(block, Table):
            rows = [[place(row.cells[0].text), *(shown(cell.text) for cell in row.cells)] for row in block.rows]
            blocks.append(rows)
        else:
            blocks.append(f"{place(block.text)} {shown(block.text)}")
    return blocks


def shown(text: Text) -> str:
    return text.value.replace("\n", "/").replace("\t", "→")


def texts(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        else:
            yield block.text
