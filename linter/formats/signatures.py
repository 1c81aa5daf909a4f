"""What a file is, as its first bytes show: to find its reader, and for a clear word where there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.model.message import Message

ZIP, OLE, RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
"""How a zip, a file of an old Office and a file of Rich Text begin."""

_SIGNATURES: Mapping[bytes, str] = {
    OLE: "read.is-old-office",
    RTF: "read.is-rtf",
    b"\x89PNG\r\n\x1a\n": "read.is-image",
    b"\xff\xd8\xff": "read.is-image",
    b"GIF87a": "read.is-image",
    b"GIF89a": "read.is-image",
    b"II*\x00": "read.is-image",
    b"MM\x00*": "read.is-image",
    b"Rar!\x1a\x07": "read.is-archive",
    b"7z\xbc\xaf\x27\x1c": "read.is-archive",
    b"\x1f\x8b\x08": "read.is-archive",
}

_ZIP_MEMBERS: Mapping[bytes, str] = {
    b"word/": "read.is-word",
    b"xl/": "read.is-excel",
    b"application/vnd.oasis.opendocument.text": "read.is-opendocument",
    b"application/vnd.oasis.opendocument.spreadsheet": "read.is-excel",
}
_ENDS = 65_536  # names of a zip's members stand at its parts' heads and again in the directory at its end

_HEADERS = rb"\s*(?:MIME-Version|From|Subject|Date|Content-[a-z-]+|Snapshot-Content-Location|X-[a-z-]+):"
_WEB_ARCHIVE = b"multipart/"  # in the headers of a page that was saved with its pictures
_HEADERS_WINDOW = 4096

_PDF = b"%PDF-"
_PDF_WINDOW = 1024  # readers accept bytes before the header

_LOCKED = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"  # EncryptedPackage in UTF-16

_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<")
_XML_WINDOW = 8192
_XML_KINDS: Mapping[bytes, str] = {
    b"http://schemas.microsoft.com/office/2006/xmlPackage": "read.is-word-xml",
    b"http://schemas.microsoft.com/office/word/2003/wordml": "read.is-word-xml",
    b"application/vnd.oasis.opendocument.text": "read.is-flat-opendocument",
}
"""What stands at the start of texts in XML that word processors save as one file."""

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S
)

_FORMATS: Mapping[str, str] = {
    "read.is-word": "docx",
    "read.is-pdf": "pdf",
    "read.is-old-office": "doc",
    "read.is-opendocument": "odt",
    "read.is-rtf": "rtf",
    "read.is-word-xml": "xml",
    "read.is-flat-opendocument": "fodt",
}
"""What the first bytes show a file to be → the format of the reader for it, where there is one."""


def format_by_content(data: bytes) -> str | None:
    """The format whose reader `data` is for, recognised by its first bytes; None where they do not tell, or none is."""
    if _WEB_ARCHIVE in data[:_HEADERS_WINDOW].lower() and re.match(_HEADERS, data, re.IGNORECASE):
        return "mht"
    if _PAGE.match(data):
        return "html"
    found = foreign_content(data)
    return None if found is None else _FORMATS.get(found.key)


def foreign_content(data: bytes) -> Message | None:
    """What `data` is when it begins like a file of another kind (Word, PDF, picture …), or None."""
    for signature, key in _SIGNATURES.items():
        if data.startswith(signature):
            return Message(key)
    if data.startswith(ZIP):
        ends = data[:_ENDS] + data[-_ENDS:]
        return Message(next((key for member, key in _ZIP_MEMBERS.items() if member in ends), "read.is-archive"))
    if _XML.match(data):
        start = data[:_XML_WINDOW].replace(b"\0", b"")
        return next((Message(key) for mark, key in _XML_KINDS.items() if mark in start), None)
    if _PDF in data[:_PDF_WINDOW]:
        return Message("read.is-pdf")
    return None


def is_locked(data: bytes) -> bool:
    """Whether a file of Office is protected by a password: it is then wrapped in one of an old Office."""
    return data.startswith(OLE) and _LOCKED in data
