"""`gouji annotate`: a copy of a report with each finding at its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console
from linter.cli.declared import Argument, Option
from linter.cli.destinations import Destination, inputs_of
from linter.cli.options import (
    DEFAULT_PACK,
    Force,
    PackName,
    PreviousPath,
    PublishDate,
    StdinName,
    Year,
    family_of,
    lint_options,
    previous_of,
)
from linter.model.result import Checked

if TYPE_CHECKING:
    pass

ANNOTATED, NOT_ANNOTATED = 0, 2


def annotate(
    console: Console,
    path: Annotated[str, Argument(metavar="PATH", help="cli.annotate.path")],
    output: Annotated[Path | None, Option("--output", "-o", help="cli.annotate.output", metavar="FILE")] = None,
    force: Force = False,
    pack: PackName = DEFAULT_PACK,
    year: Year = None,
    previous: PreviousPath = None,
    publish_date: PublishDate = None,
    select: Annotated[list[str] | None, Option(metavar="RULE", help="cli.annotate.select")] = None,
    ignore: Annotated[list[str] | None, Option(metavar="RULE", help="cli.annotate.ignore")] = None,
    stdin_name: StdinName = None,
) -> int:
    """Writes the marked copy of a report, and says where it is and how much was found.

    A copy is written wherever the rules could be run; where the program itself failed on one of them, the exit code
    says so all the same.
    """
    from linter.cli.marking import Request, make, opened

    family = family_of(pack, console)
    if family is None:
        return NOT_ANNOTATED
    options = lint_options(year, publish_date, select, ignore, family)._replace(locate=True)
    item = opened(path, stdin_name)
    before = previous_of(previous, pack, family)
    inputs = inputs_of((path,), stdin_name, before, pack)
    made = make(Request(item, path, pack, options, before, output, force, inputs, console.language), family)
    if made.error is not None:
        console.complain(console.say("cli.file-error", path=path, message=made.error))
    if made.file is None or made.result is None:
        return NOT_ANNOTATED
    _deliver(made.data, made.file, inputs, item.path, made.result, console)
    return ANNOTATED if made.error is None else NOT_ANNOTATED


def _deliver(
    marked: bytes, file: Destination, inputs: tuple[str, ...], draft: Path | None, result: Checked, console: Console
) -> None:
    from linter.formats.writing import permissions_of
    from linter.presentation.remarks import counts

    file.write(marked, inputs, permissions_of(draft))
    console.write(console.say("cli.annotated", path=str(file.path), counts=counts(result, console.language)) + "\n")
