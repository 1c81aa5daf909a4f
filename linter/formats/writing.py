"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from linter.formats.opening import is_private

_PREFIX, _SUFFIX = ".gouji-", ".tmp"
_BINARY, _NO_LINK, _NO_WAIT = (getattr(os, name, 0) for name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"))
_ALL = 0o666
_GROUP = 0o070


def write_whole(
    path: Path, data: bytes | Iterable[bytes], check: Callable[[], None] | None = None, mode: int = _ALL
) -> None:
    """Write `data`, whole or in pieces, to `path` all at once: whoever reads it meets the old file or the new one,
    never a part of it.

    A link is followed. What is no file (a pipe, a device) has no old content and is written to as it is. `check` is
    called when all is ready and just before anything changes at `path`; what it raises leaves that as it was. `mode` is
    what may be done with the file at most; one that is replaced passes on its own restrictions. Raises OSError, also
    where there is no folder for the file, and for a pipe that nobody reads.
    """
    pieces = (data,) if isinstance(data, bytes) else data
    if path.exists() and not path.is_file():
        if check is not None:
            check()
        _put(path, pieces)
        return
    real = Path(os.path.realpath(path))
    _delete_abandoned(real.parent)
    with _new_file(real.parent, mode) as (draft, stream):
        stream.writelines(pieces)
        stream.flush()
        if real.exists():
            draft.chmod(real.stat().st_mode & mode)
        os.fsync(stream.fileno())
        if check is not None:
            check()
        if os.name == "nt":  # which moves no file that is open
            stream.close()
        draft.replace(real)


def permissions_of(draft: Path | None) -> int:
    """The `mode` for what is made of a draft: nobody may read the copy who may not read the draft."""
    if draft is None:
        return _ALL
    status = draft.stat()
    foreign = status.st_gid != getattr(os, "getegid", lambda: status.st_gid)()
    return status.st_mode & _ALL & (~_GROUP if foreign else -1)


def _put(path: Path, pieces: Iterable[bytes]) -> None:
    number = os.open(path, os.O_WRONLY | _BINARY | _NO_WAIT)  # a pipe that nobody reads would be waited for
    with os.fdopen(number, "wb") as stream:
        if _NO_WAIT:
            os.set_blocking(number, True)
        stream.writelines(pieces)


@contextlib.contextmanager
def _new_file(folder: Path, mode: int) -> Iterator[tuple[Path, BinaryIO]]:
    """A file in `folder` that was not there before, under a name that nobody can guess. It is gone at the end, unless
    it was moved; where the program is killed before, the next to write in this folder deletes it.
    """
    path = folder / f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}"
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK, mode)
    try:
        with os.fdopen(number, "wb") as stream:
            _lock(number)
            yield path, stream
    finally:
        path.unlink(missing_ok=True)


def _delete_abandoned(folder: Path) -> None:
    """Delete what a program that was killed has left in `folder`. Those that are still written to are locked."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                if _is_abandoned(path):
                    path.unlink()


def _is_abandoned(path: Path) -> bool:
    number = os.open(path, os.O_RDONLY | _NO_LINK | _NO_WAIT)
    try:
        status = os.fstat(number)
        return stat.S_ISREG(status.st_mode) and is_private(status) and _lock(number)
    finally:
        os.close(number)


def _lock(number: int) -> bool:
    """Lock an open file until it is closed or the program ends, however it does; whether nobody else had locked it."""
    try:
        import fcntl
    except ImportError:  # Windows, which deletes no file that is open
        return True
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
