"""Files appear whole, or what stood there stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from linter.formats.writing import permissions_of, write_whole

ROOT = Path(__file__).parents[2]


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError):
        write_whole(tmp_path / "pipe", b"new")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_device_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space"):
        write_whole(Path("/dev/full"), b"new")


@pytest.mark.parametrize("length", [81, 83])
def test_a_name_may_be_as_long_as_the_system_takes(tmp_path: Path, length: int) -> None:
    path = tmp_path / f"{'报' * length}.html"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


needs_permissions = pytest.mark.skipif(os.name == "nt", reason="no such permissions here")


@needs_permissions
@pytest.mark.parametrize(
    ("draft", "old", "copy"),
    [(0o600, None, 0o600), (0o644, None, 0o644), (0o644, 0o600, 0o600), (0o600, 0o644, 0o600), (0o755, None, 0o644)],
)
def test_who_may_not_read_the_draft_may_not_read_the_copy(
    tmp_path: Path, draft: int, old: int | None, copy: int
) -> None:
    original, path = tmp_path / "draft.txt", tmp_path / "copy.html"
    original.write_bytes(b"secret")
    original.chmod(draft)
    if old is not None:
        path.write_bytes(b"old")
        path.chmod(old)
    before = os.umask(0o022)
    write_whole(path, b"new", mode=permissions_of(original))
    os.umask(before)
    assert path.stat().st_mode & 0o777 == copy


@needs_permissions
def test_a_group_that_is_not_the_drafts_may_not_read_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = tmp_path / "draft.txt"
    original.write_bytes(b"secret")
    original.chmod(0o640)
    assert permissions_of(original) == 0o640
    monkeypatch.setattr(os, "getegid", lambda: original.stat().st_gid + 1)
    assert permissions_of(original) == 0o600


@needs_permissions
def test_what_is_not_yet_whole_is_as_secret_as_the_rest(tmp_path: Path) -> None:
    def look() -> None:
        (draft,) = tmp_path.glob(".gouji-*")
        assert draft.stat().st_mode & 0o077 == 0

    write_whole(tmp_path / "copy.html", b"new", look, mode=0o600)


def test_what_a_killed_run_left_is_gone_after_the_next(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from linter.formats.writing import write_whole;"
        "write_whole(Path(sys.argv[1]), b'secret', lambda: os._exit(9))"
    )
    path = tmp_path / "copy.html"
    subprocess.run([sys.executable, "-c", program, str(path)], check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
    (left,) = tmp_path.iterdir()
    assert left.read_bytes() == b"secret"
    write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_what_another_run_is_writing_stays(tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    write_whole(tmp_path / "copy.html", b"new", lambda: write_whole(other, b"other"))
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy.html", "other.html"]


def test_what_only_looks_like_ours_stays(tmp_path: Path) -> None:
    target = tmp_path / "mine.txt"
    target.write_bytes(b"mine")
    (tmp_path / ".gouji-folder.tmp").mkdir()
    try:
        (tmp_path / ".gouji-link.tmp").symlink_to(target)
    except OSError:
        pytest.skip("no links here")
    write_whole(tmp_path / "copy.html", b"new")
    assert len(list(tmp_path.iterdir())) == 4
    assert target.read_bytes() == b"mine"
