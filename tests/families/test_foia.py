"""The pack of US FOIA annual reports on real ones: every fault that they are known to have, and no other.

The reports lie beside the checkout with what is true of them, counted by other means: for each check of the
Department of Justice the rows in which it fails. What was counted there and is a rule here is held to that, row by row.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from real_reports import shared_folder

from linter.model.document import Source
from linter.model.finding import Finding
from linter.model.result import Checked
from linter.packs import load
from linter.run.engine import lint
from linter.run.rule_tests import run_tests

RULES = {
    "F01 va": ["f01-va-balance"],
    "F01 via": ["f01-via-balance"],
    "F01 xiib": ["f01-xiib-balance"],
    "F03": ["f03-processed-as-disposed"],
    "F04": ["f04-processed-within-times"],
    "F05": ["f05-dispositions-add-up"],
    "F06": ["f06-other-denials"],
    "F08": ["f08-denials-have-exemptions"],
    "F09": ["f09-appeals-as-disposed"],
    "F10": ["f10-appeals-add-up"],
    "F12": ["f12-other-appeals"],
    "F19": ["f19-viic1-add-up", "f19-viic2-add-up", "f19-viic3-add-up"],
    "F20": ["f20-perfected-within-pending"],
    "F21": ["f21-adjudicated-within-ten"],
    "F22": ["f22-staff-adds-up", "f22-costs-add-up"],
    "F25": ["f25-backlog-within-pending"],
    "F26": ["f26-backlog-within-appeals"],
    "F28 processed": ["f28-xiid1-processed"],
    "F28 received": ["f28-xiid1-received"],
    "F29": ["f29-xiid2-backlog", "f29-xiie2-backlog"],
}
TOTAL = "AGENCY OVERALL"


def _folder() -> Path:
    return shared_folder("families") / "foia"


def _each(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from _each(finding.related)


@cache
def _checked(name: str) -> Checked:
    path = _folder() / name
    result = lint(Source(name, path.read_bytes(), path.suffix[1:]), load("us-foia-annual"))
    assert isinstance(result, Checked)
    assert result.incomplete is None
    return result


@cache
def _found() -> Counter[tuple[str, str]]:
    """How often each rule fails, by its id and the report and row; of totals over components, by report and table."""
    found: Counter[tuple[str, str]] = Counter()
    for path in sorted(_folder().glob("*_fy*.md")):
        for finding in _each(_checked(path.name).findings):
            row = finding.cells[0].address.row if finding.cells else ""
            at = finding.table if finding.rule == "f02-overall-is-the-sum" else TOTAL if row == "overall" else row
            found[finding.rule, f"{path.stem}: {at}"] += 1
    return found


@pytest.mark.parametrize("check", RULES)
def test_every_true_fault_is_found_and_no_other(check: str) -> None:
    truth = json.loads((_folder() / "truth.json").read_text("utf-8"))[check]
    found = {at: count for (rule, at), count in _found().items() if rule in RULES[check]}
    assert found == dict.fromkeys(truth["fails"], 1)


@pytest.mark.parametrize("table", ["va", "via", "viic1", "viid", "xiib"])
def test_totals_that_are_not_the_sum(table: str) -> None:
    truth = json.loads((_folder() / "truth.json").read_text("utf-8"))[f"F02 {table}"]
    expected = Counter(f"{row.partition(':')[0]}: {table}" for row in truth["fails"])
    found = {
        at: count for (rule, at), count in _found().items() if rule.startswith("f02-") and at.endswith(f" {table}")
    }
    assert found == expected


def test_a_report_that_a_small_agency_keeps_as_markdown() -> None:
    """One request is pending, in one table for 282 days and in another for 382; the text is of another agency."""
    result = _checked("usab-2021.md")
    said = {(finding.rule, finding.cells[0].text if finding.cells else "") for finding in _each(result.findings)}
    assert said == {("x03-one-case", "382"), ("x08-its-own-name", "")}
    assert [one.rule for one in result.undecided] == []


def test_a_word_file_with_titles_in_tables_and_headers_over_two_rows() -> None:
    """The components denied 1,948 requests for expedited processing together, not 1,949."""
    result = _checked("DOJ_2017.docx")
    (finding,) = _each(result.findings)
    assert (finding.rule, str(finding.cells[0].address)) == ("f02-overall-is-the-sum", "viiia.overall.denied")
    assert [one.rule for one in result.undecided] == []


def test_the_tests_beside_the_rules_pass() -> None:
    assert [outcome for outcome in run_tests(load("us-foia-annual").packs[0]) if not outcome.passed] == []
