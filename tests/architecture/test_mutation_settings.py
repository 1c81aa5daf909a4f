"""What the mutation benchmark is set to change and to run is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "benchmarks" / "mutation.toml").read_text(encoding="utf-8"))


def test_modules_and_tests_exist() -> None:
    for group in SETTINGS["groups"]:
        assert list((ROOT / group["modules"]).glob("*.py"))
        assert group["tests"] and all((ROOT / test).exists() for test in group["tests"])


def test_the_packages_that_guess_are_among_them() -> None:
    assert {group["modules"] for group in SETTINGS["groups"]} >= {
        f"linter/{package}" for package in ("binding", "expressions", "localisation", "prose", "text")
    }


def test_lines_left_alone_are_patterns() -> None:
    for pattern in SETTINGS["not-changed"]:
        assert re.compile(pattern)


def test_a_change_that_alters_nothing_is_of_a_line_that_is_there() -> None:
    for known in SETTINGS.get("equivalent", ()):
        lines = [line.strip() for line in (ROOT / known["path"]).read_text(encoding="utf-8").splitlines()]
        assert known["was"] in lines, known
        assert known["line"] not in lines and known["why"]
