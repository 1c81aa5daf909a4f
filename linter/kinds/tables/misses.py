"""What the kinds share that report how a table departs from its form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from linter.kinds.options import Tables, absent, present
from linter.model.finding import Outcome, Problem
from linter.model.message import Message
from linter.model.report import BoundReport, BoundTable, Miss, MissKind
from linter.model.span import Span


def each_table(
    options: Tables, report: BoundReport, look: Callable[[BoundTable], Iterable[Problem]]
) -> Iterator[Outcome]:
    """What `look` finds in every table that is there, and one reason for all that are not."""
    for table in present(report, options.tables):
        yield from look(table)
    yield from absent(report, options.tables)


def of_kind(table: BoundTable, *kinds: MissKind) -> tuple[Miss, ...]:
    """The misses of some kinds, those that say the same thing given once, where it is first said."""
    found: dict[tuple[object, ...], Miss] = {}
    for miss in table.misses:
        if miss.kind in kinds:
            found.setdefault((miss.kind, miss.rows, miss.columns, miss.expected, miss.seen), miss)
    return tuple(found.values())


def problem(table: BoundTable, message: Message, span: Span, rows: tuple[str, ...] = ()) -> Problem:
    """A problem at a place in `table`, with the cells of `rows` as far as they were bound."""
    cells = tuple(cell for address, cell in table.cells.items() if address.row in rows)
    return Problem(message, cells, span, table.spec.section, table.spec.id)


def labels(table: BoundTable, kind: MissKind, key: str) -> Iterator[Problem]:
    """A problem for each label that reads otherwise than expected; one that is repeated is reported once."""
    said = set()
    for miss in of_kind(table, kind):
        if (miss.seen, miss.expected) not in said:
            said.add((miss.seen, miss.expected))
            yield problem(table, Message(key, {"seen": miss.seen, "expected": miss.expected}), miss.span)
