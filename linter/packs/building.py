"""From merged plain data to a `Family`: what a cold load has validated and a warm one takes from the cache."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from linter.model.finding import Severity
from linter.model.pack import Family, Pack, Rule, RuleTest
from linter.model.template import Template
from linter.packs.rule_keys import Kinds, own_keys
from linter.packs.table_building import localised
from linter.packs.template_building import build_template, years

Data = Mapping[str, Any]

NOTICE = "{notice}"
"""What stands in a source for the notice that lays this edition of the form down."""


def build_family(data: Data, kinds: Kinds) -> Family:
    """The family of `{"id": …, "packs": [{"id": …, "data": merged data without rules, "rules": those as JSON text}]}`.

    The rules of a pack are built when they are first asked for, which raises `OptionErrors` where a kind takes its
    options no longer.
    """
    return Family(data["id"], tuple(_pack(member, kinds) for member in data["packs"]))


def _pack(member: Data, kinds: Kinds) -> Pack:
    data = member["data"]
    template = build_template(data)
    about = data["pack"]
    rules = partial(_rules, member["rules"], template, kinds, about.get("notice", NOTICE))
    return Pack(member["id"], localised(about["title"]), years(about.get("years")), template, rules)


def _rules(text: str, template: Template, kinds: Kinds, notice: str) -> tuple[Rule, ...]:
    enabled = [rule for rule in json.loads(text) if rule.get("enabled", True)]
    ids = {rule["id"] for rule in enabled}
    cited = ({**rule, "source": rule["source"].replace(NOTICE, notice)} for rule in enabled)
    return tuple(_rule(rule, ids, template, kinds) for rule in cited)


def _rule(data: Data, enabled: set[str], template: Template, kinds: Kinds) -> Rule:
    """A rule that another requires but that is switched off asks for nothing, so `requires` leaves it out."""
    kind = kinds[data["kind"]]
    options = kind.parse(own_keys(data), template)
    return Rule(
        id=data["id"],
        title=localised(data["title"]),
        kind=data["kind"],
        severity=Severity(data["severity"]),
        source=data["source"],
        options=options,
        explanation=localised(data["explanation"]) if "explanation" in data else None,
        requires=tuple(required for required in data.get("requires", ()) if required in enabled),
        tests=tuple(_test(test) for test in data.get("tests", ())),
        years=years(data.get("years")),
        message=localised(data["message"]) if "message" in data else None,
        needs_previous=kind.needs_previous is not None and kind.needs_previous(options),
    )


def _test(data: Data) -> RuleTest:
    ((expect, given),) = data.items()
    return RuleTest(expect, given or {})
