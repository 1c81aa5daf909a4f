"""How a sentence that disagrees with the tables is put to people."""

from __future__ import annotations

from linter.expressions.tree import Comparison
from linter.expressions.worked import work_out
from linter.kinds.figures import stated_options
from linter.kinds.figures.stated_options import sentence
from linter.model.finding import Calculation, Problem, Term
from linter.model.message import Catalogue, Localised, Message, Value, in_quotes
from linter.model.report import BoundCell, BoundReport
from linter.prose.stated import Stated

_TERMS_SHOWN = 6
_CELLS_SHOWN = 7
_WRONG = {"==": "claim.unequal", ">=": "claim.less", "<=": "claim.more"}


def problem(found: Stated, comparisons: tuple[Comparison, ...], report: BoundReport) -> Problem:
    """The finding at the figure of the sentence, with the cells that it should agree with."""
    worked = [one for comparison in comparisons if (one := work_out(comparison, report.cell)) is not None]
    different = tuple({one.right_total: one for one in reversed(worked)}.values())[::-1]
    cells = tuple(dict.fromkeys(cell for one in different for cell in _cells(one, report)))[:_CELLS_SHOWN]
    span = found.hit.passage.span(found.start, found.end)
    message = _message(found, different, comparisons[0].operator)
    return Problem(message, cells, span=span, section=found.hit.section)


def _message(found: Stated, worked: tuple[Calculation, ...], operator: str) -> Message:
    sums: tuple[Value, ...] = tuple(map(_sum, worked))
    values: dict[str, Value] = {"quote": sentence(found), "cells": sums}
    if found.value is None:
        return Message("claim.untrue", values)
    values["figure"] = found.hit.passage.quote(found.start, found.end)
    if len(worked) > 1:
        return Message("claim.none-fits", values)
    values["difference"] = abs(worked[0].left_total - worked[0].right_total)
    return Message(_WRONG[operator], values)


def _sum(worked: Calculation) -> Value:
    """`“一、本年新收” 12 + “二、上年结转” 3 = 15`; of several terms, only those that are not zero."""
    terms = [term for term in worked.right if term.value != 0] or list(worked.right[:1])
    sum_: Value = ""
    for term in terms[:_TERMS_SHOWN]:
        sign = ("" if term.sign > 0 else "- ") if not sum_ else (" + " if term.sign > 0 else " - ")
        sum_ = _joined(sum_, sign, _term(term))
    if len(terms) > _TERMS_SHOWN:
        sum_ = _joined(sum_, " + …", "")
    return sum_ if len(terms) == 1 else _joined(sum_, f" = {worked.right_total:f}", "")


def _joined(left: Value, between: str, right: Value) -> Value:
    if isinstance(left, str) and isinstance(right, str):
        return left + between + right
    return Message("claim.joined", {"left": left, "between": between, "right": right})


def _term(term: Term) -> Value:
    printed = term.text.strip() or f"{term.value:f}"
    if term.address is not None and term.address.previous:
        return Message("previous.cell", {"name": term.name, "text": printed})
    return f"{in_quotes(term.name)} {printed}" if term.name else printed


def _cells(worked: Calculation, report: BoundReport) -> list[BoundCell]:
    """The cells of a sum; of a long one, those that are not zero."""
    addressed = [term for term in worked.right if term.address is not None]
    terms = [term for term in addressed if term.value != 0] if len(addressed) > _CELLS_SHOWN else addressed
    found = (report.cell(term.address) for term in terms or addressed[:1] if term.address is not None)
    return [cell for cell in found if cell is not None]


MESSAGES: Catalogue = {
    **stated_options.MESSAGES,
    "claim.unequal": Localised(
        zh="文中写“{quote}”，但表中{cells}，相差 {difference}；请核对哪一处有误",
        en="the text says “{quote}”, but the table has {cells}; the difference is {difference}; check which of the "
        "two is wrong",
    ),
    "claim.none-fits": Localised(
        zh="文中写“{quote}”，但表中{cells}，都不是“{figure}”；请核对哪一处有误",
        en="the text says “{quote}”, but the table has {cells}, none of which is “{figure}”; check which of the two "
        "is wrong",
    ),
    "claim.less": Localised(
        zh="文中写“{quote}”，少于表中的{cells}，相差 {difference}；请核对哪一处有误",
        en="the text says “{quote}”, which is less than {cells} in the table; the difference is {difference}; check "
        "which of the two is wrong",
    ),
    "claim.more": Localised(
        zh="文中写“{quote}”，多于表中的{cells}，相差 {difference}；请核对哪一处有误",
        en="the text says “{quote}”, which is more than {cells} in the table; the difference is {difference}; check "
        "which of the two is wrong",
    ),
    "claim.untrue": Localised(
        zh="文中写“{quote}”，但表中{cells}；请核对哪一处有误",
        en="the text says “{quote}”, but the table has {cells}; check which of the two is wrong",
    ),
    "claim.undecided": Localised(
        zh="无法与文中的说法核对：表中没有{cells}的数字",
        en="what the text says could not be checked: the table has no figure for {cells}",
    ),
    "claim.joined": Localised(zh="{left}{between}{right}", en="{left}{between}{right}"),
    "claim.one-relation": Localised(
        zh="每项要有且只有一个核对关系（{keys} 之一）", en="a claim has one of {keys}, and no more than one"
    ),
}
