"""What the program is made of beside its own code: a lock file with hashes, and a bill of materials (CycloneDX).

    python packaging/supply_chain.py lock            writes packaging/requirements.lock
    python packaging/supply_chain.py sbom [FILE]     writes dist/gouji.cdx.json

The lock file names every package that `gouji` needs, on every Python and platform that it supports, in one version and
with the hashes of its files: `pip install --require-hashes -r packaging/requirements.lock` takes no other. The bill of
materials is made of what that installs in an empty environment. Both tools (uv, cyclonedx-bom) are installed in an
environment of their own, which is thrown away.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ROOT / "pyproject.toml"
LOCK = ROOT / "packaging" / "requirements.lock"
BILL = ROOT / "dist" / "gouji.cdx.json"
OLDEST = "3.11"
"""The first Python that is supported; the lock is for it and all later ones."""

LOCK_TOOL = "uv>=0.9,<1"
BILL_TOOL = "cyclonedx-bom>=7,<8"
SPECIFICATION = "1.6"


def program(environment: Path, name: str) -> Path:
    """A program of a virtual environment."""
    return environment / ("Scripts" if os.name == "nt" else "bin") / name


def environment(folder: Path, *install: str) -> Path:
    """A new virtual environment in `folder`, with what pip is told to install."""
    venv.create(folder, with_pip=True)
    run(program(folder, "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *install)
    return folder


def run(*command: str | Path) -> None:
    subprocess.run([str(word) for word in command], cwd=ROOT, check=True)


def lock(work: Path) -> None:
    """Write the lock file. Versions that are locked already stay as they are where they still fit."""
    tools = environment(work / "tools", LOCK_TOOL)
    options = ("--universal", "--generate-hashes", "--python-version", OLDEST, "--no-header", "--quiet")
    run(program(tools, "uv"), "pip", "compile", PROJECT.name, *options, "--output-file", LOCK.relative_to(ROOT))


def bill(work: Path, file: Path) -> None:
    """Write the bill of materials of what the lock file installs on this platform."""
    installed = environment(work / "installed", "--require-hashes", "--requirement", str(LOCK))
    run(program(installed, "python"), "-m", "pip", "uninstall", "--quiet", "--yes", "setuptools", "pip")
    tools = environment(work / "tools", BILL_TOOL)
    file.parent.mkdir(parents=True, exist_ok=True)
    options = ("--pyproject", PROJECT, "--spec-version", SPECIFICATION, "--output-reproducible", "--output-file", file)
    run(program(tools, "cyclonedx-py"), "environment", *options, program(installed, "python"))


def main() -> None:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("lock", "sbom"))
    parser.add_argument("file", nargs="?", type=Path, default=BILL, help="of the bill of materials")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gouji-supply-") as work:
        if given.what == "lock":
            lock(Path(work))
        else:
            bill(Path(work), given.file.resolve())


if __name__ == "__main__":
    sys.exit(main())
