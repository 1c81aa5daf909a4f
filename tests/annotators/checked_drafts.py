"""Faulty reports of an agency that does not exist, as text, Word and PDF files, and what is found in them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from docx import Document as WordFile
from docx.document import Document as WordDocument

from linter.annotators import Draft
from linter.model.address import Address
from linter.model.document import Source
from linter.model.pack import Family, Pack
from linter.model.result import Checked
from linter.run.engine import LintOptions, lint
from linter.run.form import write
from linter.run.marked import headings_of

YEAR = 2023
AGENCY = "青溪镇人民政府"
DATE = datetime(2024, 1, 15, 9, 30)

FIGURES: Mapping[Address, str] = {
    Address("requests", "new_received", "natural_person"): "13",
    Address("requests", "new_received", "total"): "12",
    Address("requests", "granted", "natural_person"): "12",
    Address("requests", "granted", "total"): "12",
    Address("requests", "processed_total", "natural_person"): "12",
    Address("requests", "processed_total", "total"): "12",
    Address("review_litigation", "review", "upheld"): "3",
    Address("review_litigation", "review", "total"): "4",
}
"""The received and the processed do not agree for natural persons, nor does the row; nor the review's total."""


class CheckedDraft(NamedTuple):
    """A draft, checked."""

    source: Source
    result: Checked

    def draft(self, language: str = "zh") -> Draft:
        document = self.result.document
        assert document is not None
        return Draft(self.source.data, document, self.result, language, DATE, headings_of(document))


def pack_of(family: Family) -> Pack:
    pack = family.for_year(YEAR)
    assert pack is not None
    return pack


def faulty(family: Family) -> str:
    """The report as tab rows: wrong sums, and a section with a title of its own."""
    text = write(pack_of(family).template, YEAR, AGENCY, FIGURES)
    return text.replace("存在的主要问题及改进情况", "存在的主要问题及今后打算")


def checked(family: Family, source: Source) -> CheckedDraft:
    result = lint(source, family, LintOptions(locate=True))
    assert isinstance(result, Checked)
    assert result.incomplete is None
    return CheckedDraft(source, result)


def text_draft(family: Family, text: str, name: str = "青溪镇2023.txt") -> CheckedDraft:
    return checked(family, Source(name, text.encode(), "txt"))


def word_draft(family: Family, text: str) -> CheckedDraft:
    return checked(family, Source("青溪镇2023.docx", saved(word_file(text)), "docx"))


def page_draft(family: Family) -> CheckedDraft:
    from pdf_paper import Paper, report

    data = report(Paper(), pack_of(family).template, YEAR, AGENCY, dict(FIGURES))
    return checked(family, Source("青溪镇2023.pdf", data, "pdf"))


def word_file(text: str) -> WordDocument:
    """The report as a Word document: a paragraph a line, rows of cells as tables."""
    document = WordFile()
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
            for stored, cells in zip(table.rows, rows, strict=True):
                for cell, value in zip(stored.cells, cells, strict=False):
                    cell.text = value
            rows = []
        if line:
            document.add_paragraph(line)
    return document


def saved(document: WordDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
