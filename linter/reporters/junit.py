"""JUnit XML, which test dashboards read: a suite per report and a case per rule. A rule that could not look is skipped,
with its reason; a finding less bad than what fails the run is printed with its case and fails nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from linter.formats.spool import Spool
from linter.language import render as words
from linter.language.printable import printable
from linter.model.finding import Severity
from linter.model.result import Checked, Result, Skipped
from linter.model.tally import Tally
from linter.presentation.acceptance import sentences
from linter.presentation.words import clean
from linter.reporters.markup import element
from linter.reporters.places import NOT_CHECKED, Entry, Unit, entries_of
from linter.reporters.reporter import Look, Reporter, Rules, Text, no_rules

COUNTS = ("tests", "failures", "errors", "skipped")


class Report(Reporter):
    """A suite per file, in the order of the run. They wait until the sums are known that stand before them."""

    def __init__(self, look: Look, rules: Rules = no_rules) -> None:
        super().__init__(look, rules)
        self._suites = Spool()
        self._counts = dict.fromkeys(COUNTS, 0)

    def part(self, file: Result) -> list[str | int]:
        """The suite, and its counts."""
        if isinstance(file, Skipped):
            return []
        suite = _suite(file, self.rules, self.look)
        return [element(suite), *(int(suite.get(count, "0")) for count in COUNTS)]

    def add(self, part: list[Any]) -> str:
        if part:
            self._suites.write(part[0])
            for count, number in zip(COUNTS, part[1:], strict=True):
                self._counts[count] += number
        return ""

    def end(self, run: Tally) -> Iterator[Text]:  # noqa: ARG002
        counts = "".join(f' {name}="{number}"' for name, number in self._counts.items())
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gouji"{counts}'
        yield " />\n" if self._suites.empty else ">\n"
        yield from self._suites.chunks()
        yield "" if self._suites.empty else "</testsuites>\n"


def _suite(file: Result, rules: Rules, look: Look) -> ElementTree.Element:
    path = printable(file.head.path)
    suite = ElementTree.Element("testsuite", name=path)
    found = list(entries_of(file, look.language, Unit.CHARACTERS))
    for rule, title in _cases(file, rules, look.language).items():
        case = ElementTree.SubElement(suite, "testcase", classname=path, name=title, id=rule)
        mine = [entry for entry in found if entry.rule == rule]
        _judge(case, mine, file.fail_on if isinstance(file, Checked) else Severity.ERROR)
        waived = [one for one in file.accepted if one.finding.rule == rule] if isinstance(file, Checked) else []
        if waived and not mine:
            ElementTree.SubElement(case, "system-out").text = "\n".join(sentences(waived, look.language))
        if not mine and isinstance(file, Checked):
            reasons = [clean(words(item.reason, look.language)) for item in file.undecided if item.rule == rule]
            if reasons:
                ElementTree.SubElement(case, "skipped", message="; ".join(reasons))
    for count, tag in zip(COUNTS, ("testcase", "failure", "error", "skipped"), strict=True):
        suite.set(count, str(sum(1 for case in suite if tag == "testcase" or case.find(tag) is not None)))
    return suite


def _cases(file: Result, rules: Rules, language: str) -> dict[str, str]:
    """The rules that the report was checked by, and what else was found, by id: their titles."""
    cases: dict[str, str] = {}
    if isinstance(file, Checked) and file.head.pack:
        for text in rules(file.head.pack):
            if file.head.previous is not None or not text.needs_previous:
                cases[text.id] = clean(text.title.in_language(language))
    for entry in entries_of(file, language, Unit.CHARACTERS):
        cases.setdefault(entry.rule, entry.title)
    return cases


def _judge(case: ElementTree.Element, found: list[Entry], fail_on: Severity | None) -> None:
    """Gives a case its error, its failure, or what is to be read with it."""
    for entry in found:
        if entry.rule == NOT_CHECKED:
            _told(case, "error", [entry])
    grave = [entry for entry in found if fail_on is not None and entry.severity.rank <= fail_on.rank]
    light = [entry for entry in found if entry not in grave]
    if grave and grave[0].rule != NOT_CHECKED:
        _told(case, "failure", grave)
    if light:
        ElementTree.SubElement(case, "system-out").text = "\n".join(_lines(light))


def _told(case: ElementTree.Element, tag: str, found: list[Entry]) -> None:
    told = ElementTree.SubElement(case, tag, message=found[0].message, type=found[0].severity.value)
    told.text = "\n".join(_lines(found))


def _lines(found: list[Entry]) -> Iterator[str]:
    for entry in found:
        where = f"{entry.path}:{entry.region.line}:{entry.region.column}" if entry.region else entry.path
        yield f"{where}: {entry.text}"
