"""Reports that are made to keep the rules on years and documents busy: nothing crashes, and little is said."""

from __future__ import annotations

import pytest

from linter.model.document import Source
from linter.model.pack import Family
from linter.model.result import error_of
from linter.run.engine import LintOptions, lint
from linter.run.form import write

CHARACTERS = 200_000
RULES = (
    "work-of-*",
    "statistics-period*",
    "cited-documents-*",
    "regulation-*",
    "document-names",
    "title-*",
    "lead-*",
    "signed-*",
)
UNITS = {
    "work": "2022年，我镇公开信息1件，",
    "excused": "2022年，我镇公开信息1件，今年。",
    "titles": "《",
    "names": "原《中华人民共和国政府信息公开工作年度报告格式（试行）》",
    "misquoted": "《中华人民共和国政府信息公开条理》",
    "numbers": "原国务院令第492号，",
    "periods": "统计期限为2022年1月1日至",
    "digits": "2",
}
PLACES = {
    "title": "青溪镇人民政府2023年政府信息公开工作年度报告",
    "lead": "所列数据的统计期限为",
    "overview": "没有需要责任追究的情形",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("unit", UNITS)
def test_a_part_of_one_long_sentence(unit: str, place: str, family: Family) -> None:
    pack = family.for_year(2023)
    assert pack is not None
    text = write(pack.template, 2023, "青溪镇人民政府")
    body = PLACES[place] + UNITS[unit] * (CHARACTERS // len(UNITS[unit]))
    text = text.replace(PLACES[place], body, 1) + "\n0000年00月99日\n"
    result = lint(Source("long.txt", text.encode(), "txt"), family, LintOptions(2023, RULES))
    assert error_of(result) is None
    assert len(result.findings) < 20
