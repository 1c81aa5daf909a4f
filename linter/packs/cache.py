"""Validated packs, kept so that what did not change is not parsed and validated again.

One file for each pack folder: a line of JSON that says what the entry was made from, then the merged data as JSON.
The line lists every folder of the pack (itself, its members, what they extend) with the SHA-256 of each YAML file, so
a hit is known without parsing: every folder still has these files with these bytes. It also names the code that
validated: gouji's version, and sizes and times of the sources that validate (in a checkout these change without the
version; reading their names costs a fraction of a millisecond). Whatever does not fit is a miss and written anew.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from linter import __version__
from linter.formats.writing import write_whole
from linter.packs.files import digest, yaml_names

FORMAT = 3
FOLDER_VARIABLE = "GOUJI_CACHE_DIR"
_VALIDATORS = ("packs", "kinds", "expressions", "prose", "text")

Digests = Mapping[str, Mapping[str, str]]
"""Folder → file name → SHA-256."""


def cached(folder: Path) -> Any:
    """The data kept for the pack in `folder`, or None where there is none or something has changed."""
    try:
        head, _, body = _entry(folder).read_bytes().partition(b"\n")
        about = json.loads(head)
        known = isinstance(about, dict) and about.get("code") == code_version() and about.get("body") == digest(body)
        return json.loads(body) if known and _unchanged(about["folders"]) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # absent, unreadable, cut off, or not of our making


def keep(folder: Path, digests: Digests, data: Any) -> None:
    """Write the entry for `folder`, whole or not at all. A cache that cannot be written is none."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    about = {"code": code_version(), "folders": digests, "body": digest(body)}
    with contextlib.suppress(OSError, RuntimeError):  # RuntimeError: there is no home folder
        entry = _entry(folder)
        entry.parent.mkdir(parents=True, exist_ok=True)
        write_whole(entry, json.dumps(about).encode() + b"\n" + body)


def code_version() -> str:
    """What stands for the code that validates and for the layout of an entry."""
    seen = sha256()
    package = Path(__file__).parent.parent
    for name in _VALIDATORS:
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


def _entry(folder: Path) -> Path:
    return _cache_folder() / f"{digest(os.fsencode(folder.resolve()))[:40]}.json"


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
        and all(digest((Path(folder) / name).read_bytes()) == value for name, value in files.items())
        for folder, files in folders.items()
    )
