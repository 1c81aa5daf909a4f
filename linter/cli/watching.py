"""`check --watch`: the drafts are checked again whenever one of them, or what they are checked by, is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from linter.cli.console import Console, WrongUse
from linter.model.message import Message
from linter.readers import KNOWN_SUFFIXES
from linter.run.walk import STDIN, suffix

OTHERS = frozenset({"yaml", "yml", "toml"})
"""Suffixes of configurations and packs."""


def watch(paths: Sequence[str], check: Callable[[], int], console: Console) -> int:
    """Checks once, and again after each change, until Ctrl+C; the exit code of the last time."""
    try:
        import watchfiles
    except ModuleNotFoundError:
        raise WrongUse(Message("cli.no-watchfiles")) from None
    if STDIN in paths or not all(Path(path).exists() for path in paths):
        raise WrongUse(Message("cli.cannot-watch"))
    code = check()
    for _ in watchfiles.watch(*paths, watch_filter=lambda _, path: matters(path), raise_interrupt=False):
        console.complain(console.say("cli.watched"))
        code = check()
    return code


def matters(path: str) -> bool:
    """Whether a change of a file can change what is found: neither copies nor what is left beside an open file."""
    name = Path(path)
    known = suffix(name.name) in KNOWN_SUFFIXES or suffix(name.name) in OTHERS
    return known and not name.name.startswith(("~$", ".gouji-")) and not name.stem.endswith(".marked")
