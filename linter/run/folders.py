"""Walks through folders: which files in them may be reports, in natural order, and what else is worth a word."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from linter.formats.opening import contents
from linter.formats.refusals import MEGABYTE
from linter.language import LANGUAGES, render
from linter.model.message import Message
from linter.model.records import Record
from linter.readers import KNOWN_SUFFIXES
from linter.text.regex import regex

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SPREADSHEETS = frozenset({"xls", "xlsx", "xlsm", "et", "ods", "csv"})
"""Suffixes of files in which figures of reports are kept, and which are no reports."""

MOST_NAMED = 5
"""Of more files than this the rest is only counted."""

_NUMBER = regex(r"(\d+)")
_LOCKS = ("~$", ".~")  # Word and WPS put a file of this name beside one that is open
_IGNORE_FILE = ".gitignore"
_COPIES = tuple(render(Message("annotate.copy-mark"), language) for language in LANGUAGES)
"""How the names of marked copies end."""


class Met(Record):
    """A file that may be a report, or a folder that cannot be listed; a `link` may be another file's name."""

    path: str
    unreadable: bool = False
    link: bool = False


class Walk:
    """A walk through one folder. What it did not take, it counts: `notes` says so at its end."""

    def __init__(self, exclude: Sequence[str] = ()) -> None:
        self._exclude = _spec(exclude) if exclude else None
        self._left: Counter[str] = Counter()
        self._named: dict[str, list[str]] = {}

    def files(self, root: str) -> Iterator[Met]:
        """All files below `root` that could be reports, folder by folder, without going round in circles."""
        waiting, seen = [(str(Path(root)), _rules_above(Path(root)))], {os.path.realpath(root)}
        while waiting:
            folder, rules = waiting.pop()
            try:
                with os.scandir(folder) as found:
                    entries = sorted(found, key=lambda entry: natural(entry.name))
            except OSError:
                yield Met(folder, unreadable=True)
                continue
            rules = (*rules, *_rules_of(Path(folder)))
            shown = [entry for entry in entries if not self._hidden(entry, rules, root)]
            self._note_open([entry.name for entry in entries], folder)
            yield from (Met(_path(entry), link=entry.is_symlink()) for entry in shown if self._may_be_report(entry))
            below = {os.path.realpath(_path(entry)): _path(entry) for entry in shown if _is_folder(entry)}
            waiting.extend(reversed([(path, rules) for real, path in below.items() if real not in seen]))
            seen.update(below)

    def _hidden(self, entry: os.DirEntry[str], rules: Sequence[_Rules], root: str) -> bool:
        if entry.name.startswith((".", *_LOCKS)):
            return True
        folder = _is_folder(entry)
        if self._exclude is not None and _says(self._exclude, Path(root), _path(entry), folder):
            self._leave("walk.excluded", _path(entry))
            return True
        said = [answer for spec, base in rules if (answer := _says(spec, base, _path(entry), folder)) is not None]
        if said and said[-1]:
            self._leave("walk.ignored", _path(entry))
            return True
        return False

    def _may_be_report(self, entry: os.DirEntry[str]) -> bool:
        """Whether a file may be a draft; the marked copies that `gouji annotate` leaves beside are none."""
        suffix = entry.name.rpartition(".")[2].lower()
        if _is_folder(entry):
            return False
        if suffix in SPREADSHEETS:
            self._leave("walk.spreadsheets", _path(entry))
        if suffix not in KNOWN_SUFFIXES:
            return False
        if Path(entry.name).stem.endswith(_COPIES):
            self._leave("walk.marked", _path(entry))
            return False
        return True

    def _note_open(self, names: Sequence[str], folder: str) -> None:
        """Note which files are open: of long names, a lock lacks the first two characters."""
        for lock in (name for name in names if name.startswith(_LOCKS)):
            rest = lock[2:]
            owner = next((name for name in names if name == rest or (name[2:] == rest and name != lock)), None)
            if owner is not None and not owner.startswith(_LOCKS):
                self._leave("walk.open", str(Path(folder) / owner))
            else:
                self._leave("walk.locks", str(Path(folder) / lock))

    def _leave(self, key: str, path: str) -> None:
        self._left[key] += 1
        named = self._named.setdefault(key, [])
        if len(named) < MOST_NAMED:
            named.append(path)

    def notes(self) -> tuple[Message, ...]:
        """What was left out, and why."""
        return tuple(
            Message(key if count <= MOST_NAMED else f"{key}-more", {"count": count, "paths": tuple(self._named[key])})
            for key, count in self._left.items()
        )


def natural(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """The sort key of a name in which numbers count as such: `2.docx` before `10.docx`, `a.docx` before `a2.docx`."""
    stem, dot, suffix = name.rpartition(".")
    parts = _NUMBER.split(stem if dot else name)
    key = tuple((1, int(part), part) if number % 2 else (0, 0, part) for number, part in enumerate(parts))
    return key, suffix if dot else ""


_Rules = tuple["GitIgnoreSpec", Path]


def _path(entry: os.DirEntry[str]) -> str:
    """The path of what was met, without the dot of the working folder."""
    return entry.name if entry.path == f".{os.sep}{entry.name}" else entry.path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


def _says(spec: GitIgnoreSpec, base: Path, path: str, folder: bool) -> bool | None:
    """Whether patterns that hold below `base` leave a path out, take it in again, or say nothing of it."""
    relative = os.path.relpath(path, base).replace(os.sep, "/")
    return spec.check_file(relative + "/" if folder else relative).include


def _rules_of(folder: Path) -> tuple[_Rules, ...]:
    """The patterns of the `.gitignore` in a folder, where it has one that can be read."""
    file = folder / _IGNORE_FILE
    with suppress(OSError, ValueError, re.error):
        if file.is_file():
            return ((_spec(contents(file, MEGABYTE).decode("utf-8", "replace").splitlines()), folder),)
    return ()


def _rules_above(root: Path) -> tuple[_Rules, ...]:
    """The patterns that hold in a folder from above it, within its repository; none where they leave out the folder
    itself, which somebody asked for.
    """
    absolute = root.absolute()
    above = [absolute, *absolute.parents]
    repository = next((number for number, folder in enumerate(above) if (folder / ".git").exists()), 0)
    rules = tuple(one for folder in reversed(above[1 : repository + 1]) for one in _rules_of(folder))
    said = [answer for spec, base in rules if (answer := _says(spec, base, str(absolute), True)) is not None]
    return () if said and said[-1] else rules
