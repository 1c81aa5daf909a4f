"""`gouji annotate`: a copy of a report with each finding at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from linter.cli.console import Console
from linter.cli.declared import Argument, Option
from linter.cli.destinations import Destination, inputs_of
from linter.cli.options import (
    ConfigPath,
    ConfiguredPack,
    Force,
    Isolated,
    PreviousPath,
    PublishDate,
    StdinName,
    Year,
)
from linter.model.result import Checked

ANNOTATED, NOT_ANNOTATED = 0, 2


def annotate(
    console: Console,
    path: Annotated[str, Argument(metavar="PATH", help="cli.annotate.path")],
    output: Annotated[Path | None, Option("--output", "-o", help="cli.annotate.output", metavar="FILE")] = None,
    force: Force = False,
    pack: ConfiguredPack = None,
    year: Year = None,
    previous: PreviousPath = None,
    publish_date: PublishDate = None,
    select: Annotated[list[str] | None, Option(metavar="RULE", help="cli.annotate.select")] = None,
    ignore: Annotated[list[str] | None, Option(metavar="RULE", help="cli.annotate.ignore")] = None,
    stdin_name: StdinName = None,
    config: ConfigPath = None,
    no_config: Isolated = False,
) -> int:
    """Writes the marked copy of a report, and says where it is and how much was found.

    A copy is written wherever the rules could be run; where the program itself failed on one of them, the exit code
    says so all the same.
    """
    from linter.cli.configured import first_plan, plans, unless_broken
    from linter.cli.marking import Request, make, opened
    from linter.run.engine import LintOptions
    from linter.run.processes import family_in_process

    options = LintOptions(locate=True)
    planner = plans(pack, year, publish_date, previous, select, ignore, options, config, no_config)
    plan = unless_broken(lambda: first_plan(planner, [path], stdin_name), console)
    if plan is None:
        return NOT_ANNOTATED
    item = opened(path, stdin_name)
    inputs = inputs_of((path,), stdin_name, plan.previous, plan.pack, planner.reads)
    request = Request(item, path, plan.pack, plan.options, plan.previous, output, force, inputs, console.language)
    made = make(request, family_in_process(plan.pack))
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
