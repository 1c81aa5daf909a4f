"""The symbolic name of a cell, the same in every report of one kind."""

from __future__ import annotations

from typing import NamedTuple


class Address(NamedTuple):
    """`requests.new_received.natural_person`: ids of the table, the row and the column."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.row}.{self.column}"
