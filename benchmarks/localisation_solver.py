"""The same question put to HiGHS: the fewest cells whose change satisfies all equations, as a mixed-integer programme.

    python -m venv compare && compare/bin/pip install -e . highspy
    compare/bin/python benchmarks/localisation_solver.py [--tables 100]

For each table with errors: how long the exact search of the project takes and how long HiGHS does, whether both say the
same number of cells, and how often each finds the wrong ones. HiGHS is asked for one answer only; to know whether it is
the only one, it would have to be asked again with that one excluded. `large` figures have 12 digits.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "localisation")]

from tables import Figures, consistent, slipped  # noqa: E402

from linter.binding import bind  # noqa: E402
from linter.kinds import KINDS  # noqa: E402
from linter.localisation.figures import Figures as Printed  # noqa: E402
from linter.localisation.groups import explain  # noqa: E402
from linter.localisation.network import Network, distinct, networks  # noqa: E402
from linter.localisation.search import Limits  # noqa: E402
from linter.model.address import Address  # noqa: E402
from linter.model.document import Source  # noqa: E402
from linter.model.pack import Pack  # noqa: E402
from linter.packs import load  # noqa: E402
from linter.readers import read  # noqa: E402
from linter.run.form import write  # noqa: E402

SIZES = {"small": 9, "large": 10**12}
BY_HIGHS = "highspy"


def failing(pack: Pack, figures: Figures) -> tuple[Network, Printed]:
    text = write(pack.template, 2023, "云岭县青溪镇人民政府", {one: str(value) for one, value in figures.items()})
    report = bind(read(Source("report.txt", text.encode(), "txt")), pack.template)
    verdicts = [KINDS[rule.kind].verdict(rule.options, report) for rule in pack.rules]
    equations = distinct(equation for verdict in verdicts for equation in verdict.equations())
    (network,) = (one for one in networks(equations) if one.failing)
    return network, Printed(report)


def solved(network: Network, printed: Printed) -> frozenset[Address]:
    """The cells that HiGHS changes: binaries, and a change of a cell bounded by a large number times its binary."""
    highspy = import_module(BY_HIGHS)
    cells = list(dict.fromkeys(address for equation in network.equations for address in equation.coefficients))
    values = {address: float(printed.value(address) or 0) for address in cells}
    most = 2 * max(values.values()) + 10
    model = highspy.Highs()
    model.silent()
    model.setOptionValue("time_limit", 5.0)
    changes = {one: model.addVariable(lb=-values[one], ub=most, type=highspy.HighsVarType.kInteger) for one in cells}
    chosen = {one: model.addBinary() for one in cells}
    for one in cells:
        model.addConstr(changes[one] <= most * chosen[one])
        model.addConstr(changes[one] >= -most * chosen[one])
    for equation in network.equations:
        total = sum(float(factor) * changes[one] for one, factor in equation.coefficients.items())
        model.addConstr(total == -float(equation.residual))
    model.minimize(sum(chosen.values()))
    picked = model.vals(list(chosen.values()))
    return frozenset(one for one, on in zip(cells, picked, strict=True) if on > 0.5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", type=int, default=100)
    given = parser.parse_args()
    before = time.perf_counter()
    import_module(BY_HIGHS)
    print(f"importing {BY_HIGHS}: {(time.perf_counter() - before) * 1000:.0f} ms\n")
    pack = load("cn-open-government").for_year(2023)
    assert pack is not None
    print("figures  errors   search: ms   worst  found %   HiGHS: ms   worst  found %  same number %")
    for size, largest in SIZES.items():
        for count in (1, 2, 3):
            rng = random.Random(f"{size} {count}")
            times: tuple[list[float], list[float]] = ([], [])
            hits, same = [0, 0], 0
            for _ in range(given.tables):
                right = consistent(pack.template, rng, largest)
                wrong = slipped(right, "requests", count, rng)
                truth = frozenset(one for one in right if right[one] != wrong[one])
                network, printed = failing(pack, wrong)
                start = time.perf_counter()
                explained = explain(network, printed, Limits())
                middle = time.perf_counter()
                theirs = solved(network, printed)
                times[0].append((middle - start) * 1000)
                times[1].append((time.perf_counter() - middle) * 1000)
                hits[0] += any({change.address for change in one} == truth for one in explained.explanations)
                hits[1] += theirs == truth
                same += explained.price == len(theirs)
            ours, other = (f"{statistics.median(each):10.1f} {max(each):8.1f}" for each in times)
            shares = [100 * part / given.tables for part in (*hits, same)]
            print(f"{size:<9}{count:>6} {ours} {shares[0]:8.0f} {other} {shares[1]:8.0f} {shares[2]:12.0f}", flush=True)


if __name__ == "__main__":
    main()
