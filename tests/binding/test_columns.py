"""Columns stand under their own header: in another order with their labels, one too many, and with labels that are
wrong, blank, twice there or exchanged. No figure is bound to an address that is not its own.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from html import escape
from itertools import combinations, permutations

import damage
import pytest
from damage import Sheet
from test_damage import WEB_WRITERS, WRITERS, bound, explain, unbound, wrong_bindings

from linter.binding import bind
from linter.model.document import Source
from linter.model.pack import Family
from linter.model.report import BoundReport, Miss, MissKind
from linter.model.template import Template
from linter.readers import read

FIRST, GROUP, LAST = 3, range(4, 9), 9
"""The columns of table 3 in its grid: natural persons, the five kinds of organisations, the total."""

HEADER = slice(0, 3)
LABELS = 2
"""The rows of its header, and the one that has the labels of the organisations."""

ORDERS = (
    (9, 3, 4, 5, 6, 7, 8),
    (4, 5, 6, 7, 8, 3, 9),
    (3, 8, 7, 6, 5, 4, 9),
    (6, 7, 8, 4, 5, 9, 3),
    (3, 9, 5, 6, 4, 8, 7),
)
"""Orders of the columns that keep the organisations together; none exchanges two labels and nothing else."""


def requests(template: Template) -> Sheet:
    return next(sheet for sheet in damage.sheets(template) if sheet.spec.id == "requests")


def reorder(sheet: Sheet, order: tuple[int, ...]) -> None:
    """Put the columns into this order, labels and figures; the label over the organisations stands at their left."""
    over = sheet.rows[1].cells[GROUP.start]
    sheet.rows[1].cells[GROUP.start] = ""
    for row in sheet.rows[1:]:
        row.cells[FIRST:] = [row.cells[index] for index in order]
    left = min(place for place, index in enumerate(order) if index in GROUP)
    sheet.rows[1].cells[FIRST + left] = over


def as_page(sheet: Sheet) -> str:
    """A table of a web page with the grid as it is; merged cells are empty ones."""
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row.cells) for row in sheet.rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def bound_page(template: Template, sheet: Sheet) -> tuple[BoundReport, str]:
    parts = ["<h1>石桥镇人民政府2022年政府信息公开工作年度报告</h1>"]
    for section in template.sections:
        parts.append(f"<h2>{section.number}{section.label.text}</h2>")
        parts += [as_page(sheet)] if sheet.spec.section == section.id else ["<p>本部分没有其他需要说明的情况。</p>"]
    text = "<html><body>" + "\n".join(parts) + "</body></html>"
    return bind(read(Source("report.html", text.encode(), "html")), template), text


def misses(report: BoundReport, *kinds: MissKind) -> list[Miss]:
    return [miss for miss in report.tables["requests"].misses if miss.kind in kinds]


SHAPES = (*WRITERS, *WEB_WRITERS, bound_page)


def read_in(shape: Callable[..., object], template: Template, sheet: Sheet) -> tuple[BoundReport, str]:
    return bound_page(template, sheet) if shape is bound_page else bound(template, [sheet], shape)  # type: ignore[arg-type]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize("edition", [0, 1])
def test_columns_in_another_order_are_read_by_their_labels(
    family: Family, edition: int, order: tuple[int, ...], shape: Callable[..., object]
) -> None:
    template = family.packs[edition].template
    sheet = requests(template)
    reorder(sheet, order)
    report, text = read_in(shape, template, sheet)
    assert not wrong_bindings([sheet], report), text
    assert not unbound([sheet], report), text
    assert misses(report, MissKind.COLUMN_ORDER), text


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("one", range(7))
def test_a_column_more_is_none_of_the_form(family: Family, one: int, shape: Callable[..., object]) -> None:
    """Its figures are bound nowhere; in a drawn grid all others are, and one finding names it."""
    template = family.packs[1].template
    sheet = requests(template)
    at = FIRST + one + 1
    for number, row in enumerate(sheet.rows):
        label = "备注栏目" if number == (LABELS if FIRST + one in GROUP else 1) else ""
        row.cells.insert(at, label if row.id is None else str(90000 + number))
        row.count += row.id is not None
    report, text = read_in(shape, template, sheet)
    assert not wrong_bindings([sheet], report), text
    if shape is bound_page:
        assert not unbound([sheet], report), text
        assert [miss.seen for miss in misses(report, MissKind.COLUMN_UNKNOWN)] == ["备注栏目"]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("column", GROUP)
@pytest.mark.parametrize("label", ["", "其他类型主体", "科研机构"], ids=["blank", "wrong", "another's"])
def test_a_label_that_is_wrong_leaves_one_place(
    family: Family, label: str, column: int, shape: Callable[..., object]
) -> None:
    template = family.packs[1].template
    sheet = requests(template)
    sheet.rows[LABELS].cells[column] = label
    report, text = read_in(shape, template, sheet)
    assert not wrong_bindings([sheet], report), text
    assert not unbound([sheet], report), text


@pytest.mark.parametrize("shape", [damage.write_tabs, bound_page], ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("times", range(2, len(GROUP) + 1))
def test_a_label_that_stands_over_several_columns_binds_nothing_wrong(
    family: Family, times: int, shape: Callable[..., object]
) -> None:
    template = family.packs[1].template
    for label in [requests(template).rows[LABELS].cells[column] for column in GROUP]:
        for columns in combinations(GROUP, times):
            sheet = requests(template)
            for column in columns:
                sheet.rows[LABELS].cells[column] = label
            report, text = read_in(shape, template, sheet)
            assert not wrong_bindings([sheet], report), text


@pytest.mark.parametrize("shape", [damage.write_tabs, damage.write_pipes, bound_page], ids=lambda one: one.__name__)
@pytest.mark.parametrize("outer", [FIRST, LAST])
@pytest.mark.parametrize("inner", GROUP)
def test_where_labels_of_two_rows_are_exchanged_neither_column_is_read(
    family: Family, inner: int, outer: int, shape: Callable[..., object]
) -> None:
    template = family.packs[1].template
    sheet = requests(template)
    above, below = sheet.rows[1].cells, sheet.rows[LABELS].cells
    above[outer], below[inner] = below[inner], above[outer]
    report, text = read_in(shape, template, sheet)
    assert not wrong_bindings([sheet], report), text
    assert len({address.column for address in unbound([sheet], report)}) == 2, text


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("label", ["总计", "其他"])
def test_where_a_label_stands_twice_and_none_is_lost_no_column_is_guessed(
    family: Family, label: str, shape: Callable[..., object]
) -> None:
    template = family.packs[1].template
    sheet = requests(template)
    sheet.rows[0].cells[FIRST] = label
    report, text = read_in(shape, template, sheet)
    assert not wrong_bindings([sheet], report), text


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("one", list(GROUP)[:-1])
def test_where_two_labels_are_exchanged_neither_column_is_read(
    family: Family, one: int, shape: Callable[..., object]
) -> None:
    template = family.packs[1].template
    sheet = requests(template)
    cells = sheet.rows[LABELS].cells
    cells[one], cells[one + 1] = cells[one + 1], cells[one]
    report, text = read_in(shape, template, sheet)
    assert not wrong_bindings([sheet], report), text
    open_columns = {address.column for address in unbound([sheet], report)}
    (miss,) = misses(report, MissKind.COLUMNS_UNCLEAR)
    assert open_columns == set(miss.columns) and len(open_columns) == 2


@pytest.mark.parametrize("chunk", range(4))
def test_nothing_is_bound_wrong_where_columns_and_other_things_are_damaged(family: Family, chunk: int) -> None:
    for number in range(250):
        rng = random.Random(chunk * 1000 + number)
        template = rng.choice(family.packs).template
        sheet = requests(template)
        reorder(sheet, rng.choice(ORDERS))
        for change in rng.sample((damage.respell, damage.swap_rows, damage.page_break, damage.lose_row), 2):
            change(rng, sheet)
            sheet.log.append(change.__name__)
        report, text = bound(template, [sheet], rng.choice(WRITERS + WEB_WRITERS))
        assert not wrong_bindings([sheet], report), explain([sheet], text)


@pytest.mark.parametrize("order", [(5, 10, 0), (0, 10, 5), (10, 5, 0)], ids=str)
@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
def test_a_table_that_runs_across_is_read_by_its_labels(
    family: Family, order: tuple[int, ...], writer: Callable[[Sheet], str]
) -> None:
    """Reviews, and lawsuits with and without one before: five figures each."""
    template = family.packs[1].template
    sheet = next(sheet for sheet in damage.sheets(template) if sheet.spec.across)
    over, above, below, figures = (row.cells for row in sheet.rows)
    over_lawsuits = over[5]
    over[5] = ""
    for cells in (over, above, below, figures):
        cells[:] = [cell for start in order for cell in cells[start : start + 5]]
    over[min(5 * place for place, start in enumerate(order) if start)] = over_lawsuits
    report, text = bound(template, [sheet], writer)
    assert not wrong_bindings([sheet], report), text
    assert not unbound([sheet], report), text


def scatter(sheet: Sheet, order: tuple[int, ...]) -> None:
    """Put the columns into any order, each label in its own row over its figures, and so those over several."""
    for row in sheet.rows[1:]:
        row.cells[FIRST:] = [row.cells[index] for index in order]


@pytest.mark.parametrize("shape", [damage.write_pipes, damage.write_tabs, bound_page], ids=lambda one: one.__name__)
def test_columns_in_any_order_stand_under_their_labels_in_the_grid(
    family: Family, shape: Callable[..., object]
) -> None:
    """Also where the total stands among the organisations, which makes no tree of labels."""
    template = family.packs[1].template
    orders = list(permutations(range(FIRST, LAST + 1)))
    for order in [(3, 4, 5, 6, 7, 9, 8), (4, 3, 5, 9, 6, 7, 8), *random.Random(5).sample(orders, 60)]:
        sheet = requests(template)
        scatter(sheet, order)
        report, text = read_in(shape, template, sheet)
        assert not wrong_bindings([sheet], report), (order, text)
        assert misses(report, MissKind.COLUMN_ORDER, MissKind.COLUMNS_UNCLEAR), (order, text)


def test_a_total_between_the_organisations_is_read_where_it_stands(family: Family) -> None:
    template = family.packs[1].template
    for label, order in (("", (3, 4, 5, 6, 7, 9, 8)), ("其他主体", (3, 9, 4, 5, 6, 7, 8))):
        sheet = requests(template)
        scatter(sheet, order)
        if label:
            sheet.rows[LABELS].cells[LAST] = label
        report, text = bound_page(template, sheet)
        assert not wrong_bindings([sheet], report), text
        assert not unbound([sheet], report), text


def merged_page(template: Template, sheet: Sheet, label: str, below: Callable[[int], str]) -> tuple[BoundReport, str]:
    """A page of the table with one column more at its right, whose label is merged over all rows of the header."""
    head = len(sheet.rows[HEADER])
    rows = []
    for number, row in enumerate(sheet.rows):
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in row.cells)
        if number == 0:
            cells += f'<td rowspan="{head}">{label}</td>'
        elif number >= head:
            cells += f"<td>{below(number - head)}</td>"
        rows.append(f"<tr>{cells}</tr>")
    text = "<h1>石桥镇人民政府2022年政府信息公开工作年度报告</h1>"
    for section in template.sections:
        text += f"<h2>{section.number}{section.label.text}</h2>"
        text += f"<table>{''.join(rows)}</table>" if sheet.spec.section == section.id else "<p>没有其他情况。</p>"
    return bind(read(Source("report.html", text.encode(), "html")), template), text


@pytest.mark.parametrize(
    ("label", "below"),
    [
        ("去年同期", lambda row: str(90000 + row)),
        ("所占比重", lambda row: f"{row}.25%"),
        ("核对", lambda row: "√"),
        ("说明", lambda row: "无" if row % 2 else ""),
        ("说明", lambda row: "另附" if row == 7 else ""),
        ("总计数", lambda row: str(90000 + row)),
    ],
    ids=["figures", "shares", "ticks", "placeholders", "one word", "nearly a column's label"],
)
def test_a_column_added_under_a_merged_label_is_left_out(
    family: Family, label: str, below: Callable[[int], str]
) -> None:
    template = family.packs[1].template
    sheet = requests(template)
    report, text = merged_page(template, sheet, label, below)
    assert not wrong_bindings([sheet], report), text
    assert not unbound([sheet], report), text
    assert [miss.seen for miss in misses(report, *MissKind)] == [label]


def test_an_added_column_that_is_blank_is_not_spoken_of(family: Family) -> None:
    template = family.packs[1].template
    sheet = requests(template)
    report, text = merged_page(template, sheet, "说明", lambda row: "")
    assert not unbound([sheet], report), text
    assert not misses(report, *MissKind)


def test_where_all_labels_stand_before_all_figures_no_row_is_read(family: Family) -> None:
    """As where a text was copied column by column: the last label is followed by the figures of the first row."""
    template = family.packs[1].template
    sheet = requests(template)
    body = sheet.rows[HEADER.stop :]
    labels = [cell for row in sheet.rows[HEADER] for cell in row.cells if cell]
    labels += [cell for row in body for cell in row.cells[:FIRST] if cell]
    figures = [" ".join(row.cells[FIRST:]) for row in body]
    report, text = bound(template, [sheet], lambda _: "\n".join([*labels, *figures]))
    assert not wrong_bindings([sheet], report), text
    assert {miss.kind for miss in misses(report, *MissKind)} == {MissKind.ROW_UNREADABLE}
    told = {row for miss in misses(report, MissKind.ROW_UNREADABLE) for row in miss.rows}
    assert told == {row.id for row in body if row.id}


@pytest.mark.parametrize("label", ["序号", "编次"])
@pytest.mark.parametrize("table", ["proactive", "requests"])
def test_the_numbers_of_the_lines_are_no_figures(family: Family, table: str, label: str) -> None:
    """Not even where lines of the header are counted too."""
    template = family.packs[1].template
    sheet = next(sheet for sheet in damage.sheets(template) if sheet.spec.id == table)
    for number, row in enumerate(sheet.rows):
        row.cells.insert(0, str(number) if number else label)
    report, text = bound_page(template, sheet)
    assert not wrong_bindings([sheet], report), text
    assert not unbound([sheet], report), text
    assert [miss.seen for miss in report.tables[table].misses] == [label]


@pytest.mark.parametrize("numbers", ["1 2 3 5 6", "1 1 1 1 1", "2 3 4 5 6"])
def test_figures_at_the_left_that_do_not_count_are_no_numbers_of_lines(family: Family, numbers: str) -> None:
    template = family.packs[1].template
    sheet = requests(template)
    counted = numbers.split()
    for number, row in enumerate(sheet.rows):
        row.cells.insert(0, counted[(number - 1) % len(counted)] if number else "序号")
    report, text = bound_page(template, sheet)
    assert not wrong_bindings([sheet], report), text
    assert not misses(report, MissKind.COLUMN_UNKNOWN)
