"""What exists is not written over, but for earlier results of the same format; what is read never is."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from command_files import FILES, Gouji

from linter.reporters import REPORTERS
from linter.reporters.recognising import is_result

FOREIGN = {
    "notes": "3 份报告：周五前交\n".encode(),
    "a table": b"path,table\n1,2\n",
    "an object": b'{"version": 1, "files": []}',
    "a report of another tool": b'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="9.3"/>',
}

WRITTEN = {
    "check": ("check", "faulty.txt", "-o", "out.txt"),
    "check json": ("check", "faulty.txt", "--format", "json", "-o", "out.txt"),
    "extract": ("extract", "faulty.txt", "-o", "out.txt"),
    "extract several": ("extract", "faulty.txt", "good.txt", "-o", "out.txt"),
    "extract csv": ("extract", "faulty.txt", "--format", "csv", "-o", "out.txt"),
}


@pytest.mark.parametrize("foreign", FOREIGN)
@pytest.mark.parametrize("command", [*WRITTEN.values(), ("annotate", "faulty.txt", "-o", "out.html")])
def test_a_file_of_others_is_kept_unless_the_user_insists(
    gouji: Gouji, folder: Path, command: tuple[str, ...], foreign: str
) -> None:
    out = folder / command[-1]
    out.write_bytes(FOREIGN[foreign])
    code, _, err = gouji(*command)
    assert code == 2
    assert "--force" in err
    assert out.read_bytes() == FOREIGN[foreign]
    assert gouji(*command, "--force")[0] in (0, 1)
    assert out.read_bytes() != FOREIGN[foreign]


@pytest.mark.parametrize("first", WRITTEN)
@pytest.mark.parametrize("second", WRITTEN)
def test_an_earlier_result_in_the_same_format_is_replaced(gouji: Gouji, first: str, second: str) -> None:
    assert gouji(*WRITTEN[first])[0] in (0, 1)
    same = first == second or {first, second} == {"extract", "extract several"}
    assert (gouji(*WRITTEN[second])[0] != 2) is same


@pytest.mark.parametrize("format", REPORTERS)
@pytest.mark.parametrize("draft", ["good.txt", "faulty.txt", "empty.txt"])
def test_a_result_is_recognised_in_its_own_format_and_no_other(
    gouji: Gouji, folder: Path, format: str, draft: str
) -> None:
    codes = [gouji("check", draft, "--format", f"{format}=out", "--fail-on", "never")[0] for _ in range(2)]
    assert codes[0] == codes[1]
    data = (folder / "out").read_bytes()
    assert [other for other in REPORTERS if data and is_result(data, other)] == ([format] if data else [])


def test_an_empty_file_has_nothing_to_lose(gouji: Gouji, folder: Path) -> None:
    (folder / "out.txt").write_bytes(b"")
    assert gouji("check", "faulty.txt", "-o", "out.txt")[0] == 1


def test_a_marked_copy_may_have_been_worked_on_and_is_kept(gouji: Gouji) -> None:
    assert gouji("annotate", "faulty.txt")[0] == 0
    code, _, err = gouji("annotate", "faulty.txt")
    assert (code, "--force" in err) == (2, True)


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize(
    "command",
    [
        ("annotate", "-", "--stdin-name", "d.html", "-o", "d.html"),
        ("check", "-", "-o", "d.html"),
        ("check", "good.txt", "-", "-o", "d.html"),
        ("extract", "-", "-o", "d.html"),
        ("extract", "-", "-o", "other.html"),
        ("annotate", "-", "-o", "link.html"),
    ],
)
def test_a_draft_that_comes_from_the_standard_input_is_kept(
    gouji: Gouji, folder: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], force: tuple[str, ...]
) -> None:
    data = FILES["faulty.txt"]
    (folder / "d.html").write_bytes(data)
    try:
        os.link(folder / "d.html", folder / "other.html")
        (folder / "link.html").symlink_to("d.html")
    except OSError:
        pytest.skip("no links here")
    with (folder / "d.html").open(encoding="gb18030") as draft:
        monkeypatch.setattr(sys, "stdin", draft)
        code, _, err = gouji(*command, *force)
    assert code == 2
    assert "为免覆盖" in err
    assert (folder / "d.html").read_bytes() == data


def test_a_draft_that_comes_through_a_pipe_is_kept_where_its_name_is_given(
    gouji: Gouji, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FILES["good.txt"])))
    code, _, _ = gouji("annotate", "-", "--stdin-name", "good.txt", "-o", "good.txt", "--force")
    assert code == 2
    assert (folder / "good.txt").read_bytes() == FILES["good.txt"]


@pytest.mark.parametrize("name", ["folder/notes.txt", "folder/good.txt", "folder/faulty.md"])
def test_a_file_that_is_met_on_a_walk_is_kept(gouji: Gouji, folder: Path, name: str) -> None:
    assert gouji("check", "folder", "-o", name)[0] == 2
    assert (folder / name).read_bytes() == FILES[name]


def test_a_result_may_lie_in_the_folder_that_is_checked(gouji: Gouji) -> None:
    assert [gouji("check", "folder", "-o", "folder/result.txt")[0] for _ in range(3)] == [1, 1, 1]


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_file_of_the_pack_is_kept(gouji: Gouji, folder: Path, force: tuple[str, ...]) -> None:
    assert gouji("check", "good.txt", "--pack", "own", "-o", "own/rules.yaml", *force)[0] == 2
    assert (folder / "own" / "rules.yaml").read_bytes() == FILES["own/rules.yaml"]


def test_a_link_that_leads_nowhere_is_not_followed(gouji: Gouji, folder: Path) -> None:
    try:
        (folder / "good.marked.html").symlink_to("elsewhere.html")
    except OSError:
        pytest.skip("no links here")
    assert gouji("annotate", "good.txt")[0] == 2
    assert gouji("check", "good.txt", "-o", "good.marked.html")[0] == 2
    assert not (folder / "elsewhere.html").exists()


def test_nothing_is_checked_before_it_is_known_where_the_result_can_go(
    gouji: Gouji, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "notes.txt").write_bytes(b"mine")

    def fail(*_: object) -> None:
        pytest.fail("files were checked")

    monkeypatch.setattr("linter.run.batch.expand", fail)
    assert gouji("check", "folder", "-o", "notes.txt")[0] == 2


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
def test_a_device_can_take_the_result(gouji: Gouji) -> None:
    assert gouji("check", "faulty.txt", "-o", "/dev/null")[0] == 1


@pytest.mark.skipif(os.name == "nt", reason="no such permissions here")
def test_a_copy_of_a_secret_draft_is_secret(gouji: Gouji, folder: Path) -> None:
    (folder / "good.txt").chmod(0o600)
    assert gouji("annotate", "good.txt")[0] == 0
    assert (folder / "good.marked.html").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "shown"), [("=1+1.txt", "./=1+1.txt"), ("@sum.txt", "./@sum.txt"), ("a=b.txt", "a=b.txt")]
)
def test_a_name_is_no_formula_of_a_spreadsheet(gouji: Gouji, folder: Path, name: str, shown: str) -> None:
    (folder / name).write_bytes(FILES["good.txt"])
    _, out, _ = gouji("extract", name, "--format", "csv")
    assert {line.partition(",")[0] for line in out.splitlines()[1:]} == {shown}


@pytest.mark.skipif(os.name == "nt", reason="no such names here")
@pytest.mark.parametrize("name", ["\x1b[2Jgood.txt", "\u202etxt.doog.txt", "a\rb.txt", "\udcff.txt"])
@pytest.mark.parametrize("file", ["good.txt", "empty.txt"])
@pytest.mark.parametrize(
    "command",
    [("check",), ("check", "--format", "json"), ("extract",), ("extract", "--format", "csv"), ("annotate",)],
)
def test_no_name_of_a_file_steers_the_terminal(
    gouji: Gouji, folder: Path, name: str, file: str, command: tuple[str, ...]
) -> None:
    try:
        (folder / name).write_bytes(FILES[file])
    except OSError:
        pytest.skip("the system does not take this name")
    code, out, err = gouji(*command, name)
    assert code == (0 if file == "good.txt" else 2)
    assert not set(name) & set(out + err) & set("\x1b\u202e\r\udcff")
    for copy in folder.glob("*.marked.html"):
        assert not set(copy.read_text(encoding="utf-8")) & set("\x1b\u202e\r\udcff")
