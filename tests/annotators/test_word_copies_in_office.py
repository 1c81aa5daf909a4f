"""LibreOffice opens a marked Word file and shows each comment at its cell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from checked_drafts import CheckedDraft
from test_pdf_copies import Seen, notes_in
from word_packages import comments, marked

from linter.annotators import annotate

FILTER = 'pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}'
TIME = 180
NEAR = 40.0
"""Points that the sign of a comment may stand from the words that it belongs to."""


@pytest.fixture(scope="session")
def office() -> str:
    """LibreOffice; a test that needs it is skipped without it, but not in CI."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        reason = "LibreOffice is not installed: how it shows comments was not tested"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return program


def printed(program: str, data: bytes, folder: Path) -> Path:
    """The file as LibreOffice prints it, comments included."""
    (folder / "marked.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", FILTER, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "marked.docx")], check=True, capture_output=True, timeout=TIME)
    return folder / "marked.pdf"


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_each_comment_is_shown_at_its_place(office: str, word: CheckedDraft, tmp_path: Path) -> None:
    data = annotate(word.draft(), "docx")
    file = printed(office, data, tmp_path)
    # Some editions draw comments in the margin, others make them notes of the page: either will do.
    notes = notes_in(file.read_bytes())
    with pypdfium2.PdfDocument(file) as document:
        pages = [page.get_textpage() for page in document]
        drawn = squeezed("".join(page.get_text_range() for page in pages))
        shown = squeezed("".join(note.text for note in notes)) + drawn
        for paragraphs in comments(data).values():
            assert squeezed("".join(paragraphs[:2])) in shown
        for id, (_, words) in marked(data).items():
            first = squeezed(comments(data)[id][0])
            found = [note for note in notes if squeezed(note.text).startswith(first)]
            assert len(found) == 1 or not notes
            assert all(stands_at(note, words, pages[note.page - 1]) for note in found)


def stands_at(note: Seen, words: str, page: pypdfium2.PdfTextPage) -> bool:
    """Whether a note of a page stands beside words on it."""
    found = page.search(words)
    while (place := found.get_next()) is not None:
        left, bottom, right, top = page.get_charbox(place[0])
        end = page.get_charbox(place[0] + place[1] - 1)[2]
        near = abs(note.box[1] - bottom) < NEAR and left - NEAR < note.box[0] < max(end, right) + NEAR
        if near and top:
            return True
    return False
