"""Sample reports about agencies that do not exist, clean and faulty, in every shape that copies leave behind.

A folder holds `report.txt` or `report.md` and `expected.json`: what is found (rule, severity, and where it is certain
the line and the cells), which rules are undecided, and the figures. A cell that `figures` does not name is zero; a
table that `tables` does not name is absent, and then every rule on tables is undecided, named or not. `requests.*`
stands for all cells, and later entries go before earlier ones. A finding that is folded under another counts like any
other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from linter.cli import main
from linter.model.address import Address
from linter.model.document import Source
from linter.model.finding import Finding
from linter.model.pack import Family
from linter.model.result import error_of
from linter.run.engine import LintOptions, lint

HERE = Path(__file__).parent
TABLES = 3
SAMPLES = sorted(path.parent for path in HERE.glob("*/*/expected.json"))


def name(folder: Path) -> str:
    return folder.relative_to(HERE).as_posix()


def report(folder: Path) -> Path:
    (file,) = folder.glob("report.*")
    return file


def expected(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return loaded


def check(folder: Path, family: Family, rules: bool = True) -> Any:
    file = report(folder)
    return lint(Source(name(folder), file.read_bytes(), file.suffix[1:]), family, LintOptions(rules=rules))


def all_of(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from all_of(finding.related)


def described(finding: Finding, keys: set[str]) -> dict[str, Any]:
    """A finding in the words of `expected.json`, as far as `keys` ask."""
    whole = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "line": finding.span.location()["line"],
        "cells": sorted(str(cell.address) for cell in finding.cells),
    }
    return {key: value for key, value in whole.items() if key in keys}


def wanted(finding: dict[str, Any]) -> dict[str, Any]:
    return {**finding, "cells": sorted(finding["cells"])} if "cells" in finding else finding


@pytest.mark.parametrize("folder", SAMPLES, ids=name)
def test_findings(folder: Path, family: Family) -> None:
    result, said = check(folder, family), expected(folder)
    assert error_of(result) is None
    found = list(all_of(result.findings))
    for finding in map(wanted, said["findings"]):
        alike = [one for one in found if described(one, set(finding)) == finding]
        assert alike, f"not found: {finding}"
        found.remove(alike[0])
    assert [described(one, {"rule", "severity", "line", "cells"}) for one in found] == []
    undecided = {item.rule for item in result.undecided}
    assert set(said["undecided"]) <= undecided
    if len(said["tables"]) == TABLES:
        assert undecided == set(said["undecided"])


@pytest.mark.parametrize("folder", [folder for folder in SAMPLES if "figures" in expected(folder)], ids=name)
def test_figures(folder: Path, family: Family) -> None:
    result, said = check(folder, family, rules=False), expected(folder)
    pack = next(pack for pack in family.packs if pack.id == said["pack"])
    tables = [table for table in pack.template.tables if table.id in said["tables"]]
    cells: dict[str, float | None] = {str(address): 0 for table in tables for address in table.addresses()}
    for pattern, value in said["figures"].items():
        named = [cell for cell in cells if fnmatchcase(cell, pattern)]
        assert named, f"no such cell: {pattern}"
        cells.update(dict.fromkeys(named, value))
    found = {
        str(Address(table, row, column)): None if value is None else float(value)
        for table, rows in result.figures.items()
        for row, columns in rows.items()
        for column, value in columns.items()
    }
    assert found == cells


@pytest.mark.parametrize("folder", SAMPLES, ids=name)
def test_whose_report_it_is(folder: Path, family: Family) -> None:
    result, said = check(folder, family), expected(folder)
    assert (result.head.pack, result.head.year) == (said["pack"], said["year"])
    assert result.head.organisation == said.get("organisation", result.head.organisation)


@pytest.mark.parametrize("folder", SAMPLES, ids=name)
def test_exit_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(report(folder))]) == expected(folder)["exit"]


def test_clean_reports_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict", "--fail-on", "info", str(HERE / "clean")]) == 0
