"""A rule pack: a template and the rules that a report bound to it must keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from linter.model.finding import Severity
from linter.model.message import Localised
from linter.model.records import Record
from linter.model.template import Template, Years


class RuleTest(Record):
    """One test of a rule: `expect` is `pass`, `fail` or `undecided`; `given` says how the report differs from a
    correct one of the template (see `linter.run.rule_tests`).
    """

    expect: str
    given: Mapping[str, Any]


class Rule(Record):
    """One entry of a pack. `options` are the kind's own, parsed; `requires` are rules that must have passed first.

    It is for reports of certain `years`, and may say with a `message` of its own what is wrong.
    One that `needs_previous` looks into the report of the year before, and is not run without it.
    """

    id: str
    title: Localised
    kind: str
    severity: Severity
    source: str
    options: object
    explanation: Localised | None = None
    requires: tuple[str, ...] = ()
    tests: tuple[RuleTest, ...] = ()
    needs_previous: bool = False
    years: Years = Years()
    message: Localised | None = None


class Pack:
    """A template with its rules, for one edition of a report. The rules are made when they are first asked for: of a
    family, a run uses those of one pack.
    """

    def __init__(
        self, id: str, title: Localised, years: Years, template: Template, rules: Callable[[], tuple[Rule, ...]]
    ) -> None:
        self.id = id
        self.title = title
        self.years = years
        self.template = template
        self._make_rules = rules

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pack) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self.id)

    def _parts(self) -> tuple[object, ...]:
        return self.id, self.title, self.years, self.template, self.rules

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return self._make_rules()

    def with_rules(self, rules: tuple[Rule, ...]) -> Pack:
        """The same pack with other rules."""
        return Pack(self.id, self.title, self.years, self.template, lambda: rules)

    def rule(self, id: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == id), None)


class Family(Record):
    """Packs of which a report is checked by one, chosen by its year, or by its layout where it states no year."""

    id: str
    packs: tuple[Pack, ...] = ()

    def for_year(self, year: int) -> Pack | None:
        return next((pack for pack in self.packs if year in pack.years), None)

    def for_layout(self, layout: str | None) -> Pack | None:
        return next((pack for pack in self.packs if pack.template.layout == layout), None)
