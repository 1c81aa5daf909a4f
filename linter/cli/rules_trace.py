"""`gouji rules trace`: how a report was read, as text or as a web page beside the draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console, WrongUse, save
from linter.cli.declared import Argument, Option
from linter.cli.options import DEFAULT_PACK, PackName, Year, family_of
from linter.language.printable import printable
from linter.model.message import Message

if TYPE_CHECKING:
    from linter.model.trace import Step

DONE, NOT_TRACED = 0, 2
MARK = {True: "+", False: "-"}


def trace(
    console: Console,
    file: Annotated[str, Argument(metavar="FILE", help="cli.rules.trace.file")],
    pack: PackName = DEFAULT_PACK,
    year: Year = None,
    html: Annotated[Path | None, Option("--html", metavar="FILE", help="cli.rules.trace.html")] = None,
    force: Annotated[bool, Option("--force", help="cli.rules.trace.force")] = False,
) -> int:
    """Prints the steps, or writes the page and says where."""
    from linter.model.result import Failed
    from linter.run.recognition import Recognised, recognise
    from linter.run.trace import trace as traced
    from linter.run.walk import Input, expand, open_source

    family = family_of(pack, console)
    if family is None:
        return NOT_TRACED
    if html is not None and html.exists() and not force:
        raise WrongUse(Message("trace.exists", {"path": str(html)}))
    (item,) = expand((file,))[:1]
    source = open_source(item) if isinstance(item, Input) else item.error
    if isinstance(source, Message):
        raise WrongUse(Message("mining.file-error", {"path": file, "message": source}))
    found = recognise(source, family, year, locate=True)
    if not isinstance(found, Recognised):
        error = found.error if isinstance(found, Failed) else Message("run.no-report")
        raise WrongUse(Message("mining.file-error", {"path": file, "message": error}))
    steps = traced(found.report)
    if html is None:
        console.write("".join(f"{line}\n" for line in _lines(steps, source.name, console)))
        return DONE
    from linter.annotators.html.traced import traced_page

    save(html, traced_page(found.report.document, steps, console.language), lambda: None, 0o644)
    console.write(console.say("trace.written", path=str(html)) + "\n")
    return DONE


def _lines(steps: Sequence[Step], path: str, console: Console) -> Iterator[str]:
    """A line for each step, and where it stands."""
    from linter.reporters.places import located

    for step in steps:
        place = f"  {located(path, step.span, console.language)}" if step.span is not None else ""
        mark = MARK[step.found]
        start = (
            f"{'  ' * step.depth}{mark} {console.text(step.sort)} {printable(step.name.in_language(console.language))}"
        )
        yield f"{start}: {console.text(step.how)}{place}"
