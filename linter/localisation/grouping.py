"""From findings to the causes that explain them, and back: each group of findings stands below the first of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from linter.localisation.figures import Figures
from linter.localisation.groups import LIMITS, Group, explain, groups
from linter.localisation.hints import blanks_message, hint, in_order, suspect, suspect_of
from linter.localisation.imputation import determined
from linter.localisation.network import after, distinct, networks, same
from linter.localisation.search import Limits
from linter.localisation.whole_lines import joined
from linter.model.address import Address
from linter.model.equation import Equation, agree
from linter.model.finding import Finding, Suspect
from linter.model.report import BoundReport

UNEXPLAINED = ("group.at-least", "group.count", "group.contradiction")
"""Hints under which nothing is grouped."""


def group(
    findings: tuple[Finding, ...],
    blanks: Mapping[str, tuple[Address, ...]],
    equations: Mapping[str, Sequence[Equation]],
    report: BoundReport,
    limits: Limits = LIMITS,
) -> tuple[Finding, ...]:
    """The findings in their groups, and with what their blank cells come to; `blanks` are those by fingerprint.

    `equations` are those of each rule, in the order of the rules.
    """
    figures = Figures(report)
    grouping = _Grouping(findings, equations)
    values: dict[Address, Decimal] = {}
    for network in joined(networks(distinct(chain.from_iterable(equations.values()))), figures):
        failing = network.failing
        if failing or network.blanks:
            explained = explain(network, figures, limits if failing else limits._replace(price=0))
            if blanks:
                values |= determined(explained, figures)
            if failing:
                for one in groups(network, figures, explained):
                    grouping.add(one)
    return tuple(_imputed(finding, blanks.get(finding.fingerprint, ()), values) for finding in grouping.result())


def _imputed(finding: Finding, blanks: Sequence[Address], values: Mapping[Address, Decimal]) -> Finding:
    found = {address: values[address] for address in blanks if address in values}
    if not found or finding.hint is not None:
        return finding
    names = {cell.address: cell.name for cell in finding.cells}
    return finding._replace(hint=blanks_message(found, names), imputed=tuple(found.items()))


def _at(named: Suspect | None, finding: Finding) -> Finding:
    """The finding with its suspect, at whose cell it stands: that is where the reader has to look first."""
    cell = next((cell for cell in finding.cells if named is not None and cell.address == named.address), None)
    if cell is None:
        return finding._replace(suspect=named)
    others = tuple(other for other in finding.cells if other is not cell)
    return finding._replace(suspect=named, span=cell.span, cells=(cell, *others))


class _Grouping:
    """The findings of one report while they are being grouped. `rules` are ids in the order of the rules."""

    def __init__(self, findings: tuple[Finding, ...], rules: Iterable[str]) -> None:
        self.findings = findings
        self.changed: dict[str, Finding | None] = {}
        self.order = {rule: position for position, rule in enumerate(rules)}
        self.broken: dict[object, list[Finding]] = {}
        for finding in findings:
            if finding.equation is not None:
                self.broken.setdefault(same(finding.equation), []).append(finding)

    def result(self) -> Iterable[Finding]:
        found = (self.changed.get(finding.fingerprint, finding) for finding in self.findings)
        return (finding for finding in found if finding is not None)

    def add(self, group: Group) -> None:
        """Puts the findings of a group below the first of them, if it has been found."""
        members = [finding for one in group.failing for finding in self.broken.get(same(one), ())]
        if not members:
            return
        witnesses = self._witnesses(group)
        members.sort(key=lambda finding: self.order.get(finding.rule, len(self.order)))
        first, others = members[0], [*members[1:], *witnesses]
        message = hint(group, len(others) + 1)
        if message is None or message.key in UNEXPLAINED:
            root = first._replace(hint=message or first.hint)
            others = []
        else:
            severity = min((first, *others), key=lambda finding: finding.severity.rank).severity
            root = first._replace(hint=message, related=tuple(others), severity=severity)
        explanations = tuple(
            tuple(suspect(change, group.scene) for change in in_order(one, group.scene)) for one in group.alternatives
        )
        self.changed[first.fingerprint] = _at(suspect_of(group), root)._replace(explanations=explanations)
        self.changed.update((other.fingerprint, None) for other in others)

    def _witnesses(self, group: Group) -> list[Finding]:
        """Findings about sentences that agree with the figures once those are corrected."""
        if not group.standing_out or not group.alternatives:
            return []
        steps = {change.address: change.suggested - change.value for change in group.alternatives[0]}
        return [
            finding
            for findings in self.broken.values()
            for finding in findings
            if (one := finding.equation) is not None
            and one.weak
            and not steps.keys().isdisjoint(one.coefficients)
            and agree(after(one, steps), one.tolerance)
        ]
