"""Two real reports, pasted from their text into Word files with real tables, have the findings of the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from real_reports import shared_folder
from sources import Part, Report
from test_formats import checked, extracted
from writers import as_word

from linter.model.document import Source, Table
from linter.model.pack import Family
from linter.model.result import error_of
from linter.model.template import TableSpec, Template
from linter.readers import read
from linter.run.engine import LintOptions, lint

from pdf_cells import Drawn, Sheet, sheet_of  # isort: skip (its folder is known since `sources`)

SEEDS = ("002", "003")


def seed(number: str) -> Source:
    (path,) = shared_folder("seeds").glob(f"{number}_*.txt")
    return Source(path.name, path.read_bytes(), "txt")


def parts(source: Source, template: Template) -> Iterator[Part]:
    """The blocks of a text, with its tables, which stand in the order of the form, as Word tables."""
    specs = iter(template.tables)
    for block in read(source).blocks:
        yield merged(block, next(specs)) if isinstance(block, Table) else block.text.value


def merged(table: Table, spec: TableSpec) -> Sheet:
    """The table of the form, with the texts that the report has in its places, misspelt labels and all."""
    sheet = sheet_of(spec, {})
    texts = [(cell.column, cell.text.value) for row in table.rows for cell in row.cells if cell.text.value.strip()]
    places = sorted(sheet.cells, key=lambda cell: (cell.row, cell.column))
    if spec.across:  # its labels stand in another order, as the form's own
        figures = [place for place in places if place.row == sheet.rows - 1]
        poured = [*(place for place in places if place not in figures), *_poured(figures, texts[-len(figures) :])]
    else:
        poured = _poured(places, texts)
    return Sheet(tuple(poured), sheet.rows, sheet.columns, sheet.labels, sheet.header)


def _poured(places: list[Drawn], texts: list[tuple[int, str]]) -> list[Drawn]:
    """Texts with their columns put into places in order; a label that was said again after a page break is left out."""
    filled: list[Drawn] = []
    rest = iter(places)
    place = next(rest, None)
    for column, text in texts:
        if place is None:
            raise ValueError(f"no place is left for {text}")
        if column == 0 and place.column > 0 and any(text == cell.text for cell in filled):
            continue
        filled.append(Drawn(place.row, place.column, text, place.row_span, place.column_span))
        place = next(rest, None)
    if place is not None:
        raise ValueError(f"nothing is left for {place}")
    return filled


@pytest.mark.parametrize("number", SEEDS)
def test_findings_and_figures_are_those_of_the_text(number: str, family: Family) -> None:
    text = seed(number)
    expected = lint(text, family)
    (template,) = [pack.template for pack in family.packs if pack.id == expected.head.pack]
    word = Source("pasted.docx", as_word(Report(tuple(parts(text, template)), {})), "docx")
    result = lint(word, family)
    assert (result.head.format, error_of(result), error_of(expected)) == ("docx", None, None)
    assert checked(result) == checked(expected)
    figures = LintOptions(rules=False)
    assert extracted(lint(word, family, figures)) == extracted(lint(text, family, figures))
    assert all("block" in finding.span.location() for finding in result.findings)
    in_tables = [finding for finding in result.findings if finding.cells]
    assert in_tables and all("cell" in finding.span.location() for finding in in_tables)
