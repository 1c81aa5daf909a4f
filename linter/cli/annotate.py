"""`gouji annotate`: a copy of a report with each finding at its place."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from linter.cli.console import Console, WrongUse
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
from linter.model.document import Document, Paragraph, Source
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.records import Record
from linter.model.result import Checked, Result, error_of

if TYPE_CHECKING:
    from linter.run.engine import LintOptions
    from linter.run.previous import Previous

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
    from linter.cli.marked_copy import target

    family = family_of(pack, console)
    if family is None:
        return NOT_ANNOTATED
    options = lint_options(year, publish_date, select, ignore, family)._replace(locate=True)
    draft = _opened(path, stdin_name)
    before = previous_of(previous, pack, family)
    copy = target(draft.source, draft.format, draft.file, output)
    file, inputs = Destination(copy.path, force), inputs_of((path,), stdin_name, before, pack)
    file.refuse(inputs)
    draft = _as_word(draft) if copy.format == "docx" else draft
    result = _linted(draft, family, options, before)
    error = error_of(result)
    if error is not None:
        console.complain(console.say("cli.file-error", path=path, message=error))
    if not isinstance(result, Checked) or result.document is None:
        return NOT_ANNOTATED
    marked = _marked(draft.source, result.document, result, copy.format, console)
    _deliver(marked, file, inputs, draft.file, result, console)
    return ANNOTATED if error is None else NOT_ANNOTATED


def _deliver(
    marked: bytes, file: Destination, inputs: tuple[str, ...], draft: Path | None, result: Checked, console: Console
) -> None:
    from linter.formats.writing import permissions_of
    from linter.presentation.remarks import counts

    file.write(marked, inputs, permissions_of(draft))
    console.write(console.say("cli.annotated", path=str(file.path), counts=counts(result, console.language)) + "\n")


class _Opened(Record):
    """A report, its file if it is one, and its document where that had to be read to know the format."""

    source: Source
    file: Path | None
    format: str
    document: Document | None


def _opened(path: str, stdin_name: str | None) -> _Opened:
    """The report; raises WrongUse for anything that is not one report."""
    from linter.cli.marked_copy import format_read
    from linter.run.walk import STDIN, Input, expand, open_source

    if path not in (STDIN, "") and Path(path).is_dir():
        raise WrongUse(Message("cli.annotate-one-file", {"path": path}))
    (item,) = expand((path,), stdin_name)
    source = open_source(item) if isinstance(item, Input) else item.error
    if isinstance(source, Message):
        raise WrongUse(Message("cli.file-error", {"path": path, "message": source}))
    return _Opened(source, item.path if isinstance(item, Input) else None, *format_read(source))


def _linted(draft: _Opened, family: Family, options: LintOptions, before: Previous | None) -> Result:
    from linter.run.engine import lint
    from linter.run.previous import finder

    find = finder(before, family) if before else None
    return lint(draft.source, family, options, previous=find, document=draft.document)


def _as_word(draft: _Opened) -> _Opened:
    """The report as a .docx file, converted where it is in another word processor's format; raises WrongUse."""
    from linter.readers import ReadFailure, format_of
    from linter.readers.office import read as office

    source = draft.source
    format = format_of(source)
    if format == "docx":
        return draft
    try:
        data = office.convert_to_docx(source.data, format)
    except ReadFailure as failure:
        raise WrongUse(Message("cli.file-error", {"path": source.name, "message": failure.message})) from None
    return draft._replace(source=Source(source.name, data, "docx"), document=None)


def _marked(source: Source, document: Document, result: Checked, format: str, console: Console) -> bytes:
    from linter.annotators import AnnotateFailure, Draft, annotate

    draft = Draft(source.data, document, result, console.language, _now(), headings_of(document))
    try:
        return annotate(draft, format)
    except AnnotateFailure as failure:
        raise WrongUse(failure.message) from None


def headings_of(document: Document) -> frozenset[int]:
    """The paragraphs that are numbered like a section and are no prose: text files and PDF files mark no headings."""
    from linter.readers.shapes import is_section_heading, is_sentence

    texts = enumerate(block.text.value if isinstance(block, Paragraph) else "" for block in document.blocks)
    return frozenset(number for number, text in texts if is_section_heading(text) and not is_sentence(text))


def _now() -> datetime:
    """The time of the place; builds that are to come out the same every time set SOURCE_DATE_EPOCH. Raises WrongUse."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed:
        return datetime.now()
    try:
        return datetime.fromtimestamp(int(fixed[:20]), UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        raise WrongUse(Message("cli.no-such-time", {"value": fixed})) from None
