"""Named tuples that are quick to define, and some that are equal only to records of their own class.

Every run of the program defines most of its records, and those of `typing` take ten times as long: each compiles its
`__new__` and looks at every annotation. Here all of one length share what was compiled, under other names. They need
annotations that are not evaluated (`from __future__ import annotations`), and are otherwise the same.

A named tuple is equal to every tuple of the same values: `Not(x)` to `Negative(x)`. Where records of several classes
can stand in one place, each class is marked `by_class`, and keeps the hash of a tuple, which equal records share.
"""

from __future__ import annotations

from collections import namedtuple
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["Record", "by_class"]

AnyRecord = TypeVar("AnyRecord", bound=tuple[object, ...])

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:

    @cache
    def _tuples(length: int) -> type:
        """Named tuples of so many fields, as the standard library makes them."""
        return namedtuple("Values", [f"value_{number}" for number in range(length)])

    def _new(name: str, fields: tuple[str, ...], defaults: tuple[object, ...]) -> FunctionType:
        """`__new__(cls, *fields)` of the record `name`; the last fields have the `defaults`."""
        new = _tuples(len(fields)).__new__
        named = {"co_name": "__new__", "co_qualname": f"{name}.__new__", "co_varnames": ("_cls", *fields)}
        return FunctionType(new.__code__.replace(**named), new.__globals__, "__new__", defaults)

    class _Maker(type):
        def __new__(maker, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if bases == (tuple,):
                return super().__new__(maker, name, bases, body)
            annotations = body.get("__annotations__", {"": None})
            if not all(isinstance(annotation, str) for annotation in annotations.values()):
                raise TypeError(f"{name}: the module of a record begins with `from __future__ import annotations`")
            fields = tuple(annotations)
            defaults = tuple(body[field] for field in fields if field in body)
            if any(field in body for field in fields[: len(fields) - len(defaults)]):
                raise TypeError(f"{name}: fields without a default stand before those with one")
            values = _tuples(len(fields))
            body["__new__"] = _new(name, fields, defaults)
            body["__slots__"] = ()
            body["__match_args__"] = body["_fields"] = fields
            body.update(zip(fields, map(vars(values).get, values._fields), strict=True))
            return super().__new__(maker, name, bases, body)

    class Record(tuple, metaclass=_Maker):
        """The base of a record: its annotated attributes are the fields of a tuple, in their order."""

        __slots__ = ()

        def _replace(self, /, **changes: object) -> Record:
            changed = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__name__} has no {', '.join(changes)}")
            return changed

        def __repr__(self) -> str:
            values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)


def by_class(record: type[AnyRecord]) -> type[AnyRecord]:
    """The class of named tuples `record`, equal by class and value."""
    setattr(record, "__eq__", _equal)  # noqa: B010, a named tuple has these from `tuple`
    setattr(record, "__ne__", _differ)  # noqa: B010
    return record


def _equal(self: tuple[object, ...], other: object) -> bool:
    return type(self) is type(other) and tuple.__eq__(self, other)


def _differ(self: tuple[object, ...], other: object) -> bool:
    return not _equal(self, other)
