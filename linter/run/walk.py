"""From the paths on a command line to the files to check, and to their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.formats.opening import Refused, contents, reason, standard_input
from linter.formats.refusals import MEGABYTE
from linter.model.document import Source
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Failed, Head
from linter.readers import KNOWN_SUFFIXES
from linter.text.likeness import nearest_word

STDIN = "-"

LARGE = MEGABYTE
"""Bytes of a file that is read with care. A report of five pages has a tenth of that."""


class Input(Record):
    """A file to open. `named` says that it stood on the command line itself; `folder` is the one it was met in.

    The standard input has no path: its bytes are in `data`. `plan` is the number of the plan by which it is checked.
    """

    name: str
    path: Path | None
    named: bool = True
    folder: str | None = None
    data: bytes = b""
    plan: int = 0


def expand(paths: Iterable[str], stdin_name: str | None = None) -> tuple[Input | Failed, ...]:
    """The files behind `paths`, each once: files as named, folders walked in the order of their names.

    What cannot be opened or listed is a result with an error in its place.
    """
    found: dict[tuple[bool, str], Input | Failed] = {}
    for item in (item for path in paths for item in _behind(path, stdin_name)):
        key = _identity(item)
        earlier = found.setdefault(key, item)
        if isinstance(earlier, Input) and isinstance(item, Input) and item.named:
            found[key] = earlier._replace(named=True)
    return tuple(found.values())


def _identity(item: Input | Failed) -> tuple[bool, str]:
    """What two items have in common that are one: whether they can be opened, and the real path if so."""
    if isinstance(item, Failed):
        return False, item.head.path
    return True, os.path.realpath(item.path) if item.path else STDIN


def suffix(name: str) -> str:
    """`txt` for `Report.TXT`."""
    return Path(name).suffix.lower().removeprefix(".")


def _behind(path: str, stdin_name: str | None) -> Iterator[Input | Failed]:
    try:
        if path == STDIN:
            yield Input(stdin_name or STDIN, None, data=standard_input())
        elif not path:
            yield Failed(Head('""'), Message("run.empty-path"))
        elif stat.S_ISDIR(Path(path).stat().st_mode):
            yield from _folder(path)
        else:
            yield Input(path, Path(path))
    except FileNotFoundError:
        yield Failed(Head(path), _not_found(path))
    except OSError as error:
        yield Failed(Head(path), _unreadable(error))


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


def _folder(path: str) -> Iterator[Input | Failed]:
    empty = True
    for item in _walk(Path(path), path):
        empty = False
        yield item
    if empty:
        yield Failed(Head(path), no_reports(0))


def no_reports(seen: int) -> Message:
    """Says that a folder holds no report among the `seen` files in it that could be one."""
    suffixes = tuple(f".{suffix}" for suffix in sorted(KNOWN_SUFFIXES))
    key = "run.folder-without-reports" if seen else "run.folder-without-files"
    return Message(key, {"count": seen, "suffixes": suffixes} if seen else {"suffixes": suffixes})


def _walk(root: Path, named: str) -> Iterator[Input | Failed]:
    """All files below `root` that could be reports, folder by folder, without going round in circles."""
    waiting, seen = [root], {os.path.realpath(root)}
    while waiting:
        folder = waiting.pop()
        try:
            entries = [(entry, entry.is_dir()) for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)]
        except OSError:
            yield Failed(Head(str(folder)), Message("run.folder-unreadable"))
            continue
        shown = [(entry, is_folder) for entry, is_folder in entries if not entry.name.startswith((".", "~$"))]
        yield from (_met(entry, named) for entry, is_folder in shown if not is_folder and _is_known(entry))
        below = {os.path.realpath(entry): entry for entry, is_folder in shown if is_folder}
        waiting.extend(reversed([entry for real, entry in below.items() if real not in seen]))
        seen.update(below)


def _is_known(entry: Path) -> bool:
    """Whether a file met on a walk may be a draft; the marked copies that `gouji annotate` leaves beside are none."""
    return suffix(entry.name) in KNOWN_SUFFIXES and not entry.stem.endswith(".marked")


def _met(entry: Path, named: str) -> Input | Failed:
    if entry.is_symlink() and not entry.exists():
        return Failed(Head(str(entry)), Message("run.broken-link"))
    return Input(str(entry), entry, named=False, folder=named)


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
