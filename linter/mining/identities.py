"""The sums of a form: over its rows in every column, and over its columns in every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.mining.forms import Form, FormLine, FormPart, is_figured
from linter.mining.readings import Reading, Sort
from linter.mining.sums import Matrix, Sum, sums_of
from linter.mining.totals import adds_up, is_total
from linter.model.records import Record

_ZERO = Decimal(0)


class Identity(Record):
    """A sum that holds in every report: lines of one part of a table, `left` and `right`, in each of the lines that
    cross them (`crossing`). Lines are rows where it is `of_rows`. `reports` and `missing` are those of `Sum`;
    `rounded` says that it holds but for the rounding of decimals.
    """

    table: int
    part: int
    of_rows: bool
    left: tuple[FormLine, ...]
    right: tuple[FormLine, ...]
    crossing: tuple[FormLine, ...]
    reports: int
    missing: int = 0
    rounded: bool = False

    @property
    def times(self) -> int:
        """How many sums it is: one for each line that crosses."""
        return len(self.crossing)


def identities_of(form: Form) -> list[Identity]:
    """All identities within tables, table by table."""
    return [
        identity
        for table, entry in enumerate(form.tables)
        for part, seen in enumerate(entry.parts)
        for of_rows in (True, False)
        if not (of_rows and seen.open)
        for identity in _of_part(table, part, seen, of_rows)
    ]


def _of_part(table: int, number: int, part: FormPart, of_rows: bool) -> Iterator[Identity]:
    lines = summands(part, part.rows if of_rows else part.columns, of_rows)
    crossing = summands(part, part.columns if of_rows else part.rows, not of_rows)
    if len(lines) < 3 or not (crossing or part.open):
        return
    found, rounded = _found(part, lines, crossing, of_rows)
    for one in found:
        left, right = (tuple(lines[line] for line in side) for side in (one.left, one.right))
        yield Identity(table, number, of_rows, left, right, tuple(crossing), one.reports, one.missing, rounded)


def _found(
    part: FormPart, lines: Sequence[FormLine], crossing: Sequence[FormLine], of_rows: bool
) -> tuple[list[Sum], bool]:
    """The sums of exact figures; or those of rounded ones, where these are more."""
    matrix = matrix_of(part, lines, crossing, of_rows)
    exact = sums_of(matrix)
    places = max((_places(value) for vector in matrix.vectors for value in vector), default=0)
    if not places:
        return exact, False
    rounded = sums_of(matrix._replace(rounded=places))
    return (rounded, True) if len(rounded) > len(exact) else (exact, False)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def matrix_of(part: FormPart, lines: Sequence[FormLine], crossing: Sequence[FormLine], of_rows: bool) -> Matrix:
    """The figures of all reports in `lines`, at each line that crosses them; in an open part, at each of its rows."""
    vectors: list[list[Decimal]] = [[] for _ in lines]
    reports: list[int] = []
    counts: list[bool] = []
    totals = {line.key for line in (part.rows if part.open else crossing) if is_total(line.path[-1])}
    for report, figures in enumerate(part.figures):
        keys = [line.key for line in crossing]
        if part.open:
            keys = list(dict.fromkeys(row for row, _ in figures))
        for key in keys:
            cells = [figures.get((line.key, key) if of_rows else (key, line.key)) for line in lines]
            values = [value_of(cell) for cell in cells]
            if None in values:
                continue
            reports.append(report)
            counts.append(key not in totals)
            for vector, value in zip(vectors, values, strict=True):
                vector.append(value or _ZERO)
    return Matrix(tuple(line.path for line in lines), tuple(map(tuple, vectors)), tuple(reports), tuple(counts))


def value_of(cell: Reading | None) -> Decimal | None:
    """The figure of a cell; a blank one and a dash count as nothing, words as what is not known."""
    if cell is None or cell.sort in (Sort.BLANK, Sort.MISSING):
        return _ZERO
    return cell.value


def summands(part: FormPart, lines: Sequence[FormLine], are_rows: bool) -> list[FormLine]:
    """The lines of figures that may add up: no percentages, averages, days or words."""
    found = []
    for line in lines:
        cells = [
            cell
            for figures in part.figures
            for (row, column), cell in figures.items()
            if (row if are_rows else column) == line.key
        ]
        shares = sum(cell.unit == "%" for cell in cells)
        if is_figured(cells) and shares * 2 <= len(cells) and all(map(adds_up, line.path)):
            found.append(line)
    return found
