"""The one place that opens files: regular files only, and never more of one than a limit."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path

from linter.formats.refusals import MEGABYTE
from linter.model.message import Message

LARGEST = 200 * MEGABYTE
"""Bytes that a report may have in any format; most readers take less."""

# A pipe that nobody writes to is opened at once, and then seen to be none of ours; Windows has no such pipes.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


_REASONS: Mapping[int, str] = {
    errno.ENOENT: "system.nothing-there",
    errno.ENOTDIR: "system.nothing-there",
    errno.EEXIST: "system.file",
    errno.EISDIR: "system.folder",
    errno.EACCES: "system.no-permission",
    errno.EPERM: "system.no-permission",
    errno.EROFS: "system.read-only",
    errno.ENOSPC: "system.disk-full",
    errno.ENAMETOOLONG: "system.name-too-long",
}
"""What systems say most, in our words: theirs are English or in the language of the machine."""


class Refused(OSError):
    """A file that is not read although the system would let us. `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def contents(path: Path, most: int = LARGEST, private: bool = False) -> bytes:
    """The bytes of the file at `path`. Raises OSError: `Refused` for what is no regular file (a pipe, a socket, a
    device, also behind a link), and for one of more than `most` bytes.

    With `private`, a file of another user, one that others may write to, and a link are refused as well.
    """
    _refuse(path.stat(follow_symlinks=not private), most, private)  # opening a device can set it going
    with os.fdopen(os.open(path, _FLAGS | (_NO_LINK if private else 0)), "rb") as stream:
        status = os.fstat(stream.fileno())
        _refuse(status, most, private)
        data = stream.read(status.st_size + 1)
        if len(data) > status.st_size:  # it grows, or is one of those of the system that do not tell their size
            data += stream.read(most + 1 - len(data))
    _refuse_larger(len(data), most)
    return data


def digest_of(path: Path, most: int = LARGEST) -> bytes:
    """The SHA-256 of the file at `path`, which is never whole in memory. Raises OSError like `contents`."""
    _refuse(path.stat(), most, False)
    with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
        _refuse(os.fstat(stream.fileno()), most, False)
        return file_digest(stream, "sha256").digest()


def standard_input(most: int = LARGEST) -> bytes:
    """What comes from the standard input. Raises OSError: `Refused` where it is closed or gives more than `most`."""
    if sys.stdin is None:
        raise Refused(Message("run.no-standard-input"))
    data = sys.stdin.buffer.read(most + 1)
    _refuse_larger(len(data), most)
    return data


def is_private(status: os.stat_result) -> bool:
    """Whether what has this status is the user's own and cannot be changed by others. Windows tells neither."""
    owner = getattr(os, "geteuid", lambda: status.st_uid)()
    return status.st_uid == owner and (os.name == "nt" or not status.st_mode & _OTHERS_MAY_WRITE)


def reason(error: OSError) -> Message | str:
    """Why a file could not be opened or written, for a message."""
    if isinstance(error, Refused):
        return error.message
    key = _REASONS.get(error.errno or 0)
    return Message(key) if key is not None else error.strerror or type(error).__name__


def _refuse(status: os.stat_result, most: int, private: bool) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Refused(Message("system.folder"))
    if not stat.S_ISREG(status.st_mode):
        raise Refused(Message("run.no-regular-file"))
    if private and not is_private(status):
        raise Refused(Message("run.not-private"))
    _refuse_larger(status.st_size, most)


def _refuse_larger(size: int, most: int) -> None:
    if size > most:
        raise Refused(Message("read.too-large", {"size": size // MEGABYTE, "limit": most // MEGABYTE}))
