"""Word 97–2003 files (.doc), as Word, WPS (.wps) and LibreOffice write them, read without any of these programs.

The text is put together out of its pieces and written as the body of a .docx file, which the reader of those reads:
tables on their true grid, tracked changes accepted, automatic numbers in place, fields by their results, text boxes
where they hang. Notes, headers and comments are not of the text. Files of another kind, or ones that contradict
themselves, are left to LibreOffice.
"""

from __future__ import annotations

import re

from linter.formats.refusals import ReadFailure
from linter.formats.signatures import OLE, foreign_content
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.model.records import Record
from linter.readers.doc.boxes import read_boxes
from linter.readers.doc.bytes import Unsure, damaged
from linter.readers.doc.characters import Characters
from linter.readers.doc.container import Container
from linter.readers.doc.fib import Fib, Table, read_fib
from linter.readers.doc.lists import numbering_xml
from linter.readers.doc.pages import CharacterPages, ParagraphPages
from linter.readers.doc.pieces import PieceTable, read_pieces
from linter.readers.doc.story import Text
from linter.readers.doc.styles import Styles
from linter.readers.docx.xml import WORD

_WORD = "WordDocument"
_WORKS = "wps"
_SHEETS = ("Workbook", "Book")
_LOCKED = "EncryptedPackage"
_WEB_ARCHIVE = re.compile(rb"\s*(?:MIME-Version:|From:|Content-Type:\s*multipart/related)", re.IGNORECASE)
_WINDOW = 4096


class Transcript(Record):
    """A Word 97–2003 file in the terms of .docx: its parts with the text and the numbering, and notes on it."""

    document: str
    numbering: str
    notes: tuple[Message, ...]


def read(source: Source) -> Document:
    """The blocks of a file that is named like one of an old Word, whatever it is; raises `ReadFailure`."""
    if not source.data.startswith(OLE):
        return _other_kind(source)
    try:
        transcript = transcribe(source.data)
    except Unsure as unsure:
        return _by_office(source, unsure.message)
    from linter.readers.docx.read import read_parts

    document = read_parts(source.name, transcript.document, transcript.numbering)
    return document._replace(format=_format(source), notes=(*document.notes, *transcript.notes))


def transcribe(data: bytes) -> Transcript:
    """A Word 97–2003 file in the terms of .docx.

    Raises `ReadFailure` for what is none or beyond a limit, `Unsure` where LibreOffice may know better.
    """
    container = Container(data)
    if _WORD not in container:
        raise _without_text(container)
    word = container.stream(_WORD)
    fib = read_fib(word)
    table = container.stream(fib.stream)
    pieces = read_pieces(fib.part(Table.PIECES).of(table))
    text = pieces.text(word)
    end = fib.lengths[0]
    if len(text) < end:
        raise damaged()
    styles = Styles(fib.part(Table.STYLES).of(table))
    characters = _characters(fib, word, table, text, pieces, styles)
    pages = ParagraphPages(fib.part(Table.PARAGRAPH_PAGES).of(table), word, lambda: container.stream("Data"))
    body = Text(characters, pieces, pages, styles).body_xml(end, read_boxes(fib, table))
    numbering = numbering_xml(table, fib.part(Table.LISTS), fib.part(Table.LIST_USES))
    notes = (Message("read.docx-embedded"),) if characters.embedded else ()
    return Transcript(_part("document", f"<w:body>{body}</w:body>"), _part("numbering", numbering), notes)


def _characters(fib: Fib, word: bytes, table: bytes, text: str, pieces: PieceTable, styles: Styles) -> Characters:
    fonts = fib.part(Table.FONTS).of(table)
    characters = Characters(text, fonts)
    characters.look(pieces, CharacterPages(fib.part(Table.CHARACTER_PAGES).of(table), word), styles)
    return characters


def _part(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{WORD}">{content}</w:{name}>'


def _format(source: Source) -> str:
    return _WORKS if source.suffix == _WORKS else "doc"


def _without_text(container: Container) -> Exception:
    """What to raise for an old Office file that Word did not write."""
    if _LOCKED in container:
        return ReadFailure(Message("read.docx-encrypted"))
    if any(name in container for name in _SHEETS):
        return ReadFailure(Message("read.is-excel"))
    if "CONTENTS" in container or "MatOST" in container:
        return Unsure(Message("read.doc-works"))
    return ReadFailure(Message("read.doc-not-word"))


def _by_office(source: Source, kind: Message) -> Document:
    """The blocks as LibreOffice understands the file, with a note that says so."""
    from linter.readers.office.read import read_converted

    document = read_converted(source, kind, "wps" if kind.key == "read.doc-works" else "doc")
    return document._replace(format=_format(source), notes=(*document.notes, Message("read.doc-by-office")))


def _other_kind(source: Source) -> Document:
    """The blocks of a file that is only named like one of an old Word: a page, a text, a page with its pictures."""
    start = source.data[:_WINDOW]
    if _WEB_ARCHIVE.match(start):
        from linter.readers.html.archive import read as read_archive

        return read_archive(source)
    from linter.readers.textual import read as read_textual

    try:
        return read_textual(source)
    except ReadFailure as failure:
        if failure.message.key != "read.not-text":
            raise
    if source.suffix == _WORKS and foreign_content(source.data) is None:
        return _by_office(source, Message("read.doc-works"))
    raise ReadFailure(Message("read.doc-not-word"))
