"""Sums of money in the unit of the form, whichever the draft has them in: beside the figure, or once in the header."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.binding import bind
from linter.model.address import Address
from linter.model.document import Source
from linter.model.pack import Family
from linter.readers import read
from linter.run.form import write

FEES = Address("proactive", "admin_fees", "amount")


@pytest.mark.parametrize(
    ("header", "text", "value"),
    [
        ("（单位：万元）", "3.675", "3.675"),
        ("（单位：万元）", "3.675万元", "3.675"),
        ("（单位：万元）", "36,750元", "3.675"),
        ("（单位：万元）", "36750元人民币（含税）", "3.675"),
        ("（单位：万元）", "0.5亿元", "5000"),
        ("（单位：元）", "36750", "3.675"),
        ("（单位：元）", "3.675万元", "3.675"),
        ("(单位: 亿元)", "0.0005", "5"),
        ("（单位：万元）", "3万余元", None),
        ("（单位：万元）", "约3万元", None),
        ("（单位：万元）", "￥36750", None),
        ("（单位：万元）", "3（上年）", None),
    ],
)
def test_what_an_amount_comes_to(header: str, text: str, value: str | None, family: Family) -> None:
    pack = family.for_year(2023)
    assert pack is not None
    draft = write(pack.template, 2023, "青溪镇人民政府", {FEES: text}).replace("（单位：万元）", header)
    cell = bind(read(Source("report.txt", draft.encode(), "txt")), pack.template).cell(FEES)
    assert cell is not None and cell.value == (None if value is None else Decimal(value))
