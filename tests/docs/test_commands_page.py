"""The page of commands names every command, option, suffix and key of the JSON format, in both languages alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from linter.cli import main
from linter.cli.commands import GROUPS
from linter.readers import KNOWN_SUFFIXES, READERS
from linter.reporters import REPORTERS

ROOT = Path(__file__).parents[2]
PAGES = {
    language: (ROOT / "docs" / name).read_text(encoding="utf-8")
    for language, name in (("en", "commands.md"), ("zh", "commands.zh-CN.md"))
}
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
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


def unnamed(words: Iterable[str]) -> list[str]:
    """Language and word of what a page does not have."""
    return [f"{language}: {word}" for word in words for language, page in PAGES.items() if word not in page]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(arguments)
    return capsys.readouterr().out


@pytest.mark.parametrize("group", [[], ["rules"], ["store"], ["config"], ["baseline"]], ids=" ".join)
def test_every_command_is_there(group: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    listed = printed(capsys, *group, "--help").partition("Commands\n")[2]
    names = re.findall(r"^  ([a-z]+) ", listed, re.MULTILINE)
    assert names
    assert [name for name in names if f"cli.{name}" not in GROUPS and " ".join([*group, name]) not in COMMANDS] == []
    assert unnamed([f"`gouji {' '.join([*group, name])}" for name in names]) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_option_is_there(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = re.findall(r"--[a-z][a-z-]+", printed(capsys, *command.split(), "--help"))
    assert "--help" in options
    assert unnamed(options) == []


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
    assert unnamed([f"`{key}`" for key in sorted(found)]) == []


@pytest.mark.parametrize("words", [[f".{suffix}" for suffix in KNOWN_SUFFIXES], list(READERS), list(REPORTERS)])
def test_every_format_is_there(words: list[str]) -> None:
    assert unnamed([f"`{word}`" for word in words]) == []


def headings(page: str) -> list[tuple[str, str]]:
    """Level (`##`) and words of each heading."""
    return re.findall(r"^(#+) (.+)$", FENCED.sub("", page), re.MULTILINE)


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("language", PAGES)
def test_links_within_the_page_lead_to_headings(language: str) -> None:
    targets = re.findall(r"\]\(#([^)]+)\)", PAGES[language])
    assert targets
    assert set(targets) - {slug(words) for _, words in headings(PAGES[language])} == set()


def test_headings_of_the_english_page_are_anchors_of_the_chinese() -> None:
    """Pages that there are in English only link to these, and stand beside the Chinese page on the site."""
    theirs = {slug(words) for level, words in headings(PAGES["zh"])} | set(re.findall(r'<a id="([^"]+)">', PAGES["zh"]))
    assert [words for level, words in headings(PAGES["en"]) if level != "#" and slug(words) not in theirs] == []


def test_both_languages_have_the_same_parts() -> None:
    english, chinese = ([level for level, _ in headings(page)] for page in PAGES.values())
    assert chinese == english
    english, chinese = ([len(block.splitlines()) for block in FENCED.findall(page)] for page in PAGES.values())
    assert chinese == english


def test_tables_name_the_same_words_in_both_languages() -> None:
    english, chinese = (
        [re.findall(r"`(-*[a-z][a-z-]*)`", row.split(" | ")[0]) for row in re.findall(r"^\| .*$", page, re.MULTILINE)]
        for page in PAGES.values()
    )
    assert chinese == english


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "benchmarks" / "README.md"]
    lost = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert lost == []
