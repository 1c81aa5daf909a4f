"""Figures that the text states and the tables state too.

```yaml
id: granted-in-the-text
title: {zh: 文中的予以公开件数与表格一致, en: the text and the table say the same of granted requests}
kind: claim
claims:
  - pattern: 予以公开{figure}
    equals: [requests.granted.total, requests.granted.total + requests.partially_granted.total]
  - pattern: 未予公开的申请为零
    states: 0
    equals: [sum(requests.denied.total)]
units: [件, 条]
unless: {sentence: 上年}
severity: warning
source: 国办公开办函〔2021〕30号所附表三
```

In a pattern, `{figure}` stands for a figure, Arabic or Chinese, with one of `units`; a pattern without it `states` what
its words mean. A figure must equal one of those under `equals`, be no less than one under `min`, or no more than one
under `max`. `unless` excuses a `sentence` or a `clause`; `times` tells figures of other years (see `rules.md`),
`subject` those of other bodies. With
`together: 2`, figures count only where a sentence has two different claims of the rule, or where a claim lists under
`alone` what its figure may be instead: one outcome by itself may be a part of what it is called. A claim may have a
`severity` of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from linter.expressions.evaluate import Truth, Undetermined, holds, missing, truth
from linter.expressions.linear import equation
from linter.expressions.tree import Arithmetic, Comparison, Number
from linter.expressions.value import exact
from linter.kinds.figures.amount import AMOUNTS, Amount
from linter.kinds.figures.claim_messages import MESSAGES, problem
from linter.kinds.figures.stated_options import STATED_PATTERN, Reading, sentence
from linter.kinds.kind import Kind
from linter.kinds.naming import quoted
from linter.kinds.option import Option, OptionError, OptionErrors, Options, OptionType, records
from linter.kinds.option_types import SEVERITY, whole
from linter.model.equation import Equation
from linter.model.finding import Outcome, Undecided, Verdict
from linter.model.message import Localised, Message
from linter.model.records import Record
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.stated import FIGURE, Stated
from linter.text.punctuation import FULL_STOPS

OPERATORS: Mapping[str, str] = {"equals": "==", "min": ">=", "max": "<="}
_NUMBER: OptionType[Decimal] = OptionType(
    Localised("数", "number"), {"type": "number", "minimum": 0}, lambda written, _: Decimal(str(written))
)
_SOME_AMOUNTS = AMOUNTS._replace(schema={**AMOUNTS.schema, "minItems": 1})


class Claim(Options):
    """What one pattern says of cells. `severity` goes before the rule's."""

    pattern = Option(
        STATED_PATTERN,
        zh="不带命名分组的模式，{figure} 代表带有量词的数字。",
        en="An RE2 pattern without named groups, in which {figure} stands for a figure with one of the units.",
        required=True,
    )
    states = Option(_NUMBER, zh="没有数字的说法表示多少。", en="What a pattern without figure says.", default=None)
    equals = Option(
        _SOME_AMOUNTS,
        zh="单元格的算式，数字必须等于其中一个；第一个是最常见的。",
        en="Expressions over cells, of which the figure must equal one; the first is what it usually is.",
        default=None,
    )
    min = Option(
        _SOME_AMOUNTS,
        zh="单元格的算式，数字必须不小于其中一个。",
        en="Expressions over cells: the figure must be no less than one of them.",
        default=None,
    )
    max = Option(
        _SOME_AMOUNTS,
        zh="单元格的算式，数字必须不大于其中一个。",
        en="Expressions over cells: the figure must be no more than one of them.",
        default=None,
    )
    alone = Option(
        AMOUNTS,
        zh="句子中的说法不足 together 时，数字还可以等于的算式；不写时在那里不计。",
        en="Expressions over cells, of which the figure may also equal one where its sentence has fewer claims than "
        "together asks for; without them it does not count there.",
        default=None,
    )
    severity = Option(SEVERITY, zh="这一项的级别。", en="How bad this one is.", default=None)

    def derived(self, _template: Template, /) -> Mapping[str, Any]:
        errors = []
        figure = self.states is None
        if (FIGURE in self.pattern) is not figure:
            errors.append(OptionError(("pattern",), Message("stated.no-figure" if figure else "stated.figure-too")))
        given = [key for key in OPERATORS if getattr(self, key) is not None]
        if len(given) != 1:
            errors.append(OptionError((), Message("claim.one-relation", {"keys": tuple(OPERATORS)})))
        if errors:
            raise OptionErrors(errors)
        return {"operator": OPERATORS[given[0]], "amounts": getattr(self, given[0])}

    operator: str
    amounts: tuple[Amount, ...]

    def of(self, value: Decimal, alone: bool = False) -> tuple[Comparison, ...]:
        """The comparisons of which one must hold."""
        amounts = self.amounts + (self.alone or ()) if alone else self.amounts
        return tuple(amount.compared(self.operator, value) for amount in amounts)


class Claims(Reading):
    """What is read, and what each of its patterns claims."""

    claims = Option(
        records(Claim, zh="说法", en="claims"),
        zh="正文可能的说法，以及必须与之一致的单元格。",
        en="What the text may say, and the cells with which it must agree.",
    )
    together = Option(
        whole(1),
        zh="一句中有几种不同的说法，其数字才计入。",
        en="How many different claims a sentence must have for its figures to count.",
        default=1,
    )

    def derived(self, _template: Template, /) -> Mapping[str, Any]:
        return {"patterns": tuple(claim.pattern for claim in self.claims)}


class Judged(Record):
    """Something stated, the comparisons of which one must hold, and whether each does."""

    found: Stated
    claim: Claim
    comparisons: tuple[Comparison, ...]
    truths: tuple[bool | Undetermined, ...]


def needs_previous(options: Claims) -> bool:
    """Whether a claim is one about cells of last year's report."""
    return any("previous." in amount.text for claim in options.claims for amount in claim.amounts)


def check(options: Claims, report: BoundReport) -> Verdict:
    judged = tuple(_judged(options, report))
    return Verdict(tuple(_outcomes(options, report, judged)), partial(_witnesses, options, report, judged))


def _outcomes(options: Claims, report: BoundReport, judged: Iterable[Judged]) -> Iterator[Outcome]:
    undetermined: list[Undetermined] = []
    reported: set[tuple[int, str]] = set()
    for found, claim, comparisons, truths in judged:
        if True in truths or _excused(options, found, report):
            continue
        words = found.pattern, sentence(found)
        unknown = [truth for truth in truths if isinstance(truth, Undetermined)]
        undetermined += unknown
        if not unknown and words not in reported:
            weak = _equation(comparisons[0], report)
            yield problem(found, comparisons, report)._replace(severity=claim.severity, equation=weak)
        reported.add(words)
    if undetermined:
        names = dict.fromkeys(operand.name for one in undetermined for operand in one.missing)
        yield Undecided(Message("claim.undecided", {"cells": quoted(names)}))


def _excused(options: Claims, found: Stated, report: BoundReport) -> bool:
    """Whether it does not count; where words state it, the time that these name themselves counts too."""
    placed = found if found.value is not None else found._replace(start=found.end)
    return options.excuses(placed, report)


def _judged(options: Claims, report: BoundReport) -> Iterator[Judged]:
    """All that the text states, excused or not; figures that come again are not calculated again."""
    known: dict[tuple[int, Decimal, bool], tuple[tuple[Comparison, ...], tuple[bool | Undetermined, ...]]] = {}
    for found, alone in _together(options, report):
        claim = options.claims[found.pattern]
        value = found.value if claim.states is None else claim.states
        assert value is not None  # a pattern has a figure, or its claim states one
        key = found.pattern, value, alone
        if key not in known:
            comparisons = claim.of(value, alone)
            known[key] = comparisons, tuple(_truth(one, report) for one in comparisons)
        yield Judged(found, claim, *known[key])


def _truth(comparison: Comparison, report: BoundReport) -> bool | Undetermined:
    """Whether it holds; an amount stands for all that round to it, but zero for itself alone."""
    found = truth(comparison, report.cell)
    if found is Truth.OPEN and not exact(comparison.right, report.cell):
        assert isinstance(comparison.left, Number)
        return holds(comparison.operator, comparison.left.value, Decimal(0))
    if found is Truth.NO and isinstance(comparison.right, Arithmetic) and comparison.right.operator == "/":
        return _comes_to(comparison, report)
    if found is Truth.NO and comparison.operator == "==":
        return _rounds_to(comparison, report)
    return Undetermined(missing(comparison, report.cell)) if found is Truth.UNKNOWN else found is not Truth.NO


def _rounds_to(comparison: Comparison, report: BoundReport) -> bool:
    """Whether what the text states may be what the cells stand for, each rounded by itself to the decimals it has."""
    assert isinstance(comparison.left, Number)
    stated = comparison.left.value
    half = Decimal(1).scaleb(int(stated.as_tuple().exponent)) / 2
    if half >= Decimal("0.5"):
        return False
    bounds = (
        comparison._replace(operator=sign, left=Number(stated + by)) for sign, by in (("<=", -half), (">=", half))
    )
    return all(truth(one, report.cell) in (Truth.YES, Truth.OPEN) for one in bounds)


def _comes_to(comparison: Comparison, report: BoundReport) -> bool:
    """Whether a quotient is what the text states, rounded to the decimals that this has, or cut off at them."""
    assert isinstance(comparison.left, Number)
    stated = comparison.left.value
    step = Decimal(1).scaleb(min(int(stated.as_tuple().exponent), 0))
    return comparison.operator == "==" and abs(exact(comparison.right, report.cell) - stated) < step


def _together(options: Claims, report: BoundReport) -> Iterator[tuple[Stated, bool]]:
    """What the text states, and whether its sentence has fewer different claims than the rule asks for; claims that do
    not count in such a sentence are left out.
    """
    for group in _sentences(options.found(report)):
        few = len({one.pattern for one in group}) < options.together
        yield from ((one, few) for one in group if not few or options.claims[one.pattern].alone is not None)


def _sentences(found: Iterable[Stated]) -> Iterator[list[Stated]]:
    """What stands in one sentence each; only the text between two neighbours is looked at."""
    group: list[Stated] = []
    for one in found:
        if group and _apart(group[-1], one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _apart(one: Stated, other: Stated) -> bool:
    if one.hit.passage is not other.hit.passage:
        return True
    between = one.hit.passage.plain[one.end : other.start]
    return any(mark in between for mark in FULL_STOPS)


def _witnesses(options: Claims, report: BoundReport, judged: Iterable[Judged]) -> Iterator[Equation]:
    """What the text says of cells, as witnesses: where several sums would do, the one that holds, else the first."""
    given: set[tuple[Comparison, ...]] = set()
    for found, claim, comparisons, truths in judged:
        if claim.operator != "==" or comparisons in given or _excused(options, found, report):
            continue
        given.add(comparisons)
        weak = _equation(comparisons[truths.index(True) if True in truths else 0], report)
        if weak is not None:
            yield weak


def _equation(comparison: Comparison, report: BoundReport) -> Equation | None:
    turned = comparison._replace(left=comparison.right, right=comparison.left)
    found = equation(turned, report.cell) if comparison.operator == "==" else None
    return found._replace(weak=True) if found is not None else None


KIND = Kind(
    __doc__,
    "正文写明的数字与表格一致。模式中的 {figure} 代表带有 units 中某个量词的数字，"
    "阿拉伯数字或汉字都可以；没有它的模式用 states 写明表示多少。数字必须等于 equals 中的一个，"
    "或者不小于 min、不大于 max 中的一个。unless 使句子（sentence）或分句（clause）不计，"
    "times 说明数字属于哪一年。together: 2 时，一句中有两种不同的说法，或者该说法写明 alone，"
    "其数字才计入。每种说法可以有自己的级别。",
    Claims,
    check,
    MESSAGES,
    needs_previous=needs_previous,
)
