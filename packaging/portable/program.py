"""The program of the portable folder: what a double-click starts, and where files can be dropped.

Without anything behind it, it opens the desk; with files dropped on it, the desk with these; all else is a command
line.
"""

from __future__ import annotations

import sys
from multiprocessing import freeze_support
from pathlib import Path


def command_line(given: list[str]) -> list[str]:
    """The command line that is meant. What is dropped comes as whole paths, which no command looks like."""
    if not given or (Path(given[0]).is_absolute() and Path(given[0]).exists()):
        return ["desk", *given]
    return given


def main() -> int:
    """What `gouji` does."""
    from linter.cli import main

    return main(command_line(sys.argv[1:]))


if __name__ == "__main__":
    freeze_support()  # on Windows a process that is started for work begins here too
    sys.exit(main())
