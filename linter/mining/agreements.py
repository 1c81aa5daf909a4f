"""What agrees between tables: cells that are always the same, and totals over rows that only a report knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.mining.evidence import bits, needed
from linter.mining.forms import Figures, Form, FormLine, FormPart, Key
from linter.mining.identities import summands, value_of
from linter.mining.totals import is_total
from linter.model.records import Record

_ZERO = Decimal(0)
_HALF = Decimal("0.5")


class CellOf(Record):
    """A cell of the form: the numbers of its table and of its part, its row and its column."""

    table: int
    part: int
    row: FormLine
    column: FormLine


class Agreement(Record):
    """Two cells of different tables that have the same figure in every report, or as many `reports` as have one."""

    left: CellOf
    right: CellOf
    reports: int


class Join(Record):
    """Columns of two open tables, by the numbers of table and part, that have the same figure for each thing with a row
    in both; in so many `reports` there is one.
    """

    left: tuple[int, int, FormLine]
    right: tuple[int, int, FormLine]
    reports: int


class OpenTotal(Record):
    """A total over the rows of an open part, and the columns in which it is their sum, in so many `reports`."""

    table: int
    part: int
    columns: tuple[FormLine, ...]
    others: tuple[FormLine, ...]
    reports: int


def agreements(form: Form) -> list[Agreement]:
    """Pairs of cells that agree, one for each figure: where totals of two tables do, no other of theirs is told."""
    vectors = {cell: vector for cell, vector in _cells(form) if any(vector)}
    wanted = needed(len(vectors) ** 2 // 2)
    alike: dict[tuple[Decimal, ...], list[CellOf]] = {}
    for cell, vector in vectors.items():
        alike.setdefault(vector, []).append(cell)
    found: list[Agreement] = []
    for vector, cells in alike.items():
        if bits(vector, [1.0] * len(vector)) < wanted:
            continue
        first: dict[int, CellOf] = {}
        for cell in sorted(cells, key=_totals, reverse=True):
            first.setdefault(cell.table, cell)
        one, *others = sorted(first.values(), key=lambda cell: cell.table)
        found.extend(Agreement(one, other, sum(map(bool, vector))) for other in others)
    return found


def joins(form: Form, alike: Iterable[Sequence[tuple[int, int]]]) -> list[Join]:
    """Columns that agree row by row, of parts whose rows are of one kind; `alike` are the numbers of such parts."""
    found: list[Join] = []
    for group in alike:
        columns = [
            (table, part, column)
            for table, part in group
            for column in summands(form.tables[table].parts[part], form.tables[table].parts[part].columns, False)
        ]
        wanted = needed(len(columns) ** 2)
        for one, other in combinations(columns, 2):
            vectors, reports = _joined(form, one, other) if one[0] != other[0] else ([], 0)
            if vectors and bits(vectors, [1.0] * len(vectors)) >= wanted:
                found.append(Join(one, other, reports))
    return found


def _joined(form: Form, one: tuple[int, int, FormLine], other: tuple[int, int, FormLine]) -> tuple[list[Decimal], int]:
    """The figures that two columns share, and in how many reports there are some; none where they differ."""
    figures: list[Decimal] = []
    reports = 0
    parts = [form.tables[table].parts[part] for table, part, _ in (one, other)]
    for left, right in zip(parts[0].figures, parts[1].figures, strict=True):
        rows = {row for row, _ in left} & {row for row, _ in right}
        pairs = [(value_of(left.get((row, one[2].key))), value_of(right.get((row, other[2].key)))) for row in rows]
        if any(here != there for here, there in pairs):
            return [], 0
        known = [here for here, _ in pairs if here is not None]
        figures += known
        reports += any(known)
    return figures, reports


def _totals(cell: CellOf) -> int:
    return is_total(cell.row.path[-1]) + is_total(cell.column.path[-1])


def _cells(form: Form) -> Iterator[tuple[CellOf, tuple[Decimal, ...]]]:
    """Every cell of the form with its figures, report by report, where these are known."""
    for table, entry in enumerate(form.tables):
        for number, part in enumerate(entry.parts):
            columns = summands(part, part.columns, False)
            for row in summands(part, part.rows, True) if not part.open else part.rows:
                for column in columns:
                    values = [value_of(figures.get((row.key, column.key))) for figures in part.figures]
                    if None not in values:
                        yield CellOf(table, number, row, column), tuple(value or _ZERO for value in values)


def open_totals(form: Form) -> list[OpenTotal]:
    """The totals over open rows that hold in every report."""
    return [
        total
        for table, entry in enumerate(form.tables)
        for number, part in enumerate(entry.parts)
        if part.open and part.rows and (total := _open_total(table, number, part)) is not None
    ]


def _open_total(table: int, number: int, part: FormPart) -> OpenTotal | None:
    columns = summands(part, part.columns, False)
    holding = tuple(column for column in columns if _adds_up(part, column))
    if not holding:
        return None
    kept = {line.key for line in part.rows}
    reports = sum(any(_rows_filled(figures, column.key, kept) for column in holding) for figures in part.figures)
    others = tuple(line for line in part.columns if line not in holding)
    return OpenTotal(table, number, holding, others, reports) if reports else None


def _rows_filled(figures: Figures, column: Key, totals: set[Key]) -> bool:
    return sum(bool(value_of(cell)) for (row, at), cell in figures.items() if at == column and row not in totals) > 1


def _adds_up(part: FormPart, column: FormLine) -> bool:
    """Whether the total of a column is the sum of the rows that each report has, and not zero throughout."""
    total, said = part.rows[0].key, False
    for figures in part.figures:
        own = [cell for (row, at), cell in figures.items() if at == column.key and row != total]
        values = [value_of(cell) for cell in own]
        whole = value_of(figures.get((total, column.key)))
        if None in values or whole is None:
            return False
        places = max((cell.places for cell in own), default=0)
        reach = (_HALF * (len(own) + 1)).scaleb(-places) if places else _ZERO
        if abs(sum((value or _ZERO for value in values), _ZERO) - whole) > reach:
            return False
        said = said or bool(whole)
    return said
