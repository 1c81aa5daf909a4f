"""Runs over many files, some of which kill who reads them, while processes are killed at random: nothing else is lost.

    python benchmarks/poison.py [--files 10000] [--rounds 5] [--kills 6] [--seed 1]

An undisturbed run comes first. Then, each round with a store of its own, processes of the run (the parent among them)
are ended with SIGKILL at random times, and a run whose parent was killed is started again. At last it is resumed once
undisturbed, which tries again what could not be checked. That has to write the same bytes as the first run, in which
exactly the poison files could not be checked.

The module is run by itself in the processes of the run too, where it makes files with a mark in them do their harm.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import linter.run.batch  # noqa: E402
from linter.model.document import Source  # noqa: E402
from linter.packs import load  # noqa: E402
from linter.run.engine import lint  # noqa: E402
from linter.run.form import write  # noqa: E402

PACK = "cn-open-government"
HARM = (b"<poison:kill>", b"<poison:loop>", b"<poison:memory>")
EVERY = 3


def harmful(source: Source, *rest: object, **more: object) -> object:
    """What the program does with a file, but for those that do harm."""
    if HARM[0] in source.data:
        os.kill(os.getpid(), signal.SIGKILL)
    while HARM[1] in source.data:
        pass
    if HARM[2] in source.data:
        kept = [bytearray(4 << 30)]
        raise SystemExit(len(kept))
    return lint(source, *rest, **more)  # type: ignore[arg-type]


linter.run.batch.lint = harmful  # type: ignore[assignment]


def generate(folder: Path, files: int, chance: random.Random) -> list[str]:
    """Reports in `folder`, every third of which has a wrong total; the names of the ten that are poison."""
    template = load(PACK).packs[-1].template
    poison = sorted(chance.sample(range(files), 10))
    right = write(template, 2023, "青溪镇人民政府")
    for number in range(files):
        text = right.replace("青溪镇", f"青溪{number}镇")
        if number % EVERY == 0:
            text = text.replace("\t0\n", f"\t{number % 7 + 1}\n", 1)
        data = text.encode()
        if number in poison:
            data += b"\n" + HARM[poison.index(number) % len(HARM)] + b"\n"
        (folder / f"{number}.txt").write_bytes(data)
    return [str(folder / f"{number}.txt") for number in poison]


def started(folder: Path, store: Path, output: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, __file__, "--run", str(folder), "--store", str(store), "--time-limit", "3", "-j", "2"]
    with output.open("wb") as stream:
        return subprocess.Popen([*command, "--format", "json"], stdout=stream, stderr=subprocess.DEVNULL)


def family_of(parent: int) -> list[int]:
    """The processes of a run: its parent, and those that it started."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [parent, *map(int, listed.stdout.split())]


def disturbed(
    folder: Path, store: Path, output: Path, span: float, kills: int, chance: random.Random
) -> tuple[int, int]:
    """A run that is disturbed so often within about `span` seconds: (times it was started, parents killed)."""
    starts, parents = 1, 0
    run = started(folder, store, output)
    for wait in [chance.uniform(0, 2 * span / max(kills, 1)) for _ in range(kills)]:
        try:
            run.wait(wait)
        except subprocess.TimeoutExpired:
            victim = chance.choice(family_of(run.pid))
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                continue
            if victim == run.pid:
                run.wait()
                starts, parents = starts + 1, parents + 1
                run = started(folder, store, output)
        else:
            break
    run.wait()
    return starts, parents


def main() -> int:
    """Print what each round came to; 1 where one was not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("files", 10_000), ("rounds", 5), ("kills", 6), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        folder.mkdir()
        poison = generate(folder, asked.files, chance)
        start = time.perf_counter()
        started(folder, Path(place) / "first", Path(place) / "expected").wait()
        span = time.perf_counter() - start
        expected = (Path(place) / "expected").read_bytes()
        lost = [file["path"] for file in json.loads(expected)["files"] if file["error"]]
        exact = sorted(lost) == sorted(poison)
        print(f"{asked.files} files, undisturbed: {span:.1f} s; exactly the poison files lost: {exact}")
        good = exact
        for number in range(1, asked.rounds + 1):
            store, output = Path(place) / f"store{number}", Path(place) / "output"
            starts, parents = disturbed(folder, store, output, span, asked.kills, chance)
            started(folder, store, output).wait()
            same = output.read_bytes() == expected
            good = good and same
            print(f"round {number}: started {starts} times, {parents} parents killed; same bytes: {same}", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        from linter.cli import main as gouji

        sys.exit(gouji(["check", *sys.argv[2:]]))
    sys.exit(main())
