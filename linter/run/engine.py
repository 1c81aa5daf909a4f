"""One report from bytes to findings, in a straight line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fnmatch import fnmatchcase

from linter.binding import after
from linter.kinds import KINDS
from linter.localisation import grouped
from linter.model.below import SUM_OF_CHILDREN, Amounts, Below
from linter.model.document import Document, Source
from linter.model.equation import Equation
from linter.model.finding import Outcome, Problem, Severity, Undecided, UndecidedRule, Verdict
from linter.model.message import Message
from linter.model.pack import Family, Pack, Rule
from linter.model.records import Record
from linter.model.report import BoundReport, BoundTable, CellState, Fact
from linter.model.result import Checked, Extracted, Failed, Head, Result, Skipped
from linter.run.crash import Crash, attempt
from linter.run.expected import Expected, unexpected
from linter.run.outcomes import findings, lines_at, place, under_headings
from linter.run.pairing import FindPrevious
from linter.run.printing import printed
from linter.run.recognition import Recognised, recognise
from linter.text.comments import MARK


class LintOptions(Record):
    """How a run differs from the usual one.

    `year` takes the place of the year that a report states. `select` and `ignore` are ids of rules, or patterns such
    as `requests-*`; nothing selected is everything. `rules` is false where only the figures are asked for.
    `skip_other` says that a named file that is no report is skipped like one met on a walk. `published` is the
    day of publication (2024-01-17), in place of the one under the report. With `locate` each place knows where in the
    document it is, for those who mark the findings there. `expected` is whose report it should be, and `severities` are
    those that rules have here, by ids or patterns, of which the last that fits counts. With `tables`, results have the
    tables as they are printed, with `amounts` those without rules what adds up over reports; `below` are the reports
    that a report is to be the sum of. `fail_on` and `strict` are as for `Checked`.
    """

    year: int | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: bool = True
    skip_other: bool = False
    published: str = ""
    locate: bool = False
    tables: bool = False
    amounts: bool = False
    below: Below | None = None
    expected: Expected = Expected()
    severities: tuple[tuple[str, Severity], ...] = ()
    fail_on: Severity | None = Severity.ERROR
    strict: bool = False

    def wants(self, rule: str) -> bool:
        """Whether the findings of a rule are to be reported."""
        chosen = not self.select or any(fnmatchcase(rule, pattern) for pattern in self.select)
        return chosen and not any(fnmatchcase(rule, pattern) for pattern in self.ignore)

    @property
    def sums_up(self) -> bool:
        """Whether reports are held against those below them."""
        return self.below is not None and self.wants(SUM_OF_CHILDREN)

    def weighed(self, rule: Rule) -> Rule:
        """The rule with the severity that it has here."""
        found = [severity for pattern, severity in self.severities if fnmatchcase(rule.id, pattern)]
        return rule._replace(severity=found[-1]) if found else rule


def lint(
    source: Source,
    family: Family,
    options: LintOptions | None = None,
    named: bool = True,
    previous: FindPrevious | None = None,
    document: Document | None = None,
) -> Result:
    """The result for one report. `named` says that the file was asked for by name and not met on a walk.

    `previous` finds the report of the year before; without it, rules that look into that are not run. `document` is
    what was read of the source, if that was done before.
    """
    options = options or LintOptions()
    result = attempt(
        lambda: _lint(
            recognise(source, family, options.year, document, options.locate, options.expected),
            options,
            named,
            previous,
        )
    )
    if isinstance(result, Crash):
        return Failed(Head(source.name), result.of_file)
    return result


def _lint(
    found: Recognised | Failed | Skipped, options: LintOptions, named: bool, previous: FindPrevious | None
) -> Result:
    if isinstance(found, Skipped) and named and not options.skip_other:
        return Failed(found.head, Message("run.no-report"))
    if not isinstance(found, Recognised):
        return found
    head, report, pack = found
    report = dated(report, options.published)
    if not options.rules:
        tables = printed(report) if options.tables else ()
        return Extracted(
            head, {id: figures(table) for id, table in report.tables.items()}, tables, _amounts(report, options)
        )
    wanted = any(options.wants(rule.id) and (previous or not rule.needs_previous) for rule in pack.rules)
    if not wanted and not options.sums_up:
        return Failed(head, Message("run.no-rule", {"edition": pack.title}))
    if previous is None:
        return examine(head, report, pack, options)
    pair = previous(report)
    if pair.error is not None:
        return Failed(head._replace(pack=None), pair.error)
    notes = head.notes if pair.note is None else (*head.notes, pair.note)
    head = head._replace(notes=notes, previous=pair.path)
    if pair.report is not None:
        report = after(pair.report, report)
    return examine(head, report, pack, options, pair.reason)


def dated(report: BoundReport, published: str) -> BoundReport:
    """The report with `published` for the day of publication, where one is given."""
    if not published:
        return report
    stated = report.facts.get("published")
    fact = Fact(published, stated.span if stated else report.start)
    return report._replace(facts={**report.facts, "published": fact})


def figures(table: BoundTable) -> Mapping[str, Mapping[str, Decimal | None]]:
    """The numbers of a table by row and column: every cell of the form, and None for one without a figure."""
    rows: dict[str, dict[str, Decimal | None]] = {}
    for address in (*table.spec.addresses(), *table.cells):
        cell = table.cells.get(address)
        value = cell.value if cell is not None and cell.state is CellState.FIGURE else None
        rows.setdefault(address.row, {})[address.column] = value
    return rows


def examine(
    head: Head, report: BoundReport, pack: Pack, options: LintOptions, unpaired: Message | None = None
) -> Checked:
    """What the rules of `pack` say of `report`. `unpaired` says why it has no report of the year before, where one was
    asked for.
    """
    evaluation = _Evaluation(pack.rules, report, unpaired)
    verdicts = [(options.weighed(rule), evaluation.result(rule)) for rule in pack.rules if options.wants(rule.id)]
    crashes = [(rule.id, verdict.exception) for rule, verdict in verdicts if isinstance(verdict, Crash)]
    results = [(rule, verdict.outcomes) for rule, verdict in verdicts if isinstance(verdict, Verdict)]
    results += [(options.weighed(rule), (one,)) for rule, one in _unsummed(report, options)]
    problems = [(rule, one) for rule, outcomes in results for one in outcomes if isinstance(one, Problem)]
    found = findings([*problems, *unexpected(report, options.expected)], report)
    in_groups = attempt(lambda: tuple(sorted(grouped(found, evaluation.equations, report), key=place)))
    if isinstance(in_groups, Crash):
        crashes.append(("grouping", in_groups.exception))
        in_groups = found
    undecided = [(rule, one) for rule, outcomes in results for one in _undecided(outcomes)]
    checked = Checked(
        head,
        findings=under_headings(in_groups, report),
        undecided=tuple(UndecidedRule(rule.id, rule.title, item.reason) for rule, item in undecided),
        incomplete=_crashed(crashes) if crashes else None,
        document=report.document,
        tables=printed(report) if options.tables else (),
        lines=lines_at(in_groups, report.document.text),
        fail_on=options.fail_on,
        strict=options.strict,
        decided=frozenset(
            rule.id for rule, outcomes in results if not any(isinstance(one, Undecided) for one in outcomes)
        ),
    )
    if MARK not in report.document.text:
        return checked
    from linter.acceptance.commented import commented

    return commented(checked, report.document, {rule.id for rule in pack.rules})


def _amounts(report: BoundReport, options: LintOptions) -> Amounts:
    """What adds up over reports, where that is asked for."""
    if not options.amounts:
        return Amounts()
    from linter.run.amounts import amounts

    return amounts(report)


def _unsummed(report: BoundReport, options: LintOptions) -> Iterator[tuple[Rule, Outcome]]:
    """What is not the sum over the reports below, where there are such."""
    if options.sums_up:
        from linter.run.summed import unsummed

        yield from unsummed(report, options.below)


def _undecided(outcomes: Iterable[Outcome]) -> list[Undecided]:
    """Each reason once: a rule that could not look at seven columns for one reason says so once."""
    once: list[Undecided] = []
    for outcome in outcomes:
        if isinstance(outcome, Undecided) and outcome not in once:
            once.append(outcome)
    return once


def _crashed(crashes: Iterable[tuple[str, str]]) -> Message:
    each = tuple(Message("run.crash", {"rule": rule, "exception": exception}) for rule, exception in crashes)
    return Message("run.crashed", {"crashes": each})


class _Evaluation:
    """The results of the rules for one report, in their order, each evaluated once.

    A rule that is not wanted is run all the same where another requires it, or where figures disagree. One that needs
    the report of the year before is undecided where there is none (`unpaired` says why), and has no result where nobody
    asked for it. It is no function within a function: such a one would keep itself, and with it the report, alive until
    the garbage is collected.
    """

    def __init__(self, rules: Iterable[Rule], report: BoundReport, unpaired: Message | None) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self.report = report
        self.unpaired = unpaired
        self.verdicts: dict[str, Verdict | Crash] = {}

    def result(self, rule: Rule) -> Verdict | Crash:
        if rule.id not in self.verdicts:
            self.verdicts[rule.id] = Verdict(())  # a rule that requires itself by a detour is not evaluated again
            self.verdicts[rule.id] = self._evaluate(rule)
        return self.verdicts[rule.id]

    def equations(self) -> dict[str, tuple[Equation, ...]]:
        """What each rule says of figures, by its id."""
        verdicts = {id: self.result(rule) for id, rule in self.rules.items()}
        return {id: tuple(verdict.equations()) for id, verdict in verdicts.items() if isinstance(verdict, Verdict)}

    def _evaluate(self, rule: Rule) -> Verdict | Crash:
        if self.report.year is not None and self.report.year not in rule.years:
            return Verdict(())
        if rule.needs_previous and self.report.previous is None:
            return Verdict((Undecided(self.unpaired),) if self.unpaired is not None else ())
        failed = tuple(id for id in rule.requires if id in self.rules and not self._passed(self.rules[id]))
        if failed:
            titles = tuple(Message("run.required", {"title": self.rules[id].title}) for id in failed)
            return Verdict((Undecided(Message("run.requires", {"rules": titles})),))
        return attempt(lambda: KINDS[rule.kind].verdict(rule.options, self.report))

    def _passed(self, rule: Rule) -> bool:
        verdict = self.result(rule)
        return isinstance(verdict, Verdict) and not verdict.outcomes
