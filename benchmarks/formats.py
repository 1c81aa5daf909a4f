"""What a report costs in each format, reading and checking together, beside programs that only read such files.

    python benchmarks/formats.py [--rounds 15]

The reports are those of the tests, in every format; .odt files are left out where LibreOffice is missing. For the
comparison, install the project and the other programs, of which any may be left out, into an environment of its own:

    python -m venv compare
    compare/bin/pip install -e . 'markitdown[docx,pdf]' docx2python pdfplumber
    compare/bin/python benchmarks/formats.py

Times of one run are compared with each other only.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from linter.model.document import Source  # noqa: E402
from linter.model.pack import Family  # noqa: E402
from linter.packs import load  # noqa: E402
from linter.readers.office.program import find_office  # noqa: E402
from linter.run.batch import Batch, lint_many  # noqa: E402
from linter.run.engine import lint  # noqa: E402

PACK = "cn-open-government"
REPORTS = ROOT / "tests" / "reports"
FORMATS = ("txt", "md", "html", "docx", "pdf", "doc", "odt")
MANY = 1000
SLOW = ("odt",)  # LibreOffice opens every one of them, which takes seconds: two rounds, and not among the many

Reading = Callable[[bytes], object]
Files = Mapping[str, Sequence[Path]]


def stored() -> Files:
    """The reports by format."""
    folders = sorted(path.parent for path in REPORTS.glob("*/source.yaml"))
    formats = [format for format in FORMATS if format not in SLOW or find_office() is not None]
    return {format: [folder / f"report.{format}" for folder in folders] for format in formats}


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def checking(file: Path, family: Family) -> Callable[[], object]:
    source = Source(file.name, file.read_bytes(), file.suffix[1:])
    return lambda: lint(source, family)


def warm(files: Files, family: Family, rounds: int) -> None:
    """Each report by itself, in one process, after a first round that is not counted."""
    print("read and checked, warm            median    worst   (milliseconds a report)")
    for format, paths in files.items():
        times: list[float] = []
        for work in [checking(path, family) for path in paths]:
            milliseconds(work)
            times += [milliseconds(work) for _ in range(2 if format in SLOW else rounds)]
        print(f"  {format:<28}{statistics.median(times):10.2f}{max(times):9.2f}")


def many(files: Files, folder: Path, family: Family) -> None:
    """A thousand reports of all formats in turn, on all cores, the start of their processes included."""
    mixed = folder / "mixed"
    mixed.mkdir()
    taken_in_turn = zip(*(files[format] for format in files if format not in SLOW), strict=True)
    turns = cycle([path for group in taken_in_turn for path in group])
    copies = []
    for index, path in enumerate(islice(turns, MANY)):
        copy = mixed / f"{index}{path.suffix}"
        copy.write_bytes(path.read_bytes())
        copies.append(str(copy))
    taken = milliseconds(lambda: lint_many(Batch(tuple(copies), PACK, family, jobs=0))) / 1000
    formats = ", ".join(key for key in files if key not in SLOW)
    print(f"\n{MANY} reports ({formats}) on {os.cpu_count()} cores: {taken:.1f} s")


_PEAK = """
import resource, subprocess, sys
command = [sys.executable, "-m", "linter", "check", "--fail-on", "never", sys.argv[1]]
subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
# A process begins with the peak of the one that started it, so a small one stands between.


def memory(files: Files) -> None:
    """The most memory that a process has that checks one report, by format; or its LibreOffice, if that has more."""
    if importlib.util.find_spec("resource") is None:
        print("\nthis system does not say how much memory a process has used")
        return
    unit = 1 if sys.platform == "darwin" else 1024
    print("\nmost memory, one report in a process of its own   (MB)")
    for format, paths in files.items():
        command = [sys.executable, "-c", _PEAK, str(paths[0])]
        said = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
        print(f"  {format:<28}{int(said.stdout.split()[-1]) * unit / 1e6:10.0f}")


def markitdown(format: str) -> Reading:
    from markitdown import MarkItDown, StreamInfo  # noqa: PLC0415

    converter, info = MarkItDown(enable_plugins=False), StreamInfo(extension=f".{format}")
    return lambda data: converter.convert_stream(io.BytesIO(data), stream_info=info)


def docx2python(_format: str) -> Reading:
    from docx2python import docx2python as opened  # noqa: PLC0415

    def read(data: bytes) -> object:
        with opened(io.BytesIO(data)) as document:
            return document.body

    return read


def pdfplumber(_format: str) -> Reading:
    from pdfplumber import open as opened  # noqa: PLC0415

    def read(data: bytes) -> object:
        with opened(io.BytesIO(data)) as document:
            return [page.extract_tables() for page in document.pages]

    return read


OTHERS: Mapping[str, tuple[Callable[[str], Reading], tuple[str, ...]]] = {
    "markitdown": (markitdown, ("txt", "md", "html", "docx", "pdf")),
    "docx2python": (docx2python, ("docx",)),
    "pdfplumber": (pdfplumber, ("pdf",)),
}
"""Program → how it reads, and what. pdfplumber is asked for the tables alone."""


def ratio(path: Path, family: Family, other: Reading, rounds: int) -> float:
    """How many times as long the other program takes for a report: the median of rounds, one after the other."""
    ours, data = checking(path, family), path.read_bytes()
    other(data)
    ours()
    return statistics.median(milliseconds(lambda: other(data)) / milliseconds(ours) for _ in range(rounds))


def beside_others(files: Files, family: Family, rounds: int) -> None:
    print("\ntimes as long as reading and checking here   (median of the reports, least)")
    for name, (reading, formats) in OTHERS.items():
        if importlib.util.find_spec(name) is None:
            print(f"  {name} is not installed")
            continue
        for format in formats:
            read = reading(format)
            found = [ratio(path, family, read, rounds) for path in files[format]]
            print(f"  {name:<14}{format:<14}{statistics.median(found):10.1f}{min(found):9.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    given: Any = parser.parse_args()
    gc.set_threshold(100_000)  # as the program itself does at its start
    family = load(PACK)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        files = stored()
        warm(files, family, given.rounds)
        beside_others(files, family, max(given.rounds // 3, 1))
        memory(files)
        many(files, Path(name), family)


if __name__ == "__main__":
    main()
