"""A run on two workers of a local Dask cluster over generated files, ten of which are poison: exactly these are lost.

python benchmarks/cluster.py [--files 10000] [--chunk 200] [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
for folder in (ROOT, ROOT / "benchmarks"):
    sys.path.insert(0, str(folder))
os.environ["PYTHONPATH"] = os.pathsep.join(map(str, (ROOT, ROOT / "benchmarks")))

import infecting  # noqa: E402
import poison  # noqa: E402
from dask.distributed import Client  # noqa: E402
from pyarrow import parquet  # noqa: E402

import linter.clusters.dask as cluster  # noqa: E402


def main() -> int:
    """Print how long it took and what was lost; 1 where that is not exactly the poison files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("files", 10_000), ("chunk", 200), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        source, out = Path(place) / "reports", Path(place) / "results"
        source.mkdir()
        bad = poison.generate(source, asked.files, random.Random(asked.seed))
        names = list(cluster.listed([str(source)]))
        todo = list(cluster.jobs(names, poison.PACK, "en", 5, str(out), asked.chunk))
        start = time.perf_counter()
        with Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as client:
            client.run(infecting.infect)
            written = sum(1 for _ in cluster.run(cluster.missing(todo, str(out)), client))
        taken = time.perf_counter() - start
        rows = parquet.read_table(out).to_pylist()
        lost = sorted(row["path"].removeprefix("file://") for row in rows if row["error"])
        whole = len({row["path"] for row in rows}) == asked.files
        print(
            f"{asked.files} files in {written} results, {taken:.1f} s, {taken * 2000 / asked.files:.1f} core-ms a file"
        )
        print(f"exactly the poison files lost: {lost == sorted(bad)}; every file has its rows: {whole}")
        return 0 if whole and lost == sorted(bad) else 1


if __name__ == "__main__":
    sys.exit(main())
