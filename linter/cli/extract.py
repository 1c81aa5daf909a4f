"""`gouji extract`: the figures of reports, for a spreadsheet or a reporting system."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console, WrongUse
from linter.cli.declared import Argument, Option
from linter.cli.destinations import Destination
from linter.cli.options import (
    ConfigPath,
    ConfiguredPack,
    Force,
    Isolated,
    Jobs,
    OutputPath,
    StdinName,
    Year,
    chosen,
    with_wildcards,
)
from linter.model.message import Message
from linter.model.result import Extracted, Failed, Result
from linter.model.tally import brief
from linter.reporters.exact import Listed, dumps
from linter.reporters.extracted import as_object
from linter.reporters.figure_tables import HEADER, Figures, csv_of
from linter.reporters.recognising import is_book

if TYPE_CHECKING:
    from linter.run.batch import Batch

EXTRACTED, NOT_EXTRACTED, INTERRUPTED = 0, 2, 130
FORMATS = ("json", "csv", "xlsx")
_BEGINNINGS = {
    "json": rb'(\[\s*)?\{\s*"path": "[^\n]*",\s*"format": [^\n]*,\s*"pack": |\[\s*\]\s*$',
    "csv": rb"(\xef\xbb\xbf)?path,table,row,column,value(,organisation,year,[a-z_,]*)?\r?\n",
}
"""Format → how a file begins that figures were written to."""

FormatOption = Annotated[str | None, Option("--format", "-f", metavar="|".join(FORMATS), help="cli.extract.format")]


def extract(
    console: Console,
    paths: Annotated[list[str], Argument(metavar="PATH...", help="cli.extract.paths")],
    format: FormatOption = None,
    output: OutputPath = None,
    force: Force = False,
    pack: ConfiguredPack = None,
    year: Year = None,
    jobs: Jobs = None,
    stdin_name: StdinName = None,
    config: ConfigPath = None,
    no_config: Isolated = False,
) -> int:
    """Prints the figures of reports; files that cannot be read are named on the standard error."""
    from linter.cli.configured import batch_of, plans, unless_broken
    from linter.run.engine import LintOptions

    if format is None:
        suffix = "" if output is None else output.suffix.lower().removeprefix(".")
        format = suffix if suffix in FORMATS else FORMATS[0]
    format = chosen("--format", format, FORMATS)
    if format == "xlsx" and output is None:
        raise WrongUse(Message("cli.format-needs-file", {"format": format}))
    options = LintOptions(rules=False, tables=format != "json")
    planner = plans(pack, year, None, None, None, None, options, config, no_config, jobs=jobs)

    def extracted() -> int:
        batch = batch_of(planner, with_wildcards(paths), jobs, stdin_name)
        return _extracted(batch, format, output, force, console)

    code = unless_broken(extracted, console)
    return NOT_EXTRACTED if code is None else code


def _extracted(batch: Batch, format: str, output: Path | None, force: bool, console: Console) -> int:
    """Writes the figures of each report as soon as they are there, and names what cannot be read."""
    from linter.cli.running import Run
    from linter.cli.sinks import Kept, Printed, Sink

    file = None if output is None else Destination(output, force, partial(_is_own, format))
    run = Run(batch, console, () if file is None else (file,), printing=file is None)
    alone = len(batch.paths) == 1 and not Path(batch.paths[0]).is_dir()
    head = "\ufeff" if format == "csv" else ""  # Excel takes a CSV file for UTF-8 only where it begins so
    sink: Sink = Printed(console) if file is None else Kept(console, file, head, format == "xlsx")
    writer = _writer(format, alone, console, file is None)
    found = False
    for result in run.lines(_as_it_is, brief):
        if isinstance(result, Failed):
            console.complain(console.say("cli.file-error", path=result.head.path, message=result.error))
        elif isinstance(result, Extracted):
            sink.write(writer.add(result))
            found = True
    whole = True
    if found or not alone:
        for text in writer.end():
            sink.write(text)
        whole = sink.finish(run.read())
    run.note()
    if run.interrupted():
        return INTERRUPTED
    return NOT_EXTRACTED if run.tally.failed or not whole else EXTRACTED


class _Json:
    """An object for one report, or a list of them."""

    def __init__(self, alone: bool, ascii: bool) -> None:
        self._alone, self._ascii, self._listed = alone, ascii, Listed(0)

    def add(self, file: Extracted) -> str:
        text = dumps(as_object(file), self._ascii, 0 if self._alone else 1)
        return text if self._alone else self._listed.entry(text)

    def end(self) -> Iterator[str]:
        yield "\n" if self._alone else self._listed.end() + "\n"


class _Csv:
    """A line per cell."""

    def __init__(self, language: str, line_end: str) -> None:
        self._language, self._line_end = language, line_end
        self._head = ",".join(HEADER) + line_end

    def add(self, file: Extracted) -> str:
        head, self._head = self._head, ""
        return head + csv_of(file, self._language, self._line_end)

    def end(self) -> Iterator[str]:
        yield self._head


class _Book:
    """A workbook, which is there when it is whole."""

    def __init__(self, language: str) -> None:
        self._figures = Figures(language)

    def add(self, file: Extracted) -> str:
        self._figures.add(file)
        return ""

    def end(self) -> Iterator[bytes]:
        yield from self._figures.chunks()


def _writer(format: str, alone: bool, console: Console, printed: bool) -> _Json | _Csv | _Book:
    if format == "json":
        return _Json(alone, console.ascii and printed)
    return _Book(console.language) if format == "xlsx" else _Csv(console.language, "\n" if printed else "\r\n")


def _as_it_is(result: Result) -> Result:
    return result


def _is_own(format: str, data: bytes) -> bool:
    """Whether a file holds figures that this command wrote in this format."""
    if format == "xlsx":
        return is_book(data)
    return re.match(_BEGINNINGS[format], data) is not None
