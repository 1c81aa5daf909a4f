"""What a check may say, and what the engine makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum

from linter.model.address import Address
from linter.model.equation import Equation
from linter.model.message import CellName, Localised, Message
from linter.model.records import Record, by_class
from linter.model.report import BoundCell
from linter.model.span import Span


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Term(Record):
    """One line of a worked sum: a name, the text of its cell, its value. `sign` is +1 or -1."""

    name: str
    text: str
    value: Decimal
    address: Address | None = None
    sign: int = 1


class Calculation(Record):
    """An equation or comparison as calculated: both sides with their terms and totals, and the operator between.

    Terms that are zero may be left out of a side when it is drawn; `left` and `right` hold all of them.
    """

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    left_total: Decimal
    right_total: Decimal
    operator: str


@by_class
class Problem(Record):
    """A check failed. `cells` are those that the reader should look at, the most telling first.

    `span` says where, if there are no cells; `severity` overrides the rule's own. `equation` is the one that fails, if
    one does. `headline` is the message in a line, where that gives a sum step by step; `part` is the row, the column or
    the entity that the check failed for, where it holds for several.
    """

    message: Message
    cells: tuple[BoundCell, ...] = ()
    span: Span | None = None
    section: str | None = None
    table: str | None = None
    severity: Severity | None = None
    calculation: Calculation | None = None
    hint: Message | None = None
    equation: Equation | None = None
    headline: Message | None = None
    part: Message | None = None


@by_class
class Undecided(Record):
    """A check could not look, and why."""

    reason: Message


Outcome = Problem | Undecided


class Verdict(Record):
    """The results of a check, and what it says of figures as equations over cells: those that hold, fail or lack a cell
    alike, in its order. They are made when they are asked for, which is only where figures disagree.
    """

    outcomes: tuple[Outcome, ...]
    equations: Callable[[], Iterable[Equation]] = tuple


class CellReference(Record):
    """A cell as a finding copies it, so that it can be written out without the report."""

    address: Address
    name: CellName
    text: str
    span: Span


class Suspect(Record):
    """The cell that most likely is wrong, and the value that would make the figures agree.

    `reason` is how the figure may have come about; `certain` says that nothing else explains so little being wrong.
    """

    address: Address
    name: CellName
    value: Decimal
    suggested: Decimal
    reason: Message | None = None
    certain: bool = False


class Finding(Record):
    """A problem as reported: with its rule, its place and its identity.

    `fingerprint` stays the same when the report is edited elsewhere. `related` are the findings that share its cause.
    `explanations` are the smallest sets of cells that may be wrong, the most likely first; `imputed` is what blank
    cells of the finding come to. `heading` is that of the section where it stands, as the report prints it; `headline`
    and `part` are those of the problem.
    """

    rule: str
    title: Localised
    severity: Severity
    message: Message
    source: str
    span: Span
    fingerprint: str
    section: str | None = None
    table: str | None = None
    table_title: Localised | None = None
    cells: tuple[CellReference, ...] = ()
    calculation: Calculation | None = None
    hint: Message | None = None
    suspect: Suspect | None = None
    related: tuple[Finding, ...] = ()
    equation: Equation | None = None
    explanations: tuple[tuple[Suspect, ...], ...] = ()
    imputed: tuple[tuple[Address, Decimal], ...] = ()
    headline: Message | None = None
    part: Message | None = None
    heading: str = ""


class UndecidedRule(Record):
    """A rule that could not look at a report, or at a part of it."""

    rule: str
    title: Localised
    reason: Message
