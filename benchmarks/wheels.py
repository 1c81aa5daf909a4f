"""Whether `pip install gouji` finds a wheel of everything it needs, on every Python and platform that is supported.

    python benchmarks/wheels.py

pip itself is asked, for this machine first: what it would install, and what those packages need in their turn. Those of
them that are compiled are then asked for on each target. Nothing is installed, and only what describes a package is
loaded. The exit code is 1 where a wheel is missing. Where no registry of packages answers, a sentence says so and the
exit code is 0.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
AWAITED = ("3.15",)
"""Pythons that come next: what is missing there is printed, and is no failure."""
PLATFORMS: Mapping[str, tuple[str, ...]] = {
    "Windows, x64": ("win_amd64",),
    "macOS, Intel": ("macosx_14_0_x86_64",),
    "macOS, Apple": ("macosx_14_0_arm64",),
    "Linux, x64": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
    "Linux, arm64": ("manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"),
}
"""The oldest systems that are asked for: macOS 14, and what Debian 10 and Red Hat 8 have of the C library."""
_NOT_FOUND = re.compile(r"No matching distribution found for ([A-Za-z0-9._-]+)")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


class Target(NamedTuple):
    python: str
    platform: str

    @property
    def options(self) -> list[str]:
        tags = [part for tag in PLATFORMS[self.platform] for part in ("--platform", tag)]
        return ["--python-version", self.python, "--implementation", "cp", *tags]


class Asked(NamedTuple):
    """What pip would install, and its complaint where it would install nothing."""

    found: list[dict[str, Any]]
    complaint: str


def ask(requirements: Iterable[str], options: Iterable[str] = ()) -> Asked:
    """Wheels for `requirements` themselves, without what they need in their turn."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--report", "-", "--no-deps"]
        command += ["--ignore-installed", "--only-binary", ":all:", "--target", folder, *options, *requirements]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.startswith("ERROR:")]
        return Asked([], (lines or [f"pip ended with {done.returncode}"])[-1])
    return Asked(json.loads(done.stdout)["install"], "")


def name_of(requirement: str) -> str:
    found = _NAME.match(requirement)
    assert found is not None, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def everything_needed() -> tuple[dict[str, set[str]], str]:
    """The compiled packages, each with all that is asked of its version, and pip's complaint.

    What is needed on some systems or Pythons alone is counted as needed everywhere.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed: dict[str, set[str]] = {}
    compiled: set[str] = set()
    new = list(project["dependencies"])
    while new:
        for requirement in new:
            needed.setdefault(name_of(requirement), set()).add(requirement.partition(";")[0].strip())
        found, complaint = ask(sorted({text for one in new for text in needed[name_of(one)]}))
        if complaint:
            return {}, complaint
        compiled |= {
            name_of(one["metadata"]["name"]) for one in found if not one["download_info"]["url"].endswith("-any.whl")
        }
        wanted = [text for one in found for text in one["metadata"].get("requires_dist", []) if "extra ==" not in text]
        new = [text for text in wanted if name_of(text) not in needed]
    return {name: needed[name] for name in sorted(compiled)}, ""


def missing(target: Target, needed: Mapping[str, set[str]]) -> list[str]:
    """The packages that have no wheel there. pip names one at a time, so it is asked again for the others."""
    left, found = dict(needed), []
    while left:
        complaint = ask([text for texts in left.values() for text in texts], target.options).complaint
        if not complaint:
            break
        named = _NOT_FOUND.search(complaint)
        if named is None or name_of(named[1]) not in left:
            return [*found, f"anything, because pip says: {complaint}"]
        found.append(name_of(named[1]))
        del left[found[-1]]
    return found


def main() -> int:
    needed, complaint = everything_needed()
    if complaint:
        print(f"no registry of packages answers, so nothing was asked: {complaint}")
        return 0
    print(f"compiled: {', '.join(needed)}")
    targets = [Target(python, platform) for python in PYTHONS + AWAITED for platform in PLATFORMS]
    with ThreadPoolExecutor(max_workers=4) as pool:
        results = list(pool.map(lambda target: missing(target, needed), targets))
    failed = 0
    for target, names in zip(targets, results, strict=True):
        if names:
            failed += target.python not in AWAITED
            awaited = ", which is awaited" if target.python in AWAITED else ""
            print(f"CPython {target.python}{awaited}, {target.platform}: no wheel of {', '.join(names)}")
    print(f"{len(targets)} targets, {failed} without all wheels")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
