"""A marked copy made of one report: opened, checked, marked, in this process or in one that may not harm it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.console import WrongUse
from linter.cli.destinations import Destination
from linter.cli.marked_copy import target
from linter.model.document import Document, Source
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.records import Record
from linter.model.result import Checked, Result, error_of
from linter.run.marked import as_word, format_read, headings_of
from linter.run.walk import Input, is_risky, open_source

if TYPE_CHECKING:
    from linter.run.engine import LintOptions
    from linter.run.previous import Previous


class Request(Record):
    """What a copy is made of and how. `inputs` are all files that are read, and `pack` is where the rules came from.
    `base` is the path of the copy without what is added to it (`.marked` and the suffix), where it is one of several.
    """

    item: Input
    path: str
    pack: str
    options: LintOptions
    before: Previous | None
    output: Path | None
    force: bool
    inputs: tuple[str, ...]
    language: str
    base: Path | None = None


class Made(Record):
    """A copy that is to be written, and what was found; without a copy, `error` says why there is none. It may also say
    what could not be checked.
    """

    file: Destination | None = None
    data: bytes = b""
    result: Checked | None = None
    error: Message | None = None


def make(request: Request, family: Family) -> Made:
    """The copy; raises WrongUse where it cannot be made, or would take the place of what it may not."""
    if not is_risky(request.item):
        return _made(request, family)
    from linter.run.processes import Workers

    with Workers(_made_elsewhere, 1, _lost) as elsewhere:
        made = elsewhere.one(request)
    if isinstance(made, Message):
        raise WrongUse(made)
    return made


def _made_elsewhere(request: Request) -> Made | Message:
    from linter.run.processes import family_in_process

    try:
        return _made(request, family_in_process(request.pack))
    except WrongUse as wrong:
        return wrong.message


def _lost(request: Request, reason: Message) -> Message:
    return Message("cli.file-error", {"path": request.path, "message": reason})


def _made(request: Request, family: Family) -> Made:
    draft = _read(request)
    copy = target(
        draft.source, draft.format, request.base or request.item.path, request.output, request.base is not None
    )
    file = Destination(copy.path, request.force)
    file.refuse(request.inputs)
    draft = _as_word(draft) if copy.format == "docx" else draft
    result = _linted(draft, family, request)
    if not isinstance(result, Checked) or result.document is None:
        return Made(error=error_of(result))
    data = _marked(draft.source, result.document, result, copy.format, request.language)
    return Made(file, data, result.without_document(), error_of(result))


class _Opened(Record):
    """A report, and its document where that had to be read to know the format."""

    source: Source
    format: str
    document: Document | None


def _read(request: Request) -> _Opened:
    source = open_source(request.item)
    if isinstance(source, Message):
        raise WrongUse(Message("cli.file-error", {"path": request.path, "message": source}))
    return _Opened(source, *format_read(source))


def _linted(draft: _Opened, family: Family, request: Request) -> Result:
    from linter.run.engine import lint
    from linter.run.previous import finder

    find = finder(request.before, family) if request.before else None
    named = request.item.named
    return lint(draft.source, family, request.options, named, previous=find, document=draft.document)


def _as_word(draft: _Opened) -> _Opened:
    """The report as a .docx file, converted where it is in another word processor's format; raises WrongUse."""
    from linter.formats.refusals import ReadFailure

    try:
        word = as_word(draft.source)
    except ReadFailure as failure:
        raise WrongUse(Message("cli.file-error", {"path": draft.source.name, "message": failure.message})) from None
    return draft if word is draft.source else draft._replace(source=word, document=None)


def _marked(source: Source, document: Document, result: Checked, format: str, language: str) -> bytes:
    from linter.annotators import AnnotateFailure, Draft, annotate

    draft = Draft(source.data, document, result, language, _now(), headings_of(document))
    try:
        return annotate(draft, format)
    except AnnotateFailure as failure:
        raise WrongUse(failure.message) from None


def _now() -> datetime:
    """The time of the place; builds that are to come out the same every time set SOURCE_DATE_EPOCH. Raises WrongUse."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed:
        return datetime.now()
    try:
        return datetime.fromtimestamp(int(fixed[:20]), UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        raise WrongUse(Message("cli.no-such-time", {"value": fixed})) from None
