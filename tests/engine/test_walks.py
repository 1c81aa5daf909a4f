"""What is taken of folders, in what order, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from linter.model.result import Failed
from linter.run.folders import MOST_NAMED, natural
from linter.run.walk import Input, expand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "reports"


def make(folder: Path, *names: str, **texts: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    for name, text in texts.items():
        (folder / name.replace("ignore", ".gitignore")).write_text(text, encoding="utf-8")


def taken(folder: Path, exclude: Sequence[str] = ()) -> list[str]:
    return [
        Path(item.name).relative_to(folder).as_posix()
        for item in expand([str(folder)], exclude=exclude)
        if isinstance(item, Input)
    ]


def noted(folder: Path, exclude: Sequence[str] = ()) -> dict[str, list[str]]:
    return {
        note.key: [Path(str(path)).name for path in note.values["paths"]]  # type: ignore[union-attr]
        for note in expand([str(folder)], exclude=exclude).notes
    }


def test_numbers_in_names_count_as_numbers(folder: Path) -> None:
    make(folder, "10 乙.txt", "9 甲.txt", "2.txt", "02.txt", "1/a.txt", "10/b.txt", "2/c.txt")
    assert taken(folder) == ["02.txt", "2.txt", "9 甲.txt", "10 乙.txt", "1/a.txt", "2/c.txt", "10/b.txt"]


def test_natural_keys_order_any_two_names() -> None:
    names = ["", "1", "01", "a", "a1", "1a", "a1b", "a01b", "²", "一2", "~"]
    assert len({natural(name) for name in names}) == len(names)
    assert sorted(names, key=natural) == sorted(sorted(names, reverse=True), key=natural)


def test_gitignore_holds_below_it_and_the_nearest_decides(folder: Path) -> None:
    make(folder, "a.txt", "old/b.txt", "sub/a.txt", "sub/c.txt", "sub/old.txt", "new/old/d.txt")
    make(folder, ignore="a.txt\nold/\n")
    make(folder / "sub", ignore="!a.txt\n/c.txt\n")
    assert taken(folder) == ["sub/a.txt", "sub/old.txt"]
    assert noted(folder) == {"walk.ignored": ["a.txt", "old", "old", "c.txt"]}


def test_gitignore_above_holds_within_the_repository_and_not_beyond_it(folder: Path) -> None:
    make(folder.parent, ignore="b.txt\n")
    make(folder / "deep", "a.txt", "b.txt", "build/c.txt")
    make(folder, ignore="a.txt\nbuild/\n")
    assert taken(folder / "deep") == ["a.txt", "b.txt", "build/c.txt"]
    (folder / ".git").mkdir()
    assert taken(folder / "deep") == ["b.txt"]
    assert taken(folder / "deep" / "build") == ["c.txt"]  # which somebody asked for by name


def test_patterns_that_are_none_leave_everything_in(folder: Path) -> None:
    make(folder, "a.txt")
    (folder / ".gitignore").write_bytes(b"\xff\xfe\x00[z-a]\n!\n")
    assert taken(folder) == ["a.txt"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("old/", ["a.txt", "b.md"]),
        ("*.md", ["a.txt", "old/c.txt"]),
        ("/a.txt", ["b.md", "old/c.txt"]),
        ("c.txt", ["a.txt", "b.md"]),
    ],
)
def test_what_is_excluded_is_left_out(folder: Path, pattern: str, left: list[str]) -> None:
    make(folder, "a.txt", "b.md", "old/c.txt")
    assert taken(folder, [pattern]) == left
    assert list(noted(folder, [pattern])) == ["walk.excluded"]
    assert list(expand([str(folder / "a.txt")], exclude=[pattern])) != []


def test_an_open_file_is_named_and_a_lock_alone_too(folder: Path) -> None:
    make(folder, "report 2023.docx", "~$port 2023.docx", "a.docx", "~$a.docx", "~$gone.docx", "plain.docx")
    assert taken(folder) == ["a.docx", "plain.docx", "report 2023.docx"]
    found = noted(folder)
    assert sorted(found["walk.open"]) == ["a.docx", "report 2023.docx"]
    assert found["walk.locks"] == ["~$gone.docx"]


def test_marked_copies_and_spreadsheets_are_mentioned(folder: Path) -> None:
    make(folder, "a.docx", "a.marked.docx", "figures.xlsx", "figures.CSV")
    assert taken(folder) == ["a.docx"]
    assert noted(folder) == {"walk.marked": ["a.marked.docx"], "walk.spreadsheets": ["figures.CSV", "figures.xlsx"]}


@pytest.mark.parametrize("count", [MOST_NAMED, MOST_NAMED + 1])
def test_of_many_only_some_are_named(folder: Path, count: int) -> None:
    make(folder, *(f"{number}.xlsx" for number in range(count)), "a.txt")
    (note,) = expand([str(folder)]).notes
    assert note.key.endswith("-more") is (count > MOST_NAMED)
    assert note.values["count"] == count


def test_items_are_had_by_number_with_the_folder_they_were_met_in(folder: Path) -> None:
    make(folder, "one/a.txt", "one/b.txt", "two/c.txt")
    found = expand([str(folder / "one"), str(folder / "gone"), str(folder / "two"), str(folder / "one" / "b.txt")])
    assert len(found) == 4
    assert [item.folder and Path(item.folder).name for item in found if isinstance(item, Input)] == [
        "one",
        "one",
        "two",
    ]
    assert [item.named for item in found if isinstance(item, Input)] == [False, True, False]
    assert isinstance(found[2], Failed)
    assert found[-1] == found[3] == found[1:][2]
