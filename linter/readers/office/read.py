"""Files of word processors that are no .docx, but of which one can be made.

LibreOffice makes it, where it is installed (.odt, .rtf, and texts in one file of XML); a package of Word in one file of
XML is packed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from linter.confinement import interrupts_held
from linter.formats.refusals import MEGABYTE, ReadFailure, refuse_larger
from linter.formats.signatures import ZIP, format_by_content
from linter.formats.zip import DamagedZip, LargeZip, Zip
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.readers.docx.flat import is_flat, packed
from linter.readers.office.fields import without_foreign_files
from linter.readers.office.program import TIME_LIMIT, find_office

if TYPE_CHECKING:
    from linter.readers.office.guard import Conversion

LARGEST = 60 * MEGABYTE
"""Bytes that a file may have that is given to LibreOffice. A report of five pages has 0.1 MB."""

LARGEST_UNPACKED = 200 * MEGABYTE
"""Bytes that the parts of an .odt file may have together when unpacked, its pictures included."""

_MADE = ("odt", "fodt", "rtf", "xml")

_ENTITY, _DOCTYPE = b"<!ENTITY", b"<!DOCTYPE"
_LONGEST = 4 * len(_DOCTYPE)  # bytes of a declaration in the widest encoding
_WITH_DOCTYPE = ("basic/", "dialogs/")
"""Folders whose parts LibreOffice writes with a `DOCTYPE` that names its own form: macros, which are never run."""

_XML = (".xml", ".rdf")
_ENCODING = re.compile(rb"""\s*(?:<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40}))?""")
_LIKE_ASCII = (b"utf-8", b"utf-16", b"utf-32", b"us-ascii", b"iso-8859", b"gb", b"big5", b"windows-125")
"""What the names of encodings begin with in which markup is written as in ASCII, but for zero bytes between."""


def read(source: Source) -> Document:
    """The blocks of an .odt, .fodt, .rtf or .xml file of a word processor, or of a text that is named so.

    Raises `ReadFailure`.

    Places are those in the .docx file that is made of it.
    """
    format = "odt" if source.data.startswith(ZIP) else format_by_content(source.data)
    if format in _MADE:
        from linter.readers.docx.read import read as read_docx

        return read_docx(Source(source.name, convert_to_docx(source.data, format), "docx"))._replace(format=format)
    from linter.readers.textual import read as read_textual

    return read_textual(source)


def read_converted(source: Source, kind: Message, suffix: str) -> Document:
    """The blocks of what LibreOffice makes of a file; `kind` says what file it is. Raises `ReadFailure`."""
    from linter.readers.docx.read import read as read_docx

    converted = convert(source.data, kind, suffix)
    return read_docx(Source(source.name, converted, "docx"))._replace(format=suffix)


def convert_to_docx(data: bytes, format: str) -> bytes:
    """The .docx file made of a word processor's file of another `format` (`doc`, `wps`, `odt`, `fodt`, `rtf`, `xml`).

    Raises `ReadFailure` as `convert` does.
    """
    if format == "xml" and is_flat(data):
        return packed(data)
    return convert(data, Message(f"read.office-{format}"), format)


def convert(data: bytes, kind: Message, suffix: str) -> bytes:
    """The .docx file that LibreOffice makes of `data`, a file that usually has the `suffix`.

    Raises `ReadFailure` where it is not installed, fails, or takes too long, and for a file that is too large.
    """
    refuse_larger(data, LARGEST)
    if data.startswith(ZIP):
        _refuse_bomb(data, kind)
    elif suffix in ("xml", "fodt"):
        _refuse_entities([data])
    program = find_office()
    if program is None:
        raise ReadFailure(Message("read.office-missing", {"kind": kind}))
    conversion = _converted(program, without_foreign_files(data, suffix), suffix)
    if conversion is None or (conversion.in_time and conversion.data is None):
        raise ReadFailure(Message("read.office-failed", {"kind": kind}))
    if conversion.data is None:
        raise ReadFailure(Message("read.office-too-slow", {"kind": kind, "limit": TIME_LIMIT}))
    return conversion.data


def _converted(program: Path, data: bytes, suffix: str) -> Conversion | None:
    """What comes of a file; None where the process that sees to it has ended before. It notices if this one ends."""
    from multiprocessing import get_context

    from linter.readers.office.guard import serve

    context = get_context("spawn")
    pipe, theirs = context.Pipe()
    guard = context.Process(target=serve, args=(theirs, program, Path(gettempdir()), data, suffix, TIME_LIMIT))
    with interrupts_held():
        guard.start()
    theirs.close()
    try:
        found: Conversion = pipe.recv()
        return found
    except (EOFError, OSError):
        return None
    finally:
        pipe.close()
        guard.join()


def _refuse_bomb(data: bytes, kind: Message) -> None:
    """Raise `ReadFailure` for a package that is too large unpacked, or whose XML declares entities."""
    try:
        package = Zip(data, LARGEST_UNPACKED)
        for member in package.members:
            name = member.filename.lower()
            chunks = package.chunks(member)
            if name.endswith(_XML):
                _refuse_entities(chunks, doctype=name.startswith(_WITH_DOCTYPE))
            for _ in chunks:  # the rest is unpacked to be counted
                pass
    except LargeZip as error:
        limit = LARGEST_UNPACKED // MEGABYTE
        raise ReadFailure(Message("read.office-too-large", {"kind": kind, "limit": limit})) from error
    except DamagedZip as error:
        raise ReadFailure(Message("read.office-failed", {"kind": kind})) from error


def _refuse_entities(chunks: Iterable[bytes], doctype: bool = False) -> None:
    """Raise `ReadFailure` for XML that declares entities, in whatever encoding, or has a `DOCTYPE` that may not be."""
    before, start = b"", True
    for chunk in chunks:
        part = (before + chunk).translate(None, b"\0")
        if (start and _hides_markup(part)) or _ENTITY in part or (_DOCTYPE in part and not doctype):
            raise ReadFailure(Message("read.docx-entities"))
        before, start = chunk[-_LONGEST:], False


def _hides_markup(part: bytes) -> bool:
    """Whether XML is in an encoding in which a declaration need not look like one (UTF-7, EBCDIC)."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        part = part.removeprefix(mark)
    stated = _ENCODING.match(part)
    encoding = stated[1] if stated and stated[1] else b"utf-8"
    return part.lstrip()[:1] not in (b"", b"<") or not encoding.lower().startswith(_LIKE_ASCII)
