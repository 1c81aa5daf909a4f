"""`gouji annotate` writes one file, never over the draft, and nothing where it fails."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checked_drafts import CheckedDraft
from word_packages import comments, replaced

import linter.readers
from linter.cli import main
from linter.model.message import Message
from linter.readers import ReadFailure

Gouji = Callable[..., tuple[int, str, str]]


@pytest.fixture
def gouji(
    word: CheckedDraft,
    plain: CheckedDraft,
    paper: CheckedDraft,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Gouji:
    """Runs a command line in a folder with the drafts; the drafts have to be the same before and after."""
    drafts = {f"a.{checked.source.suffix}": checked.source.data for checked in (word, plain, paper)}
    for name, data in drafts.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOUJI_LANG", "zh")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1705311000")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["annotate", *arguments])
        out, err = capsys.readouterr()
        for name, data in drafts.items():
            assert hashlib.sha256((tmp_path / name).read_bytes()).digest() == hashlib.sha256(data).digest()
        assert not list(tmp_path.glob(".*"))
        return code, out, err

    return run


def files() -> set[str]:
    return {path.name for path in Path().iterdir()}


BEFORE = {"a.docx", "a.txt", "a.pdf"}


@pytest.mark.parametrize(
    ("arguments", "written", "start"),
    [
        (["a.docx"], "a.marked.docx", b"PK"),
        (["a.pdf"], "a.marked.pdf", b"%PDF"),
        (["a.txt"], "a.marked.html", b"<!DOCTYPE html>"),
        (["a.docx", "-o", "b.html"], "b.html", b"<!DOCTYPE html>"),
        (["a.pdf", "-o", "b.HTM"], "b.HTM", b"<!DOCTYPE html>"),
        (["a.docx", "--output", "b.docx"], "b.docx", b"PK"),
    ],
)
def test_the_suffix_decides_the_format(gouji: Gouji, arguments: list[str], written: str, start: bytes) -> None:
    code, out, err = gouji(*arguments)
    assert (code, err) == (0, "")
    assert written in out
    assert "2 处错误" in out
    assert files() == {*BEFORE, written}
    assert Path(written).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.docx", "-o", "b.pdf"], "可用的后缀：.docx、.html"),
        (["a.txt", "-o", "b.docx"], "可用的后缀：.html"),
        (["a.docx", "-o", "b.docm"], "可用的后缀"),
        (["a.docx", "-o", "b"], "可用的后缀"),
        (["a.docx", "-o", "a.docx"], "为免覆盖"),
        (["a.docx", "-o", "a.docx", "--force"], "为免覆盖"),
        (["a.docx", "-o", "nowhere/b.docx"], "无法写入"),
        (["b.docx"], "没有这个文件"),
        (["-"], "-o"),
        (["a.docx", "--select", "nosuchrule"], "没有规则"),
        (["a.docx", "--year", "2012"], "2012"),
        ([], "PATH"),
    ],
)
def test_what_cannot_be_done_leaves_nothing(
    gouji: Gouji, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    code, out, err = gouji(*arguments)
    assert code == 2
    assert said in err
    assert out == ""
    assert files() == BEFORE


@pytest.mark.parametrize("suffix", ["doc", "wps", "rtf"])
def test_a_page_or_text_that_is_only_named_like_a_word_file_gets_a_page(
    gouji: Gouji, plain: CheckedDraft, suffix: str
) -> None:
    page = f"<html><body><pre>{plain.source.data.decode()}</pre></body></html>".encode()
    for name, data in (("text", plain.source.data), ("page", page)):
        Path(f"{name}.{suffix}").write_bytes(data)
        assert gouji(f"{name}.{suffix}")[0] == 0
        assert Path(f"{name}.marked.html").read_bytes().startswith(b"<!DOCTYPE html>")
        assert gouji(f"{name}.{suffix}", "-o", "b.docx")[0] == 2


def test_a_draft_is_read_once(gouji: Gouji, plain: CheckedDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that has to be read to know what it is."""
    Path("text.rtf").write_bytes(plain.source.data)
    opened: list[str] = []
    usual = linter.readers.import_module
    monkeypatch.setattr(linter.readers, "import_module", lambda name: opened.append(name) or usual(name))
    for draft in ("a.docx", "a.txt", "a.pdf", "text.rtf"):
        opened.clear()
        assert gouji(draft)[0] == 0
        assert len(opened) == 1, draft


def test_an_existing_copy_is_kept(gouji: Gouji) -> None:
    Path("b.docx").write_bytes(b"mine")
    code, _, err = gouji("a.docx", "-o", "b.docx")
    assert code == 2
    assert "--force" in err
    assert Path("b.docx").read_bytes() == b"mine"
    assert gouji("a.docx", "-o", "b.docx", "--force")[0] == 0
    assert Path("b.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("link", [os.symlink, os.link], ids=["symbolic", "hard"])
@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
def test_the_draft_by_another_name_is_the_draft(
    gouji: Gouji, link: Callable[[str, str], None], force: list[str]
) -> None:
    try:
        link("a.docx", "other.docx")
    except OSError:
        pytest.skip("this system makes no such links here")
    code, _, err = gouji("a.docx", "-o", "other.docx", *force)
    assert code == 2
    assert "为免覆盖" in err


def test_a_link_that_leads_nowhere_is_not_followed(gouji: Gouji) -> None:
    try:
        Path("b.docx").symlink_to("elsewhere.docx")
    except OSError:
        pytest.skip("this system makes no links here")
    assert gouji("a.docx", "-o", "b.docx")[0] == 2
    assert "elsewhere.docx" not in files()


def test_a_copy_that_cannot_be_put_in_place_leaves_nothing(gouji: Gouji, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    code, out, err = gouji("a.docx", "-o", "b.docx")
    assert (code, out) == (2, "")
    assert "磁盘已满" in err or "the disk is full" in err
    assert files() == BEFORE


def test_a_report_can_come_from_the_standard_input(
    gouji: Gouji, plain: CheckedDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(plain.source.data)))
    assert gouji("-", "--stdin-name", "送审稿.txt", "-o", "b.html")[0] == 0
    assert "送审稿.txt" in Path("b.html").read_text(encoding="utf-8")


def test_only_chosen_rules_are_marked(gouji: Gouji) -> None:
    assert gouji("a.docx", "-o", "b.docx", "--select", "review-totals", "--lang", "en")[0] == 0
    found = list(comments(Path("b.docx").read_bytes()).values())
    assert len(found) == 2
    assert found[1][0].startswith("error 1: ")
    assert gouji("a.docx", "-o", "b.docx", "--force", "--ignore", "review-*")[0] == 0
    assert len(comments(Path("b.docx").read_bytes())) == 3


def test_the_same_draft_gives_the_same_bytes(gouji: Gouji) -> None:
    for suffix in ("docx", "html"):
        for name in ("b", "c"):
            assert gouji("a.docx", "-o", f"{name}.{suffix}")[0] == 0
        assert Path(f"b.{suffix}").read_bytes() == Path(f"c.{suffix}").read_bytes()


def test_a_file_with_macros_keeps_its_suffix(gouji: Gouji, word: CheckedDraft) -> None:
    """Word takes one of them under the name of the other for damaged."""
    Path("m.docm").write_bytes(replaced(word.source.data, {"word/vbaProject.bin": b"macro"}))
    assert gouji("m.docm", "-o", "m2.docx")[0] == 2
    assert gouji("m.docm")[0] == 0
    assert Path("m.marked.docm").is_file()


@pytest.mark.parametrize("name", ["torn.docx", "empty.docx"])
def test_a_draft_that_cannot_be_read_gives_no_copy(gouji: Gouji, name: str) -> None:
    Path(name).write_bytes(b"PK\x03\x04" * 9 if name.startswith("torn") else b"")
    code, out, err = gouji(name)
    assert (code, out) == (2, "")
    assert name in err
    assert files() == {*BEFORE, name}


RTF = b"{\\rtf1 report}"


@pytest.mark.parametrize("arguments", [["a.rtf"], ["a.rtf", "-o", "a.marked.docx"]])
def test_a_copy_of_other_office_files_is_a_word_file(
    gouji: Gouji, word: CheckedDraft, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []

    def convert(data: bytes, suffix: str) -> bytes:
        given.append((data, suffix))
        return word.source.data

    monkeypatch.setattr("linter.readers.office.read.convert_to_docx", convert)
    Path("a.rtf").write_bytes(RTF)
    assert gouji(*arguments)[0] == 0
    assert given == [(RTF, "rtf")]
    assert len(comments(Path("a.marked.docx").read_bytes())) == len(word.result.findings) + 1
    assert Path("a.rtf").read_bytes() == RTF


def test_what_cannot_be_converted_gives_no_copy(gouji: Gouji, monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(data: bytes, suffix: str) -> bytes:
        raise ReadFailure(Message("read.empty"))

    monkeypatch.setattr("linter.readers.office.read.convert_to_docx", convert)
    Path("a.rtf").write_bytes(RTF)
    code, out, err = gouji("a.rtf")
    assert (code, out) == (2, "")
    assert "a.rtf" in err
    assert files() == {*BEFORE, "a.rtf"}
