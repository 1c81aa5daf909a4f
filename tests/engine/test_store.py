"""A store of results loses nothing that it was given, and nothing that happens to its file does any harm."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.run.store import Store, delete, refusal

KEYS = [bytes([number]) * 32 for number in range(8)]
VALUES = [f"结果 {number}".encode() * 40 for number in range(8)]


def filled(path: Path) -> None:
    store = Store(path)
    for key, value in zip(KEYS, VALUES, strict=True):
        store.put(key, value)
    store.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    filled(tmp_path / "results")
    return tmp_path / "results"


def test_what_was_kept_is_there_again_and_belongs_to_the_user_alone(path: Path) -> None:
    store = Store(path)
    assert [store.get(key) for key in KEYS] == VALUES
    assert store.get(b"x" * 32) is None
    contents = store.contents()
    assert contents is not None
    assert contents.results == len(KEYS)
    assert contents.bytes >= path.stat().st_size > 0
    if os.name != "nt":
        files = [file for file in path.parent.iterdir() if file.name.startswith("results")]
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_done_to_the_file_no_wrong_result_comes_out(path: Path, data: st.DataObject) -> None:
    delete(path)
    path.unlink(missing_ok=True)
    filled(path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(0, 30))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))]))
    store = Store(path)
    for key, value in zip(KEYS, VALUES, strict=True):
        assert store.get(key) in (None, value)
    store.put(KEYS[0], VALUES[0])
    assert store.get(KEYS[0]) == (VALUES[0] if refusal(path) is None else None)
    store.close()


@pytest.mark.parametrize(
    "damage", [b"\0" * 100, b"x" * 100, b"SQLite format 4", b""], ids=["zeros", "text", "name", "id"]
)
def test_one_whose_head_is_damaged_is_begun_anew(path: Path, damage: bytes) -> None:
    content = path.read_bytes()
    damaged = damage + content[len(damage) :] if damage else content[:68] + b"else" + content[72:]
    path.write_bytes(damaged)
    filled(path)
    assert [Store(path).get(key) for key in KEYS] == VALUES
    assert path.read_bytes()[:16] == b"SQLite format 3\0"


def test_another_program_s_database_is_left_as_it_is(path: Path) -> None:
    other = path.with_name("other")
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE results (key BLOB PRIMARY KEY, value BLOB NOT NULL)")
        database.commit()
    content = other.read_bytes()
    filled(other)
    assert other.read_bytes() == content


def test_a_file_that_is_deleted_meanwhile_is_made_anew_by_the_next_run(path: Path) -> None:
    store = Store(path)
    assert store.get(KEYS[0]) == VALUES[0]
    for file in path.parent.glob("results*"):
        file.unlink()
    store.put(KEYS[1], VALUES[1])
    store.get(KEYS[1])
    store.close()
    filled(path)
    assert Store(path).get(KEYS[1]) == VALUES[1]


def test_two_runs_share_one(path: Path) -> None:
    one, other = Store(path), Store(path)
    for number in range(50):
        key = number.to_bytes(32, "big")
        (one if number % 2 else other).put(key, b"new")
        assert (other if number % 2 else one).get(key) == b"new"
    one.close()
    other.put(KEYS[0], b"last")
    assert other.get(KEYS[0]) == b"last"


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 somebody's report", "第一章".encode() * 100, b"SQLite format 3\0" * 20]
)
def test_what_is_no_store_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(content)
    store = Store(file)
    store.put(KEYS[0], VALUES[0])
    assert store.get(KEYS[0]) is None
    delete(file)
    refused = refusal(file)
    assert refused is not None
    assert refused.key == "store.no-store"
    assert file.read_bytes() == content


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_that_others_could_have_written_is_not_used(path: Path) -> None:
    path.chmod(0o622)
    refused = refusal(path)
    assert refused is not None
    assert refused.key == "store.not-private"
    assert Store(path).get(KEYS[0]) is None
    link = path.with_name("link")
    link.symlink_to(path)
    assert refusal(link) is not None


def test_a_store_without_a_folder_is_none(tmp_path: Path) -> None:
    refused = refusal(tmp_path / "nowhere" / "results")
    assert refused is not None
    assert refused.key == "store.no-folder"
    store = Store(tmp_path / "nowhere" / "results")
    store.put(KEYS[0], VALUES[0])
    assert store.contents() is None
