"""Five real reports, where they are at hand: what has to be found in them, and what must not."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from linter.language import render
from linter.model.document import Source
from linter.model.finding import Finding
from linter.model.pack import Family
from linter.model.result import error_of
from linter.run.engine import LintOptions, lint

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("seeds.yaml"))
EACH_FINDING = [(case, finding) for case in CASES for finding in case["must"]]


@pytest.fixture(scope="module")
def sources(seeds: Path) -> dict[str, Source]:
    """The seeds by their number."""
    paths = {case["seed"]: next(seeds.glob(f"{case['seed']}_*.txt")) for case in CASES}
    return {seed: Source(path.name, path.read_bytes(), "txt") for seed, path in paths.items()}


@pytest.fixture(scope="module")
def results(sources: dict[str, Source], family: Family) -> dict[str, Any]:
    """The result for each seed, by its number."""
    return {seed: lint(source, family) for seed, source in sources.items()}


def all_of(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from all_of(finding.related)


def addresses(finding: Finding) -> set[str]:
    return {str(cell.address) for cell in finding.cells}


def line(finding: Finding) -> float:
    return finding.span.location()["line"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["seed"])
def test_whose_report_it_is(case: dict[str, Any], results: dict[str, Any]) -> None:
    result = results[case["seed"]]
    assert (error_of(result), result.head.pack, result.head.year) == (None, case["format"], case["year"])


@pytest.mark.parametrize(("case", "must"), EACH_FINDING, ids=lambda value: value.get("rule", value.get("seed")))
def test_it_is_found_once_and_there(case: dict[str, Any], must: dict[str, Any], results: dict[str, Any]) -> None:
    found = list(all_of(results[case["seed"]].findings))
    cells = set(must.get("cells", ()))
    (finding,) = [one for one in found if one.rule == must["rule"] and line(one) == must["line"]]
    assert finding.severity == must["severity"]
    assert addresses(finding) == cells
    assert [one.rule for one in found if addresses(one) & cells and one is not finding] == []
    for language, index in (("zh", 0), ("en", -1)):
        message = render(finding.message, language)
        words = [said[index] if isinstance(said, list) else said for said in must.get("says", ())]
        assert [word for word in words if word not in message] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["seed"])
def test_nothing_else_is_found(case: dict[str, Any], results: dict[str, Any]) -> None:
    found = all_of(results[case["seed"]].findings)
    known = {(must["rule"], must["line"]) for must in case["must"]}
    others = [(one.rule, line(one)) for one in found if (one.rule, line(one)) not in known]
    assert [other for other in others if other[0] not in case.get("also", ())] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["seed"])
def test_no_false_alarm(case: dict[str, Any], family: Family, results: dict[str, Any]) -> None:
    known = {(must["rule"], must["line"]) for must in case["must"]}
    found = [one for one in all_of(results[case["seed"]].findings) if (one.rule, line(one)) not in known]
    assert [one.rule for one in found if any(fnmatchcase(one.rule, pattern) for pattern in case["must-not"])] == []
    rules = {rule.id for pack in family.packs for rule in pack.rules}
    assert [pattern for pattern in case["must-not"] if not any(fnmatchcase(rule, pattern) for rule in rules)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["seed"])
def test_what_could_not_be_checked_is_said(case: dict[str, Any], results: dict[str, Any]) -> None:
    """An equation over cells that are not there is undecided; where everything is there, no equation is."""
    undecided = {item.rule for item in results[case["seed"]].undecided}
    arithmetic = {"requests-balance", "requests-processed-total", "requests-row-totals", "review-totals"}
    assert set(case["undecided"]) <= undecided
    assert undecided & arithmetic == set(case["undecided"]) & arithmetic


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["seed"])
def test_the_figures(case: dict[str, Any], sources: dict[str, Source], family: Family) -> None:
    result = lint(sources[case["seed"]], family, LintOptions(rules=False))
    figures = {
        f"{table}.{row}.{column}": None if value is None else float(value)
        for table, rows in result.figures.items()
        for row, columns in rows.items()
        for column, value in columns.items()
    }
    wanted: dict[str, float | None] = {}
    for pattern, value in case["extract"].items():
        named = [cell for cell in figures if fnmatchcase(cell, pattern)]
        assert named, f"no such cell: {pattern}"
        wanted.update(dict.fromkeys(named, value))
    assert figures == wanted
