"""Wrong figures are traced to their cells: the runs of the benchmark, in small."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal

import pytest
from tables import (
    SIZES,
    SLIPS,
    Figures,
    Whole,
    checked,
    consistent,
    copied_line,
    exchanged_lines,
    moved,
    shifted,
    slipped,
    swapped,
    traced,
    zeros,
)

from linter.model.address import Address
from linter.model.pack import Family, Pack
from linter.run.form import write

YEARS = (2020, 2023)


def edition(family: Family, year: int) -> Pack:
    pack = family.for_year(year)
    assert pack is not None
    return pack


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("year", YEARS)
def test_a_consistent_report_has_no_finding(family: Family, year: int, size: str) -> None:
    pack = edition(family, year)
    assert checked(pack, family, consistent(pack.template, random.Random(size), *SIZES[size])) == ()


@pytest.mark.parametrize("year", YEARS)
def test_every_single_error_in_table_three_is_traced(family: Family, year: int) -> None:
    pack = edition(family, year)
    rng = random.Random(year)
    right = consistent(pack.template, rng, 30)
    for address in (address for address in right if address.table == "requests"):
        wrong = right[address] + rng.choice([-1, 1, 9, 10, -right[address]])
        if wrong < 0 or wrong == right[address]:
            wrong = right[address] + 7
        (found,) = checked(pack, family, right | {address: wrong})
        assert found.suspect is not None and found.suspect.address == address and found.suspect.certain
        assert (found.suspect.value, found.suspect.suggested) == (Decimal(wrong), Decimal(right[address]))
        assert len(found.related) + 1 in (2, 3)


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("size", SIZES)
def test_one_error_is_first_and_alone(family: Family, size: str, slip: str) -> None:
    rng = random.Random(f"{size} {slip}")
    for year in YEARS * 3:
        pack = edition(family, year)
        right = consistent(pack.template, rng, *SIZES[size])
        wrong = slipped(right, "requests", 1, rng, (slip,))
        trace = traced(checked(pack, family, wrong), right, wrong)
        assert wrong == right or (trace.first and trace.named == trace.findings == 1)


@pytest.mark.parametrize(
    ("damage", "offered"),
    [
        (lambda figures, rng: slipped(figures, "requests", 2, rng), 24),
        (lambda figures, rng: slipped(figures, "requests", 3, rng), 23),
        (lambda figures, rng: slipped(figures, "review_litigation", 1, rng), 24),
        (lambda figures, rng: slipped(figures, "review_litigation", 2, rng), 0),
        (moved, 24),
        (swapped, 24),
        (shifted, 15),
    ],
    ids=["two", "three", "one seen once", "two seen once", "a case moved", "two exchanged", "a row shifted"],
)
def test_no_right_figure_is_called_wrong_for_certain(
    family: Family, damage: Callable[[Figures, random.Random], Figures], offered: int
) -> None:
    """And how many of 24 reports offer what is wrong as an explanation, at least."""
    rng = random.Random(7)
    traces = []
    while len(traces) < 24:
        pack = edition(family, YEARS[len(traces) % 2])
        size = list(SIZES)[len(traces) % 3]
        right = consistent(pack.template, rng, *SIZES[size])
        wrong = damage(right, rng)
        if wrong != right:
            traces.append(traced(checked(pack, family, wrong), right, wrong))
    assert sum(trace.wrong_certain for trace in traces) == 0
    assert sum(trace.offered for trace in traces) >= offered


@pytest.mark.parametrize("damage", [zeros, copied_line, exchanged_lines])
@pytest.mark.parametrize("axis", ["row", "column"])
def test_a_line_that_is_wrong_as_a_whole_is_one_finding(family: Family, axis: str, damage: Whole) -> None:
    """And what belongs there is among the explanations."""
    rng = random.Random(f"{axis} {damage.__name__}")
    for year in YEARS * 2:
        pack = edition(family, year)
        right = consistent(pack.template, rng, 400)
        wrong = damage(right, axis, rng)
        found = checked(pack, family, wrong)
        if damage is exchanged_lines and not found:
            continue  # two rows or columns on the same side of every sum: nothing shows it
        trace = traced(found, right, wrong)
        assert trace.findings == 1 and trace.offered


@pytest.mark.parametrize("year", YEARS)
def test_two_errors_in_different_places_are_two_findings(family: Family, year: int) -> None:
    pack = edition(family, year)
    right = consistent(pack.template, random.Random(year), 30)
    one = Address("requests", "granted", "natural_person")
    other = Address("requests", "unable_not_held", "commercial")
    found = checked(pack, family, right | {one: right[one] + 5, other: right[other] + 8})
    assert {finding.suspect and finding.suspect.address for finding in found} == {one, other}


@pytest.mark.parametrize("year", YEARS)
def test_a_sum_that_stands_alone_has_no_suspect(family: Family, year: int) -> None:
    pack = edition(family, year)
    right = consistent(pack.template, random.Random(year), 5)
    address = Address("review_litigation", "review", "upheld")
    (found,) = checked(pack, family, right | {address: right[address] + 1})
    assert found.suspect is None
    assert address in {cell.address for cells in found.explanations for cell in cells}


def test_what_repairs_the_figures_leaves_no_finding(family: Family) -> None:
    """Whatever is wrong, the first explanations of all findings together are a report without findings."""
    rng = random.Random(3)
    for count in (1, 2, 3, 2, 1):
        for year in YEARS:
            pack = edition(family, year)
            right = consistent(pack.template, rng, 30)
            wrong = slipped(right, rng.choice(["requests", "review_litigation"]), count, rng)
            found = checked(pack, family, wrong)
            cells = [cell for finding in found if finding.explanations for cell in finding.explanations[0]]
            repaired = wrong | {cell.address: int(cell.suggested) for cell in cells}
            assert checked(pack, family, repaired) == ()


def test_a_clean_report_loads_nothing_of_it(family: Family) -> None:
    pack = edition(family, 2023)
    text = repr(write(pack.template, 2023, "云岭县青溪镇人民政府"))
    code = (
        "import sys; from linter.run.engine import lint; from linter.packs import load\n"
        "from linter.model.document import Source\n"
        f"lint(Source('report.txt', {text}.encode(), 'txt'), load('cn-open-government'))\n"
        "sys.exit('linter.localisation.grouping' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
