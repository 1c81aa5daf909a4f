"""A marked PDF file has a note at the place of each finding, and draws the same pages."""

from __future__ import annotations

import ctypes
import io
import re
from typing import Any, NamedTuple

import pypdfium2
import pytest
from checked_drafts import CheckedDraft
from pypdfium2 import raw
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from test_word_copies import HOSTILE, hostile

from linter.annotators import AnnotateFailure, annotate
from linter.annotators.pdf.words import Box, box_of
from linter.language import render
from linter.model.document import Document, Paragraph, Text
from linter.model.span import Location, PdfSpan

FILLED, FRAMED = raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_SQUARE


class Seen(NamedTuple):
    """An annotation as another program finds it."""

    page: int
    kind: int
    box: tuple[float, float, float, float]
    author: str
    text: str
    name: str
    corners: int


def string(annotation: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def notes_in(data: bytes) -> list[Seen]:
    found = []
    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
                annotation = raw.FPDFPage_GetAnnot(page.raw, index)
                box = raw.FS_RECTF()
                raw.FPDFAnnot_GetRect(annotation, box)
                author, text, name = (string(annotation, key) for key in (b"T", b"Contents", b"NM"))
                kind = raw.FPDFAnnot_GetSubtype(annotation)
                corners = raw.FPDFAnnot_CountAttachmentPoints(annotation)
                place = (box.left, box.bottom, box.right, box.top)
                found.append(Seen(number, kind, place, author, text, name, corners))
                raw.FPDFPage_CloseAnnot(annotation)
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_has_one_note(paper: CheckedDraft, language: str) -> None:
    seen = notes_in(annotate(paper.draft(language), "pdf"))
    main = {one.name: one for one in seen if one.name.count("-") == 1}
    assert len(main) == len(paper.result.findings) + 1
    for number, finding in enumerate(paper.result.findings, 1):
        note = main[f"gouji-{number}"]
        author = {"zh": "勾稽·错误", "en": "gouji·error"}[language]
        assert (note.kind, note.author, note.corners) == (raw.FPDF_ANNOT_HIGHLIGHT, author, 1)
        assert str(number) in note.text.splitlines()[0]
        assert render(finding.headline or finding.message, language) in note.text
        assert finding.source in note.text


def test_marks_lie_over_their_cells(paper: CheckedDraft) -> None:
    """The wrong one is filled, and the others of its sum have a frame."""
    seen = [one for one in notes_in(annotate(paper.draft(), "pdf")) if one.kind in (FILLED, FRAMED)]
    spans = [cell.span for finding in paper.result.findings for cell in finding.cells]
    assert len(seen) == len(spans)
    sums = [finding for finding in paper.result.findings if finding.calculation is not None]
    assert sums
    assert sum(one.kind == FRAMED for one in seen) == sum(len(finding.cells) - 1 for finding in sums)
    for span in spans:
        assert isinstance(span, PdfSpan)
        assert [
            one
            for one in seen
            if one.page == span.page
            and one.box[0] <= span.left <= span.right <= one.box[2]
            and one.box[1] <= span.bottom + 0.01
            and span.top - 0.01 <= one.box[3]
        ]


def test_numbers_stand_beside_the_marks(paper: CheckedDraft) -> None:
    seen = notes_in(annotate(paper.draft(), "pdf"))
    numbers = [one for one in seen if one.kind == raw.FPDF_ANNOT_STAMP]
    main = [one for one in seen if one.kind == FILLED and one.name.count("-") == 1]
    assert len(numbers) == len(main) == len(paper.result.findings)
    for number, mark in zip(numbers, main, strict=True):
        assert number.page == mark.page
        assert abs(number.box[2] - mark.box[0]) < 0.1
        assert mark.box[1] < number.box[3]


def test_words_are_marked_and_not_their_line() -> None:
    """The characters are found again on the page; what is not found there is marked as a whole."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "The council said said that it would meet.")
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        text = "The council said said that it would meet."
        line = PdfSpan(1, 72, 696, 300, 712, Location(0))
        blocks = (Paragraph(Text(text, ((0, line),))),)
        paragraph = Document("a.pdf", "pdf", blocks)
        start = text.index("said")
        words = box_of(line.narrow(start, 9), paragraph, document[0])
        assert 130 < words.left < 140 and 170 < words.right < 190
        assert (words.bottom, words.top) >= (line.bottom, 700) and words.top <= line.top
        other = Document("a.pdf", "pdf", (Paragraph(Text(text.upper(), ((0, line),))),))
        assert box_of(line.narrow(start, 9), other, document[0]) == Box(72, 696, 300, 712)


def test_pages_draw_the_same(paper: CheckedDraft) -> None:
    copy = annotate(paper.draft(), "pdf")
    with pypdfium2.PdfDocument(paper.source.data) as before, pypdfium2.PdfDocument(copy) as after:
        assert len(before) == len(after)
        for old, new in zip(before, after, strict=True):
            assert old.get_textpage().get_text_range() == new.get_textpage().get_text_range()
            assert bytes(old.render(may_draw_forms=False).buffer) == bytes(
                new.render(may_draw_forms=False, draw_annots=False).buffer
            )
        assert any(
            bytes(old.render().buffer) != bytes(new.render().buffer) for old, new in zip(before, after, strict=True)
        )


def test_hostile_words_are_words(paper: CheckedDraft) -> None:
    draft = paper.draft()
    result = draft.result._replace(findings=tuple(map(hostile, draft.result.findings)))
    seen = notes_in(annotate(draft._replace(result=result), "pdf"))
    assert sum("</w:t><script>" in one.text for one in seen) >= len(result.findings)
    assert not [letter for one in seen for letter in one.text if letter in HOSTILE and ord(letter) < 32]


def test_a_file_that_pdfium_cannot_open_is_refused(paper: CheckedDraft) -> None:
    with pytest.raises(AnnotateFailure):
        annotate(paper.draft()._replace(data=b"%PDF-1.7 torn"), "pdf")


def protected(notes: int) -> bytes:
    """Empty pages that anyone can read, with or without the permission to add notes."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("", "owner", canAnnotate=notes))
    for _ in range(9):
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_file_whose_owner_forbids_notes_gets_none(paper: CheckedDraft) -> None:
    with pytest.raises(AnnotateFailure) as failure:
        annotate(paper.draft()._replace(data=protected(notes=0)), "pdf")
    assert failure.value.message.key == "annotate.pdf-forbidden"
    assert notes_in(annotate(paper.draft()._replace(data=protected(notes=1)), "pdf"))


NO_IDENTITY = re.compile(rb"/ID\s*\[[^\]]*\]")


@pytest.mark.parametrize("identity", [True, False], ids=["with an identity", "without"])
def test_copies_of_one_draft_at_one_time_are_the_same(paper: CheckedDraft, identity: bool) -> None:
    draft = paper.draft("en")
    if not identity:
        draft = draft._replace(data=NO_IDENTITY.sub(lambda found: b" " * len(found[0]), draft.data))
        assert b"/ID" not in draft.data
    first, second = annotate(draft, "pdf"), annotate(draft, "pdf")
    assert first == second
    other = annotate(draft._replace(headings=frozenset(), date=draft.date.replace(year=2001)), "pdf")
    assert NO_IDENTITY.findall(other) != NO_IDENTITY.findall(first)
    if identity:
        kept = NO_IDENTITY.findall(draft.data)[-1].lower().split(b">")[0].split(b"<")[-1].strip()
        assert kept in NO_IDENTITY.findall(first)[-1].lower()
    assert notes_in(first)
