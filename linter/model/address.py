"""The symbolic name of a cell, the same in every report of one kind."""

from __future__ import annotations

from linter.model.records import Record

PREVIOUS = "previous"
"""What stands before the names of cells of last year's report, in expressions and in writing."""


class Address(Record):
    """`requests.new_received.natural_person`: ids of the table, the row and the column.

    With `previous`, the cell of the report of the year before: `previous.requests.carried_out.total`.
    """

    table: str
    row: str
    column: str
    previous: bool = False

    @staticmethod
    def split(text: str) -> tuple[str, str, str] | None:
        """The table, the row and the column of a written address; None where it has fewer parts. A row may be of an
        entity with dots in its name (`va.U.S. Mint.start`); tables and columns of the form have none.
        """
        table, _, rest = text.partition(".")
        row, _, column = rest.rpartition(".")
        return (table, row, column) if table and row and column else None

    def __str__(self) -> str:
        name = f"{self.table}.{self.row}.{self.column}"
        return f"{PREVIOUS}.{name}" if self.previous else name
