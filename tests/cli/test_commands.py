"""Whole command lines: exit codes, what is printed, and that no report is ever written to."""

from __future__ import annotations

import csv
import hashlib
import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from command_files import Gouji
from ruamel.yaml import YAML

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("commands.yaml"))


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["run"] or "(nothing)")
def test_a_command_line(case: dict[str, Any], gouji: Gouji, folder: Path) -> None:
    before = digests(folder)
    code, out, err = gouji(*shlex.split(case["run"]))
    assert code == case["code"], out + err
    assert [fragment for fragment in case.get("out", ()) if fragment not in out] == [], out
    assert [fragment for fragment in case.get("err", ()) if fragment not in err] == [], err
    assert "Traceback" not in out + err
    assert digests(folder) == before


def test_a_pack_with_twenty_mistakes_names_all_of_them(gouji: Gouji) -> None:
    _, _, err = gouji("rules", "validate", "broken")
    assert all(f"no-such-kind-{number}" in err for number in range(20))
    lines = [line for line in err.splitlines() if "rules.yaml:" in line]
    assert len(lines) >= 20


def test_the_report_can_go_to_a_file(gouji: Gouji, folder: Path) -> None:
    code, out, _ = gouji("check", "faulty.txt", "--format", "json", "--output", "result.json")
    assert (code, out) == (1, "")
    text = (folder / "result.json").read_text(encoding="utf-8")
    assert json.loads(text)["summary"]["error"] >= 1
    assert "青溪镇" in text
    assert [path.name for path in folder.iterdir() if path.name.endswith(".tmp")] == []


def test_several_formats_are_written_at_once(gouji: Gouji, folder: Path) -> None:
    code, out, err = gouji("check", "faulty.txt", "--format", "sarif=found.sarif", "--format", "markdown=found.md")
    assert (code, out) == (1, "")
    assert "1 份报告" in err
    assert json.loads((folder / "found.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "faulty.txt" in (folder / "found.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "annotated"),
    [((), True), (("--no-annotations",), False), (("--format", "json"), False), (("--format", "json=a.json"), True)],
)
def test_a_run_on_github_annotates_by_itself(
    gouji: Gouji, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], annotated: bool
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    _, out, _ = gouji("check", "faulty.txt", *options)
    assert ("::error file=faulty.txt" in out) is annotated


def test_a_run_on_gitlab_leaves_the_report_that_it_shows(
    gouji: Gouji, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITLAB_CI", "true")
    gouji("check", "faulty.txt")
    found = json.loads((folder / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert {entry["location"]["path"] for entry in found} == {"faulty.txt"}


def test_an_earlier_result_is_replaced_but_never_a_report(gouji: Gouji, folder: Path) -> None:
    for _ in range(2):
        code, _, _ = gouji("check", "folder", "--output", "folder/result.txt")
        assert code == 1
    assert "requests-balance" in (folder / "folder" / "result.txt").read_text(encoding="utf-8")
    code, _, err = gouji("check", "folder", "--output", "folder/../folder/good.txt", "--force")
    assert code == 2
    assert "为免覆盖" in err


def test_a_csv_file_opens_in_excel(gouji: Gouji, folder: Path) -> None:
    gouji("extract", "folder", "--format", "csv", "--output", "figures.csv")
    data = (folder / "figures.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfpath,")
    assert b"\r\n" in data
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert {row["path"] for row in rows} == {str(Path("folder/good.txt")), str(Path("folder/faulty.md"))}
    found = [row for row in rows if (row["row"], row["column"]) == ("new_received", "total")]
    assert sorted(row["value"] for row in found) == ["0", "7"]


def test_extract_gives_an_object_for_one_file_and_a_list_for_several(gouji: Gouji) -> None:
    one = json.loads(gouji("extract", "good.txt")[1])
    assert list(one) == ["path", "format", "pack", "year", "organisation", "tables"]
    assert list(one["tables"]) == ["proactive", "requests", "review_litigation"]
    assert isinstance(json.loads(gouji("extract", "folder")[1]), list)
    assert isinstance(json.loads(gouji("extract", "good.txt", "faulty.txt")[1]), list)


def test_the_default_pack_keeps_the_tests_of_its_rules(gouji: Gouji) -> None:
    code, out, _ = gouji("rules", "test")
    assert code == 0, out
