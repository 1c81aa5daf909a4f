"""What equations and comparisons share: the options, the check, and the cells that a rule test names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from linter.expressions.evaluate import Undetermined, decide
from linter.expressions.linear import equation
from linter.expressions.operands import used
from linter.expressions.scope import Instance, Scope
from linter.expressions.syntax import parse as parse_expression
from linter.expressions.tree import Mistake, Node, names
from linter.kinds.agencies import OfAgencies
from linter.kinds.figures.explained import EXPLAINED, milder
from linter.kinds.figures.relation_messages import problem, undecided
from linter.kinds.option import Option, OptionError, OptionErrors, OptionType
from linter.kinds.option_types import WORDS, known_id, known_ids
from linter.model.address import Address
from linter.model.equation import Equation
from linter.model.finding import Outcome, Undecided, Verdict
from linter.model.message import Localised, Message, Value
from linter.model.report import BoundReport
from linter.model.template import GroupSpec, TableSpec, Template


def _each_of(written: str, template: Template) -> tuple[TableSpec, str]:
    id, _, along = written.partition(".")
    known_id(id, (table.id for table in template.tables), "option.unknown-table")
    return next(table for table in template.tables if table.id == id), along


class Relation(OfAgencies):
    """A check with cells for its names, once for each column or row that it holds for.

    `tables` are those whose cells it uses, `of_previous` those of last year's report.
    """

    check = Option(
        OptionType(
            Localised("算式", "expression"), {"type": "string", "minLength": 1}, lambda written, _: str(written)
        ),
        zh="必须成立的算式，如 total == natural_person + commercial 或 sum(outcomes) <= 10。",
        en="What must hold, e.g. total == natural_person + commercial, or sum(outcomes) <= 10.",
    )
    for_each = Option(
        OptionType(
            Localised("表.columns 或 表.rows", "table.columns or table.rows"),
            {"type": "string", "pattern": r"^[^.\s]+\.(columns|rows)$"},
            _each_of,
        ),
        zh="表.columns：算式对每一列成立，其中的名称是行；表.rows 则相反。",
        en="table.columns: the check holds for each column and names rows; table.rows: the reverse.",
        default=None,
    )
    only = Option(
        WORDS,
        zh="算式只对这些列或行成立；不写时对有全部单元格的列或行成立。",
        en="Ids of the columns or rows for which the check holds. Default: all that have its cells.",
    )
    explained = Option(
        EXPLAINED,
        zh="报告中对差异的说明，以及有说明时的级别。",
        en="Words of the report that explain a difference, and how bad it is where they are found.",
        default=None,
    )

    def derived(self, template: Template, /) -> Mapping[str, Any]:
        scope = Scope(template) if self.for_each is None else Scope(template, *self.for_each)
        check = parse_expression(self.check)
        if isinstance(check, Mistake):
            raise OptionErrors([_error(check)])
        if mistakes := scope.mistakes(check):
            raise OptionErrors(map(_error, mistakes))
        instances = _chosen(self.only, scope.instances(check))
        if not instances:
            raise OptionErrors([OptionError(("check",), Message("relation.no-instance", {"check": self.check}))])
        return {
            "scope": scope,
            "instances": instances,
            "tables": _tables(check, scope),
            "of_previous": _tables(check, scope, previous=True),
        }

    scope: Scope
    instances: tuple[Instance, ...]
    tables: tuple[TableSpec, ...]
    of_previous: tuple[TableSpec, ...]


def _error(mistake: Mistake) -> OptionError:
    values: dict[str, Value] = {"position": mistake.position + 1, "what": mistake.message}
    return OptionError(("check",), Message("expression.at", values))


def _chosen(only: tuple[str, ...], instances: tuple[Instance, ...]) -> tuple[Instance, ...]:
    if not only:
        return instances
    try:
        ids = known_ids(only, (instance.id for instance in instances), "relation.unknown-instance")
    except OptionErrors as found:
        raise OptionErrors(found.under("only")) from None
    return tuple(instance for instance in instances if instance.id in ids)


def _tables(check: Node, scope: Scope, previous: bool = False) -> tuple[TableSpec, ...]:
    """The tables whose cells are used, of this year's report or of the previous one."""
    own = scope.table.id if scope.table else ""
    ids = {name.parts[0] if len(name.parts) > 1 else own for name in names(check) if name.previous is previous}
    if not previous:
        ids.add(own)
    return tuple(table for table in scope.template.tables if table.id in ids)


def needs_previous(options: Relation) -> bool:
    """Whether the check names cells of last year's report."""
    return bool(options.of_previous)


def check(options: Relation, report: BoundReport) -> Verdict:
    reason = _unreadable(options, report)
    if reason is not None:
        return Verdict((Undecided(reason),))
    instances = tuple(_instances(options, report))
    unknown: list[tuple[Instance, Undetermined]] = []
    failed: list[Instance] = []
    for instance in instances:
        truth = decide(instance.check, report.cell)
        if isinstance(truth, Undetermined):
            unknown.append((instance, truth))
        elif not truth:
            failed.append(instance)
    outcomes = tuple(_failed(options, report, failed)) if failed else ()
    if unknown:
        outcomes = (*outcomes, undecided(unknown, report))
    return Verdict(outcomes, partial(_equations, options, report, instances))


def _unreadable(options: Relation, report: BoundReport) -> Message | None:
    """Why nothing can be worked out at all: a table is not there or not filled in, here or in last year's report."""
    if options.of_previous and report.previous is None:
        return Message("previous.none")
    for bound, specs, absent_key, blank_key in (
        (report, options.tables, "table.absent", "table.blank-form"),
        (report.previous, options.of_previous, "previous.table-absent", "previous.table-blank"),
    ):
        tables = bound.tables if bound is not None else {}
        if absent := tuple(spec.title for spec in specs if spec.id not in tables):
            return Message(absent_key, {"tables": absent})
        if blank := tuple(spec.title for spec in specs if tables[spec.id].blank_form):
            return Message(blank_key, {"table": blank})
    return None


def _instances(options: Relation, report: BoundReport) -> Iterator[Instance]:
    """The instances for this report: where the figures of a group stand in one row, that row is one of them and the
    rows of the group are none.
    """
    scope = options.scope
    collapsed: list[GroupSpec] = []
    if scope.table is not None and scope.along == "rows":
        bound = {address.row for address in report.tables[scope.table.id].cells}
        collapsed = [group for block in scope.table.blocks for group in block.groups if group.id in bound]
    covered = {row for group in collapsed for row in group.rows}
    check = parse_expression(options.check) if collapsed else None
    for group in collapsed:
        if check is not None and not isinstance(check, Mistake) and covered.issuperset(group.rows):
            yield scope.of_group(check, group)
    yield from (instance for instance in options.instances if instance.id not in covered)


def _failed(options: Relation, report: BoundReport, failed: list[Instance]) -> Iterator[Outcome]:
    """The failures, if the rule applies to this agency."""
    applies = options.agencies.include(report)
    if applies is None:
        yield Undecided(Message("agency.unknown"))
    found = (
        problem(instance, report)._replace(equation=equation(instance.check, report.cell))
        for instance in (failed if applies else ())
    )
    yield from milder(found, options.explained, report)


def _equations(options: Relation, report: BoundReport, instances: Iterable[Instance]) -> Iterator[Equation]:
    """The check as an equation for each instance, if the rule applies."""
    if options.agencies.include(report):
        forms = (equation(instance.check, report.cell) for instance in instances)
        yield from (form for form in forms if form is not None)


def cells(options: Relation, given: Mapping[str, Any]) -> Mapping[Address, str]:
    """The cells of the first column or row that the names of `given` mean. Raises `OptionErrors` for other names."""
    first = options.instances[0]
    found: dict[Address, str] = {}
    errors = []
    for name, value in given.items():
        address = options.scope.address(name, first.id)
        if address is None:
            known = tuple(operand.name for operand in used(first.check, lambda _: None))
            errors.append(OptionError((name,), Message("option.unknown-name", {"name": name, "known": known})))
        else:
            found[address] = "" if value is None else str(value)
    if errors:
        raise OptionErrors(errors)
    return found
