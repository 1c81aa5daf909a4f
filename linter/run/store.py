"""The local database of results, which is kept only where somebody asks for it: a SQLite file of the user's own.

An entry is a key of 32 bytes and what was made of a file, packed, with a check sum. What does not fit is no entry; a
file that is damaged is begun anew; one that goes away meanwhile, or cannot be written, is as good as none. What belongs
to somebody else, or is no store at all, is left as it is.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import zlib
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from linter.formats.opening import is_private, reason
from linter.model.message import Message
from linter.model.records import Record

APPLICATION = 0x676F756A
"""`gouj`, the number by which a SQLite file says whose it is."""

_MAGIC = b"SQLite format 3\0"
_APPLICATION_AT = slice(68, 72)
_OWN = 0o600
_PATIENCE = 10  # seconds that one run waits for another
_BESIDE = ("", "-wal", "-shm", "-journal")
_HEAD, _FIRST_PAGE = 100, 4096  # bytes of a SQLite file
_COLUMNS = "(key BLOB PRIMARY KEY, value BLOB NOT NULL, seal BLOB NOT NULL) WITHOUT ROWID"
_TABLE = f"CREATE TABLE IF NOT EXISTS results {_COLUMNS}"

Answer = TypeVar("Answer")


class Contents(Record):
    """What is in a store: how many results, and how many bytes the file has."""

    results: int
    bytes: int


class Store:
    """An open store. Nothing that happens to its file is an error: what cannot be had is None, what cannot be kept is
    not kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database: sqlite3.Connection | None = None
        self._attempt(lambda: None)

    def get(self, key: bytes) -> bytes | None:
        """What was kept under `key`."""
        row = self._attempt(lambda: self._ask("SELECT value, seal FROM results WHERE key = ?", key))
        packed, seal = row or (None, None)
        if not isinstance(packed, bytes) or seal != _seal(key, packed):
            return None
        with suppress(zlib.error):
            return zlib.decompress(packed)
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep `value` under `key`, from now on also for others."""
        packed = zlib.compress(value, 1)
        entry = (key, packed, _seal(key, packed))
        self._attempt(lambda: self._ask("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", *entry))

    def contents(self) -> Contents | None:
        """What is in the store; None where it cannot be read."""
        row = self._attempt(lambda: self._ask("SELECT count(*) FROM results"))
        if row is None:
            return None
        sizes = [Path(f"{self._path}{end}") for end in _BESIDE]
        return Contents(int(row[0]), sum(file.stat().st_size for file in sizes if file.is_file()))

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None

    def _ask(self, statement: str, *values: object) -> tuple[Any, ...] | None:
        if self._database is None:
            self._database = _open(self._path)
        row: tuple[Any, ...] | None = self._database.execute(statement, values).fetchone()
        return row

    def _attempt(self, work: Callable[[], Answer]) -> Answer | None:
        """What `work` gives; None where the file does not allow it. A damaged one is deleted, and it is tried again."""
        for _ in range(2):
            try:
                if self._database is None:
                    self._database = _open(self._path)
                return work()
            except sqlite3.OperationalError:  # locked for long, a full disk, no permission
                return None
            except (sqlite3.DatabaseError, ValueError, OverflowError):
                self.close()
                delete(self._path)
            except OSError:
                return None
        return None


def refusal(path: Path) -> Message | None:
    """Why a path cannot be that of a store, and None where it can: nothing is there, or a store of this user's."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return Message("store.no-file")
        if not is_private(status):
            return Message("store.not-private")
        with path.open("rb") as stream:
            return None if _is_own(stream.read(_FIRST_PAGE)) else Message("store.no-store")
    except FileNotFoundError:
        return None if path.absolute().parent.is_dir() else Message("store.no-folder")
    except OSError as error:
        return Message("store.unreadable", {"reason": reason(error)})


def delete(path: Path) -> None:
    """Delete a store, and what SQLite has beside it. What is no store is kept."""
    if refusal(path) is None:
        for end in _BESIDE:
            with suppress(OSError):
                Path(f"{path}{end}").unlink()


def _is_own(head: bytes) -> bool:
    """Whether a file that begins so is a store; one that is empty or was cut off may have been. Where its head is
    damaged, it is known by its table, which SQLite has in words on the first page.
    """
    if _COLUMNS.encode() in head[_HEAD:]:
        return True
    if len(head) < _APPLICATION_AT.stop:
        return _MAGIC.startswith(head[: len(_MAGIC)])
    return head[_APPLICATION_AT] == APPLICATION.to_bytes(4, "big")


def _open(path: Path) -> sqlite3.Connection:
    """The database, made where there is none. Raises OSError and sqlite3.Error."""
    refused = refusal(path)
    if refused is not None:
        raise OSError(refused.key)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, _OWN))
    path.chmod(_OWN)
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        # Who is killed loses nothing; where the power goes off, the last results are lost or the file is damaged.
        database.execute("PRAGMA synchronous = OFF")
        if database.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
            database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(_TABLE)
        database.execute("PRAGMA journal_mode = WAL")  # only now: in this mode the file's own head is written late
    except sqlite3.Error:
        database.close()
        raise
    return database


def _seal(key: bytes, packed: bytes) -> bytes:
    return blake2b(key + packed, digest_size=16).digest()
