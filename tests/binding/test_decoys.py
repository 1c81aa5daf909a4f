"""Tables that share a label with one of the form and are not it: before it, after it, and between two of its pieces."""

from __future__ import annotations

from collections.abc import Callable

import damage
import pytest
from damage import Sheet
from test_damage import WRITERS, unbound, wrong_bindings

from linter.binding import bind
from linter.model.document import Source
from linter.model.pack import Family
from linter.readers import read

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
