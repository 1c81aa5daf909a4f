"""Which figure is wrong: the smallest set of cells whose change satisfies every equation of a report.

Fellegi and Holt (1976) call this error localisation. `grouping` puts sums that fail for one cause below the finding
that names it; `imputation` says what blank cells come to where the equations leave no choice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from linter.model.address import Address
from linter.model.equation import Equation
from linter.model.finding import Finding
from linter.model.report import BoundReport


def grouped(
    findings: tuple[Finding, ...], equations: Callable[[], Mapping[str, Sequence[Equation]]], report: BoundReport
) -> tuple[Finding, ...]:
    """The findings, with those that have one cause under the first of them, in the order of the rules.

    `equations` gives what each rule says of figures, by its id and in the order of the rules. A cell is named as the
    suspect only where nothing else explains as well what fails. Findings about blank cells say what the other figures
    make of these. A report in which no equation fails and no cell is blank pays nothing: what does the work is not even
    loaded.
    """
    blanks = {finding.fingerprint: cells for finding in findings if (cells := _blank_cells(finding, report))}
    if not blanks and not any(finding.equation is not None and not finding.equation.weak for finding in findings):
        return findings
    from linter.localisation.grouping import group

    return group(findings, blanks, equations(), report)


def _blank_cells(finding: Finding, report: BoundReport) -> tuple[Address, ...]:
    """The cells without a number that a finding is about, unless it is about a sum."""
    if finding.equation is not None:
        return ()
    cells = (report.cell(cell.address) for cell in finding.cells)
    return tuple(cell.address for cell in cells if cell is not None and cell.value is None)
