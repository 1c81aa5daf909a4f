"""The tree of a page → paragraphs and tables in the order in which they are shown."""

from linter.model.document import Paragraph
from linter.readers.html.elements import BLOCKS, CELLS, HEADINGS
from linter.readers.html.lists import is_numbered, item_labels
from linter.readers.html.nodes import BREAK, Element, Placed, Run
from linter.readers.html.tables import open_table
from linter.readers.html.text import text_of


def blocks_in(element: Element) -> list[Placed]:
    """All that is shown of an element."""
    children = element.children
    if len(children) == 1 and isinstance(children[0], Run) and element.tag in CELLS and not element.preformatted:
        text = text_of((children[0],))
        return [Placed(Paragraph(text), element)] if text is not None else []  # most cells hold a word or a figure
    flow = _Flow(element)
    flow.walk(element)
    flow.end_line()
    return flow.placed


class _Flow:
    """Reads elements. `placed` is what was read, but for the line that has not ended yet."""

    # What holds for the line that is read; a flow is made for every cell, and nearly all leave these as they are.
    _linked = 0
    _level = 0
    _label = ""
    _in_link = False

    def __init__(self, owner: Element) -> None:
        self.placed: list[Placed] = []
        self._owner = owner
        self._runs: list[Run] = []
        self._preformatted = owner.preformatted

    def walk(self, element: Element) -> None:
        labels = item_labels(element) if element.tag == "ol" else None
        for child in element.children:
            if isinstance(child, Run):
                self._add(child)
            elif child is BREAK:
                self.end_line()
            elif child.tag == "table":
                self._table(child)
            elif child.tag in BLOCKS:
                self._block(child, next(labels) if labels is not None and child.tag == "li" else "")
            else:
                self._inline(child)

    def end_line(self) -> None:
        """A line ends here: what was read of it becomes a paragraph, unless it is blank."""
        if not self._runs:
            return
        text = text_of(self._runs, self._preformatted)
        if text is not None:
            label = "" if self._label and is_numbered(text.value) else self._label
            self.placed.append(Placed(Paragraph(text, self._level, label), self._owner, self._linked))
            self._label = ""
        self._runs = []
        self._linked = 0

    def _add(self, run: Run) -> None:
        if self._in_link:
            self._linked += run.width
        if self._preformatted and "\n" in run.value:
            self._add_lines(run)
        else:
            self._runs.append(run)

    def _add_lines(self, run: Run) -> None:
        line, column, offset = run.line, run.column, run.offset
        for part in run.value.split("\n"):
            if line > run.line:
                self.end_line()
            if part:
                self._runs.append(Run(line, column, offset, part, len(part)))
            line, column, offset = line + 1, 1, offset + len(part) + 1

    def _inline(self, element: Element) -> None:
        outside = self._in_link, self._preformatted
        self._in_link = self._in_link or (element.tag == "a" and "href" in element.attributes)
        self._preformatted = self._preformatted or element.preformatted
        self.walk(element)
        self._in_link, self._preformatted = outside

    def _block(self, element: Element, label: str) -> None:
        self.end_line()
        outside = self._owner, self._level, self._preformatted
        self._owner = element
        if element.tag in HEADINGS:
            self._level = int(element.tag[1])
        if label or element.tag == "li":
            self._label = label
        self._preformatted = self._preformatted or element.preformatted
        self.walk(element)
        self.end_line()
        self._owner, self._level, self._preformatted = outside

    def _table(self, table: Element) -> None:
        self.end_line()
        self.placed.extend(open_table(table, blocks_in))
