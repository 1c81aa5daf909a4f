"""Figures as web pages and word processors print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.model.figure import Notation, parse_figure


@pytest.mark.parametrize("text", ["1\u200b036", "\ufeff1036", "1036\u200c", "１\u2060０３６", " 1,036\u3000"])
def test_signs_of_no_width_and_white_space_are_no_part_of_a_figure(text: str) -> None:
    figure = parse_figure(text, Notation())
    assert figure is not None
    assert figure.value == Decimal(1036)
