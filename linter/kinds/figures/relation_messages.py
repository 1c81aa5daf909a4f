"""How a relation that fails, or that cannot be decided, is put to people."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from linter.expressions.evaluate import Undetermined
from linter.expressions.operands import used
from linter.expressions.scope import Instance
from linter.expressions.tree import Operand
from linter.expressions.worked import work_out
from linter.kinds.figures import explained
from linter.kinds.naming import quoted
from linter.model.address import Address
from linter.model.finding import Calculation, Problem, Term, Undecided
from linter.model.message import Catalogue, Localised, Message, Value, in_quotes
from linter.model.report import BoundCell, BoundReport

Cells = Callable[[Address], BoundCell | None]

_TERMS_SHOWN = 8
_REASONS_SHOWN = 5
_CELLS_SHOWN = 7
"""A sum over more cells than this points only at those that are not zero."""

_FOUND = {"==": "unequal", "!=": "equal", "<": "not-less", "<=": "more", ">": "not-more", ">=": "less"}
"""What is the case where a comparison fails."""


def problem(instance: Instance, report: BoundReport) -> Problem:
    """The finding for an instance that fails: cells with the most telling first, and the sum step by step."""
    part = _part(instance)
    where = Message("relation.for", {"part": part}) if part else ""
    calculation = work_out(instance.check, report.cell)
    operands = tuple(dict.fromkeys(used(instance.check, report.cell)))
    if calculation is None:
        seen = tuple(_quoted(operand.name, _shown(operand, report.cell), operand.address) for operand in operands)
        message = Message("relation.untrue", {"where": where, "cells": seen})
        cells = _bound(operands, report.cell)
    else:
        message = _message(calculation, where)
        cells = _telling(calculation, report.cell)
        if any(term.name and term.address is None for term in calculation.left + calculation.right):
            cells = tuple(dict.fromkeys((*cells, *_bound(operands, report.cell))))
    id = (cells[0].address if cells else operands[0].address).table
    table = report.template.table(id)
    headline = _headline(calculation, where) if calculation is not None else None
    section = table.section if table else None
    return Problem(message, cells, section=section, table=id, calculation=calculation, headline=headline, part=part)


def _part(instance: Instance) -> Message | None:
    """The column, the row or the entity that a check holds for, where it holds for several."""
    return Message(f"relation.{instance.along or 'entity'}", {"name": instance.name}) if instance.name else None


def _bound(operands: Iterable[Operand], cells: Cells) -> tuple[BoundCell, ...]:
    """The cells of this year's report among these."""
    here = (operand.address for operand in operands if not operand.address.previous)
    return tuple(cell for address in here if (cell := cells(address)))


def _shown(operand: Operand, cells: Cells) -> str:
    cell = cells(operand.address)
    return "" if cell is None else cell.text.strip() or f"{cell.value:f}"


def _quoted(name: str, text: str, address: Address | None = None) -> Value:
    """A name in quotation marks with its figure; of a cell of last year's report, it says so."""
    if address is not None and address.previous:
        return Message("previous.cell", {"name": name, "text": text})
    return f"{in_quotes(name)} {text}"


def _joined(parts: Iterable[Value]) -> Value:
    """Parts of a line one after the other: words of the report, and what is put in the language of the reader."""
    line: Value = ""
    for part in parts:
        if isinstance(line, str) and isinstance(part, str):
            line += part
        else:
            line = Message("relation.joined", {"line": line, "part": part})
    return line


def _message(calculation: Calculation, where: Value) -> Message:
    difference = abs(calculation.left_total - calculation.right_total)
    values: dict[str, Value] = {"where": where, "difference": difference}
    if calculation.operator == "==" and (total := _single(calculation)):
        terms, sum = total[1]
        values |= {"found": _cell(total[0]), "total": sum, "terms": _side(terms)}
        none = all(term.value == 0 for term in terms)
        return Message("relation.total-of-zeros" if none else "relation.total", values)
    return Message(
        f"relation.{_FOUND[calculation.operator]}",
        values
        | {
            "left": _with_total(calculation.left, f"{calculation.left_total:f}"),
            "right": _with_total(calculation.right, f"{calculation.right_total:f}"),
        },
    )


def _single(calculation: Calculation) -> tuple[Term, tuple[tuple[Term, ...], Value]] | None:
    """The total that the other side adds up to: the one term of a side, where the other side has several."""
    left, right = calculation.left, calculation.right
    if len(left) == 1 < len(right) and left[0].address and left[0].sign > 0:
        return left[0], (right, calculation.right_total)
    if len(right) == 1 < len(left) and right[0].address and right[0].sign > 0:
        return right[0], (left, calculation.left_total)
    return None


def _headline(calculation: Calculation, where: Value) -> Message | None:
    """The message without the terms of long sums; None where it has none. `{title}` is the rule's."""
    values: dict[str, Value] = {
        "where": where,
        "difference": abs(calculation.left_total - calculation.right_total),
        "left": calculation.left_total,
        "right": calculation.right_total,
    }
    if calculation.operator == "==" and (total := _single(calculation)):
        return Message("relation.total-alone", {**values, "found": _cell(total[0]), "total": total[1][1]})
    if len(calculation.left) == len(calculation.right) == 1:
        return None
    return Message("relation.sides", values)


def _cell(term: Term) -> Message:
    """`“（七）总计”为 76`."""
    return Message("relation.cell", {"name": term.name, "text": term.text.strip() or f"{term.value:f}"})


def _with_total(terms: tuple[Term, ...], total: str) -> Value:
    side = _side(terms)
    return side if len(terms) == 1 and terms[0].sign > 0 else _joined((side, f" = {total}"))


def _side(terms: tuple[Term, ...]) -> Value:
    """`“一、本年新收” 12 + “二、上年结转” 3`; of a long side, only the terms that are not zero."""
    shown = terms if len(terms) <= 2 else [term for term in terms if term.value != 0] or terms[:1]
    parts: list[Value] = []
    for index, term in enumerate(shown[:_TERMS_SHOWN]):
        sign = ("" if term.sign > 0 else "- ") if index == 0 else (" + " if term.sign > 0 else " - ")
        printed = term.text.strip() or f"{term.value:f}"
        parts += [sign, _quoted(term.name, printed, term.address) if term.name else printed]
    return _joined((*parts, " + …" if len(shown) > _TERMS_SHOWN else ""))


def _telling(calculation: Calculation, cells: Cells) -> tuple[BoundCell, ...]:
    """The cells to look at: a total before its terms, else the right side before the left; none of last year's."""
    left, right = calculation.left, calculation.right
    left_first = len(left) == 1 and left[0].address is not None
    terms = left + right if left_first else right + left
    many = len(terms) > _CELLS_SHOWN
    chosen = [term.address for index, term in enumerate(terms) if index == 0 or not many or term.value != 0]
    addresses = dict.fromkeys(address for address in chosen if address is not None and not address.previous)
    return tuple(cell for address in addresses if (cell := cells(address)))


def undecided(unknown: Iterable[tuple[Instance, Undetermined]], report: BoundReport) -> Undecided:
    """One reason for all instances that could not be calculated: which cells, and what is the matter with them."""
    places: dict[tuple[str, bool, str], list[str]] = {}
    for instance, undetermined in unknown:
        for operand in undetermined.missing:
            key = operand.name, operand.address.previous, _why(operand.address, report)
            places.setdefault(key, []).append(instance.name)
    alike: dict[tuple[str, bool, tuple[str, ...]], list[str]] = {}
    for (name, previous, why), instances in places.items():
        alike.setdefault((why, previous, tuple(dict.fromkeys(instances))), []).append(name)
    reasons: list[Value] = []
    for (why, previous, within), names in list(alike.items())[:_REASONS_SHOWN]:
        where: Value = Message("relation.in", {"instances": quoted(within)}) if any(within) else ""
        shown = tuple(Message("previous.name", {"name": name}) for name in names) if previous else quoted(names)
        reasons.append(Message(f"relation.because-{why}", {"names": shown, "where": where}))
    if len(alike) > _REASONS_SHOWN:
        reasons.append(Message("relation.more-reasons", {"count": len(alike) - _REASONS_SHOWN}))
    return Undecided(Message("relation.undecided", {"reasons": tuple(reasons)}))


def missing_entities(absent: Iterable[tuple[Instance, Operand]], report: BoundReport) -> Iterable[Problem]:
    """One finding for each table that lacks entities which another one has."""
    lacking: dict[tuple[str, bool], list[str]] = {}
    for instance, operand in absent:
        lacking.setdefault((operand.address.table, operand.address.previous), []).append(instance.name)
    for (id, previous), names in lacking.items():
        there = report.previous if previous and report.previous else report
        spec = there.template.table(id)
        key = "relation.last-year-lacks-entities" if previous else "relation.lacks-entities"
        title: Value = spec.title if spec else id
        message = Message(key, {"table": title, "names": quoted(names)})
        yield Problem(message, table=id, section=spec.section if spec and not previous else None)


def _why(address: Address, report: BoundReport) -> str:
    """What is the matter with a cell that has no number."""
    cell = report.cell(address)
    if cell is not None:
        return cell.state.value
    if address.previous and report.previous is not None:
        table = report.previous.template.table(address.table)
        if table is None or (not table.is_open and address._replace(previous=False) not in table.addresses()):
            return "not-in-last-form"
    return "missing"


MESSAGES: Catalogue = {
    **explained.MESSAGES,
    "relation.for": Localised(zh="{part}：", en="{part}: "),
    "relation.columns": Localised(zh="“{name}”列", en="column “{name}”"),
    "relation.rows": Localised(zh="“{name}”行", en="row “{name}”"),
    "relation.entity": Localised(zh="{name}", en="{name}"),
    "relation.cell": Localised(zh="“{name}”为 {text}", en="“{name}” is {text}"),
    "relation.total-alone": Localised(
        zh="{where}{found}，各项合计为 {total}，相差 {difference}",
        en="{where}{found}, but its parts add up to {total}; the difference is {difference}",
    ),
    "relation.sides": Localised(
        zh="{where}{title}，现为 {left} 和 {right}",
        en="{where}{title}: {left} against {right}",
    ),
    "relation.total": Localised(
        zh="{where}{found}，各项合计为 {total}（{terms}），相差 {difference}",
        en="{where}{found}, but its parts add up to {total} ({terms}); the difference is {difference}",
    ),
    "relation.total-of-zeros": Localised(
        zh="{where}{found}，但各项均为 0，相差 {difference}",
        en="{where}{found}, but all its parts are 0; the difference is {difference}",
    ),
    "relation.unequal": Localised(
        zh="{where}{left}，不等于 {right}，相差 {difference}",
        en="{where}{left} does not equal {right}; the difference is {difference}",
    ),
    "relation.equal": Localised(
        zh="{where}{left}，等于 {right}，两者不应相等",
        en="{where}{left} equals {right}, which it should not",
    ),
    "relation.more": Localised(
        zh="{where}{left}，大于 {right}，多 {difference}",
        en="{where}{left} is more than {right}; the difference is {difference}",
    ),
    "relation.less": Localised(
        zh="{where}{left}，小于 {right}，少 {difference}",
        en="{where}{left} is less than {right}; the difference is {difference}",
    ),
    "relation.not-more": Localised(
        zh="{where}{left}，应大于 {right}，相差 {difference}",
        en="{where}{left} should be more than {right}; the difference is {difference}",
    ),
    "relation.not-less": Localised(
        zh="{where}{left}，应小于 {right}，相差 {difference}",
        en="{where}{left} should be less than {right}; the difference is {difference}",
    ),
    "relation.untrue": Localised(
        zh="{where}{cells}；请核对",
        en="{where}{cells}; check which of them is wrong",
    ),
    "relation.undecided": Localised(zh="{reasons}，无法核算", en="{reasons}, so it could not be calculated"),
    "relation.in": Localised(zh="（{instances}）", en=" ({instances})"),
    "relation.because-missing": Localised(zh="没有找到{names}{where}", en="{names} was not found{where}"),
    "relation.because-blank": Localised(zh="{names}未填{where}", en="{names} is blank{where}"),
    "relation.because-placeholder": Localised(zh="{names}填的不是数字{where}", en="{names} holds a placeholder{where}"),
    "relation.because-unreadable": Localised(zh="{names}填的不是数字{where}", en="{names} is not a figure{where}"),
    "relation.because-figure": Localised(
        zh="{names}的数字不能用于计算{where}", en="{names} cannot be used in a sum{where}"
    ),
    "relation.lacks-entities": Localised(
        zh="{table}中没有{names}，其他表中有", en="{names} is not in {table}, though other tables have it"
    ),
    "relation.last-year-lacks-entities": Localised(
        zh="上年报告的{table}中没有{names}", en="{names} is not in {table} of last year's report"
    ),
    "relation.more-reasons": Localised(zh="另有 {count} 处", en="and {count} more"),
    "relation.because-not-in-last-form": Localised(
        zh="上年报告用的是另一版格式，没有{names}{where}",
        en="last year's report is in another edition of the form, without {names}{where}",
    ),
    "relation.joined": Localised(zh="{line}{part}", en="{line}{part}"),
    "relation.no-instance": Localised(
        zh="表中没有哪一行或列同时具有“{check}”的全部单元格",
        en="no row or column of the table has all the cells of “{check}”",
    ),
    "relation.unknown-instance": Localised(
        zh="“{name}”不是算式适用的行或列；适用的有：{known}",
        en="the check does not hold for “{name}”; it holds for {known}",
    ),
    "relation.unknown-instance-near": Localised(
        zh="“{name}”不是算式适用的行或列，是否为“{nearest}”？",
        en="the check does not hold for “{name}”; did you mean “{nearest}”?",
    ),
}
