"""Where comments hang in a Word document: ranges of paragraphs and runs, found again by the numbers of their spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.etree import _Element

from linter.annotators.docx.splitting import Part, split
from linter.model.records import Record
from linter.model.span import DocxSpan, Span

SHORT = 60
"""Characters of a paragraph that is marked as a whole where one of its runs is: a heading, a label, a figure."""

_SIZE = "16"  # half points: what Word gives the sign of a comment, so that it makes no line higher


class Anchor(Record):
    """A range to comment: the children of a paragraph from `first` to `last`, or the whole of it without these."""

    paragraph: _Element
    first: _Element | None = None
    last: _Element | None = None


class Anchors:
    """The paragraphs of a document part, and the marks that are set in it."""

    def __init__(self, root: _Element) -> None:
        self.namespace = etree.QName(root).namespace or ""
        self._paragraphs = tuple(root.iter(self._w("p")))

    def find(self, spans: Iterable[Span]) -> list[Anchor | None]:
        """The ranges at `spans`: a cell or a short paragraph as a whole, else the words, for which their run is split.
        Without a place, it is the first paragraph; None where there is none.

        The numbers of spans are those of the file as it was read: all of them are looked up before anything is split.
        """
        found = [self._place(span) for span in spans]
        pieces = split([place for place in found if isinstance(place, Part)], self.namespace)
        anchors: list[Anchor | None] = []
        for place in found:
            if isinstance(place, Part):
                first, last = pieces[place]
                parent = place.run.getparent()
                anchors.append(Anchor(first if parent is None else parent, first, last))
            else:
                anchors.append(place)
        return anchors

    def _place(self, span: Span) -> Anchor | Part | None:
        if not self._paragraphs:
            return None
        number = span.paragraph if isinstance(span, DocxSpan) else 0
        paragraph = self._paragraphs[number - 1 if 0 < number <= len(self._paragraphs) else 0]
        if not isinstance(span, DocxSpan) or not span.run or span.row:
            return self._outermost(paragraph, None)
        runs: Sequence[_Element] = list(paragraph.iter(self._w("r")))
        run = runs[span.run - 1] if span.run <= len(runs) else None
        whole = run is None or (span.start == 0 and span.length >= self._length(run))
        if whole and self._length(paragraph) <= SHORT:
            return self._outermost(paragraph, None)
        if run is None or run.getparent() is not paragraph or not span.length or self._in_box(paragraph):
            return self._outermost(paragraph, run)
        return Part(run, span.start, span.start + span.length)

    def mark(self, anchor: Anchor, id: int) -> None:
        """Put the marks of the comment `id` around a range, within those that begin there and after those that end
        there: so comments on the same words stand in the order of their marking.
        """
        paragraph = anchor.paragraph
        if anchor.first is None or anchor.last is None:
            properties = next(paragraph.iterchildren(self._w("pPr")), None)
            first, after = 0 if properties is None else paragraph.index(properties) + 1, len(paragraph)
            while first < after and paragraph[first].tag == self._w("commentRangeStart"):
                first += 1
        else:
            first = paragraph.index(anchor.first)
            after = paragraph.index(anchor.last) + 1
            while after < len(paragraph) and self._ends_comment(paragraph[after]):
                after += 1
        paragraph.insert(after, self._reference(id))
        paragraph.insert(after, self._element("commentRangeEnd", id=str(id)))
        paragraph.insert(first, self._element("commentRangeStart", id=str(id)))

    def _in_box(self, paragraph: _Element) -> bool:
        return next(paragraph.iterancestors(self._w("p")), None) is not None

    def _outermost(self, paragraph: _Element, child: _Element | None) -> Anchor:
        """The range, as a child of its paragraph. Word knows no comments in text boxes: what stands in one is marked
        where the box is anchored.
        """
        node = child
        for ancestor in paragraph.iterancestors(self._w("p")):
            node, paragraph = paragraph, ancestor
        while node is not None and node.getparent() is not paragraph:
            node = node.getparent()
        return Anchor(paragraph, node, node)

    def _ends_comment(self, element: _Element) -> bool:
        reference = self._w("commentReference")
        return element.tag == self._w("commentRangeEnd") or any(child.tag == reference for child in element)

    def _length(self, element: _Element) -> int:
        return sum(len(text.text or "") for text in element.iter(self._w("t")))

    def _reference(self, id: int) -> _Element:
        run = self._element("r")
        look = etree.SubElement(run, self._w("rPr"))
        look.extend((self._element("sz", val=_SIZE), self._element("szCs", val=_SIZE)))
        run.append(self._element("commentReference", id=str(id)))
        return run

    def _element(self, name: str, **attributes: str) -> _Element:
        element = etree.Element(self._w(name))
        for key, value in attributes.items():
            element.set(self._w(key), value)
        return element

    def _w(self, name: str) -> str:
        return f"{{{self.namespace}}}{name}"
