"""The one table of a run for programs: names that stay the same in every language, ids, and JSON in no cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.language import render as words
from linter.language.printable import plain
from linter.model.result import Checked, Result, Skipped, error_of
from linter.presentation.remarks import remark

COLUMNS: Mapping[str, str] = {
    "path": "str", "format": "str", "pack": "str", "year": "int", "organisation": "str", "verdict": "str",
    "error": "str", "rule": "str", "severity": "str", "title": "str", "message": "str", "advice": "str",
    "place": "str", "table": "str", "row": "str", "column": "str", "printed": "str", "suspect": "str",
    "value": "str", "suggested": "str", "source": "str", "fingerprint": "str",
}  # fmt: skip
"""Column → its type."""


def rows_of(file: Result, language: str) -> Iterator[list[Any]]:
    """A row for each finding and for a file that could not be checked, or one that says that nothing was found."""
    if isinstance(file, Skipped):
        return
    head, error = file.head, error_of(file)
    state = "failed" if error else "fails" if isinstance(file, Checked) and file.fails else "passes"
    said = words(error, language) if error else None
    about = [head.path, head.format or None, head.pack, head.year, head.organisation, state, said]
    found = file.findings if isinstance(file, Checked) else ()
    if not found:
        yield [*about, *([None] * (len(COLUMNS) - len(about)))]
    for finding in found:
        told, suspect = remark(finding, language), finding.suspect
        first = finding.cells[0] if finding.cells else None
        where = [first.address.table, first.address.row, first.address.column, first.text] if first else [None] * 4
        named = [str(suspect.address), plain(suspect.value), plain(suspect.suggested)] if suspect else [None] * 3
        text = [told.title, words(finding.message, language), told.advice or None, told.place]
        yield [*about, finding.rule, finding.severity.value, *text, *where, *named, finding.source, finding.fingerprint]
