"""What a Word package holds, taken apart for comparison."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARKS = ("commentRangeStart", "commentRangeEnd")


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def members(data: bytes) -> list[tuple[str, int, bytes]]:
    """(name, method, content) of every member, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [(info.filename, info.compress_type, archive.read(info)) for info in archive.infolist()]


def parts(data: bytes) -> dict[str, bytes]:
    return {name: content for name, _, content in members(data)}


def replaced(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with other contents for some of its members, or with more of them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts(data), **changed}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def canonical(root: _Element) -> bytes:
    return etree.tostring(root, method="c14n")


def without_anchors(data: bytes) -> bytes:
    """A main part without the marks of comments and the runs that refer to them, as canonical XML."""
    root = etree.fromstring(data)
    namespace = etree.QName(root).namespace
    names = {f"{{{namespace}}}{name}" for name in MARKS}
    gone = [element for element in root.iter() if element.tag in names]
    gone += [element.getparent() for element in root.iter(f"{{{namespace}}}commentReference")]  # type: ignore[misc]
    for element in gone:
        parent = element.getparent()
        assert parent is not None and not element.tail
        parent.remove(element)
    return canonical(root)


def comments(data: bytes) -> dict[str, list[str]]:
    """The paragraphs of each comment, by its id."""
    root = etree.fromstring(parts(data)["word/comments.xml"])
    return {
        comment.get(w("id"), ""): ["".join(p.itertext(w("t"))) for p in comment.iter(w("p"))]
        for comment in root.iter(w("comment"))
    }


def marked(data: bytes) -> dict[str, tuple[_Element, str]]:
    """The paragraph that each comment hangs in, and the text between its marks."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    found = {}
    for start in root.iter(w("commentRangeStart")):
        id, paragraph, text = start.get(w("id"), ""), start.getparent(), ""
        assert paragraph is not None and paragraph.tag == w("p")
        for element in start.itersiblings():
            if element.tag == w("commentRangeEnd") and element.get(w("id")) == id:
                reference = next(element.itersiblings(w("r")))
                assert reference[-1].tag == w("commentReference")
                break
            text += "".join(element.itertext(w("t"))) if isinstance(element.tag, str) else ""
        assert id not in found
        found[id] = (paragraph, text)
    return found
