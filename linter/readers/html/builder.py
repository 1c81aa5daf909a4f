"""Start tags, end tags and texts in the order of the source → the tree of the elements that are shown.

End tags that are left out, cells out of place and tags closed in the wrong order are repaired as browsers repair them,
as far as the text that is seen goes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from linter.readers.html.elements import (
    BLOCKS,
    BREAKS,
    CELLS,
    CHANGING,
    CLOSING_PARAGRAPHS,
    CONTROLS,
    DEFINITION_SCOPES,
    FORMATTING,
    HEADINGS,
    LIST_ITEM_SCOPES,
    PASSED_OVER,
    PREFORMATTED,
    ROW_CONTEXT,
    SCOPES,
    SECTIONS,
    TABLE,
    TABLE_PARTS,
    UNSEEN,
)
from linter.readers.html.looks import PLAIN, RAISING, STRUCK, Look, Looks
from linter.readers.html.nodes import BREAK, Element, Run
from linter.readers.html.tokens import Tag
from linter.readers.shapes import is_figure

DEEPEST = 200
"""Elements that may be open at one time. Those that stand deeper count as part of the one at this depth."""

_KEPT = {
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
    "tr": ("height",),
    "ol": ("start", "type", "style", "reversed"),
    "li": ("value",),
    "a": ("href",),
    "option": ("selected",),
}
_TYPED = ("text", "number", "tel")


class Builder:
    """Puts elements and text where they belong. `_stack` holds the elements that are open, outermost first."""

    def __init__(self) -> None:
        self.body = Element("body")
        self.title = ""
        self.deletions = self.unseen = 0
        self.raised: list[Element] = []
        self.white: list[Element] = []
        self.selects: list[Element] = []
        self.pictured: list[Element] = []
        self._stack = [self.body]
        self._open: dict[str, int] = {}
        self._looks = Looks()

    def begins_line(self) -> bool:
        """Whether white space is not seen here, because a line begins, or because nothing but rows can stand here."""
        top = self._stack[-1]
        if not top.children:
            return top.tag in BLOCKS
        last = top.children[-1]
        return last is BREAK or top.tag in ROW_CONTEXT or (isinstance(last, Element) and last.tag in BLOCKS)

    def add(self, run: Run) -> None:
        top = self._stack[-1]
        if top.tag in ROW_CONTEXT:
            self._foster(run)
            return
        if top.tag == "title" and not self.title:
            self.title = run.value
        if top.mute:
            self.unseen += not run.value.isspace()
            return
        top.children.append(run)
        if top.tag == "style":
            self._looks.add_sheet(run.value)

    def open(self, token: Tag) -> Element | None:
        """Begin an element; gives it back if it is a cell."""
        tag, attributes = token.name, token.attributes
        style, names = attributes.get("style", ""), attributes.get("class", "")
        look = self._look(tag, style, names) if style or names else PLAIN
        if look is PLAIN and not (tag in CHANGING or self._open.get(tag) or "hidden" in attributes):
            return None  # says nothing of its text, and no end tag after it can be meant for another of its name
        if tag in PASSED_OVER or not self._make_room(tag):
            return None
        if tag in BREAKS:
            self._attach(BREAK)
            return None
        element = Element(tag)
        element.preformatted = look.preformats or tag in PREFORMATTED
        if kept := _KEPT.get(tag):
            element.attributes = {name: attributes[name] for name in kept if name in attributes}
        if tag in TABLE and self._open.get("a"):
            self._unlink()
        self._show(element, look, "hidden" in attributes)
        if len(self._stack) < DEEPEST:
            self._push(element)
        return element if tag in CELLS else None

    def _look(self, tag: str, style: str, names: str) -> Look:
        """How an element looks; that of one that its place cannot have is plain."""
        look = self._looks.of(style, names)
        if (look.conceals or look.tiny) and tag in BLOCKS and not any(map(self._open.get, CELLS)):
            look = look._replace(conceals=False, tiny=None)  # as whole pages are, until a program or a sheet shows them
        if look.tiny is False and not self._stack[-1].mute:
            look = look._replace(tiny=None)
        return PLAIN if look == PLAIN else look

    def _show(self, element: Element, look: Look, hidden: bool) -> None:
        """Put an element in its place unless it is not shown, and remember what is to be said of its text."""
        tag, top = element.tag, self._stack[-1]
        struck = look.struck or tag in STRUCK
        element.mute = top.mute if look.tiny is None else look.tiny
        if tag in CELLS and (look.conceals or look.unseen or struck):
            element.mute = True  # its place in the row stays
            self._attach(element)
        elif tag in CONTROLS and any(map(self._open.get, CELLS)):
            self._attach(element)
            self.selects += [element] * (tag == "select")
        elif look.hides or look.unseen or hidden or look.conceals or struck or tag in UNSEEN:
            self.deletions += struck
            self.unseen += look.conceals and not struck
        else:
            self._attach(element)
        if tag in BLOCKS:
            return
        if tag in RAISING or look.raises:
            self.raised.append(element)
        elif look.white:
            self.white.append(element)

    def entered(self, attributes: Mapping[str, str]) -> str:
        """What is filled in at a control for text within a cell, as forms that are filled in on line have it."""
        if not any(map(self._open.get, CELLS)):
            return ""
        kind = (attributes.get("type") or "text").lower()
        return attributes.get("value", "") if kind in _TYPED and "hidden" not in attributes else ""

    def pictures_figure(self, attributes: Mapping[str, str]) -> bool:
        """Whether a picture within a cell stands for a figure, as the text in its place says."""
        cell = self._find(CELLS, TABLE)
        instead = attributes.get("alt", "").strip()
        if cell < 0 or not instead[:1].isdecimal() or not is_figure(instead):
            return False
        self.pictured.append(self._stack[cell])
        return True

    def close(self, tag: str) -> None:
        if not self._open.get(tag):
            if tag == "br":
                self._attach(BREAK)
            elif tag in HEADINGS:
                self._pop(self._find(HEADINGS, SCOPES))
        elif self._stack[-1].tag == tag:
            self._stack.pop()
            self._open[tag] -= 1
        elif tag in TABLE_PARTS or tag in TABLE:
            self._pop(self._find((tag,), TABLE))
        elif tag in HEADINGS:
            self._pop(self._find(HEADINGS, SCOPES))
        elif tag in BLOCKS or tag in SCOPES:
            self._pop(self._find((tag,), SCOPES))
        elif tag in FORMATTING:
            self._close_formatting(self._find((tag,), SCOPES))
        else:
            self._pop(self._find((tag,), BLOCKS))

    def _unlink(self) -> None:
        """A link around a table was never closed: what stands in it is no link."""
        for element in self._stack:
            if element.tag == "a":
                element.attributes = {}

    def _make_room(self, tag: str) -> bool:
        """Close what an element of this name closes by its start; False if it cannot stand here and is skipped."""
        top = self._stack[-1].tag
        if tag in TABLE_PARTS:
            return (top == "tr" and tag in CELLS) or (top in SECTIONS and tag == "tr") or self._make_room_in_table(tag)
        if tag in CLOSING_PARAGRAPHS and self._open.get("p"):
            self._pop(self._find(("p",), SCOPES))
        if tag == "table" and top in ROW_CONTEXT:
            self._pop(self._find(TABLE, frozenset()))
        elif tag == "form" and top in ROW_CONTEXT:
            return False
        elif tag == "li":
            self._pop(self._find(("li",), LIST_ITEM_SCOPES))
        elif tag in ("dd", "dt"):
            self._pop(self._find(("dd", "dt"), DEFINITION_SCOPES))
        elif tag == "option":
            self._pop(self._find(("option",), SCOPES))
        elif tag in HEADINGS and self._stack[-1].tag in HEADINGS:
            self._pop(len(self._stack) - 1)
        return True

    def _make_room_in_table(self, tag: str) -> bool:
        table = self._find(TABLE, frozenset())
        if table < 0:
            return False
        if tag in CELLS:
            row = self._find(("tr",), TABLE)
            if row < 0:
                row = self._new_row(table)
            self._pop(row + 1)
        elif tag == "tr":
            section = self._find(SECTIONS, TABLE)
            self._pop(max(section, table) + 1)
        else:
            self._pop(table + 1)
        return True

    def _new_row(self, table: int) -> int:
        """Open the row that a cell without one belongs to; its index."""
        self._pop(max(self._find(SECTIONS, TABLE), table) + 1)
        row = Element("tr")
        self._attach(row)
        self._push(row)
        return len(self._stack) - 1

    def _attach(self, element: Element) -> None:
        top = self._stack[-1]
        if top.tag in ROW_CONTEXT and element.tag not in TABLE_PARTS:
            if element.tag not in UNSEEN:
                self._foster(element)
            return
        if element is not BREAK:
            element.parent = top
        top.children.append(element)

    def _foster(self, child: Element | Run) -> None:
        """Put what stands between the rows of a table before the table, which is the last thing in its parent."""
        table = self._stack[self._find(TABLE, frozenset())]
        if table.parent is None:
            return
        table.parent.children.insert(-1, child)
        if isinstance(child, Element) and child is not BREAK:
            child.parent = table.parent

    def _push(self, element: Element) -> None:
        self._stack.append(element)
        self._open[element.tag] = self._open.get(element.tag, 0) + 1

    def _pop(self, index: int) -> None:
        """Close the element at `index` and all in it; none below 1."""
        if index > 0:
            for element in self._stack[index:]:
                self._open[element.tag] -= 1
            del self._stack[index:]

    def _find(self, tags: Collection[str], bounds: frozenset[str]) -> int:
        """The index of the innermost open element of these names, or -1 where there is none within `bounds`."""
        if not any(map(self._open.get, tags)):
            return -1
        stack = self._stack
        for index in range(len(stack) - 1, 0, -1):
            tag = stack[index].tag
            if tag in tags:
                return index
            if tag in bounds:
                break
        return -1

    def _close_formatting(self, index: int) -> None:
        """A formatting element that ends within a block that began in it ends there; the block goes on."""
        if index < 0:
            return
        if any(element.tag in BLOCKS for element in self._stack[index:]):
            self._open[self._stack.pop(index).tag] -= 1
        else:
            self._pop(index)
