"""One cause, one finding: sums that fail because of one wrong figure are put below the finding that names it."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.address import Address
from linter.model.finding import Finding
from linter.model.pack import Rule
from linter.model.report import BoundReport


def fold(findings: tuple[Finding, ...], report: BoundReport, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """The findings, with those that have one cause under the first of them, in the order of the rules.

    A cell is named as the suspect only where nothing else explains as well what fails. Findings about blank cells say
    what the other figures make of these. A report in which no equation fails and no cell is blank pays nothing: what
    does the work is not even loaded.
    """
    broken = any(finding.equation is not None and not finding.equation.weak for finding in findings)
    if not broken and not any(blank_cells(finding, report) for finding in findings):
        return findings
    from linter.localisation.tracing import trace

    return trace(findings, report, rules)


def blank_cells(finding: Finding, report: BoundReport) -> tuple[Address, ...]:
    """The cells without a number that a finding is about."""
    if finding.equation is not None:
        return ()
    cells = (report.cell(cell.address) for cell in finding.cells)
    return tuple(cell.address for cell in cells if cell is not None and cell.value is None)
