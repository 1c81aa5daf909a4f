"""The package that a Word file is: its parts by name, unpacked within limits, and what each of them refers to.

Nothing else is unpacked, nothing is written, and what a relationship names outside the package is never opened.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from functools import cached_property
from urllib.parse import unquote

from lxml.etree import _Element

from linter.formats.refusals import MEGABYTE, ReadFailure
from linter.formats.signatures import ZIP, foreign_content, is_locked
from linter.formats.xml import parsed
from linter.formats.zip import DamagedZip, LargeZip, Zip, directory_size, starts_with_member
from linter.model.message import Message
from linter.model.records import Record
from linter.text.regex import regex

LARGEST = 100 * MEGABYTE
"""Bytes that the file may have. Photographs make it large, not the report; they are not unpacked."""

LARGEST_UNPACKED = 16 * MEGABYTE
"""Bytes that the parts read may have together when unpacked. A report of five pages has 0.3 MB."""

LARGEST_RATIO = 100
"""How many times its packed size a part may have, once it is larger than `RATIO_FROM`. Word's own tables, which repeat
themselves as nothing else does, come to 40."""

RATIO_FROM = 4 * MEGABYTE

LARGEST_DIRECTORY = MEGABYTE
"""Bytes of the list of a package's parts: some ten thousand parts."""

CONTENT_TYPES = "[Content_Types].xml"

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MAIN = "word/document.xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)
"""What the types of relationships begin with, in files of today and in strict ones."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MACROS = "application/vnd.ms-word."
_CONTENT: Mapping[str, tuple[str, ...]] = {
    "officeDocument": (
        f"{_WORD}document.main+xml",
        f"{_WORD}template.main+xml",
        f"{_MACROS}document.macroenabled.main+xml",
        f"{_MACROS}template.macroenabledtemplate.main+xml",
    ),
    "styles": (f"{_WORD}styles+xml",),
    "numbering": (f"{_WORD}numbering+xml",),
}
"""Kind of relationship → what a part may be that is read for it, in lower case."""

_FRAGMENT = regex(r"/\[\d+\](?:\.last)?\.piece$")  # a part may be stored in pieces, which no program does
_NOT_A_NAME = regex(r"[\\?#%]|^//|^[^/]*:")


class _Relationship(Record):
    """What a part refers to. `kind` is the last word of the relationship's type if that is one of Office, else ""."""

    kind: str
    type: str
    target: str
    external: bool


class Package:
    """The parts of a package by name. Each is unpacked when it is asked for.

    Where programs might differ on which part is meant, the file is refused: what is checked has to be what is shown.
    """

    def __init__(self, data: bytes) -> None:
        """Raises `ReadFailure` where `data` is no package, or one that is damaged, locked, too large or ambiguous."""
        _refuse(data)
        try:
            self._zip = Zip(data, LARGEST_UNPACKED)
        except DamagedZip as error:
            raise ReadFailure(Message("read.docx-damaged")) from error
        if not starts_with_member(data, self._zip.members):
            raise ReadFailure(Message("read.docx-two-packages"))
        self._members = _by_name(self._zip.members)
        self._related: dict[str, tuple[_Relationship, ...]] = {}

    def name_of(self, name: str) -> str | None:
        """How the part `name` is written in the package, where case does not count; None where there is none."""
        member = self._members.get(_plain(name))
        return None if member is None else member.filename

    @property
    def main(self) -> str:
        """The name of the part with the text; raises `ReadFailure` where that is not certain."""
        name = self.related("", "officeDocument")
        if name is None:
            return _MAIN
        if self.name_of(name) is None:
            raise ReadFailure(Message("read.docx-damaged"))
        return name

    def part(self, name: str) -> bytes | None:
        """The part `name` unpacked, or None if there is none; raises `ReadFailure`."""
        member = self._members.get(_plain(name))
        return None if member is None else self._unpacked(member)

    def related(self, name: str, kind: str) -> str | None:
        """The part that the part `name` (the package itself: empty) refers to as its `kind`, if it refers to any.

        Raises `ReadFailure` where it refers to several, to what is no part of the package or of another content, or
        as another program's `kind`, which some programs take for that of Office.
        """
        found = [one for one in self._relationships(name) if one.type.rpartition("/")[2].lower() == kind.lower()]
        if not found:
            return None
        if len(found) > 1 or found[0].kind != kind:
            raise ReadFailure(Message("read.docx-unclear-reference", {"kind": kind}))
        target = found[0].target
        if found[0].external or _NOT_A_NAME.search(target):
            raise ReadFailure(Message("read.docx-outside-reference", {"kind": kind, "target": target}))
        part = _resolved(posixpath.dirname(name), target)
        if part is None:
            raise ReadFailure(Message("read.docx-outside-reference", {"kind": kind, "target": target}))
        content = self._content_type(part)
        if content is not None and kind in _CONTENT and content not in _CONTENT[kind]:
            raise ReadFailure(Message("read.docx-other-content", {"part": part, "content": content}))
        return part

    def _relationships(self, name: str) -> tuple[_Relationship, ...]:
        if name not in self._related:
            data = self.part(relationships_of(name))
            elements = () if data is None else parsed(data).iterchildren(_RELATIONSHIP)
            self._related[name] = tuple(map(_relationship, elements))
        return self._related[name]

    def _content_type(self, name: str) -> str | None:
        """What the package says that the part `name` is, in lower case; None where it does not say."""
        suffix = posixpath.splitext(name)[1][1:].lower()
        of_part, of_suffix = self._content_types
        entries = of_part.get(_plain(name)) or of_suffix.get(suffix) or []
        if len(entries) > 1:
            raise ReadFailure(Message("read.docx-two-parts", {"name": name}))
        return entries[0].lower() if entries else None

    @cached_property
    def _content_types(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        """What the package says that its parts are: of parts by name, and of all with a suffix."""
        of_part: dict[str, list[str]] = {}
        of_suffix: dict[str, list[str]] = {}
        data = self.part(CONTENT_TYPES)
        for entry in () if data is None else parsed(data).iterchildren(_OVERRIDE, _DEFAULT):
            content = entry.get("ContentType", "")
            if entry.tag == _OVERRIDE:
                of_part.setdefault(_plain(entry.get("PartName", "")), []).append(content)
            else:
                of_suffix.setdefault(entry.get("Extension", "").lower(), []).append(content)
        return of_part, of_suffix

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


def _by_name(members: Sequence[zipfile.ZipInfo]) -> Mapping[str, zipfile.ZipInfo]:
    """The members under the names by which programs look for them; raises `ReadFailure` where two share one."""
    found: dict[str, zipfile.ZipInfo] = {}
    for member in members:
        name = _plain(member.filename)
        if name in found or _FRAGMENT.search(name):
            raise ReadFailure(Message("read.docx-two-parts", {"name": member.filename}))
        found[name] = member
    return found


def _plain(name: str) -> str:
    """The form of a part's name in which two that mean the same part are the same."""
    return posixpath.normpath("/" + unquote(name).replace("\\", "/").lower()).lstrip("/")


def _relationship(element: _Element) -> _Relationship:
    type = element.get("Type", "")
    folder, _, word = type.rpartition("/")
    kind = word if f"{folder}/" in _RELATIONS else ""
    return _Relationship(kind, type, element.get("Target", ""), element.get("TargetMode") == "External")


def _resolved(folder: str, target: str) -> str | None:
    """The name of the part that `target` means in a part of `folder`; None where it leads out of the package."""
    path = posixpath.normpath(target[1:] if target.startswith("/") else posixpath.join(folder, target))
    return None if path.startswith("..") or path in ("", ".") else path


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
