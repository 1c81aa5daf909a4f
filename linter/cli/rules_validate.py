"""`gouji rules validate`: all mistakes of rule packs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import typer

from linter.cli.console import Console, WrongUse
from linter.cli.options import DEFAULT_PACK, Packs, complain_of
from linter.model.message import Message
from linter.model.pack import Family

VALID, BROKEN = 0, 2
SUFFIXES = frozenset({".yaml", ".yml"})

_SAYS_PACK = re.compile(r"^pack\s*:", re.MULTILINE)


def validate(context: typer.Context, packs: Packs = None) -> int:
    """Reads packs anew, prints every mistake at its file, line and column, and says which packs are right."""
    console: Console = context.obj
    families = [load_anew(pack, console) for pack in references(packs)]
    for pack, family in zip(references(packs), families, strict=True):
        if family is not None:
            rules = {rule.id for member in family.packs for rule in member.rules}
            console.write(console.say("cli.valid", pack=pack, count=len(rules)) + "\n")
    return VALID if all(family is not None for family in families) else BROKEN


def load_anew(pack: str, console: Console) -> Family | None:
    """The pack as its files are now, or None after saying all that is wrong with it."""
    from linter.packs import BrokenPack, load

    try:
        return load(pack, cache=False)
    except BrokenPack as broken:
        complain_of(broken, pack, console)
        return None


def references(given: Iterable[str] | None) -> tuple[str, ...]:
    """The packs that are meant, each once: a YAML file stands for the pack that it belongs to."""
    packs = [_pack_of(Path(name)) if Path(name).suffix in SUFFIXES else name for name in given or (DEFAULT_PACK,)]
    return tuple(dict.fromkeys(packs))


def _pack_of(file: Path) -> str:
    """The nearest folder above `file` that says `pack:`. Files in a folder without it are parts that others lay over.

    Raises WrongUse where there is no such folder.
    """
    for folder in file.parents:
        if any(_says_pack(other) for other in sorted(folder.glob("*.yaml"))):
            return str(folder)
    raise WrongUse(Message("cli.no-pack-there", {"path": str(file)}))


def _says_pack(file: Path) -> bool:
    try:
        return _SAYS_PACK.search(file.read_text(encoding="utf-8", errors="replace")) is not None
    except OSError:
        return False
