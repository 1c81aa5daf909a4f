"""The form as a Word file: title, headings and text in the sizes of official documents, tables with merged cells, and a
comment on each figure that was carried in.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from xml.sax.saxutils import escape

from linter.forms.grid import FormCell, Grid
from linter.forms.parts import FilledTable, Heading, Part, Text, Title
from linter.language import render
from linter.model.message import Message

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DAY = (1980, 1, 1, 0, 0, 0)
_WIDTH = 9070
"""Twentieths of a point between the margins of A4."""

_OUTER, _FIGURE, _WIDE_FIGURE = 850, 640, 1500
"""The same of a column of outer labels, and of one of figures in a wide table and in a narrow one."""

_NARROW = 6
"""Columns of a narrow table."""

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {"document": "document.main", "styles": "styles", "comments": "comments"}


def write(parts: Sequence[Part], language: str) -> bytes:
    """The bytes of the .docx file, the same for the same form."""
    comments: list[str] = []
    body = "".join(_part(part, comments, language) for part in parts)
    margins = '<w:pgMar w:top="1440" w:right="1418" w:bottom="1440" w:left="1418"/>'
    page = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{margins}'
    written = {
        "word/document.xml": f"<w:document {W}><w:body>{body}{page}</w:sectPr></w:body></w:document>",
        "word/styles.xml": files("linter.forms").joinpath("styles.xml").read_text(encoding="utf-8"),
    }
    if comments:
        written["word/comments.xml"] = f"<w:comments {W}>{''.join(comments)}</w:comments>"
    return _packed(written)


def _packed(written: Mapping[str, str]) -> bytes:
    names = [name.removeprefix("word/").removesuffix(".xml") for name in written]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{_PARTS[name]}+xml"/>' for name in names
    )
    relations = "".join(
        _relation(number, f"{name}.xml", name) for number, name in enumerate(names) if name != "document"
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _relations(_relation(1, "word/document.xml", "officeDocument")),
        "word/_rels/document.xml.rels": _relations(relations),
        **written,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in whole.items():
            archive.writestr(
                zipfile.ZipInfo(name, _DAY),
                (text if text.startswith("<?") else _HEAD + text).encode(),
                zipfile.ZIP_DEFLATED,
            )
    return buffer.getvalue()


def _relation(number: int, target: str, kind: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _part(part: Part, comments: list[str], language: str) -> str:
    match part:
        case Title(text):
            return _paragraph(text, "Title")
        case Heading(text):
            return _paragraph(text, "Heading1")
        case Text(text):
            return _paragraph(text, "BodyText")
        case FilledTable():
            return _table(part, comments, language)


def _paragraph(text: str, style: str, size: int = 0) -> str:
    properties = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>' if size else ""
    run = f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _table(table: FilledTable, comments: list[str], language: str) -> str:
    """A table with lines around every cell; what hangs down from a cell above is a cell that goes on."""
    grid = table.grid
    widths = _widths(grid)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    line = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
    about = f'<w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{line}</w:tblBorders>'
    rows = "".join(_row(table, number, widths, comments, language) for number in range(grid.height))
    return f"<w:tbl>{about}{margins}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>" + _paragraph("", "Normal")


def _widths(grid: Grid) -> list[int]:
    """Columns of figures are alike; of the labels, those beside figures share what is left."""
    figures = {cell.column for cell in grid.cells if cell.of is not None}
    inner = [column for column in range(grid.width) if column not in figures and column + 1 in figures]
    if not inner:
        return [_WIDTH // grid.width] * grid.width
    outer = _OUTER * (grid.width - len(figures) - len(inner))
    usual = _FIGURE if grid.width > _NARROW else _WIDE_FIGURE
    figure = min(usual, (_WIDTH - outer - 2 * _OUTER * len(inner)) // len(figures))
    rest = (_WIDTH - outer - figure * len(figures)) // len(inner)
    return [figure if column in figures else rest if column in inner else _OUTER for column in range(grid.width)]


def _row(table: FilledTable, number: int, widths: Sequence[int], comments: list[str], language: str) -> str:
    covering = sorted(
        (cell for cell in table.grid.cells if cell.row <= number < cell.row + cell.rows), key=lambda cell: cell.column
    )
    size = 21 if len(widths) <= 6 else 18 if len(widths) <= 12 else 15
    cells = "".join(
        "".join(_cell(table, cell, cell.row == number, widths, size, comments, language)) for cell in covering
    )
    first = min(cell.row for cell in table.grid.cells if cell.of is not None)
    head = "<w:tblHeader/>" if number < first else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _cell(
    table: FilledTable,
    cell: FormCell,
    begins: bool,
    widths: Sequence[int],
    size: int,
    comments: list[str],
    language: str,
) -> Iterator[str]:
    width = sum(widths[cell.column : cell.column + cell.columns])
    yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.columns > 1:
        yield f'<w:gridSpan w:val="{cell.columns}"/>'
    if cell.rows > 1:
        yield '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    carried = table.carried(cell)
    if carried is not None:
        yield '<w:shd w:val="clear" w:color="auto" w:fill="DDEBF7"/>'
    yield '<w:vAlign w:val="center"/></w:tcPr>'
    paragraph = _paragraph(table.text(cell) if begins else "", "Cell", size)
    if carried is not None:
        paragraph = _commented(paragraph, render(carried.remark, language), comments, language)
    yield f"{paragraph}</w:tc>"


def _commented(paragraph: str, remark: str, comments: list[str], language: str) -> str:
    """The paragraph with a comment over all of it."""
    number = len(comments)
    author = escape(render(Message("annotate.author"), language), {'"': "&quot;"})
    comments.append(
        f'<w:comment w:id="{number}" w:author="{author}"><w:p><w:r><w:t>{escape(remark)}</w:t></w:r></w:p></w:comment>'
    )
    start, end = f'<w:commentRangeStart w:id="{number}"/>', f'<w:commentRangeEnd w:id="{number}"/>'
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return paragraph.replace("</w:pPr>", f"</w:pPr>{start}").replace("</w:p>", f"{end}{reference}</w:p>")
