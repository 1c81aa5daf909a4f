"""The name of the agency, as titles, pages and leads give it; none where what is found is no name."""

from __future__ import annotations

import pytest

from linter.binding import identify
from linter.model.document import Source
from linter.model.pack import Family
from linter.readers import read

NAMES = {
    "青溪镇人民政府2023年政府信息公开工作年度报告": "青溪镇人民政府",
    "关于青溪镇2023年度政府信息公开工作年度报告": "青溪镇",
    "2023年青溪镇人民政府政府信息公开工作年度报告": "青溪镇人民政府",
    "2022年政府信息公开工作年度报告\n云岭县青溪镇人民政府\n2022年政府信息公开工作年度报告": "云岭县青溪镇人民政府",
    "当前位置：首页 > 信息公开 > 政府信息公开年报\n青溪镇2020年政府信息公开工作年度报告": "青溪镇",
    "首页 | 无障碍\n您当前所在位置：首页 > 青溪镇 > 年报\n青溪镇2020年政府信息公开年报": "青溪镇",
    "根据《条例》要求,特编制云岭县发展和改革局2023年政府信息公开工作年度报告。": "云岭县发展和改革局",
    "根据《条例》，编制我单位2021年政府信息公开工作年度报告。": None,
    "2021年政府信息公开工作年度报告": None,
    "• 政府信息公开指南\n• 政府信息公开制度\n2023年\n• 政府信息公开年报": None,
}


@pytest.mark.parametrize(("text", "name"), NAMES.items())
def test_names(family: Family, text: str, name: str | None) -> None:
    document = read(Source("report.txt", f"{text}\n一、总体情况\n全年公开信息128条。\n".encode(), "txt"))
    found = identify(document, family.packs[-1].template).facts.get("organisation")
    assert (found.value if found else None) == name
