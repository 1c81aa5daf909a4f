"""Parents and children, and who was to report."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from command_files import Gouji

from linter.model.address import Address
from linter.packs import load
from linter.reporters.json_schema import json_schema
from linter.run.form import write

TEMPLATE = load("cn-open-government").packs[-1].template
ALONE = ("--select", "requests-row-totals,sum-of-children", "--no-config")
"""Of the rules of the form itself, this one says nothing of these reports."""


def report(path: Path, agency: str, received: str, year: int = 2023) -> None:
    path.parent.mkdir(exist_ok=True)
    cells = {Address("requests", "new_received", column): received for column in ("natural_person", "total")}
    path.write_text(write(TEMPLATE, year, agency, cells), encoding="utf-8")


@pytest.fixture
def county(folder: Path) -> Path:
    report(folder / "below" / "a.txt", "青溪镇人民政府", "3")
    report(folder / "below" / "b.txt", "松湖镇人民政府", "4")
    return folder


@pytest.mark.parametrize(("received", "code"), [("7", 0), ("6", 1), ("8", 1)])
def test_a_report_is_the_sum_of_those_below_it(gouji: Gouji, county: Path, received: str, code: int) -> None:
    report(county / "county.txt", "云岭县人民政府", received)
    found, out, err = gouji("check", "county.txt", "--children", "below", *ALONE)
    assert (found, "sum-of-children" in out) == (code, bool(code))
    assert "2 份报告" in err
    if code:
        assert f"为 {received}" in out
        assert "之和为 7" in out


def test_only_reports_of_the_same_year_are_summed_up(gouji: Gouji, county: Path) -> None:
    report(county / "below" / "c.txt", "白鹭乡人民政府", "5", 2022)
    report(county / "county.txt", "云岭县人民政府", "7")
    assert gouji("check", "county.txt", "--children", "below", *ALONE)[0] == 0


def test_without_a_report_of_its_year_nothing_is_compared_and_that_is_said(gouji: Gouji, county: Path) -> None:
    report(county / "county.txt", "云岭县人民政府", "8", 2024)
    code, out, _ = gouji("check", "county.txt", "--children", "below", "--strict", *ALONE)
    assert (code, "没有同一年度的报告" in out) == (1, True)


def test_a_report_that_is_there_twice_counts_once_and_that_is_said(gouji: Gouji, county: Path) -> None:
    report(county / "below" / "b2.txt", "松湖镇人民政府", "4")
    report(county / "county.txt", "云岭县人民政府", "7")
    code, _, err = gouji("check", "county.txt", "--children", "below", *ALONE)
    assert (code, "b2.txt" in err) == (0, True)


def test_the_report_itself_is_none_of_those_below_it(gouji: Gouji, county: Path) -> None:
    report(county / "below" / "county.txt", "云岭县人民政府", "7")
    assert gouji("check", "below/county.txt", "--children", "below", *ALONE)[0] == 0


def test_what_was_met_beside_the_reports_stands_in_json_too(gouji: Gouji, county: Path) -> None:
    for name in ("~$a.docx", "totals.xlsx", "a.marked.txt"):
        (county / "below" / name).touch()
    report(county / "below" / "b2.txt", "松湖镇人民政府", "4")
    (county / "below" / "b2.md").write_text((county / "below" / "b2.txt").read_text(encoding="utf-8"), encoding="utf-8")
    (county / "names.txt").write_text("青溪镇\n白鹭乡\n松湖镇\n", encoding="utf-8")
    _, out, _ = gouji("check", "below", "--expect", "names.txt", "--format", "json", *ALONE)
    notes = {note["about"]: note for note in json.loads(out)["notes"]}
    assert [notes[f"walk.{what}"]["count"] for what in ("locks", "spreadsheets", "marked")] == [1, 1, 1]
    assert notes["walk.marked"]["paths"] == [str(Path("below") / "a.marked.txt")]
    assert notes["report.twice"]["paths"] == [str(Path("below") / "b2.txt")]
    assert (notes["expect.missing"]["agencies"], notes["expect.missing"]["count"]) == (["白鹭乡"], 1)
    assert len(notes["expect.twice"]["paths"]) == 2
    assert jsonschema.validate(json.loads(out), json_schema()) is None


def test_a_list_is_that_of_the_reports_below_where_these_are_named(gouji: Gouji, county: Path) -> None:
    report(county / "county.txt", "云岭县人民政府", "7")
    (county / "names.txt").write_text("青溪镇\n松湖镇\n白鹭乡\n", encoding="utf-8")
    code, out, _ = gouji("check", "county.txt", "--children", "below", "--expect", "names.txt", *ALONE)
    assert (code, "缺 1 份报告：白鹭乡" in out, "松湖镇" in out) == (1, True, False)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("severities: {sum-of-children: warning}", 0),
        ("severities: {requests-*: warning}", 1),
        ("ignore: [sum-of-children]", 0),
        ("select: [sum-of-children]", 1),
    ],
)
def test_the_finding_is_weighed_and_left_out_as_others_are(gouji: Gouji, county: Path, said: str, code: int) -> None:
    report(county / "county.txt", "云岭县人民政府", "8")
    select = "" if said.startswith("select") else "select: [requests-row-totals, sum-of-children]\n"
    (county / ".gouji.yaml").write_text(select + said + "\n", encoding="utf-8")
    assert gouji("check", "county.txt", "--children", "below")[0] == code


def test_a_store_knows_the_reports_below(gouji: Gouji, county: Path) -> None:
    report(county / "county.txt", "云岭县人民政府", "7")
    command = ("check", "county.txt", "--children", "below", "--store", "s", *ALONE)
    assert [gouji(*command)[0] for _ in range(2)] == [0, 0]
    report(county / "below" / "a.txt", "青溪镇人民政府", "9")
    assert gouji(*command)[0] == 1


def test_a_folder_without_reports_is_a_mistake(gouji: Gouji, county: Path) -> None:
    code, _, err = gouji("check", "good.txt", "--children", "nothing")
    assert (code, "nothing" in err) == (2, True)


@pytest.mark.parametrize(
    ("names", "code", "said"),
    [
        ("青溪镇人民政府\n松湖镇\n", 0, ["2 个单位，已报送 2"]),
        ("\ufeff# 名单\n青溪镇人民政府\n松湖镇\n白鹭乡人民政府\n", 1, ["未报送 1 个：白鹭乡人民政府"]),
        ("青溪镇人民政府\n", 0, ["不在名单中：松湖镇人民政府"]),
    ],
)
def test_who_has_not_reported_is_said(gouji: Gouji, county: Path, names: str, code: int, said: list[str]) -> None:
    (county / "names.txt").write_text(names, encoding="utf-8")
    found, _, err = gouji("check", "below", "--expect", "names.txt", *ALONE)
    assert (found, [one for one in said if one not in err]) == (code, [])


def test_who_has_reported_twice_is_said(gouji: Gouji, county: Path) -> None:
    (county / "names.txt").write_text("青溪镇人民政府\n松湖镇人民政府\n", encoding="utf-8")
    report(county / "below" / "again.txt", "松湖镇人民政府", "4")
    code, _, err = gouji("check", "below", "--expect", "names.txt", *ALONE)
    assert (code, "重复报送：松湖镇人民政府" in err) == (1, True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_list_may_be_in_any_encoding_of_reports(gouji: Gouji, county: Path, encoding: str) -> None:
    (county / "names.txt").write_bytes("青溪镇\r\n松湖镇\r\n白鹭乡人民政府\r\n".encode(encoding))
    code, _, err = gouji("check", "below", "--expect", "names.txt", *ALONE)
    assert (code, "未报送 1 个：白鹭乡人民政府" in err) == (1, True)


def test_a_list_without_names_is_a_mistake(gouji: Gouji, county: Path) -> None:
    (county / "names.txt").write_text("# 名单\n\n", encoding="utf-8")
    code, _, err = gouji("check", "below", "--expect", "names.txt", *ALONE)
    assert (code, "没有单位" in err) == (2, True)
