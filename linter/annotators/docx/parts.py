"""The parts of a Word package that a marked copy changes: unpacked within limits, written back as they were."""

import io
import posixpath
import re
import zipfile
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from linter.annotators.docx.zip import repacked
from linter.annotators.draft import AnnotateFailure
from linter.formats.archives import DAMAGED
from linter.model.message import Message

MEGABYTE = 1024 * 1024

LARGEST = 32 * MEGABYTE
"""Bytes that a part may have when unpacked."""

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "[Content_Types].xml"
_MAIN = "word/document.xml"
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
NEW_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Part(NamedTuple):
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


class Package:
    """A package whose parts can be replaced. The file that was given is never changed."""

    def __init__(self, data: bytes) -> None:
        """Raises `AnnotateFailure` where `data` is no package."""
        self._data = data
        self._changed: dict[str, bytes] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*DAMAGED, IndexError) as error:
            raise AnnotateFailure(Message("annotate.docx-damaged")) from error
        self._names = {info.filename.lower(): info.filename for info in self._zip.infolist()}
        main = self.related("", "officeDocument")
        self.main = main if main is not None and self.has(main) else _MAIN

    def has(self, name: str) -> bool:
        return name.lower() in self._names

    def part(self, name: str) -> Part | None:
        """The part `name`, or None where there is none; raises `AnnotateFailure`."""
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        data = self._unpacked(stored)
        found = _DECLARATION.match(data)
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError as error:
            raise AnnotateFailure(Message("annotate.docx-damaged")) from error
        if root.getroottree().docinfo.doctype:
            raise AnnotateFailure(Message("annotate.docx-damaged"))
        return Part(found[0] if found else b"", root)

    def put(self, name: str, part: Part) -> None:
        """Take `part` for the one of that name, or as a new one."""
        self._changed[self._names.get(name.lower(), name)] = part.written()

    def related(self, name: str, kind: str) -> str | None:
        """The part that the part `name` (the package itself: empty) refers to as its `kind`, if there is one."""
        part = self.part(relationships_of(name))
        for relation in part.root if part is not None else ():
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                folder = posixpath.dirname(name)
                return posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
        return None

    def packed(self) -> bytes:
        """The package with what was put into it."""
        return repacked(self._data, self._changed)

    def _unpacked(self, stored: str) -> bytes:
        try:
            with self._zip.open(stored) as stream:
                data = stream.read(LARGEST + 1)
        except DAMAGED as error:
            raise AnnotateFailure(Message("annotate.docx-damaged")) from error
        if len(data) > LARGEST:
            raise AnnotateFailure(Message("annotate.docx-too-large", {"limit": LARGEST // MEGABYTE}))
        return data


def relationships_of(name: str) -> str:
    """The name of the part that says what the part `name` refers to."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _parser() -> etree.XMLParser:
    """One that knows no network and no entities, and keeps all that can be kept."""
    return etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, strip_cdata=False, collect_ids=False
    )
