"""What the largest files that are still read take: seconds of the processor, and memory, each in a process of its own.

    python benchmarks/largest.py [--only WORD] [--seconds 10] [--megabytes 300]

Each file is made to stand just within one of the limits of `docs/limits.md`, and is checked, and marked where something
can be. With limits given the exit code says whether any goes beyond them. Memory is told on Linux and macOS.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from growth import SAMPLE, longer_table, one_page, para, stream, tc, tr, word  # noqa: E402
from pdf_bytes import WORDS  # noqa: E402

MEASURED = """
import resource, sys
from linter.cli import main
codes = [main([command, sys.argv[1], "--lang", "en", *options]) for command, options in (
    ("check", ()), ("annotate", ("--force", "-o", sys.argv[1] + ".html")))]
used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
scale = 2**20 if sys.platform == "darwin" else 2**10
seconds = sum(one.ru_utime + one.ru_stime for one in used)
print(f"{seconds:.1f} {max(one.ru_maxrss for one in used) // scale}", file=sys.stderr)
"""


def files() -> Mapping[str, Callable[[], str | bytes]]:
    """Names of files, and how each is made: when it is its turn."""
    return {
        "lines before.txt": lambda: "a\n" * 95_000 + SAMPLE,
        "headings after.txt": lambda: SAMPLE + "\n一、总体情况" * 60_000,
        "numbers after.txt": lambda: SAMPLE + "\n一、" * 95_000,
        "lists in a line.txt": lambda: SAMPLE + "\n" + "共1件，其中" * 80_000,
        "one sentence.txt": lambda: SAMPLE + "\n" + "收到申请1件，" * 60_000,
        "rows of a table.txt": lambda: longer_table(15_000),
        "cells in a row.txt": lambda: SAMPLE + "\n规章" + "\t1" * 90_000,
        "rows.md": lambda: f"{SAMPLE}\n| 甲 | 乙 |\n|---|---|\n" + "| 规章 | 1 |\n" * 15_000,
        "cells.html": lambda: "<html><body><table><tr>" + "<td>1" * 99_000,
        "spanned rows.html": lambda: "<html><body><table>" + "<tr><td rowspan=99999>规章<td>1" * 33_000,
        "lines kept.html": lambda: "<html><body><pre>" + "甲乙丙丁。\n" * 80_000,
        "paragraphs.docx": lambda: word(para("甲乙丙") * 33_000),
        "characters.docx": lambda: word(para("甲" * 490_000)),
        "cells.docx": lambda: word("<w:tbl>" + tr(tc("1") * 30) * 600 + "</w:tbl>"),
        "references.pdf": lambda: one_page(stream(WORDS), more=[b"[" + b"1 0 R " * 490_000 + b"]"]),
        "operators.pdf": lambda: one_page(stream(WORDS + b"0 0 m " * 4_900_000)),
        "strokes.pdf": lambda: one_page(stream(WORDS + b"0 0 m 9 9 l S " * 190_000)),
        "letters.pdf": lambda: one_page(stream(b"BT /F1 12 Tf 100 700 Td " + b"(hello) Tj " * 79_000 + b"ET")),
    }


def make(name: str, path: Path) -> None:
    """Write the file `name`: in a process of its own, whose memory would count for those that it starts."""
    made = files()[name]()
    path.write_bytes(made if isinstance(made, bytes) else made.encode())


def measured(name: str, folder: Path) -> tuple[float, int]:
    """The seconds and megabytes that a file takes."""
    path = folder / name
    subprocess.run([sys.executable, __file__, "--make", name, str(path)], check=True)
    command = [sys.executable, "-c", MEASURED, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=True)
    seconds, megabytes = run.stderr.splitlines()[-1].split()
    path.unlink()
    return float(seconds), int(megabytes)


def main() -> None:
    """Print what each file takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="files with this in their names")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--megabytes", type=float, default=float("inf"))
    parser.add_argument("--make", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.make:
        make(given.make[0], Path(given.make[1]))
        return
    beyond = 0
    print("file                     seconds   megabytes")
    with tempfile.TemporaryDirectory() as folder:
        for name in files():
            if given.only in name:
                seconds, megabytes = measured(name, Path(folder))
                beyond += seconds > given.seconds or megabytes > given.megabytes
                print(f"{name:<24} {seconds:>7.1f} {megabytes:>11}", flush=True)
    raise SystemExit(beyond > 0)


if __name__ == "__main__":
    main()
