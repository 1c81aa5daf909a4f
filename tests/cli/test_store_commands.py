"""`--store` and `gouji store`: what did not change is not checked again, and reports are the same to the byte."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from command_files import Gouji

import linter.run.batch
from linter.model.document import Source
from linter.run.engine import lint


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are checked, as they are."""
    names: list[str] = []

    def watched(source: Source, *rest: object, **more: object) -> object:
        names.append(source.name)
        return lint(source, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(linter.run.batch, "lint", watched)
    return names


FORMATS = ["terminal", "json", "jsonl", "sarif", "junit", "markdown", "checkstyle", "gitlab", "rdjson", "github"]


@pytest.mark.parametrize("format", FORMATS)
def test_a_second_run_checks_nothing_and_says_the_same(gouji: Gouji, read: list[str], format: str) -> None:
    command = ("check", "good.txt", "faulty.txt", "--format", format, "--store", "s")
    first = gouji(*command)
    assert read == ["good.txt", "faulty.txt"]
    assert gouji(*command) == first
    assert read == ["good.txt", "faulty.txt"]
    assert gouji(*command[:-2]) == first


@pytest.mark.parametrize(
    "other",
    [("--ignore", "requests-balance"), ("--pack", "own"), ("--year", "2022"), ("--format", "json"), ("-f", "sarif")],
)
def test_what_was_asked_for_belongs_to_a_result(gouji: Gouji, read: list[str], other: tuple[str, ...]) -> None:
    gouji("check", "faulty.txt", "--store", "s")
    second = gouji("check", "faulty.txt", "--store", "s", *other)
    assert read == ["faulty.txt"] * 2
    assert second == gouji("check", "faulty.txt", *other)


def test_a_file_that_changed_is_checked_again_and_no_other(gouji: Gouji, folder: Path, read: list[str]) -> None:
    gouji("check", "good.txt", "faulty.txt", "--store", "s")
    (folder / "good.txt").write_bytes((folder / "faulty.txt").read_bytes())
    assert gouji("check", "good.txt", "faulty.txt", "--store", "s")[0] == 1
    assert read == ["good.txt", "faulty.txt", "good.txt"]


def test_the_report_of_the_year_before_belongs_to_a_result(gouji: Gouji, folder: Path, read: list[str]) -> None:
    (folder / "before.txt").write_text((folder / "good.txt").read_text("utf-8").replace("2023", "2022"), "utf-8")
    command = ("check", "good.txt", "--previous", "before.txt", "--store", "s")
    first = gouji(*command)
    assert gouji(*command) == first
    assert read.count("good.txt") == 1
    with (folder / "before.txt").open("a", encoding="utf-8") as stream:
        stream.write("\n另有说明。\n")
    gouji(*command)
    assert read.count("good.txt") == 2


def test_a_file_that_could_not_be_checked_is_tried_again(gouji: Gouji, read: list[str]) -> None:
    for _ in range(2):
        assert gouji("check", "empty.txt", "good.txt", "--store", "s")[0] == 2
    assert read == ["empty.txt", "good.txt", "empty.txt"]


def test_a_store_can_be_looked_at_and_cleared(gouji: Gouji, folder: Path) -> None:
    gouji("check", "good.txt", "faulty.txt", "--store", "s")
    code, out, _ = gouji("store", "info", "s")
    assert (code, "2 个结果" in out) == (0, True)
    assert gouji("store", "clear", "s")[0] == 0
    assert not list(folder.glob("s*"))
    assert gouji("store", "info", "s")[0] == 2


def test_a_draft_is_never_taken_for_a_store(gouji: Gouji, folder: Path) -> None:
    before = (folder / "faulty.txt").read_bytes()
    code, out, err = gouji("check", "good.txt", "--store", "faulty.txt")
    assert (code, out) == gouji("check", "good.txt")[:2]
    assert "faulty.txt" in err
    assert gouji("store", "clear", "faulty.txt")[0] == 2
    assert (folder / "faulty.txt").read_bytes() == before


def test_a_forged_entry_is_no_result(gouji: Gouji, read: list[str]) -> None:
    first = gouji("check", "faulty.txt", "--store", "s")
    database = sqlite3.connect("s")
    database.execute("UPDATE results SET value = zeroblob(20)")
    database.commit()
    database.close()
    assert gouji("check", "faulty.txt", "--store", "s") == first
    assert read == ["faulty.txt"] * 2
