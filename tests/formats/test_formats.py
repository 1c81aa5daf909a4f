"""One report, every format: what is found and what is extracted is the same in each, at places of that format.

A report is a folder in `tests/reports`: one `source.yaml` (see `sources`), the files that `build.py` has written of it,
and one `expected.yaml` with what holds in every format: the findings, be they folded under others or not; rules that
could not look; and the figures. A cell that `figures` does not name is zero; later entries, which may be patterns,
go before earlier ones. What is folded and what else is undecided depends on all the rules there are, but not on the
format: it has to be what is said of the text.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

import pytest
from lxml import etree
from sources import NAMES, loaded, report, stored
from writers import WRITERS

from linter.language import render
from linter.model.document import Source, Table
from linter.model.finding import Finding
from linter.model.pack import Family
from linter.model.result import Checked, Extracted, error_of
from linter.model.span import Span
from linter.readers import read
from linter.readers.office.program import find_office
from linter.run import recognition
from linter.run.engine import LintOptions, lint

NEED_OFFICE = ("odt",)
LARGEST = 100_000
"""Bytes that a stored file may have: all of them are in every copy of the repository."""

PLACES: Mapping[str, set[str]] = {
    "txt": {"line", "column"},
    "md": {"line", "column"},
    "html": {"line", "column"},
    "docx": {"block"},
    "doc": {"block"},
    "odt": {"block"},
    "pdf": {"page", "left", "bottom", "right", "top"},
}
"""Format → the keys that every location has there."""


def source_of(name: str, format: str) -> Source:
    if format in NEED_OFFICE and find_office() is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is missing: CI has to test the formats that it reads")
        pytest.skip(f"LibreOffice is not installed, which reads .{format} files")
    return Source(f"report.{format}", stored(name, format).read_bytes(), format)


@pytest.fixture(scope="module", autouse=True)
def read_once() -> Iterator[None]:
    """Each file is read once: LibreOffice takes seconds to open an .odt file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recognition, "read", cache(read))
        yield


def stated(finding: Finding) -> dict[str, Any]:
    said: dict[str, Any] = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "cells": [str(cell.address) for cell in finding.cells],
        "message": render(finding.message, "en"),
    }
    return {**said, "related": [stated(one) for one in finding.related]} if finding.related else said


def unfolded(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All findings side by side, those related to others too, in an order of their own."""
    flat: list[dict[str, Any]] = []
    for finding in findings:
        flat.append({key: value for key, value in finding.items() if key != "related"})
        flat += unfolded(finding.get("related", []))
    return sorted(flat, key=str)


def checked(result: Checked) -> dict[str, Any]:
    """What `gouji check` says of a report, without its places."""
    return {
        "pack": result.head.pack,
        "year": result.head.year,
        "organisation": result.head.organisation,
        "findings": [stated(finding) for finding in result.findings],
        "undecided": [item.rule for item in result.undecided],
    }


def extracted(result: Extracted) -> dict[str, Decimal | None]:
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


@pytest.mark.parametrize("format", PLACES)
@pytest.mark.parametrize("name", NAMES)
def test_the_same_is_found_and_extracted(name: str, format: str, family: Family) -> None:
    expected = loaded(name, "expected")
    figures, findings, undecided = (expected.pop(key) for key in ("figures", "findings", "undecided"))
    source = source_of(name, format)
    result = lint(source, family)
    assert (error_of(result), result.head.format) == (None, format)
    said = checked(result)
    assert said == checked(lint(source_of(name, "txt"), family))
    assert unfolded(said["findings"]) == unfolded(findings)
    assert set(undecided) <= set(said["undecided"])
    assert {key: said[key] for key in expected} == expected
    for span in spans(result.findings):
        assert PLACES[format] <= set(span.location())
    figured = lint(source, family, LintOptions(rules=False))
    assert figured.head == result.head
    assert extracted(figured) == wanted(figures, family, expected["pack"])


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("over-pages")])
def test_table_3_goes_over_three_pages(name: str) -> None:
    tables = [block for block in recognition.read(source_of(name, "pdf")).blocks if isinstance(block, Table)]
    pages_of_tables = [
        {cell.text.span.location()["page"] for row in table.rows for cell in row.cells} for table in tables
    ]
    assert [len(pages) > 2 for pages in pages_of_tables] == [False, True, False]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_clean_and_faulty_reports_are_among_them(edition: str) -> None:
    counts = [len(loaded(name, "expected")["findings"]) for name in NAMES if name.startswith(edition)]
    assert counts.count(0) >= 1
    assert len(counts) - counts.count(0) >= 3
    assert any(name.endswith("over-pages") for name in NAMES if name.startswith(edition))


def main_part(data: bytes) -> bytes:
    """The text of a Word file. What python-docx puts around it changes with its editions."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.tostring(etree.fromstring(package.read("word/document.xml")), method="c14n")


COMPARED: Mapping[str, Callable[[bytes], bytes]] = {"txt": bytes, "md": bytes, "html": bytes, "docx": main_part}
"""Format → what has to be the same in a stored file and in one that is written now. What other programs have a part in
is held against `expected.yaml` alone.
"""


@pytest.mark.parametrize("format", COMPARED)
@pytest.mark.parametrize("name", NAMES)
def test_the_stored_files_are_those_of_their_sources(name: str, format: str, family: Family) -> None:
    """Where they are not, `python tests/formats/build.py` writes them anew."""
    written = WRITERS[format](report(name, family))
    assert COMPARED[format](stored(name, format).read_bytes()) == COMPARED[format](written)


@pytest.mark.parametrize("name", NAMES)
def test_the_stored_files_are_all_there_and_small(name: str) -> None:
    files = {path.name: path.stat().st_size for path in stored(name, "txt").parent.iterdir()}
    assert set(files) == {"source.yaml", "expected.yaml", *(f"report.{format}" for format in PLACES)}
    assert max(files.values()) < LARGEST
