"""Files that commands write, and the one rule for what they never write over."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.console import WrongUse, save
from linter.formats.opening import contents
from linter.model.message import Message
from linter.model.records import Record

if TYPE_CHECKING:
    from linter.run.previous import Previous

STDIN = "-"
_YAML = frozenset({".yaml", ".yml"})


def _never(_: bytes) -> bool:
    """A copy that somebody may have worked on is nobody's own."""
    return False


class Destination(Record):
    """A file to write. What is read is never written over, by whatever name it is called. What else is there is, where
    it `is_own`, a result that this program wrote in the same format, or where the user insists (`force`).
    """

    path: Path
    force: bool
    is_own: Callable[[bytes], bool] = _never

    def refuse(self, inputs: Iterable[str]) -> None:
        """Raises WrongUse where the file must not be written; `inputs` are the paths of what is read."""
        if not os.path.lexists(self.path):
            return
        there = _identity(self.path)
        if there is not None and there in map(_identity_of, inputs):
            raise WrongUse(Message("cli.output-is-input", {"path": str(self.path)}))
        if not self.force and not self._may_be_replaced():
            key = "cli.work-exists" if self.is_own is _never else "cli.output-exists"
            raise WrongUse(Message(key, {"path": str(self.path)}))

    def write(self, data: bytes | Iterable[bytes], inputs: Iterable[str], mode: int = 0o666) -> None:
        """Writes the file all at once; raises WrongUse as `refuse` does, and where it cannot be written."""
        known = tuple(inputs)
        save(self.path, data, lambda: self.refuse(known), mode)

    def _may_be_replaced(self) -> bool:
        if self.path.exists() and not self.path.is_file():
            return True  # a pipe or a device keeps nothing; a folder is not written over
        try:
            data = contents(self.path)
            return not data or self.is_own(data)
        except OSError:
            return False


def inputs_of(
    paths: Iterable[str],
    stdin_name: str | None = None,
    previous: Previous | None = None,
    pack: str = "",
    others: Iterable[str] = (),
) -> tuple[str, ...]:
    """All that a command reads, as far as it is known before the folders among it are walked. `others` are what it
    reads beside reports and packs.
    """
    before = previous.paths if previous is not None else ()
    return (*paths, *((stdin_name,) if stdin_name else ()), *before, *(_files_of(pack) if pack else ()), *others)


def _files_of(pack: str) -> tuple[str, ...]:
    from linter.packs.references import folder_of, joined

    folders = [folder_of(name, Path.cwd()) for name in joined(pack, Path.cwd())]
    return tuple(str(file) for folder in folders for file in sorted(folder.glob("*")) if file.suffix in _YAML)


def _identity_of(name: str) -> tuple[int, int] | str | None:
    """What names of one file have in common; for the standard input, of the file that it comes from."""
    if name != STDIN:
        return _identity(Path(name))
    try:
        status = os.fstat(sys.stdin.fileno())
    except (OSError, ValueError, AttributeError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def _identity(path: Path) -> tuple[int, int] | str | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)
