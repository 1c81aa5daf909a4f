"""The text of a Word 97–2003 file written as the body of a .docx file, which the reader of those reads.

What the two formats have in common is so read by one and the same code: merged cells, automatic numbers, broken lines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from linter.formats.refusals import ReadFailure
from linter.model.message import Message
from linter.model.records import Record
from linter.readers.doc.boxes import Box
from linter.readers.doc.characters import DELETED, DROPPED, Characters
from linter.readers.doc.pages import ParagraphPages
from linter.readers.doc.pieces import PieceTable
from linter.readers.doc.sprms import Sprm, joined, sprms
from linter.readers.doc.styles import PLAIN, Style, Styles
from linter.readers.doc.tables import Definition, Row, read_definition, table_xml
from linter.readers.docx.state import DEEPEST, MOST_PARTS
from linter.text.regex import regex

_MARK = regex("[\r\x07\x0c]")
_CELL_END, _PAGE_BREAK = "\x07", "\x0c"
_BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


class _Shape(Record):
    """What is to be known of a paragraph: how many tables it stands in, and whether it ends a cell or a row there."""

    style: Style = PLAIN
    depth: int = 0
    cell_end: bool = False
    row_end: bool = False
    definition: Definition | None = None


class _OpenTable:
    """A table whose end has not been met."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.cells: list[str] = []
        self.content: list[str] = []

    def end_cell(self) -> None:
        """What has come since the last cell ended is a cell."""
        self.cells.append("".join(self.content))
        self.content = []

    def end_row(self, definition: Definition | None, deleted: bool) -> None:
        """The cells since the last row ended are a row."""
        if self.content:
            self.end_cell()
        if self.cells:
            self.rows.append(Row(tuple(self.cells), definition, deleted))
            self.cells = []


class Text:
    """The characters of a file, and the paragraphs that they are."""

    def __init__(self, characters: Characters, pieces: PieceTable, pages: ParagraphPages, styles: Styles) -> None:
        self.characters = characters
        self._pieces = pieces
        self._pages = pages
        self._styles = styles
        self._shapes: dict[tuple[int, bytes], _Shape] = {}
        self._count = 0

    def body_xml(self, end: int, boxes: Sequence[Box] = ()) -> str:
        """The content of the body: the characters up to `end`, and the text boxes that hang on them.

        Raises `ReadFailure` where it goes beyond a limit.
        """
        hung: dict[int, str] = {}
        for box in boxes:
            xml = _Story(self, {}).content_xml(box.first, box.after)
            hung[box.anchor] = hung.get(box.anchor, "") + _BOX.format(xml)
        return _Story(self, hung).content_xml(0, end)

    def paragraphs(self, first: int, end: int) -> Iterator[tuple[int, int, _Shape, str]]:
        """(first character, place of its mark, shape, mark) of each paragraph; raises `ReadFailure` beyond a limit."""
        for mark in _MARK.finditer(self.characters.text, first, end):
            place = mark.start()
            shape = self._shape(place, mark[0])
            if shape is None:
                continue
            yield first, place, shape, mark[0]
            first = place + 1
            self._count += 1
            if self._count > MOST_PARTS:
                raise ReadFailure(Message("read.too-many-parts", {"limit": MOST_PARTS}))
        if first < end:
            yield first, end, _Shape(), ""

    def _shape(self, place: int, mark: str) -> _Shape | None:
        """The shape of the paragraph that ends with the mark at `place`; None for a page break within a paragraph."""
        piece = self._pieces.piece_at(place)
        byte = piece.place_of(place)
        stored = self._pages.paragraph(byte)
        if mark == _PAGE_BREAK and stored is not None and stored.end > byte + piece.width:
            return None
        number, properties = (0, b"") if stored is None else (stored.style, stored.properties)
        properties = joined(properties, piece.properties)
        shape = self._shapes.get((number, properties))
        if shape is None:
            shape = self._shapes[number, properties] = _shape(properties, self._styles.of(number))
        if mark == _CELL_END and not shape.depth:
            return shape._replace(depth=1)
        return shape


class _Story:
    """A stretch of the text, paragraph by paragraph. `hung` has the boxes by the characters that they hang on."""

    def __init__(self, text: Text, hung: Mapping[int, str]) -> None:
        self._text = text
        self._characters = text.characters
        self._hung = hung
        self._anchors = sorted(hung)
        self._body: list[str] = []
        self._open: list[_OpenTable] = []

    def content_xml(self, first: int, end: int) -> str:
        """The characters from `first` up to `end`."""
        self._characters.silence_fields(first, end)
        for paragraph in self._text.paragraphs(first, end):
            self._add(*paragraph)
        self._close_to(0)
        return "".join(self._body)

    def _add(self, first: int, place: int, shape: _Shape, mark: str) -> None:
        if shape.depth > DEEPEST:
            raise ReadFailure(Message("read.docx-too-deep"))
        self._close_to(shape.depth)
        while len(self._open) < shape.depth:
            self._open.append(_OpenTable())
        deleted = place < len(self._characters.states) and self._characters.states[place] == DELETED
        if not shape.depth:
            self._body.append(self._paragraph_xml(first, place, shape.style, deleted))
            return
        table = self._open[-1]
        if shape.row_end:
            table.end_row(shape.definition, deleted)
            return
        ends = shape.cell_end or (mark == _CELL_END and shape.depth == 1)
        table.content.append(self._paragraph_xml(first, place, shape.style, deleted and not ends))
        if ends:
            table.end_cell()

    def _close_to(self, depth: int) -> None:
        """End the tables that do not go on at this depth."""
        while len(self._open) > depth:
            table = self._open.pop()
            table.end_row(None, False)
            if table.rows:
                outside = self._open[-1].content if self._open else self._body
                outside.append(table_xml(table.rows))

    def _paragraph_xml(self, first: int, after: int, style: Style, deleted: bool) -> str:
        if style.contents:
            return "<w:p/>"
        states = self._characters.states
        properties = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
        if style.list_number:
            level = f'<w:ilvl w:val="{style.list_level}"/>'
            properties += f'<w:numPr>{level}<w:numId w:val="{style.list_number}"/></w:numPr>'
        if deleted:
            properties += "<w:rPr><w:del/></w:rPr>"
        elif style.hidden or (after < len(states) and states[after] == DROPPED):
            properties += "<w:rPr><w:vanish/></w:rPr>"
        runs = "" if style.hidden else self._characters.runs_xml(first, after)
        if self._anchors:
            runs += self._boxes_xml(first, after)
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"

    def _boxes_xml(self, first: int, after: int) -> str:
        """The boxes that hang on a paragraph, its mark included, unless they are deleted or hidden."""
        anchors, states = self._anchors, self._characters.states
        hung = anchors[bisect_left(anchors, first) : bisect_right(anchors, after)]
        return "".join([self._hung[anchor] for anchor in hung if states[anchor] not in (DELETED, DROPPED)])


def _shape(properties: bytes, style: Style) -> _Shape:
    found: dict[int, bytes] = dict(sprms(properties))
    depth = int.from_bytes(found[Sprm.DEPTH], "little", signed=True) if Sprm.DEPTH in found else 0
    if depth <= 0:
        depth = int(_is_on(found, Sprm.IN_TABLE))
    inner = depth > 1
    row_end = _is_on(found, Sprm.INNER_ROW_END if inner else Sprm.ROW_END)
    return _Shape(
        style.with_properties(properties),
        depth,
        inner and _is_on(found, Sprm.INNER_CELL_END),
        row_end and depth > 0,
        read_definition(properties) if row_end else None,
    )


def _is_on(found: dict[int, bytes], property: Sprm) -> bool:
    return any(found.get(property, b""))
