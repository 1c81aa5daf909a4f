"""Command lines as people type them: in either case, without a command, with wildcards, with mistakes."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from command_files import FILES, Gouji

from linter.cli import main, with_command
from linter.cli.completing import completer
from linter.cli.languages import choose
from linter.cli.options import with_wildcards


@pytest.mark.parametrize(
    ("asked", "language"),
    [("zh", "zh"), ("zh-CN", "zh"), ("ZH_cn.UTF-8", "zh"), ("CN", "zh"), ("Chinese", "zh"), ("en-GB", "en")],
)
def test_a_language_is_understood_in_all_its_spellings(asked: str, language: str) -> None:
    assert choose(["check", "--lang", asked], {}) == language
    assert choose([], {"GOUJI_LANG": asked, "LANG": "fr_FR"}) == language


def test_another_language_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GOUJI_LANG", "tlh")
    assert main(["--version"]) == 2
    assert "GOUJI_LANG" in capsys.readouterr().err
    assert main(["--version", "--lang", "zh"]) == 0


@pytest.mark.parametrize(
    ("line", "called"),
    [
        (["a.docx"], True),
        (["--lang", "zh", "a.docx"], True),
        (["--lang=zh", "--debug", "drafts/"], True),
        (["*.txt"], True),
        (["check", "a.docx"], False),
        (["rules", "list"], False),
        (["chekc"], False),
        (["--help"], False),
        (["--version", "a.docx"], False),
        ([], False),
    ],
)
def test_a_path_alone_is_checked(line: list[str], called: bool) -> None:
    assert with_command(line) == (["check", *line] if called else line)


def test_what_is_there_is_a_path(gouji: Gouji, folder: Path) -> None:
    """A file without a suffix too, unless a command is called so."""
    (folder / "draft").write_bytes(FILES["good.txt"])
    assert gouji("draft")[0] == 0
    (folder / "rules").mkdir()
    assert "用法" in "".join(gouji("rules")[1:])


def test_wildcards(folder: Path) -> None:
    (folder / "a[1].txt").write_bytes(b"")
    (folder / "a1.txt").write_bytes(b"")
    assert with_wildcards(["a?.txt", "no*such", "a[1].txt"]) == ("a1.txt", "no*such", "a[1].txt")


def test_wildcards_are_expanded(gouji: Gouji) -> None:
    code, out, _ = gouji("check", "g*d.txt", "--lang", "en")
    assert (code, out) == (0, "1 report: nothing found\n")
    assert "没有这个文件" in gouji("check", "no*such.txt")[1]


@pytest.mark.parametrize(
    "line",
    [
        "chekc a",
        "nonsense",
        "check --year",
        "check --year x",
        "check --strict=1",
        "check --yeer 3",
        "check --nonsense",
        "check --jobs -3",
        "explain a b",
        "explain",
        "extract",
        "rules nonsense",
        "rules list a b",
        "check -f",
        "check --format XML",
        "check --fail-on bad",
        "check --publish-date 2024-02-30",
        "--lang fr",
    ],
)
def test_mistakes_are_told_in_chinese(line: str, gouji: Gouji) -> None:
    """No English but what is typed and the names that there are."""
    code, out, err = gouji(*line.split())
    assert code == 2
    told = (out + err).partition("gouji：")[2].splitlines()[0]
    assert re.search(r"[\u4e00-\u9fff]", told)
    assert not re.search(r"\b(?:no such|unexpected|requires|got|missing|invalid|does not|did you)\b", told.lower())


@pytest.mark.parametrize(("line", "told"), [("check --year", "YEAR"), ("explain a b", "“b”"), ("chekc", "check")])
def test_a_mistake_names_what_is_wrong(line: str, told: str, gouji: Gouji) -> None:
    assert told in gouji(*line.split())[2]


def test_formats_and_severities_are_written_in_either_case(gouji: Gouji) -> None:
    assert gouji("check", "good.txt", "--format", "JSON", "--fail-on", "Warning")[1].startswith("{")
    assert gouji("extract", "good.txt", "--format", "CSV")[1].startswith("path,table")


@pytest.mark.parametrize(
    ("command", "parameter", "typed", "offered"),
    [
        ("check", "select", "requests-b", ["requests-balance"]),
        ("check", "ignore", "sections-present,requests-b", ["sections-present,requests-balance"]),
        ("check", "format", "js", ["json", "jsonl"]),
        ("check", "fail_on", "W", ["warning"]),
        ("explain", "rule", "equat", ["equation"]),
        ("annotate", "pack", "us-", ["us-foia-annual"]),
        ("gouji", "lang", "z", ["zh"]),
    ],
)
def test_values_are_completed(command: str, parameter: str, typed: str, offered: list[str]) -> None:
    complete = completer(command, parameter)
    assert complete is not None and complete(typed) == offered


def test_nothing_is_offered_for_what_is_not_known() -> None:
    assert completer("check", "year") is None


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colour_can_be_asked_for(
    environment: dict[str, str], coloured: bool, gouji: Gouji, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in gouji("check", "faulty.txt")[1]) is coloured


class Terminal(io.StringIO):
    """A standard output that somebody looks at."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("site", "linked"),
    [("https://docs.example", True), ("javascript:x", False), ("https://a\x1b[31m", False), ("", False)],
)
def test_rules_link_to_their_page(site: str, linked: bool, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setenv("GOUJI_SITE", site)
    monkeypatch.setenv("TERM", "xterm")
    main(["check", str(folder / "faulty.txt")])
    link = "\x1b]8;;https://docs.example/zh/rule/cn-open-government/requests-balance/\x1b\\"
    assert (link in out.getvalue()) is linked
    assert ("\x1b]8" in out.getvalue()) is linked


@pytest.mark.parametrize("format", ["sarif", "rdjson", "markdown"])
@pytest.mark.parametrize(("language", "part"), [("zh", "/zh"), ("en", "")])
def test_other_programs_are_given_the_page_of_a_rule(
    format: str, language: str, part: str, gouji: Gouji, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"https://docs.example{part}/rule/cn-open-government/requests-balance/"
    assert page not in gouji("check", "faulty.txt", "--format", format, "--lang", language)[1]
    monkeypatch.setenv("GOUJI_SITE", "https://docs.example/")
    assert page in gouji("check", "faulty.txt", "--format", format, "--lang", language)[1]


def test_many_drafts_are_marked(gouji: Gouji, folder: Path) -> None:
    """Into a folder that is laid out like theirs; what is no report is passed over, and one that fails is told."""
    drafts = folder / "drafts"
    (drafts / "sub").mkdir(parents=True)
    for name in ("a.txt", "sub/a.txt", "sub/a.md"):
        (drafts / name).write_bytes(FILES["faulty.txt"])
    (drafts / "note.txt").write_text("只是一张便条。", encoding="utf-8")
    code, out, _ = gouji("annotate", "drafts", "-o", "marked")
    written = sorted(path.relative_to(folder / "marked").as_posix() for path in (folder / "marked").rglob("*.html"))
    assert (code, written) == (0, ["a.marked.html", "sub/a.marked.html", "sub/a.txt.marked.html"])
    assert len(out.splitlines()) == 3
    assert gouji("annotate", "drafts", "-o", "marked")[0] == 2  # somebody may have worked on them
    assert gouji("annotate", "drafts", "-o", "marked", "--force")[0] == 0


def test_one_of_several_that_fails_does_not_keep_the_others(gouji: Gouji, folder: Path) -> None:
    code, out, err = gouji("annotate", "faulty.txt", "no-such.txt", "good.txt")
    assert code == 2
    assert (folder / "faulty.marked.html").exists() and (folder / "good.marked.html").exists()
    assert "no-such.txt" in err and len(out.splitlines()) == 2


def test_several_copies_do_not_go_into_one_file(gouji: Gouji, folder: Path) -> None:
    (folder / "out.html").write_bytes(b"")
    code, _, err = gouji("annotate", "faulty.txt", "good.txt", "-o", "out.html")
    assert code == 2
    assert "文件夹" in err
