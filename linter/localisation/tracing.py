"""The work behind `folding`: from findings to the causes that explain them, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from linter.localisation.causes import LIMITS, Cause, causes
from linter.localisation.explaining import explain
from linter.localisation.figures import Figures
from linter.localisation.folding import blank_cells
from linter.localisation.hints import blanks, culprit, hint, in_order, suspect
from linter.localisation.imputation import determined
from linter.localisation.network import after, collect, networks, same
from linter.localisation.search import Limits
from linter.model.address import Address
from linter.model.equation import agree
from linter.model.finding import Finding, Suspect
from linter.model.pack import Rule
from linter.model.report import BoundReport


def trace(
    findings: tuple[Finding, ...], report: BoundReport, rules: Sequence[Rule], limits: Limits = LIMITS
) -> tuple[Finding, ...]:
    """The findings, with their causes and with what blank cells come to."""
    empty = any(blank_cells(finding, report) for finding in findings)
    said = {finding.rule for finding in findings}
    figures = Figures(report)
    folder = _Folder(findings, rules)
    values: dict[Address, Decimal] = {}
    for network in networks(collect((rule for rule in rules if said.isdisjoint(rule.requires)), report)):
        failing = network.failing
        if failing or network.blanks:
            explained = explain(network, figures, limits if failing else limits._replace(price=0))
            if empty:
                values |= determined(explained, figures)
            if failing:
                for cause in causes(network, figures, explained):
                    folder.fold(cause)
    return tuple(_imputed(finding, values, report) for finding in folder.folded())


def _at(named: Suspect | None, finding: Finding) -> Finding:
    """The finding with its suspect, at whose cell it stands: that is where the reader has to look first."""
    cell = next((cell for cell in finding.cells if named is not None and cell.address == named.address), None)
    if cell is None:
        return finding._replace(suspect=named)
    others = tuple(other for other in finding.cells if other is not cell)
    return finding._replace(suspect=named, span=cell.span, cells=(cell, *others))


def _imputed(finding: Finding, values: Mapping[Address, Decimal], report: BoundReport) -> Finding:
    found = (
        {address: values[address] for address in blank_cells(finding, report) if address in values} if values else {}
    )
    if not found or finding.hint is not None:
        return finding
    names = {cell.address: cell.name for cell in finding.cells}
    return finding._replace(hint=blanks(found, names), imputed=tuple(found.items()))


UNEXPLAINED = ("fold.at-least", "fold.count", "fold.contradiction")
"""Hints under which nothing is folded."""


class _Folder:
    """The findings of one report while they are being folded."""

    def __init__(self, findings: tuple[Finding, ...], rules: Sequence[Rule]) -> None:
        self.findings = findings
        self.changed: dict[str, Finding | None] = {}
        self.order = {rule.id: position for position, rule in enumerate(rules)}
        self.broken: dict[object, list[Finding]] = {}
        for finding in findings:
            if finding.equation is not None:
                self.broken.setdefault(same(finding.equation), []).append(finding)

    def folded(self) -> Iterable[Finding]:
        found = (self.changed.get(finding.fingerprint, finding) for finding in self.findings)
        return (finding for finding in found if finding is not None)

    def fold(self, cause: Cause) -> None:
        """Puts the findings of a cause below the first of them, if it has been found."""
        members = [finding for one in cause.failing for finding in self.broken.get(same(one), ())]
        if not members:
            return
        witnesses = self._witnesses(cause)
        members.sort(key=lambda finding: self.order.get(finding.rule, len(self.order)))
        first, others = members[0], [*members[1:], *witnesses]
        said = hint(cause, len(others) + 1)
        if said is None or said.key in UNEXPLAINED:
            root = first._replace(hint=said or first.hint)
            others = []
        else:
            severity = min((first, *others), key=lambda finding: finding.severity.rank).severity
            root = first._replace(hint=said, related=tuple(others), severity=severity)
        explanations = tuple(
            tuple(suspect(change, cause.scene) for change in in_order(one, cause.scene)) for one in cause.alternatives
        )
        self.changed[first.fingerprint] = _at(culprit(cause), root)._replace(explanations=explanations)
        self.changed.update((other.fingerprint, None) for other in others)

    def _witnesses(self, cause: Cause) -> list[Finding]:
        """Findings about sentences that agree with the figures once those are corrected."""
        if not cause.standing_out or not cause.alternatives:
            return []
        steps = {change.address: change.suggested - change.value for change in cause.alternatives[0]}
        return [
            finding
            for findings in self.broken.values()
            for finding in findings
            if (one := finding.equation) is not None
            and one.weak
            and not steps.keys().isdisjoint(one.coefficients)
            and agree(after(one, steps), one.tolerance)
        ]
