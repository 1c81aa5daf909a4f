"""The parts of a Word package that a marked copy changes: read as they are, and written back as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from linter.formats.opc import Package, relationships_of
from linter.formats.refusals import MEGABYTE
from linter.formats.xml import parsed
from linter.formats.zip import repacked
from linter.model.records import Record

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
LARGEST_COPIED = 1024 * MEGABYTE
"""Bytes that the parts which are copied may say they have unpacked: pictures as large as the file may be, and more."""

_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
NEW_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Part(Record):
    """An XML part: its declaration as the bytes of the file, and its root."""

    declaration: bytes
    root: _Element

    def written(self) -> bytes:
        """The part as XML, in its own encoding and with its own declaration."""
        tree = self.root.getroottree()
        encoding = tree.docinfo.encoding or "UTF-8"
        if not self.declaration:
            return etree.tostring(tree, encoding=encoding, xml_declaration=encoding.upper() not in ("UTF-8", "ASCII"))
        return self.declaration + etree.tostring(tree, encoding=encoding, xml_declaration=False)


def elements(root: _Element) -> Iterator[_Element]:
    """The elements right within `root`, without the comments and processing instructions that stand among them."""
    return root.iterchildren("*")


class ChangedPackage:
    """A package whose parts can be replaced. The file that was given is never changed."""

    def __init__(self, data: bytes) -> None:
        """Raises `ReadFailure` where `data` is no package."""
        self._data = data
        self._package = Package(data)
        self._changed: dict[str, bytes] = {}
        self.main = self._package.main

    def has(self, name: str) -> bool:
        return self._package.name_of(name) is not None

    def part(self, name: str) -> Part | None:
        """The part `name` as it was given, or None where there is none; raises `ReadFailure`."""
        data = self._package.part(name)
        if data is None:
            return None
        declaration = _DECLARATION.match(data)
        return Part(declaration[0] if declaration else b"", parsed(data, whole=True))

    def put(self, name: str, part: Part) -> None:
        """Take `part` for the one of that name, or as a new one."""
        self._changed[self._package.name_of(name) or name] = part.written()

    def comments(self) -> str | None:
        """The name of the part that the main part refers to as its comments, if there is one; raises `ReadFailure`."""
        return self.related("comments")

    def related(self, kind: str) -> str | None:
        """The name of the part that the main part refers to as its `kind`, if there is one; raises `ReadFailure`."""
        return self._package.related(self.main, kind)

    def relationships(self) -> tuple[str, Part | None]:
        """The part that says what the main part refers to: its name, and what is in it."""
        name = relationships_of(self.main)
        return name, self.part(name)

    def packed(self) -> bytes:
        """The package with what was put into it; raises `DamagedZip`, `LargeZip`."""
        return repacked(self._data, self._changed, LARGEST_COPIED)
