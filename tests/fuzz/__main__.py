"""Fuzz the readers and the packs: `python -m tests.fuzz --minutes 60` from the checkout.

Each format runs in a process of its own, one after the other, so that its memory can be told; the time is shared out
evenly. Inputs that make the program fail are kept in `tests/fuzz/failures`, where the tests try them again.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

from .harness import FORMATS, Figures, fuzz, keep


def run(format: str, seed: int, seconds: float, most: int) -> bool:
    """Run one harness and print its figures; whether nothing failed."""
    until = time.monotonic() + seconds

    def goes_on(figures: Figures) -> bool:
        return time.monotonic() < until and figures.inputs < most

    figures = fuzz(format, seed, goes_on)
    counts = f"{figures.inputs:>9} {figures.accepted:>9} {len(figures.crashes):>8}"
    print(f"{format:<8}{counts} {figures.slowest:>12.2f} {figures.memory:>12}", flush=True)
    for where, data in figures.crashes.items():
        print(f"  {where}: {keep(format, data)}", flush=True)
    return not figures.crashes


def main() -> None:
    """Run all harnesses, and print their figures; the exit code is 1 where the program failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="for all formats together")
    parser.add_argument("--inputs", type=int, default=10**9, help="the most for each format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=FORMATS, help="one format")
    given = parser.parse_args()
    if given.only:
        raise SystemExit(not run(given.only, given.seed, given.minutes * 60, given.inputs))
    print("format     inputs  accepted  crashes  slowest (s)  memory (MB)", flush=True)
    failed = 0
    for format in FORMATS:
        command = [sys.executable, "-m", "tests.fuzz", "--only", format, "--seed", str(given.seed)]
        command += ["--minutes", str(given.minutes / len(FORMATS)), "--inputs", str(given.inputs)]
        failed += subprocess.run(command, check=False).returncode != 0
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    main()
