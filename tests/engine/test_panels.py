"""Tables with panels side by side: written as they are read, and a row that is lost in one says nothing of another."""

from __future__ import annotations

import pytest

from linter.model.document import Source
from linter.model.pack import Family
from linter.model.result import Checked
from linter.packs import load
from linter.run.engine import lint
from linter.run.form import write

PACK = r"""
pack: {title: {zh: 收支, en: Budget}, layout: one}
layouts: [{id: one, title: {zh: 一, en: One}}]
marks: [Budget]
facts: {year: [{region: title, pattern: '(?P<value>20\d\d)'}]}
entities:
  fund: {title: {zh: 基金, en: fund}, samples: [General fund]}
  use: {title: {zh: 用途, en: use}, total: [All uses], samples: [Wages, Rent, Light]}
tables:
  - id: budget
    found-by: {title: Table A}
    title: {zh: 收支, en: Budget}
    beside: true
    blocks:
      - heading: Income
        corner: [Item]
        rows: [{each: fund}, {id: income, label: All income}]
        columns: [{id: sum, label: Amount}]
      - heading: Spending
        corner: [Item]
        rows: [{each: use}, {id: spending, total-of: use}]
        columns: [{label: Spent, columns: [{id: paid, label: Paid}, {id: owed, label: Owed}]}]
form: {title: 'Budget {year}'}
rules:
  - id: uses-add-up
    kind: adds-up
    title: {zh: 合计, en: Totals}
    severity: error
    source: Form
    tests:
      - pass: {cells: {budget.Wages.paid: 3, budget.Rent.paid: 4, budget.spending.paid: 7}}
      - fail: {cells: {budget.Wages.paid: 3, budget.Rent.paid: 4, budget.spending.paid: 8}}
"""


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> Family:
    folder = tmp_path_factory.mktemp("panels")
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    return load(folder, cache=False)


def said(family: Family, text: str) -> tuple[int, int]:
    """How many findings there are of a text, and how many rules were undecided."""
    result = lint(Source("budget.txt", text.encode(), "txt"), family)
    assert isinstance(result, Checked)
    return len(result.findings), len(result.undecided)


def test_the_panels_of_a_written_form_stand_side_by_side(family: Family) -> None:
    lines = [line for line in write(family.packs[0].template, 2024).splitlines() if "\t" in line]
    assert lines == [
        "Income\t\tSpending\t\t",
        "\t\tItem\tSpent\t",
        "Item\tAmount\t\tPaid\tOwed",
        "General fund\t0\tWages\t0\t0",
        "All income\t0\tRent\t0\t0",
        "\t\tLight\t0\t0",
        "\t\tAll uses\t0\t0",
    ]


def test_what_is_written_is_read_again(family: Family) -> None:
    assert said(family, write(family.packs[0].template, 2024)) == (0, 0)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("General fund", "General fund"), ("Wages", "Rent"), (0, 0)),  # twice in the other panel
        (("General fund", "Other fund"), ("Wages", "Wages"), (0, 1)),  # twice in this one
    ],
)
def test_a_row_that_was_not_read_is_of_its_own_panel(
    family: Family, left: tuple[str, str], right: tuple[str, str], expected: tuple[int, int]
) -> None:
    text = f"""Budget 2024

Table A

Income\t\tSpending\t\t
\t\tItem\tSpent\t
Item\tAmount\t\tPaid\tOwed
{left[0]}\t1\t{right[0]}\t3\t0
{left[1]}\t2\t{right[1]}\t4\t0
All income\t3\tAll uses\t7\t0
"""
    assert said(family, text) == expected
