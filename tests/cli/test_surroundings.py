"""Languages, consoles, pipes and interrupts: whatever surrounds the program, nobody meets a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_files import FILES, Gouji

import linter.cli.application
import linter.cli.running
from linter.cli import main
from linter.cli.languages import of_environment
from linter.kinds import KINDS
from linter.reporters.layout import Ruler

ROOT = Path(__file__).parents[2]


def start(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A whole process. Its environment is bare but for what is given."""
    kept = {
        name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "HOME", "USERPROFILE") if name in os.environ
    }
    command = [sys.executable, "-m", "linter", *arguments]
    return subprocess.run(
        command, cwd=folder, env={**kept, "PYTHONPATH": str(ROOT), **environment}, capture_output=True, check=False
    )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"GOUJI_LANG": "zh", "LC_ALL": "en_GB.UTF-8"}, "zh"),
        ({"GOUJI_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, "zh"),
        ({"GOUJI_LANG": "", "LANG": "zh_CN"}, "zh"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_language_comes_from_the_environment(environment: dict[str, str], language: str) -> None:
    assert of_environment(environment) == language


@pytest.mark.parametrize("encoding", ["cp936", "ascii", "utf-8"])
@pytest.mark.parametrize("format", ["html", "junit", "checkstyle"])
def test_what_says_that_it_is_utf_8_is_so_in_a_pipe(
    encoding: str, format: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("GOUJI_LANG", "zh")
    monkeypatch.chdir(folder)
    assert main(["check", "faulty.txt", "--no-config", "--format", format]) == 1
    stream.flush()
    assert "请对照台账核实" in stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ["cp936", "cp1252", "ascii", "utf-8", "utf-16"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", [("check", "faulty.txt"), ("rules", "list"), ("check", "-h"), ("check", "--lang")])
def test_no_console_is_too_narrow_for_the_text(
    encoding: str, language: str, command: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    monkeypatch.setenv("GOUJI_LANG", language)
    assert main(command) in (0, 1, 2)


@pytest.mark.parametrize("encoding", ["cp936", "cp1252", "ascii"])
def test_json_on_a_console_that_is_not_utf_8_loses_nothing(encoding: str, folder: Path) -> None:
    done = start("check", "faulty.txt", "--format", "json", folder=folder, PYTHONIOENCODING=encoding)
    assert done.stdout.isascii()
    assert json.loads(done.stdout)["files"][0]["organisation"] == "青溪镇人民政府"


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    command = f'"{sys.executable}" -m linter rules list --format json'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, shell=True, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_the_standard_input_is_read(folder: Path, gouji: Gouji, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, given in (("-", ()), ("draft.md", ("--stdin-name", "draft.md"))):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FILES["faulty.txt"])))
        code, out, _ = gouji("check", "-", *given, "--format", "json")
        assert json.loads(out)["files"][0]["path"] == name
        assert code == 1


def test_an_interrupt_ends_the_program_quietly(gouji: Gouji, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(linter.cli.running, "expand", interrupt)
    assert gouji("check", "good.txt") == (130, "", "")


def test_a_mistake_of_the_program_is_one_sentence(gouji: Gouji, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(linter.cli.running, "expand", fail)
    code, out, err = gouji("check", "good.txt")
    assert (code, out) == (2, "")
    assert "ZeroDivisionError" in err
    assert len(err.splitlines()) == 1


def test_a_pipe_is_80_cells_wide_and_without_colour(folder: Path) -> None:
    text = start("check", "faulty.txt", folder=folder, GOUJI_LANG="zh", PYTHONIOENCODING="utf-8").stdout.decode()
    assert "\x1b" not in text
    wide = start("check", "faulty.txt", folder=folder, GOUJI_LANG="zh", PYTHONIOENCODING="utf-8", COLUMNS="110")
    assert (
        max(map(Ruler(1).cells, text.splitlines())) <= 80 < max(map(Ruler(1).cells, wide.stdout.decode().splitlines()))
    )


@pytest.mark.parametrize(("variable", "coloured"), [("", True), ("NO_COLOR", False)])
def test_a_terminal_has_colour_unless_it_is_asked_not_to(
    gouji: Gouji, monkeypatch: pytest.MonkeyPatch, variable: str, coloured: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("linter.cli.console._is_terminal", lambda stream: True)
    if variable:
        monkeypatch.setenv(variable, "1")
    assert ("\x1b[" in gouji("check", "faulty.txt")[1]) is coloured


def test_many_files_are_watched_with_a_bar(gouji: Gouji, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.cli.console._is_terminal", lambda stream: stream is sys.stderr)
    for number in range(8):
        (folder / "folder" / f"{number}.txt").write_bytes(FILES["good.txt"])
    assert gouji("check", "folder")[0] == 1


HEAVY = (
    "ruamel",
    "jsonschema",
    "markdown_it",
    "rich.console",
    "rich.progress",
    "multiprocessing",
    "concurrent",
    "typer",
)


def test_checking_a_text_loads_nothing_heavy(folder: Path) -> None:
    """With a warm cache. What is loaded is paid for on every start."""
    code = (
        "import sys; from linter.cli import main; main(['check', 'good.txt']);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "GOUJI_CACHE_DIR": str(folder / "cache")}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, check=False, text=True
        )
    assert done.stderr.strip() == "[]"


def test_help_loads_no_reader_and_no_rule(folder: Path) -> None:
    code = (
        "import sys; from linter.cli import main; main(['-h']); print('linter.kinds' in sys.modules, file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.stderr.strip() == b"False"


def test_the_shell_can_complete(folder: Path) -> None:
    done = start(
        folder=folder, _GOUJI_COMPLETE="complete_bash", COMP_WORDS="gouji ch", COMP_CWORD="1", PYTHONIOENCODING="utf-8"
    )
    assert done.stdout.split() == [b"check"]


needs_shell = pytest.mark.skipif(os.name == "nt" or not Path("/dev/full").exists(), reason="no such shell here")


def in_shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command line of the shell in `folder`; `gouji` in it is the program."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "GOUJI_LANG": "en", "PYTHONIOENCODING": "utf-8"}
    line = line.replace("gouji", f'"{sys.executable}" -m linter')
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@needs_shell
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("gouji check faulty.txt > /dev/full", 2, "cannot write “the standard output” (the disk is full)"),
        ("gouji check faulty.txt -f json > /dev/full", 2, "the disk is full"),
        ("gouji extract faulty.txt > /dev/full", 2, "the disk is full"),
        ("gouji rules list > /dev/full", 2, "the disk is full"),
        ("gouji --help > /dev/full", 2, "the disk is full"),
        ("gouji check faulty.txt --output /dev/full", 2, "the disk is full"),
        ("gouji check faulty.txt nowhere.txt 2> /dev/full", 2, ""),
        ("gouji check --nowhere 2> /dev/full", 2, ""),
        ("gouji check faulty.txt > /dev/full 2>&1", 2, ""),
        ("gouji check faulty.txt >&-", 1, ""),
        ("gouji check faulty.txt 2>&-", 1, ""),
        ("gouji check faulty.txt <&- >&- 2>&-", 1, ""),
        ("gouji check faulty.txt -o result.txt <&- >&- 2>&-", 1, ""),
        ("gouji check - <&-", 2, ""),
        ("gouji extract faulty.txt >&-", 0, ""),
        ("mkdir gone && cd gone && rmdir ../gone && gouji check .", 2, ""),
        ("mkdir gone && cd gone && rmdir ../gone && gouji check ../faulty.txt", 2, ""),
        ("mkdir gone && cd gone && rmdir ../gone && gouji annotate ../faulty.txt -o x.html", 2, ""),
        ("SOURCE_DATE_EPOCH=99999999999999999999999 gouji annotate faulty.txt", 2, "SOURCE_DATE_EPOCH"),
        ("SOURCE_DATE_EPOCH=253402300800 gouji annotate faulty.txt", 2, "SOURCE_DATE_EPOCH"),
        ("SOURCE_DATE_EPOCH=soon gouji annotate faulty.txt", 2, "SOURCE_DATE_EPOCH"),
        ("SOURCE_DATE_EPOCH=0 gouji annotate faulty.txt", 0, ""),
        ("SOURCE_DATE_EPOCH= gouji annotate faulty.txt --force", 0, ""),
    ],
)
def test_whatever_the_shell_has_prepared_nothing_fails_in_the_program(
    folder: Path, line: str, code: int, said: str
) -> None:
    done = in_shell(line, folder)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    for failure in ("itself failed", "Traceback", "Exception ignored", "Errno"):
        assert failure not in done.stdout + done.stderr


@needs_shell
def test_a_file_is_not_taken_for_a_closed_stream(folder: Path) -> None:
    assert in_shell("gouji check faulty.txt -o result.txt >&- 2>&-", folder).returncode == 1
    assert (folder / "result.txt").read_text(encoding="utf-8").startswith("gouji ")


@pytest.mark.parametrize("error", [SystemExit, GeneratorExit, ZeroDivisionError])
def test_a_rule_that_fails_is_named_with_its_file_and_where_to_report_it(
    gouji: Gouji, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("linter.kinds.KINDS", {**KINDS, "equation": KINDS["equation"]._replace(check=fail)})
    monkeypatch.setattr("linter.run.engine.KINDS", {**KINDS, "equation": KINDS["equation"]._replace(check=fail)})
    monkeypatch.delenv("GOUJI_DEBUG", raising=False)
    code, out, err = gouji("check", "faulty.txt")
    joined = "".join(out.split())
    assert code == 2
    assert "faulty.txt" in joined
    assert f"规则requests-balance（{error.__name__}）" in joined
    assert "--debug" in joined
    assert "问题页面" in joined
    assert "Traceback" not in out + err
    monkeypatch.setenv("GOUJI_DEBUG", "")
    code, out, err = gouji("check", "faulty.txt", "--debug")
    assert code == 2
    assert "Traceback" in err
    assert "in fail" in err


def test_no_cache_neither_reads_nor_writes(gouji: Gouji, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOUJI_CACHE_DIR", str(folder / "cache"))
    monkeypatch.setenv("GOUJI_NO_CACHE", "")
    assert gouji("check", "good.txt", "--no-cache")[0] == 0
    assert not (folder / "cache").exists()
