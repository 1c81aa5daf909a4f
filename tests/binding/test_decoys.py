"""Tables that share a label with one of the form and are not it: before it, after it, and between two of its pieces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import damage
import pytest
from damage import Sheet
from test_columns import as_page
from test_damage import WRITERS, unbound, wrong_bindings

from linter.binding import bind
from linter.model.document import Source
from linter.model.pack import Family
from linter.model.report import BoundReport, MissKind
from linter.model.template import Template
from linter.readers import read

LAST_YEARS = "去年的办理情况如下，供比较。"
AN_EXAMPLE = "填报示例（数字为虚构）："
AN_OFFICES = "其中，石桥镇水务管理局办理情况如下。"
ANOTHER_YEARS = "（2021年度）"

BY_CHANNEL = "申请渠道\t件数\n窗口\t90001\n信函\t90002\n总计\t90003"
BY_QUARTER = "季度\t申请\t答复\n第一季度\t90001\t90002\n第二季度\t90003\t90004\n其他\t90005\t90006\n总计\t90007\t90008"


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.__name__)
@pytest.mark.parametrize("place", ["before", "after", "both"])
@pytest.mark.parametrize("decoy", [BY_CHANNEL, BY_QUARTER], ids=["by channel", "by quarter"])
def test_a_table_of_its_own_leaves_the_form_as_it_is(
    family: Family, decoy: str, place: str, writer: Callable[[Sheet], str]
) -> None:
    template = family.packs[1].template
    (sheet,) = [sheet for sheet in damage.sheets(template) if sheet.spec.id == "requests"]
    parts = ["石桥镇人民政府2022年政府信息公开工作年度报告"]
    for section in template.sections:
        parts.append(section.number + section.label.text)
        if section.id == sheet.spec.section:
            parts += ["按渠道和季度分，情况如下表。", decoy] if place != "after" else []
            parts += ["办理情况见表三，其中没有重复计算的申请。", writer(sheet)]
            parts += ["按渠道和季度分，情况如下表。", decoy] if place != "before" else []
        parts.append("本部分没有其他需要说明的情况，特此报告。")
    text = "\n\n".join(parts)
    report = bind(read(Source("report.txt", text.encode(), "txt")), template)
    assert not wrong_bindings([sheet], report), text
    assert not unbound([sheet], report), text
    assert not report.tables["requests"].misses, text


def report_with(template: Template, section: str, parts: Sequence[str], page: bool) -> tuple[BoundReport, str]:
    """A report with these parts, lines of text or tables of a page, in one of its sections."""
    text = ["石桥镇人民政府2022年政府信息公开工作年度报告"]
    for one in template.sections:
        text += [one.number + one.label.text, *(parts if one.id == section else ()), "本部分没有其他需要说明的情况。"]
    if page:
        text = [part if part.startswith("<table") else f"<p>{part}</p>" for part in text]
    kind = "html" if page else "txt"
    source = Source(f"report.{kind}", "\n\n".join(text).encode(), kind)
    return bind(read(source), template), "\n\n".join(text)


def with_other_figures(sheet: Sheet) -> Sheet:
    rows = [replace(row, cells=[f"7{cell}" if cell.isdigit() else cell for cell in row.cells]) for row in sheet.rows]
    return replace(sheet, rows=rows)


@pytest.mark.parametrize("writer", [damage.write_tabs, damage.write_pipes, as_page], ids=lambda one: one.__name__)
@pytest.mark.parametrize("place", ["before", "after", "both"])
@pytest.mark.parametrize("caption", [LAST_YEARS, AN_EXAMPLE, AN_OFFICES, ANOTHER_YEARS])
def test_a_table_that_is_said_to_be_anothers_is_left_out(
    family: Family, caption: str, place: str, writer: Callable[[Sheet], str]
) -> None:
    template = family.packs[1].template
    (sheet,) = [sheet for sheet in damage.sheets(template) if sheet.spec.id == "requests"]
    other = [caption, writer(with_other_figures(sheet))]
    parts = ["2022年石桥镇办理情况见下表。", writer(sheet)]
    parts = [*(other if place != "after" else ()), *parts, *(other if place != "before" else ())]
    report, text = report_with(template, sheet.spec.section, parts, writer is as_page)
    assert not wrong_bindings([sheet], report), text
    assert not unbound([sheet], report), text
    assert {miss.kind for miss in report.tables["requests"].misses} == {MissKind.TABLE_TWICE}


@pytest.mark.parametrize("writer", [damage.write_tabs, as_page], ids=lambda one: one.__name__)
def test_where_nothing_says_which_table_is_meant_no_row_is_read(family: Family, writer: Callable[[Sheet], str]) -> None:
    template = family.packs[1].template
    (sheet,) = [sheet for sheet in damage.sheets(template) if sheet.spec.id == "requests"]
    parts = ["情况如下。", writer(sheet), "情况如下。", writer(with_other_figures(sheet))]
    report, text = report_with(template, sheet.spec.section, parts, writer is as_page)
    assert not wrong_bindings([sheet], report), text
    assert MissKind.ROW_TWICE in {miss.kind for miss in report.tables["requests"].misses}
