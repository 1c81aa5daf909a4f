"""Formats that other programs read: what they demand, and the columns that each of them counts."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from sample_results import BALANCE, FAULTY, RESULTS

from linter.model.finding import Severity
from linter.model.message import Localised
from linter.model.result import Checked, Head, RuleText, RunResult
from linter.model.span import DocxSpan, TextSpan
from linter.reporters import Look, render
from linter.reporters.json_schema import json_schema
from linter.reporters.places import Region, Unit, region

SCHEMAS = YAML(typ="safe").load((Path(__file__).parent / "formats.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", RESULTS)
@pytest.mark.parametrize("format", SCHEMAS)
def test_a_report_is_what_its_format_demands(format: str, name: str) -> None:
    document = json.loads(render(RESULTS[name], format, Look("zh")))
    mistakes = [error.message for error in Draft202012Validator(SCHEMAS[format]).iter_errors(document)]
    assert mistakes == []


@pytest.mark.parametrize("name", RESULTS)
def test_the_json_format_is_what_its_schema_says(name: str) -> None:
    document = json.loads(render(RESULTS[name], "json", Look("zh")))
    assert [error.message for error in Draft202012Validator(json_schema()).iter_errors(document)] == []
    del document["summary"]["undecided"]
    assert not Draft202012Validator(json_schema()).is_valid(document)


def test_the_schema_of_the_json_format_is_current() -> None:
    written = (Path(__file__).parents[2] / "docs" / "json.schema.json").read_text(encoding="utf-8")
    assert json.loads(written) == json_schema()


@pytest.mark.parametrize(
    ("unit", "expected"),
    [(Unit.CHARACTERS, Region(7, 3, 5)), (Unit.UTF16, Region(7, 4, 6)), (Unit.BYTES, Region(7, 8, 14))],
)
def test_columns_are_counted_as_the_format_counts_them(unit: Unit, expected: Region) -> None:
    line = "𠮷镇申请12件"  # the first character is two units of UTF-16 and four bytes
    assert region(TextSpan(7, 3, 100, 2), {7: line}, unit) == expected


def test_a_file_without_lines_has_no_region_and_says_its_place_in_words() -> None:
    assert region(DocxSpan(3, 2, 1), {}, Unit.UTF16) is None
    place = DocxSpan(8, 27, 3)
    finding = BALANCE._replace(span=place, cells=(BALANCE.cells[0]._replace(span=place),))
    text = render(RunResult((FAULTY._replace(findings=(finding,)),)), "github", Look("en"))
    assert "line=" not in text
    assert "Table 3: requests received and processed, row “一、本年新收”, column “自然人”" in text


def test_sarif_finds_each_rule_of_a_result_at_its_index() -> None:
    run = json.loads(render(RESULTS["mixed"], "sarif", Look("en")))["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [ids[found["ruleIndex"]] for found in run["results"]] == [found["ruleId"] for found in run["results"]]
    assert len(run["results"]) == sum(len(file.findings) for file in RESULTS["mixed"].checked)


def test_sarif_says_which_rules_were_undecided_and_which_files_failed() -> None:
    run = json.loads(render(RESULTS["mixed"], "sarif", Look("en")))["runs"][0]
    said = run["invocations"][0]["toolExecutionNotifications"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [item["level"] for item in said].count("error") == 1
    assert {item["associatedRule"]["id"] for item in said if item["level"] == "note"} == {
        "rows-present",
        "columns-present",
        "review-totals",
    }


RULES = (
    RuleText("requests-balance", Localised("平衡", "balance"), Severity.ERROR, "表三"),
    RuleText("rows-present", Localised("各行齐全", "rows present"), Severity.ERROR, "表三"),
    RuleText("carried-over", Localised("结转", "carried over"), Severity.ERROR, "表三", needs_previous=True),
    RuleText("years-agree", Localised("年度", "years agree"), Severity.ERROR, "第十七条"),
)


def _suite(previous: str | None, fail_on: Severity | None = Severity.ERROR) -> ElementTree.Element:
    file = FAULTY._replace(head=FAULTY.head._replace(previous=previous), fail_on=fail_on)
    result = RunResult((file,), {str(FAULTY.head.pack): RULES})
    root = ElementTree.fromstring(render(result, "junit", Look("en")))
    return root[0]


def _how(suite: ElementTree.Element, rule: str) -> list[str]:
    return [element.tag for case in suite.iter("testcase") if case.get("id") == rule for element in case]


def test_junit_has_a_case_for_every_rule_that_was_run() -> None:
    suite = _suite(None)
    assert _how(suite, "requests-balance") == ["failure"]
    assert _how(suite, "rows-present") == ["skipped"]
    assert _how(suite, "years-agree") == []
    ids = [case.get("id") for case in suite.iter("testcase")]
    assert "years-agree" in ids
    assert "carried-over" not in ids  # nobody gave a report of the year before
    assert "carried-over" in [case.get("id") for case in _suite("去年.docx").iter("testcase")]
    assert suite.get("tests") == str(len(ids))


@pytest.mark.parametrize(
    ("fail_on", "failed"), [(None, 0), (Severity.ERROR, 2), (Severity.WARNING, 4), (Severity.INFO, 5)]
)
def test_junit_fails_what_fails_the_run(fail_on: Severity | None, failed: int) -> None:
    assert _suite(None, fail_on).get("failures") == str(failed)


def test_a_command_of_github_cannot_be_forged_by_a_report() -> None:
    path = "报告\n::error::x,a:b%.txt"
    text = render(RunResult((FAULTY._replace(head=Head(path)),)), "github", Look("en"))
    assert len(text.splitlines()) == len(FAULTY.findings)
    assert "x,a:b" not in text


def test_a_comment_that_would_be_too_long_says_what_it_leaves_out() -> None:
    many = tuple(FAULTY._replace(head=Head(f"{number}.txt")) for number in range(400))
    text = render(RunResult(many), "markdown", Look("en"))
    assert 30_000 < len(text) < 65_536
    assert "more reports have findings" in text


def test_a_report_in_markdown_is_no_markup_and_mentions_nobody() -> None:
    text = render(RunResult((Checked(Head("@all|x.md"), FAULTY.findings),)), "markdown", Look("en"))
    assert "\\@all\\|x.md" in text
