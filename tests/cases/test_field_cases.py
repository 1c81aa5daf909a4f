"""Inputs from the field, a group a kind of fault: no figure at another's place, and nothing said without a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from real_reports import shared_folder
from ruamel.yaml import YAML

from linter.model.document import Source
from linter.model.pack import Family
from linter.model.result import Checked, Extracted, Failed, Figures
from linter.readers.office.program import find_office
from linter.run.engine import LintOptions, lint

GROUPS: Mapping[str, Mapping[str, Any]] = YAML(typ="safe").load(
    Path(__file__).with_name("field_cases.yaml").read_text(encoding="utf-8")
)
SEVERITIES = ("error", "warning", "info")
CONTROL = "b00-control.html"
DAMAGED = ("b0", "b1", "b2", "b3", "b4", "b5")
"""How the names begin of files that hold the undamaged report's figures."""

NEEDS_OFFICE = frozenset({"read.office-missing"})

Cells = dict[tuple[str, str, str], Any]


class Seen:
    """What a group came to: counts by name, the cells that are wrong, and what is said beside what may be."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.unfounded: list[str] = []


@pytest.fixture(scope="module")
def control(family: Family) -> Cells:
    return figures(source_of(shared_folder("cases") / CONTROL), family)


def test_every_group_is_here() -> None:
    assert {path.name for path in shared_folder("cases").iterdir() if path.is_dir()} == set(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_group(group: str, control: Cells, family: Family) -> None:
    expected, seen = GROUPS[group], Seen()
    for path in sorted((shared_folder("cases") / group).iterdir()):
        look(path, expected, control, family, seen)
    assert seen.wrong == []
    assert seen.unfounded == []
    limits = ("unread", "failed", *(() if "says" in expected else SEVERITIES))
    assert {name: seen.counts[name] for name in limits if seen.counts[name] > expected.get(name, 0)} == {}


def look(path: Path, expected: Mapping[str, Any], control: Cells, family: Family, seen: Seen) -> None:
    result = lint(source_of(path), family)
    if isinstance(result, Failed):
        if result.error.key in NEEDS_OFFICE and find_office() is None:
            return
        if not (expected.get("no-report") and result.error.key == "run.no-report"):
            seen.counts["failed"] += 1
        return
    assert isinstance(result, Checked)
    if expected.get("no-report"):
        seen.unfounded.append(f"{path.name}: taken for a report")
    seen.counts.update(finding.severity.value for finding in result.findings)
    if "says" in expected:
        extra = Counter(finding.rule for finding in result.findings) - Counter(expected["says"].get(path.name, ()))
        seen.unfounded.extend(f"{path.name}: {rule}" for rule in extra.elements())
    if path.name.startswith(DAMAGED):
        own = expected.get("own", {}).get(path.name)
        compare(path, {address: value for address, value in control.items() if address[0] != own}, family, seen)


def compare(path: Path, control: Cells, family: Family, seen: Seen) -> None:
    read = figures(source_of(path), family)
    for address, value in control.items():
        if read.get(address) is None:
            seen.counts["unread"] += 1
        elif read[address] != value:
            seen.wrong.append(f"{path.name}: {'.'.join(address)} {read[address]}, not {value}")


def source_of(path: Path) -> Source:
    return Source(path.name, path.read_bytes(), path.suffix.removeprefix(".").lower())


def figures(source: Source, family: Family) -> Cells:
    result = lint(source, family, LintOptions(rules=False))
    return dict(_cells(result.figures)) if isinstance(result, Extracted) else {}


def _cells(tables: Figures) -> Iterator[tuple[tuple[str, str, str], Any]]:
    for table, rows in tables.items():
        for row, columns in rows.items():
            for column, value in columns.items():
                yield (table, row, column), value
