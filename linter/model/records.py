"""Records that are equal only to records of their own class.

Named tuples take a tenth of the time of dataclasses to define, and every run of the program defines all of them. But
they are equal to every tuple of the same values: `Not(x)` to `Negative(x)`. Where records of several classes can stand
in one place, each class is marked here, and keeps the hash of a tuple, which equal records share.
"""

from typing import NamedTuple, TypeVar

Record = TypeVar("Record", bound=NamedTuple)


def by_class(record: type[Record]) -> type[Record]:
    """The class of named tuples `record`, equal by class and value."""
    setattr(record, "__eq__", _equal)  # noqa: B010, a named tuple has these from `tuple`
    setattr(record, "__ne__", _differ)  # noqa: B010
    return record


def _equal(self: tuple[object, ...], other: object) -> bool:
    return type(self) is type(other) and tuple.__eq__(self, other)


def _differ(self: tuple[object, ...], other: object) -> bool:
    return not _equal(self, other)
