"""What the parent of a run over many files holds: its memory at the end, for few files and for many.

    python benchmarks/memory.py [--files 100000]

The files are generated, and most of them are no reports, so that a run of many takes minutes, not hours; each fiftieth
is one. The parent does for both alike: it lists them, gives them out, counts, and writes their lines.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from linter.packs import load  # noqa: E402
from linter.run.form import write  # noqa: E402

FEW = 100
EVERY = 50
RUN = """
import json, sys
from pathlib import Path
from linter.cli import main
code = main(["check", sys.argv[1], "--format", sys.argv[2], "-j", "2", "--lang", "en"])
status = Path("/proc/self/status").read_text()
print(json.dumps({line.split(":")[0]: line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")}),
      file=sys.stderr)
"""


def peak(folder: Path, format: str) -> float:
    """Megabytes that the parent of a run over a folder had at most."""
    made = subprocess.run(
        [sys.executable, "-c", RUN, str(folder), format],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return int(json.loads(made.stderr.splitlines()[-1])["VmHWM"]) / 1024


def generate(folder: Path, files: int) -> None:
    """So many files in folders of a thousand."""
    report = write(load("cn-open-government").packs[-1].template, 2023, "青溪镇人民政府")
    for number in range(files):
        place = folder / str(number // 1000)
        place.mkdir(exist_ok=True, parents=True)
        text = f"第 {number} 号便条。" if number % EVERY else report.replace("青溪", f"青溪{number}")
        (place / f"report {number}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Print a line for each number of files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=100_000)
    asked = parser.parse_args()
    for files in (FEW, asked.files):
        with tempfile.TemporaryDirectory() as place:
            generate(Path(place) / "reports", files)
            for format in ("terminal", "json"):
                print(f"{files:7} files, {format:8}: {peak(Path(place) / 'reports', format):6.1f} MB", flush=True)


if __name__ == "__main__":
    main()
