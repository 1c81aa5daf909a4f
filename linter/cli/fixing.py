"""`check --fix` and `--diff`: what can be put right beyond doubt is put right, or shown, before files are checked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from linter.cli.console import Console, WrongUse, save
from linter.fixes.applying import difference, fixed, fixed_data
from linter.fixes.offering import Fix, fixes_of
from linter.formats.opening import contents
from linter.language.printable import printable
from linter.model.records import Record
from linter.model.result import Checked, Result
from linter.readers.encoding import decode
from linter.run.batch import Batch, lint_each
from linter.run.plans import planned
from linter.run.walk import expand

ALL = 0o777
"""A file that is written anew may be used as it was before."""

FORMATS = frozenset({"txt", "md", "html"})
"""Formats whose files are texts, and whose places are lines of them."""


class Offered(Record):
    """The fixes for a file."""

    path: str
    fixes: tuple[Fix, ...]


def offered(result: Result) -> Offered:
    """The fixes that the findings of a report offer; none where it is no text."""
    if not isinstance(result, Checked) or result.head.format not in FORMATS:
        return Offered(result.head.path, ())
    return Offered(result.head.path, tuple(fix for finding in result.findings for fix in fixes_of(finding)))


def fix_files(batch: Batch, unsafe: bool, console: Console) -> int:
    """Writes each file anew that something can be put right in; how many there were."""
    count = 0
    for path, data, text, fixes in _changes(batch, unsafe):
        after = fixed_data(data, text, fixes)
        if after != data:
            count += 1
            save(path, after, partial(_refuse_changed, path, data), ALL)
            console.complain(console.say("fixes.fixed", path=str(path)))
    return count


def show_changes(batch: Batch, unsafe: bool, console: Console) -> int:
    """Prints what would be put right; how many files that changes."""
    count = 0
    for path, _, text, fixes in _changes(batch, unsafe):
        shown = difference(path.as_posix(), text, fixed(text, fixes))
        if shown:
            count += 1
            console.write("".join(f"{printable(line)}\n" for line in shown.split("\n")[:-1]))
    return count


def _changes(batch: Batch, unsafe: bool) -> Iterator[tuple[Path, bytes, str, tuple[Fix, ...]]]:
    inputs = expand(batch.paths, None, batch.exclude) if batch.items is None else batch.items
    if batch.planner is not None:
        planned(batch.plan, batch.planner, inputs)
        batch = batch._replace(adjust=batch.planner.adjust)
    for offer in lint_each(batch, inputs, offered):
        fixes = tuple(fix for fix in offer.fixes if unsafe or fix.safe)
        path = Path(offer.path)
        if fixes and path.is_file():
            data = contents(path)
            yield path, data, decode(data)[0], fixes


def _refuse_changed(path: Path, data: bytes) -> None:
    """Nobody's work is lost that came in meanwhile."""
    if contents(path) != data:
        from linter.model.message import Message

        raise WrongUse(Message("fixes.changed-meanwhile", {"path": str(path)}))
