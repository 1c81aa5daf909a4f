"""Reading takes steps in proportion to the input, in each of its dimensions: steps are lines run, not time.

The dimensions are those of the benchmark, which measures time and what is not run line by line.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from growth import INPUTS, TIMES, Input

from linter.model.document import Source
from linter.readers import read
from linter.readers.html.nodes import Element
from linter.readers.html.tables import _Filled, _table

SMALL = 40
FEW = 100  # steps, as many as one more or less makes no difference to
MOST = 1.3  # times the growth that is linear
READ = {name: given for name, given in INPUTS.items() if not given.checked and given.least < SMALL}


def steps(given: Input, size: int) -> int:
    """Lines of the program that are run to read an input of a size."""
    made = given.make(size)
    source = Source("a", made if isinstance(made, bytes) else made.encode(), given.suffix)
    return lines_run(lambda: read(source))


def lines_run(work: Callable[[], object]) -> int:
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace if "linter" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("given", READ.values(), ids=READ)
def test_steps_grow_with_the_input(given: Input) -> None:
    steps(given, 1)
    start = steps(given, 1)
    small, large = steps(given, SMALL) - start, steps(given, SMALL * TIMES) - start
    assert large <= MOST * max(small, FEW) * (SMALL * TIMES - 1) / (SMALL - 1)


def test_growth_is_noticed() -> None:
    """What compares each line with all before it is not let through."""
    quadratic = Input("txt", lambda size: "甲\n" * (1 + size * size // 10))
    with pytest.raises(AssertionError):
        test_steps_grow_with_the_input(quadratic)


def test_rows_that_a_cell_spans_are_not_counted_one_by_one() -> None:
    def grid(size: int) -> list[tuple[int, list[_Filled]]]:
        return [(row, [_Filled(Element("td"), [], 0, 1, end=size)]) for row in range(size)]

    small, large = grid(SMALL), grid(SMALL * TIMES)
    assert lines_run(lambda: _table(large)) <= MOST * TIMES * lines_run(lambda: _table(small))
    assert [row.cells[0].row_span for row in _table(grid(3)).rows] == [3, 2, 1]
