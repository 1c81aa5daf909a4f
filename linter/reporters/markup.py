"""Elements of XML as they stand one step deep in a document that is written piece by piece."""

from __future__ import annotations

from xml.etree import ElementTree


def element(node: ElementTree.Element) -> str:
    """`node` with what is in it, indented, on lines of its own."""
    around = ElementTree.Element("around")
    around.append(node)
    ElementTree.indent(around)
    text = ElementTree.tostring(around, encoding="unicode")
    return text.partition("\n")[2].rpartition("\n")[0] + "\n"
