"""Many files: what is walked, what is skipped, and what goes wrong without stopping the others."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import linter.run.walk
from linter.model.pack import Family
from linter.model.result import Failed, RunResult, Skipped, error_of
from linter.packs import load
from linter.run.batch import Batch, lint_many, workers
from linter.run.engine import LintOptions
from linter.run.form import write
from linter.run.walk import Input, expand

PACK = "cn-open-government"


@pytest.fixture(scope="module")
def family() -> Family:
    return load(PACK)


@pytest.fixture
def report(family: Family) -> str:
    return write(family.packs[-1].template, 2023, "云岭县发展和改革局")


Check = Callable[..., RunResult]


@pytest.fixture
def check(family: Family) -> Check:
    def run(*paths: object, jobs: int | None = 1, **options: bool) -> RunResult:
        return lint_many(Batch(tuple(map(str, paths)), PACK, family, LintOptions(**options), jobs))

    return run


def names(items: tuple[Input | Failed, ...]) -> list[str]:
    return [Path(item.name if isinstance(item, Input) else item.head.path).name for item in items]


def errors(result: RunResult) -> dict[str, str | None]:
    return {Path(file.head.path).name: error.key if (error := error_of(file)) else None for file in result.files}


def test_folders_are_walked_in_order_without_what_is_hidden_or_of_another_kind(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.TXT", "d.xyz", ".hidden.txt", "~$e.txt", ".git/f.txt", "sub/g.txt", "z.markdown"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert names(expand([str(tmp_path)])) == ["a.md", "b.txt", "c.TXT", "z.markdown", "g.txt"]


def test_a_file_is_checked_once_and_being_named_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    (item,) = expand([str(tmp_path), str(file), str(tmp_path / "." / "a.txt")])
    assert isinstance(item, Input)
    assert item.named


def test_links_that_go_round_in_circles_come_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("x", encoding="utf-8")
    try:
        (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "self").symlink_to("self")
        (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    except OSError:
        pytest.skip("links may not be made here")
    found = expand([str(tmp_path)])
    assert names(found) == ["gone.txt", "a.txt"]
    assert isinstance(found[0], Failed)
    assert found[0].error.key == "run.broken-link"


def test_what_cannot_be_opened_is_named_and_the_others_are_checked(tmp_path: Path, report: str, check: Check) -> None:
    (tmp_path / "good.txt").write_text(report, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "nothing").mkdir()
    paths = [tmp_path / name for name in ("goood.txt", "zzzzzz", "good.txt", "empty.txt", "binary.txt", "nothing")]
    found = errors(check(*paths))
    assert found["good.txt"] is None
    assert found["goood.txt"] == "run.not-found-but"
    assert found["zzzzzz"] == "run.not-found"
    assert found["nothing"] == "run.folder-without-files"
    assert (found["empty.txt"] or "").startswith("read.")
    assert (found["binary.txt"] or "").startswith("read.")


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (FileNotFoundError(2, "gone"), "run.vanished"),
        (PermissionError(13, "denied"), "run.no-permission"),
        (OSError(5, "input/output error"), "run.unreadable"),
    ],
)
def test_a_file_that_fails_while_it_is_read(
    tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch, failure: OSError, error: str
) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")

    def fail(path: Path) -> bytes:
        raise failure

    monkeypatch.setattr(linter.run.walk, "contents", fail)
    assert errors(check(tmp_path / "a.txt")) == {"a.txt": error}


def test_a_folder_that_cannot_be_listed(tmp_path: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("linter.run.folders.os.scandir", fail)
    assert list(errors(check(tmp_path)).values()) == ["run.folder-unreadable"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_without_permission(tmp_path: Path, check: Check) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert errors(check(tmp_path / "a.txt")) == {"a.txt": "run.no-permission"}


def test_a_folder_without_reports_is_an_error(tmp_path: Path, check: Check) -> None:
    (tmp_path / "notes.txt").write_text("买菜\n", encoding="utf-8")
    result = check(tmp_path)
    assert errors(result) == {"notes.txt": None, tmp_path.name: "run.folder-without-reports"}
    assert isinstance(result.files[0], Skipped)


def test_a_named_file_that_is_no_report_can_be_skipped(tmp_path: Path, check: Check) -> None:
    (tmp_path / "notes.txt").write_text("买菜\n", encoding="utf-8")
    assert errors(check(tmp_path / "notes.txt")) == {"notes.txt": "run.no-report"}
    assert errors(check(tmp_path / "notes.txt", skip_other=True)) == {"notes.txt": None}


def test_several_processes_say_the_same_in_the_same_order(tmp_path: Path, report: str, check: Check) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(report.replace("\t0", f"\t{number}", 3), encoding="utf-8")
    (tmp_path / "05.txt").write_bytes(b"")
    assert check(tmp_path) == check(tmp_path, jobs=2)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_was_read_is_not_kept(tmp_path: Path, report: str, check: Check, jobs: int) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(report, encoding="utf-8")
    assert [file.document for file in check(tmp_path, jobs=jobs).checked] == [None, None]


def test_a_file_and_a_mistake_of_one_name_are_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    real = str(tmp_path / "a.txt")
    assert names(expand([real, real])) == ["a.txt"]
    (missing,) = expand([real])
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (found,) = expand([real])
    assert (type(missing), type(found)) == (Failed, Input)


def test_results_can_be_sent_between_processes(tmp_path: Path, report: str, check: Check) -> None:
    (tmp_path / "a.txt").write_text(report.replace("\t0", "\t7", 9), encoding="utf-8")
    result = check(tmp_path)
    assert result.files[0].findings
    assert pickle.loads(pickle.dumps(result)) == result


@pytest.mark.parametrize(
    ("jobs", "files", "cores", "used"),
    [
        (None, 10, 8, 1),
        (None, 49, 8, 1),
        (None, 50, 8, 8),
        (0, 10, 8, 8),
        (0, 3, 8, 3),
        (4, 100, 8, 4),
        (1, 100, 8, 1),
        (0, 1000, 128, 61),
        (None, 0, 8, 1),
    ],
)
def test_how_many_processes_are_used(
    jobs: int | None, files: int, cores: int, used: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert workers(jobs, files) == used


def test_progress_is_told_after_each_file(tmp_path: Path, report: str, family: Family) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(report, encoding="utf-8")
    told: list[tuple[int, int]] = []
    batch = Batch((str(tmp_path),), PACK, family)
    lint_many(batch, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
