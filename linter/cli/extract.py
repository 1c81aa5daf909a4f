"""`gouji extract`: the figures of reports, for a spreadsheet or a reporting system."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console
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
)
from linter.model.result import Extracted, Failed, Result
from linter.model.tally import brief
from linter.reporters.exact import dumps
from linter.reporters.extracted import as_csv, as_object

if TYPE_CHECKING:
    from linter.run.batch import Batch

EXTRACTED, NOT_EXTRACTED, INTERRUPTED = 0, 2, 130
FORMATS = ("json", "csv")
_BEGINNINGS = {
    "json": rb'(\[\s*)?\{\s*"path": "[^\n]*",\s*"format": [^\n]*,\s*"pack": |\[\s*\]\s*$',
    "csv": rb"(\xef\xbb\xbf)?path,table,row,column,value\r?\n",
}
"""Format → how a file begins that figures were written to."""


def extract(
    console: Console,
    paths: Annotated[list[str], Argument(metavar="PATH...", help="cli.extract.paths")],
    format: Annotated[str, Option("--format", "-f", metavar="|".join(FORMATS), help="cli.extract.format")] = "json",
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

    chosen("--format", format, FORMATS)
    options = LintOptions(rules=False)
    planner = plans(pack, year, None, None, None, None, options, config, no_config, jobs=jobs)

    def extracted() -> int:
        batch = batch_of(planner, paths, jobs, stdin_name)
        return _extracted(batch, format, output, force, console)

    code = unless_broken(extracted, console)
    return NOT_EXTRACTED if code is None else code


def _extracted(batch: Batch, format: str, output: Path | None, force: bool, console: Console) -> int:
    from linter.cli.running import Run

    paths = batch.paths
    file = None if output is None else Destination(output, force, partial(_is_own, format))
    run = Run(batch, console, () if file is None else (file,))
    results = list(run.lines(_as_it_is, brief))
    failed = [one for one in results if isinstance(one, Failed)]
    for one in failed:
        console.complain(console.say("cli.file-error", path=one.head.path, message=one.error))
    files = [one for one in results if isinstance(one, Extracted)]
    alone = len(paths) == 1 and not Path(paths[0]).is_dir()
    if (files or not alone) and file is None:
        console.write(_text(files, format, alone, console.ascii, "\n"))
    elif (files or not alone) and file is not None:
        # Excel takes a CSV file for UTF-8 only where it begins with a byte order mark.
        encoding = "utf-8-sig" if format == "csv" else "utf-8"
        file.write(_text(files, format, alone, False, "\r\n").encode(encoding, "replace"), run.read())
    if run.interrupted():
        return INTERRUPTED
    return NOT_EXTRACTED if failed else EXTRACTED


def _as_it_is(result: Result) -> Result:
    return result


def _is_own(format: str, data: bytes) -> bool:
    """Whether a file holds figures that this command wrote in this format."""
    return re.match(_BEGINNINGS[format], data) is not None


def _text(files: list[Extracted], format: str, alone: bool, ascii: bool, line_end: str) -> str:
    if format == "csv":
        return as_csv(files, line_end)
    objects = [as_object(file) for file in files]
    return dumps(objects[0] if alone else objects, ascii) + "\n"
