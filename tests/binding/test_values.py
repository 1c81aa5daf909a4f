"""What cells say by their value types: units, signs, ranges, percentages beside figures, days, nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.binding.values import read_value
from linter.model.value import EmptyMeaning
from linter.packs.value_building import build_values

TYPES = build_values(
    {
        "every": {"missing": {"N/A": "does-not-apply", "tbc": "undecided"}, "suffix": "items"},
        "money": {"decimal": True, "unit": "万元", "accepts": {"元": 0.0001, "亿元": 10000}, "negative": ["-1", "(1)"]},
        "dollars": {"decimal": True, "exact": True, "prefix": ["$", "US$"], "negative": ["-1", "(1)"]},
        "rate": {"unit": "%", "places": 1},
        "days": {"decimal": True, "below": {"<1": [0, 1]}},
        "patients": {"share": True},
        "continental": {"decimal": True, "decimal-mark": ","},
        "closed": {"blank": "zero"},
    }
)

READ = [
    ("count", "1,036", "1036", "0"),
    ("count", "12 items", "12", "0"),
    ("money", "12.50", "12.50", "0.005"),
    ("money", "125000元", "12.5", "0.00005"),
    ("money", "1.2亿元", "12000", "500"),
    ("money", "(12.5)", "-12.5", "0.05"),
    ("money", "（12.5）", "-12.5", "0.05"),
    ("dollars", "$12,000.50", "12000.50", "0"),
    ("dollars", "-$250.00", "-250.00", "0"),
    ("dollars", "−$250", "-250", "0"),
    ("dollars", "$-250", "-250", "0"),
    ("dollars", "($250.00)", "-250.00", "0"),
    ("dollars", "$(250.00)", "-250.00", "0"),
    ("dollars", "US$ 250", "250", "0"),
    ("rate", "93%", "93", "0.05"),
    ("rate", "93.20 %", "93.20", "0.05"),
    ("days", "<1", "0.5", "0.5"),
    ("days", "＜1", "0.5", "0.5"),
    ("days", "17.78", "17.78", "0.005"),
    ("patients", "138 (91.4%)", "138", "0"),
    ("patients", "138", "138", "0"),
    ("continental", "1.234,5", "1234.5", "0.05"),
    ("continental", "1\u202f234,5", "1234.5", "0.05"),
    ("closed", "", "0", "0"),
    ("date", "2024-02-29", "738945", "0"),
]


@pytest.mark.parametrize(("type", "text", "value", "reach"), READ)
def test_a_number_and_how_far_the_true_one_may_be_from_it(type: str, text: str, value: str, reach: str) -> None:
    read = read_value(text, TYPES[type], EmptyMeaning.REPORT)
    assert (read.value, read.reach) == (Decimal(value), Decimal(reach))


@pytest.mark.parametrize(
    ("type", "text", "state", "meaning"),
    [
        ("count", "", "blank", "report"),
        ("count", "n / a", "placeholder", "does-not-apply"),
        ("count", "TBC", "placeholder", "undecided"),
        ("count", "$5", "unreadable", None),
        ("count", "(5)", "unreadable", None),
        ("count", "<1", "unreadable", None),
        ("count", "138 (91.4%)", "unreadable", None),
        ("dollars", "$", "unreadable", None),
        ("dollars", "$5$", "unreadable", None),
        ("dollars", "()", "unreadable", None),
        ("money", "5 EUR", "unreadable", None),
        ("continental", "1,234.5", "unreadable", None),
        ("date", "2023-02-29", "unreadable", None),
        ("date", "N/A", "placeholder", "does-not-apply"),
        ("text", "Litigation", "text", None),
    ],
)
def test_what_is_no_number(type: str, text: str, state: str, meaning: str | None) -> None:
    read = read_value(text, TYPES[type], EmptyMeaning.REPORT)
    assert (read.value, read.state, read.meaning) == (None, state, meaning)


def test_the_unit_that_is_said_once_is_that_of_figures_without_one() -> None:
    values = [
        read_value(text, TYPES["money"], EmptyMeaning.REPORT, "元").value for text in ("25000", "25000元", "2万元")
    ]
    assert values == [Decimal("2.5"), Decimal("2.5"), Decimal(2)]


@pytest.mark.parametrize("text", ["138 (91.4%)", "138 [91.4]", "138（91.4％）", "1,138 ( 91.4 % )"])
def test_a_percentage_beside_a_figure(text: str) -> None:
    share = read_value(text, TYPES["patients"], EmptyMeaning.REPORT).share
    assert share is not None and (share.value, share.places) == (Decimal("91.4"), 1)
