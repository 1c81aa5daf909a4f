"""What is marked of a finding: the place that is wrong, and those that it was compared with."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model.address import Address
from linter.model.finding import CellReference, Finding
from linter.model.message import CellName
from linter.model.records import Record
from linter.model.span import Span
from linter.presentation.remarks import in_table


class Marked(Record):
    """A place of a finding. It `stands_out` where it is what is wrong and not another figure of the same sum; `name` is
    that of a cell.
    """

    span: Span
    stands_out: bool
    name: CellName | None = None


def marked(finding: Finding) -> tuple[Marked, ...]:
    """The places of a finding, each once, the main one first. Of a sum only the figures stand out that would have to
    change; of other findings, all cells.
    """
    wrong = _wrong(finding)
    cells = _each_once(
        (*finding.cells, *(cell for one in finding.related for cell in one.cells if cell.address in wrong))
    )
    alike = finding.calculation is None and in_table(finding)
    found = {finding.span: Marked(finding.span, True)}
    for cell in cells:
        stands_out = alike or cell.address in wrong or cell.span == finding.span
        known = found.get(cell.span)
        if known is None or known.name is None:
            found[cell.span] = Marked(cell.span, stands_out, cell.name)
    return tuple(found.values())


def _wrong(finding: Finding) -> frozenset[Address]:
    """The cells that would have to change, where that is known."""
    if finding.suspect is not None:
        return frozenset({finding.suspect.address})
    if len(finding.explanations) != 1:
        return frozenset()
    return frozenset(cell.address for cell in finding.explanations[0])


def _each_once(cells: Iterable[CellReference]) -> Iterable[CellReference]:
    return {cell.address: cell for cell in cells}.values()
