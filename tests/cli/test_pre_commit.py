"""The hooks, run by pre-commit itself on a repository of their users'."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_files import FILES, Gouji
from ruamel.yaml import YAML

from linter.readers import KNOWN_SUFFIXES

ROOT = Path(__file__).parents[2]
SHIPPED = ("linter", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
IN_CI = os.environ.get("CI") == "true"

CONFIG = """\
repos:
  - repo: {hooks}
    rev: {revision}
    hooks:
      - id: gouji
      - id: gouji-rules
"""


def run(*command: str, folder: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """A command in a folder of the test's; what pre-commit builds lies beside that folder and not at the user's."""
    identity = {f"GIT_{who}_{what}": "test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        command,
        cwd=folder,
        env={
            **environment,
            **identity,
            "GOUJI_LANG": "zh",
            "PYTHONIOENCODING": "utf-8",
            "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        },
        capture_output=True,
        check=check,
        encoding="utf-8",
    )


def commit(folder: Path) -> str:
    run("git", "init", "--quiet", folder=folder)
    run("git", "add", "--all", "--force", folder=folder)
    run("git", "commit", "--quiet", "--no-verify", "--message", "state", folder=folder)
    return run("git", "rev-parse", "HEAD", folder=folder).stdout.strip()


def unable(reason: str) -> None:
    """Skips with the reason; where everything has to be there, fails."""
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that uses the hooks of this project as it stands, with their environment built."""
    if shutil.which("git") is None:
        unable("git is not installed")
    hooks = tmp_path_factory.mktemp("hooks")
    for name in SHIPPED:
        if not (ROOT / name).exists():
            unable(f"{name} is not there, so the hooks cannot be installed")
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, hooks / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, hooks / name)
    user = tmp_path_factory.mktemp("user")
    (user / ".pre-commit-config.yaml").write_text(
        CONFIG.format(hooks=hooks.as_posix(), revision=commit(hooks)), encoding="utf-8"
    )
    (user / "drafts").mkdir()
    commit(user)
    built = run(sys.executable, "-m", "pre_commit", "install-hooks", folder=user, check=False)
    if built.returncode != 0:
        unable(f"pre-commit could not build the environment of the hooks: {built.stdout[-600:]}")
    return user


@pytest.mark.parametrize(
    ("hook", "file", "data", "code", "fragment"),
    [
        ("gouji", "drafts/good.txt", FILES["good.txt"], 0, ""),
        ("gouji", "drafts/faulty.md", FILES["folder/faulty.md"], 1, "requests-balance"),
        ("gouji", "README.md", b"# Notes\n", 0, ""),
        ("gouji-rules", "rules/own.yaml", FILES["own/rules.yaml"], 0, ""),
        ("gouji-rules", "rules/broken.yaml", FILES["broken/rules.yaml"], 1, "no-such-kind-19"),
    ],
)
def test_a_hook(repository: Path, hook: str, file: str, data: bytes, code: int, fragment: str) -> None:
    path = repository / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    run("git", "add", file, folder=repository)
    done = run(sys.executable, "-m", "pre_commit", "run", hook, "--files", file, folder=repository, check=False)
    path.unlink()
    assert done.returncode == code, done.stdout + done.stderr
    assert fragment in done.stdout
    assert "no files to check" not in done.stdout
    assert path.name.endswith((".yaml", *KNOWN_SUFFIXES))


def hooks(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = YAML(typ="safe").load(text)
    return found


def examples() -> list[dict[str, Any]]:
    """The hooks in the examples of the documentation that have arguments of their own."""
    pages = [*(ROOT / "docs").glob("*.md"), *ROOT.glob("*.md")]
    blocks = re.findall(
        r"```(?:yaml)?\n(repos:.*?)```", "".join(page.read_text(encoding="utf-8") for page in pages), re.S
    )
    return [hook for block in blocks for repo in hooks(block)["repos"] for hook in repo["hooks"] if "args" in hook]


def test_no_file_is_taken_for_an_option() -> None:
    """Neither as the hooks are, nor as the documentation says that they can be used."""
    shipped = hooks((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert len(shipped) == 2
    assert examples()
    assert {hook["args"][-1] for hook in (*shipped, *examples())} == {"--"}


@pytest.mark.parametrize("name", ["-oREADME.md", "--pack=evil.md", "--output=README.md", "--lang=xx.md", "--help.md"])
@pytest.mark.parametrize("hook", [0, 1])
def test_a_file_that_is_named_like_an_option_is_a_file(gouji: Gouji, folder: Path, name: str, hook: int) -> None:
    (folder / "README.md").write_bytes(b"mine")
    (folder / name).write_bytes(FILES["folder/faulty.md"])
    shipped = hooks((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[hook]
    code, out, err = gouji(*shipped["entry"].split()[1:], *shipped["args"], "README.md", name)
    assert (folder / "README.md").read_bytes() == b"mine"
    if hook == 0:
        assert code == 1
        assert name in out
    else:
        assert code == 2
        assert name in err
