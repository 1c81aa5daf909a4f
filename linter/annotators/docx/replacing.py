"""Our own comments of an earlier copy taken out of a Word package, before new ones are put in; all others stay."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from linter.annotators.docx.parts import ChangedPackage, Part, elements

_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_LISTS = ("commentsExtended", "commentsIds")
"""Parts in which Word keeps more of each comment, found by the identity of its last paragraph."""


def take_out(package: ChangedPackage, comments: Part, story: _Element, authors: frozenset[str]) -> None:
    """Removes the comments by `authors` from the comments part, and their marks from the story. An answer that somebody
    gave to one of them becomes a comment of its own.
    """
    namespace = etree.QName(comments.root).namespace
    ours = [one for one in elements(comments.root) if one.get(f"{{{namespace}}}author") in authors]
    ids = {one.get(f"{{{namespace}}}id") for one in ours}
    paragraphs = {value for one in ours for value in _identities(one)}
    for one in ours:
        comments.root.remove(one)
    if ids:
        _unmark(story, ids)
    if paragraphs:
        _forget(package, paragraphs)


def _identities(comment: _Element) -> Iterator[str]:
    """The identities of the paragraphs of a comment, in whatever namespace Word has put them."""
    for paragraph in comment.iter():
        for name, value in paragraph.attrib.items():
            if etree.QName(str(name)).localname == "paraId":
                yield str(value)


def _unmark(story: _Element, ids: set[str | None]) -> None:
    namespace = etree.QName(story).namespace
    names = [f"{{{namespace}}}{name}" for name in _MARKS]
    run, properties = f"{{{namespace}}}r", f"{{{namespace}}}rPr"
    for mark in [one for one in story.iter(*names) if one.get(f"{{{namespace}}}id") in ids]:
        parent = mark.getparent()
        if parent is None:
            continue
        _remove(mark)
        if parent.tag == run and all(child.tag == properties for child in parent):
            _remove(parent)


def _remove(element: _Element) -> None:
    """Takes an element out, and leaves what follows it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _forget(package: ChangedPackage, paragraphs: set[str]) -> None:
    for kind in _LISTS:
        name = package.related(kind)
        part = package.part(name) if name is not None else None
        if name is None or part is None:
            continue
        for entry in list(elements(part.root)):
            keys = {etree.QName(str(key)).localname: (key, value) for key, value in entry.attrib.items()}
            if keys.get("paraId", ("", ""))[1] in paragraphs:
                part.root.remove(entry)
            elif keys.get("paraIdParent", ("", ""))[1] in paragraphs:
                del entry.attrib[keys["paraIdParent"][0]]
        package.put(name, part)
