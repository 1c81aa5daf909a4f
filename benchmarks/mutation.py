"""How many small mistakes the tests would notice: each is made on purpose, and the tests of its package are run.

    pip install 'cosmic-ray>=8.7'
    python benchmarks/mutation.py [linter/binding …] [--sample 200] [--seed 1] [--limit 10]

Prints the survivors, each when it is found, with how many were tried by then, and at the end their share. The changes
come in random order: a run that is stopped is a smaller sample. With --limit the exit code says whether more percent
than that survive. `mutation.toml` says what is changed, how, and which tests are run.

Cosmic Ray makes the changes; mutmut, as well kept up, changes the bodies of functions alone, and here most limits are
constants of a module. Its runner is not used: it writes each change into the checkout, while here a changed module is
only ever in the memory of the process that runs the tests, so that a run can be stopped at any time; and it has one
set of tests for everything, of which each package has its own here.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.abc
import importlib.util
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SETTINGS: Mapping[str, Any] = tomllib.loads((ROOT / "benchmarks" / "mutation.toml").read_text(encoding="utf-8"))
MOST_MEMORY = 4 * 1024**3
"""Bytes a run of tests may take: a loop without an end fills the memory before its time is up."""


class Change(NamedTuple):
    """The change that an operator makes at one of its places in a module; `path` is from the root."""

    path: str
    operator: str
    place: int
    tests: tuple[str, ...]


class Mutant(NamedTuple):
    """A module with one change: the number of the line, how it was and how it is, and the whole source."""

    path: str
    line: int
    before: str
    after: str
    source: str


def changes(path: Path, tests: tuple[str, ...]) -> Iterator[Change]:
    """All changes to one module."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator

    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    unchanged = re.compile("|".join(SETTINGS["not-changed"]))
    nodes = list(ast_nodes(get_ast(source)))
    for name in SETTINGS["operators"]:
        operator = get_operator(f"core/{name}")()
        places = [start for node in nodes for start, _ in operator.mutation_positions(node)]
        for place, (line, _) in enumerate(places):
            if not unchanged.search(lines[line - 1]):
                yield Change(path.relative_to(ROOT).as_posix(), name, place, tests)


def made(change: Change) -> Mutant:
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    source = (ROOT / change.path).read_text(encoding="utf-8")
    changed = mutate_code(source, get_operator(f"core/{change.operator}")(), change.place)
    pairs = zip(source.splitlines(), changed.splitlines(), strict=False)
    line, before, after = next((line, *pair) for line, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    return Mutant(change.path, line, before.strip(), after.strip(), changed)


def killed(mutant: Mutant | None, tests: Sequence[str], seconds: float | None) -> bool:
    """Whether one of the tests fails, or they take longer than `seconds`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "module.py"
        source.write_text(mutant.source if mutant else "", encoding="utf-8")
        command = [sys.executable, __file__, "--run", mutant.path if mutant else "", str(source), *tests]
        environment = {**os.environ, "GOUJI_CACHE_DIR": folder, "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=seconds, check=False)
        except subprocess.TimeoutExpired:
            return True
        if mutant is None and run.returncode:
            said = (run.stdout + run.stderr).decode(errors="replace")
            sys.exit(f"the tests fail without a change:\n{said[-2000:]}")
        return run.returncode != 0


def run_tests(path: str, source: str, tests: Sequence[str]) -> int:
    """In a process of its own: the tests, with one module taken from `source`."""
    import pytest

    with contextlib.suppress(ImportError):  # there is no such module on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    sys.path.insert(0, str(ROOT))
    if path:
        sys.meta_path.insert(0, _Changed(path, Path(source).read_text(encoding="utf-8")))
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]))


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    def __init__(self, path: str, source: str) -> None:
        self._name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self._path = str(ROOT / path)
        self._source = source

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        if name != self._name:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)

    def get_source(self, name: str) -> str:
        return self._source

    def is_package(self, name: str) -> bool:
        return self._path.endswith("__init__.py")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", help="folders of mutation.toml; default: all")
    parser.add_argument("--sample", type=int, help="how many changes, taken at random from all packages together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, help="percent that may survive")
    options = parser.parse_args()
    groups = [group for group in SETTINGS["groups"] if not options.modules or group["modules"] in options.modules]
    possible = [
        change
        for group in groups
        for path in sorted((ROOT / group["modules"]).rglob("*.py"))
        for change in changes(path, tuple(group["tests"]))
    ]
    chosen = random.Random(options.seed).sample(possible, min(options.sample or len(possible), len(possible)))
    print(f"{len(chosen)} of {len(possible)} changes", flush=True)
    limits: dict[tuple[str, ...], float] = {}
    same = {(one["path"], one["line"]) for one in SETTINGS.get("equivalent", ())}
    survivors = equivalent = 0
    for number, change in enumerate(chosen, 1):
        mutant = made(change)
        if (mutant.path, mutant.after) in same:
            equivalent += 1
            continue
        if change.tests not in limits:
            start = time.perf_counter()
            killed(None, change.tests, None)
            limits[change.tests] = 20 + 4 * (time.perf_counter() - start)
        if not killed(mutant, change.tests, limits[change.tests]):
            survivors += 1
            print(f"{number}: {mutant.path}:{mutant.line}\n  {mutant.before}\n  {mutant.after}", flush=True)
    counted = len(chosen) - equivalent
    share = 100 * survivors / max(counted, 1)
    print(f"{survivors} of {counted} survive, {share:.1f} %; {equivalent} more are known to alter nothing")
    return int(options.limit is not None and share > options.limit)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        raise SystemExit(run_tests(sys.argv[2], sys.argv[3], sys.argv[4:]))
    raise SystemExit(main())
