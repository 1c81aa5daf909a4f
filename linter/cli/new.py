"""`gouji new`: an empty form of a report, with last year's figures where they are at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console, WrongUse
from linter.cli.declared import Option
from linter.cli.destinations import Destination, inputs_of
from linter.cli.options import DEFAULT_PACK, Force, PackName, Year, chosen, family_of
from linter.model.message import Message

if TYPE_CHECKING:
    from linter.model.pack import Family
    from linter.run.pairing import EarlierReport

WRITTEN, NOT_WRITTEN = 0, 2
CELLS = ("blank", "zero")


def new(
    console: Console,
    year: Year = None,
    output: Annotated[Path | None, Option("--output", "-o", help="cli.new.output", metavar="FILE")] = None,
    force: Force = False,
    pack: PackName = DEFAULT_PACK,
    organisation: Annotated[str, Option("--organisation", help="cli.new.organisation", metavar="NAME")] = "",
    cells: Annotated[str, Option("--cells", metavar="|".join(CELLS), help="cli.new.cells")] = "blank",
    previous: Annotated[str | None, Option("--previous", help="cli.new.previous", metavar="FILE")] = None,
) -> int:
    """Writes the form; its suffix decides the format."""
    from linter.forms.make import BLANK, ZERO
    from linter.run.new_form import NewForm, new_form

    if year is None or output is None:
        raise WrongUse(Message("cli.missing", {"name": "--year" if year is None else "--output"}))
    cells = chosen("--cells", cells, CELLS)
    format = _format_of(output)
    family = family_of(pack, console)
    if family is None:
        return NOT_WRITTEN
    file = Destination(output, force)
    inputs = inputs_of((previous,) if previous else (), pack=pack)
    file.refuse(inputs)
    earlier = _earlier(previous, pack, family) if previous else None
    form = new_form(family, NewForm(year, format, organisation, ZERO if cells == "zero" else BLANK, earlier))
    if isinstance(form, Message):
        raise WrongUse(form)
    file.write(form, inputs)
    console.write(console.say("cli.new-written", path=str(output)) + "\n")
    return WRITTEN


def _format_of(output: Path) -> str:
    """The format that a file's suffix asks for; raises WrongUse for one that cannot be had."""
    from linter.forms.make import FORMATS

    format = output.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        suffixes = tuple(f".{name}" for name in FORMATS)
        raise WrongUse(Message("cli.new-suffix", {"path": str(output), "suffixes": suffixes}))
    return format


def _earlier(path: str, pack: str, family: Family) -> EarlierReport:
    """The report of the year before; raises WrongUse for what is none."""
    from linter.run.pairing import EarlierReport
    from linter.run.previous import open_previous

    found = open_previous(path, pack, family)
    if isinstance(found, EarlierReport):
        return found
    raise WrongUse(found if isinstance(found, Message) else Message("cli.new-one-report", {"path": path}))
