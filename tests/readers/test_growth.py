"""Reading takes steps in proportion to the input, in each of its dimensions: steps are lines run, not time.

The dimensions are those of the benchmark, which measures time and what is not run line by line.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from growth import INPUTS, TIMES, Input

from linter.model.document import Source
from linter.readers import read

SMALL = 40
FEW = 100  # steps, as many as one more or less makes no difference to
MOST = 1.3  # times the growth that is linear
READ = {name: given for name, given in INPUTS.items() if not given.checked}


def steps(given: Input, size: int) -> int:
    """Lines of the program that are run to read an input of a size."""
    made = given.make(size)
    source = Source("a", made if isinstance(made, bytes) else made.encode(), given.suffix)
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace if "linter" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(source)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("given", READ.values(), ids=READ)
def test_steps_grow_with_the_input(given: Input) -> None:
    steps(given, 1)
    start = steps(given, 1)
    size = max(SMALL, given.least)
    small, large = steps(given, size) - start, steps(given, size * TIMES) - start
    assert large <= MOST * max(small, FEW) * (size * TIMES - 1) / (size - 1)


def test_growth_is_noticed() -> None:
    """What compares each line with all before it is not let through."""
    quadratic = Input("txt", lambda size: "甲\n" * (1 + size * size // 10))
    with pytest.raises(AssertionError):
        test_steps_grow_with_the_input(quadratic)
