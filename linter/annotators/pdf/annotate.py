"""A PDF file with a highlight and a note at the place of each finding. What its pages draw is not changed."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from linter.annotators.draft import AnnotateFailure, Draft
from linter.annotators.pdf.numbers import add_number
from linter.annotators.pdf.words import Box, box_of
from linter.model.finding import Finding, Severity
from linter.model.message import Message
from linter.model.records import Record
from linter.model.span import NOWHERE, PdfSpan
from linter.presentation.marks import marked
from linter.presentation.remarks import Line, Remark, labelled, numbered, remark, summary
from linter.presentation.words import say

COLOURS: Mapping[Severity, tuple[int, int, int]] = {
    Severity.ERROR: (255, 150, 150),
    Severity.WARNING: (255, 214, 110),
    Severity.INFO: (150, 205, 255),
}
"""Red, green and blue of highlights, from 0 to 255: light, for they lie over the text."""

FRAMES: Mapping[Severity, tuple[int, int, int]] = {
    Severity.ERROR: (196, 44, 48),
    Severity.WARNING: (170, 110, 0),
    Severity.INFO: (20, 100, 170),
}
"""Those of frames, which are thin."""

SMALLEST = 8.0
"""Points that a highlight is wide and high at least: a blank has a place, but no extent."""

_IDENTITY = re.compile(rb"/ID\[<(?P<first>[0-9A-F]{32})><(?P<second>[0-9A-F]{32})>\]")
_TRAILER = 4096  # bytes at the end of a file in which pdfium writes the trailer

_MARGIN = 1.5  # points around the text
_FRAME = 0.75  # points: the line of a frame
_NOTE_SIZE = 18.0
_MAY_ADD_NOTES = 32  # the permission of a protected file to add notes; one that is not protected has all
_PRINTED = 4  # the flag of an annotation that is printed


class _Note(Record):
    """An annotation to be: `kind` is one of pdfium's, `number` that of its finding, drawn beside it where it is not 0.
    Without a `box`, it is around the words at `span`.
    """

    page: int
    kind: int
    name: str
    author: str
    text: str
    colour: tuple[int, int, int]
    box: Box | None = None
    span: PdfSpan | None = None
    number: int = 0


def annotate(draft: Draft) -> bytes:
    """The PDF file with its notes; raises `AnnotateFailure` where its owner forbids them, or pdfium cannot add or save
    them.
    """
    from pypdfium2 import PdfDocument, PdfiumError, raw

    try:
        document = PdfDocument(draft.data)
        try:
            if not raw.FPDF_GetDocPermissions(document.raw) & _MAY_ADD_NOTES:
                raise AnnotateFailure(Message("annotate.pdf-forbidden"))
            by_page: dict[int, list[_Note]] = {}
            for note in _notes(draft, Box(*document[0].get_bbox()), raw):
                by_page.setdefault(min(max(note.page, 1), len(document)), []).append(note)
            for number, notes in by_page.items():
                page = document[number - 1]
                for note in notes:
                    _add(document, page, note, draft, raw)
                page.close()
            out = io.BytesIO()
            document.save(out, flags=raw.FPDF_NO_INCREMENTAL)
        finally:
            document.close()
    except PdfiumError as error:
        raise AnnotateFailure(Message("annotate.pdf-failed")) from error
    return _reproducible(out.getvalue(), draft.data)


def _reproducible(copy: bytes, draft: bytes) -> bytes:
    """The copy with an identity that follows from its content, in place of the one that pdfium draws by lot. Its first
    half stays where it comes from the draft; that of an encrypted file is part of its key.
    """
    found = _IDENTITY.search(copy, max(len(copy) - _TRAILER, 0))
    if found is None:
        return copy
    first, second = found.span("first"), found.span("second")
    raw_first = bytes.fromhex(found["first"].decode())
    keeps = b"/Encrypt" in copy[-_TRAILER:] or raw_first in draft or found["first"].lower() in draft.lower()
    start = second[0] if keeps else first[0]
    without = copy[:start] + copy[second[1] :]
    identity = sha256(without).hexdigest()[: second[1] - second[0]].upper().encode()
    copy = copy[: second[0]] + identity + copy[second[1] :]
    return copy if keeps else copy[: first[0]] + identity + copy[first[1] :]


def _notes(draft: Draft, first_page: Box, raw: Any) -> Iterator[_Note]:
    """The summary at the top of the first page; for each finding a highlight with its words at its place, with its
    number, and at its other places highlights, or frames around figures that are only part of its sum.
    """
    language = draft.language
    corner = Box(first_page.left + _NOTE_SIZE, first_page.top - 2 * _NOTE_SIZE, 0, 0)
    corner = corner._replace(right=corner.left + _NOTE_SIZE, top=corner.bottom + _NOTE_SIZE)
    text = "\n".join(summary(draft.result, language))
    author = say(language, "annotate.author")
    yield _Note(1, raw.FPDF_ANNOT_TEXT, "gouji-0", author, text, COLOURS[Severity.INFO], corner)
    for number, finding in enumerate(draft.result.findings, 1):
        words = remark(finding, language)
        author = say(language, "annotate.author-of", severity=words.word)
        for index, (stands_out, span) in enumerate(_places(finding)):
            said = numbered(words, number, language)
            content = "\n".join(said) if index == 0 else _short(words, number, language)
            name = f"gouji-{number}" if index == 0 else f"gouji-{number}-{index}"
            kind, colours = (raw.FPDF_ANNOT_HIGHLIGHT, COLOURS) if stands_out else (raw.FPDF_ANNOT_SQUARE, FRAMES)
            colour, shown = colours[words.severity], number if index == 0 else 0
            yield _Note(span.page, kind, name, author, content, colour, span=span, number=shown)


def _places(finding: Finding) -> tuple[tuple[bool, PdfSpan], ...]:
    """The places of a finding with whether they stand out, the main one first; each box once."""
    places: dict[PdfSpan, tuple[bool, PdfSpan]] = {}
    for place in marked(finding):
        if isinstance(place.span, PdfSpan):
            places.setdefault(place.span.located(NOWHERE), (place.stands_out, place.span))
    return tuple(places.values())


def _short(words: Remark, number: int, language: str) -> str:
    lead = say(language, "annotate.number", word=words.word, number=number)
    return labelled(Line(lead, words.headline), language)


def _around(box: Box) -> Box:
    """The box of a place, with a margin, and large enough to be seen."""
    wide = max((SMALLEST - (box.right - box.left)) / 2, _MARGIN)
    high = max((SMALLEST - (box.top - box.bottom)) / 2, 0)
    return Box(box.left - wide, box.bottom - high, box.right + wide, box.top + high)


def _add(document: Any, page: Any, note: _Note, draft: Draft, raw: Any) -> None:
    from pypdfium2 import PdfiumError

    annotation = raw.FPDFPage_CreateAnnot(page.raw, note.kind)
    if not annotation:
        raise PdfiumError("no annotation was made")
    box = note.box if note.span is None else _around(box_of(note.span, draft.document, page))
    left, bottom, right, top = box or Box(0, 0, 0, 0)
    rectangle = raw.FS_RECTF(left=left, top=top, right=right, bottom=bottom)
    done = [raw.FPDFAnnot_SetRect(annotation, rectangle)]
    if note.kind == raw.FPDF_ANNOT_HIGHLIGHT:
        corners = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        done.append(raw.FPDFAnnot_AppendAttachmentPoints(annotation, corners))
    if note.kind == raw.FPDF_ANNOT_SQUARE:
        done.append(raw.FPDFAnnot_SetBorder(annotation, 0, 0, _FRAME))
    done.append(raw.FPDFAnnot_SetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, *note.colour, 255))
    done.append(raw.FPDFAnnot_SetFlags(annotation, _PRINTED))
    texts = {
        b"Contents": note.text,
        b"T": note.author,
        b"NM": note.name,
        b"M": f"D:{draft.date:%Y%m%d%H%M%S}",
    }
    done += [raw.FPDFAnnot_SetStringValue(annotation, key, _wide(text)) for key, text in texts.items()]
    raw.FPDFPage_CloseAnnot(annotation)
    if note.number:
        done.append(add_number(document, page, note.number, (left, top), raw))
    if not all(done):
        raise PdfiumError("an annotation could not be filled in")


def _wide(text: str) -> Any:
    """`text` as pdfium takes it: UTF-16LE, ending with a null character."""
    data = text.encode("utf-16-le", "replace") + b"\0\0"
    return ctypes.cast(ctypes.create_string_buffer(data), ctypes.POINTER(ctypes.c_ushort))
