"""Files appear whole, or what stood there stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.formats.writing import write_whole


@pytest.mark.parametrize("before", [None, b"old", b""], ids=["a new file", "an old one", "an empty one"])
def test_what_is_written_is_all_that_is_there(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "报告.marked.html"
    if before is not None:
        path.write_bytes(before)
    write_whole(path, b"new\r\n\0")
    assert path.read_bytes() == b"new\r\n\0"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_check_that_raises_leaves_all_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(b"old")

    def refuse() -> None:
        assert path.read_bytes() == b"old"
        raise LookupError

    with pytest.raises(LookupError):
        write_whole(path, b"new", refuse)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "report.json"):
        with pytest.raises(OSError):
            write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_followed(tmp_path: Path) -> None:
    path, link = tmp_path / "report.json", tmp_path / "link.json"
    path.write_bytes(b"old")
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(path, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert path.is_fifo()
