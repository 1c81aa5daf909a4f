"""How long a whole `gouji check` of one report takes, measured against a bare Python in the same run.

    python benchmarks/startup.py [REPORT] [--rounds 30] [--limit 15]

Each round starts the interpreter with nothing to do, then the program, right after one another, so that both meet the
same machine in the same mood. What counts is the median of the ratios of the rounds, not a time. With --limit, the exit
code is 1 where the ratio of the plain run is above it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "tests" / "reports" / "faulty" / "wrong-total" / "report.txt"
NOTHING = ("-c", "pass")
PROGRAM = ("-m", "linter", "check", "--fail-on", "never")


def seconds(arguments: Sequence[str], environment: dict[str, str], terminal: bool) -> float:
    """The time of one process from start to end. `terminal` gives it one to write to, where the system has them."""
    command = [sys.executable, *arguments]
    if terminal:
        return _on_a_terminal(command, environment)
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def _on_a_terminal(command: Sequence[str], environment: dict[str, str]) -> float:
    import pty  # noqa: PLC0415 (Windows has none)

    main, side = pty.openpty()
    start = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdin=side, stdout=side, stderr=side) as process:
        os.close(side)
        try:
            while os.read(main, 65536):
                pass
        except OSError:
            pass  # the process has closed its end
        process.wait()
    taken = time.perf_counter() - start
    os.close(main)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return taken


def compare(name: str, arguments: Sequence[str], rounds: int, terminal: bool = False) -> float:
    """Prints the median ratio of `arguments` to a bare interpreter, and gives it back."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": os.environ.get("TERM", "xterm")}
    seconds(arguments, environment, terminal)  # fills the caches: compiled modules, validated packs
    bare, whole = [], []
    for _ in range(rounds):
        bare.append(seconds(NOTHING, environment, False))
        whole.append(seconds(arguments, environment, terminal))
    ratio = statistics.median(one / other for one, other in zip(whole, bare, strict=True))
    times = f"{statistics.median(whole) * 1000:.0f} ms, bare {statistics.median(bare) * 1000:.1f} ms"
    print(f"{name:<34}{ratio:6.1f} times a bare interpreter   ({times})")
    return ratio


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", nargs="?", default=str(REPORT))
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--limit", type=float)
    given = parser.parse_args()
    plain = compare("check one report, into a pipe", [*PROGRAM, given.report], given.rounds)
    compare("check one report, as JSON", [*PROGRAM, "--format", "json", given.report], given.rounds)
    if os.name == "posix":
        compare("check one report, on a terminal", [*PROGRAM, given.report], given.rounds, terminal=True)
    compare("help", ["-m", "linter", "--help"], given.rounds)
    return int(given.limit is not None and plain > given.limit)


if __name__ == "__main__":
    sys.exit(main())
