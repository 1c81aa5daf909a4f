"""Jobs of a cluster: what they are named, what a worker makes of one, and what is done again."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("fsspec")
parquet = pytest.importorskip("pyarrow.parquet")

from linter.clusters.dask import Job, jobs, listed, lost, missing, work  # noqa: E402
from linter.packs import load  # noqa: E402
from linter.run.form import write  # noqa: E402

PACK = "cn-open-government"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "below").mkdir(parents=True)
    text = write(load(PACK).packs[-1].template, 2023, "青溪镇人民政府")
    (tmp_path / "in" / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "in" / "below" / "b.md").write_text("", encoding="utf-8")
    (tmp_path / "in" / "c.xyz").write_text("x", encoding="utf-8")
    return tmp_path


def chunks(folder: Path, size: int) -> list[Job]:
    return list(jobs(list(listed([str(folder / "in")])), PACK, "en", 60, str(folder / "out"), size))


def test_files_are_listed_from_folders_and_from_lists(folder: Path) -> None:
    names = list(listed([str(folder / "in")]))
    assert [Path(name).name for name in names] == ["a.txt", "b.md"]
    (folder / "list").write_text("one.txt\n\ntwo.txt\n", encoding="utf-8")
    assert list(listed([f"@{folder / 'list'}"])) == ["one.txt", "two.txt"]


def test_a_worker_writes_a_row_for_every_file_and_nothing_is_done_twice(folder: Path) -> None:
    todo = chunks(folder, 2)
    assert missing(todo, str(folder / "out")) == todo
    rows = parquet.read_table(work(todo[0])).to_pylist()
    assert [(Path(row["path"]).name, row["verdict"]) for row in rows] == [("a.txt", "passes"), ("b.md", "failed")]
    assert missing(todo, str(folder / "out")) == []
    assert missing(chunks(folder, 1), str(folder / "out")) == chunks(folder, 1)


def test_what_no_worker_came_through_with_is_said(folder: Path) -> None:
    todo = chunks(folder, 1)
    missing(todo, str(folder / "out"))
    (row,) = parquet.read_table(lost(todo[0])).to_pylist()
    assert (Path(row["path"]).name, row["verdict"]) == ("a.txt", "failed")


def test_the_name_of_a_result_depends_on_all_that_it_is_made_of(folder: Path) -> None:
    names = ["a", "b"]
    targets = {
        next(iter(jobs(*what, "out"))).target
        for what in ((names, PACK, "en", 60), (names, PACK, "zh", 60), (names, PACK, "en", 9), (["a"], PACK, "en", 60))
    }
    assert len(targets) == 4
