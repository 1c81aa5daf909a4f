"""Every kind against its table of cases, `<kind>.yaml`: what holds, fails, is undecided, and is a mistake in options.

A case has `options`, `report` (see `library.bound`) and `says`: the English messages in their order. A case that fails
may also have `cells` (the addresses that each finding points at), `severity` (of each finding; null is the rule's own),
`line` (where each finding without cells stands) and `sums` (both totals of each calculation).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from library import TEMPLATE, bound
from ruamel.yaml import YAML

from linter.kinds import KINDS
from linter.kinds.option import OptionErrors
from linter.language import render
from linter.model.finding import Problem, Undecided
from linter.packs import load

HERE = Path(__file__).parent
SECTIONS = ("holds", "fails", "undecided", "bad-options")


def _table(kind: str) -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = YAML(typ="safe").load(HERE / f"{kind}.yaml")
    return table


def _cases(section: str) -> list[Any]:
    return [
        pytest.param(kind, case, id=f"{kind}-{index}")
        for kind in KINDS
        for index, case in enumerate(_table(kind).get(section, ()))
    ]


def _outcomes(kind: str, case: dict[str, Any]) -> tuple[Problem | Undecided, ...]:
    options = case.get("options", {})
    schema = {"type": "object", "additionalProperties": False, **KINDS[kind].schema}
    assert not list(Draft202012Validator(schema).iter_errors(options))
    return KINDS[kind].verdict(KINDS[kind].parse(options, TEMPLATE), bound(case.get("report", {}))).outcomes


@pytest.mark.parametrize(("kind", "case"), _cases("holds"))
def test_holds(kind: str, case: dict[str, Any]) -> None:
    assert _outcomes(kind, case) == ()


@pytest.mark.parametrize(("kind", "case"), _cases("fails"))
def test_fails(kind: str, case: dict[str, Any]) -> None:
    found = [outcome for outcome in _outcomes(kind, case) if isinstance(outcome, Problem)]
    assert [render(problem.message, "en") for problem in found] == case["says"]
    assert all(render(problem.message, "zh") for problem in found)
    assert all(problem.cells or problem.span for problem in found)
    if "cells" in case:
        assert [[str(cell.address) for cell in problem.cells] for problem in found] == case["cells"]
    if "severity" in case:
        assert [problem.severity and problem.severity.value for problem in found] == case["severity"]
    if "line" in case:
        assert [problem.span and problem.span.location()["line"] for problem in found] == case["line"]
    if "sums" in case:
        worked = [problem.calculation for problem in found]
        assert [[str(one.left_total), str(one.right_total)] for one in worked if one] == case["sums"]


@pytest.mark.parametrize(("kind", "case"), _cases("undecided"))
def test_undecided(kind: str, case: dict[str, Any]) -> None:
    outcomes = _outcomes(kind, case)
    reasons = [outcome.reason for outcome in outcomes if isinstance(outcome, Undecided)]
    assert [render(reason, "en") for reason in reasons] == case["says"]
    assert all(render(reason, "zh") for reason in reasons)
    assert len(outcomes) - len(reasons) == case.get("problems", 0)


@pytest.mark.parametrize(("kind", "case"), _cases("bad-options"))
def test_bad_options(kind: str, case: dict[str, Any]) -> None:
    with pytest.raises(OptionErrors) as caught:
        KINDS[kind].parse(case["options"], TEMPLATE)
    errors = caught.value.errors
    assert [render(error.message, "en") for error in errors] == case["says"]
    assert all(render(error.message, "zh") for error in errors)
    if "at" in case:
        assert [list(error.path) for error in errors] == case["at"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_cases_that_hold_and_fail(kind: str) -> None:
    table = _table(kind)
    assert table["holds"] and table["fails"]
    assert set(table) <= set(SECTIONS)


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_one_that_editors_can_use(kind: str) -> None:
    schema = KINDS[kind].schema
    Draft202012Validator.check_schema(dict(schema))
    assert set(schema) == {"properties", "required"}
    for key, option in schema["properties"].items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", key)
        assert option["description"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_and_option_is_described_in_both_languages(kind: str) -> None:
    """A Chinese text has Chinese letters, an English one has none but those that it quotes; no option goes unnamed."""
    for language, letters in (("zh", r"[\u4e00-\u9fff]"), ("en", "[a-z]{3}")):
        assert re.search(letters, KINDS[kind].described(language))
        assert "```" not in KINDS[kind].described(language)
    options = [*KINDS[kind].options.declared.values()]
    options += [inner for option in options if option.type.inner for inner in option.type.inner.declared.values()]
    for option in options:
        assert re.search(r"[\u4e00-\u9fff]", option.zh), option.key
        assert re.search("[a-z]{3}", option.en), option.key


@pytest.mark.parametrize("kind", KINDS)
def test_example_in_docstring_is_a_rule_of_the_kind(kind: str) -> None:
    rule = YAML(typ="safe").load(KINDS[kind].example)
    assert rule["kind"] == kind
    assert {"id", "title", "severity", "source"} <= set(rule)
    own = {key: value for key, value in rule.items() if key in KINDS[kind].schema["properties"]}
    assert set(rule) - set(own) <= {"id", "title", "kind", "severity", "source"}
    schema = {"type": "object", **KINDS[kind].schema}
    assert not list(Draft202012Validator(schema).iter_errors(own))
    templates = [pack.template for pack in load("cn-open-government").packs]
    assert any(_parses(kind, own, template) for template in templates)


def _parses(kind: str, options: dict[str, Any], template: Any) -> bool:
    try:
        KINDS[kind].parse(options, template)
    except OptionErrors:
        return False
    return True
