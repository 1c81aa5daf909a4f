"""The zip that a .docx file is: the few parts that hold the report, unpacked within limits.

Nothing else is unpacked, nothing is written, and what a relationship names outside the package is never opened.
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from lxml.etree import _Element

from linter.formats.archives import DAMAGED
from linter.model.message import Message
from linter.readers.content import foreign_content
from linter.readers.docx.xml import parse
from linter.readers.failure import ReadFailure

MEGABYTE = 1024 * 1024

LARGEST = 200 * MEGABYTE
"""Bytes that the file may have. Photographs make it large, not the report; they are not unpacked."""

LARGEST_UNPACKED = 32 * MEGABYTE
"""Bytes that the parts read may have together when unpacked. A report of five pages has 0.3 MB."""

LARGEST_RATIO = 100
"""How many times its packed size a part may have, once it is larger than `RATIO_FROM`. Word's own tables, which repeat
themselves as nothing else does, come to 40."""

RATIO_FROM = 4 * MEGABYTE

LARGEST_DIRECTORY = MEGABYTE
"""Bytes of the list of a package's parts: some ten thousand parts."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_END, _LARGE_END = b"PK\x05\x06", b"PK\x06\x06"
_ELSEWHERE = 0xFFFF_FFFF  # for a size that only the end of a large zip (zip64) states
_CHUNK = 256 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relationship(NamedTuple):
    """What a part refers to: the last word of the relationship's type, and the name of a part of the package."""

    kind: str
    target: str


class Package:
    """The parts of a package by name. Each is unpacked when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Raises `ReadFailure` where `data` is no package, or one that is damaged, encrypted or too large."""
        _refuse(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members: Mapping[str, zipfile.ZipInfo] = {
                member.filename.lower(): member for member in self._zip.infolist()
            }
        except (*DAMAGED, IndexError) as error:
            raise ReadFailure(Message("read.docx-damaged")) from error
        self._left = LARGEST_UNPACKED

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._members

    def part(self, name: str) -> _Element | None:
        """The root of the part `name`, or None if there is none; raises `ReadFailure`."""
        member = self._members.get(name.lower())
        return None if member is None else parse(self._unpacked(member))

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """What the part `name` (the package itself: empty) refers to within the package."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return ()
        return tuple(
            Relationship(
                child.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, child.get("Target", "")))[1:],
            )
            for child in root.iterchildren(_RELATIONSHIP)
            if child.get("TargetMode") != "External"
        )

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & 1:
            raise ReadFailure(Message("read.docx-encrypted"))
        if member.compress_type not in _METHODS:
            raise ReadFailure(Message("read.docx-damaged"))
        data = bytearray()
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    data += chunk
                    self._left -= len(chunk)
                    self._refuse_bomb(member, len(data))
        except DAMAGED as error:
            raise ReadFailure(Message("read.docx-damaged")) from error
        return bytes(data)

    def _refuse_bomb(self, member: zipfile.ZipInfo, size: int) -> None:
        ratio = size // max(member.compress_size, 1)
        if self._left < 0 or (size > RATIO_FROM and ratio > LARGEST_RATIO):
            raise ReadFailure(Message("read.docx-too-large", {"limit": LARGEST_UNPACKED // MEGABYTE}))


def _refuse(data: bytes) -> None:
    """Raise `ReadFailure` for what is no package, before anything in it is looked at."""
    if not data:
        raise ReadFailure(Message("read.empty"))
    if len(data) > LARGEST:
        raise ReadFailure(Message("read.docx-too-large", {"limit": LARGEST // MEGABYTE}))
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise ReadFailure(Message("read.docx-encrypted"))
    if not data.startswith(_ZIP):
        raise ReadFailure(foreign_content(data) or Message("read.docx-not-word"))
    if not 0 <= _directory_size(data) <= LARGEST_DIRECTORY:
        raise ReadFailure(Message("read.docx-damaged"))


def _directory_size(data: bytes) -> int:
    """Bytes that the list of the parts says it has; less than nought for a zip without an end."""
    end = data.rfind(_END)
    if end < 0:
        return -1
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if size == _ELSEWHERE and (end := data.rfind(_LARGE_END, 0, end)) >= 0:
        return int.from_bytes(data[end + 40 : end + 48], "little")
    return size
