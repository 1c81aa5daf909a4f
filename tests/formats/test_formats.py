"""One report, every format: what is found and what is extracted is the same in each, at places of that format.

A report is one source in `reports` (see `sources`) and one `.expected.yaml` with what holds in every format: the
findings, those folded under others as `related`; the rules that could not look; and the figures. A cell that `figures`
does not name is nought; later entries, which may be patterns, go before earlier ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from build import BUILDERS, FORMATS, build, convert
from sources import NAMES, loaded, report

from linter import engine
from linter.engine import LintOptions, lint
from linter.language import render
from linter.model.document import Source, Table
from linter.model.finding import Finding
from linter.model.pack import Family
from linter.model.result import FileResult
from linter.model.span import Span
from linter.readers import read
from linter.readers.office_program import find_office

PLACES: Mapping[str, set[str]] = {
    "txt": {"line", "column"},
    "md": {"line", "column"},
    "html": {"line", "column"},
    "docx": {"block"},
    "doc": {"block"},
    "odt": {"block"},
    "pdf": {"page", "left", "bottom", "right", "top"},
}
"""The keys that every location has, by format."""


def office() -> Path:
    program = find_office()
    if program is None and os.environ.get("CI") == "true":
        pytest.fail("LibreOffice is missing: CI has to test the formats that it writes")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program


class Files:
    """The reports in all formats: those that LibreOffice writes, written all at once when the first is asked for."""

    def __init__(self, folder: Path, family: Family) -> None:
        self.folder = folder
        self.family = family

    def source(self, name: str, format: str) -> Source:
        if format in BUILDERS:
            return Source(f"{name}.{format}", build(report(name, self.family), format), format)
        file = self.folder / f"{name}.{format}"
        if not file.exists():
            convert(office(), [self._word(each) for each in NAMES], format, self.folder)
        return Source(file.name, file.read_bytes(), format)

    def _word(self, name: str) -> Path:
        file = self.folder / f"{name}.docx"
        if not file.exists():
            file.write_bytes(build(report(name, self.family), "docx"))
        return file


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, family: Family) -> Iterator[Files]:
    """The files, each of which is read once: LibreOffice takes seconds to open an .odt file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "read", cache(read))
        yield Files(tmp_path_factory.mktemp("formats"), family)


def stated(finding: Finding) -> dict[str, Any]:
    said: dict[str, Any] = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "cells": [str(cell.address) for cell in finding.cells],
        "message": render(finding.message, "en"),
    }
    return {**said, "related": [stated(one) for one in finding.related]} if finding.related else said


def checked(result: FileResult) -> dict[str, Any]:
    """What `gouji check` says of a report, without its places."""
    return {
        "pack": result.pack,
        "year": result.year,
        "organisation": result.organisation,
        "findings": [stated(finding) for finding in result.findings],
        "undecided": [item.rule for item in result.undecided],
    }


def extracted(result: FileResult) -> dict[str, Decimal | None]:
    """What `gouji extract` gives for a report, as cell → value."""
    return {
        f"{table}.{row}.{column}": value
        for table, rows in result.figures.items()
        for row, columns in rows.items()
        for column, value in columns.items()
    }


def wanted(figures: Mapping[str, object], family: Family, pack: str) -> dict[str, Decimal | None]:
    (template,) = [one.template for one in family.packs if one.id == pack]
    cells: dict[str, Decimal | None] = {
        str(cell): Decimal(0) for table in template.tables for cell in table.addresses()
    }
    for pattern, value in figures.items():
        named = [cell for cell in cells if fnmatchcase(cell, pattern)] or [pattern]
        cells.update(dict.fromkeys(named, None if value is None else Decimal(str(value))))
    return cells


def spans(findings: tuple[Finding, ...]) -> Iterator[Span]:
    for finding in findings:
        yield finding.span
        yield from (cell.span for cell in finding.cells)
        yield from spans(finding.related)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_the_same_is_found_and_extracted(name: str, format: str, files: Files, family: Family) -> None:
    expected = loaded(f"{name}.expected")
    figures = expected.pop("figures")
    source = files.source(name, format)
    result = lint(source, family)
    assert (result.error, result.format) == (None, format)
    assert checked(result) == expected
    for span in spans(result.findings):
        assert PLACES[format] <= set(span.location())
    figured = lint(source, family, LintOptions(rules=False))
    assert (figured.pack, figured.year, figured.organisation) == (result.pack, result.year, result.organisation)
    assert extracted(figured) == wanted(figures, family, expected["pack"])


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("over-pages")])
def test_table_3_goes_over_three_pages(name: str, files: Files) -> None:
    tables = [block for block in engine.read(files.source(name, "pdf")).blocks if isinstance(block, Table)]
    pages_of_tables = [
        {cell.text.span.location()["page"] for row in table.rows for cell in row.cells} for table in tables
    ]
    assert [len(pages) > 2 for pages in pages_of_tables] == [False, True, False]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_clean_and_faulty_reports_are_among_them(edition: str) -> None:
    counts = [len(loaded(f"{name}.expected")["findings"]) for name in NAMES if name.startswith(edition)]
    assert counts.count(0) >= 1
    assert len(counts) - counts.count(0) >= 3
