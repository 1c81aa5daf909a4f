"""Tables that are large, half empty or hold monstrous figures, and packs that contradict themselves."""

from __future__ import annotations

import random
from pathlib import Path

from square_pack import REST, cell, filled, found, square


def test_ten_thousand_cells(tmp_path: Path) -> None:
    family = square(tmp_path, 100)
    rng = random.Random(1)
    right = filled(100, 500, rng)
    wrong = {cell(3, 5): right[cell(3, 5)] + 7, cell(40, 60): right[cell(40, 60)] + 9, cell(40, 7): 1}
    repaired = {
        (one.address, one.suggested) for finding in found(family, right | wrong) for one in finding.explanations[0]
    }
    assert repaired == {(address, right[address]) for address in wrong}


def test_many_errors_end_in_a_number(tmp_path: Path) -> None:
    family = square(tmp_path, 30)
    rng = random.Random(1)
    right = filled(30, 500, rng)
    wrong = {address: right[address] + rng.randrange(1, 9) for address in rng.sample(sorted(right), 60)}
    hints = [finding.hint for finding in found(family, right | wrong) if finding.hint is not None]
    assert [hint.key for hint in hints] == ["group.at-least"]


def test_figures_of_forty_digits_are_exact(tmp_path: Path) -> None:
    family = square(tmp_path, 5)
    right = filled(5, 10**40, random.Random(4))
    address = cell(2, 2)
    (finding,) = found(family, right | {address: right[address] + 1})
    assert finding.suspect is not None
    assert (finding.suspect.address, finding.suspect.suggested) == (address, right[address])


def test_half_of_the_cells_are_blank(tmp_path: Path) -> None:
    family = square(tmp_path, 12)
    rng = random.Random(2)
    right = filled(12, 50, rng)
    for share in (0.05, 0.2, 0.5, 0.9):
        blank = dict.fromkeys(rng.sample(sorted(right), int(share * len(right))), "")
        wrong = {address: right[address] + 1 for address in rng.sample(sorted(right), 2)}
        for finding in found(family, right | wrong | blank):
            assert not any(cell.suggested < 0 for cells in finding.explanations for cell in cells)


def test_equations_that_contradict_each_other(tmp_path: Path) -> None:
    check = "square.r0.total == square.r0.c0 + square.r0.c1 + 1"
    more = f"- {{id: rows-add-up-and-one, kind: equation, check: {check}, {REST}}}"
    family = square(tmp_path, 3, more=more)
    (finding, *_) = found(family, filled(3, 9, random.Random(1)))
    assert finding.suspect is None and not finding.explanations
    assert finding.hint is not None and finding.hint.key == "group.contradiction"


def test_a_factor_that_no_count_satisfies(tmp_path: Path) -> None:
    """Three times a cell is to be 10: there is nothing to suggest."""
    more = f"- {{id: three-times, kind: equation, check: 3 * square.r0.c0 == square.r0.c1, {REST}}}"
    family = square(tmp_path, 3, more=more)
    right = filled(3, 9, random.Random(1)) | {cell(0, 0): 3, cell(0, 1): 10}
    for finding in found(family, right):
        for cells in finding.explanations:
            assert all(one.suggested == one.suggested.to_integral_value() for one in cells)


def test_amounts_are_suggested_with_the_decimals_that_are_printed(tmp_path: Path) -> None:
    family = square(tmp_path, 3, type="amount")
    figures = {
        cell(0, 0): "1.25", cell(0, 1): "2.50", cell(0, "total"): "3.75",
        cell(1, 0): "0.10", cell(1, 1): "4.00", cell(1, "total"): "4.10",
        cell("sum", 0): "1.35", cell("sum", 1): "6.50", cell("sum", "total"): "7.85",
    }  # fmt: skip
    assert found(family, figures) == ()
    (finding,) = found(family, figures | {cell(1, 1): "4.10"})
    assert finding.suspect is not None and f"{finding.suspect.suggested:f}" == "4.00"
