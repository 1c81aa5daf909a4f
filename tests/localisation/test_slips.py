"""How a figure may have become another while it was typed, and how telling that is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.localisation.digits import slip

SLIPS = [
    # typed, meant, slip, strength; each strength has a pair of figures just long enough and just too short for it
    ("-12", "12", "sign", 3),
    ("-12", "13", None, 0),
    ("12", "132", "digit-dropped", 3),
    ("1", "13", "digit-dropped", 2),
    ("12", "312", "digit-dropped", 3),
    ("12", "1452", None, 0),
    ("122", "12", "digit-doubled", 3),
    ("11", "1", "digit-doubled", 2),
    ("112", "12", "digit-doubled", 3),
    ("132", "12", "digit-added", 2),
    ("13", "1", "digit-added", 1),
    ("13", "3", "digit-added", 1),
    ("10", "0", None, 0),
    ("21", "12", "digits-exchanged", 3),
    ("3121", "3112", "digits-exchanged", 3),
    ("321", "123", None, 0),
    ("1234", "2143", None, 0),
    ("12", "34", None, 0),
    ("142", "132", "digit-mistyped", 2),
    ("14", "13", "digit-mistyped", 1),
    ("4", "3", None, 0),
    ("1.25", "1.52", "digits-exchanged", 3),
]


@pytest.mark.parametrize(("typed", "meant", "name", "strength"), SLIPS)
def test_a_slip(typed: str, meant: str, name: str | None, strength: int) -> None:
    found = slip(Decimal(typed), Decimal(meant))
    assert (found and (found.key, found.strength)) == (name and (f"why.{name}", strength))
