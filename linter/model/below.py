"""The reports of the agencies below one, as far as a report that sums them up is concerned."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from linter.model.records import Record

Place = tuple[str, str, str]
"""The ids of table, row and column; for an entity's what it is known by in all reports (`Entity.key`)."""

SUM_OF_CHILDREN = "sum-of-children"
"""The id of the rule. No pack has it: it is there where the reports below are named."""

_ZERO = Decimal(0)


class Amount(Record):
    """A number in the unit of its column, from which the true one is at most `reach` away. `of_entity` says that it
    stands in a row or column of an entity, which other reports may do without.
    """

    value: Decimal
    reach: Decimal = _ZERO
    of_entity: bool = False


class Amounts(Record):
    """What adds up of a report: its numbers by place, None for a cell without one. `whole` are the tables all of whose
    entities were read.
    """

    cells: Mapping[Place, Amount | None] = {}
    whole: frozenset[str] = frozenset()


class Part(Record):
    """What one agency's report adds to a sum, and the path of that report."""

    agency: str
    path: str
    value: Decimal


class Sum(Record):
    """A sum over all agencies with its largest parts; `more` says that there are others that are not zero."""

    value: Decimal = _ZERO
    reach: Decimal = _ZERO
    of_entity: bool = False
    parts: tuple[Part, ...] = ()
    more: bool = False


class YearBelow(Record):
    """The reports of one year: whose they are (as compared), the sums by place, and for a place that some of them leave
    open, whose these are. `whole` are the tables all of whose entities were read in every report; `missing` are
    agencies of which there is no report, and `listed` says that it is a list that names them.
    """

    agencies: tuple[str, ...]
    sums: Mapping[Place, Sum]
    open: Mapping[Place, tuple[str, ...]] = {}
    whole: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    listed: bool = False


class Below(Record):
    """The reports below one, by year, and the folder that they are in."""

    folder: str
    years: Mapping[int | None, YearBelow]


class Explained(Record):
    """Words of a report (an RE2 pattern) that explain why it is not the sum of those below it: the ids of the parts
    where they may stand, and a pattern of a sentence that does not count.
    """

    pattern: str = ""
    parts: tuple[str, ...] = ()
    unless: str = ""
