"""Whatever a path leads to, nothing hangs, and no more is read than may be."""

from __future__ import annotations

import io
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linter.cli import main
from linter.formats.opening import LARGEST, Refused, contents, standard_input
from linter.model.pack import Family
from linter.packs import BrokenPack, load
from linter.run.form import write

PATIENCE = 10
"""Seconds after which a test of something that hangs ends."""

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def bound_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # names of sockets are short
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**40)


UNLUCKY: dict[str, Callable[[Path], None]] = {
    "a pipe": pipe,
    "a socket": bound_socket,
    "an endless device behind a link": endless,
    "a sparse terabyte": sparse,
}


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """What hangs fails."""
    signal = pytest.importorskip("signal")
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def fail(*_: object) -> None:
        pytest.fail("it hangs")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(params=UNLUCKY)
def unlucky(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    """Makes something that must not be read."""

    def make(path: Path) -> None:
        try:
            UNLUCKY[request.param](path)
        except (OSError, AttributeError):
            pytest.skip("it cannot be made here")

    return make


@pytest.fixture
def report(family: Family, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setenv("GOUJI_LANG", "en")
    return write(family.packs[-1].template, 2023, "云岭县发展和改革局").encode()


@needs_pipes
def test_a_report_that_is_no_regular_file_costs_itself_alone(
    tmp_path: Path, unlucky: Callable[[Path], None], report: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    unlucky(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(report)
    for path in (tmp_path, tmp_path / "a.txt"):
        assert main(["check", str(path)]) == 2
        out = capsys.readouterr().out
        assert "no regular file" in out or "1048576 MB" in out
        assert "itself failed" not in out
    assert main(["extract", str(tmp_path)]) == 2
    assert '"b.txt"' in capsys.readouterr().out.replace(f"{tmp_path}{os.sep}", "")
    assert main(["annotate", str(tmp_path / "a.txt")]) == 2


@needs_pipes
def test_a_previous_report_that_is_no_regular_file(
    tmp_path: Path, unlucky: Callable[[Path], None], report: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "draft.txt").write_bytes(report)
    (tmp_path / "before").mkdir()
    unlucky(tmp_path / "before" / "last.txt")
    assert main(["check", str(tmp_path / "draft.txt"), "--previous", str(tmp_path / "before" / "last.txt")]) == 2
    assert main(["check", str(tmp_path / "draft.txt"), "--previous", str(tmp_path / "before")]) == 0
    assert "itself failed" not in capsys.readouterr().err


@needs_pipes
def test_a_file_of_a_pack_that_is_no_regular_file(tmp_path: Path, unlucky: Callable[[Path], None]) -> None:
    (tmp_path / "pack.yaml").write_text("pack: {title: {zh: 本, en: own}}\n", encoding="utf-8")
    unlucky(tmp_path / "rules.yaml")
    with pytest.raises(BrokenPack) as broken:
        load(tmp_path)
    (mistake,) = [one for one in broken.value.mistakes if one.file.endswith("rules.yaml")]
    assert mistake.message.key == "pack.unreadable"
    assert main(["rules", "validate", str(tmp_path / "other.yaml")]) == 2


@needs_pipes
def test_a_cache_entry_that_is_no_regular_file(
    tmp_path: Path, unlucky: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOUJI_CACHE_DIR", str(tmp_path))
    (tmp_path / "packs").mkdir()
    family = load("cn-open-government/2021")
    (entry,) = (tmp_path / "packs").glob("*.json")
    entry.unlink()
    unlucky(entry)
    assert load("cn-open-government/2021") == family


@pytest.mark.parametrize(("size", "read"), [(4, True), (5, False)])
def test_a_file_has_as_many_bytes_as_it_may(tmp_path: Path, size: int, read: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * size)
    if read:
        assert contents(path, most=4) == b"xxxx"
    else:
        with pytest.raises(Refused):
            contents(path, most=4)


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="no such files here")
def test_a_file_that_does_not_tell_its_size_is_read_to_the_limit() -> None:
    assert contents(Path("/proc/self/status")).startswith(b"Name:")
    with pytest.raises(Refused):
        contents(Path("/proc/self/status"), most=100)


@pytest.mark.parametrize(("size", "read"), [(4, True), (5, False)])
def test_the_standard_input_gives_as_much_as_it_may(size: int, read: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * size)))
    if read:
        assert standard_input(most=4) == b"xxxx"
    else:
        with pytest.raises(Refused):
            standard_input(most=4)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="nothing endless here")
def test_an_endless_standard_input_comes_to_an_end(
    report: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/zero").open(encoding="utf-8") as zeros:
        monkeypatch.setattr(sys, "stdin", zeros)
        assert main(["check", "-"]) == 2
    assert f"limit of {LARGEST // 2**20} MB" in " ".join(capsys.readouterr().out.split())


def test_a_closed_standard_input_is_said_to_be(
    report: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["check", "-"]) == 2
    assert "the standard input is closed" in capsys.readouterr().out
