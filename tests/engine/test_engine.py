"""One report through the line: which pack is chosen, what rules may say, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pytest

import linter.run.engine
from linter.kinds import KINDS
from linter.kinds.kind import Kind
from linter.kinds.option import Options
from linter.model.address import Address
from linter.model.document import Source
from linter.model.finding import Outcome, Problem, Severity, Undecided
from linter.model.message import Localised, Message
from linter.model.pack import Family, Rule
from linter.model.report import BoundReport
from linter.model.result import Checked, Result, Skipped, error_of
from linter.packs import load
from linter.run.engine import LintOptions, lint
from linter.run.form import write

AGENCY = "青溪镇人民政府"


@pytest.fixture(scope="module")
def family() -> Family:
    return load("cn-open-government")


def report(family: Family, year: int = 2023, **cells: str) -> str:
    pack = family.for_year(year)
    assert pack is not None
    given = {Address("requests", row, "total"): text for row, text in cells.items()}
    return write(pack.template, year, AGENCY, given)


def source(text: str, name: str = "draft.txt") -> Source:
    return Source(name, text.encode(), "txt")


def key(result: Result) -> str | None:
    error = error_of(result)
    return error.key if error else None


def test_a_correct_report_has_no_findings(family: Family) -> None:
    for year, pack in ((2019, "cn-open-government/2019"), (2023, "cn-open-government/2021")):
        result = lint(source(report(family, year)), family)
        assert (*result.head[2:5], error_of(result)) == (pack, year, AGENCY, None)
        assert result.findings == ()


def test_figures_hold_every_cell_of_the_form(family: Family) -> None:
    result = lint(source(report(family, new_received="12件", carried_in="")), family, LintOptions(rules=False))
    requests = result.figures["requests"]
    assert requests["new_received"]["total"] == Decimal(12)
    assert requests["carried_in"]["total"] is None
    assert sum(len(columns) for columns in requests.values()) == 175


def year_less(text: str) -> str:
    return text.replace("2023", "某")


@pytest.mark.parametrize(
    ("change", "options", "error"),
    [
        (lambda text: text, LintOptions(), None),
        (lambda text: text.replace("2023", "2016"), LintOptions(), "run.year-not-covered"),
        (lambda text: text.replace("2023", "2016"), LintOptions(year=2023), None),
        (lambda text: text, LintOptions(year=1999), "run.year-not-covered"),
        (lambda text: text + "\n" + text, LintOptions(), "run.several-reports"),
        (lambda text: "通知\n请各单位于周五前报送材料。\n", LintOptions(), "run.no-report"),
        (lambda text: "通知\n请各单位于周五前报送材料。\n", LintOptions(skip_other=True), None),
    ],
)
def test_what_cannot_be_checked_says_why(
    family: Family, change: Callable[[str], str], options: LintOptions, error: str | None
) -> None:
    assert key(lint(source(change(report(family))), family, options)) == error


def test_a_report_without_a_year_is_told_by_its_layout(family: Family) -> None:
    result = lint(source(year_less(report(family))), family)
    assert (key(result), result.head.pack, result.head.year) == (None, "cn-open-government/2021", None)
    assert [note.key for note in result.head.notes] == ["run.year-by-layout"]


def test_a_report_with_neither_year_nor_layout_is_an_error(family: Family) -> None:
    text = "青溪镇人民政府政府信息公开工作年度报告\n一、总体情况\n做了工作。\n"
    assert key(lint(source(text), family)) == "run.no-year"
    assert lint(source(text), family, LintOptions(year=2022)).head.pack == "cn-open-government/2021"


def test_a_file_met_on_a_walk_may_be_no_report(family: Family) -> None:
    result = lint(source("一份通知\n"), family, named=False)
    assert isinstance(result, Skipped)


def kind(check: Callable[[object, BoundReport], Iterable[Outcome]]) -> Kind[Any]:
    return Kind("", "", Options, check, {})


def problem(words: str = "甲", **values: Any) -> Problem:
    return Problem(Message("report.list", {"items": words}), **values)


def crash(options: object, report: BoundReport) -> Iterable[Outcome]:
    yield problem()
    raise ZeroDivisionError


PROBES: dict[str, Kind[Any]] = {
    "passes": kind(lambda options, report: ()),
    "fails": kind(lambda options, report: (problem(),)),
    "fails-twice": kind(lambda options, report: (problem(), problem())),
    "other-words": kind(lambda options, report: (problem("乙"),)),
    "doubts": kind(lambda options, report: (Undecided(Message("run.no-year")), Undecided(Message("run.no-year")))),
    "mild": kind(lambda options, report: (problem(severity=Severity.INFO),)),
    "crashes": kind(crash),
}


def rule(id: str, kind: str, *requires: str) -> Rule:
    return Rule(id, Localised(id, id), kind, Severity.ERROR, "", None, requires=requires)


@pytest.fixture
def probe(family: Family, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    monkeypatch.setattr(linter.run.engine, "KINDS", {**KINDS, **PROBES})

    def run(*rules: Rule, above: str = "", **options: Any) -> Result:
        probing = Family(family.id, tuple(pack.with_rules(rules) for pack in family.packs))
        return lint(source(above + report(family)), probing, LintOptions(**options))

    return run


def test_a_crash_is_the_files_error_and_other_rules_go_on(probe: Callable[..., Any]) -> None:
    result = probe(rule("one", "crashes"), rule("two", "fails"), rule("three", "passes", "one"))
    assert key(result) == "run.crashed"
    assert isinstance(result, Checked)
    assert result.incomplete is not None
    assert result.incomplete.values["crashes"] == (
        Message("run.crash", {"rule": "one", "exception": "ZeroDivisionError"}),
    )
    assert [finding.rule for finding in result.findings] == ["two"]
    assert [item.rule for item in result.undecided] == ["three"]


@pytest.mark.parametrize("needed", ["fails", "doubts", "crashes"])
def test_a_rule_waits_for_those_it_requires(probe: Callable[..., Any], needed: str) -> None:
    result = probe(rule("later", "fails", "needed"), rule("needed", needed))
    assert [item.rule for item in result.undecided if item.reason.key == "run.requires"] == ["later"]
    assert "later" not in [finding.rule for finding in result.findings]


def test_a_rule_goes_on_when_what_it_requires_passed_or_is_not_there(probe: Callable[..., Any]) -> None:
    result = probe(rule("one", "fails", "two", "gone"), rule("two", "passes"))
    assert [finding.rule for finding in result.findings] == ["one"]


def test_rules_that_require_each_other_come_to_an_end(probe: Callable[..., Any]) -> None:
    assert probe(rule("one", "passes", "two"), rule("two", "passes", "one")).undecided == ()


def test_a_rule_that_is_ignored_still_decides_for_others(probe: Callable[..., Any]) -> None:
    result = probe(rule("one", "fails"), rule("two", "fails", "one"), ignore=("one",))
    assert result.findings == ()
    assert [item.rule for item in result.undecided] == ["two"]


@pytest.mark.parametrize(
    ("select", "ignore", "reported"),
    [
        ((), (), {"a-one", "a-two", "b-one"}),
        (("a-*",), (), {"a-one", "a-two"}),
        (("b-one", "a-two"), (), {"a-two", "b-one"}),
        ((), ("*-one",), {"a-two"}),
        (("a-*",), ("a-one",), {"a-two"}),
    ],
)
def test_rules_are_selected_by_id_or_pattern(
    probe: Callable[..., Any], select: tuple[str, ...], ignore: tuple[str, ...], reported: set[str]
) -> None:
    rules = [rule(id, "fails") for id in ("a-one", "a-two", "b-one")]
    assert {finding.rule for finding in probe(*rules, select=select, ignore=ignore).findings} == reported


def test_a_reason_is_given_once(probe: Callable[..., Any]) -> None:
    assert len(probe(rule("one", "doubts")).undecided) == 1


def test_a_problem_may_be_milder_than_its_rule(probe: Callable[..., Any]) -> None:
    assert probe(rule("one", "mild")).findings[0].severity is Severity.INFO


def test_fingerprints_tell_findings_apart_and_outlast_edits_elsewhere(probe: Callable[..., Any]) -> None:
    rules = (rule("one", "fails-twice"), rule("two", "fails"), rule("three", "other-words"))
    before = [finding.fingerprint for finding in probe(*rules).findings]
    after = [finding.fingerprint for finding in probe(*rules, above="\n\n").findings]
    assert len(set(before)) == 4
    assert before == after


def test_findings_stand_in_the_order_of_the_report(family: Family) -> None:
    result = lint(source(report(family, new_received="7", granted="5", carried_out="x")), family)
    orders = [finding.span.order() for finding in result.findings]
    assert orders == sorted(orders)
    assert len(result.findings) > 1


def test_the_worst_of_one_place_stands_first_and_then_the_first_by_name(probe: Callable[..., Any]) -> None:
    found = probe(rule("a", "mild"), rule("c", "fails"), rule("b", "fails")).findings
    assert len({finding.span.order() for finding in found}) == 1
    assert [finding.rule for finding in found] == ["b", "c", "a"]


def test_cells_are_copied_with_their_places(family: Family) -> None:
    result = lint(source(report(family, new_received="7")), family, LintOptions(select=("requests-balance",)))
    (finding,) = result.findings
    assert (finding.table, finding.section) == ("requests", "requests")
    assert finding.table_title is not None
    cell = next(cell for cell in finding.cells if cell.address.row == "new_received")
    assert cell.text == "7"
    assert cell.span.location()["line"] > 1


def test_each_rule_is_asked_once_though_figures_disagree(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are not selected are asked too, for what they say of figures."""
    asked: list[object] = []

    def counted(kind: Kind[Any]) -> Kind[Any]:
        def check(options: object, report: BoundReport) -> Any:
            asked.append(options)
            return kind.check(options, report)

        return kind._replace(check=check)

    monkeypatch.setattr(linter.run.engine, "KINDS", {name: counted(kind) for name, kind in KINDS.items()})
    wrong = source(report(family, new_received="12"))
    (found,) = lint(wrong, family, LintOptions(select=("requests-balance",))).findings
    assert found.explanations
    assert len({id(one) for one in asked}) == len(asked) > 50
