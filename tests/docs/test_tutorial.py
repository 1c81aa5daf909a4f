"""The tutorial as it is printed: each step is run in an empty folder. The pack written by hand is sound, and its drafts
and a person's give what they should.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from real_reports import shared_folder

from linter.cli import main
from linter.model.document import Source
from linter.model.result import Checked
from linter.packs import load
from linter.run.engine import lint
from linter.run.rule_tests import run_tests

FOLDER = Path(__file__).parents[2] / "docs" / "tutorial"
PAGE = (FOLDER / "by-hand.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

STEP = re.compile(r"^<!-- (run|output|file: [^ ]+) -->\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)

OF_A_PERSON = {
    "october.md": [],
    "october.docx": [],
    "paren.md": [],
    "minus.md": [],
    "prose3.md": [],
    "swapped.md": ["columns-in-order"],
    "swapped.docx": ["columns-in-order"],
    "dropped.md": ["columns-there"],
    "alien.md": ["columns-in-order"],
    "reopened.md": ["columns-there", "no-other-columns"],
    "newteam.md": ["totals-add-up"],
    "wrong.md": ["totals-add-up"],
    "prose.md": ["figures-in-the-summary"],
}


def checked(path: Path) -> Checked:
    result = lint(Source(path.name, path.read_bytes(), path.suffix[1:]), load(FOLDER, cache=False))
    assert isinstance(result, Checked)
    return result


def test_the_tests_of_its_rules_pass() -> None:
    outcomes = run_tests(load(FOLDER, cache=False).packs[0])
    assert outcomes
    assert [outcome for outcome in outcomes if not outcome.passed] == []


def test_what_is_printed_stands_in_its_files() -> None:
    files = {"yaml": ("pack.yaml", "rules.yaml"), "markdown": ("march.md",)}
    shown = [(block, files[kind]) for kind, block in BLOCKS if kind]
    assert len(shown) > 5
    for block, names in shown:
        assert any(block.rstrip() in (FOLDER / name).read_text(encoding="utf-8") for name in names), block


def test_the_drafts_give_what_the_page_shows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    right = checked(FOLDER / "march.md")
    assert (right.findings, right.undecided) == ((), ())
    monkeypatch.chdir(FOLDER)
    monkeypatch.setenv("COLUMNS", "80")
    main(["check", "march-wrong.md", "--pack", ".", "--lang", "en", "--no-cache"])
    assert capsys.readouterr().out.rstrip() in [block.rstrip() for kind, block in BLOCKS if not kind]


@pytest.mark.parametrize("name", OF_A_PERSON)
def test_drafts_of_a_person(name: str) -> None:
    result = checked(shared_folder("families") / "helpdesk" / name)
    assert sorted(finding.rule for finding in result.findings) == OF_A_PERSON[name]
    if name in ("october.md", "october.docx"):
        assert result.undecided == ()


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_step_in_an_empty_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = STEP.findall((FOLDER / name).read_text(encoding="utf-8"))
    assert sum(kind == "run" for kind, _ in steps) >= 6
    for report in (FOLDER / "reports").iterdir():
        shutil.copy(report, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    said = ""
    for kind, text in steps:
        if kind == "run":
            assert main(shlex.split(text)[1:]) in (0, 1)
            said = capsys.readouterr().out.replace("\\", "/")
        elif kind == "output":
            assert said.rstrip() == text.rstrip()
        else:
            (tmp_path / kind.removeprefix("file: ")).write_text(text, encoding="utf-8")
    assert (tmp_path / "trace.html").exists()


def test_the_tutorials_show_the_same_reports() -> None:
    report = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    shown = [report.findall((FOLDER / name).read_text(encoding="utf-8")) for name in ("README.md", "README.zh-CN.md")]
    assert shown[0] == shown[1] == [(FOLDER / "reports" / "january.md").read_text(encoding="utf-8").rstrip() + "\n"]
