"""A desk that runs as a program of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

REPORTS = Path(__file__).parents[1] / "reports"
WRONG = REPORTS / "2021-wrong-sums"


class Running(NamedTuple):
    """A desk: its process, the address of its page, and where it is said the one that opens it once."""

    process: subprocess.Popen[str]
    address: str
    once: str = ""

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].split("/")[0])

    @property
    def token(self) -> str:
        return self.address.partition("#")[2]


def begun(*command: str) -> Running:
    """A desk started by `command`, or by the command line."""
    line = command or (sys.executable, "-m", "linter", "desk", "--no-browser", "--lang", "zh")
    process = subprocess.Popen(line, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdout is not None
    first = process.stdout.readline()
    found = re.findall(r"http://\S+", first)
    assert found, first
    return Running(process, *found)


def end(running: Running) -> None:
    running.process.kill()
    running.process.communicate()
