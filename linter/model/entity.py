"""Entities: things that differ from report to report and name a row, a column or a table of it (a department, say)."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.message import Localised
from linter.model.records import Record


class EntitySpec(Record):
    """A kind of entity, as a rule pack states it.

    `total` are labels of a row or column over all of them, the form's own first; `aliases` maps a name to its other
    wordings. `code` is an RE2 pattern: where there is one, an entity is known by its code and not by its label, and
    `parent` holds the lengths of codes from the top of their tree down. `samples` are names (by code, where there is
    one) of which an empty report is written.
    """

    id: str
    title: Localised
    total: tuple[str, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = {}
    code: str = ""
    parent: tuple[int, ...] = ()
    samples: Mapping[str, str] = {}


class Entity(Record):
    """An entity that a report names. `kind` is the id of its `EntitySpec`.

    `id` stands in addresses: the label as the report first prints it, or the code. `key` is what it is known by in all
    tables and in other years: the compared label, or the code. `parent` is the id of the entity whose code is
    the next shorter one of the tree, whether or not the report has it.
    """

    kind: str
    id: str
    key: str
    label: str
    code: str = ""
    parent: str = ""


def row_id(entity: str, part: str = "") -> str:
    """The id of a row (or column) of an entity: its own, or that of a part of it: `CISA`, `CISA.days`, `CISA.1`."""
    return f"{entity}.{part}" if part else entity


def details_id(entity: str) -> str:
    """The id of the group that an entity's lines of details make."""
    return row_id(entity, "details")
