"""The pack of final accounts on real ones: the faults that they are known to have, and no other error.

The files lie beside the checkout. What is wrong in them was found by reading; figures that were rounded one by one from
yuan miss by a hundredth here and there, which is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from real_reports import shared_folder

from linter.language import render
from linter.model.document import Source
from linter.model.finding import Finding, Severity
from linter.model.result import Checked
from linter.packs import load
from linter.run.engine import lint
from linter.run.rule_tests import run_tests

FAULTS = {
    "guihua-2024.pdf": {
        ("basic-spending-in-the-text", "5377.64"),
        ("basic-spending-in-the-text", "4896.98"),
        ("choice-made", "下降（增长）"),
        ("percentages-have-their-sign", "13.95"),
        ("agency-in-one-form", "上海市规划和自然资源局"),
        ("agency-in-one-form", "上海市普陀区规划与自然资源局"),
        ("year-before-written-out", "上一度"),
    },
    "shegong-2024.pdf": {
        ("no-completion-of-nothing", "95.89"),
        ("no-growth-from-nothing", "100.00"),
        ("purpose-fits-the-subject", "住房公积金"),
    },
}
BLANK = {  # what is asked of tables with nothing in them
    "guihua-2024.pdf": {"funds-add-up"},
    "shegong-2024.pdf": {"funds-add-up", "official-spending-adds-up", "cars-add-up"},
}


def _each(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from _each(finding.related)


@cache
def _checked(name: str) -> Checked:
    path = shared_folder("families") / "final-accounts" / name
    result = lint(Source(name, path.read_bytes(), "pdf"), load("cn-final-accounts"))
    assert isinstance(result, Checked)
    assert result.incomplete is None
    return result


@pytest.mark.parametrize("name", FAULTS)
def test_every_true_fault_is_found_and_no_other(name: str) -> None:
    found = [(finding.rule, render(finding.message, "zh")) for finding in _each(_checked(name).findings)]
    assert len(found) == len(FAULTS[name])
    missed = [fault for fault in FAULTS[name] if not any(fault[0] == rule and fault[1] in said for rule, said in found)]
    assert missed == []
    assert {one.rule for one in _checked(name).undecided} == BLANK[name]


def test_the_empty_form_has_its_blanks_pointed_out_and_no_sum() -> None:
    errors = {finding.rule for finding in _checked("form.pdf").findings if finding.severity is Severity.ERROR}
    assert errors == {"form-filled-in", "choice-made"}


def test_the_tests_beside_the_rules_pass() -> None:
    assert [outcome for outcome in run_tests(load("cn-final-accounts").packs[0]) if not outcome.passed] == []
