"""The text of a paragraph out of its runs: tracked changes accepted, fields by their results, hidden text left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from linter.model.document import Text
from linter.model.records import Record
from linter.model.span import DocxSpan, Span
from linter.readers.docx.fields import is_contents
from linter.readers.docx.looks import Look, looks_in
from linter.readers.docx.state import State
from linter.readers.docx.styles import Style
from linter.readers.docx.symbols import symbol
from linter.readers.docx.xml import (
    ALTERNATE,
    CHOICE,
    DEL,
    FALLBACK,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    TEXT_BOX,
    R,
    T,
    maths,
    w,
)
from linter.text.marks import raised

TRACKED = frozenset({INS, DEL, MOVE_FROM, MOVE_TO})
DROPPED = frozenset({DEL, MOVE_FROM})

_THROUGH = frozenset(
    {
        *(INS, MOVE_TO, SDT_CONTENT, w("hyperlink"), w("smartTag"), w("customXml"), w("dir"), w("bdo")),
        *(maths(name) for name in ("oMath", "oMathPara", "sSup", "sSub", "e", "sup", "sub", "f", "num", "den", "d")),
    }
)
"""Elements around runs that are read as if they were not there."""

_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_DRAWINGS = frozenset({w("drawing"), w("pict"), w("object")})
_RUBY, _RUBY_BASE, _SYM = w("ruby"), w("rubyBase"), w("sym")
_FONT, _CHAR = w("font"), w("char")
_FIELD, _INSTRUCTION = w("fldChar"), w("instrText")
_SIMPLE_FIELD, _SIMPLE_INSTRUCTION = w("fldSimple"), w("instr")
_MATHS_RUN, _MATHS_TEXT = maths("r"), maths("t")
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_EQUATION = "Equation"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_EDGES = " \t\n\r"


class Runs(Record):
    """A paragraph's text as stored, white space at its edges included, and the text boxes anchored in it."""

    text: Text
    boxes: tuple[_Element, ...]


def read_runs(paragraph: _Element, style: Style, state: State) -> Runs:
    """The text of a paragraph in the place that `state` has come to, without that of its text boxes."""
    content = [child for child in paragraph if child.tag != PPR]
    if not content:
        return Runs(Text("", ((0, _place(state, state.number_of(paragraph))),)), ())
    if len(content) == 1 and not state.hides and not style.look.left_out:
        text = _of_one_run(content[0])
        if text:
            number = state.number_of(paragraph)
            state.count()
            state.fields.enter(number)
            if not state.fields.silent:
                return Runs(Text(text, ((0, _place(state, number, 1, 0, len(text))),)), ())
    return _Reader(paragraph, style, state).read()


def _of_one_run(run: _Element) -> str:
    """The text of a run that holds nothing else, as most paragraphs of tables do; empty for any other."""
    if run.tag != R:
        return ""
    content = [child for child in run if child.tag != RPR]
    return _shown(content[0]) if len(content) == 1 and content[0].tag == T else ""


def _place(state: State, paragraph: int, run: int = 0, start: int = 0, length: int = 0) -> DocxSpan:
    return DocxSpan(state.block, state.row, state.cell, paragraph, run, start, length)


class _Reader:
    """Gathers the text of one paragraph."""

    def __init__(self, paragraph: _Element, style: Style, state: State) -> None:
        self._paragraph = paragraph
        self._style = style
        self._state = state
        self._number = state.number_of(paragraph)
        self._runs = {run: index for index, run in enumerate(paragraph.iter(R), 1)}
        self._parts: list[str] = []
        self._pieces: list[tuple[int, Span]] = []
        self._boxes: list[_Element] = []
        self._fields = state.fields
        self._looks = looks_in(paragraph, self._look, style.look) if state.hides else {}
        self._now = style.look
        self._left_out = 0
        self._length = 0
        self._placed = 0  # characters that have a piece
        self._run = 0
        self._run_placed = 0  # characters of the run that have a piece

    def read(self) -> Runs:
        if self._runs:
            self._state.count(len(self._runs))
        self._fields.enter(self._number)
        self._inline(self._paragraph)
        self._place()
        pieces = tuple(self._pieces) or ((0, _place(self._state, self._number)),)
        return Runs(Text("".join(self._parts), pieces), tuple(self._boxes))

    def _inline(self, parent: _Element) -> None:
        """Read what may stand in a paragraph."""
        for child in parent:
            tag = child.tag
            if tag == R:
                self._read_run(child)
            elif tag in TRACKED:
                self._state.tracked = True
                if tag not in DROPPED:
                    self._inline(child)
            elif tag in _THROUGH:
                self._inline(child)
            elif tag == SDT:
                for content in child.iterchildren(SDT_CONTENT):
                    self._inline(content)
            elif tag == ALTERNATE:
                self._alternate(child, self._inline)
            elif tag == _SIMPLE_FIELD:
                if not is_contents(child.get(_SIMPLE_INSTRUCTION, "")):
                    self._inline(child)
            elif tag == _MATHS_RUN:
                for text in child.iterchildren(_MATHS_TEXT):
                    self._add(text.text or "")

    def _read_run(self, run: _Element) -> None:
        self._place()
        outside = self._run, self._run_placed, self._now
        self._run, self._run_placed = self._runs[run], 0
        self._now = self._looks.get(run, self._style.look)
        before = self._left_out
        self._contents(run)
        self._place()
        if self._left_out > before:
            self._state.struck += bool(self._now.struck)
            self._state.unseen += not self._now.struck and not self._now.hidden
        self._run, self._run_placed, self._now = outside

    def _contents(self, parent: _Element) -> None:
        """Read what may stand in a run."""
        for child in parent:
            tag = child.tag
            if tag == T:
                self._add(_shown(child))
            elif tag in _CHARACTERS:
                self._add(_CHARACTERS[tag])
            elif tag == _FIELD:
                self._fields.mark(child)
            elif tag == _INSTRUCTION:
                self._fields.instruction(child.text or "")
            elif tag == _SYM:
                self._add(symbol(child.get(_FONT, ""), child.get(_CHAR, "")))
            elif tag in _DRAWINGS:
                self._drawing(child)
            elif tag == ALTERNATE:
                self._alternate(child, self._contents)
            elif tag == _RUBY:  # of a text and the reading printed above it, the text
                for base in child.iterchildren(_RUBY_BASE):
                    self._inline(base)

    def _look(self, id: str) -> Look:
        """That of a character style."""
        return self._state.styles.of(id).look

    def _drawing(self, drawing: _Element) -> None:
        if not self._now.hidden:
            self._boxes.extend(_boxes(drawing))
        objects = (element.get("ProgID", "") for element in drawing.iter(_OLE))
        if any(not program.startswith(_EQUATION) for program in objects):
            self._state.embedded = True

    def _alternate(self, alternate: _Element, read: Callable[[_Element], None]) -> None:
        """Read one of several ways to say the same: the first that says anything."""
        before = self._length, len(self._boxes)
        for way in alternate.iterchildren(CHOICE, FALLBACK):
            read(way)
            if (self._length, len(self._boxes)) != before:
                return

    def _add(self, text: str) -> None:
        if not text or self._fields.silent:
            return
        if self._now.left_out or self._now.white:
            self._left_out += not text.isspace()
            return
        self._parts.append(raised(text) if self._now.raised else text)
        self._length += len(text)

    def _place(self) -> None:
        """Give what was added since the last time its place in the run."""
        length = self._length - self._placed
        if length:
            place = _place(self._state, self._number, self._run, self._run_placed, length)
            self._pieces.append((self._placed, place))
            self._run_placed += length
            self._placed = self._length


def _shown(element: _Element) -> str:
    """The text of a `w:t`, of which white space at the edges counts only where the file says so."""
    text = element.text or ""
    if text and (text[0] in _EDGES or text[-1] in _EDGES) and element.get(_SPACE) != "preserve":
        text = text.strip(_EDGES)
    return text.replace("\n", " ") if "\n" in text else text


def _boxes(parent: _Element) -> Iterator[_Element]:
    """The text boxes of a drawing, not those within them; of a drawing given in two ways, those of the first."""
    for child in parent:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag == ALTERNATE:
            ways = (tuple(_boxes(way)) for way in child.iterchildren(CHOICE, FALLBACK))
            yield from next(filter(None, ways), ())
        else:
            yield from _boxes(child)
