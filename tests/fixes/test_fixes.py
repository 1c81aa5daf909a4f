"""Fixes: what is put right, and what never changes with it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.cli import main
from linter.fixes.applying import fixed, fixed_data
from linter.fixes.offering import Fix, numerals
from linter.model.span import TextSpan
from linter.packs import load
from linter.run.form import write

TEMPLATE = load("cn-open-government").packs[-1].template
RIGHT = write(TEMPLATE, 2023, "青溪镇人民政府")
WRONG = RIGHT.replace("行政规范性文件", "行政规范性文伴", 1)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOUJI_LANG", "en")
    return tmp_path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_misspelt_label_is_put_right_and_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str], encoding: str, end: str
) -> None:
    assert WRONG != RIGHT
    file = folder / "a.txt"
    before = WRONG.replace("\n", end).encode(encoding)
    file.write_bytes(before)
    assert main(["check", "a.txt", "--diff"]) == 1
    assert "+行政规范性文件" in capsys.readouterr().out
    assert file.read_bytes() == before
    assert main(["check", "a.txt", "--fix"]) == 0
    assert "fixed: a.txt" in capsys.readouterr().err
    assert file.read_bytes() == RIGHT.replace("\n", end).encode(encoding)
    assert main(["check", "a.txt", "--diff"]) == 0
    assert main(["check", "a.txt", "--fix"]) == 0
    assert "fixed" not in capsys.readouterr().err
    assert [name.name for name in folder.iterdir()] == ["a.txt"]


def test_a_waived_finding_is_not_put_right(folder: Path) -> None:
    (folder / "a.txt").write_text(WRONG, encoding="utf-8")
    waiver = "waivers:\n  - rule: labels-spelt-right\n    file: a.txt\n    reason: x\n    owner: y\n"
    (folder / ".gouji.yaml").write_text(waiver, encoding="utf-8")
    assert main(["check", "a.txt", "--fix"]) == 0
    assert (folder / "a.txt").read_text(encoding="utf-8") == WRONG


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_the_mode_of_a_file_stays(folder: Path) -> None:
    file = folder / "a.txt"
    file.write_text(WRONG, encoding="utf-8")
    file.chmod(0o640)
    main(["check", "a.txt", "--fix"])
    assert (file.read_text(encoding="utf-8"), file.stat().st_mode & 0o777) == (RIGHT, 0o640)


def at(offset: int, length: int) -> TextSpan:
    return TextSpan(1, offset + 1, offset, length)


@pytest.mark.parametrize(
    ("text", "fix", "after"),
    [
        ("考评、考评工作", Fix("r", at(0, 5), "考评"), "考评工作"),
        ("考评考评工作", Fix("r", at(0, 4), "考评"), "考评工作"),
        ("考评，。考评工作", Fix("r", at(0, 6), "考评"), "考评，。考评工作"),
        ("十二十二件", Fix("r", at(0, 4), "十二"), "十二十二件"),
        ("总汁 12", Fix("r", at(0, 2), "总计", "总汁"), "总计 12"),
        ("总汁 12", Fix("r", at(0, 2), "总计", "合汁"), "总汁 12"),
        ("第三项 12", Fix("r", at(0, 3), "第二项", "第三项"), "第三项 12"),
        ("总 12", Fix("r", at(0, 4), "总 21", "总 12"), "总 12"),
    ],
)
def test_a_fix_fits_or_changes_nothing(text: str, fix: Fix, after: str) -> None:
    assert fixed(text, [fix]) == after
    assert fixed(after, [fix]) == after


@given(
    st.text("总计合12３三 、\n", max_size=20),
    st.lists(
        st.builds(
            Fix,
            st.just("r"),
            st.builds(at, st.integers(0, 20), st.integers(0, 6)),
            st.text("总计12三", max_size=4),
            st.text("总汁12三", max_size=4),
        ),
        max_size=5,
    ),
)
def test_no_numeral_is_ever_changed(text: str, fixes: list[Fix]) -> None:
    assert numerals(fixed(text, fixes)) == numerals(text)


def test_a_file_that_cannot_be_written_as_it_was_stays() -> None:
    data = "总汁".encode() + b"\xff"
    assert fixed_data(data, "总汁\ufffd", [Fix("r", at(0, 2), "总计", "总汁")]) == data


def test_sarif_carries_the_fix(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(WRONG, encoding="utf-8")
    main(["check", "a.txt", "--format", "sarif"])
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"][0]["replacements"]
    line = next(number for number, line in enumerate(WRONG.split("\n"), 1) if "文伴" in line)
    assert change["deletedRegion"] == {"startLine": line, "startColumn": 1, "endColumn": 8}
    assert change["insertedContent"] == {"text": "行政规范性文件"}
