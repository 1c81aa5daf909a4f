"""JUnit XML, which test dashboards read: a suite per report and a case per rule. A rule that could not look is skipped,
with its reason; a finding less bad than what fails the run is printed with its case and fails nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from linter.language import render as words
from linter.language.printable import printable
from linter.model.finding import Severity
from linter.model.result import Checked, Result, RunResult, Skipped
from linter.presentation.words import clean
from linter.reporters import Look
from linter.reporters.places import NOT_CHECKED, Entry, Unit, entries_of


def render(result: RunResult, look: Look) -> str:
    """A suite per file, in the order of the run."""
    root = ElementTree.Element("testsuites", name="gouji")
    for file in result.files:
        if not isinstance(file, Skipped):
            root.append(_suite(file, result, look))
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(file: Result, result: RunResult, look: Look) -> ElementTree.Element:
    path = printable(file.head.path)
    suite = ElementTree.Element("testsuite", name=path)
    found = list(entries_of(file, look.language, Unit.CHARACTERS))
    for rule, title in _cases(file, result, look.language).items():
        case = ElementTree.SubElement(suite, "testcase", classname=path, name=title, id=rule)
        mine = [entry for entry in found if entry.rule == rule]
        _judge(case, mine, look.fail_on)
        if not mine and isinstance(file, Checked):
            reasons = [clean(words(item.reason, look.language)) for item in file.undecided if item.rule == rule]
            if reasons:
                ElementTree.SubElement(case, "skipped", message="; ".join(reasons))
    for count, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(1 for case in suite if tag == "testcase" or case.find(tag) is not None)))
    return suite


def _cases(file: Result, result: RunResult, language: str) -> dict[str, str]:
    """The rules that the report was checked by, and what else was found, by id: their titles."""
    cases: dict[str, str] = {}
    if isinstance(file, Checked) and file.head.pack:
        for text in result.rules.get(file.head.pack, ()):
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
    element = ElementTree.SubElement(case, tag, message=found[0].message, type=found[0].severity.value)
    element.text = "\n".join(_lines(found))


def _lines(found: list[Entry]) -> Iterator[str]:
    for entry in found:
        where = f"{entry.path}:{entry.region.line}:{entry.region.column}" if entry.region else entry.path
        yield f"{where}: {entry.text}"
