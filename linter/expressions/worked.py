"""How an expression was calculated, for people."""

from __future__ import annotations

from decimal import Decimal, localcontext

from linter.expressions.evaluate import Truth, links, truth
from linter.expressions.operands import Cells, used
from linter.expressions.tree import (
    TRUTHS,
    Arithmetic,
    Call,
    Comparison,
    Junction,
    Negative,
    Node,
    Number,
    Operand,
    Property,
    Total,
)
from linter.expressions.value import EXACT, Inapplicable, elements, exact, resolved
from linter.model.finding import Calculation, Term

_LONGEST = 15
_PLACES = 4
"""Decimals that are shown of a number with more than the longest that is shown whole."""


def work_out(check: Node, cells: Cells) -> Calculation | None:
    """Both sides of the comparison by which `check` fails: `check` itself, or the first of several that fails.

    None where truths are compared, or what divides by zero.
    """
    if isinstance(check, Junction):
        failed = [operand for operand in check.operands if truth(operand, cells) is Truth.NO]
        return work_out(failed[0], cells) if failed and check.operator == "and" else None
    if isinstance(check, Property) and check.function != "given":
        return next((work_out(link, cells) for link in links(check, cells) if truth(link, cells) is Truth.NO), None)
    if not isinstance(check, Comparison) or isinstance(check.left, TRUTHS):
        return None
    with localcontext(EXACT):
        try:
            left, right = exact(check.left, cells), exact(check.right, cells)
        except Inapplicable:
            return None
        terms = tuple(_terms(check.left, cells)), tuple(_terms(check.right, cells))
        return Calculation(*terms, _shown(left), _shown(right), check.operator)


def _shown(value: Decimal) -> Decimal:
    """A quotient with no more decimals than people read."""
    return value if -int(value.as_tuple().exponent) <= _LONGEST else round(value, _PLACES).normalize()


def _terms(node: Node, cells: Cells) -> list[Term]:
    match node:
        case Number(value):
            return [Term("", f"{value:f}", value)]
        case Operand():
            return [_term(node, cells)]
        case Total():
            return [_term(operand, cells) for operand in used(node, cells)]
        case Negative(operand):
            return _turned(_terms(operand, cells))
        case Arithmetic("+", left, right):
            return _terms(left, cells) + _terms(right, cells)
        case Arithmetic("-", left, right):
            return _terms(left, cells) + _turned(_terms(right, cells))
        case Arithmetic(operator, left, right):
            return [_factor(operator, _terms(left, cells), _terms(right, cells), exact(node, cells))]
        case Call():
            return _of_call(node, cells)
    raise TypeError(f"no number: {node!r}")


def _of_call(node: Call, cells: Cells) -> list[Term]:
    """Of the least and the greatest, the one that it is."""
    value = exact(node, cells)
    if node.function in ("min", "max"):
        parts = [part for argument in node.arguments for part in elements(argument, cells)]
        return _terms(next(part for part in parts if _is_worth(part, value, cells)), cells)
    of = node.arguments[0]
    address = of.address if isinstance(of, Operand) else None
    return [Term(f"{of.name} (%)" if isinstance(of, Operand) else "", f"{value:f}", value, address)]


def _is_worth(node: Node, value: Decimal, cells: Cells) -> bool:
    try:
        return exact(node, cells) == value
    except Inapplicable:
        return False


def _term(operand: Operand, cells: Cells) -> Term:
    value, cell = resolved(operand, cells), cells(operand.address)
    assert value is not None and cell is not None
    return Term(operand.name, cell.text, value, operand.address)


def _turned(terms: list[Term]) -> list[Term]:
    return [term._replace(sign=-term.sign) for term in terms]


def _factor(operator: str, left: list[Term], right: list[Term], value: Decimal) -> Term:
    """A product or quotient is one term; it has an address where only one cell is in it."""
    addresses = [term.address for term in left + right if term.address]
    names = [_joined(terms) for terms in (left, right)]
    sign, value = " × " if operator == "*" else " ÷ ", _shown(value)
    return Term(sign.join(names), f"{value:f}", value, addresses[0] if len(addresses) == 1 else None)


def _joined(terms: list[Term]) -> str:
    if len(terms) == 1 and terms[0].sign > 0:
        return terms[0].name or terms[0].text
    text = "".join((" + " if term.sign > 0 else " - ") + (term.name or term.text) for term in terms)
    return f"({text.removeprefix(' + ').lstrip()})"
