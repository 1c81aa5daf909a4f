"""A pack's folder on the disk: which files it is read from, and what stands for their content."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from linter.formats.opening import contents
from linter.formats.refusals import MEGABYTE


def yaml_names(folder: Path) -> tuple[str, ...]:
    """The names of the folder's YAML files, sorted; hidden files and subfolders are left alone. Raises OSError."""
    return tuple(
        sorted(entry.name for entry in folder.iterdir() if entry.suffix == ".yaml" and not entry.name.startswith("."))
    )


def pack_file(path: Path) -> bytes:
    """The bytes of a file of a pack. Raises OSError, also for one that is far larger than any may be."""
    return contents(path, most=2 * MEGABYTE)


def digest(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return sha256(data).hexdigest()


def is_folder(path: Path) -> bool:
    """Whether there is a folder; False also for a path that the system does not take or does not let us see."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """The same for a file."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
