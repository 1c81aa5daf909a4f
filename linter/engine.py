"""One report from bytes to findings, in a straight line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import NamedTuple

from linter.binding import bind, identify
from linter.crash import Crash, attempt
from linter.folding import fold
from linter.kinds import KINDS
from linter.model.document import Source
from linter.model.finding import Outcome, Problem, Undecided, UndecidedRule
from linter.model.message import Message
from linter.model.pack import Family, Pack, Rule
from linter.model.report import BoundReport, BoundTable, CellState, Fact
from linter.model.result import FileResult
from linter.model.template import Years
from linter.outcomes import findings, place
from linter.readers import read
from linter.readers.failure import ReadFailure


class LintOptions(NamedTuple):
    """How a run differs from the usual one.

    `year` takes the place of the year that a report states. `select` and `ignore` are ids of rules, or patterns such
    as `requests-*`; nothing selected is everything. `rules` is false where only the figures are asked for.
    `skip_other` says that a named file that is no report is passed over like one met on a walk.
    """

    year: int | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: bool = True
    skip_other: bool = False

    def wants(self, rule: str) -> bool:
        """Whether the findings of a rule are to be reported."""
        chosen = not self.select or any(fnmatchcase(rule, pattern) for pattern in self.select)
        return chosen and not any(fnmatchcase(rule, pattern) for pattern in self.ignore)


def lint(source: Source, family: Family, options: LintOptions | None = None, named: bool = True) -> FileResult:
    """The result for one report. `named` says that the file was asked for by name and not met on a walk."""
    options = options or LintOptions()
    result = attempt(lambda: _lint(source, family, options, named))
    if isinstance(result, Crash):
        return FileResult(source.name, error=Message("run.crashed-file", {"exception": result.exception}))
    return result


def _lint(source: Source, family: Family, options: LintOptions, named: bool) -> FileResult:
    try:
        document = read(source)
    except ReadFailure as failure:
        return FileResult(source.name, error=failure.message)
    identity = identify(document, family.packs[0].template)
    file = FileResult(source.name, document.format, notes=document.notes)
    if not identity.recognised:
        if options.skip_other or not named:
            return file._replace(other=True)
        return file._replace(error=Message("run.no-report"))
    if options.year is not None:
        stated = identity.facts.get("year")
        span = stated.span if stated else BoundReport(document, family.packs[0].template).start
        identity = identity._replace(facts={**identity.facts, "year": Fact(str(options.year), span)})
    year, organisation = identity.facts.get("year"), identity.facts.get("organisation")
    file = file._replace(
        year=int(year.value) if year else None, organisation=organisation.value if organisation else None
    )
    if identity.copies > 1:
        return file._replace(error=Message("run.several-reports", {"count": identity.copies}))
    pack = choose(family, file.year, identity.layout.layout)
    if isinstance(pack, Message):
        return file._replace(error=pack)
    if file.year is None:
        file = file._replace(notes=(*file.notes, Message("run.year-by-layout", {"edition": pack.title})))
    report = bind(document, pack.template, identity)
    file = file._replace(pack=pack.id)
    if options.rules:
        return examine(file, report, pack, options)
    return file._replace(figures={id: figures(table) for id, table in report.tables.items()})


def choose(family: Family, year: int | None, layout: str | None) -> Pack | Message:
    """The pack for a report of `year`, or for one that states no year and is laid out like an edition of the form."""
    if year is None:
        return family.for_layout(layout) or Message("run.no-year")
    covered = tuple(_years(pack.years) for pack in family.packs)
    return family.for_year(year) or Message("run.year-not-covered", {"year": str(year), "years": covered})


def _years(years: Years) -> Message:
    first, last = str(years.first), str(years.last)
    if years.last is None:
        return Message("run.years-all") if years.first is None else Message("run.years-from", {"first": first})
    if years.first is None:
        return Message("run.years-until", {"last": last})
    return Message("run.years-between", {"first": first, "last": last})


def figures(table: BoundTable) -> Mapping[str, Mapping[str, Decimal | None]]:
    """The numbers of a table by row and column: every cell of the form, and None for one without a figure."""
    rows: dict[str, dict[str, Decimal | None]] = {}
    for address in (*table.spec.addresses(), *table.cells):
        cell = table.cells.get(address)
        value = cell.value if cell is not None and cell.state is CellState.FIGURE else None
        rows.setdefault(address.row, {})[address.column] = value
    return rows


def examine(file: FileResult, report: BoundReport, pack: Pack, options: LintOptions) -> FileResult:
    """`file` with what the rules of `pack` say of `report`."""
    verdicts = run_all(pack.rules, report, options.wants)
    problems = [(rule, item) for rule, said in verdicts if not isinstance(said, Crash) for item in _problems(said)]
    crashes = [(rule.id, said.exception) for rule, said in verdicts if isinstance(said, Crash)]
    found = findings(problems, report)
    folded = attempt(lambda: tuple(sorted(fold(found, report, pack.rules), key=place)))
    if isinstance(folded, Crash):
        crashes.append(("fold", folded.exception))
        folded = found
    undecided = [(rule, item) for rule, said in verdicts if not isinstance(said, Crash) for item in _undecided(said)]
    return file._replace(
        findings=folded,
        undecided=tuple(UndecidedRule(rule.id, rule.title, item.reason) for rule, item in undecided),
        error=_crashed(crashes) if crashes else None,
    )


def _problems(said: Iterable[Outcome]) -> list[Problem]:
    return [outcome for outcome in said if isinstance(outcome, Problem)]


def _undecided(said: Iterable[Outcome]) -> list[Undecided]:
    """Each reason once: a rule that could not look at seven columns for one reason says so once."""
    once: list[Undecided] = []
    for outcome in said:
        if isinstance(outcome, Undecided) and outcome not in once:
            once.append(outcome)
    return once


def _crashed(crashes: Iterable[tuple[str, str]]) -> Message:
    each = tuple(Message("run.crash", {"rule": rule, "exception": exception}) for rule, exception in crashes)
    return Message("run.crashed", {"crashes": each})


Verdict = tuple[Outcome, ...] | Crash


def run_all(
    rules: Iterable[Rule], report: BoundReport, wants: Callable[[str], bool] = lambda _: True
) -> list[tuple[Rule, Verdict]]:
    """What each wanted rule says, in the order given.

    A rule that is not wanted is run all the same where another requires it, and is then left out.
    """
    by_id = {rule.id: rule for rule in rules}
    said: dict[str, Verdict] = {}

    def ask(rule: Rule) -> Verdict:
        if rule.id not in said:
            said[rule.id] = ()  # a rule that requires itself by a detour is not asked again
            failed = tuple(id for id in rule.requires if id in by_id and ask(by_id[id]) != ())
            reason = Message("run.requires", {"rules": failed})
            said[rule.id] = (Undecided(reason),) if failed else run(rule, report)
        return said[rule.id]

    return [(rule, ask(rule)) for rule in by_id.values() if wants(rule.id)]


def run(rule: Rule, report: BoundReport) -> Verdict:
    """What one rule says of a report: nothing where it passed."""
    return attempt(lambda: tuple(KINDS[rule.kind].check(rule.options, report)))
