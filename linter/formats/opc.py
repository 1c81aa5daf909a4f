"""The package that a Word file is: its parts by name, unpacked within limits, and what each of them refers to.

Nothing else is unpacked, nothing is written, and what a relationship names outside the package is never opened.
"""

import posixpath
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from linter.formats.refusals import MEGABYTE, ReadFailure
from linter.formats.signatures import ZIP, foreign_content, is_locked
from linter.formats.xml import parsed
from linter.formats.zip import DamagedZip, LargeZip, Zip, directory_size
from linter.model.message import Message

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

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MAIN = "word/document.xml"
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
            self._zip = Zip(data, LARGEST_UNPACKED)
        except DamagedZip as error:
            raise ReadFailure(Message("read.docx-damaged")) from error
        self._members: Mapping[str, zipfile.ZipInfo] = {member.filename.lower(): member for member in self._zip.members}

    def name_of(self, name: str) -> str | None:
        """How the part `name` is written in the package, where case does not count; None where there is none."""
        member = self._members.get(name.lower())
        return None if member is None else member.filename

    @property
    def main(self) -> str:
        """The name of the part with the text."""
        named = (part.target for part in self.relationships("") if part.kind == "officeDocument")
        return next((name for name in named if self.name_of(name) is not None), _MAIN)

    def part(self, name: str) -> bytes | None:
        """The part `name` unpacked, or None if there is none; raises `ReadFailure`."""
        member = self._members.get(name.lower())
        return None if member is None else self._unpacked(member)

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """What the part `name` (the package itself: empty) refers to within the package."""
        data = self.part(relationships_of(name))
        folder = posixpath.dirname(name)
        return tuple(
            Relationship(
                child.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, child.get("Target", "")))[1:],
            )
            for child in (() if data is None else parsed(data).iterchildren(_RELATIONSHIP))
            if child.get("TargetMode") != "External"
        )

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & 1:
            raise ReadFailure(Message("read.docx-encrypted"))
        if member.compress_type not in _METHODS:
            raise ReadFailure(Message("read.docx-damaged"))
        data = bytearray()
        try:
            for chunk in self._zip.chunks(member):
                data += chunk
                if len(data) > RATIO_FROM and len(data) // max(member.compress_size, 1) > LARGEST_RATIO:
                    raise LargeZip
        except DamagedZip as error:
            raise ReadFailure(Message("read.docx-damaged")) from error
        except LargeZip as error:
            raise ReadFailure(Message("read.docx-too-large", {"limit": LARGEST_UNPACKED // MEGABYTE})) from error
        return bytes(data)


def relationships_of(name: str) -> str:
    """The name of the part that says what the part `name` refers to."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _refuse(data: bytes) -> None:
    """Raise `ReadFailure` for what is no package, before anything in it is looked at."""
    if not data:
        raise ReadFailure(Message("read.empty"))
    if len(data) > LARGEST:
        raise ReadFailure(Message("read.docx-too-large", {"limit": LARGEST // MEGABYTE}))
    if is_locked(data):
        raise ReadFailure(Message("read.docx-encrypted"))
    if not data.startswith(ZIP):
        raise ReadFailure(foreign_content(data) or Message("read.docx-not-word"))
    if not 0 <= directory_size(data) <= LARGEST_DIRECTORY:
        raise ReadFailure(Message("read.docx-damaged"))
