"""The figures that this year's report takes over from last year's: what the pack's own rules say they must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.binding import after
from linter.forms.parts import Carried
from linter.kinds import KINDS
from linter.language.printable import plain
from linter.model.address import Address
from linter.model.equation import Equation
from linter.model.finding import Verdict
from linter.model.message import Message
from linter.model.pack import Pack
from linter.model.report import BoundReport


def carried(form: BoundReport, previous: BoundReport, pack: Pack) -> Mapping[Address, Carried]:
    """The cells of the form, in which every figure is zero, that an equation of the pack gives a figure of last year's.

    An equation does so where it holds one cell of last year's and, with all others zero, leaves one of this year's: the
    only one, or the one of the same row and column.
    """
    both = after(previous, form)
    found: dict[Address, Carried] = {}
    for equation in _equations(both, pack):
        cell, source = _target(equation), _source(equation)
        there = both.cell(source) if source is not None else None
        if cell is None or source is None or there is None or there.value is None:
            continue
        value = -equation.coefficients[source] * there.value / equation.coefficients[cell]
        remark = Message("form.carried", {"year": str(previous.year), "name": there.name})
        if value >= 0:
            found.setdefault(cell, Carried(plain(value), remark))
    return found


def _equations(report: BoundReport, pack: Pack) -> Iterator[Equation]:
    for rule in pack.rules:
        if rule.needs_previous and (report.year is None or report.year in rule.years):
            verdict = KINDS[rule.kind].verdict(rule.options, report)
            if isinstance(verdict, Verdict):
                yield from (equation for equation in verdict.equations() if not equation.weak)


def _source(equation: Equation) -> Address | None:
    there = [address for address in equation.coefficients if address.previous]
    return there[0] if len(there) == 1 else None


def _target(equation: Equation) -> Address | None:
    here = [
        address for address, factor in equation.coefficients.items() if not address.previous and factor != Decimal(0)
    ]
    source = _source(equation)
    same = [address for address in here if source is not None and address == source._replace(previous=False)]
    return here[0] if len(here) == 1 else (same[0] if same else None)
