"""`gouji annotate`: copies of reports with each finding at its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from linter.cli.console import Console, WrongUse
from linter.cli.declared import Argument, Option, declares
from linter.cli.destinations import inputs_of
from linter.cli.options import (
    ConfigPath,
    ConfiguredPack,
    Force,
    Isolated,
    PreviousPath,
    PublishDate,
    StdinName,
    Year,
    with_wildcards,
)
from linter.model.message import Message
from linter.model.records import Record
from linter.model.result import Failed

if TYPE_CHECKING:
    from linter.cli.copies import Copies
    from linter.cli.marking import Made, Request
    from linter.configuration.planning import Plans
    from linter.run.walk import Input

ANNOTATED, NOT_ANNOTATED = 0, 2


class Options(Record):
    """What can be asked for on the command line."""

    paths: Annotated[list[str], Argument(metavar="PATH...", help="cli.annotate.path")]
    output: Annotated[Path | None, Option("--output", "-o", help="cli.annotate.output", metavar="FILE|FOLDER")] = None
    force: Force = False
    pack: ConfiguredPack = None
    year: Year = None
    previous: PreviousPath = None
    publish_date: PublishDate = None
    select: Annotated[list[str] | None, Option(metavar="RULE", help="cli.annotate.select")] = None
    ignore: Annotated[list[str] | None, Option(metavar="RULE", help="cli.annotate.ignore")] = None
    stdin_name: StdinName = None
    config: ConfigPath = None
    no_config: Isolated = False


@declares(Options)
def annotate(console: Console, **given: Any) -> int:
    """Writes the marked copies of reports, and says where each is and how much was found.

    A copy is written wherever the rules could be run; where the program itself failed on one of them, the exit code
    says so all the same. Of several drafts, one that cannot be marked does not keep the others from it.
    """
    from linter.cli.configured import first_plan, plans, unless_broken
    from linter.cli.copies import Copies
    from linter.run.engine import LintOptions
    from linter.run.walk import expand

    asked = Options(**given)
    paths = with_wildcards(asked.paths)
    options = LintOptions(locate=True)
    planner = plans(
        asked.pack,
        asked.year,
        asked.publish_date,
        asked.previous,
        asked.select,
        asked.ignore,
        options,
        asked.config,
        asked.no_config,
    )
    plan = unless_broken(lambda: first_plan(planner, paths, asked.stdin_name), console)
    if plan is None:
        return NOT_ANNOTATED
    items = expand(paths, asked.stdin_name)
    copies = Copies.of(paths, items, asked.output)
    codes = [_one(item, paths, copies, asked, planner, console) for item in items]
    return max(codes, default=NOT_ANNOTATED)


def _one(
    item: Input | Failed, paths: Sequence[str], copies: Copies, asked: Options, planner: Plans, console: Console
) -> int:
    """One draft; what is wrong with it is said, and the next one is next."""
    from linter.cli.configured import unless_broken

    path = item.head.path if isinstance(item, Failed) else item.name
    try:
        if isinstance(item, Failed):
            raise WrongUse(Message("cli.file-error", {"path": path, "message": item.error}))
        made = unless_broken(lambda: _made(item, paths, copies, asked, planner, console), console)
    except WrongUse as wrong:
        if len(paths) == 1 and not copies.several:
            raise
        console.complain(console.text(wrong.message))
        return NOT_ANNOTATED
    if made is None:
        return NOT_ANNOTATED
    if made.error is not None:
        console.complain(console.say("cli.file-error", path=path, message=made.error))
    return NOT_ANNOTATED if made.error is not None or (made.file is None and item.named) else ANNOTATED


def _made(item: Input, paths: Sequence[str], copies: Copies, asked: Options, planner: Plans, console: Console) -> Made:
    """The copy of a draft, made and written, where it is a report."""
    from linter.cli.marking import Request, make
    from linter.run.processes import family_in_process

    plan = planner.for_file(Path(item.name))
    inputs = inputs_of((*paths, item.name), asked.stdin_name, plan.previous, plan.pack, planner.reads)
    request = Request(
        item, item.name, plan.pack, plan.options, plan.previous, copies.output, asked.force, inputs, console.language
    )._replace(base=copies.bases.get(item.name))
    made = make(request, family_in_process(plan.pack))
    if made.file is not None and made.result is not None:
        copies.prepare(made.file.path)
        _deliver(made, request, console)
    return made


def _deliver(made: Made, request: Request, console: Console) -> None:
    from linter.formats.writing import permissions_of
    from linter.presentation.remarks import counts

    assert made.file is not None and made.result is not None
    made.file.write(made.data, request.inputs, permissions_of(request.item.path))
    said = counts(made.result, console.language)
    console.write(console.say("cli.annotated", path=str(made.file.path), counts=said) + "\n")
