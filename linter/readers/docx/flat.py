"""A package of Word in one file of XML (“Flat OPC”, `.xml`) → the same as a zip, which is how it is usually kept."""

from __future__ import annotations

import zipfile
from base64 import b64decode
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from linter.formats.opc import CONTENT_TYPES
from linter.formats.refusals import MEGABYTE, ReadFailure, refuse_larger
from linter.formats.xml import parsed
from linter.model.message import Message

LARGEST = 60 * MEGABYTE
"""Bytes that such a file may have, pictures included."""

_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
_START = 8192


def is_flat(data: bytes) -> bool:
    """Whether this is the start of a package in one file of XML."""
    return _PACKAGE.encode() in data[:_START].replace(b"\0", b"")


def packed(data: bytes) -> bytes:
    """The package as a zip; raises `ReadFailure` where it is damaged, or more than a report ever is."""
    refuse_larger(data, LARGEST)
    root = parsed(data, whole=True)
    types: list[str] = []
    packed_ = BytesIO()
    with zipfile.ZipFile(packed_, "w", zipfile.ZIP_DEFLATED) as package:
        for part in root.iterchildren(f"{{{_PACKAGE}}}part"):
            name, type_ = part.get(f"{{{_PACKAGE}}}name", ""), part.get(f"{{{_PACKAGE}}}contentType", "")
            types.append(_override(name, type_))
            package.writestr(name.removeprefix("/"), _content(part))
        package.writestr(CONTENT_TYPES, _types(types))
    return packed_.getvalue()


def _content(part: _Element) -> bytes:
    """The bytes of a part, which are its XML, or written in base 64."""
    for content in part:
        if content.tag == f"{{{_PACKAGE}}}xmlData" and len(content):
            return etree.tostring(content[0], encoding="UTF-8", xml_declaration=True, standalone=True)
        if content.tag == f"{{{_PACKAGE}}}binaryData":
            try:
                return b64decode(content.text or "")
            except ValueError as error:
                raise ReadFailure(Message("read.docx-damaged")) from error
    return b""


def _override(name: str, type_: str) -> str:
    override = etree.Element("Override", PartName=name, ContentType=type_)
    return etree.tostring(override, encoding="unicode")


def _types(overrides: list[str]) -> str:
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    inner = defaults + "".join(overrides)
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{inner}</Types>'
