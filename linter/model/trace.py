"""How a report was read, step by step: what is said of each section, table, row and column of its form."""

from __future__ import annotations

from linter.model.message import Localised, Message
from linter.model.records import Record
from linter.model.span import Span


class Step(Record):
    """One thing of the form: how deep it stands (sections and tables 0, rows and columns 1), of what `sort` it is, its
    name, whether it was found, how or why not, where, and the places of its figures.
    """

    depth: int
    sort: Message
    name: Localised
    found: bool
    how: Message
    span: Span | None = None
    cells: tuple[Span, ...] = ()
