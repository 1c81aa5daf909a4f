"""Where a finding is marked in the document that the desk shows beside it, and as what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.address import Address
from linter.model.finding import Finding
from linter.model.records import Record
from linter.model.span import NOWHERE, Location, PdfSpan, Span

WRONG, WITH = "wrong", "with"
"""What is to be changed, and what belongs to the same sum."""

LONGEST_WORDS = 60
"""Characters of a paragraph that are marked as words; where a place is longer, the paragraph is marked as a whole."""

MOST_SUSPECTS = 4
"""Of more cells than this that may be wrong, none stands out."""


class Spot(Record):
    """A place of the `finding`-th finding, from 1. The first of a finding's spots is where it is read first."""

    finding: int
    role: str
    span: Span


def spots_of(findings: Sequence[Finding]) -> tuple[Spot, ...]:
    """The places of all findings, each place of a finding once, those that are to be changed first."""
    return tuple(spot for number, finding in enumerate(findings, 1) for spot in _spots(number, finding))


def _spots(number: int, finding: Finding) -> Iterator[Spot]:
    """What is to be changed: the cell that is most likely wrong, else the few that may be, else what the finding is
    about. Then the other cells of its sum.
    """
    suspects = _suspects(finding)
    everywhere = (*finding.cells, *(cell for related in finding.related for cell in related.cells))
    first = [cell.span for cell in everywhere if cell.address in suspects]
    rest = [cell.span for cell in finding.cells if cell.address not in suspects]
    in_a_cell = spot_key(finding.span) in {spot_key(cell.span) for cell in finding.cells}
    if not first and finding.calculation is None and in_a_cell:
        first, rest = rest, []
    seen: set[object] = set()
    for role, spans in ((WRONG, first or [finding.span]), (WITH, rest)):
        for span in spans:
            if (key := spot_key(span)) not in seen:
                seen.add(key)
                yield Spot(number, role, span)


def _suspects(finding: Finding) -> frozenset[Address]:
    if finding.suspect is not None:
        return frozenset({finding.suspect.address})
    blanks = frozenset(address for address, _ in finding.imputed)
    possible = blanks | {cell.address for cells in finding.explanations for cell in cells if not cell.address.previous}
    return possible if len(possible) <= MOST_SUSPECTS or possible == blanks else frozenset()


def spot_key(span: Span) -> object:
    """What is the same for two places that are marked alike."""
    return span.located(NOWHERE) if isinstance(span, PdfSpan) else marked_at(span)


def marked_at(span: Span) -> Location:
    """What is marked of a text: a few words of a paragraph, else the paragraph or the cell as a whole."""
    at = span.at
    return at if at.row < 0 and 0 < at.length <= LONGEST_WORDS else at.whole
