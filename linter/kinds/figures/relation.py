"""What equations and comparisons share: the options, the check, and the cells that a rule test names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from linter.binding import sample
from linter.expressions.evaluate import Truth, Undetermined, decide, missing, truth
from linter.expressions.linear import equation
from linter.expressions.operands import used
from linter.expressions.scope import Instance, Scope
from linter.expressions.syntax import parse as parse_expression
from linter.expressions.tree import Mistake, Name, Node, Operand, names
from linter.kinds.agencies import OfAgencies
from linter.kinds.figures.explained import EXPLAINED, milder
from linter.kinds.figures.relation_messages import missing_entities, problem, undecided
from linter.kinds.option import Option, OptionError, OptionErrors, OptionType
from linter.kinds.option_types import WORDS, choice, known_id, known_ids
from linter.model.address import Address
from linter.model.equation import Equation
from linter.model.finding import Outcome, Undecided, Verdict
from linter.model.message import Localised, Message
from linter.model.records import Record
from linter.model.report import BoundReport
from linter.model.template import GroupSpec, TableSpec, Template


class _Each(Record):
    """What a check holds for each of: columns or rows of a table, or entities of a kind."""

    table: TableSpec | None
    along: str = ""
    entity: str = ""


_EXPRESSION = OptionType(
    Localised("算式", "expression"), {"type": "string", "minLength": 1}, lambda written, _: str(written)
)


def _each_of(written: str, template: Template) -> _Each:
    id, dot, along = written.partition(".")
    if not dot:
        return _Each(None, entity=known_id(id, template.entities, "option.unknown-entity"))
    known_id(id, (table.id for table in template.tables), "option.unknown-table")
    return _Each(template.table(id), along)


class Relation(OfAgencies):
    """A check with cells for its names, once for each column or row that it holds for.

    `tables` are those whose cells it uses, `of_previous` those of last year's report.
    """

    check = Option(
        _EXPRESSION,
        zh="必须成立的算式，如 total == natural_person + commercial 或 sum(outcomes) <= 10。",
        en="What must hold, e.g. total == natural_person + commercial, or sum(outcomes) <= 10.",
    )
    for_each = Option(
        OptionType(
            Localised("表.columns、表.rows 或实体", "table.columns, table.rows or an entity"),
            {"type": "string", "pattern": r"^[^.\s]+(\.(columns|rows))?$"},
            _each_of,
        ),
        zh="表.columns：算式对每一列成立，其中的名称是行；表.rows 则相反；实体：对其中每一个成立，名称写作 表.列。",
        en="table.columns: the check holds for each column and names rows; table.rows: the reverse; "
        "an entity: for each of its kind, which the names table.column mean.",
        default=None,
    )
    only = Option(
        WORDS,
        zh="算式只对这些列或行成立；不写时对有全部单元格的列或行成立。",
        en="Ids of the columns or rows for which the check holds. Default: all that have its cells.",
    )
    when = Option(
        _EXPRESSION,
        zh="只在此条件成立时核对。",
        en="Where this does not hold, nothing is checked.",
        default="",
    )
    on_missing = Option(
        choice("undecided", "skip", "error"),
        zh="某个表中没有该实体时：undecided 无法判断，skip 略过，error 报告为缺漏。",
        en="What it means that a table lacks an entity: undecided, skip it, or an error.",
        default="undecided",
    )
    explained = Option(
        EXPLAINED,
        zh="报告中对差异的说明，以及有说明时的级别。",
        en="Words of the report that explain a difference, and how bad it is where they are found.",
        default=None,
    )

    def derived(self, template: Template, /) -> Mapping[str, Any]:
        scope = Scope(template, *(self.for_each or ()))
        check = _parsed("check", self.check, scope)
        when = _parsed("when", self.when, scope) if self.when else None
        instances = _chosen(self.only, scope.instances(check, when))
        if not instances:
            raise OptionErrors([OptionError(("check",), Message("relation.no-instance", {"check": self.check}))])
        written = (*names(check), *(names(when) if when else ()))
        return {
            "scope": scope,
            "parsed": (check, when),
            "instances": instances,
            "tables": _tables(written, scope),
            "of_previous": _tables(written, scope, previous=True),
        }

    scope: Scope
    parsed: tuple[Node, Node | None]
    instances: tuple[Instance, ...]
    tables: tuple[TableSpec, ...]
    of_previous: tuple[TableSpec, ...]

    def placed(self, report: BoundReport) -> Iterable[Instance]:
        """The instances in this report: where a table is open, those of the entities that it names."""
        if not any(table.is_open for table in (*self.tables, *self.of_previous)):
            return self.instances
        table = self.scope.table and report.tables[self.scope.table.id].spec
        scope = self.scope._replace(
            template=_filled_in(report), table=table, previous=report.previous and _filled_in(report.previous)
        )
        found = scope.instances(*self.parsed)
        return [instance for instance in found if instance.id in self.only] if self.only else found


def _filled_in(report: BoundReport) -> Template:
    """The form as the report fills it in."""
    return report.template._replace(tables=tuple(table.spec for table in report.tables.values()))


def _parsed(key: str, text: str, scope: Scope) -> Node:
    found = parse_expression(text)
    mistakes = (found,) if isinstance(found, Mistake) else scope.mistakes(found)
    if mistakes or isinstance(found, Mistake):
        raise OptionErrors(
            OptionError((key,), Message("expression.at", {"position": mistake.position + 1, "what": mistake.message}))
            for mistake in mistakes
        )
    return found


def _chosen(only: tuple[str, ...], instances: tuple[Instance, ...]) -> tuple[Instance, ...]:
    if not only:
        return instances
    try:
        ids = known_ids(only, (instance.id for instance in instances), "relation.unknown-instance")
    except OptionErrors as found:
        raise OptionErrors(found.under("only")) from None
    return tuple(instance for instance in instances if instance.id in ids)


def _tables(written: Iterable[Name], scope: Scope, previous: bool = False) -> tuple[TableSpec, ...]:
    """The tables whose cells are used, of this year's report or of the previous one."""
    own = scope.table.id if scope.table else ""
    ids = {name.parts[0] if len(name.parts) > 1 else own for name in written if name.previous is previous}
    if not previous:
        ids.add(own)
    return tuple(table for table in scope.template.tables if table.id in ids)


def needs_previous(options: Relation) -> bool:
    """Whether the check names cells of last year's report."""
    return bool(options.of_previous)


def check(options: Relation, report: BoundReport) -> Verdict:
    reason = _unreadable(options, report)
    if reason is not None:
        skipped = options.scope.entity and options.on_missing == "skip"
        return Verdict(() if skipped else (Undecided(reason),))
    instances = tuple(_instances(options, report))
    unknown: list[tuple[Instance, Undetermined]] = []
    failed: list[Instance] = []
    absent: list[tuple[Instance, Operand]] = []
    for instance in instances:
        truth = _decided(instance, report)
        if not isinstance(truth, Undetermined):
            failed += () if truth else (instance,)
        elif options.on_missing == "undecided" or (lacking := _absent(truth)) is None:
            unknown.append((instance, truth))
        elif options.on_missing == "error":
            absent.append((instance, lacking))
    outcomes = tuple(_failed(options, report, failed)) if failed else ()
    if absent:
        outcomes = (*outcomes, *missing_entities(absent, report))
    if unknown:
        outcomes = (*outcomes, undecided(unknown, report))
    return Verdict(outcomes, partial(_equations, options, report, instances))


def _decided(instance: Instance, report: BoundReport) -> bool | Undetermined:
    """Whether the check holds, or need not."""
    if instance.when is None:
        return decide(instance.check, report.cell)
    applies = truth(instance.when, report.cell)
    if applies is Truth.UNKNOWN:
        return decide(instance.check, report.cell) is True or Undetermined(missing(instance.when, report.cell))
    return applies is not Truth.YES or decide(instance.check, report.cell)


def _absent(truth: Undetermined) -> Operand | None:
    """The cell of an entity that its table lacks."""
    return next((operand for operand in truth.missing if operand.absent), None)


def _unreadable(options: Relation, report: BoundReport) -> Message | None:
    """Why nothing can be calculated at all: a table is not there or not filled in, here or in last year's report."""
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
    for group in collapsed:
        yield scope.of_group(*options.parsed, group)
    yield from (instance for instance in options.placed(report) if instance.id not in covered)


def _failed(options: Relation, report: BoundReport, failed: list[Instance]) -> Iterator[Outcome]:
    """The failures, if the rule applies to this agency."""
    applies = options.agencies.include(report)
    if applies is None:
        yield Undecided(Message("agency.unknown"))
    found = (
        (
            problem(instance, report)._replace(equation=equation(instance.check, report.cell)),
            _names_of(instance, options, report),
        )
        for instance in (failed if applies else ())
    )
    yield from milder(found, options.explained, report)


def _names_of(instance: Instance, options: Relation, report: BoundReport) -> tuple[str, ...]:
    """What the entity of an instance is called; nothing for the total of all."""
    spec = report.template.entities.get(options.scope.entity)
    if spec is None or not instance.id:
        return ()
    return (instance.name, instance.id, *spec.aliases.get(instance.id, ()), *spec.aliases.get(instance.name, ()))


def _equations(options: Relation, report: BoundReport, instances: Iterable[Instance]) -> Iterator[Equation]:
    """The check as an equation for each instance, if the rule applies."""
    if options.agencies.include(report):
        guarded = (one for one in instances if not one.when or truth(one.when, report.cell) is Truth.YES)
        forms = (equation(instance.check, report.cell) for instance in guarded)
        yield from (form for form in forms if form is not None)


def cells(options: Relation, given: Mapping[str, Any]) -> Mapping[Address, str]:
    """The cells of the first column or row that the names of `given` mean. Raises `OptionErrors` for other names."""
    scope, (first, *_) = options.scope, options.instances
    if any(table.is_open for table in options.tables):
        form = sample(scope.template, None)
        scope = scope._replace(template=form, table=scope.table and form.table(scope.table.id))
        first = scope.instances(*options.parsed)[0]
    found: dict[Address, str] = {}
    errors = []
    for name, value in given.items():
        address = scope.address(name, first.id)
        if address is None:
            known = tuple(operand.name for operand in used(first.check, lambda _: None))
            errors.append(OptionError((name,), Message("option.unknown-name", {"name": name, "known": known})))
        else:
            found[address] = "" if value is None else str(value)
    if errors:
        raise OptionErrors(errors)
    return found
