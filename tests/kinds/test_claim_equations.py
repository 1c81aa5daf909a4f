"""What claims tell the search for a wrong cell: equations that are witnesses."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from library import TEMPLATE, bound

from linter.kinds.figures.claim import KIND

OPTIONS = {
    "claims": [
        {"pattern": "借出小说{figure}", "equals": ["loans.novels.all", "loans.novels.all + loans.opening.all"]},
        {"pattern": "至少{figure}", "min": ["loans.maps.all"]},
        {"pattern": "没有借出图册", "states": 0, "equals": ["sum(loans.sheets.all)"]},
    ],
    "units": ["册"],
    "unless": {"clause": "平均"},
}
NOVELS, OPENING = "loans.novels.all", "loans.opening.all"
SHEETS = {"loans.atlases.all": 1, "loans.maps.all": 1}


@pytest.mark.parametrize(
    ("prose", "cells", "equations"),
    [
        # One that holds is a witness too; of several sums the one that holds, else the first.
        ("借出小说12册。", {NOVELS: "12"}, [({NOVELS: 1}, 0)]),
        ("借出小说15册。", {NOVELS: "12", OPENING: "3"}, [({NOVELS: 1, OPENING: 1}, 0)]),
        ("借出小说10册。", {NOVELS: "12", OPENING: "3"}, [({NOVELS: 1}, 2)]),
        ("没有借出图册。", {"loans.maps.all": "4"}, [(SHEETS, 4)]),
        # The same said twice is one witness; what is excused, or no equation, is none.
        ("借出小说12册。借出小说12册。借出小说十三册。", {NOVELS: "12"}, [({NOVELS: 1}, 0), ({NOVELS: 1}, -1)]),
        ("平均借出小说9册，至少3册。", {NOVELS: "12"}, []),
    ],
)
def test_sentences_are_weak_equations(prose: str, cells: dict[str, str], equations: list[Any]) -> None:
    report = bound({"prose": {"summary": prose}, "cells": cells})
    found = list(KIND.verdict(KIND.parse(OPTIONS, TEMPLATE), report).equations())
    assert [
        ({str(address): int(factor) for address, factor in one.coefficients.items()}, one.residual) for one in found
    ] == [(coefficients, Decimal(residual)) for coefficients, residual in equations]
    assert all(one.weak for one in found)


def test_a_cell_without_a_figure_is_unknown() -> None:
    report = bound({"prose": {"summary": "借出小说12册。"}, "cells": {NOVELS: ""}})
    (found,) = KIND.verdict(KIND.parse(OPTIONS, TEMPLATE), report).equations()
    assert [str(address) for address in found.unknown] == [NOVELS]
    assert not found.holds and not found.fails
