"""docs/commands.md names every command, every option, every suffix and every key of the JSON format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from linter.cli import main
from linter.cli.commands import GROUPS
from linter.readers import KNOWN_SUFFIXES, READERS
from linter.reporters import REPORTERS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
FAULTY = ROOT / "tests" / "reports" / "faulty" / "wrong-total" / "report.txt"
COMMANDS = [
    "check",
    "annotate",
    "desk",
    "new",
    "extract",
    "explain",
    "schema",
    "rules new",
    "rules trace",
    "rules list",
    "rules validate",
    "rules test",
    "rules schema",
    "store info",
    "store clear",
    "config show",
    "mcp",
    "lsp",
    "baseline write",
    "baseline prune",
]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOUJI_LANG", "en")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(arguments)
    return capsys.readouterr().out


@pytest.mark.parametrize("group", [[], ["rules"], ["store"], ["config"], ["baseline"]], ids=" ".join)
def test_every_command_is_there(group: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    listed = printed(capsys, *group, "--help").partition("Commands\n")[2]
    names = re.findall(r"^  ([a-z]+) ", listed, re.MULTILINE)
    assert names
    assert [name for name in names if f"cli.{name}" not in GROUPS and " ".join([*group, name]) not in COMMANDS] == []
    assert [name for name in names if f"`gouji {' '.join([*group, name])}" not in PAGE] == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_option_is_there(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = re.findall(r"--[a-z][a-z-]+", printed(capsys, *command.split(), "--help"))
    assert "--help" in options
    assert [option for option in options if option not in PAGE] == []


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def test_every_key_of_the_json_format_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    found = set(keys(json.loads(printed(capsys, "check", str(FAULTY), "--format", "json"))))
    assert {"suspect", "fingerprint", "related"} <= found
    assert sorted(key for key in found if f"`{key}`" not in PAGE) == []


@pytest.mark.parametrize("words", [[f".{suffix}" for suffix in KNOWN_SUFFIXES], list(READERS), list(REPORTERS)])
def test_every_format_is_there(words: list[str]) -> None:
    assert [word for word in words if f"`{word}`" not in PAGE] == []


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "benchmarks" / "README.md"]
    lost = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert lost == []
