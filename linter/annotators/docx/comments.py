"""The comments part of a Word package: found or begun, and registered where Word looks for it."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from datetime import datetime

from lxml import etree
from lxml.etree import _Element

from linter.annotators.docx.parts import NEW_DECLARATION, RELATIONSHIPS, ChangedPackage, Part, elements
from linter.annotators.docx.replacing import take_out
from linter.formats.opc import CONTENT_TYPES
from linter.model.records import Record

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"

_SIZE = "18"  # half points
_LARGEST, _DIGITS = 2_000_000_000, 10  # Word takes a file for damaged whose numbers do not fit into 32 bits
# The draft's own paragraphs may be large and indented, as official documents are; a comment is neither.
_SPACING = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
_INDENT = {"left": "0", "right": "0", "firstLine": "0", "firstLineChars": "0"}


class Author(Record):
    """Who comments, and when."""

    name: str
    initials: str
    date: datetime


class Comments:
    """The comments of the main part of `package`; `namespace` is that of its elements."""

    def __init__(self, package: ChangedPackage, namespace: str) -> None:
        """Raises `ReadFailure` where the comments that are there cannot be read."""
        self._package = package
        self._namespace = namespace
        self._name = package.comments()
        found = package.part(self._name) if self._name is not None else None
        self._part = found or Part(NEW_DECLARATION, etree.Element(self._w("comments"), nsmap={"w": namespace}))
        self._used = {comment.get(self._w("id"), "") for comment in elements(self._part.root)}
        last = max((int(id) for id in self._used if id.isdecimal() and len(id) <= _DIGITS), default=-1)
        self._next = last + 1 if last < _LARGEST else 0

    def take_out(self, authors: frozenset[str], story: _Element) -> None:
        """Remove the comments by `authors`, and their marks in the main part."""
        take_out(self._package, self._part, story, authors)

    def add(self, paragraphs: Sequence[str], author: Author) -> int:
        """The id of a new comment with those paragraphs, the first of them in bold."""
        while str(self._next) in self._used:
            self._next += 1
        attributes = {"id": str(self._next), "author": author.name, "date": f"{author.date:%Y-%m-%dT%H:%M:%SZ}"}
        comment = self._child(self._part.root, "comment", {**attributes, "initials": author.initials})
        for index, text in enumerate(paragraphs):
            self._paragraph(comment, text, first=index == 0)
        self._next += 1
        return self._next - 1

    def save(self) -> None:
        """Put the part into its package, and make it known there where it is not."""
        if self._name is None or not self._package.has(self._name):
            self._name = self._name or self._free_name()
            self._relate(self._name)
        self._declare(self._name)
        self._package.put(self._name, self._part)

    def _paragraph(self, comment: _Element, text: str, first: bool) -> None:
        paragraph = self._child(comment, "p")
        properties = self._child(paragraph, "pPr")
        self._child(properties, "spacing", _SPACING)
        self._child(properties, "ind", _INDENT)
        self._child(properties, "jc", {"val": "left"})
        if first:
            self._child(self._child(paragraph, "r"), "annotationRef")
        run = self._child(paragraph, "r")
        look = self._child(run, "rPr")
        if first:
            self._child(look, "b")
        self._child(look, "sz", {"val": _SIZE})
        self._child(look, "szCs", {"val": _SIZE})
        words = self._child(run, "t")
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        words.text = text

    def _free_name(self) -> str:
        folder = posixpath.dirname(self._package.main)
        names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(1_000_000))
        return next(name for name in names if not self._package.has(name))

    def _relate(self, name: str) -> None:
        place, part = self._package.relationships()
        if part is None:
            part = Part(
                NEW_DECLARATION, etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
            )
        elif self._package.comments() is not None:
            return
        used = {relation.get("Id") for relation in elements(part.root)}
        id = next(id for number in range(len(used) + 1) if (id := f"rIdGouji{number or ''}") not in used)
        relation = etree.SubElement(part.root, f"{{{RELATIONSHIPS}}}Relationship")
        relation.set("Id", id)
        relation.set("Type", _STRICT_RELATION if self._namespace.startswith(_STRICT) else _RELATION)
        relation.set("Target", posixpath.relpath(name, posixpath.dirname(self._package.main) or "."))
        self._package.put(place, part)

    def _declare(self, name: str) -> None:
        part = self._package.part(CONTENT_TYPES)
        if part is None:
            return
        there = any(entry.get("PartName", "").lower() == f"/{name}".lower() for entry in elements(part.root))
        if not there:
            namespace = etree.QName(part.root).namespace
            entry = etree.SubElement(part.root, f"{{{namespace}}}Override" if namespace else "Override")
            entry.set("PartName", f"/{name}")
            entry.set("ContentType", _TYPE)
            self._package.put(CONTENT_TYPES, part)

    def _child(self, parent: _Element, name: str, attributes: dict[str, str] | None = None) -> _Element:
        child = etree.SubElement(parent, self._w(name))
        for key, value in (attributes or {}).items():
            child.set(self._w(key), value)
        return child

    def _w(self, name: str) -> str:
        return f"{{{self._namespace}}}{name}"
