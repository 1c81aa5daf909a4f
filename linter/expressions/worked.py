"""How an expression was worked out, for people."""

from __future__ import annotations

from decimal import Decimal, localcontext

from linter.expressions.evaluate import holds
from linter.expressions.operands import members
from linter.expressions.tree import TRUTHS, Arithmetic, Comparison, Junction, Negative, Node, Number, Operand, Total
from linter.expressions.value import EXACT, Cells, exact, resolved
from linter.model.finding import Calculation, Term


def work_out(check: Node, cells: Cells) -> Calculation | None:
    """Both sides of the comparison that decides: `check` itself, or the first of several that fails.

    None where truths are compared. All cells of `check` must have a number (`decide` gave a truth).
    """
    if isinstance(check, Junction):
        worked = [one for operand in check.operands if (one := work_out(operand, cells))]
        failed = [one for one in worked if not holds(one.operator, one.left_total, one.right_total)]
        return failed[0] if failed and check.operator == "and" else None
    if not isinstance(check, Comparison) or isinstance(check.left, TRUTHS):
        return None
    with localcontext(EXACT):
        return Calculation(
            tuple(_terms(check.left, cells)),
            tuple(_terms(check.right, cells)),
            exact(check.left, cells),
            exact(check.right, cells),
            check.operator,
        )


def _terms(node: Node, cells: Cells) -> list[Term]:
    match node:
        case Number(value):
            return [Term("", f"{value:f}", value)]
        case Operand():
            return [_term(node, cells)]
        case Total(inner):
            return [_term(operand, cells) for member in inner for operand in members(member, cells)]
        case Negative(operand):
            return _turned(_terms(operand, cells))
        case Arithmetic("+", left, right):
            return _terms(left, cells) + _terms(right, cells)
        case Arithmetic("-", left, right):
            return _terms(left, cells) + _turned(_terms(right, cells))
        case Arithmetic(_, left, right):
            return [_factor(_terms(left, cells), _terms(right, cells), exact(node, cells))]
    raise TypeError(f"no number: {node!r}")


def _term(operand: Operand, cells: Cells) -> Term:
    value, cell = resolved(operand, cells), cells(operand.address)
    assert value is not None and cell is not None
    return Term(operand.name, cell.text, value, operand.address)


def _turned(terms: list[Term]) -> list[Term]:
    return [term._replace(sign=-term.sign) for term in terms]


def _factor(left: list[Term], right: list[Term], value: Decimal) -> Term:
    """A product is one term; it has an address where only one cell is in it."""
    addresses = [term.address for term in left + right if term.address]
    names = [_joined(terms) for terms in (left, right)]
    return Term(" × ".join(names), f"{value:f}", value, addresses[0] if len(addresses) == 1 else None)


def _joined(terms: list[Term]) -> str:
    if len(terms) == 1 and terms[0].sign > 0:
        return terms[0].name or terms[0].text
    text = "".join((" + " if term.sign > 0 else " - ") + (term.name or term.text) for term in terms)
    return f"({text.removeprefix(' + ').lstrip()})"
