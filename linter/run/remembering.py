"""Which result in a store is that of a file: by its content, and by all that a result depends on besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from linter.formats.opening import digest_of
from linter.model.records import Record
from linter.model.result import Failed
from linter.packs import code_version
from linter.run.walk import Input

if TYPE_CHECKING:
    from linter.run.store import Store

Finished = TypeVar("Finished")

_SKIPPED, _MADE = b"s", b"m"


class Made(Record):
    """What a run gives back of a file: whether it was skipped, what it was made into, and where that is remembered, the
    SHA-256 of what was read.
    """

    skipped: bool
    finished: Any
    content: bytes | None = None


class Memory(Generic[Finished]):
    """The results of earlier runs over the same files with the same pack, options and formats.

    `basis` is what all of these come to (see `basis`). `packed` makes of what a run gives back what is kept, None where
    that is not to be kept; `unpacked` is its reverse, and raises ValueError for what is none.
    """

    def __init__(
        self,
        store: Store,
        basis: bytes,
        packed: Callable[[Finished], bytes | None],
        unpacked: Callable[[bytes], Finished],
    ) -> None:
        self._store, self._basis, self._packed, self._unpacked = store, basis, packed, unpacked

    def known(self, item: Input | Failed) -> Made | None:
        """What was made of a file with this name and content."""
        if isinstance(item, Failed):
            return None
        try:
            content = digest_of(item.path) if item.path is not None else sha256(item.data).digest()
        except OSError:
            return None
        found = self._store.get(self._key(item, content))
        try:
            return None if found is None else Made(found[:1] == _SKIPPED, self._unpacked(found[1:]))
        except (ValueError, LookupError, TypeError):
            return None

    def keeping(self, done: Iterator[tuple[int, Made]], inputs: Sequence[Input | Failed]) -> Iterator[tuple[int, Made]]:
        """The same; what is new among it is kept first."""
        for number, made in done:
            item = inputs[number]
            value = None if made.content is None else self._packed(made.finished)
            if isinstance(item, Input) and made.content is not None and value is not None:
                self._store.put(self._key(item, made.content), (_SKIPPED if made.skipped else _MADE) + value)
            yield number, made

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def _key(self, item: Input, content: bytes) -> bytes:
        """The name belongs to it since reports show it, and whether it stood on the command line, since that decides
        what becomes of a file that is no report.
        """
        name = item.name.encode("utf-8", "surrogatepass")
        return sha256(b"\0".join((self._basis, content, b"named" if item.named else b"met", name))).digest()


def basis(*parts: object) -> bytes:
    """What stands for all that results depend on besides the files: records and plain values, which are written out in
    full where they are printed, and the program itself.
    """
    return sha256(repr((code_version(("",)), *parts)).encode("utf-8", "surrogatepass")).digest()


def files_digest(paths: Sequence[str]) -> bytes:
    """What stands for the names and contents of files; one that cannot be read is unlike any other."""
    seen = sha256()
    for path in paths:
        try:
            content = digest_of(Path(path))
        except OSError as error:
            content = repr(error).encode()
        seen.update(path.encode("utf-8", "surrogatepass") + b"\0" + content)
    return seen.digest()
