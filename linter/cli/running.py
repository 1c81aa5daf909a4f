"""What `check` and `extract` do alike: go through the files, and write the result to a file of its own."""

from __future__ import annotations

import os
from pathlib import Path

from linter.cli.console import Console, WrongUse, save
from linter.model.message import Message
from linter.model.result import RunResult, Skipped
from linter.run.batch import Batch, lint_many
from linter.run.previous import Previous

FEW = 5
"""So many files are done before anybody wonders."""


def run(batch: Batch, console: Console) -> RunResult:
    """The results for all files, with a progress bar where there are many and somebody looks."""
    if not console.watched:
        return lint_many(batch)
    from linter.cli.progress import Bar

    with Bar(console.say("cli.checking"), FEW) as bar:
        return lint_many(batch, bar.show)


def store(
    text: str, output: Path, result: RunResult, previous: Previous | None = None, encoding: str = "utf-8"
) -> None:
    """Writes `text` to `output`; raises WrongUse where that would overwrite a report, or is not possible."""
    refuse_previous(output, previous)
    target = os.path.realpath(output)
    if any(os.path.realpath(file.head.path) == target for file in result.files if not isinstance(file, Skipped)):
        raise WrongUse(Message("cli.output-is-input", {"path": str(output)}))
    save(output, text.encode(encoding, "replace"))


def refuse_previous(output: Path, previous: Previous | None) -> None:
    """Raises WrongUse where `output` is a report of the year before, by whatever name."""
    target = os.path.realpath(output)
    if previous is not None and any(os.path.realpath(path) == target for path in previous.paths):
        raise WrongUse(Message("previous.output-is-previous", {"path": str(output)}))
