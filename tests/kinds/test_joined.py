"""Checks for each entity of a kind: joined over tables and with last year's report, and what one table lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest

from linter.binding.values import read_value
from linter.kinds import KINDS
from linter.kinds.option import OptionErrors
from linter.language import render
from linter.model.address import Address
from linter.model.document import Document
from linter.model.entity import Entity, EntitySpec
from linter.model.finding import Problem, Undecided
from linter.model.message import Localised
from linter.model.report import BoundCell, BoundReport, BoundTable
from linter.model.span import TextSpan
from linter.model.template import BlockSpec, ColumnSpec, GroupSpec, Label, RowSpec, TableSpec, Template
from linter.model.value import COUNT, EmptyMeaning, Interval, ValueSpec

DAYS = ValueSpec(
    "days",
    decimal=True,
    intervals={"<1": Interval(Decimal(0), Decimal(1))},
    missing={"n/a": EmptyMeaning.DOES_NOT_APPLY},
    adds_up=False,
)
AT = TextSpan(1, 1, 0)
PORTS = {"harbour": EntitySpec("harbour", Localised("港", "harbour"), ("ALL PORTS",))}
OPEN = RowSpec("harbour", Label(""), "harbour", each="harbour")
TOTAL = RowSpec("all", Label("ALL PORTS"), "ALL PORTS", total_of="harbour")


def _table(id: str, columns: Mapping[str, ValueSpec], sets: Mapping[str, tuple[str, ...]] | None = None) -> TableSpec:
    specs = tuple(ColumnSpec(name, Label(name), f"{id} {name}", value) for name, value in columns.items())
    return TableSpec(id, "s", Localised(id, id), (BlockSpec((OPEN, TOTAL), specs),), column_sets=sets or {})


SHIPS = _table("ships", {"start": COUNT, "came": COUNT, "left": COUNT, "end": COUNT})
WAITS = _table("waits", {"least": DAYS, "usual": DAYS, "most": DAYS, "oldest": DAYS}, {"times": ("least", "usual")})
FORM = Template("form", (), (), (SHIPS, WAITS), entities=PORTS)


def _filled(table: TableSpec, rows: Mapping[str, Sequence[str]]) -> BoundTable:
    """The table with a row for each harbour of `rows`, the total under the name of its own."""
    (block,) = table.blocks
    names = [name for name in rows if name != "ALL"]
    own = tuple(RowSpec(name, Label(name), name, each="harbour", entity=name) for name in names)
    total = (TOTAL,) if "ALL" in rows else ()
    groups = (GroupSpec("harbour", Label(""), "harbour", tuple(names)),)
    spec = table._replace(blocks=(block._replace(rows=(*own, *total), groups=groups),))
    cells: dict[Address, BoundCell] = {}
    for name, texts in rows.items():
        for column, text in zip(block.columns, texts, strict=True):
            address = Address(table.id, "all" if name == "ALL" else name, column.id)
            cells[address] = BoundCell(
                address, f"{name} {column.name}", text, AT, *read_value(text, column.value, EmptyMeaning.REPORT)
            )
    return BoundTable(spec, AT, cells)


def report(tables: Mapping[str, Mapping[str, str]], previous: BoundReport | None = None) -> BoundReport:
    """A report with these tables, each a row by the name of its harbour, figures apart by spaces."""
    specs = {spec.id: spec for spec in FORM.tables}
    bound = {
        id: _filled(specs[id], {name: cells.split() for name, cells in rows.items()}) for id, rows in tables.items()
    }
    return BoundReport(Document("a.txt", "txt", ()), FORM, tables=bound, previous=previous)


def said(options: Mapping[str, Any], found: BoundReport, kind: str = "comparison") -> list[str]:
    verdict = KINDS[kind].verdict(KINDS[kind].parse(options, FORM), found)
    texts = []
    for outcome in verdict.outcomes:
        assert isinstance(outcome, Problem | Undecided)
        message = outcome.message if isinstance(outcome, Problem) else outcome.reason
        assert render(message, "zh")
        texts.append(("" if isinstance(outcome, Problem) else "? ") + render(message, "en"))
    return texts


THREE = {
    "ships": {"Kiel": "5 10 12 3", "Bremen": "2 4 5 2", "ALL": "7 14 17 5"},
    "waits": {"Bremen": "1 2.5 9 7", "Kiel": "<1 3 12 8", "ALL": "1 2.8 12 8"},
}


def test_names_of_two_parts_mean_the_same_entity_in_each_table() -> None:
    check = {"for-each": "harbour", "check": "ships.left <= waits.most"}
    assert said(check, report(THREE)) == [
        "ALL PORTS: “ships left” 17 is more than “waits most” 12; the difference is 5"
    ]
    balance = {"for-each": "harbour", "check": "ships.start + ships.came - ships.left == ships.end"}
    assert said(balance, report(THREE), "equation") == [
        "Bremen: “ships end” is 2, but its parts add up to 1 (“ships start” 2 + “ships came” 4 - “ships left” 5); "
        "the difference is 1",
        "ALL PORTS: “ships end” is 5, but its parts add up to 4 (“ships start” 7 + “ships came” 14 - “ships left” 17); "
        "the difference is 1",
    ]


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        ("undecided", ["? “waits most” was not found (“Kiel”), so it could not be calculated"]),
        ("skip", []),
        ("error", ["“Kiel” is not in waits, though other tables have it"]),
    ],
)
def test_what_one_table_lacks(meaning: str, expected: list[str]) -> None:
    waits = {"Bremen": "1 2.5 9 7", "ALL": "1 2.8 20 8"}
    check = {"for-each": "harbour", "check": "ships.left <= waits.most", "on-missing": meaning}
    assert said(check, report({**THREE, "waits": waits})) == expected


def test_an_entity_that_a_table_lacks_has_nothing_in_it() -> None:
    check = {"for-each": "harbour", "check": "given(ships.end) == given(waits.most)"}
    assert said(check, report(THREE)) == []
    found = said(check, report({**THREE, "waits": {"Bremen": "1 2.5 9 7", "ALL": "1 2.8 20 8"}}))
    assert found == ["Kiel: “ships end” 3, “waits most” ; check which of them is wrong"]
    found = said(check, report({**THREE, "waits": {**THREE["waits"], "Kiel": "1 1 N/A 1"}}))
    assert found == ["Kiel: “ships end” 3, “waits most” N/A; check which of them is wrong"]


def test_last_years_report_is_joined_too() -> None:
    before = report({"ships": {"Bremen": "1 2 1 2", "Kiel": "1 9 4 6", "ALL": "2 11 5 8"}})
    check = {"for-each": "harbour", "check": "ships.start == previous.ships.end"}
    now = {"ships": {**THREE["ships"], "Wismar": "0 1 1 0"}}
    assert said(check, report(now, before), "equation") == [
        "Kiel: “ships start” 5 does not equal “last year: ships end” 6; the difference is 1",
        "ALL PORTS: “ships start” 7 does not equal “last year: ships end” 8; the difference is 1",
        "? “last year: ships end” was not found (“Wismar”), so it could not be calculated",
    ]
    assert len(said({**check, "on-missing": "skip"}, report(now, before), "equation")) == 2
    assert said({**check, "on-missing": "error"}, report(now, before), "equation")[2:] == [
        "“Wismar” is not in ships of last year's report"
    ]


def test_sets_of_entities_and_of_columns() -> None:
    between = {"for-each": "waits.columns", "only": ["usual"], "check": "min(harbour) <= all <= max(harbour)"}
    assert said(between, report(THREE)) == []
    for usual, expected in (
        ("3.5", []),
        ("3.6", ["column “usual”: “ALL PORTS” 3.6 is more than “Kiel” 3; the difference is 0.6"]),
    ):
        waits = {**THREE["waits"], "ALL": f"1 {usual} 12 8"}
        assert said(between, report({**THREE, "waits": waits})) == [
            one.replace("usual", "waits usual") for one in expected
        ]
    total = {"for-each": "ships.columns", "check": "all == sum(harbour)"}
    assert said(total, report({"ships": {**THREE["ships"], "ALL": "8 14 17 5"}}), "equation") == [
        "column “ships start”: “ALL PORTS” is 8, but its parts add up to 7 (“Kiel” 5 + “Bremen” 2); the difference is 1"
    ]
    rising = {"for-each": "harbour", "check": "ascending(waits.times)"}
    assert said(rising, report({**THREE, "waits": {**THREE["waits"], "Kiel": "5 3 12 8"}})) == [
        "Kiel: “waits least” 5 is more than “waits usual” 3; the difference is 2"
    ]
    everywhere = {"check": "sum(ships.harbour.came) == ships.all.came"}
    assert said(everywhere, report(THREE)) == []


def test_what_guards_a_check() -> None:
    check = {"for-each": "harbour", "when": "ships.end == 2", "check": "waits.usual == waits.oldest"}
    assert said(check, report(THREE)) == [
        "Bremen: “waits usual” 2.5 does not equal “waits oldest” 7; the difference is 4.5"
    ]
    unknown = {**THREE, "ships": {**THREE["ships"], "Bremen": "2 4 5 many"}}
    assert said(check, report(unknown)) == ["? “ships end” is not a figure (“Bremen”), so it could not be calculated"]
    fine = {**unknown, "waits": {**THREE["waits"], "Bremen": "1 7 9 7"}}
    assert said(check, report(fine)) == []


@pytest.mark.parametrize(
    ("check", "mistake"),
    [
        ("ships.stat > 0", "at character 1: there is no “ships.stat”; did you mean “ships.start”?"),
        (
            "harbour > 0",
            "at character 1: “harbour” should be written table.row.column, because the rule has no for-each",
        ),
        ("sum(ships.start) > 0", "at character 5: there is no “ships.start”; did you mean “ships.harbour.start”?"),
    ],
)
def test_names_that_mean_nothing(check: str, mistake: str) -> None:
    with pytest.raises(OptionErrors) as raised:
        KINDS["comparison"].parse({"for-each": "harbour", "check": check}, FORM)
    assert [render(error.message, "en") for error in raised.value.errors] == [mistake]


def test_a_thousand_entities_take_steps_in_proportion() -> None:
    """Ten times as many harbours, ten times as many instances: nothing is looked up for all in each."""
    rows = {f"port {number}".replace(" ", "-"): "1 2 1 2" for number in range(1000)}
    found = report({"ships": {**rows, "ALL": "1000 2000 1000 2000"}})
    check = {"for-each": "harbour", "check": "ships.start + ships.came - ships.left == ships.end"}
    assert said(check, found, "equation") == []


CODES = {"A": "", "A1": "A", "A2": "A", "B": "", "C9": "C"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"A": "3 0 0 0", "A1": "1 0 0 0", "A2": "2 0 0 0", "B": "4 0 0 0", "ALL": "7 0 0 0"}, []),
        (
            {"A": "3 0 0 0", "A1": "1 0 0 0", "A2": "1 0 0 0", "B": "4 0 0 0", "ALL": "9 0 0 0"},
            [
                "A·ships start: “A” is 3, but its parts add up to 2 (“A1” 1 + “A2” 1); the difference is 1",
                "ALL PORTS·ships start: “ALL PORTS” is 9, but its parts add up to 7 (“A” 3 + “B” 4); "
                "the difference is 2",
            ],
        ),
        # A code whose parent is not there: whether the total counts it, nobody can tell.
        (
            {"B": "4 0 0 0", "C9": "1 0 0 0", "ALL": "5 0 0 0"},
            [
                "? “C” was not found (“ships start”, “ships came”, “ships left”, “ships end”), "
                "so it could not be calculated",
            ],
        ),
    ],
)
def test_codes_add_up_level_by_level(rows: dict[str, str], expected: list[str]) -> None:
    found = report({"ships": rows})
    ports = tuple(Entity("harbour", code, code, code, code, parent) for code, parent in CODES.items())
    found = found._replace(entities={"harbour": ports})
    assert said({"tables": ["ships"]}, found, "adds-up") == expected


def test_a_row_that_was_not_read_leaves_its_total_open() -> None:
    found = report({"ships": {"Kiel": "1 0 0 0", "ALL": "3 0 0 0"}})
    table = found.tables["ships"]._replace(unread=("Bremen",))
    texts = said({"tables": ["ships"]}, found._replace(tables={"ships": table}), "adds-up")
    assert len(texts) == 1 and texts[0].startswith("? “Bremen” was not found")
