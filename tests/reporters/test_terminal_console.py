"""What a console shows of a report: no line is broken by it, figures stand below each other, and it is short."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from sample_results import FAULTY, RESULTS
from wcwidth import wcwidth

from linter.model.document import Source
from linter.model.pack import Family
from linter.model.result import Checked, RunResult
from linter.packs import load
from linter.reporters import Look, render
from linter.run.engine import lint

DRAFT = Path(__file__).parent / "drafts" / "many-faults.md"
SEQUENCE = re.compile("\x1b\\[[0-9;]*m|\x1b\\]8;[^\x1b]*\x1b\\\\")
NUMBERED = re.compile(r" *(\d+) +(?:错误|警告|提醒|error|warning|info) ")


def wide(character: str) -> int:
    """As the consoles of a Windows in Chinese have it: what is neither wide nor narrow is wide."""
    return 2 if unicodedata.east_asian_width(character) == "A" else wcwidth(character)


@pytest.fixture(scope="module")
def many() -> RunResult:
    result = lint(Source("草稿.md", DRAFT.read_bytes(), "md"), load("cn-open-government"))
    assert isinstance(result, Checked)
    return RunResult((result,))


def console(text: str, width: int, measure: Callable[[str], int]) -> list[str]:
    """The rows of a console of that width, a letter a cell, after `text` was written to it: a wide character has a
    second cell, shown as NUL; one that has no room left begins a row; sequences that set colours and links take none.
    """
    rows = [""]
    for character in SEQUENCE.sub("", text):
        if character == "\n":
            rows.append("")
            continue
        cells = measure(character)
        if len(rows[-1]) + cells > width:
            rows.append("")
        rows[-1] += (character + "\0")[:cells]
    return [row.rstrip() for row in rows[:-1]]


@pytest.mark.parametrize(("language", "width", "ambiguous"), list(product(("zh", "en"), (80, 120), (1, 2))))
def test_a_console_breaks_no_line(language: str, width: int, ambiguous: int, many: RunResult) -> None:
    """Also where its last column is to stay free, and in colour."""
    for result, colour in product((many, RESULTS["mixed"]), (False, True)):
        text = render(result, "terminal", Look(language, width - 1, colour, ambiguous=ambiguous, verbose=colour))
        lines = console(text, width, wide if ambiguous == 2 else wcwidth)
        assert len(lines) == len(text.splitlines())


def test_on_a_console_of_another_width_the_lines_would_break(many: RunResult) -> None:
    """So the test above can fail: measured as narrow, the marks of a Chinese text are too much for 80 columns."""
    text = render(many, "terminal", Look("zh", 80, ambiguous=1))
    assert len(console(text, 80, wide)) > len(text.splitlines())


@pytest.mark.parametrize("ambiguous", [1, 2])
def test_figures_end_in_one_column(ambiguous: int) -> None:
    text = render(RunResult((FAULTY,)), "terminal", Look("zh", 100, ambiguous=ambiguous, verbose=True))
    ends = set()
    for row in console(text, 101, wide if ambiguous == 2 else wcwidth):
        if re.search("本年新收政府|上年结转|结转下", row.replace("\0", "")) and "小计" in row.replace("\0", ""):
            figure = re.search(r" (\d+) ", row)
            ends.add(figure.end(1) if figure else None)
    assert len(ends) == 1


@pytest.mark.parametrize(("language", "width"), [("zh", 80), ("zh", 100), ("en", 120)])
def test_a_finding_takes_eight_lines_at_most(language: str, width: int, many: RunResult) -> None:
    lengths = finding_lengths(render(many, "terminal", Look(language, width)))
    assert len(lengths) == len(many.checked[0].findings) > 15
    assert max(lengths) <= 8
    assert max(finding_lengths(render(many, "terminal", Look(language, width, verbose=True)))) > 8


def finding_lengths(text: str) -> list[int]:
    """How many lines each finding takes: all that are set in, after that with its number."""
    lengths: list[int] = []
    for line in text.splitlines():
        if NUMBERED.match(line):
            lengths.append(1)
        elif line.startswith("   ") and lengths:
            lengths[-1] += 1
    return lengths


def test_fifteen_findings_take_less_than_sixty_lines(many: RunResult) -> None:
    file = many.checked[0]
    fifteen = RunResult((file._replace(findings=file.findings[:15]),))
    for language, width in (("zh", 80), ("zh", 110), ("en", 110)):
        assert len(render(fifteen, "terminal", Look(language, width)).splitlines()) < 60


def test_the_verdict_stands_first_and_the_file_once(many: RunResult) -> None:
    lines = render(many, "terminal", Look("zh")).splitlines()
    assert lines[1] == "7 处错误、7 处警告、2 处提醒；3 条规则没有核对"
    assert sum("草稿.md" in line for line in lines) == 2  # at its head, and in the command that marks it
    assert lines[-1].startswith("下一步")


def test_findings_stand_under_the_headings_of_the_report(many: RunResult) -> None:
    """In its order: a sentence under a table is not the table's."""
    lines = render(many, "terminal", Look("zh")).splitlines()
    headings = [line for line in lines[2:] if line and not line.startswith(" ") and not NUMBERED.match(line)]
    order = ["标题和开头", "一、总体情况", "表二", "表三", "表四", "五、", "七、", "没有核对", "下一步"]
    assert [line[: len(start)] for line, start in zip(headings, order, strict=True)] == order


@pytest.mark.parametrize("pack", ["2019", "2021"])
def test_sources_name_the_notice_of_their_edition(pack: str, family: Family) -> None:
    other = {"2019": "〔2021〕30号", "2021": "〔2019〕60号"}[pack]
    (member,) = (one for one in family.packs if one.id.endswith(pack))
    later = [rule.id for rule in member.rules if other in rule.source and not (rule.years.first or 0) >= 2021]
    assert later == []
    assert not [rule.id for rule in member.rules if "{" in rule.source]
