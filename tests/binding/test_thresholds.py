"""Every limit that decides what is bound, by a pair of drafts: one just inside of it, one just outside.

`thresholds.yaml` has a form for each pair and the two drafts, each with what is bound of it (see `small_forms.seen`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from small_forms import bound, seen

PAIRS: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parent / "thresholds.yaml")


@pytest.mark.parametrize("side", ["inside", "outside"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["limit"])
def test_what_is_bound(pair: dict[str, Any], side: str) -> None:
    case = pair[side]
    report = bound(case.get("form", pair.get("form")), case["draft"], pair.get("ruled", False))
    assert seen(report, pair.get("table", "t")) == case["bound"]


def test_the_two_sides_differ() -> None:
    assert all(pair["inside"] != pair["outside"] for pair in PAIRS)
    assert len({pair["limit"] for pair in PAIRS}) == len(PAIRS)
