"""Configurations: what is wrong with one, which one applies to a file, and what the command line wins over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from linter.acceptance.globs import matches
from linter.cli import main
from linter.configuration.locating import Finder
from linter.model.address import Address
from linter.packs import load
from linter.run.form import write

HERE = Path(__file__).parent
MISTAKES: list[dict[str, Any]] = YAML(typ="safe").load((HERE / "mistakes.yaml").read_text(encoding="utf-8"))
TEMPLATE = load("cn-open-government").packs[-1].template
GOOD = write(TEMPLATE, 2023, "青溪镇人民政府")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOUJI_LANG", "en")
    for name in ("GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("report.txt", "a/report.txt", "a/b/report.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *line: str) -> tuple[int, str]:
    """The exit code, and all that is printed, as if lines had no end."""
    code = main(line)
    out, err = capsys.readouterr()
    return code, " ".join((out + err).split())


@pytest.mark.parametrize("case", MISTAKES, ids=[case["name"] for case in MISTAKES])
def test_a_mistake_is_said_at_its_place(folder: Path, capsys: pytest.CaptureFixture[str], case: dict[str, Any]) -> None:
    (folder / case.get("file", ".gouji.yaml")).write_text(case["text"], encoding="utf-8")
    for command in ("check", "extract", "annotate"):
        code, text = said(capsys, command, "report.txt")
        assert code == 2, text
        if command == "check" or case["name"] != "a report of the year before that is not there":
            assert [part for part in case["said"] if part not in text] == []
    assert not list(folder.glob("*.marked.*"))
    assert said(capsys, "check", "--no-config", "report.txt")[0] == 0


@pytest.mark.parametrize(
    ("text", "line", "code", "fragment"),
    [
        ("year: 2022", "", 1, "expected-year"),
        ("year: 2023", "", 0, "nothing found"),
        ("year: 2022", "--year 2023", 0, "nothing found"),
        ("agency: 松湖街道办事处", "", 1, "of “青溪镇人民政府”, the configuration says “松湖"),
        ("agency: 青溪镇", "", 0, "nothing found"),
        ("agency: 云岭县青溪镇人民政府", "", 0, "nothing found"),
        ("{year: 2022, severities: {}, fail-on: never}", "", 0, "expected-year"),
        ("{year: 2022, fail-on: never}", "--fail-on error", 1, "expected-year"),
        ("{year: 2022, files: [{path: 'a/*', year: 2023}]}", "", 1, "says 2022"),
        ("{year: 2022, files: [{path: '*.txt', year: 2023}]}", "", 0, "nothing found"),
        ("{year: 2022, files: [{path: '*.txt', year: 2023}, {path: report.txt, year: 2021}]}", "", 1, "says 2021"),
        ("{select: requests-*}", "--select sections-present", 0, "nothing found"),
        ("pack: us-foia-annual", "--pack cn-open-government", 0, "nothing found"),
    ],
)
def test_what_applies(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, line: str, code: int, fragment: str
) -> None:
    (folder / ".gouji.yaml").write_text(text, encoding="utf-8")
    done, shown = said(capsys, "check", "report.txt", *line.split())
    assert (done, fragment in shown) == (code, True), shown


def test_the_nearest_configuration_applies_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".gouji.yaml").write_text("year: 2021", encoding="utf-8")
    (folder / "a" / "pyproject.toml").write_text("[tool.gouji]\nfail-on = 'warning'\n", encoding="utf-8")
    (folder / "a" / "b" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    code, text = said(capsys, "check", ".")
    assert code == 1
    assert "3 reports: 1 error" in text
    code, text = said(capsys, "config", "show", "a/b/report.txt")
    assert code == 0
    assert f"warning {Path('a/pyproject.toml')}:2:11" in text
    assert "2021" not in text
    assert said(capsys, "check", "a", "--config", ".gouji.yaml")[0] == 1


def test_a_kind_of_agency_decides_which_rules_are_for_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that tells no kind leaves it open whether the agency makes rules; the configuration tells."""
    cells = {Address("proactive", "rules", column): "3" for column in ("issued", "repealed", "in_force")}
    (folder / "report.txt").write_text(write(TEMPLATE, 2023, "青溪数据集团", cells), encoding="utf-8")
    line = ("check", "report.txt", "--select", "rules-only-by-rule-makers")
    assert "1 rule not checked" in said(capsys, *line)[1]
    for agency, errors in (
        ("{kind: department, level: county}", 1),
        ("{kind: government, level: county}", 1),
        ("{kind: department, level: province}", 0),
        ("{kind: department}", 0),
        ("{kind: township}", 1),
        ("{level: municipality}", 0),
    ):
        (folder / ".gouji.yaml").write_text(f"agency: {agency}", encoding="utf-8")
        assert said(capsys, *line)[0] == errors, agency


def test_a_report_that_states_no_year_is_of_the_configured_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = "青溪镇人民政府政府信息公开工作年度报告\n一、总体情况\n做了工作。\n"
    (folder / "report.txt").write_text(lost, encoding="utf-8")
    assert "--year" in said(capsys, "check", "report.txt")[1]
    (folder / ".gouji.yaml").write_text("year: 2023", encoding="utf-8")
    code, text = said(capsys, "check", "report.txt")
    assert (code, "sections-present" in text, "expected-year" in text) == (1, True, False)


def test_rules_are_laid_over_the_pack(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two folders of rules over one pack, from wherever the command is run."""
    for name, rule in (("ours", "sections-present"), ("theirs", "requests-balance")):
        (folder / name).mkdir()
        pack = "pack: {title: {zh: 甲, en: x}, extends: cn-open-government}"
        text = f"{pack}\nrules: [{{id: {rule}, severity: info}}]\n"
        (folder / name / "rules.yaml").write_text(text, encoding="utf-8")
    (folder / ".gouji.yaml").write_text("extra-packs: [ours, theirs]\nyear: 2023\n", encoding="utf-8")
    (folder / "a" / "report.txt").write_text(GOOD.replace("一、", "零、", 1), encoding="utf-8")
    assert said(capsys, "check", "a/b/report.txt")[0] == 0
    family = load(f"cn-open-government + {folder / 'ours'} + {folder / 'theirs'}", cache=False)
    assert [str(family.packs[-1].rule(rule).severity) for rule in ("sections-present", "requests-balance")] == [  # type: ignore[union-attr]
        "info",
        "info",
    ]


def test_every_setting_is_shown_with_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".gouji.yaml").write_text(
        "profile: submitted\nagency: 青溪镇\nfiles:\n  - {path: 'a/**', fail-on: info, strict: true}\n",
        encoding="utf-8",
    )
    code, text = said(capsys, "config", "show", "a/b/none.md")
    assert code == 0
    for line in (
        "profile submitted .gouji.yaml:1:10",
        "agency 青溪镇 .gouji.yaml:2:9",
        "fail-on info .gouji.yaml:4:29",
        "strict true .gouji.yaml:4:43",
        "pack cn-open-government default",
    ):
        assert line in text
    code, text = said(capsys, "config", "show", "report.txt")
    assert "warning .gouji.yaml:1:10 (profile: submitted)" in text
    (folder / ".gouji.yaml").unlink()
    assert "checked by default" in said(capsys, "config", "show", "report.txt")[1]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_configuration_of_somebody_else_is_none(folder: Path) -> None:
    file = folder / ".gouji.yaml"
    file.write_text("ignore: '*'", encoding="utf-8")
    assert Finder().of(folder / "x") == file
    os.chown(file, 12345, 12345)
    assert Finder().of(folder / "x") is None
    os.chown(folder, 12345, 12345)
    assert Finder().of(folder / "x") == file


def test_a_folder_that_is_called_like_a_configuration_is_a_mistake(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it should say may be that nothing passes: without it nothing is checked."""
    (folder / "a" / ".gouji.yaml").mkdir()
    code, text = said(capsys, "check", "a/report.txt")
    assert (code, "it is a folder and no file" in text) == (2, True)
    assert said(capsys, "check", "report.txt")[0] == 0


def test_nothing_is_read_where_there_is_no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look at two names for each folder, each folder once."""
    seen: list[str] = []
    real = os.stat
    monkeypatch.setattr(os, "stat", lambda path, **rest: (seen.append(str(path)), real(path, **rest))[1])
    finder = Finder()
    for name in ("a/b/1.md", "a/b/2.md", "a/c/3.md"):
        assert finder.of(tmp_path / name) is None
    inside = [path for path in seen if path.startswith(str(tmp_path))]
    assert len(inside) == len(set(inside)) == 2 * 4


@pytest.mark.parametrize(
    ("path", "glob", "fits"),
    [
        ("a/b.md", "*.md", True),
        ("b.md", "*.md", True),
        ("a/b.md", "/*.md", False),
        ("a/b.md", "a/*", True),
        ("x/a/b.md", "a/*", False),
        ("x/a/b.md", "**/a/*", True),
        ("a/b.md", "**/a/*", True),
        ("a/b/c.md", "a", True),
        ("a/b/c.md", "a/", True),
        ("a/b/c.md", "a/**", True),
        ("a/b/c.md", "a/*.md", False),
        ("a/b/c.md", "a/**/c.md", True),
        ("a/c.md", "a/**/c.md", True),
        ("青溪/报告.md", "青溪/报告.??", True),
        ("a.md", "[ab].md", True),
        ("a.md", "[!ab].md", False),
        ("amd", "a.md", False),
        ("[z-a]", "[z-a]", True),
    ],
)
def test_a_pattern_of_paths(path: str, glob: str, fits: bool) -> None:
    assert matches(path, glob) is fits


@given(st.text(st.characters(blacklist_characters="*?[]/\0\n\r"), min_size=1).filter(lambda name: name.strip(".")))
def test_a_name_without_wildcards_means_itself(name: str) -> None:
    assert matches(name, f"/{name}")
    assert not matches(f"{name}x", f"/{name}")
