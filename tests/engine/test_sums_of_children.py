"""A report against the sum over those below it: units, entities, what is lacking, what is explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from linter.language import render
from linter.model.address import Address
from linter.model.below import SUM_OF_CHILDREN
from linter.model.document import Source
from linter.model.finding import Finding, Severity
from linter.model.pack import Family
from linter.model.result import Checked
from linter.packs import load
from linter.run.children import MOST_PARTS, Gathered, added_up, gathered
from linter.run.engine import LintOptions, lint
from linter.run.form import write

GOVERNMENT, ACCOUNTS = load("cn-open-government"), load("cn-final-accounts")
TEMPLATE = GOVERNMENT.packs[-1].template
NAMES = TEMPLATE.agency_names
FEES = next(address for table in TEMPLATE.tables for address in table.addresses() if address.column == "amount")
RECEIVED = Address("requests", "new_received", "total")
SCHOOLS = Address("income", "2050204", "total")
COUNTY, TOWNS = "云岭县人民政府", ("青溪镇人民政府", "松湖镇人民政府")
NOTHING_ELSE = "无其他需要报告的事项。"


def report(agency: str, cells: Mapping[Address, str], year: int = 2023) -> str:
    return write(TEMPLATE, year, agency, cells)


def read(texts: Sequence[str], family: Family = GOVERNMENT) -> Gathered:
    options = LintOptions(rules=False, amounts=True)
    sources = [Source(f"{number}.txt", text.encode(), "txt") for number, text in enumerate(texts)]
    return gathered([lint(source, family, options) for source in sources], NAMES)


def checked(text: str, *below: str, listed: Sequence[str] | None = None, family: Family = GOVERNMENT) -> Checked:
    options = LintOptions(below=added_up(read(below, family).children, "below", NAMES, listed))
    result = lint(Source("county.txt", text.encode(), "txt"), family, options)
    assert isinstance(result, Checked)
    return result


def found(result: Checked) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule == SUM_OF_CHILDREN]


def said(result: Checked) -> list[str]:
    return [render(finding.message, "zh") for finding in found(result)]


def left_open(result: Checked) -> list[str]:
    return [render(one.reason, "zh") for one in result.undecided if one.rule == SUM_OF_CHILDREN]


@pytest.mark.parametrize(
    ("amounts", "total", "agrees"),
    [
        (("6172.84元", "6172.84元"), "1.23", True),  # 1.234568, rounded to two decimals
        (("6172.84元", "6172.84元"), "1.24", False),
        (("1.00", "5000元"), "1.5", True),
        (("1.00", "0.5亿元"), "5001", True),
        (("1.00", "1.00"), "2.01", True),  # each may have been rounded
        (("1.00", "1.00"), "2.02", False),
    ],
)
def test_units_are_those_of_the_column(amounts: tuple[str, str], total: str, agrees: bool) -> None:
    below = [report(name, {FEES: amount}) for name, amount in zip(TOWNS, amounts, strict=True)]
    assert (found(checked(report(COUNTY, {FEES: total}), *below)) == []) is agrees


def test_a_finding_says_where_the_sum_comes_from() -> None:
    result = checked(
        report(COUNTY, {RECEIVED: "8"}), report(TOWNS[0], {RECEIVED: "3"}), report(TOWNS[1], {RECEIVED: "4"})
    )
    (finding,) = found(result)
    assert "为 8，各单位之和为 7（松湖镇人民政府 4、青溪镇人民政府 3）" in render(finding.message, "zh")
    assert (finding.source, finding.severity) == ("1.txt; 0.txt", Severity.ERROR)
    assert [cell.address for cell in finding.cells] == [RECEIVED]
    assert finding.span == finding.cells[0].span


@pytest.mark.parametrize(("count", "others"), [(MOST_PARTS, False), (MOST_PARTS + 1, True)])
def test_of_many_parts_the_largest_are_named(count: int, others: bool) -> None:
    towns = [report(f"{name}岭镇人民政府", {RECEIVED: "1"}) for name in "东西南北中上下"[:count]]
    (text,) = said(checked(report(COUNTY, {RECEIVED: "0"}), *towns))
    assert (" 等）" in text) is others


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        (NOTHING_ELSE, Severity.ERROR),
        ("因机构改革，县招商局的数据未单独列出。", Severity.INFO),
        ("县级汇总数据对重复受理的申请作了调整。", Severity.INFO),
        ("垂直管理单位的数据未纳入本报告。", Severity.INFO),
        ("没有因机构改革划转的事项。", Severity.ERROR),
    ],
)
def test_what_the_report_explains_is_a_remark(words: str, severity: Severity) -> None:
    text = report(COUNTY, {RECEIVED: "4"}).replace(NOTHING_ELSE, words)
    (finding,) = found(checked(text, report(TOWNS[0], {RECEIVED: "3"})))
    assert (finding.severity, words[:-1] in render(finding.message, "zh")) == (severity, severity is Severity.INFO)


@pytest.mark.parametrize(
    ("received", "severities"),
    [
        ("3", [Severity.ERROR]),  # only that one is missing
        ("4", [Severity.ERROR, Severity.WARNING]),  # the rest may be its
        ("2", [Severity.ERROR, Severity.ERROR]),  # no missing report makes the sum less
    ],
)
def test_who_is_missing_is_said_and_weighed(received: str, severities: list[Severity]) -> None:
    towns = report(TOWNS[0], {RECEIVED: "3"})
    result = checked(report(COUNTY, {RECEIVED: received}), towns, listed=["云岭县青溪镇", "松湖镇"])
    assert [finding.severity for finding in found(result)] == severities
    assert "缺 1 份报告：松湖镇" in said(result)[0]


def test_who_reported_for_another_year_only_is_missing() -> None:
    below = (report(TOWNS[0], {}), report(TOWNS[0], {}, 2022), report(TOWNS[1], {}, 2022))
    (finding,) = found(checked(report(COUNTY, {}), *below))
    assert (finding.severity, "松湖镇人民政府" in render(finding.message, "zh")) == (Severity.WARNING, True)


def test_what_a_report_leaves_open_is_not_compared() -> None:
    below = (report(TOWNS[0], {RECEIVED: "3"}), report(TOWNS[1], {RECEIVED: "三?"}))
    result = checked(report(COUNTY, {RECEIVED: "9"}), *below)
    assert found(result) == []
    assert left_open(result) == ["有 1 个数没有对照：松湖镇人民政府的报告中没有填写或读不出"]


@pytest.mark.parametrize(("received", "findings"), [("2", 0), ("3", 1)])
def test_zeros_that_are_left_blank_throughout_add_nothing(received: str, findings: int) -> None:
    own = Address("requests", "new_received", "research")
    table = TEMPLATE.table("requests")
    assert table is not None
    column = {address: "" for address in table.addresses() if address.column == "research"}
    result = checked(report(COUNTY, {own: received}), report(TOWNS[0], {own: "2"}), report(TOWNS[1], column))
    assert (len(found(result)), left_open(result)) == (findings, [])


@pytest.mark.parametrize(
    ("year", "agency", "reason"), [(2022, COUNTY, "没有同一年度的报告"), (2023, "云岭县青溪镇", "有本机关自己的报告")]
)
def test_what_cannot_be_compared_is_undecided(year: int, agency: str, reason: str) -> None:
    result = checked(report(agency, {RECEIVED: "9"}, year), report(TOWNS[0], {}))
    assert (found(result), [reason in one for one in left_open(result)]) == ([], [True])


def test_two_names_of_one_agency_are_one() -> None:
    texts = (report("青溪镇人民政府", {}), report("云岭县青溪镇", {}), report("青溪镇人民政府", {}, 2022))
    assert read(texts).twice == ("1.txt",)


def accounts(agency: str, **subjects: str) -> str:
    """Accounts with a line for each of the subjects (their codes after an s) in place of the form's example."""
    lines = []
    for line in write(ACCOUNTS.packs[-1].template, 2023, agency, {SCHOOLS: "9.99"}).splitlines():
        each = [line.replace("2050204", code[1:]).replace("9.99", amount) for code, amount in subjects.items()]
        lines += each if line.startswith("2050204") else [line]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"s2050204": "3.00", "s2050299": "2.00"}, ""),
        ({"s2050204": "4.00", "s2050299": "2.00"}, "为 4，各单位之和为 3（云岭县教育局 3）"),
        ({"s2050204": "3.00"}, "没有“2050299”行“本年收入合计”列，各单位之和为 2"),
        ({"s2050204": "3.00", "s2050299": "2.00", "s2050201": "1.00"}, "为 1，各单位之和为 0"),
    ],
)
def test_subjects_that_some_do_without_are_added_up(own: dict[str, str], words: str) -> None:
    below = (accounts("云岭县教育局", s2050204="3.00"), accounts("云岭县体育局", s2050299="2.00"))
    result = checked(accounts("云岭县财政局", **own), *below, family=ACCOUNTS)
    assert words in "".join(said(result))
    assert bool(said(result)) is bool(words)
