"""How well wrong figures are traced: tables that agree, with errors of named kinds, in both editions of the form.

    python benchmarks/localisation.py [--tables 200] [--seed 1]

`first`: the explanation that is put first is the truth, for all errors of the report. `of two`, `offered`: the truth is
among the first two, or among all, of the explanations of each finding. `named`: a cell that is wrong is named as the
suspect. `wrong`: a cell that is right is named as the suspect without reserve; `wrong?`: as the most likely. All in
percent of the reports. Times, in milliseconds, are those of the search alone: the median, and the worst.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "localisation")]

import tables  # noqa: E402
from tables import SIZES, SLIPS, Figures, Trace  # noqa: E402

from linter.localisation import grouped  # noqa: E402
from linter.model.pack import Family  # noqa: E402
from linter.packs import load  # noqa: E402
from linter.run import engine  # noqa: E402

YEARS = (2020, 2023)
Error = Callable[[Figures, random.Random], Figures]


def slips(table: str, count: int, *names: str) -> Error:
    return lambda figures, rng: tables.slipped(figures, table, count, rng, names or SLIPS)


ERRORS: dict[str, Error] = {
    **{f"1: {name}": slips("requests", 1, name) for name in SLIPS},
    "1 in a sum that stands alone": slips("review_litigation", 1),
    "2: any two": slips("requests", 2),
    "2: a case in another column": tables.moved,
    "2: two figures exchanged": tables.swapped,
    "2 in sums that stand alone": slips("review_litigation", 2),
    "3: any three": slips("requests", 3),
    "2-6: a row shifted": tables.shifted,
}


class Clock:
    """Times what it wraps, in milliseconds."""

    def __init__(self) -> None:
        self.times: list[float] = []

    def __call__(self, *arguments: object) -> object:
        start = time.perf_counter()
        try:
            return grouped(*arguments)  # type: ignore[arg-type]
        finally:
            self.times.append((time.perf_counter() - start) * 1000)


def run(error: Error, size: str, count: int, family: Family, rng: random.Random) -> list[Trace]:
    found = []
    while len(found) < count:
        pack = family.for_year(rng.choice(YEARS))
        assert pack is not None
        right = tables.consistent(pack.template, rng, *SIZES[size])
        wrong = error(right, rng)
        if wrong == right:  # no such error can happen there
            continue
        found.append(tables.traced(tables.checked(pack, family, wrong), right, wrong))
    return found


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:7.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", type=int, default=200, help="for each kind of error and size of figures")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    family = load("cn-open-government")
    clock = Clock()
    engine.grouped = clock  # type: ignore[assignment]
    print(f"{'percent of reports':<52}  first  of two offered   named   wrong  wrong?   ms   worst")
    for name, error in ERRORS.items():
        for size in SIZES:
            rng = random.Random(f"{given.seed} {name} {size}")
            clock.times.clear()
            traces = run(error, size, given.tables, family, rng)
            counts = [
                sum(trace.first for trace in traces),
                sum(trace.among_two for trace in traces),
                sum(trace.offered for trace in traces),
                sum(trace.named > 0 for trace in traces),
                sum(trace.wrong_certain > 0 for trace in traces),
                sum(trace.wrong_likely > 0 for trace in traces),
            ]
            cells = "".join(f" {percent(count, len(traces))}" for count in counts)
            print(
                f"{name:<32}{size:<19}{cells}  {statistics.median(clock.times):5.1f} {max(clock.times):6.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
