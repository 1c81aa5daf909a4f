"""Recipes for CI servers: their scripts are run here, with programs in the place of those that install things."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
BASH = shutil.which("bash")

pytestmark = pytest.mark.skipif(BASH is None or sys.platform == "win32", reason="the scripts are for a POSIX shell")


def loaded(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text(encoding="utf-8"))


def run(script: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a script in `folder`, in which `pipx run --spec X gouji …` and `gouji …` are this checkout's."""
    tools = folder / "tools"
    tools.mkdir(exist_ok=True)
    gouji = f'"{sys.executable}" -m linter'
    for name, words in (("pipx", 'shift 3; [ "$1" = gouji ] && shift'), ("gouji", ":")):
        (tools / name).write_text(f'#!/usr/bin/env bash\n{words}\nexec {gouji} "$@"\n', encoding="utf-8")
        (tools / name).chmod(0o755)
    assert BASH is not None
    return subprocess.run(
        [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GOUJI_LANG": "zh",
            **environment,
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with a clean draft and one with a wrong total, named as nobody should name files."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    shutil.copy(ROOT / "tests/reports/2021-clean/report.md", folder / "好 $(touch hurt).md")
    shutil.copy(ROOT / "tests/reports/2021-wrong-sums/report.md", folder / "--strict.md")
    return tmp_path


def _action(drafts: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    action = loaded("action.yml")
    (step,) = action["runs"]["steps"]
    given = {name: str(about["default"]) for name, about in action["inputs"].items()} | inputs
    variables = {name: _filled(text, given) for name, text in step["env"].items()}
    return run(step["run"], drafts, {**variables, "GITHUB_ACTIONS": "true"})


def _filled(text: str, inputs: dict[str, str]) -> str:
    name = text.removeprefix("${{ ").removesuffix(" }}")
    return str(ROOT) if name == "github.action_path" else inputs[name.removeprefix("inputs.")]


def test_the_action_fails_on_a_wrong_sum_and_annotates_it(drafts: Path) -> None:
    done = _action(drafts, paths="drafts", sarif="found.sarif", junit="found.xml")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "::error file=drafts/--strict.md,title=" in done.stdout
    assert json.loads((drafts / "found.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert (drafts / "found.xml").exists()


def test_the_action_takes_paths_as_they_are(drafts: Path) -> None:
    done = _action(drafts, paths="drafts/好 $(touch hurt).md\n\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (drafts / "hurt").exists()
    done = _action(drafts / "drafts", paths="--strict.md", **{"fail-on": "never"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "requests-balance" in done.stdout


def test_the_action_leaves_to_the_configuration_what_it_is_not_given(drafts: Path) -> None:
    (drafts / ".gouji.yaml").write_text("fail-on: never\n", encoding="utf-8")
    assert _action(drafts, paths="drafts").returncode == 0
    assert _action(drafts, paths="drafts", **{"fail-on": "error"}).returncode == 1
    assert _action(drafts, paths="drafts", pack="no-such-pack").returncode == 2


def test_no_value_of_a_caller_is_a_part_of_the_script() -> None:
    for step in loaded("action.yml")["runs"]["steps"]:
        assert "${{" not in step["run"]


def test_the_job_of_gitlab_leaves_what_merge_requests_show(drafts: Path) -> None:
    job = loaded("packaging/gitlab-ci.yml")["gouji"]
    done = run("\n".join(job["script"]), drafts, {"GITLAB_CI": "true", **job["variables"], "GOUJI_PATHS": "drafts"})
    assert done.returncode == 1, done.stdout + done.stderr
    reports = job["artifacts"]["reports"]
    found = json.loads((drafts / reports["codequality"]).read_text(encoding="utf-8"))
    assert {entry["location"]["path"] for entry in found} == {"drafts/--strict.md"}
    assert (drafts / reports["junit"]).exists()


def test_the_container_file_copies_what_there_is() -> None:
    lines = (ROOT / "packaging/Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [name for line in lines if line.startswith("COPY ") for name in line.split()[1:-1]]
    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []
