"""Damaged tables: what is bound is bound to the right address, and what is not bound is reported."""

from __future__ import annotations

import random
from collections.abc import Callable

import damage
import pytest
from damage import Sheet

from linter.binding import bind
from linter.model.address import Address
from linter.model.document import Source
from linter.model.pack import Family
from linter.model.report import BoundReport, CellState
from linter.model.template import Template
from linter.readers import read

CHUNKS = 20
TABLES_A_CHUNK = 500

WRITERS: tuple[Callable[[Sheet], str], ...] = (damage.write_tabs, damage.write_pipes, damage.write_cells)
WEB_WRITERS: tuple[Callable[[Sheet], str], ...] = (
    damage.write_ended_cells,
    damage.write_pipes_with_fillings,
    damage.write_bars,
    damage.write_bars_before_rows,
    damage.write_paragraphs,
)
"""Shapes in which a text taken out of a web page loses merged and blank cells by itself."""

WRITERS_OF_WRAPPED_LABELS = (damage.write_wrapped, damage.write_narrow, damage.write_figures_within)
"""Shapes in which narrow columns leave a label in parts."""

WRITERS_OF_TURNED_ROWS = (damage.write_turned, damage.write_half_turned)
"""Shapes in which figures stand before the labels of their rows, so that hardly any can be told."""

WRITERS_OF_WORDS = (damage.write_words,)
"""The shape in which a text taken out of a PDF file also loses the difference between the spaces in a label and those
between two.
"""

ALL_WRITERS = WRITERS + WEB_WRITERS + WRITERS_OF_WORDS + WRITERS_OF_WRAPPED_LABELS + WRITERS_OF_TURNED_ROWS


def damaged_report(template: Template, rng: random.Random, single: bool) -> tuple[list[Sheet], BoundReport, str]:
    """A report of which one table is damaged, by one harmless damage or by up to four of any kind."""
    sheets = damage.sheets(template)
    victim = rng.choice(sheets)
    damages = damage.HARMLESS if single else damage.HARMLESS + damage.LOSSY
    chosen = rng.sample(damages, 1 if single else rng.randrange(1, 5))
    # A column is lost from a page as it stands; a row that had moved before would lose another one than its header.
    for change in sorted(chosen, key=lambda change: change is not damage.lose_column):
        change(rng, victim)
        victim.log.append(change.__name__)
    writer = rng.choice(WRITERS if single else ALL_WRITERS)
    victim.log.append(writer.__name__)
    return sheets, *bound(template, sheets, writer)


def bound(template: Template, sheets: list[Sheet], writer: Callable[[Sheet], str]) -> tuple[BoundReport, str]:
    """A report with these tables, and its text."""
    parts = ["云岭县青溪镇人民政府2022年政府信息公开工作年度报告", ""]
    for section in template.sections:
        parts += ["", section.number + section.label.text, ""]
        parts += [writer(sheet) for sheet in sheets if sheet.spec.section == section.id]
        parts += ["", "本部分没有其他需要说明的情况，特此报告。"]
    text = "\n".join(parts)
    return bind(read(Source("report.txt", text.encode(), "txt")), template), text


def wrong_bindings(sheets: list[Sheet], report: BoundReport) -> list[str]:
    """Figures at an address that is not theirs, and cells called blank whose figure is in the text."""
    wrong = []
    for sheet in sheets:
        table = report.tables.get(sheet.spec.id)
        printed = {sheet.truth[figure] for row in sheet.rows for figure in _figures(row.cells) if figure in sheet.truth}
        for address, cell in (table.cells if table else {}).items():
            if cell.state is CellState.FIGURE and sheet.truth.get(str(cell.value)) != address:
                wrong.append(f"{address} holds {cell.text}, which belongs to {sheet.truth.get(str(cell.value))}")
            if cell.state is CellState.BLANK and address in printed:
                wrong.append(f"{address} is called blank")
    return wrong


def _figures(cells: list[str]) -> list[str]:
    return [cell.translate({ord("０") + digit: str(digit) for digit in range(10)}) for cell in cells]


def unbound(sheets: list[Sheet], report: BoundReport) -> list[Address]:
    bound = {address for table in report.tables.values() for address in table.cells}
    return [address for sheet in sheets for address in sheet.spec.addresses() if address not in bound]


def may_have_moved(address: Address, sheets: list[Sheet]) -> bool:
    """Whether the row was emptied in part where nothing shows which part it was.

    That is so for the row of a table that runs across, at its ends (it may have been moved by a cell as well), and for
    the only row of its width (a column may have been lost).
    """
    sheet = next(sheet for sheet in sheets if sheet.spec.id == address.table)
    ends = sheet.spec.addresses()
    if sheet.spec.across:
        return not sheet.blanked.isdisjoint((ends[0], ends[-1]))
    alone = any(len(block.rows) == 1 and block.rows[0].id == address.row for block in sheet.spec.blocks)
    return alone and any(blanked.row == address.row for blanked in sheet.blanked)


def silently_lost(sheets: list[Sheet], report: BoundReport) -> list[Address]:
    """Addresses that are not bound although no miss names their row, or their column in all rows."""
    misses = [(table.spec.id, miss) for table in report.tables.values() for miss in table.misses]
    reported = {(table, row) for table, miss in misses for row in miss.rows}
    columns = {(table, column) for table, miss in misses if not miss.rows for column in miss.columns}
    return [
        address
        for address in unbound(sheets, report)
        if address.table in report.tables
        and (address.table, address.row) not in reported
        and (address.table, address.column) not in columns
    ]


def explain(sheets: list[Sheet], text: str) -> str:
    logs = [f"{sheet.spec.id}: {', '.join(sheet.log)}" for sheet in sheets if sheet.log]
    return f"{logs}\n{text}"


@pytest.mark.parametrize("writer", WRITERS + WEB_WRITERS, ids=lambda writer: writer.__name__)
@pytest.mark.parametrize("edition", [0, 1])
def test_every_shape_is_bound_whole(family: Family, edition: int, writer: Callable[[Sheet], str]) -> None:
    template = family.packs[edition].template
    for seed in range(20):
        sheets = damage.sheets(template)
        for sheet in sheets:
            damage.respell(random.Random(seed), sheet)
        report, text = bound(template, sheets, writer)
        assert not wrong_bindings(sheets, report), text
        assert not unbound(sheets, report), text


@pytest.mark.parametrize("writer", WRITERS_OF_WORDS + WRITERS_OF_WRAPPED_LABELS, ids=lambda writer: writer.__name__)
@pytest.mark.parametrize("edition", [0, 1])
def test_words_and_parts_of_labels_are_bound_whole(
    family: Family, edition: int, writer: Callable[[Sheet], str]
) -> None:
    template = family.packs[edition].template
    sheets = damage.sheets(template)
    report, text = bound(template, sheets, writer)
    assert not wrong_bindings(sheets, report), text
    assert not unbound(sheets, report), text


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_wrong_binding_in_ten_thousand_damaged_tables(family: Family, chunk: int) -> None:
    for number in range(TABLES_A_CHUNK):
        rng = random.Random(chunk * 100_000 + number)
        template = rng.choice(family.packs).template
        sheets, report, text = damaged_report(template, rng, single=False)
        assert not wrong_bindings(sheets, report), explain(sheets, text)
        assert not silently_lost(sheets, report), explain(sheets, text)


@pytest.mark.parametrize("chunk", range(4))
def test_every_figure_survives_one_harmless_damage(family: Family, chunk: int) -> None:
    for number in range(TABLES_A_CHUNK):
        rng = random.Random(-1 - chunk * 100_000 - number)
        template = rng.choice(family.packs).template
        sheets, report, text = damaged_report(template, rng, single=True)
        assert not wrong_bindings(sheets, report), explain(sheets, text)
        assert not [address for address in unbound(sheets, report) if not may_have_moved(address, sheets)], explain(
            sheets, text
        )


@pytest.mark.parametrize("chunk", range(2))
def test_no_wrong_binding_where_columns_are_not_those_of_the_form(family: Family, chunk: int) -> None:
    """Nor where another table stands beside it; with up to two damages that leave the header as it is."""
    for number in range(TABLES_A_CHUNK):
        rng = random.Random(7_000_000 + chunk * 100_000 + number)
        template = rng.choice(family.packs).template
        sheets = damage.sheets(template)
        victim = rng.choice(sheets)
        first = rng.choice((*damage.OF_COLUMNS, *damage.OF_TABLES))
        harmless = [change for change in damage.WITH_COLUMNS if not _hides(change, first)]
        for change in (first, *rng.sample(harmless, rng.randrange(3))):
            change(rng, victim)
            victim.log.append(change.__name__)
        report, text = bound(template, sheets, rng.choice(ALL_WRITERS))
        assert not wrong_bindings(sheets, report), explain(sheets, text)
        assert not silently_lost(sheets, report), explain(sheets, text)


def _hides(change: Callable[..., None], first: Callable[..., None]) -> bool:
    """A label that is lost and a figure that is lost elsewhere look like a column that is lost; a table that has hardly
    a figure left does not show that another beside it is a second one.
    """
    return change is damage.blank_cells and first in (damage.rename_label, damage.decoy)


@pytest.mark.parametrize("writer", WRITERS_OF_TURNED_ROWS, ids=lambda writer: writer.__name__)
@pytest.mark.parametrize("edition", [0, 1])
def test_the_last_label_of_a_header_is_no_row_above_the_first(
    family: Family, edition: int, writer: Callable[[Sheet], str]
) -> None:
    """Where header rows and the row of totals are lost, 总计 stands above the figures of the first row, which come
    before its label.
    """
    template = family.packs[edition].template
    for seed in range(12):
        sheets = damage.sheets(template)
        for sheet in sheets:
            sheet.rows = [row for row in sheet.rows if row.id != "processed_total"]
            damage.drop_header(random.Random(seed), sheet)
        report, text = bound(template, sheets, writer)
        assert not wrong_bindings(sheets, report), text
