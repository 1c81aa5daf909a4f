"""A repository of drafts as an office keeps it: the installed command, run as its build server and its hooks run it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from linter.model.address import Address
from linter.packs import load
from linter.run.form import write

ROOT = Path(__file__).parents[2]
TEMPLATE = load("cn-open-government").packs[-1].template
TOTAL = Address("review_litigation", "review", "total")
NAMES = [f"{name}镇" for name in "青松柳桃杏梅竹兰菊荷枫桂榆槐桑柏桐梓楠榕"]

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None and os.environ.get("CI") != "true", reason="git is not installed"
)


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "GITLAB_"))}
    identity = {f"GIT_{who}_{what}": "t" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return subprocess.run(
        command,
        cwd=folder,
        env={
            **known,
            **identity,
            "PYTHONPATH": str(ROOT),
            "GOUJI_LANG": "zh",
            "PYTHONIOENCODING": "utf-8",
            **environment,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def gouji(folder: Path, *line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(folder, sys.executable, "-m", "linter", *line, **environment)


def git(folder: Path, *line: str) -> str:
    done = run(folder, "git", *line)
    assert done.returncode == 0, done.stderr
    return done.stdout


def put(folder: Path, name: str, total: str = "0") -> int:
    """Writes a report, and gives back the line that the total stands in."""
    text = write(TEMPLATE, 2023, f"{name}人民政府", {TOTAL: total})
    (folder / "drafts" / f"{name}.txt").write_text(text, encoding="utf-8")
    before = write(TEMPLATE, 2023, f"{name}人民政府").split("\n")
    differ = (number for number, lines in enumerate(zip(text.split("\n"), before, strict=True), 1) if len({*lines}) > 1)
    return next(differ, 0)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty reports without a fault, and a configuration, committed."""
    folder = tmp_path_factory.mktemp("trial")
    (folder / "drafts").mkdir()
    for name in NAMES:
        put(folder, name)
    (folder / ".gouji.yaml").write_text("year: 2023\nprofile: submitted\n", encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "drafts")
    return folder


@pytest.fixture
def trial(repository: Path, tmp_path: Path) -> Path:
    shutil.copytree(repository, tmp_path / "trial")
    return tmp_path / "trial"


WAIVER = """\
waivers:
  - rule: review-totals
    file: drafts/青镇.txt
    address: review_litigation.review.total
    value: 7
    reason: 上级机关已核实
    owner: 张三
"""


def test_red_on_a_new_fault_green_on_a_waived_one(trial: Path) -> None:
    assert len(NAMES) == 20
    line = put(trial, NAMES[0], "7")
    red = gouji(trial, "check", "drafts", GITHUB_ACTIONS="true")
    assert red.returncode == 1, red.stdout + red.stderr
    annotations = [said for said in red.stdout.splitlines() if said.startswith("::")]
    assert len(annotations) == 1
    assert annotations[0].startswith(f"::error file=drafts/{NAMES[0]}.txt,")
    assert f",line={line}," in annotations[0]
    (trial / ".gouji.yaml").write_text("year: 2023\nprofile: submitted\n" + WAIVER, encoding="utf-8")
    green = gouji(trial, "check", "drafts", "--format=terminal", "--format=sarif=found.sarif", GITHUB_ACTIONS="true")
    assert green.returncode == 0, green.stdout + green.stderr
    assert "上级机关已核实" in "".join(green.stdout.split())
    assert "::" not in green.stdout
    (result,) = json.loads((trial / "found.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["suppressions"][0]["status"] == "accepted"
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == line
    put(trial, NAMES[0], "8")
    assert gouji(trial, "check", "drafts").returncode == 1


def test_only_what_changed_is_checked(trial: Path) -> None:
    git(trial, "checkout", "--quiet", "-b", "work")
    put(trial, NAMES[0], "7")
    git(trial, "commit", "--quiet", "--all", "--message", "one")
    put(trial, "新镇", "7")
    (trial / "drafts" / f"{NAMES[1]}.marked.txt").write_text("x", encoding="utf-8")
    (trial / "drafts" / f"~${NAMES[1]}.docx").write_text("x", encoding="utf-8")
    done = gouji(trial, "check", "--changed-since", "main", "--format", "json")
    assert done.returncode == 1, done.stderr
    assert [Path(file["path"]).stem for file in json.loads(done.stdout)["files"]] == sorted(["新镇", NAMES[0]])
    done = gouji(trial, "check", "--changed-since", "HEAD", "--format", "json", "drafts")
    assert [Path(file["path"]).stem for file in json.loads(done.stdout)["files"]] == ["新镇"]
    git(trial, "stash", "--quiet", "--include-untracked")
    assert gouji(trial, "check", "--changed-since", "HEAD").returncode == 0
    wrong = gouji(trial, "check", "--changed-since", "no-such-branch")
    assert (wrong.returncode, "no-such-branch" in wrong.stderr) == (2, True)
    wrong = gouji(trial, "check", "--changed-since", "--output=x")
    assert wrong.returncode == 2


def test_only_findings_in_lines_that_changed(trial: Path) -> None:
    put(trial, NAMES[0], "7")
    git(trial, "commit", "--quiet", "--all", "--message", "a known fault")
    file = trial / "drafts" / f"{NAMES[0]}.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("人民政府", "人民政府 ", 1), encoding="utf-8")
    assert gouji(trial, "check", "--changed-since", "HEAD", "--select", "review-totals").returncode == 1
    line = ("check", "--changed-since", "HEAD", "--changed-lines", "--select", "review-totals")
    assert gouji(trial, *line).returncode == 0
    put(trial, NAMES[0], "8")
    assert gouji(trial, *line).returncode == 1


def test_what_is_staged_is_checked_and_not_what_lies_there(trial: Path) -> None:
    put(trial, NAMES[0], "7")
    git(trial, "add", "--all")
    put(trial, NAMES[0])
    assert gouji(trial, "check", "--staged").returncode == 1
    put(trial, NAMES[0], "7")
    git(trial, "reset", "--quiet")
    assert gouji(trial, "check", "--staged").returncode == 0
    assert gouji(trial, "check").returncode == 1


def test_a_baseline_in_the_repository(trial: Path) -> None:
    put(trial, NAMES[0], "7")
    assert gouji(trial, "baseline", "write", "drafts").returncode == 0
    (trial / ".gouji.yaml").write_text("baseline: .gouji-baseline.json\n", encoding="utf-8")
    assert gouji(trial, "check", "drafts").returncode == 0
    put(trial, NAMES[1], "7")
    assert gouji(trial, "check", "drafts").returncode == 1
