"""Files for tests that LibreOffice makes out of Word files, which are made here."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document as new_document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips

sys.path.append(str(Path(__file__).parents[1] / "docx"))

from word_files import NAMESPACES, report, stated

from linter.readers.office.program import find_office

__all__ = ["converted", "docx_of", "needs_office", "report", "stated"]

FILTERS = {
    "doc": "doc:MS Word 97",
    "odt": "odt:writer8",
    "rtf": "rtf:Rich Text Format",
    "docx": "docx:MS Word 2007 XML",
}

_COLUMN = 560  # twips
_PROFILE = tempfile.TemporaryDirectory(prefix="gouji-tests-")  # for the whole run: the first use of one takes a second


def needs_office() -> Path:
    """The program of LibreOffice; a test that needs it is skipped without it, but not in CI."""
    program = find_office()
    if program is not None:
        return program
    if os.environ.get("CI") == "true":
        pytest.fail("LibreOffice is missing: CI has to test files that it makes")
    pytest.skip("LibreOffice is not installed")


def docx_of(body: str, styles: str = "", numbering: str = "") -> bytes:
    """A complete Word file with `body` for its body; `styles` and `numbering` are added to what it has."""
    document = new_document()
    root = parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>")
    stored = document.element.body
    for child in list(stored):
        if not child.tag.endswith("}sectPr"):
            stored.remove(child)
    for index, child in enumerate(list(root)):
        stored.insert(index, child)
    for part, content in ((document.styles.element, styles), (document.part.numbering_part.element, numbering)):
        added = parse_xml(f"<w:x {NAMESPACES}>{content}</w:x>")
        ids = {value for child in added for name, value in child.attrib.items() if name.endswith("Id")}
        for child in list(part):
            if any(value in ids for name, value in child.attrib.items() if name.endswith("Id")) and content:
                part.remove(child)
        for child in list(added):
            place = len(part) if child.tag.endswith(("}style", "}num")) else 0
            part.insert(place, child)
    for table in stored.iter(qn("w:tbl")):
        _state_widths(table)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _state_widths(table: Any) -> None:
    """Say how wide the columns and cells of a table are: without, LibreOffice makes all cells of a row alike."""
    rows = [list(row.iterchildren(qn("w:tc"))) for row in table.iterchildren(qn("w:tr"))]
    width = max(sum(_span(cell) for cell in row) for row in rows)
    for row in rows:
        for cell in row:
            properties = cell.get_or_add_tcPr()
            properties.width = Twips(_COLUMN * _span(cell))
    columns = f'<w:gridCol w:w="{_COLUMN}"/>' * width
    table.insert(0, parse_xml(f"<w:tblPr {NAMESPACES}><w:tblLayout w:type='fixed'/></w:tblPr>"))
    table.insert(1, parse_xml(f"<w:tblGrid {NAMESPACES}>{columns}</w:tblGrid>"))


def _span(cell: Any) -> int:
    properties = cell.tcPr
    return 1 if properties is None else int(properties.grid_span)


@cache
def converted(data: bytes, suffix: str) -> bytes:
    """What LibreOffice makes of a Word file."""
    program = needs_office()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "made.docx"
        file.write_bytes(data)
        arguments = ["--headless", "--convert-to", FILTERS[suffix], "--outdir", str(folder / "out"), str(file)]
        subprocess.run(
            [str(program), f"-env:UserInstallation={Path(_PROFILE.name).as_uri()}", *arguments],
            check=True,
            timeout=120,
            capture_output=True,
        )
        return (folder / "out" / f"made.{suffix}").read_bytes()
