"""Builds the portable folder, and tries it: `python packaging/portable/build.py [--output FOLDER] [--test]`.

PyInstaller builds for the system that it runs on: run it on Windows for Windows. It has to be installed beside
`gouji[desk]` (`pip install pyinstaller`), and so have the tests' needs for `--test`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NAME = "gouji"
UNUSED = (
    "tkinter",
    "PIL",
    "numpy",
    "pytest",
    "playwright",
    "openpyxl",
    "pyarrow",
    "mypy",
    "hypothesis",
    "docx",
    "reportlab",
)
"""What is installed beside it for tests, and what libraries would use if it were there."""

TRIED = ("dropped", "pages_of_a_pdf", "no_report", "no_other_host")
"""The tests of the page that are run against the folder."""


def main() -> int:
    """Build, and with `--test` try what was built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "dist")
    parser.add_argument("--test", action="store_true")
    given = parser.parse_args()
    begun = monotonic()
    folder = build(given.output)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{folder}: {size / 1_000_000:.0f} MB in {monotonic() - begun:.0f} s")
    return tried(folder) if given.test else 0


def build(output: Path) -> Path:
    """The portable folder, made anew below `output`."""
    from PyInstaller.__main__ import run

    work = output / "work"
    shutil.rmtree(output / NAME, ignore_errors=True)
    data = {ROOT / "rules": "linter/rules", ROOT / "linter/web/static": "linter/web/static"}
    data[ROOT / "linter/forms/styles.xml"] = "linter/forms"
    run(
        [
            str(HERE / "program.py"),
            f"--name={NAME}",
            "--noconfirm",
            "--log-level=WARN",
            "--console",  # the window that it opens says what goes on, and closing it ends the program
            f"--distpath={output}",
            f"--workpath={work}",
            f"--specpath={work}",
            f"--paths={ROOT}",
            # Readers, kinds, commands and the server's parts are imported by name when they are used.
            "--collect-submodules=linter",
            "--collect-submodules=uvicorn",
            *(f"--add-data={source}{os.pathsep}{target}" for source, target in data.items()),
            *(f"--exclude-module={name}" for name in UNUSED),
        ]
    )
    shutil.rmtree(work, ignore_errors=True)
    for page in ("README.zh-CN.md", "LICENSE"):
        shutil.copy(ROOT / page, output / NAME / page)
    return output / NAME


def tried(folder: Path) -> int:
    """The exit code of what the folder is put through: a check, and the tests of the page against its own desk."""
    program = folder / (f"{NAME}.exe" if os.name == "nt" else NAME)
    report = ROOT / "tests" / "reports" / "2021-wrong-sums"
    found = subprocess.run(
        [str(program), "check", *map(str, report.glob("report.*"))], check=False, stdout=subprocess.DEVNULL
    )
    if found.returncode != 1:
        print(f"checking reports with mistakes gave {found.returncode}, not 1", file=sys.stderr)
        return 1
    tests = [str(ROOT / "tests" / "web" / "test_desk_in_browser.py"), "-k", " or ".join(TRIED)]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    return subprocess.run(command, check=False, cwd=ROOT, env={**os.environ, "GOUJI_DESK": str(program)}).returncode


if __name__ == "__main__":
    sys.exit(main())
