"""Where the reports of a run go: to the standard output, and to files, several formats at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.console import Console, WrongUse
from linter.cli.destinations import Destination
from linter.cli.lines import Lines
from linter.cli.options import chosen
from linter.cli.running import Run
from linter.cli.sinks import Kept, Printed, Sink
from linter.cli.stores import memory_of
from linter.model.message import Message
from linter.model.records import Record
from linter.model.tally import Tally
from linter.reporters import BINARY, REPORTERS, SAYING_UTF_8, Look
from linter.reporters.recognising import HEADS, is_result
from linter.run.batch import Batch, RuleTexts

if TYPE_CHECKING:
    from linter.cli.reporting import Expected

GITLAB_REPORT = "gl-code-quality-report.json"
"""The file that GitLab's own examples take the Code Quality report from."""


class Output(Record):
    """A format, and the file that it goes to; None is the standard output."""

    format: str
    path: Path | None = None
    force: bool = False
    verbose: bool = False

    @property
    def destination(self) -> Destination | None:
        """The file, which may take the place of an earlier result in this format."""
        return None if self.path is None else Destination(self.path, self.force, partial(is_result, format=self.format))


class Reported(Record):
    """What was counted in a run, whether each report could be written where it belongs, and whether it was cut off."""

    tally: Tally
    whole: bool
    interrupted: bool


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
    for output in outputs:
        _refuse_unwritable(output)
    files = [None if output.path is None else os.path.realpath(output.path) for output in outputs]
    for file in files:
        if files.count(file) > 1:
            where = Message("cli.standard-output") if file is None else Message("cli.file-named", {"path": file})
            raise WrongUse(Message("cli.one-place-two-formats", {"place": where}))
    return tuple(output._replace(force=force) for output in (*outputs, *_annotations(outputs, environment)))


def _refuse_unwritable(output: Output) -> None:
    """Raises WrongUse for a format that is no text and has no file, or that needs a library that is not there."""
    library = BINARY.get(output.format)
    if library is None:
        return
    if output.path is None:
        raise WrongUse(Message("cli.format-needs-file", {"format": output.format}))
    from importlib.util import find_spec

    if find_spec(library) is None:
        raise WrongUse(Message("cli.library-missing", {"format": output.format, "library": library}))


def _output(text: str) -> Output:
    name, equals, file = text.partition("=")
    format = chosen("--format", name, REPORTERS)
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


def report(
    outputs: Sequence[Output], batch: Batch, console: Console, store: Path | None = None, expect: Path | None = None
) -> Reported:
    """Checks all files, and writes every report while it does. What cannot be written to its file is printed instead,
    and a run of which nothing is printed still says how many findings there are.
    """
    destinations = [output.destination for output in outputs if output.destination is not None]
    run = Run(batch, console, destinations, any(output.path is None for output in outputs))
    lines = Lines([_format(output, console) for output in outputs], RuleTexts(run.plans))
    writers = list(zip(lines.reporters(), _sinks(outputs, console), strict=True))
    for one, sink in writers:
        sink.write(one.begin())
    ordered = any(one.ORDERED for one, _ in writers)
    memory = memory_of(store, run.batch, run.plans, lines, console)
    expected = None if expect is None else _expected(expect, batch)
    for line in run.lines(lines, lambda line: line.file, ordered, memory):
        if expected is not None:
            expected.met(line.file)
        for (one, sink), part in zip(writers, line.parts, strict=True):
            sink.write(one.add(part))
    if memory is not None:
        memory.close()
    if expected is not None:
        run.tally.expected = expected.notes()
    for one, sink in writers:
        for text in one.end(run.tally):
            sink.write(text)
    whole = all(tuple(sink.finish(run.read()) for _, sink in writers))
    if whole and all(output.path is not None for output in outputs):
        from linter.reporters.terminal import render_summary

        console.complain(render_summary(run.tally, Look(console.language, console.width)).rstrip("\n"))
    run.note()
    for note in run.tally.expected:
        console.complain(console.say(note.key, **note.values))
    run.tally.fails += expected is not None and not expected.complete
    return Reported(run.tally, whole, run.interrupted())


def _expected(file: Path, batch: Batch) -> Expected:
    from linter.cli.reporting import Expected

    return Expected(file, batch.family.packs[0].template.agency_names)


def _format(output: Output, console: Console) -> tuple[str, Look]:
    """How an output is to look: files get none of what belongs to a console."""
    if output.path is not None:
        return output.format, Look(console.language, verbose=output.verbose, site=console.site)
    return output.format, Look(
        console.language,
        console.width,
        console.colour,
        console.ascii,
        console.ambiguous,
        output.verbose,
        console.site,
        console.links,
    )


def _sinks(outputs: Sequence[Output], console: Console) -> tuple[Sink, ...]:
    """Where the outputs go; of several on the standard output, the first is printed while it is made."""
    first = next((number for number, output in enumerate(outputs) if output.path is None), None)
    return tuple(
        Printed(console, output.format in SAYING_UTF_8)
        if number == first
        else Kept(
            console,
            output.destination,
            HEADS.get(output.format, "") if output.path else "",
            output.format in BINARY,
            output.format in SAYING_UTF_8,
        )
        for number, output in enumerate(outputs)
    )
