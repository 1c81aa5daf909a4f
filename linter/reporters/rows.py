"""The results of a run as rows of tables: reports, findings, figures, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.language import render as words
from linter.language.printable import plain
from linter.model.finding import Finding, Severity
from linter.model.message import CellName, Message, Value
from linter.model.result import Checked, Extracted, Failed, Result, Skipped, error_of
from linter.presentation.remarks import remark
from linter.presentation.words import clean, say

Cell = str | int | float | None
Row = list[Cell]

COLUMNS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "reports": (
        ("file", 40), ("agency", 24), ("year", 7), ("format", 8), ("verdict", 14), ("errors", 8), ("warnings", 8),
        ("infos", 8), ("undecided", 10), ("notes", 50),
    ),
    "findings": (
        ("file", 30), ("agency", 22), ("year", 7), ("severity", 8), ("title", 30), ("message", 50), ("place", 30),
        ("cells", 40), ("suspect", 30), ("printed", 10), ("suggested", 10), ("advice", 40),
        ("source", 30), ("rule", 24),
    ),
    "figures": (
        ("file", 30), ("agency", 22), ("year", 7), ("table", 24), ("row", 30), ("column", 20), ("printed", 12),
        ("value", 12), ("table-id", 16), ("row-id", 24), ("column-id", 18),
    ),
    "not-checked": (("file", 40), ("agency", 24), ("year", 7), ("title", 40), ("reason", 70), ("rule", 24)),
}  # fmt: skip
"""Table → its columns, each with a width in characters."""


def header(table: str, language: str) -> list[str]:
    """The headings of a table."""
    return [say(language, f"table.{name}") for name, _ in COLUMNS[table]]


def report_rows(file: Result, language: str) -> Iterator[Row]:
    """The row of a report or of a file that could not be checked; none for a file that is no report."""
    if isinstance(file, Skipped):
        return
    checked = file if isinstance(file, Checked) else Checked(file.head)
    counts = [sum(one.severity is severity for one in checked.findings) for severity in Severity]
    notes = [words(note, language) for note in file.head.notes]
    error = error_of(file)
    said = "; ".join(clean(text) for text in (*([words(error, language)] if error else []), *notes))
    yield [*_whose(file), file.head.format, say(language, verdict(file)), *counts, len(checked.undecided), said]


def verdict(file: Result) -> str:
    """The key of the words for what became of a file."""
    match file:
        case Failed() | Checked(incomplete=Message()):
            return "table.failed"
        case Skipped():
            return "table.no-report"
        case Checked(undecided=undecided):
            return "table.fails" if file.fails else "table.passes-open" if undecided else "table.passes"
        case Extracted():
            return "table.passes"


def finding_rows(file: Result, language: str) -> Iterator[Row]:
    """A row for each finding of a report."""
    for finding in file.findings if isinstance(file, Checked) else ():
        told, suspect = remark(finding, language), finding.suspect
        yield [
            *_whose(file),
            told.word,
            told.title,
            told.headline,
            clean(told.place),
            "; ".join(f"{shown(cell.name, language)}: {clean(cell.text)}" for cell in finding.cells),
            shown(suspect.name, language) if suspect else "",
            number(suspect.value) if suspect else _printed(finding),
            number(suspect.suggested) if suspect else None,
            told.advice,
            told.source,
            told.rule,
        ]


def _printed(finding: Finding) -> Cell:
    return clean(finding.cells[0].text) if finding.cells else None


def figure_rows(file: Result, language: str) -> Iterator[Row]:
    """A row for each cell of the form."""
    for table in file.tables if isinstance(file, Checked | Extracted) else ():
        title = clean(table.title.in_language(language))
        for row, column, cell in table.each():
            yield [
                *_whose(file),
                title,
                clean(row.name),
                clean(column.name),
                clean(cell.text),
                number(cell.value),
                clean(table.id),
                clean(row.id),
                clean(column.id),
            ]


def open_rows(file: Result, language: str) -> Iterator[Row]:
    """A row for each rule that could not look, and one for a file that could not be checked."""
    error = None if isinstance(file, Skipped) else error_of(file)
    if error is not None:
        yield [*_whose(file), say(language, "table.of-file"), clean(words(error, language)), ""]
    for rule in file.undecided if isinstance(file, Checked) else ():
        title, reason = rule.title.in_language(language), words(rule.reason, language)
        yield [*_whose(file), clean(title), clean(reason), clean(rule.rule)]


def _whose(file: Result) -> Row:
    return [clean(file.head.path), clean(file.head.organisation or ""), file.head.year]


def shown(name: CellName | str, language: str) -> str:
    """The name of a cell, as it is printed."""
    from linter.language import show

    value: Value = name
    return clean(show(value, language))


def number(value: Decimal | None) -> Cell:
    """A figure as spreadsheets take it: whole, or with its decimals; as text where they would round it."""
    if value is None:
        return None
    text = plain(value)
    if len(text.replace(".", "").lstrip("-0")) > 15:
        return text
    return float(text) if "." in text else int(text)
