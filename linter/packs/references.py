"""Where packs lie: the shipped ones by id, others by path."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from linter.packs.files import is_folder
from linter.text.languages import rules_folder

PACK_FILE = "pack.yaml"
"""The file by which a shipped pack is known from a folder that only lends its parts (`common`)."""

JOINT = " + "
"""What stands between packs that are laid over one another."""


def shipped_root() -> Path:
    """The folder of the shipped packs."""
    return rules_folder()


def shipped_ids() -> tuple[str, ...]:
    """The ids of the shipped packs and families, sorted: `cn-open-government`, `cn-open-government/2019` and so on."""
    root = shipped_root()
    return tuple(sorted(file.parent.relative_to(root).as_posix() for file in root.glob(f"**/{PACK_FILE}")))


def folder_of(reference: str | Path, base: Path) -> Path:
    """The folder that `reference` names, whether it exists or not.

    An id of a shipped pack comes before a path of the same name, so that what a pack means does not hang on what lies
    beside it; `./name` is always the path. Relative paths start from `base`.
    """
    if isinstance(reference, str) and is_id(reference):
        shipped = shipped_root() / reference
        if is_folder(shipped):
            return shipped
    return Path(os.path.normpath(base / reference))


def joined(reference: str | Path, base: Path) -> tuple[str, ...]:
    """The packs that a reference names, those after the first to be laid over it, each as for `folder_of`."""
    text = str(reference)
    if JOINT not in text or is_folder(folder_of(reference, base)):
        return (text,)
    return tuple(part.strip() for part in text.split(JOINT))


def is_id(reference: str) -> bool:
    """Whether `reference` may be an id: plain names joined by `/`."""
    parts = reference.split("/")
    return all(part and not part.startswith(".") for part in parts) and not set(reference) & set("\\:~\0")


def pack_id(folder: Path) -> str:
    """The id of the pack in `folder`: its path below the shipped packs, or else the name of the folder."""
    resolved = folder.resolve()
    root = shipped_root().resolve()
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else resolved.name


def known_references(base: Path) -> Iterable[str]:
    """What a misspelt reference may have meant: shipped ids, and the folders in `base`."""
    yield from shipped_ids()
    try:
        yield from sorted(entry.name for entry in base.iterdir() if is_folder(entry))
    except OSError:
        return
