"""Empty forms of every shipped pack: read back, every cell is bound; filled in, they pass."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document as word_document

from linter.binding import sample
from linter.cli import main
from linter.forms.grid import grid_of
from linter.forms.make import BLANK, FORMATS, ZERO, made
from linter.forms.parts import Carried
from linter.language import render
from linter.model.address import Address
from linter.model.document import Source
from linter.model.message import Message
from linter.model.pack import Pack
from linter.model.report import CellState
from linter.model.result import Checked
from linter.model.template import Label
from linter.model.value import Sort
from linter.packs import load, shipped_ids
from linter.run.engine import lint
from linter.run.form import DAY, write
from linter.run.recognition import Recognised, recognise

FAMILIES = [id for id in shipped_ids() if "/" not in id]
PACKS = [(family, number) for family in FAMILIES for number in range(len(load(family).packs))]
NAME = {"zh": "青溪镇人民政府", "en": "Department of Examples"}


def pack_of(family: str, number: int) -> tuple[Pack, int]:
    pack = load(family).packs[number]
    return pack, pack.years.last or 2025


def addresses(pack: Pack, year: int) -> set[Address]:
    return {address for table in sample(pack.template, year).tables for address in table.addresses()}


def bound(data: bytes, format: str, family: str, year: int | None = None) -> Recognised:
    found = recognise(Source(f"form.{format}", data, format), load(family), year)
    assert isinstance(found, Recognised)
    return found


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("cell", [BLANK, ZERO])
@pytest.mark.parametrize(("family", "number"), PACKS)
def test_a_form_that_is_read_back_binds_every_cell(family: str, number: int, cell: str, format: str) -> None:
    pack, year = pack_of(family, number)
    report = bound(made(pack, year, format, cell=cell), format, family).report
    assert report.year == year
    cells = {address: one for table in report.tables.values() for address, one in table.cells.items()}
    assert set(cells) == addresses(pack, year)
    assert [miss for table in report.tables.values() for miss in table.misses] == []
    figures = [one for one in cells.values() if one.state is CellState.FIGURE]
    assert all(one.value == 0 for one in figures)
    assert bool(figures) is (cell == ZERO)
    assert [section.number + section.title for section in report.sections] == [
        section.number + section.label.text for section in pack.template.sections
    ]


def filled(pack: Pack, year: int, format: str) -> bytes:
    """The form with zeros, some day in every cell for one, and the pack's own text where text is asked for."""
    language = "zh" if pack.id.startswith("cn") else "en"
    dates = {
        Address(table.id, row.id, column.id): Carried(DAY, Message("form.write-here", {"title": ""}))
        for table in sample(pack.template, year).tables
        for block in table.blocks
        for row in block.rows
        for column in block.columns
        if (row.value or column.value).sort is Sort.DATE
    }
    texts = {
        Address(*address[:3]): Carried("0", Message("form.write-here", {"title": ""}))
        for address in texts_of(pack, year)
    }
    data = made(pack, year, format, NAME[language], ZERO, {**texts, **dates})
    for section in pack.template.sections:
        if section.id in pack.template.form.sections:
            asked = render(Message("form.write-here", {"title": section.label.text}), language)
            data = replaced(data, format, asked, pack.template.form.sections[section.id].format(year=year))
    return data


def texts_of(pack: Pack, year: int) -> list[Address]:
    return [
        Address(table.id, row.id, column.id)
        for table in sample(pack.template, year).tables
        for block in table.blocks
        for row in block.rows
        for column in block.columns
        if (row.value or column.value).sort is Sort.TEXT
    ]


def replaced(data: bytes, format: str, old: str, new: str) -> bytes:
    """The file as a clerk leaves it who writes over a paragraph."""
    if format != "docx":
        return data.replace(old.encode(), new.encode())
    document = word_document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        if paragraph.text == old:
            paragraph.runs[0].text = new
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("family", "number"), PACKS)
def test_a_form_that_is_filled_in_passes(family: str, number: int, format: str) -> None:
    pack, year = pack_of(family, number)
    result = lint(Source(f"form.{format}", filled(pack, year, format), format), load(family))
    assert isinstance(result, Checked)
    assert [(one.rule, render(one.message, "en")) for one in result.findings] == []
    assert [one.rule for one in result.undecided] == []


LAST_YEAR = {
    Address("requests", "carried_out", "natural_person"): "3",
    Address("requests", "carried_out", "total"): "3",
    Address("proactive", "normative_docs", "in_force"): "12",
}


def last_year(folder: Path, year: int = 2024) -> Path:
    template = load("cn-open-government").for_year(2024).template  # type: ignore[union-attr]
    file = folder / "last.txt"
    file.write_text(write(template, year, NAME["zh"], LAST_YEAR), encoding="utf-8")
    return file


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_carried_over_is_filled_in_and_said(format: str, tmp_path: Path) -> None:
    form = tmp_path / f"form.{format}"
    assert main(["new", "--year", "2025", "-o", str(form), "--previous", str(last_year(tmp_path))]) == 0
    report = bound(form.read_bytes(), format, "cn-open-government").report
    assert report.organisation == NAME["zh"]
    figures = {
        address: one.value
        for table in report.tables.values()
        for address, one in table.cells.items()
        if one.state is CellState.FIGURE
    }
    carried = {
        address: Decimal(0) for address in addresses(*pack_of("cn-open-government", 1)) if address.row == "carried_in"
    }
    carried |= {Address("proactive", "rules", "in_force"): Decimal(0)}
    carried |= {
        Address("requests", "carried_in", "natural_person"): Decimal(3),
        Address("requests", "carried_in", "total"): Decimal(3),
        Address("proactive", "normative_docs", "in_force"): Decimal(12),
    }
    assert figures == carried
    said = "取自 2024 年报告"
    if format == "docx":
        comments = word_document(str(form)).comments
        assert sum(said in comment.text for comment in comments) == len(carried)
    else:
        assert form.read_text(encoding="utf-8").count(said) == len(carried)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (["--year", "2025", "-o", "form.pdf"], ".docx"),
        (["-o", "form.docx"], "--year"),
        (["--year", "2025"], "--output"),
        (["--year", "1999", "-o", "form.docx"], "1999"),
        (["--year", "2025", "-o", "form.docx", "--cells", "full"], "zero"),
        (["--year", "2026", "-o", "form.docx", "--previous", "last.txt"], "2025"),
        (["--year", "2025", "-o", "last.txt", "--previous", "last.txt"], ".docx"),
    ],
)
def test_what_cannot_be_made_is_refused(
    line: list[str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    last_year(tmp_path)
    assert main(["new", *line]) == 2
    assert why in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["last.txt"]


@pytest.mark.parametrize("count", [1, 2, 7, 8, 9, 40])
def test_a_corner_with_more_labels_than_columns_stays_in_the_table(count: int) -> None:
    """As packs have it that are made from a report whose header cells stand one below the other."""
    pack, _ = pack_of("cn-open-government", -1)
    table = next(one for one in pack.template.tables if one.id == "requests")
    corner = tuple(Label(str(number)) for number in range(count))
    grid = grid_of(table._replace(blocks=tuple(block._replace(corner=corner) for block in table.blocks)))
    assert all(cell.column + cell.columns <= grid.width and cell.columns > 0 for cell in grid.cells)
