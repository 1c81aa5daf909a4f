"""Which configuration a file has: the nearest one in its folder or in one above."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from linter.formats.opening import contents
from linter.formats.refusals import MEGABYTE

NAME = ".gouji.yaml"
PROJECT = "pyproject.toml"
LARGEST = 64 * MEGABYTE
"""Bytes of a configuration with a hundred thousand waivers in it, and to spare."""

_SECTION = b"tool.gouji"


class Finder:
    """Looks in each folder once. Where there is no configuration, that is two looks at names for each folder."""

    def __init__(self) -> None:
        self._known: dict[str, Path | None] = {}

    def of(self, file: Path) -> Path | None:
        """The configuration for `file`, which need not exist."""
        return self._above(os.path.dirname(os.path.abspath(file)))  # noqa: PTH100, PTH120 (links stay)

    def _above(self, folder: str) -> Path | None:
        missed, found = [], None
        while folder not in self._known:
            missed.append(folder)
            found = _in(folder)
            above = os.path.dirname(folder)  # noqa: PTH120
            if found is not None or above == folder:
                break
            folder = above
        else:
            found = self._known[folder]
        self._known.update(dict.fromkeys(missed, found))
        return found


def _in(folder: str) -> Path | None:
    """The configuration in `folder`. One that somebody put there who is neither the user nor the folder's owner is
    none: it decides what is found. A folder that is called so cannot be read, which is said.
    """
    for name in (NAME, PROJECT):
        path = os.path.join(folder, name)  # noqa: PTH118
        try:
            status = os.stat(path)  # noqa: PTH116
        except (OSError, ValueError):
            continue
        if not _is_trusted(status, folder):
            continue
        if name == NAME or (stat.S_ISREG(status.st_mode) and _speaks_of_us(path)):
            return Path(path)
    return None


def _is_trusted(status: os.stat_result, folder: str) -> bool:
    user = getattr(os, "geteuid", lambda: status.st_uid)()
    return status.st_uid in (user, os.stat(folder).st_uid)  # noqa: PTH116


def _speaks_of_us(project: str) -> bool:
    try:
        return _SECTION in contents(Path(project), most=LARGEST)
    except OSError:
        return False


def shown(path: Path) -> str:
    """The path as it is shown: from the working folder on, where it is below that."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(path)
