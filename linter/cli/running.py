"""What `check` and `extract` do alike: go through the files, and write the result to a file of its own."""

from __future__ import annotations

from collections.abc import Iterable

from linter.cli.console import Console
from linter.cli.destinations import Destination, inputs_of
from linter.model.result import RunResult, Skipped
from linter.run.batch import Batch, lint_many

FEW = 5
"""So many files are done before anybody wonders."""


def run(batch: Batch, console: Console, destinations: Iterable[Destination] = ()) -> RunResult:
    """The results for all files, with a progress bar where there are many and somebody looks.

    Raises WrongUse where one of their `destinations` must not be written, as far as that is known now.
    """
    for destination in destinations:
        destination.refuse(_inputs(batch))
    if not console.watched:
        return lint_many(batch)
    from linter.cli.progress import Bar

    with Bar(console.say("cli.checking"), FEW) as bar:
        return lint_many(batch, bar.show)


def store(text: str, destination: Destination, batch: Batch, result: RunResult, encoding: str = "utf-8") -> None:
    """Writes `text` to a file; raises WrongUse where that would overwrite a report, or is not possible."""
    met = (file.head.path for file in result.files if not isinstance(file, Skipped))
    destination.write(text.encode(encoding, "replace"), (*_inputs(batch), *met))


def interrupted(result: RunResult, console: Console) -> bool:
    """Whether a run was cut short, after saying how far it had come."""
    if result.interrupted is None:
        return False
    console.complain(console.say("cli.interrupted", done=len(result.files), total=result.interrupted))
    return True


def _inputs(batch: Batch) -> tuple[str, ...]:
    return inputs_of(batch.paths, batch.stdin_name, batch.previous, batch.pack)
