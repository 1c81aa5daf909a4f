"""What a report costs once the program is warm, whether many cost more each than few, and what more processes gain.

    python benchmarks/throughput.py [REPORT]… [--rounds 20]

Without reports, the clean samples are taken. Times of one run are compared with each other only.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from linter.model.document import Source  # noqa: E402
from linter.model.pack import Family  # noqa: E402
from linter.packs import load  # noqa: E402
from linter.run.batch import Batch, lint_many  # noqa: E402
from linter.run.engine import lint  # noqa: E402

PACK = "cn-open-government"
FEW, MANY = 10, 1000


def source(path: Path) -> Source:
    return Source(path.name, path.read_bytes(), path.suffix[1:])


def milliseconds(one: Source, family: Family) -> float:
    start = time.perf_counter()
    lint(one, family)
    return (time.perf_counter() - start) * 1000


def warm(paths: Sequence[Path], family: Family, rounds: int) -> None:
    """Each report by itself, in one process, after a first round that is not counted."""
    print("one process, warm                       median      worst   (milliseconds a report)")
    for path in paths:
        one = source(path)
        milliseconds(one, family)
        times = [milliseconds(one, family) for _ in range(rounds)]
        name = path.parent.name if path.stem == "report" else path.name
        print(f"  {name[:36]:<36}{statistics.median(times):8.2f}   {max(times):8.2f}")


def copies(paths: Sequence[Path], count: int, folder: Path) -> tuple[str, ...]:
    """`count` files with the contents of `paths` in turn, each with another line at its end."""
    made = []
    for index in range(count):
        path = paths[index % len(paths)]
        copy = folder / f"{index}{path.suffix}"
        copy.write_bytes(path.read_bytes())
        made.append(str(copy))
    return tuple(made)


def run(files: Sequence[str], family: Family, jobs: int) -> float:
    start = time.perf_counter()
    lint_many(Batch(tuple(files), PACK, family, jobs=jobs))
    return time.perf_counter() - start


def growth(files: Sequence[str], family: Family) -> None:
    """Milliseconds a report in a run of few and in a run of many, one after the other."""
    few = statistics.median(run(files[:FEW], family, 1) / FEW for _ in range(MANY // FEW // 2))
    many = run(files, family, 1) / len(files)
    print(f"\n{FEW} reports: {few * 1000:.2f} ms each; {MANY}: {many * 1000:.2f} ms each; ratio {many / few:.2f}")


def scaling(files: Sequence[str], family: Family) -> None:
    """The same many reports with more and more processes, their start included."""
    alone = run(files, family, 1)
    print(f"\n{len(files)} reports          seconds   times as fast")
    print(f"  1 process        {alone:8.2f}   {1.0:8.2f}")
    count = 2
    while count <= (os.cpu_count() or 1):
        taken = run(files, family, count)
        print(f"  {count} processes      {taken:8.2f}   {alone / taken:8.2f}")
        count *= 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    gc.set_threshold(100_000)  # as the program itself does at its start
    paths = given.reports or sorted((ROOT / "tests" / "reports" / "clean").glob("*/report.*"))
    family = load(PACK)
    warm(paths, family, given.rounds)
    with tempfile.TemporaryDirectory() as folder:
        files = copies(paths, MANY, Path(folder))
        growth(files, family)
        scaling(files, family)


if __name__ == "__main__":
    main()
