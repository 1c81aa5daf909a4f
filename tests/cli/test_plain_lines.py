"""A plain command line gives a command what typer would give it; whatever leaves a question is left to typer."""

from __future__ import annotations

from functools import wraps
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.cli import application, carry_out
from linter.cli.commands import COMMANDS, loaded
from linter.cli.console import Console
from linter.cli.declared import defaults, read_plain

CONSOLE = Console("en")
PLACES = {key.removeprefix("cli."): place for key, place in COMMANDS.items()}

PLAIN = [
    "check",
    "check report.txt",
    "check a.txt b.txt --strict c.docx",
    "check - --stdin-name draft.md",
    "check --format json --fail-on=never -o out.json a.txt",
    "check a --select one --select=two,three --ignore x-*",
    "check --year 1000 a",
    "check --year=9999 a",
    "check --jobs 0 -j 3 a",
    "check --lang zh a --lang=en",
    "check --pack= a",
    "check --pack one --pack two",
    "check --format= ''",
    "annotate draft.docx --force",
    "annotate draft.docx --output marked.docx --year 2024",
    "extract a b --format csv",
    "explain required-rows --pack here",
]

FOR_TYPER = [
    "check --help",
    "check -h",
    "check --yeer 2024",
    "check --year",
    "check --year 999",
    "check --year 10000",
    "check --year two",
    "check --year ２０２４",
    "check --year=",
    "check --jobs -1",
    "check --format --strict",
    "check --strict=yes",
    "check -fjson",
    "check -f=json",
    "check -- --strict",
    "check -o -",
    "annotate",
    "explain a b",
    "extract",
    "explain",
    "explain one two",
    "rules list",
    "",
]


def words(line: str) -> list[str]:
    return ["" if word == "''" else word for word in line.split()]


def by_typer(line: list[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any] | None:
    """What typer gives to the command that a line names, or None where it gives it nothing."""
    given: list[dict[str, Any]] = []

    def recording(place: str) -> Any:
        command = loaded(place)

        @wraps(command)
        def record(_: Console, **values: Any) -> int:
            given.append(values)
            return 0

        return record

    with monkeypatch.context() as patched:
        patched.setattr(application, "loaded", recording)
        application.carry_out(line, CONSOLE)
    return given[0] if given else None


def plainly(line: list[str]) -> dict[str, Any] | None:
    """The same, read as a plain line, with the defaults that typer gives too."""
    command = loaded(PLACES[line[0]])
    read = read_plain(command, line[1:])
    if read is None:
        return None
    written = {name: one.default for name, one in defaults(command).items() if name not in ("console", "_cls")}
    return {**written, **read}


@pytest.mark.parametrize("line", PLAIN)
def test_a_plain_line_gives_what_typer_gives(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read = plainly(words(line))
    assert read is not None
    assert read == by_typer(words(line), monkeypatch)


@pytest.mark.parametrize("line", FOR_TYPER)
def test_a_line_that_leaves_a_question_goes_to_typer(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(application, "carry_out", lambda arguments, _: asked.append(arguments) or 0)
    assert carry_out(words(line), CONSOLE) == 0
    assert asked == [words(line)]


def test_completion_goes_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_GOUJI_COMPLETE", "complete_bash")
    monkeypatch.setattr(application, "carry_out", lambda *_: 7)
    assert carry_out(["explain", "required-rows"], CONSOLE) == 7


NAMES = ["--format", "-f", "--year", "--year=2024", "--strict", "--select", "-o", "--jobs=2", "-j", "--lang", "--pack"]
OTHERS = ["2024", "json", "a.txt", "-", "--", "x,y", "0", "zh", "--output=o", "--force", "-fcsv", "-x", "--stdin-name"]


@settings(max_examples=150, deadline=None)
@given(command=st.sampled_from(sorted(PLACES)), line=st.lists(st.sampled_from(NAMES + OTHERS), max_size=5))
def test_any_line_read_as_plain_gives_what_typer_gives(command: str, line: list[str]) -> None:
    read = plainly([command, *line])
    if read is not None:
        with pytest.MonkeyPatch.context() as monkeypatch:
            assert read == by_typer([command, *line], monkeypatch)
