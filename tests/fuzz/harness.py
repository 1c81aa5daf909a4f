"""One harness for each reader and one for packs: an input goes through the program, and what comes of it is noted."""

from __future__ import annotations

import hashlib
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from unittest import mock

from linter.annotators import AnnotateFailure, Draft, annotate
from linter.formats.refusals import ReadFailure
from linter.model.document import Source
from linter.model.pack import Family
from linter.model.result import Checked
from linter.packs import load
from linter.readers import read
from linter.run.engine import LintOptions, lint

from .mutations import MUTATIONS, mutated

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "tests" / "reports"
FAILURES = Path(__file__).parent / "failures"
FORMATS = (*MUTATIONS, "packs")

_ANNOTATED = 8  # one of so many checked reports is marked too
_COPIES = {"docx": "docx", "pdf": "pdf"}


@dataclass
class Figures:
    """What came of many inputs of a format: the most seconds of the processor that one took, and megabytes (0 where the
    system does not tell).
    """

    inputs: int = 0
    accepted: int = 0
    slowest: float = 0.0
    memory: int = 0
    crashes: dict[str, bytes] = field(default_factory=dict)

    def note(self, accepted: bool, seconds: float) -> None:
        self.inputs += 1
        self.accepted += accepted
        self.slowest = max(self.slowest, seconds)


def samples(format: str) -> list[bytes]:
    """The sample reports of a format, small ones, from which inputs are made."""
    found = [path.read_bytes() for path in sorted(REPORTS.glob(f"*/report.{format}"))]
    if format == "txt":
        found += [path.read_bytes() for path in sorted(REPORTS.glob("clean/*/report.txt"))]
    if format == "mht":
        head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
        found = [head + page + b"\n--x--\n" for page in samples("html")]
    return [data for data in found if len(data) < 2_000_000]


def run_file(data: bytes, format: str, family: Family, mark: bool) -> bool:
    """Read and check a file, and mark what was found; whether it was read. Raises whatever the program lets slip."""
    source = Source(f"fuzz.{format}", data, format)
    with (
        mock.patch("linter.run.engine.attempt", lambda work: work()),
        mock.patch("linter.readers.office.read.find_office", lambda: None),
    ):
        try:
            document = read(source, locate=True)
        except ReadFailure:
            return False
        result = lint(source, family, LintOptions(locate=True), document=document)
        if mark and isinstance(result, Checked):
            draft = Draft(data, document, result, "zh", datetime(2024, 1, 15))
            for copy in {"html", _COPIES.get(format, "html")}:
                try:
                    annotate(draft, copy)
                except AnnotateFailure:
                    continue
    return True


def inputs_of_files(format: str, chance: Random) -> Iterator[bytes]:
    """Endless inputs of a format."""
    made = samples(format)
    while True:
        yield mutated(chance, format, chance.choice(made))


def fuzz_files(format: str, chance: Random, goes_on: Callable[[Figures], bool]) -> Figures:
    """Inputs of a format until `goes_on` says no."""
    family, figures = load("cn-open-government"), Figures()
    for data in inputs_of_files(format, chance):
        if not goes_on(figures):
            break
        began = time.process_time()
        accepted = False
        try:
            accepted = run_file(data, format, family, mark=chance.randrange(_ANNOTATED) == 0)
        except Exception:
            figures.crashes.setdefault(_last_place(), data)
        figures.note(accepted, time.process_time() - began)
    figures.memory = peak()
    return figures


def fuzz_packs(chance: Random, goes_on: Callable[[Figures], bool]) -> Figures:
    """Slips in the shipped packs, and files of them changed as text, until `goes_on` says no."""
    sys.path.append(str(ROOT / "tests" / "packs"))
    from slips import Bench, cases

    from linter.packs.yaml_reading import read_yaml

    from .mutations import of_bytes, of_lines, of_text

    bench, figures = Bench(), Figures()
    every = [case for case in cases(bench.data) if case.index is not None]
    files = [path.read_bytes() for path in sorted((ROOT / "rules").rglob("*.yaml"))]
    while goes_on(figures):
        began = time.process_time()
        if chance.random() < 0.5:
            case = chance.choice(every)
            if failure := bench.result(case):
                figures.crashes.setdefault(failure, str(case).encode())
            accepted = not failure
        else:
            data = chance.choice((of_lines, of_lines, of_text, of_bytes))(chance, chance.choice(files))
            accepted = False
            try:
                accepted = read_yaml(data, "a.yaml")[0] is not None
            except Exception:
                figures.crashes.setdefault(_last_place(), data)
        figures.note(accepted, time.process_time() - began)
    figures.memory = peak()
    return figures


def fuzz(format: str, seed: int, goes_on: Callable[[Figures], bool]) -> Figures:
    """What comes of inputs of a format that chance makes from `seed`: always the same ones."""
    chance = Random(f"{format} {seed}")
    return fuzz_packs(chance, goes_on) if format == "packs" else fuzz_files(format, chance, goes_on)


def keep(format: str, crash: bytes) -> Path:
    """Keep an input for the tests; where."""
    FAILURES.mkdir(exist_ok=True)
    path = FAILURES / f"{hashlib.sha256(crash).hexdigest()[:12]}.{format}"
    path.write_bytes(crash)
    return path


def peak() -> int:
    """The most memory that this process has taken, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _last_place() -> str:
    """Where in the program the exception at hand was raised: one input is kept for each such place."""
    error = sys.exc_info()[1]
    frames = traceback.extract_tb(error.__traceback__) if error is not None else []
    within = [frame for frame in frames if "linter" in frame.filename]
    where = f"{Path(within[-1].filename).name}:{within[-1].lineno}" if within else "?"
    return f"{type(error).__name__} at {where}"
