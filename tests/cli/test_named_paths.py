"""Paths of command lines that are there, are not there, or look like something else."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from command_files import FILES, Gouji

from linter.reporters import OF_SUFFIXES
from linter.reporters.places import shell_word
from linter.reporters.recognising import is_result

needs_git = pytest.mark.skipif(
    shutil.which("git") is None and os.environ.get("CI") != "true", reason="git is not installed"
)


@pytest.fixture
def repository(folder: Path) -> Path:
    """The folder with its files staged, one of which is gone since."""
    (folder / "gone.txt").write_bytes(FILES["good.txt"])
    for words in (("init", "-q"), ("add", ".")):
        subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)
    (folder / "gone.txt").unlink()
    return folder


@needs_git
@pytest.mark.parametrize(
    ("paths", "code", "said"),
    [
        (["good.txt"], 0, "1 份报告"),
        (["gone.txt"], 0, "1 份报告"),
        (["nowhere.txt"], 2, "没有“nowhere.txt”"),
        (["good.txt", "nowhere/"], 2, "没有“nowhere/”"),
        (["-"], 2, "没有“-”"),
        ([""], 2, "路径是空的"),
        (["folder/../good.txt"], 0, "1 份报告"),
        (["good.txt", "../beside"], 2, "不在这个 git 仓库中"),
    ],
)
def test_what_is_not_in_the_repository_is_no_report_without_changes(
    gouji: Gouji, repository: Path, paths: list[str], code: int, said: str
) -> None:
    (repository.parent / "beside").mkdir(exist_ok=True)
    found, out, err = gouji("check", "--staged", *paths)
    assert (found, said in out + err) == (code, True)


@pytest.mark.parametrize("suffix", sorted(set(OF_SUFFIXES) - {".parquet"}))
def test_the_suffix_of_a_file_decides_its_format(gouji: Gouji, folder: Path, suffix: str) -> None:
    out = folder / f"out{suffix.upper()}"
    assert gouji("check", "faulty.txt", "-o", out.name)[0] == 1
    assert is_result(out.read_bytes(), OF_SUFFIXES[suffix])


@pytest.mark.parametrize(("name", "begin"), [("f.csv", b"\xef\xbb\xbfpath,"), ("f.xlsx", b"PK"), ("f.dat", b"{")])
def test_the_suffix_of_a_file_of_figures_too(gouji: Gouji, folder: Path, name: str, begin: bytes) -> None:
    assert gouji("extract", "good.txt", "-o", name)[0] == 0
    assert (folder / name).read_bytes().startswith(begin)


def test_a_format_that_is_asked_for_goes_before_the_suffix(gouji: Gouji, folder: Path) -> None:
    assert gouji("check", "faulty.txt", "--format", "json", "-o", "out.html")[0] == 1
    assert is_result((folder / "out.html").read_bytes(), "json")


def test_a_name_like_an_option_can_be_typed_as_it_is_shown(gouji: Gouji, folder: Path) -> None:
    (folder / "-x.txt").write_bytes(FILES["faulty.txt"])
    _, out, _ = gouji("check", "--", "-x.txt")
    assert f"gouji annotate {shell_word('-x.txt')}" in out
    assert gouji("annotate", shell_word("-x.txt"))[0] == 0


def test_lists_of_waivers_have_no_headings_of_reports(gouji: Gouji, folder: Path) -> None:
    (folder / ".gouji.yaml").write_text(
        "waivers:\n- {rule: requests-balance, file: nowhere.txt, reason: 已核实, owner: 某人}\n", encoding="utf-8"
    )
    _, out, _ = gouji("check", "good.txt")
    assert ("waiver-misspelt" in out, "标题和开头" in out, "位置  第 2 行" in out) == (True, False, True)
