"""Where the reports of a run go: to the standard output, and to files, several formats at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from linter.cli.console import Console, WrongUse
from linter.cli.destinations import Destination
from linter.cli.options import chosen
from linter.cli.running import store
from linter.model.finding import Severity
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import RunResult
from linter.reporters import LISTING_RULES, REPORTERS, Look, render
from linter.reporters.recognising import HEADS, is_result
from linter.run.batch import Batch, with_rules

GITLAB_REPORT = "gl-code-quality-report.json"
"""The file that GitLab's own examples take the Code Quality report from."""


class Output(Record):
    """A format, and the file that it goes to; None is the standard output."""

    format: str
    path: Path | None = None
    force: bool = False

    @property
    def destination(self) -> Destination | None:
        """The file, which may take the place of an earlier result in this format."""
        return None if self.path is None else Destination(self.path, self.force, partial(is_result, format=self.format))


def wanted(
    formats: Sequence[str], path: Path | None, force: bool, environment: Mapping[str, str]
) -> tuple[Output, ...]:
    """What `--format` (`NAME` or `NAME=FILE`), `--output` and `--force` ask for, and what the server that runs the
    command shows by itself; raises WrongUse where it cannot be done.
    """
    outputs = [_output(text) for text in formats]
    if path is not None:
        free = [number for number, output in enumerate(outputs) if output.path is None]
        if not free:
            raise WrongUse(Message("cli.output-without-format", {"path": str(path)}))
        outputs[free[0]] = outputs[free[0]]._replace(path=path)
    files = [None if output.path is None else os.path.realpath(output.path) for output in outputs]
    for file in files:
        if files.count(file) > 1:
            where = Message("cli.standard-output") if file is None else file
            raise WrongUse(Message("cli.one-place-two-formats", {"place": where}))
    return tuple(output._replace(force=force) for output in (*outputs, *_annotations(outputs, environment)))


def _output(text: str) -> Output:
    name, equals, file = text.partition("=")
    format = chosen("--format", name.strip().lower(), REPORTERS)
    if equals and not file.strip():
        raise WrongUse(Message("cli.format-without-file", {"format": format}))
    return Output(format, Path(file.strip()) if equals else None)


def _annotations(outputs: Iterable[Output], environment: Mapping[str, str]) -> tuple[Output, ...]:
    """What the server that runs the command shows beside the changes, where it is one that does: `outputs` are those
    asked for. On GitHub they follow what people read on the standard output; GitLab takes them from a file.
    """
    asked = {output.format: output.path for output in outputs}
    if environment.get("GITHUB_ACTIONS") == "true" and "github" not in asked:
        readable = asked.get("terminal", Path()) is None or None not in asked.values()
        return (Output("github"),) if readable else ()
    if environment.get("GITLAB_CI") == "true" and "gitlab" not in asked:
        return (Output("gitlab", Path(GITLAB_REPORT)),)
    return ()


def write(
    outputs: Sequence[Output], result: RunResult, batch: Batch, console: Console, fail_on: Severity | None
) -> bool:
    """Writes every report; False where one could not be. What cannot be written to its file is printed instead, and
    a run of which nothing is printed still says how many findings there are.
    """
    if any(output.format in LISTING_RULES for output in outputs):
        result = with_rules(result, batch)
    whole = True
    for output in outputs:
        look = Look(console.language, console.width, console.colour, console.ascii, fail_on)
        if output.destination is None:
            console.write(render(result, output.format, look))
            continue
        text = render(result, output.format, Look(console.language, fail_on=fail_on))
        try:
            store(HEADS.get(output.format, "") + text, output.destination, batch, result)
        except WrongUse as wrong:
            console.complain(console.say("cli.error", message=wrong.message))
            console.write(text)
            whole = False
    if whole and all(output.path is not None for output in outputs):
        from linter.reporters.terminal import render_summary

        console.complain(render_summary(result, Look(console.language, console.width)).rstrip("\n"))
    return whole
