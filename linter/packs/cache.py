"""Validated packs, kept so that what did not change is not parsed and validated again.

One file for each pack folder: a seal, a line of JSON that says what the entry was made from, then the merged data as
JSON. The line lists every folder of the pack (itself, its members, what they extend) with the SHA-256 of each YAML
file, so a hit is known without parsing: every folder still has these files with these bytes. It also names the code
that validated: gouji's version, and sizes and times of the sources that validate (in a checkout these change without
the version; reading their names costs a fraction of a millisecond). Whatever does not fit is a miss and written anew.

An entry decides what is found, so it is used only if this user's gouji wrote it: it has to lie in a folder and a file
of the user's own that nobody else may write to, behind no link, and its seal is made with a key that lies elsewhere.
A cache that somebody put there, or brought along from another machine, is none.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from linter import __version__
from linter.formats.opening import contents, is_private
from linter.formats.refusals import MEGABYTE
from linter.formats.writing import write_whole
from linter.packs.files import digest, pack_file, yaml_names
from linter.text.languages import COMPILED, LANGUAGE_FOLDER, rules_folder

FORMAT = 5
FOLDER_VARIABLE = "GOUJI_CACHE_DIR"
NO_CACHE_VARIABLE = "GOUJI_NO_CACHE"
_LARGEST = 64 * MEGABYTE
_KEY_LENGTH = 32  # bytes
_OWN_FILE, _OWN_FOLDER = 0o600, 0o700
_VALIDATORS = ("packs", "kinds", "expressions", "prose", "text")

Digests = Mapping[str, Mapping[str, str]]
"""Folder → file name → SHA-256."""


def cached(*folders: Path) -> Any:
    """The data kept for the pack in a folder, or in several laid over one another; None where there is none or
    something has changed.
    """
    if os.environ.get(NO_CACHE_VARIABLE):
        return None
    try:
        entry = _entry(folders)
        if not _is_own(entry.parent):
            return None
        seal, _, sealed = contents(entry, most=_LARGEST, private=True).partition(b"\n")
        if seal != _seal(contents(_key_file(), most=_KEY_LENGTH, private=True), sealed):
            return None
        head, _, body = sealed.partition(b"\n")
        about = json.loads(head)
        return json.loads(body) if about["code"] == code_version() and _unchanged(about["folders"]) else None
    except (OSError, RuntimeError, ValueError, LookupError, TypeError, AttributeError):
        return None  # absent, unreadable, cut off, or not of our making


def keep(folders: tuple[Path, ...], digests: Digests, data: Any) -> None:
    """Write the entry for `folders`, whole or not at all. A cache that cannot be written is none."""
    if os.environ.get(NO_CACHE_VARIABLE):
        return
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    sealed = json.dumps({"code": code_version(), "folders": digests}).encode() + b"\n" + body
    with contextlib.suppress(OSError, RuntimeError):  # RuntimeError: there is no home folder
        entry = _entry(folders)
        _make_own(entry.parent)
        if _is_own(entry.parent):
            write_whole(entry, _seal(_key(), sealed) + b"\n" + sealed, mode=_OWN_FILE)


def code_version(parts: Iterable[str] = _VALIDATORS) -> str:
    """What stands for the code in `parts` of the package, by default that which validates, and for the layout of an
    entry.
    """
    seen = sha256()
    package = Path(__file__).parent.parent
    with contextlib.suppress(OSError):
        languages = (rules_folder() / LANGUAGE_FOLDER / COMPILED).stat()
        seen.update(f"{languages.st_size} {languages.st_mtime_ns}\n".encode())
    for name in parts:
        with contextlib.suppress(OSError):
            for file in _sources(package / name):
                status = file.stat()
                seen.update(f"{file.path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return f"{FORMAT} {__version__} {seen.hexdigest()[:32]}"


def _sources(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """The modules in a folder and those below it, in one order always. Raises OSError."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                yield entry
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _sources(entry.path)


def _seal(key: bytes, sealed: bytes) -> bytes:
    """What only those who have the key can make of `sealed`."""
    if len(key) != _KEY_LENGTH:
        raise ValueError
    # The keyed hash of the library takes four times as long.
    return sha256(key + sha256(sealed).digest()).hexdigest().encode()


def _key() -> bytes:
    """The key of this user, made where there is none. Raises OSError."""
    file = _key_file()
    with contextlib.suppress(OSError):
        if len(key := contents(file, most=_KEY_LENGTH, private=True)) == _KEY_LENGTH:
            return key
    _make_own(file.parent)
    key = os.urandom(_KEY_LENGTH)
    write_whole(file, key, mode=_OWN_FILE)
    return key


def _key_file() -> Path:
    given = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_STATE_HOME")
    return (Path(given) if given else Path.home() / ".local" / "state") / "gouji" / "cache.key"


def _is_own(folder: Path) -> bool:
    """Whether a folder is the user's alone, and neither it nor the one above it a link. Raises OSError."""
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and is_private(status) and not folder.parent.is_symlink()


def _make_own(folder: Path) -> None:
    """Make a folder that is the user's alone, or take from others what they may do in it. Raises OSError."""
    folder.mkdir(mode=_OWN_FOLDER, parents=True, exist_ok=True)
    status = folder.lstat()
    if stat.S_ISDIR(status.st_mode) and not is_private(status):
        folder.chmod(_OWN_FOLDER)


def _entry(folders: tuple[Path, ...]) -> Path:
    name = b"\n".join(os.fsencode(folder.resolve()) for folder in folders)
    return _cache_folder() / f"{digest(name)[:40]}.json"


def _cache_folder() -> Path:
    given = os.environ.get(FOLDER_VARIABLE)
    if given:
        return Path(given) / "packs"
    from platformdirs import user_cache_path

    return user_cache_path("gouji", appauthor=False) / "packs"


def _unchanged(folders: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether every folder has exactly the files that it had, with the same bytes. Raises OSError."""
    return bool(folders) and all(
        yaml_names(Path(folder)) == tuple(sorted(files))
        and all(digest(pack_file(Path(folder) / name)) == value for name, value in files.items())
        for folder, files in folders.items()
    )
