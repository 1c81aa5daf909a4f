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
unless: 上年
severity: warning
source: 国办公开办函〔2021〕30号所附表三
```

In a pattern, `{figure}` stands for a figure, Arabic or Chinese, with one of `units`; a pattern without it `states` what
its words mean. A figure must equal one of those under `equals`, be `at-least` one or `at-most` one. `unless` excuses a
sentence, `unless-clause` a clause; `times` tells figures of other years (see `rules.md`). With `together: 2`, figures
count only where a sentence has two different claims of the rule, or where a claim lists under `alone` what its figure
may be instead: one outcome by itself may be a part of what it is called. A claim may have a `severity` of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from linter.expressions.evaluate import Undetermined, decide
from linter.expressions.linear import equation
from linter.expressions.tree import Comparison
from linter.expressions.value import exact
from linter.kinds.figures.amount import Amount, mistake
from linter.kinds.figures.claim_messages import problem
from linter.kinds.figures.stated_options import (
    READING_SCHEMA,
    STATED_PATTERN_SCHEMA,
    Reading,
    parse_reading,
    pattern_errors,
    sentence,
)
from linter.kinds.kind import Kind, OptionError, OptionErrors
from linter.kinds.naming import quoted
from linter.model.equation import Equation
from linter.model.finding import Outcome, Severity, Undecided, Verdict
from linter.model.message import Message
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.prose.stated import Stated
from linter.text.punctuation import FULL_STOPS

OPERATORS: Mapping[str, str] = {"equals": "==", "at-least": ">=", "at-most": "<="}
_AMOUNTS: Mapping[str, Any] = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
_DESCRIPTIONS = {
    "equals": "Expressions over cells, of which the figure must equal one; the first is what it usually is.",
    "at-least": "Expressions over cells: the figure must be no less than one of them.",
    "at-most": "Expressions over cells: the figure must be no more than one of them.",
}
_ALONE = (
    "Expressions over cells, of which the figure may also equal one where its sentence has fewer claims than together "
    "asks for; without them it does not count there."
)
SCHEMA: Mapping[str, Any] = {
    "properties": {
        "claims": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "pattern": STATED_PATTERN_SCHEMA,
                    "states": {"type": "number", "minimum": 0, "description": "What a pattern without figure says."},
                    **{key: {**_AMOUNTS, "description": _DESCRIPTIONS[key]} for key in OPERATORS},
                    "alone": {**_AMOUNTS, "minItems": 0, "description": _ALONE},
                    "severity": {"enum": [severity.value for severity in Severity]},
                },
                "required": ["pattern"],
                "additionalProperties": False,
            },
            "description": "What the text may say, and the cells with which it must agree.",
        },
        **READING_SCHEMA,
        "together": {
            "type": "integer",
            "minimum": 2,
            "description": "How many different claims a sentence must have for its figures to count. Default: 1.",
        },
        "words": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "minItems": 1,
            "uniqueItems": True,
            "description": "Has no effect, and is no option any more in the next release.",
        },
    },
    "required": ["claims"],
}


class Claim(NamedTuple):
    """What one pattern says of cells. `states` is its figure where it has none; `severity` goes before the rule's.
    `alone` are further amounts that it may be where its sentence has too few other claims; None says that it does not
    count there.
    """

    operator: str
    amounts: tuple[Amount, ...]
    states: Decimal | None = None
    severity: Severity | None = None
    alone: tuple[Amount, ...] | None = None

    def of(self, value: Decimal, alone: bool = False) -> tuple[Comparison, ...]:
        """The comparisons of which one must hold."""
        amounts = self.amounts + (self.alone or ()) if alone else self.amounts
        return tuple(amount.compared(self.operator, value) for amount in amounts)


class Claims(NamedTuple):
    """What is read, and what each of its patterns claims."""

    reading: Reading
    claims: tuple[Claim, ...]
    together: int = 1


def parse(options: Mapping[str, Any], template: Template) -> Claims:
    """Raises `OptionErrors` for a claim without figures to agree with, and for names that stand for nothing."""
    errors: list[OptionError] = []
    claims = [_claim(written, index, template, errors) for index, written in enumerate(options["claims"])]
    if errors:
        raise OptionErrors(errors)
    reading = parse_reading(options, (written["pattern"] for written in options["claims"]), template)
    return Claims(reading, tuple(claims), options.get("together", 1))


def _claim(written: Mapping[str, Any], index: int, template: Template, errors: list[OptionError]) -> Claim:
    path = "claims", index
    errors += pattern_errors((*path, "pattern"), written["pattern"], "states" not in written)
    given = [key for key in OPERATORS if key in written]
    if len(given) != 1:
        errors.append(OptionError(path, Message("claim.one-relation", {"keys": tuple(OPERATORS)})))
        return Claim("==", ())
    amounts, alone = (tuple(Amount(text, template) for text in written.get(key, ())) for key in (given[0], "alone"))
    for key, listed in ((given[0], amounts), ("alone", alone)):
        found = (mistake(amount, (*path, key, place)) for place, amount in enumerate(listed))
        errors += [error for error in found if error is not None]
    states = Decimal(str(written["states"])) if "states" in written else None
    severity = Severity(written["severity"]) if "severity" in written else None
    return Claim(OPERATORS[given[0]], amounts, states, severity, alone if "alone" in written else None)


class Judged(NamedTuple):
    """Something stated, the comparisons of which one must hold, and whether each does."""

    found: Stated
    claim: Claim
    comparisons: tuple[Comparison, ...]
    truths: tuple[bool | Undetermined, ...]


def check(options: Claims, report: BoundReport) -> Verdict:
    judged = tuple(_judged(options, report))
    return Verdict(tuple(_outcomes(options, report, judged)), partial(_witnesses, options, report, judged))


def _outcomes(options: Claims, report: BoundReport, judged: Iterable[Judged]) -> Iterator[Outcome]:
    missing: list[Undetermined] = []
    said: set[tuple[int, str]] = set()
    for found, claim, comparisons, truths in judged:
        if True in truths or _excused(options, found, report):
            continue
        words = found.pattern, sentence(found)
        unknown = [truth for truth in truths if isinstance(truth, Undetermined)]
        missing += unknown
        if not unknown and words not in said:
            weak = _equation(comparisons[0], report)
            yield problem(found, comparisons, report)._replace(severity=claim.severity, equation=weak)
        said.add(words)
    if missing:
        names = dict.fromkeys(operand.name for one in missing for operand in one.missing)
        yield Undecided(Message("claim.undecided", {"cells": quoted(names)}))


def _excused(options: Claims, found: Stated, report: BoundReport) -> bool:
    """Whether it does not count; where words state it, the time that these name themselves counts too."""
    placed = found if found.value is not None else found._replace(start=found.end)
    return options.reading.excuses(placed, report.year)


def _judged(options: Claims, report: BoundReport) -> Iterator[Judged]:
    """All that the text states, excused or not; figures that come again are not worked out again."""
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
    """Whether it holds; an amount stands for all that round to it, but nought for itself alone."""
    truth = decide(comparison, report.cell)
    if truth is False and exact(comparison.right, report.cell):
        return decide(comparison, report.cell, rounded=True)
    return truth


def _together(options: Claims, report: BoundReport) -> Iterator[tuple[Stated, bool]]:
    """What the text states, and whether its sentence has fewer different claims than the rule asks for; claims that do
    not count in such a sentence are left out.
    """
    for group in _sentences(options.reading.found(report)):
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
    told: set[tuple[Comparison, ...]] = set()
    for found, claim, comparisons, truths in judged:
        if claim.operator != "==" or comparisons in told or _excused(options, found, report):
            continue
        told.add(comparisons)
        weak = _equation(comparisons[truths.index(True) if True in truths else 0], report)
        if weak is not None:
            yield weak


def _equation(comparison: Comparison, report: BoundReport) -> Equation | None:
    turned = comparison._replace(left=comparison.right, right=comparison.left)
    found = equation(turned, report.cell, rounded=True) if comparison.operator == "==" else None
    return found._replace(weak=True) if found is not None else None


KIND: Kind[Claims] = Kind(SCHEMA, parse, check)
