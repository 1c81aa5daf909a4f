"""The process that has LibreOffice convert one file: it cleans up after both, however they end."""

from __future__ import annotations

import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from linter.confinement import limit_memory
from linter.formats.opc import LARGEST
from linter.formats.opening import contents, is_private
from linter.model.records import Record
from linter.readers.office.program import end, start

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MEMORY = 600
"""Megabytes that LibreOffice may take. It needs some 60 for a report."""

_PREFIX = "gouji-office-"
_ABANDONED = 600  # seconds after which nobody can be working in a folder any more
_GLANCE = 0.05
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Conversion(Record):
    """What came of a file: its bytes as .docx (None where it could not be made), and whether it came in time."""

    data: bytes | None = None
    in_time: bool = True


def serve(pipe: Connection, program: Path, place: Path, data: bytes, suffix: str, seconds: float) -> None:
    """Convert `data`, in a folder in `place`, and put a `Conversion` into `pipe`. Where nobody is at the other end any
    more, for whatever reason, LibreOffice is ended. Its folder, with the draft in it, is deleted in any case.
    """
    for name in _SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    limit_memory(MEMORY)
    _delete_abandoned(place)
    with suppress(OSError), TemporaryDirectory(prefix=_PREFIX, dir=place, ignore_cleanup_errors=True) as name:
        conversion = _converted(pipe, program, Path(name).resolve(), data, suffix, seconds)
        pipe.send(conversion)


def _converted(pipe: Connection, program: Path, folder: Path, data: bytes, suffix: str, seconds: float) -> Conversion:
    file = folder / f"report.{suffix}"
    file.write_bytes(data)
    try:
        process = start(program, folder, file)
    except OSError:
        return Conversion()
    try:
        until = time.monotonic() + seconds
        while process.poll() is None:
            if pipe.poll(_GLANCE):
                raise EOFError  # nobody sends anything; the other end is closed
            if time.monotonic() > until:
                return Conversion(in_time=False)
    except (EOFError, OSError):
        return Conversion()
    finally:
        end(process)
    with suppress(OSError):
        return Conversion(contents(folder / "out" / "report.docx", LARGEST) or None)
    return Conversion()


def _delete_abandoned(place: Path) -> None:
    """Delete the folders of conversions that were ended together with the process that should have done that."""
    for folder in place.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            status = folder.lstat()
            old = status.st_mtime < time.time() - _ABANDONED
            if old and is_private(status) and (folder / "temporary").is_dir() and not folder.is_symlink():
                shutil.rmtree(folder, ignore_errors=True)
