"""The sums of a run, which are made file by file."""

from __future__ import annotations

from sample_results import FAULTY, RESULTS

from linter.model.finding import Severity
from linter.model.result import Checked, Head, RunResult
from linter.model.tally import Tally, brief
from linter.reporters import Look, render


def test_a_tally_counts_what_there_is() -> None:
    for result in RESULTS.values():
        tally = Tally.of(result)
        assert tally.done == len(result.files)
        assert tally.skipped == list(result.skipped)
        assert (tally.failed, tally.undecided) == (result.failed, result.undecided)
        assert [tally.count(one) for one in Severity] == [result.count(one) for one in Severity]
        assert tally.files == len(result.files) - len(result.skipped)


def named(path: str, format: str, organisation: str | None = "青溪镇人民政府", year: int | None = 2023) -> Checked:
    return FAULTY._replace(head=Head(path, format, "p", year, organisation))


def twice(*files: Checked) -> list[str]:
    return Tally.of(RunResult(files)).twice


def test_one_report_in_two_formats_is_counted_once() -> None:
    both = (named("word/a.docx", "docx"), named("a.pdf", "pdf"))
    assert twice(*both) == ["a.pdf"]
    tally = Tally.of(RunResult(both))
    assert [tally.count_once(one) * 2 for one in Severity] == [tally.count(one) for one in Severity]
    text = render(RunResult(both), "terminal", Look("en"))
    assert "a.pdf" in text.split("\n\n")[-1]


def test_other_reports_are_counted_each() -> None:
    first = named("a.docx", "docx")
    assert twice(first, named("b/a.docx", "docx")) == []  # two drafts, or a copy: both are there to be checked
    assert twice(first, named("a.pdf", "pdf", year=2022)) == []
    assert twice(first, named("a.pdf", "pdf", organisation="云岭县人民政府")) == []
    assert twice(first, named("b.pdf", "pdf")) == []
    assert twice(named("a.docx", "docx", organisation=None), named("a.pdf", "pdf", organisation=None)) == []


def test_a_brief_says_how_often_each_rule_fired() -> None:
    rules = brief(FAULTY).rules
    assert sum(times for _, _, times in rules) == len(FAULTY.findings)
    assert {rule for rule, _, _ in rules} == {finding.rule for finding in FAULTY.findings}
