"""Files that only an office program can read (.odt, .rtf): LibreOffice, where it is installed, makes .docx of them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from linter.formats.opc import LARGEST as LARGEST_CONVERTED
from linter.formats.refusals import MEGABYTE, ReadFailure, refuse_larger
from linter.formats.signatures import RTF, ZIP
from linter.formats.zip import DamagedZip, LargeZip, Zip
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.readers.office.program import TIME_LIMIT, find_office, run_office

LARGEST = 60 * MEGABYTE
"""Bytes that a file may have that is given to LibreOffice. A report of five pages has 0.1 MB."""

LARGEST_UNPACKED = 200 * MEGABYTE
"""Bytes that the parts of an .odt file may have together when unpacked, its pictures included."""

_DECLARATIONS = (b"<!ENTITY", b"<!DOCTYPE")


def read(source: Source) -> Document:
    """The blocks of an .odt or .rtf file, or of a text that is named so; raises `ReadFailure`.

    Places are those in the .docx file that is made of it.
    """
    if source.data.startswith(RTF):
        return read_converted(source, Message("read.office-rtf"), "rtf")
    if source.data.startswith(ZIP):
        return read_converted(source, Message("read.office-odt"), "odt")
    from linter.readers.textual import read as read_textual

    return read_textual(source)


def read_converted(source: Source, kind: Message, suffix: str) -> Document:
    """The blocks of what LibreOffice makes of a file; `kind` says what file it is. Raises `ReadFailure`."""
    from linter.readers.docx.read import read as read_docx

    converted = convert(source.data, kind, suffix)
    return read_docx(Source(source.name, converted, "docx"))._replace(format=suffix)


def convert_to_docx(data: bytes, format: str) -> bytes:
    """The .docx file made of a word processor's file of another `format` (`doc`, `wps`, `odt`, `rtf`).

    Raises `ReadFailure` as `convert` does.
    """
    return convert(data, Message(f"read.office-{format}"), format)


def convert(data: bytes, kind: Message, suffix: str) -> bytes:
    """The .docx file that LibreOffice makes of `data`, a file that usually has the `suffix`.

    Raises `ReadFailure` where it is not installed, fails, or takes too long, and for a file that is too large.
    """
    refuse_larger(data, LARGEST)
    if data.startswith(ZIP):
        _refuse_bomb(data, kind)
    program = find_office()
    if program is None:
        raise ReadFailure(Message("read.office-missing", {"kind": kind}))
    with TemporaryDirectory(prefix="gouji-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        file = folder / f"report.{suffix}"
        file.write_bytes(data)
        try:
            in_time = run_office(program, folder, file)
        except OSError as error:
            raise ReadFailure(Message("read.office-failed", {"kind": kind})) from error
        if not in_time:
            raise ReadFailure(Message("read.office-too-slow", {"kind": kind, "limit": TIME_LIMIT}))
        return _converted(folder / "out" / "report.docx", kind)


def _converted(file: Path, kind: Message) -> bytes:
    try:
        if 0 < file.stat().st_size <= LARGEST_CONVERTED:
            return file.read_bytes()
    except OSError as error:
        raise ReadFailure(Message("read.office-failed", {"kind": kind})) from error
    raise ReadFailure(Message("read.office-failed", {"kind": kind}))


def _refuse_bomb(data: bytes, kind: Message) -> None:
    """Raise `ReadFailure` for a package that is too large unpacked, or whose XML declares entities."""
    try:
        package = Zip(data, LARGEST_UNPACKED)
        for member in package.members:
            before = b""
            for chunk in package.chunks(member):
                if member.filename.endswith(".xml") and _declares(before + chunk):
                    raise ReadFailure(Message("read.docx-entities"))
                before = chunk[-len(_DECLARATIONS[-1]) :]
    except LargeZip as error:
        limit = LARGEST_UNPACKED // MEGABYTE
        raise ReadFailure(Message("read.office-too-large", {"kind": kind, "limit": limit})) from error
    except DamagedZip as error:
        raise ReadFailure(Message("read.office-failed", {"kind": kind})) from error


def _declares(part: bytes) -> bool:
    return any(declaration in part for declaration in _DECLARATIONS)
