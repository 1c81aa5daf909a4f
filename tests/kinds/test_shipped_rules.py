"""The rules of the shipped packs against the tests that stand beside them."""

from __future__ import annotations

import pytest

from linter.kinds.text.unwanted_text import KIND as UNWANTED
from linter.language import render
from linter.model.document import Source
from linter.model.pack import Pack
from linter.packs import load
from linter.run.engine import LintOptions, lint
from linter.run.form import write
from linter.run.rule_tests import run_tests

FAMILY = load("cn-open-government")
PACKS = FAMILY.packs


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_rules_behave_as_their_tests_say(pack: Pack) -> None:
    wrong = [
        f"{outcome.rule}[{outcome.index}]: {outcome.got}, not {outcome.expected}: "
        f"{render(outcome.message, 'en') if outcome.message else 'nothing was said'}"
        for outcome in run_tests(pack, FAMILY)
        if not outcome.passed
    ]
    assert wrong == []


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_rules_are_complete(pack: Pack) -> None:
    for rule in pack.rules:
        expected = {test.expect for test in rule.tests}
        assert {"pass", "fail"} <= expected, rule.id
        assert rule.title.zh and rule.title.en and rule.source, rule.id


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_what_is_only_plausible_is_no_error(pack: Pack) -> None:
    """A rule without an official basis says so in its source, and is no error."""
    for rule in pack.rules:
        if "无明文规定" in rule.source:
            assert rule.severity != "error", rule.id


def test_a_rule_without_tests_is_reported() -> None:

    rule = PACKS[0].rules[0]
    outcomes = run_tests(PACKS[0].with_rules((rule._replace(tests=()),)))
    assert [(outcome.expected, outcome.got) for outcome in outcomes] == [("pass", "missing"), ("fail", "missing")]
    assert [render(outcome.message, "en") for outcome in outcomes if outcome.message] == [
        "the rule has no test that passes; give an example that it should not report",
        "the rule has no test that fails; give an example that it should report",
    ]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"novels": 1}, "the rule's check has no name “novels”; its names are "),
        ({"cells": {"requests.grantd.total": 1}}, "“requests.grantd.total” stands for no cell; did you mean "),
        ({"cells": {"granted": 1}}, "“granted” stands for no cell; "),
        ({"replace": {"Novels": ""}}, "the report written from the template does not contain “Novels”"),
        ({"prose": {"overveiw": "X"}}, "there is no section “overveiw”; did you mean “overview”?"),
        ({"remove": ["Novels"]}, "the report written from the template does not contain “Novels”"),
    ],
)
def test_a_test_that_cannot_be_run_says_why(given: dict[str, object], says: str) -> None:

    from linter.model.pack import RuleTest

    rule = PACKS[0].rule("requests-balance")
    assert rule is not None
    broken = rule._replace(tests=(RuleTest("pass", given),))
    outcome = run_tests(PACKS[0].with_rules((broken,)))[0]
    assert outcome.got == "broken"
    assert outcome.message is not None
    assert render(outcome.message, "en").startswith(says)


def test_prose_of_a_test_stands_at_the_end_of_its_part() -> None:
    from linter.model.pack import RuleTest
    from linter.run.rule_tests import TestOutcome

    def outcome(pattern: str, part: str, prose: dict[str, object]) -> TestOutcome:
        options = UNWANTED.parse({"pattern": pattern, "advice": {"zh": "x", "en": "x"}, "in": [part]}, template)
        rule = PACKS[0].rules[0]._replace(kind="unwanted-text", options=options, tests=(RuleTest("fail", prose),))
        return run_tests(PACKS[0].with_rules((rule,)))[0]

    template = PACKS[0].template
    paragraphs = {
        "title": "青溪镇报告",
        "lead": "引言。",
        "requests": ["申请。", "办理。"],
        "closing": "青溪镇人民政府",
    }
    for part, words in {"title": "青溪镇报告", "lead": "引言", "requests": "办理", "other_matters": "青溪镇"}.items():
        assert outcome(words, part, {"prose": paragraphs}).got == "fail", part
        assert outcome(words, "problems", {"prose": paragraphs}).got == "pass", part


@pytest.mark.parametrize(("wrong", "findings"), [(5, 5), (6, 1)], ids=["five rows", "six rows"])
def test_a_mistake_in_most_rows_of_a_table_is_one_finding(wrong: int, findings: int) -> None:
    pack = FAMILY.for_year(2023)
    assert pack is not None
    table = next(table for table in pack.template.tables if table.id == "proactive")
    first = {address.row: address for address, _ in table.values()}
    cells = {address: f"约{index}" for index, address in enumerate(list(first.values())[:wrong])}
    text = write(pack.template, 2023, "青溪镇人民政府", cells)
    result = lint(Source("draft.txt", text.encode(), "txt"), FAMILY, LintOptions())
    assert [finding.rule for finding in result.findings if finding.rule == "cells-hold-figures"] == (
        ["cells-hold-figures"] * findings
    )
