"""What the READMEs show is what the program prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from linter.cli import main
from linter.model.document import Source
from linter.model.pack import Family
from linter.presentation.remarks import paragraphs, remark
from linter.run.engine import lint

ROOT = Path(__file__).parents[2]
OUTPUT = re.compile(r"<!-- output: (.*?) -->\n```\n(.*?)```", re.DOTALL)
COMMENT = re.compile(r"<!-- comment: (.*?) -->\n```\n(.*?)```", re.DOTALL)
LANGUAGES = [("README.md", "en"), ("README.zh-CN.md", "zh")]


@pytest.mark.parametrize(("name", "language"), LANGUAGES)
def test_output(name: str, language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    shown = OUTPUT.findall((ROOT / name).read_text(encoding="utf-8"))
    assert shown
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    for arguments, text in shown:
        assert main([*shlex.split(arguments), "--lang", language]) == 0
        assert capsys.readouterr().out.replace("\\", "/") == text


@pytest.mark.parametrize(("name", "language"), LANGUAGES)
def test_comment_of_a_marked_copy(name: str, language: str, family: Family) -> None:
    """The lines are broken by hand: how wide a comment is, the word processor decides."""
    shown = COMMENT.findall((ROOT / name).read_text(encoding="utf-8"))
    assert shown
    for path, text in shown:
        (finding,) = lint(Source(path, (ROOT / path).read_bytes(), "txt"), family).findings
        assert "".join("".join(paragraphs(remark(finding, language), language)).split()) == "".join(text.split())


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_each_links_to_the_other_at_its_top(name: str) -> None:
    other = {"README.md": "README.zh-CN.md", "README.zh-CN.md": "README.md"}[name]
    assert f"]({other})" in (ROOT / name).read_text(encoding="utf-8").splitlines()[0]


def test_ci_runs_the_second_command() -> None:
    commands = re.findall(r"^\.venv/bin/.*$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert commands[0] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
