"""One cause, one finding: sums that fail because of one wrong figure are put below the finding that names it.

A figure explains a set of failing equations if it stands in all of them, one and the same other value would satisfy
them all, and no equation that holds now would fail by it. Fellegi and Holt (1976) call the smallest such set of figures
the localised error; here the set has one member, or nothing is folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

from linter.expressions.linear import Linear, linear
from linter.expressions.value import EXACT
from linter.kinds.relation import Relation
from linter.model.address import Address
from linter.model.finding import Calculation, Finding, Suspect
from linter.model.message import Message, Value
from linter.model.pack import Rule
from linter.model.report import BoundReport
from linter.model.template import ValueType


class Equation(NamedTuple):
    """The sum of `coefficients` times cells is off by `residual`: what is left of the left side minus the right."""

    coefficients: Mapping[Address, Decimal]
    residual: Decimal


def fold(findings: tuple[Finding, ...], report: BoundReport, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """The findings, with those that have one cause under the first of them, in the order of the rules.

    The suspect is named where exactly one figure explains them; where several do, or none, nothing is folded.
    """
    order = {rule.id: position for position, rule in enumerate(rules)}
    broken = [(finding, equation) for finding in findings if (equation := _broken(finding.calculation))]
    if not broken:
        return findings
    broken.sort(key=lambda pair: order.get(pair[0].rule, len(order)))
    kept = tuple(_kept(rules, report))
    changed: dict[str, Finding | None] = {}
    for group in _connected(broken):
        suspects = tuple(_explanations([equation for _, equation in group], kept, report))
        if len(suspects) == 1:
            first, *others = (finding for finding, _ in group)
            changed[first.fingerprint] = _root(first, others, suspects[0])
            changed.update((other.fingerprint, None) for other in others)
    folded = (changed.get(finding.fingerprint, finding) for finding in findings)
    return tuple(finding for finding in folded if finding is not None)


def _root(first: Finding, others: Sequence[Finding], suspect: Suspect) -> Finding:
    key = "fold.suspect" if others else "fold.suspect-of-one"
    values: dict[str, Value] = {"cell": suspect.name, "suggested": suspect.suggested, "value": suspect.value}
    hint = Message(key, values | {"count": len(others) + 1} if others else values)
    severity = min((first, *others), key=lambda finding: finding.severity.rank).severity
    return first._replace(hint=hint, suspect=suspect, related=tuple(others), severity=severity)


def _broken(calculation: Calculation | None) -> Equation | None:
    """The equation behind a finding, if it is a sum of cells."""
    if calculation is None or calculation.operator != "==":
        return None
    coefficients: dict[Address, Decimal] = {}
    for side, terms in ((1, calculation.left), (-1, calculation.right)):
        for term in terms:
            if term.address is not None:
                coefficients[term.address] = coefficients.get(term.address, Decimal(0)) + side * term.sign
    with localcontext(EXACT):
        return Equation(coefficients, calculation.left_total - calculation.right_total)


def _kept(rules: Sequence[Rule], report: BoundReport) -> Iterator[Equation]:
    """The equations that hold in the report."""
    for rule in rules:
        relation = rule.options
        if isinstance(relation, Relation) and not relation.rounded:
            for instance in relation.instances:
                form = linear(instance.check, report.cell)
                equation = _evaluated(form, report) if form is not None and form.operator == "==" else None
                if equation is not None and not equation.residual:
                    yield equation


def _evaluated(form: Linear, report: BoundReport) -> Equation | None:
    """None where a cell has no number."""
    coefficients = dict(form.left.coefficients)
    for address, factor in form.right.coefficients.items():
        coefficients[address] = coefficients.get(address, Decimal(0)) - factor
    residual = form.left.constant - form.right.constant
    with localcontext(EXACT):
        for address, factor in coefficients.items():
            cell = report.cell(address)
            if cell is None or cell.value is None:
                return None
            residual += factor * cell.value
    return Equation(coefficients, residual)


def _connected(broken: Sequence[tuple[Finding, Equation]]) -> list[list[tuple[Finding, Equation]]]:
    """Failing equations that share cells, together: they may have one cause, others cannot."""
    groups: list[tuple[set[Address], list[tuple[Finding, Equation]]]] = []
    for pair in broken:
        cells = set(pair[1].coefficients)
        touching = [group for group in groups if not group[0].isdisjoint(cells)]
        members = [member for group in touching for member in group[1]]
        groups = [group for group in groups if group not in touching]
        groups.append((cells.union(*(group[0] for group in touching)), [*members, pair]))
    return [members for _, members in groups]


def _explanations(failing: Sequence[Equation], kept: Sequence[Equation], report: BoundReport) -> Iterator[Suspect]:
    """The cells of which one other value satisfies all of `failing` and spoils none of `kept`."""
    for address in failing[0].coefficients:
        if any(not equation.coefficients.get(address) for equation in failing):
            continue
        if any(equation.coefficients.get(address) for equation in kept):
            continue
        with localcontext(EXACT):
            changes = {-equation.residual / equation.coefficients[address] for equation in failing}
            cell = report.cell(address)
            if len(changes) == 1 and cell is not None and cell.value is not None:
                suggested = cell.value + changes.pop()
                if _is_possible(address, suggested, report):
                    yield Suspect(address, cell.name, cell.value, suggested)


def _is_possible(address: Address, value: Decimal, report: BoundReport) -> bool:
    """Whether the column may hold the value: counts are whole, and only changes are below nought."""
    spec = report.tables[address.table].spec
    type = next(column.type for block in spec.blocks for column in block.columns if column.id == address.column)
    whole = type is ValueType.AMOUNT or value == value.to_integral_value()
    return whole and (type is ValueType.CHANGE or value >= 0)
