"""What sentences and last year's report have to say when figures disagree."""

from __future__ import annotations

import random
from decimal import Decimal

from tables import consistent

from linter.binding import bind
from linter.kinds import KINDS
from linter.localisation.figures import Figures
from linter.localisation.groups import LIMITS, Group, explain, groups
from linter.localisation.hints import hint, suspect_of
from linter.localisation.network import distinct, networks
from linter.model.address import Address
from linter.model.document import Source
from linter.model.equation import Equation
from linter.model.pack import Family
from linter.model.report import BoundReport
from linter.readers import read
from linter.run.form import write

UPHELD = Address("review_litigation", "review", "upheld")
PENDING = Address("review_litigation", "review", "pending")
CARRIED_IN = Address("requests", "carried_in", "total")


def reported(family: Family, figures: dict[Address, int]) -> BoundReport:
    pack = family.for_year(2023)
    assert pack is not None
    text = write(pack.template, 2023, "云岭县青溪镇人民政府", {one: str(value) for one, value in figures.items()})
    return bind(read(Source("report.txt", text.encode(), "txt")), pack.template)


def right(family: Family) -> dict[Address, int]:
    pack = family.for_year(2023)
    assert pack is not None
    return consistent(pack.template, random.Random(6), 40)


def traced(family: Family, report: BoundReport, *more: Equation) -> list[Group]:
    pack = family.for_year(2023)
    assert pack is not None
    figures = Figures(report)
    found = []
    verdicts = [KINDS[one.kind].verdict(one.options, report) for one in pack.rules if not one.needs_previous]
    for network in networks([*distinct(one for verdict in verdicts for one in verdict.equations()), *more]):
        if network.failing:
            found += groups(network, figures, explain(network, figures, LIMITS))
    return found


def stated(address: Address, figures: dict[Address, int], value: int) -> Equation:
    """A sentence that gives `value` for a cell."""
    return Equation({address: Decimal(1)}, Decimal(figures[address] - value), weak=True)


def test_a_sentence_makes_one_explanation_the_most_likely(family: Family) -> None:
    figures = right(family)
    wrong = figures | {UPHELD: figures[UPHELD] + 3}
    report = reported(family, wrong)
    (plain,) = traced(family, report)
    assert suspect_of(plain) is None and len(plain.alternatives) > 1
    (cause,) = traced(family, report, stated(UPHELD, wrong, figures[UPHELD]))
    suspect = suspect_of(cause)
    assert suspect is not None and suspect.address == UPHELD and not suspect.certain
    said = hint(cause, 1)
    assert said is not None and said.key == "group.likely" and "why.prose" in str(said.values["why"])


def test_a_sentence_speaks_for_the_figure_that_stands_there(family: Family) -> None:
    figures = right(family)
    wrong = figures | {UPHELD: figures[UPHELD] + 3}
    (cause,) = traced(family, reported(family, wrong), stated(PENDING, wrong, wrong[PENDING]))
    assert {change.address for change in cause.alternatives[-1]} == {PENDING}


def test_a_sentence_alone_is_no_cause(family: Family) -> None:
    figures = right(family)
    assert traced(family, reported(family, figures), stated(UPHELD, figures, 999)) == []


def carried(figures: dict[Address, int], last_year: int) -> Equation:
    there = CARRIED_IN._replace(previous=True)
    residual = Decimal(figures[CARRIED_IN] - last_year)
    return Equation({CARRIED_IN: Decimal(1), there: Decimal(-1)}, residual, published=frozenset([there]))


def test_a_wrong_figure_is_borne_out_by_last_years(family: Family) -> None:
    figures = right(family)
    wrong = figures | {CARRIED_IN: figures[CARRIED_IN] + 5}
    report = reported(family, wrong)._replace(previous=reported(family, figures))
    (cause,) = traced(family, report, carried(wrong, figures[CARRIED_IN]))
    suspect = suspect_of(cause)
    assert suspect is not None and suspect.address == CARRIED_IN and suspect.certain


def test_figures_that_are_out_are_never_the_suspect(family: Family) -> None:
    """Everything agrees here, and nothing with last year's report."""
    figures = right(family)
    before = figures | {CARRIED_IN: figures[CARRIED_IN] + 5}
    report = reported(family, figures)._replace(previous=reported(family, before))
    (cause,) = traced(family, report, carried(figures, before[CARRIED_IN]))
    said = hint(cause, 1)
    assert suspect_of(cause) is None
    assert said is not None and said.key in ("group.suspect-of-one", "group.published")
