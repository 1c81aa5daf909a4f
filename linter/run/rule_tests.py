"""The tests that stand beside the rules of a pack, run through the whole line: written, read, bound and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from linter.binding import after, bind, sample
from linter.formats.refusals import ReadFailure
from linter.kinds import KINDS
from linter.kinds.kind import Kind
from linter.kinds.option import OptionErrors
from linter.kinds.option_types import CELLS
from linter.model.address import PREVIOUS, Address
from linter.model.document import Source
from linter.model.finding import Outcome, Problem
from linter.model.message import Message
from linter.model.pack import Family, Pack, Rule, RuleTest
from linter.model.prose import LEAD, TITLE
from linter.model.records import Record
from linter.model.report import BoundReport
from linter.model.template import Template
from linter.readers import read
from linter.run.form import write
from linter.text.likeness import unknown

_OWN_KEYS = ("cells", "replace", "remove", "prose", "organisation", "year", "text", "previous", "severity")
_NEEDED = ("pass", "fail")
_PREFIX = f"{PREVIOUS}."
CLOSING = "closing"
"""What a test calls the end of the document, where the signature stands."""


@dataclass(frozen=True, slots=True)
class TestOutcome:
    """A test as it went. `index` counts the rule's tests from 0; a test that is lacking comes after the last.

    `got` is `pass`, `fail`, `undecided`, `missing` (there is no such test) or `broken` (it could not be run).
    """

    __test__ = False  # pytest should not take this for a test of its own

    rule: str
    index: int
    expected: str
    got: str
    message: Message | None = None

    @property
    def passed(self) -> bool:
        return self.expected == self.got


class _Broken(Exception):
    """A test that cannot be run, and why."""

    def __init__(self, message: Message) -> None:
        self.message = message


class _Form(Record):
    """What the reports of a test are written from: the pack of the rule, and its family for last year's report."""

    pack: Pack
    family: Family

    def first_year(self, rule: Rule) -> int | None:
        """The year of a test that gives none: the first of the pack, for which there is a year before if need be."""
        first, last = self.pack.years.first, self.pack.years.last
        if first is not None and rule.needs_previous and self.family.for_year(first - 1) is None:
            return first + 1
        return first or last


def run_tests(pack: Pack, family: Family | None = None) -> tuple[TestOutcome, ...]:
    """How every test of every rule of `pack` went, in the order of the pack; last year's reports are written from the
    packs of `family`.

    A rule without a test that passes, or without one that fails, has an outcome for that too.
    """
    form = _Form(pack, family or Family(pack.id, (pack,)))
    return tuple(outcome for rule in pack.rules for outcome in _of_rule(rule, form))


def broken_tests(pack: Pack, family: Family) -> Iterator[tuple[str, int, Message]]:
    """The tests of which no report can be written, by rule and number, and why: names that lead nowhere, texts that the
    form does not have.
    """
    form = _Form(pack, family)
    for rule in pack.rules:
        for index, test in enumerate(rule.tests):
            try:
                _written(test.given, rule, form)
            except _Broken as broken:
                yield rule.id, index, broken.message


def _of_rule(rule: Rule, form: _Form) -> Iterator[TestOutcome]:
    for index, test in enumerate(rule.tests):
        yield _run(rule, index, test, form)
    for lacking in _NEEDED:
        if not any(test.expect == lacking for test in rule.tests):
            yield TestOutcome(rule.id, len(rule.tests), lacking, "missing", Message(f"rule-test.no-{lacking}"))


def _run(rule: Rule, index: int, test: RuleTest, form: _Form) -> TestOutcome:
    kind = KINDS[rule.kind]
    try:
        report = _report(test.given, rule, form)
    except _Broken as broken:
        return TestOutcome(rule.id, index, test.expect, "broken", broken.message)
    except ReadFailure as failure:
        return TestOutcome(rule.id, index, test.expect, "broken", failure.message)
    outcomes = kind.verdict(rule.options, report).outcomes
    verdict = _verdict(outcomes)
    if verdict == "fail" and test.given.get("severity", _severity(outcomes, rule)) != _severity(outcomes, rule):
        verdict = f"fail ({_severity(outcomes, rule)})"
    return TestOutcome(rule.id, index, test.expect, verdict, _first_message(outcomes))


def _report(given: Mapping[str, Any], rule: Rule, form: _Form) -> BoundReport:
    """The report that a test describes, with last year's where the rule or the test asks for one."""
    text, previous = _written(given, rule, form)
    report = _bound(text, rule, form.pack)
    return report if previous is None else after(_bound(previous[0], rule, previous[1]), report)


def _written(given: Mapping[str, Any], rule: Rule, form: _Form) -> tuple[str, tuple[str, Pack] | None]:
    """The text of that report, and that of last year's with its pack."""
    of_previous = {key.removeprefix(_PREFIX): given[key] for key in given if key.startswith(_PREFIX)}
    given = {key: value for key, value in given.items() if not key.startswith(_PREFIX)}
    year = given.get("year", form.first_year(rule))
    text = _text(given, rule, form.pack, year)
    if not (rule.needs_previous or of_previous or "previous" in given):
        return text, None
    before = {"organisation": given.get("organisation", ""), **of_previous, **(given.get("previous") or {})}
    year = before.get("year", year - 1 if year else None)
    pack = form.pack if year is None else form.family.for_year(year)
    if pack is None:
        raise _Broken(Message("rule-test.no-previous-pack", {"year": str(year)}))
    return text, (_text(before, rule, pack, year), pack)


def _bound(text: str, rule: Rule, pack: Pack) -> BoundReport:
    return bind(read(Source(f"{rule.id}.txt", text.encode(), "txt")), pack.template)


def _severity(outcomes: tuple[Outcome, ...], rule: Rule) -> str:
    """The severity of the worst problem."""
    found = (outcome.severity or rule.severity for outcome in outcomes if isinstance(outcome, Problem))
    return str(min(found, key=lambda severity: severity.rank))


def _verdict(outcomes: tuple[Outcome, ...]) -> str:
    if any(isinstance(outcome, Problem) for outcome in outcomes):
        return "fail"
    return "undecided" if outcomes else "pass"


def _first_message(outcomes: tuple[Outcome, ...]) -> Message | None:
    """The first message of the check, problems before reasons for not looking."""
    problems = [outcome.message for outcome in outcomes if isinstance(outcome, Problem)]
    reasons = [outcome.reason for outcome in outcomes if not isinstance(outcome, Problem)]
    return next(iter(problems + reasons), None)


def _text(given: Mapping[str, Any], rule: Rule, pack: Pack, year: int | None) -> str:
    """The report that a test describes: its own text, or a correct report of the template with changes."""
    if "text" in given:
        return str(given["text"])
    filled_in = sample(pack.template, year)
    cells = {**_named(given, rule, KINDS[rule.kind]), **_cells(given.get("cells", {}), filled_in)}
    text = write(pack.template, year, given.get("organisation", ""), cells)
    text = _with_prose(text, given.get("prose", {}), pack.template)
    return _replaced(_without(text, given.get("remove", ())), given.get("replace", {}))


def _named(given: Mapping[str, Any], rule: Rule, kind: Kind[Any]) -> Mapping[Address, str]:
    """The cells given by the names of the rule's own expression."""
    names = {key: value for key, value in given.items() if key not in _OWN_KEYS}
    if not names:
        return {}
    if kind.cells is None:
        raise _Broken(Message("rule-test.no-names", {"names": tuple(names)}))
    try:
        return kind.cells(rule.options, names)
    except OptionErrors as errors:
        raise _Broken(errors.errors[0].message) from errors


def _cells(given: Mapping[str, Any], template: Template) -> Mapping[Address, str]:
    """The cells given by their addresses, where * stands for all; later ones go before earlier ones."""
    found: dict[Address, str] = {}
    for pattern, value in given.items():
        if Address.split(pattern) is None:
            raise _Broken(Message("option.no-cell", {"name": pattern}))
        try:
            addresses = CELLS.read([pattern], template)
        except OptionErrors as errors:
            raise _Broken(errors.errors[0].message) from errors
        found.update(dict.fromkeys(addresses, "" if value is None else str(value)))
    return found


def _with_prose(text: str, given: Mapping[str, str | list[str]], template: Template) -> str:
    """`text` with paragraphs at the end of its parts; the one for the title takes its place."""
    headings = [section.number + section.label.text for section in template.sections]
    parts = (TITLE, LEAD, *(section.id for section in template.sections), CLOSING)
    for part in given:
        if part not in parts:
            raise _Broken(unknown("option.unknown-section", part, parts))
    lines = text.split("\n")
    for part in sorted(given, key=parts.index):
        written = given[part]
        paragraphs = [line for words in ([written] if isinstance(written, str) else written) for line in (words, "")]
        if part == TITLE:
            lines[:1] = paragraphs[:-1]
        elif part in parts[-2:]:
            lines += paragraphs
        else:
            following = lines.index(headings[parts.index(part) - 1])
            lines[following:following] = paragraphs
    return "\n".join(lines)


def _without(text: str, removed: tuple[str, ...] | list[str]) -> str:
    """`text` without the lines that contain one of `removed`."""
    for words in removed:
        if words not in text:
            raise _Broken(Message("rule-test.not-in-form", {"text": words}))
    return "\n".join(line for line in text.split("\n") if not any(words in line for words in removed))


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    """`text` with all `changes` made at once, so that two texts can change places; the longest is tried first."""
    for old in changes:
        if old not in text:
            raise _Broken(Message("rule-test.not-in-form", {"text": old}))
    if not changes:
        return text
    longest_first = sorted(changes, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), lambda match: str(changes[match[0]]), text)
