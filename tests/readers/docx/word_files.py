"""Word files for tests: packages out of XML fragments, and what was read in a form that tables of cases can state."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from linter.model.document import Cell, Document, Paragraph, Source, Table
from linter.model.template import BlockSpec, TableSpec, Template
from linter.readers import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": WORD,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": f"{OFFICE}/math",
        "r": f"{OFFICE}/relationships",
    }.items()
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(root: str, content: str) -> str:
    """An XML part with the root element `w:root`."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {NAMESPACES}>{content}</w:{root}>'


def relationships(*targets: tuple[str, str], mode: str = "") -> str:
    items = "".join(
        f'<Relationship Id="r{index}" Type="{OFFICE}/relationships/{kind}" Target="{target}"{mode}/>'
        for index, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{items}</Relationships>'


def parts_of(body: str, styles: str = "", numbering: str = "") -> dict[str, str]:
    """The parts of a package by name: `body`, `styles` and `numbering` are what stands in their roots."""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relationships(("styles", "styles.xml"), ("numbering", "/word/numbering.xml")),
        "word/styles.xml": part("styles", styles),
        "word/numbering.xml": part("numbering", numbering),
    }


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word(body: str, styles: str = "", numbering: str = "") -> bytes:
    return packed(parts_of(body, styles, numbering))


def read_word(data: bytes, suffix: str = "docx") -> Document:
    return read(Source(f"sample.{suffix}", data, suffix))


def stated(document: Document) -> list[str | list[list[str]]]:
    """Paragraphs as `## <label> text`, with a sign for each level; tables as rows of cells."""
    return [
        paragraph(block) if isinstance(block, Paragraph) else [[cell(one) for one in row.cells] for row in block.rows]
        for block in document.blocks
    ]


def paragraph(block: Paragraph) -> str:
    label = f"<{block.label}>" if block.label else ""
    return " ".join(filter(None, ["#" * block.level, label, shown(block.text.value)]))


def cell(one: Cell) -> str:
    """`0 text`: the grid column; `0+2 text` for two columns, `0v3 text` for three rows."""
    columns = f"+{one.column_span}" if one.column_span > 1 else ""
    rows = f"v{one.row_span}" if one.row_span > 1 else ""
    return f"{one.column}{columns}{rows} {shown(one.text.value)}".rstrip()


def shown(text: str) -> str:
    return text.replace("\n", "/").replace("\t", "→")


def run(text: str) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{lines}</w:r>" if text else ""


def para(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def tc(text: str, span: int = 1, down: str = "") -> str:
    merge = f'<w:vMerge w:val="{down}"/>' if down else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{para(text)}</w:tc>'


def tr(cells: str) -> str:
    return f"<w:tr>{cells}</w:tr>"


def report(text: str, template: Template) -> str:
    """The body of a Word file with the paragraphs of a report written as text, and its tables as real tables."""
    parts: list[str] = []
    figures: list[list[str]] = []
    tables = {table.section: table for table in template.tables}
    titles = {section.number + section.label.text: section.id for section in template.sections}
    section = ""
    for line in [*text.split("\n"), "the end"]:
        if "\t" in line or (figures and line):
            figures.append(line.split("\t"))
            continue
        if figures:
            parts.append(ruled(tables[section], figures))
            figures = []
        section = titles.get(line, section)
        parts.append(para(line))
    return "".join(parts[:-1])


def ruled(table: TableSpec, rows: list[list[str]]) -> str:
    """A table with its merged cells. `rows` are those of the form as text, of which the figures are taken."""
    lines = iter([row for row in rows if any(is_digit(cell) for cell in row)])
    if table.across:
        return f"<w:tbl>{across(table, next(lines))}</w:tbl>"
    width = max(depth(block) + len(block.columns) for block in table.blocks)
    return f"<w:tbl>{''.join(upright(block, lines, width) for block in table.blocks)}</w:tbl>"


def is_digit(text: str) -> bool:
    return text.isdecimal()


def depth(block: BlockSpec) -> int:
    return 1 + max(len(row.parents) for row in block.rows)


def upright(block: BlockSpec, lines: Iterator[list[str]], width: int) -> str:
    labels = depth(block)
    spare = width - labels - len(block.columns)
    out = [tr(tc(block.heading.text, width))] if block.heading is not None else []
    corners = [label.text for label in block.corner]
    levels = 1 + max(len(column.parents) for column in block.columns)
    if len(corners) > 1:
        out.append(tr(tc(corners[0], labels) + tc(corners[1], width - labels)))
        corners = []
    for level in range(levels):
        corner = tc(corners[0] if corners and not level else "", labels, "continue" if level else "restart")
        out.append(tr(corner + header(block, level, spare)))
    above: tuple[object, ...] = ()
    for row in block.rows:
        cells = "".join(
            tc(
                "" if row.parents[: index + 1] == above[: index + 1] else label.text,
                1,
                _down(row.parents, above, index),
            )
            for index, label in enumerate(row.parents)
        )
        cells += tc(row.label.text, labels - len(row.parents))
        values = next(lines)[-len(block.columns) - spare :][: len(block.columns)]
        out.append(tr(cells + figures_of(values, spare)))
        above = row.parents
    return "".join(out)


def _down(parents: tuple[object, ...], above: tuple[object, ...], index: int) -> str:
    return "continue" if parents[: index + 1] == above[: index + 1] else "restart"


def figures_of(values: list[str], spare: int) -> str:
    return "".join(tc(value, 1 + (spare if index == len(values) - 1 else 0)) for index, value in enumerate(values))


def header(block: BlockSpec, level: int, spare: int) -> str:
    """One row of column labels: groups over their columns, a column without a group from top to bottom."""
    cells: list[tuple[str, int, str]] = []
    shown: object = None
    for index, column in enumerate(block.columns):
        extra = spare if index == len(block.columns) - 1 else 0
        path = (*column.parents, column.label)
        if level >= len(path):
            cells.append(("", 1 + extra, "continue"))
            shown = None
        elif path[level] == shown and level < len(path) - 1:
            text, span, down = cells[-1]
            cells[-1] = (text, span + 1 + extra, down)
        else:
            shown = path[level]
            last = level == len(path) - 1
            levels = 1 + max(len(other.parents) for other in block.columns)
            cells.append((path[level].text, 1 + extra, "restart" if last and level < levels - 1 else ""))
    return "".join(tc(*one) for one in cells)


def across(table: TableSpec, figures: list[str]) -> str:
    """Labels of rows side by side over the labels of the columns, and all figures in one row."""
    block = table.blocks[0]
    width = len(block.columns)
    levels = 1 + max(len(row.parents) for row in block.rows)
    top: list[tuple[str, int]] = []
    below = ""
    names = ""
    shown: object = None
    for row in block.rows:
        first = (*row.parents, row.label)[0]
        if first == shown:
            top[-1] = (top[-1][0], top[-1][1] + width)
        else:
            top.append((first.text, width))
        shown = first
        leaves = [column.label.text for column in block.columns]
        if row.parents:
            below += tc(row.label.text, width)
            names += "".join(tc(leaf) for leaf in leaves)
        else:
            below += "".join(tc(leaf, 1, "restart" if levels > 1 else "") for leaf in leaves)
            names += "".join(tc("", 1, "continue") for _ in leaves)
    rows = [tr("".join(tc(text, span) for text, span in top)), tr(below)]
    return "".join([*rows, tr(names) if levels > 1 else "", tr("".join(tc(figure) for figure in figures))])


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]
