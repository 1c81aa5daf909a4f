"""Drafts against reports of the year before, end to end."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from earlier_reports import put, written
from ruamel.yaml import YAML

import linter.run.previous
from linter.binding.agencies import are_one, reduced
from linter.cli import main
from linter.model.document import Source
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.result import error_of
from linter.packs import load
from linter.run.batch import Batch, lint_many
from linter.run.engine import lint
from linter.run.pairing import EarlierReport, Shelf
from linter.run.previous import Previous, finder, open_previous
from linter.run.walk import Input

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("pairs.yaml"))
PACK = "cn-open-government"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def shipped() -> Family:
    return load(PACK)


@pytest.fixture
def gouji(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOUJI_LANG", "en")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def about_last_year(family: Family) -> set[str]:
    return {rule.id for pack in family.packs for rule in pack.rules if rule.needs_previous}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_pair(case: dict[str, Any], gouji: Run, tmp_path: Path, shipped: Family) -> None:
    put(tmp_path, case["files"], shipped)
    code, out, err = gouji("check", *shlex.split(case["run"]), "--format", "json")
    assert code == case["code"], out + err
    assert [fragment for fragment in case.get("err", ()) if fragment not in err] == [], err
    if "says" not in case:
        return
    files = json.loads(out)["files"]
    assert len(files) == len(case["says"])
    rules = about_last_year(shipped)
    for file, says in zip(files, case["says"], strict=True):
        assert says.get("error", "") in (file["error"] or ""), file["error"]
        assert bool(file["error"]) is ("error" in says)
        assert (file["previous"] or "").replace("\\", "/") == says.get("previous", "")
        assert severities(file, rules) == says.get("findings", {})
        reasons = {item["rule"]: item["reason"] for item in file["undecided"] if item["rule"] in rules}
        assert set(reasons) == set(says.get("undecided", {})), reasons
        assert [part for rule, part in says.get("undecided", {}).items() if part not in reasons[rule]] == [], reasons
        assert says.get("notes", "") in " ".join(file["notes"])


def severities(file: dict[str, Any], rules: set[str]) -> dict[str, list[str]]:
    """The findings of `rules`, those that are folded under others included."""
    found: dict[str, list[str]] = {}
    waiting = list(file["findings"])
    while waiting:
        finding = waiting.pop(0)
        waiting += finding["related"]
        if finding["rule"] in rules:
            found.setdefault(finding["rule"], []).append(finding["severity"])
    return found


@pytest.fixture
def drafts(tmp_path: Path, shipped: Family) -> Path:
    """Twelve drafts, and the reports of the year before of nine of them."""
    files = {}
    for number, name in enumerate("甲乙丙丁戊己庚辛壬癸子丑"):
        cells = {"requests.carried_in.total": number}
        files[f"now/{number:02}.txt"] = {"year": 2023, "organisation": f"{name}溪镇人民政府", "cells": cells}
        if number % 4:
            files[f"before/{number:02}.md"] = {"year": 2022, "organisation": f"{name}溪镇"}
    put(tmp_path, files, shipped)
    return tmp_path


def previous(path: Path, family: Family, jobs: int = 1) -> Previous:
    found = open_previous(str(path), PACK, family, jobs)
    assert isinstance(found, EarlierReport | Shelf)
    return found


def test_several_processes_say_the_same(drafts: Path, shipped: Family) -> None:
    def run(jobs: int) -> Any:
        before = previous(drafts / "before", shipped, jobs)
        return lint_many(Batch((str(drafts / "now"),), PACK, shipped, jobs=jobs, previous=before))

    one, two = run(1), run(2)
    assert one == two
    assert sum(file.head.previous is not None for file in one.files) == 9
    assert [len(file.undecided) > 0 for file in one.files] == [number % 4 == 0 for number in range(12)]


def test_a_named_report_serves_several_processes(drafts: Path, shipped: Family) -> None:
    before = previous(drafts / "before" / "01.md", shipped)
    result = lint_many(Batch((str(drafts / "now"),), PACK, shipped, jobs=2, previous=before))
    assert [error_of(file) is None for file in result.files] == [number == 1 for number in range(12)]


def test_each_file_of_a_folder_is_looked_at_once(
    drafts: Path, shipped: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    usual = linter.run.previous.open_source

    def counted(item: Any) -> Any:
        opened.append(item.name)
        return usual(item)

    monkeypatch.setattr(linter.run.previous, "open_source", counted)
    before = previous(drafts / "before", shipped)
    assert len(opened) == 9
    lint_many(Batch((str(drafts / "now"),), PACK, shipped, jobs=1, previous=before))
    assert len(opened) == 18  # and once more for the draft that it belongs to


def test_a_crash_on_a_file_of_the_folder_is_called_one(
    drafts: Path, shipped: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(linter.run.previous, "identified", crash)
    path = drafts / "before" / "01.md"
    found = linter.run.previous._identified(Input(str(path), path), shipped)
    assert found.head.path == str(path)
    assert found.error == Message("run.crashed-file", {"exception": "ZeroDivisionError"})
    shelf = previous(drafts / "before", shipped)
    assert isinstance(shelf, Shelf)
    assert (shelf.candidates, shelf.unknown) == ((), 9)


def test_a_report_that_vanishes_after_it_was_seen_is_no_crash(drafts: Path, shipped: Family) -> None:
    before = previous(drafts / "before", shipped)
    (drafts / "before" / "01.md").unlink()
    (file,) = lint_many(Batch((str(drafts / "now" / "01.txt"),), PACK, shipped, previous=before)).files
    assert error_of(file) is None
    assert {item.reason.key for item in file.undecided} == {"previous.not-read"}


def test_cells_of_last_year_are_no_places_of_the_draft(shipped: Family, tmp_path: Path) -> None:
    """They stand in the sum, and nothing else of the finding comes from the other file."""
    last = {"year": 2022, "cells": {"requests.carried_out.total": 3}, "prose": {"overview": "甲。" * 900}}
    now = {"year": 2023, "cells": {"requests.carried_in.total": 2}}
    put(tmp_path, {"last.txt": last}, shipped)
    data = written(now, "txt", shipped)
    find = finder(previous(tmp_path / "last.txt", shipped), shipped)
    result = lint(Source("now.txt", data, "txt"), shipped, previous=find)
    findings = [finding for finding in result.findings if finding.rule == "carried-in-from-last-year"]
    assert findings
    lines = len(data.decode().splitlines())
    for finding in result.findings:
        assert not any(cell.address.previous for cell in finding.cells)
        assert all(cell.span.location()["line"] <= lines for cell in finding.cells)
    (finding,) = findings
    assert [str(cell.address) for cell in finding.cells] == ["requests.carried_in.total"]
    assert finding.calculation is not None
    assert [term.address and term.address.previous for term in finding.calculation.right] == [True]


@pytest.mark.parametrize("format", ["txt", "docx", "pdf"])
def test_marked_copies_quote_last_year_and_mark_this(format: str, gouji: Run, tmp_path: Path, shipped: Family) -> None:
    put(
        tmp_path,
        {
            f"now.{format}": {"year": 2023, "cells": {"requests.carried_in.total": 2}},
            "last.docx": {"year": 2022, "cells": {"requests.carried_out.total": 3}},
        },
        shipped,
    )
    code, _, err = gouji("annotate", f"now.{format}", "--previous", "last.docx", "-o", "found.html")
    assert (code, err) == (0, "")
    page = (tmp_path / "found.html").read_text(encoding="utf-8")
    assert "last year: 四、结转下年度继续办理" in page


def test_marked_copies_need_the_right_report_too(gouji: Run, tmp_path: Path, shipped: Family) -> None:
    put(tmp_path, {"now.txt": {"year": 2023}, "last.txt": {"year": 2021}}, shipped)
    code, _, err = gouji("annotate", "now.txt", "--previous", "last.txt")
    assert code == 2
    assert "is the report of 2021" in err
    assert not (tmp_path / "now.marked.html").exists()


@pytest.mark.parametrize(
    "command",
    [
        ("check", "now.html", "--previous", "before/last.html", "-o", "before/last.html"),
        ("check", "now.html", "--previous", "before", "-o", "before/../before/last.html", "--force"),
        ("annotate", "now.html", "--previous", "before", "-o", "before/last.html", "--force"),
    ],
)
def test_last_years_report_is_never_written_to(
    command: tuple[str, ...], gouji: Run, tmp_path: Path, shipped: Family
) -> None:
    put(tmp_path, {"now.html": {"year": 2023}, "before/last.html": {"year": 2022}}, shipped)
    before = (tmp_path / "before" / "last.html").read_bytes()
    code, _, err = gouji(*command)
    assert code == 2
    assert "one of the files that are read" in err
    assert (tmp_path / "before" / "last.html").read_bytes() == before


def test_rules_that_need_last_year_say_so(gouji: Run, shipped: Family) -> None:
    listed = {rule["id"]: rule["needs_previous"] for rule in json.loads(gouji("rules", "list", "--format", "json")[1])}
    assert {rule for rule, needs in listed.items() if needs} == about_last_year(shipped)
    assert "--previous" in gouji("explain", "not-last-years-text")[1]
    assert "--previous" not in gouji("explain", "requests-balance")[1]


def test_the_file_that_was_compared_with_is_named(gouji: Run, tmp_path: Path, shipped: Family) -> None:
    put(
        tmp_path,
        {"now.txt": {"year": 2023, "cells": {"requests.carried_in.total": 1}}, "before/last.txt": {"year": 2022}},
        shipped,
    )
    out = gouji("check", "now.txt", "--previous", "before")[1]
    assert str(Path("before/last.txt")) in out
    assert "last year: 四、结转下年度继续办理" in out


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("青溪镇人民政府", "青溪镇", True),
        ("青溪镇政府", "青溪镇人民政府", True),
        ("青 溪 镇 人民政府", "（青溪镇）人民政府", True),
        ("松湖街道办事处", "松湖街道办", True),
        ("松湖街道", "松湖镇", False),
        ("云岭县人民政府", "云岭县人民政府办公室", False),
        ("云岭县人民政府办公室", "云岭县政府办", True),
        ("云岭县教育局", "教育局", True),
        ("云岭市青山区教育局", "青山区教育局", True),
        ("云岭县教育局", "青山县教育局", False),
        ("云岭教育局", "教育局", False),
        ("青溪镇", "溪镇", False),
        ("云岭经济开发区管理委员会", "云岭经济开发区管委会", True),
        ("云岭县卫生健康委员会", "云岭县卫生健康委", True),
        ("人民政府", "政府", False),
        ("", "", False),
        ("青溪镇人民政府", "", False),
    ],
)
def test_names_of_agencies(one: str, other: str, same: bool, shipped: Family) -> None:
    names = shipped.packs[0].template.agency_names
    for first, second in ((one, other), (other, one)):
        assert are_one(reduced(first, names), reduced(second, names), names) is same


def test_long_texts_are_compared_without_end(shipped: Family, tmp_path: Path) -> None:
    """Only the beginning of a section is compared letter by letter; the rest is looked through once."""
    prose = {
        "overview": "".join(f"第{number}项工作由青溪镇第{number * 7}小组负责办理，" for number in range(17_000))
        + "完。"
    }
    put(tmp_path, {"last.txt": {"year": 2022, "prose": prose}}, shipped)
    find = finder(previous(tmp_path / "last.txt", shipped), shipped)
    data = written({"year": 2023, "prose": prose}, "txt", shipped)
    assert len(data) > 900_000
    result = lint(Source("now.txt", data, "txt"), shipped, previous=find)
    assert error_of(result) is None
    assert [finding.rule for finding in result.findings if finding.rule == "not-last-years-text"]
