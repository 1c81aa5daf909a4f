"""From the paths on a command line to the files to check, and to their bytes."""

from __future__ import annotations

import os
import stat
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import overload

from linter.formats.opening import Refused, contents, reason, standard_input
from linter.formats.refusals import MEGABYTE
from linter.model.document import Source
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Failed, Head
from linter.readers import KNOWN_SUFFIXES
from linter.run.folders import Walk
from linter.text.likeness import nearest_word

STDIN = "-"

LARGE = MEGABYTE
"""Bytes of a file that is read with care. A report of five pages has a tenth of that."""


class Input(Record):
    """A file to open. `named` says that it stood on the command line itself; `folder` is the one it was met in.

    The standard input has no path (`at`): its bytes are in `data`. `plan` is the number of the plan by which it is
    checked.
    """

    name: str
    at: str | Path | None
    named: bool = True
    folder: str | None = None
    data: bytes = b""
    plan: int = 0

    @property
    def path(self) -> Path | None:
        """Where the file is."""
        return None if self.at is None else Path(self.at)


class Inputs(Sequence[Input | Failed]):
    """The files of a run, and `notes` on what was met beside them. Of millions that were met on walks, only the names
    are kept.
    """

    def __init__(self, paths: Iterable[str], stdin_name: str | None, exclude: Sequence[str]) -> None:
        self._items: list[Input | Failed | str] = []
        self._folders: list[tuple[int, str]] = []
        self._places: dict[bytes, int] = {}
        self.notes: list[Message] = []
        for path in paths:
            self._add_behind(path, stdin_name, exclude)
        self._starts = [start for start, _ in self._folders]
        self._places = {}

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, number: int) -> Input | Failed: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[Input | Failed, ...]: ...

    def __getitem__(self, number: int | slice) -> Input | Failed | tuple[Input | Failed, ...]:
        if isinstance(number, slice):
            return tuple(self[one] for one in range(*number.indices(len(self))))
        item = self._items[number]
        if not isinstance(item, str):
            return item
        place = bisect_right(self._starts, range(len(self))[number]) - 1
        return Input(item, item, named=False, folder=self._folders[place][1])

    def _add_behind(self, path: str, stdin_name: str | None, exclude: Sequence[str]) -> None:
        try:
            if path == STDIN:
                self._add(Input(stdin_name or STDIN, None, data=standard_input()), STDIN)
            elif not path:
                self._add(Failed(Head('""'), Message("run.empty-path")))
            elif stat.S_ISDIR(Path(path).stat().st_mode):
                self._add_folder(path, exclude)
            else:
                self._add(Input(path, path), os.path.realpath(path))
        except FileNotFoundError:
            self._add(Failed(Head(path), _not_found(path)))
        except OSError as error:
            self._add(Failed(Head(path), _unreadable(error)))

    def _add_folder(self, path: str, exclude: Sequence[str]) -> None:
        """All files in a folder that could be reports, or that there is none."""
        walk = Walk(exclude)
        self._folders.append((len(self._items), path))
        empty, real_folder, folder = True, "", None
        for met in walk.files(path):
            empty = False
            above, name = os.path.split(met.path)
            if above != folder:
                folder, real_folder = above, os.path.realpath(above)
            if met.unreadable:
                self._add(Failed(Head(met.path), Message("run.folder-unreadable")))
            elif met.link and not Path(met.path).exists():
                self._add(Failed(Head(met.path), Message("run.broken-link")))
            else:
                self._add(
                    met.path, os.path.realpath(met.path) if met.link else real_folder.rstrip(os.sep) + os.sep + name
                )
        if empty:
            self._add(Failed(Head(path), no_reports(0)))
        self.notes += walk.notes()

    def _add(self, item: Input | Failed | str, real: str | None = None) -> None:
        """Add an item, unless it is there already: that which can be opened by its `real` path, what cannot by its
        name. One that was met and is named then counts as named.
        """
        known = f"0{item.head.path}" if isinstance(item, Failed) else f"1{real}"
        key = blake2b(known.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        place = self._places.setdefault(key, len(self._items))
        if place == len(self._items):
            self._items.append(item)
        elif isinstance(item, Input):
            self._items[place] = self._named(place)

    def _named(self, place: int) -> Input | Failed:
        item = self._items[place]
        if isinstance(item, Failed):
            return item
        if isinstance(item, Input):
            return item._replace(named=True)
        folder = max((one for one in self._folders if one[0] <= place), key=lambda one: one[0])[1]
        return Input(item, item, folder=folder)


def expand(paths: Iterable[str], stdin_name: str | None = None, exclude: Sequence[str] = ()) -> Inputs:
    """The files behind `paths`, each once: files as named, folders walked in the natural order of names. `exclude` are
    patterns, as in a `.gitignore` of such a folder, for what is left out of it.

    What cannot be opened or listed is a result with an error in its place.
    """
    return Inputs(paths, stdin_name, exclude)


def suffix(name: str) -> str:
    """`txt` for `Report.TXT`."""
    return Path(name).suffix.lower().removeprefix(".")


def _not_found(path: str) -> Message:
    """Says that there is no such file, and which one there is with a name like it."""
    if Path(path).is_symlink():
        return Message("run.broken-link")
    try:
        names = [entry.name for entry in Path(path).parent.iterdir()]
    except OSError:
        names = []
    near = nearest_word(Path(path).name, names, at_least=0.75)
    return Message("run.not-found") if near is None else Message("run.not-found-but", {"near": near})


def no_reports(seen: int) -> Message:
    """Says that a folder holds no report among the `seen` files in it that could be one."""
    suffixes = tuple(f".{suffix}" for suffix in sorted(KNOWN_SUFFIXES))
    key = "run.folder-without-reports" if seen else "run.folder-without-files"
    return Message(key, {"count": seen, "suffixes": suffixes} if seen else {"suffixes": suffixes})


def is_risky(item: Input | Failed) -> bool:
    """Whether a file is to be read in a process of its own: one that is large, or that somebody put there who is
    neither the user nor the owner of the folder.
    """
    if isinstance(item, Failed):
        return False
    if item.path is None:
        return len(item.data) > LARGE
    try:
        status, folder = item.path.stat(), Path(item.folder or item.path.parent).stat()
    except OSError:
        return False
    user = getattr(os, "geteuid", lambda: status.st_uid)()
    return status.st_size > LARGE or status.st_uid not in (user, folder.st_uid)


def open_source(item: Input) -> Source | Message:
    """The bytes of an input, or a message that says why there are none."""
    if item.path is None:
        return Source(item.name, item.data, suffix(item.name) or "txt")
    try:
        return Source(item.name, contents(item.path), suffix(item.name))
    except FileNotFoundError:
        return Message("run.vanished")
    except OSError as error:
        return _unreadable(error)


def _unreadable(error: OSError) -> Message:
    if isinstance(error, Refused):
        return error.message
    if isinstance(error, PermissionError):
        return Message("run.no-permission")
    return Message("run.unreadable", {"reason": reason(error)})
