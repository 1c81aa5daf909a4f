"""Tables of which only a draft says which rows they have: `open_tables.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from linter.binding import bind, identify
from linter.model.document import Source
from linter.model.report import BoundReport, Fact, Miss
from linter.packs.template_building import build_template
from linter.readers import read

CASES: dict[str, Any] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("open_tables.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_figures_stand_where_the_draft_shows_them(case: dict[str, Any]) -> None:
    report = bound(case)
    cells = {str(address): cell.text for table in report.tables.values() for address, cell in table.cells.items()}
    assert cells == {address: str(text) for address, text in case["cells"].items()}
    assert sorted(said(miss) for table in report.tables.values() for miss in table.misses) == case.get("misses", [])
    assert [id for table in report.tables.values() for id in table.unread] == case.get("unread", [])
    for kind, wanted in case.get("entities", {}).items():
        named = [f"{one.id} < {one.parent}" if one.parent else one.id for one in report.entities[kind]]
        assert named == wanted


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_what_is_bound_is_in_the_form_that_the_report_has(case: dict[str, Any]) -> None:
    for table in bound(case).tables.values():
        assert not table.spec.is_open
        assert table.cells.keys() <= set(table.spec.addresses())


def bound(case: dict[str, Any]) -> BoundReport:
    data = {**CASES["base"], **{key: case[key] for key in ("tables", "entities") if key in case and key == "tables"}}
    for table in data["tables"]:
        for key in ("rows", "columns"):
            for entry in table.get(key, ()):
                entry.setdefault("id", entry.get("each"))
    suffix = "html" if "<table" in case["draft"] else "md"
    document = read(Source(f"draft.{suffix}", case["draft"].encode(), suffix))
    template = build_template(data)
    identity = identify(document, template)
    if "year" in case:
        identity = identity._replace(facts={"year": Fact(str(case["year"]), BoundReport(document, template).start)})
    return bind(document, template, identity)


def said(miss: Miss) -> str:
    return f"{miss.kind}: {', '.join(miss.rows or miss.columns) or miss.seen}"
