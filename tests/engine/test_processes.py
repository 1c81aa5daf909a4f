"""Child processes die, hang, and take all memory there is; only what they were at is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import linter.run.batch
from linter.cli import main
from linter.model.message import Message
from linter.model.pack import Family
from linter.model.result import Checked, Failed
from linter.packs import load
from linter.run.batch import Batch, lint_many
from linter.run.form import write
from linter.run.processes import Workers
from linter.run.walk import LARGE, Input, is_risky
from linter.run.worker import Limits

ROOT = Path(__file__).parents[2]
PACK = "cn-open-government"
FILLER = "备注".encode() * (LARGE // 6)
QUICK = Limits(seconds=1, megabytes=100)


def work(item: str) -> str:
    """What a hostile file may do to the process that reads it; other items are given back."""
    action, _, path = item.partition(" ")
    if action == "die":
        os._exit(3)
    if action == "leave":
        raise SystemExit(3)
    if action == "hang":
        while True:
            pass
    if action == "eat":
        kept = []
        while True:
            kept.append(bytearray(1_000_000))
    if action == "once" and not Path(path).exists():
        Path(path).touch()
        os._exit(3)
    return f"{os.getpid()}" if action == "who" else item


def lost(item: str, reason: Message) -> str:
    return f"{item}: {reason.key}"


FATES = {
    "die": "die: run.process-died",
    "leave": "leave: run.crashed-file",
    "hang": "hang: run.hung",
    "eat": "eat: run.too-much-memory",
}


@pytest.mark.parametrize("fate", FATES)
def test_a_lost_process_costs_its_item_alone(fate: str) -> None:
    with Workers(work, 2, lost, QUICK) as workers:
        assert list(workers.in_order(["a", fate, "b", "c"])) == ["a", FATES[fate], "b", "c"]
        assert workers.one("d") == "d"


def test_an_item_is_tried_twice(tmp_path: Path) -> None:
    item = f"once {tmp_path / 'tried'}"
    with Workers(work, 1, lost, QUICK) as workers:
        assert list(workers.in_order(["a", item])) == ["a", item]


def test_what_is_tried_again_is_tried_when_all_else_is_done() -> None:
    with Workers(work, 2, lost, QUICK) as workers:
        numbers = [number for number, _ in workers.as_done(["die", *"abcdef"])]
    assert numbers[-1] == 0


def test_a_process_is_kept_for_the_next_item_and_replaced_after_enough() -> None:
    with Workers(work, 1, lost, QUICK._replace(renew_items=3)) as workers:
        seen = [workers.one("who") for _ in range(7)]
    assert [seen.count(one) for one in dict.fromkeys(seen)] == [3, 3, 1]


def test_nothing_is_started_before_there_is_something_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.run.processes._Worker", None)
    with Workers(work, 2, lost) as workers:
        assert list(workers.in_order([])) == []


class NoProcess:
    """Cannot be sent anywhere: the child ends while it starts."""

    def __call__(self, item: str) -> str:
        return item

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return os._exit, (3,)


def test_processes_that_never_begin_are_given_up() -> None:
    with Workers(NoProcess(), 2, lost) as workers:
        assert list(workers.in_order(["a", "b"])) == ["a: run.no-process", "b: run.no-process"]


@pytest.fixture(scope="module")
def family() -> Family:
    return load(PACK)


@pytest.fixture
def report(family: Family) -> bytes:
    return write(family.packs[-1].template, 2023, "云岭县发展和改革局").encode()


@pytest.mark.parametrize(("size", "risky"), [(LARGE, False), (LARGE + 1, True)])
def test_a_large_file_is_risky(tmp_path: Path, size: int, risky: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b" " * size)
    assert is_risky(Input(str(path), path)) is risky
    assert is_risky(Input("-", None, data=b" " * size)) is risky


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no such owner here")
@pytest.mark.parametrize(("user", "owner", "folder", "risky"), [(1, 1, 2, False), (1, 2, 2, False), (1, 3, 2, True)])
def test_a_file_of_a_stranger_is_risky(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, user: int, owner: int, folder: int, risky: bool
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    whole = Path.stat

    def stat(self: Path, **options: bool) -> os.stat_result:
        status = list(whole(self, **options))
        status[4] = owner if self == path else folder
        return os.stat_result(status)

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert is_risky(Input(str(path), path)) is risky


def test_a_large_report_is_checked_like_a_small_one(tmp_path: Path, family: Family, report: bytes) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(report)
    large.write_bytes(report + FILLER)
    result = lint_many(Batch((str(small), str(large)), PACK, family))
    assert [type(file) for file in result.files] == [Checked, Checked]
    assert result.checked[0].findings == ()


def test_a_small_report_starts_no_process(
    tmp_path: Path, family: Family, report: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(report)
    monkeypatch.setattr("linter.run.processes._Worker", None)
    assert lint_many(Batch((str(tmp_path),), PACK, family)).failed == 0


def test_ctrl_c_keeps_what_is_done(
    tmp_path: Path, family: Family, report: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_bytes(report)
    usual = linter.run.batch.open_source

    def interrupt(item: Input) -> object:
        if item.name.endswith("b.txt"):
            raise KeyboardInterrupt
        return usual(item)

    monkeypatch.setattr(linter.run.batch, "open_source", interrupt)
    result = lint_many(Batch((str(tmp_path),), PACK, family))
    assert [Path(file.head.path).name for file in result.files] == ["a.txt"]
    assert result.interrupted == 3


@pytest.mark.parametrize("error", [SystemExit, GeneratorExit, MemoryError, RecursionError])
def test_whatever_a_reader_raises_costs_its_file(
    tmp_path: Path, family: Family, report: bytes, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(report)
    usual = linter.run.batch.open_source

    def fail(item: Input) -> object:
        if item.name.endswith("a.txt"):
            raise error
        return usual(item)

    monkeypatch.setattr(linter.run.batch, "open_source", fail)
    result = lint_many(Batch((str(tmp_path),), PACK, family))
    assert [type(file) for file in result.files] == [Failed, Checked]


RUN = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored below a shell's background job, as CI may be one
from linter.run.processes import Workers
import test_processes as tests

if __name__ == "__main__":
    with Workers(tests.work, 2, tests.lost) as workers:
        for _, who in workers.as_done(["who", "who", *["hang"] * 4]):
            print(who, flush=True)
"""


def started(tmp_path: Path) -> subprocess.Popen[str]:
    """A run with two processes, which are caught in their work."""
    (tmp_path / "run.py").write_text(RUN, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{Path(__file__).parent}"}
    return subprocess.Popen(
        [sys.executable, str(tmp_path / "run.py")],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def is_alive(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="processes cannot be looked at here")
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_no_process_outlives_the_run(tmp_path: Path, how: str) -> None:
    run = started(tmp_path)
    assert run.stdout is not None
    workers = {int(run.stdout.readline()) for _ in range(2)}
    time.sleep(0.3)
    at = time.monotonic()
    # Ctrl+C reaches all processes of a terminal, everything else the one that it is sent to
    (os.killpg if how == "SIGINT" else os.kill)(run.pid, getattr(signal, how))
    _, err = run.communicate(timeout=10)
    assert time.monotonic() - at < 3
    while any(map(is_alive, workers)):
        assert time.monotonic() - at < 10
        time.sleep(0.05)
    assert "Process" not in err
    assert err.count("Traceback") == (1 if how == "SIGINT" else 0)  # that of this script, which catches nothing


def test_a_large_draft_is_marked_like_a_small_one(
    tmp_path: Path, report: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOUJI_LANG", "en")
    draft, copy = tmp_path / "large.txt", tmp_path / "large.marked.html"
    draft.write_bytes(report + FILLER)
    monkeypatch.setattr("linter.cli.marking._made", None)  # not in this process
    assert main(["annotate", str(draft)]) == 0
    assert copy.read_bytes().startswith(b"<!DOCTYPE html>")
    assert main(["annotate", str(draft)]) == 2
    assert "--force" in capsys.readouterr().err
