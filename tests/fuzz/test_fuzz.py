"""A few inputs for each harness, always the same ones, and all that ever made the program fail."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2]))

from linter.model.pack import Family
from tests.fuzz.harness import FAILURES, FORMATS, Figures, fuzz, run_file, samples

FEW = 25
SLOWEST = 10.0  # seconds of the processor
SCARCE = {"odt": 0, "pdf": 0.3}
"""Format → the share of inputs that are read at the least; without LibreOffice, none of an .odt file."""


@pytest.mark.parametrize("format", FORMATS)
def test_no_input_makes_the_program_fail(format: str) -> None:
    def goes_on(figures: Figures) -> bool:
        return figures.inputs < FEW

    figures = fuzz(format, 1, goes_on)
    assert figures.crashes == {}
    assert figures.slowest < SLOWEST
    assert figures.accepted >= SCARCE.get(format, 0.4) * figures.inputs  # inputs get past the door


@pytest.mark.parametrize("format", [format for format in FORMATS if format != "packs"])
def test_samples_are_there(format: str) -> None:
    assert samples(format)


KEPT = sorted(path for path in FAILURES.iterdir() if path.suffix[1:] in FORMATS and path.suffix != ".packs")


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_failed_once_does_not_fail_again(path: Path, family: Family) -> None:
    run_file(path.read_bytes(), path.suffix[1:], family, mark=True)
